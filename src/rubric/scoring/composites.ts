/** Sub-scores: each part of the entry is scored by its part of the rubric; the sum, or the sum of shares, is the result. */
import Decimal from 'decimal.js';
import type { EntryReading } from '../entry';
import { likeness } from '../likeness';
import type { PartRule } from '../rule';
import type { Contribution, PartResult, ScoreContext, Scorer } from '../scorer';
import type { IssueCode } from '../types';

const zero = new Decimal(0);
const one = new Decimal(1);
const resembles = 0.6;
/** 台账缺项 for 台账齐全: enough where no other part comes near. */
const recalls = 0.3;
const clearly = 0.15;

/** How well a part's name meets a part of the rubric: its name, or how both begin. */
function resemblance(name: string, rule: PartRule): number {
  const begins = name.slice(0, 2) === rule.name.slice(0, 2) ? recalls + clearly : 0;
  return Math.max(begins, likeness(name, rule.name).strength);
}

/** The entry's part that a part of the rubric means: 线上 for 线上响应速度. */
function entryFor(rule: PartRule, entry: EntryReading): EntryReading | null {
  const met = Object.entries(entry.parts ?? {}).map(([name, part]) => ({ part, strength: resemblance(name, rule) }));
  const [best, next] = met.sort((a, b) => b.strength - a.strength);
  if (!best) return null;
  return best.strength >= resembles || (best.strength >= recalls && best.strength >= (next?.strength ?? 0) + clearly) ? best.part : null;
}

/** A part without criteria of its own: the rater gives its points, at most its full marks. */
function given(rule: PartRule, entry: EntryReading): PartResult | null {
  const points = entry.quantity?.amount;
  if (rule.rules.length > 0 || !points) return null;
  const beyond = points.isNegative() || (rule.fullMarks !== null && points.gt(rule.fullMarks));
  return { tier: null, low: points, high: points, issue: beyond ? 'other' : null, reason: [] };
}

interface Scored {
  readonly rule: PartRule;
  readonly result: PartResult;
}

function scoreOne(rule: PartRule, context: ScoreContext): Scored | null {
  const entry = entryFor(rule, context.entry);
  if (!entry) return null;
  const result = given(rule, entry) ?? context.scorePart(rule.rules, { ...context, entry, fullMarks: rule.fullMarks, target: null });
  return { rule, result };
}

function total(scored: readonly Scored[], end: 'low' | 'high'): Decimal | null {
  const parts = scored.map(({ rule, result }) => result[end] && (result[end] as Decimal).times(rule.share ?? one));
  return parts.some((part) => part === null) ? null : parts.reduce<Decimal>((sum, part) => sum.plus(part as Decimal), zero);
}

/** Scores all parts together. A part without an entry leaves the whole without a result. */
export const scoreParts: Scorer<'part'> = (rules, context): readonly Contribution[] => {
  const first = rules[0];
  if (!first || !context.entry.parts) return [];
  const scored = rules.map((rule) => scoreOne(rule, context));
  if (scored.some((each) => each === null)) return [];
  const all = scored as readonly Scored[];
  const [low, high] = [total(all, 'low'), total(all, 'high')];
  const open: IssueCode | null = all.find(({ result }) => result.issue !== null)?.result.issue ?? null;
  const reason = all.flatMap(({ rule, result }) => [...result.reason, partStep(rule, result)]);
  return [
    {
      rule: first,
      kind: low === null ? 'open' : 'result',
      tier: null,
      low,
      high,
      issue: low === null ? (open ?? 'other') : open,
      strength: 1,
      reason,
    },
  ];
};

function partStep(rule: PartRule, result: PartResult): Contribution['reason'][number] {
  const details = { name: rule.name, points: result.high?.toFixed() ?? '', share: rule.share?.toFixed() ?? '' };
  return { code: 'part', span: rule.span, details };
}
