/** RUBRIC_TIER, _SCORE, _CHECK, _EXPLAIN and _GRADE: one value under one criteria text. */
import type Decimal from 'decimal.js';
import { entryOf, scoreEntry, targetOf, type Outcome } from '../rubric';
import { functionMessage as message } from '../locale/functionMessage';
import type { Cell } from './broadcast';
import { displayLanguage } from './answer';
import { readingIn } from './criteriaArgument';
import { FunctionFailure } from './failure';
import { decimalIn, doubleOf, isBlank } from './number';
import { readingPolicy } from './readingPolicy';

type Plain = string | number | boolean | null;

/** The scale of a total where none is given: 90 优秀, 80 良好, 60 合格. */
export const defaultScale = '90分以上为优秀，80分以上为良好，60分以上为合格，60分以下为不合格';

function outcomeOf(value: Cell, criteria: Cell, fullMarks: Cell = null, target: Cell = null): Outcome {
  const reading = readingIn(criteria);
  const known = isBlank(target) ? null : targetOf(String(target));
  return scoreEntry(reading, entryOf(value as Plain), { fullMarks: decimalIn(fullMarks), target: known, policy: readingPolicy() });
}

function sure(outcome: Outcome, value: Cell): Outcome {
  if (outcome.certainty === 'certain' && outcome.valid) return outcome;
  throw new FunctionFailure('notAvailable', 'criteria-ask', { value: String(value), why: whyNot(outcome) });
}

function whyNot(outcome: Outcome): string {
  const said = outcome.problem ? message(displayLanguage(), `problem.${outcome.problem.code}`, outcome.problem.details) : '';
  return said || reasonText(outcome);
}

function reasonText(outcome: Outcome): string {
  const language = displayLanguage();
  return outcome.reason.map((step) => message(language, `reason.${step.code}`, step.details)).join(language === 'en' ? '; ' : '；');
}

/** The tier of a value; an empty cell stays empty. @throws FunctionFailure where the criteria give none or leave it open */
export function tierOf(value: Cell, criteria: Cell): string {
  if (isBlank(value)) return '';
  const { tier } = sure(outcomeOf(value, criteria), value);
  if (tier === null) throw new FunctionFailure('notAvailable', 'no-tier');
  return tier;
}

/** The points of a value, exact. @throws FunctionFailure where the criteria give none or leave it open */
export function pointsOf(value: Cell, criteria: Cell, fullMarks: Cell = null, target: Cell = null): Decimal {
  const { points } = sure(outcomeOf(value, criteria, fullMarks, target), value);
  if (points === null) throw new FunctionFailure('notAvailable', 'no-points');
  return points;
}

/** The points of a value as Excel keeps them; an empty cell stays empty, it is not 0. */
export function scoreOf(value: Cell, criteria: Cell, fullMarks: Cell, target: Cell): string | number {
  return isBlank(value) ? '' : doubleOf(pointsOf(value, criteria, fullMarks, target));
}

/** `OK`, or what is wrong with the entry; an empty cell stays empty. */
export function checkOf(value: Cell, criteria: Cell): string {
  if (isBlank(value)) return '';
  const outcome = outcomeOf(value, criteria);
  return outcome.valid && outcome.certainty === 'certain' ? message(displayLanguage(), 'function.fine') : whyNot(outcome);
}

/** The chain from the words of the criteria to the result, in the reader's language. */
export function explain(value: Cell, criteria: Cell, fullMarks: Cell): string {
  return isBlank(value) ? '' : reasonText(outcomeOf(value, criteria, fullMarks));
}

/** The grade of a total by its scale, or by the usual one. */
export function gradeOf(total: Cell, scale: Cell): string {
  return tierOf(total, isBlank(scale) ? defaultScale : scale);
}
