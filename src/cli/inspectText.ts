/** `rubric inspect` for people: one paragraph per form, its totals as a table, its findings by how much they matter. */
import Decimal from 'decimal.js';
import type { Severity } from '../rubric/types';
import type { InspectReport, SpokenForm } from './inspectReport';
import { tell, type Terminal } from './terminal';
import { textTable } from './textTable';

const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** Report → lines of text, ending with a line break. */
export function inspectText(report: InspectReport, terminal: Terminal): string {
  const lines = [
    report.file,
    ...report.forms.flatMap((form) => ['', ...formLines(form, terminal)]),
    ...(report.forms.length === 0
      ? ['', tell(terminal, report.empty ? 'cli.empty' : 'cli.no-forms', { file: report.file, sheets: report.sheets.join(', ') })]
      : []),
    ...report.questions.map(({ sheet, range }) => `\n${tell(terminal, 'cli.question', { sheet, range })}`),
    ...report.uncalculated.map((each) => `\n${tell(terminal, 'cli.uncalculated', each)}`),
    ...report.skipped.map(({ sheet }) => `\n${tell(terminal, 'cli.skipped', { sheet })}`),
  ];
  return `${lines.join('\n')}\n`;
}

function formLines(form: SpokenForm, terminal: Terminal): string[] {
  const entries = form.indicators.flatMap((indicator) => indicator.entries);
  const counts = { indicators: form.indicators.length, entries: entries.length, invalid: entries.filter(({ valid }) => !valid).length };
  return [
    `${form.sheet}!${form.range}  ${form.title ?? ''}`.trimEnd(),
    `  ${tell(terminal, 'cli.form-counts', counts)}`,
    ...totalLines(form, terminal),
    ...findingLines(form, terminal),
  ];
}

function totalLines({ totals }: SpokenForm, terminal: Terminal): string[] {
  if (totals.length === 0) return [];
  const rows = totals.map((total) => [total.cell, total.label, tell(terminal, `cli.total.${total.status}`), expectedText(total, terminal)]);
  return [`  ${tell(terminal, 'cli.totals')}`, ...textTable(rows).map((line) => `    ${line}`)];
}

type Total = SpokenForm['totals'][number];

/** What the total should be; beside a wrong one, what it is; what it is alone where nothing can be worked out against it. */
function expectedText(total: Total, terminal: Terminal): string {
  const { expected, unit = '', status, blockedBy } = total;
  if (expected === null) return total.present === null || blockedBy.length > 0 ? blockedText(blockedBy, terminal) : presentText(total);
  return status === 'wrong' ? `${presentText(total)} → ${expected}${unit}` : `${expected}${unit}`;
}

/** What stands in the cell, in the unit in which its total is told: 0.9 is 90%. */
function presentText({ present, unit }: Total): string {
  const value = present?.value ?? '';
  return unit === '%' && /^-?[\d.]+$/.test(value) ? `${new Decimal(value).times(100).toString()}%` : value;
}

const blockedText = (cells: readonly string[], terminal: Terminal): string =>
  cells.length === 0 ? tell(terminal, 'cli.not-computable') : tell(terminal, 'cli.blocked-by', { cells: cells.join(', ') });

function findingLines({ findings }: SpokenForm, terminal: Terminal): string[] {
  if (findings.length === 0) return [`  ${tell(terminal, 'cli.no-findings')}`];
  return severities.flatMap((severity) => {
    const found = findings.filter((finding) => finding.severity === severity);
    const lines = found.map(({ cell, message }) => `    ${cell}: ${message}`);
    return found.length === 0 ? [] : [`  ${tell(terminal, `cli.severity.${severity}`, { count: found.length })}`, ...lines];
  });
}
