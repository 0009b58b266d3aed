/** How much room a text takes on paper, estimated: no host measures text before a sheet exists. Generous, so that nothing is cut off. */
import { advanceOf } from './advances';
import { body, type TextLook } from './textLooks';

/** Pixels to the point, and pixels of a character of the standard font (a digit of Calibri 11), by which columns are measured. */
const [pixels, character] = [96 / 72, 7];

/** Width of a text in characters of the standard font. */
export const textWidth = (text: string, { size, bold }: TextLook = body): number =>
  [...text].reduce((sum, char) => sum + advanceOf(char, bold), 0) * ((size * pixels) / character);

/** Characters that a cell's own margins and the indent of its text take away. */
const sides = 2.4;

/** Lines that a text takes in a cell of so many characters; words of Latin text are not broken. */
export function lineCount(text: string, width: number, look: TextLook = body): number {
  const room = Math.max(2, width - sides);
  return text.split('\n').reduce((lines, paragraph) => lines + paragraphLines(paragraph, room, look), 0);
}

/** What stays together on a line: a Chinese character with the marks that neither begin nor end a line, a word of Latin text. */
const unbroken = /[（《「『〈【]*[\u2e80-\uffef][、。，；：！？）》」』〉】％]*|[^\s\u2e80-\uffef]+\s*|\s+/gu;

function paragraphLines(paragraph: string, room: number, look: TextLook): number {
  let lines = 1;
  let used = 0;
  for (const piece of paragraph.match(unbroken) ?? []) {
    const shown = textWidth(piece.trimEnd(), look);
    if (used > 0 && used + shown > room) {
      lines += 1;
      used = 0;
    }
    // A word that is wider than the cell is broken all the same.
    const breaks = Math.max(0, Math.ceil(shown / room) - 1);
    lines += breaks;
    used += textWidth(piece, look) - breaks * room;
  }
  return lines;
}

/** Height of a line against the size of its letters: Noto Sans CJK is the highest of the fonts that forms are shown in; Latin letters leave some. */
const leading = { chinese: 1.45, latin: 1.42 } as const;

/** Points that a text takes in a cell of so many characters. */
export const textHeight = (text: string, width: number, look: TextLook = body): number =>
  Math.ceil(lineCount(text, width, look) * look.size * leading[/[\u2e80-\uffef]/.test(text) ? 'chinese' : 'latin'] + look.air);
