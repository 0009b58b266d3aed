/** Columns that layouts put together. One function a column: its header, its room, what stands in a row. */
import type { TemplateIndicator } from '../types';
import { word } from '../words';
import { blankCell, formulaCell, numberCell, openCell, textCell } from './draft';
import { actualRule, percentFraction, scoreRule } from './entryRule';
import { textWidth } from './textSize';
import { at, type RowCell, type Table, type TableColumn, type TableRow } from './table';
import { tierFormula } from './tierFormula';
import type { Template } from '../types';

const room = (width: number, grow = 0): { width: number; grow: number } => ({ width, grow });

/** A printed text of the row. */
export const textColumn = (
  key: string,
  header: string,
  size: { width: number; grow: number },
  text: (indicator: TemplateIndicator) => string | null | undefined,
  style: RowCell['style'] = 'text',
  open = false,
): TableColumn => ({
  key,
  header,
  ...size,
  cell: ({ indicator }) => ({ written: textCell(text(indicator) ?? '', open), style: open ? 'entry-text' : style }),
});

export const seqColumn = (template: Template): TableColumn => ({
  key: 'seq',
  header: word(template.language, 'column.seq'),
  ...room(5.5),
  cell: ({ index, section }) => ({ written: section < 0 ? blankCell : numberCell(String(index + 1), '0'), style: 'center' }),
});

/** Filled by the table writer: one merged cell a section. */
export const dimensionColumn = (template: Template): TableColumn => ({
  key: 'dimension',
  header: word(template.language, 'column.dimension'),
  ...room(13),
  cell: () => ({ written: blankCell, style: 'dimension' }),
});

export const nameColumn = (
  template: Template,
  code: 'column.indicator' | 'column.kpi' | 'column.task' | 'column.person',
  open = false,
): TableColumn => textColumn('indicator', word(template.language, code), room(15, 0.35), (indicator) => indicator.name, 'name', open);

/** Weight in percent, or full marks; what a bonus or deduction row is stands there in words. */
export const measureColumn = (template: Template, open = false): TableColumn =>
  template.scale.kind === 'marks'
    ? {
        key: 'weight',
        header: word(template.language, 'column.weight'),
        ...room(8),
        cell: (row) => (open ? typedOver(template, row, measure(template, row)) : measure(template, row)),
      }
    : {
        key: 'points',
        header: word(template.language, 'column.points'),
        ...room(template.language === 'en' ? 9 : 7.5),
        cell: (row) => measure(template, row),
      };

function measure(template: Template, { indicator, section }: TableRow): RowCell {
  const { weight } = indicator;
  if (section < 0) {
    const code = indicator.entry.kind === 'deduction' ? 'label.deduction' : 'label.bonus';
    return { written: textCell(word(template.language, code, { cap: weight ?? '' })), style: 'center' };
  }
  if (weight === null) return { written: blankCell, style: 'center' };
  return template.scale.kind === 'marks'
    ? { written: numberCell(percentFraction(weight), weight.includes('.') ? '0.0%' : '0%'), style: 'center' }
    : { written: numberCell(weight), style: 'center' };
}

/** A weight that people change for tasks of their own; a share of the whole form. */
function typedOver(template: Template, { indicator, section }: TableRow, printed: RowCell): RowCell {
  if (section < 0 || indicator.weight === null) return printed;
  const prompt = word(template.language, 'prompt.percent', { most: '100' });
  const rule = { rule: { kind: 'decimal', least: '0', most: '1' } as const, title: indicator.name, prompt };
  return { ...printed, written: { ...printed.written, unlocked: true }, style: 'entry', rule };
}

export const criteriaColumn = (template: Template, code: 'column.criteria' | 'column.definition' = 'column.criteria'): TableColumn =>
  textColumn('criteria', word(template.language, code), room(28, 1), (indicator) => indicator.criteria);

export const targetColumn = (template: Template, code: 'column.target' | 'column.result' = 'column.target'): TableColumn =>
  textColumn(
    'target',
    word(template.language, code),
    room(11, 0.2),
    (indicator) => indicator.target,
    code === 'column.target' ? 'center' : 'text',
  );

/** Whether some indicator says something here. */
export const hasGiven = (template: Template, pick: (indicator: TemplateIndicator) => unknown): boolean =>
  template.sections.some(({ indicators }) => indicators.some((indicator) => (pick(indicator) ?? null) !== null));

/** How often it is reviewed, in forms that say so. */
export const cycleColumns = (template: Template): readonly TableColumn[] =>
  hasGiven(template, ({ cycle }) => cycle)
    ? [textColumn('cycle', word(template.language, 'column.cycle'), room(9.5), ({ cycle }) => cycle, 'center')]
    : [];

/** Where the numbers come from, in forms that say so. */
export const sourceColumns = (template: Template): readonly TableColumn[] =>
  hasGiven(template, ({ source }) => source)
    ? [textColumn('source', word(template.language, 'column.source'), room(11, 0.1), ({ source }) => source)]
    : [];

const measuredFormats: Readonly<Record<string, string>> = { percent: '0.0#%', count: '0', date: 'yyyy-mm-dd' };

/** What was measured or done. */
export function actualColumn(template: Template): TableColumn {
  return {
    key: 'actual',
    header: word(template.language, 'column.actual'),
    ...room(12, template.layout === 'plan' ? 0.6 : 0.1),
    cell: ({ indicator, section }) => {
      const { kind } = indicator.entry;
      if (section < 0) return { written: blankCell, style: 'center' };
      const rule = actualRule(template, indicator);
      return {
        written: openCell(measuredFormats[kind] ?? 'General'),
        style: kind === 'text' ? 'entry-text' : 'entry',
        entry: { use: kind === 'text' || kind === 'score' || kind === 'levels' ? 'remark' : 'actual', rater: null, rule, of: kind },
      };
    },
  };
}

/** Tier that follows from what was measured. */
export const tierColumn = (template: Template): TableColumn => ({
  key: 'tier',
  header: word(template.language, 'column.tier'),
  ...room(8.5),
  cell: ({ indicator, row }, table) => {
    const formula = tierFormula(indicator, at(table, 'actual', row));
    return { written: formula === null ? blankCell : formulaCell(formula), style: 'computed' };
  },
});

export const raterKey = (rater: number): string => `rater${rater}`;

/** Header of a rater's column; with several raters it names the share. */
export const raterHeader = (template: Template, rater: number): string => {
  const { label = '', share = '100' } = template.raters[rater] ?? {};
  return template.raters.length > 1 ? word(template.language, 'column.share', { label, share }) : label;
};

/** One column of scores for each rater. */
export const raterColumns = (template: Template): readonly TableColumn[] =>
  template.raters.map((_, rater) => ({
    key: raterKey(rater),
    header: raterHeader(template, rater),
    ...room(Math.max(10.5, Math.min(15, textWidth(raterHeader(template, rater)) / 2 + 2))),
    cell: (row) => scoreCell(template, row, rater),
  }));

function scoreCell(template: Template, { indicator, section }: TableRow, rater: number): RowCell {
  if (section >= 0)
    return {
      written: openCell(),
      style: 'entry',
      entry: { use: 'score', rater, rule: scoreRule(template, indicator), of: indicator.entry.kind },
    };
  const most = indicator.weight ?? '0';
  const prompt = word(template.language, indicator.entry.kind === 'deduction' ? 'prompt.deduction' : 'prompt.bonus', { most });
  const rule = { rule: { kind: 'decimal', least: '0', most } as const, title: indicator.name, prompt };
  return { written: openCell(), style: 'entry', entry: { use: 'score', rater, rule, of: 'extra' } };
}

export const remarkColumn = (template: Template): TableColumn =>
  textColumn('remark', word(template.language, 'column.remark'), room(11, 0.15), () => '', 'text', true);

export const isMeasured = ({ entry }: TemplateIndicator): boolean =>
  ['number', 'percent', 'count', 'tiers', 'date', 'text'].includes(entry.kind);

export type { Table };
