/** What is open in amounts: deductions without an end, numbers left to the rater, once or for each, steps that run away from their band. */
import { unitLabel } from '../quantity';
import type { BandRule, LimitRule, Rule, StepRule } from '../rule';
import { isFull } from './coverage';
import { issue, union, type FoundIssue } from './issue';

const isBand = (rule: Rule): rule is BandRule => rule.kind === 'band';
const isStep = (rule: Rule): rule is StepRule => rule.kind === 'step';
const isLimit = (rule: Rule): rule is LimitRule => rule.kind === 'limit';

/** Deductions that never end, bounds whose sign leaves the meaning open, a cap that may bind both ways. */
function limitIssues(rules: readonly Rule[]): readonly FoundIssue[] {
  const steps = rules.filter(isStep);
  const limits = rules.filter(isLimit);
  const deducting = steps.find(({ amount }) => amount.mode === 'deduct');
  const found = limits.filter(({ doubtful }) => doubtful).map(({ span }) => issue('floor-or-cap', span));
  if (deducting && limits.length === 0) found.push(issue('missing-floor', deducting.span));
  const both = deducting && steps.some(({ amount }) => amount.mode === 'add');
  const [only] = limits;
  // 基本分5分，最高不超过10分: what both start from is bounded with them.
  const based = rules.some((rule) => rule.kind === 'fullMarks' && rule.starts);
  if (both && !based && only && limits.length === 1 && only.bound === 'cap' && only.on !== 'bonus')
    found.push(issue('floor-or-cap', only.span));
  return found;
}

/** 扣分 without a number; 扣5-10分 leaves the number to the rater. `Up to 2 points` (from 0) is a stated range. */
function amountIssues(rules: readonly Rule[]): readonly FoundIssue[] {
  return rules.flatMap((rule) => {
    const amount = rule.kind === 'step' ? rule.amount : 'award' in rule ? rule.award.amount : null;
    if (!amount) return [];
    const open =
      amount.low === null || (amount.mode === 'deduct' && amount.high !== null && !amount.low.eq(amount.high) && amount.low.gt(0));
    return open
      ? [
          issue('undefined-amount', rule.span, {
            low: amount.low ? amount.low.toFixed() : '',
            high: amount.high ? amount.high.toFixed() : '',
          }),
        ]
      : [];
  });
}

/** What happens again and again; a state (制度不健全, 未建立台账) simply is so. */
const recurs =
  /投诉|事故|隐患|迟到|早退|旷工|缺勤|缺席|违[章规纪]|差错|失误|串岗|脱岗|睡岗|返工|退货|纠纷|处罚|通报|\b(?:complaint|accident|incident|absence|error|mistake|violation|breach|late\b|lateness|missed|missing)/i;

/** 被投诉扣5分, and nothing else: a deduction of so much for something that may happen again. */
const isPlainDeduction = ({ times, amount, phrases }: StepRule): boolean =>
  times === 'open' && amount.mode === 'deduct' && amount.of === 'points' && amount.low !== null && amount.low.eq(amount.high ?? amount.low) &&
  !phrases.some((phrase) => /^not |[(<>≤≥]|\d/.test(phrase)); // prettier-ignore

/** 超过1小时扣0.5分: once, or for every hour? */
function onceIssues(rules: readonly Rule[]): readonly FoundIssue[] {
  const steps = rules.filter(isStep);
  const plain = steps.length === rules.length && steps.every(isPlainDeduction);
  const event = plain ? steps.find(({ phrases }) => phrases.some((phrase) => recurs.test(phrase))) : undefined;
  return steps.flatMap((rule) =>
    rule.times === 'open' && (rule.trigger !== 'event' || rule === event)
      ? [issue('once-or-each', rule.span, { unit: unitLabel(rule.each.unit, 'zh') })]
      : [],
  );
}

/** 低于99%为满分, 每降低1%扣2分: the step runs away from where the band gives. */
function directionIssues(rules: readonly Rule[]): readonly FoundIssue[] {
  const step = rules.filter(isStep).find(({ amount, trigger }) => amount.mode === 'deduct' && (trigger === 'below' || trigger === 'above'));
  if (!step) return [];
  return rules.filter(isBand).flatMap((band) => {
    if (!(isFull(band) || band.award.amount?.mode === 'add') || band.measure === 'ratio') return [];
    const downwards = band.interval.low === null && band.interval.high !== null;
    const upwards = band.interval.high === null && band.interval.low !== null;
    const wrong = (step.trigger === 'below' && downwards) || (step.trigger === 'above' && upwards);
    return wrong ? [issue('contradiction', union(band.span, step.span))] : [];
  });
}

/** What is open in the amounts of a reading. */
export const amountsIssues = (rules: readonly Rule[]): readonly FoundIssue[] => [
  ...limitIssues(rules),
  ...amountIssues(rules),
  ...onceIssues(rules),
  ...directionIssues(rules),
];
