/**
 * Points by computation: 达标率*权重, 实际/目标×10分, 按实际完成比例评分, 按内插法计算, `100 - ((Actual - Target) / Target) * 100`.
 */
import Decimal from 'decimal.js';
import type { Clause } from '../clause';
import { leavesOf, readExpression } from '../expression';
import type { Interval } from '../interval';
import type { Expression, FormulaRule } from '../rule';
import type { Family, FamilyContext, FamilyReading } from './family';
import { interpolated } from './interpolation';

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
  if (saysWhatIsMeasured(clause, around)) return null;
  if (rangeIn(clause, context) === null && /每(?!月|年|日|周|季)/.test(around.slice(0, 200)) && !/赋分|按完成率/.test(clause.text))
    return null;
  const found = hundredCue.exec(around);
  const cue = found?.[2] !== undefined && Number(found[2]) === 0 ? null : found;
  const full = cue
    ? cue[1]
      ? number(new Decimal(cue[2] as string).div(cue[1]).times(100))
      : number(100)
    : ({ kind: 'fullMarks' } as const);
  const example = context.clauses[context.index + 1];
  const used = example && cue?.[1] && hundredCue.test(example.text) ? 2 : 1;
  return { rules: [formula(clause, times(actual, full), '%', rangeIn(clause, context))], used };
}

/** 按完成比例计算，达到100%得满分，每低1%扣0.5分: how the number comes about that the steps are taken from. */
function saysWhatIsMeasured(clause: Clause, around: string): boolean {
  const at = byRate.exec(clause.text);
  if (!at || clause.award?.amount?.low === undefined || clause.award.amount.low === null) return false;
  return /每(?!月|年|日|周|季)/.test(around) && /[，,]/.test(clause.text.slice(at.index + at[0].length));
}

/** 80%≤完成率<100%，按完成率×权重计分: the stretch of the rate for which the formula holds. */
function rangeIn(clause: Clause, { clauses }: FamilyContext): Interval | null {
  const found = clause.items.filter(
    (item) => item.kind === 'interval' && (item.unit === '%' || (item.unit === null && item.form !== 'below')),
  );
  const [only] = found;
  if (found.length !== 1 || only?.kind !== 'interval') return null;
  const { interval, form } = only;
  const high = interval.high;
  const owned = clauses.some((other) => other.items.some((item) => item.kind === 'interval' && item.interval.low?.inclusive && high && item.interval.low.at.eq(high.at))); // prettier-ignore
  return form === 'below' && high && owned ? { ...interval, high: { ...high, inclusive: false } } : interval;
}

const heading = /^(?:[A-Za-z][A-Za-z ]{1,24}|[\p{Script=Han}]{2,12}):\s*/u;

/** H=6*N N=办理业务笔数: what a letter stands for. */
const symbols = /(?<=[\dA-Za-z)分])[\s，,;；(]+(?:其中:?)?[A-Za-z]{1,2}\s?(?:=|为|表示|是)\s?[\p{Script=Han}]{2,20}\)?$/u;

/** The formula of a clause: what stands behind `=`, 即 or a heading; the clause as a whole where it is nothing but a formula. */
function formulaText({ text, items, start }: Clause): readonly string[] {
  const bound = items.find(({ kind }) => kind === 'interval');
  const trimmed = text
    .replace(/["“”]/g, '')
    .replace(symbols, '')
    .replace(/(?<=[×*÷/].{1,20})(?:进行)?(?:计算得分|计分|得分|计算|评分|赋分|给分)$/, '')
    .replace(/[（(][^（()）]{0,30}(?:满分|最高|封顶|上限)[^（()）]{0,20}[）)]\s*$/, '')
    .trim();
  const equals = trimmed.lastIndexOf('=');
  const named = /(?:即|公式为?[:：]?|按照?)\s*([^，,。;；]+)$/.exec(trimmed)?.[1];
  const behind = bound && bound.start === start ? text.slice(bound.end - start) : null;
  const candidates = [equals >= 0 ? trimmed.slice(equals + 1) : null, named ?? null, trimmed.replace(heading, ''), behind, trimmed];
  return candidates.filter((each): each is string => each !== null);
}

/** The tree with the only name that it holds (年度赔付额) as the value itself. */
function ofValue(tree: Expression): Expression {
  if (tree.kind === 'part') return actual;
  if (tree.kind === 'binary') return { ...tree, left: ofValue(tree.left), right: ofValue(tree.right) };
  return tree.kind === 'call' ? { ...tree, args: tree.args.map(ofValue) } : tree;
}

/**
 * A form's own sum (总分=业绩*80%+行为*20%) is not a row's formula: that needs the value itself, its target or the entry's parts.
 *
 * @returns the tree of the row's formula; null where it is none
 */
function rowTree(tree: Expression, text: string): Expression | null {
  const leaves = leavesOf(tree);
  const names = new Set(leaves.flatMap((leaf) => (leaf.kind === 'part' ? [leaf.name] : [])));
  const has = (kind: Expression['kind']): boolean => leaves.some((leaf) => leaf.kind === kind);
  if (has('actual')) return tree;
  if (names.size >= 2) return (has('number') || has('fullMarks')) && /[*×]/.test(text) ? tree : null;
  return names.size === 1 && has('number') && !has('target') ? ofValue(tree) : null;
}

const rateName = /率|比例|百分比|rate|percent/i;
const totals =
  /^(?:[^=]{0,16})(?:总分|总得分|最终得分|综合得分|考核总分|最终成绩|考核成绩|绩效得分|绩效工资|奖金|工资|系数|指标值)[^=]{0,6}=/;

/** 完成率=回访条数*(200*人数)*天数: a rate has to divide; a sign was lost. */
const undividedRate = /^[^=:为]{0,20}(?:率|比例|百分比)\s*(?:=|为?[:：])[^/÷]*[*×xX][^/÷]*$/;

/** 回款率=实际回款额/应收款额×100%: how the rate is worked out that the other clauses speak of; no points. */
const definition =
  /^(?:[^=，,]{0,30}[，,])?[^=，,]{0,20}(?:率|比例|比重|占比|百分比|rate|ratio)\s*(?:\([^()]*\))?\s*=[^=]*(?:[×*xX]\s?100\s?%|[\p{Script=Han})]\/[\p{Script=Han}(][^×*=]*)\s*$/iu;

function written(clause: Clause, context: FamilyContext): FamilyReading | null {
  if (definition.test(clause.text)) return { rules: [] };
  if (undividedRate.test(clause.text) && !/%|除以|占|之比|权重|分值/.test(clause.text))
    return { rules: [], doubtful: true, issues: [{ code: 'lost-text', details: { found: clause.text, suggested: '' } }] };
  if (clause.award?.amount && clause.award.amount.mode !== 'set') return null;
  if (totals.test(clause.text) || /∑|Σ/.test(clause.text) || !/[*×÷/+-]/.test(clause.text)) return null;
  for (const text of formulaText(clause)) {
    const read = /[*×÷/]/.test(text) ? readExpression(text) : null;
    const tree = read && rowTree(read, text);
    if (!tree) continue;
    const quotient = asPoints(tree, clause, context);
    if (quotient) return quotient;
    const rate = !leavesOf(tree).some(({ kind }) => kind === 'target') && rateName.test(text);
    const bounded = clause.items.some((item) => item.kind === 'interval' && item.end - clause.start <= clause.text.indexOf(text));
    const within = rate && bounded ? rangeIn(clause, context) : null;
    return { rules: [formula(clause, tree, rate ? '%' : null, within)], doubtful: bounded && within === null };
  }
  return null;
}

const scored = /(?:^|[，,。;；:：])[^=，,]{0,12}(?:得分|分数|分值|评分|计分|计分公式|计算公式)\s*(?:=|为|:)/;
const outOfHundred = /1[0-9]0分(?:封顶|为上限|为限)|满分(?:为|是)?100分|百分制|最高(?:为|得)?1[0-9]0分/;

/** 得分=实际完成值/目标值: a quotient is a share of the marks; of a hundred where the text says so, else a person confirms of which. */
function asPoints(tree: Expression, clause: Clause, { clauses }: FamilyContext): FamilyReading | null {
  if (leavesOf(tree).some(({ kind }) => kind === 'number' || kind === 'fullMarks')) return null;
  if (tree.kind !== 'binary' || tree.operator !== '/') return null;
  const hundred = scored.test(clause.text) && clauses.some(({ text }) => outOfHundred.test(text.slice(0, 400)));
  return { rules: [formula(clause, times(tree, hundred ? number(100) : { kind: 'fullMarks' }), null)], doubtful: !hundred };
}

const converted =
  /(?:按照?|以)(?:(\d{2,4})分|百分)(?:卷面?|试卷|制)?(?:成绩|分数|得分)?(?:进行)?(?:折[计算合成]+|换算)(?:为|成|得分|计分|计入)?(?:(\d{1,3})分)?/;

/** 按100分卷折计: the mark of a paper as a share of the row's marks. */
function ofPaper(clause: Clause): FamilyReading | null {
  const found = converted.exec(clause.text);
  if (!found) return null;
  const share: Expression = { kind: 'binary', operator: '/', left: actual, right: number(found[1] ?? 100) };
  return { rules: [formula(clause, times(share, found[2] ? number(found[2]) : { kind: 'fullMarks' }), null)] };
}

const nameSum = /^([\p{Script=Han}]{2,20})\s?=\s?[\p{Script=Han}]{2,30}(?:[+-][\p{Script=Han}]{2,30})*$/u;

/** 总数量=甲数量+乙数量 behind 甲数量/总数量×150分: where a part comes from. */
function namesPart(clause: Clause, { rules }: FamilyContext): boolean {
  const name = nameSum.exec(clause.text.trim())?.[1];
  return rules.some(
    (rule) => rule.kind === 'formula' && leavesOf(rule.expression).some((leaf) => leaf.kind === 'part' && leaf.name === name),
  );
}

/** 按比例得分：完成率×20分: the formula behind the heading says more than the heading. */
const headed = (clause: Clause, context: FamilyContext): FamilyReading | null =>
  /^[^:]{2,12}:[^:]*[×*]\s?\d/.test(clause.text) ? written(clause, context) : null;

/** Computed points. */
export const proportionFamily: Family = {
  name: 'proportion',
  read(clause, context) {
    if (clause.text.length > 400) return null;
    if (namesPart(clause, context)) return { rules: [] };
    return (
      interpolated(clause, context) ??
      headed(clause, context) ??
      ofPaper(clause) ??
      rateFormula(clause, context) ??
      written(clause, context)
    );
  },
};
