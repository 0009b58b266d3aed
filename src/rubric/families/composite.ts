/**
 * Sub-scores with their own criteria: `①自行测试（5分）：A…B…②进度跟踪（5分）：…`, `线上响应速度占50% A…微信群响应速度占50% A…`,
 * `Greeting 10; Listening 20; …`. The text is cut into its parts before its clauses are looked for: each part is a text of its own.
 */
import Decimal from 'decimal.js';
import type { NormalisedText } from '../normalise';
import type { Span } from '../types';

/** A part as cut: its criteria may be empty (a list of full marks). */
export interface TextPart {
  readonly name: string;
  readonly share: Decimal | null;
  readonly fullMarks: Decimal | null;
  readonly body: NormalisedText;
  /** The part in the original text. */
  readonly span: Span;
}

interface Head {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly share: Decimal | null;
  readonly fullMarks: Decimal | null;
}

const hundred = new Decimal(100);
const nameOf = '([^\\s:;,，；。、()\\d%][^:;,，；。()\\n]{1,24}?)';

/** (1)自行测试(5分)：, 一、自行测试(5分)：, 自行测试(5分)： */
const markedHead = new RegExp(
  `(?:\\(\\d{1,2}\\)|\\d{1,2}[、.]|[一二三四五六七八九十]、)?\\s*${nameOf}\\((?:满分|共)?(\\d+(?:\\.\\d+)?)分\\)\\s*:`,
  'g',
);
/** 线上响应速度占50%, 线上响应速度(50%)：, 线上响应速度权重50% */
const sharedHead = new RegExp(
  `(?<!\\d)${nameOf}(?:(?:占比?|权重|比重)(?:为|是|:)?\\s*(\\d+(?:\\.\\d+)?)%|\\((?:占|权重)?(\\d+(?:\\.\\d+)?)%\\)\\s*:)(?=[\\s:,，;；(A-Z]|$)`,
  'g',
);

/** 到课率占50分，…；作业批改占50分，…: full marks of their own. */
const pointedHead = new RegExp(`${nameOf}(?:占比?|权重|共)(?:为|是|:)?\\s*(\\d+(?:\\.\\d+)?)分(?=[\\s:,，;；(]|$)`, 'g');

function headsBy(pattern: RegExp, text: string, make: (match: RegExpMatchArray) => Pick<Head, 'share' | 'fullMarks'>): readonly Head[] {
  return [...text.matchAll(pattern)].map((match) => ({
    name: (match[1] as string).replace(/^(?:其中|其中:|和|及)/, '').trim(),
    start: match.index,
    end: match.index + match[0].length,
    ...make(match),
  }));
}

/** Heads that carry criteria behind them; fewer than two are a title, and shares that do not make up the whole are something else. */
function criteriaHeads(text: string): readonly Head[] {
  const marked = headsBy(markedHead, text, (match) => ({ share: null, fullMarks: new Decimal(match[2] as string) }));
  if (marked.length >= 2) return marked;
  const pointed = headsBy(pointedHead, text, (match) => ({ share: null, fullMarks: new Decimal(match[2] as string) }));
  if (pointed.length >= 2) return pointed;
  const shared = headsBy(sharedHead, text, (match) => ({
    share: new Decimal((match[2] ?? match[3]) as string).div(hundred),
    fullMarks: null,
  }));
  const whole = shared.reduce((sum, { share }) => sum.plus(share ?? 0), new Decimal(0));
  return shared.length >= 2 && whole.eq(1) ? shared : [];
}

function slice(whole: NormalisedText, start: number, end: number): NormalisedText {
  return {
    text: whole.text.slice(start, end),
    original: whole.original,
    toOriginal: (span) => whole.toOriginal({ start: span.start + start, end: span.end + start }),
  };
}

const gives = /[得计记为扣加]\s?\d|\d\s?分|不得分|满分|points?/i;

function withBodies(whole: NormalisedText, heads: readonly Head[]): readonly TextPart[] | null {
  const parts = heads.map((head, index) => {
    const end = heads[index + 1]?.start ?? whole.text.length;
    return {
      name: head.name,
      share: head.share,
      fullMarks: head.fullMarks,
      body: slice(whole, head.end, end),
      span: whole.toOriginal({ start: head.start, end }),
    };
  });
  return parts.every(({ body }) => gives.test(body.text)) ? parts : null;
}

const listed = /^\s*([^\d;；]{2,40}?)\s*[:(]?\s*(\d+(?:\.\d+)?)\s?(?:分|points?|pts?|marks?)?\)?\s*$/i;
const tierWord = /优|良|中|差|合格|及格|一般|好|excellent|good|fair|poor|satisf|outstanding|accept|level|grade/i;

/** `Greeting 10; Listening 20; …`: names with full marks that make up 100 together. A list of tiers never does on purpose. */
function listParts(whole: NormalisedText): readonly TextPart[] | null {
  if (whole.text.length > 600) return null;
  const found: TextPart[] = [];
  let at = 0;
  for (const piece of whole.text.split(/[;；\n]/)) {
    const match = piece.trim() === '' ? null : listed.exec(piece);
    if (!match && piece.trim() !== '') return null;
    if (match) {
      const end = at + piece.length;
      found.push({
        name: (match[1] as string).trim(),
        share: null,
        fullMarks: new Decimal(match[2] as string),
        body: slice(whole, end, end),
        span: whole.toOriginal({ start: at, end }),
      });
    }
    at += piece.length + 1;
  }
  const total = found.reduce((sum, { fullMarks }) => sum.plus(fullMarks ?? 0), new Decimal(0));
  return found.length >= 3 && total.eq(hundred) && !found.some(({ name }) => tierWord.test(name) && name.length < 12) ? found : null;
}

/**
 * Cuts a text into its parts.
 *
 * @returns what stands before the first part, and the parts in order; null where the text is one whole
 */
export function partsOf(whole: NormalisedText): { readonly preface: NormalisedText; readonly parts: readonly TextPart[] } | null {
  const heads = whole.text.length > 8000 ? [] : criteriaHeads(whole.text);
  const parts = heads.length >= 2 ? withBodies(whole, heads) : listParts(whole);
  return parts && { preface: slice(whole, 0, heads[0]?.start ?? 0), parts };
}
