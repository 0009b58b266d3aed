/** The lines below a scored table: a total for each rater, the final score, its grade and coefficient. */
import { cellAddress } from '../../form/address';
import { word } from '../words';
import type { Template } from '../types';
import type { Draft } from './draft';
import { noteTexts } from './writeFoot';
import { vetoRows } from './writeVetoes';
import { blendFormula, guardedSum, quoted, stepFormula } from './scoreFormulas';
import { columnOf, type Table } from './table';
import { scoreKeys, writeTotal } from './writeTable';
import { totalFormat } from './totalFormat';

/** Where the final score stands once its lines are written. */
interface Written {
  readonly final: string;
  readonly next: number;
}

/** `=IF(…)` → 0 as soon as a disqualifying event is marked. */
function withVeto(table: Table, formula: string, vetoes: readonly [number, number] | null): string {
  if (!vetoes) return formula;
  const column = table.columns.length;
  const range = `${cellAddress(vetoes[0], column)}:${cellAddress(vetoes[1], column)}`;
  return `=IF(COUNTIF(${range},${quoted(word(table.template.language, 'label.vetoYes'))})>0,0,${formula.slice(1)})`;
}

/** Totals of the raters and the final score. */
function writeSums(draft: Draft, table: Table, from: number, vetoes: readonly [number, number] | null): Written {
  const { language, raters, rounding } = table.template;
  const keys = scoreKeys(table);
  const format = totalFormat(rounding);
  const sums = Object.fromEntries(keys.map((key) => [key, guardedSum(table, key, table.rows, true)]));
  const several = raters.length > 1;
  const line = { row: from, measures: table.rows, format };
  if (!several) {
    // Of months and quarters the mean is the form's final score; of one rater, that rater's.
    const key = keys.at(-1) ?? '';
    const values = { ...sums, [key]: withVeto(table, sums[key] ?? '', vetoes) };
    writeTotal(draft, table, { ...line, label: word(language, 'label.final'), values, style: 'final' });
    return { final: cellAddress(from, columnOf(table, key)), next: from + 1 };
  }
  writeTotal(draft, table, { ...line, label: word(language, 'label.total'), values: sums, style: 'total' });
  const whole = withVeto(table, blendFormula(table, keys, from), vetoes);
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

/** Lines of totals that a form has. */
const lineCount = ({ raters, gradeScale, coefficients }: Template): number =>
  (raters.length > 1 ? 2 : 1) + (gradeScale.length > 0 ? 1 : 0) + (coefficients.length > 0 ? 1 : 0);

/** Writes all lines of totals from a row on; returns the next free row. */
export function writeTotals(draft: Draft, table: Table, from: number): number {
  const { template } = table;
  draft.blocks.push({ row: from, firm: true });
  // Disqualifying events stand below the notes: between the totals they would be taken for indicators.
  const vetoes = vetoRows(template, from + lineCount(template) + noteTexts(template).length);
  return writeStanding(draft, table, writeSums(draft, table, from, vetoes));
}
