/** Shares that are not told: a column of results beside raters, and instructions that give only a part of a whole. */
import { plainText } from '../form/plainText';
import type { Grid } from '../form/grid';
import { rowIndicator } from './blocks';
import { findingAt, type ReviewContext } from './context';
import { raterShares } from './shares';
import type { Finding } from './types';

/** 结果 typed beside 自评 and 上级: how the two lead to it is nowhere said. */
function resultColumn(context: ReviewContext): readonly Finding[] {
  const { form } = context;
  const column = form.columns.result;
  const raters = form.scores.filter(
    (score) =>
      score.column !== column &&
      (score.rater === 'self' || score.rater === 'supervisor' || score.rater === 'group' || score.rater === 'reviewer'),
  );
  const typed =
    column !== undefined &&
    form.indicators.some((indicator) => indicator.entries.some((entry) => entry.column === column && entry.role === 'score'));
  const computed = form.totals.some((total) => total.column === column && rowIndicator(form, total) !== null);
  if (column === undefined || !typed || computed || raters.length < 2 || form.headerRow === null || raterShares(context).size > 0)
    return [];
  const details = {
    name: form.scores.find((score) => score.column === column)?.header ?? '',
    raters: raters.map(({ header }) => header).join('、'),
  };
  return [findingAt(context, 'missing-share', 'info', { row: form.headerRow, column }, { variant: 'result', details })];
}

/** 占部门经理季度考核分的80%，占部门员工季度考核分的20%: of each whole only this part is told. */
const partOfWhole = /占[^,，。;；%]{2,20}?(?:考核分|得分|总分|成绩|绩效)的?\s*(\d{1,2}(?:\.\d+)?)\s*%/gu;

/** Longer sheets are data, no instructions. */
const longestInstructions = 60;

function instructions(context: ReviewContext, grid: Grid): readonly Finding[] {
  return [...grid.rows].flatMap(([row, cells]) =>
    [...cells].flatMap(([column, cell]) => {
      const parts = typeof cell.value === 'string' ? [...plainText(cell.value).matchAll(partOfWhole)] : [];
      if (parts.length === 0) return [];
      return [
        findingAt(
          context,
          'missing-share',
          'info',
          { row, column },
          { sheet: grid.sheet, variant: 'whole', details: { parts: parts.map((match) => match[0]).join('、') } },
        ),
      ];
    }),
  );
}

/** Shares that a reader of the form would miss. Instructions on sheets of their own are told with the first form. */
export function noteShareFindings(context: ReviewContext): readonly Finding[] {
  const short = context.instructions.filter((grid) => grid.rows.size <= longestInstructions);
  return [...resultColumn(context), ...short.flatMap((grid) => instructions(context, grid))];
}
