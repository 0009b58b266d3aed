/** Rates from a numerator and a denominator; the raters score what came out. */
import type { Template, TemplateIndicator } from '../types';
import {
  actualColumn,
  criteriaColumn,
  measureColumn,
  nameColumn,
  raterColumns,
  seqColumn,
  targetColumn,
  textColumn,
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

const has = (template: Template, pick: (indicator: TemplateIndicator) => unknown): boolean =>
  template.sections.some(({ indicators }) => indicators.some((indicator) => pick(indicator) !== undefined && pick(indicator) !== null));

/** Columns of a KPI table. */
export function kpiColumns(template: Template): readonly TableColumn[] {
  const { language } = template;
  return [
    seqColumn(template),
    nameColumn(template, 'column.kpi'),
    ...(has(template, ({ cycle }) => cycle)
      ? [textColumn('cycle', word(language, 'column.cycle'), { width: 9.5, grow: 0 }, ({ cycle }) => cycle, 'center')]
      : []),
    criteriaColumn(template, 'column.definition'),
    ...(has(template, ({ source }) => source)
      ? [textColumn('source', word(language, 'column.source'), { width: 11, grow: 0.1 }, ({ source }) => source)]
      : []),
    ...(has(template, ({ weight }) => weight) ? [measureColumn(template)] : []),
    ...(has(template, ({ target }) => target) ? [targetColumn(template)] : []),
    partColumn(template, 'numerator'),
    partColumn(template, 'denominator'),
    rateColumn(template),
    ...raterColumns(template),
  ];
}
