/**
 * Reads English criteria sentence by sentence. A text is read here only where its sentences are used up without a rest: every number, and
 * every word that may change a result, belongs to a rule, a bound or a heading. Otherwise the clause families look at it, and a person confirms.
 */
import type { NormalisedText } from '../normalise';
import type { AccountedClause } from '../reading';
import type { Rule } from '../rule';
import type { IssueCode, Span } from '../types';
import { takeAsides } from './asides';
import { assemble, type Assembly } from './assemble';
import { bandTable } from './bandTable';
import { withoutBullets } from './bullets';
import { interpolatedTable } from './interpolatedTable';
import { labelList } from './labelList';
import { readLayout } from './layouts';
import { linesOf } from './lines';
import { statedParts } from './parts';
import { plainWords } from './plainWords';
import { quantities } from './quantities';
import { gather } from './sentences';
import { bare, pattern } from './skeleton';
import { straightLine } from './straightLine';

/** What an English text was read into; the shape of what the clause families find. */
export interface EnglishReading {
  readonly rules: Rule[];
  readonly clauses: AccountedClause[];
  readonly issues: { readonly code: IssueCode; readonly span: Span; readonly details: Readonly<Record<string, string>> }[];
  readonly doubtful: boolean;
}

const longest = 2000;
const han = /\p{Script=Han}/u;
/** Numbered levels and printed scales have a family of their own. */
const elsewhere = /\blevel (?:\d(?!\d)|(?!x [a-z(])[ivx]+\b)|\b(?:higher|lower|average) of the\b/i;

const scoring = new Set<Rule['kind']>(['band', 'label', 'step', 'veto', 'formula']);
const counts = /\b(?:each|every|per|deduct\w*|minus|lose[sd]?|ea|penal\w*|costs?|points? off|marks? off)\b|[-+] ?\d/i;

/** `0.5% per week`: then a cap in percent bounds what is taken. */
const sharesCounted = pattern('{r}{w}{0,40}\\b(?:per|for (?:each|every|any)|each|every)\\b|\\b(?:each|every){w}{2,60}{r}');

/** The parts of a text in the original's positions: rules that stand nowhere of their own (bounds) take the whole. */
function inOriginal(out: Assembly, normalised: NormalisedText): EnglishReading {
  const whole = { start: 0, end: normalised.text.length };
  const span = (place: Span): Span => normalised.toOriginal(place.end > place.start ? place : whole);
  return {
    rules: out.rules.map((rule) => ({ ...rule, span: span(rule.span) })),
    clauses: [{ span: normalised.toOriginal(whole), disposition: 'rule', family: 'english' }],
    issues: out.issues.map(({ code, place }) => ({ code, span: span(place), details: {} })),
    doubtful: out.doubtful,
  };
}

const nowhere = { start: 0, end: 0 };

/** `no deduction` beside bare points: they may be what is taken. */
const sparing = /\bno (?:deductions?|penalty|penalties)\b/i;
const givesPoints = (rules: readonly Rule[]): boolean =>
  rules.some(
    (rule) =>
      (rule.kind === 'band' || rule.kind === 'label') &&
      rule.award.amount?.mode === 'set' &&
      rule.award.amount.of === 'points' &&
      Boolean(rule.award.amount.high?.gt(0)),
  );

/**
 * Reads an English text.
 *
 * @returns its rules, or null where a sentence is left over that no rule explains; linear in the number of sentences, each of bounded length
 */
export function readEnglish(normalised: NormalisedText): EnglishReading | null {
  const { text } = normalised;
  if (text.length > longest || han.test(text) || !/[a-z]/i.test(text)) return null;
  const clear = withoutBullets(text);
  const plain = bare(clear);
  if (!plain) return null;
  const layout = elsewhere.test(text) ? bandTable(clear) : readLayout(clear);
  if (layout) return inOriginal(layout, normalised);
  if (elsewhere.test(text)) return null;
  const measured = quantities(plainWords(plain));
  const parts = statedParts(measured);
  if (parts) return inOriginal({ rules: parts.map((part) => ({ ...part, rules: [] })), doubtful: false, issues: [] }, normalised);
  const line = straightLine(measured) ?? interpolatedTable(measured);
  if (line) return inOriginal({ rules: line.map((rule) => ({ ...rule, span: nowhere })), doubtful: false, issues: [] }, normalised);
  const asides = takeAsides(measured, counts.test(text) && !sharesCounted.test(measured.text));
  const { sentences, rest } = gather(linesOf(asides.text));
  if (rest) {
    const labels = labelList(clear);
    return labels && inOriginal(labels, normalised);
  }
  const out = assemble(sentences, asides);
  out.doubtful ||= sparing.test(text) && givesPoints(out.rules);
  return out.rules.some(({ kind }) => scoring.has(kind)) ? inOriginal(out, normalised) : null;
}
