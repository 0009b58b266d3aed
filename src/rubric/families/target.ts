/** A number to reach, and nowhere in the text what reaching it gives: 成功率应高于90%. */
import type { Clause } from '../clause';
import { isMeasured } from '../clauseWords';
import { exactly } from '../interval';
import type { Rule } from '../rule';
import type { Family, FamilyContext } from './family';

/** 最高不超过120%, `up to 3 points` bound what another clause gives. */
const bounding =
  /^\s*(?:且|但|并)?(?:最高|最多|至多|上限|封顶|得分|总分|加分|扣分|up to|max|capped)|(?:up to|at most) [\d.]+ ?(?:points?|marks?|pts?)/i;

function target(clause: Clause, context: FamilyContext): Rule | null {
  const item = clause.items.filter(isMeasured).pop();
  if (clause.award || !item || context.clauses.some((other) => other.award !== null)) return null;
  if (item.kind !== 'interval' || clause.label || bounding.test(clause.text)) return null;
  return { kind: 'target', span: clause.span, interval: item.interval, unit: item.unit };
}

const stated =
  /(?:^|[\p{Script=Han}A-Za-z\s，,](?<![达到完成超过低于比与]))(?:年度|季度|月度|考核|本项)?(?:目标|指标|标准|target|(?:计划|应|任务)[\p{Script=Han}]{0,4}(?=[数量额]))(?:值|要求|数|数量|量|额)?\s*(?:[:=≥]|>=|为|是|不少于|不低于|至少|\s|$|(?=\d))/iu;

/** 目标：95%。达到目标得20分: the target that the other clauses speak of. */
function statedTarget(clause: Clause): Rule | null {
  const item = clause.items.find(isMeasured);
  if (clause.award || !item || !stated.test(clause.text) || clause.items.filter(isMeasured).length !== 1) return null;
  const interval = item.kind === 'interval' ? item.interval : exactly(item.quantity.amount);
  return { kind: 'target', span: clause.span, interval, unit: item.kind === 'interval' ? item.unit : item.quantity.unit };
}

export const targetFamily: Family = {
  name: 'target',
  read(clause, context) {
    const rule = statedTarget(clause) ?? target(clause, context);
    return rule && { rules: [rule] };
  },
};
