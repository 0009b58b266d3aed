import { builtInFormats } from './builtInFormats';
import { child, children, flag, type XmlElement } from './xml';

/** What the product wants to know of a cell's format. */
export interface CellStyle {
  readonly numberFormat: string;
  readonly indent: number;
  readonly bold: boolean;
  readonly locked: boolean;
}

/** The format of a cell that names none. */
export const plainStyle: CellStyle = { numberFormat: 'General', indent: 0, bold: false, locked: true };

/** Root of styles.xml → cell formats in the order of `cellXfs`, to which the `s` of a cell points. */
export function readCellStyles(root: XmlElement): readonly CellStyle[] {
  const custom = new Map(
    children(child(root, 'numFmts'), 'numFmt').map((format) => [
      Number(format.attributes.numFmtId),
      format.attributes.formatCode ?? 'General',
    ]),
  );
  const fonts = children(child(root, 'fonts'), 'font').map(isBold);
  return children(child(root, 'cellXfs'), 'xf').map((format) => {
    const id = Number(format.attributes.numFmtId ?? 0);
    return {
      numberFormat: custom.get(id) ?? builtInFormats[id] ?? 'General',
      indent: Number(child(format, 'alignment')?.attributes.indent ?? 0),
      bold: fonts[Number(format.attributes.fontId ?? 0)] ?? false,
      locked: flag(child(format, 'protection')?.attributes.locked, true),
    };
  });
}

function isBold(font: XmlElement): boolean {
  const mark = child(font, 'b');
  return mark !== undefined && flag(mark.attributes.val, true);
}
