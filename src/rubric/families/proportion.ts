/**
 * Points by computation: 达标率*权重, 实际/目标×10分, 按实际完成比例评分, 按内插法计算, `100 - ((Actual - Target) / Target) * 100`.
 */
import Decimal from 'decimal.js';
import type { Clause } from '../clause';
import { leavesOf, readExpression } from '../expression';
import type { Interval } from '../interval';
import type { BandRule, Expression, FormulaRule, Rule } from '../rule';
import type { Family, FamilyContext, FamilyReading } from './family';

const byRate =
  /(?:按照?|依据?|根据|以)(?:照)?[^，,。;；]{0,16}?(?:百分比|比例|完成率|达成率|达标率|合格率|进度|比率|完成情况比例)(?:进行)?(?:来)?(?:计分|评分|赋分|得分|给分|打分|计算得分|计算分数|计算分值|折算得分|折算分数|折算|计算|核算得分|计)(?:分)?/;
const proRata =
  /(?:points?|credit|score|marks?) (?:is |are |will be )?(?:awarded |given |calculated )?(?:pro[- ]?rata|proportional(?:ly)?|in proportion)/i;
const hundredCue =
  /(?<!(?:低于|不足|小于|少于|超过|高于|大于|达到|[<>≤≥])\d{0,3}\.?)(?<![\d.])(?:完成)?(\d+(?:\.\d+)?)%(?:计|记|得|为|计为|记为|是)(\d+(?:\.\d+)?)分|0\s?[-~至到]\s?100|百分制/;

const actual: Expression = { kind: 'actual' };
const number = (value: Decimal.Value): Expression => ({ kind: 'number', value: new Decimal(value) });
const times = (left: Expression, right: Expression): Expression => ({ kind: 'binary', operator: '*', left, right });

function formula(clause: Clause, expression: Expression, unit: FormulaRule['unit'], within: Interval | null = null): FormulaRule {
  return { kind: 'formula', span: clause.span, phrases: [], expression, within, unit };
}

/** 按实际完成比例评分: the rate times the full marks; an example (80%计为80分) or a scale of 0-100 says that these are 100. */
function rateFormula(clause: Clause, context: FamilyContext): FamilyReading | null {
  if (!byRate.test(clause.text) && !proRata.test(clause.text)) return null;
  const around = context.clauses.map(({ text }) => text).join('，').slice(0, 400); // prettier-ignore
  if (rangeIn(clause) === null && /每(?!月|年|日|周|季)/.test(around.slice(0, 200)) && !/赋分|按完成率/.test(clause.text)) return null;
  const found = hundredCue.exec(around);
  const cue = found?.[2] !== undefined && Number(found[2]) === 0 ? null : found;
  const full = cue
    ? cue[1]
      ? number(new Decimal(cue[2] as string).div(cue[1]).times(100))
      : number(100)
    : ({ kind: 'fullMarks' } as const);
  const example = context.clauses[context.index + 1];
  const used = example && cue?.[1] && hundredCue.test(example.text) ? 2 : 1;
  return { rules: [formula(clause, times(actual, full), '%', rangeIn(clause))], used };
}

/** 80%≤完成率<100%，按完成率×权重计分: the stretch of the rate for which the formula holds. */
function rangeIn(clause: Clause): Interval | null {
  const found = clause.items.filter(
    (item) => item.kind === 'interval' && (item.unit === '%' || (item.unit === null && item.form !== 'below')),
  );
  const [only] = found;
  return found.length === 1 && only?.kind === 'interval' ? only.interval : null;
}

const heading = /^(?:[A-Za-z][A-Za-z ]{1,24}|[\p{Script=Han}]{2,12}):\s*/u;

/** The formula of a clause: what stands behind `=`, 即 or a heading; the clause as a whole where it is nothing but a formula. */
function formulaText(text: string): readonly string[] {
  const trimmed = text
    .replace(/(?<=[×*÷/].{1,20})(?:进行)?(?:计算得分|计分|得分|计算|评分|赋分|给分)$/, '')
    .replace(/[（(][^（()）]{0,30}(?:满分|最高|封顶|上限)[^（()）]{0,20}[）)]\s*$/, '')
    .trim();
  const equals = trimmed.lastIndexOf('=');
  const named = /(?:即|公式为?[:：]?|按)\s*([^，,。;；]+)$/.exec(trimmed)?.[1];
  const candidates = [equals >= 0 ? trimmed.slice(equals + 1) : null, named ?? null, trimmed.replace(heading, ''), trimmed];
  return candidates.filter((each): each is string => each !== null);
}

/** A form's own sum (总分=业绩*80%+行为*20%) is not a row's formula: that needs the value itself, its target or the entry's parts. */
function isOfRow(tree: Expression, text: string): boolean {
  const leaves = leavesOf(tree);
  const parts = leaves.filter(({ kind }) => kind === 'part').length;
  return leaves.some(({ kind }) => kind === 'actual') || (parts >= 2 && leaves.some(({ kind }) => kind === 'number') && /[*×]/.test(text));
}

const rateName = /率|比例|百分比|rate|percent/i;
const totals =
  /^(?:[^=]{0,16})(?:总分|总得分|最终得分|综合得分|考核总分|最终成绩|考核成绩|绩效得分|绩效工资|奖金|工资|系数|指标值)[^=]{0,6}=/;

/** 完成率=回访条数*(200*人数)*天数: a rate has to divide; a sign was lost. */
const undividedRate = /^[^=:为]{0,20}(?:率|比例|百分比)\s*(?:=|为?[:：])[^/÷]*[*×xX][^/÷]*$/;

/** 回款率=实际回款额/应收款额×100%: how the rate is worked out that the other clauses speak of; no points. */
const definition = /^[^=，,]{0,20}(?:率|比例|比重|占比|百分比|rate|ratio)\s*(?:\([^()]*\))?\s*=[^=]*[×*xX]\s?100\s?%\s*$/i;

function written(clause: Clause): FamilyReading | null {
  if (definition.test(clause.text)) return { rules: [] };
  if (undividedRate.test(clause.text) && !/%|除以|占|之比|权重|分值/.test(clause.text))
    return { rules: [], doubtful: true, issues: [{ code: 'lost-text', details: { found: clause.text, suggested: '' } }] };
  if (clause.award?.amount && clause.award.amount.mode !== 'set') return null;
  if (totals.test(clause.text) || /∑|Σ/.test(clause.text) || !/[*×÷/+-]/.test(clause.text)) return null;
  for (const text of formulaText(clause.text)) {
    const tree = /[*×÷/]/.test(text) ? readExpression(text) : null;
    if (!tree || !isOfRow(tree, text)) continue;
    const leaves = leavesOf(tree);
    const rate = leaves.some(({ kind }) => kind === 'fullMarks') && !leaves.some(({ kind }) => kind === 'target') && rateName.test(text);
    const within = rate ? rangeIn(clause) : null;
    const bounded = clause.items.some((item) => item.kind === 'interval' && item.end - clause.start <= clause.text.indexOf(text));
    return { rules: [formula(clause, tree, rate ? '%' : null, within)], doubtful: bounded && within === null };
  }
  return null;
}

/** 按比例得分：完成率×20分: the formula behind the heading says more than the heading. */
const headed = (clause: Clause): FamilyReading | null => (/^[^:]{2,12}:[^:]*[×*]\s?\d/.test(clause.text) ? written(clause) : null);

const between = /内插|插值|线性(?!规划)|按比例(?:计算|得分|计分|折算|递减|递增)?$|interpolat|linear/i;

interface Anchor {
  /** Whether the band itself owns the number: 低于60% gives nothing at 60. */
  readonly owned: boolean;
  readonly at: Decimal;
  readonly points: Expression;
}

/** The number at which a band's points hold exactly: of thresholds their edge. */
function anchorOf(rule: Rule): readonly (Anchor & { readonly unit: BandRule['unit'] })[] {
  if (rule.kind !== 'band' || rule.award.amount?.mode !== 'set') return [];
  const { low, high, of } = rule.award.amount;
  const bound = rule.interval.low ?? rule.interval.high;
  const at = bound?.at;
  if (!at || !low || !high || !low.eq(high)) return [];
  const points: Expression = of === 'points' ? number(low) : times(number(low), { kind: 'fullMarks' });
  return [{ at, points, unit: rule.unit, owned: bound?.inclusive === true }];
}

/** The straight line between two anchors. A share is a fraction inside formulas. */
function line(a: Anchor, b: Anchor, scale: number): Expression {
  const minus = (left: Expression, right: Expression): Expression => ({ kind: 'binary', operator: '-', left, right });
  const over = (left: Expression, right: Expression): Expression => ({ kind: 'binary', operator: '/', left, right });
  const [from, to] = [number(a.at.div(scale)), number(b.at.div(scale))];
  const slope = over(minus(b.points, a.points), minus(to, from));
  return { kind: 'binary', operator: '+', left: a.points, right: times(minus(actual, from), slope) };
}

/** 之间按内插法计算: between neighbouring anchors of the bands read so far the points run in a straight line. */
function interpolated(clause: Clause, context: FamilyContext): FamilyReading | null {
  if (!between.test(clause.text) || clause.award?.amount?.mode === 'deduct') return null;
  const anchors = context.rules.flatMap(anchorOf).sort((a, b) => a.at.cmp(b.at));
  const distinct = anchors.filter((anchor, index) => index === 0 || !anchor.at.eq((anchors[index - 1] as Anchor).at));
  if (distinct.length < 2) return null;
  const rules = distinct.slice(1).map((upper, index) => {
    const lower = distinct[index] as Anchor & { readonly unit: BandRule['unit'] };
    const within: Interval = { low: { at: lower.at, inclusive: true }, high: { at: upper.at, inclusive: true } };
    return formula(clause, line(lower, upper, upper.unit === '%' ? 100 : 1), upper.unit, within);
  });
  const gives = clause.award?.amount?.low !== null && clause.award?.amount?.low !== undefined && /[，,]/.test(clause.text);
  return { rules, doubtful: gives || distinct.some(({ owned }) => !owned) };
}

/** Computed points. */
export const proportionFamily: Family = {
  name: 'proportion',
  read(clause, context) {
    if (clause.text.length > 400) return null;
    return interpolated(clause, context) ?? headed(clause) ?? rateFormula(clause, context) ?? written(clause);
  },
};
