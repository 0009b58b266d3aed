import type { Grid } from '../../form/grid';
import { WorkbookError, type Receipt, type WorkbookPort } from '../port';
import { applyChanges, changeOf, reverseOf, type CellChange } from './applyWrites';
import { readSettings, settingChanges } from './fileSettings';
import { namingFile, openXlsx, readSnapshot, type XlsxFile } from './openXlsx';
import { openZip, writeZip } from './zipContainer';

/** A workbook file in memory. Nothing is written to disk: `bytes` is what to save. */
export interface XlsxWorkbook extends WorkbookPort {
  /** The file as it is now; the very bytes that were opened where nothing was written. */
  bytes(): Uint8Array;
}

/** Opens a workbook file. Throws as `openXlsx` does. */
export function openXlsxWorkbook(content: Uint8Array, name: string): XlsxWorkbook {
  let file = openXlsx(content, name);
  /** File before and after each fill: taking back the last one gives the former file to the byte. */
  const history = new Map<string, { before: XlsxFile; after: XlsxFile }>();

  const change = (changes: readonly CellChange[]): void => {
    file = changed(file, changes);
  };
  return {
    snapshot: async (options = {}) => {
      options.signal?.throwIfAborted();
      const snapshot = readSnapshot(file, options.sheets);
      options.onProgress?.(1, 1);
      return snapshot;
    },
    apply: async (writes) => {
      const before = file;
      change(writes.map(changeOf));
      const receipt: Receipt = { id: `${name}#${history.size + 1}`, writes };
      history.set(receipt.id, { before, after: file });
      return receipt;
    },
    undo: async (receipt) => {
      const step = history.get(receipt.id);
      if (!step) throw new WorkbookError('nothing-to-undo', { file: name });
      if (step.after === file) file = step.before;
      else change(receipt.writes.map(reverseOf));
      history.delete(receipt.id);
    },
    select: async (sheet) => {
      if (!file.parts.sheets.some((each) => each.name === sheet)) throw new WorkbookError('sheet-missing', { sheet, file: name });
    },
    readSettings: async () => readSettings(file.zip),
    writeSetting: async (key, json) => {
      const { zip, parts } = file;
      file = reopened(file, settingChanges(zip, parts.path, key, json));
    },
    bytes: () => file.zip.bytes,
  };
}

function changed(file: XlsxFile, changes: readonly CellChange[]): XlsxFile {
  if (changes.length === 0) return file;
  return namingFile(file.name, () => reopened(file, applyChanges(file, gridsFor(file, changes), changes)));
}

function gridsFor(file: XlsxFile, changes: readonly CellChange[]): ReadonlyMap<string, Grid> {
  const sheets = [...new Set(changes.map(({ sheet }) => sheet))];
  return new Map(readSnapshot(file, sheets).grids.map((grid) => [grid.sheet, grid]));
}

function reopened(file: XlsxFile, parts: ReadonlyMap<string, Uint8Array | null>): XlsxFile {
  const zip = openZip(writeZip(file.zip, parts));
  return parts.get(file.parts.calcChain ?? '') === null ? { ...file, zip, parts: { ...file.parts, calcChain: null } } : { ...file, zip };
}
