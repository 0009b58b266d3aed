/** Points by rank in a straight line: 第一名得10分，最后一名得2分，其他按名次等距递减（共9个单位）. */
import Decimal from 'decimal.js';
import type { Clause } from '../clause';
import type { Expression, FormulaRule } from '../rule';
import type { Family, FamilyContext, FamilyReading } from './family';

const first = /(?:排名|名次|位列|排)?第(?:一|1)(?:名|位)?[^，,；;。\d]{0,6}(?:得|计|为)?(?:满分)?(\d+(?:\.\d+)?)分/;
const last = /(?:最后一?[名位]|末位|末名|排名最后|倒数第[一1](?:名|位)?)[^，,；;。\d]{0,6}(?:得|计|为)?(\d+(?:\.\d+)?)分/;
const evenly = /(?:等距|等差|等额|均匀|平均|线性)[^，,；;。]{0,6}(?:递减|递降|分布|得分|计分|赋分|扣减)|(?:依次|逐名|按名次)等/;
const among = /(?:共|合计|参评|参加排名)[^，,；;。\d]{0,4}(\d{1,3})[个家名人支]/;

const number = (value: Decimal.Value): Expression => ({ kind: 'number', value: new Decimal(value) });

/** From the first to the last of so many, each rank as much less as the one before. */
function line(best: Decimal, least: Decimal, count: Decimal, clause: Clause): FormulaRule {
  const step = best.minus(least).div(count.minus(1));
  const behind: Expression = { kind: 'binary', operator: '-', left: { kind: 'actual' }, right: number(1) };
  const lost: Expression = { kind: 'binary', operator: '*', left: behind, right: number(step) };
  return {
    kind: 'formula',
    span: clause.span,
    phrases: [],
    expression: { kind: 'binary', operator: '-', left: number(best), right: lost },
    within: { low: { at: new Decimal(1), inclusive: true }, high: { at: count, inclusive: true } },
    unit: '人',
  };
}

function read(clause: Clause, context: FamilyContext): FamilyReading | null {
  if (!first.test(clause.text)) return null;
  const text = context.clauses.slice(context.index).map((each) => each.text).join('，').slice(0, 300); // prettier-ignore
  const [best, least, count] = [first, last, among].map((pattern) => pattern.exec(text)?.[1]);
  if (best === undefined || least === undefined || !evenly.test(text)) return null;
  const used = context.clauses.length - context.index;
  if (count === undefined || Number(count) < 2) return { rules: [], doubtful: true, used, issues: [{ code: 'other' }] };
  return { rules: [line(new Decimal(best), new Decimal(least), new Decimal(count), clause)], used };
}

/** Points that fall evenly from the first rank to the last. */
export const rankingFamily: Family = { name: 'ranking', read };
