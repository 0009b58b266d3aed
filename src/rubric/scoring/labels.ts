/** Labels and levels and an entry: tier words, letters, descriptions, level numbers. */
import type Decimal from 'decimal.js';
import { likeness } from '../likeness';
import type { LabelRule, LevelRule } from '../rule';
import type { Contribution, ScoreContext, Scorer } from '../scorer';
import { contributionOf, pointsOf, ruleStep } from './contribution';
import { shown } from './measure';
import { matchWords } from './words';

function named(rules: readonly (LabelRule | LevelRule)[], words: string, context: ScoreContext): readonly Contribution[] {
  const issue = namesSeveral(rules, words) ? 'overlap' : null;
  return matchWords(rules, words).map(({ rule, strength }) =>
    contributionOf(rule, rule.award, context, { strength, reason: [ruleStep(rule, 'named', { words })], issue }),
  );
}

const surely = 0.95;

/** 有制度、有记录 under 有制度得2分；有记录得2分: whether that is one of them or both, the text does not say. */
function namesSeveral(rules: readonly (LabelRule | LevelRule)[], words: string): boolean {
  const pieces = words.split(/[、，,;；]/).filter((piece) => piece.trim().length > 1);
  if (pieces.length < 2 || pieces.length > rules.length) return false;
  if (matchWords(rules, words).some(({ strength }) => strength >= surely)) return false;
  const met = pieces.map((piece) => matchWords(rules, piece)[0]);
  return met.every((one) => one !== undefined && one.strength >= surely) && new Set(met.map((one) => one?.rule)).size > 1;
}

/** Two phrases about one thing, the one denying it: 跟进+记录 is more than what 无记录 denies. */
const sameMatter = 0.9;

/** 有新客户产生10分 / 没有新客户产生0分: a count above zero is the one, zero the other. */
function polar(rules: readonly LabelRule[]): { readonly yes: LabelRule; readonly no: LabelRule } | null {
  const [a, b] = rules;
  if (!a || !b || rules.length !== 2) return null;
  const [x, y] = [a.phrases[0] ?? '', b.phrases[0] ?? ''];
  const met = likeness(x, y);
  if (!met.opposite || met.strength < sameMatter) return null;
  return denies(x) ? { yes: b, no: a } : { yes: a, no: b };
}

const denies = (phrase: string): boolean => /没有|无|未|不|\bno\b|\bnot\b/i.test(phrase);

/** 吸烟1次 is no count of what 完成 and 未完成 are about. */
const isNamed = ({ yes, no }: { readonly yes: LabelRule; readonly no: LabelRule }, { entry: { words } }: ScoreContext): boolean =>
  words === '' || [...yes.phrases, ...no.phrases].some((phrase) => likeness(words, phrase).strength >= 0.5);

function byCount(rules: readonly LabelRule[], context: ScoreContext): readonly Contribution[] {
  const { quantity } = context.entry;
  const pair = quantity && polar(rules);
  if (
    !quantity ||
    !pair ||
    !isNamed(pair, context) ||
    quantity.unit === '%' ||
    !quantity.amount.isInteger() ||
    quantity.amount.isNegative()
  )
    return [];
  const rule = quantity.amount.isZero() ? pair.no : pair.yes;
  return [
    contributionOf(rule, rule.award, context, { strength: 1, reason: [ruleStep(rule, 'counted', { value: shown(quantity.amount) })] }),
  ];
}

/** A bare number that is one of the points given names its label: 10 under 优10分良8分. */
function byPoints(rules: readonly (LabelRule | LevelRule)[], context: ScoreContext): readonly Contribution[] {
  const { quantity } = context.entry;
  if (!quantity || (quantity.unit !== null && quantity.unit !== '分')) return [];
  // 0 beside 每起扣5分 says that nothing happened.
  if (quantity.amount.isZero() && context.rules.some(({ kind }) => kind === 'step' || kind === 'veto')) return [];
  const given = rules.filter((rule) => rule.award.amount?.mode === 'set' && givesExactly(rule, quantity.amount, context));
  return given.slice(0, 1).map((rule) =>
    contributionOf(rule, rule.award, context, {
      strength: 0.9,
      reason: [ruleStep(rule, 'points-named', { value: shown(quantity.amount) })],
    }),
  );
}

function givesExactly(rule: LabelRule | LevelRule, value: Decimal, context: ScoreContext): boolean {
  const points = pointsOf(rule.award.amount, context);
  return points !== null && points.low.eq(points.high) && points.low.eq(value);
}

const wordsOf = ({ entry }: ScoreContext): string => (entry.words !== '' ? entry.words : entry.text);

/** Scores all labels together. */
export const scoreLabels: Scorer<'label'> = (rules, context) => {
  const words = context.entry.quantity === null ? context.entry.text : context.entry.text;
  const exact = named(rules, words, context);
  if (exact.some(({ strength }) => strength >= 0.97) || context.entry.quantity === null) return exact;
  const counted = byCount(rules, context);
  if (counted.length > 0) return counted;
  const direct = context.entry.words === '' ? byPoints(rules, context) : [];
  return direct.length > 0 ? direct : named(rules, wordsOf(context), context);
};

/** Scores all levels together: `4级`, a bare level number, a description; a bare number that is no level may be a level's points. */
export const scoreLevels: Scorer<'level'> = (rules, context) => {
  const { quantity, words, text } = context.entry;
  const byName = named(rules, text, context);
  if (byName.some(({ strength }) => strength >= 0.97) || quantity === null || words !== '') return byName;
  const level = rules.find((rule) => rule.level.eq(quantity.amount) && (quantity.unit === null || quantity.unit === '级'));
  const points = byPoints(rules, context);
  if (!level) return points;
  const doubt = points.some((other) => other.rule !== level) && quantity.unit === null;
  return [
    contributionOf(level, level.award, context, {
      strength: 1,
      reason: [ruleStep(level, 'level', { value: shown(quantity.amount) })],
      issue: doubt ? 'other' : null,
    }),
  ];
};
