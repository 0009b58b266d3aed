/**
 * Rubrics that only cut the numbers into stretches: bands on the value itself, labels, levels. All numbers of a stretch get the same, so
 * that a column of entries is worked out once a stretch and looked up from then on.
 */
import Decimal from 'decimal.js';
import { compareNumbers } from './interval';
import { defaultReadingPolicy, type ReadingPolicy } from './policy';
import type { Reading } from './reading';
import type { BandRule, LabelRule, LevelRule, Rule } from './rule';
import type { Outcome } from './types';

/** The cuts in order, and what was worked out so far: for the stretch below each cut and the cut itself in turn, then for what lies above all. */
export interface Stretches {
  readonly cuts: readonly Decimal[];
  readonly outcomes: (Outcome | undefined)[];
}

interface Known {
  readonly fullMarks: Decimal | null;
  readonly policy: ReadingPolicy;
  /** Null where the rubric is more than cuts. */
  readonly stretches: Stretches | null;
}

/** Rules that say nothing about a number, or the same about all of them. */
const constant = new Set<Rule['kind']>(['fullMarks', 'form', 'manual', 'target', 'limit']);
const digit = /\d/;

const saysNoNumber = ({ phrases }: LabelRule | LevelRule): boolean => !phrases.some((phrase) => digit.test(phrase));

/** Whether a rule treats all numbers between its own alike. Words with numbers in them may resemble any. */
function onlyCuts(rule: Rule): boolean {
  if (rule.kind === 'band') return rule.measure === 'value' && !rule.ofPoints;
  if (rule.kind === 'label') return saysNoNumber(rule) && !digit.test(`${rule.label ?? ''}${rule.award.tier ?? ''}`);
  return rule.kind === 'level' ? saysNoNumber(rule) : constant.has(rule.kind);
}

/** The numbers that words print: a phrase may be nothing but its number. */
const printed = (words: string): readonly Decimal[] =>
  [...(words.match(/\d+(?:\.\d+)?/g) ?? []), words.replace(/\D+/g, '')].filter((text) => text !== '').map((text) => new Decimal(text));

const boundsOf = ({ interval: { low, high } }: BandRule): readonly Decimal[] => [low, high].flatMap((bound) => (bound ? [bound.at] : []));

/** Points that a bare number may name. */
function pointsOf({ award: { amount } }: LabelRule | LevelRule, fullMarks: Decimal | null): readonly Decimal[] {
  if (!amount?.low) return [];
  return amount.of === 'points' ? [amount.low] : fullMarks ? [amount.low.times(fullMarks)] : [];
}

/** Where something may change for a rule; under % a number is read as points or as a fraction. */
function cutsOf(rule: Rule, { fullMarks, policy }: Pick<Known, 'fullMarks' | 'policy'>): readonly Decimal[] {
  if (rule.kind !== 'band' && rule.kind !== 'label' && rule.kind !== 'level') return [];
  const words = [...rule.phrases, rule.kind === 'level' ? rule.name : (rule.label ?? ''), rule.award.tier ?? ''].flatMap(printed);
  if (rule.kind === 'level') return [...words, rule.level, ...pointsOf(rule, fullMarks)];
  if (rule.kind === 'label') return [...words, ...pointsOf(rule, fullMarks)];
  const bounds = boundsOf(rule);
  return rule.unit === '%'
    ? [...words, ...bounds, ...bounds.map((at) => at.div(100)), new Decimal(policy.percentThreshold)]
    : [...words, ...bounds];
}

const most = 400;

/** Two labels may be the yes and no of a count; rounding into a gap asks for more than its ends. */
function isPlain({ rules }: Reading, policy: ReadingPolicy): boolean {
  return policy.integerGap !== 'round' && rules.every(onlyCuts) && rules.filter(({ kind }) => kind === 'label').length !== 2;
}

function stretchesFor(reading: Reading, fullMarks: Decimal | null, policy: ReadingPolicy): Stretches | null {
  if (reading.rules.length === 0 || !isPlain(reading, policy)) return null;
  const all = [new Decimal(0), ...reading.rules.flatMap((rule) => cutsOf(rule, { fullMarks, policy }))].sort(compareNumbers);
  const cuts = all.filter((at, index) => index === 0 || compareNumbers(at, all[index - 1] as Decimal) !== 0);
  return cuts.length > most ? null : { cuts, outcomes: [] };
}

const known = new WeakMap<Reading, Known>();

const sameMarks = (a: Decimal | null, b: Decimal | null): boolean => a === b || (a !== null && b !== null && a.eq(b));

/**
 * The stretches of a reading, kept as long as the reading is.
 *
 * @param fullMarks of the row where the text states none
 * @returns null where the outcome of a number depends on more than between which cuts it lies (steps, formulas, targets, parts)
 */
export function stretchesOf(
  reading: Reading,
  fullMarks: Decimal | null = null,
  policy: ReadingPolicy = defaultReadingPolicy,
): Stretches | null {
  const before = known.get(reading);
  if (before && before.policy === policy && sameMarks(before.fullMarks, fullMarks)) return before.stretches;
  const stretches = stretchesFor(reading, reading.fullMarks ?? fullMarks, policy);
  known.set(reading, { fullMarks, policy, stretches });
  return stretches;
}

/** In which stretch a finite number lies: even between cuts, odd on one. */
export function stretchAt(cuts: readonly Decimal[], value: Decimal): number {
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const order = compareNumbers(value, cuts[middle] as Decimal);
    if (order === 0) return 2 * middle + 1;
    if (order < 0) high = middle;
    else low = middle + 1;
  }
  return 2 * low;
}
