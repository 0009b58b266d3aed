/** Indicators and sections without a weight beside others that have one. */
import Decimal from 'decimal.js';
import type { Indicator, Place } from '../form/types';
import { bareName } from './bareName';
import { namesIn, printedFormulas } from './printedFormula';
import { runsAcross } from './blocks';
import { cellOf, findingAt, textAt, type ReviewContext } from './context';
import { isPercentFormat } from './entryValue';
import { fractionOf, hundred, one, over, sumOf, minus, compare, zero, type Fraction } from './fraction';
import { type Weight, noWeight, counts, type WeighingDraft, membersOf, totalShare, percentText, weightPlace } from './weight';

/** The weight that a row of totals prints (`100%`), and its cell. */
export function printedSum(context: ReviewContext, block: readonly number[]): { value: Fraction; place: Place } | null {
  const columns = [context.form.columns.weight, context.form.columns.dimensionWeight].filter((column) => column !== undefined);
  const totals = context.blocks.find(({ indicators }) => indicators.some((index) => block.includes(index)))?.totals ?? [];
  for (const index of totals)
    for (const column of columns) {
      const place = { row: context.form.totals[index]?.row ?? 0, column };
      const value = printedShare(context, place);
      if (value) return { value, place };
    }
  return null;
}

function printedShare(context: ReviewContext, place: Place): Fraction | null {
  const cell = cellOf(context, place);
  if (typeof cell?.value === 'number') {
    const value = fractionOf(cell.value);
    return isPercentFormat(cell.numberFormat) || cell.value <= 1.5 ? value : over(value, hundred);
  }
  const match = /^(\d+(?:\.\d+)?)\s*%$/.exec(textAt(context, place).trim());
  return match ? over(fractionOf(new Decimal(match[1] ?? '0')), hundred) : null;
}

interface MissingWeights {
  readonly missing: readonly number[];
  readonly known: readonly number[];
}

/** Indicators without weight in a block whose other indicators have own ones. */
function missingIn(context: ReviewContext, weights: readonly Weight[], block: readonly number[]): MissingWeights {
  const members = block.filter((index) => counts(context.form.indicators[index] as Indicator));
  const known = members.filter((index) => weights[index]?.share);
  const hasOwn = known.some((index) => weights[index]?.source === 'own' || weights[index]?.source === 'shared-cell');
  return { known, missing: hasOwn ? members.filter((index) => !weights[index]?.share && !weights[index]?.missingAt) : [] };
}

/**
 * Weights that are missing. Where the total is a plain sum of points it does not depend on them, so a single one is what is missing to
 * 100 %; else nothing is assumed and the total waits (README: "a missing weight is not guessed unless the form itself fixes the whole").
 */
export function fillMissing(context: ReviewContext, block: readonly number[], inPoints: boolean, out: WeighingDraft): void {
  const { missing, known } = missingIn(context, out.weights, block);
  const rest = minus(one, totalShare(out.weights, known));
  const assumable = missing.length === 1 && compare(rest, zero) > 0 && (inPoints || context.policy.missingWeight === 'remainder');
  for (const index of missing) {
    const place = weightPlace(context, index);
    const name = context.form.indicators[index]?.name ?? '';
    out.weights[index] = assumable ? { ...noWeight, share: rest, source: 'remainder', cell: null } : { ...noWeight, missingAt: place };
    out.findings.push(
      findingAt(context, 'weight-missing', assumable ? 'warning' : 'error', place, {
        variant: assumable ? 'remainder' : 'open',
        details: { indicator: name, rest: percentText(rest) },
      }),
    );
  }
  if (missing.length === 0 || compare(rest, zero) === 0) return;
  const printed = assumable ? printedSum(context, block) : null;
  const details = {
    sum: percentText(totalShare(out.weights, known)),
    printed: printed ? percentText(printed.value) : '100%',
    missing: String(missing.length),
  };
  const place = printed?.place ?? weightPlace(context, missing[0] ?? 0);
  out.findings.push(
    findingAt(context, 'weights-sum', assumable ? 'error' : 'warning', place, {
      variant: 'missing',
      details: assumable ? { ...details, sum: percentText(minus(one, rest)) } : details,
    }),
  );
}

/** Rows that a printed formula names are parts of their own (部门负责人评分, 重关指标), not rows that lack a weight. */
function namedInFormula(context: ReviewContext, section: number): boolean {
  const names = context.form.notes.flatMap((note) => printedFormulas(note.text).flatMap(({ term }) => namesIn(term).map(bareName)));
  const own = [
    context.form.sections[section]?.name ?? '',
    ...membersOf(context, section).map((index) => context.form.indicators[index]?.name ?? ''),
  ];
  return own.some((name) => names.includes(bareName(name)));
}

/** Sections without weight beside sections that have one: their rows wait, told once at the section's weight cell. */
export function missingSections(context: ReviewContext, out: WeighingDraft): void {
  const { sections, indicators } = context.form;
  const weighted = sections.filter(
    (section, at) =>
      section.weight !== null && section.cell !== null && membersOf(context, at).some((index) => out.weights[index]?.source === 'section'),
  );
  const column = weighted[0]?.cell?.column;
  if (column === undefined || runsAcross(context.form)) return;
  const rest = minus(one, sumOf(weighted.map(({ weight }) => fractionOf(weight ?? 0))));
  sections.forEach((section, at) => {
    const members = membersOf(context, at);
    const open =
      section.weight === null &&
      members.length > 0 &&
      members.every((index) => !out.weights[index]?.share && !out.weights[index]?.missingAt);
    if (!open || compare(rest, zero) <= 0 || namedInFormula(context, at)) return;
    const place = { row: indicators[members[0] ?? 0]?.rows[0] ?? 0, column };
    for (const index of members) out.weights[index] = { ...noWeight, missingAt: place };
    const details = { indicator: section.name, rest: percentText(rest) };
    out.findings.push(findingAt(context, 'weight-missing', 'error', place, { variant: 'open', details }));
    const sum = { sum: percentText(minus(one, rest)), printed: '100%', missing: '1' };
    out.findings.push(findingAt(context, 'weights-sum', 'warning', place, { variant: 'missing', details: sum }));
  });
}
