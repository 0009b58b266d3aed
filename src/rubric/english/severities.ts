/**
 * What findings of each severity cost, however the list is laid out: `starts at 100 and loses points for every finding: | critical | 25 |`,
 * `Per-severity deduction: CRITICAL 15 / HIGH 8 / LOW 1`, `Severity.error => 5,`. Severities are counted, so each finding is taken.
 */
import Decimal from 'decimal.js';
import type { Rule } from '../rule';
import type { Assembly } from './assemble';
import { number, occurrence, piecesOf, quotable, valueOf, type Piece } from './layout';

const severity =
  '(?:critical|fatal|blocker|severe|serious|high|major|error|medium|moderate|warning|warn|minor|low|info(?:rmational|rmation)?|notice|hint|trivial|cosmetic|suggestion)';
const things =
  '(?:[- ](?:severity|risk|priority|findings?|issues?|errors?|violations?|defects?|bugs?|items?|faults?|non-?conformit(?:y|ies)|deficienc(?:y|ies)|mistakes?|warnings?|vulnerabilit(?:y|ies)|problems?))*';
const each = '(?: ?(?:each|ea\\.?|apiece|per [a-z]+(?: [a-z]+)?|for (?:each|every) [a-z]+(?: [a-z]+)?))?';
const item = new RegExp(
  `^(?:[-•*]\\s*|(?:and |each |every |any )|[A-Za-z]+\\.)?["'\`]?(?<name>(?:(?:each|every|an?) )?${severity}(?:/${severity})?s?${things})["'\`]?\\s*(?:\\||=>|->|→|[:=(–-]|is|are|costs?|loses?|deducts?)?\\s*[-−]?\\s*(?<at>${number})(?:\\.0+)? ?(?:%|penalty points?|demerits?|points?|pts?|marks?)?(?: (?:deducted|off|lost|penalty|deduction|each))?${each}\\)?[.,]?$`,
  'i',
);
const taken = /\b(?:deduct\w*|penalt(?:y|ies)|points? lost|los(?:es|e|t|ing)|minus|subtract\w*|decreas\w*|reduc\w*|demerits?|taken off)\b/i;
const starting = new RegExp(
  `\\b(?:(?:deducted|subtracted) from|starts?|starting|begins?|base(?:line)?|initial)(?:[ _](?:score|points))?(?: ?(?:at|with|from|of|is|=|:))* ?(?<at>${number})(?:\\.0+)?\\b`,
  'i',
);
const minus = new RegExp(`(?<at>${number})(?:\\.0+)? ?[-−–] ?(?:min|sum|total|Σ|\\()`, 'i');
const floor =
  /\b(?:floors? (?:at|of|is)|minimum(?: score)?(?: of| is)?|(?:not|never) (?:go |fall |drop )?below|max\s*\() ?(?:0|zero)\b|\bmin\s*\(\s*100\b/i;
/** What else may bend the sum. */
const bends =
  /\b(?:unless|except|first|only|double[sd]?|weighted average|multipli\w*|per (?:1000|thousand|page|hundred)|up to|capped|at most)\b/i;
const counts = /\b(?:severity|findings?|issues?|violations?|occurrences?|errors?|defects?|penalt\w*|deduct\w*)\b/i;

const cells = (text: string): string =>
  text
    .replace(/^\||\|$/g, '')
    .replace(/\s*\|\s*/g, ' | ')
    .trim();

interface Found {
  readonly piece: Piece;
  readonly name: string;
  readonly at: Decimal;
}

function itemIn(piece: Piece): Found | null {
  const { name, at } = item.exec(cells(piece.text).replace(/\s+/g, ' '))?.groups ?? {};
  const value = valueOf(at);
  return name && value ? { piece, name: name.replace(/^(?:each|every|an?) /i, ''), at: value } : null;
}

/** The ways in which a list may be cut, the plainest first. */
const cuts = [/\n/g, /[\n;]|\.(?=\s|$)| \/ |,\s/g];

interface List {
  readonly items: readonly Found[];
  readonly others: readonly Piece[];
}

function listIn(text: string): List | null {
  for (const cut of cuts) {
    const pieces = piecesOf(text, cut).flatMap((piece) => {
      const behind = /^[^:|=\d]{5,120}[:.] (?=\S)/.exec(piece.text)?.[0].length ?? 0;
      const inner = { text: piece.text.slice(behind), span: { start: piece.span.start + behind, end: piece.span.end } };
      const head = { text: piece.text.slice(0, behind), span: { start: piece.span.start, end: piece.span.start + behind } };
      return behind > 0 && itemIn(inner) && !itemIn(piece) ? [head, inner] : [piece];
    });
    const items = pieces.flatMap((piece) => itemIn(piece) ?? []);
    if (items.length >= 2) return { items, others: pieces.filter((piece) => !items.some((one) => one.piece === piece)) };
  }
  return null;
}

const nouns = /\b(findings?|issues?|violations?|defects?|errors?|faults?)\b/i;
/** `2 ERROR violations`: what an entry may call them. */
function calledIn(name: string, text: string): readonly string[] {
  const noun = nouns.exec(text)?.[1]?.replace(/s$/i, '');
  return quotable(
    name,
    plural(name),
    ...(noun && !name.toLowerCase().includes(noun.toLowerCase()) ? [`${name} ${noun}`, `${name} ${noun}s`] : []),
  );
}

const plural = (name: string): string => (/s$/i.test(name) ? name : `${name}s`);

/**
 * Reads a text as what each severity costs.
 *
 * @param text a normalised text without bullets
 * @returns a deduction for each severity, or null where no line says that points are taken, or one says more
 */
export function severities(text: string): Assembly | null {
  const list = listIn(text);
  const told = list?.others.map(({ text: words }) => words).join('\n') ?? '';
  if (!list || bends.test(told) || !(taken.test(text) || minus.test(told) || /[-−] ?\d/.test(text)) || !counts.test(text)) return null;
  const starts = valueOf((starting.exec(told) ?? minus.exec(told))?.groups?.at);
  const left = told
    .replace(starting, ' ')
    .replace(minus, ' ')
    .replace(floor, ' ')
    .replace(/\b(?:0|100)(?:\.0+)?\b/g, starts ? ' ' : '$&');
  if (/\d/.test(left) || new Set(list.items.map(({ name }) => name.toLowerCase())).size !== list.items.length) return null;
  const rules: Rule[] = list.items
    .filter(({ at }) => !at.isZero())
    .map(({ piece, name, at }) => occurrence(piece.span, calledIn(name, text), 'deduct', [at, at], 'each'));
  const free = list.items.filter(({ at }) => at.isZero());
  rules.push(
    ...free.map(({ piece, name }) => occurrence(piece.span, calledIn(name, text), 'deduct', [new Decimal(0), new Decimal(0)], 'each')),
  );
  if (starts) rules.push({ kind: 'fullMarks', span: { start: 0, end: 0 }, points: starts, starts: true });
  if (floor.test(told))
    rules.push({ kind: 'limit', span: { start: 0, end: 0 }, on: 'score', bound: 'floor', at: new Decimal(0), doubtful: false });
  return { rules, doubtful: false, issues: [] };
}
