/** Full marks less what is taken off: deductions as points, or incidents that each cost the same. */
import type { Template, TemplateEntry } from '../types';
import { criteriaColumn, dimensionColumn, measureColumn, nameColumn, remarkColumn, seqColumn, textColumn } from '../sheet/columns';
import { blankCell, formulaCell, numberCell, openCell } from '../sheet/draft';
import { at, ranges, type RowCell, type Table, type TableColumn, type TableRow } from '../sheet/table';
import { word } from '../words';

const isKind = (template: Template, kind: TemplateEntry['kind']): boolean =>
  template.sections.some(({ indicators }) => indicators.some(({ entry }) => entry.kind === kind));

/** Until something is typed into the column nothing is known; from then on a blank means none. */
const notBegun = (table: Table, key: string): string => `COUNT(${ranges(table, key, table.rows).join(',')})=0`;

const deductionColumn = (template: Template): TableColumn => ({
  key: 'deduction',
  header: word(template.language, 'column.deduction'),
  width: 10,
  grow: 0,
  cell: ({ indicator }) => {
    const most = indicator.weight ?? '0';
    const prompt = word(template.language, 'prompt.deduction', { most });
    const rule = { rule: { kind: 'decimal', least: '0', most } as const, title: indicator.name, prompt };
    return { written: openCell(), style: 'entry', entry: { use: 'deduction', rater: null, rule, of: 'deduction' } };
  },
});

/** More incidents than this are a slip of the hand. */
const mostIncidents = '1000';

const countColumn = (template: Template): TableColumn => ({
  key: 'count',
  header: word(template.language, 'column.count'),
  width: 9,
  grow: 0,
  cell: ({ indicator }) => {
    const prompt = word(template.language, 'prompt.count', { most: mostIncidents });
    const rule = { rule: { kind: 'whole', least: '0', most: mostIncidents } as const, title: indicator.name, prompt };
    return { written: openCell('0'), style: 'entry', entry: { use: 'count', rater: null, rule, of: 'incidents' } };
  },
});

const eachColumn = (template: Template): TableColumn => ({
  key: 'each',
  header: word(template.language, 'column.each'),
  width: 9,
  grow: 0,
  cell: ({ indicator: { entry } }) => ({ written: entry.kind === 'incidents' ? numberCell(entry.each) : blankCell, style: 'center' }),
});

function scoreOf(template: Template, { indicator, row }: TableRow, table: Table): RowCell {
  const full = at(table, 'points', row);
  const key = indicator.entry.kind === 'incidents' ? 'count' : 'deduction';
  const typed = at(table, key, row);
  const taken = key === 'count' ? `${typed}*${at(table, 'each', row)}` : `ABS(${typed})`;
  const wrong = key === 'count' ? [`N(${typed})<0`, `MOD(N(${typed}),1)<>0`] : [];
  const open = [notBegun(table, key), `ISTEXT(${typed})`, ...wrong].join(',');
  return { written: formulaCell(`=IF(OR(${open}),"",ROUND(MAX(0,${full}-${taken}),${template.rounding}))`), style: 'computed' };
}

const scoreColumn = (template: Template): TableColumn => ({
  key: 'score',
  header: word(template.language, 'column.score'),
  width: 9,
  grow: 0,
  cell: (row, table) => scoreOf(template, row, table),
});

/** Who judges a row, where it says so. */
const raterColumn = (template: Template): TableColumn =>
  textColumn('source', word(template.language, 'column.rater'), { width: 12, grow: 0 }, ({ source }) => source, 'center');

/** Columns of a table of deductions. */
export function pointsColumns(template: Template): readonly TableColumn[] {
  const named = template.sections.some(({ name }) => name !== null);
  const sourced = template.sections.some(({ indicators }) => indicators.some(({ source }) => source !== undefined));
  return [
    named ? dimensionColumn(template) : seqColumn(template),
    nameColumn(template, 'column.indicator'),
    measureColumn(template),
    criteriaColumn(template),
    ...(isKind(template, 'incidents') ? [eachColumn(template), countColumn(template)] : [deductionColumn(template)]),
    scoreColumn(template),
    ...(sourced ? [raterColumn(template)] : []),
    remarkColumn(template),
  ];
}
