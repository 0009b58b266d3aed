/** Signs that only lay a list out: bullets, the letters of its members, dots for what is left out. */

const sign = /^(\s*)([•▪◦‣·●○■□►➢✓✔*]|[-+](?=\s))(?=\s*\S)/;
/** Behind a dash or plus a number may be signed by it. */
const mayBeSigned = /^\s*[-+]\s+(?!\d+(?:st|nd|rd|th)\b)[\d.]/;
const lettered = /^(\s*\([a-z]\))(?=\s+\S)/;
const leftOut = /^[\s.]*\.{3}[\s.]*$|\.{3}\s*$/;

const blank = (text: string): string => ' '.repeat(text.length);

/** Whether dashes at the start of lines are bullets: some line has words behind its dash. */
const dashesAreBullets = (lines: readonly string[]): boolean =>
  lines.some((line) => /^\s*[-+]\s+(?:[^\d\s.]|\d+(?:st|nd|rd|th)\b)/.test(line));

function cleared(line: string, dashes: boolean, letters: boolean): string {
  const found = sign.exec(line);
  const bullet = found && (dashes || !mayBeSigned.test(line)) ? found[0] : '';
  const rest = blank(bullet) + line.slice(bullet.length);
  const head = letters ? (lettered.exec(rest)?.[1] ?? '') : '';
  return (blank(head) + rest.slice(head.length)).replace(leftOut, blank);
}

/** `Zero | Actual = 0 → 100%`: the name of a rule in a cell of its own; its words are no numbers. */
const named = /^\s*[a-z][a-z ()-]{1,40}\|(?=[^|\n]*\d[^|\n]*$)/i;
/** `50%-100% quota:` with what it gives on the next line. */
const opened = /(?<=^[^\n:]*\d[^\n:]*:[^\S\n]*)\n(?=\s*\d[^:\n]*$)/gm;

/** `Accidents = 0 → 100%`: behind the arrow stands what is given. */
const compared = /=(?=\s*-?\d[^=\n→]{0,20}?(?:→|->))/g;

/**
 * Blanks what only lays out a list.
 *
 * @param text a normalised text
 * @returns a text of the same length, so that positions hold
 */
export function withoutBullets(text: string): string {
  const lines = text.split('\n');
  const dashes = dashesAreBullets(lines);
  const letters = lines.filter((line) => /^\s*(?:[•*-]\s*)?\([a-z]\)\s/.test(line)).length > 1;
  return lines
    .map((line) => cleared(line, dashes, letters))
    .join('\n')
    .replace(opened, ' ')
    .replace(compared, ' ')
    .replace(named, blank);
}
