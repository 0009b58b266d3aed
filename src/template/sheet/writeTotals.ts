/** The lines below a scored table: a total for each rater, the final score, its grade and coefficient; what disqualifies. */
import { cellAddress } from '../../form/address';
import { word } from '../words';
import { openCell, putArea, takeEntry, textCell, type Draft } from './draft';
import { blendFormula, guardedSum, stepFormula } from './scoreFormulas';
import { columnOf, type Table } from './table';
import { scoreKeys, writeTotal } from './writeTable';
import { rowHeight } from './textSize';
import { totalFormat } from './totalFormat';

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Where the final score stands once its lines are written. */
interface Written {
  readonly final: string;
  readonly next: number;
}

/** `=IF(…)` → 0 as soon as a disqualifying event is marked. */
function withVeto(table: Table, formula: string, vetoRows: readonly [number, number] | null): string {
  if (!vetoRows) return formula;
  const column = table.columns.length;
  const range = `${cellAddress(vetoRows[0], column)}:${cellAddress(vetoRows[1], column)}`;
  return `=IF(COUNTIF(${range},${quoted(word(table.template.language, 'label.vetoYes'))})>0,0,${formula.slice(1)})`;
}

/** Totals of the raters and the final score. */
function writeSums(draft: Draft, table: Table, from: number, vetoRows: readonly [number, number] | null): Written {
  const { language, raters, rounding } = table.template;
  const keys = scoreKeys(table);
  const format = totalFormat(rounding);
  const sums = Object.fromEntries(keys.map((key) => [key, guardedSum(table, key, table.rows, true)]));
  const several = raters.length > 1;
  const line = { row: from, measures: table.rows, format };
  if (!several) {
    // Of months and quarters the mean is the form's final score; of one rater, that rater's.
    const key = keys.at(-1) ?? '';
    const values = { ...sums, [key]: withVeto(table, sums[key] ?? '', vetoRows) };
    writeTotal(draft, table, { ...line, label: word(language, 'label.final'), values, style: 'final' });
    return { final: cellAddress(from, columnOf(table, key)), next: from + 1 };
  }
  writeTotal(draft, table, { ...line, label: word(language, 'label.total'), values: sums, style: 'total' });
  const whole = withVeto(table, blendFormula(table, keys, from), vetoRows);
  writeTotal(draft, table, {
    row: from + 1,
    label: word(language, 'label.final'),
    values: {},
    whole,
    style: 'final',
    measures: null,
    format,
  });
  return { final: cellAddress(from + 1, columnOf(table, keys[0] ?? '')), next: from + 2 };
}

/** Grade and coefficient of the final score. */
function writeStanding(draft: Draft, table: Table, { final, next }: Written): number {
  const { language, gradeScale, coefficients } = table.template;
  let row = next;
  const line = { values: {}, style: 'final', measures: null } as const;
  if (gradeScale.length > 0) {
    const whole = stepFormula(
      final,
      gradeScale.map(({ from, tier }) => ({ from, value: quoted(tier) })),
    );
    writeTotal(draft, table, { ...line, row, label: word(language, 'label.grade'), whole });
    row += 1;
  }
  if (coefficients.length > 0) {
    const whole = stepFormula(
      final,
      coefficients.map(({ from, coefficient }) => ({ from, value: coefficient })),
    );
    writeTotal(draft, table, { ...line, row, label: word(language, 'label.coefficient'), whole });
    row += 1;
  }
  return row;
}

/** Rows of disqualifying events, each with a yes or no in the last column. */
function writeVetoes(draft: Draft, table: Table, from: number, widths: readonly number[]): number {
  const { vetoes, language } = table.template;
  const last = table.columns.length;
  const items = [word(language, 'label.vetoYes'), word(language, 'label.vetoNo')];
  putArea(draft, { top: from, left: 1, bottom: from, right: last }, textCell(word(language, 'label.veto')), 'block-heading');
  vetoes.forEach(({ name, criteria }, at) => {
    const row = from + 1 + at;
    const text = `${name}${language === 'en' ? ': ' : '：'}${criteria}`;
    putArea(draft, { top: row, left: 1, bottom: row, right: last - 1 }, textCell(text), 'text');
    putArea(draft, { top: row, left: last, bottom: row, right: last }, openCell(), 'entry');
    const rule = { rule: { kind: 'list', items } as const, title: name, prompt: word(language, 'prompt.veto') };
    takeEntry(
      draft,
      {
        row,
        column: last,
        indicator: table.rows.length + table.extras.length + at,
        use: 'veto',
        rater: null,
        rule: rule.rule,
        entry: 'veto',
      },
      rule,
    );
    const width = widths.slice(0, -1).reduce((sum, each) => sum + each, 0);
    draft.heights.set(row, rowHeight([{ text, width }], 22));
  });
  return from + 1 + vetoes.length;
}

/** Writes all lines of totals from a row on; returns the next free row. */
export function writeTotals(draft: Draft, table: Table, from: number, widths: readonly number[]): number {
  const vetoes = table.template.vetoes.length;
  const start = vetoes > 0 ? writeVetoes(draft, table, from, widths) : from;
  return writeStanding(draft, table, writeSums(draft, table, start, vetoes > 0 ? [from + 1, from + vetoes] : null));
}
