/** What a total is turned into: a grade by a scale of the sheet, a coefficient by a table; else by the workbook's policy. */
import Decimal from 'decimal.js';
import { plainText } from '../../form/plainText';
import type { FormScale, ScaleStep, TotalCell } from '../../form/types';
import { rowIndicator } from '../blocks';
import { fractionOf, decimalOf, type Fraction } from '../fraction';
import { constant } from '../expression';
import { coefficientOf, gradeOf } from '../gradeScale';
import type { Reckoning } from '../reckoning';
import { firedVeto } from '../veto';
import { scaleInNotes, stepFor } from './gradeNotes';
import { blockedResult, unknownResult, type TotalKind, type TotalValues } from './result';
import { scaleFormula, stepAt, stepOf, type FormulaStep } from './scaleFormulas';

/** The final total that a grade or coefficient belongs to: the last one above or beside it. */
function finalIndex(reckoning: Reckoning, total: TotalCell): number {
  const { totals } = reckoning.form;
  const finals = totals.flatMap((other, index) => (other.role === 'final' && rowIndicator(reckoning.form, other) === null ? [index] : []));
  const sums =
    finals.length > 0
      ? finals
      : totals.flatMap((other, index) =>
          ['rater-total', 'weighted'].includes(other.role) && rowIndicator(reckoning.form, other) === null ? [index] : [],
        );
  const own = total.period === undefined ? sums : sumsOfPeriod(reckoning, total);
  return own.filter((index) => (totals[index]?.row ?? 0) <= total.row).at(-1) ?? own[0] ?? -1;
}

/** What the month or quarter of a grade comes to. */
const sumsOfPeriod = ({ form }: Reckoning, { period, column }: TotalCell): readonly number[] =>
  form.totals.flatMap((other, index) =>
    other.period === period && other.column === column && ['final', 'rater-total', 'weighted'].includes(other.role) ? [index] : [],
  );

interface Graded {
  readonly tier: string;
  /** All steps of the scale, for a formula. */
  readonly steps: readonly FormulaStep[];
}

/** The tier of a value on a scale that a note tells (`90分以上为优秀，80-89分为良好`). */
function gradeFromNotes(reckoning: Reckoning, total: TotalCell, value: Decimal): Graded | null {
  const steps = scaleInNotes(reckoning, total);
  const found = stepFor(steps, value);
  return found && { tier: found.tier, steps: steps.map(({ interval, tier }) => stepOf(interval, tier)) };
}

const scaleSteps = (reckoning: Reckoning, kind: FormScale['kind']): readonly ScaleStep[] =>
  (reckoning.form.scales ?? []).find((scale) => scale.kind === kind)?.steps ?? [];

const drawnSteps = (steps: readonly ScaleStep[]): readonly FormulaStep[] => steps.map(({ interval, cell }) => stepAt(interval, cell));

function gradeFromSheet(reckoning: Reckoning, value: Decimal): Graded | null {
  const step = stepOnSheet(reckoning, 'grade', value);
  return step && { tier: step.result, steps: drawnSteps(scaleSteps(reckoning, 'grade')) };
}

/** The step of a scale on the sheet that a value stands on. */
const stepOnSheet = (reckoning: Reckoning, kind: FormScale['kind'], value: Decimal): ScaleStep | null =>
  stepFor(scaleSteps(reckoning, kind), value);

const waits = (values: TotalValues, at: number): readonly string[] => (at < 0 ? [] : values.blockedBy(at));

/** Values are compared as they will stand in the cell: rounded. */
function roundedValue(reckoning: Reckoning, value: Fraction): Decimal {
  return decimalOf(value).toDecimalPlaces(reckoning.policy.reading.roundingPlaces, Decimal.ROUND_HALF_UP);
}

/** Grade of the whole form. */
export const formGrade: TotalKind = (reckoning, total) => {
  if (total.role !== 'grade' || rowIndicator(reckoning.form, total) !== null) return null;
  const at = finalIndex(reckoning, total);
  return {
    kind: 'after',
    work: (values) => {
      const vetoed = firedVeto(reckoning, total)?.tier ?? null;
      if (vetoed !== null) return { kind: 'text', text: vetoed, source: null };
      const value = at < 0 ? null : values.valueOf(at);
      if (value === null) return waits(values, at).length > 0 ? blockedResult(waits(values, at)) : unknownResult('not-due');
      const rounded = roundedValue(reckoning, value);
      const graded = gradeFromSheet(reckoning, rounded) ?? gradeFromNotes(reckoning, total, rounded);
      const tier = graded?.tier ?? gradeOf(fractionOf(rounded), reckoning.policy.gradeScale);
      if (tier === null) return unknownResult('no-scale');
      const native = graded && scaleFormula(graded.steps, reckoning.form.totals[at] as TotalCell, at);
      return { kind: 'text', text: tier, source: null, ...(native ? { native } : {}) };
    },
  };
};

const coefficientStep =
  /(\d+(?:\.\d+)?)\s*分?\s*(?:[-~～至到—]\s*\d+(?:\.\d+)?\s*分?|\(?含?\)?及?以上|以上)[^;；。\n]{0,10}?系数\s*(?:为|是|:|：|=)?\s*(\d+(?:\.\d+)?)/gu;
const lowestStep =
  /(?:(?:低于|不足|小于|<)\s*\d+(?:\.\d+)?\s*分?|\d+(?:\.\d+)?\s*分?\s*以下)[^;；。\n]{0,10}?系数\s*(?:为|是|:|：|=)?\s*(\d+(?:\.\d+)?)/u;

/** Coefficient of a value by a table that a text tells (`90分以上系数1.2；80-89分系数1.0；60分以下系数0`); null where it tells none for it. */
export function coefficientIn(text: string, value: Decimal): Decimal | null {
  const plain = plainText(text);
  const steps = [...plain.matchAll(coefficientStep)]
    .map((match) => ({ from: new Decimal(match[1] ?? '0'), coefficient: new Decimal(match[2] ?? '0') }))
    .sort((a, b) => b.from.cmp(a.from));
  if (steps.length === 0) return null;
  const lowest = lowestStep.exec(plain);
  return steps.find(({ from }) => value.gte(from))?.coefficient ?? (lowest ? new Decimal(lowest[1] ?? '0') : null);
}

/** 奖金系数 of the whole form. */
export const formCoefficient: TotalKind = (reckoning, total) => {
  if (total.role !== 'bonus' || rowIndicator(reckoning.form, total) !== null) return null;
  const at = finalIndex(reckoning, total);
  return {
    kind: 'after',
    work: (values) => {
      const value = at < 0 ? null : values.valueOf(at);
      if (value === null) return waits(values, at).length > 0 ? blockedResult(waits(values, at)) : unknownResult('no-table');
      const rounded = roundedValue(reckoning, value);
      const told = reckoning.form.notes.map((note) => coefficientIn(note.text, rounded)).find((found) => found !== null);
      const decided = coefficientOf(fractionOf(rounded), reckoning.policy.coefficients);
      const drawn = stepOnSheet(reckoning, 'coefficient', rounded)?.value ?? null;
      const coefficient = drawn ?? told ?? (decided === null ? null : new Decimal(decided));
      if (!coefficient) return unknownResult('no-table');
      const native = drawn
        ? scaleFormula(drawnSteps(scaleSteps(reckoning, 'coefficient')), reckoning.form.totals[at] as TotalCell, at)
        : null;
      const expression = constant(fractionOf(coefficient));
      return { kind: 'number', expression, places: coefficient.decimalPlaces(), percent: false, ...(native ? { native } : {}) };
    },
  };
};
