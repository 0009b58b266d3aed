/**
 * What happens the first, the second, the third time: `First offense: verbal warning; second offense: written warning`, and a first time at
 * one rate with every later one at another (`The first late report costs 1 point; each later one costs 2 points`).
 */
import Decimal from 'decimal.js';
import { phrasesOf } from '../families/phrases';
import { atLeast, exactly } from '../interval';
import type { Rule, StepRule } from '../rule';
import { byCommas } from './lines';
import { bandOf, type Placed } from './pairs';
import { anyChunk, pattern, placeOf, printed, quantityOf, type Skeleton } from './skeleton';
import type { StepSentence } from './steps';

const places: readonly string[] = ['first|1st', 'second|2nd', 'third|3rd', 'fourth|4th', 'fifth|5th', 'sixth|6th'];
const times =
  'offen[cs]es?|violations?|breach(?:es)?|occurrences?|instances?|incidents?|absences?|strikes?|infractions?|occasions?|times?|warnings?|failures?|complaints?|no[- ]?shows?|tard(?:y|ies)|lates?';
const onward =
  '(?<onward>(?:,? (?:and|or) (?:any |each |every |all )?(?:subsequent|further|later|following|additional|more|beyond|above|after))*)';
const line = new RegExp(
  `^(?:(?:on|for|upon) )?(?:the |an? )?(?:${places.map((words, at) => `(?<n${at + 1}>${words})`).join('|')})${onward} (?<what>(?:[a-z]+ )?(?:${times}))(?<after>(?: (?:and|or) (?:subsequent|further|later|more|beyond|after))*) ?(?:[:=-]|->|→|results in|leads to|is|gets|receives)? ?(?:an? )?(?<name>[a-z][^;\\n]{2,80})$`,
  'i',
);
/** Points and shares say more than a name. */
const given = /\b(?:points?|marks?|deduct\w*|lose[sd]?|credit|score|bonus)\b/i;

interface Time {
  readonly at: number;
  readonly open: boolean;
  readonly words: string;
  readonly name: string;
}

function timeOf({ text }: Skeleton): Time | null {
  const groups = anyChunk.test(text) || given.test(text) ? undefined : line.exec(text)?.groups;
  const at = places.findIndex((_, index) => groups?.[`n${index + 1}`] !== undefined) + 1;
  if (!groups || at === 0) return null;
  const { what = '', name = '', onward: beyond = '', after = '' } = groups;
  return { at, open: `${beyond}${after}` !== '', words: `${groups[`n${at}`] ?? ''} ${what}`, name };
}

/** Reads lines that each say what happens at the first, second, … time; null where one of them says something else. */
export function ordinalBands(all: readonly Skeleton[]): readonly Placed[] | null {
  const lines = all.length === 1 ? byCommas(all[0] as Skeleton) : all;
  const found = lines.map(timeOf);
  const follows = found.every((each, index) => each && each.at === index + 1 && (!each.open || index === found.length - 1));
  if (!follows || found.length < 2) return null;
  return found.flatMap((each, index): readonly Placed[] => {
    if (!each) return [];
    const place = placeOf(lines[index] as Skeleton);
    const at = new Decimal(each.at);
    const rule = bandOf(each.open ? atLeast(at) : exactly(at), '次', each.open ? 'compared' : 'bare', { tier: each.name, amount: null });
    return [{ rule: { ...rule, phrases: [each.words], span: place }, place }];
  });
}

/** What the first occurrence costs, before it is known what the later ones do. */
export interface FirstTime {
  readonly phrases: readonly string[];
  readonly amount: Decimal;
  readonly place: { readonly start: number; readonly end: number };
}

const first = pattern(
  '^(?:the |a )?(?:first|1st) (?<event>{w}{3,80}?)(?: ?[:=] ?-? ?| - | -| (?:costs?|loses?|is|means|carries|takes) (?:an? |minus )?)(?<amount>{p}|{n})(?: points?| marks?)?(?: (?:off|penalty|deduction|deducted|lost))?$',
);

/** `The first late report costs 1 point`; null for another sentence. */
export function firstTime(skeleton: Skeleton): FirstTime | null {
  const match = first.exec(skeleton.text);
  const { event = '', amount } = match?.groups ?? {};
  const quantity = quantityOf(skeleton, amount);
  if (!quantity || quantity.amount.lte(0)) return null;
  const words = printed(skeleton, event).replace(/ (?:in|of|per|during) (?:an?|the|any|each) \w+$/i, '');
  return { phrases: [...new Set([words, ...phrasesOf(words)])], amount: quantity.amount, place: placeOf(skeleton) };
}

/** Words that say that a step is about the later ones. */
const later = /\b(?:later|subsequent|further|additional|after(?:wards| that| this)|thereafter|following|repeat(?:ed)?|other)\b/i;

/**
 * A first time at one rate and every later one at another, each counted once.
 *
 * @returns the rules, or null where the step is not one on the later ones
 */
export function escalated(time: FirstTime, step: StepSentence): readonly Rule[] | null {
  const { rule, text } = step;
  if (rule.trigger !== 'event' || rule.amount.mode !== 'deduct' || rule.within || !rule.each.amount.eq(1) || !later.test(text)) return null;
  const { free: _none, ...every } = { ...rule, phrases: time.phrases, times: 'each' as const };
  const base: StepRule = { ...every, amount: { mode: 'deduct', low: time.amount, high: time.amount, of: 'points' }, span: time.place };
  const low = { at: new Decimal(1), inclusive: false };
  return [base, { ...every, within: { low, high: null }, marginal: true, span: step.place }];
}
