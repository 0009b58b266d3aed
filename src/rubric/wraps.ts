/**
 * Line breaks that are layout: a text taken from a printed page, or typed with a break at the edge of its cell, is cut in the middle of a
 * sentence (`不符合⏎要求1处扣0.5分`). Such a break separates nothing.
 */

/** A line that ends like this goes on in the next one: no clause ends with 扣, 未经 or 每降低. */
const unfinished =
  /(?:扣|扣除|得|加|减|给予?|每|每有|其|未|未经|不|不符合|未按|没有|无法|按|按照|将|被|由|对|对于|与|和|及|以及|或|或者|、|造成|导致|低于|高于|超过|少于|多于|达到|达|为|是|每.{0,4}(?:降低|提高|增加|减少|上升|下降|超过|低于|高于)|[(<>≥≤=])$/;

/** What begins a line of a list. */
const listed = /^\s*(?:[-*•·▪◆]|\(?[\d一二三四五六七八九十]{1,2}[)、.．]|\(\d{1,2}\)|[A-Z]\s?[:、.])/;

/** A bracket at the start of a line belongs to the words above it (优秀⏎(90-100分)); `(1)` begins an item. */
const bracketed = /^\s*\((?![\d一二三四五六七八九十A-Za-z]{1,2}\))/;

/** 扣0.5⏎分: a unit at the start of a line belongs to the number above it. */
const unitFirst = /^\s*(?:分(?![^，,。;；、)\s])|%|个百分点|元(?:[，,。;；、)]|$))/;

const han = /\p{Script=Han}/u;
const ended = /[。；;:!?]$/;
/** How much shorter than the widest line one may be whose next word did not fit, in widths of a 汉字. */
const slack = 4;
const narrow = 0.5;
const fewest = 5;

const widthOf = (line: string): number => Array.from(line).reduce((sum, char) => sum + (char < '\u2000' ? narrow : 1), 0);

/** All lines but the last reach the same edge. */
function isJustified(lines: readonly string[]): boolean {
  const widths = lines.slice(0, -1).map(widthOf);
  const widest = Math.max(...widths, widthOf(lines[lines.length - 1] ?? ''));
  return widest >= fewest && widths.every((width) => width >= widest - slack);
}

/** Longer texts are no cells that somebody wrapped. */
const mostLines = 60;

/**
 * The line breaks of a text that only wrap it.
 *
 * @param text normalised text
 * @returns positions of the breaks to be dropped; none where the lines are a list or the text is not Chinese
 */
export function wrappingBreaks(text: string): readonly number[] {
  if (!text.includes('\n') || !han.test(text)) return [];
  const lines = text.split('\n');
  const goesOn = (line: string, at: number): boolean =>
    unfinished.test(line.trimEnd()) ||
    bracketed.test(lines[at + 1] ?? '') ||
    (/\d$/.test(line.trimEnd()) && unitFirst.test(lines[at + 1] ?? ''));
  if (lines.length > mostLines || !lines.slice(0, -1).some(goesOn)) return [];
  const whole = lines.length > 2 && isJustified(lines) && lines.some((line) => unfinished.test(line.trimEnd()));
  const found: number[] = [];
  let at = -1;
  for (let index = 0; index < lines.length - 1; index++) {
    const line = (lines[index] as string).trimEnd();
    at += (lines[index] as string).length + 1;
    if (listed.test(lines[index + 1] as string) && !unfinished.test(line)) continue;
    if (goesOn(line, index) || (whole && !ended.test(line))) found.push(at);
  }
  return found;
}
