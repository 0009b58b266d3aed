/** Cuts the items of a text into the runs that become clauses: at hard breaks, behind awards or before labels. */
import type { Item, ItemOf } from './item';
import { isAwardish, isBreak, isContent, isLabel, isMeasured, isPointLike, isPoints, namedOtherwise } from './itemSorts';
import { lastWhere } from './last';
import { enclosed, segments } from './segments';
import { startsLine, orderOf, pointsLead, tailNamesTier, withLeadingTiers, type Order } from './segmentOrder';

/** A run of items that belong together, and how its clauses are built. */
export interface Draft {
  readonly items: Item[];
  readonly order: Order;
}

/** A condition stands near what it gives; looking no further keeps the time linear. */
const nearItems = 40;

const namesTier = (items: readonly Item[]): boolean =>
  items.some(isMeasured) && items.some((item, at) => tailNamesTier(item) && Boolean(items[at - 1] && isMeasured(items[at - 1] as Item)));

/** Words that open a piece of their own: limits, notes on steps, statements about the whole row. */
const ownPiece =
  /^(?:(?:年度|季度)?目标值?(?:为|是|:)?$|最高|最低|最多|至多|最少|至少(?!\d)|上限|下限|封顶|保底|直至|直到|扣完|扣满|扣到|扣至|不超过|不低于|不得低于|不得超过|累计|合计|总分|满分|不满|不足.{0,8}[按计算]|以此类推|依此类推|以下类推|例如|比如|譬如|四舍五入|向下取整|向上取整|取整|本项|此项|该项目|不倒扣|不计负分|可得负分|可倒扣|加分|扣分|with a (?:maximum|minimum)|up to a|maximum|minimum|max\b|capped|not to exceed)/i;

/** …，最高10分 at the end: a bound of points by itself. */
const closesWithBound = (next: Item | undefined, last: boolean): boolean =>
  last && next?.kind === 'interval' && next.form === 'compared' && next.unit === '分' && next.interval.low === null;

const startsOwnPiece = (items: readonly Item[], at: number): boolean => {
  const next = items[at];
  if (closesWithBound(next, at === items.length - 1)) return true;
  return next?.kind === 'text' && ownPiece.test(next.text.trim());
};

/** 按完成比例得分: a rule by itself where a bound follows (低于60%不得分); in front of a step it says what is measured. */
const isProportion = (item: Item | undefined): boolean =>
  item?.kind === 'text' &&
  /按.{0,12}(?:比例|百分比|率|实际.{0,6}|插值法?|内插法?)(?:进行)?(?:计分|得分|计算得分|评分|赋分|给分)$|(?:插值法?|内插法?|线性)(?:进行)?(?:计算|计分|得分|计算得分)?$/.test(
    item.text.slice(-30),
  );

/** Whether the next piece is a bound with an award, not a step. */
function boundsNext(items: readonly Item[], at: number): boolean {
  const [first, second] = [items[at], items[at + 1]];
  if (first?.kind === 'text' && /^(?:低于|高于|超过|不足|未达)/.test(first.text) && second?.kind === 'award') return true;
  return first?.kind === 'interval' || (first?.kind === 'text' && !first.text.includes('每') && second?.kind === 'interval');
}

/** 按完成率计分，满分20分. */
const statesMarks = (item: Item | undefined): boolean => item?.kind === 'award' && item.verb === '满分' && item.amount.of === 'points';

/** 得分=实际/目标 in front of a comma. */
function isQuotient(items: readonly Item[], at: number): boolean {
  const [dividend, sign, divisor] = items.slice(Math.max(0, at - 3), at);
  return (
    dividend?.kind === 'text' && /[=:为]/.test(dividend.text) && sign?.kind === 'break' && sign.text === '/' && divisor?.kind === 'text'
  );
}

/** 得分=实际/目标，120分封顶. */
const capsNext = (items: readonly Item[], at: number): boolean => {
  const [amount, words] = [items[at], items[at + 1]];
  return (
    amount?.kind === 'number' && amount.quantity.unit === '分' && words?.kind === 'text' && /^(?:封顶|为上限|为限|封)/.test(words.text)
  );
};

const capWords =
  /^(?:累计|合计|总计|总|共|单项|本项|该项|此项|全年|年度|每月|当月)*(?:(?:扣分|加分|奖励|奖分|扣减)(?:总[分额]|累计|合计)?|(?:最多|最高|上限|至多|封顶)(?:扣分|加分|得分|为|是)?)$/;

const rateWords = /^(?:最高|上限|封顶|最多|最低|下限|保底)(?:得|计|按|为|是|不超过|不低于)*$/;

/** 达成率×权重，超过100%按100%计: what follows a formula is a statement of its own. */
const isFormula = (item: Item | undefined): boolean => item?.kind === 'text' && /[×*÷]/.test(item.text);

/** 扣分不超过10分 in front of the steps that it bounds. */
function isCap(current: readonly Item[]): boolean {
  if (current.length > nearItems) return false;
  const [words, amount, more] = current.filter(isContent);
  if (words?.kind !== 'text' || amount === undefined || more !== undefined) return false;
  if (amount.kind === 'number' && amount.quantity.unit === '%') return rateWords.test(words.text.trim());
  return capWords.test(words.text.trim()) && isPointLike(amount);
}

const targetWords = /(?:^|[\s，,])(?:年度|季度|月度|考核|本项)?(?:目标|标准|基准|指标)(?:值)?(?:为|是|:)?$/;

/** 目标95%，达到目标得满分: the target is a statement of its own. */
function isTarget(current: readonly Item[]): boolean {
  if (current.length > nearItems) return false;
  const content = current.filter(isContent);
  const [words, value] = content.slice(-2);
  return (
    content.length === 2 &&
    words?.kind === 'text' &&
    targetWords.test(words.text.trim()) &&
    value?.kind === 'number' &&
    value.quantity.unit !== '分'
  );
}

/** `+2 for every 5% above quota`: in English the condition often follows what it gives, as far as the next comma. */
const englishTail = /^\s*(?:for (?:each|every|any)|per|each|every|if|when|whenever|unless|at|within)\b/i;

/** Cuts a condition-first segment behind every award; commas separate once an award is there. */
function cutBehindAwards(items: readonly Item[], inside: readonly boolean[]): Item[][] {
  const clauses: Item[][] = [];
  let current: Item[] = [];
  let awarded = false;
  let tailing = false;
  let joinedAt = -1;
  const close = (): void => {
    if (current.some(isContent)) clauses.push(current);
    current = [];
    awarded = false;
    tailing = false;
  };
  items.forEach((item, at) => {
    const nested = inside[at] ?? false;
    if (!nested && item.kind === 'marker' && current.some((other) => isContent(other) && other.kind !== 'marker')) close();
    if (
      !nested &&
      isBreak(item, 'comma') &&
      (isProportion(items[at - 1]) || isFormula(items[at - 1]) || isQuotient(items, at)) &&
      (boundsNext(items, at + 1) || statesMarks(items[at + 1]) || capsNext(items, at + 1))
    )
      return close();
    if (!awarded && !nested && isBreak(item, 'comma') && (isCap(current) || isTarget(current))) return close();
    if (awarded && !nested && isBreak(item, 'comma') && awardsTier(current, items, at)) joinedAt = at + 1;
    else if (awarded && !nested && isBreak(item, 'comma') && !namesAward(items[at + 1], items[at + 2])) return close();
    if (awarded && !nested && (isNextLine(items, at) || isNextOfList(items, at))) return close();
    if (!nested && isBreak(item, 'comma') && startsOwnPiece(items, at + 1)) return close();
    tailing ||= awarded && item.kind === 'text' && items[at - 1]?.kind === 'award' && englishTail.test(item.text);
    if (awarded && !nested && !tailing && at !== joinedAt && !staysWithAward(item, items[at - 1], items[at + 1])) close();
    if (!awarded && item.kind === 'interval' && item.form === 'range' && namesTier(current.slice(-nearItems))) close();
    current.push(item);
    if (!nested && givesAward(item, current, items, at)) awarded = true;
    return undefined;
  });
  close();
  return clauses;
}

/** `…, which indicates an excellent score`, 得10分，即优秀: the same award said again by its name. */
function namesAward(lead: Item | undefined, tier: Item | undefined): boolean {
  return (
    lead?.kind === 'text' &&
    tier?.kind === 'tier' &&
    /^\s*(?:which|meaning|that is|i\.e\.|即|属于?|评为|定为|等级为|视为|为)/.test(lead.text)
  );
}

const perUnit = /^(?:每|人次?|次|项|个|天|日|周|月|年|处|件|起|例|条|份|张|户|家|台|套|篇|页|车|批|单|笔|小时|分钟|点|元|万|百分点|\s*$)/;

/** …的记5分/完课但…3分: behind points a slash in front of words begins another line; in front of a unit it says how often (扣2分/次). */
function isNextLine(items: readonly Item[], at: number): boolean {
  const [slash, words] = [items[at], items[at + 1]];
  const before = items[at - 1];
  const given = before !== undefined && (before.kind === 'award' || (isPoints(before) && before.quantity.unit === '分'));
  return (
    slash?.kind === 'break' &&
    slash.text === '/' &&
    given &&
    words?.kind === 'text' &&
    /^\p{Script=Han}{2}/u.test(words.text.trim()) &&
    !perUnit.test(words.text.trim())
  );
}

/** 国家级加5分、省级加3分: a pause in front of words that have an award of their own. */
function isNextOfList(items: readonly Item[], at: number): boolean {
  const [pause, words, award] = items.slice(at, at + 3);
  return pause?.kind === 'break' && pause.text === '、' && words?.kind === 'text' && award?.kind === 'award' && award.amount.low !== null;
}

/** 90分以上：优秀，得20分: behind the tier of a clause that gives no points yet stand its points. */
function awardsTier(current: readonly Item[], items: readonly Item[], at: number): boolean {
  const [next, behind] = items.slice(at + 1, at + 3);
  const near = current.slice(-nearItems);
  // 安全等级为A，得10分；结果为优秀的，加2分
  const last = lastWhere(near, (item) => !(item.kind === 'text' && /^\s*(?:的|者|的者|时)\s*$/.test(item.text)));
  if (next?.kind === 'award' && last?.kind === 'tier' && last.led && !near.some(({ kind }) => kind === 'award')) return true;
  if (!next || !near.some(isMeasured) || near.some(({ kind }) => kind === 'award')) return false;
  if (next.kind === 'award') return next.amount.mode === 'set' && near[near.length - 1]?.kind === 'tier';
  const closes = !behind || (behind.kind === 'break' && behind.strength !== 'open' && behind.strength !== 'colon');
  return near[near.length - 1]?.kind === 'tier' && isPoints(next) && next.quantity.unit === '分' && closes;
}

/** What may follow an award within its clause: brackets, `/次`, a second award of the other sort (优秀，10分). */
function staysWithAward(item: Item, previous: Item | undefined, next: Item | undefined): boolean {
  if (item.kind === 'break') return item.strength !== 'hard';
  if (namesAward(item, next) || (item.kind === 'tier' && item.led && previous?.kind === 'text')) return true;
  if (item.kind === 'text' && previous && isBreak(previous, 'pause')) return true;
  if (item.kind === 'text')
    return (
      !next ||
      /^\s*[:=-]?\s*$/.test(item.text) ||
      /^(?:的|者|为止|时|\/)/.test(item.text) ||
      (next.kind === 'break' && /^(?:每|\/|per |for |if |from |when )/.test(item.text.trim()) && next.strength !== 'pause')
    );
  const before =
    previous && (isAwardish(previous) || isPoints(previous) || (previous.kind === 'text' && /^(?:的|者|的者)$/.test(previous.text.trim())));
  return Boolean(before && isAwardish(item) && previous.kind !== item.kind && (item.kind !== 'tier' || item.led));
}

/** Whether this item gives something: an award, a tier behind its condition, or bare points behind a condition. */
function givesAward(item: Item, current: readonly Item[], items: readonly Item[], at: number): boolean {
  if (item.kind === 'award' || (item.kind === 'tier' && item.led)) return true;
  if (item.kind !== 'tier' && (!isPoints(item) || namedOtherwise(items[at - 1]))) return false;
  const conditioned = current
    .slice(-nearItems, -1)
    .some(
      (other) => isMeasured(other) || (other.kind === 'text' && /[\p{L}\d]/u.test(other.text)) || other.kind === 'level' || isLabel(other),
    );
  if (item.kind === 'tier') return item.led || conditioned;
  if (!isPoints(item) || !conditioned) return false;
  const next = items[at + 1];
  const measured = current.slice(-nearItems, -1).some(isMeasured);
  const closes = !next || next.kind === 'break' || next.kind === 'marker';
  if (item.quantity.unit === null) return measured ? closes || next.kind !== 'text' : closes;
  return (
    !(next?.kind === 'text' && /^(?:[的钟内]|为|是|者)/.test(next.text)) &&
    !(next && isBreak(next, 'pause') && !measured && !isPerUnit(next, items[at + 2]))
  );
}

/** 1分/次: what the points are for each of. */
const isPerUnit = (sign: Item, unit: Item | undefined): boolean =>
  sign.kind === 'break' &&
  sign.text === '/' &&
  unit?.kind === 'text' &&
  /^(?:人次|次|处|项|个|例|起|件|笔|份|人|天|篇|条|张|台|户|家)/.test(unit.text);

/** A second award behind a comma belongs to something else (优秀得10分，未完成扣2分). */
function givesAgain(current: readonly Item[], items: readonly Item[], at: number): boolean {
  if (!current.some((item) => item.kind === 'award')) return false;
  for (const item of items.slice(at, at + 12)) {
    if (isLabel(item)) return false;
    if (item.kind === 'award') return true;
  }
  return false;
}

/** Cuts before every label (or before every points item in award-first segments), and where a piece starts its own statement. */
function cutBefore(items: readonly Item[], inside: readonly boolean[], opens: (item: Item, at: number) => boolean): Item[][] {
  const clauses: Item[][] = [];
  let current: Item[] = [];
  items.forEach((item, at) => {
    const nested = inside[at] ?? false;
    const marked = current.every((other) => other.kind === 'marker' || !isContent(other));
    const starts = !nested && opens(item, at) && !marked;
    const own = !nested && isBreak(item, 'comma') && (startsOwnPiece(items, at + 1) || givesAgain(current, items, at + 1));
    if (starts || own) {
      if (current.some(isContent)) clauses.push(current);
      current = [];
    }
    if (!own) current.push(item);
  });
  if (current.some(isContent)) clauses.push(current);
  return clauses;
}

/** 100%(10分),98%-100%(8分): what each number is worth stands in brackets that enclose nothing else. */
function bracketedPoints(items: readonly Item[], at: number): boolean {
  const [bound, from, points, to] = items.slice(at - 1, at + 3);
  const given =
    points !== undefined &&
    ((isPoints(points) && points.quantity.unit === '分') || (points.kind === 'award' && points.amount.mode === 'set'));
  return Boolean(given && bound && from && to && isMeasured(bound) && isBreak(from, 'open') && isBreak(to, 'close'));
}

const fewestBracketed = 2;

/** Where brackets only hold the points of a list, nothing is enclosed. */
function opened(items: readonly Item[], inside: readonly boolean[]): readonly boolean[] {
  const at = items.flatMap((_, index) => (index > 0 && bracketedPoints(items, index) ? [index] : []));
  if (at.length < fewestBracketed) return inside;
  const free = new Set(at.flatMap((index) => [index, index + 1, index + 2]));
  return inside.map((each, index) => each && !free.has(index));
}

function draftsOfSegment(all: readonly Item[], enclosedIn: readonly boolean[], pointed: boolean): Draft[] {
  const items = withLeadingTiers(all);
  const inside = opened(items, enclosedIn);
  const order = orderOf(items, pointed);
  const firstLabel = items.find(isLabel)?.kind;
  const opens = (item: Item, at: number): boolean =>
    order === 'label-first'
      ? isLabel(item) && (item.kind === firstLabel || item.kind === 'marker')
      : pointed
        ? startsLine(items, at)
        : isPointLike(item);
  const cut = order === 'condition-first' ? cutBehindAwards(items, inside) : cutBefore(items, inside, opens);
  return cut.flatMap(splitFullMarks).map((clause) => ({ items: clause, order }));
}

/** (本项10分) behind the bands. */
const namesFullMarks = (item: Item | undefined): boolean =>
  item?.kind === 'text' && /^(?:本项|此项|该项|共|总分|合计|分值)(?:分值|满分|共)?(?:为|:)?$/.test(item.text.trim());
const isMarks = (item: Item | undefined): boolean => item?.kind === 'number' && item.quantity.unit === '分';

/** …5分以下(满分15分): the full marks in brackets behind are a statement of their own. */
function splitFullMarks(items: Item[]): Item[][] {
  const named = items.findIndex((item, index) => isBreak(item, 'open') && namesFullMarks(items[index + 1]) && isMarks(items[index + 2]));
  const named3 = items[named + 3];
  if (named > 0 && named3 && isBreak(named3, 'close'))
    return [[...items.slice(0, named), ...items.slice(named + 4)], items.slice(named + 1, named + 3)];
  const at = items.findIndex(
    (item, index) => isBreak(item, 'open') && items[index + 1]?.kind === 'award' && (items[index + 1] as ItemOf<'award'>).verb === '满分',
  );
  const close = items[at + 2];
  if (at <= 0 || !close || !isBreak(close, 'close')) return [items];
  return [[...items.slice(0, at), ...items.slice(at + 3)], items.slice(at + 1, at + 2)];
}

/** The runs of items that become the clauses of a text, in order; linear in the number of items. */
export function draftsOf(items: readonly Item[]): readonly Draft[] {
  const pointed = pointsLead(items);
  return segments(items, enclosed(items)).flatMap((segment) => draftsOfSegment(segment.items, segment.inside, pointed));
}
