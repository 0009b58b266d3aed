import type { CellTarget } from './cellChange';

/**
 * Remembers what the add-in itself has just written, so that its own edits are not taken for the user's. Excel says who made a change only
 * since ExcelApi 1.14 and not always then, so each written cell answers for one event, within a few seconds.
 */
export interface OwnWrites {
  note(cells: readonly CellTarget[]): void;
  /** True where all cells of a change (local address, `A1` or `A1:B2`) were just written by us. */
  claim(sheet: string, address: string): boolean;
}

const memory = 5_000;

/** @param now clock in milliseconds. */
export function makeOwnWrites(now: () => number = Date.now): OwnWrites {
  const written = new Map<string, number>();
  return {
    note: (cells) => cells.forEach(({ sheet, cell }) => written.set(`${sheet}!${cell}`, now() + memory)),
    claim: (sheet, address) => {
      const key = `${sheet}!${address}`;
      const until = written.get(key) ?? 0;
      written.delete(key);
      return until >= now();
    },
  };
}
