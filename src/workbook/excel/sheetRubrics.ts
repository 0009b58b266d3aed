/** Rubrics that travel in the open workbook: an XML part each, and on the sheet a property that names it. No round trips of their own. */
import { readStoredRubric, rubricProperty, type StoredRubric } from '../../template/storedRubric';

export interface AskedRubrics {
  readonly texts: readonly OfficeExtension.ClientResult<string>[];
  readonly sheets: readonly { readonly name: string; readonly property: Excel.WorksheetCustomProperty }[];
}

/** Queues the questions; they are answered with the next round trip. Nothing is asked where the workbook holds no rubric. */
export function askRubrics(
  context: Excel.RequestContext,
  parts: Excel.CustomXmlPartScopedCollection,
  sheets: readonly { readonly id: string; readonly name: string }[],
): AskedRubrics {
  if (parts.items.length === 0) return { texts: [], sheets: [] };
  return {
    texts: parts.items.map((part) => part.getXml()),
    sheets: sheets.map(({ id, name }) => {
      const property = context.workbook.worksheets.getItem(id).customProperties.getItemOrNullObject(rubricProperty);
      property.load('value');
      return { name, property };
    }),
  };
}

/** Rubrics by sheet name, once the questions are answered. */
export function rubricsBySheet({ texts, sheets }: AskedRubrics): Readonly<Record<string, StoredRubric>> {
  const stored = texts.flatMap(({ value }) => readStoredRubric(value) ?? []);
  const pairs = sheets.flatMap(({ name, property }) => {
    const rubric = property.isNullObject ? undefined : stored.find(({ id }) => id === property.value);
    return rubric ? [[name, rubric] as const] : [];
  });
  return Object.fromEntries(pairs);
}
