/** A template → the plan of its sheet. */
import { kpiColumns } from './layouts/kpi';
import { matrixColumns } from './layouts/matrix';
import { planColumns } from './layouts/plan';
import { pointsColumns } from './layouts/points';
import { rankingColumns } from './layouts/ranking';
import { scoredColumns } from './layouts/scored';
import { summaryWidths, writeSummary } from './layouts/summary';
import { finishedCells, newDraft, type Draft } from './sheet/draft';
import { problemRules } from './sheet/problemRules';
import type { TableColumn } from './sheet/table';
import { columnWidths } from './sheet/columnWidths';
import { fitRows } from './sheet/fitRows';
import { pageBreaks } from './sheet/pageBreaks';
import { tableAt, writeTable } from './sheet/writeTable';
import { writeFoot } from './sheet/writeFoot';
import { writeHead } from './sheet/writeHead';
import { writeTotals } from './sheet/writeTotals';
import type { SheetPlan } from './sheetPlan';
import type { LayoutName, Template } from './types';
import { word } from './words';

/** Columns of each layout whose table runs down the page. */
const tableColumns: Readonly<Record<Exclude<LayoutName, 'summary'>, (template: Template) => readonly TableColumn[]>> = {
  scored: scoredColumns,
  points: pointsColumns,
  matrix: matrixColumns,
  kpi: kpiColumns,
  ranking: rankingColumns,
  plan: planColumns,
};

interface Written {
  readonly widths: readonly number[];
  readonly headerRow: number;
  readonly next: number;
}

function writeTableSheet(draft: Draft, template: Template, columns: readonly TableColumn[]): Written {
  const widths = columnWidths(template, columns);
  const headerRow = writeHead(draft, template, widths);
  const table = tableAt(template, columns, headerRow, widths);
  writeTable(draft, table);
  // People are ranked, not added up.
  return { widths, headerRow, next: template.layout === 'ranking' ? table.end : writeTotals(draft, table, table.end) };
}

function writeSummarySheet(draft: Draft, template: Template): Written {
  const widths = summaryWidths(template);
  const headerRow = writeHead(draft, template, widths);
  return { widths, headerRow, next: writeSummary(draft, template, headerRow) };
}

/** Names of sections that go on over a page's end stand at their top. */
const splitAtBreaks = (cells: SheetPlan['cells'], merges: SheetPlan['merges'], breaks: readonly number[]): SheetPlan['cells'] =>
  cells.map((cell) => {
    if (cell.style !== 'dimension') return cell;
    const area = merges.find(({ top, bottom, left }) => left === cell.column && top <= cell.row && cell.row <= bottom);
    return area && breaks.some((row) => row > area.top && row <= area.bottom) ? { ...cell, style: 'dimension-split' } : cell;
  });

/**
 * The finished form as a plan of cells, formulas, rules and looks.
 * @param template checked by checkTemplate: what it holds is written as it is.
 */
export function sheetPlanOf(template: Template): SheetPlan {
  const draft = newDraft();
  const { widths, headerRow, next } =
    template.layout === 'summary'
      ? writeSummarySheet(draft, template)
      : writeTableSheet(draft, template, tableColumns[template.layout](template));
  const end = writeFoot(draft, template, widths, next) - 1;
  fitRows(draft, widths);
  const breaks = pageBreaks({ blocks: draft.blocks, last: end, headerRow, heights: draft.heights });
  return {
    template,
    name: template.sheetName,
    cells: splitAtBreaks(finishedCells(draft), draft.merges, breaks),
    merges: draft.merges,
    widths,
    heights: draft.heights,
    validations: draft.validations,
    conditionals: [...problemRules(draft.entries), ...draft.conditionals],
    print: {
      area: { top: 1, left: 1, bottom: end, right: widths.length },
      titleRows: [headerRow, headerRow],
      breaks,
      footer: { left: template.title, center: word(template.language, 'print.page'), right: '&D' },
    },
    frozenRows: headerRow,
    entries: draft.entries,
  };
}
