/**
 * Names with what each is worth, laid out in any way that is the same throughout: `5 = Outstanding: …`, `4 - (Good) …`, `A (4) = …`,
 * `Proficient: … ⏎ 15 points`, `| VP level | +20 |`, `1 = "Poor", 3 = "Medium"`, a stack of names over a stack of numbers. A description
 * behind a name may hold numbers of its own; the name may not.
 */
import type Decimal from 'decimal.js';
import type { LabelRule } from '../rule';
import type { Span } from '../types';
import { tierWords } from '../vocabulary';
import type { Assembly } from './assemble';
import { withoutBullets } from './bullets';
import { labelled, number, piecesOf, quotable, unit, valueOf, type Piece } from './layout';

interface Member {
  readonly value: Decimal;
  readonly name: string;
  /** The name with all that is said of it. */
  readonly words: string;
  readonly span: Span;
  /** Whether the number is said to be points: then the words may hold others. */
  readonly told?: boolean;
  /** Whether points are written at all: then the words describe what they are for. */
  readonly said?: boolean;
}

type Layout = (text: string) => readonly Member[] | null;

const digits = '\\+?(?<at>\\d{1,3}(?:\\.\\d+)?|½)';
const half = (text: string | undefined): string | undefined => (text === '½' ? '1/2' : text);
const fronts = [
  new RegExp(`^\\|?\\s*${digits}\\s*(?:-|[=:|])+\\s*(?<words>\\S.*)$`, 's'),
  new RegExp(`^\\|?\\s*${digits}${unit}\\s*(?:[-=:|]\\s*)*(?<words>\\S.*)$`, 'is'),
  new RegExp(`^${digits}\\s+(?<words>\\S.*)$`, 's'),
];
const behind = [
  new RegExp(`^(?<words>.+?)\\s*(?:=>|->|→|[|=:]|\\s-)\\s*${digits}${unit}?(?:\\s*\\((?<more>[^()\\d]{3,40})\\))?\\s*\\|?$`, 'is'),
  new RegExp(`^(?<words>.+?)\\s*\\(${digits}${unit}?\\)\\.?$`, 'is'),
  new RegExp(`^(?<words>[^()]+?)\\s*\\(${digits}${unit}?\\)\\s*(?<more>[-=:]\\s*.+)$`, 'is'),
];

const signs = /^[\s|"'(*]+|[\s|"'*,;.]+$/g;
const bracketed = /^\(([^()]{2,40})\)\s*(.*)$/s;
const divided = /^([^:.|]{2,60}?)\s*(?:: |:$| - |-(?=[A-Z])|\||\.\s)\s*(.*)$/s;

/** `A = Exceeds expectations`: the letter is the name. */
const lettered = /^([A-F][+-]?)\s*[=:]\s*\S/;
/** `Exceptional (top 10%)`: a bracket that explains by numbers. */
const numbers = /\s*\([^()]*\d[^()]*\)$/;
const notes = /\s\((?![^()]*\d\s?(?:points?|pts?|marks?)\b)[^()\n]*[a-z]{3}[^()\n]*\)/gi;

/** The name in front of a description. */
function nameIn(words: string): string {
  const found = lettered.exec(words.trim()) ?? bracketed.exec(words.trim()) ?? divided.exec(words.trim());
  return (found?.[1] ?? words).replace(numbers, '').replace(signs, '').replace(/\s+/g, ' ');
}

const pointed = /\d\s?(?:points?|pts?|marks?)\b/i;

function memberOf({ text, span }: Piece, found: RegExp): Member | null {
  const { at, words = '', more = '' } = found.exec(text)?.groups ?? {};
  const value = valueOf(half(at));
  const name = nameIn(words);
  return value && name !== ''
    ? {
        value,
        name,
        words: `${words} ${more}`.replace(signs, '').replace(/\s+/g, ' '),
        span,
        told: found === fronts[1],
        said: pointed.test(text),
      }
    : null;
}

/** Lines that begin a member, with those that go on with it. */
function joined(lines: readonly Piece[], found: RegExp): readonly Piece[] {
  const out: Piece[] = [];
  for (const line of lines) {
    const last = out[out.length - 1];
    if (last && memberOf(line, found) === null && /^[a-z=(]/.test(line.text))
      out[out.length - 1] = { text: `${last.text} ${line.text}`, span: { start: last.span.start, end: line.span.end } };
    else out.push(line);
  }
  return out;
}

const heading = /^[^\d]{2,120}$|^[^\d]{2,80}\(?\d+\s?(?:-|to|\/)\s?\d+\)?:?$/;

/** Members of one wording, under a heading. */
function alike(pieces: readonly Piece[], found: RegExp): readonly Member[] | null {
  const [first] = pieces;
  const titled = first && pieces.length > 2 && memberOf(first, found) === null && heading.test(first.text) ? pieces.slice(1) : pieces;
  const members = titled.map((piece) => memberOf(piece, found));
  return members.every((member) => member !== null) ? (members as Member[]) : null;
}

const splits: readonly ((text: string) => readonly Piece[])[] = [
  (text) => piecesOf(text, /\n/g).filter((line) => /[\p{L}\d]/u.test(line.text)),
  (text) => piecesOf(text, /[\n•]|[,;]\s*(?=\d{1,3}\s?[=:])|(?<=:)\s+(?=\d{1,3}\s?[=:])/g),
  (text) => piecesOf(text, /\n|[,;]\s+/g),
];

const inOneWay: Layout = (text) => {
  for (const split of splits)
    for (const found of [...fronts, ...behind]) {
      const pieces = split(text);
      const members = pieces.length > 1 ? (alike(pieces, found) ?? alike(joined(pieces, found), found)) : null;
      if (members) return members;
    }
  return null;
};

const alone = new RegExp(`^\\+?(?<at>${number})${unit}?(?: \\$ ?\\d+)?$`, 'i');

/** A line of words, a line with what they are worth. */
const byTurns: Layout = (text) => {
  const lines = piecesOf(text, /\n/g);
  const values = lines.map((line) => (/\d/.test(line.text) ? valueOf(alone.exec(line.text)?.groups?.at) : null));
  if (lines.length < 4 || !values.every((value, at) => (at % 2 === 0) === (value === null)) || lines.length % 2 !== 0) return null;
  return values.flatMap((value, at) => {
    const line = lines[at - 1];
    return value && line
      ? [{ value, name: nameIn(line.text), words: line.text, span: { start: line.span.start, end: lines[at]?.span.end ?? 0 } }]
      : [];
  });
};

const known = new Set([...tierWords, 'unacceptable', 'marginal', 'superior', 'adequate', 'very poor', 'outstanding']);

/** All names, then all numbers: one below the other, with titles between them. */
const stacked: Layout = (text) => {
  const lines = piecesOf(text, /\n/g);
  const names = lines.filter(({ text: words }) => known.has(words.toLowerCase()));
  const values = lines.filter(({ text: words }) => alone.test(words) && /\d/.test(words));
  if (names.length < 3 || names.length !== values.length || lines.length > names.length * 2 + 2) return null;
  if ((names[names.length - 1]?.span.end ?? 0) > (values[0]?.span.start ?? 0)) return null;
  return names.map(({ text: name, span }, at) => ({
    value: valueOf(alone.exec(values[at]?.text ?? '')?.groups?.at) as Decimal,
    name,
    words: name,
    span,
  }));
};

/** Cells in turn, behind the name of the row: `| Job title | C-suite | +25 | | | VP | +20 |`. */
const cellsInTurn: Layout = (text) => {
  if (!text.includes('|')) return null;
  const cells = piecesOf(text, /[|\n]/g).filter(({ text: words }) => /[\p{L}\d]/u.test(words));
  const from = cells.length % 2;
  const titled = from === 0 || /^[^\d]{2,60}$/.test(cells[0]?.text ?? '');
  const pairs = cells.slice(from).flatMap((cell, at, rest) => (at % 2 === 0 ? [[cell, rest[at + 1] as Piece] as const] : []));
  if (
    !titled ||
    pairs.length < 2 ||
    pairs.some(([name, value]) => /^\+?\d/.test(name.text) || !alone.test(value.text) || !/\d/.test(value.text))
  )
    return null;
  return pairs.map(([name, value]) => ({
    value: valueOf(alone.exec(value.text)?.groups?.at) as Decimal,
    name: name.text.replace(/\s*\([^()]*\)$/, '').replace(signs, ''),
    words: name.text,
    span: { start: name.span.start, end: value.span.end },
  }));
};

const row = /^(?:\+?\d{1,3}(?: ?(?:points?|pts?|marks?))?[\s|]+){2,}\+?\d{1,3}(?: ?(?:points?|pts?|marks?))?$/i;

/** A row of numbers over a row of tiers, each a word or two. */
const valuesOverNames: Layout = (text) => {
  const [values, names, ...more] = piecesOf(text, /\n/g);
  if (!values || !names || more.length > 0 || !row.test(values.text)) return null;
  const numbers = [...values.text.matchAll(/\d+/g)].map(([at]) => valueOf(at));
  const words = names.text.split(/\s*\|\s*|\s+/).filter((word) => word !== '');
  const merged = words.reduce<string[]>((out, word) => {
    const last = out[out.length - 1];
    if (last !== undefined && !known.has(last.toLowerCase()) && !known.has(word.toLowerCase()))
      return [...out.slice(0, -1), `${last} ${word}`];
    return [...out, word];
  }, []);
  if (merged.length !== numbers.length || numbers.some((value) => value === null)) return null;
  return merged.map((name, at) => ({ value: numbers[at] as Decimal, name, words: name, span: names.span }));
};

const layouts: readonly Layout[] = [cellsInTurn, valuesOverNames, stacked, byTurns, inOneWay];

/** Words of tallies, of bounds, of weights: then the numbers are worth something else. */
const other =
  /\b(?:each|every|per|deduct\w*|lose[sd]?|losing|minus|penal\w*|subtract\w*|off|weight\w*|total|share|demerits?|(?:max(?:imum)?|min(?:imum)?)(?=[\s:.]*(?:of )?\d|\s(?:points?|score|marks?))|up to|bonus)\b|%(?!\w)|[<>≤≥]/i;
const bound =
  /^(?:[<>≤≥+-]?\s?\d|(?:at least|at most|over|under|above|below|more than|less than|fewer than|up to|from|between|within|before|after|by)\s\D{0,12}\d)/i;
const ordinal = /^\d+(?:st|nd|rd|th)\b/i;
const imposed = /warning|suspension|terminat|dismiss/i;
/** What may be counted: `2 errors`, `3 days late` are no names. */
const counted =
  /^(?:errors?|mistakes?|days?|hours?|minutes?|weeks?|months?|years?|times?|items?|complaints?|absences?|people|copies|questions?|pages?|members?|stars?|points?)\b/i;

const isName = ({ name, words, told }: Member): boolean =>
  /[a-z]/i.test(name) &&
  !bound.test(name.replace(ordinal, '')) &&
  !counted.test(name) &&
  (told === true || !/\d/.test(name.replace(/\d+(?:st|nd|rd|th)\b/gi, ''))) &&
  !imposed.test(words);

function ways(members: readonly Member[]): readonly number[] {
  return members.slice(1).map(({ value }, at) => value.cmp((members[at] as Member).value));
}

const isScale = (members: readonly Member[]): boolean => {
  const steps = ways(members);
  return steps.every((way) => way > 0) || steps.every((way) => way < 0);
};

/** `1 Read the manual`, `2 Fit the filter`: steps to take are numbered from one. */
const isEnumerated = (members: readonly Member[], text: string): boolean =>
  members[0]?.value.eq(1) === true &&
  members.every(({ value }, at) => value.eq(at + 1)) &&
  !/=|points?|pts|marks?/i.test(text) &&
  !members.some(({ name }) => known.has(name.toLowerCase()) || /expectations?|performance/i.test(name));

const grade = /^[A-F](?: ?[+-])?$/;

/** Numbers behind names may be the full marks of parts or what occurrences cost, unless one is zero or the names are tiers. */
const isWorth = (members: readonly Member[], text: string): boolean =>
  members.some(({ value }) => value.isZero()) ||
  members.filter(({ name }) => known.has(name.toLowerCase()) || grade.test(name) || ordinal.test(name) || /expectations?$/i.test(name))
    .length >
    members.length / 2 ||
  fronts.some((found) => found.test(text.trim()) && members.every(({ words }) => !new RegExp(`\\s${digits}$`).test(words)));

/** A name is short and no sentence; points are given for what is described. */
const isTier = ({ name, said }: Member): boolean =>
  name.split(' ').length <= 5 && !ordinal.test(name) && (said !== true || known.has(name.toLowerCase()) || /^level\b/i.test(name));

function labelOf(member: Member): LabelRule {
  const { span, name, words, value } = member;
  const description = words.length > name.length ? [words.slice(name.length).replace(/^[\s:.|()-]+/, '')] : [];
  const rule = labelled(span, name, value, isTier(member) ? name : null);
  // A letter in front of a description only counts the lines; the description is the state.
  const label = rule.award.tier === null && /^[a-z]$/i.test(name) && description.length > 0 ? null : rule.label;
  return { ...rule, label, phrases: quotable(name, words, ...description) };
}

/**
 * Reads a text as a list of names with points.
 *
 * @param text a normalised text without bullets
 * @returns a label for each name; null where the layout changes within the text, or where numbers may bound, count or take
 */
export function labelList(text: string): Assembly | null {
  const plain = text.replace(/\b(?:each|every)\b/gi, ' ');
  for (const layout of layouts) {
    if (other.test((layout === byTurns ? plain : text).replace(notes, ' '))) continue;
    const members = layout(text);
    if (!members || members.length < 3 || !members.every(isName) || isEnumerated(members, text)) continue;
    if (new Set(members.map(({ name }) => name.toLowerCase())).size !== members.length) continue;
    return {
      rules: members.map(labelOf),
      doubtful: !isScale(members) || !isWorth(members, text) || other.test(text.replace(notes, ' ')),
      issues: [],
    };
  }
  return null;
}

/** Numbered levels have a family of their own. */
const levels = /\blevel (?:\d|[ivx]+\b)/i;
const han = /\p{Script=Han}/u;
const longest = 2000;

/** The list where its numbers can be nothing else. */
export function sureLabels(text: string): Assembly | null {
  const found = labelList(text);
  return found?.doubtful === false ? found : null;
}

/** Whether an English text is a list of names with points, whatever else it may look like. */
export const namesPoints = (text: string): boolean =>
  text.length <= longest && !han.test(text) && !levels.test(text) && sureLabels(withoutBullets(text)) !== null;

/** `1 Read the manual ⏎ 2 Fit the filter`: lines that are only numbered, from one. */
export function isNumberedOnly(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const found = lines.map((line) => /^\s*(\d{1,2})[.)]? (?=[A-Za-z])(.*)$/.exec(line));
  return (
    lines.length > 1 &&
    found.every((match, at) => match !== null && Number(match[1]) === at + 1 && !/\d/.test(match[2] as string)) &&
    !found.some(
      (match) => known.has((match?.[2] ?? '').trim().toLowerCase()) || /expectations?|performance|likely|possib/i.test(match?.[2] ?? ''),
    )
  );
}
