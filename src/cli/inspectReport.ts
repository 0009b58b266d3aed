import { check, type CheckResult } from '../actions';
import { areaAddress } from '../form/address';
import { askBelow } from '../form';
import type { Grid } from '../form/grid';
import { formReport, type Assessment, type FormReport } from '../review';
import type { XlsxWorkbook } from '../workbook/xlsx/xlsxWorkbook';
import { findingMessage } from './formMessages';
import type { Terminal } from './terminal';

/** A form's report with its findings put into words. */
export interface SpokenForm extends Omit<FormReport, 'findings'> {
  readonly findings: readonly (FormReport['findings'][number] & { readonly message: string })[];
}

export interface InspectReport {
  readonly file: string;
  readonly sheets: readonly string[];
  readonly forms: readonly SpokenForm[];
  /** Tables that may be forms; a person has to say. */
  readonly questions: readonly {
    readonly sheet: string;
    readonly title: string | null;
    readonly range: string;
    readonly confidence: number;
  }[];
  /** No sheet holds anything. */
  readonly empty: boolean;
  /** How many formulas of the sheet have no stored result: what depends on them cannot be judged from the file. */
  readonly uncalculated: readonly { readonly sheet: string; readonly formulas: number }[];
  readonly skipped: readonly { readonly sheet: string; readonly code: string }[];
}

/** Whether the product is sure that this is a form. */
export const isSure = ({ form }: Assessment): boolean => form.confidence >= askBelow;

/** Checks an opened workbook. */
export const checkWorkbook = (workbook: XlsxWorkbook): Promise<CheckResult> => check.perform({ workbook }, {});

/** What was found, as the JSON object of DESIGN's `rubric inspect`. */
export function inspectReport({ snapshot, assessments }: CheckResult, terminal: Terminal): InspectReport {
  return {
    file: snapshot.name,
    sheets: snapshot.grids.map(({ sheet }) => sheet),
    forms: assessments.filter(isSure).flatMap((assessment) => {
      const grid = snapshot.grids.find(({ sheet }) => sheet === assessment.form.sheet);
      return grid ? [withMessages(assessment, grid, terminal)] : [];
    }),
    questions: assessments
      .filter((each) => !isSure(each))
      .map(({ form: { sheet, title, range, confidence } }) => ({ sheet, title, range: areaAddress(range), confidence })),
    empty: snapshot.grids.every(({ usedArea }) => usedArea === null),
    uncalculated: snapshot.grids.flatMap(uncalculatedIn),
    skipped: snapshot.skipped.map(({ sheet, code }) => ({ sheet, code })),
  };
}

/** Excel always stores results; programs that write files often do not. */
function uncalculatedIn({ sheet, rows }: Grid): { sheet: string; formulas: number }[] {
  const cells = [...rows.values()].flatMap((row) => [...row.values()]);
  const formulas = cells.filter(({ formula, value }) => formula !== null && value === null).length;
  return formulas > 0 ? [{ sheet, formulas }] : [];
}

function withMessages(assessment: Assessment, grid: Grid, terminal: Terminal): SpokenForm {
  const report = formReport(assessment, grid);
  return { ...report, findings: report.findings.map((finding) => ({ ...finding, message: findingMessage(finding, terminal) })) };
}
