/** People side by side: the raters' scores, the overall score, the rank, what the rank earns. */
import type { Template } from '../types';
import { nameColumn, raterColumns, raterKey, remarkColumn, seqColumn } from '../sheet/columns';
import { formulaCell } from '../sheet/draft';
import { rounded } from '../sheet/scoreFormulas';
import { at, columnOf, type TableColumn, ranges } from '../sheet/table';
import { totalFormat } from '../sheet/totalFormat';
import { cellAddress } from '../../form/address';
import { topOf } from '../sheet/entryRule';
import { word } from '../words';

const blendColumn = (template: Template): TableColumn => ({
  key: 'blend',
  header: word(template.language, 'column.blend'),
  width: 13,
  grow: 0,
  cell: ({ indicator, row }, table) => {
    const keys = template.raters.map((_, rater) => raterKey(rater));
    const range = `${at(table, keys[0] ?? '', row)}:${at(table, keys.at(-1) ?? '', row)}`;
    const parts = keys.map((key, rater) => `${at(table, key, row)}*${template.raters[rater]?.share ?? '0'}%`);
    const body = keys.length > 1 ? parts.join('+') : at(table, keys[0] ?? '', row);
    const open = `COUNT(${range})<${keys.length},MIN(${range})<0,MAX(${range})>${topOf(template, indicator)}`;
    const formula = `=IF(OR(${open}),"",${rounded(template, body)})`;
    return { written: formulaCell(formula, totalFormat(template.rounding)), style: 'computed' };
  },
});

/** Ranks appear once everybody has a score: before, they would only be guesses. */
const rankColumn = (template: Template): TableColumn => ({
  key: 'rank',
  header: word(template.language, 'column.rank'),
  width: 9,
  grow: 0,
  cell: ({ row }, table) => {
    const [range = ''] = ranges(table, 'blend', table.rows);
    const fixed = range.replace(/([A-Z]+)(\d+)/g, '$1$$$2');
    const own = cellAddress(row, columnOf(table, 'blend'));
    return { written: formulaCell(`=IF(COUNT(${fixed})<${table.rows.length},"",RANK(${own},${fixed}))`, '0'), style: 'computed' };
  },
});

const awardColumn = (template: Template): TableColumn => ({
  key: 'award',
  header: word(template.language, 'column.award'),
  width: 12,
  grow: 0,
  cell: ({ row }, table) => {
    const rank = at(table, 'rank', row);
    const chain = (template.awards ?? []).reduceRight((rest, { rank: place, amount }) => `IF(${rank}=${place},${amount},${rest})`, '0');
    return { written: formulaCell(`=IF(${rank}="","",${chain})`, '#,##0'), style: 'computed' };
  },
});

/** Columns of a ranking; people's names are typed over the ones printed. */
export const rankingColumns = (template: Template): readonly TableColumn[] => [
  seqColumn(template),
  nameColumn(template, 'column.person', true),
  ...raterColumns(template),
  blendColumn(template),
  rankColumn(template),
  ...((template.awards ?? []).length > 0 ? [awardColumn(template)] : []),
  remarkColumn(template),
];
