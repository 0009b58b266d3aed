/** A sheet's cells as the product sees them, whatever host they came from. Rows and columns count from 1, as in A1 addresses. */

export type CellValue = null | string | number | boolean | { readonly error: string };

export interface GridCell {
  /** The stored value (the result, where there is a formula). */
  readonly value: CellValue;
  /** What the cell shows, after its number format. */
  readonly text: string;
  /** The formula with its leading `=`, in en-US form with A1 references; null where there is none. */
  readonly formula: string | null;
  /** Excel number format code, `General` where none is set. */
  readonly numberFormat: string;
  /** Indent level of the cell's alignment (hierarchies are sometimes written so). */
  readonly indent?: number;
  readonly bold?: boolean;
  /** Whether the cell is locked; only counts on a protected sheet. */
  readonly locked?: boolean;
}

/** Inclusive rectangle, 1-based. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface GridTable {
  readonly name: string;
  readonly area: Area;
}

export interface Grid {
  /** Sheet name as shown on its tab. */
  readonly sheet: string;
  /** Stable id of the sheet in its host (falls back to the name in files). */
  readonly sheetId: string;
  readonly visibility: 'visible' | 'hidden' | 'very-hidden';
  readonly isProtected: boolean;
  /** Smallest rectangle with all non-empty cells; null on an empty sheet. */
  readonly usedArea: Area | null;
  /** Non-empty cells by row, then column; both 1-based. Empty cells are absent. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, GridCell>>;
  readonly merges: readonly Area[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly tables: readonly GridTable[];
}

/** The cell at a place, or undefined where it is empty. */
export function cellAt(grid: Grid, row: number, column: number): GridCell | undefined {
  return grid.rows.get(row)?.get(column);
}
