/** Labels: numbered levels, tier words, letters, enumerators. */
import Decimal from 'decimal.js';
import type { Item } from '../item';
import { readQuantity } from '../quantity';
import type { Quantity } from '../types';
import { boundedFrom } from './bounded';
import { isDigit, isLetter, startsLabel, type Cursor } from './cursor';
import { quantityAt } from './quantityAt';
import { before, tiers } from './words';

const levelWord =
  /第?(\d{1,2}|[一二三四五六七八九十])(?:级|档|星级?|等级?)(?![别以及员奖])|(?:level|lv\.?|grade|tier|等级|级别|层级) ?(\d{1,2})(?![\d.%分级])/iy;
const romans: Readonly<Record<string, number>> = { I: 1, II: 2, III: 3, IV: 4, V: 5, VI: 6, VII: 7, VIII: 8, IX: 9, X: 10 };
const romanLevel = /([IVX]{1,4})(?:级|档|等级?)(?![别以及员])|(?:[Ll]evel|[Gg]rade|[Tt]ier|LEVEL) ?([IVX]{1,4})(?![A-Za-z])/y;

/** Ⅲ级 (written III级 by normalise), `Level IV`: before the letters, since I and V are letters too. */
export function romanAt(cursor: Cursor, at: number, previous: Item | null): Item | null {
  romanLevel.lastIndex = at;
  const found = romanLevel.exec(cursor.text);
  const value = found && romans[found[1] ?? found[2] ?? ''];
  if (!found || !value || !startsLabel(cursor, at, previous)) return null;
  const quantity: Quantity = { amount: new Decimal(value), unit: '级' };
  return { kind: 'level', quantity, name: found[0], start: at, end: at + found[0].length };
}

const seriesLevel = /[LPMTGDQ](\d)|(\d{1,2}|[一二三四五六七八九])(?:级|档|星)/y;

/** L2需他人催促, …2级能完成本职…: a level of a series, whatever it is glued to. */
export function seriesLevelAt(cursor: Cursor, at: number): Item | null {
  if (!cursor.levels.has(at)) return null;
  seriesLevel.lastIndex = at;
  const found = seriesLevel.exec(cursor.text);
  const read = found && (readQuantity(found[1] ?? found[2] ?? '', 0) ?? readQuantity(`${found[2]}级`, 0));
  if (!read) return null;
  const quantity: Quantity = { amount: read.quantity.amount, unit: '级' };
  return { kind: 'level', quantity, name: found[0], start: at, end: at + found[0].length };
}

/** Behind a bound and a sign stands what the bound gives (≥95:A, 90分以上:五星), where nothing else follows. */
const givenAt = ({ text }: Cursor, at: number, length: number): boolean =>
  /(?:\d ?[%分]?|%|[上下内]|含\)) ?: ?$/.test(text.slice(Math.max(0, at - 6), at)) &&
  /^ *(?:$|[;；,，。\n])/.test(text.slice(at + length, at + length + 3));

export function levelAt(cursor: Cursor, at: number, previous: Item | null): Item | null {
  levelWord.lastIndex = at;
  const found = levelWord.exec(cursor.text);
  if (found && givenAt(cursor, at, found[0].length))
    return { kind: 'tier', tier: found[0].trim(), led: true, start: at, end: at + found[0].length };
  const titled = /^\s?[:、]/.test(cursor.text.slice(at + (found?.[0].length ?? 0), at + (found?.[0].length ?? 0) + 2));
  if (!found || !(titled || startsLabel(cursor, at, previous))) return null;
  const read = readQuantity(found[1] ?? found[2] ?? '', 0) ?? readQuantity(`${found[1]}级`, 0);
  if (!read) return null;
  const quantity: Quantity = { amount: read.quantity.amount, unit: '级' };
  return { kind: 'level', quantity, name: found[0].trim(), start: at, end: at + found[0].length };
}

const afterTier =
  /\s*(?:$|\.(?:\s|$)|["'\d,，;；。、:()（）[\]【】|/=<>≤≥~\n+-]|不得分|不给分|不计分|不扣分|的?[者]?(?=得|计|加|扣|不得)|的$|的者?(?=[,，])|(?:评分|评价|考核|等级)?标准\s?:|的?(?:均|则)?按|加|扣|得|计|记|减|为|不低|不高|达|低于|高于|以|at |below|above|less|more|under|over|满分)|\s/y;
const tierLead = /(?:为|是|即|属|属于|等级|评|定|得|级|→|=|-|:|"|')\s?$|(?:^|\s)(?:is|as|are|was|an?|rated|considered|that is) $/;

const gradeLetter = /(?:[A-FS][+-]?|[A-C]{2,3}[+-]?)(?:级|等|类|档)?(?![A-Za-z\d])/y;

const shortGrade = /[A-FS][+-]?[级等类档]?/y;

/** ≥95:A；90≤X<95:B: a letter that its bound gives. */
function isBehindBound(cursor: Cursor, at: number): boolean {
  shortGrade.lastIndex = at;
  const found = shortGrade.exec(cursor.text);
  return found !== null && givenAt(cursor, at, found[0].length);
}

/** 为A, 评为B级: a letter that is given. */
function gradeAt(cursor: Cursor, at: number): Item | null {
  gradeLetter.lastIndex = at;
  const found = gradeLetter.exec(cursor.text);
  if (
    !found ||
    !(/(?:为|评为|是|定|属于?|得|即|=|is|级)\s?$/.test(cursor.text.slice(Math.max(0, at - 4), at)) || isBehindBound(cursor, at))
  )
    return null;
  const end = at + found[0].length;
  return afterTierAt(cursor, end, true, false) || end >= cursor.text.length
    ? { kind: 'tier', tier: found[0], led: true, start: at, end }
    : null;
}

/** 评为"五星", 定为先进个人: behind a word that grades, any short name up to the next sign is a tier; behind 为 only where a number stands before it. */
const grading =
  /(?:(?:评定|认定|判定|评|定|列|判|划|归|划分|核定|授予)为|(?:等级|等次|级别|档次|结果)(?:评定)?为|(?:[上下内]|[分%]|之间|\)|[的者])(?:则|即)?为)\s?["']?$/;
const anyName = /[\p{Script=Han}]{0,6}(?![的者])[\p{Script=Han}][+]?(?=(?:的|者|的者)?(?:["']|[,，;；。、()\s]|$))/uy;
/** What 为 says besides a name: a base, a bound, a sentence that goes on. */
const notName =
  /^(?:基准|基数|基础|目标|标准|起点|限|止|准|界|上限|下限|底线|宜|例|主|单位|最高|最低|满分|零分|全分|合格线|达标线|不|无|未|有|完成|没|由|扣|加|得|计|负|正|本|该|此|期|佳|好|一[个次项]|[^，,]*[分元次天])/;

/** A tier that no table knows, where the words in front of it say that it is one. */
function namedAt(cursor: Cursor, at: number): Item | null {
  if (!grading.test(cursor.text.slice(Math.max(0, at - 12), at))) return null;
  anyName.lastIndex = at;
  const found = anyName.exec(cursor.text)?.[0];
  return found && !notName.test(found) ? { kind: 'tier', tier: found, led: true, start: at, end: at + found.length } : null;
}

/** 连续两年合格的按不合格处理: a name in the middle of a condition. */
const inSequence = /(?:连续|累计)[两二三四五六\d][^，,。;；:\s]{1,6}$/;

export function tierAt(cursor: Cursor, at: number, previous: Item | null): Item | null {
  if (inSequence.test(cursor.text.slice(Math.max(0, at - 9), at))) return null;
  return gradeAt(cursor, at) ?? listedAt(cursor, at, previous) ?? namedAt(cursor, at);
}

function listedAt(cursor: Cursor, at: number, previous: Item | null): Item | null {
  const found = tiers.at(cursor.lower, at);
  if (!found || (isLetter(cursor.text[at]) && isLetter(cursor.text[at - 1]))) return null;
  const sign =
    /[+-]/.test(cursor.text[found.end] ?? '') && !isDigit(cursor.text[found.end + 1]) && cursor.text[found.end + 1] !== '-' ? 1 : 0;
  const end = found.end + sign;
  const front = cursor.text.slice(Math.max(0, at - 12), at);
  // 检查得分:甲级 不低于90分 begins a list; 等级:优秀 names what is given.
  const bulleted = previous?.kind === 'break' && previous.strength === 'hard' && previous.end >= at - 1;
  const led =
    !bulleted && tierLead.test(front) && !(/:\s?$/.test(front) && before.at(cursor.lower, end + Number(cursor.text[end] === ' ')) !== null);
  const number = found.word.length > 1 ? quantityAt(cursor, end) : null;
  const numbered = number !== null && boundedFrom(cursor, number.quantity, number.end) !== null;
  if (!led && !numbered && !startsLabel(cursor, at, previous)) return null;
  if (!sign && !afterTierAt(cursor, end, led, /\ban? $/i.test(cursor.text.slice(Math.max(0, at - 4), at)))) return null;
  return { kind: 'tier', tier: cursor.text.slice(at, end), led, start: at, end };
}

function afterTierAt(cursor: Cursor, end: number, led: boolean, article: boolean): boolean {
  afterTier.lastIndex = end;
  if (afterTier.test(cursor.text))
    return (
      !isLetter(cursor.text[end - 1]) ||
      !/^ (?!\d|at |below|above|less|more|under|over|than)[a-z]/.test(cursor.text.slice(end, end + 8)) ||
      article
    );
  return led && (quantityAt(cursor, end) !== null || before.at(cursor.lower, end) !== null || isLetter(cursor.text[end]));
}

/** A, B+, AAA级: a letter, or one of those that rate credit. */
const letterMarker = /(?:([ABC])\1{1,2}(?![A-Z])|[A-Z])[+]?(?:级|类|等|档)?[+]?(?=[、.:,，)）=<>≤≥\s\d]|[^A-Za-z\d]|-)/y;
const numberMarker = /(?:\((\d{1,2}|[一二三四五六七八九十])\)|(\d{1,2})[、)]|(\d{1,2})\.(?![\d])|([一二三四五六七八九十]{1,2})、) ?/y;

export function markerAt(cursor: Cursor, at: number, previous: Item | null): Item | null {
  if (!startsLabel(cursor, at, previous)) return null;
  numberMarker.lastIndex = at;
  const numbered = numberMarker.exec(cursor.text);
  if (numbered && previousBreaks(previous))
    return {
      kind: 'marker',
      marker: numbered[1] ?? numbered[2] ?? numbered[3] ?? numbered[4] ?? '',
      letter: false,
      start: at,
      end: at + numbered[0].length,
    };
  letterMarker.lastIndex = at;
  const letter = letterMarker.exec(cursor.text);
  if (!letter || isBehindBound(cursor, at)) return null;
  const end = at + letter[0].length;
  const sign = cursor.text[end] === '、' || cursor.text[end] === '.' || (cursor.text[end] === ')' && cursor.text[at - 1] !== '(') ? 1 : 0;
  return { kind: 'marker', marker: letter[0], letter: true, start: at, end: end + sign };
}

const previousBreaks = (previous: Item | null): boolean => previous === null || previous.kind === 'break' || previous.kind === 'award';
