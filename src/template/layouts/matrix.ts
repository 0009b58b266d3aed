/** Full marks scored again and again: a column for each month or quarter, and the mean. */
import type { Template } from '../types';
import { criteriaColumn, dimensionColumn, measureColumn, nameColumn, seqColumn } from '../sheet/columns';
import { formulaCell, openCell } from '../sheet/draft';
import { scoreRule } from '../sheet/entryRule';
import { periodRange, rounded } from '../sheet/scoreFormulas';
import { at, type Table, type TableColumn } from '../sheet/table';
import { totalFormat } from '../sheet/totalFormat';
import { monthName, word } from '../words';

const counts = { months: 12, quarters: 4 } as const;

function periodColumn(template: Template, n: number): TableColumn {
  const months = template.periods !== 'quarters';
  return {
    key: `p${n}`,
    header: months ? monthName(template.language, n) : word(template.language, 'column.quarter', { n: String(n) }),
    width: months ? 5.6 : 11,
    grow: 0,
    cell: ({ indicator }) => ({
      written: openCell(),
      style: 'entry',
      entry: { use: 'score', rater: 0, rule: scoreRule(template, indicator), of: 'score' },
    }),
  };
}

/** Periods left blank in a row although others of the table are scored for them. */
function missedPeriods(table: Table, range: string): string {
  const begun = table.rows.map(({ row }) => `ISNUMBER(${periodRange(table, row)})`).join('+');
  return `SUMPRODUCT((1-ISNUMBER(${range}))*((${begun})>0))`;
}

const meanColumn = (template: Template): TableColumn => ({
  key: 'mean',
  header: word(template.language, 'column.blend'),
  width: 9,
  grow: 0,
  cell: ({ row }, table) => {
    const range = periodRange(table, row);
    const open = `COUNT(${range})=0,COUNTA(${range})>COUNT(${range}),MIN(${range})<0,MAX(${range})>${at(table, 'points', row)},${missedPeriods(table, range)}>0`;
    const mean = rounded(template, `AVERAGE(${range})`);
    return { written: formulaCell(`=IF(OR(${open}),"",${mean})`, totalFormat(template.rounding)), style: 'computed' };
  },
});

/** Columns of a table over the year. */
export function matrixColumns(template: Template): readonly TableColumn[] {
  const named = template.sections.some(({ name }) => name !== null);
  const count = counts[template.periods ?? 'months'];
  return [
    named ? dimensionColumn(template) : seqColumn(template),
    nameColumn(template, 'column.indicator'),
    measureColumn(template),
    criteriaColumn(template),
    ...Array.from({ length: count }, (_, at_) => periodColumn(template, at_ + 1)),
    meanColumn(template),
  ];
}
