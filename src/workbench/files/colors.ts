import { childOf, type XmlElement } from './xml';

/** The first 64 colours that old files name by number (ECMA-376, 18.8.27). */
const indexed = (
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 ' +
  '9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 ' +
  '3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'
).split(' ');

// A theme lists dark 1, light 1, dark 2, light 2; cells count light first.
const themeOrder = [1, 0, 3, 2, 4, 5, 6, 7, 8, 9, 10, 11];

const office = ['000000', 'FFFFFF', '44546A', 'E7E6E6', '4472C4', 'ED7D31', 'A5A5A5', 'FFC000', '5B9BD5', '70AD47', '0563C1', '954F72'];

/** The colours of a workbook's theme in the order it lists them, Office's own where it has none. */
export function themeColors(theme: XmlElement | undefined): readonly string[] {
  const scheme = childOf(childOf(theme, 'themeElements'), 'clrScheme');
  if (!scheme) return office;
  return scheme.children.map(
    ({ children }, at) => children[0]?.attributes.lastClr ?? children[0]?.attributes.val ?? office[at] ?? '000000',
  );
}

// Tint moves the lightness towards white or black (ECMA-376, 18.8.19): done on each channel, which keeps the hue.
function tinted(hex: string, tint: number): string {
  const channels = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16));
  const moved = channels.map((value) => Math.round(tint < 0 ? value * (1 + tint) : value + (255 - value) * tint));
  return moved.map((value) => Math.min(255, Math.max(0, value)).toString(16).padStart(2, '0')).join('');
}

/** A colour element as `#RRGGBB`; undefined for none and for "automatic". */
export function colorOf(element: XmlElement | undefined, theme: readonly string[]): string | undefined {
  if (!element) return undefined;
  const { rgb, theme: number, indexed: place, tint } = element.attributes;
  const base =
    rgb?.slice(-6) ??
    (number === undefined ? (place === undefined ? undefined : indexed[Number(place)]) : theme[themeOrder[Number(number)] ?? -1]);
  if (base === undefined || !/^[0-9a-f]{6}$/i.test(base)) return undefined;
  return `#${tinted(base, Number(tint ?? 0)).toUpperCase()}`;
}
