/** Puts sentences together: where steps start, what bounds are on, what a veto beyond the steps means. */
import { isFragment } from '../fragments';
import type Decimal from 'decimal.js';
import { sameKind, unitKind } from '../quantity';
import type { FullMarksRule, LimitRule, Rule, StepRule, VetoRule } from '../rule';
import type { IssueCode, Span } from '../types';
import type { Asides, Bound } from './asides';
import { escalated } from './ordinals';
import { ofCredits } from './quantities';
import type { Sentence } from './sentences';
import { placeOf, type Skeleton } from './skeleton';
import type { StepSentence } from './steps';
import type { VetoSentence } from './vetoes';

const stepsOf = (sentences: readonly Sentence[]): readonly StepSentence[] =>
  sentences.flatMap((sentence) => (sentence.kind === 'step' ? [sentence.step] : []));

/** The edge of the band from which a step goes on: full points at 3% or below → steps above. */
function goingOn(step: StepSentence, sentences: readonly Sentence[]): Pick<StepRule, 'trigger' | 'base'> | null {
  const bands = sentences
    .flatMap((sentence) => (sentence.kind === 'rules' ? sentence.placed : []))
    .flatMap(({ rule }) => (rule.kind === 'band' && sameKind(rule.unit, step.rule.each.unit) ? [rule] : []));
  const [band] = bands;
  if (!band || bands.length !== 1) return null;
  const { low, high } = band.interval;
  const edge = low && high && !low.at.eq(high.at) ? null : (low ?? high);
  if (!edge || (low && high)) return null;
  const gains = step.rule.amount.mode !== 'deduct';
  return { trigger: (low !== null) === gains ? 'above' : 'below', base: { amount: edge.at, unit: band.unit } };
}

function ask(out: Assembly, code: IssueCode, place: Span): void {
  out.doubtful = true;
  out.issues.push({ code, place });
}

/** `renewed late 5, renewed late or not renewed 0`: the same words with other points. */
function addContradictions(out: Assembly): void {
  const given = new Map<string, string>();
  for (const rule of out.rules) {
    if (rule.kind !== 'label') continue;
    const award = `${rule.award.tier} ${rule.award.amount?.low?.toString()} ${rule.award.amount?.high?.toString()}`;
    for (const words of rule.phrases.filter((phrase) => !isFragment(phrase, rule.phrases)).map((phrase) => phrase.toLowerCase())) {
      if ((given.get(words) ?? award) !== award) return ask(out, 'contradiction', rule.span);
      given.set(words, award);
    }
  }
}

/** Where steps against the target start: what the text states, or the edge of its band. */
function baseOf(step: StepSentence, sentences: readonly Sentence[]): StepRule['base'] {
  const { base, trigger, each } = step.rule;
  if (base !== 'target') return base;
  const stated = sentences.find((sentence) => sentence.kind === 'target' && sameKind(sentence.quantity.unit, each.unit));
  if (stated?.kind === 'target') return { amount: stated.quantity.amount, unit: stated.quantity.unit ?? each.unit };
  const band = sentences
    .flatMap((sentence) => (sentence.kind === 'rules' ? sentence.placed : []))
    .find(({ rule }) => rule.kind === 'band' && sameKind(rule.unit, each.unit))?.rule;
  if (band?.kind !== 'band') return base;
  if (trigger === 'away' && stated === undefined) return base;
  const edge = trigger === 'below' ? band.interval.low : band.interval.high;
  return edge ? { amount: edge.at, unit: band.unit } : base;
}

/** Rules with their places in the normalised text. */
export interface Assembly {
  readonly rules: Rule[];
  doubtful: boolean;
  readonly issues: { readonly code: IssueCode; readonly place: Span }[];
}

const harm =
  /error|mistake|late|missing|missed|complaint|violation|defect|absen|omission|breach|fail|incident|penalt|exceed|fault|typo|delay|tardy|not /i;

/** Days are counted whole; of anything else that is measured a part of a step may be meant. */
const whole = new Set<StepRule['each']['unit']>(['天', '工作日']);
const isPartOpen = ({ trigger, each, partial }: StepSentence['rule'], said: StepRule['partial']): boolean =>
  trigger !== 'event' &&
  partial === null &&
  said === null &&
  unitKind(each.unit) !== 'count' &&
  each.unit !== null &&
  !whole.has(each.unit);

function addStep(step: StepSentence, sentences: readonly Sentence[], asides: Asides, out: Assembly): void {
  const goes = step.goesOn ? goingOn(step, sentences) : null;
  if (step.goesOn && !goes) {
    ask(out, 'other', step.place);
  }
  if (step.bare && !asides.deducts && harm.test(step.text)) {
    ask(out, 'other', step.place);
  }
  const partial = asides.partials.length === 1 ? (asides.partials[0]?.partial ?? null) : null;
  // Points that are rounded are no steps that are.
  out.doubtful ||= partial === 'nearest' && step.rule.trigger === 'event';
  const base = goes?.base ?? baseOf(step, sentences);
  if (step.reach && !sentences.some((sentence) => sentence.kind === 'veto' && sentence.veto.beyond)) {
    ask(out, 'other', step.place);
  }
  if (isPartOpen(step.rule, partial)) out.issues.push({ code: 'partial-step', place: step.place });
  const free = sentences.find((sentence) => sentence.kind === 'free');
  const spare = free?.kind === 'free' && step.rule.trigger === 'event' ? { free: free.count } : {};
  out.doubtful ||= free !== undefined && (step.rule.trigger !== 'event' || stepsOf(sentences).length > 1);
  const amount = step.bare && asides.deducts ? { ...step.rule.amount, mode: 'deduct' as const } : step.rule.amount;
  out.rules.push({ ...step.rule, amount, ...spare, ...(goes ?? {}), base, partial: partial ?? step.rule.partial, span: step.place });
}

/** What a cap that does not say so is on: what the sentence before it moves; of everything else the score. */
function onOf(bound: Bound, steps: readonly StepSentence[], asides: Asides, computes: boolean): LimitRule['on'] | null {
  if (bound.bound === 'floor') return 'score';
  if (bound.named && !(bound.named === 'score' && steps.length > 0 && asides.starts === null && bound.at?.isZero() !== false))
    return bound.named;
  const takes = steps.length > 0 && steps.every(({ rule }) => rule.amount.mode === 'deduct');
  // A score that only falls from where it starts is never bounded below that start from above.
  if (takes && !computes && bound.at && asides.starts?.gt(bound.at)) return 'deduction';
  if (asides.starts !== null || computes || steps.length === 0) return 'score';
  const before = [...steps].reverse().find(({ place }) => place.start <= bound.start) ?? steps[0];
  return before?.rule.amount.mode === 'deduct' ? 'deduction' : 'bonus';
}

/** Whether a list gives more points than a cap allows: then the cap was about something else. */
const exceeds = (rules: readonly Rule[], cap: Decimal): boolean =>
  rules.some(
    (rule) =>
      (rule.kind === 'band' || rule.kind === 'label') &&
      rule.award.amount?.of === 'points' &&
      rule.award.amount.mode === 'set' &&
      Boolean(rule.award.amount.high?.gt(cap)),
  );

/** `100% = 50 pts, plus 1 pt for each 2% over, up to 65 pts`: above the points that the steps start from, a cap is on their sum. */
const isTotal = ({ at }: Bound, rules: readonly Rule[]): boolean =>
  rules.some((rule) => {
    const amount = rule.kind === 'band' ? rule.award.amount : null;
    return amount?.mode === 'set' && amount.of === 'points' && Boolean(amount.high?.gt(0) && at?.gt(amount.high));
  });

/** `minus 1 for each …, plus 1 for each …, max 5`: a cap that does not say which of the two it is on. */
const isEither = (bound: Bound, steps: readonly StepSentence[], { starts }: Asides): boolean =>
  bound.bound === 'cap' &&
  bound.named === null &&
  starts === null &&
  new Set(steps.map(({ rule }) => (rule.amount.mode === 'deduct' ? 'deduction' : 'bonus'))).size > 1 &&
  steps.filter(({ place }) => place.start > bound.start).length === 0 &&
  !steps.some(({ place }) => place.start <= bound.start && bound.start < place.end);

/** How strongly a stretch of text is cut: by nothing, a comma, a semicolon, the end of a sentence. */
const cutIn = (text: string): number => (/[\n.](?=\s|$)/.test(text) ? 3 : /;/.test(text) ? 2 : /,/.test(text) ? 1 : 0);

/** `A -1, B -2, max 6`, `A -1; B -2. Max 6.`: a lone bound behind all movements, cut off no weaker than they are from each other, is on their sum. */
function closesAll(bound: Bound, same: readonly StepSentence[], asides: Asides): boolean {
  const [first, last] = [same[0], same[same.length - 1]];
  const caps = asides.bounds.filter((other) => other.bound === 'cap' && other.named !== 'score');
  if (!first || !last || caps.length > 1 || bound.start < last.place.start) return false;
  const { source } = asides.text;
  const before = cutIn(source.slice(last.place.start, bound.start + 2));
  return before > 0 && before >= cutIn(source.slice(first.place.start, last.place.start));
}

function addBounds(sentences: readonly Sentence[], asides: Asides, out: Assembly): void {
  const steps = stepsOf(sentences);
  const computes = sentences.some(({ kind }) => kind === 'formula');
  for (const bound of asides.bounds) {
    const own = onOf(bound, steps, asides, computes);
    const on = own === 'bonus' && bound.named !== 'bonus' && isTotal(bound, out.rules) ? 'score' : own;
    if (!on || bound.at === null) continue;
    if (isEither(bound, steps, asides)) ask(out, 'floor-or-cap', { start: bound.start, end: bound.start });
    const same = steps.filter(({ rule }) => (rule.amount.mode === 'deduct' ? 'deduction' : 'bonus') === on);
    // A cap inside one of several sentences bounds that one only, which a limit of the whole does not say.
    out.doubtful ||= (on === 'deduction' || on === 'bonus') && same.length > 1 && !bound.joint && !closesAll(bound, same, asides);
    const place = { start: bound.start, end: bound.start };
    const share = bound.percent && !ofCredits(asides.text.source);
    const at = share ? { at: 'fullMarks' as const, times: bound.at.div(100) } : { at: bound.at };
    out.doubtful ||= bound.percent ? computes : on === 'score' && bound.bound === 'cap' && exceeds(out.rules, bound.at);
    out.rules.push({ kind: 'limit', span: place, on, bound: bound.bound, ...at, doubtful: false });
  }
}

/** `loses 10 per day late; 10 days late scores nothing`: from there on nothing is left. */
function endOfSteps(rule: Rule, sentences: readonly Sentence[]): VetoRule | null {
  const { award, form, interval, unit, span } =
    rule.kind === 'band' ? rule : { award: null, form: null, interval: null, unit: null, span: rule.span };
  const at = interval?.low ?? interval?.high;
  if (form !== 'bare' || !at || !award?.amount?.high?.isZero() || award.amount.mode !== 'set') return null;
  const step = stepsOf(sentences).find(
    ({ rule: { trigger, each } }) => trigger === 'above' && each.unit !== null && sameKind(each.unit, unit),
  );
  if (step?.rule.amount.mode !== 'deduct') return null;
  return {
    kind: 'veto',
    span,
    phrases: step.rule.phrases,
    interval: { low: { at: at.at, inclusive: true }, high: null },
    unit,
    scope: 'item',
    award,
  };
}

function addVeto(
  { veto, line }: { readonly veto: VetoSentence; readonly line: Skeleton },
  sentences: readonly Sentence[],
  out: Assembly,
): void {
  const states = sentences.some((sentence) => sentence.kind === 'rules');
  if (veto.beyond) {
    const reach = stepsOf(sentences).find((step) => step.reach)?.reach;
    if (reach)
      out.rules.push({
        ...veto.rule,
        phrases: stepsOf(sentences).find((step) => step.reach)?.rule.phrases ?? [],
        interval: { low: { at: reach.amount, inclusive: false }, high: null },
        unit: reach.unit,
        span: placeOf(line),
      });
    else out.doubtful = true;
    if (reach) return;
  }
  out.doubtful ||=
    (veto.disqualifies && sentences.some(({ kind }) => kind === 'rules' || kind === 'step' || kind === 'formula')) ||
    (!veto.strong && states);
  out.rules.push({ ...veto.rule, span: placeOf(line) });
}

const fullMarks = (points: Decimal, starts: boolean): FullMarksRule => ({
  kind: 'fullMarks',
  span: { start: 0, end: 0 },
  points,
  ...(starts ? { starts: true } : {}),
});

/** `80% = 5, 90% = 8`: whether 85 % reaches the lower one, and what 70 % gives, is not said. */
function isOpenScale(rules: readonly Rule[]): boolean {
  const bands = rules.filter((rule) => rule.kind === 'band');
  return (
    bands.length > 1 &&
    bands.every(({ form, whole, unit }) => form === 'bare' && !whole && unit !== null) &&
    !rules.some(({ kind }) => kind === 'step')
  );
}

/** `1 point for each error over 3, and 2 for each over 6`: whether both are taken is not said. */
function freeTwice(rules: readonly Rule[]): boolean {
  const steps = rules.filter((rule) => rule.kind === 'step');
  return steps.length > 1 && steps.some(({ free }) => free !== undefined);
}

/** `1 per day; 3 per week`: whether a week counts at its own rate, as seven days or both is not said. */
function twoRates(rules: readonly Rule[]): boolean {
  const steps = rules.flatMap((rule) => (rule.kind === 'step' && rule.trigger !== 'event' ? [rule] : []));
  return steps.some((a, at) =>
    steps.slice(at + 1).some((b) => a.trigger === b.trigger && a.each.unit !== b.each.unit && sameKind(a.each.unit, b.each.unit)),
  );
}

const roundings = { up: 'ceil', down: 'floor', nearest: 'round' } as const;

/** A formula whose result is rounded as the text says. */
function rounded(rule: Rule, { partials }: Asides): Rule {
  const way = partials.find(({ partial }) => partial !== 'proportional')?.partial;
  if (rule.kind !== 'formula' || !way || way === 'proportional') return rule;
  return { ...rule, expression: { kind: 'call', name: roundings[way], args: [rule.expression] } };
}

/** `10 points per session, 20 max`: what is gained ends at the full marks. */
function mostOf(at: Decimal, rules: readonly Rule[]): readonly LimitRule[] {
  const gains = rules.some((rule) => rule.kind === 'step' && rule.amount.mode === 'add') && !rules.some(({ kind }) => kind === 'limit');
  return gains ? [{ kind: 'limit', span: { start: 0, end: 0 }, on: 'score', bound: 'cap', at, doubtful: false }] : [];
}

/** `Minor NC -1, Major NC -5`: kinds of one thing that is counted, so each of them is. */
function graded(sentences: readonly Sentence[]): readonly Sentence[] {
  const open = stepsOf(sentences).filter(({ rule }) => rule.times === 'open' && rule.trigger === 'event');
  const heads = new Set(open.map(({ rule }) => /(\S+)$/.exec(rule.phrases[0] ?? '')?.[1]?.toLowerCase()));
  if (open.length < 2 || heads.size !== 1) return sentences;
  return sentences.map((sentence) =>
    sentence.kind === 'step' && open.includes(sentence.step)
      ? { ...sentence, step: { ...sentence.step, rule: { ...sentence.step.rule, times: 'each' } } }
      : sentence,
  );
}

/** The first time at one rate, the later ones at another: instead of the step on the later ones; null where none fits. */
function firstAndLater(sentences: readonly Sentence[]): readonly Rule[] | null {
  const [time, ...others] = sentences.flatMap((sentence) => (sentence.kind === 'first' ? [sentence.time] : []));
  const [step, ...more] = stepsOf(sentences);
  return time && step && others.length + more.length === 0 ? escalated(time, step) : null;
}

/** The rules of all sentences with the asides that bound them. */
export function assemble(read: readonly Sentence[], asides: Asides): Assembly {
  const sentences = graded(read);
  const later = firstAndLater(sentences);
  const lost = !later && sentences.some(({ kind }) => kind === 'first');
  const out: Assembly = { rules: [...(later ?? [])], doubtful: lost, issues: [] };
  for (const sentence of sentences) {
    if (sentence.kind === 'rules') out.rules.push(...sentence.placed.map(({ rule }) => endOfSteps(rule, sentences) ?? rule));
    if (sentence.kind === 'formula') out.rules.push(...sentence.placed.map(({ rule }) => rounded(rule, asides)));
    if (sentence.kind === 'step' && !later) addStep(sentence.step, sentences, asides, out);
    if (sentence.kind === 'veto') addVeto(sentence, sentences, out);
    if (sentence.kind === 'lost') ask(out, 'lost-text', placeOf(sentence.line));
    if (sentence.kind === 'target') {
      const { amount, unit } = sentence.quantity;
      const at = { at: amount, inclusive: true };
      out.rules.push({ kind: 'target', span: placeOf(sentence.line), interval: { low: at, high: at }, unit });
    }
  }
  addBounds(sentences, asides, out);
  addContradictions(out);
  out.doubtful ||= isOpenScale(out.rules) || freeTwice(out.rules) || twoRates(out.rules);
  if (asides.fullMarks) out.rules.push(fullMarks(asides.fullMarks, false), ...mostOf(asides.fullMarks, out.rules));
  const whole = stepsOf(sentences).find((step) => step.from)?.from;
  if (whole && !asides.starts) out.rules.push(fullMarks(whole, true));
  if (asides.starts) out.rules.push(fullMarks(asides.starts, true));
  return out;
}
