/** styles.xml of a generated sheet: one cell format for each look, number format and lock that its cells have. */
import type { PlanCell, SheetPlan } from '../../template/sheetPlan';
import { conditionalLooks, fontNames, lineColor, looks, type CellLook } from '../sheetLook';
import { mainNamespace, xmlHead } from './packageXml';
import { encodeText } from './xml';

export interface PlanStyles {
  readonly xml: string;
  readonly indexOf: (cell: PlanCell) => number;
}

/** Texts in the order of their first appearance. */
interface Numbered {
  readonly texts: string[];
}

function numberOf({ texts }: Numbered, text: string): number {
  const at = texts.indexOf(text);
  return at >= 0 ? at : texts.push(text) - 1;
}

const argb = (color: string): string => `FF${color.slice(1)}`;
const builtIn: Readonly<Record<string, number>> = { General: 0, '0': 1, '0.00': 2, '0%': 9, '0.00%': 10 };
/** Ids below 164 are Excel's own. */
const firstOwnFormat = 164;

const fontXml = ({ size, bold, color }: CellLook, name: string): string =>
  `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><color rgb="${argb(color)}"/><name val="${name}"/><family val="2"/></font>`;
const fillXml = (fill: string | null): string =>
  fill === null
    ? '<fill><patternFill patternType="none"/></fill>'
    : `<fill><patternFill patternType="solid"><fgColor rgb="${argb(fill)}"/><bgColor indexed="64"/></patternFill></fill>`;
const side = (name: string): string => `<${name} style="thin"><color rgb="${argb(lineColor)}"/></${name}>`;
const borderXml = (framed: boolean): string =>
  framed
    ? `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`
    : '<border><left/><right/><top/><bottom/><diagonal/></border>';

const list = (name: string, { texts }: Numbered): string => `<${name} count="${texts.length}">${texts.join('')}</${name}>`;

const dxf = ({ fill, color }: { fill: string; color: string }): string =>
  `<dxf><font><color rgb="${argb(color)}"/></font><fill><patternFill patternType="solid"><bgColor rgb="${argb(fill)}"/></patternFill></fill></dxf>`;

/** Formats of all cells of a plan. The first one is the sheet's own, for cells that nothing was said about. */
export function planStyles(plan: SheetPlan): PlanStyles {
  const font = fontNames[plan.template.language];
  const plainFont = `<font><sz val="10"/><name val="Arial"/><family val="2"/></font>`;
  const fonts: Numbered = { texts: [plainFont] };
  const fills: Numbered = { texts: [fillXml(null), '<fill><patternFill patternType="gray125"/></fill>'] };
  const borders: Numbered = { texts: [borderXml(false)] };
  const formats: Numbered = { texts: [] };
  const cells: Numbered = { texts: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'] };
  const formatId = (code: string): number => builtIn[code] ?? firstOwnFormat + numberOf(formats, code);
  const cellXml = ({ style, format, unlocked }: PlanCell): string => {
    const look = looks[style];
    const ids = `numFmtId="${formatId(format)}" fontId="${numberOf(fonts, fontXml(look, font))}" fillId="${numberOf(fills, fillXml(look.fill))}" borderId="${numberOf(borders, borderXml(look.framed))}"`;
    const indent = look.indent > 0 ? ` indent="${look.indent}"` : '';
    const alignment = `<alignment horizontal="${look.horizontal.toLowerCase()}" vertical="${look.vertical.toLowerCase()}" wrapText="1"${indent}/>`;
    return `<xf ${ids} xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">${alignment}<protection locked="${unlocked ? 0 : 1}"/></xf>`;
  };
  const indexes = new Map(plan.cells.map((cell) => [cell, numberOf(cells, cellXml(cell))]));
  const numFmts = formats.texts.map((code, at) => `<numFmt numFmtId="${firstOwnFormat + at}" formatCode="${encodeText(code)}"/>`);
  const xml = [
    `${xmlHead}<styleSheet xmlns="${mainNamespace}">`,
    numFmts.length > 0 ? `<numFmts count="${numFmts.length}">${numFmts.join('')}</numFmts>` : '',
    list('fonts', fonts),
    list('fills', fills),
    list('borders', borders),
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    list('cellXfs', cells),
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    `<dxfs count="2">${dxf(conditionalLooks.problem)}${dxf(conditionalLooks.missing)}</dxfs></styleSheet>`,
  ].join('');
  return { xml, indexOf: (cell) => indexes.get(cell) ?? 0 };
}
