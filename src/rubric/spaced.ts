/** Text taken from a page that sets every character apart (`扣 0.5 分 , 安 全⏎防 护`): its spaces separate nothing, nor do its line breaks. */

const apart = /\p{Script=Han}(?= \p{Script=Han})/gu;
const han = /\p{Script=Han}/gu;
const fewest = 6;
/** Which share of the characters must be followed by a space. */
const share = 0.6;

const ends = /[。；;:：!?]$/;
const listed = /^\s*(?:[-*•·]|\(?[\d一二三四五六七八九十]{1,2}[)、.]|\(\d{1,2}\))/;
const signOrHan = /[\p{Script=Han},，。;；:、()%]/u;

function isSpaced(text: string): boolean {
  const found = text.match(apart)?.length ?? 0;
  return found >= fewest && found >= share * (text.match(han)?.length ?? 0);
}

/**
 * The spaces and line breaks of such a text.
 *
 * @param text text in the reader's spelling
 * @returns their positions; none where the text is written as usual
 */
export function settingSpaces(text: string): ReadonlySet<number> {
  const found = new Set<number>();
  if (!text.includes(' ') || !isSpaced(text)) return found;
  for (let at = 0; at < text.length; at++) {
    const [before, next] = [text[at - 1] ?? '', text[at + 1] ?? ''];
    if (text[at] === ' ' && (signOrHan.test(before) || signOrHan.test(next))) found.add(at);
    if (text[at] === '\n' && !ends.test(text.slice(Math.max(0, at - 2), at).trimEnd()) && !listed.test(text.slice(at + 1, at + 6)))
      found.add(at);
  }
  return found;
}
