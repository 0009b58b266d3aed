/**
 * Sentences that take or give so much for so many: `deduct 2 marks per missing label`, `each citation error loses 0.5 mark`,
 * `blocked fire exit: minus 10 per location`, `1 point for every 2% below target`.
 */
import Decimal from 'decimal.js';
import { phrasesOf } from '../families/phrases';
import { readUnit, unitKind } from '../quantity';
import type { Amount, StepRule } from '../rule';
import type { Quantity } from '../types';
import { movementIn, type Movement } from './movements';
import { ofCredits } from './quantities';
import { anyChunk, chunkAt, pattern, placeOf, printed, quantityOf, type Skeleton } from './skeleton';
import { repeated, single, type Wording } from './stepPatterns';

/** A step as its sentence tells it; its base may wait for the other sentences. */
export interface StepSentence {
  readonly rule: Omit<StepRule, 'span'>;
  readonly place: { readonly start: number; readonly end: number };
  /** Whether the step goes on from where another sentence gives its points (`each additional 0.5%`, a ratio without movement). */
  readonly goesOn: boolean;
  /** Nothing says whether the points are given or taken. */
  readonly bare: boolean;
  /** The points that it takes from, where it says so (`subtract 3 from 15`). */
  readonly from?: Decimal | null;
  /** The sentence as it stands. */
  readonly text: string;
  /** How far the steps go (`per day late, up to 7 days`); what lies beyond is for another sentence. */
  readonly reach?: Quantity;
}

/** `every error beyond the first two`: how many are free. */
const beyondFirst = pattern(',? ?\\b(?:after|beyond|over|above|past|in excess of) the first(?: (?<count>{n}))?\\b');

/** `every missed deadline after that`, `each subsequent error`: the occurrences behind the free ones. */
const afterFree =
  /,? ?\b(?:after (?:that|this|which|those|these)|thereafter|beyond that|afterwards)\b|^(?:subsequent|further|additional|other|following|later) /gi;

/** `per 30 minutes beyond that` starts at what the sentence before allows; occurrences beyond that follow those that are free. */
const measuredBeyond = pattern('^(?:full |started |additional )?{m}.*(?:beyond|after|over) (?:that|this)$');
const withoutFree = (counted: string): string => (measuredBeyond.test(counted.trim()) ? counted : counted.replace(afterFree, ''));

/** Measured, they go on from what another sentence gives. */
const more = /^(?:subsequent|further|additional|extra|other|following) /i;

/** Words that may change what a sentence gives and that no wording has consumed. */
export const hazard =
  /\b(?:unless|then|except|excluding|only|other than|double[sd]?|twice|triple|otherwise|else|instead|automatic(?:ally)?|disqualif\w*|after (?:that|which|the)|thereafter|additional|waived?|capp?ed|maximum|minimum|max|min|first(?! (?:time|aid|class|name|line|attempt|contact|call|visit|pass|floor)\b)|second(?! (?:line|hand|floor)\b)|third(?! part)|subsequent|consecutive|until|escalat(?:es|ing)|progressive\w*|increas(?:es|ing)|cumulative\w*)\b/i;

/** Words that change what a whole list gives where they stand in its title. */
export const changing = /\b(?:unless|except|excluding|only|double[sd]?|twice|triple|half|bonus round)\b/i;

const ordinals: Readonly<Record<string, number>> = { other: 2, second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, tenth: 10 };
/** `every third late return`: so many make one step. */
const ordinal = /^(other|second|third|fourth|fifth|sixth|tenth) (?=[a-z])/i;

const ignored =
  /^(?:the|one|single|full|whole|calendar|perfect|complete|completed|extra|further|additional|started|such|and every|individual|separate)\s+/i;

interface Each {
  readonly quantity: Quantity;
  readonly whole: boolean;
  readonly additional: boolean;
  readonly rest: string;
}

/** `full percentage point below target` → one percent point, whole; `missing label` → one occurrence. */
function eachOf(skeleton: Skeleton, text: string): Each {
  let rest = text.trim();
  let [whole, additional] = [false, false];
  for (let lead = ignored.exec(rest); lead; lead = ignored.exec(rest)) {
    whole ||= /full|whole|complete/i.test(lead[0]);
    additional ||= /additional|further/i.test(lead[0]);
    rest = rest.slice(lead[0].length);
  }
  const nth = ordinals[ordinal.exec(rest)?.[1]?.toLowerCase() ?? ''];
  if (nth !== undefined)
    return { quantity: { amount: new Decimal(nth), unit: null }, whole: true, additional, rest: rest.replace(ordinal, '') };
  const chunk = chunkAt(skeleton, rest[0]);
  if (chunk && 'quantity' in chunk) return { quantity: chunk.quantity, whole, additional, rest: rest.slice(1).trim() };
  const unit = readUnit(rest, 0);
  if (unit && !/^[ -]?(?!early\b)(?:[a-z]+ly)\b/i.test(rest.slice(unit.end)))
    return { quantity: { amount: new Decimal(1), unit: unit.unit }, whole, additional, rest: rest.slice(unit.end).trim() };
  return { quantity: { amount: new Decimal(1), unit: null }, whole, additional, rest };
}

const measuredKinds = new Set(['ratio', 'money', 'time', 'workday', 'months', 'length', 'mass', 'volume', 'area', 'temperature']);

const zero = new Decimal(0);

function amountOf(skeleton: Skeleton, char: string, mode: Amount['mode'], upTo: boolean): Amount | null {
  const chunk = chunkAt(skeleton, char);
  if (chunk?.kind === 'share') {
    const share = new Decimal(chunk.share);
    return share.isZero() ? null : { mode, low: share, high: share, of: 'fullMarks' };
  }
  const quantity = quantityOf(skeleton, char);
  if (!quantity || quantity.amount.isZero()) return null;
  const [high, of] =
    quantity.unit === '%' && !ofCredits(skeleton.source)
      ? [quantity.amount.div(100), 'fullMarks' as const]
      : [quantity.amount, 'points' as const];
  return { mode, low: upTo ? zero : high, high, of };
}

/** Chunks that describe an occurrence (each call not answered within 20 seconds) carry a unit; bare numbers and points would count. */
const counting = pattern('{n}|{p}|{r}|{s}');

interface Parts {
  readonly each: Each;
  readonly event: string;
  readonly movement: Movement | null;
}

/**
 * Which movement a sentence counts: what is counted says it (`each day late`), what stands in front of it (`Yield below 95%: minus 1 per 1%`), or
 * both (`rate below 92%: 2 points off for each percent below`).
 */
function partsOf(each: Each, event: string, own: Movement | null, told: Movement | null, about: Movement | null): Parts {
  const same = told && !told.self && (!own || (own.base === null && !own.self && own.direction === told.direction));
  if (same) return { each, event: told.rest, movement: { ...told, rest: own ? own.rest : each.rest } };
  if (own) return { each, event, movement: own };
  const other = told ?? about;
  return { each, event, movement: other && { ...other, rest: each.rest } };
}

/** `, points off per patient fall`: the number in front of them is lost. */
export const lostAmount =
  /(?:^|[,;] ?|\band )\s*(?:points?|marks?|pts)(?: (?:are |will be )?(?:off|deducted|lost|taken off))? (?:per|for (?:each|every|any)|each|every)\b/i;

function rest(parts: Parts, measured: boolean): string | null {
  const left = `${parts.event} ${parts.movement?.rest ?? parts.each.rest}`;
  if (measured && /\d/.test(left)) return null;
  return (measured ? anyChunk : counting).test(left) || hazard.test(left) || lostAmount.test(left) ? null : left;
}

const reaching = pattern(
  '[,(]? ?(?:for )?(?:up to|to|at most|for the first|until|limited to)(?: an?| the)?(?: maximum of| max of| first)? (?<reach>{m})(?: (?:late|overdue|in total|only))?\\)?(?= |$|[.,;)])',
  'i',
);

/** `per day late, up to 7 days`: how far the steps go, and the sentence without it. */
function reachOf(skeleton: Skeleton, text: string): { readonly text: string; readonly reach: Quantity | null } {
  const found = reaching.exec(text);
  const reach = quantityOf(skeleton, found?.groups?.reach);
  return found && reach ? { text: text.replace(reaching, ' ').replace(/\s+/g, ' ').trim(), reach } : { text, reach: null };
}

function measured(parts: Parts, given: Amount): Pick<StepRule, 'trigger' | 'phrases' | 'base'> {
  const { movement } = parts;
  if (!movement) return { trigger: 'above', phrases: phrasesOf(parts.event, parts.each.rest), base: 'zero' };
  return {
    trigger: movement.direction,
    phrases: movement.self ? [movement.word] : phrasesOf(parts.event),
    base: movement.self ? null : (movement.base ?? (given.mode === 'deduct' || movement.base === null ? 'target' : null)),
  };
}

/** What an entry may call the occurrences: the event, what is counted, both, without what only explains. */
function eventPhrases(skeleton: Skeleton, parts: Parts, text: string): readonly string[] {
  const spoken = [parts.event, text].map((part) => printed(skeleton, part).replace(/^(?:such|one|single|individual) /i, ''));
  const named = spoken.filter((part) => part !== '' && !generic.test(part));
  const wholeText = named.join(' ');
  const parted = named.flatMap((part) => phrasesOf(part.replace(/\b(?:that|which|who)\b.*$/i, '')));
  return [...new Set([...named, wholeText, ...phrasesOf(...named), ...parted].filter((part) => part !== ''))].slice(0, 16);
}

const generic =
  /^(?:occurrences?|instances?|incidents?|times?|cases?|persons?|people|locations?|items?|violations?|occasions?|day|event|unit|person|employee|one)$/i;

function ruleOf(
  skeleton: Skeleton,
  match: RegExpExecArray,
  { mode, bare = false }: Wording,
  times: StepRule['times'],
): Omit<StepSentence, 'text'> | null {
  const { amount: char, each: counted = '', event = '', subject: about = '', upto } = match.groups ?? {};
  const who = (match.groups?.who ?? match.groups?.other ?? '')
    .replace(beyondFirst, '')
    .replace(afterFree, '')
    .replace(/[\s,:]+$/, '');
  const given = amountOf(skeleton, char ?? '', mode, upto !== undefined);
  if (!given) return null;
  const spare = beyondFirst.exec(`${counted} ${match.groups?.who ?? ''}`);
  const free = spare ? (quantityOf(skeleton, spare.groups?.count)?.amount ?? new Decimal(1)) : null;
  const each = eachOf(skeleton, withoutFree(counted.replace(beyondFirst, '')).trim());
  const titled = event === '' && /[:=-]\s*$/.test(about) && generic.test(counted.trim()) ? about : event;
  const nth = ordinal.test(counted.trim());
  const eventWords = titled.replace(/[\s:,=-]+$/, '').replace(/^.*: /, '');
  const kind = unitKind(each.quantity.unit);
  const isMeasured = measuredKinds.has(kind ?? '') || kind === 'points';
  const own = movementIn(skeleton, each.rest) ?? movementIn(skeleton, `${each.rest} ${who}`.trim());
  const told = isMeasured || counted === '' ? movementIn(skeleton, eventWords) : null;
  const parts = partsOf(each, eventWords, own, told, isMeasured || counted === '' ? movementIn(skeleton, about) : null);
  const { movement } = parts;
  if (rest(parts, isMeasured) === null || anyChunk.test(`${about}${who}`) || hazard.test(`${who} ${about}`)) return null;
  // Nobody gains by lateness.
  const late = bare && movement?.word === 'late';
  const base = {
    kind: 'step' as const,
    amount: late ? { ...given, mode: 'deduct' as const } : given,
    relative: false,
    partial: each.whole ? ('down' as const) : null,
    within: null,
    times,
  };
  const place = placeOf(skeleton);
  const over = movement?.direction === 'above' && movement.base && typeof movement.base === 'object' ? movement.base : null;
  if (!isMeasured && over && each.quantity.amount.eq(1) && unitKind(over.unit) !== 'ratio') {
    const phrases = phrasesOf(printed(skeleton, `${parts.event} ${movementIn(skeleton, counted)?.rest ?? counted}`));
    const unit = each.quantity.unit ?? over.unit ?? '次';
    const rule = { ...base, trigger: 'event' as const, phrases, each: { ...each.quantity, unit }, base: null, free: over.amount };
    return { rule, place, goesOn: false, bare };
  }
  if (isMeasured || (movement?.base && !movement.self)) {
    const goesOn =
      !movement &&
      (kind === 'ratio' || kind === 'points' || each.additional || more.test(counted.trim()) || (mode === 'deduct' && who !== ''));
    const rule = { ...base, each: each.quantity, ...measured(parts, given) };
    return { rule, place, goesOn, bare: false };
  }
  if (each.additional && !free) return null;
  if (free && isMeasured) return null;
  const phrases = eventPhrases(skeleton, parts, nth ? counted.trim().replace(ordinal, '') : counted);
  const unit = each.quantity.unit ?? '次';
  return {
    rule: { ...base, trigger: 'event', phrases, each: { ...each.quantity, unit }, base: null, ...(free ? { free } : {}) },
    place,
    goesOn: false,
    bare,
  };
}

const amounts = pattern('{p}|{n}|{r}|{s}');

/** `Points lost: 1 for each …`: a heading says what the numbers do. */
export const modeOf = (title: string): Amount['mode'] | null =>
  /\b(?:lost|loss|losses|lose|deduct\w*|penalt\w*|demerits?|minus)\b/i.test(title)
    ? 'deduct'
    : /\b(?:bonus|extra|added|additional|merit) ?(?:points?\b|$)/i.test(title)
      ? 'add'
      : null;

/** Reads one sentence as a step; `inherited`: what the sentence before does to the points (`lose 4 points per …, and 10 per …`). Null where it is none. */
export function stepSentence(skeleton: Skeleton, inherited: Amount['mode'] | null = null): StepSentence | null {
  const { text, reach } = reachOf(skeleton, skeleton.text.replace(/\s+/g, ' '));
  if (text.length > 400 || !amounts.test(text)) return null;
  for (const [list, times] of [
    [repeated, 'each'],
    [single, 'open'],
  ] as const) {
    for (const wording of list) {
      const match = wording.found.exec(text);
      const told = wording.bare ? (modeOf(match?.groups?.what ?? '') ?? modeOf(match?.groups?.subject ?? '') ?? inherited) : null;
      const found = match && ruleOf(skeleton, match, { ...wording, mode: told ?? wording.mode, bare: wording.bare && !told }, times);
      if (found)
        return {
          ...found,
          text: printed(skeleton, skeleton.text),
          from: quantityOf(skeleton, match?.groups?.whole)?.amount ?? null,
          ...(reach ? { reach } : {}),
        };
    }
  }
  return null;
}
