/**
 * The wording of a step: `每低于目标值0.1个百分点`, `每发现一处不符合`, `发生一次`, `晚一天`, `/次`, `for each 1cm above 18cm`.
 * Reads what is counted, how much makes a step, which way and from where; what the step gives (扣2分) is the clause's award.
 */
import Decimal from 'decimal.js';
import { readQuantity, readUnit, sameKind, unitKind } from '../quantity';
import type { UnitName } from '../quantity';
import type { Quantity } from '../types';
import {
  chineseBase,
  chineseMovement,
  longChineseMovement,
  englishBase,
  englishMovement,
  movementDirection,
  namedReference,
  particles,
  selfMeasured,
} from './stepWords';
import type { Direction } from './stepWords';

export interface StepPhrase {
  /** `event`: occurrences are counted; else how far a value lies below or above its base. */
  readonly trigger: 'event' | Direction;
  /** The word of movement as written (低, 延迟); null for events. */
  readonly movement: string | null;
  readonly each: Quantity;
  /** Where the wording itself says that the target is the base. */
  readonly ofTarget: boolean;
  /** The target by the name that the wording gives it (评标基准价); null where it names none. */
  readonly reference: string | null;
  /** A base that stands in the phrase (`above 18cm`). */
  readonly base: Quantity | null;
  /** False where the wording may mean once (超过1小时扣0.5分). */
  readonly sure: boolean;
  /** True where the wording says that it is taken a single time (不论次数扣5分). */
  readonly once?: boolean;
  /** True where the wording makes a part of a step a whole one (每2分钟内, 每1至10分钟). */
  readonly begun?: boolean;
  /** Words before and behind the step that say what is counted. */
  readonly before: string;
  readonly after: string;
}

const one = new Decimal(1);

/** Units of time that say how often (每月、每日) rather than what a step is, unless they stand right before the award. */
const calendar: readonly UnitName[] = ['天', '周', '月', '季度', '年'];
const farthest = 18;

const movementAtEnd = new RegExp(`(${chineseMovement})${particles}(${namedReference})?$`, 'u');
/** 每少拜访1家, 每多完成一单: less or more of a doing. */
const doing = /^(少|多)(?![于次少人项种处名余数个件])[\p{Script=Han}]{1,4}$/u;
const longMovement = new RegExp(`(${longChineseMovement})${particles}[\\p{Script=Han}]{1,8}$`, 'u');

interface Movement {
  readonly direction: Direction;
  readonly word: string;
  /** What it is compared with, as written; null where the wording names nothing. */
  readonly reference: string | null;
}

/** Words in which a movement stands by accident: 误差一项, 打哈欠. */
const accidental = /^(?:误差|偏差|温差|落差|级差|时差|较差|哈欠|残缺|空缺|重大|较大|最大|最小|最高|最低|最多|最少|至少)$/;

const movementBefore = (text: string): Movement | null => {
  const between = text.trimEnd();
  return movementOf(movementAtEnd.exec(between) ?? longMovement.exec(between) ?? doing.exec(between));
};

/** 延迟每天: the movement right before 每, and nothing between. */
const directMovement = (before: string): Movement | null => movementOf(movementAtEnd.exec(before));

function movementOf(found: RegExpExecArray | null): Movement | null {
  const word = found?.[1];
  const direction = word ? movementDirection(word) : null;
  if (!found || !word || !direction) return null;
  const from = found.index + found[0].indexOf(word);
  if (word.endsWith('不到') && /^[位岗场会席]/.test(found.input.slice(from + word.length))) return null;
  if (accidental.test(found.input.slice(Math.max(0, from - 1), from + word.length))) return null;
  return { direction, word, reference: found[2] ?? null };
}

/** 未达到要求的每处: what is counted in places and cases falls short of no number. */
const places: ReadonlySet<UnitName | null> = new Set(['处', '起', '例', '笔']);

/** Events are late, too (每延迟一次), but a count that falls short (每少一次) is measured against a target. */
function isEvent(movement: Movement | null, unit: UnitName | null): boolean {
  if (!movement) return true;
  const counted = unitKind(unit) === 'count';
  if (places.has(unit) && /^(?:未达到?|未完成|不到|不足|低于?)$/.test(movement.word)) return true;
  return counted && unit !== '人' && selfMeasured.includes(movement.word);
}

const moneyNamed = /资金|金额|收入|产值|利润|投资|销售额|营收|成本|费用|款|税|合同额|经费|保费|销售|业绩额|元/;

/** 每引进资金100万: beside words of money a magnitude alone is money. */
function inMoney(each: Quantity, words: string): Quantity {
  if ((each.unit !== '万' && each.unit !== '亿') || !moneyNamed.test(words)) return each;
  return { ...each, unit: each.unit === '万' ? '万元' : '亿元' };
}

function build(movement: Movement | null, said: Quantity, before: string, after: string, sure: boolean, between = ''): StepPhrase {
  const each = inMoney(said, before + between + after);
  const event = isEvent(movement, each.unit);
  return {
    trigger: event || !movement ? 'event' : movement.direction,
    movement: movement?.word ?? null,
    each,
    ofTarget: movement ? movement.reference !== null : false,
    reference: movement?.reference ?? null,
    base: null,
    sure,
    before: event && movement && !before.includes(movement.word) ? before + movement.word : before,
    after,
  };
}

const inside = /^(?:以内|之内|内)/;

/** 每2分钟内, 每增加1至10分钟: so much at most is a step, and less of it, too. */
function upTo(
  text: string,
  { quantity, end }: { readonly quantity: Quantity; readonly end: number },
): { readonly end: number; readonly each: Quantity } | null {
  if (inside.test(text.slice(end)) && unitKind(quantity.unit) !== 'count')
    return { end: end + (inside.exec(text.slice(end))?.[0].length ?? 0), each: quantity };
  if (!isRange(text, end) || quantity.amount.gt(1)) return null;
  const high = readQuantity(text, end + 1);
  return high?.quantity.unit && !['count', 'ratio'].includes(unitKind(high.quantity.unit) ?? 'count') && high.quantity.amount.gt(1)
    ? { end: high.end, each: high.quantity }
    : null;
}

function isRange(text: string, end: number): boolean {
  return /^(?:-|~|至|到)\d/.test(text.slice(end, end + 3));
}

/** Words that begin like a unit right behind 每. */
const notDirect =
  /^(?:首[次先问任诊件页席]|座[位谈次]|种[植类子]|床[上沿面单]|节[约省点支余水电能]|单[位独]|处[理罚分置]|级别|条[件款例]|面[试谈积对向临貌子]|具[体有备]|间[隔接断距]|段落|轮[岗休换流]|班[组级子长]|封[闭存面]|批[评准复]|家[属庭]|部[门分位署委件]|餐[饮厅具]|卷入|门店|人[员均]|台[账帐]|组织|名[次]|日常|次要|升[高]|度)/;

interface FoundStep {
  readonly at: number;
  readonly end: number;
  readonly each: Quantity;
  readonly begun?: boolean;
}

/** The quantity that makes a step, somewhere behind 每; words between may name a movement or an event. */
function quantityAfter(text: string, from: number): FoundStep | null {
  const direct = notDirect.test(text.slice(from, from + 2)) ? null : readUnit(text, from);
  if (direct) return { at: from, end: direct.end, each: { amount: one, unit: direct.unit } };
  const last = Math.min(text.length, from + farthest);
  for (let at = from; at < last; at++) {
    if (/[，,;；。]/.test(text[at] as string)) return null;
    const read = readQuantity(text, at);
    if (!read || (read.quantity.unit === null && !/\d/.test(text[at] as string))) continue;
    const begun = upTo(text, read);
    if (begun) return { at, ...begun, begun: true };
    return isRange(text, read.end) || read.quantity.amount.isZero() ? null : { at, end: read.end, each: read.quantity };
  }
  return null;
}

function isFrequency(found: { readonly at: number; readonly end: number; readonly each: Quantity }, from: number, text: string): boolean {
  if (found.at !== from || !found.each.unit || !calendar.includes(found.each.unit)) return false;
  return text.slice(found.end).replace(/[，,\s]/g, '') !== '';
}

const innerMovement = new RegExp(
  `^[\\p{Script=Han}]{0,6}?(?<![不未])(${chineseMovement})${particles}(?:(${chineseBase})(?:的|值)?)?(?=[\\d一二两三半])`,
  'u',
);

/** 每吨超定额1公斤标煤: behind the unit that something is told for stands what a step is. */
function innerStep(text: string, at: number, from: number): StepPhrase | null {
  const moved = innerMovement.exec(text.slice(from, from + farthest));
  const movement = movementOf(moved);
  const read = moved && movement ? readQuantity(text, from + moved[0].length) : null;
  if (!movement || !read?.quantity.unit || isRange(text, read.end) || read.quantity.amount.isZero()) return null;
  if (/[，,]/.test(text.slice(read.end))) return null;
  return build(movement, read.quantity, text.slice(0, at), text.slice(read.end), true);
}

/** 超额部分每10%: of what is measured the part beyond is the movement itself; of what is counted it says where a rate begins. */
const partStripped = (before: string, unit: UnitName | null): string =>
  unitKind(unit) === 'count' ? before : before.replace(/的?部分$/, '');

function readEach(text: string, at: number): StepPhrase | null {
  const from = at + 1;
  const found = quantityAfter(text, from);
  if (!found) return null;
  if (isFrequency(found, from, text)) return innerStep(text, at, found.end);
  const between = text.slice(from, found.at);
  const movement = movementBefore(between) ?? (found.at === from ? directMovement(partStripped(text.slice(0, at), found.each.unit)) : null);
  const further = movement && found.at !== from ? readQuantity(text, found.end) : null;
  // 每低于100%一个百分点: the first number is where the steps start.
  if (further?.quantity.unit && sameKind(further.quantity.unit, found.each.unit))
    return { ...build(movement, further.quantity, text.slice(0, at), text.slice(further.end), true), base: found.each };
  const measured = found.at === from && !movement ? innerStep(text, at, found.end) : null;
  if (measured) return measured;
  const own = movement && found.at !== from ? '' : between;
  const phrase = build(movement, found.each, text.slice(0, at) + own, text.slice(found.end), true, between);
  return found.begun ? { ...phrase, begun: true } : phrase;
}

/** The last 每 that begins a step: 每月对所辖区域…，每少1次 → the second. */
function chineseEach(text: string): StepPhrase | null {
  for (let at = text.lastIndexOf('每'); at >= 0; at = at === 0 ? -1 : text.lastIndexOf('每', at - 1)) {
    const phrase = readEach(text, at);
    if (phrase) return phrase;
  }
  return null;
}

const threshold =
  /(?:第|至少|不少于|不低于|不超过|不高于|达到|达|满|累计|累计达|最多|最少|超过|超出|高于|多于|大于|低于|少于|小于|不足|≥|>|≤|<|=|仅|连续|近|共|全年|当月|本月|周期内)$/;
const afterNumber = /^(?:及|或|和|\(含\)|以)?(?:以)?(?:上|下|内|外|后|前)|^(?:-|~|至|到)/;
const formal = /(?:超过|超出|高于|低于|少于|多于|大于|小于|不足|未达到?|未完成|不到|达不到)(?:了)?$/;
/** A bare number that says how much: only what is short enough to be looked at from the end. */
const bareReach = 14;

/** 提前1天完成: the doing behind an amount of lateness says nothing more. */
const doneBehind = new RegExp(`((?:${longChineseMovement})[^，,]{1,8})(?:完成|提交|上报|交付|办结|报送|到岗)(?:任务|工作)?(?=的?$)`, 'u');

function bareAtEnd(text: string): StepPhrase | null {
  const trimmed = text.replace(doneBehind, '$1').replace(/[，,:：\s]*(?:的|者|则|将|就|即|另|均|各|也|要|会|需|应)?[，,:：\s]*$/, '');
  for (let at = Math.max(0, trimmed.length - bareReach); at < trimmed.length; at++) {
    const read = readQuantity(trimmed, at);
    if (!read || read.end !== trimmed.length || /[\d.]/.test(trimmed[at - 1] ?? '')) continue;
    return bareStep(trimmed.slice(0, at), read.quantity, '');
  }
  return null;
}

function bareStep(before: string, each: Quantity, after: string): StepPhrase | null {
  if (each.unit === null || each.amount.isZero()) return null;
  const movement = movementBefore(before);
  const single = each.amount.eq(1);
  if (movement) {
    if (formal.test(before) && !single) return null;
    return build(movement, each, before.slice(0, before.length - movement.word.length), after, single && !formal.test(before));
  }
  const kind = unitKind(each.unit);
  // 欠缴100元, 缺勤1天: so much of what is named, counted from nothing.
  const owed = before.trim() !== '' && (kind === 'money' || ((kind === 'time' || kind === 'workday') && single));
  if ((kind !== 'count' && !owed) || threshold.test(before)) return null;
  return build(null, each, before, after, single);
}

/** 一项, 一个月: what a lone number may count; a grade (一级事故) is a name. */
const isOne = (unit: UnitName): boolean => (unitKind(unit) === 'count' && unit !== '级') || unit === '月' || unit === '季度';

/** 任一项没有满足, 发现一处不符合, 一次未签卡: one of something, with what it is behind it. */
function bareInside(text: string): StepPhrase | null {
  for (let at = text.length - 2; at >= 0; at--) {
    if (text[at] !== '一' && text[at] !== '1') continue;
    if (/[\d.]/.test(text[at - 1] ?? '') || threshold.test(text.slice(0, at))) continue;
    const read = readQuantity(text, at);
    if (!read?.quantity.unit || !read.quantity.amount.eq(1) || !isOne(read.quantity.unit)) continue;
    const after = text.slice(read.end);
    const before = text.slice(0, at);
    const movement = unitKind(read.quantity.unit) === 'count' ? null : movementBefore(before);
    if (!afterNumber.test(after)) return build(movement, read.quantity, before, after, true);
  }
  return null;
}

/** 扣5分/次, -2分每项, 扣1分/人/次, 扣1分/1%. */
function chineseTail(condition: string, tail: string): StepPhrase | null {
  const head = /^\s*(?:\/\s*[每一]?|每|一(?=[次项个处例起件人]))\s*(?:人\/|人·)?/.exec(tail);
  if (!head) return null;
  const at = head[0].length;
  const unit = readUnit(tail, at);
  const read = unit ? { quantity: { amount: one, unit: unit.unit }, end: unit.end } : readQuantity(tail, at);
  if (!read?.quantity.unit) return null;
  return build(movementBefore(condition.replace(/[，,:：\s]+$/, '')), read.quantity, condition, tail.slice(read.end), true);
}

const englishEach =
  /(?:\bfor (?:each|every|any)|\bper|\beach|\bevery|\/)\s*(?:one )?(?:additional |extra |further |full |whole |complete )?/gi;
const englishMove = new RegExp(`\\b(${englishMovement})\\b(?:\\s+(?:than|of|by|the|a|its|our|their))*\\s*(${englishBase})?`, 'i');
const nounEnd =
  /[,;.()]|\b(?:that|which|who|when|if|is|are|was|were|in|on|at|from|up|to|not|will|with|and|of|late|below|above|over|under|past|beyond|after|early|exceed\w*)\b/i;

function englishUnit(text: string, from: number): { readonly each: Quantity; readonly end: number } | null {
  const read = readQuantity(text, from);
  if (read) return { each: read.quantity, end: read.end };
  const unit = readUnit(text, from);
  if (unit) return { each: { amount: one, unit: unit.unit }, end: unit.end };
  const noun =
    text
      .slice(from, from + 60)
      .replace(/^(?:late|early|overdue|missed|below|over)\s+(?=[a-z])/i, '')
      .split(nounEnd)[0]
      ?.trim() ?? '';
  return /^[a-z]/i.test(noun) ? { each: { amount: one, unit: null }, end: from } : null;
}

function englishBaseAfter(rest: string, moved: RegExpExecArray): Quantity | null {
  const from = moved.index + moved[0].length;
  const number = /[\d.]/.exec(rest.slice(from, from + 24));
  return number ? (readQuantity(rest, from + number.index)?.quantity ?? null) : null;
}

function readEnglishEach(text: string, match: RegExpMatchArray): StepPhrase | null {
  const from = (match.index ?? 0) + match[0].length;
  const found = englishUnit(text, from);
  if (!found) return null;
  const before = text.slice(0, match.index);
  const after = text.slice(found.end);
  const moved = englishMove.exec(after) ?? (unitKind(found.each.unit) === 'time' ? englishMove.exec(before) : null);
  const direction = moved ? movementDirection((moved[1] as string).toLowerCase()) : null;
  const measured = moved && direction && found.each.unit !== null && !/^missed$/i.test(moved[1] as string);
  const movement: Movement | null = measured ? { direction, word: (moved[1] as string).toLowerCase(), reference: moved[2] ?? null } : null;
  const phrase = build(movement, found.each, before, after, true);
  return movement && moved?.input === after ? { ...phrase, base: englishBaseAfter(after, moved) } : phrase;
}

function englishStep(text: string): StepPhrase | null {
  for (const match of text.matchAll(englishEach)) {
    const phrase = readEnglishEach(text, match);
    if (phrase) return phrase;
  }
  return null;
}

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

/**
 * Reads the step in a clause.
 *
 * @param condition the clause before (or around) its award, normalised; @param tail what stands behind the award
 * @returns the step, or null where the clause has none (then its award is given once, or belongs to a band or a label)
 */
export function readStepPhrase(condition: string, tail: string): StepPhrase | null {
  if (!isChinese(condition + tail)) return englishStep(`${condition} ${tail}`);
  const own = chineseEach(condition) ?? chineseTail(condition, tail);
  if (own) return own;
  const late = chineseEach(tail);
  if (late) return late;
  return bareAtEnd(condition) ?? bareInside(condition) ?? englishStep(`${condition} ${tail}`);
}
