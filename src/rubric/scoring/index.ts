/** The scorer of each kind of rule; kinds without one say nothing about an entry by themselves. */
import type { Rule } from '../rule';
import type { Scorer } from '../scorer';
import { scoreBands } from './bands';
import { scoreParts } from './composites';
import { scoreFormulas } from './formulas';
import { scoreJoint } from './joint';
import { scoreLabels, scoreLevels } from './labels';
import { scoreSteps } from './steps';
import { scoreVetoes } from './vetoes';

export const scorers: { readonly [Kind in Rule['kind']]?: Scorer<Kind> } = {
  band: scoreBands,
  label: scoreLabels,
  level: scoreLevels,
  joint: scoreJoint,
  step: scoreSteps,
  veto: scoreVetoes,
  formula: scoreFormulas,
  part: scoreParts,
};
