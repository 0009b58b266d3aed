/** A template → the plan of its sheet. */
import { scoredColumns } from './layouts/scored';
import { finishedCells, newDraft, type Draft } from './sheet/draft';
import { problemRules } from './sheet/problemRules';
import type { TableColumn } from './sheet/table';
import { columnWidths, tableAt, writeTable } from './sheet/writeTable';
import { writeFoot } from './sheet/writeFoot';
import { writeHead } from './sheet/writeHead';
import { writeTotals } from './sheet/writeTotals';
import type { SheetPlan } from './sheetPlan';
import type { LayoutName, Template } from './types';
import { word } from './words';

/** Columns of each layout whose table runs down the page. */
const tableColumns: Readonly<Partial<Record<LayoutName, (template: Template) => readonly TableColumn[]>>> = {
  scored: scoredColumns,
};

interface Written {
  readonly widths: readonly number[];
  readonly headerRow: number;
  readonly next: number;
}

function writeTableSheet(draft: Draft, template: Template, columns: readonly TableColumn[]): Written {
  const widths = columnWidths(columns);
  const headerRow = writeHead(draft, template, widths);
  const table = tableAt(template, columns, headerRow);
  writeTable(draft, table, widths);
  return { widths, headerRow, next: writeTotals(draft, table, table.end, widths) };
}

/**
 * The finished form as a plan of cells, formulas, rules and looks.
 * @param template checked by checkTemplate: what it holds is written as it is.
 */
export function sheetPlanOf(template: Template): SheetPlan {
  const draft = newDraft();
  const columns = tableColumns[template.layout];
  if (!columns) throw new Error(`no layout ${template.layout}`);
  const { widths, headerRow, next } = writeTableSheet(draft, template, columns(template));
  const end = writeFoot(draft, template, widths, next) - 1;
  return {
    template,
    name: template.sheetName,
    cells: finishedCells(draft),
    merges: draft.merges,
    widths,
    heights: draft.heights,
    validations: draft.validations,
    conditionals: problemRules(draft.entries),
    print: {
      area: { top: 1, left: 1, bottom: end, right: widths.length },
      titleRows: [headerRow, headerRow],
      footer: { left: template.title, center: word(template.language, 'print.page'), right: '&D' },
    },
    frozenRows: headerRow,
    entries: draft.entries,
  };
}
