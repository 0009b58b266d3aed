/** Which score cells were typed and which follow from others, where the layout alone does not tell. */
import { cellAt, type Grid } from '../form/grid';
import { plainText } from '../form/plainText';
import type { EntryCell, Form, Indicator, TotalCell } from '../form/types';
import { bandsOf } from '../rubric';
import { rowIndicator } from './blocks';
import { readingOf, scoringText } from './criteria';
import { entryValue } from './entryValue';
import { withGradedScores } from './gradedScores';
import { settleGrades, settleRatings } from './settleRatings';
import { canJudge } from './typedScore';

/**
 * A score typed in a row that nothing else gives a score for: it was entered, not computed (a row without a rule among rows with counts).
 */
function settledIndicator(form: Form, grid: Grid, indicator: Indicator, index: number): Indicator {
  const sources = indicator.entries.filter(({ role }) => role !== 'score');
  const blank = (place: { row: number; column: number }): boolean =>
    entryValue(grid.rows.get(place.row)?.get(place.column)).kind === 'blank';
  if (indicator.criteria || sources.length === 0 || indicator.entries.length > sources.length || !sources.every(blank)) return indicator;
  const typed = form.totals.find(
    (total) =>
      rowIndicator(form, total) === index &&
      total.role === 'weighted' &&
      !blank(total) &&
      (cellAt(grid, total.row, total.column)?.formula ?? null) === null,
  );
  return typed
    ? {
        ...indicator,
        entries: [...indicator.entries, { row: typed.row, column: typed.column, rater: typed.rater ?? 'single', role: 'score' }],
      }
    : indicator;
}

function withTypedScores(form: Form, grid: Grid): Form {
  const settled = form.indicators.map((indicator, index) => settledIndicator(form, grid, indicator, index));
  const typed = settled.flatMap((indicator, index) => (indicator === form.indicators[index] ? [] : indicator.entries.slice(-1)));
  const isTyped = (total: TotalCell): boolean => typed.some((entry) => entry.row === total.row && entry.column === total.column);
  return { ...form, indicators: settled, totals: form.totals.filter((total) => !isTyped(total)) };
}

/** What was measured in a row and the one score beside it, where the row's criteria give points for what is measured. */
function measuredPair(indicator: Indicator): { readonly actual: EntryCell; readonly score: EntryCell } | null {
  const [actual, secondActual] = indicator.entries.filter(({ role }) => role === 'actual');
  const [score, secondScore] = indicator.entries.filter(({ role }) => role === 'score');
  if (!actual || !score || secondActual || secondScore || indicator.kind !== 'normal') return null;
  const reading = readingOf(indicator);
  if (!reading || !canJudge(reading)) return null;
  const pointed = bandsOf(reading).filter(({ points }) => points !== null);
  // Full marks less so much for each step: the measured value decides there as well.
  const stepped = reading.rules.some(({ kind }) => kind === 'step' || kind === 'formula');
  return pointed.length > 1 || stepped ? { actual, score } : null;
}

/** A note that the scores follow from what was done by the criteria (`得分根据实际完成情况对照评分标准填写`). */
const scoredByRule =
  /(?:得分|评分|分数|成绩)[^。；;\n]{0,12}(?:根据|按照?|依据?|由)[^。；;\n]{0,16}(?:实际|完成|达成|数据)|scores? (?:is|are) (?:looked up|calculated|derived)/iu;

/**
 * Scores that follow from what was measured are results: a note says so, or most of them are still empty although the measured values
 * stand there. Where people typed them, they are entries.
 */
function withMeasuredScores(form: Form, grid: Grid): Form {
  const blank = (place: EntryCell): boolean => entryValue(cellAt(grid, place.row, place.column)).kind === 'blank';
  const pairs = form.indicators.map(measuredPair);
  const measured = pairs.flatMap((pair) => (pair && !blank(pair.actual) ? [pair] : []));
  // A formula in a score's cell computes it.
  const empty = measured.filter(({ score }) => blank(score) || (cellAt(grid, score.row, score.column)?.formula ?? null) !== null).length;
  const told = form.notes.some(({ text }) => scoredByRule.test(plainText(text)));
  if (measured.length === 0 || (!told && empty * 2 <= measured.length)) return form;
  const computed = form.indicators.flatMap((indicator, index): TotalCell[] => {
    const score = pairs[index]?.score;
    const header = form.scores.find(({ column }) => column === score?.column)?.header ?? '';
    const rater = score?.rater === 'single' ? null : (score?.rater ?? null);
    const label = `${indicator.name} ${header}`.replace(/\s+/g, ' ');
    if (!score) return [];
    const { row, column } = score;
    return [
      {
        row,
        column,
        label,
        labelCell: null,
        role: 'weighted',
        rater,
        indicators: [index],
        printedFormula: null,
        section: indicator.section,
      },
    ];
  });
  const indicators = form.indicators.map((indicator, index) =>
    pairs[index] ? { ...indicator, entries: indicator.entries.filter((entry) => entry !== pairs[index]?.score) } : indicator,
  );
  return { ...form, indicators, totals: [...computed, ...form.totals] };
}

/** The form with each score where it belongs, among the entries or the results, and each row with the text that scores it. */
export function settleCells(form: Form, grid: Grid): Form {
  const typed = withTypedScores(form, grid);
  const scored = { ...typed, indicators: typed.indicators.map((indicator) => ({ ...indicator, criteria: scoringText(grid, indicator) })) };
  return settleGrades(settleRatings(withGradedScores(withMeasuredScores(scored, grid), grid), grid), grid);
}
