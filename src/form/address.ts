/** A1 addresses ↔ 1-based rows and columns. */
import type { Area } from './grid';

/** 1 → `A`, 27 → `AA`. */
export function columnLetter(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** `A` → 1, `AA` → 27. Absolute marks are the caller's to strip. */
export function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Row 6, column 7 → `G6`. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetter(column)}${row}`;
}

/** `G6` or `$G$6` → row and column; null for anything else. */
export function parseAddress(address: string): { row: number; column: number } | null {
  const match = /^\$?([A-Za-z]{1,3})\$?([0-9]{1,7})$/.exec(address);
  return match ? { row: Number(match[2]), column: columnNumber(match[1] ?? '') } : null;
}

/** Area → `A1:C5`, a single cell → `A1`. */
export function areaAddress(area: Area): string {
  const first = cellAddress(area.top, area.left);
  const last = cellAddress(area.bottom, area.right);
  return first === last ? first : `${first}:${last}`;
}
