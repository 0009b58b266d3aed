/** A sheet plan as a small picture: areas by colour, texts as bars. Points throughout, from the sheet's top left corner. */
import type { Area } from '../../form/grid';
import type { PlanCell, SheetPlan } from '../../template/sheetPlan';
import { lineCount, textWidth } from '../../template/sheet/textSize';
import { lineColor, looks } from '../../workbook/sheetLook';

/** Shapes of one colour, as one SVG path. */
export interface PictureLayer {
  readonly fill: string;
  readonly path: string;
}

export interface SheetPicture {
  readonly width: number;
  /** What is shown of the sheet: all of it, or what fits the wanted shape. */
  readonly height: number;
  readonly layers: readonly PictureLayer[];
  /** Lines between cells. */
  readonly lines: { readonly color: string; readonly path: string };
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Points a character of the standard font is wide, with the column's padding; points of a row that says nothing. */
const characterWidth = 5.6;
const usualHeight = 15;

/** Where columns or rows begin, from 0; the last number is where all end. */
const starts = (sizes: readonly number[]): readonly number[] =>
  sizes.reduce<number[]>((ends, size) => [...ends, (ends.at(-1) ?? 0) + size], [0]);

const placeKey = (row: number, column: number): string => `${row}:${column}`;

/** Merged areas by their first cell, and the cells that they cover. */
function mergesOf({ merges }: SheetPlan): { readonly byAnchor: ReadonlyMap<string, Area>; readonly covered: ReadonlySet<string> } {
  const byAnchor = new Map(merges.map((area) => [placeKey(area.top, area.left), area]));
  const covered = new Set<string>();
  for (const { top, left, bottom, right } of merges)
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1) if (row !== top || column !== left) covered.add(placeKey(row, column));
  return { byAnchor, covered };
}

/** Cells that are seen, each with the area it takes: of a merged area only the first. */
export function visibleCells(plan: SheetPlan): readonly { readonly cell: PlanCell; readonly area: Area }[] {
  const { byAnchor, covered } = mergesOf(plan);
  return plan.cells.flatMap((cell) => {
    const key = placeKey(cell.row, cell.column);
    if (covered.has(key)) return [];
    return [{ cell, area: byAnchor.get(key) ?? { top: cell.row, left: cell.column, bottom: cell.row, right: cell.column } }];
  });
}

const rect = ({ left, top, width, height }: Box): string =>
  `M${round(left)} ${round(top)}h${round(width)}v${round(height)}h${round(-width)}z`;

const round = (points: number): number => Math.round(points * 10) / 10;

/** Bars in the place of a text's lines: as many and as long as the text would take. */
function bars(text: string, box: Box, { size, horizontal }: (typeof looks)[PlanCell['style']]): string {
  const characters = box.width / characterWidth;
  const lines = Math.min(lineCount(text, characters), Math.max(1, Math.floor(box.height / (size * 1.3))));
  const step = size * 1.35;
  const thick = size * 0.55;
  const whole = Math.max(0, box.width - 6);
  const length = (textWidth(text) * characterWidth * size) / 10;
  const first = box.top + (box.height - lines * step) / 2 + (step - thick) / 2;
  return Array.from({ length: lines }, (_, at) => {
    const width = Math.min(whole, lines === 1 ? length : at === lines - 1 ? whole * 0.6 : whole);
    const left = horizontal === 'Center' ? box.left + (box.width - width) / 2 : box.left + 3;
    return rect({ left, top: first + at * step, width, height: thick });
  }).join('');
}

const shownText = ({ content }: PlanCell): string =>
  content.kind === 'text' ? content.text : content.kind === 'number' ? content.number : content.kind === 'formula' ? content.blank : '';

/** Bars are drawn lighter than the text would be: they are thicker. */
const barColours: Readonly<Record<string, string>> = { '#FFFFFF': '#DCEBE3' };
const usualBar = '#71827B';

function add(layers: Map<string, string[]>, fill: string, path: string): void {
  const paths = layers.get(fill) ?? [];
  layers.set(fill, paths);
  paths.push(path);
}

/**
 * The picture of a form's sheet.
 * @param shape most height as a part of the width, so that pictures of long forms stay small; the whole sheet where it is absent.
 */
export function sheetPicture(plan: SheetPlan, shape?: number): SheetPicture {
  const columns = starts(plan.widths.map((width) => width * characterWidth));
  const rows = starts(Array.from({ length: plan.print.area.bottom }, (_, at) => plan.heights.get(at + 1) ?? usualHeight));
  const width = columns.at(-1) ?? 0;
  const height = Math.min(rows.at(-1) ?? 0, shape === undefined ? Infinity : width * shape);
  const fills = new Map<string, string[]>();
  const texts = new Map<string, string[]>();
  const lines: string[] = [];
  for (const { cell, area } of visibleCells(plan)) {
    const [left = 0, top = 0] = [columns[area.left - 1], rows[area.top - 1]];
    if (top >= height) continue;
    const box = { left, top, width: (columns[area.right] ?? left) - left, height: (rows[area.bottom] ?? top) - top };
    const look = looks[cell.style];
    if (look.fill) add(fills, look.fill, rect(box));
    if (look.framed) lines.push(rect(box));
    const text = shownText(cell);
    if (text !== '') add(texts, barColours[look.color] ?? usualBar, bars(text, box, look));
  }
  const layers = [...fills, ...texts].map(([fill, paths]) => ({ fill, path: paths.join('') }));
  return { width, height, layers, lines: { color: lineColor, path: lines.join('') } };
}
