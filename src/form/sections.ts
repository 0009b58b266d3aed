/** Groups of indicators: merged or repeated dimension cells, heading rows, headings above a header, shares in notes. */
import type Decimal from 'decimal.js';
import { shareName } from './notes';
import { roleCell, rowsOf, type Part, type Unit } from './part';
import { plainText, withoutBrackets } from './plainText';
import { isText, placeOf, type SheetCell } from './sheet';
import type { Place, Section } from './types';
import { bareName, pointsInName, shareInName, shareOf, weightScale, weightText, type WeightScale } from './weights';

/** Weights that stand in the rows of units, each cell once; those of dimensions once for each dimension, however often they are written. */
function weightCells(part: Part, role: 'weight' | 'dimensionWeight'): readonly SheetCell[] {
  const cells = new Map<string, SheetCell>();
  for (const { top } of part.units) {
    const cell = roleCell(part, role, top);
    const group = role === 'dimensionWeight' ? roleCell(part, 'dimension', top)?.plain : undefined;
    const key = group ?? String(cell?.row);
    if (cell && !cells.has(key)) cells.set(key, cell);
  }
  return [...cells.values()];
}

/** How many sections with a weight of their own the part has: the weights in each of them add up to a whole. */
function weighedSections(part: Part): number {
  if (part.grouped) return 1;
  if (part.columns.byRole.has('dimensionWeight')) return weightCells(part, 'dimensionWeight').length;
  const names = new Set([
    ...part.units.map(({ top }) => roleCell(part, 'dimension', top)),
    ...part.rows.map(({ kind, label }) => (kind === 'section' ? label : null)),
  ]);
  return [...names].filter((cell) => isText(cell ?? undefined) && shareInName(cell?.plain ?? '') !== null).length;
}

/** What the numbers of a weight column are: of both kinds of sums, one whole or one for each section, the one that they come near. */
export function weightScaleOf(part: Part, role: 'weight' | 'dimensionWeight'): WeightScale {
  const column = part.columns.byRole.get(role);
  if (column === undefined) return 'relative';
  const numbers = weightCells(part, role).flatMap((cell) => {
    const weight = weightText(cell);
    return weight?.value && weight.kind === 'number' ? [weight.value] : [];
  });
  const saysPercent = part.columns.saysPercent.has(column);
  const scale = weightScale(numbers, saysPercent);
  const groups = role === 'weight' ? weighedSections(part) : 1;
  return scale === 'relative' && groups > 1 ? weightScale(numbers, saysPercent, groups) : scale;
}

/** Whether the weight column weighs dimensions: some weight cell is merged just as its dimension cell is. */
export function weighsDimensions(part: Part): boolean {
  const dimension = part.columns.byRole.get('dimension');
  const weight = part.columns.byRole.get('weight');
  if (dimension === undefined || weight === undefined || part.grouped) return false;
  return part.units.some(({ top, bottom }) => {
    const a = part.table.sheet.area(top, dimension);
    const b = part.table.sheet.area(top, weight);
    return a.top === b.top && a.bottom === b.bottom && a.bottom > bottom && a.top <= top;
  });
}

function dimensionWeight(part: Part, cell: SheetCell): { weight: Decimal | null; cell: Place | null } {
  const own = roleCell(part, 'dimensionWeight', cell.row);
  if (own) return { weight: shareOf(weightText(own), weightScaleOf(part, 'dimensionWeight')), cell: placeOf(own) };
  const weighed = weighsDimensions(part) ? roleCell(part, 'weight', cell.row) : undefined;
  if (weighed) return { weight: shareOf(weightText(weighed), weightScaleOf(part, 'weight')), cell: placeOf(weighed) };
  const share = shareInName(cell.plain) ?? pointsInName(cell.plain)?.div(100) ?? null;
  return { weight: share, cell: share ? placeOf(cell) : null };
}

const sectionOf = (part: Part, cell: SheetCell, parent: number | null): Section => {
  const { weight, cell: place } = dimensionWeight(part, cell);
  return { name: bareName(cell.text), weight, cell: place ?? placeOf(cell), parent };
};

function headingSection(cell: SheetCell, parent: number | null): Section {
  const weight = shareInName(cell.plain) ?? pointsInName(cell.plain)?.div(100) ?? null;
  return { name: bareName(cell.text), weight, cell: placeOf(cell), parent };
}

/** Indicator cells merged over several units: the merged name is a section of its own. */
function mergedName(part: Part, unit: Unit): SheetCell | null {
  const cell = roleCell(part, 'indicator', unit.top);
  return cell && (cell.row < unit.top || cell.area.bottom > unit.bottom) ? cell : null;
}

function mergedSection(part: Part, cell: SheetCell, parent: number | null): Section {
  const weight = roleCell(part, 'weight', cell.row);
  const merged = weight !== undefined && weight.area.bottom >= cell.area.bottom;
  return {
    name: bareName(cell.text),
    weight: merged ? shareOf(weightText(weight), weightScaleOf(part, 'weight')) : null,
    cell: placeOf(merged ? weight : cell),
    parent,
  };
}

export interface SectionMap {
  readonly sections: readonly Section[];
  /** Section index of each unit, null where it has none. */
  readonly ofUnit: ReadonlyMap<Unit, number | null>;
}

/**
 * Sections of one part. `heading` is the text above its header (`业绩考核`), a section around the others; `first` is the
 * index that its first section gets in the form.
 */
export function sectionsOf(part: Part, heading: SheetCell | null, first: number): SectionMap {
  const sections: Section[] = [];
  const ofUnit = new Map<Unit, number | null>();
  const add = (section: Section): number => sections.push(section) - 1 + first;
  const known = new Map<SheetCell, number>();
  const once = (cell: SheetCell, make: () => Section): number => known.get(cell) ?? known.set(cell, add(make())).get(cell)!;
  const named = new Map<string, number>();
  /** Groups told behind the names come back in any order: one name is one section. */
  const onceNamed = (cell: SheetCell, make: () => Section): number =>
    named.get(cell.plain) ?? named.set(cell.plain, add(make())).get(cell.plain)!;
  const behind = (part.columns.byRole.get('dimension') ?? 0) > (part.columns.byRole.get('indicator') ?? Infinity);
  const outer = heading ? add(headingSection(heading, null)) : null;
  let row: number | null = outer;
  let dimension: number | null = null;
  // A heading without rows of its own (the last one above the next table) is no section here.
  let below: SheetCell | null = null;
  const units = new Map(part.units.map((unit) => [unit.top, unit]));
  for (const body of part.rows) {
    if (body.kind === 'section') below = body.label;
    const unit = units.get(body.row);
    if (!unit) continue;
    if (below) {
      row = add(headingSection(below, outer));
      dimension = null;
      below = null;
    }
    const cell = roleCell(part, 'dimension', unit.top);
    if (isText(cell)) dimension = (behind ? onceNamed : once)(cell, () => sectionOf(part, cell, row));
    const merged = mergedName(part, unit);
    ofUnit.set(unit, merged ? once(merged, () => mergedSection(part, merged, dimension ?? row)) : (dimension ?? row));
  }
  return { sections: withoutRepeats(sections, ofUnit, first), ofUnit };
}

/** A dimension written again in every row is one section. */
function withoutRepeats(sections: readonly Section[], ofUnit: Map<Unit, number | null>, first: number): readonly Section[] {
  const kept: Section[] = [];
  const moved = sections.map((section, index) => {
    const last = kept[kept.length - 1];
    const same = last !== undefined && index > 0 && last.name === section.name && last.parent === section.parent;
    return (same ? kept.length : kept.push(section)) - 1 + first;
  });
  for (const [unit, index] of ofUnit) if (index !== null) ofUnit.set(unit, moved[index - first] ?? index);
  return kept.map((section) =>
    typeof section.parent === 'number' && section.parent >= first ? { ...section, parent: moved[section.parent - first] ?? null } : section,
  );
}

/** Gives sections without a weight the share that a printed formula names for them (`业绩考核得分*80%`). */
export function withShares(sections: readonly Section[], shares: ReadonlyMap<string, Decimal>): readonly Section[] {
  if (shares.size === 0) return sections;
  return sections.map((section) => {
    const share = shares.get(shareName(plainText(withoutBrackets(section.name))));
    return section.weight === null && share ? { ...section, weight: share, cell: null } : section;
  });
}

/** Names of the rows of a unit, where it is a group. */
export const nameRows = (part: Part, unit: Unit): SheetCell[] =>
  rowsOf(unit).flatMap((row) => {
    const cell = roleCell(part, 'indicator', row);
    return isText(cell) && cell.row === row && !/^[-—/]+$/.test(cell.text) ? [cell] : [];
  });
