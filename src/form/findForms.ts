/** From a sheet's cells to the review forms on it. */
import type Decimal from 'decimal.js';
import { columnNumber } from './address';
import { columnsOf, type ForcedRoles } from './columns';
import { correctionsFor, isRejected, type Corrections } from './corrections';
import { confidenceOf, evidenceFor, mentionFrom } from './evidence';
import { fieldsIn, isFieldRow } from './fields';
import type { Area, Grid } from './grid';
import { findHeaders, type Header } from './headers';
import { indicatorsOf } from './indicators';
import { unitTotals } from './entries';
import { isParagraph, isSignature, printedFormulas, sharesIn, startsNote } from './notes';
import { isGrouped, levelUseOf, unitsOf, type Part } from './part';
import { hasChinese, hasTraditional } from './plainText';
import { ratingBlockOf } from './ratingBlock';
import { bodyRows } from './rowKinds';
import { placeOf, sectionsOf, withShares } from './sections';
import { isText, sheetOf, type Sheet, type SheetCell } from './sheet';
import { tablesOf, type Table } from './table';
import { totalsOf, withFinal } from './totals';
import type { CellText, ColumnRole, Form, Indicator, Layout, LevelColumn, Section, TotalCell } from './types';
import type { Language } from '../rubric/types';

export interface FormContext {
  /** The other sheets of the workbook. */
  readonly grids?: readonly Grid[];
  /** What users said about forms, by sheet name. */
  readonly corrections?: Corrections;
}

function partOf(table: Table, forced: ForcedRoles): Part {
  const columns = columnsOf(table, forced);
  const rows = bodyRows(table, columns);
  const units = unitsOf(rows);
  return { table, columns, rows, units, grouped: isGrouped(table, columns, units), levelUse: levelUseOf(table, columns, units) };
}

/** Rows with content between a header and whatever stands above it. */
function rowsAbove(sheet: Sheet, header: Header, floor: number): readonly number[] {
  return sheet.rows.filter((row) => row > floor && row < header.top);
}

const lastUsed = (part: Part): number =>
  part.rows.filter((row) => row.kind !== 'outside').reduce((last, { row }) => Math.max(last, row), part.table.header.bottom);

/** Two headers make one form where the same people score in the same columns and no new form begins between them. */
function joins(above: Part, below: Part, sheet: Sheet): boolean {
  const key = (part: Part): string =>
    part.columns.entries
      .filter((entry) => ['score', 'self', 'supervisor', 'reviewer', 'result'].includes(entry.role))
      .map((entry) => `${entry.column}:${entry.role}`)
      .join(' ');
  const levels = (part: Part): string => part.columns.levels.map((level) => level.cell.column).join(' ');
  if (key(above) !== key(below) || levels(above) !== levels(below) || key(above) + levels(above) === '') return false;
  const last = above.units[above.units.length - 1]?.bottom ?? above.table.header.bottom;
  const between = sheet.rows.filter((row) => row > last && row < below.table.header.top);
  const fresh = between.some(
    (row) =>
      isFieldRow(sheet, row) ||
      sheet.cellsIn(row).some((cell) => isText(cell) && (isSignature(cell.text) || /(?:考核|评分|评价|考评|打分)表/.test(cell.plain))),
  );
  return !fresh;
}

function groupParts(parts: readonly Part[], sheet: Sheet): readonly (readonly Part[])[] {
  const groups: Part[][] = [];
  for (const part of parts) {
    const group = groups.find((known) => {
      const last = known[known.length - 1];
      return (
        last !== undefined &&
        last.table.header.left <= part.table.right &&
        part.table.left <= last.table.right &&
        !parts.some(
          (other) =>
            other !== part &&
            other !== last &&
            other.table.header.top > last.table.header.top &&
            other.table.header.top < part.table.header.top &&
            other.table.left <= part.table.right &&
            part.table.left <= other.table.right,
        )
      );
    });
    const last = group?.[group.length - 1];
    if (group && last && joins(last, part, sheet)) group.push(part);
    else groups.push([part]);
  }
  return groups;
}

/** The lone text right above a header: the name of its part, unless it is the sheet's title. */
function headingOf(sheet: Sheet, part: Part, floor: number, title: SheetCell | null): SheetCell | null {
  const row = [...rowsAbove(sheet, part.table.header, floor)].reverse().find((above) => above >= part.table.header.top - 2);
  if (row === undefined) return null;
  const cells = sheet.cellsIn(row).filter((cell) => cell.column >= part.table.left && cell.column <= part.table.right);
  const [cell] = cells;
  return cells.length === 1 &&
    isText(cell) &&
    cell !== title &&
    !isFieldRow(sheet, row) &&
    !isParagraph(cell.text) &&
    !isSignature(cell.text) &&
    !startsNote(cell.text)
    ? cell
    : null;
}

/** The title: the first lone text above the first header, one with a form's words before others. */
function titleOf(sheet: Sheet, part: Part, floor: number): SheetCell | null {
  const lone = rowsAbove(sheet, part.table.header, floor).flatMap((row) => {
    const cells = sheet.cellsIn(row).filter((cell) => cell.column <= part.table.right);
    const [cell] = cells;
    return cell &&
      cells.length === 1 &&
      isText(cell) &&
      !/[:：]/.test(cell.text.slice(0, 12)) &&
      !isParagraph(cell.text) &&
      !isFieldRow(sheet, row)
      ? [cell]
      : [];
  });
  return lone.find((cell) => /表|考核|评分|标准|rubric|form|evaluation|assessment|review/i.test(cell.plain)) ?? lone[0] ?? null;
}

const textOf = (cell: SheetCell): CellText => ({ ...placeOf(cell), text: cell.text });

/** Notes above, between and below: paragraphs, remarks and printed formulas. */
function notesOf(sheet: Sheet, rows: readonly number[], left: number): CellText[] {
  return rows
    .flatMap((row) => sheet.cellsIn(row))
    .filter(
      (cell) =>
        isText(cell) &&
        (cell.column <= left + 1 || cell.area.right > cell.area.left) &&
        (startsNote(cell.text) || isParagraph(cell.text) || printedFormulas(cell.text).length > 0),
    )
    .map(textOf);
}

function allShares(notes: readonly CellText[], totals: readonly string[]): ReadonlyMap<string, Decimal> {
  const shares = new Map<string, Decimal>();
  for (const text of [...totals, ...notes.map((note) => note.text)])
    for (const formula of printedFormulas(text))
      for (const [name, share] of sharesIn(formula.right)) if (!shares.has(name)) shares.set(name, share);
  return shares;
}

interface Assembled {
  readonly sections: readonly Section[];
  readonly indicators: readonly Indicator[];
  readonly totals: readonly TotalCell[];
}

function assemble(parts: readonly Part[], headings: readonly (SheetCell | null)[]): Assembled {
  const sections: Section[] = [];
  const indicators: Indicator[] = [];
  const totals: TotalCell[] = [];
  parts.forEach((part, at) => {
    const heading = headings[at] ?? null;
    const first = sections.length;
    const map = sectionsOf(part, heading, first);
    sections.push(...map.sections);
    const before = indicators.map((_, index) => index);
    const read = indicatorsOf(part, map, (index) => sections[index]?.name ?? '');
    const own = read.indicators.map((indicator, index) => ({ index: index + before.length, indicator }));
    indicators.push(...read.indicators);
    read.cells.forEach((cells, index) =>
      totals.push(...unitTotals(cells, read.indicators[index]?.name ?? '', index + before.length, read.indicators[index]?.section ?? null)),
    );
    totals.push(...totalsOf({ part, indicators: own, heading: heading ? first : null, before, joined: parts.length > 1 }));
    const block =
      at === parts.length - 1
        ? ratingBlockOf(part, sections, (section) =>
            indicators.flatMap((indicator, index) => (section === null || indicator.section === section ? [index] : [])),
          )
        : null;
    if (block)
      totals.splice(0, totals.length, ...totals.filter((total) => total.row < block.rows[0] || total.row > block.rows[1]), ...block.totals);
  });
  return { sections, indicators, totals: withFinal(uniquePlaces(totals)) };
}

/** One total a cell: the first reading of it stands. */
function uniquePlaces(totals: readonly TotalCell[]): readonly TotalCell[] {
  const seen = new Set<string>();
  return totals.filter((total) => {
    const key = `${total.row}:${total.column}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

function languageOf(texts: readonly string[]): Language {
  const chinese = texts.filter(hasChinese);
  if (chinese.length === 0 || chinese.length < texts.length * 0.15) return 'en';
  return chinese.filter(hasTraditional).length > chinese.length * 0.3 ? 'zh-TW' : 'zh-CN';
}

const tickHeader = /^(?:completed?|done|finished|achieved|met|checked|pass(?:ed)?|是否完成|完成与否|是否达标|已完成|达标情况)\??$/;

function layoutOf(parts: readonly Part[]): Layout {
  if (parts.some((part) => part.columns.levels.length > 0)) return 'levels-as-columns';
  const scores = parts.flatMap((part) => part.columns.entries);
  return scores.length > 0 && scores.every((entry) => tickHeader.test(entry.header.trim().toLowerCase())) ? 'checklist' : 'rows';
}

/** The main header: of repeated headers the first of the wording that most sections share. */
function mainPart(parts: readonly Part[]): Part {
  const wording = (part: Part): string =>
    part.table.header.cells
      .slice(1)
      .map((cell) => cell.plain)
      .join('|');
  const counts = new Map<string, number>();
  for (const part of parts) counts.set(wording(part), (counts.get(wording(part)) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return parts.find((part) => counts.get(wording(part)) === most) ?? parts[0]!;
}

function levelColumns(part: Part): LevelColumn[] {
  return part.columns.levels.map(({ cell, name }) => ({
    column: cell.column,
    label: cell.text.replace(/\s+/g, ' ').replace(/\s*[(（][^()（）]*[)）]\s*$/, ''),
    points: name.points,
    headerCell: placeOf(cell),
  }));
}

const columnRecord = (part: Part): Partial<Record<ColumnRole, number>> => Object.fromEntries(part.columns.byRole);

function rangeOf(parts: readonly Part[], top: number, totals: readonly TotalCell[]): Area {
  return {
    top,
    left: Math.min(...parts.map((part) => part.table.left)),
    bottom: Math.max(...parts.map(lastUsed), ...totals.map((total) => total.row)),
    right: Math.max(...parts.map((part) => part.table.right), ...totals.map((total) => total.column)),
  };
}

const scoreRole = (role: ColumnRole): 'actual' | 'score' | 'grade' => (role === 'actual' ? 'actual' : role === 'grade' ? 'grade' : 'score');
const isScoreColumn = (role: ColumnRole): boolean =>
  ['score', 'self', 'supervisor', 'reviewer', 'result', 'grade', 'actual'].includes(role) || /^(?:month|quarter)/.test(role);

function formOf(sheet: Sheet, parts: readonly Part[], floor: number): Form | null {
  const [first] = parts;
  const last = parts[parts.length - 1];
  if (!first || !last || parts.every((part) => part.units.length === 0)) return null;
  const above = rowsAbove(sheet, first.table.header, floor);
  const title = titleOf(sheet, first, floor);
  const headings = parts.map((part, index) => headingOf(sheet, part, index === 0 ? floor : parts[index - 1]!.table.header.bottom, title));
  const read = assemble(parts, headings);
  const after = last.table.body;
  const bodies = parts.flatMap((part) => part.rows.filter((row) => row.kind !== 'indicator' && row.kind !== 'part').map(({ row }) => row));
  const notes = notesOf(
    sheet,
    [...new Set([...above, ...bodies, ...after.filter((row) => row > (last.units[last.units.length - 1]?.bottom ?? 0))])].sort(
      (a, b) => a - b,
    ),
    first.table.left,
  );
  const fields = fieldsIn(
    sheet,
    above.filter((row) => row !== title?.row),
    first.table.right,
  );
  const evidence = evidenceFor(
    {
      parts,
      indicators: read.indicators,
      totals: read.totals,
      fields,
      title: title?.text ?? null,
      notes: headings.flatMap((cell) => cell?.text ?? []),
    },
    sheet.grid.sheet,
  );
  const main = mainPart(parts);
  const sections = withShares(
    read.sections,
    allShares(
      notes,
      read.totals.flatMap((total) => total.printedFormula?.text ?? []),
    ),
  );
  return {
    sheet: sheet.grid.sheet,
    title: title?.text ?? null,
    titleCell: title ? placeOf(title) : null,
    range: rangeOf(parts, title?.row ?? first.table.header.top, read.totals),
    language: languageOf([
      ...first.table.header.cells.map((cell) => cell.text),
      ...read.indicators.map((indicator) => indicator.name),
      title?.text ?? '',
    ]),
    layout: layoutOf(parts),
    headerRow: main.table.header.bottom,
    columns: columnRecord(main),
    scores: first.columns.entries
      .filter((entry) => isScoreColumn(entry.role))
      .map((entry) => ({ column: entry.column, header: entry.header, rater: entry.rater, role: scoreRole(entry.role) })),
    levels: levelColumns(main),
    fields,
    sections,
    indicators: read.indicators,
    totals: read.totals,
    notes,
    confidence: confidenceOf(evidence),
    evidence,
  };
}

/**
 * Finds the review forms of a sheet, from top to bottom and left to right. Forms with a confidence below `askBelow` are
 * questions to the user; what looks less like a form still is left out. A user's corrections decide over all evidence.
 */
export function findForms(grid: Grid, context: FormContext = {}): Form[] {
  const corrections = correctionsFor(context.corrections, grid.sheet);
  if (corrections.notAForm === true) return [];
  const sheet = sheetOf(grid);
  const forced: ForcedRoles = new Map(
    Object.entries(corrections.columnRoles ?? {}).map(([letters, role]) => [columnNumber(letters), role]),
  );
  const parts = tablesOf(sheet, findHeaders(sheet))
    .map((table) => partOf(table, forced))
    .filter((part) => part.units.length > 0);
  let floor = 0;
  const forms: Form[] = [];
  for (const group of groupParts(parts, sheet)) {
    const form = formOf(sheet, group, floor);
    if (!form) continue;
    floor = Math.max(floor, ...group.map((part) => part.units[part.units.length - 1]?.bottom ?? 0));
    if (isRejected(corrections, form.range)) continue;
    const confidence = corrections.isAForm ? 1 : form.confidence;
    if (confidence >= mentionFrom) forms.push({ ...form, confidence });
  }
  return forms;
}
