/** Texts that each state one way to settle what a step or a bound leaves open. Each reads back to a rubric without that doubt. */
import Decimal from 'decimal.js';
import { textOfRules } from './canonical';
import { unitKind, unitLabel } from './quantity';
import type { Reading } from './reading';
import type { LimitRule, PartialStep, Rule, StepRule } from './rule';
import { movementOf, stepWording } from './stepWording';
import type { IssueCode } from './types';

const isLimit = (rule: Rule): rule is LimitRule => rule.kind === 'limit';
const isStep = (rule: Rule): rule is StepRule => rule.kind === 'step';

const withWords = (reading: Reading, rule: Rule, words: string): string =>
  textOfRules(reading, reading.rules, reading.language, new Map([[rule, words]]));

/** A bound whose sign is open: the most that is taken, or the least that can be scored. */
function limitTexts(reading: Reading): readonly string[] {
  const doubtful = reading.rules.filter(isLimit).find((rule) => rule.doubtful);
  if (!doubtful || doubtful.at === 'fullMarks') return [];
  const [taken, least] = [doubtful.at.abs().toFixed(), doubtful.at.toFixed()];
  return [`最多扣${taken}分`, `得分最低为${least}分`].map((words) => withWords(reading, doubtful, words));
}

/** A step as taken each time or once; in Chinese, whose wordings say so. */
function timesTexts(reading: Reading): readonly string[] {
  const rule = reading.rules.filter(isStep).find(({ times }) => times === 'open');
  if (!rule || reading.language !== 'zh') return [];
  return (['each', 'once'] as const).flatMap((times) => {
    const words = stepWording({ ...rule, times }, 'zh');
    return words === null ? [] : [withWords(reading, rule, words)];
  });
}

/** A measured step whose parts no word settles: 不满1%按1%计, or not at all, or in proportion. */
export function undecidedStep(reading: Reading): StepRule | null {
  const found = reading.rules.filter(isStep).find(({ trigger, partial, times, each }) => {
    const whole = unitKind(each.unit) === 'count';
    return trigger !== 'event' && partial === null && times === 'each' && !whole;
  });
  return found ?? null;
}

const partials: readonly PartialStep[] = ['down', 'up', 'proportional'];

function partialTexts(reading: Reading): readonly string[] {
  const rule = undecidedStep(reading);
  if (!rule) return [];
  return partials.flatMap((partial) => {
    const words = stepWording({ ...rule, partial }, reading.language);
    return words === null ? [] : [withWords(reading, rule, words)];
  });
}

/** The texts that settle an issue of a step or a bound, the likeliest first; none for other issues. */
export function decisionTexts(code: IssueCode, reading: Reading): readonly string[] {
  if (code === 'floor-or-cap') return limitTexts(reading);
  if (code === 'once-or-each') return timesTexts(reading);
  return code === 'partial-step' ? partialTexts(reading) : [];
}

const oneAndHalf = new Decimal('1.5');

/** An entry at which the readings of a step differ: two occurrences, or a step and a half (beyond its base where that is a number). */
export function sampleOf(code: IssueCode, reading: Reading): string | null {
  const rule = code === 'partial-step' ? undecidedStep(reading) : reading.rules.filter(isStep).find(({ times }) => times === 'open');
  if (!rule || !['partial-step', 'once-or-each'].includes(code)) return null;
  const unit = unitLabel(rule.each.unit, 'zh');
  if (rule.trigger === 'event') return `2${unit}`;
  const distance = rule.each.amount.times(code === 'partial-step' ? oneAndHalf : 2);
  if (rule.base === 'zero') return `${distance.toFixed()}${unit}`;
  if (rule.base !== null && rule.base !== 'target')
    return `${(rule.trigger === 'below' ? rule.base.amount.minus(distance) : rule.base.amount.plus(distance)).toFixed()}${unit}`;
  return `${movementOf(rule)}${distance.toFixed()}${unit}`;
}
