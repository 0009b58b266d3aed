/**
 * The rules that a criteria text is read into: plain data, one shape a family. What a rule gives is an award; awards are
 * combined by score.ts in this order: veto, then what sets a result (band, label, level, formula), then what adjusts it (step), then limits.
 */
import type Decimal from 'decimal.js';
import type { Interval } from './interval';
import type { Quantity, Span } from './types';
import type { UnitName } from './quantity';

/**
 * What a rule does to the points. `set` 得10分, 满分, 不得分; `deduct` 扣2分 (from full marks); `add` 加1分.
 * One number: low equals high. A range (得25-30分, 扣5-10分): the rater chooses. No number (扣分): both null.
 */
export interface Amount {
  readonly mode: 'set' | 'deduct' | 'add';
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  /** `points`, or a share of the row's full marks as a fraction (满分 is 1, 一半分 0.5, 扣除2%分值 0.02). */
  readonly of: 'points' | 'fullMarks';
}

/** What a rule gives: a tier, an amount, or both. */
export interface Award {
  readonly tier: string | null;
  readonly amount: Amount | null;
}

interface RuleBase {
  /** Where it stands in the original text. */
  readonly span: Span;
}

/** What a number is: the value itself, value ÷ target (in %), or value − target. */
export type Measure = 'value' | 'ratio' | 'difference';

/** Interval → award: 90-100分为优秀, 完成率90%以上20分, 超过同期5分 (measure `difference`). */
export interface BandRule extends RuleBase {
  readonly kind: 'band';
  /** What is measured, where the clause names it (错误率): tells bands on different things apart. */
  readonly subject: string | null;
  readonly measure: Measure;
  readonly interval: Interval;
  readonly unit: UnitName | null;
  /** Whether only whole numbers occur (counts). */
  readonly whole: boolean;
  /** How it was written: `bare` (完成90%得5分) and `below` (80分以下) are settled when all bands are known. */
  readonly form?: 'compared' | 'range' | 'below' | 'bare';
  /** The bound of a range that nothing is said about where (含) stands at the other (85分(含)至95分): settled when all bands are known. */
  readonly open?: 'low' | 'high';
  /** The interval is in points of this very row (A 得25-30分): the label gives the range, a number lands in its label. */
  readonly ofPoints?: boolean;
  /** Which way the number counts where the text knows both (提前1天 beside 延迟1天): below is early. */
  readonly way?: 'below' | 'above';
  /** The number is itself the distance to a reference (超预算5%以内), so a range behind it goes on from there. */
  readonly offset?: boolean;
  /** The short name (letter or tier word) that an entry may use instead of a number. */
  readonly label?: string | null;
  /** Words that stand for this band (`完成所有回访安排` for 100 %). */
  readonly phrases: readonly string[];
  readonly award: Award;
}

/** Words → award: 优秀 10分, A 得25-30分, 未制定计划为合格, 是则为优秀. */
export interface LabelRule extends RuleBase {
  readonly kind: 'label';
  /** The short name (letter, tier word, 是, 有) if any. */
  readonly label: string | null;
  /** The descriptions that an entry may quote. */
  readonly phrases: readonly string[];
  readonly award: Award;
}

/** Numbered level → points and/or a description: 1级4分, 3级：着手解决问题. */
export interface LevelRule extends RuleBase {
  readonly kind: 'level';
  readonly level: Decimal;
  /** As printed: `1级`, `Level 1`. */
  readonly name: string;
  readonly phrases: readonly string[];
  readonly award: Award;
}

/** One of the conditions that a joint rule names: a number in bounds, or a state that is so (完课) or is not (未完课). */
export interface JointTest {
  readonly name: string;
  readonly interval: Interval | null;
  readonly unit: UnitName | null;
  readonly holds: boolean;
}

/** Named conditions that hold together: 完课且考试90分以上5分. Without any: what is left (否则0分). */
export interface JointRule extends RuleBase {
  readonly kind: 'joint';
  readonly tests: readonly JointTest[];
  /** How many of them hold (只满足一项: 1, 均不满足: 0); absent: all. */
  readonly holding?: number;
  readonly phrases: readonly string[];
  readonly award: Award;
}

export type PartialStep = 'down' | 'up' | 'proportional' | 'nearest';

/**
 * So much for every so much: 每低1%扣2分, 每次扣5分, 每缩短1个工作日加1分.
 * `trigger` says what is counted: occurrences of `phrases` (`event`), or how far a value lies below/above `base`
 * (a target or the threshold at which the steps start), or movement named by the entry itself (提前3天).
 */
export interface StepRule extends RuleBase {
  readonly kind: 'step';
  readonly trigger: 'event' | 'below' | 'above' | 'away';
  /** What is counted, quotable by an entry: 迟到, 早退. */
  readonly phrases: readonly string[];
  /** Size of a step in its printed unit (1%, 5分钟, 1次). */
  readonly each: Quantity;
  readonly amount: Amount;
  /** Where the steps start: a number, the target, nothing (0), or null where the text does not say (then the target if known). */
  readonly base: Quantity | 'target' | 'zero' | null;
  /** How much of what is counted is free: only what lies behind it counts (从第4次开始每次扣1分: 3; 自第4天起计扣: 3). */
  readonly free?: Decimal;
  /** Whether `each` is a share of the base (每低于目标10%) rather than percent points. */
  readonly relative: boolean;
  readonly partial: PartialStep | null;
  /** Steps only count inside this range of the measured distance (5-10 gms over: 1 point each); null: everywhere. */
  readonly within: Interval | null;
  /** Whether the steps come on top of a flat deduction at their base (低于97%扣2分，每再低1%加扣1分). */
  readonly further?: boolean;
  /** Whether the steps beside it go on below (超出部分每张扣2分): each occurrence is taken once, at its own rate. */
  readonly marginal?: boolean;
  /** Whether the rate of this range holds for all occurrences, those below the range included (超过3个的，全部按每个2分扣). */
  readonly overall?: boolean;
  /** Whether it comes on top of the step beside it, whose occurrences it singles out (其中获奖的每条另加2分). */
  readonly onTop?: boolean;
  /** What the points of the other steps are multiplied by where an entry names these words (第二作者减半计分, 被通报的翻倍扣分). */
  readonly factor?: Decimal;
  /** `once`: a single time however often; `open`: the text does not say whether once or each time. */
  readonly times: 'each' | 'once' | 'open';
}

/** A bound on the score or on what is added or taken: 扣完为止 (floor 0), 最多扣10分, 最高加5分, 最低不低于-5分. */
export interface LimitRule extends RuleBase {
  readonly kind: 'limit';
  /** `rate`: bounds what a formula computes with, in percent (超过120%按120%计). */
  readonly on: 'score' | 'deduction' | 'bonus' | 'change' | 'rate';
  readonly bound: 'floor' | 'cap';
  /** Points, or 'fullMarks' (不超过满分). */
  readonly at: Decimal | 'fullMarks';
  /** How many times the full marks (最高不超过权重分的120%: 1.2); absent: once. */
  readonly times?: Decimal;
  /** How much of what the step before counts makes the bound up (最多扣3天: 3). */
  readonly upTo?: Decimal;
  /** The wording may mean a floor of the score or a cap of the deduction (最低不低于-10分): once it binds, ask. */
  readonly doubtful: boolean;
}

/** A condition that overrides everything: 一票否决, 出现…此项为0分, 不得分. */
export interface VetoRule extends RuleBase {
  readonly kind: 'veto';
  readonly phrases: readonly string[];
  /** Numbers that trigger it, on the entry's own measure (3次及以上记0分); null where words alone do. */
  readonly interval: Interval | null;
  readonly unit: UnitName | null;
  readonly scope: 'item' | 'form';
  readonly award: Award;
}

/** A computation: 达标率×权重, 按实际完成比例评分, 100-(Actual-Target)/Target*100. `expression` is B's own tree. */
export interface FormulaRule extends RuleBase {
  readonly kind: 'formula';
  readonly phrases: readonly string[];
  readonly expression: Expression;
  /** Values of the measure for which it holds; null: everywhere. */
  readonly within: Interval | null;
  readonly unit: UnitName | null;
}

export type Expression =
  | { readonly kind: 'number'; readonly value: Decimal }
  /** The entry, as a fraction where it is a share (85% is 0.85), else in the printed unit. */
  | { readonly kind: 'actual' }
  | { readonly kind: 'target' }
  | { readonly kind: 'fullMarks' }
  /** A named part of the entry ({ Unacceptable: 3 }). */
  | { readonly kind: 'part'; readonly name: string }
  | { readonly kind: 'call'; readonly name: 'abs' | 'min' | 'max' | 'round' | 'floor' | 'ceil'; readonly args: readonly Expression[] }
  | { readonly kind: 'binary'; readonly operator: '+' | '-' | '*' | '/'; readonly left: Expression; readonly right: Expression };

/** A sub-score with its own rules: ①自行测试（5分）：…, 线上响应速度占50% …. */
export interface PartRule extends RuleBase {
  readonly kind: 'part';
  readonly name: string;
  /** Share of the whole (0.5) or own full marks; both null where not given. */
  readonly share: Decimal | null;
  readonly fullMarks: Decimal | null;
  readonly rules: readonly Rule[];
}

/** The row's own full marks, stated in the text: 本项15分, 代码覆盖率（30分）. */
export interface FullMarksRule extends RuleBase {
  readonly kind: 'fullMarks';
  readonly points: Decimal;
  /** 基础分80分: not the most, but where additions and deductions start. */
  readonly starts?: boolean;
}

/** A target and nothing else: 成功率应该高于90%. */
export interface TargetRule extends RuleBase {
  readonly kind: 'target';
  readonly interval: Interval;
  readonly unit: UnitName | null;
}

/** Belongs to the form, not to one row: total formulas, coefficients, rounding, quotas, awards. Never scored here. */
export interface FormRule extends RuleBase {
  readonly kind: 'form';
  readonly what: 'total' | 'coefficient' | 'rounding' | 'quota' | 'ranking' | 'veto' | 'pay' | 'other';
  readonly text: string;
}

/** Left to the rater: 部门负责人综合评分，满分10分. */
export interface ManualRule extends RuleBase {
  readonly kind: 'manual';
  readonly low: Decimal | null;
  readonly high: Decimal | null;
}

export type Rule =
  | BandRule
  | LabelRule
  | LevelRule
  | JointRule
  | StepRule
  | LimitRule
  | VetoRule
  | FormulaRule
  | PartRule
  | FullMarksRule
  | TargetRule
  | FormRule
  | ManualRule;

export type RuleOf<Kind extends Rule['kind']> = Extract<Rule, { kind: Kind }>;
