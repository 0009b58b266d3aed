/** A number to reach, and nowhere in the text what reaching it gives: 成功率应高于90%. */
import type { Clause } from '../clause';
import { isMeasured } from '../clauseWords';
import type { Rule } from '../rule';
import type { Family, FamilyContext } from './family';

function target(clause: Clause, context: FamilyContext): Rule | null {
  const item = clause.items.filter(isMeasured).pop();
  if (clause.award || !item || context.clauses.some((other) => other.award !== null)) return null;
  if (item.kind !== 'interval' || clause.label) return null;
  return { kind: 'target', span: clause.span, interval: item.interval, unit: item.unit };
}

export const targetFamily: Family = {
  name: 'target',
  read(clause, context) {
    const rule = target(clause, context);
    return rule && { rules: [rule] };
  },
};
