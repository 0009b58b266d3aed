/** How the roles of a generated sheet look, for every writer alike. Quiet: dark text, one green, thin lines; what is typed in stays white. */
import type { StyleRole } from '../template/sheetPlan';
import { textLooks, type TextLook } from '../template/sheet/textLooks';

export interface CellLook extends TextLook {
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

type Dress = Omit<CellLook, keyof TextLook>;

const dark = '#1F2A27';
const body: Dress = { color: dark, fill: null, framed: true, horizontal: 'Left', vertical: 'Center', indent: 1 };
const centered: Dress = { ...body, horizontal: 'Center', indent: 0 };
const shaded = '#E8F1EC';

const dresses: Readonly<Record<StyleRole, Dress>> = {
  title: { ...centered, framed: false },
  'field-label': { ...centered, fill: shaded },
  'field-value': body,
  header: { ...centered, color: '#FFFFFF', fill: '#2F6B4F' },
  dimension: { ...centered, fill: shaded },
  // Over two pages: a name in the middle would be cut in two.
  'dimension-split': { ...centered, fill: shaded, vertical: 'Top' },
  name: body,
  text: body,
  center: centered,
  entry: { ...centered, fill: '#FFFDF2' },
  'entry-text': { ...body, fill: '#FFFDF2' },
  computed: { ...centered, fill: '#F5F7F6' },
  'total-label': { ...centered, fill: shaded },
  total: { ...centered, fill: shaded },
  final: { ...centered, color: '#1E5239', fill: '#D6E8DD' },
  'block-heading': { ...body, fill: shaded },
  note: { ...body, color: '#45524D', framed: false, indent: 0 },
  'box-label': { ...centered, fill: '#F5F7F6' },
  box: { ...body, vertical: 'Top' },
  signature: body,
};

/** Letters with their colours, lines and places. */
export const looks = Object.fromEntries(
  Object.entries(dresses).map(([role, dress]) => [role, { ...textLooks[role as StyleRole], ...dress }]),
) as Readonly<Record<StyleRole, CellLook>>;

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
