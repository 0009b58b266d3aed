/** Points in a straight line between the numbers that the bands of a text fix: 100%以上得满分，60%以下得0分，之间按内插法计算. */
import Decimal from 'decimal.js';
import type { Clause } from '../clause';
import type { Interval } from '../interval';
import type { BandRule, Expression, FormulaRule, Rule, RuleOf } from '../rule';
import type { FamilyContext, FamilyReading } from './family';

const actual: Expression = { kind: 'actual' };
const number = (value: Decimal.Value): Expression => ({ kind: 'number', value: new Decimal(value) });
const times = (left: Expression, right: Expression): Expression => ({ kind: 'binary', operator: '*', left, right });

function formula(clause: Clause, expression: Expression, unit: FormulaRule['unit'], within: Interval): FormulaRule {
  return { kind: 'formula', span: clause.span, phrases: [], expression, within, unit };
}

const between = /内插|插值|线性(?!规划)|按比例(?:计算|得分|计分|折算|递减|递增)?$|interpolat|linear/i;

interface Anchor {
  /** Whether the band itself owns the number: 低于60% gives nothing at 60. */
  readonly owned: boolean;
  readonly at: Decimal;
  readonly points: Expression;
}

/** 超过10小时为0分. */
function nothingAt({ interval, unit, award }: RuleOf<'veto'>): ReturnType<typeof anchorOf> {
  const bound = interval && (interval.low ?? interval.high);
  return bound && award.amount?.low?.isZero() ? [{ at: bound.at, points: number(0), unit, owned: bound.inclusive }] : [];
}

/** The number at which a band's points hold exactly: of thresholds their edge. */
function anchorOf(rule: Rule): readonly (Anchor & { readonly unit: BandRule['unit'] })[] {
  if (rule.kind === 'veto') return nothingAt(rule);
  if (rule.kind !== 'band' || rule.award.amount?.mode !== 'set') return [];
  const { low, high, of } = rule.award.amount;
  const bound = rule.interval.low ?? rule.interval.high;
  const at = bound?.at;
  if (!at || !low || !high || !low.eq(high)) return [];
  const points: Expression = of === 'points' ? number(low) : times(number(low), { kind: 'fullMarks' });
  return [{ at, points, unit: rule.unit, owned: bound?.inclusive === true || rule.form === 'below' }];
}

/** The straight line between two anchors. A share is a fraction inside formulas. */
function line(a: Anchor, b: Anchor, scale: number): Expression {
  const minus = (left: Expression, right: Expression): Expression => ({ kind: 'binary', operator: '-', left, right });
  const over = (left: Expression, right: Expression): Expression => ({ kind: 'binary', operator: '/', left, right });
  const [from, to] = [number(a.at.div(scale)), number(b.at.div(scale))];
  const slope = over(minus(b.points, a.points), minus(to, from));
  return { kind: 'binary', operator: '+', left: a.points, right: times(minus(actual, from), slope) };
}

/** The numbers up to which the line goes, by the clause itself: 超过1小时少于10小时，采用线性扣分. */
const named = ({ items }: Clause): readonly Decimal[] =>
  items.flatMap((item) => {
    if (item.kind !== 'interval') return [];
    return [item.interval.low, item.interval.high].flatMap((bound) => (bound && !bound.inclusive ? [bound.at] : []));
  });

/** What the bands of the text fix, those behind the clause included. */
function anchorsOf(clause: Clause, context: FamilyContext): ReturnType<typeof anchorOf> {
  const behind = context.clauses.slice(context.index + 1).filter(({ text }) => !between.test(text));
  const later = behind.length > 0 ? context.readPart(behind).rules : [];
  const ends = named(clause);
  return [...context.rules, ...later]
    .flatMap(anchorOf)
    .map((anchor) => ({ ...anchor, owned: anchor.owned || ends.some((end) => end.eq(anchor.at)) }))
    .sort((a, b) => a.at.cmp(b.at));
}

/**
 * 之间按内插法计算: between neighbouring numbers that the bands of the text fix the points run in a straight line.
 *
 * @returns a formula for each stretch; null where the clause interpolates nothing or fewer than two numbers are fixed
 */
export function interpolated(clause: Clause, context: FamilyContext): FamilyReading | null {
  const { amount } = clause.award ?? { amount: null };
  if (!between.test(clause.text) || (amount?.mode === 'deduct' && amount.low !== null)) return null;
  const anchors = anchorsOf(clause, context);
  const distinct = anchors.filter((anchor, index) => index === 0 || !anchor.at.eq((anchors[index - 1] as Anchor).at));
  if (distinct.length < 2) return null;
  const rules = distinct.slice(1).map((upper, index) => {
    const lower = distinct[index] as Anchor & { readonly unit: BandRule['unit'] };
    const within: Interval = { low: { at: lower.at, inclusive: true }, high: { at: upper.at, inclusive: true } };
    return formula(clause, line(lower, upper, upper.unit === '%' ? 100 : 1), upper.unit, within);
  });
  const gives = clause.award?.amount?.low !== null && clause.award?.amount?.low !== undefined && /[，,]/.test(clause.text);
  const loose = distinct.some(({ owned }) => !owned);
  return { rules, doubtful: gives || loose, issues: loose ? [{ code: 'undefined-amount' }] : [] };
}
