/** Cells as the adapter looks at and changes them. */
import type { CellValue } from '../../form/grid';

/** What a cell holds. */
export interface CellState {
  readonly value: CellValue;
  readonly formula: string | null;
}

export interface CellTarget {
  readonly sheet: string;
  /** A1 address. */
  readonly cell: string;
}

/** A cell as it must be found and as it shall become. */
export interface CellChange extends CellTarget {
  /** One of these must hold now. */
  readonly expected: CellState;
  readonly wanted: CellState;
  /** Number format to set, where writing may have changed it (undo). */
  readonly numberFormat?: string;
}

export interface SeenCell extends CellTarget, CellState {
  readonly numberFormat: string;
}
