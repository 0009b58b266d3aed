/**
 * Bands that give a name in words of their own: `0-2 Satisfactory | 3-5 Warning | 9 or more Withdrawn`, `Class 1: 0% to 0.5%`,
 * `Gold supplier 85 to 100 marks`. No table knows the names; that every member of the list has one, each another, is what tells them.
 */
import Decimal from 'decimal.js';
import { exactly, type Interval } from '../interval';
import type { UnitName } from '../quantity';
import type { BandRule } from '../rule';
import { intervals } from './intervals';
import { byCommas, withoutNotes } from './lines';
import { spoiled, tier } from './pairGrammar';
import { bandOf, counted, countedIn, type Placed } from './pairs';
import { anyChunk, chunkAt, pattern, placeOf, printed, quantityOf, type Skeleton } from './skeleton';
import { changing, hazard } from './steps';

const name = '(?<name>[a-z](?:(?![:=]){w}){0,60}?)';
const joint =
  '(?: ?(?:=>|->|→|=|:|- |-(?=[a-z])|,|\\() ?| )(?:(?:(?:will be |shall be |is |are )?(?:labell?ed|called|considered|classified|deemed|designated|termed|treated|rated|ranked|regarded) (?:as )?|as |is |are |gets? |earns? |rated (?:as )?|means |graded |classed as |counts as |considered )(?:an? )?)?';
const conditionFirst = pattern(
  `^(?<lead>{w}{0,80}?[ :=-])?(?<c>{i}|{m}|{r}|{n}|{p})(?:(?: [a-z]+){0,3} ?(?:=>|->|→|=|:)|${joint})(?:${joint})?${name}\\)?$`,
);
const nameFirst = pattern(
  `^(?<lead>{w}{2,80}?(?::| - |\\?) ?)?${name}(?: ?(?:=>|->|→|=|:|,|\\(| -) ?| )(?:(?:is|are|if|for|when|means|requires|from|with|at) )*(?<c>{i}|{m}|{r})\\)?$`,
);
/** Words that go on about the number, not names of what is given. */
const about =
  /^(?:of|for|in|on(?! (?:target|track|plan|fire|course|time|standard)\b)|at(?! (?:risk|standard|target)\b)|with|if|when|to|and|or|than|per|each|every|by|from|after|before|within|is|are|was|were|that|which|but|late|early|above|below|over|under|points?|marks?|times?)\b/i;
/** Words of a bound are no name, nor are those of what is given. */
const given =
  /\b(?:or (?:more|less|fewer|above|below|over|under|better|higher|lower)|points?|marks?|credits?|bonus|increase|payout|score|salary|deduction|penalty)\b/i;

interface Member {
  readonly line: Skeleton;
  readonly name: string;
  readonly lead: string;
  readonly interval: Interval;
  readonly unit: UnitName | null;
  readonly ranged: boolean;
}

function memberOf(line: Skeleton, wording: RegExp): Member | null {
  const match = wording.exec(line.text.replace(/[.\s]+$/, ''));
  const { name: words = '', c, lead = '' } = match?.groups ?? {};
  const chunk = chunkAt(line, c);
  const quantity = quantityOf(line, c);
  if (!match || !chunk || anyChunk.test(words) || hazard.test(`${lead} ${words}`) || spoiled.test(`${lead} ${words}`)) return null;
  if (about.test(words) || given.test(words) || changing.test(lead)) return null;
  const name = printed(line, words).replace(/[\s:=,-]+$/, '');
  if (chunk.kind === 'interval' && chunk.intervals.length === 1)
    return { line, name, lead, interval: chunk.intervals[0] as Interval, unit: chunk.unit, ranged: chunk.ranged };
  return quantity && { line, name, lead, interval: exactly(quantity.amount), unit: quantity.unit, ranged: false };
}

/** Words that all names begin with belong to the numbers (`3 to 5 tardies Warning`). */
function withoutCommon(members: readonly Member[]): readonly Member[] {
  const first = (each: Member): string => /^\S+ (?=\S)/.exec(each.name)?.[0] ?? '';
  const common = first(members[0] as Member);
  const shared =
    common !== '' &&
    members.every((each) => first(each).toLowerCase() === common.toLowerCase() && /[a-z]{3}/i.test(each.name.slice(common.length)));
  return shared ? withoutCommon(members.map((each) => ({ ...each, name: each.name.slice(common.length) }))) : members;
}

const known = new RegExp(`^${tier}$`, 'i');
const openEnded = ({ interval: { low, high } }: Member): boolean => low === null || high === null;

/** Tiers of the table with bare ranges may be labels that give points; the clause families know both. */
const isOwn = (members: readonly Member[]): boolean =>
  members.some((each) => !known.test(each.name)) || members.some(({ unit }) => unit !== null) || members.some(openEnded);

/** `1 Read the manual`, `2 Fit the filter`: numbers in front of words, and none of them bounds anything. */
const isNumbered = (members: readonly Member[]): boolean =>
  members.every(({ unit, ranged, interval: { low, high } }) => unit === null && !ranged && low !== null && high !== null);

const generic = / (?:supplier|vendor|member|customer|partner|store|shop|branch|agent)s?$/i;

/** `Gold supplier 85 to 100 marks`: a range of points that the name gives. */
function rangeOfPoints(each: Member): BandRule | null {
  const { low, high } = each.interval;
  if (!low || !high) return null;
  const short = each.name.replace(generic, '');
  const award = { tier: short, amount: { mode: 'set' as const, low: low.at, high: high.at, of: 'points' as const } };
  const names = [...new Set([short, each.name])];
  return { ...bandOf(each.interval, '分', 'range', award), label: short, phrases: names, ofPoints: true, span: placeOf(each.line) };
}

function ruleOf(each: Member): BandRule {
  const form = each.ranged ? 'range' : each.interval.low?.at === each.interval.high?.at ? 'bare' : 'compared';
  return { ...bandOf(each.interval, each.unit, form, { tier: each.name, amount: null }), span: placeOf(each.line) };
}

const distinct = (members: readonly Member[]): boolean => new Set(members.map((each) => each.name.toLowerCase())).size === members.length;
const zero = new Decimal(0);
/** The unit of a list in which some members leave it out. */
const unitOf = (members: readonly Member[]): UnitName | null => members.find(({ unit }) => unit !== null)?.unit ?? null;

/** Only the first member says what is measured, or all of them do. */
const ledAlike = ([first, ...more]: readonly Member[]): boolean =>
  more.every(({ lead }) => lead.trim() === '') || more.every(({ lead }) => lead.toLowerCase() === first?.lead.toLowerCase());

function listOf(lines: readonly Skeleton[], wording: RegExp): readonly Member[] | null {
  const members = lines.map((line) => memberOf(line, wording));
  if (members.length < 2 || !members.every((each) => each !== null) || !ledAlike(members)) return null;
  const read = members.flatMap((each) => each ?? []);
  const named = withoutCommon(read);
  const unit = unitOf(named);
  const one = named.every((each) => each.unit === null || each.unit === unit || each.interval.low?.at.eq(zero));
  return one && distinct(named) && isOwn(named) && !isNumbered(named) ? named.map((each) => ({ ...each, unit: each.unit ?? unit })) : null;
}

/** A member that says nothing more than who decides. */
const note = pattern('^{w}*\\b(?:decides?|confirms?|reviews?|approves?)\\b{w}*$');

/** Reads lines as a list of named bands; null where one of them is something else. */
export function namedBands(lines: readonly Skeleton[]): readonly Placed[] | null {
  const kept = lines.filter((line) => anyChunk.test(line.text) || !note.test(line.text));
  const parts = kept.length === 1 && kept[0] ? byCommas(kept[0]) : kept;
  const raised = parts.map((line) => intervals(withoutNotes(line)));
  const behind = listOf(raised, conditionFirst);
  const members = behind ?? listOf(raised, nameFirst);
  if (!members) return null;
  const ofPoints = !behind && members.every(({ unit, ranged }) => unit === '分' && ranged);
  const rules = members.map((each) => (ofPoints ? rangeOfPoints(each) : ruleOf(each)));
  if (rules.some((rule) => rule === null)) return null;
  const count = ofPoints ? null : countedIn(members[0]?.lead ?? '');
  return (rules as readonly BandRule[]).map((rule) => {
    const placed = { rule, place: rule.span };
    return count ? counted(placed, count) : placed;
  });
}
