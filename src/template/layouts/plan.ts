/** Tasks of a period: what, how much it counts, until when, what is to come of it; what came of it, and what the raters give for it. */
import type { Template } from '../types';
import { actualColumn, measureColumn, nameColumn, raterColumns, seqColumn, textColumn } from '../sheet/columns';
import type { TableColumn } from '../sheet/table';
import { word } from '../words';

/** Columns of a work plan; task, weight, period and expected result are typed over what is printed. */
export const planColumns = (template: Template): readonly TableColumn[] => [
  seqColumn(template),
  nameColumn(template, 'column.task', true),
  measureColumn(template, true),
  textColumn('period', word(template.language, 'column.period'), { width: 14, grow: 0.1 }, ({ period }) => period, 'center', true),
  textColumn('target', word(template.language, 'column.result'), { width: 20, grow: 0.6 }, ({ target }) => target, 'text', true),
  actualColumn(template),
  ...raterColumns(template),
];
