/** Rubrics that travel in a file: an XML part each, and on the sheet a property that names it. */
import { readStoredRubric, rubricNamespace, rubricProperty, type StoredRubric } from '../../template/storedRubric';
import { partText, relationships, type SheetPart } from './workbookParts';
import { attribute } from './sheetCells';
import { readPart, type ZipContainer } from './zipContainer';

function storedIn(zip: ZipContainer): readonly StoredRubric[] {
  const items = [...zip.entries.keys()].filter((path) => /^customXml\/item\d+\.xml$/.test(path));
  return items.flatMap((path) => {
    const xml = partText(zip, path);
    return xml.includes(rubricNamespace) ? (readStoredRubric(xml) ?? []) : [];
  });
}

/** Text of a sheet property: UTF-16 without a mark. */
const propertyText = (bytes: Uint8Array | null | undefined): string | null => (bytes ? new TextDecoder('utf-16le').decode(bytes) : null);

function rubricId(zip: ZipContainer, sheet: SheetPart): string | null {
  const tags = partText(zip, sheet.path).match(/<(?:[\w.-]+:)?customPr\s[^>]*>/g) ?? [];
  const own = tags.find((tag) => attribute(tag, 'name') === rubricProperty);
  const relation = own === undefined ? null : attribute(own, 'r:id');
  const target = relationships(zip, sheet.path).find(({ id }) => id === relation)?.target;
  return target === undefined ? null : propertyText(readPart(zip, target));
}

/** Rubrics by sheet name; those that no sheet names are left out. */
export function readRubrics(zip: ZipContainer, sheets: readonly SheetPart[]): Readonly<Record<string, StoredRubric>> {
  const stored = storedIn(zip);
  if (stored.length === 0) return {};
  const pairs = sheets.flatMap((sheet) => {
    const id = rubricId(zip, sheet);
    const rubric = stored.find((each) => each.id === id);
    return rubric ? [[sheet.name, rubric] as const] : [];
  });
  return Object.fromEntries(pairs);
}
