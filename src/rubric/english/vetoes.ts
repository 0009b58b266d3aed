/** What overrides all points: `Any breach of confidentiality = zero for this section`, `Automatic fail if …`, `Fatal error (a, b): score = 0`. */
import Decimal from 'decimal.js';
import { phrasesOf } from '../families/phrases';
import type { VetoRule } from '../rule';
import { intervals } from './intervals';
import { chunkAt, pattern, printed, quantityOf, type Skeleton } from './skeleton';

const scored =
  '(?:(?:the |your |an? )?(?:(?:call|audit|overall|total|final|section|item|whole|entire|evaluation|assessment|paper|assignment|project|test|review|interaction|shift|category|whole)[ ]?)*(?:score[sd]?|marks?|grade|result|points|total|evaluation|review|assessment|audit|section|item|paper|assignment|call)? ?(?: ?(?:is|=|:|are|of|will be|becomes|drops? to|set to|as|equals|counts as))* ?)';
const nothing =
  '(?:an? |the )?(?:automatic(?:ally)? |immediate(?:ly)? |instant |complete )?(?:(?<zero>{n}|{p}|{s})(?: (?:points?|marks?))?|zero(?: marks| points| score| grade| credit)?|(?<fate>fail(?:ure|s|ed)?|auto-?fail|disqualif(?:ied|ication)|F(?![\\w+-]))|nil)';
const verbs =
  '(?:[:=-]|->|→|results? in|leads? to|means|is|are|will (?:be|result in|receive|score|get|mean|lead to)|scores?|receives?|gets?|earns?|gives?|triggers?|causes?|shall be|must be|to be|counts as|treated as|carries|yields)';
const tail =
  '(?: (?:for|on|in|of) (?:the|this|that|any|your|whole|entire|a) {w}{2,50}?|,? ?(?:regardless|no matter|irrespective|whatever|overall|whatsoever)\\b{w}{0,60}|,? no exceptions| overall| automatically)?(?:,? and (?:the|will|shall|may|is|be) {w}{2,60}?)?(?: ?\\((?:{w}|{n}|{p}){0,60}\\))?';
const occurs =
  '(?:at any (?:point|time)(?: (?:in|during) the [a-z]{3,14})?|any|an|a|one|if|when|where|in case of|in the event of|should|the)';

const front = pattern(`^(?<what>[^;\\n]{3,160}?)(?:[ ,]+(?:then )?${verbs})+ ?${scored}${nothing}${tail}$`);
const behind = pattern(
  `^${scored}${nothing}(?<scope>${tail}) (?:for|if|when|where|in case of|in the event of|on) (?<what>[^;\\n]{3,160})$`,
);
const plainTail = pattern(`^(?<what>[^;\\n]{3,160}?)(?:[:,]| -|->) ?${scored}${nothing}${tail}$`);

/** All of the points are taken. */
const takesAll = pattern(
  `^(?:{s}|all (?:of )?(?:the |your |these )?points?)(?: (?:for|on|in) {w}{2,40}?)? (?:will be |are |is |shall be )?(?:deducted|lost|forfeited|removed|taken(?: off| away)?)(?: ?\\({p}\\))? (?:if|when|where|for) (?<what>{w}(?:{w}|{n}|{m}){3,160})$`,
);

const wholeForm = /\b(?:overall|entire|whole|call|audit|final|total|evaluation|assessment|review|interaction)\b/i;
const lead = new RegExp(`^(?:${occurs} )+`, 'i');

/** Zero is a number, too: `= 0`, `no points`. Null for another number. */
function isNothing(skeleton: Skeleton, char: string | undefined): boolean {
  if (char === undefined) return true;
  const chunk = chunkAt(skeleton, char);
  if (chunk?.kind === 'share') return chunk.share === '0';
  return quantityOf(skeleton, char)?.amount.isZero() ?? false;
}

export interface VetoSentence {
  readonly rule: Omit<VetoRule, 'span'>;
  /** Whether its wording leaves no doubt that it overrides (any, automatic, fatal, regardless): `Not held: 0` may be one of several states. */
  readonly strong: boolean;
  /** Whether it excludes (`disqualified`) rather than gives no points. */
  readonly disqualifies: boolean;
  /** Whether it says what holds beyond the steps of the sentence before it. */
  readonly beyond: boolean;
}

const strong =
  /\bany\b|automatic|auto-?fail|fatal|critical|regardless|no matter|irrespective|zero tolerance|fail(?:ure)?\b|disqualif|entire|whole|\bif\b|\bwhen\b/i;
const denied = /\b(?:unless|except|not necessarily|may|otherwise|else)\b/i;
/** `Yes = 5, No = 0`: an answer, not an occurrence. */
const answer = /^(?:yes|no|n\/?a?|y|pass|fail(?:ed)?|none|not met|never|poor|nil)$/i;
/** `after that the work receives zero`: beyond the steps of the sentence before. */
export const beyondSteps =
  /^(?:after(?:wards)?(?: that| this| which)?|thereafter|beyond (?:that|this)|later than that|anything later|any later|later|longer than that|more than that|work later than (?:that|this))\b,?/i;

/** `then 0`, `after that no credit`: all that lies beyond the steps in front of it. */
const thenNothing = pattern(
  `^(?:and )?(?:then|after (?:that|which|this)|thereafter|beyond (?:that|this)|afterwards)[,:]? (?:it |the (?:work|score|mark|grade|paper|assignment) )?(?:(?:is|becomes|drops to|receives|gets|scores|earns|will receive|=) )?(?:an? |given )?(?:(?<zero>{n}|{p}|{s})|zero|not (?:accepted|marked|graded))(?: (?:credit|marks?|points?|score|will be (?:given|awarded)))?$`,
);

const failure = /^fail(?:ure|ing|ed)? (?:on|of|in|to (?:meet|pass|complete)) (?:any )?(?:(?:one|a single) of )?(?:the )?(.{3,})$/i;

/** An occurrence is named by its words and by each member of its bracket (`Fatal error (wrong account, rude language)`). */
function phrasesIn(words: string): readonly string[] {
  const bracket = /\(([^()]{3,160})\)/.exec(words)?.[1];
  const outer = words
    .replace(/\([^()]*\)/g, ' ')
    .replace(lead, '')
    .trim();
  const failed = failure.exec(outer)?.[1];
  const members = bracket?.replace(/^(?:e\.g\.?|i\.e\.?|such as|including),? /i, '').split(/,|;|\bor\b|\/|\band\b/i) ?? [];
  return [
    ...new Set(
      [
        outer,
        ...(failed ? [`failed ${failed}`, `${failed} failed`, failed] : []),
        ...phrasesOf(outer),
        ...members.map((part) => part.trim()),
      ].filter((part) => part.length > 1),
    ),
  ];
}

/** A comparison that its number was not read with. */
const cutOff = /\b(?:or|and) (?:more|less|fewer|above|below|over|under|better|higher|lower|up|longer|shorter)\b/i;

/** A count that triggers it: `3 or more complaints`, `two yellow cards`. */
function boundOf(skeleton: Skeleton): Pick<VetoRule, 'interval' | 'unit'> | null {
  const bounded = intervals(skeleton);
  const found = Array.from(bounded.text).flatMap((char) => chunkAt(bounded, char) ?? []);
  const counts = found.filter((chunk) => chunk.kind !== 'share');
  const [first] = counts;
  if (!first) return { interval: null, unit: null };
  if (counts.length > 1 || cutOff.test(bounded.text)) return null;
  if (first.kind === 'interval') return first.intervals.length === 1 ? { interval: first.intervals[0] ?? null, unit: first.unit } : null;
  if (!('quantity' in first) || first.kind === 'points' || first.kind === 'ratio') return null;
  return { interval: { low: { at: first.quantity.amount, inclusive: true }, high: null }, unit: first.quantity.unit };
}

function zeroRule(phrases: readonly string[], bound: Pick<VetoRule, 'interval' | 'unit'>, scope: VetoRule['scope']): VetoSentence['rule'] {
  const award = { tier: null, amount: { mode: 'set' as const, low: new Decimal(0), high: new Decimal(0), of: 'points' as const } };
  return { kind: 'veto', phrases, ...bound, scope, award };
}

/** `= automatic fail`, `shall be disqualified`: what becomes of it has a name beside its points. */
function fateIn(match: RegExpExecArray, award: VetoRule['award']): VetoRule['award'] {
  const { fate } = match.groups ?? {};
  if (fate === undefined || match.groups?.zero !== undefined) return award;
  const adjective = fate === 'F' ? '' : (new RegExp(`(?:automatic|immediate|instant) (?=${fate}(?!\\w))`, 'i').exec(match[0])?.[0] ?? '');
  return { tier: `${adjective}${fate}`, amount: /^(?:disqualif|F$)/i.test(fate) ? null : award.amount };
}

/** Reads one sentence as a veto; null where it is none. */
export function vetoSentence(skeleton: Skeleton): VetoSentence | null {
  const text = skeleton.text.replace(/\s+/g, ' ');
  if (text.length > 400 || denied.test(text)) return null;
  const rest = thenNothing.exec(text);
  if (rest && isNothing(skeleton, rest.groups?.zero))
    return { rule: zeroRule([], { interval: null, unit: null }, 'item'), strong: true, disqualifies: false, beyond: true };
  const match = takesAll.exec(text) ?? front.exec(text) ?? behind.exec(text) ?? plainTail.exec(text);
  const { what, zero } = match?.groups ?? {};
  if (!match || !what || answer.test(what.trim()) || !isNothing(skeleton, zero)) return null;
  const at = skeleton.text.indexOf(what);
  if (at < 0) return null;
  const part: Skeleton = {
    ...skeleton,
    text: what,
    starts: skeleton.starts.slice(at, at + what.length),
    ends: skeleton.ends.slice(at, at + what.length),
  };
  const bound = boundOf(part);
  if (!bound) return null;
  const scope = wholeForm.test(text.replace(what, '')) ? 'form' : 'item';
  const rule = zeroRule(phrasesIn(printed(skeleton, what)), bound, scope);
  return {
    rule: { ...rule, award: fateIn(match, rule.award) },
    strong: strong.test(text) && !/disqualif/i.test(text),
    disqualifies: /disqualif/i.test(text),
    beyond: beyondSteps.test(what.trim()),
  };
}
