/** The workbook, its adapter fetched when it is first used: the pane can be seen before. */
import type { WatchableWorkbook } from '../../workbook/port';

/** A workbook with the face of the real one; `load` is called once. */
export function lazyWorkbook(load: () => Promise<WatchableWorkbook>): WatchableWorkbook {
  let loading: Promise<WatchableWorkbook> | null = null;
  const workbook = (): Promise<WatchableWorkbook> => (loading ??= load());
  return {
    snapshot: async (options) => (await workbook()).snapshot(options),
    apply: async (writes) => (await workbook()).apply(writes),
    undo: async (receipt) => (await workbook()).undo(receipt),
    select: async (sheet, cell) => (await workbook()).select(sheet, cell),
    addSheet: async (name, content) => (await workbook()).addSheet(name, content),
    spills: async (cells) => (await (await workbook()).spills?.(cells)) ?? cells.map(() => null),
    definedNames: async () => (await (await workbook()).definedNames?.()) ?? [],
    readAreas: async (areas) => (await workbook()).readAreas(areas),
    selected: async () => (await workbook()).selected(),
    recalculate: async () => (await workbook()).recalculate(),
    readSettings: async () => (await workbook()).readSettings(),
    writeSetting: async (key, json) => (await workbook()).writeSetting(key, json),
    onChanged: async (listener) => (await workbook()).onChanged(listener),
    onSelected: async (listener) => (await workbook()).onSelected(listener),
  };
}
