/** Indicators with criteria, scored by each rater; measured values and their tiers beside the scores. */
import type { Template } from '../types';
import {
  actualColumn,
  criteriaColumn,
  cycleColumns,
  dimensionColumn,
  isMeasured,
  measureColumn,
  nameColumn,
  raterColumns,
  seqColumn,
  sourceColumns,
  targetColumn,
  tierColumn,
} from '../sheet/columns';
import type { TableColumn } from '../sheet/table';
import { tierFormula } from '../sheet/tierFormula';

const indicatorsOf = (template: Template): readonly Template['sections'][number]['indicators'][number][] =>
  template.sections.flatMap(({ indicators }) => indicators);

/** Columns of a scored table: only those that some row needs. */
export function scoredColumns(template: Template): readonly TableColumn[] {
  const indicators = indicatorsOf(template);
  const named = template.sections.some(({ name }) => name !== null);
  const measured = indicators.some(isMeasured);
  return [
    named ? dimensionColumn(template) : seqColumn(template),
    nameColumn(template, 'column.indicator'),
    ...cycleColumns(template),
    measureColumn(template),
    ...(indicators.some(({ target }) => target !== null) ? [targetColumn(template)] : []),
    criteriaColumn(template),
    ...sourceColumns(template),
    ...(measured ? [actualColumn(template)] : []),
    ...(measured && indicators.some((indicator) => tierFormula(indicator, 'A1') !== null) ? [tierColumn(template)] : []),
    ...raterColumns(template),
  ];
}
