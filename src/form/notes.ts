/** Texts around a table: notes, signature lines, and formulas that are printed as text (`最终得分=员工*30%+上级*70%`). */
import Decimal from 'decimal.js';
import { memoByText } from './memo';
import { plainText, withoutBrackets } from './plainText';
import { wordPointsIn } from './wordScales';

const signature =
  /签[字名章认]|签章|盖章|^(?:被?考核人|考评人|填表人|制表人?|编制人?|编制|审核|审批|批准|复核|拟订|计划拟订|核准|自评人?|审核人|评分人|评价人|主管领导|部门负责人|负责人|检查人|检查员|经理|.{1,6}经理|店长|班组长|班长|站长|主任|质检员|直接主管|科室负责人|客服部主任|日期|年月日|确认|经办人?|(?:[a-z]+(?:'s)? )?(?:signature|signed)|date|approved by|prepared by|reviewed by)\s*[:：]/i;
const emptyDate = /年\s*月\s*日|月\s*日/;

/** A line to be signed: `被考核人签字:`, `审核:  年  月  日`. */
export const isSignature = (text: string): boolean =>
  text.length < 120 && (signature.test(plainText(text)) || (emptyDate.test(text) && !/\d\s*月/.test(text) && text.length < 60));

const noteStart =
  /^(?:注意?|备注|说明|附注?|附件|填表说明|评分说明|考核说明|评语|意见|.{0,10}(?:评语|意见|建议|面谈|反馈)|要求)\s*[:：]|^注\d|^[●◆■※*•①-⑳]|^(?:notes?|instructions?|remarks?|comments?|please|legend|scale)\b/i;

/** A remark below or between the rows of a table, by how it starts. */
export const startsNote = (text: string): boolean => noteStart.test(plainText(text));

/** Shares of raters or parts told in words: `自评占30%,上级评分占70%`, `Self 20%, manager 80%`. */
export function statesShares(text: string): boolean {
  const shares = [...plainText(text).matchAll(/[^\d\s,;，；、:(]\s*(?:占|:|为|按|\*|×)?\s*\(?(\d{1,2}(?:\.\d+)?)%/g)];
  return shares.length >= 2 && /[,;，；、。+\n]/.test(text);
}

/** A paragraph: too long to name anything. */
export const isParagraph = (text: string): boolean => [...text].length > (/[\u4e00-\u9fff]/.test(text) ? 36 : 90);

export interface PrintedFormula {
  /** What it computes, as plain text without brackets; null where the text starts with `=`. */
  readonly left: string | null;
  readonly right: string;
}

const clauseEnd = /[;；。\n]|(?<=\D),(?=[^\d])|\.\s/;
const arithmetic = /[+*×÷∑Σ/]|\dx|%|乘|除以|之和|平均|sum|average/i;

function clauseFormula(clause: string): PrintedFormula | null {
  const text = clause
    .replace(
      /^\s*(?:(?:注|註|备注|備註|说明|說明|附注|附註|note)\s*[:：])?\s*(?:[(（]?\d{1,2}[)）、.．]|[一二三四五六七八九十]{1,2}、|[①-⑳])?\s*(?:注\s*[:：])?/iu,
      '',
    )
    .trim();
  const sign = /[=＝](?![<>=])|[为為][:：]/.exec(text);
  if (!sign || /[<>≤≥]\s*$/.test(text.slice(0, sign.index))) return null;
  const at = sign.index;
  const right = text
    .slice(at + sign[0].length)
    .replace(/[=＝]\s*$/, '')
    .trim();
  if (right === '' || !arithmetic.test(right)) return null;
  const left = withoutBrackets(plainText(text.slice(0, at))).trim();
  return left.length > 24 ? null : { left: left === '' ? null : left, right };
}

const step =
  /\d(?:\.\d+)? ?分? ?(?:\([^()]*\))? ?(?:及|含|或)?(?:以上|以下)|(?:低于|不足|不满|未满|不到|满|达到?|超过|≥|>=|<) ?\d|\d ?分? ?(?:-|~|至|到|–|—) ?\d|\d(?:\.\d+)? ?(?:%|points?)? (?:and|or) (?:above|more|over|higher|below|less|under)|\b(?:below|under|less than|at least|over|above) \d/gu;
const tierSaid = /[为是=:：评列][^,，;；。\d]{0,6}[\p{L}]/u;

/** What totals are called: `90分以上为优秀,80-89分为良好`, `4.5 and above = Gold; below 4.5 = Silver`. */
export function statesScale(text: string): boolean {
  const plain = plainText(text);
  return [...plain.matchAll(step)].length >= 2 && tierSaid.test(plain) && /[,，;；、。\n]/.test(text);
}

/** Whether a text standing alone is about the form instead of naming something in it. */
export const isRemark = (text: string): boolean =>
  isParagraph(text) ||
  printedFormulas(text).length > 0 ||
  statesShares(text) ||
  statesAwards(text) ||
  statesScale(text) ||
  wordPointsIn(text).length > 0;

/** What a rank earns: `前三名分别奖励500元、300元、200元`, `Awards for the first 3 ranks: 500, 300, 200.`. */
export const statesAwards = (text: string): boolean =>
  /(?:第|前)[一二两三四五六七八九十\d]{1,2}名[^。;；]{0,20}\d|\bfirst \d{1,2} (?:ranks|places)\D{0,12}\d/i.test(plainText(text));

/** Formulas printed in a text, clause by clause. */
export const printedFormulas: (text: string) => readonly PrintedFormula[] = memoByText((text) =>
  /[=＝]|[为為][:：]/.test(text) ? text.split(clauseEnd).flatMap((clause) => clauseFormula(clause) ?? []) : [],
);

/** `业绩考核得分*80%+行为考核得分*20%` → the share of each name, as fractions of 1. Names are plain text without `得分`. */
export function sharesIn(right: string): ReadonlyMap<string, Decimal> {
  const shares = new Map<string, Decimal>();
  const term = /([^+*×()（）=%\d]+(?:\([^()]*\))?)\s*[*×xX]?\s*(\d+(?:\.\d+)?)\s*%/g;
  for (const match of plainText(right).matchAll(term)) {
    const name = shareName(match[1] ?? '');
    if (name !== '') shares.set(name, new Decimal(match[2] ?? '0').div(100));
  }
  return shares;
}

/** The name of a component without what says that it is a score: `业绩考核得分` → `业绩考核`. */
export const shareName = (plain: string): string =>
  withoutBrackets(plain)
    .replace(/(?:得分|评分|分数|合计|总分|得分合计|评分合计|分)+$/, '')
    .replace(/[\s:,]+/g, '')
    .trim();
