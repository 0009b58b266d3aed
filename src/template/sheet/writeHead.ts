/** Title and header fields above the table. */
import type { Template } from '../types';
import { openCell, putArea, textCell, type Draft } from './draft';
import { headSlots, type Slot } from './headSlots';
import { textLooks } from './textLooks';
import { textWidth } from './textSize';

/** Room for a label on one line, with the cell's own margins. */
const neededFor = (label: string): number => textWidth(label, textLooks['field-label']) + 2;

/** Writes title and fields from row 1 on; returns the first free row. */
export function writeHead(draft: Draft, template: Template, widths: readonly number[]): number {
  const last = widths.length;
  putArea(draft, { top: 1, left: 1, bottom: 1, right: last }, textCell(template.title), 'title');
  draft.heights.set(1, 32);
  const places = headSlots(
    widths,
    template.fields.map(({ label }) => neededFor(label)),
  );
  template.fields.forEach((field, at) => {
    const row = 2 + Math.floor(at / places.length);
    const slot = places[at % places.length] as Slot;
    writeField(draft, field, row, slot);
    draft.heights.set(row, 21);
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
