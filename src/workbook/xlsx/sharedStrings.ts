import { decodeXstring, parseXml, type XmlElement } from './xml';

/** sharedStrings.xml → its texts in order. Formatting runs are joined, phonetic runs left out. */
export function readSharedStrings(xml: string, part: string): readonly string[] {
  return parseXml(xml, part)
    .children.filter((item) => item.name === 'si')
    .map(itemText);
}

function itemText(item: XmlElement): string {
  const pieces = item.children.map((piece) => {
    if (piece.name === 't') return piece.text;
    return piece.name === 'r'
      ? piece.children
          .filter((run) => run.name === 't')
          .map((run) => run.text)
          .join('')
      : '';
  });
  return decodeXstring(pieces.join(''));
}
