/** Intervals that start with a word, a sign or a bracket: 低于80%, ≥90分, [80,90), `between 5 and 10`. */
import Decimal from 'decimal.js';
import type { Interval } from '../interval';
import type { Item } from '../item';
import type { UnitName } from '../quantity';
import { boundedFrom, finish, item, makers, rangeOf, type Bounded } from './bounded';
import { isLetter, skipSpace, type Cursor } from './cursor';
import { quantityAt } from './quantityAt';
import { before } from './words';

const equation = /[a-z]\s?=\s?\d+(?:\.\d+)?(?=\s*(?:[,;.\n]|$))/gi;

/** Completed = 10, Not completed = 0: a list of states with their points, not of conditions. */
const givesNumbers = (text: string): boolean => (text.slice(0, 600).match(equation) ?? []).length >= 2;

const notComparison = /(?:达成|达到|满|为|仅|超|达|最高|最低|最多|最少)$/;

/** 低于80%, ≥90分, `at least 3 items`; `达到`… bind only where a number follows at once. */
export function comparedAt(cursor: Cursor, at: number, previous: Item | null): Item | null {
  if (cursor.text[at] === '=' && previous !== null && ['marker', 'tier', 'level', 'interval', 'number'].includes(previous.kind))
    return null;
  const found = cursor.text[at - 1] === '每' ? null : before.at(cursor.lower, at);
  if (!found || (isLetter(cursor.text[at]) && isLetter(cursor.text[at - 1]))) return null;
  if (found.word === '=' && givesNumbers(cursor.text)) return null;
  if (found.value === 'exactly' && found.word !== '=' && found.word !== '等于' && !isLetter(found.word[0])) return null;
  const numberAt = skipSpace(cursor.text, found.end);
  if (numberAt >= cursor.text.length) return null;
  const read = quantityAt(cursor, numberAt, true);
  if (!read) return null;
  const more = boundedFrom(cursor, read.quantity, read.end);
  if (more && (notComparison.test(found.word) || more.form === 'range')) return item(more, at);
  const compared: Bounded = {
    interval: makers[found.value](read.quantity.amount),
    unit: read.quantity.unit,
    end: read.end,
    form: 'compared',
  };
  return item(finish(cursor, more && found.value === 'atLeast' ? more : compared), at);
}

const mathematical = /([[(])(-?\d+(?:\.\d+)?|-∞)(%|分)?\s?[,，]\s?(-?\d+(?:\.\d+)?|\+?∞)(%|分)?([\])])(%|分)?/y;

/** [80,90), (60,80]: intervals as mathematics writes them. Read apart from numbers: `90,100` is no ninety thousand here. */
export function mathAt(cursor: Cursor, at: number): Item | null {
  if (cursor.text[at] !== '[' && cursor.text[at] !== '(') return null;
  mathematical.lastIndex = at;
  const found = mathematical.exec(cursor.text);
  if (!found) return null;
  const [whole, open, from = '', , to = '', , close] = found;
  const bound = (number: string, inclusive: boolean): Interval['low'] =>
    number.includes('∞') ? null : { at: new Decimal(number), inclusive };
  const unit = (found[7] ?? found[5] ?? found[3] ?? null) as UnitName | null;
  return {
    kind: 'interval',
    interval: { low: bound(from, open === '['), high: bound(to, close === ']') },
    unit,
    form: 'compared',
    start: at,
    end: at + whole.length,
  };
}

const betweenWords = /between (?=[\d-])/y;
export function betweenAt(cursor: Cursor, at: number): Item | null {
  betweenWords.lastIndex = at;
  if (!betweenWords.test(cursor.lower)) return null;
  const first = quantityAt(cursor, at + 8, true);
  const and = first && /^ (?:and|to) | ?- ?/.exec(cursor.text.slice(first.end, first.end + 5));
  if (!first || !and) return null;
  const second = quantityAt(cursor, first.end + and[0].length, true);
  return second ? item(rangeOf(cursor, first.quantity, second, null), at) : null;
}
