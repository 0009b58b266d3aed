/** Rates from a numerator and a denominator; the raters score what came out. */
import type { Template, TemplateIndicator } from '../types';
import {
  actualColumn,
  criteriaColumn,
  cycleColumns,
  hasGiven,
  measureColumn,
  nameColumn,
  raterColumns,
  seqColumn,
  sourceColumns,
  targetColumn,
} from '../sheet/columns';
import { formulaCell, openCell, textCell } from '../sheet/draft';
import { at, type RowCell, type TableColumn } from '../sheet/table';
import { word } from '../words';

/** A row that is no quotient says so in both cells. */
const none: RowCell = { written: textCell('—'), style: 'center' };

const mostCount = '1000000000';

const partColumn = (template: Template, use: 'numerator' | 'denominator'): TableColumn => ({
  key: use,
  header: word(template.language, `column.${use}`),
  width: 11,
  grow: 0,
  cell: ({ indicator: { entry } }) => {
    if (entry.kind !== 'ratio') return none;
    const prompt = word(template.language, use === 'numerator' ? 'prompt.ratio' : 'prompt.denominator');
    const rule = { rule: { kind: 'decimal', least: '0', most: mostCount } as const, title: entry[use], prompt: `${entry[use]}\n${prompt}` };
    return { written: openCell(), style: 'entry', entry: { use, rater: null, rule, of: 'ratio' } };
  },
});

/** A quotient without a unit is a percentage. */
const isRate = ({ unit }: TemplateIndicator): boolean => unit === null;

function rateColumn(template: Template): TableColumn {
  const typed = actualColumn(template);
  return {
    ...typed,
    header: word(template.language, 'column.rate'),
    width: 10,
    grow: 0,
    cell: (row, table) => {
      if (row.indicator.entry.kind !== 'ratio') return typed.cell(row, table);
      const [top, bottom] = [at(table, 'numerator', row.row), at(table, 'denominator', row.row)];
      const places = isRate(row.indicator) ? 4 : template.rounding;
      const formula = `=IF(OR(COUNT(${top}:${bottom})<2,N(${top})<0,N(${bottom})<=0),"",ROUND(${top}/${bottom},${places}))`;
      return { written: formulaCell(formula, isRate(row.indicator) ? '0.00%' : '0.00'), style: 'computed' };
    },
  };
}

/** Columns of a KPI table. */
export function kpiColumns(template: Template): readonly TableColumn[] {
  return [
    seqColumn(template),
    nameColumn(template, 'column.kpi'),
    ...cycleColumns(template),
    criteriaColumn(template, 'column.definition'),
    ...sourceColumns(template),
    ...(hasGiven(template, ({ weight }) => weight) ? [measureColumn(template)] : []),
    ...(hasGiven(template, ({ target }) => target) ? [targetColumn(template)] : []),
    partColumn(template, 'numerator'),
    partColumn(template, 'denominator'),
    rateColumn(template),
    ...raterColumns(template),
  ];
}
