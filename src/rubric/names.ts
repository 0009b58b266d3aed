/** Numbers that measure nothing because they are part of a name or a date: 12月5日前, 13号, 8:30, 3.0版, CET-4, 24小时热线, 200987号文件. */

/** All such numbers in a text; use with `replace`. */
export const namedNumbers =
  /\d{1,4}年\d{0,2}月?|\d{1,2}月\d{1,2}[日号]|\d{1,2}[日号](?:之?前|以前|前后)|\d+号(?:文件?)?|\d+°|\d{1,2}:\d{2}|《[^》]{1,40}》|[A-Za-z]{1,9}-?\d+(?!\s?%)|(?:section|chapter|part|item|article|form|no\.|annex|appendix|step|phase) ?\d+|第\d+(?:条|章|款|版|部分|季度|周)|\d+小时(?:热线|值班|服务|营业)|\d+S(?:管理|检查)?/gi;

const dayOrNumber = /^号|^日之?[前内]/;
const month = /(?:每|次|当|上|下|本)?(?:个)?月(?:的)?$/;

/** Whether the number from `at` to `end` is a date (每月5日前, 13号) or the number of a name (CET-4考试). */
export function isNamed(text: string, at: number, end: number): boolean {
  const behind = text.slice(end, end + 3);
  if (behind.startsWith('号')) return true;
  const front = text.slice(Math.max(0, at - 4), at);
  if (dayOrNumber.test(behind) && month.test(front)) return true;
  return /[A-Za-z]-$/.test(front) && /^\p{Script=Han}/u.test(behind);
}
