/**
 * English deductions as whole sentences: `5 points will be deducted for each 1cm that the height exceeds 18cm`, `Up to 2 points will be
 * deducted for each question that is omitted`, `Lose 2 points if the deck is narrower than 3cm`, `Title page correct (25 points will be
 * deducted if it is not)`. The award often stands in front of its condition, or the condition of a bracket is its trigger.
 */
import Decimal from 'decimal.js';
import type { Clause } from '../clause';
import type { Amount, StepRule } from '../rule';
import { sameKind, unitKind } from '../quantity';
import { allowanceIn } from './allowance';
import type { FamilyContext, FamilyReading } from './family';
import { limitContext, limitRules, limitsIn } from './limit';
import { partialIn } from './partial';
import { phrasesOf } from './phrases';
import { readStepPhrase, type StepPhrase } from './stepPhrase';
import { intervalsIn, partialOf, stepBase } from './stepRule';

const points = '(?:points?|pts?|marks?)';
const number = '(\\d+(?:\\.\\d+)?)';
const taken = '(?:will |shall |may |can |must |are |is |to )*(?:be )?(?:deducted|subtracted|taken off|removed|lost|docked|taken away)';

interface Wording {
  readonly pattern: RegExp;
  readonly mode?: Amount['mode'];
  /** Whether the number is a percentage of the marks. */
  readonly share?: boolean;
  /** Whether the amount is an upper bound (`up to 2 points`). */
  readonly upTo: boolean;
  /** The number closes a sentence that counts (each …): what stands in front of it is all condition. */
  readonly closing?: boolean;
  /** No verb says whether the points are given or taken. */
  readonly bare?: boolean;
}

const wordings: readonly Wording[] = [
  { pattern: new RegExp(`${points} ${taken},? (?:of )?up to (?:a maximum of )?${number} ?${points}?`, 'i'), upTo: true },
  { pattern: new RegExp(`up to (?:a maximum of )?${number} ?${points} ${taken}`, 'i'), upTo: true },
  { pattern: new RegExp(`${number} ?${points} (?:(?:per|for each|for every) [a-z ]{2,40}? )?${taken}`, 'i'), upTo: false },
  { pattern: new RegExp(`(?:deduct|subtract|lose|loses|costs?|dock|minus|take off|deduction of|penalty of|penalised|penalized)(?: an?)? (?:additional )?${number} ?${points}`, 'i'), upTo: false },
  { pattern: new RegExp(`${number}[ -]?${points}(?: deduction| penalty| off\\b)`, 'i'), upTo: false },
  { pattern: new RegExp(`${number} ?%(?: of [a-z ]{3,40}?)? ${taken}`, 'i'), upTo: false, share: true },
  { pattern: new RegExp(`(?:deduct|subtract|lose|loses|dock|minus|take off|deduction of|penalty of|penalised|penalized)(?: by)?(?: an?)?(?: additional)? ${number} ?%(?: of (?:the |its |their )?[a-z ]{3,24}(?=\\b(?:for|per|each|every|if|when)\\b|$))?`, 'i'), upTo: false, share: true },
  { pattern: new RegExp(`${number} ?%(?: deduction| penalty| off\\b)`, 'i'), upTo: false, share: true },
  { pattern: new RegExp(`(?:add|earn|earns|gain|gains|award|receive|receives|plus|bonus of)(?: an?)?(?: additional| extra)? ${number} ?(?:bonus |extra )?${points}`, 'i'), upTo: false, mode: 'add' },
  { pattern: new RegExp(`${number} (?:bonus|extra) ${points}(?= (?:for each|for every|per)\\b)`, 'i'), upTo: false, mode: 'add' },
  { pattern: new RegExp(`${number} (?:bonus |extra |additional )?${points} (?:will be |are |is )?(?:added|awarded|earned|given)`, 'i'), upTo: false, mode: 'add' },
]; // prettier-ignore

const perStep = '(?= ?(?:per|for each|for every|each|every|if|when|whenever)\\b)';

/** What stands without the word `points`: `minus 5 per person`, `+2 for every 5%`, `1 point for each hour`. Asked after the full wordings. */
const shortWordings: readonly Wording[] = [
  { pattern: new RegExp(`(?:deduct|subtract|lose|loses|costs?|dock|minus|take off|penalty(?: of)?:?)(?: an?)?(?: additional)? ${number}(?: ?${points})?${perStep}`, 'i'), upTo: false },
  { pattern: new RegExp(`(?:^|[\\s:=])-${number}(?: ?${points})?(?=${perStep.slice(3, -1)}|\\s*[;,.(]|\\s*$)`, 'i'), upTo: false },
  { pattern: new RegExp(`(?:costs?|loses?|deducts?|minus|[:=] ?-) ?${number}(?: ?${points})?\\s*$`, 'i'), upTo: false, closing: true },
  { pattern: new RegExp(`[:=] ?\\+? ?${number}(?: ?(?:extra |bonus )?${points})\\s*$`, 'i'), upTo: false, mode: 'add', closing: true, bare: true },
  { pattern: new RegExp(`(?:add|earn|earns|gain|gains|plus|bonus of)(?: an?)?(?: additional| extra)? ${number}${perStep}`, 'i'), upTo: false, mode: 'add' },
  { pattern: new RegExp(`(?:^|[\\s:=])\\+${number}(?: ?${points})?(?=${perStep.slice(3, -1)}|\\s*[;,.(]|\\s*$)`, 'i'), upTo: false, mode: 'add' },
  { pattern: new RegExp(`(?:^|[:,-] ?)${number} ?(?:extra |bonus |additional )?${points} (?=(?:per|for each|for every)\\b)`, 'i'), upTo: false, mode: 'add', bare: true },
]; // prettier-ignore

interface Deduction {
  readonly amount: Amount;
  readonly before: string;
  readonly after: string;
  readonly bare: boolean;
}

const numerals: Readonly<Record<string, string>> = { one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', ten: '10' };
/** `Two points for each …`: numerals in front of points as digits. */
const withDigits = (text: string): string =>
  text.replace(
    /\b(one|two|three|four|five|six|ten)(?= (?:bonus |extra |additional )?(?:points?|marks?)\b)/gi,
    (word) => numerals[word.toLowerCase()] as string,
  );

const counts = /\b(?:each|every|per)\b/i;

function found({ pattern, upTo, mode = 'deduct', share = false, closing = false, bare = false }: Wording, text: string): Deduction | null {
  const match = pattern.exec(text);
  if (!match || (closing && !counts.test(text.slice(0, match.index)))) return null;
  const high = new Decimal(match[1] as string).div(share ? 100 : 1);
  const amount: Amount = { mode, low: upTo ? new Decimal(0) : high, high, of: share ? 'fullMarks' : 'points' };
  const inside =
    /\b(?:per|for each|for every) [a-z ]{2,40}?(?= (?:will|shall|may|can|must|are|is|to|be|deducted|subtracted|removed|lost|docked)\b)/i.exec(
      match[0],
    )?.[0] ?? '';
  return { amount, before: text.slice(0, match.index).trim(), after: `${inside}${text.slice(match.index + match[0].length)}`.trim(), bare };
}

function deductionIn(text: string): Deduction | null {
  for (const wording of [...wordings, ...shortWordings]) {
    const deduction = found(wording, text);
    if (deduction) return deduction;
  }
  return null;
}

/** Points `per error` may be given for the lack of it or taken for it. */
const harm =
  /error|mistake|late|missing|missed|complaint|violation|defect|absen|omission|breach|fail|incident|penalt|over the|exceed|fault|typo|delay|tardy/i;

const introduces = /^(?:from the (?:total |final )?(?:score|grade|mark)s? )?(?:if|when|where|unless|for|per|each|every|in case)\b/i;
const conditionWords =
  /^(?:from the (?:total |final )?(?:score|grade|mark)s? )?(?:unless (?:the )?|(?:if|when|where|in case(?: of)?|for (?:any|a|an|the)?|that) ?(?:you |the )?)/i;

/** `unless cited` is `not cited`. */
function triggerOf(text: string): string {
  const denied = /^unless\b/i.test(text);
  const words = text.replace(conditionWords, '').trim();
  return denied ? `not ${words}` : words;
}

interface Shape {
  readonly trigger: string;
  /** Where the text in front is what is required, and only its opposite costs. */
  readonly requirement: string;
  readonly stated: boolean;
}

/** What costs the points: the words behind them, those in front of them, or the opposite of a requirement in front of a bracket. */
function shapeOf({ before, after }: Deduction): Shape {
  const inBracket = /[(:-]\s*$/.test(before) && !(/[:-]\s*$/.test(before) && harm.test(before));
  const front = before.replace(/[\s(:,-]+$/, '').replace(/^(?:and|but)\s+/i, '');
  const behind = after.replace(/[\s).,;]+$/, '');
  if (introduces.test(behind)) return { trigger: triggerOf(behind), requirement: front, stated: true };
  if (front !== '' && /^(?:if|when|for|each|every|any|unless)\b/i.test(front))
    return { trigger: triggerOf(front), requirement: '', stated: true };
  return inBracket
    ? { trigger: `not ${front}`, requirement: front, stated: false }
    : { trigger: front, requirement: '', stated: front !== '' };
}

function measured(clause: Clause, phrase: StepPhrase, deduction: Deduction, context: FamilyContext): StepRule {
  const { amount } = deduction;
  const base = {
    kind: 'step' as const,
    span: clause.span,
    each: phrase.each,
    amount,
    relative: false,
    times: 'each' as const,
  };
  const kind = unitKind(phrase.each.unit);
  const words = `${deduction.before} ${deduction.after}`;
  if (phrase.trigger === 'event' && (kind === 'time' || kind === 'workday')) {
    const partial = partialOf(clause, amount, context) ?? partialIn(words, amount.mode === 'deduct' ? 'deduct' : 'add');
    if (amount.mode === 'add')
      return { ...base, trigger: 'above', phrases: phrasesOf(deduction.before), base: 'zero', partial, within: null };
    return { ...base, trigger: 'above', phrases: ['late'], base: null, partial, within: null };
  }
  const onward = phrase.trigger === 'event' && kind === 'ratio' ? besideBand(phrase, context) : null;
  if (onward)
    return {
      ...base,
      trigger: onward,
      phrases: [],
      base: stepBase(phrase, onward, context),
      partial: partialOf(clause, amount, context),
      within: null,
    };
  if (phrase.trigger === 'event' || kind === 'count' || kind === null) {
    const free = allowanceIn(words);
    const behind = phrasesOf(phrase.after.split(/,? which |,? this | - /)[0] ?? '');
    const subject = deduction.before.replace(/^.*[.;]/, '').replace(/[\s:,(-]+$/, '');
    return {
      ...base,
      trigger: 'event',
      phrases: behind.length > 0 && phrase.before === '' ? behind : [...new Set([...behind, ...phrasesOf(subject)])],
      base: null,
      partial: null,
      within: null,
      ...(free ? { free } : {}),
    };
  }
  return {
    ...base,
    trigger: phrase.trigger,
    phrases: phrasesOf(phrase.movement ?? ''),
    base: phrase.base ?? stepBase(phrase, phrase.trigger, context),
    partial: partialIn(`${deduction.before} ${deduction.after}`, deduction.amount.mode === 'deduct' ? 'deduct' : 'add'),
    within: null,
  };
}

/** `full marks at 3% or below; each additional 0.5% costs 1 point`: the steps go on from the open side's edge. */
function besideBand(phrase: StepPhrase, context: FamilyContext): 'below' | 'above' | null {
  const band = [...context.rules]
    .reverse()
    .find((rule) => rule.kind === 'band' && sameKind(rule.unit, phrase.each.unit) && rule.unit !== null);
  if (band?.kind !== 'band' || (band.interval.low === null) === (band.interval.high === null)) return null;
  return band.interval.low === null ? 'above' : 'below';
}

function occurrence(clause: Clause, deduction: Deduction, shape: Shape): StepRule {
  const trigger = shape.trigger.split(/,? which can| - this/)[0] ?? '';
  return {
    kind: 'step', span: clause.span, trigger: 'event', phrases: [trigger, ...phrasesOf(trigger)], each: { amount: new Decimal(1), unit: '次' },
    amount: deduction.amount, base: null, relative: false, partial: null, within: null, times: 'open',
  }; // prettier-ignore
}

/** `up to 10 points if both rules are not followed`: the cap's own condition names what all of the steps are. */
const allOf = /\b(?:if|when) ((?:both|all|none)\b[^,.;)]*)/i;

function allTaken(clause: Clause, text: string, cap: Decimal | null): readonly StepRule[] {
  const found = allOf.exec(text);
  if (!found || !cap) return [];
  const amount: Amount = { mode: 'deduct', low: cap, high: cap, of: 'points' };
  const words = found[1] as string;
  return [
    {
      kind: 'step', span: clause.span, trigger: 'event', phrases: [words], each: { amount: new Decimal(1), unit: '次' },
      amount, base: null, relative: false, partial: null, within: null, times: 'once',
    },
  ]; // prettier-ignore
}

/** The sentence of a clause: where the award stands alone in front, its condition is the next clause. */
function sentence(clause: Clause, context: FamilyContext): { readonly text: string; readonly used: number } {
  const next = context.clauses[context.index + 1];
  const alone =
    /^(?:deduct|subtract|lose|minus|take off|dock|remove|penalty(?: of)?|add|earn|award|plus|bonus(?: of)?)?$/i.test(
      clause.condition.trim(),
    ) && clause.tail.trim() === '';
  return alone && next && next.award === null ? { text: `${clause.text} ${next.text}`, used: 2 } : { text: clause.text, used: 1 };
}

const longest = 500;

/** `up to 3 days` behind a step bounds how often it is taken. What becomes of a fourth day is not said. */
const boundedSteps = /\b(?:up to|at most|no more than|for the first|max(?:imum)?(?: of)?)(?: an?)? \d+ (?!points?|marks?|pts?)[a-z]/i;

/** Reads an English deduction; null where the clause is none. */
export function englishDeduction(clause: Clause, context: FamilyContext): FamilyReading | null {
  if (/\p{Script=Han}/u.test(clause.text) || clause.text.length > longest) return null;
  const { text: written, used } = sentence(clause, context);
  const text = withDigits(written);
  const deduction = deductionIn(text);
  if (!deduction) return null;
  const adds = deduction.amount.mode === 'add';
  const around = limitContext(context);
  const { limits, rest } = limitsIn(deduction.after, { ...around, adds: around.adds || adds, deducts: !adds });
  const cap = limits.find(({ on }) => on === 'deduction')?.at ?? null;
  const shape = shapeOf({ ...deduction, after: rest.trim() });
  const phrase = readStepPhrase(/\bup to\b.*\bif\b/i.test(deduction.after) ? '' : deduction.before, rest);
  if (/\b(?:in the worst case|at most|maximum)\b/i.test(deduction.before)) return null;
  if (phrase && intervalsIn(phrase.before).length > 0) return null;
  if (adds && !phrase) return null;
  const rule = phrase ? measured(clause, phrase, deduction, context) : occurrence(clause, deduction, shape);
  const rules = [rule, ...allTaken(clause, text, cap === 'fullMarks' ? null : cap), ...limitRules(limits, clause)];
  if (phrase && boundedSteps.test(rest)) return { rules, used, doubtful: true, issues: [{ code: 'other' }] };
  if (deduction.bare && harm.test(text)) return { rules, used, doubtful: true, issues: [{ code: 'other' }] };
  if (phrase || shape.stated) return { rules, used };
  return { rules, used, doubtful: true, issues: [{ code: 'other' }] };
}
