/** Where the fields above the table stand: label and value side by side, cut at the borders of the table's columns. */

/** First and last column of a label and of its value. */
export interface Slot {
  readonly label: readonly [number, number];
  readonly value: readonly [number, number];
}

/** Fields beside one another, at most. */
const mostInRow = 3;
/** Characters that a value needs at the very least, and those that a name with a department takes. */
const [leastValue, goodValue] = [13, 24];

/** What is disliked, against one another: a further row, an empty place, a label too wide, a value too narrow, values of unlike widths. */
const dislike = { row: 18, empty: 7, label: 0.5, value: 2, unlike: 0.2 } as const;

/** Characters of a run of columns. */
export const widthOf = (widths: readonly number[], [from, to]: readonly [number, number]): number =>
  widths.slice(from - 1, to).reduce((sum, width) => sum + width, 0);

/** Every way to cut columns `from` … `last` into `count` runs. */
export function cuts(from: number, last: number, count: number): readonly (readonly (readonly [number, number])[])[] {
  if (count === 1) return from <= last ? [[[from, last]]] : [];
  return Array.from({ length: Math.max(0, last - from - count + 2) }, (_, at) => from + at).flatMap((end) =>
    cuts(end + 1, last, count - 1).map((rest) => [[from, end] as const, ...rest]),
  );
}

const paired = (runs: readonly (readonly [number, number])[]): readonly Slot[] =>
  runs.flatMap((label, at) => {
    const value = runs[at + 1];
    return at % 2 === 0 && value ? [{ label, value }] : [];
  });

/** Widest label of the fields that stand below one another in a place. */
const neededAt = (labels: readonly number[], place: number, count: number): number =>
  Math.max(...labels.filter((_, at) => at % count === place));

function costOf(widths: readonly number[], labels: readonly number[], slots: readonly Slot[]): number {
  const rows = Math.ceil(labels.length / slots.length);
  const values = slots.map(({ value }) => widthOf(widths, value));
  const excess = slots.map(({ label }, at) => widthOf(widths, label) - neededAt(labels, at, slots.length));
  if (Math.min(...values) < leastValue || Math.min(...excess) < 0) return Infinity;
  const narrow = values.reduce((sum, value) => sum + Math.max(0, goodValue - value), 0);
  return (
    rows * dislike.row +
    (rows * slots.length - labels.length) * dislike.empty +
    excess.reduce((sum, each) => sum + each, 0) * dislike.label +
    narrow * dislike.value +
    (Math.max(...values) - Math.min(...values)) * dislike.unlike
  );
}

/** Places of a row of fields. `labels`: widths that the labels need, in characters. */
export function headSlots(widths: readonly number[], labels: readonly number[]): readonly Slot[] {
  let best: { readonly cost: number; readonly slots: readonly Slot[] } = {
    cost: Infinity,
    slots: [{ label: [1, 1], value: [2, Math.max(2, widths.length)] }],
  };
  for (let count = Math.min(mostInRow, labels.length); count > 0; count -= 1)
    for (const runs of cuts(1, widths.length, count * 2)) {
      const slots = paired(runs);
      const cost = costOf(widths, labels, slots);
      if (cost < best.cost) best = { cost, slots };
    }
  return best.slots;
}
