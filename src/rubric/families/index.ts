/** The families in the order in which a clause is offered to them: the most particular wording first. A new family is one line here. */
import { bandFamily } from './band';
import { deductionFamily, deductionListFamily } from './deduction';
import { exampleFamily } from './example';
import type { Family } from './family';
import { jointFamily } from './joint';
import { labelFamily } from './label';
import { formRuleFamily } from './formRule';
import { levelFamily } from './level';
import { limitFamily } from './limit';
import { multiplierFamily } from './multiplier';
import { partialFamily } from './partial';
import { proportionFamily } from './proportion';
import { rankingFamily } from './ranking';
import { statementFamily } from './statement';
import { stepFamily } from './step';
import { vetoFamily } from './veto';
import { treatedAsFamily } from './treatedAs';
import { targetFamily } from './target';

export const families: readonly Family[] = [
  exampleFamily,
  partialFamily,
  limitFamily,
  multiplierFamily,
  treatedAsFamily,
  jointFamily,
  formRuleFamily,
  rankingFamily,
  proportionFamily,
  statementFamily,
  vetoFamily,
  deductionListFamily,
  levelFamily,
  bandFamily,
  stepFamily,
  labelFamily,
  deductionFamily,
  targetFamily,
];
