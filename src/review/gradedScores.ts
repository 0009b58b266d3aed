/** Letters typed beside empty scores: where a scale on the form gives them points, the letters are the entries and the scores follow. */
import { cellAt, type Grid } from '../form/grid';
import { plainText } from '../form/plainText';
import type { EntryCell, Form, Indicator, TotalCell } from '../form/types';
import { rowIndicator } from './blocks';
import { entryValue } from './entryValue';
import { wordScaleOf, type WordScale } from './wordPoints';

interface Pair {
  readonly grade: TotalCell;
  readonly score: EntryCell;
}

/** The level and the one score of a row, where the level was taken for a result of the score. */
function pairOf(form: Form, indicator: Indicator, index: number): Pair | null {
  const grades = form.totals.filter(
    (total) => total.role === 'grade' && rowIndicator(form, total) === index && total.column !== form.columns.rank,
  );
  const [grade, second] = grades;
  const [score, another] = indicator.entries;
  return grade && score && !second && !another && score.role === 'score' ? { grade, score } : null;
}

function isTyped(grid: Grid, words: WordScale, { grade }: Pair): boolean {
  const cell = cellAt(grid, grade.row, grade.column);
  return cell?.formula === null && typeof cell.value === 'string' && words.has(plainText(cell.value));
}

function follows(grid: Grid, { score }: Pair): boolean {
  const cell = cellAt(grid, score.row, score.column);
  return entryValue(cell).kind === 'blank' || (cell?.formula ?? null) !== null;
}

/** The form with its levels as entries, where words of its scale were typed and most scores beside them are empty or computed. */
export function withGradedScores(form: Form, grid: Grid): Form {
  const words = wordScaleOf(form);
  if (words.size === 0) return form;
  const pairs = form.indicators.map((indicator, index) => pairOf(form, indicator, index));
  const known = pairs.filter((pair) => pair !== null);
  const typed = known.filter((pair) => isTyped(grid, words, pair));
  if (typed.length === 0 || typed.filter((pair) => follows(grid, pair)).length * 2 <= typed.length) return form;
  const grades = new Set(known.map(({ grade }) => grade));
  const computed = form.indicators.flatMap((indicator, index): TotalCell[] => {
    const { score, grade } = pairs[index] ?? {};
    if (!score || !grade) return [];
    const header = form.scores.find(({ column }) => column === score.column)?.header ?? '';
    const label = `${indicator.name} ${header}`.replace(/\s+/g, ' ');
    return [{ ...grade, row: score.row, column: score.column, label, role: 'weighted' }];
  });
  const indicators = form.indicators.map((indicator, index): Indicator => {
    const pair = pairs[index];
    return pair
      ? { ...indicator, entries: [{ row: pair.grade.row, column: pair.grade.column, rater: pair.score.rater, role: 'grade' }] }
      : indicator;
  });
  return { ...form, indicators, totals: [...computed, ...form.totals.filter((total) => !grades.has(total))] };
}
