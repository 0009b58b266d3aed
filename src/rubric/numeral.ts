/**
 * Numbers as people write them in criteria: digits, thousands, Chinese numerals (everyday and formal), fractions, halves, tenths (八成).
 * Strict: what is malformed (二百一千, 一百百, 两十) is not read at all. A number that is read wrongly is worse than one that is not read.
 */
import Decimal from 'decimal.js';
import { decimalOfDigits } from './decimal';

/** A number that was read, and where it ends. `share` tells a number that was written as part of a whole (百分之八十, 八成). */
export interface Numeral {
  readonly amount: Decimal;
  readonly end: number;
  readonly share: 'percent' | 'permille' | null;
}

const digitValues: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
  壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9,
}; // prettier-ignore
const smallUnits: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const bigUnits: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };
const vulgarFractions: Readonly<Record<string, readonly [number, number]>> = {
  '½': [1, 2], '⅓': [1, 3], '⅔': [2, 3], '¼': [1, 4], '¾': [3, 4], '⅕': [1, 5], '⅖': [2, 5], '⅗': [3, 5], '⅘': [4, 5],
  '⅙': [1, 6], '⅚': [5, 6], '⅛': [1, 8], '⅜': [3, 8], '⅝': [5, 8], '⅞': [7, 8],
}; // prettier-ignore
const englishNumbers: Readonly<Record<string, number>> = {
  zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12,
  thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30,
  forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90, hundred: 100,
}; // prettier-ignore

const chineseDecimals = /[零〇一二三四五六七八九]{1,6}/y;
const fractionHead = /(百分之|千分之|万分之|([一二两三四五六七八九十]{1,3}|\d{1,3})分之)/y;
const thousandsInTenThousands = /(\d+)万(\d)千(?:(\d)百)?/y;
const tenthsPattern = /([一二两三四五六七八九十]|\d{1,2}(?:\.\d)?)成([一二三四五六七八九半])?(?![不果功本绩立员品为])/y;
const secondWord = /-(one|two|three|four|five|six|seven|eight|nine)\b/iy;
const signPattern = /([-+]|负|正(?=[\d一二三四五六七八九十])) ?/y;
/** The characters that a number may start with; all others are passed at once. */
const mayStart = new Set([
  ...'0123456789.半abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ',
  ...Object.keys({ ...digitValues, ...smallUnits, ...bigUnits, ...vulgarFractions }),
]);
/** Digits that are only the beginning of a number: 8成, 3分之, 2万3千, 1/2, 1 1/2. */
/** 零件 and 零星 hold no number. */
const noNumber = /零(?:部?件|配件|星|售(?!后)|散|钱|花|用|食|担)/y;
const goesOn = /\d+(?:\.\d+)?(?:[成万/]|分之| \d)/y;
const chineseRun = /[零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖十拾百佰千仟万亿]+/y;
const digitRun = /(?:\d{1,3}(?:,\d{3})+(?![\d,])|\d+)(?:\.\d+)?|\.\d+/y;
const slashFraction = /(\d+)\/(\d+)(?![\d/])/y;
const mixedFraction = /(\d+) (\d+)\/(\d+)(?![\d/])/y;
const englishWord = /[a-z]+/iy;
/** A longer run than this is no number that anybody wrote; reading it would only cost time. */
const longestNumeral = 40;

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Digits below ten thousand: 三千零五, 一百二十, 一百二 (= 120), 十五. Null where it is not well formed. */
function chineseSection(text: string): { readonly value: number; readonly open: number } | null {
  let value = 0;
  let limit = 10000; // the next unit must be smaller
  let digit: number | null = null;
  let zero = false;
  for (const char of text) {
    const unit = smallUnits[char];
    if (unit === undefined) {
      if (digit !== null) return null;
      const next = digitValues[char] as number;
      if (next === 0) {
        if (zero || limit === 10000) return null;
        zero = true;
      } else digit = next;
      continue;
    }
    if (unit >= limit || (digit === null && (unit !== 10 || value !== 0))) return null;
    if (!zero && limit !== 10000 && unit !== limit / 10) return null; // 一千五十 lacks its 零
    if (unit === 10 && digit === 2 && text.includes('两十')) return null;
    value += (digit ?? 1) * unit;
    limit = unit;
    digit = null;
    zero = false;
  }
  if (digit === null) return zero ? null : { value, open: limit === 10000 ? 1 : limit / 10 };
  const elided = !zero && limit > 10 && limit < 10000; // 一百二 = 120, 三千五 = 3500
  if (!zero && limit === 10000 && text.length > 1) return null;
  return { value: value + digit * (elided ? limit / 10 : 1), open: 0 };
}

/** 〇 and 零 inside a run of bare digits: 一〇〇, 二〇二四. Other runs (三四次: three or four) are not one number. */
function digitByDigit(run: string): Decimal | null {
  if (run.length < 2 || !/[零〇]/.test(run.slice(1)) || /^[零〇]/.test(run)) return null;
  if (!Array.from(run).every((char) => digitValues[char] !== undefined && char !== '两')) return null;
  return run.length < 3 ? null : new Decimal(Array.from(run, (char) => digitValues[char]).join(''));
}

function afterBigUnit(rest: string, unit: number): Decimal | null {
  if (rest === '') return new Decimal(0);
  const spoken = rest.startsWith('零') || rest.startsWith('〇');
  const section = spoken ? rest.slice(1) : rest;
  if (!spoken && section.length === 1) {
    const digit = digitValues[section];
    return digit ? new Decimal(digit).times(unit / 10) : null; // 两万三 = 23000
  }
  const value = chineseInteger(section);
  if (!value || value.gte(unit)) return null;
  return spoken === value.lt(unit / 10) ? value : null;
}

/**
 * Reads a whole Chinese numeral, everyday or formal, without decimals: 两万三千, 一百二, 壹佰, 三亿零五万, 二〇二四.
 *
 * @param run nothing but numeral characters (Simplified)
 * @returns its value, or null where it is not well formed
 */
export function chineseInteger(run: string): Decimal | null {
  if (run === '' || run.length > longestNumeral) return null;
  for (const [char, unit] of [
    ['亿', bigUnits.亿],
    ['万', bigUnits.万],
  ] as const) {
    const at = run.indexOf(char);
    if (at < 0) continue;
    if (run.includes(char, at + 1)) return null;
    const head = chineseInteger(run.slice(0, at));
    const tail = afterBigUnit(run.slice(at + 1), unit as number);
    return head && !head.isZero() && tail ? head.times(unit as number).plus(tail) : null;
  }
  if (/^[零〇]$/.test(run)) return new Decimal(0);
  const digits = digitByDigit(run);
  if (digits) return digits;
  const section = chineseSection(run);
  return section ? new Decimal(section.value) : null;
}

function chineseRunAt(text: string, at: number): { readonly amount: Decimal; readonly end: number } | null {
  const run = match(chineseRun, text, at)?.[0];
  if (!run) return null;
  const whole = chineseInteger(run);
  // `百分之`, `千分之` begin with a unit, and a lone 万 or 千 behind a numeral may belong to the unit (五千元 is fine, 千元 is a unit).
  if (!whole) return null;
  const end = at + run.length;
  const decimals = text[end] === '点' ? match(chineseDecimals, text, end + 1)?.[0] : undefined;
  if (!decimals) return { amount: whole, end };
  const tail = Array.from(decimals, (char) => digitValues[char]).join('');
  return { amount: new Decimal(`${whole.toFixed()}.${tail}`), end: end + 1 + decimals.length };
}

/** 百分之八十, 千分之三, 万分之五 (0.5 ‰), 百分之80, 三分之二. */
function chineseFraction(text: string, at: number): Numeral | null {
  const head = match(fractionHead, text, at);
  if (!head) return null;
  const part = plainNumber(text, at + head[0].length);
  if (!part) return null;
  if (head[1] === '百分之') return { ...part, share: 'percent' };
  if (head[1] === '千分之') return { ...part, share: 'permille' };
  if (head[1] === '万分之') return { ...part, amount: part.amount.div(10), share: 'permille' };
  const denominator = /^\d/.test(head[2] as string) ? new Decimal(head[2] as string) : chineseInteger(head[2] as string);
  if (!denominator || denominator.isZero()) return null;
  return { amount: part.amount.div(denominator), end: part.end, share: null };
}

function plainNumber(text: string, at: number): { readonly amount: Decimal; readonly end: number } | null {
  const digits = match(digitRun, text, at);
  if (digits && digits[0].length <= longestNumeral) {
    return { amount: decimalOfDigits(digits[0].replaceAll(',', '')), end: at + digits[0].length };
  }
  return digits ? null : chineseRunAt(text, at);
}

/** 2万3千, 3千5: Arabic digits with Chinese units, largest first. A last 万 or 千 before 元 is the unit's. */
function digitsWithUnits(text: string, at: number): { readonly amount: Decimal; readonly end: number } | null {
  const found = match(thousandsInTenThousands, text, at);
  if (!found) return null;
  const [all, tenThousands, thousands, hundreds] = found;
  const amount = new Decimal(tenThousands as string)
    .times(10000)
    .plus(`${thousands}000`)
    .plus(hundreds ? `${hundreds}00` : 0);
  return { amount, end: at + all.length };
}

function slash(text: string, at: number): { readonly amount: Decimal; readonly end: number } | null {
  const mixed = match(mixedFraction, text, at);
  if (mixed && Number(mixed[3]) > Number(mixed[2])) {
    const part = new Decimal(mixed[2] as string).div(mixed[3] as string);
    return { amount: part.plus(mixed[1] as string), end: at + mixed[0].length };
  }
  const found = match(slashFraction, text, at);
  if (!found || Number(found[2]) === 0 || found[0].length > longestNumeral) return null;
  return { amount: new Decimal(found[1] as string).div(found[2] as string), end: at + found[0].length };
}

function vulgar(text: string, at: number, whole: Decimal): { readonly amount: Decimal; readonly end: number } | null {
  const fraction = vulgarFractions[text[at] ?? ''];
  return fraction ? { amount: new Decimal(fraction[0]).div(fraction[1]).plus(whole), end: at + 1 } : null;
}

function english(text: string, at: number): { readonly amount: Decimal; readonly end: number } | null {
  const word = match(englishWord, text, at)?.[0].toLowerCase();
  if (!word) return null;
  if (word === 'half') return { amount: new Decimal('0.5'), end: at + 4 };
  const value = Object.hasOwn(englishNumbers, word) ? englishNumbers[word] : undefined;
  if (value === undefined) return null;
  const second = value >= 20 && value < 100 ? match(secondWord, text, at + word.length) : null;
  const extra = second ? (englishNumbers[(second[1] as string).toLowerCase()] as number) : 0;
  return { amount: new Decimal(value + extra), end: at + word.length + (second?.[0].length ?? 0) };
}

/** 八成 is 80 %, 八成五 is 85 %; `一成` inside a longer word (一成不变) is not. */
function tenths(text: string, at: number): Numeral | null {
  const found = match(tenthsPattern, text, at);
  if (!found) return null;
  const tens = /^\d/.test(found[1] as string) ? new Decimal(found[1] as string) : chineseInteger(found[1] as string);
  if (!tens || tens.gt(10)) return null;
  const ones = found[2] === undefined ? 0 : found[2] === '半' ? 5 : (digitValues[found[2]] as number);
  return { amount: tens.times(10).plus(ones), end: at + found[0].length, share: 'percent' };
}

/**
 * Reads the unsigned number that starts at `at`: `85`, `1,200`, `.5`, `1/2`, `2½`, 两万三千, 一百二, 三点五, 百分之八十, 二分之一,
 * 半, 八成, `twenty`.
 *
 * @param text normalised text; @param at UTF-16 position of the number's first character
 * @returns amount (a share keeps its printed number: 百分之八十 is 80 with share 'percent'), end position; null where no number starts
 */
export function readNumeral(text: string, at: number): Numeral | null {
  const char = text[at] ?? '';
  if (!mayStart.has(char)) return null;
  if (isLatin(char)) return englishNumeral(text, at);
  if (char === '零' && match(noNumber, text, at)) return null;
  if (char >= '0' && char <= '9' && !match(goesOn, text, at)) return withVulgar(text, plainNumber(text, at));
  const share = tenths(text, at) ?? chineseFraction(text, at);
  if (share) return share;
  const found = digitsWithUnits(text, at) ?? slash(text, at) ?? vulgar(text, at, new Decimal(0)) ?? plainNumber(text, at);
  if (found) return withVulgar(text, found);
  if (text[at] === '半') return { amount: new Decimal('0.5'), end: at + (text[at + 1] === '数' ? 2 : 1), share: null };
  return null;
}

/** 2½: a vulgar fraction behind a whole number belongs to it. */
function withVulgar(text: string, found: { readonly amount: Decimal; readonly end: number } | null): Numeral | null {
  if (!found) return null;
  const { amount, end } = vulgar(text, found.end, found.amount) ?? found;
  return { amount, end, share: null };
}

const isLatin = (char: string): boolean => (char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z');

/** `twenty`, where the word stands by itself. */
function englishNumeral(text: string, at: number): Numeral | null {
  if (isLatin(text[at - 1] ?? '')) return null;
  const word = english(text, at);
  return word && !isLatin(text[word.end] ?? '') ? { ...word, share: null } : null;
}

/**
 * Reads a number with its sign: `-2`, `+5`, 负三, `负 3`.
 *
 * @param text normalised text; @param at position of the sign or the number
 * @returns as {@link readNumeral}, negative where the sign says so
 */
export function readSignedNumeral(text: string, at: number): Numeral | null {
  const sign = match(signPattern, text, at);
  if (!sign) return readNumeral(text, at);
  const number = readNumeral(text, at + sign[0].length);
  if (!number) return null;
  return sign[1] === '-' || sign[1] === '负' ? { ...number, amount: number.amount.neg() } : number;
}
