/** Parts put together: sections, indicators and totals of one form. */
import type Decimal from 'decimal.js';
import { unitTotals } from './entries';
import { indicatorsOf } from './indicators';
import { printedFormulas, sharesIn } from './notes';
import type { Part } from './part';
import { ratingBlockOf } from './ratingBlock';
import { sectionsOf } from './sections';
import type { SheetCell } from './sheet';
import { totalsOf, withFinal } from './totals';
import type { Indicator, Section, TotalCell } from './types';

export interface Assembled {
  readonly sections: readonly Section[];
  readonly indicators: readonly Indicator[];
  readonly totals: readonly TotalCell[];
}

/** One total a cell: the first reading of it stands. */
function uniquePlaces(totals: readonly TotalCell[]): readonly TotalCell[] {
  const first = new Map<string, TotalCell>();
  for (const total of totals) if (!first.has(`${total.row}:${total.column}`)) first.set(`${total.row}:${total.column}`, total);
  return [...first.values()];
}

const indicesOf = (indicators: readonly Indicator[], section: number | null): readonly number[] =>
  indicators.flatMap((indicator, index) => (section === null || indicator.section === section ? [index] : []));

/** A rating block below the last part replaces what its rows were read as. */
function withRatingBlock(part: Part, read: Assembled): readonly TotalCell[] {
  const block = ratingBlockOf(part, read.sections, (section) => indicesOf(read.indicators, section));
  if (!block) return read.totals;
  const [from, to] = block.rows;
  return [...read.totals.filter((total) => total.row < from || total.row > to), ...block.totals];
}

function addPart(before: Assembled, part: Part, heading: SheetCell | null, above: readonly number[]): Assembled {
  const first = before.sections.length;
  const count = before.indicators.length;
  const map = sectionsOf(part, heading, first);
  const sections = [...before.sections, ...map.sections];
  const read = indicatorsOf(part, map, (index) => sections[index]?.name ?? '');
  const own = read.indicators.map((indicator, index) => ({ index: index + count, indicator }));
  const ofUnits = read.cells.flatMap((cells, index) =>
    unitTotals(cells, read.indicators[index]?.name ?? '', index + count, read.indicators[index]?.section ?? null),
  );
  const covered = new Set(
    before.totals.filter((total) => total.labelCell !== null && total.role !== 'full-marks').flatMap((total) => total.indicators),
  );
  const all = before.indicators.map((_, index) => index);
  const rows = totalsOf({
    part,
    indicators: own,
    heading: heading ? first : null,
    before: all,
    open: all.filter((index) => !covered.has(index)),
    above,
  });
  return { sections, indicators: [...before.indicators, ...read.indicators], totals: [...before.totals, ...ofUnits, ...rows] };
}

/** Reads all parts of one form; `headings` are the texts above their headers, `above` the rows above the first of them. */
export function assemble(parts: readonly Part[], headings: readonly (SheetCell | null)[], above: readonly number[]): Assembled {
  const read = parts.reduce<Assembled>((before, part, at) => addPart(before, part, headings[at] ?? null, at === 0 ? above : []), {
    sections: [],
    indicators: [],
    totals: [],
  });
  const last = parts[parts.length - 1];
  const totals = last ? withRatingBlock(last, read) : read.totals;
  return { ...read, totals: withFinal(uniquePlaces(totals)) };
}

/** Shares that printed formulas give to components by name; the first formula that names one decides. */
export function sharesOf(texts: readonly string[]): ReadonlyMap<string, Decimal> {
  const shares = new Map<string, Decimal>();
  for (const text of texts) {
    for (const formula of printedFormulas(text))
      for (const [name, share] of sharesIn(formula.right)) if (!shares.has(name)) shares.set(name, share);
  }
  return shares;
}
