/** The words of steps, as tables (Simplified, English in lower case): what moves which way, where steps start, what becomes of part of a step. */
import type { PartialStep } from '../rule';

export type Direction = 'below' | 'above';

/**
 * Words of movement before a step (每低1%, 每延迟1天) or in an entry (提前3天). A value that is early or shortened lies below its base.
 * Compound forms (低于, 超过, 超出了) are made by {@link particles}.
 */
export const movements: Readonly<Record<Direction, readonly string[]>> = {
  below: [
    '低', '少', '降低', '下降', '减少', '减低', '缩短', '缩减', '下滑', '下浮', '下跌', '跌', '降', '欠', '缺少', '短少', '不足', '落后', '少完成', '差', '未达', '未完成', '未达到', '不到', '节约', '节省', '小', '缺',
    '提前', '提早', '早', '压缩', '结余', '前移', '少用', '滑坡', '下挫', '回落', '节支', '节余',
    'below', 'under', 'less than', 'short of', 'lower than', 'lower', 'fewer than', 'short', 'faster', 'decrease', 'decreases', 'reduction', 'shortfall', 'early', 'earlier', 'ahead', 'before', 'missed',
  ],
  above: [
    '高', '高出', '超', '超额', '超额完成', '超出', '增加', '增长', '上升', '提高', '提升', '多', '多完成', '延长', '上浮', '增', '涨', '上涨', '上调', '大', '突破', '升高', '升',
    '延迟', '推迟', '延误', '拖延', '逾期', '超期', '延期', '晚', '迟延', '迟', '滞后', '退后', '延后', '超时', '拖欠', '拖后', '误期', '迟交', '晚交', '滞缓', '推后', '延缓', '拖期', '顺延', '后延', '滞期', '超支', '超耗', '超标', '超用', '超编', '攀升', '扩大', '上扬', '走高', '膨胀',
    'above', 'over', 'more than', 'beyond', 'exceeds', 'exceed', 'exceeding', 'in excess of', 'increase', 'increases', 'late', 'later', 'after', 'past', 'overdue', 'higher than', 'higher', 'slower', 'longer than', 'improvement', 'greater than', 'tardy',
  ],
}; // prettier-ignore

/** Movements of time and rank: the amount of movement is what an entry tells even without a base (晚3天, `3` days late). */
export const selfMeasured: readonly string[] = [
  '提前', '提早', '早', '延迟', '推迟', '延误', '拖延', '逾期', '超期', '延期', '晚', '迟延', '迟', '滞后', '退后', '延后', '超时', '拖欠', '拖后', '误期', '迟交', '晚交', '推后', '延缓', '拖期', '顺延', '后延', '滞期', '缩短', '延长', 'late', 'early', 'overdue', 'past', 'tardy',
]; // prettier-ignore

/** Words for straying either way: the distance counts, whatever its sign (每偏离1%扣1分). */
export const deviations: readonly string[] = ['相差', '偏差', '偏离', '误差', '浮动', '波动', '出入', '差异', '差距', '背离'];

/** Particles behind a movement word. */
export const particles = '(?:于|过|出|了|完成|达)?';

/** What steps are measured from. */
export const baseWords: readonly string[] = [
  '目标值', '目标', '标准值', '标准', '计划值', '计划', '预算', '指标值', '指标', '规定', '要求', '考核值', '基准值', '基准', '合格值', '任务', '定额', '限额', '上限', '下限', '额度',
  'target', 'goal', 'quota', 'plan', 'budget', 'limit', 'standard', 'deadline', 'baseline',
]; // prettier-ignore

/** What a named reference ends in that steps are measured from: 达标线, 评标基准价, 标底, 平均值, 规定时间. */
export const referenceEnds: readonly string[] = [
  '线', '价', '价格', '报价', '标底', '均值', '平均', '平均值', '平均分', '平均数', '平均水平', '均分', '平均价', '基数', '参考值', '控制值', '控制数', '限值', '上限值', '同期', '上年', '去年', '上月', '上季度', '往年', '水平', '时限', '期限', '规定时间', '标准时间', '要求时间', '规定值', '规定数', '要求数', '计划数', '目标数', '任务数', '指标数', '应完成数', '考核数', '核定数', '编制数', '定量', '额定值', '许可值', '允许值',
]; // prettier-ignore

/** References of which a step in percent is a share: prices, whatever else the text calls a rate. */
export const pricedReference = /价|标底|报价|金额|费用|成本|造价/;
/** Wording of bids: each step is a share of the reference, also where the step itself does not name it. */
export const pricedText = /基准价|标底|平均报价|报价(?:的)?平均|平均价|评标价|基准报价|拦标价|控制价/;

/** Wording under which a percentage is a share of the target: full performance is 100 %. */
export const ratioToTarget =
  /(?:与|占|比|和|\/|÷|除以)[^，,。;；]{0,12}(?:目标|计划|预算|指标|任务|应)[^，,。;；]{0,10}(?:百分比|比例|比值|比率|之比|率|比)|(?:完成|达成|达标|执行|实现)(?:率|比例|百分比)|百分比/;

/** Wording under which the measured value is itself a percentage. */
export const rateWords = /率|比例|百分比|占比|比重|比值|百分点|percent|%|rate|ratio/i;

/** Wording by which steps go on from a flat deduction: 每再低1%, 在此基础上每低1%, 每低1%加扣1分. */
export const goesOn =
  /每(?:再|继续|进一步|又)|在此基础上[^，,]{0,6}每|(?:此后|之后|以后|再)每|每[^，,。;；]{0,16}(?:增|加|另|再|追加|多)扣/;

/** What becomes of a part of a step. Tried in order; `不足1%按1%计` is a whole step, `不足1%不计` none. */
export const partialPhrases: readonly { readonly pattern: RegExp; readonly partial: PartialStep }[] = [
  { pattern: /(?:不足|不满|不到|未满|未达|低于)[^，,。;；]{0,10}?(?:的|者|部分)?[，,]?(?:也|均|亦|都|则|同样)?(?:按照?|以(?![内上下外])|视为|视同|(?<![预核决结计])算作?|计为|记为|作为?)(?:按)?[^，,。;；]{0,10}?(?:一|1|整|\d+(?:\.\d+)?)[^，,。;；]{0,8}/, partial: 'up' },
  { pattern: /(?:不足|不满|不到|未满|未达|低于)[^，,。;；]{0,10}?(?:的|者|部分)?[，,]?(?:均|都|则)?(?:不计算?|不予计算|不扣分?|不予扣分|忽略不计|舍去|舍弃|免扣|不加分?|不算|不作?计)/, partial: 'down' },
  { pattern: /(?:(?:不足|不满|不到|未满|未达)[^，,。;；]{0,8}?(?:的|者|部分)?[，,]?|(?:其?中间|其间|之间|区间|各?分)(?:数?值|数|部分)?)?(?:的|均|都|则|按照?|采用|采取|以|用|依|通过|直线|线性)*(?:内插法|插值法|直线法?内插|直线插入法)(?:进行)?(?:来)?(?:计算|计分|得分|计取|折算|取值|计)*(?:[，,]?(?:保留|精确到?|取)(?:小数点后)?[一二两三四\d](?:位)?(?:小数)?)?/, partial: 'proportional' },
  { pattern: /(?:内插法|插值法?|线性插值|按比例(?:折算|计算|扣|加|递减|递增)?|按线性|线性(?:计算|扣分|加分|递减|递增)|等比例(?:扣|加|计|递减)?|同比例)/, partial: 'proportional' },
  { pattern: /(?:向下取整|取整数部分|只计整数|舍尾|去尾)/, partial: 'down' },
  { pattern: /(?:向上取整|进一法|进位取整)/, partial: 'up' },
  { pattern: /(?:四舍五入)/, partial: 'nearest' },
  { pattern: /(?:or|and|any) (?:a )?(?:part|portion|fraction)s? (?:there ?of|of)|(?:partial|incomplete) \w+ counts? as (?:a )?(?:full|whole|one)|rounded up|round up/i, partial: 'up' },
  { pattern: /rounded down|round down|full \w+ only|whole \w+ only|complete \w+ only/i, partial: 'down' },
  { pattern: /pro[- ]?rat(?:a|ed)|proportionally|proportionate|linear(?:ly)?|interpolat/i, partial: 'proportional' },
]; // prettier-ignore

/** Words by which a step is taken a single time, however often or far. */
export const onceOnly = /[，,]?(?:不论|无论|不管)(?:次数|多少|几次|多久)?(?:多少)?(?:均|都|只)?|(?:只|仅|一律)扣一次[，,]?/;

/** 就高不就低 takes the higher score: for a deduction the part is dropped, for a bonus it counts as whole. */
export const higherScore = /就高不就低/;
export const lowerScore = /就低不就高/;

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** An alternation of words, longest first. */
export function anyOf(words: readonly string[]): string {
  return [...words].sort((a, b) => b.length - a.length).map(escaped).join('|'); // prettier-ignore
}

const chinese = (words: readonly string[]): readonly string[] => words.filter((word) => !/^[a-z]/.test(word));
const english = (words: readonly string[]): readonly string[] => words.filter((word) => /^[a-z]/.test(word));

const directionOf = new Map<string, Direction>();
for (const direction of ['below', 'above'] as const) for (const word of movements[direction]) directionOf.set(word, direction);

const allMovements = [...movements.below, ...movements.above];
/** Chinese movement words as an alternation. */
export const chineseMovement = anyOf(chinese(allMovements));
/** Chinese movement words of at least two characters: short ones stand inside other words (差错). */
export const longChineseMovement = anyOf(chinese(allMovements).filter((word) => word.length > 1));
/** English movement words as an alternation. */
export const englishMovement = anyOf(english(allMovements));
export const chineseBase = anyOf(chinese(baseWords));
export const englishBase = anyOf(english(baseWords));
/** A reference by its name: a word for the target, or up to ten characters that end like one (本次评标基准价). */
export const namedReference = `(?:(?:${chineseBase})(?:的|值)?[\\p{Script=Han}]{0,6}|[\\p{Script=Han}()]{0,8}?(?:${anyOf(referenceEnds)})的?)`;

/** Which way a movement word points; null for a word that is none. */
export function movementDirection(word: string): Direction | null {
  return directionOf.get(word) ?? null;
}

const movementAnywhere = new RegExp(`${chineseMovement}|\\b(?:${englishMovement})\\b`, 'gi');
/** Words in which a movement word stands by accident. */
const accidental =
  /哈欠|不到[位岗场会席]|多少|不少|减少不|大小|差错|差异|偏差|误差|较差|差值|缺失|缺项|最低|最高|最少|最多|大型|重大|特大|提高班|early bird/g;

/**
 * The movement that an entry names itself: 提前3天, `2 days late`, 低于目标值.
 *
 * @returns direction and word of the first movement; null where there is none
 */
export function namedMovement(words: string): { readonly direction: Direction; readonly word: string } | null {
  const clean = words.toLowerCase().replace(accidental, ' ');
  movementAnywhere.lastIndex = 0;
  const word = movementAnywhere.exec(clean)?.[0];
  const direction = word ? movementDirection(word) : null;
  return word && direction ? { direction, word } : null;
}
