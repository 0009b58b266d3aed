/** Bands against a target that the form gives: 超过同期5分, 达到目标值得满分, 低于目标值得满分. */
import Decimal from 'decimal.js';
import type { Clause } from '../clause';
import { meaningOf } from '../clauseWords';
import { atLeast, atMost, exactly, lessThan, moreThan, negated, type Interval } from '../interval';
import { lastWhere } from '../last';
import { unitKind } from '../quantity';
import type { BandRule, Rule } from '../rule';
import type { FamilyContext } from './family';

const zero = new Decimal(0);

/** Comparisons with a named reference, denials first. */
const comparisons: readonly { readonly words: RegExp; readonly interval: Interval }[] = [
  {
    words: /(?:低于|少于|小于|不足|(?:未|未能|没|没有|不能|无法)(?:达到|达成|完成|达|满足)|达不到|完不成|不及|below|under|misses)$/i,
    interval: lessThan(zero),
  },
  {
    words: /(?:大于等于|大于或等于|不低于|不少于|不小于|达到|达成|达|完成|满足|at least|meets?(?: or exceeds?)?)$/i,
    interval: atLeast(zero),
  },
  { words: /(?:小于等于|小于或等于|不高于|不超过|不大于|控制在|at most|does not exceed)$/i, interval: atMost(zero) },
  { words: /(?:超过|高于|超出|大于|多于|优于|超|exceeds?|above|over)$/i, interval: moreThan(zero) },
  { words: /(?:等于|持平于?|与|equals?)$/i, interval: exactly(zero) },
];

const reference =
  /(?:年度|月度|季度|计划|规定|考核|业绩|销售)?(?:目标值|目标|同期|去年同期|上年同期|上年|去年|上月|上期|计划值|预算|指标值|基准值|基数|合格值|达标值|行业均值|平均值|target)(?:[件台户人次单份]?数|量|额|任务)?(?:以上|以下|以内|持平)?(?:的|者|时|水平)?$/i;

const growth: readonly { readonly words: RegExp; readonly interval: Interval }[] = [
  { words: /(?:正增长|增长|提高|上升|提升|增加)$/, interval: moreThan(zero) },
  { words: /(?:负增长|下降|降低|减少|下滑|回落)$/, interval: lessThan(zero) },
  { words: /持平$/, interval: exactly(zero) },
];
const since = /同比|环比|(?:较|比|与)(?:上年|去年|上月|上期|上季|同期)/;

/** 同比增长得满分, 较上年下降不得分: the way from an earlier value, without a number. */
function growthBand(clause: Clause, words: string, rules: readonly Rule[]): BandRule | null {
  const beside = rules.some((rule) => rule.kind === 'band' && rule.measure === 'difference');
  if (!since.test(words) && !(beside && words.length <= 4)) return null;
  if (clause.items.some((item) => item.kind === 'number' || item.kind === 'interval')) return null;
  const bare = words.replace(/(?:的|者|时)+$/, '');
  const found = growth.find((each) => each.words.test(bare));
  const interval = found && /负增长$/.test(bare) ? lessThan(zero) : found?.interval;
  return interval ? bandOn(clause, interval, null, words) : null;
}

/** 刚好达成目标: neither more nor less. */
const exactlyThere = /(?:刚好|恰好|正好|刚刚)$/;

/** A band on the distance to the target, where the clause compares with a reference and holds no number of its own; null otherwise. */
export function differenceBand(clause: Clause, rules: readonly Rule[] = [], clauses: readonly Clause[] = []): BandRule | null {
  if (!clause.award || (clause.award.amount && clause.award.amount.mode !== 'set')) return null;
  const last = meaningOf(meaningOf(clause.pieces[clause.pieces.length - 1] ?? '').replace(ownPoints, ''));
  const grown = growthBand(clause, last, rules);
  if (grown) return grown;
  const done = doneBand(clause, last, clauses);
  if (done) return done;
  const named = reference.exec(last);
  if (!named && isMissed(last, rules)) return bandOn(clause, lessThan(zero), null, last);
  if (!named || clause.lastPiece.some((item) => item.kind === 'number' || item.kind === 'interval')) return null;
  const front = last
    .slice(0, named.index)
    .trim()
    .replace(/[了到]$/, (char) => (char === '到' ? char : ''));
  const found = comparisons.find(({ words }) => words.test(front));
  if (!found) return null;
  const only = front.replace(found.words, '');
  const subject = meaningOf(only.replace(exactlyThere, ''));
  if (exactlyThere.test(only)) return bandOn(clause, exactly(zero), subject === '' ? null : subject, last);
  return bandOn(clause, found.interval, subject === '' ? null : subject, last);
}

/** 得基本分20分: which of the row's points. */
const ownPoints = /(?:得|计|给|记|为)?(?:基本|基础|标准|基准|起评)分?$/;

const wholeTask =
  /^(?:按计划|按时|全面|全部|按要求|[\p{Script=Han}]{2,8}?)?(?:完成|达到|达成|实现)[\p{Script=Han}]{0,12}?(?:任务|目标|计划|指标|预算|定额)(?:任务|指标)?(?:[件台户人次单份家]?数|值|量|额)?(?:的|者|时)?$/u;
const aroundIt = /每[^，,%\d]{0,8}(?:超|高|多|增|低|少|降|减)/;

/** 完成销售任务得20分 in front of 每超5%加1分: the whole of a task is the target that the steps start from. */
function doneBand(clause: Clause, words: string, clauses: readonly Clause[]): BandRule | null {
  const given = clause.award?.amount?.low?.gt(0) === true && !clause.items.some(({ kind }) => kind === 'number' || kind === 'interval');
  if (!given || !wholeTask.test(words) || !clauses.some(({ text }) => aroundIt.test(text.slice(0, 120)))) return null;
  return bandOn(clause, atLeast(zero), null, words);
}

const missed = /^(?:未|没有?|未能|没能|不能)(?:达到|达成|完成|达标|达)$/;

/** 未达到得0分 behind 达到目标得20分: the same target missed. */
function isMissed(words: string, rules: readonly Rule[]): boolean {
  const before = rules[rules.length - 1];
  return missed.test(words) && before?.kind === 'band' && before.measure === 'difference' && before.interval.high === null;
}

function bandOn(clause: Clause, interval: Interval, subject: string | null, phrase: string): BandRule {
  return {
    kind: 'band', span: clause.span, subject, measure: 'difference', interval, unit: null, whole: false, form: 'compared', ofPoints: false, label: null,
    phrases: [phrase], award: clause.award ?? { tier: null, amount: null },
  }; // prettier-ignore
}

const shortOf = /(?:少于|低于|少|低|未达|不足|差|比)(?:年度|月度|季度|计划|规定)?(?:目标值?|计划值?|指标值?|预算|同期|基准)(?:值|低|少)?$/;
const over = /(?:高于|多于|超过|超出|超|多)(?:年度|月度|季度|计划|规定)?(?:目标值?|计划值?|指标值?|预算|同期|基准)(?:值)?$/;

const isDifference = (rule: Rule | undefined): rule is BandRule =>
  rule?.kind === 'band' && rule.measure === 'difference' && rule.form === 'range';

/** 少于目标1%-10%扣20分, and the ranges that follow it without saying so again (11%-20%扣40分): bands on the distance to the target. */
export function distanceBand(clause: Clause, rules: readonly Rule[]): BandRule | null {
  const item = clause.items.find((other) => other.kind === 'interval' && other.form === 'range');
  if (!clause.award?.amount || item?.kind !== 'interval') return null;
  const front = clause.text.slice(0, item.start - clause.start).trim();
  const previous = rules[rules.length - 1];
  const inherited = front === '' && isDifference(previous) ? previous : null;
  const below = inherited ? Boolean(inherited.interval.high?.at.lte(0)) : shortOf.test(front);
  if (!below && !inherited && !over.test(front)) return null;
  return {
    kind: 'band', span: clause.span, subject: null, measure: 'difference', interval: below ? negated(item.interval) : item.interval, unit: item.unit, whole: false,
    form: 'range', ofPoints: false, label: null, phrases: [], award: clause.award,
  }; // prettier-ignore
}

const beyondReference =
  /(超过|超出|高于|多于|大于|优于|超额|超|高出|exceeds?|above|over|beats?|低于|少于|小于|不足|节约|低|少|below|under|misses)(?:了|过|出)?\s?(?:the |our |its )?(?:年度|月度|季度|计划|规定|考核|业绩|销售)?(?:目标值|目标|去年同期|上年同期|同期|上年|去年|上月|上期|计划值|计划|预算|指标值|基准值|定额|标准值|target|goal|budget|plan|quota)(?:值)?\s?(?:by)?$/i;
const referenceBehind = /^\s?(above|over|below|under) (?:the |our |its )?(?:target|goal|budget|plan|quota)\b/i;
const falls = /低|少|小于|不足|节约|below|under|misses/i;
/** 超过目标10%以上 is an offset, 低于目标90% a share of the target: no offset in percent is larger. */
const widestOffset = 50;

interface Offset {
  readonly interval: Interval;
  readonly below: boolean;
}

/** The stretch of an offset: 5%以内 begins at the target itself, 5%以上 has no end. */
function offsetOf(interval: Interval, below: boolean): Offset {
  const from = interval.low ?? { at: zero, inclusive: false };
  const above = { low: from, high: interval.high };
  return { interval: below ? negated(above) : above, below };
}

/** 超预算5%以内, `exceeds target by more than 10%`: an interval of the distance to the target. Null where the number is something else. */
function offsetIn(clause: Clause, rules: readonly Rule[]): (Offset & { readonly unit: BandRule['unit'] }) | null {
  const item = lastWhere(clause.items, (other) => other.kind === 'interval' && other.end <= clause.end);
  if (item?.kind !== 'interval') return null;
  const front = clause.text.slice(0, item.start - clause.start).trim();
  const word = beyondReference.exec(front)?.[1] ?? referenceBehind.exec(clause.text.slice(item.end - clause.start))?.[1];
  const previous = rules[rules.length - 1];
  const inherited = !word && front === '' && previous?.kind === 'band' && previous.offset === true ? previous : null;
  if (!word && !inherited) return null;
  const widest = item.interval.high ?? item.interval.low;
  if (item.unit === '%' && widest?.at.gt(widestOffset)) return null;
  const below = word ? falls.test(word) : Boolean(inherited?.interval.high?.at.lte(0));
  return { ...offsetOf(item.interval, below), unit: item.unit };
}

/** A band on how far beyond its reference a value lies (超预算5%以内得5分, and 5%以上得0分 behind it); null otherwise. */
export function offsetBand(clause: Clause, rules: readonly Rule[]): BandRule | null {
  if (!clause.award || /每|\b(?:each|every|per)\b/i.test(clause.text)) return null;
  const found = offsetIn(clause, rules);
  if (!found) return null;
  return {
    kind: 'band', span: clause.span, subject: null, measure: 'difference', interval: found.interval, unit: found.unit, whole: false, form: 'compared',
    ofPoints: false, label: null, phrases: [], offset: true, award: clause.award,
  }; // prettier-ignore
}

const andSoOn = /^(?:以此|依此|依次|以次)?类推$|^以此类推|^依此类推|^and so on/;
const continued = 10;

/** 以此类推: the last two bands go on by the same width and the same points; null where they make no series. */
export function seriesAfter(clause: Clause, rules: readonly Rule[]): readonly BandRule[] | null {
  if (!andSoOn.test(clause.condition.trim())) return null;
  const last = lastWhere(rules, (rule): rule is BandRule => rule.kind === 'band');
  const before = lastWhere(
    rules.filter((rule) => rule !== last),
    (rule): rule is BandRule => rule.kind === 'band',
  );
  const [start, end] = [before?.interval.low, last?.interval];
  const [x, y] = [before?.award.amount, last?.award.amount];
  if (!last || !start || !end?.low || !end.high || !x?.low || !y?.low || x.mode !== y.mode || x.of !== y.of) return null;
  const { low, high } = { low: end.low, high: end.high };
  const [shift, gain, points] = [low.at.minus(start.at), y.low.minus(x.low), y.low];
  return Array.from({ length: continued }, (_, index): BandRule => {
    const interval = {
      low: { ...low, at: low.at.plus(shift.times(index + 1)) },
      high: { ...high, at: high.at.plus(shift.times(index + 1)) },
    };
    const given = points.plus(gain.times(index + 1));
    return { ...last, span: clause.span, interval, award: { ...last.award, amount: { ...y, low: given, high: given } } };
  }).filter((band) => Boolean(band.award.amount?.low?.gte(0)));
}

const plan =
  '(?:年度|季度|月度|全年|年初|下达的?|考核)?(?:计划|任务|目标|指标|定额|预算)(?:任务|指标)?(?:[件台户人次单份家]?数|值|量|额)?的?';
const amountOfPlan = '(\\d+(?:\\.\\d+)?)%|(?:一半|半数)';
const shortOfShare = new RegExp(`(?:少于|低于|小于|不足|不到|不满|未达到?|未完成|达不到|完不成)${plan}(?:${amountOfPlan})(?!以上)`);
const missingShare = /(?:少|差|欠|短)[\p{Script=Han}]{0,4}?(超过|超|达到?|不低于)(?:计划|任务|目标)?的?(?:(\d+(?:\.\d+)?)%|(?:一半|半数))/u;
const half = 50;

const isCountedShort = (rule: Rule): boolean =>
  rule.kind === 'step' && rule.trigger === 'below' && rule.amount.mode === 'deduct' && unitKind(rule.each.unit) !== 'ratio';

function shareBelow(text: string): Interval | null {
  const short = shortOfShare.exec(text);
  if (short) return lessThan(new Decimal(short[1] ?? half));
  const missing = missingShare.exec(text);
  if (!missing) return null;
  const left = new Decimal(100).minus(missing[2] ?? half);
  return missing[1]?.startsWith('超') ? lessThan(left) : atMost(left);
}

const countedShort = /每[^，,%]{0,6}(?:少|差|欠|缺)[^，,%]{0,12}[扣减]/;

/** 完成数少于计划50%的扣完 beside 每少完成一户扣1分: a share of the target, whatever the steps count; null where the clause is something else. */
export function shareBand(clause: Clause, { rules, clauses }: FamilyContext): BandRule | null {
  if (clause.award?.amount?.mode !== 'set' || /每/.test(clause.condition)) return null;
  if (!rules.some(isCountedShort) && !clauses.some(({ text }) => countedShort.test(text.slice(0, 200)))) return null;
  const interval = shareBelow(clause.condition);
  return interval && { ...bandOn(clause, interval, null, meaningOf(clause.condition)), measure: 'ratio', unit: '%' };
}
