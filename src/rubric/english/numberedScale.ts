/**
 * Scales whose lines begin with what is given: `5-130% and above`, `4 - 1 to 2 days before deadline`, `3 Exceptional Performance`,
 * `Score 25 points > 50% improvement`. The numbers in front go down or up in equal steps; what stands behind them is all intervals or all words.
 */
import Decimal from 'decimal.js';
import type { Interval } from '../interval';
import type { UnitName } from '../quantity';
import type { BandRule, Rule } from '../rule';
import type { Span } from '../types';
import type { Assembly } from './assemble';
import { intervals } from './intervals';
import { labelled, piecesOf, quotable, type Piece } from './layout';
import { bandOf, setTo } from './pairs';
import { quantities } from './quantities';
import { anyChunk, bare, chunkAt, pattern, quantityOf, type Skeleton } from './skeleton';
import { tierWords } from '../vocabulary';
import { changing } from './steps';

interface Step {
  readonly points: Decimal;
  readonly span: Span;
  readonly words: string;
  /** Whether a sign stands between the number and the words. */
  readonly signed: boolean;
}

const front = /^(\d{1,2}(?:\.\d)?)(?<sign>\s*[-=:]\s*|\s+)(?=\S)(.*)$/s;

function stepOf({ text, span }: Piece): Step | null {
  const found = front.exec(text);
  return found
    ? {
        points: new Decimal(found[1] as string),
        span,
        words: (found[3] as string).replace(/\s+/g, ' ').trim(),
        signed: /\S/.test(found[2] as string),
      }
    : null;
}

const follows = (steps: readonly Step[], next: Decimal): boolean => {
  const [last, before] = [steps[steps.length - 1], steps[steps.length - 2]];
  if (!last) return true;
  const by = next.minus(last.points);
  return before ? by.eq(last.points.minus(before.points)) : by.abs().eq(1) || by.abs().eq('0.5');
};

/** Lines with the number that follows open a step; other lines go on with the words of the one before. */
function stepsOf(lines: readonly Piece[]): readonly Step[] | null {
  const steps: Step[] = [];
  for (const line of lines) {
    const next = stepOf(line);
    const last = steps[steps.length - 1];
    if (next && follows(steps, next.points)) steps.push(next);
    else if (last && !/^\d/.test(line.text) && !/[.:]$/.test(last.words))
      steps[steps.length - 1] = { ...last, words: `${last.words} ${line.text}`, span: { start: last.span.start, end: line.span.end } };
    else return null;
  }
  return steps.length >= 3 ? steps : null;
}

interface Reached {
  readonly interval: Interval;
  readonly unit: UnitName | null;
  readonly way: BandRule['way'];
  readonly ranged: boolean;
  /** The words beside the number. */
  readonly rest: string;
}

const before = /\b(?:before|ahead of|prior to|earlier|early|in advance)\b/i;
const after = /\b(?:after|beyond|past|late(?:r)?|behind|delay(?:ed)?)\b/i;
const exact =
  /^(?:(?:completed|submitted|done|delivered) )?(?:on|at|by) (?:the )?(?:set |agreed |exact )?(?:deadline|due date|schedule|time|target date)$|^on[- ]time$/i;
const either = pattern('{i}|{q}');

const day = new Decimal(0);

/** The interval of a step, its movement against a deadline kept apart from the number. */
function reachedIn(words: string): Reached | null {
  if (exact.test(words))
    return {
      interval: { low: { at: day, inclusive: true }, high: { at: day, inclusive: true } },
      unit: '天',
      way: undefined,
      ranged: false,
      rest: '',
    };
  const way = before.test(words) ? 'below' : after.test(words) ? 'above' : undefined;
  const plain = bare(words.replace(way === 'below' ? before : after, (word) => ' '.repeat(word.length)));
  const found = plain && intervals(quantities(plain));
  const at = found ? found.text.search(either) : -1;
  if (!found || at < 0 || changing.test(words)) return null;
  const rest = `${found.text.slice(0, at)} ${found.text.slice(at + 1)}`.replace(/\s+/g, ' ').trim();
  return anyChunk.test(rest) ? null : ofChunk(found, at, way, rest);
}

function ofChunk(found: Skeleton, at: number, way: BandRule['way'], rest: string): Reached | null {
  const chunk = chunkAt(found, found.text[at]);
  const quantity = quantityOf(found, found.text[at]);
  if (chunk?.kind === 'interval' && chunk.intervals.length === 1)
    return { interval: chunk.intervals[0] as Interval, unit: chunk.unit, way, ranged: chunk.ranged, rest };
  if (!quantity) return null;
  const bound = { at: quantity.amount, inclusive: true };
  return { interval: { low: bound, high: bound }, unit: quantity.unit, way, ranged: false, rest };
}

/** Words beside the number that say what is measured: the longest words of all lines hold those of the others. */
function sameMatter(all: readonly Reached[]): boolean {
  const [longest = ''] = all.map(({ rest }) => rest.toLowerCase()).sort((a, b) => b.length - a.length);
  return all.every(({ rest }) => rest.split(' ').every((word) => longest.includes(word.toLowerCase())));
}

const ordered = (all: readonly Reached[]): boolean => {
  const lows = all.map(({ interval, way }) => {
    const at = interval.low?.at ?? interval.high?.at ?? day;
    return way === 'below' ? at.neg() : at;
  });
  const ways = lows.slice(1).map((low, at) => low.cmp(lows[at] as Decimal));
  return ways.every((way) => way === 1) || ways.every((way) => way === -1);
};

function bandsOf(steps: readonly Step[]): readonly Rule[] | null {
  const found = steps.map(({ words }) => reachedIn(words));
  if (!found.every((each) => each !== null)) return null;
  const all = found as readonly Reached[];
  const unit = all.find((each) => each.unit !== null)?.unit ?? null;
  if (!all.every((each) => each.unit === null || each.unit === unit) || !sameMatter(all) || !ordered(all)) return null;
  return steps.map(({ points, span, words }, at) => {
    const { interval, way, ranged } = all[at] as Reached;
    const band = bandOf(interval, unit, ranged ? 'range' : 'compared', { tier: null, amount: setTo(points, 'points') });
    return { ...band, label: null, phrases: way || exact.test(words) ? quotable(words) : [], span, ...(way ? { way } : {}) };
  });
}

const numbers =
  /[\d%<>≤≥]|\b(?:each|every|per|deduct\w*|lose[sd]?|minus|bonus|points?|marks?|more than|less than|at least|or more|or less|or fewer|up to|max|min|total|weight)\b/i;
/** What may be counted: `2 errors`, `3 days late` are no names of steps. */
const counted =
  /^(?:[a-z]+ )?(?:errors?|mistakes?|days?|hours?|minutes?|weeks?|months?|years?|times?|items?|complaints?|absences?|people|copies|questions?|pages?|members?)\b/i;

const known = new RegExp(`\\b(?:${tierWords.filter((word) => /^[a-z]{4}/.test(word)).join('|')}|expectations?|performance)\\b`, 'i');

/** `1 Read the manual`, `2 Fit the filter`: steps to take, one after the other, are numbered from one. */
const isEnumerated = (steps: readonly Step[]): boolean =>
  steps[0]?.points.eq(1) === true &&
  steps[1]?.points.eq(2) === true &&
  !steps.every(({ signed }) => signed) &&
  !steps.some(({ words }) => known.test(words));

/** Words that name a step: the number is what the name is worth. */
function namesOf(steps: readonly Step[]): readonly Rule[] | null {
  const words = steps.map((step) => step.words.toLowerCase());
  if (new Set(words).size !== words.length || isEnumerated(steps)) return null;
  if (words.some((one) => one.length < 2 || one.length > 200 || numbers.test(one) || counted.test(one))) return null;
  return steps.map(({ points, span, words: name }) => labelled(span, name, points, name.length <= 60 ? name : null));
}

/**
 * Reads lines that begin with a number of a scale.
 *
 * @param text a normalised text without bullets
 * @returns bands or labels that give the numbers, or null where a line is something else
 */
export function numberedScale(text: string): Assembly | null {
  const lines = piecesOf(text, /\n/g);
  const titled = lines.length > 3 && /:$/.test(lines[0]?.text ?? '') && !/\d/.test(lines[0]?.text ?? '') ? lines.slice(1) : lines;
  const steps = stepsOf(titled);
  const rules = steps && (bandsOf(steps) ?? namesOf(steps));
  return rules && { rules: [...rules], doubtful: false, issues: [] };
}
