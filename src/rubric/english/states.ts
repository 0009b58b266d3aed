/** Tiers with what they mean, and states with their points: `Good - replies in time`, `Held but not recorded: 2 points`. */
import Decimal from 'decimal.js';
import { phrasesOf } from '../families/phrases';
import type { Award } from '../rule';
import { points, spoiled, tier, verb } from './pairGrammar';
import { setTo, type Placed } from './pairs';
import { chunkAt, pattern, placeOf, printed, quantityOf, type Skeleton } from './skeleton';
import { hazard } from './steps';

const awarding = pattern('{v}|{r}|{s}');
const described = new RegExp(`^(?<tier>${tier})(?: ?\\((?<points>[^()]{1,16})\\))? ?(?:-|:|=) ?(?<words>[^;\\n]{3,300})$`, 'i');

/** `Good - replies within agreed time`: a tier and what it means. */
export function describedTier(line: Skeleton): Placed | null {
  const match = described.exec(line.text);
  const { tier: name, words = '', points: given = '' } = match?.groups ?? {};
  if (!name || awarding.test(words)) return null;
  const quantity = quantityOf(line, given[0]);
  if (given !== '' && (!quantity || given.length > 1)) return null;
  const place = placeOf(line);
  const text = printed(line, words);
  const award: Award = { tier: printed(line, name), amount: quantity && setTo(quantity.amount, 'points') };
  return { rule: { kind: 'label', span: place, label: award.tier, phrases: [...new Set([text, ...phrasesOf(text)])], award }, place };
}

const wholeTier = new RegExp(`^${tier}$`, 'i');
const isTierName = (words: string): boolean => wholeTier.test(words);

const state = pattern(`^(?<words>{w}{1,140}?)(?: ?(?:=>|->|→|=|:| - ) ?| )${verb}(?<sign>[-+])?(?<points>${points}|{s})$`);

/** `Held but not recorded: 2 points`, `Y - 10`: a state and its points. */
const pointsFirst = pattern(
  `^(?:(?:award|give|earn|receive)s? )?(?<sign>[-+])?(?<points>${points}|{s}) (?:if|for|when|where|-|:|=) (?<words>{w}{3,140})$`,
);

export function stateWithPoints(line: Skeleton): Placed | null {
  const match = state.exec(line.text) ?? pointsFirst.exec(line.text);
  const { words = '', points: given = '', sign } = match?.groups ?? {};
  if (!match || hazard.test(words) || spoiled.test(words)) return null;
  const text = words
    .replace(/^(?:if|when|where|for) /i, '')
    .replace(/\s*[:=]+\s*$|\s+-+$/, '')
    .replace(/^\(/, '');
  const chunk = chunkAt(line, given[0]);
  const quantity = quantityOf(line, given[0]);
  const amount =
    chunk?.kind === 'share'
      ? setTo(new Decimal(chunk.share), 'fullMarks')
      : quantity && setTo(sign === '-' ? quantity.amount.neg() : quantity.amount, 'points');
  if (!amount || text === '') return null;
  const place = placeOf(line);
  const short = text.length <= 3 || isTierName(text) ? text : null;
  return {
    rule: {
      kind: 'label',
      span: place,
      label: short,
      phrases: [...new Set([text, ...phrasesOf(text)])],
      award: { tier: text.length > 2 && isTierName(text) ? text : null, amount },
    },
    place,
  };
}
