/** Units made into indicators: name, weight, points, criteria, entries. */
import type Decimal from 'decimal.js';
import { cellsOfUnit, type UnitCells } from './entries';
import { isMark, roleCell, rowsOf, type Part, type Unit } from './part';
import { plainText, withoutNumbering } from './plainText';
import { nameRows, weighsDimensions, weightScaleOf, type SectionMap } from './sections';
import { isText, placeOf, type SheetCell } from './sheet';
import type { CellText, Indicator, Place, SubIndicator } from './types';
import { bareName, pointsInName, shareInName, shareOf, trailingNumber, weightText, type WeightScale } from './weights';

/** How names of one part carry numbers; only where most of them do. */
interface NameNumbers {
  readonly points: boolean;
  readonly trailing: boolean;
  readonly share: boolean;
}

const most = (count: number, of: number): boolean => of > 0 && count >= of * 0.6;

function nameCell(part: Part, unit: Unit): SheetCell | undefined {
  const role = part.grouped ? 'dimension' : 'indicator';
  return roleCell(part, role, unit.top) ?? roleCell(part, 'indicator', unit.top) ?? roleCell(part, 'dimension', unit.top);
}

function nameNumbers(part: Part): NameNumbers {
  const cells = part.units.flatMap((unit) => nameCell(part, unit) ?? []);
  const measured = part.columns.byRole.has('fullMarks');
  return {
    points: !measured && most(cells.filter((cell) => pointsInName(cell.plain)).length, cells.length),
    trailing: !measured && most(cells.filter((cell) => trailingNumber(cell.text)).length, cells.length),
    share: !part.columns.byRole.has('weight') && most(cells.filter((cell) => shareInName(cell.plain)).length, cells.length),
  };
}

interface Measure {
  readonly value: Decimal | null;
  readonly cell: Place | null;
}

const none: Measure = { value: null, cell: null };

/** A unit's own weight; one merged over several units belongs to their section. */
function ownWeight(part: Part, unit: Unit, scale: WeightScale, ofDimension: boolean, numbers: NameNumbers): Measure {
  const role = part.grouped && part.columns.byRole.has('dimensionWeight') ? 'dimensionWeight' : 'weight';
  const cell = roleCell(part, role, unit.top);
  const name = nameCell(part, unit);
  if (!cell) return numbers.share && name ? { value: shareInName(name.plain), cell: placeOf(name) } : none;
  const shared = cell.row < unit.top || cell.area.bottom > unit.bottom || (ofDimension && isShared(part, unit));
  if (shared) return none;
  return {
    value: shareOf(weightText(cell), role === 'dimensionWeight' ? weightScaleOf(part, 'dimensionWeight') : scale),
    cell: placeOf(cell),
  };
}

function isShared(part: Part, unit: Unit): boolean {
  const dimension = roleCell(part, 'dimension', unit.top);
  return dimension !== undefined && (dimension.row < unit.top || dimension.area.bottom > unit.bottom);
}

function ownMarks(part: Part, unit: Unit, numbers: NameNumbers): Measure {
  const cell = roleCell(part, 'fullMarks', unit.top);
  const weight = weightText(cell);
  if (cell && weight && weight.value && weight.value.gte(0) && cell.row >= unit.top && cell.area.bottom <= unit.bottom)
    return { value: weight.value, cell: placeOf(cell) };
  const name = nameCell(part, unit);
  if (!name || cell) return none;
  const value = numbers.points ? pointsInName(name.plain) : numbers.trailing ? trailingNumber(name.text) : null;
  return value ? { value, cell: placeOf(name) } : none;
}

function importanceOf(part: Part, unit: Unit, scale: WeightScale): Decimal | null {
  const weight = weightText(roleCell(part, 'weight', unit.top));
  if (!weight?.value) return null;
  return weight.kind === 'stars' || (weight.kind === 'number' && scale === 'relative') ? weight.value : null;
}

const cellText = (cell: SheetCell): CellText => ({ ...placeOf(cell), text: cell.text });

/** Texts of a column in all rows of a unit, joined by line breaks at the first one's place. */
function columnText(part: Part, unit: Unit, role: 'criteria' | 'target' | 'method'): CellText | null {
  const column = part.columns.byRole.get(role);
  if (column === undefined) return null;
  const cells = rowsOf(unit).flatMap((row) => {
    const cell = part.table.sheet.cell(row, column);
    return cell && cell.text !== '' && (cell.row === row || row === unit.top) ? [cell] : [];
  });
  const [first] = cells;
  return first ? { ...placeOf(first), text: cells.map((cell) => cell.text).join('\n') } : null;
}

/** Criteria under level columns written across them in a further row of the unit. */
function acrossLevels(part: Part, unit: Unit): CellText | null {
  if (part.levelUse !== 'entries') return null;
  const [first] = part.columns.levels;
  if (!first) return null;
  const texts = rowsOf(unit)
    .slice(1)
    .flatMap((row) => {
      const cell = part.table.sheet.cell(row, first.cell.column);
      return isText(cell) && cell.row === row && !isMark(cell) ? [cell] : [];
    });
  return texts[0] ? cellText(texts[0]) : null;
}

function levelTexts(part: Part, unit: Unit): (CellText | null)[] {
  return part.columns.levels.map(({ cell }) => {
    const there = part.levelUse === 'texts' ? part.table.sheet.cell(unit.top, cell.column) : undefined;
    return there && there.column === cell.column ? cellText(there) : null;
  });
}

const bonusName = /加分|附加|奖励项|奖分|\bbonus\b|extra credit/i;
const vetoName = /一票否决|否决/;
const deductionName = /扣分|减分|惩罚|处罚|\bdeductions?\b|\bpenalt/i;
/** Names of parts that add and take off. */
const eitherWay = /加[/、]?[减扣]分|[加奖][/、]?(?:惩|罚)分?|奖扣分?|±|bonus(?:es)? ?(?:and|\/|&) ?(?:deductions?|penalt(?:y|ies))/gi;

function kindOf(part: Part, unit: Unit, name: string, section: string, hasMarks: boolean): Indicator['kind'] {
  const measure = [roleCell(part, 'weight', unit.top), roleCell(part, 'fullMarks', unit.top)]
    .filter(isText)
    .map((cell) => cell.plain)
    .join(' ');
  const criteria = roleCell(part, 'criteria', unit.top)?.plain ?? '';
  if (
    vetoName.test(plainText(`${name} ${measure}`)) ||
    (!hasMarks && /^[-—]+$/.test(measure) && /(?:直接|一律|记|计|得|总分)(?:为)?(?:0|零)分|不合格/.test(criteria))
  )
    return 'veto';
  const said = plainText(`${name} ${measure} ${section}`);
  const one = said.replace(eitherWay, ' ');
  if (bonusName.test(one)) return 'bonus';
  if (deductionName.test(one) || /-\s*\d/.test(measure)) return 'deduction';
  // `加减分项` alone: what the row's criteria give decides; where they do both, the sign of what is typed does.
  if (one === said || hasMarks) return 'normal';
  return /扣|减|deduct/.test(criteria) && !/加|奖|\+|add/.test(criteria) ? 'deduction' : 'bonus';
}

function subIndicators(part: Part, unit: Unit): SubIndicator[] {
  if (!part.grouped) return [];
  const scale = part.columns.byRole.has('dimensionWeight') ? weightScaleOf(part, 'weight') : 'relative';
  const weigh = part.columns.byRole.has('dimensionWeight');
  return nameRows(part, unit).map((cell) => ({
    ...placeOf(cell),
    name: withoutNumbering(bareName(cell.text)),
    weight: weigh ? shareOf(weightText(roleCell(part, 'weight', cell.row)), scale) : null,
  }));
}

/** Several units under one merged name are told apart by their place among them. */
function nameOf(part: Part, unit: Unit, cell: SheetCell | undefined): string {
  const bare = withoutNumbering(bareName(cell?.text ?? ''));
  if (!cell || (cell.row >= unit.top && cell.area.bottom <= unit.bottom) || part.grouped) return bare;
  const siblings = part.units.filter((other) => other.top >= cell.row && other.top <= cell.area.bottom);
  return siblings.length > 1 ? `${bare} (${siblings.indexOf(unit) + 1}/${siblings.length})` : bare;
}

/** A row without marks among rows with deductions: what it adds is typed as its score, what it takes off is its deduction. */
function cellsOfExtra(part: Part, kind: Indicator['kind'], hasMarks: boolean, cells: UnitCells): UnitCells {
  const score = cells.computed.find(({ column, role }) => role === 'weighted' && column === part.columns.byRole.get('score'));
  const deduction = cells.entries.find(({ role }) => role === 'deduction');
  if (hasMarks || !part.columns.byRole.has('fullMarks') || !score || !deduction || (kind !== 'bonus' && kind !== 'deduction')) return cells;
  const computed = cells.computed.filter((cell) => cell !== score);
  if (kind === 'deduction') return { ...cells, computed };
  if (part.table.sheet.cell(deduction.row, deduction.column) !== undefined) return cells;
  const typed = { row: score.row, column: score.column, rater: score.rater ?? 'single', role: 'score' as const };
  return { entries: [...cells.entries.filter((entry) => entry !== deduction), typed].sort((a, b) => a.column - b.column), computed };
}

export interface PartIndicators {
  readonly indicators: readonly Indicator[];
  readonly cells: readonly UnitCells[];
}

/** Indicators of one part, in row order; `map` says which section each unit stands in. */
export function indicatorsOf(part: Part, map: SectionMap, sectionName: (index: number) => string): PartIndicators {
  const numbers = nameNumbers(part);
  const scale = weightScaleOf(part, 'weight');
  const ofDimension = weighsDimensions(part);
  const cells: UnitCells[] = [];
  const indicators = part.units.map((unit): Indicator => {
    const cell = nameCell(part, unit);
    const weight = ownWeight(part, unit, scale, ofDimension, numbers);
    const marks = ownMarks(part, unit, numbers);
    const section = map.ofUnit.get(unit) ?? null;
    const name = nameOf(part, unit, cell);
    const kind = kindOf(part, unit, name, section === null ? '' : sectionName(section), marks.value !== null);
    const own = cellsOfExtra(part, kind, marks.value !== null, cellsOfUnit(part, unit));
    cells.push(own);
    return {
      name,
      cell: cell ? placeOf(cell) : { row: unit.top, column: part.table.left },
      rows: [unit.top, unit.bottom],
      column: null,
      section,
      weight: weight.value,
      weightCell:
        weight.cell ?? (roleCell(part, 'weight', unit.top)?.row === unit.top ? placeOf(roleCell(part, 'weight', unit.top)!) : null),
      importance: importanceOf(part, unit, scale),
      fullMarks: marks.value,
      fullMarksCell: marks.cell,
      target: columnText(part, unit, 'target'),
      criteria: columnText(part, unit, 'method') ?? columnText(part, unit, 'criteria') ?? acrossLevels(part, unit),
      levelTexts: levelTexts(part, unit),
      entries: own.entries,
      subIndicators: subIndicators(part, unit),
      kind,
    };
  });
  return { indicators, cells };
}
