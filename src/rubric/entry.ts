/** What a person typed, taken apart: the number with its unit and the words around it. */
import Decimal from 'decimal.js';
import { isNamed } from './names';
import { normalise } from './normalise';
import { convert, readQuantity, unitKind, type ReadQuantity } from './quantity';
import type { EntryValue, Quantity } from './types';

/** An entry as the scorers see it. */
export interface EntryReading {
  readonly kind: EntryValue['kind'];
  /** The first number with its unit (`屡教不改2次`: 2次); null where there is none. A percent-formatted cell gives 78 with unit %. */
  readonly quantity: Quantity | null;
  /** The words without that number, trimmed (`屡教不改`), normalised; empty where there are none. */
  readonly words: string;
  /** The whole entry, normalised. */
  readonly text: string;
  /** Named parts ({ 线上: 29% }), null otherwise. */
  readonly parts: Readonly<Record<string, EntryReading>> | null;
}

const nothing = { quantity: null, words: '', text: '', parts: null } as const;

const numberStart = /[\d０-９.零〇一二两三四五六七八九十百千万½⅓¼¾-]/u;

/** Where the first number that reads as a quantity stands: digits before Chinese numerals, which are often part of a word (一般). */
function findQuantity(text: string): { readonly at: number; readonly end: number; readonly quantity: Quantity } | null {
  const digits = /[-+]?(?:\d|\.\d)/.exec(text);
  const signed = digits && digits.index > 0 ? /\d|\.\d/.exec(text) : digits;
  const at = signed?.index;
  const read = at === undefined ? null : readQuantity(text, at, at === 0);
  if (at === undefined || !read) return findChineseQuantity(text);
  const named = latinName.test(text.slice(0, at)) || isNamed(text, at, read.end);
  return isName(text, at, read) ? (countAtEnd(text, read.end) ?? (named ? null : { at, ...read })) : { at, ...read };
}

/** 7点50未到, 5胎出生, 3DC回访: a number that belongs to a name, not to a unit. */
const isName = (text: string, at: number, { quantity, end }: ReadQuantity): boolean =>
  quantity.unit === null && (/^[\p{Script=Han}A-Za-z]/u.test(text.slice(end)) || latinName.test(text.slice(0, at)));
const latinName = /[A-Za-z]-$/;

/** …1次: the number with its unit with which such an entry ends. */
function countAtEnd(text: string, from: number): { readonly at: number; readonly end: number; readonly quantity: Quantity } | null {
  for (const { index } of text.slice(from).matchAll(/(?<![\d.])[\d一二两三四五六七八九十]/g)) {
    const read = readQuantity(text, from + index);
    if (read && read.quantity.unit !== null && read.end === text.length) return { at: from + index, ...read };
  }
  return null;
}

function findChineseQuantity(text: string): { readonly at: number; readonly end: number; readonly quantity: Quantity } | null {
  for (let at = 0; at < Math.min(text.length, 200); at++) {
    if (!numberStart.test(text[at] as string)) continue;
    const read = readQuantity(text, at);
    // 二级事故: a grade in front of what it grades is part of the name.
    const grade = read?.quantity.unit === '级' && /^\p{Script=Han}/u.test(text.slice(read.end));
    if (read && read.quantity.unit !== null && !grade) return { at, ...read };
  }
  return null;
}

/** `7 minutes 30 seconds`, 1小时20分钟: one length of time, in its larger unit. */
function compound(text: string, found: NonNullable<ReturnType<typeof findQuantity>>): typeof found {
  const gap = /^ ?(?:,|and|零)? ?/.exec(text.slice(found.end))?.[0].length ?? 0;
  const rest = unitKind(found.quantity.unit) === 'time' ? readQuantity(text, found.end + gap) : null;
  const part = rest && unitKind(rest.quantity.unit) === 'time' ? convert(rest.quantity, found.quantity.unit) : null;
  if (!rest || !part || part.amount.gte(1)) return found;
  return { ...found, end: rest.end, quantity: { ...found.quantity, amount: found.quantity.amount.plus(part.amount) } };
}

function readText(text: string): EntryReading {
  const whole = normalise(text).text.trim();
  const first = findQuantity(whole);
  const found = first && compound(whole, first);
  if (!found) return { ...nothing, kind: 'text', words: whole, text: whole };
  const words = `${whole.slice(0, found.at).replace(/[$£€¥]\s*$/, '')} ${whole.slice(found.end)}`.trim();
  return { kind: 'text', quantity: found.quantity, words, text: whole, parts: null };
}

function readNumber(value: Decimal, percentFormat: boolean): EntryReading {
  const quantity: Quantity = percentFormat ? { amount: value.times(100), unit: '%' } : { amount: value, unit: null };
  return { kind: 'number', quantity, words: '', text: quantity.amount.toString() + (percentFormat ? '%' : ''), parts: null };
}

/** Takes an entry apart. Never throws; a text of any length is looked at once. */
export function readEntry(value: EntryValue): EntryReading {
  switch (value.kind) {
    case 'number':
      return readNumber(value.value, value.percentFormat);
    case 'text':
      return readText(value.text);
    case 'boolean':
      return { ...nothing, kind: 'boolean', words: value.value ? '是' : '否', text: value.value ? '是' : '否' };
    case 'parts':
      return {
        ...nothing,
        kind: 'parts',
        parts: Object.fromEntries(Object.entries(value.parts).map(([name, part]) => [name, readEntry(part)])),
      };
    default:
      return { ...nothing, kind: value.kind };
  }
}

/** The entry that a typed text or number is; a blank text is blank. */
export function entryOf(value: string | number | boolean | null | undefined): EntryValue {
  if (value === null || value === undefined) return { kind: 'blank' };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (typeof value === 'number') return { kind: 'number', value: new Decimal(String(Number(value.toPrecision(15)))), percentFormat: false };
  return value.trim() === '' ? { kind: 'blank' } : { kind: 'text', text: value };
}
