/** Clauses that state something about the row itself: its full marks (本项15分), that a person judges (综合评分). */
import Decimal from 'decimal.js';
import type { Clause } from '../clause';
import type { FullMarksRule, Rule } from '../rule';
import type { Family, FamilyContext, FamilyReading } from './family';

const fullMarksWords =
  /^(?:(?:本|此|该)(?:项|指标|条)?(?:目|考核)?|共|总分值?|总[共计]|满分|分值|标准分|基础分|基准分|权重分?|基本分|起评分|起始分|底分|起点分|初始分|原始分|合计|full marks|total|out of|base|base score|basis|start(?:s|ing)?(?: score)?(?: with| at| from)?)(?:满分|总分|分值|标准分)?(?:为|是|共|计)?$/i;

/** 本项15分, 满分100分, 总分20. */
function fullMarks(clause: Clause): Rule | null {
  const amount = clause.award?.amount;
  if (
    !amount ||
    amount.mode !== 'set' ||
    amount.of !== 'points' ||
    !amount.low ||
    !amount.high ||
    !amount.low.eq(amount.high) ||
    !amount.low.gt(0)
  )
    return null;
  const words = (clause.condition.split(/[:：]/).pop() ?? '').replace(/\s/g, '') || clause.condition.replace(/[:：\s]/g, '');
  const stated = clause.awardText.startsWith('满分') || clause.awardText.startsWith('总分');
  if (!fullMarksWords.test(words) && !(stated && words === '')) return null;
  const starts = /^(?:基础分|基本分|基准分|起评分|起始分|底分|起点分|初始分|原始分|bas|start)/i.test(words);
  return { kind: 'fullMarks', span: clause.span, points: amount.low, ...(starts ? { starts } : {}) };
}

const startWords = /^[^，,]{0,10}?(?:以|按|设)?(\d{1,4}(?:\.\d+)?)分(?:为|作为)(?:基础|基准|基本|起始|初始|起评)分(?=[，,;；]|$)/;

/** 以80分为基础分，…: where additions and deductions start, in front of the first of them. */
export function startIn(clause: Clause): FullMarksRule | null {
  const found = startWords.exec(clause.text);
  return found ? { kind: 'fullMarks', span: clause.span, points: new Decimal(found[1] as string), starts: true } : null;
}

/** (20分) as a line of its own, in front of the rules. */
const ownMarks = /^\((?:共|满分|分值)?:?(\d+(?:\.\d+)?) ?分\)$/;

function bracketedMarks(clause: Clause, { rules, clauses, index }: FamilyContext): Rule | null {
  const found = rules.length === 0 && index + 1 < clauses.length ? ownMarks.exec(clause.text) : null;
  return found ? { kind: 'fullMarks', span: clause.span, points: new Decimal(found[1] as string) } : null;
}

const titleMarks = /^(?:[^()（）:]{1,30})\((?:共|满分|分值)?:?(\d+(?:\.\d+)?) ?分\)\s*:?/;

/** 代码覆盖率(30分): in front of rules: the row's full marks in the title's brackets. */
export function titleFullMarks(clause: Clause): FullMarksRule | null {
  const found = titleMarks.exec(clause.text);
  const item = clause.items.find((other) => other.kind === 'number' && other.quantity.unit === '分');
  return found && item?.kind === 'number' ? { kind: 'fullMarks', span: clause.span, points: item.quantity.amount } : null;
}

const judged = /(?:综合|主观|酌情|自行)?(?:评分|打分|评定|评估|评价|评议|评判)$|由.{1,12}(?:评分|打分|评定|评价)|是否/;

/** 部门负责人综合评分, 断言有效性(0-10分)：是否…: only the rater can say. */
function manual(clause: Clause, context: FamilyContext): Rule | null {
  const givesElsewhere = context.clauses.some((other) => other.award !== null && other !== clause);
  const range = clause.items.find((item) => item.kind === 'interval' && item.unit === '分' && item.form === 'range');
  if (!judged.test(clause.condition) || (givesElsewhere && !clause.award)) return null;
  if (clause.award && !clause.awardText.startsWith('满分')) return null;
  const interval = range?.kind === 'interval' ? range.interval : null;
  return {
    kind: 'manual',
    span: clause.span,
    low: interval?.low?.at ?? null,
    high: interval?.high?.at ?? clause.award?.amount?.high ?? null,
  };
}

const numberedHead = /^[\s(]*(?:[一二三四五六七八九十\d]{1,2}[、.)])?\s*(?:加|减|扣)分(?:项目?|标准|细则)?[:：]?$/;

/** 不达标扣分，每少1%扣2分: a heading that the next clauses put into numbers. */
function isHeading(clause: Clause, context: FamilyContext): boolean {
  const amount = clause.award?.amount;
  if (!amount || amount.low !== null || /每/.test(clause.condition)) return false;
  if (!numberedHead.test(clause.text) && context.rules.some(({ kind }) => kind === 'step')) return false;
  const next = context.clauses[context.index + 1]?.award?.amount;
  return next?.mode === amount.mode && next.low !== null;
}

function read(clause: Clause, context: FamilyContext): FamilyReading | null {
  if (isHeading(clause, context)) return { rules: [] };
  const rule = fullMarks(clause) ?? (clause.award ? null : startIn(clause)) ?? bracketedMarks(clause, context) ?? manual(clause, context);
  return rule && { rules: [rule] };
}

export const statementFamily: Family = { name: 'statement', read };
