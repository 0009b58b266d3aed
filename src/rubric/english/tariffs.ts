/**
 * Tariffs: what each occurrence of a list counts, without a verb or an `each` (`unexcused absence 2, tardy 1, no call/no show 4`,
 * `Minor finding: 1 point; major finding: 3 points`). Every member names something that happens, and happens again.
 */
import Decimal from 'decimal.js';
import { phrasesOf } from '../families/phrases';
import { byCommas, withoutHeading, withoutNotes } from './lines';
import { pattern, placeOf, printed, quantityOf, type Skeleton } from './skeleton';
import { hazard, modeOf, type StepSentence } from './steps';

const member = pattern(
  '^(?:and )?(?:any |an? )?(?!each |every |per )(?<event>{w}(?:(?!:)(?:{w}|{m}|{i})){1,80}?)(?: ?[:=] ?| - | (?:is |are |counts? (?:as|for) |is worth |earns? |adds? |gets? |receives? )?)(?:an? )?(?<amount>{p}|{n})(?: ?(?:points?|pts?|occurrences?))?(?: (?:each(?: time)?|apiece|per (?:occurrence|instance|incident|event)))?$',
);
/** What happens and may happen again; a state (`late`, `not met`) holds once. */
const happening =
  /\b(?:absen(?:ce|t)|tard(?:y|ies|iness)|late (?:arrival|in|start|call|report|submission)|early (?:out|departure|leave|exit)|le(?:aving|ft) early|no[- ]?(?:call|show)|call[- ]?(?:off|out|in)|missed (?:punch|shift|swipe|call|meeting|clock)|errors?|mistakes?|findings?|violations?|infractions?|offen[cs]es?|incidents?|accidents?|complaints?|defects?|breach(?:es)?|non-?conformit\w+|warnings?|absconding|walk[- ]?off)\b/i;
const denied = /^(?:no|zero|without|free of|0)\b(?![- ]?(?:call|show|notice))|^none\b/i;
/** Words that only lists of points that add up have. */
const accruing =
  /\b(?:attendance points?|occurrences?|demerits?|no[- ]?call|no[- ]?show|tard(?:y|ies)|unexcused|points? (?:are |is )?(?:assigned|assessed|accrued?|accumulated?|issued|given|charged)|per (?:occurrence|incident|instance|event)|each(?: time| occurrence)?)\b/i;

/** States that a list of points that add up counts, too. */
const counted = /^(?:late(?:ness)?|left early|leaving early|early|sick|ncns)\b/i;

interface Member {
  readonly event: string;
  readonly amount: Decimal;
  readonly line: Skeleton;
}

function memberOf(line: Skeleton, adds: boolean): Member | null {
  const match = member.exec(line.text);
  const { event = '', amount: char } = match?.groups ?? {};
  const quantity = quantityOf(line, char);
  if (!quantity || quantity.amount.lte(0) || hazard.test(event) || denied.test(event)) return null;
  if (!happening.test(event) && !(adds && counted.test(event))) return null;
  return { event: printed(line, event).replace(/[\s:=-]+$/, ''), amount: quantity.amount, line };
}

function listIn(line: Skeleton, adds: boolean): readonly Member[] | null {
  const members = byCommas(line).map((each) => memberOf(each, adds));
  return members.every((each) => each !== null) ? (members as readonly Member[]) : null;
}

/** `tardy` → `tardies`: entries count several. */
const plural = (words: string): string =>
  /[^aeiou]y$/i.test(words) ? `${words.slice(0, -1)}ies` : /s$/i.test(words) ? words : `${words}s`;

/** `no call/no show`, `tardy or early out`: the words as they stand and each alternative, of one and of several. */
function phrasesIn(event: string): readonly string[] {
  const all = [event, ...phrasesOf(event)];
  return [...new Set(all.flatMap((words) => [words, plural(words)]))];
}

function stepOf({ event, amount, line }: Member, mode: 'add' | 'deduct', bare: boolean): StepSentence {
  const rule: StepSentence['rule'] = {
    kind: 'step',
    trigger: 'event',
    phrases: phrasesIn(event),
    each: { amount: new Decimal(1), unit: '次' },
    amount: { mode, low: amount, high: amount, of: 'points' },
    base: null,
    relative: false,
    partial: null,
    within: null,
    times: 'each',
  };
  return { rule, place: placeOf(line), goesOn: false, bare, text: event };
}

/**
 * Reads the lines of a text that are tariffs.
 *
 * @returns for each line its steps, or null where it is something else; all null where fewer than two occurrences have points.
 *   A step is `bare` where nothing says whether its points are given or taken
 */
export function tariffs(lines: readonly Skeleton[]): readonly (readonly StepSentence[] | null)[] {
  const words = lines.map(({ text }) => text).join(' ');
  const adds = accruing.test(words);
  const found = lines.map((line) => {
    const plain = withoutNotes(line);
    const whole = listIn(plain, adds);
    const members = whole ?? listIn(withoutHeading(plain), adds);
    return members && { members, title: whole ? '' : line.text.slice(0, 120) };
  });
  const count = found.reduce((sum, each) => sum + (each?.members.length ?? 0), 0);
  if (count < 2) return lines.map(() => null);
  return found.map((each) => {
    const taken = modeOf(each?.title ?? '') === 'deduct';
    return each && each.members.map((one) => stepOf(one, taken ? 'deduct' : 'add', !taken && !adds));
  });
}
