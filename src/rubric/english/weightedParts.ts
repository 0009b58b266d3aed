/** Sub-scores with their weights and nothing else: `On-time delivery 40%`, `Quality: 35%`, … that make up the whole. */
import Decimal from 'decimal.js';
import type { PartRule } from '../rule';
import { tierWords } from '../vocabulary';
import type { Assembly } from './assemble';
import { piecesOf } from './layout';

const member = /^([^\d%<>≤≥]{2,60}?)\s*[:=,(|-]?\s*(\d+(?:\.\d+)?) ?%(?: weight(?:ing|age)?)?\)?\s*\|?\.?$/i;
const tiers = new Set(tierWords);
/** Words behind a number's name that make it a threshold, not a weight. */
const threshold =
  /\b(?:at least|over|under|above|below|more than|less than|up to|from|to|pays?|payout|increase|each|every|per|minus|deduct\w*|bonus|target|if|when)$/i;
const heading = /^[^\d%]{2,80}:?$/;
/** What is rated, examined or worked on: two of them with shares make up a result. */
const rated =
  /\b(?:rating|scores?|exams?|examination|tests?|assignments?|projects?|quiz(?:zes)?|evaluation|assessment|interview|homework|papers?|report|presentation|coursework|participation|attendance|review|price|quality|technical|financial|cost)\b/i;
const weights = /\b(?:weight(?:s|ed|ing|ings|age)?|share|proportion|composed|made up|consists?|breakdown|counts? (?:for|toward))\b/i;

/**
 * Reads a text as a list of weights.
 *
 * @returns a part for each, or null where a member is something else or the weights do not make up 100 %
 */
export function weightedParts(text: string): Assembly | null {
  const pieces = piecesOf(text, /[\n;]/g);
  const lines = pieces.length > 1 ? pieces : piecesOf(text, /[,;]/g);
  const titled = lines.length > 2 && heading.test(lines[0]?.text ?? '') ? lines.slice(1) : lines;
  const found = titled.map((line) => ({ line, match: member.exec(line.text) }));
  const few = weights.test(text) || found.every(({ match }) => rated.test(match?.[1] ?? '')) ? 2 : 3;
  if (found.length < few || found.some(({ match }) => match === null)) return null;
  const names = found.map(({ match }) => (match?.[1] as string).replace(/^[\s|]+|[\s:=(|-]+$/g, ''));
  if (new Set(names).size !== names.length || names.some((name) => tiers.has(name.toLowerCase()) || threshold.test(name))) return null;
  const shares = found.map(({ match }) => new Decimal(match?.[2] as string).div(100));
  if (!shares.reduce((sum, share) => sum.plus(share), new Decimal(0)).eq(1)) return null;
  const rules = found.map(({ line }, at): PartRule => ({
    kind: 'part',
    span: line.span,
    name: names[at] as string,
    share: shares[at] as Decimal,
    fullMarks: null,
    rules: [],
  }));
  return { rules, doubtful: false, issues: [] };
}
