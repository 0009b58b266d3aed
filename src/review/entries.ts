/** Judging every entry of an indicator: by its role, by the row's criteria, and by what is due at all. */
import Decimal from 'decimal.js';
import { plainText } from '../form/plainText';
import type { EntryCell, Indicator } from '../form/types';
import type { Band, EntryValue, Outcome } from '../rubric/types';
import { rowIndicator, runsAcross } from './blocks';
import { cellOf, textAt, type ReviewContext } from './context';
import { topOf } from './criteria';
import { entryValue } from './entryValue';
import { amountOf, assessed, isBlank, rowOf, type IndicatorFacts } from './indicatorFacts';
import { accepted, refused } from './judgement';
import { assessLevels, isLevelCell } from './levelEntries';
import { hasFired } from './vetoEntry';
import { asWhole } from './wholeScores';
import { canJudge, judgeScore, lookUp } from './typedScore';
import { isCross, isTick, starCount, typedAmount, typedDeduction, typedPoints, withDecimalPoint } from './typedNumber';
import type { AssessedEntry } from './types';

/** Stars that an indicator can get where the form does not say it. */
const mostStars = 5;
const notDue = new Set<EntryCell['role']>([
  'actual',
  'score',
  'grade',
  'deduction',
  'count',
  'tick',
  'effectiveness',
  'numerator',
  'denominator',
  'headcount',
  'days',
]);

/** Entries of one rater, month or component stand in one column (in one row where indicators run across). */
const lineOf = (context: ReviewContext, entry: EntryCell): number => (runsAcross(context.form) ? entry.row : entry.column);

/**
 * Lines (columns or rows) in which nobody typed anything yet: a month to come, a rater who has not rated, an empty template. Their
 * blanks are not missing entries (policy `blankColumn`). Level columns count together: one of them is ticked, the others stay blank.
 */
export function blankLines(context: ReviewContext): ReadonlySet<number> {
  if (context.policy.blankColumn === 'missing') return new Set();
  const entries = context.form.indicators.flatMap((indicator) => indicator.entries.filter((entry) => notDue.has(entry.role)));
  const lines = new Map<number, boolean>();
  const levelsBlank = entries.filter((entry) => isLevelCell(context, entry)).every((entry) => isBlank(context, entry));
  for (const entry of entries) {
    const blank = isLevelCell(context, entry) ? levelsBlank : isBlank(context, entry);
    lines.set(lineOf(context, entry), (lines.get(lineOf(context, entry)) ?? true) && blank);
  }
  return new Set([...lines].flatMap(([line, blank]) => (blank ? [line] : [])));
}

const notANumber = (value: EntryValue): Outcome =>
  refused('not-a-number', 'error', { value: value.kind === 'text' ? value.text : value.kind === 'error' ? value.code : '' });

/** 得分 = 分值 - 扣分, never below 0 unless the user wants it so; the sign of a deduction does not matter. */
function judgeDeduction(value: EntryValue, facts: IndicatorFacts, context: ReviewContext): Outcome {
  if (value.kind === 'blank')
    return context.policy.blankDeduction === 'none'
      ? accepted({ points: facts.most, normalized: null })
      : refused('missing-entry', 'warning');
  const repaired = (text: string): Decimal | null =>
    typedDeduction(context.policy.decimalStop === 'repair' ? withDecimalPoint(text) : text);
  const amount = amountOf(value, repaired)?.abs();
  if (!amount) return notANumber(value);
  const left = facts.most?.minus(amount) ?? null;
  const floored = left && context.policy.deductionFloor === 'zero' ? Decimal.max(left, 0) : left;
  return accepted({ points: floored, normalized: amount });
}

/** How often something happened; the criteria say what each time costs. */
function judgeCount(value: EntryValue, facts: IndicatorFacts, context: ReviewContext): Outcome {
  const amount = value.kind === 'blank' && context.policy.blankDeduction === 'none' ? new Decimal(0) : amountOf(value, typedAmount);
  if (value.kind === 'blank' && !amount) return refused('missing-entry', 'warning');
  if (!amount) return notANumber(value);
  if (amount.isNegative() && !amount.isZero()) return refused('out-of-range', 'error', { value: amount.toFixed(), least: '0', most: '' });
  const points = pointsOfCount(amount, facts, context);
  return accepted({ points, normalized: amount });
}

/** Points that the criteria leave after so many incidents; full marks for none. */
export function pointsOfCount(count: Decimal, facts: IndicatorFacts, context: ReviewContext): Decimal | null {
  if (!facts.reading || !canJudge(facts.reading)) return null;
  const outcome = lookUp(facts.reading, { kind: 'number', value: count, percentFormat: false }, rowOf(facts), context.policy);
  return outcome.points ?? (count.isZero() ? facts.most : null);
}

/** Amounts that stand for themselves; parts of a fraction do not. */
const isMeasure = (role: EntryCell['role']): boolean => role !== 'numerator' && role !== 'denominator';

/** Roles that something is divided by. */
const divisors = new Set<EntryCell['role']>(['denominator', 'headcount', 'days']);

function judgeAmount(value: EntryValue, role: EntryCell['role']): Outcome {
  if (value.kind === 'blank') return refused('missing-entry', 'warning');
  const amount = amountOf(value, typedAmount);
  if (!amount) return notANumber(value);
  const wrong = amount.isNegative() && !amount.isZero() ? 'negative' : divisors.has(role) && amount.isZero() ? 'zero' : null;
  return wrong
    ? refused('out-of-range', 'error', { value: amount.toFixed(), reason: wrong })
    : accepted({ points: isMeasure(role) ? amount : null, normalized: amount });
}

function judgeStars(value: EntryValue): Outcome {
  if (value.kind === 'blank') return refused('missing-entry', 'warning');
  const stars =
    value.kind === 'number'
      ? value.value.toNumber()
      : value.kind === 'text'
        ? (starCount(value.text) ?? typedPoints(value.text)?.toNumber() ?? null)
        : null;
  const shown = value.kind === 'text' ? value.text : String(stars ?? '');
  if (stars === null || !Number.isInteger(stars)) return refused('unknown-level', 'error', { value: shown });
  if (stars < 1 || stars > mostStars) return refused('out-of-range', 'error', { value: shown, least: '1', most: String(mostStars) });
  return accepted({ points: new Decimal(stars) });
}

/** Whether the tier or points of a measured value are wanted: a grade or score of the row is computed from it, or nothing else was typed. */
function actualIsNeeded(context: ReviewContext, facts: IndicatorFacts, entry: EntryCell): boolean {
  const others = facts.indicator.entries.filter(
    (other) => other !== entry && other.role !== 'actual' && lineOf(context, other) !== lineOf(context, entry),
  );
  const computed = context.form.totals.some(
    (total) => rowIndicator(context.form, total) === facts.index && (total.role === 'grade' || others.length === 0),
  );
  return computed || others.length === 0;
}

function judgeActual(value: EntryValue, entry: EntryCell, facts: IndicatorFacts, context: ReviewContext): Outcome {
  const needed = actualIsNeeded(context, facts, entry);
  const divided = facts.indicator.entries.some(({ role }) => divisors.has(role));
  if (divided && !needed) return judgeAmount(value, entry.role);
  if (!facts.reading || !canJudge(facts.reading)) return accepted({ normalized: amountOf(value, typedAmount) });
  if (value.kind === 'blank') return needed ? refused('missing-entry', 'warning') : accepted();
  const outcome = beyondScale(lookUp(facts.reading, value, rowOf(facts), context.policy), facts.bands);
  return outcome.valid || needed ? outcome : accepted();
}

/** 101 where the best band ends at 100, -5 where all bounds are above 0: no hole of the criteria, but a slip. */
function beyondScale(outcome: Outcome, bands: readonly Band[]): Outcome {
  const value = outcome.normalized;
  const bounds = bands.flatMap(({ interval }) => [interval.low?.at, interval.high?.at]).filter((at) => at !== undefined);
  if (!value || bounds.length === 0 || bounds.some((at) => at.isNegative() && !at.isZero())) return outcome;
  const closed = bands.every(({ interval }) => interval.high !== null);
  const most = Decimal.max(...bounds);
  const high = closed && most.eq(100) && value.gt(most);
  const low = value.isNegative() && !value.isZero();
  return high || low ? refused('out-of-range', 'error', { value: value.toFixed(), least: '0', most: high ? most.toFixed() : '' }) : outcome;
}

function judge(value: EntryValue, entry: EntryCell, facts: IndicatorFacts, context: ReviewContext): Outcome {
  switch (entry.role) {
    case 'actual':
      return judgeActual(value, entry, facts, context);
    case 'deduction':
      return judgeDeduction(value, facts, context);
    case 'count':
      return judgeCount(value, facts, context);
    case 'numerator':
    case 'denominator':
    case 'headcount':
    case 'days':
      return judgeAmount(value, entry.role);
    case 'effectiveness':
      return judgeStars(value);
    case 'grade':
      return judgeGrade(value, facts, context);
    case 'score':
      return context.form.layout === 'checklist'
        ? judgeChecked(value, facts, context)
        : asWhole(judgeTyped(value, facts, context), context);
    default:
      return judgeTyped(value, facts, context);
  }
}

/** A line of a checklist: ticked gives its marks, crossed gives 0; points may be typed as well. */
function judgeChecked(value: EntryValue, facts: IndicatorFacts, context: ReviewContext): Outcome {
  if (value.kind === 'blank' && context.policy.blankTick === 'not-done') return accepted({ points: new Decimal(0), normalized: null });
  const done = value.kind === 'boolean' ? value.value : value.kind === 'text' ? tickOrCross(value.text, context) : null;
  if (done === null) return judgeTyped(value, facts, context);
  return accepted({ points: done ? facts.most : new Decimal(0), normalized: null });
}

const tickOrCross = (text: string, context: ReviewContext): boolean | null =>
  isTick(text, context.policy.extraTicks) ? true : isCross(text) ? false : null;

function judgeTyped(value: EntryValue, facts: IndicatorFacts, context: ReviewContext): Outcome {
  const { kind } = facts.indicator;
  // A bonus or veto row without entry adds nothing and decides nothing.
  if (value.kind === 'blank' && kind !== 'normal') return accepted();
  if (kind === 'veto') return hasFired(value) === null ? refused('unknown-level', 'error', { value: shownOf(value) }) : accepted();
  if (kind === 'deduction') return judgeTakenOff(value, facts);
  const amount = kind === 'bonus' ? amountOf(value, typedPoints) : null;
  // Parts that add and take off (`加减分项`) say by the sign which of both.
  if (amount?.isNegative() && takesOffToo(context, facts)) return accepted({ points: amount });
  return judgeScore(value, rowOf(facts), context.policy);
}

const bothWays = /加[/、]?[减扣]|奖[/、]?[惩罚扣]|±|扣|减|deduct|penalt/iu;

/** Whether a row of extra points says that it takes points off as well: in its name, its criteria or its section's name. */
function takesOffToo(context: ReviewContext, { indicator }: IndicatorFacts): boolean {
  const section = indicator.section === null ? '' : (context.form.sections[indicator.section]?.name ?? '');
  const measure = indicator.fullMarksCell ?? indicator.weightCell;
  return bothWays.test(
    plainText([indicator.name, indicator.criteria?.text ?? '', section, measure ? textAt(context, measure) : ''].join(' ')),
  );
}

/** A number typed in a row that only takes points off (减分项): its sign does not matter, its size is limited by the row's criteria. */
function judgeTakenOff(value: EntryValue, facts: IndicatorFacts): Outcome {
  const amount = amountOf(value, typedDeduction);
  if (!amount) return notANumber(value);
  if (facts.most && amount.abs().gt(facts.most))
    return refused('out-of-range', 'error', { value: amount.toFixed(), least: '0', most: facts.most.toFixed() });
  return accepted({ points: amount });
}

/** A grade that a rater chooses: a tier word of the criteria. */
function judgeGrade(value: EntryValue, facts: IndicatorFacts, context: ReviewContext): Outcome {
  if (value.kind === 'blank') return refused('missing-entry', 'warning');
  if (facts.reading && canJudge(facts.reading)) return lookUp(facts.reading, value, rowOf(facts), context.policy);
  if (value.kind === 'text' && facts.words.size > 0) return judgeScore(value, rowOf(facts), context.policy);
  return value.kind === 'text' ? accepted({ tier: value.text }) : refused('unknown-level', 'error', { value: shownOf(value) });
}

const shownOf = (value: EntryValue): string => (value.kind === 'number' ? value.value.toFixed() : value.kind === 'text' ? value.text : '');

/** Roles from which the row's score is computed; where nobody typed any of them but a score stands, the score was given directly. */
const sources = new Set<EntryCell['role']>(['count', 'numerator', 'denominator', 'headcount', 'days']);

function dropUnused(context: ReviewContext, cells: readonly EntryCell[]): readonly EntryCell[] {
  const used = cells.filter((entry) => sources.has(entry.role) && !isBlank(context, entry));
  const typed = cells.some((entry) => !sources.has(entry.role) && !isBlank(context, entry));
  return used.length === 0 && typed ? cells.filter((entry) => !sources.has(entry.role)) : cells;
}

/**
 * Judges the entries of one indicator. Cells of lines that are not due, unused source cells and unmarked level cells are left out.
 *
 * @param blank the lines from {@link blankLines}
 */
export function assessEntries(context: ReviewContext, facts: IndicatorFacts, blank: ReadonlySet<number>): readonly AssessedEntry[] {
  const due = facts.indicator.entries.filter((entry) => !blank.has(lineOf(context, entry)));
  const cells = dropUnused(context, due);
  const levels = cells.filter((entry) => isLevelCell(context, entry));
  const rest = cells.filter((entry) => !isLevelCell(context, entry));
  const judged = rest.map((entry) => {
    const cell = cellOf(context, entry);
    const value = entryValue(cell);
    // What a formula of the form's own comes to is no slip of typing: only a printed limit holds for it.
    const free = (cell?.formula ?? null) !== null && !topOf(context.form, facts.indicator, facts.reading);
    return assessed(context, entry, value, judge(value, entry, free ? { ...facts, most: null } : facts, context));
  });
  return [...judged, ...(levels.length > 0 ? assessLevels(context, facts, levels) : [])];
}

/** Scores that were typed as numbers, before they are judged: they tell the scale where nothing else does. */
export function typedScores(context: ReviewContext, indicator: Indicator): readonly Decimal[] {
  return indicator.entries.flatMap((entry) => {
    if (entry.role !== 'score') return [];
    const value = entryValue(cellOf(context, entry));
    const points = value.kind === 'number' && !value.percentFormat ? value.value : value.kind === 'text' ? typedPoints(value.text) : null;
    return points ? [points] : [];
  });
}
