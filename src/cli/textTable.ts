/** Columns of text for a terminal in which a Chinese character is two cells wide. */

/** Unicode East Asian Wide and Fullwidth blocks (UAX #11) that occur in spreadsheets. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const zeroWidth = /[\p{Mn}\u200b-\u200f\ufeff]/u;

/** Terminal cells that a text takes. */
export function displayWidth(text: string): number {
  return [...text].reduce((sum, letter) => sum + (zeroWidth.test(letter) ? 0 : wide.test(letter) ? 2 : 1), 0);
}

/** Text on one line, cut to a width with `…`. */
export function cutToWidth(text: string, width: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (displayWidth(line) <= width) return line;
  let cut = '';
  for (const letter of line) {
    if (displayWidth(cut + letter) > width - 1) break;
    cut += letter;
  }
  return `${cut}…`;
}

/** Text filled up with blanks to a width. */
export function padToWidth(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/**
 * Rows of cells → aligned lines.
 * @param most greatest width of a column; longer cells are cut.
 */
export function textTable(rows: readonly (readonly string[])[], most = 40): string[] {
  const cut = rows.map((row) => row.map((cell) => cutToWidth(cell, most)));
  const widths = cut.reduce<number[]>(
    (all, row) => row.reduce((sofar, cell, at) => Object.assign(sofar, { [at]: Math.max(sofar[at] ?? 0, displayWidth(cell)) }), all),
    [],
  );
  return cut.map((row) =>
    row
      .map((cell, at) => padToWidth(cell, widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
