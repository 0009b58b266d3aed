/**
 * Adds up what steps take and give: from where (full marks, or nothing), within which floors and caps.
 * README of the criteria: deductions start from full marks and never go below 0 unless the text says so; a stated floor or cap holds.
 */
import Decimal from 'decimal.js';
import type { LimitRule, Rule, StepRule } from '../rule';
import { limitAt } from './limitAt';
import { limitScopes } from './limitScope';
import type { Contribution, ScoreContext } from '../scorer';
import type { IssueCode, ReasonStep } from '../types';
import { namedMovement } from '../families/stepWords';

/** The points of an entry after its steps; null where they have no start (full marks unknown). */
export interface Tally {
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  readonly issue: IssueCode | null;
  readonly reason: readonly ReasonStep[];
}

interface Start {
  readonly points: Decimal | null;
  readonly issue: IssueCode | null;
  /** Whether the start is the full marks, below which nothing is negative unless stated. */
  readonly full: boolean;
}

const zero = new Decimal(0);
const isStep = (rule: Rule): rule is StepRule => rule.kind === 'step';
const gives = (rule: StepRule): boolean => rule.amount.mode !== 'deduct';

/** Points that the text itself sets for full performance (完成所有要求30分，任一项没有满足扣10分). */
function statedFull(rules: readonly Rule[]): Decimal | null {
  const amounts = rules.flatMap((rule) => {
    if (rule.kind === 'fullMarks') return [rule.points];
    if (rule.kind !== 'band' && rule.kind !== 'label') return [];
    const amount = rule.award.amount;
    return amount?.mode === 'set' && amount.of === 'points' && amount.low ? [amount.low] : [];
  });
  return amounts.length > 0 ? Decimal.max(...amounts) : null;
}

/** Whether some clause gives the full marks for reaching what is asked: then additions come on top. */
function hasFullAward(rules: readonly Rule[]): boolean {
  return rules.some(
    (rule) =>
      (rule.kind === 'formula' && rule.within !== null) ||
      ((rule.kind === 'band' || rule.kind === 'label') && rule.award.amount?.mode === 'set' && rule.award.amount.low?.gt(0) === true),
  );
}

const taskDone =
  /(?:完成|达成|实现|达到)[\p{Script=Han}]{0,14}(?:任务|目标|计划|指标)|(?:任务|目标|计划|指标)[\p{Script=Han}]{0,4}(?:完成|达成|实现)/u;

/** Points that reaching the target gives (完成任务得20分): what is added or taken changes these. */
function reachedPoints(rules: readonly Rule[]): Decimal | null {
  for (const rule of rules) {
    if (rule.kind !== 'band' && rule.kind !== 'label') continue;
    const { amount } = rule.award;
    const reaches =
      rule.kind === 'label'
        ? rule.phrases.some((phrase) => taskDone.test(phrase) && !/未|不|提前|超额/.test(phrase))
        : rule.measure === 'difference' &&
          rule.form === 'compared' &&
          rule.interval.low?.at.isZero() &&
          (rule.interval.high?.at.isZero() ?? true);
    if (reaches && amount?.mode === 'set' && amount.of === 'points' && amount.low?.gt(0)) return amount.low;
  }
  return null;
}

/** 达到5%为100分，每减少1%加10分: points that a band gives at the very edge from which the steps of an entry go on. */
function edgePoints(contributions: readonly Contribution[], rules: readonly Rule[]): Decimal | null {
  const moving = contributions.find(({ rule, high }) => rule.kind === 'step' && high !== null && !high.isZero())?.rule;
  const base = moving?.kind === 'step' && typeof moving.base === 'object' ? moving.base : null;
  if (!base) return null;
  for (const rule of rules) {
    const amount = rule.kind === 'band' && rule.measure === 'value' ? rule.award.amount : null;
    if (rule.kind !== 'band' || amount?.mode !== 'set' || amount.of !== 'points' || !amount.low?.gt(0) || rule.unit !== base.unit) continue;
    if ([rule.interval.low, rule.interval.high].some((bound) => bound?.inclusive && bound.at.eq(base.amount))) return amount.low;
  }
  return null;
}

/** Plus and minus: an entry that tells a movement or parts changes nothing but itself; one against a target starts from full marks. */
function mixedStart(full: Decimal | null, change: Decimal, context: ScoreContext): Start {
  const reached = reachedPoints(context.rules);
  if (reached && !context.entry.parts) return { points: reached, issue: null, full: true };
  const moves = context.entry.parts !== null || namedMovement(context.entry.words) !== null;
  if (!full) return { points: zero, issue: null, full: false };
  if (change.isZero()) return { points: full, issue: null, full: true };
  if (context.entry.parts) return { points: zero, issue: null, full: false };
  if (moves || (change.gt(0) && context.target === null))
    return change.gt(0) ? { points: zero, issue: 'other', full: false } : { points: full, issue: 'other', full: true };
  return { points: full, issue: change.gt(0) ? 'other' : null, full: true };
}

/** ±5分封顶: what is added and taken has the same bounds, so that it is a change by itself. */
function swingsEvenly(rules: readonly Rule[]): boolean {
  const [cap, floor] = (['cap', 'floor'] as const).map((bound) => limitsOn(rules, 'change').find((limit) => limit.bound === bound)?.at);
  return cap instanceof Decimal && floor instanceof Decimal && cap.eq(floor.neg());
}

function startOf(contributions: readonly Contribution[], context: ScoreContext): Start {
  const steps = context.rules.filter(isStep);
  const stated = context.rules.find((rule) => rule.kind === 'fullMarks' && rule.starts);
  if (stated?.kind === 'fullMarks') return { points: stated.points, issue: null, full: true };
  const full = context.fullMarks ?? statedFull(context.rules);
  const change = sum(contributions, 'high');
  const deducts =
    steps.some((step) => !gives(step)) ||
    context.rules.some((rule) => (rule.kind === 'band' || rule.kind === 'label') && rule.award.amount?.mode === 'deduct');
  if (deducts && steps.some(gives) && swingsEvenly(context.rules)) return { points: zero, issue: 'other', full: false };
  if (deducts && steps.some(gives)) {
    const edge = context.entry.parts ? null : edgePoints(contributions, context.rules);
    return edge ? { points: edge, issue: null, full: true } : mixedStart(full, change, context);
  }
  if (deducts || hasFullAward(context.rules)) return { points: full, issue: null, full: true };
  // A cap above the full marks says that the additions come on top of them; the text does not say so itself.
  const beyondFull = context.rules.some((rule) => rule.kind === 'limit' && rule.on === 'score' && rule.times?.gt(1));
  if (beyondFull && !change.isZero()) return { points: full, issue: 'other', full: true };
  // 得分增加0.2%: a share of marks that are added to nobody knows what.
  return { points: zero, issue: steps.some(({ amount }) => amount.of === 'fullMarks') ? 'other' : null, full: false };
}

function sum(contributions: readonly Contribution[], end: 'low' | 'high'): Decimal {
  return contributions.reduce((total, each) => total.plus(each[end] ?? zero), zero);
}

interface Held {
  readonly points: Decimal;
  readonly issue: IssueCode | null;
  readonly reason: readonly ReasonStep[];
}

const held = (points: Decimal): Held => ({ points, issue: null, reason: [] });

function bounded(state: Held, limit: LimitRule, at: Decimal): Held {
  const binds = limit.bound === 'floor' ? state.points.lt(at) : state.points.gt(at);
  if (!binds) return state;
  const details = { at: at.toString(), from: state.points.toString(), on: limit.on };
  return {
    points: at,
    issue: limit.doubtful ? 'floor-or-cap' : state.issue,
    reason: [...state.reason, { code: `limit-${limit.bound}`, span: limit.span, details }],
  };
}

const limitsOn = (rules: readonly Rule[], on: LimitRule['on']): readonly LimitRule[] =>
  rules.filter((rule): rule is LimitRule => rule.kind === 'limit' && rule.on === on);

/** 逾期每天扣0.5分，最多扣2分；未交的扣5分: a cap between two deductions may be of the first alone. */
function isScoped(limit: LimitRule, contributions: readonly Contribution[]): boolean {
  if (limit.on !== 'deduction' && limit.on !== 'bonus') return false;
  const takes = contributions.filter(({ high, rule }) => rule.kind === 'step' && high !== null && !high.isZero());
  return takes.some(({ rule }) => rule.span.start > limit.span.start) && limit.span.start > 0;
}

function limited(state: Held, on: LimitRule['on'], context: ScoreContext, contributions: readonly Contribution[] = []): Held {
  return limitsOn(context.rules, on).reduce((now, limit) => {
    const next = within(now, limit, context);
    return isScoped(limit, contributions) && next.points !== now.points ? { ...next, issue: next.issue ?? 'floor-or-cap' } : next;
  }, state);
}

function within(state: Held, limit: LimitRule, context: ScoreContext): Held {
  const at = limitAt(limit, context);
  if (at === null) return { ...state, issue: state.issue ?? 'other' };
  // A cap on deductions bounds a negative change from below.
  return limit.on === 'deduction' ? bounded(state, { ...limit, bound: 'floor' }, at.abs().neg()) : bounded(state, limit, at);
}

const plus = (a: Held, b: Held): Held => ({
  points: a.points.plus(b.points),
  issue: a.issue ?? b.issue,
  reason: [...a.reason, ...b.reason],
});

/** What is taken, or what is given, each step within its own cap where it has one. */
function sideOf(contributions: readonly Contribution[], end: 'low' | 'high', on: 'deduction' | 'bonus', context: ScoreContext): Held {
  const signed = contributions.filter((each) => (on === 'deduction' ? each[end]?.lt(0) : each[end]?.gt(0)));
  const changing = context.rules.filter((rule) => isStep(rule) && gives(rule) === (on === 'bonus'));
  const scoped = limitScopes(limitsOn(context.rules, on), changing, signed);
  if (!scoped) return limited(held(sum(signed, end)), on, context, contributions);
  const parts = scoped.scopes.map(({ limit, contributions: own }) => {
    const total = held(sum(own, end));
    return limit ? within(total, limit, context) : total;
  });
  return scoped.whole.reduce((now, limit) => within(now, limit, context), parts.reduce(plus, held(zero)));
}

function changeOf(contributions: readonly Contribution[], end: 'low' | 'high', context: ScoreContext): Held {
  const both = plus(sideOf(contributions, end, 'deduction', context), sideOf(contributions, end, 'bonus', context));
  return limited(both, 'change', context);
}

function statesFloor(context: ScoreContext): boolean {
  return context.rules.some((rule) => rule.kind === 'limit' && rule.bound === 'floor' && rule.on !== 'bonus');
}

/** 每次表扬得1分，满分5分: additions alone go no further than the full marks that the text states. */
function withinStated(state: Held, start: Start, { rules }: ScoreContext): Held {
  const stated = rules.find((rule) => rule.kind === 'fullMarks' && !rule.starts);
  if (start.full || stated?.kind !== 'fullMarks' || state.points.lte(stated.points)) return state;
  const details = { at: stated.points.toString(), from: state.points.toString(), on: 'score' };
  return { ...state, points: stated.points, reason: [...state.reason, { code: 'limit-cap', span: stated.span, details }] };
}

/** The convention: from full marks nothing falls below 0 unless the text says so; below a start of nothing that is a question. */
function conventional(state: Held, start: Start, context: ScoreContext): Held {
  if (statesFloor(context) && limitsOn(context.rules, 'score').some((limit) => limit.bound === 'floor')) return state;
  if (state.points.gte(0)) return state;
  if (!start.full) return statesFloor(context) ? state : { ...state, issue: state.issue ?? 'missing-floor' };
  return {
    ...state,
    points: zero,
    reason: [...state.reason, { code: 'limit-zero', span: null, details: { from: state.points.toString() } }],
  };
}

function end(
  start: Start & { readonly points: Decimal },
  contributions: readonly Contribution[],
  side: 'low' | 'high',
  context: ScoreContext,
): Held {
  const change = changeOf(contributions, side, context);
  const total: Held = { ...change, points: start.points.plus(change.points) };
  return conventional(withinStated(limited(total, 'score', context), start, context), start, context);
}

interface Particular {
  readonly contributions: readonly Contribution[];
  readonly issue: IssueCode | null;
}

/** 仅发生一次扣10分 beside 每次扣4分: the particular number goes before the general step, and a person confirms it. */
function particular(contributions: readonly Contribution[], context: ScoreContext): Particular {
  const moves = (kind: Rule['kind']): boolean =>
    contributions.some(({ rule, high }) => rule.kind === kind && high !== null && !high.isZero());
  const further = contributions.some(({ rule }) => rule.kind === 'step' && rule.further);
  if (context.entry.parts || further || !moves('band') || !moves('step')) return { contributions, issue: null };
  return { contributions: contributions.filter(({ rule }) => rule.kind !== 'step'), issue: 'overlap' };
}

/**
 * The points of an entry after all its steps.
 *
 * @param all the `adjust` contributions of the entry (signed changes); @param base points that another rule has set, which the
 *   steps then change; null: full marks for deductions, nothing for additions
 * @returns the points (low and high differ where a rater chooses) with the issue that makes them uncertain
 */
export function tally(all: readonly Contribution[], context: ScoreContext, base: Decimal | null = null): Tally {
  const { contributions, issue: doubled } = particular(all, context);
  const start: Start = base ? { points: base, issue: null, full: true } : startOf(contributions, context);
  const issue = doubled ?? contributions.find((each) => each.issue !== null)?.issue ?? null;
  const reason = contributions.flatMap((each) => each.reason);
  if (start.points === null) return { low: null, high: null, issue: issue ?? 'other', reason };
  const from = { ...start, points: start.points };
  const [low, high] = [end(from, contributions, 'low', context), end(from, contributions, 'high', context)];
  const started: ReasonStep = { code: 'start', span: null, details: { points: start.points.toString() } };
  return {
    low: low.points,
    high: high.points,
    issue: issue ?? start.issue ?? high.issue ?? low.issue,
    reason: [started, ...reason, ...high.reason],
  };
}
