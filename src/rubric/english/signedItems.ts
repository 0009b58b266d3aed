/**
 * Lists of what each thing gives or takes, a sign or a title saying which: `-3 if …  -1 for each …, to a max of -10`,
 * `No template, -7 * Field missing, -2 each`, `The following points can be deducted: 1 point: …`, `Late work. 1/2 point`.
 */
import type Decimal from 'decimal.js';
import type { Amount, Rule, StepRule } from '../rule';
import type { Span } from '../types';
import type { Assembly } from './assemble';
import { cappedAt, number, occurrence, piecesOf, quotable, unit, valueOf, type Piece } from './layout';
import { tierWords } from '../vocabulary';
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

/** `points deducted from daily participation`: where an amount is taken from. */
const takenFrom = '(?: (?:deducted|subtracted|taken(?: off| away)?|removed|lost)(?: from (?:the |your |their )?[a-z ]{3,40})?)?';
const onlyTaken = /^[-+]?[\d.]+ (?:to|or)$|^(?:deducted|subtracted|taken|removed|lost)(?: (?:off|away))?(?: from\b[^;,]*)?$/i;

const wordings: readonly { readonly found: RegExp; readonly signed: boolean }[] = [
  { found: new RegExp(`^${sign}\\s?${range}${unit}?(?:\\s*[:,-]\\s*|\\s+)(?:off )?(?:${join} )?(?<words>\\D.+)$`, 'is'), signed: true },
  {
    found: new RegExp(
      `^(?<words>.*?[a-z)].*?)(?:\\s*[:=,.(])*(?<![\\w%])${sign}(?=\\d|\\w)${range}${unit}?${takenFrom}${each}?\\)?$`,
      'is',
    ),
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
    if (!groups || !low || !high || low.isZero() || words === '' || onlyTaken.test(words) || alters.test(words) || changing.test(words))
      continue;
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
  /** Where additions and deductions start. */
  readonly starts: Decimal | null;
}

const takes = /\b(?:deduct\w*|penalt\w*|penali[sz]\w*|demerits?|subtract\w*|minus points|points? lost|lose)\b/i;
const gives = /\b(?:bonus|extra|additional|added|award\w*)\b/i;
const every =
  /\b(?:for|per) (?:each|every|instance|occurr?ence|violation|incident|fault|error|offen[cs]e|mistake|defect)\b|\beach (?:instance|occurr?ence|time|violation)\b/i;
const whole = new RegExp(`^(?:.*\\b(?:of|out of) )?(?<at>${number})${unit}(?: (?:in )?(?:total|max(?:imum)?|possible|available))?\\b`, 'i');
const start = new RegExp(`\\b(?:start(?:s|ing)? (?:at|with|from)|start(?:ing)?(?: score)?:?|begins? (?:at|with)) (?<at>${number})`, 'i');

/** What stands in front of the items: which way they count, of how many marks, from where. Null where it holds another number. */
function titleOf(pieces: readonly Piece[]): Title | null {
  const text = pieces.map((piece) => piece.text).join('\n');
  const starts = valueOf(start.exec(text)?.groups?.at);
  const stated = starts ? undefined : pieces.map((piece) => whole.exec(piece.text)).find((match) => match !== null);
  const rest = starts ? text.replaceAll(starts.toFixed(), ' ') : text.replace(stated?.[0] ?? '', ' ');
  if (/\d/.test(rest) || changing.test(text) || /\bup to(?: an?)?$/i.test(text.trim())) return null;
  const mode = takes.test(text) ? 'deduct' : gives.test(text) ? 'add' : null;
  return { mode, each: every.test(text), fullMarks: valueOf(stated?.groups?.at), starts };
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
      itemOf(before, { mode: 'deduct', each: false, fullMarks: null, starts: null }) !== null &&
      /^[-+]|^\d/.test(before.text)
    )
      out[out.length - 1] = { text: `${before.text} ${piece.text}`, span: { start: before.span.start, end: piece.span.end } };
    else out.push(piece);
  }
  return out;
}

/** `Not following rules/no participation`: an entry may name either. */
const either = (words: string): readonly string[] => (/^[^/]{4,}\/[^/]{4,}$/.test(words) ? words.split('/').map(tidy) : []);

function rulesOf(items: readonly Item[], mode: Mode | null): readonly Rule[] {
  return items.flatMap((item): Rule[] => {
    const way = item.mode ?? mode ?? 'deduct';
    const spoken = item.words.replace(example, '');
    const step = occurrence(item.span, quotable(...new Set([spoken, item.words, ...either(spoken)])), way, item.at, item.times);
    return item.cap ? [step, cappedAt(item.span, way === 'deduct' ? 'deduction' : 'bonus', item.cap.abs())] : [step];
  });
}

interface List {
  readonly title: Title;
  readonly items: readonly Item[];
  /** Bounds on all items together. */
  readonly limits: readonly Rule[];
}

/** The title ends where the first item stands: the first one with a sign, or behind a title that says which way they count. */
function listIn(pieces: readonly Piece[]): List | null {
  for (let from = 0; from < Math.min(pieces.length, 5); from++) {
    const title = titleOf(pieces.slice(0, from));
    const behind = title ? pieces.slice(from).filter(({ text }) => !idle.test(text)) : [];
    const items = behind.filter(({ text }) => !most.test(text));
    const limits = behind.flatMap(({ text, span }) => limitOf(text, span));
    const read = items.flatMap((piece) => itemOf(piece, title) ?? []);
    if (title && read.length > 0 && read.length === items.length) return { title, items: read, limits };
  }
  return null;
}

const most = new RegExp(
  `^(?:the )?max(?:imum)?\\.?(?: total)? (?<on>deductions?|penalty|bonus)(?: is| of|:)? ?-?(?<at>${number})${unit}?\\.?$`,
  'i',
);

/** `Maximum deduction 20`: a bound on all items together. */
function limitOf(text: string, span: Span): readonly Rule[] {
  const { on, at } = most.exec(text)?.groups ?? {};
  const value = valueOf(at);
  return on && value ? [cappedAt(span, /bonus/i.test(on) ? 'bonus' : 'deduction', value)] : [];
}

/** `Approved leave = no penalty`: takes nothing. */
const idle = /^[a-z][a-z ,'/-]{2,60}?\s*[:=]\s*(?:no (?:penalty|deduction|points?|change)|0(?: points?)?|nil|none)\.?$/i;
const sentences = /[\n;]|(?<=[a-z)]|\d(?= ?[A-Z])|pts?|points?)\.\s+(?=[A-Z])/g;
/** A comma before a member with an amount of its own. */
const members = /[\n;]|(?<=[a-z)]|pts?|points?)\.\s+(?=[A-Z])|,\s+(?:and )?(?=[A-Za-z][^,.;]{2,60}(?:=|:|\s[-+]\d))/g;

/** The ways in which a text may be cut into its items, the plainest first. */
const cuts: readonly ((text: string) => readonly Piece[])[] = [
  (text) => joined(piecesIn(text)),
  (text) => piecesOf(text, sentences),
  (text) => piecesOf(text, members),
];

/** Whether all that a text says is one plain condition: sentences know more of it than lists. */
const isSentence = ([only, ...more]: readonly Item[]): boolean =>
  more.length === 0 && only?.cap === null && only.times === 'open' && only.at[0].eq(only.at[1]);

/** `Good +3, Fair 0`: states of one thing, of which one holds. */
const isTier = (words: string): boolean => tiers.has(words.toLowerCase()) || /^[A-F][+-]?$/.test(words);
const tiers: ReadonlySet<string> = new Set(tierWords);

/** Things that give and things that take, told together, and kinds of one thing are a tally: each counts as often as it happens. */
function tallied(items: readonly Item[]): readonly Item[] {
  const modes = new Set(items.map(({ mode }) => mode));
  const heads = new Set(items.map(({ words }) => /(\S+)$/.exec(words)?.[1]?.toLowerCase()));
  const tally = (modes.has('add') && modes.has('deduct')) || (items.length > 1 && heads.size === 1);
  return tally && items.every(({ times }) => times === 'open') ? items.map((item) => ({ ...item, times: 'each' as const })) : items;
}

/**
 * Reads a text as a list of signed items.
 *
 * @param text a normalised text without bullets
 * @returns a step for each item, or null where a piece of the text is neither title nor item
 */
export function signedItems(text: string): Assembly | null {
  const list = cuts.reduce<List | null>((found, cut) => found ?? listIn(cut(text)), null);
  if (!list || isSentence(list.items) || list.items.every(({ words }) => isTier(words))) return null;
  const { title } = list;
  const items = tallied(list.items);
  const rules: Rule[] = [...rulesOf(items, title.mode), ...list.limits];
  const points = title.starts ?? title.fullMarks;
  if (points) rules.push({ kind: 'fullMarks', span: { start: 0, end: 0 }, points, ...(title.starts ? { starts: true } : {}) });
  const capped = items.filter((item) => item.cap !== null).length;
  return { rules, doubtful: items.some((item) => item.doubtful) || (capped > 0 && items.length > 1), issues: [] };
}
