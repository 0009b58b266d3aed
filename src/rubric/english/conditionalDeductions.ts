/**
 * Points taken on a condition, in sentences: `Five points will be deducted if the speech is less than three minutes`, `If a wall is hit there
 * will be a 10 point deduction`, `Missing 3-5 classes results in a 10 point penalty`, `A penalty of 50 points for any of the following: …`.
 */
import type Decimal from 'decimal.js';
import type { Amount, Rule } from '../rule';
import type { Span } from '../types';
import type { Assembly } from './assemble';
import { boundedIn } from './conditions';
import { number, occurrence, piecesOf, quotable, unit, valueOf, type Piece } from './layout';
import { bandOf } from './pairs';
import { changing, hazard } from './steps';

const done = '(?:(?:will|shall|would|may|is|are|must) (?:be )?)?';
const from = '(?: (?:from|off) (?:the |your |their )?(?:[a-z]+ ){0,2}(?:score|mark|grade|total))?';
const where = '(?:if|when|where|in case|whenever)';
const fault = '(?:deduction|penalty)';
const sentences = [
  new RegExp(`^(?:an? )?(?<at>${number})${unit} ${done}(?:deducted|subtracted|taken off|lost|removed)${from},? ${where} (?<what>.+)$`, 'i'),
  new RegExp(
    `^(?:an? )?(?<at>${number})${unit} ${fault}(?: ${done}(?:imposed|applied|given|assessed|made|incurred|charged|taken))? (?:${where}|for) (?<what>.+)$`,
    'i',
  ),
  new RegExp(
    `^(?:an? |the )?${fault} of (?<at>${number})${unit}(?: ${done}(?:imposed|applied|given|assessed|made|incurred|charged|taken))? (?:${where}|for) (?<what>.+)$`,
    'i',
  ),
  new RegExp(
    `^${where} (?<what>.+?),? (?:then )?(?:there (?:is|will be|shall be)|this (?:results? in|means|incurs)|it (?:results? in|means|incurs)) (?:an? )?(?<at>${number})${unit} ${fault}$`,
    'i',
  ),
  new RegExp(
    `^(?<what>.+?) (?:will |shall )?(?:results? in|leads? to|means?|incurs?|carr(?:y|ies)|earns?|receives?) (?:an? )?(?<at>${number})${unit} ${fault}$`,
    'i',
  ),
];
const listed = [
  new RegExp(
    `^(?:an? |the )?${fault} of (?<at>${number})${unit}(?: ${done}(?:imposed|applied|given|assessed|made|incurred|charged|taken))? (?:for|in|on|if) (?<which>any|each|every)(?: one)? of the following(?: [a-z]+){0,3} ?:?$`,
    'i',
  ),
  new RegExp(
    `^(?:an? )?(?<at>${number})${unit}(?: ${fault})? ?${done}(?:deducted|subtracted|taken off|lost|imposed|applied)?${from} ?(?:for|in|on|if) (?<which>any|each|every)(?: one)? of the following(?: [a-z]+){0,3} ?:?$`,
    'i',
  ),
];

const deducted = (at: Decimal): Amount => ({ mode: 'deduct', low: at, high: at, of: 'points' });

/** `Missing 3-5 classes`: the condition is an interval; of anything without a number it is an occurrence. */
function ruleOf(what: string, at: Decimal, span: Span): Rule | null {
  if (hazard.test(what) || changing.test(what) || /\b(?:each|every|per)\b/i.test(what)) return null;
  if (!/\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty)\b/i.test(what))
    return occurrence(span, quotable(what), 'deduct', [at, at], 'open');
  const bounded = boundedIn(what);
  if (!bounded || (bounded.interval.low && bounded.interval.high && !bounded.ranged)) return null;
  const award = { tier: null, amount: deducted(at) };
  return {
    ...bandOf(bounded.interval, bounded.unit, bounded.ranged ? 'range' : 'compared', award),
    ...(bounded.unit === null ? { whole: true } : {}),
    span,
  };
}

function readSentence({ text, span }: Piece): Rule | null {
  const plain = text.replace(/\s+/g, ' ').replace(/[.\s]+$/, '');
  for (const wording of sentences) {
    const { what, at } = wording.exec(plain)?.groups ?? {};
    const value = valueOf(at);
    const rule = what && value && !value.isZero() ? ruleOf(what, value, span) : null;
    if (rule) return rule;
  }
  return null;
}

/** `Your grade suffers if you miss more than two classes`: says again where the deductions begin, and takes nothing itself. */
function announces({ text }: Piece, rules: readonly Rule[]): boolean {
  const low = boundedIn(text)?.interval.low;
  if (!low || /\b(?:deduct\w*|points?|marks?|zero|fail\w*)\b/i.test(text)) return false;
  const starts = rules.flatMap((rule) => (rule.kind === 'band' && rule.interval.low ? [rule.interval.low] : []));
  return starts.some((bound) => (low.inclusive === bound.inclusive ? low.at.eq(bound.at) : !low.inclusive && low.at.plus(1).eq(bound.at)));
}

/** Reads all sentences of a text as deductions on a condition. */
export function conditionalDeductions(text: string): Assembly | null {
  const pieces = piecesOf(text, /\.(?=\s|$)|;/g);
  const read = pieces.map(readSentence);
  const rules = read.flatMap((rule) => rule ?? []);
  if (rules.length === 0 || pieces.some((piece, at) => read[at] === null && !announces(piece, rules))) return null;
  // Words beside bands, bands of different units: which of them an entry means is not said.
  return { rules, doubtful: new Set(rules.map(({ kind }) => kind)).size > 1, issues: [] };
}

/** One penalty for each member of a list. */
export function listedDeductions(text: string): Assembly | null {
  const [title, ...items] = piecesOf(text, /\n|(?<=:)\s+(?=\S)/g);
  const head = listed.map((wording) => wording.exec(title?.text.replace(/\s+/g, ' ') ?? '')).find((match) => match !== null);
  const at = valueOf(head?.groups?.at);
  if (!head || !at || items.length < 2) return null;
  const words = items.map((item) => item.text.replace(/[.;,\s]+$/, ''));
  if (words.some((one) => /\d/.test(one) || changing.test(one) || /^and$/i.test(one))) return null;
  const times = /each|every/i.test(head.groups?.which ?? '') ? 'each' : 'open';
  const rules = items.map(({ span }, index) => occurrence(span, quotable(words[index] as string), 'deduct', [at, at], times));
  return { rules, doubtful: false, issues: [] };
}
