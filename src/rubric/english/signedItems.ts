/**
 * Lists of what each thing gives or takes, a sign or a title saying which: `-3 if …  -1 for each …, to a max of -10`,
 * `No template, -7 * Field missing, -2 each`, `The following points can be deducted: 1 point: …`, `Late work. 1/2 point`.
 */
import type Decimal from 'decimal.js';
import type { Amount, Rule, StepRule } from '../rule';
import type { Span } from '../types';
import type { Assembly } from './assemble';
import { cappedAt, number, occurrence, piecesOf, quotable, unit, valueOf, type Piece } from './layout';
import { changing } from './steps';

type Mode = Amount['mode'];
type Times = StepRule['times'];

interface Item {
  readonly span: Span;
  readonly words: string;
  readonly mode: Mode | null;
  readonly at: readonly [Decimal, Decimal];
  readonly times: Times;
  readonly cap: Decimal | null;
  /** Whether words are left that may change the amount. */
  readonly doubtful: boolean;
}

const sign = '(?<sign>[-+](?=\\s?\\d)|minus |plus |deduct |subtract |add )';
const range = `(?<low>${number})(?:\\s?(?:to|-|or|~)\\s?[-+]?\\s?(?<high>${number}))?`;
const join = '(?<join>for each(?: and every)?|for every|per|each time|every time|whenever|for any|for|if|when|where|depending on)';
const each =
  '(?<each> ?\\(?(?:each(?: time| one)?|ea\\.?|every time|apiece|per (?:occurr?ence|instance|incident|item|case|time)|for each(?: instance| occurr?ence)?)\\)?)';

const wordings: readonly { readonly found: RegExp; readonly signed: boolean }[] = [
  { found: new RegExp(`^${sign}\\s?${range}${unit}?(?:\\s*[:,-]\\s*|\\s+)(?:off )?(?:${join} )?(?<words>\\D.+)$`, 'is'), signed: true },
  {
    found: new RegExp(`^(?<words>.*?[a-z)].*?)(?:\\s*[:=,.(])*(?<![\\w%])${sign}(?=\\d|\\w)${range}${unit}?${each}?\\)?$`, 'is'),
    signed: true,
  },
  { found: new RegExp(`^${range}${unit}\\s*(?:[:=-]\\s*|(?:off |deducted )?${join} )(?<words>\\D.+)$`, 'is'), signed: false },
  { found: new RegExp(`^(?<words>.*?[a-z)].*?)(?:\\s*[:=,.(]|\\s-)+\\s*${range}${unit}${each}?\\)?$`, 'is'), signed: false },
];

const cap = new RegExp(
  `[,;(]?\\s*(?:but )?(?:(?:up )?to (?:an? )?(?:max(?:imum)?(?: of)?|total of) -?(?<a>${number})${unit}?(?: (?:in )?total)?|up to -?(?<b>${number})${unit}? (?:(?:in )?total|max(?:imum)?|overall)|max(?:imum)?\\.?(?: of|:)? -?(?<c>${number})${unit}?)\\)?\\.?$`,
  'i',
);
const once =
  /[,;]?\s*\((?:[^()]*\b)?(?:only|just)\b[^()]*\bonce\b[^()]*\)|[,;]?\s*\bonce only\b|[,;]?\s*\b(?:deducted |counted |applied )?only once\b[^.;,]*/i;
const repeats = /^(?:for each|for every|per|each time|every time|whenever)/i;
/** So much for a day, a percent: that is no occurrence but a distance. */
const measured =
  /^(?:full |whole |started |additional |calendar |business |working )*(?:days?|hours?|minutes?|weeks?|months?|percent(?:age)?|points?|%|\d)\b/i;
const example = /[,;(]?\s*\b(?:e\.g\.|for example|such as|like)\s.*$/is;
const alters =
  /\b(?:unless|except|otherwise|first|second|third|subsequent|additional|after that|thereafter|max(?:imum)?|min(?:imum)?|up to|at most|instead|zero if|double[sd]?|total)\b/i;

function modeIn(mark: string | undefined): Mode | null {
  if (mark === undefined) return null;
  return /^(?:-|minus|deduct|subtract)/i.test(mark) ? 'deduct' : 'add';
}

const tidy = (words: string): string => words.replace(/\s+/g, ' ').replace(/^[\s:=,.-]+|[\s:=,.;-]+$/g, '');

function itemOf({ text, span }: Piece, title: Title | null): Item | null {
  const capped = cap.exec(text);
  const front = capped ? text.slice(0, capped.index) : text;
  const single = once.exec(front);
  const plain = tidyEnd(single ? front.replace(once, ' ') : front);
  for (const { found, signed } of signedFirst(title)) {
    const { groups } = found.exec(plain) ?? {};
    const [low, high] = [valueOf(groups?.low), valueOf(groups?.high ?? groups?.low)];
    const words = tidy(groups?.words ?? '');
    if (!groups || !low || !high || low.isZero() || words === '' || alters.test(words) || changing.test(words)) continue;
    if (repeats.test(groups.join ?? '') && measured.test(words)) continue;
    const numbered = /\d/.test(words.replace(example, ''));
    if (numbered && (!/^[-+]/.test(plain) || /[-+]\d/.test(words))) continue;
    const told = groups.each !== undefined || repeats.test(groups.join ?? '');
    return {
      span,
      words,
      mode: signed ? modeIn(groups.sign?.toLowerCase()) : null,
      at: [low, high],
      times: single ? 'once' : told || title?.each ? 'each' : 'open',
      cap: capped ? valueOf(capped.groups?.a ?? capped.groups?.b ?? capped.groups?.c) : null,
      doubtful: numbered,
    };
  }
  return null;
}

const tidyEnd = (text: string): string => text.trim().replace(/[\s.,;]+$/, '');
const signedFirst = (title: Title | null): typeof wordings => (title?.mode ? wordings : wordings.filter(({ signed }) => signed));

interface Title {
  readonly mode: Mode | null;
  readonly each: boolean;
  readonly fullMarks: Decimal | null;
}

const takes = /\b(?:deduct\w*|penalt\w*|penali[sz]\w*|demerits?|subtract\w*|minus points|points? lost|lose)\b/i;
const gives = /\b(?:bonus|extra|additional|added|award\w*)\b/i;
const every = /\b(?:for|per) (?:each|every|instance|occurr?ence|violation|incident)\b|\beach (?:instance|occurr?ence|time|violation)\b/i;
const whole = new RegExp(`^(?:.*\\b(?:of|out of) )?(?<at>${number})${unit}(?: (?:in )?(?:total|max(?:imum)?|possible|available))?\\b`, 'i');
const start = new RegExp(`\\b(?:starts? (?:at|with|from)|start(?:ing)?(?: score)?:?|begins? (?:at|with)) (?<at>${number})`, 'i');

/** What stands in front of the items: which way they count, of how many marks. Null where it holds another number. */
function titleOf(pieces: readonly Piece[]): Title | null {
  const text = pieces.map((piece) => piece.text).join('\n');
  const stated = pieces.map((piece) => whole.exec(piece.text)).find((match) => match !== null);
  const rest = text.replace(stated?.[0] ?? '', ' ');
  if (/\d/.test(rest) || start.test(text) || changing.test(text)) return null;
  const mode = takes.test(text) ? 'deduct' : gives.test(text) ? 'add' : null;
  return { mode, each: every.test(text), fullMarks: valueOf(stated?.groups?.at) };
}

/** Where items begin inside a line: at a sign with a number behind it, at an asterisk. */
function piecesIn(text: string): readonly Piece[] {
  const lines = piecesOf(text, /[\n;]|\s\*\s|^\*\s/g);
  const signed = lines.map((line) => ({
    line,
    inner: piecesOf(line.text, /(?<!\b(?:to|or))\s+(?=-\s?\d)|(?<=:)\s+(?=[-+]\s?\d)/g, line.span.start),
  }));
  const opens = (piece: Piece | undefined): boolean => /^[-+]\s?\d/.test(piece?.text ?? '');
  return signed.flatMap(({ line, inner }) =>
    inner.slice(1).every(opens) && (opens(inner[0]) || /:$/.test(inner[0]?.text ?? '')) ? inner : [line],
  );
}

/** A line that goes on with the item before it. */
const continues = (piece: Piece, before: Piece | undefined): boolean =>
  before !== undefined && /^[a-z(]/.test(piece.text) && !/[.:]$/.test(before.text) && !/\d|[-+]\s?\d/.test(piece.text.slice(0, 12));

function joined(pieces: readonly Piece[]): readonly Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const before = out[out.length - 1];
    if (
      before &&
      continues(piece, before) &&
      itemOf(before, { mode: 'deduct', each: false, fullMarks: null }) !== null &&
      /^[-+]|^\d/.test(before.text)
    )
      out[out.length - 1] = { text: `${before.text} ${piece.text}`, span: { start: before.span.start, end: piece.span.end } };
    else out.push(piece);
  }
  return out;
}

function rulesOf(items: readonly Item[], mode: Mode | null): readonly Rule[] {
  return items.flatMap((item): Rule[] => {
    const way = item.mode ?? mode ?? 'deduct';
    const spoken = item.words.replace(example, '');
    const step = occurrence(item.span, quotable(...new Set([spoken, item.words])), way, item.at, item.times);
    return item.cap ? [step, cappedAt(item.span, way === 'deduct' ? 'deduction' : 'bonus', item.cap.abs())] : [step];
  });
}

const firstItem = (pieces: readonly Piece[]): number => pieces.findIndex((piece) => itemOf(piece, null) !== null);

/** The title ends where the first item stands: the first one with a sign, or behind a title that says which way they count. */
function splitAt(pieces: readonly Piece[]): { readonly title: Title; readonly from: number } | null {
  for (let from = 0; from < Math.min(pieces.length, 5); from++) {
    const title = titleOf(pieces.slice(0, from));
    if (title && pieces.slice(from).every((piece) => itemOf(piece, title) !== null)) return { title, from };
  }
  return null;
}

/**
 * Reads a text as a list of signed items.
 *
 * @param text a normalised text without bullets
 * @returns a step for each item, or null where a piece of the text is neither title nor item
 */
export function signedItems(text: string): Assembly | null {
  const pieces = joined(piecesIn(text));
  const split = splitAt(pieces);
  if (!split || (firstItem(pieces) < 0 && split.title.mode === null)) return null;
  const items = pieces.slice(split.from).flatMap((piece) => itemOf(piece, split.title) ?? []);
  if (
    items.length === 0 ||
    (items.length === 1 && items[0]?.cap === null && items[0].times === 'open' && items[0].at[0].eq(items[0].at[1]))
  )
    return null;
  const { fullMarks } = split.title;
  const rules: Rule[] = [...rulesOf(items, split.title.mode)];
  if (fullMarks) rules.push({ kind: 'fullMarks', span: { start: 0, end: 0 }, points: fullMarks });
  const capped = items.filter((item) => item.cap !== null).length;
  return { rules, doubtful: items.some((item) => item.doubtful) || (capped > 0 && items.length > 1), issues: [] };
}
