/** Whether a form only takes whole numbers as scores (`可在某一等级范围内选择一个整数分数`). */
import { plainText } from '../form/plainText';
import type { Outcome } from '../rubric/types';
import type { ReviewContext } from './context';
import { refused } from './judgement';

const wholeScores =
  /(?:选择|选|打|评|填写?|给|为|用|按)[^。；;\n]{0,8}整数|整数(?:分|打分|评分)|whole (?:numbers?|points|marks|scores?)|integers? only/u;
/** Rounding to whole numbers is about totals. */
const rounding = /四舍五入|取整|保留|round/u;

const known = new WeakMap<ReviewContext['form'], boolean>();

function isTold({ form, grid }: ReviewContext): boolean {
  const head = [form.headerRow ?? 1, (form.headerRow ?? 1) - 1].flatMap((row) => [...(grid.rows.get(row)?.values() ?? [])]);
  const texts = [...head.map(({ value }) => (typeof value === 'string' ? value : '')), ...form.notes.map(({ text }) => text)];
  return texts.map(plainText).some((text) => wholeScores.test(text) && !rounding.test(text));
}

/** Told in the header, the row above it, or a note of the form. */
export function takesWholeScores(context: ReviewContext): boolean {
  const before = known.get(context.form);
  if (before !== undefined) return before;
  const told = isTold(context);
  known.set(context.form, told);
  return told;
}

/** 86.5 where the form asks for whole numbers. */
export function asWhole(outcome: Outcome, context: ReviewContext): Outcome {
  const { points, valid } = outcome;
  if (!valid || !points || points.isInteger() || !takesWholeScores(context)) return outcome;
  return refused('out-of-range', 'error', { value: points.toFixed(), reason: 'whole' });
}
