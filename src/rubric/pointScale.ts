/** Small numbers beside tiers that are the points of those tiers, and no bands: 5-很好；4-好；3-一般. */
import Decimal from 'decimal.js';
import { isPoint } from './interval';
import type { BandRule, LabelRule, Rule } from './rule';
import { turnsOf } from './trend';

const fewestScale = 3;
const widestScale = 10;

/** 1=Poor, 2=Fair, 3=Good, 10分：很好，8分：好: small bare numbers that only name tiers, better ones with more, are the points of those tiers. */
function isPointScale(bands: readonly BandRule[]): boolean {
  const plain = bands.every(
    ({ form, unit, award, label, interval }) =>
      form === 'bare' && (unit === null || unit === '分') && award.amount === null && award.tier !== null && !label && isPoint(interval),
  );
  if (!plain || bands.length < fewestScale) return false;
  const numbers = bands.map(({ interval }) => interval.low?.at.toNumber() ?? NaN).sort((a, b) => a - b);
  const [first = NaN, last = NaN] = [numbers[0], numbers[numbers.length - 1]];
  const consecutive = numbers.every((at, index) => at === first + index);
  const turns = turnsOf(bands);
  const rising = turns.includes(1) && !turns.includes(-1);
  return last <= widestScale && (consecutive ? first <= 1 || rising : rising && bands.every(({ unit }) => unit === '分'));
}

function pointsLabel({ span, interval, award: { tier } }: BandRule): LabelRule {
  const at = interval.low?.at ?? new Decimal(0);
  return { kind: 'label', span, label: tier, phrases: [], award: { tier, amount: { mode: 'set', low: at, high: at, of: 'points' } } };
}

const isBand = (rule: Rule): rule is BandRule => rule.kind === 'band';

/** The rules with such numbers as points; as they are where the bands of the text are something else. */
export const withPointScale = (rules: readonly Rule[]): readonly Rule[] =>
  isPointScale(rules.filter(isBand)) ? rules.map((rule) => (isBand(rule) ? pointsLabel(rule) : rule)) : rules;
