/** The order in which a worksheet holds its parts (ECMA-376, 18.3.1.99). */
const order = (
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews ' +
  'mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ' +
  'ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst'
).split(' ');

interface Span {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const tags = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)(?:\w+:)?([\w.-]+)(?:[^>"']|"[^"]*"|'[^']*')*?(\/?)>/g;

// The children of the root in an XML whose root may be open at the start or closed at the end only, as a cut sheet's halves are.
function topLevelSpans(xml: string, root: string): Span[] {
  const spans: Span[] = [];
  let [depth, start] = [0, 0];
  for (const found of xml.matchAll(tags)) {
    const [whole, closing, name, empty] = found;
    if (!name || name === root) continue;
    if (!closing && depth === 0) start = found.index;
    if (!empty) depth += closing ? -1 : 1;
    if (depth === 0) spans.push({ name, start, end: found.index + whole.length });
  }
  return spans;
}

const rank = (name: string): number => {
  const at = order.indexOf(name);
  return at < 0 ? order.length : at;
};

/**
 * Puts `element` (text; '' to take it away) in place of all top-level elements of a name in one half of a worksheet's XML, or where the
 * standard's order has its place.
 */
export function replaceTopLevel(half: string, name: string, element: string): string {
  const spans = topLevelSpans(half, 'worksheet');
  const old = spans.filter((span) => span.name === name);
  const later = spans.find((span) => rank(span.name) > rank(name));
  const closing = half.search(/<\/(?:\w+:)?worksheet>/);
  const place = old[0]?.start ?? later?.start ?? (closing < 0 ? half.length : closing);
  const without = [...old].reverse().reduce((text, span) => text.slice(0, span.start) + text.slice(span.end), half);
  return without.slice(0, place) + element + without.slice(place);
}

/** The text of the first top-level element of a name; '' where there is none. */
export function topLevelText(half: string, name: string): string {
  const span = topLevelSpans(half, 'worksheet').find((each) => each.name === name);
  return span ? half.slice(span.start, span.end) : '';
}
