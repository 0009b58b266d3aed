/** What a test looks at in a form, as short texts: rows, column letters, cell addresses. */
import { cellAddress, columnLetter } from '../../src/form/address';
import type { Form } from '../../src/form/types';

export interface Outline {
  readonly layout: string;
  readonly header: number | null;
  readonly indicator: string;
  /** Weight or full-marks column. */
  readonly measure: string;
  readonly scores: string;
  readonly levels: string;
  readonly names: string;
  readonly sections: string;
  readonly kinds: string;
  /** Cells that sum up the form or a part of it. */
  readonly totals: string;
  readonly entries: string;
}

const letter = (column: number | undefined): string => (column === undefined ? '' : columnLetter(column));

export function outline(form: Form): Outline {
  return {
    layout: form.layout,
    header: form.headerRow,
    indicator: letter(form.columns.indicator),
    measure: letter(form.columns.weight ?? form.columns.fullMarks),
    scores: form.scores.map((score) => columnLetter(score.column)).join(' '),
    levels: form.levels.map((level) => columnLetter(level.column)).join(' '),
    names: form.indicators.map((indicator) => indicator.name).join(' | '),
    sections: form.sections.map((section) => section.name).join(' | '),
    kinds: form.indicators.map((indicator) => indicator.kind).join(' '),
    totals: form.totals
      .filter((total) => total.labelCell !== null)
      .map((total) => cellAddress(total.row, total.column))
      .join(' '),
    entries: form.indicators
      .map((indicator) => indicator.entries.map((entry) => cellAddress(entry.row, entry.column)).join(' '))
      .join(' | '),
  };
}
