/** What must stand before `<calcPr>` in workbook.xml (ECMA-376 18.2.27), last first. */
const before = ['definedNames', 'externalReferences', 'functionGroups', 'sheets'];

/**
 * workbook.xml with the wish that Excel calculates everything when it opens the file: the stored results of formulas that
 * depend on written cells are old. All else in the text stays.
 */
export function recalculateOnLoad(xml: string): string {
  const existing = /<(?:[\w.-]+:)?calcPr\b[^>]*>/.exec(xml);
  if (existing) return xml.replace(existing[0], withFlag(existing[0]));
  for (const name of before) {
    const end = new RegExp(`</([\\w.-]+:)?${name}\\s*>|<([\\w.-]+:)?${name}\\b[^>]*/>`).exec(xml);
    if (!end) continue;
    const at = end.index + end[0].length;
    return `${xml.slice(0, at)}<${end[1] ?? end[2] ?? ''}calcPr fullCalcOnLoad="1"/>${xml.slice(at)}`;
  }
  return xml;
}

function withFlag(tag: string): string {
  const without = tag.replace(/\sfullCalcOnLoad\s*=\s*(?:"[^"]*"|'[^']*')/, '');
  return without.replace(/\s*(\/?)>$/, ' fullCalcOnLoad="1"$1>');
}
