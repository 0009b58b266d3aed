/**
 * The bands of one row as its form shows them: letters are tiers of their own, words for the whole are exactly the whole, a bare number
 * between other bands is that number alone (README, 完成90%得5分), worded rows have no numbers.
 */
import Decimal from 'decimal.js';
import { bandsOf, scoreEntry, type Reading } from '../rubric';
import { atLeast, contains, everything, exactly, isPoint, type Interval } from '../rubric/interval';
import type { Rule } from '../rubric/rule';
import type { Band } from '../rubric/types';
import type { ReviewPolicy } from './policy';

const letter = /^[A-Z]$/;

/** The letter in front of a clause (`A、主动测试得5分`): its tier, where the text names no other. */
function letterOf(rule: Rule): string | null {
  const label = rule.kind === 'band' || rule.kind === 'label' ? (rule as { readonly label?: string | null }).label : null;
  return label && letter.test(label) ? label : null;
}

/** 全部完成 is 100 %, not more: the words name the whole, no number does. */
function wholeByWords(band: Band, written: string): Band {
  const { low, high } = band.interval;
  const words = band.phrases?.length ? band.phrases.join('') : written;
  const whole = band.unit === '%' && high === null && low?.inclusive === true && low.at.eq(100) && !/\d/.test(words);
  return whole && low ? { ...band, interval: { low, high: low } } : band;
}

/** A band that its text gives as a bare number (完成90%) and that reaches up to the next one only by the reading's settlement. */
function bareNumber(rule: Rule): { readonly at: Decimal; readonly settled: Interval } | null {
  if (rule.kind !== 'band' || rule.form !== 'bare' || rule.ofPoints) return null;
  const { low, high } = rule.interval;
  return low?.inclusive && high && !high.inclusive ? { at: low.at, settled: rule.interval } : null;
}

/** Whether a value lies in the stretch above a bare number that the text does not name: a hole under the policy `exactly`. */
export function besideBareNumber(
  reading: Reading,
  value: Decimal,
  policy: ReviewPolicy,
): { readonly low: Decimal; readonly high: Decimal } | null {
  if (policy.bareNumber === 'at-least') return null;
  const bare = reading.rules.map(bareNumber).find((found) => found && contains(found.settled, value) && !value.eq(found.at));
  return bare?.settled.high ? { low: bare.at, high: bare.settled.high.at } : null;
}

/** The stretches that bare numbers leave open, for a finding. */
export function bareHoles(
  reading: Reading,
  policy: ReviewPolicy,
): readonly { readonly low: Decimal; readonly high: Decimal; readonly unit: string }[] {
  if (policy.bareNumber === 'at-least') return [];
  return reading.rules.flatMap((rule) => {
    const bare = bareNumber(rule);
    return bare?.settled.high ? [{ low: bare.at, high: bare.settled.high.at, unit: rule.kind === 'band' ? (rule.unit ?? '') : '' }] : [];
  });
}

/** A phrase that denies something, with or without the word that leads to its tier (`未完成为`). */
const denial = /^(?:未|没有|沒有|无|無|不)(.+?)[为為是]?$/u;

/** 未完成 beside 完成1项: none at all. */
function deniedCount(reading: Reading, rule: Rule): Interval | null {
  if (rule.kind !== 'label') return null;
  const counted = reading.rules.flatMap((other) => (other.kind === 'band' && other.whole && other.subject ? [other.subject] : []));
  return counted.some((subject) => rule.phrases.some((phrase) => denial.exec(phrase)?.[1] === subject)) ? exactly(new Decimal(0)) : null;
}

/** 有新客户 and 没有新客户 on a row that counts: one and more, and none. The reading itself says which is which. */
function presence(reading: Reading, bands: readonly Band[]): readonly Band[] {
  if (bands.length !== 2 || bands.some((band) => hasNumber(band) || band.points === null)) return bands;
  const given = [0, 1, 2].map((count) => scoreEntry(reading, { kind: 'number', value: new Decimal(count), percentFormat: false }));
  const counted = given.every(({ points, reason }) => points !== null && reason.some(({ code }) => code === 'counted'));
  const [none, one, two] = given.map(({ points }) => points);
  if (!counted || !none || !one || !two || none.eq(one) || !one.eq(two)) return bands;
  return bands.map((band) => ({ ...band, interval: band.points?.eq(none) ? exactly(new Decimal(0)) : atLeast(new Decimal(1)) }));
}

function bandOfRule(reading: Reading, rule: Rule, policy: ReviewPolicy): readonly { readonly band: Band; readonly lettered: boolean }[] {
  const tier = letterOf(rule);
  const written = reading.text.slice(rule.span.start, rule.span.end);
  return bandsOf({ ...reading, rules: [rule] }).map((band) => ({
    band: settled(wholeByWords(band.tier === null && tier !== null ? { ...band, tier } : band, written), reading, rule, policy),
    lettered: tier !== null,
  }));
}

function settled(band: Band, reading: Reading, rule: Rule, policy: ReviewPolicy): Band {
  const bare = policy.bareNumber === 'exactly' ? bareNumber(rule) : null;
  const interval = bare ? exactly(bare.at) : deniedCount(reading, rule);
  return interval ? { ...band, interval } : band;
}

const hasNumber = ({ interval }: Band): boolean => interval.low !== null || interval.high !== null;

/**
 * Where at most half of the tiers name a number (无重大违规 / 1-2次轻微违规 / 3次以上 / 严重违规), a number alone tells no tier: all are told by
 * their words.
 */
function worded(bands: readonly Band[]): readonly Band[] {
  const numbered = bands.filter(hasNumber);
  const mixed =
    numbered.length > 0 && numbered.length * 2 <= bands.length && numbered.every(({ interval, unit }) => unit !== '%' || isPoint(interval));
  return mixed && bands.every(({ points, range }) => points === null && range === null)
    ? bands.map((band) => ({ ...band, interval: everything, unit: null }))
    : bands;
}

/** The bands of a reading in the order of its text. A heading among lettered clauses (`自行测试(5分)`) is none of them. */
export function rowBands(reading: Reading, policy: ReviewPolicy): readonly Band[] {
  const all = reading.rules.flatMap((rule) => bandOfRule(reading, rule, policy));
  const lettered = all.filter((one) => one.lettered);
  return presence(reading, worded((lettered.length > 1 ? lettered : all).map(({ band }) => band)));
}
