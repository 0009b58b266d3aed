import type { CellValue } from '../../form/grid';

/** What Excel may read as a formula, number, date, time or truth value when it is put into a cell. */
const maybeRead = /[\d０-９]|^[=+\-@＝＋－＠'#(¥$€£%.,]|^(?:true|false)$/i;

/** What is no formula, whatever follows. */
const neverFormula = /^[^=+\-@＝＋－＠']/;

/** Longest date, time or amount in any of Excel's languages, with room to spare. */
const longestRead = 60;

/** Chinese characters of dates, times and amounts. */
const inDates = /[年月日号號时時分秒点點上下午星期周週礼禮拜〇零一二三四五六七八九十百千万萬亿億元角整民国國初]/g;

/** More than a date in words has: a month, perhaps a weekday, and what is between them. */
const saysMore = (text: string): boolean =>
  (text.match(/\p{L}{4,}/gu) ?? []).filter((word) => !/[\u2e80-\uffef]/.test(word)).length > 2 ||
  (text.replace(inDates, '').match(/[\u3400-\u9fff]/g) ?? []).length > 2;

/** A text in words, which happens to hold a number. */
const isProse = (text: string): boolean => neverFormula.test(text) && (text.length > longestRead || text.includes('\n') || saysMore(text));

/**
 * Value → what to assign to `Range.values`; null clears the cell. A text never becomes a formula or a date: where Excel could take it for one,
 * an apostrophe in front keeps it a text, as it does for a person who types. Excel shows that mark in the formula bar, so prose goes without.
 */
export function cellInput(value: CellValue): string | number | boolean {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  return typeof value === 'string' && maybeRead.test(value) && !isProse(value) ? `'${value}` : value;
}
