/** How a result came about, for the pane: the chain of the criteria, or the sum written out. Signs and numbers only where no words are needed. */
import type Decimal from 'decimal.js';
import type { LanguageTag } from '../locale/language';
import { speaking } from './answer';
import { readBandTable, tableText, type TableAnswer } from './bandTable';
import type { Argument } from './calculate';
import type { Cell } from './broadcast';
import { criteriaOf } from './criteriaArgument';
import { FunctionFailure } from './failure';
import { dropCountOf } from './mean';
import { decimalIn, isBlank, shownDecimal, shownPercent } from './number';
import { defaultScale, explain } from './outcome';
import { weightModeOf } from './weighted';

/** So many terms of a sum are written out. */
const mostTerms = 8;

const first = (argument: Argument | undefined): Cell => argument?.[0]?.[0] ?? null;
const list = (argument: Argument | undefined): readonly Cell[] => argument?.flat() ?? [];
const shown = (cell: Cell): string => shownDecimal(decimalIn(cell) as Decimal);
const share = (cell: Cell): string => {
  const decimal = decimalIn(cell) as Decimal;
  return decimal.lte(1) ? shownPercent(decimal) : shownDecimal(decimal);
};

function sum(terms: readonly string[]): string {
  return terms.length > mostTerms ? [...terms.slice(0, mostTerms), '…'].join(' + ') : terms.join(' + ');
}

function products(pairs: readonly (readonly [Cell, Cell])[]): string {
  return sum(pairs.filter(([score, part]) => !isBlank(score) && !isBlank(part)).map(([score, part]) => `${shown(score)} × ${share(part)}`));
}

function weightedWorking([scores, weights, mode]: readonly Argument[]): string {
  const text = products(list(scores).map((score, at) => [score, list(weights)[at]]));
  if (weightModeOf(first(mode)) !== 'normalise') return text;
  const total = list(weights)
    .map(decimalIn)
    .reduce<Decimal | null>((so, weight) => (weight && so ? so.plus(weight) : (weight ?? so)), null);
  return total ? `(${text}) ÷ ${total.lte(1) ? shownPercent(total) : shownDecimal(total)}` : text;
}

function meanWorking([scores, drop]: readonly Argument[]): string {
  const present = list(scores).filter((score) => !isBlank(score));
  const sorted = [...present].sort((a, b) => (decimalIn(a) as Decimal).cmp(decimalIn(b) as Decimal));
  const count = dropCountOf(first(drop));
  const kept = sorted.slice(count, sorted.length - count);
  return `(${sum((count > 0 ? kept : present).map(shown))}) ÷ ${kept.length}`;
}

function deductWorking([full, count, each]: readonly Argument[]): string {
  return `${shown(first(full))} − ${isBlank(first(count)) ? '0' : shown(first(count))} × ${shown(first(each))}`;
}

/** The first value that is there, under the criteria that belong to it. */
function reasoned(values: Argument | undefined, criteria: Argument, answer: TableAnswer, fullMarks?: Argument): string {
  const [texts] = criteriaOf(criteria, answer);
  const cells = list(values);
  const at = cells.findIndex((cell) => !isBlank(cell));
  const flat = texts.flat();
  return at < 0 ? '' : explain(cells[at], flat.length > 1 ? flat[at] : flat[0], list(fullMarks ?? null)[at] ?? first(fullMarks ?? null));
}

const workings: Readonly<Record<string, (args: readonly Argument[]) => string>> = {
  RUBRIC_TIER: ([value, criteria]) => reasoned(value, criteria ?? null, 'tier'),
  RUBRIC_SCORE: ([value, criteria, full]) => reasoned(value, criteria ?? null, 'result', full),
  RUBRIC_CHECK: ([value, criteria]) => reasoned(value, criteria ?? null, 'tier'),
  RUBRIC_GRADE: ([total, scale]) => reasoned(total, scale ?? [[defaultScale]], 'tier'),
  RUBRIC_COEFFICIENT: ([total, table, interpolate]) =>
    table && first(interpolate) !== true ? reasoned(total, [[tableText(readBandTable(table, 'result'), 'result')]], 'result') : '',
  RUBRIC_WEIGHTED: weightedWorking,
  RUBRIC_BLEND: (args) =>
    products(Array.from({ length: Math.ceil(args.length / 2) }, (_, at) => [first(args[2 * at]), first(args[2 * at + 1])])),
  RUBRIC_MEAN: meanWorking,
  RUBRIC_DEDUCT: deductWorking,
};

/**
 * The way to the (first) result, in words or as a sum.
 * @returns empty where there is nothing to add to the result, or no way to it
 */
export function working(id: string, args: readonly Argument[], language: LanguageTag): string {
  return speaking(language, () => {
    try {
      return workings[id]?.(args) ?? '';
    } catch (error) {
      if (error instanceof FunctionFailure) return '';
      throw error;
    }
  });
}
