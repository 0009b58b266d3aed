/** The order of calculation that Excel keeps in a part of its own (ECMA-376 18.6): Excel calls a file damaged that lists a cell without formula. */
import { attribute } from './sheetCells';

export interface ChainedCell {
  /** Number of the sheet as workbook.xml gives it (`sheetId`). */
  readonly sheet: string;
  readonly cell: string;
}

const entry = /<((?:[\w.-]+:)?c)\b[^>]*\/>/g;
const key = ({ sheet, cell }: ChainedCell) => `${sheet}!${cell}`;

/**
 * The part's text with cells taken out and added at its end; null where nothing is left of it (an empty chain is not allowed).
 * An entry without a sheet number means the sheet of the entry before it, so numbers are written out where an entry before goes.
 */
export function patchCalcChain(xml: string, removed: readonly ChainedCell[], added: readonly ChainedCell[]): string | null {
  const gone = new Set(removed.map(key));
  const present = new Set<string>();
  let sheet = '';
  let told = '';
  const kept = xml.replace(entry, (tag) => {
    sheet = attribute(tag, 'i') ?? sheet;
    const cell = attribute(tag, 'r') ?? '';
    if (gone.has(key({ sheet, cell }))) return '';
    present.add(key({ sheet, cell }));
    const needsSheet = told !== sheet && attribute(tag, 'i') === null;
    told = sheet;
    return needsSheet ? tag.replace(/\s*\/>$/, ` i="${sheet}"/>`) : tag;
  });
  const news = added.filter((each) => !present.has(key(each))).map(({ sheet: number, cell }) => `<c r="${cell}" i="${number}"/>`);
  if (present.size + news.length === 0) return null;
  return kept.replace(/<\/([\w.-]+:)?calcChain\s*>\s*$/, (end, prefix = '') => news.join('').replace(/<c /g, `<${prefix}c `) + end);
}
