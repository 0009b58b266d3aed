/** How the roles of a generated sheet look, for every writer alike. Quiet: dark text, one green, thin lines; what is typed in stays white. */
import type { StyleRole } from '../template/sheetPlan';

export interface CellLook {
  /** Points. */
  readonly size: number;
  readonly bold: boolean;
  /** `#RRGGBB`; fill null: none. */
  readonly color: string;
  readonly fill: string | null;
  /** Thin lines all around. */
  readonly framed: boolean;
  readonly horizontal: 'Left' | 'Center';
  readonly vertical: 'Center' | 'Top';
  /** Steps of about a character between the line and a text on the left. */
  readonly indent: 0 | 1;
}

const dark = '#1F2A27';
const body: CellLook = { size: 10, bold: false, color: dark, fill: null, framed: true, horizontal: 'Left', vertical: 'Center', indent: 1 };
const centered: CellLook = { ...body, horizontal: 'Center', indent: 0 };
const shaded = '#E8F1EC';

export const looks: Readonly<Record<StyleRole, CellLook>> = {
  title: { ...centered, size: 18, bold: true, framed: false },
  'field-label': { ...centered, bold: true, fill: shaded },
  'field-value': body,
  header: { ...centered, bold: true, color: '#FFFFFF', fill: '#2F6B4F' },
  dimension: { ...centered, bold: true, fill: shaded },
  name: { ...body, bold: true },
  text: body,
  center: centered,
  entry: { ...centered, fill: '#FFFDF2' },
  'entry-text': { ...body, fill: '#FFFDF2' },
  computed: { ...centered, fill: '#F5F7F6' },
  'total-label': { ...centered, bold: true, fill: shaded },
  total: { ...centered, bold: true, fill: shaded },
  final: { ...centered, size: 11, bold: true, color: '#1E5239', fill: '#D6E8DD' },
  'block-heading': { ...body, bold: true, fill: shaded },
  note: { ...body, size: 9, color: '#45524D', framed: false, indent: 0 },
  'box-label': { ...centered, bold: true, fill: '#F5F7F6' },
  box: { ...body, vertical: 'Top' },
  signature: body,
};

export const lineColor = '#9DB3A7';

/** Looks that conditional formats give. */
export const conditionalLooks = {
  problem: { fill: '#F9D2CF', color: '#8E1B16' },
  missing: { fill: '#FFF0C2', color: dark },
} as const;

/** Fonts by language: what Excel on Windows and Mac has for it. */
export const fontNames = { 'zh-CN': 'Microsoft YaHei', 'zh-TW': 'Microsoft JhengHei', en: 'Calibri' } as const;

/** Page margins in inches. */
export const margins = { left: 0.4, right: 0.4, top: 0.4, bottom: 0.5, header: 0.25, footer: 0.3 } as const;
