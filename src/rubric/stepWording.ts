/**
 * Steps and limits written out in Chinese and English from their rules alone, for a text whose own words are of the other language:
 * every wording reads back to the same rule (test/rubric/stepWording.test.ts).
 */
import type Decimal from 'decimal.js';
import { movementDirection } from './families/stepWords';
import { unitLabel } from './quantity';
import type { Amount, LimitRule, StepRule } from './rule';
import type { Quantity } from './types';

type WordingLanguage = 'zh' | 'en';

const plain = (value: Decimal): string => value.toFixed();
const sticky = new Set(['%', '‰']);

function quantityText({ amount, unit }: Quantity, language: WordingLanguage): string {
  if (language === 'zh') return `${plain(amount)}${unitLabel(unit, 'zh')}`;
  return unit === null ? plain(amount) : `${plain(amount)}${sticky.has(unit) ? '' : ' '}${unitLabel(unit, 'en')}`;
}

/** 2, 1-3, or 20% of the marks; null where the text gives no number. */
function numberText({ low, high, of }: Amount): string | null {
  if (low === null || high === null) return null;
  const scale = of === 'points' ? 1 : 100;
  const [from, to] = [plain(low.times(scale)), plain(high.times(scale))];
  return `${from === to ? from : `${from}-${to}`}${of === 'points' ? '' : '%'}`;
}

const zhPartial: Readonly<Record<NonNullable<StepRule['partial']>, (each: string) => string>> = {
  up: (each) => `，不满${each}按${each}计`,
  down: (each) => `，不满${each}不计`,
  nearest: () => '，四舍五入',
  proportional: () => '，按比例计算',
};
const enPartial: Readonly<Record<NonNullable<StepRule['partial']>, string>> = {
  up: ' (or part thereof)',
  down: ' (rounded down)',
  nearest: '',
  proportional: ' (pro rata)',
};

const zhWords: Readonly<Record<'below' | 'above', string>> = { below: '低', above: '高' };

/** The word of movement that the text uses (延迟), where it is one of the rule's own way: lateness is measured by itself. */
export function movementOf({ phrases: [word = ''], trigger }: StepRule): string {
  const plain = trigger === 'below' ? zhWords.below : zhWords.above;
  return /^\p{Script=Han}+$/u.test(word) && movementDirection(word) === trigger ? word : plain;
}

/** What is measured, in front of the step, as far as the text names it in a few words. */
function subjectOf({ phrases }: StepRule): string {
  const subject = phrases.find((phrase) => /^\p{Script=Han}{2,16}$/u.test(phrase) && movementDirection(phrase) === null);
  return subject ?? '';
}

function zhStart(rule: StepRule): string {
  const each = quantityText(rule.each, 'zh');
  const side = rule.trigger === 'below' ? zhWords.below : zhWords.above;
  const word = movementOf(rule);
  if (rule.base === 'zero') return `${subjectOf(rule)}每${each}`;
  if (rule.base === 'target') return `${subjectOf(rule)}每${side}于目标值${each}`;
  if (rule.base === null) return `${subjectOf(rule)}每${word}${each}`;
  return `${subjectOf(rule)}${side}于${quantityText(rule.base, 'zh')}的，每${word}${each}`;
}

/** The fullest description that an occurrence has (脱岗、睡岗 rather than 脱岗). */
const wholeOf = (phrases: readonly string[]): string => phrases.reduce((long, phrase) => (phrase.length > long.length ? phrase : long), '');

/** 服务态度差，不论次数扣5分; 超1小时的，不论多少扣0.5分. */
function onceText(rule: StepRule, given: string): string | null {
  if (rule.trigger === 'event') return `${wholeOf(rule.phrases)}，不论次数${given}`;
  return rule.base === null || rule.base === 'target'
    ? `${subjectOf(rule)}${movementOf(rule)}${quantityText(rule.each, 'zh')}的，不论多少${given}`
    : null;
}

function zhStep(rule: StepRule): string | null {
  const number = numberText(rule.amount);
  if (number === null) return null;
  const given = `${rule.amount.mode === 'deduct' ? '扣' : '加'}${number}${rule.amount.of === 'points' ? '分' : '分值'}`;
  if (rule.times === 'once') return onceText(rule, given);
  if (rule.trigger === 'event') return `${wholeOf(rule.phrases)}每${quantityText(rule.each, 'zh')}${given}`;
  return zhStart(rule) + given + (rule.partial ? zhPartial[rule.partial](quantityText(rule.each, 'zh')) : '');
}

function enBase({ base, trigger }: StepRule): string {
  const side = trigger === 'below' ? 'below' : 'above';
  if (base === 'target') return ` ${side} target`;
  return base === null || base === 'zero' ? '' : ` ${side} ${quantityText(base, 'en')}`;
}

/** Only what reads back: a measured step without a named base has no English wording, nor has rounding to the nearest step. */
function enStep(rule: StepRule): string | null {
  const number = numberText(rule.amount);
  if (number === null || rule.amount.of !== 'points' || number.includes('-') || rule.partial === 'nearest') return null;
  const given = rule.amount.mode === 'deduct' ? `${number} points will be deducted` : `Add ${number} points`;
  const counted = rule.trigger === 'event';
  if (!counted && (rule.base === null || rule.base === 'zero')) return null;
  const partial = rule.partial ? enPartial[rule.partial] : '';
  return `${given} for each ${quantityText(rule.each, 'en')}${partial}${counted ? '' : enBase(rule)}`;
}

/**
 * Writes a step.
 *
 * @returns text that reads back to the same trigger, size, amount, base and rule for parts; null where it has no such wording (amount
 *   unknown, once or each undecided, only for a stretch of the distance)
 */
export function stepWording(rule: StepRule, language: WordingLanguage): string | null {
  if (rule.further || rule.marginal || rule.free || rule.overall || rule.onTop || rule.factor) return null;
  if (rule.times === 'open' || (rule.times === 'once' && language === 'en') || rule.within !== null || rule.trigger === 'away') return null;
  return language === 'zh' ? zhStep(rule) : enStep(rule);
}

function scoreLimit({ bound, at, times }: LimitRule, language: WordingLanguage): string | null {
  if (at === 'fullMarks') return language !== 'zh' ? null : times ? `最高不超过权重分的${plain(times.times(100))}%` : '最高不超过满分';
  if (at.isNegative()) return null;
  if (bound === 'cap') return language === 'zh' ? `最高得${plain(at)}分` : null;
  if (at.isZero()) return language === 'zh' ? '扣完为止' : 'minimum score 0';
  return language === 'zh' ? `最低得${plain(at)}分` : null;
}

function rateLimit({ bound, at }: LimitRule, language: WordingLanguage): string | null {
  if (at === 'fullMarks' || language === 'en') return null;
  return `${bound === 'cap' ? '超过' : '低于'}${plain(at)}%按${plain(at)}%计`;
}

/** Writes a limit; null where it is doubtful or has no wording in the language. */
export function limitWording(rule: LimitRule, language: WordingLanguage): string | null {
  if (rule.doubtful) return null;
  if (rule.on === 'rate') return rateLimit(rule, language);
  if (rule.on === 'score') return scoreLimit(rule, language);
  if (rule.at === 'fullMarks' || rule.bound !== 'cap') return null;
  const at = plain(rule.at);
  if (rule.on === 'deduction') return language === 'zh' ? `最多扣${at}分` : `maximum deduction ${at} points`;
  return rule.on === 'bonus' ? (language === 'zh' ? `最多加${at}分` : `maximum bonus ${at} points`) : null;
}
