/**
 * What texts say in a way of their own, in the words that the families know: `20分为上限` is 最高20分, `则在15分基础上加1分` is 则加1分,
 * `乘以0.15` is ×0.15. One line a wording; a text without any is returned as it is.
 */
import type { NormalisedText } from './normalise';
import { rewritten, type Spelled } from './spelledOut';

interface Wording {
  readonly pattern: RegExp;
  /** The plain words; null where this place says something else after all. */
  readonly say: (found: RegExpMatchArray) => string | null;
}

const graded = '[特一二三四五六][级类](?:供应商|客户|企业|单位|员工|门店|代理商|经销商|承包商|分包商)';

const wordings: readonly Wording[] = [
  // 处理次数超过目标值，每次扣2分: what is beyond the target counts, not what is within it.
  { pattern: /(?<=[次件个人台户份批单项]数|数量)(超过|超出|高于|多于|低于|少于)(目标|计划|指标|标准|规定)(值|数)(?:的|时)?[，,]\s?每([次件个人台户份批单项])(?=[扣加减])/g, say: ([, moved, base, end, unit]) => `每${moved}${base}${end}1${unit}` },
  // 超出5%扣5%，超出10%扣10%，以此类推: steps of 5 %.
  { pattern: /(超[出过]|高[于出]|低于|低|超)(\d+(?:\.\d+)?)(%|天|日|分钟|小时)(扣|加)(\d+(?:\.\d+)?)(%|分)[，,;；]\1(\d+(?:\.\d+)?)\3\4(\d+(?:\.\d+)?)\6[，,;；]\s?(?:以此|依此|依次)类推/g, say: stepOf },
  { pattern: /(?<=每[^，,。;；]{1,20}[则即]?)在\s?\d+(?:\.\d+)?\s?分(?:的)?基础上(?=\s?[加减扣])/g, say: () => '' },
  { pattern: /(\d+(?:\.\d+)?)\s?分为(上限|封顶|下限)/g, say: ([, points, end]) => `${end === '下限' ? '最低' : '最高'}${points}分` },
  { pattern: /(?<=[扣减少]\d{1,3}(?:\.\d+)?分[，,])直[至到](?:扣[至到])?(\d+(?:\.\d+)?)分(?:为)?止/g, say: ([, points]) => `最低${points}分` },
  { pattern: /(?<=[分值数])乘以\s?(?=\d+(?:\.\d+)?%?(?:得分|计分|计入|[，,。;；(]|$))/g, say: () => '×' },
  // 质量评分乘以6%(6分): the bracket says the same of 100.
  { pattern: /(?<=[分值数])(?:乘以|×|\*)\s?(\d+)%\s?\((\d+)分\)/g, say: ([, share, points]) => (share === points ? `×${share}%` : null) },
  // 评标价最低的得50分，按名次排序，每递增一位减2分
  { pattern: /[^，,。;；\d]{1,10}最[低高优好短多少快](?:的|者)?得(\d+(?:\.\d+)?)分[，,;；](?:[^，,。;；\d]{0,10}(?:排序|排列|排名|名次)[^，,。;；\d]{0,3}[，,])?每(?:递增|递减|增加|降低|下降|后退|往后|靠后|推后)?[一1][位名](?:名次)?(?:递减|减|扣|少|降低)(\d+(?:\.\d+)?)分/g, say: ([, best, less]) => `第1名得${best}分，每增加1名扣${less}分` },
  // 第一名得10分，每降低一名扣1分: a lower rank is a higher number.
  { pattern: /(?<=第[一1]名[^。;；]{1,24}每)(?:降低|下降|后退|落后|靠后|往后|递减|降)[一1个]{1,2}(?:名次|名|位次|位)(?=[，,]?[扣减少])/g, say: () => '增加1名' },
  { pattern: /(?<=得分\s?=[^=\n]{3,60}[\d%)])\s?=\s?(?:_*\s?分?)?$/g, say: () => '' },
  // 不合格=0分 核算有误则再-1分: the last of a list, and what is taken besides.
  { pattern: /(?<=[=:]\s?\d+分)\s(?=\p{Script=Han}{2,12}(?:则|的|者)(?:在[^，,。;；]{0,6}基础上)?再?[-扣加减]\s?\d)/gu, say: () => ';' },
  { pattern: /(?<=(?:则|的|者))(?:在(?:得分|原得分|总分)基础上)?再-(?=\d+(?:\.\d+)?分)/g, say: () => '扣' },
  // '优秀'得满分
  { pattern: /(["'])(\p{Script=Han}{1,4})\1(?=[得计给扣加记])/gu, say: ([, , name]) => name as string },
  // A heading that a table left behind a cell, at the end of its line.
  { pattern: /(?<=\p{Script=Han}{2})(?:评分|评价|考核|评定)标准\n(?=\s?\d+\s?[-~分])/gu, say: () => '\n' },
  { pattern: new RegExp(`(\\d+\\s?[-~]\\s?\\d+\\s?分|\\d+分(?:\\(含\\))?以[上下])(${graded})(?=\\p{Script=Han})`, 'gu'), say: ({ 1: range, 2: name, index }) => `${index === 0 ? '' : '\n'}得分在${range}${/[上下]$/.test(range as string) ? '' : '之间'}评为${name}。` },
]; // prettier-ignore

/** Only where the second is twice the first, in width and in points. */
function stepOf([, moved, width, unit, verb, points, of, next, more]: RegExpMatchArray): string | null {
  return Number(next) === 2 * Number(width) && Number(more) === 2 * Number(points)
    ? `每${moved}${width}${unit}${verb}${points}${of}`
    : null;
}

/** No criteria text that long is one that somebody words so. */
const longest = 3000;

/** Says a text in plain words; positions in them map to what stood there. */
export function plainChinese(normalised: NormalisedText): NormalisedText {
  if (normalised.text.length > longest) return normalised;
  return wordings.reduce((text, { pattern, say }) => rewritten(text, [...text.text.matchAll(pattern)].flatMap((found) => spelled(found, say))), normalised); // prettier-ignore
}

function spelled(found: RegExpMatchArray, say: Wording['say']): readonly Spelled[] {
  const text = say(found);
  const start = found.index as number;
  return text === null ? [] : [{ span: { start, end: start + found[0].length }, text }];
}
