import { defaultReviewPolicy, summarise, type Assessment, type SummaryRow } from '../review';
import { newWorkbook, type NewCell } from '../workbook/xlsx/newWorkbook';
import { checkWorkbook, isSure } from './inspectReport';
import { openFile } from './openFile';
import { readOptions } from './options';
import { saveFile } from './saveFile';
import { exitCodes, tell, UsageError, type Command, type Terminal } from './terminal';
import { textTable } from './textTable';
import { resolve } from 'node:path';

/** A form of one of several files. */
export interface FileSummary extends SummaryRow {
  readonly file: string;
}

/** `rubric summary FILE… --out FILE.xlsx [--json]`: one row per form, ranked over all files. */
export const summaryCommand: Command = {
  async perform(args, terminal) {
    const { files, flags, values } = readOptions(args, { json: 'flag', out: 'value' });
    if (files.length === 0) throw new UsageError('no-file', { command: 'summary' });
    if (values.out === undefined && !flags.has('json')) throw new UsageError('no-out', { what: 'summary.xlsx' });
    const original = files.find((file) => values.out !== undefined && resolve(file) === resolve(values.out));
    if (original !== undefined) throw new UsageError('out-is-original', { file: original });
    const rows = await summaryRows(files);
    if (values.out !== undefined) await saveFile(values.out, summaryWorkbook(rows, terminal));
    terminal.write(
      flags.has('json') ? `${JSON.stringify({ out: values.out ?? null, rows })}\n` : summaryText(rows, values.out ?? '', terminal),
    );
    return exitCodes.done;
  },
};

/** Reads all files first: one that cannot be read leaves no half summary behind. */
async function summaryRows(files: readonly string[]): Promise<readonly FileSummary[]> {
  const all: { file: string; assessment: Assessment }[] = [];
  let policy = defaultReviewPolicy;
  for (const [at, file] of files.entries()) {
    const checked = await checkWorkbook(await openFile(file));
    // One ranking needs one policy: that of the first workbook.
    if (at === 0) policy = checked.policy;
    all.push(...checked.assessments.filter(isSure).map((assessment) => ({ file: checked.snapshot.name, assessment })));
  }
  const rows = summarise(
    all.map(({ assessment }) => assessment),
    policy,
  );
  return rows.map((row, at) => ({ file: all[at]?.file ?? '', ...row }));
}

const decimal = (text: string | null): NewCell => (text !== null && /^-?\d+(\.\d+)?$/.test(text) ? { number: text } : text);
const columns = ['file', 'sheet', 'form', 'fields', 'total', 'rank', 'grade', 'coefficient', 'open'] as const;
const widths = [26, 18, 34, 34, 10, 8, 12, 10, 40];

const headerOf = (terminal: Terminal): string[] => columns.map((name) => tell(terminal, `cli.summary.${name}`));
const fieldsText = ({ fields }: FileSummary): string =>
  Object.entries(fields)
    .flatMap(([label, value]) => (value === '' ? [] : [`${label} ${value}`]))
    .join('; ');

function openText(row: FileSummary, terminal: Terminal): string {
  const blocked = row.blockedBy.length > 0 ? [tell(terminal, 'cli.blocked-by', { cells: row.blockedBy.join(', ') })] : [];
  const errors = row.errors > 0 ? [tell(terminal, 'cli.severity.error', { count: row.errors })] : [];
  return [...blocked, ...errors].join('; ');
}

/** Rows → the bytes of a new workbook. */
function summaryWorkbook(rows: readonly FileSummary[], terminal: Terminal): Uint8Array {
  const cells = rows.map((row): NewCell[] => [
    row.file,
    row.sheet,
    row.title,
    fieldsText(row),
    decimal(row.total),
    row.rank === null ? null : { number: String(row.rank) },
    row.grade,
    decimal(row.coefficient),
    openText(row, terminal),
  ]);
  return newWorkbook({ sheet: tell(terminal, 'cli.summary'), header: headerOf(terminal), rows: cells, widths });
}

function summaryText(rows: readonly FileSummary[], out: string, terminal: Terminal): string {
  const table = [
    headerOf(terminal),
    ...rows.map((row) => [
      row.file,
      row.sheet,
      row.title,
      fieldsText(row),
      row.total ?? '–',
      String(row.rank ?? '–'),
      row.grade ?? '–',
      row.coefficient ?? '–',
      openText(row, terminal),
    ]),
  ];
  return `${[tell(terminal, 'cli.summarised', { out, count: rows.length }), ...textTable(table, 24)].join('\n')}\n`;
}
