import { parseAddress } from '../../form/address';
import type { Area } from '../../form/grid';

const reference = /(?:('(?:[^']|'')*'|[^,!'\s][^,!']*)!)?(\$?[A-Z]{1,3}\$?[0-9]{1,7})(?::(\$?[A-Z]{1,3}\$?[0-9]{1,7}))?(?=\s*(?:,|$))/g;

export interface SheetArea {
  /** Sheet name, empty where the address has none. */
  readonly sheet: string;
  readonly area: Area;
}

/** Excel's address text (`'My Sheet'!A1:B2,'My Sheet'!D4`) → its areas. Whole rows and columns are passed over. */
export function parseRangeAddress(address: string): SheetArea[] {
  return [...address.matchAll(reference)].flatMap(([, sheet = '', first = '', last = first]) => {
    const [from, to] = [parseAddress(first), parseAddress(last)];
    if (!from || !to) return [];
    const name = sheet.startsWith("'") ? sheet.slice(1, -1).replace(/''/g, "'") : sheet;
    return { sheet: name, area: { top: from.row, left: from.column, bottom: to.row, right: to.column } };
  });
}

/** The address of a change without its sheet and dollar signs: `Sheet1!$A$1:$B$2` → `A1:B2`. */
export function localAddress(address: string): string {
  return address.slice(address.lastIndexOf('!') + 1).replace(/\$/g, '');
}
