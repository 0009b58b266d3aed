/** The open workbook in Excel. */
import type { CellWrite } from '../../review/types';
import { WorkbookError, type WatchableWorkbook } from '../port';
import { runExcel } from './excelError';
import { makeOwnWrites } from './ownWrites';
import { readWorkbook, type KnownMerges } from './readWorkbook';
import { watchChanges, watchSelection, type SheetNames } from './watchWorkbook';
import { readSettings, writeSetting } from './workbookSettings';
import type { CellChange, SeenCell } from './cellChange';
import { addSheet } from './addSheet';
import { rewriteSheet } from './rewriteSheet';
import { readAreas, readDefinedNames, readSelected, readSpills, recalculate } from './formulaFacts';
import { checkUnchanged, inOneUndoStep, lookAt, sameState, writeAll } from './writeCells';

interface Fill {
  readonly before: readonly SeenCell[];
  readonly after: readonly SeenCell[];
  /** Cells that another cell's formula had filled, as `Sheet!A1`. */
  readonly spilled: ReadonlySet<string>;
}

const nameOf = ({ sheet, cell }: { readonly sheet: string; readonly cell: string }): string => `${sheet}!${cell}`;
const emptied = (cell: SeenCell): SeenCell => ({ ...cell, value: null, formula: null });

/** Excel behind the port. Needs Office.js ready; floor ExcelApi 1.14. */
export function openExcelWorkbook(): WatchableWorkbook {
  const merges: KnownMerges = new Map();
  const own = makeOwnWrites();
  const names = sheetNames();
  /** Each fill as Excel then showed it, and how the cells were before. */
  const fills = new Map<string, Fill>();
  let fillCount = 0;

  async function write(changes: readonly CellChange[], before: readonly SeenCell[]): Promise<readonly SeenCell[]> {
    own.note(changes);
    return writeAll(changes, before);
  }
  return {
    async snapshot(options = {}) {
      // A check of everything looks at everything anew; the re-check of a sheet trusts what is known of its shape.
      if (!options.sheets) merges.clear();
      const snapshot = await runExcel((context) => readWorkbook(context, options, merges));
      names.learn(snapshot.grids.map(({ sheetId, sheet }) => [sheetId, sheet]));
      return snapshot;
    },
    async apply(writes) {
      fillCount += 1;
      const id = `fill-${fillCount}`;
      if (writes.length === 0) return { id, writes };
      const changes = writes.map(changeOf);
      const seen = await lookAt(changes);
      checkUnchanged(changes, seen);
      const before = seen.map((cell, at) => (writes[at]?.spilled ? emptied(cell) : cell));
      fills.set(id, { before, after: await write(changes, before), spilled: new Set(writes.filter((one) => one.spilled).map(nameOf)) });
      return { id, writes };
    },
    async undo({ id }) {
      const fill = fills.get(id);
      if (!fill) throw new WorkbookError('nothing-to-undo');
      const changes = fill.before.map((cell, at) => reverseOf(cell, fill.after[at] ?? cell));
      const now = await lookAt(changes);
      // The user may have taken the fill back with Excel's own undo: then there is nothing left to do.
      if (!now.every((cell, at) => fill.spilled.has(nameOf(cell)) || sameState(cell, fill.before[at] ?? cell))) {
        checkUnchanged(changes, now);
        await write(changes, now);
      }
      fills.delete(id);
    },
    select: (sheet, cell) => runExcel((context) => selectCell(context, sheet, cell)),
    spills: (cells) => runExcel((context) => readSpills(context, cells)),
    definedNames: () => runExcel(readDefinedNames),
    readAreas: (areas) => runExcel((context) => readAreas(context, areas)),
    selected: () => runExcel(readSelected),
    recalculate: () => runExcel(recalculate),
    addSheet: (name, content) =>
      inOneUndoStep((context) =>
        content?.inPlaceOf === undefined ? addSheet(context, name, content) : rewriteSheet(context, content.inPlaceOf, content),
      ),
    readSettings: () => runExcel(readSettings),
    writeSetting: (key, json) => runExcel((context) => writeSetting(context, key, json)),
    onChanged: (listener) => watchChanges(listener, { names, own, onReshaped: (sheet) => void merges.delete(sheet) }),
    onSelected: (listener) => watchSelection(listener, names),
  };
}

const changeOf = ({ sheet, cell, before, after }: CellWrite): CellChange => ({
  sheet,
  cell,
  expected: before,
  wanted: after.kind === 'formula' ? { value: after.value, formula: after.formula } : { value: after.value, formula: null },
});

const reverseOf = (before: SeenCell, after: SeenCell): CellChange => ({
  sheet: before.sheet,
  cell: before.cell,
  expected: after,
  wanted: before,
  ...(before.numberFormat === after.numberFormat ? {} : { numberFormat: before.numberFormat }),
});

async function selectCell(context: Excel.RequestContext, name: string, cell: string): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  sheet.load('visibility');
  await context.sync();
  if (sheet.isNullObject) throw new WorkbookError('sheet-missing', { sheet: name });
  if (sheet.visibility !== 'Visible') throw new WorkbookError('unsupported', { sheet: name, cell, reason: 'hidden' });
  sheet.activate();
  sheet.getRange(cell).select();
  await context.sync();
}

/** Names by id. Sheets are renamed now and then, so each check teaches them anew. */
function sheetNames(): SheetNames & { learn(names: readonly (readonly [string, string])[]): void } {
  const known = new Map<string, string>();
  return {
    learn: (names) => names.forEach(([id, name]) => known.set(id, name)),
    async nameOf(id) {
      const name = known.get(id) ?? (await askName(id));
      if (name !== null) known.set(id, name);
      return name;
    },
  };
}

function askName(id: string): Promise<string | null> {
  return runExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(id);
    sheet.load('name');
    await context.sync();
    return sheet.isNullObject ? null : sheet.name;
  });
}
