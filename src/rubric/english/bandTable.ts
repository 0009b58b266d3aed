/**
 * Tables of bands: a column of intervals beside a column of points, of names, or of both. `90 - 100 A`, `99% - < 99.9% | 1 credit`,
 * `0 to 20 Low Risk 20 to 50 Moderate Risk`, `Less than 75% | 0%`. Columns that say the same in every row say what is measured.
 */
import Decimal from 'decimal.js';
import { exactly, type Interval } from '../interval';
import { intervalIn } from '../settleBands';
import { sameKind, unitKind, type UnitName } from '../quantity';
import type { Amount, BandRule, FullMarksRule } from '../rule';
import type { Assembly } from './assemble';
import { quotable } from './layout';
import { bandOf, setTo } from './pairs';
import { spoiled } from './pairGrammar';
import { changing } from './steps';
import { placeOfRow, tablesIn, type Cell, type Cut, type Row } from './tableCells';

interface Bounded {
  readonly interval: Interval;
  readonly unit: UnitName | null;
  readonly ranged: boolean;
  readonly words: string;
}

const none = /^(?:none|no [a-z]+s|zero|nil)$/i;
const upward = /^\(?(?:or|and) (?:higher|above|more|over|better)\)?$/i;

/** What a cell bounds: an interval, a number, `none`. */
function boundedIn({ chunk, words, sign }: Cell): Bounded | null {
  if (!chunk) return none.test(words) ? { interval: exactly(new Decimal(0)), unit: null, ranged: false, words: '' } : null;
  if (chunk.kind === 'share' || sign !== null) return null;
  if (chunk.kind !== 'interval') return { interval: exactly(chunk.quantity.amount), unit: chunk.quantity.unit, ranged: false, words };
  const [interval] = chunk.intervals;
  if (!interval || chunk.intervals.length > 1) return null;
  const open = upward.test(words);
  return {
    interval: open ? { ...interval, high: null } : interval,
    unit: chunk.unit,
    ranged: chunk.ranged && !open,
    words: open ? '' : words,
  };
}

/** `Level 1` and `Level 2` differ; `3 days` and `5 days` do not. */
const numberedName = /^[a-z]{3,12} \d{1,2}$/;
function bare(words: string): string {
  const lower = words.toLowerCase();
  if (numberedName.test(lower)) return lower;
  const letters = lower.replace(/[^a-z ]/g, '');
  return letters.replace(/(?<=ch|sh|x|ss)es\b|s\b/g, '').trim();
}

/** Whether words say the same in every row, or nothing. */
const isConstant = (all: readonly string[]): boolean => new Set(all.map(bare).filter((words) => words !== '')).size <= 1;

const isInterval = (cell: Cell | undefined): boolean => cell?.chunk?.kind === 'interval';

/** Whether intervals follow one another: they meet at most in a boundary, or all are bounded on one side only. */
function follow(all: readonly Interval[]): boolean {
  const sorted = [...all].sort((a, b) => startOf(a).cmp(startOf(b)));
  if (all.every(({ high }) => high === null) || all.every(({ low }) => low === null)) return true;
  return sorted.slice(1).every(({ low }, at) => {
    const { high } = sorted[at] as Interval;
    return low !== null && high !== null && low.at.gte(high.at);
  });
}
const startOf = ({ low, high }: Interval): Decimal => low?.at ?? (high?.at.minus('1e-9') as Decimal);

const column = (rows: readonly Row[], at: number): readonly Cell[] => rows.map((row) => row[at] as Cell);

interface Condition {
  readonly at: number;
  readonly bounds: readonly Bounded[];
  readonly unit: UnitName | null;
  /** Words beside the numbers that differ from row to row. */
  readonly named: boolean;
}

function conditionAt(rows: readonly Row[], at: number): Condition | null {
  const cells = column(rows, at);
  const bounds = cells.map(boundedIn);
  if (bounds.some((bound) => bound === null)) return null;
  const all = bounds as readonly Bounded[];
  const units = [...new Set(all.flatMap(({ unit }) => unit ?? []))];
  const named = !isConstant(all.map(({ words }) => words));
  if (!units.every((unit) => sameKind(unit, units[0] as UnitName)) || (named && all.some(({ words }) => words.includes(' ')))) return null;
  if (new Set(all.map(({ interval }) => `${interval.low?.at} ${interval.high?.at}`)).size !== all.length) return null;
  return follow(all.map(({ interval, unit }) => intervalIn(interval, unit, units[0] ?? null)))
    ? { at, bounds: all, unit: units[0] ?? null, named }
    : null;
}

const ofRate =
  /(?:credits?|commission|rates?|refund|rebate|discount|increase|raise|surcharge|tax)\b|[:=] ?\d[\d.]* ?% (?:on|of) (?:all |the |total |net |gross )*(?:deals|sales|premiums?|revenues?)\b/i;
const whole = /^(?:the )?(?:full|target|maximum) (?:bonus|payout|award|incentive|credit)$/i;

/** What a cell gives; null where it gives nothing. */
function amountIn({ chunk, words, sign }: Cell, rate: boolean): Amount | null {
  if (chunk?.kind === 'share') return setTo(new Decimal(chunk.share), 'fullMarks');
  if (!chunk) return whole.test(words) ? setTo(new Decimal(1), 'fullMarks') : none.test(words) ? setTo(new Decimal(0), 'points') : null;
  if (chunk.kind === 'interval') return null;
  const { amount, unit } = chunk.quantity;
  const kind = unitKind(unit);
  if (kind !== null && kind !== 'points' && kind !== 'ratio' && unit !== null && chunk.kind === 'measure') return null;
  const set = kind === 'ratio' && !rate ? setTo(amount.div(100), 'fullMarks') : setTo(amount, 'points');
  return sign === '-' && !amount.isZero() ? { ...set, mode: 'deduct' } : set;
}

const taken = /\b(?:penalt(?:y|ies)|deduct\w*|demerits?|reductions?|points? (?:lost|off)|violations?)\b/i;
const notPoints = /\bdemerit points?\b|\bpoints? (?:assessed|assigned)\b/i;

interface Awards {
  readonly at: number;
  readonly amounts: readonly Amount[];
  readonly doubtful: boolean;
}

function awardsAt(cut: Cut, at: number, text: string): Awards | null {
  const cells = column(cut.rows, at);
  const amounts = cells.map((cell) => amountIn(cell, ofRate.test(text)));
  if (amounts.some((amount) => amount === null) || !isConstant(cells.filter(({ chunk }) => chunk).map(({ words }) => words))) return null;
  if (cells.filter(({ chunk }) => chunk).length < cells.length / 2) return null;
  const all = amounts as readonly Amount[];
  const head = cut.head.map(({ words }) => words).join(' ');
  const signed = cells.some(({ sign }) => sign === '-');
  if (signed) return { at, amounts: all, doubtful: !taken.test(text) };
  const takes = taken.test(head) && !notPoints.test(head);
  return { at, amounts: takes ? all.map((amount) => ({ ...amount, mode: 'deduct' as const })) : all, doubtful: false };
}

const longestName = 60;
const longName = 5;
const outcome =
  /\b(?:risk|action|warning|suspen\w*|terminat\w*|dismiss\w*|refer\w*|review|treatment|counsel\w*|plan|required|necessary|needed)\b/i;
const isDescription = (words: string): boolean => words.split(' ').length > longName && !outcome.test(words);

/** Words that are parts of a sentence, or of two members. */
const noName =
  /^(?:is|are|was|were|will|be|as|of|to|and|or|otherwise|else|if|when|than|for|with)\b|\b(?:and|or|to|than|receives?|gets?|earns?|gives?|pays?|means?|submitted)$|^(?:shown|displayed|marked|highlighted|indicates?)\b|, (?:are|is|indicates?|means?)\b|[=;]|[.] |: |[(]\s*[)]|\w [/|] \w/i;
/** `Poor (immediate attention required)`: a bracket that is more than a short form is a note. */
const remark = /\s*\([^()]{5,}\)$/;

const titled = /\w - /;
/** Words of a description that may change points. */
const moves = /\b(?:points?|marks?|deduct\w*|minus|lose[sd]?|penal\w*)\b/i;

function namesAt(rows: readonly Row[], at: number): readonly string[] | null {
  const cells = column(rows, at);
  const words = cells.map((cell) => cell.words.replace(remark, '').replace(/\s*\.$/, ''));
  if (cells.some(({ chunk }) => chunk !== null) || new Set(words.map((one) => one.toLowerCase())).size !== words.length) return null;
  // The first name behind a title of the whole list.
  if (words.filter((one) => titled.test(one)).length === 1) return null;
  return words.every((one) => one !== '' && !noName.test(one) && !(isDescription(one) ? moves : spoiled).test(one) && !changing.test(one))
    ? words
    : null;
}

interface Roles {
  readonly condition: Condition;
  readonly awards: Awards | null;
  readonly names: readonly string[] | null;
  /** Whether a column is left that says something else in each row. */
  readonly left: boolean;
  /** Whether names stand in front of what they are for, on lines without cells. */
  readonly first: boolean;
}

/** Which column bounds and which ones give. */
function rolesOf(cut: Cut, text: string): Roles | null {
  const { rows } = cut;
  const all = (rows[0] ?? [])
    .map((_, at) => at)
    .filter((at) => column(rows, at).some(({ chunk }) => chunk) || !isConstant(column(rows, at).map(({ words }) => words)));
  const conditions = all.flatMap((at) => conditionAt(rows, at) ?? []).filter(({ at }) => column(rows, at).some(isInterval));
  const [condition] = conditions;
  if (!condition) return null;
  const others = all.filter((at) => at !== condition.at && !conditions.some((other) => other.at === at));
  const awards = others.flatMap((at) => awardsAt(cut, at, text) ?? []);
  const names = others.flatMap((at) => {
    const found = namesAt(rows, at);
    return found ? [{ at, found }] : [];
  });
  const used = new Set([condition.at, awards[0]?.at, names[0]?.at]);
  if (awards.length > 1 || (awards.length === 0 && names.length === 0)) return null;
  const first = !text.includes('|') && Boolean(names[0] && names[0].at < condition.at);
  const left = condition.named || all.some((at) => !used.has(at));
  return { condition, awards: awards[0] ?? null, names: names[0]?.found ?? null, left, first };
}

/** Names of ranges of plain points may be quoted for their range. */
function bandFor(row: Row, at: number, { condition, awards, names }: Roles): BandRule {
  const { interval, ranged } = condition.bounds[at] as Bounded;
  const unit = condition.bounds[at]?.unit ?? condition.unit;
  const name = names?.[at] ?? null;
  const amount = awards?.amounts[at] ?? null;
  const { low, high } = interval;
  const form = ranged ? 'range' : low && high?.at.eq(low.at) ? 'bare' : 'compared';
  const span = placeOfRow(row);
  if (name && !amount && isDescription(name) && (unit === null || unit === '分') && low && high) {
    const given = { mode: 'set' as const, low: low.at, high: high.at, of: 'points' as const };
    return { ...bandOf(interval, '分', 'range', { tier: null, amount: given }), phrases: quotable(name), ofPoints: true, span };
  }
  // A letter that is worth points heads its line; it is no tier of its own.
  if (name && amount && /^[a-z]$/i.test(name)) return { ...bandOf(interval, unit, form, { tier: null, amount }), label: name, span };
  const tier = name && name.length <= longestName ? name : null;
  return {
    ...bandOf(interval, unit, form, { tier: tier ?? (amount ? null : name), amount }),
    phrases: name ? quotable(name).filter((phrase) => phrase !== tier) : [],
    span,
  };
}

const points = /\((?:max(?:imum)?\.? |out of )?(\d+) ?(?:points?|pts?|marks?)\)/i;

/** A title that says how many marks there are. */
function fullMarksIn(head: string): readonly FullMarksRule[] {
  const stated = points.exec(head)?.[1];
  return stated ? [{ kind: 'fullMarks', span: { start: 0, end: 0 }, points: new Decimal(stated) }] : [];
}

/** `Excellent 90-100`: names with the points they give; labels are read elsewhere, unless their names are numbered. */
const isNamedRange = ({ condition, awards, names, first }: Roles): boolean =>
  first &&
  awards === null &&
  condition.bounds.every(({ unit, ranged }) => ranged && (unit === null || unit === '分')) &&
  !names?.every((name) => /\d/.test(name));

function tableOf(cut: Cut, text: string): Assembly | null {
  const head = cut.head.map(({ words }) => words).join(' ');
  const roles = rolesOf(cut, text);
  if (!roles || changing.test(head) || isNamedRange(roles)) return null;
  const rules = cut.rows.map((row, at) => bandFor(row, at, roles));
  return { rules: [...rules, ...fullMarksIn(head)], doubtful: roles.left || (roles.awards?.doubtful ?? false), issues: [] };
}

/** What lies between rows is worked out, or rows repeat. */
const joined =
  /\b(?:interpolat\w*|proportion\w*|linear(?:ly)?|pro[- ]?rata|straight[- ]line|in between|between these|for (?:each|every)|thereafter)\b/i;

/**
 * Reads a text as a table of bands.
 *
 * @param text a normalised text without bullets
 * @returns a band for each row, or null where cells are left that no column explains
 */
export function bandTable(text: string): Assembly | null {
  if (joined.test(text)) return null;
  for (const cut of tablesIn(text)) {
    const found = tableOf(cut, text);
    if (found) return found;
  }
  return null;
}
