/**
 * The lexer: one pass over the normalised text, longest words first, each position looked at a bounded number of times.
 * It finds what can be known from the near surroundings; what a bare number means is settled by clauses.ts.
 */
import Decimal from 'decimal.js';
import { atLeast, atMost, between, exactly, lessThan, moreThan, type Interval } from './interval';
import type { BreakStrength, Item } from './item';
import { readQuantity, readUnit, sameKind, type UnitName } from './quantity';
import type { Amount } from './rule';
import type { Quantity } from './types';
import {
  awardVerbs,
  comparisonsAfter,
  comparisonsBefore,
  openAwards,
  rangeJoints,
  tierWords,
  wholeAwards,
  type Comparison,
} from './vocabulary';
import { lowerCase, wordTable } from './wordTable';

type Pairs<Value> = readonly (readonly [Value, readonly string[]])[];
const pairs = <Key extends string>(table: Readonly<Record<Key, readonly string[]>>): Pairs<Key> =>
  Object.entries(table) as unknown as Pairs<Key>;

const before = wordTable(pairs<Comparison>(comparisonsBefore));
const after = wordTable(pairs<Comparison>(comparisonsAfter));
const joints = wordTable([['range', rangeJoints]]);
const verbs = wordTable([...pairs(awardVerbs), ['set', ['扣至', '扣到', '减至', '减到']] as const]);
const tiers = wordTable(tierWords.map((tier) => [tier, [tier]] as const));
const wholes = wordTable(wholeAwards.map((row) => [row, row.words] as const));
const opens = wordTable(pairs<'add' | 'deduct'>(openAwards));

const makers: Readonly<Record<Comparison, (at: Decimal) => Interval>> = { atLeast, moreThan, atMost, lessThan, exactly };

interface Cursor {
  readonly text: string;
  readonly lower: string;
}

const breaks: Readonly<Record<string, BreakStrength>> = {
  ';': 'hard', '；': 'hard', '。': 'hard', '\n': 'hard', '|': 'hard', '!': 'hard', '！': 'hard', '…': 'hard', '?': 'hard',
  ',': 'comma', '，': 'comma', '、': 'pause', '/': 'pause', ':': 'colon',
  '(': 'open', '[': 'open', '【': 'open', '{': 'open', ')': 'close', ']': 'close', '】': 'close', '}': 'close',
}; // prettier-ignore

const skipSpace = (text: string, at: number): number => (text[at] === ' ' ? at + 1 : at);
const isLetter = (char: string | undefined): boolean => char !== undefined && /[A-Za-z]/.test(char);
const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9';

/** A full stop ends a sentence where a space and no digit follows; 0.5 and `e.g.` do not. */
function breakAt({ text }: Cursor, at: number): Item | null {
  const char = text[at] as string;
  const strength = breaks[char];
  if (strength) return { kind: 'break', strength, text: char, start: at, end: at + 1 };
  if (char === '.' && text[at + 1] === '.') {
    let end = at + 1;
    while (text[end] === '.') end += 1;
    return { kind: 'break', strength: 'hard', text: '…', start: at, end };
  }
  const stop =
    char === '.' &&
    !isDigit(text[at + 1]) &&
    (at + 1 >= text.length || /\s/.test(text[at + 1] as string)) &&
    !/\b[a-z]$/i.test(text.slice(at - 2, at)) &&
    !/\b(?:max|min|approx|incl|vs)$/i.test(text.slice(Math.max(0, at - 6), at));
  return stop ? { kind: 'break', strength: 'hard', text: char, start: at, end: at + 1 } : null;
}

const chineseNumeral = /[零〇一二两三四五六七八九十百千万亿半壹贰叁肆伍陆柒捌玖拾佰仟]/;

/** A number at `at`. Chinese numerals count only with a unit (一般 is a word, 一次 is a number); `24H` inside a word does not. */
function quantityAt({ text }: Cursor, at: number, signed = false): { readonly quantity: Quantity; readonly end: number } | null {
  const char = text[at] as string;
  const numeral = chineseNumeral.test(char) || isLetter(char);
  if (!numeral && !/[\d.½¼¾⅓⅔]/.test(char) && !(signed && /[-+负]/.test(char))) return null;
  if (isLetter(text[at - 1]) && !signed) return null;
  if (char === '一' && text.startsWith('一票否决', at)) return null;
  if (/^\d[A-Z]\p{Script=Han}/u.test(text.slice(at, at + 3)) && !isDigit(text[at - 1])) return null;
  const read = readQuantity(text, at, signed);
  if (!read || (numeral && read.quantity.unit === null)) return null;
  return read;
}

const contained = /\s?\((含本数|不含本数|不包含|不包括|不含|包含|包括|含)(?:\d+(?:\.\d+)?\s?(?:分|%|次|天|个)?)?\)/y;

/** (含), (不含) behind a number: whether the number itself belongs to it; null where nothing is said. */
function statedInclusion(text: string, at: number): { readonly inclusive: boolean; readonly end: number } | null {
  contained.lastIndex = at;
  const found = contained.exec(text);
  return found ? { inclusive: !(found[1] as string).startsWith('不'), end: at + found[0].length } : null;
}

function withInclusion(interval: Interval, inclusive: boolean | null): Interval {
  if (inclusive === null) return interval;
  const set = (bound: Interval['low']): Interval['low'] => bound && { at: bound.at, inclusive };
  return { low: set(interval.low), high: set(interval.high) };
}

/** The comparison behind a number (以上, 及以上者, or more), doubled ones once. */
function comparisonAfter(
  cursor: Cursor,
  at: number,
): { readonly comparison: Comparison; readonly end: number; readonly word: string } | null {
  const found = after.at(cursor.lower, skipSpace(cursor.text, at));
  if (!found) return null;
  if (found.word === '+' && (cursor.text[found.end - 2] === '%' || /[^\s,，;；。)]/.test(cursor.text[found.end] ?? ''))) return null;
  if (/^(?:and|or) /.test(found.word) && cursor.lower.startsWith(' than', found.end)) return null;
  if (found.word === '内' && /[部容外勤]/.test(cursor.text[found.end] ?? '')) return null;
  if (found.word === '起' && !/[^\d]/.test(cursor.text[found.end] ?? ' ')) return null;
  let end = found.end;
  for (let again = after.at(cursor.lower, end); again && again.value === found.value; again = after.at(cursor.lower, end)) end = again.end;
  return { comparison: found.value, end: cursor.text[end] === '者' ? end + 1 : end, word: found.word };
}

interface Bounded {
  readonly interval: Interval;
  readonly unit: UnitName | null;
  readonly end: number;
  readonly form: 'compared' | 'range' | 'below';
  /** 85分(含)至95分: the bound that nothing is said about. */
  readonly open?: 'low' | 'high';
}

function finish(cursor: Cursor, found: Bounded): Bounded {
  const stated = statedInclusion(cursor.text, found.end);
  if (!stated || found.form === 'range') return found;
  return { ...found, interval: withInclusion(found.interval, stated.inclusive), end: stated.end, form: 'compared' };
}

/** 85分以上, 2次及以下, 3天内. */
function suffixed(cursor: Cursor, quantity: Quantity, end: number): Bounded | null {
  const stated = statedInclusion(cursor.text, end);
  const found = comparisonAfter(cursor, stated?.end ?? end);
  if (!found) return null;
  const interval = withInclusion(makers[found.comparison](quantity.amount), stated?.inclusive ?? null);
  const form = found.word === '以下' && !stated ? 'below' : 'compared';
  const unit = quantity.unit === null ? readUnit(cursor.text, skipSpace(cursor.text, found.end)) : null;
  return finish(cursor, { interval, unit: unit?.unit ?? quantity.unit, end: unit?.end ?? found.end, form });
}

const rangeTail = /\s?(?:之间|区间|范围内|的)?/y;

/** 80-89分, 80%~90%, 80分(含)-90分, 5至10天, `between 5 and 10`. */
function ranged(cursor: Cursor, first: Quantity, end: number): Bounded | null {
  const lowStated = statedInclusion(cursor.text, end);
  const at = skipSpace(cursor.text, lowStated?.end ?? end);
  const joint = joints.at(cursor.lower, at);
  if (!joint) return null;
  const second = quantityAt(cursor, skipSpace(cursor.text, joint.end), cursor.text[skipSpace(cursor.text, joint.end)] === '-');
  const excludes = /less|under|below|not/.test(joint.word);
  if (
    !second ||
    !sameKind(first.unit, second.quantity.unit) ||
    (first.unit !== null && second.quantity.unit === null && first.unit !== '%' && first.unit !== '分')
  )
    return null;
  const found = rangeOf(cursor, first, second, lowStated);
  return excludes && found.interval.high
    ? { ...found, interval: { ...found.interval, high: { at: found.interval.high.at, inclusive: false } } }
    : found;
}

function rangeOf(
  cursor: Cursor,
  first: Quantity,
  second: { readonly quantity: Quantity; readonly end: number },
  lowStated: { readonly inclusive: boolean } | null,
): Bounded {
  const unit = second.quantity.unit ?? first.unit;
  const highStated = statedInclusion(cursor.text, second.end);
  rangeTail.lastIndex = highStated?.end ?? second.end;
  const tail = rangeTail.exec(cursor.text)?.[0] ?? '';
  const range = between(first.amount, second.quantity.amount);
  const ascending = first.amount.lte(second.quantity.amount);
  const [low, high] = ascending ? [lowStated, highStated] : [highStated, lowStated];
  const interval = {
    low: range.low && { at: range.low.at, inclusive: low?.inclusive ?? true },
    high: range.high && { at: range.high.at, inclusive: high?.inclusive ?? true },
  };
  const open = low?.inclusive && !high ? 'high' : high?.inclusive && !low ? 'low' : undefined;
  return { interval, unit, end: (highStated?.end ?? second.end) + tail.length, form: 'range', ...(open ? { open } : {}) };
}

/** 10<X≤20, 80%≤完成率<90%: two signs around a name of at most twelve characters. */
const middle = /\s?(<=|<|≤|>=|>|≥)\s?[^\d<>≤≥=,，;；。\n]{0,12}?(<=|<|≤|>=|>|≥)\s?/y;
function sandwiched(cursor: Cursor, first: Quantity, end: number): Bounded | null {
  middle.lastIndex = end;
  const found = middle.exec(cursor.text);
  if (!found) return null;
  const second = quantityAt(cursor, end + found[0].length, true);
  if (!second) return null;
  const range = between(first.amount, second.quantity.amount);
  const ascending = first.amount.lte(second.quantity.amount);
  const open = (sign: string | undefined): boolean => sign === '<' || sign === '>';
  const [lowSign, highSign] = ascending ? [found[1], found[2]] : [found[2], found[1]];
  const interval = {
    low: range.low && { at: range.low.at, inclusive: !open(lowSign) },
    high: range.high && { at: range.high.at, inclusive: !open(highSign) },
  };
  return { interval, unit: second.quantity.unit ?? first.unit, end: second.end, form: 'compared' };
}

/** What a number and its surroundings bound; null for a bare number. */
function boundedFrom(cursor: Cursor, quantity: Quantity, end: number): Bounded | null {
  return sandwiched(cursor, quantity, end) ?? ranged(cursor, quantity, end) ?? suffixed(cursor, quantity, end);
}

function item(found: Bounded, start: number): Item {
  const open = found.open ? { open: found.open } : {};
  return { kind: 'interval', interval: found.interval, unit: found.unit, form: found.form, ...open, start, end: found.end };
}

const equation = /[a-z]\s?=\s?\d+(?:\.\d+)?(?=\s*(?:[,;.\n]|$))/gi;

/** Completed = 10, Not completed = 0: a list of states with their points, not of conditions. */
const givesNumbers = (text: string): boolean => (text.slice(0, 600).match(equation) ?? []).length >= 2;

const notComparison = /(?:达成|达到|满|为|仅|超|达|最高|最低|最多|最少)$/;

/** 低于80%, ≥90分, `at least 3 items`; `达到`… bind only where a number follows at once. */
function comparedAt(cursor: Cursor, at: number, previous: Item | null): Item | null {
  if (cursor.text[at] === '=' && previous !== null && ['marker', 'tier', 'level', 'interval', 'number'].includes(previous.kind))
    return null;
  const found = cursor.text[at - 1] === '每' ? null : before.at(cursor.lower, at);
  if (!found || (isLetter(cursor.text[at]) && isLetter(cursor.text[at - 1]))) return null;
  if (found.word === '=' && givesNumbers(cursor.text)) return null;
  if (found.value === 'exactly' && found.word !== '=' && found.word !== '等于' && !isLetter(found.word[0])) return null;
  const numberAt = skipSpace(cursor.text, found.end);
  if (numberAt >= cursor.text.length) return null;
  const read = quantityAt(cursor, numberAt, true);
  if (!read) return null;
  const more = boundedFrom(cursor, read.quantity, read.end);
  if (more && (notComparison.test(found.word) || more.form === 'range')) return item(more, at);
  const compared: Bounded = {
    interval: makers[found.value](read.quantity.amount),
    unit: read.quantity.unit,
    end: read.end,
    form: 'compared',
  };
  return item(finish(cursor, more && found.value === 'atLeast' ? more : compared), at);
}

const mathematical = /([[(])(-?\d+(?:\.\d+)?|-∞)(%|分)?\s?[,，]\s?(-?\d+(?:\.\d+)?|\+?∞)(%|分)?([\])])(%|分)?/y;

/** [80,90), (60,80]: intervals as mathematics writes them. Read apart from numbers: `90,100` is no ninety thousand here. */
function mathAt(cursor: Cursor, at: number): Item | null {
  if (cursor.text[at] !== '[' && cursor.text[at] !== '(') return null;
  mathematical.lastIndex = at;
  const found = mathematical.exec(cursor.text);
  if (!found) return null;
  const [whole, open, from = '', , to = '', , close] = found;
  const bound = (number: string, inclusive: boolean): Interval['low'] =>
    number.includes('∞') ? null : { at: new Decimal(number), inclusive };
  const unit = (found[7] ?? found[5] ?? found[3] ?? null) as UnitName | null;
  return {
    kind: 'interval',
    interval: { low: bound(from, open === '['), high: bound(to, close === ']') },
    unit,
    form: 'compared',
    start: at,
    end: at + whole.length,
  };
}

const betweenWords = /between (?=[\d-])/y;
function betweenAt(cursor: Cursor, at: number): Item | null {
  betweenWords.lastIndex = at;
  if (!betweenWords.test(cursor.lower)) return null;
  const first = quantityAt(cursor, at + 8, true);
  const and = first && /^ (?:and|to) | ?- ?/.exec(cursor.text.slice(first.end, first.end + 5));
  if (!first || !and) return null;
  const second = quantityAt(cursor, first.end + and[0].length, true);
  return second ? item(rangeOf(cursor, first.quantity, second, null), at) : null;
}

const pointUnit = (unit: UnitName | null): boolean => unit === '分' || unit === null;

function amountOf(mode: Amount['mode'], low: Decimal, high: Decimal, of: Amount['of']): Amount {
  return low.lte(high) ? { mode, low, high, of } : { mode, low: high, high: low, of };
}

const shareTail = /\s?(?:的)?(?:该项|本项|此项|项目)?(?:分数|分值|得分|权重分|权重|总分|分)/y;
const boundaryAhead = /[\s,，;；。、)）\]】|/]|$/y;

/** Whether an amount ends here: no comparison follows it, and where it has no unit, no word either. */
function isAmountEnd(cursor: Cursor, unit: UnitName | null, end: number): boolean {
  if (comparisonAfter(cursor, end)) return false;
  boundaryAhead.lastIndex = end;
  return unit !== null || boundaryAhead.test(cursor.text);
}

/** The number of an award behind its verb: 10分, 25-30分, 2%(分值), 5-10分. */
function awardNumber(
  cursor: Cursor,
  at: number,
  mode: Amount['mode'],
  signed: boolean,
  share = false,
): { readonly amount: Amount; readonly end: number } | null {
  const read = quantityAt(cursor, at, mode === 'set');
  if (!read) return null;
  const range = ranged(cursor, read.quantity, read.end);
  const unit = range?.unit ?? read.quantity.unit;
  const end = range?.end ?? read.end;
  const [low, high] =
    range?.interval.low && range.interval.high
      ? [range.interval.low.at, range.interval.high.at]
      : [read.quantity.amount, read.quantity.amount];
  if (unit === '%') {
    shareTail.lastIndex = end;
    const tail = shareTail.exec(cursor.text)?.[0] ?? '';
    if ((mode === 'set' || signed) && tail === '' && !share) return null;
    return isAmountEnd(cursor, unit, end)
      ? { amount: amountOf(mode, low.div(100), high.div(100), 'fullMarks'), end: end + tail.length }
      : null;
  }
  return pointUnit(unit) && isAmountEnd(cursor, unit, end) ? { amount: amountOf(mode, low, high, 'points'), end } : null;
}

const owner = /(?:责任人|当事人|部门|个人|当月|当季|本月|绩效|考核|综合|积分|分数|分值|得分|总分|成绩|该项|本项|相应|分|的){0,4}\s?/y;

/** 扣当月绩效分5分: whose or which points, between the verb and the number. */
function pastOwner(cursor: Cursor, at: number): number {
  owner.lastIndex = at;
  return at + (owner.exec(cursor.text)?.[0].length ?? 0);
}

/** Words that end like a verb of points: 参加, 合计, 登记, 行为, 折扣. */
const notVerbs = /(?:[参增附追叠更添外施]加|[合统累总设会审预]计|[登标笔]记|[行认作]为|[预核决]算|折扣|缩减|值得|也是|还是)$/;

const weakVerbs = new Set(['至', '=', '是', '为', '-', '+', '增', '增加', '算', '打', '拿', '奖', '罚', '给', '计', '记', '减']);

const shareVerbs = new Set(['得', '计', '记', '给', '给予', '获', '获得', '赋']);
const fullMarksNamed = /满分|全分|[得计]100%/;

/** 良好得80% beside 优秀得满分: behind a label or a bound a percentage is a share of the full marks that the text names. */
function givesShare(cursor: Cursor, verb: string, previous: Item | null): boolean {
  const behind = previous !== null && ['tier', 'level', 'marker', 'interval', 'text'].includes(previous.kind);
  return behind && shareVerbs.has(verb) && fullMarksNamed.test(cursor.text.slice(0, 600));
}

/** 得10分, 扣2分, 每次-2分, 计8分, +5分. */
function awardAt(cursor: Cursor, at: number, previous: Item | null): Item | null {
  const whole = wholes.at(cursor.lower, at);
  if (whole && /^为?止/.test(cursor.text.slice(whole.end, whole.end + 2))) return null;
  if (whole && whole.word.endsWith('满分')) {
    const stated = statedFull(cursor, at, whole.end);
    if (stated) return stated;
  }
  if (whole) return wholeAward(whole.value, whole.end, at, whole.word);
  const bare = verbs.at(cursor.lower, at);
  const verb =
    (bare && notVerbs.test(cursor.text.slice(Math.max(0, at - 1), at + 1))) || /每[增减]?$/.test(cursor.text.slice(Math.max(0, at - 2), at))
      ? null
      : bare;
  if (verb) {
    const spaced = verb.word === '-' || verb.word === '+';
    if (spaced && (isDigit(cursor.text[at - 1]) || previous?.kind === 'tier' || previous?.kind === 'marker')) return null;
    const numberAt = spaced ? verb.end : skipSpace(cursor.text, verb.end);
    const read =
      awardNumber(cursor, numberAt, verb.value, spaced, givesShare(cursor, verb.word, previous)) ??
      (verb.value === 'set' || spaced ? null : awardNumber(cursor, pastOwner(cursor, numberAt), verb.value, false));
    if (
      read &&
      !(
        weakVerbs.has(verb.word) &&
        !/[分值重数]/.test(cursor.text[read.end - 1] ?? '') &&
        !(read.amount.of === 'fullMarks' && givesShare(cursor, verb.word, previous)) &&
        !spaced &&
        !/point|pt|mark/i.test(cursor.text.slice(verb.end, read.end))
      )
    )
      return { kind: 'award', amount: read.amount, verb: verb.word, start: at, end: read.end };
  }
  const open = opens.at(cursor.lower, at);
  if (!open || /[项为标点值的上不最封总累合以]/.test(cursor.text[open.end] ?? '')) return null;
  return { kind: 'award', amount: { mode: open.value, low: null, high: null, of: 'points' }, verb: open.word, start: at, end: open.end };
}

/** 满分100分: the full marks and their number at once. */
function statedFull(cursor: Cursor, start: number, end: number): Item | null {
  const lead = /^\s?[为是:=]?\s?/.exec(cursor.text.slice(end, end + 3))?.[0].length ?? 0;
  const read = quantityAt(cursor, end + lead);
  if (!read || read.quantity.unit !== '分' || boundedFrom(cursor, read.quantity, read.end)) return null;
  const { amount } = read.quantity;
  return { kind: 'award', amount: amountOf('set', amount, amount, 'points'), verb: '满分', start, end: read.end };
}

function wholeAward(row: (typeof wholeAwards)[number], end: number, start: number, verb: string): Item {
  const share = new Decimal(row.share);
  return { kind: 'award', amount: { mode: row.mode, low: share, high: share, of: 'fullMarks' }, verb, start, end };
}

const englishDeducted =
  / ?(?:will |shall |may |can |are |is |to )*(?:be )?(?:deduct\w*|subtract\w*|taken off|removed|lost|off\b|penalty|penalised|penalized)/iy;
const englishLoses = /(?:deduct\w*|lose[sd]?|minus|subtract\w*|penalty of|penalty:|penalty)(?: an?)? ?$/i;
const englishSet = /(?:earns?|receives?|gets?|scores?|awarded|worth|gives?|credit of|=|is) ?$/i;

/** 3 points, 5 pts will be deducted, lose 2 points: English points with what is done to them. */
function englishPoints(cursor: Cursor, quantity: Quantity, start: number, end: number): Item | null {
  if (quantity.unit !== '分' || !/[a-z]$/i.test(cursor.text.slice(start, end))) return null;
  if (comparisonAfter(cursor, end)) return null;
  const lead = cursor.text.slice(Math.max(0, start - 16), start);
  englishDeducted.lastIndex = end;
  const deducted = englishDeducted.exec(cursor.text);
  const mode =
    deducted || englishLoses.test(lead)
      ? 'deduct'
      : /\b(?:add|adds|plus|bonus of|extra) ?$/i.test(lead)
        ? 'add'
        : englishSet.test(lead)
          ? 'set'
          : null;
  if (!mode) return null;
  const amount = amountOf(mode, quantity.amount, quantity.amount, 'points');
  return { kind: 'award', amount, verb: mode, start, end: deducted ? end + deducted[0].length : end };
}

const levelWord = /第?(\d{1,2}|[一二三四五六七八九十])(?:级|档|星级?|等级?)(?![别以及员])|(?:level|lv\.?|grade|tier) ?(\d{1,2})(?!\d)/iy;
const romans: Readonly<Record<string, number>> = { I: 1, II: 2, III: 3, IV: 4, V: 5, VI: 6, VII: 7, VIII: 8, IX: 9, X: 10 };
const romanLevel = /([IVX]{1,4})(?:级|档|等级?)(?![别以及员])|(?:[Ll]evel|[Gg]rade|[Tt]ier|LEVEL) ?([IVX]{1,4})(?![A-Za-z])/y;

/** Ⅲ级 (written III级 by normalise), `Level IV`: before the letters, since I and V are letters too. */
function romanAt(cursor: Cursor, at: number, previous: Item | null): Item | null {
  romanLevel.lastIndex = at;
  const found = romanLevel.exec(cursor.text);
  const value = found && romans[found[1] ?? found[2] ?? ''];
  if (!found || !value || !startsLabel(cursor, at, previous)) return null;
  const quantity: Quantity = { amount: new Decimal(value), unit: '级' };
  return { kind: 'level', quantity, name: found[0], start: at, end: at + found[0].length };
}

function levelAt(cursor: Cursor, at: number, previous: Item | null): Item | null {
  levelWord.lastIndex = at;
  const found = levelWord.exec(cursor.text);
  const titled = /^\s?[:、]/.test(cursor.text.slice(at + (found?.[0].length ?? 0), at + (found?.[0].length ?? 0) + 2));
  if (!found || !(titled || startsLabel(cursor, at, previous))) return null;
  const read = readQuantity(found[1] ?? found[2] ?? '', 0) ?? readQuantity(`${found[1]}级`, 0);
  if (!read) return null;
  const quantity: Quantity = { amount: read.quantity.amount, unit: '级' };
  return { kind: 'level', quantity, name: found[0].trim(), start: at, end: at + found[0].length };
}

/** Whether a label may start here: at the beginning, behind a break, an award or a space. */
function startsLabel({ text }: Cursor, at: number, previous: Item | null): boolean {
  const char = text[at - 1];
  if (char === undefined || char === ' ' || breaks[char] || /["'.]/.test(char)) return true;
  return previous !== null && previous.end === at && ['award', 'number', 'interval', 'marker', 'tier'].includes(previous.kind);
}

const afterTier =
  /\s*(?:$|\.(?:\s|$)|[\d,，;；。、:()（）[\]【】|/=<>≤≥~\n+-]|不得分|不给分|不计分|不扣分|的?[者]?(?=得|计|加|扣|不得)|的$|加|扣|得|计|记|减|为|不低|不高|达|低于|高于|以|at |below|above|less|more|under|over|满分)|\s/y;
const tierLead = /(?:为|是|即|属|属于|等级|评|定|得|级|→|=|-|:|"|')\s?$|(?:^|\s)(?:is|as|are|was|an?|rated|considered|that is) $/;

const gradeLetter = /[A-FS][+-]?(?:级|等|类|档)?(?![A-Za-z\d])/y;

/** 为A, 评为B级: a letter that is given. */
function gradeAt(cursor: Cursor, at: number): Item | null {
  gradeLetter.lastIndex = at;
  const found = gradeLetter.exec(cursor.text);
  if (!found || !/(?:为|评为|是|定|属于?|得|即|=|is|级)\s?$/.test(cursor.text.slice(Math.max(0, at - 4), at))) return null;
  const end = at + found[0].length;
  return afterTierAt(cursor, end, true, false) || end >= cursor.text.length
    ? { kind: 'tier', tier: found[0], led: true, start: at, end }
    : null;
}

function tierAt(cursor: Cursor, at: number, previous: Item | null): Item | null {
  const letter = gradeAt(cursor, at);
  if (letter) return letter;
  const found = tiers.at(cursor.lower, at);
  if (!found || (isLetter(cursor.text[at]) && isLetter(cursor.text[at - 1]))) return null;
  const sign =
    /[+-]/.test(cursor.text[found.end] ?? '') && !isDigit(cursor.text[found.end + 1]) && cursor.text[found.end + 1] !== '-' ? 1 : 0;
  const end = found.end + sign;
  const led = tierLead.test(cursor.text.slice(Math.max(0, at - 12), at));
  const number = found.word.length > 1 ? quantityAt(cursor, end) : null;
  const numbered = number !== null && boundedFrom(cursor, number.quantity, number.end) !== null;
  if (!led && !numbered && !startsLabel(cursor, at, previous)) return null;
  if (!sign && !afterTierAt(cursor, end, led, /\ban? $/i.test(cursor.text.slice(Math.max(0, at - 4), at)))) return null;
  return { kind: 'tier', tier: cursor.text.slice(at, end), led, start: at, end };
}

function afterTierAt(cursor: Cursor, end: number, led: boolean, article: boolean): boolean {
  afterTier.lastIndex = end;
  if (afterTier.test(cursor.text))
    return (
      !isLetter(cursor.text[end - 1]) ||
      !/^ (?!\d|at |below|above|less|more|under|over|than)[a-z]/.test(cursor.text.slice(end, end + 8)) ||
      article
    );
  return led && (quantityAt(cursor, end) !== null || before.at(cursor.lower, end) !== null || isLetter(cursor.text[end]));
}

const letterMarker = /[A-Z](?:级|类|等|档)?[+]?(?=[、.:,，)）=<>≤≥\s\d]|[^A-Za-z\d]|-)/y;
const numberMarker = /(?:\((\d{1,2}|[一二三四五六七八九十])\)|(\d{1,2})[、)]|(\d{1,2})\.(?![\d])|([一二三四五六七八九十]{1,2})、) ?/y;

function markerAt(cursor: Cursor, at: number, previous: Item | null): Item | null {
  if (!startsLabel(cursor, at, previous)) return null;
  numberMarker.lastIndex = at;
  const numbered = numberMarker.exec(cursor.text);
  if (numbered && previousBreaks(previous))
    return {
      kind: 'marker',
      marker: numbered[1] ?? numbered[2] ?? numbered[3] ?? numbered[4] ?? '',
      letter: false,
      start: at,
      end: at + numbered[0].length,
    };
  letterMarker.lastIndex = at;
  const letter = letterMarker.exec(cursor.text);
  if (!letter) return null;
  const end = at + letter[0].length;
  const sign = cursor.text[end] === '、' || cursor.text[end] === '.' || (cursor.text[end] === ')' && cursor.text[at - 1] !== '(') ? 1 : 0;
  return { kind: 'marker', marker: letter[0], letter: true, start: at, end: end + sign };
}

const previousBreaks = (previous: Item | null): boolean => previous === null || previous.kind === 'break' || previous.kind === 'award';

/** 第1次, 首次. */
function ordinalAt(cursor: Cursor, at: number): Item | null {
  const start = cursor.text[at];
  if (start === '首' && cursor.text[at + 1] === '次')
    return { kind: 'number', quantity: { amount: new Decimal(1), unit: '次' }, ordinal: true, start: at, end: at + 2 };
  if (start !== '第') return null;
  const read = at + 1 < cursor.text.length ? quantityAt(cursor, at + 1) : null;
  if (!read || read.quantity.unit === null) return null;
  const bounded = suffixed(cursor, read.quantity, read.end);
  return bounded ? item(bounded, at) : { kind: 'number', quantity: read.quantity, ordinal: true, start: at, end: read.end };
}

function numberAt(cursor: Cursor, at: number): Item | null {
  const signed = /[-+负]/.test(cursor.text[at] as string) && cursor.text[at + 1] !== ' ' && !/[\d\p{L}%]/u.test(cursor.text[at - 1] ?? '');
  const read = quantityAt(cursor, at, signed);
  if (!read) return null;
  const bounded = boundedFrom(cursor, read.quantity, read.end);
  if (bounded) return item(bounded, at);
  return (
    englishPoints(cursor, read.quantity, at, read.end) ?? {
      kind: 'number',
      quantity: read.quantity,
      ordinal: false,
      start: at,
      end: read.end,
    }
  );
}

/** 以上 without its number belongs to no item; 一半 is an award; all in the order in which they claim a position. */
function itemAt(cursor: Cursor, at: number, previous: Item | null): Item | null {
  return (
    mathAt(cursor, at) ??
    romanAt(cursor, at, previous) ??
    markerAt(cursor, at, previous) ??
    levelAt(cursor, at, previous) ??
    awardAt(cursor, at, previous) ??
    betweenAt(cursor, at) ??
    comparedAt(cursor, at, previous) ??
    tierAt(cursor, at, previous) ??
    ordinalAt(cursor, at) ??
    numberAt(cursor, at) ??
    breakAt(cursor, at)
  );
}

/** Letters mark only as a series (A … B …): a single one, or the same again and again, is a name (A≤5%). */
function settleMarkers(items: readonly Item[], text: string): Item[] {
  const letters = new Set(items.flatMap((found) => (found.kind === 'marker' && found.letter ? [found.marker[0]] : [])));
  const series = letters.size >= 2;
  return items.map((found) =>
    found.kind === 'marker' && found.letter && !series
      ? { kind: 'text', text: text.slice(found.start, found.end), start: found.start, end: found.end }
      : found,
  );
}

const digits = /[\d.]+|[零〇一二三四五六七八九十百千万亿]{12,}/y;

/** Behind a character that begins no item; a run of digits that is no number is passed as a whole. */
function pastRun(text: string, at: number): number {
  digits.lastIndex = at;
  return at + (digits.exec(text)?.[0].length ?? 1);
}

/**
 * Takes a normalised text apart into items that follow each other without holes (spaces belong to the text beside them).
 * Never throws; time linear in the length of the text.
 */
export function itemsOf(text: string): readonly Item[] {
  const cursor: Cursor = { text, lower: lowerCase(text) };
  const items: Item[] = [];
  let textStart = 0;
  let at = 0;
  const wordsBetween: Item = { kind: 'text', text: '', start: 0, end: 0 };
  const flush = (end: number): void => {
    const run = text.slice(textStart, end);
    if (run.trim() !== '') items.push({ kind: 'text', text: run, start: textStart, end });
  };
  while (at < text.length) {
    const last = items[items.length - 1] ?? null;
    const found = text[at] === ' ' ? null : itemAt(cursor, at, textStart === at || text.slice(textStart, at) === ' ' ? last : wordsBetween);
    if (!found) {
      at = pastRun(text, at);
      continue;
    }
    flush(found.start);
    items.push(found);
    at = found.end;
    textStart = at;
  }
  flush(at);
  return settleMarkers(items, text);
}

/** Whether a unit word stands here (behind an award: 扣5分/次). */
export const unitAt = readUnit;
