/** How much room a text takes on paper, estimated: no host measures text before a sheet exists. Generous, so that nothing is cut off. */

/** Width of a text in characters of the standard font: Chinese ones count nearly two. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, char) => sum + (/[\u2e80-\uffef]/.test(char) ? 1.95 : /[A-Z%@MW]/.test(char) ? 1.15 : 0.98), 0);
}

/** Characters that a cell's own margins and the indent of its text take away. */
const sides = 2.4;

/** Lines that a text takes in a cell of so many characters; words of Latin text are not broken. */
export function lineCount(text: string, width: number): number {
  const room = Math.max(2, width - sides);
  return text.split('\n').reduce((lines, paragraph) => lines + paragraphLines(paragraph, room), 0);
}

function paragraphLines(paragraph: string, room: number): number {
  const pieces = paragraph.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*/gu) ?? [];
  let lines = 1;
  let used = 0;
  for (const piece of pieces) {
    const width = textWidth(piece);
    if (used > 0 && used + textWidth(piece.trimEnd()) > room) {
      lines += 1;
      used = 0;
    }
    lines += Math.max(0, Math.ceil(width / room) - 1);
    used = (used + width) % room || room;
  }
  return lines;
}

/** Points that a line of body text takes. */
export const lineHeight = 14.5;

/** Excel's own limit. */
const highest = 409;

/** Height in points of a row whose cells hold these texts at these widths. */
export function rowHeight(texts: readonly { readonly text: string; readonly width: number }[], least = 22): number {
  const lines = Math.max(1, ...texts.map(({ text, width }) => lineCount(text, width)));
  return Math.min(highest, Math.max(least, Math.ceil(lines * lineHeight + 6)));
}

/** Notes are set in 9 points, the rest of a sheet in 10. */
const noteSize = { wider: 10 / 9, line: 12.5, least: 14 } as const;

/** Height in points of a note across the page. */
export const noteHeight = (text: string, width: number): number =>
  Math.max(noteSize.least, Math.ceil(lineCount(text, width * noteSize.wider) * noteSize.line + 2));
