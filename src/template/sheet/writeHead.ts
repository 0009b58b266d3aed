/** Title and header fields above the table. */
import type { Template } from '../types';
import { openCell, putArea, textCell, type Draft } from './draft';
import { textWidth } from './textSize';

/** Fields beside one another, at most. */
const mostInRow = 3;

/** Characters that a value needs: a name, a department, a date. */
const leastValue = 15;

/** Columns that a label and its value take: as many as are needed for the label, the rest of the field's part for the value. */
interface Slot {
  readonly label: readonly [number, number];
  readonly value: readonly [number, number];
}

const widthOf = (widths: readonly number[], from: number, to: number): number =>
  widths.slice(from - 1, to).reduce((sum, width) => sum + width, 0);

/** Cuts the page into `count` parts of about equal width at column borders. */
function parts(widths: readonly number[], count: number): readonly (readonly [number, number])[] {
  const whole = widthOf(widths, 1, widths.length);
  const cuts = Array.from({ length: count - 1 }, (_, at) => {
    const wanted = (whole * (at + 1)) / count;
    const distances = widths.map((_width, index) => Math.abs(widthOf(widths, 1, index + 1) - wanted));
    return distances.indexOf(Math.min(...distances)) + 1;
  });
  const starts = [1, ...cuts.map((cut) => cut + 1)];
  return starts.map((start, at) => [start, (starts[at + 1] ?? widths.length + 1) - 1] as const);
}

function slotOf(widths: readonly number[], [from, to]: readonly [number, number], label: number): Slot | null {
  let end = from;
  while (end < to - 1 && widthOf(widths, from, end) < label) end += 1;
  const roomy = to > end && widthOf(widths, from, end) >= label * 0.8 && widthOf(widths, end + 1, to) >= leastValue;
  return roomy ? { label: [from, end], value: [end + 1, to] } : null;
}

/** Slots of a row of fields: as many as find room. */
function slots(widths: readonly number[], labels: readonly number[]): readonly Slot[] {
  for (let count = Math.min(mostInRow, labels.length); count > 0; count -= 1) {
    const found = parts(widths, count).map((part) => slotOf(widths, part, Math.max(...labels)));
    if (found.every((slot) => slot !== null)) return found as readonly Slot[];
  }
  return [{ label: [1, 1], value: [2, Math.max(2, widths.length)] }];
}

/** Writes title and fields from row 1 on; returns the first free row. */
export function writeHead(draft: Draft, template: Template, widths: readonly number[]): number {
  const last = widths.length;
  putArea(draft, { top: 1, left: 1, bottom: 1, right: last }, textCell(template.title), 'title');
  draft.heights.set(1, 36);
  const places = slots(
    widths,
    template.fields.map(({ label }) => textWidth(label) + 3),
  );
  template.fields.forEach((field, at) => {
    const row = 2 + Math.floor(at / places.length);
    const slot = places[at % places.length] as Slot;
    writeField(draft, field, row, slot);
    draft.heights.set(row, 23);
  });
  const rows = Math.ceil(template.fields.length / places.length);
  fillLastRow(draft, template.fields.length, places, 1 + rows);
  return 2 + rows;
}

function writeField(draft: Draft, field: Template['fields'][number], row: number, { label, value }: Slot): void {
  putArea(draft, { top: row, left: label[0], bottom: row, right: label[1] }, textCell(field.label), 'field-label');
  putArea(
    draft,
    { top: row, left: value[0], bottom: row, right: value[1] },
    openCell(field.kind === 'date' ? 'yyyy-mm-dd' : 'General'),
    'field-value',
  );
}

/** Slots of the last row without a field are left as one open cell, so that the frame closes. */
function fillLastRow(draft: Draft, count: number, places: readonly Slot[], row: number): void {
  const used = count % places.length;
  if (used === 0) return;
  const from = (places[used] as Slot).label[0];
  const to = (places.at(-1) as Slot).value[1];
  putArea(draft, { top: row, left: from, bottom: row, right: to }, textCell(''), 'field-value');
}
