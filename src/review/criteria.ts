/** The readings of a form's criteria, and what they say about top points and bands. */
import Decimal from 'decimal.js';
import { bandsOf, readCriteria, type Reading } from '../rubric';
import { everything, type Interval } from '../rubric/interval';
import { rowBands } from './rowBands';
import type { Rule } from '../rubric/rule';
import type { Band } from '../rubric/types';
import { cellAt, type Grid } from '../form/grid';
import type { CellText, Form, Indicator } from '../form/types';
import type { ReviewContext } from './context';
import { fractionOf, type Fraction } from './fraction';

const higher = (a: Decimal | null, b: Decimal | null): Decimal | null => (a && b ? Decimal.max(a, b) : (a ?? b));

/** Top points that one rule states: 得20分, 满分10分, 5级20分. Deductions, shares of full marks and parts state none. */
function topOfRule(rule: Rule): Decimal | null {
  switch (rule.kind) {
    case 'band':
    case 'label':
    case 'level':
      return rule.award.amount?.mode === 'set' && rule.award.amount.of === 'points' ? rule.award.amount.high : null;
    case 'fullMarks':
      return rule.points;
    case 'manual':
      return rule.high;
    default:
      return null;
  }
}

/** A row made of one part only has that part's top; several parts add up. */
function topOfParts(rules: readonly Rule[]): Decimal | null {
  const tops = rules.flatMap((rule) => (rule.kind === 'part' ? [rule.fullMarks ?? topOfRules(rule.rules)] : []));
  return tops.length > 0 && tops.every((top) => top !== null)
    ? tops.reduce<Decimal>((sum, top) => sum.plus(top as Decimal), new Decimal(0))
    : null;
}

const topOfRules = (rules: readonly Rule[]): Decimal | null => rules.map(topOfRule).reduce(higher, null) ?? topOfParts(rules);

/** The share of its row that a text states for itself (线上响应速度占50%); null where it states none or several. */
export function partShare(reading: Reading | null): Fraction | null {
  const parts = reading?.rules.flatMap((rule) => (rule.kind === 'part' ? [rule] : [])) ?? [];
  const share = parts.length === 1 ? parts[0]?.share : null;
  return share ? fractionOf(share) : null;
}

/** Forms of one workbook repeat the same criteria; each text is read once. */
const readings = new Map<string, Reading>();
const mostReadings = 4000;

function cachedReading(text: string, indicator = ''): Reading {
  const key = `${indicator}\n${text}`;
  const known = readings.get(key);
  if (known) return known;
  if (readings.size >= mostReadings) readings.clear();
  const reading = readCriteria(text, indicator === '' ? {} : { indicator });
  readings.set(key, reading);
  return reading;
}

/** The reading of an indicator's criteria; null where it has none. */
export const readingOf = (indicator: Indicator): Reading | null =>
  indicator.criteria && indicator.criteria.text.trim() !== '' ? cachedReading(indicator.criteria.text, indicator.name) : null;

const givesPoints = (reading: Reading): boolean => bandsOf(reading).filter(({ points, range }) => points ?? range).length > 1;

/** Texts of the row beside its criteria. */
function otherTexts(grid: Grid, indicator: Indicator): readonly CellText[] {
  const row = indicator.rows[0];
  const entries = new Set(indicator.entries.map(({ column }) => column));
  return [...(grid.rows.get(row) ?? [])].flatMap(([column, cell]) =>
    typeof cell.value === 'string' && !entries.has(column) && column !== indicator.criteria?.column && column > indicator.cell.column
      ? [{ row, column, text: cell.value }]
      : [],
  );
}

/**
 * The text that scores a row. Some forms describe levels in one cell (`1级:提供必要服务`) and give their points in the next
 * (`1级4分`): where the criteria give no points and exactly one other text of the row does, that one.
 */
export function scoringText(grid: Grid, indicator: Indicator): CellText | null {
  const own = readingOf(indicator);
  const levelled = own !== null && own.rules.some(({ kind }) => kind === 'level' || kind === 'label');
  if (indicator.column !== null || !levelled || givesPoints(own)) return indicator.criteria;
  const others = otherTexts(grid, indicator).filter(({ text }) => text.length < 400 && givesPoints(cachedReading(text)));
  return others.length === 1 ? (others[0] as CellText) : indicator.criteria;
}

/** The most that a row of extra or lost points comes to (最高加5分, 最多扣10分). */
function capOfExtras(reading: Reading | null): Decimal | null {
  const limits =
    reading?.rules.flatMap((rule) => (rule.kind === 'limit' && rule.bound === 'cap' && rule.at !== 'fullMarks' ? [rule.at] : [])) ?? [];
  return limits.length === 1 ? (limits[0] ?? null) : null;
}

/** Top points of a row: its printed marks, else what its criteria give at most; null where neither says it. */
export function topOf(form: Form, indicator: Indicator, reading: Reading | null): Fraction | null {
  const levels = form.levels.map(({ points }) => points).reduce(higher, null);
  const limit = indicator.kind === 'bonus' || indicator.kind === 'deduction' ? capOfExtras(reading) : null;
  const top = indicator.fullMarks ?? limit ?? (reading && reading.certainty !== 'unread' ? topOfRules(reading.rules) : null) ?? levels;
  return top ? fractionOf(top) : null;
}

/** Points have a lowest of 0 that need not be printed (40分以下): then it is no bound of the level. */
const asPrinted = (interval: Interval, header: string): Interval =>
  interval.low?.at.isZero() && !/(?<![\d.])0(?![\d.])/u.test(header) ? { ...interval, low: null } : interval;

/** Bands of the level columns (`优秀(90~100分)`), one for each column; levels with points of their own or without interval have no bounds. */
export function levelBands(form: Form, grid: Grid): readonly Band[] {
  return form.levels.map(({ headerCell, label, points }) => {
    const value = cellAt(grid, headerCell.row, headerCell.column)?.value;
    const header = typeof value === 'string' ? value : label;
    const band = points === null ? bandsOf(cachedReading(header.replace(/\s+/g, '')))[0] : undefined;
    return { tier: label, points, range: null, interval: asPrinted(band?.interval ?? everything, header), unit: band?.unit ?? null };
  });
}

/** Bands of one indicator: of its criteria, else of the level columns. */
export function bandsFor(context: ReviewContext, reading: Reading | null): readonly Band[] {
  const own = reading ? rowBands(reading, context.policy) : [];
  return own.length > 0 ? own : context.levelBands;
}
