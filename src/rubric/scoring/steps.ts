/**
 * Scores steps: how many occurrences or how far from the base, how many steps that makes, what they take or give.
 * What the text leaves open (part of a step, once or each, an amount without number) comes back as an issue beside the likeliest change.
 */
import { contains } from '../interval';
import { bestLikeness } from '../likeness';
import { sameKind } from '../quantity';
import type { StepRule } from '../rule';
import type { Contribution, ScoreContext, Scorer } from '../scorer';
import { partEntries } from './parts';
import { contribution, isCount, resembles, type Measured } from './stepContribution';
import { measure } from './stepDistance';
import { events } from './stepEvents';
import { multiplied } from './stepFactors';

/** Steps of one matter only: the words of an entry choose among them as among events. */
function measured(all: readonly StepRule[], context: ScoreContext): readonly Contribution[] {
  const limited = all.filter((rule) => rule.within !== null);
  if (limited.length > 0)
    return [
      ...stretches(limited, context),
      ...measured(
        all.filter((rule) => rule.within === null),
        context,
      ),
    ];
  const rules = all;
  const found = rules.flatMap((rule) => {
    const distanceFound = measure(rule, context);
    return distanceFound ? [{ rule, measured: distanceFound }] : [];
  });
  const zeroBased = found.filter(({ rule }) => rule.base === 'zero');
  const best = [...zeroBased].sort((a, b) => b.measured.strength - a.measured.strength)[0];
  const kept = meant(
    found.filter((each) => each.rule.base !== 'zero' || each === best),
    context,
  );
  return twice(kept.map(({ rule, measured }) => contribution(rule, measured, context)));
}

interface Met {
  readonly rule: StepRule;
  readonly measured: Measured;
}

/** 少2床 under 每少一种扣1分 and 每少一床扣2分: of several counts the one that the entry's unit names. */
function ofUnit(found: readonly Met[], unit: StepRule['each']['unit']): readonly Met[] {
  const own = unit !== null && found.some(({ rule }) => rule.each.unit === unit);
  return own ? found.filter(({ rule }) => rule.each.unit === unit || !sameKind(rule.each.unit, unit)) : found;
}

/** 多家供应商的每高5%扣1分；单一供应商的每高5%扣1分: whichever is meant, so much is taken. */
const alike = (a: Met, b: Met): boolean =>
  a.rule.trigger === b.rule.trigger &&
  a.rule.amount.mode === b.rule.amount.mode &&
  a.rule.each.unit === b.rule.each.unit &&
  a.rule.each.amount.eq(b.rule.each.amount) &&
  String(a.rule.amount.low) === String(b.rule.amount.low) &&
  a.measured.distance.eq(b.measured.distance);

/** Of several steps on one measure the one that the entry's words name; without words those that know where they start. */
function meant(all: readonly Met[], { entry }: ScoreContext): readonly Met[] {
  const found = ofUnit(all, entry.quantity?.unit ?? null);
  if (found.length < 2) return found;
  if (entry.words === '') {
    const based = found.filter(({ rule, measured: { issue } }) => rule.base !== null || issue === null);
    return based.length > 0 ? based : found;
  }
  if (found.every((one) => alike(one, found[0] as Met))) return found.slice(0, 1);
  const named = found.map((one) => ({ one, strength: bestLikeness(entry.words, one.rule.phrases.slice(1)).strength }));
  const [first, second] = [...named].sort((a, b) => b.strength - a.strength);
  return first && second && first.strength >= resembles && first.strength > second.strength + 0.1 ? [first.one] : found;
}

/** 每延误一天扣1分，超过3天每天扣2分: where two steps of one direction both count, nobody says whether they add up. */
function twice(contributions: readonly Contribution[]): readonly Contribution[] {
  const moving = contributions.filter(({ high }) => high !== null && !high.isZero());
  const negative = moving.filter(({ high }) => high?.isNegative());
  const doubled = negative.length > 1 || moving.length - negative.length > 1;
  return doubled ? contributions.map((each) => ({ ...each, issue: each.issue ?? 'once-or-each' })) : contributions;
}

/** Steps that hold for some distances only (5-10 over: 1 point each): the lowest stretch is plain, higher ones and shared ends are open. */
function stretches(rules: readonly StepRule[], context: ScoreContext): readonly Contribution[] {
  const found = rules.flatMap((rule) => {
    const distanceFound = measure(rule, context);
    return distanceFound ? [{ rule, measured: distanceFound }] : [];
  });
  const first = found[0];
  if (!first) return [];
  if (first.measured.distance.isZero()) return [contribution(first.rule, first.measured, context)];
  const holding = found.filter(({ rule, measured: { distance: at } }) => rule.within && contains(rule.within, at));
  const chosen = holding[0];
  if (!chosen) return [];
  const lowest = chosen.rule.overall || chosen.rule.within?.low === null || chosen.rule.within?.low.at.isZero();
  const issue = holding.length > 1 ? 'shared-boundary' : lowest ? chosen.measured.issue : 'once-or-each';
  return [contribution(chosen.rule, { ...chosen.measured, issue }, context)];
}

const isEvent = (rule: StepRule): boolean => rule.trigger === 'event';

/** { 冲洗不净: 3 }: a bare number under words that name an occurrence, and nothing that is measured, is how often. */
function namesEvent(rules: readonly StepRule[], { entry }: ScoreContext): boolean {
  if (entry.words === '') return false;
  const met = (of: readonly StepRule[]): number => Math.max(0, ...of.map(({ phrases }) => bestLikeness(entry.words, phrases).strength));
  const event = met(rules.filter(isEvent));
  return event >= resembles && event > met(rules.filter((rule) => !isEvent(rule))) + 0.1;
}

function scoreOne(rules: readonly StepRule[], context: ScoreContext): readonly Contribution[] {
  const happened = rules.filter(isEvent);
  const unit = context.entry.quantity?.unit ?? null;
  if ((unit === null || isCount(unit)) && namesEvent(rules, context)) return events(happened, context);
  const own = unit !== null && isCount(unit) && happened.some(({ each }) => each.unit === unit);
  const values = measured(rules.filter((rule) => !isEvent(rule) && !(own && isCount(rule.each.unit) && rule.each.unit !== unit)), context); // prettier-ignore
  if (values.length > 0 && (context.entry.words === '' || values.some(({ strength }) => strength === 1))) {
    const both = happened.length > 0 && unit === null && context.entry.words === '';
    return both ? values.map((value) => ({ ...value, issue: value.issue ?? 'other' })) : values;
  }
  const counts = events(happened, context);
  return counts.length > 0 ? counts : values;
}

/**
 * Scores all steps of a text together.
 *
 * @returns for each step that the entry meets a signed change of points (an entry of zero or a denial meets it with 0); nothing where the
 *   entry's words or unit have nothing to do with any step
 */
export const scoreSteps: Scorer<'step'> = (rules, context) => {
  const { entry } = context;
  if (rules.length === 0) return [];
  if (entry.parts) return partEntries(entry).flatMap((part) => multiplied(rules, { ...context, entry: part }, scoreOne));
  return entry.kind === 'number' || entry.kind === 'text' ? multiplied(rules, context, scoreOne) : [];
};
