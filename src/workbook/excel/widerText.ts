/**
 * What a number would show if its column were wide enough, where Excel says `####`. Only the kinds of format that forms use: percent, fixed
 * decimals, dates (as yyyy-mm-dd), else the number itself. The full formatter of files weighs more than all the rest of the pane's adapter.
 */
import Decimal from 'decimal.js';

/** Day 0 of Excel's calendar as it counts from March 1900 on. */
const dayZero = Date.UTC(1899, 11, 30);
const dayLength = 86_400_000;

/** @param numberFormat Excel format code; its first section counts. */
export function widerText(value: number, numberFormat: string): string {
  const code = bare(numberFormat);
  if (/[yd]/i.test(code)) return new Date(dayZero + Math.floor(value) * dayLength).toISOString().slice(0, 10);
  const number = new Decimal(String(Number(value.toPrecision(15)))).times(code.includes('%') ? 100 : 1);
  const places = /\.([0#?]*)/.exec(code)?.[1]?.length ?? (/[0#?]/.test(code) ? 0 : null);
  return `${places === null ? number.toString() : number.toFixed(places, Decimal.ROUND_HALF_UP)}${code.includes('%') ? '%' : ''}`;
}

/** The first section of a format without its texts, colours and conditions. `General` has no digit places. */
const bare = (numberFormat: string): string => (numberFormat.split(';')[0] ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*.|General/gi, '');
