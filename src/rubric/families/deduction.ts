/**
 * Deductions and additions by occurrence: 每次扣2分, 发现一处扣1分, 扣5分/次, 发生1次扣3分、2次扣6分, 者扣2分, `-10 per example`.
 * One occurrence is certain; whether a deduction without 每 or 一次 is taken once or each time is for a person to say.
 */
import Decimal from 'decimal.js';
import type { Clause } from '../clause';
import { namedNumbers } from '../names';
import { readQuantity, readUnit, unitKind } from '../quantity';
import type { Amount, BandRule, Rule, StepRule } from '../rule';
import type { Quantity } from '../types';
import type { Family, FamilyContext, FamilyReading } from './family';
import { allowanceIn, laterStart } from './allowance';
import { bansLifted, breachPhrases, demandsIn } from './breach';
import { englishDeduction } from './englishDeduction';
import { phrasesOf, trimPhrase } from './phrases';
import { longChineseMovement, movementDirection, onceOnly } from './stepWords';
import { rateOf } from './rate';
import { startIn } from './statement';
import { readStepPhrase, type StepPhrase } from './stepPhrase';
import { countBand, eventBase, headOf, intervalsIn, isDoubtfulRest, ownLimits, readStep, withinOf } from './stepRule';

const one = new Decimal(1);

/** 无空岗现象一次扣5分 states the requirement; what is counted is its breach: 空岗现象. */
const requirement =
  /(?:^|[^\p{Script=Han}])?[\p{Script=Han}]*?(?:无(?![责理故证效主关线票牌照])|没有|不出现|不发生)([\p{Script=Han}]{1,8}?(?:现象|情况|问题|投诉|事故|差错|失误|违规|违纪|错误|遗漏|缺陷))$/u;

/** A类错误: the letter that opens a list is part of what is counted where no sign separates it. */
function named(clause: Clause, words: string): string {
  const joined = clause.marker !== null && /^[A-Z]/.test(clause.marker) && clause.text.startsWith(clause.marker + words.trim().charAt(0));
  return joined ? `${clause.marker}${words.trim()}` : words.trim();
}

/** 病历每发现一份不合格: both sides together are what an entry says. */
const shortWords = /^\p{Script=Han}{2,10}$/u;

function eventPhrases(clause: Clause, phrase: StepPhrase): readonly string[] {
  const demands = clause.award?.amount?.mode === 'deduct' ? demandsIn(phrase.before) : null;
  const before = demands ? demands.rest : named(clause, phrase.before);
  const breach = /每|发生|出现|发现|如|若/.test(before) ? null : requirement.exec(before);
  if (breach) return phrasesOf(breach[1] as string);
  const after = phrase.after.replace(/^\s*的/, '');
  const whole = shortWords.test(before) && shortWords.test(after) ? trimPhrase(before) + trimPhrase(after) : '';
  return [...phrasesOf(before, after), ...(whole === '' ? [] : [whole]), ...(demands?.breaches ?? [])];
}

/** 三次及以上每次扣5分 behind 二次扣3分: what is beyond has a rate of its own. */
const isNextRate = (clause: Clause, phrase: StepPhrase): boolean =>
  phrase.each.amount.gt(1) &&
  intervalsIn(clause.condition).some(({ interval, unit }) => unit === phrase.each.unit && interval.high === null && interval.low?.at.gt(phrase.each.amount)); // prettier-ignore

/** Another clause that gives something else for another number of the same occurrences. */
function isTierBeside(clause: Clause, phrase: StepPhrase): boolean {
  if (clause.award?.amount?.mode !== 'deduct') return false;
  if (clause.condition.includes('每')) return isNextRate(clause, phrase);
  const other = readStepPhrase(clause.condition, '');
  if (other?.trigger === 'event' && other.each.unit === phrase.each.unit) return !other.each.amount.eq(phrase.each.amount);
  return intervalsIn(clause.condition).some(
    ({ interval, unit }) => unit === phrase.each.unit && interval.low !== null && interval.high === null,
  );
}

/** 发生1次扣3分；发生2次扣6分: each number has its own deduction, none is a step. */
function isTier(clause: Clause, phrase: StepPhrase, context: FamilyContext): boolean {
  if (clause.condition.includes('每') || unitKind(phrase.each.unit) !== 'count') return false;
  return context.clauses.some((other) => other !== clause && isTierBeside(other, phrase));
}

interface EventShape {
  readonly phrases: readonly string[];
  readonly each: Quantity;
  readonly amount: Amount;
  readonly times: StepRule['times'];
}

function eventRule(clause: Clause, { phrases, each, amount, times }: EventShape, more: Partial<StepRule> = {}): StepRule {
  return {
    kind: 'step',
    span: clause.span,
    trigger: 'event',
    phrases,
    each,
    amount,
    base: null,
    relative: false,
    partial: null,
    within: null,
    times,
    ...more,
  };
}

/** 仅发生一次, 仅两次的: one stated number of occurrences and no other. */
function onlyCount(condition: string): Quantity | null {
  const found = /(?:仅|只|恰好?)(?:有|发生|出现)?(?=[\d一二两三四五六七八九十])/.exec(condition);
  const read = found && readQuantity(condition, found.index + found[0].length);
  return read && unitKind(read.quantity.unit) === 'count' ? read.quantity : null;
}

interface Only {
  readonly phrase: StepPhrase;
  readonly amount: Amount;
  readonly only: Quantity;
}

/** 仅发生一次扣10分 is one deduction for that number; 仅两次的每次扣5分 takes for each of them. */
function onlyRules(clause: Clause, { phrase, amount, only }: Only): FamilyReading | null {
  if (!clause.award) return null;
  const phrases = phrasesOf(clause.condition.replace(/(?:当月|仅|只)(?:发生|出现|有)?[^，,]{0,3}[次项起例]/, ''));
  if (!/每/.test(clause.condition)) return { rules: [countBand(clause, only, clause.award, phrases)] };
  const total =
    amount.low && amount.high ? { ...amount, low: amount.low.times(only.amount), high: amount.high.times(only.amount) } : amount;
  return { rules: [countBand(clause, { ...only, unit: phrase.each.unit }, { ...clause.award, amount: total }, phrases)] };
}

/** 超过3次的，全部按每次3分扣: the first ones, too. */
const allOfThem = /全部|全数|所有|(?:均|一律|都|统一)(?:按|以|为|扣)/;
/** 其中获奖的每条另加2分. */
const singledOut = /^其中.*(?:另|再|额外|追加|加倍|多)[加扣]/;
/** 再扣四分: on top of what was taken before. */
const further = /^(?:再|另|加|追加|累加)/;

const isReached = (rule: Rule | undefined, count: Decimal): boolean =>
  rule?.kind === 'band' && rule.award.amount?.mode === 'deduct' && Boolean(rule.interval.low?.at.eq(count)) && rule.whole;

/** 每项最多扣3分: a bound for each of something, and no rate. */
const capped = /每[^，,。;；]{0,8}(?:最多|最高|至多|不超过|上限|封顶)(?:可|只|为)?$/;

function steps(clause: Clause, context: FamilyContext): FamilyReading | null {
  const read = readStep(clause, context);
  if (!read || read.phrase.trigger !== 'event') return null;
  const { phrase, amount } = read;
  if (capped.test(clause.condition)) return null;
  const kind = unitKind(phrase.each.unit);
  if (kind !== 'count' && kind !== null) return null;
  const only = onlyCount(clause.condition);
  if (only && clause.award) return onlyRules(clause, { phrase, amount, only });
  if (isTier(clause, phrase, context)) {
    const band = clause.award && countBand(clause, phrase.each, clause.award, phrasesOf(phrase.before));
    return band && { rules: [band] };
  }
  const { rules, rest } = ownLimits(clause, context);
  const shape: EventShape = {
    phrases: breachPhrases(clause, context) ?? bansLifted(eventPhrases(clause, phrase)),
    each: phrase.each,
    amount,
    times: phrase.once ? 'once' : phrase.sure ? 'each' : 'open',
  };
  const free = allowanceIn(clause.condition);
  const within = withinOf(phrase);
  const marginal =
    within?.low && /超[出过]?(?:的)?部分|多出(?:的)?部分|超[出过]?[^，,]{1,6}的部分/.test(clause.condition) ? { marginal: true } : {};
  const overall = within?.low && allOfThem.test(clause.condition) ? { overall: true } : {};
  const onTop =
    singledOut.test(clause.text) && context.rules.some((rule) => rule.kind === 'step' && rule.amount.mode === amount.mode)
      ? { onTop: true }
      : {};
  const goesOn = free && further.test(clause.awardText) && isReached(context.rules.at(-1), free) ? { further: true } : {};
  const counted = free ? { free, ...goesOn } : { within, base: eventBase(clause, phrase, context), ...marginal, ...overall, ...onTop };
  return { rules: [eventRule(clause, shape, counted), ...rules], doubtful: isDoubtfulRest(rest) };
}

const ordinal = /(?:第[一二三四五六七八九十\d]{1,2}[次个项起]|首次|初次)\s*$/;

/** 第二次再扣四分 behind 首次扣二分: six for both; null where the time before is not known. */
function sumWith(band: BandRule, before: Rule | undefined): BandRule | null {
  const [own, earlier] = [band.award.amount, before?.kind === 'band' ? before.award.amount : null];
  const nth = band.interval.low?.at;
  if (before?.kind !== 'band' || !own?.low || !own.high || !earlier?.low || !earlier.high || !nth || !isReached(before, nth.minus(1)))
    return null;
  if (own.of !== earlier.of) return null;
  const amount = { ...own, low: own.low.plus(earlier.low), high: own.high.plus(earlier.high) };
  return { ...band, phrases: before.phrases, award: { ...band.award, amount } };
}

/** 第一次扣1分，第二次扣2分: a band for the nth occurrence. Whether the deductions add up is not said, so more than the first is a question. */
function ordinals(clause: Clause, { rules }: FamilyContext): FamilyReading | null {
  if (clause.award?.amount?.mode !== 'deduct') return null;
  const found = clause.items.find((item) => item.kind === 'number' && item.ordinal);
  if (!found || found.kind !== 'number' || !ordinal.test(clause.condition)) return null;
  const band = countBand(clause, found.quantity, clause.award, phrasesOf(clause.condition.replace(ordinal, '')));
  const sum = further.test(clause.awardText) ? sumWith(band, rules.at(-1)) : null;
  if (sum) return { rules: [sum] };
  const open = found.quantity.amount.gt(1);
  return { rules: [band], doubtful: open, issues: open ? [{ code: 'other' }] : [] };
}

const shortfall = /^(?:未完成|未达成|未达标|未达到|未达|不达标|低于目标|达不到|没有完成|没完成|少于目标|不足目标)[^，,。;；]{0,8}$/;

/** 下降扣2分, 延期完成扣1分: nothing but the movement. */
const reverse = new RegExp(
  `^(?:比上年|较上年|同比|环比|有所|出现|如|若|任务)?(${longChineseMovement})(?:了|完成|交付|上报|的|时|者)*$`,
  'u',
);

/** 每超额完成1户加1分，未完成则减1分: the same measure the other way, but once or for each? */
function shortfallStep(clause: Clause, context: FamilyContext, amount: Amount): StepRule | null {
  const beside = [...context.rules].reverse().find((rule) => rule.kind === 'step' && rule.trigger !== 'event');
  const words = clause.condition.replace(/[，,则即就将\s]+$/, '');
  if (beside?.kind !== 'step') return null;
  const trigger = beside.trigger === 'above' ? 'below' : 'above';
  const reversed = movementDirection(reverse.exec(words)?.[1] ?? '') === trigger;
  if (!shortfall.test(words) && !reversed) return null;
  return { ...beside, span: clause.span, trigger, phrases: [words], amount, base: beside.base ?? 'target', times: 'open' };
}

/** 不达标项减0.2分: the word itself is a unit, so each one counts. */
function namedUnit(condition: string): Quantity | null {
  const last = condition.replace(/[，,\s]+$/, '').slice(-1);
  const unit = condition.length > 2 && /[项次处个件例单条]/.test(last) ? readUnit(last, 0)?.unit : undefined;
  return unit ? { amount: one, unit } : null;
}

/** 获得省级奖项加5分: an addition for what is obtained, without numbers or comparisons. */
function addsOnce(clause: Clause): boolean {
  const words = clause.condition.replace(namedNumbers, '').replace(/每[届年月季周]度?/g, '');
  return clause.award?.amount?.low !== null && !/[\d每]|达|超|高于|低于|完成|提前|以上|以下/.test(words) && clause.award?.tier === null;
}

function statePhrases(clause: Clause): readonly string[] {
  const words = clause.condition.replace(onceOnly, '');
  const demands = clause.award?.amount?.mode === 'deduct' ? demandsIn(words) : null;
  return bansLifted([...phrasesOf(demands?.rest ?? words), ...(demands?.breaches ?? [])]);
}

/** 态度恶劣者扣2分: an occurrence without number. Once, and for more a person decides. */
function once(clause: Clause, context: FamilyContext): FamilyReading | null {
  const amount = clause.award?.amount;
  if (!amount || amount.mode === 'set' || clause.condition.trim() === '') return null;
  if (amount.mode === 'add' && !addsOnce(clause)) return null;
  const short = shortfallStep(clause, context, amount);
  if (short) return { rules: [short] };
  const bounded = intervalsIn(clause.condition).length > 0;
  if (!bounded && /\d/.test(clause.condition.replace(/\([^)]*\)/g, '').replace(namedNumbers, ''))) return null;
  const { rules, rest } = ownLimits(clause, context);
  if (/(?:最多|最高|上限|封顶|累计不超过|合计不超过)(?:可|只)?$/.test(clause.condition.trim())) return null;
  const unit = bounded ? null : namedUnit(clause.condition);
  const shape: EventShape = {
    phrases: breachPhrases(clause, context) ?? statePhrases(clause),
    each: unit ?? { amount: one, unit: '次' },
    amount,
    times: onceOnly.test(clause.condition) ? 'once' : unit ? 'each' : 'open',
  };
  const all: readonly Rule[] = [eventRule(clause, shape), ...rules];
  return { rules: all, doubtful: isDoubtfulRest(rest) };
}

/** 将扣除绩效5-10分: the verb and its number stand apart. */
const apart =
  /(?:扣除|扣减|扣罚|扣)(?:绩效|考核|当月|本月|月度|个人|部门|相应|其|该项|本项){1,3}(?:考核|绩效)?(?:分|分值|分数|得分)?(\d+(?:\.\d+)?)(?:\s?[-~至到]\s?(\d+(?:\.\d+)?))?分/;

function spread(clause: Clause): FamilyReading | null {
  const found = clause.award ? null : apart.exec(clause.text);
  if (!found) return null;
  const low = new Decimal(found[1] as string);
  const amount: Amount = { mode: 'deduct', low, high: found[2] === undefined ? low : new Decimal(found[2]), of: 'points' };
  const words = clause.text.slice(0, found.index);
  const phrase = readStepPhrase(words, '');
  const counted = phrase?.trigger === 'event' && phrase.sure;
  const shape: EventShape = {
    phrases: phrasesOf(words),
    each: counted ? phrase.each : { amount: one, unit: '次' },
    amount,
    times: counted ? 'each' : 'open',
  };
  return { rules: [eventRule(clause, shape)], doubtful: isDoubtfulRest(clause.text.slice(found.index + found[0].length)) };
}

/** Occurrences that take or give points. */
export const deductionFamily: Family = {
  name: 'deduction',
  read(clause, context) {
    if (!clause.award?.amount) return spread(clause);
    const found = steps(clause, context) ?? once(clause, context);
    const start = startIn(clause);
    return found && start ? { ...found, rules: [start, ...found.rules] } : found;
  },
};

const listHead = /扣分(?:项目?|内容|情形|事项)|扣罚项/;
const listOf = /^(?:其中)?(?:扣分|扣罚)(?:项目?|内容|情形|事项)?(?:包括|包含|有|如下|为|是|:)+/;
/** A grade is taken, not points: 降一个等级, `1/3 of a letter grade`. No rule of points says what that is. */
const demotion = /letter grade|降(?:低|级)?\s?(?:[一1]\s?个?)?(?:等级|档次|等次|档|级)(?!别)/i;

/** 不超不扣, 超额不加分: what the rules beside it do anyway. */
const noChange =
  /^(?:不[\p{Script=Han}]{1,3}(?:的)?[，,]?不(?:予)?[扣加减奖罚]分?|(?:超额|超出|超过目标|高于目标|多)(?:完成)?(?:的|部分)?[，,]?不(?:予)?(?:另|再)?[加奖]分?)$/u;

/** 自第4天起计扣: the steps beside it have looked here. */
const isLaterStart = ({ text, award }: Clause): boolean =>
  award?.amount?.low === undefined && new RegExp(`^${laterStart.source}(?:起|计|开始|扣|分|算|罚|执行)*$`).test(text);

const isList = ({ text, award }: Clause): boolean => award === null && listOf.test(text);

function listRule(clause: Clause, context: FamilyContext): FamilyReading | null {
  const read = readStep(clause, context);
  if (!read || read.phrase.trigger !== 'event') return null;
  const listed = context.clauses.find(isList);
  const phrases = listed ? phrasesOf(listed.text.replace(listOf, '').replace(/等\s*$/, '')) : eventPhrases(clause, read.phrase);
  return { rules: [eventRule(clause, { phrases, each: read.phrase.each, amount: read.amount, times: 'each' })] };
}

/** 旷工5分/次 under a heading that says what its points do. */
const perEach = (clause: Clause, context: FamilyContext): FamilyReading | null =>
  /每|^\s*\//.test(clause.tail) || /每|[一1][次项处个例起件]/.test(clause.condition) ? steps(clause, context) : null;

/** 扣分项一次一分 … 扣分项目包括：迟到、旷工; demotions; English deductions, whose award often stands in front. Asked before the bands. */
export const deductionListFamily: Family = {
  name: 'deduction',
  read(clause, context) {
    if (noChange.test(clause.text) || (isLaterStart(clause) && context.rules.some(({ kind }) => kind === 'step'))) return { rules: [] };
    if (demotion.test(clause.text)) return { rules: [], doubtful: true };
    if (listOf.test(clause.text) && context.rules.some(({ kind }) => kind === 'step')) return { rules: [] };
    if (clause.award && listHead.test(clause.condition) && context.clauses.some(isList)) return listRule(clause, context);
    if (clause.award?.amount?.mode === 'set' && headOf(context) !== null) return perEach(clause, context);
    if (clause.award && listHead.test(clause.condition)) return listRule(clause, context);
    const rate = rateOf(clause, context);
    if (rate)
      return {
        rules: [
          eventRule(clause, { phrases: eventPhrases(clause, rate.phrase), each: rate.phrase.each, amount: rate.amount, times: 'each' }),
        ],
        doubtful: rate.doubtful,
      };
    return ordinals(clause, context) ?? englishDeduction(clause, context);
  },
};
