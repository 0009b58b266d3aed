/** From a sheet's cells to the review forms on it. */
import type { Language } from '../rubric/types';
import { columnNumber } from './address';
import { assemble, sharesOf } from './assemble';
import type { ForcedRoles } from './columnOption';
import { columnsOf, withLevelResult } from './columns';
import { correctionsFor, isAccepted, isRejected, saidHeaders, type Corrections, type SheetCorrections } from './corrections';
import { legendLines } from './columnEvidence';
import { confidenceOf, evidenceFor, sharedNames, transposedEvidence } from './evidence';
import { fieldsIn } from './fields';
import type { Area, Grid } from './grid';
import { isTickHeader } from './headerVocabulary';
import { findHeaders } from './headers';
import { joinParts } from './joinParts';
import { headerlessTables } from './layouts/headerless';
import { transposedForms, type TransposedForm } from './layouts/transposed';
import { isRemark, printedFormulas, startsNote } from './notes';
import { isGrouped, levelUseOf, unitsOf, type Part } from './part';
import { hasChinese, hasTraditional, plainText } from './plainText';
import { bodyRows, isLevelPointsRow } from './rowKinds';
import { scalesOn, withoutScales, withScales } from './scales';
import { withoutWordScales, wordScalesOn } from './wordScales';
import { withShares } from './sections';
import { cellNumber, isText, placeOf, sheetOf, type Sheet } from './sheet';
import { tablesOf, type Table } from './table';
import { askBelow, mentionFrom } from './thresholds';
import { headingIn, titleIn } from './titles';
import { totalsAbove } from './totalsAround';
import type { CellText, ColumnRole, Evidence, Form, Layout, LevelColumn, ScoreColumn, TotalCell } from './types';

export interface FormContext {
  /** All sheets of the workbook: names that return in another sheet's form speak for this one. */
  readonly grids?: readonly Grid[];
  /** What users said about forms, by sheet name. */
  readonly corrections?: Corrections;
}

function partOf(table: Table, forced: ForcedRoles, computed: ReadonlySet<string>): Part {
  const columns = columnsOf(table, forced, computed);
  const rows = bodyRows(table, columns);
  const units = unitsOf(rows);
  const levelUse = levelUseOf(table, columns, units);
  return {
    table,
    columns: levelUse === 'entries' ? withLevelResult(columns) : columns,
    rows,
    units,
    grouped: isGrouped(table, columns, units),
    levelUse,
  };
}

/** Names that formulas printed in notes compute; those inside a table's rows define indicators, not columns. */
function computedNames(sheet: Sheet): ReadonlySet<string> {
  const texts = sheet.rows
    .map((row) => sheet.cellsIn(row))
    .filter((cells) => cells.length <= 2)
    .flatMap((cells) => cells.filter(isText));
  return new Set(texts.flatMap((cell) => printedFormulas(cell.text).flatMap((formula) => formula.left ?? [])));
}

const isNote = (text: string): boolean => startsNote(text) || isRemark(text);

/** Notes on the given rows: paragraphs, remarks and printed formulas. */
function notesIn(sheet: Sheet, rows: readonly number[], left: number): CellText[] {
  const cells = [...new Set(rows)].sort((a, b) => a - b).flatMap((row) => sheet.cellsIn(row));
  return cells
    .filter((cell) => isText(cell) && (cell.column <= left + 1 || cell.area.right > cell.area.left) && isNote(cell.text))
    .map((cell) => ({ ...placeOf(cell), text: cell.text }));
}

function languageOf(texts: readonly string[]): Language {
  const chinese = texts.filter(hasChinese);
  if (chinese.length === 0 || chinese.length < texts.length * 0.15) return 'en';
  return chinese.filter(hasTraditional).length > chinese.length * 0.3 ? 'zh-TW' : 'zh-CN';
}

function layoutOf(parts: readonly Part[]): Layout {
  if (parts.some((part) => part.columns.levels.length > 0)) return 'levels-as-columns';
  const scores = parts.flatMap((part) => part.columns.entries);
  return scores.length > 0 && scores.every((entry) => isTickHeader(entry.header)) ? 'checklist' : 'rows';
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

/** Level columns; their points stand in the header, or in a row of numbers right below it. */
function levelColumns(part: Part): LevelColumn[] {
  const below = part.table.header.bottom + 1;
  const pointed = isLevelPointsRow(part.table, part.columns, below);
  return part.columns.levels.map(({ cell, name }) => ({
    column: cell.column,
    label: cell.text.replace(/\s+/g, ' ').replace(/\s*[(（][^()（）]*[)）]\s*$/, ''),
    points: pointed ? cellNumber(part.table.sheet.cell(below, cell.column)) : name.points,
    headerCell: placeOf(cell),
  }));
}

const isScoreColumn = (role: ColumnRole): boolean =>
  ['score', 'self', 'supervisor', 'reviewer', 'result', 'grade', 'actual'].includes(role) || /^(?:month|quarter)/.test(role);

function scoreColumns(part: Part): ScoreColumn[] {
  const role = (of: ColumnRole): ScoreColumn['role'] => (of === 'actual' || of === 'grade' ? of : 'score');
  return part.columns.entries
    .filter((entry) => isScoreColumn(entry.role))
    .map((entry) => ({ column: entry.column, header: entry.header, rater: entry.rater, role: role(entry.role) }));
}

const lastUsed = (part: Part): number =>
  part.rows.filter((row) => row.kind !== 'outside').reduce((last, { row }) => Math.max(last, row), part.table.header.bottom);

const belongs: ReadonlySet<string> = new Set(['indicator', 'part', 'section', 'spare', 'total']);

/** Last row that is certainly a table's own: of its indicators and totals, and of the notes that follow them without a gap. */
function lastOwn(part: Part): number {
  return part.rows.reduce((last, { row, kind }) => (belongs.has(kind) || (kind === 'note' && row === last + 1) ? row : last), 0);
}

function rangeOf(parts: readonly Part[], top: number, totals: readonly TotalCell[]): Area {
  return {
    top,
    left: Math.min(...parts.map((part) => part.table.left)),
    bottom: Math.max(...parts.map(lastUsed), ...totals.map((total) => total.row)),
    right: Math.max(...parts.map((part) => part.table.right), ...totals.map((total) => total.column)),
  };
}

/** Rows around the indicators that may hold notes. */
function rowsAround(parts: readonly Part[], above: readonly number[]): readonly number[] {
  const inside = parts.flatMap((part) => part.rows.filter((row) => row.kind !== 'indicator' && row.kind !== 'part').map(({ row }) => row));
  return [...above, ...inside];
}

const between = (sheet: Sheet, from: number, to: number): readonly number[] => sheet.rows.filter((row) => row > from && row < to);

/** A form of rows. `floor` is the last row that belongs to a form above it. */
function rowForm(sheet: Sheet, parts: readonly Part[], floor: number): Form {
  const first = parts[0]!;
  const main = mainPart(parts);
  const { left, right } = first.table;
  const above = between(sheet, floor, first.table.header.top);
  const title = titleIn(sheet, above, right);
  const headings = parts.map((part, at) =>
    headingIn(
      sheet,
      between(sheet, at === 0 ? floor : parts[at - 1]!.table.header.bottom, part.table.header.top),
      part.table.header.top,
      [part.table.left, part.table.right],
      title,
    ),
  );
  const read = assemble(parts, headings, above);
  const totalled = new Set(totalsAbove(first, above).map(({ row }) => row));
  const notes = notesIn(sheet, rowsAround(parts, above), left);
  const fields = fieldsIn(
    sheet,
    above.filter((row) => row !== title?.row && !totalled.has(row)),
    right,
  );
  const shares = sharesOf([...read.totals.flatMap((total) => total.printedFormula?.text ?? []), ...notes.map((note) => note.text)]);
  const evidence = evidenceFor(
    {
      parts,
      ...read,
      fields,
      notes,
      legend: legendLines(above.map((row) => sheet.cellsIn(row))),
      titles: [title, ...headings].flatMap((cell) => cell?.text ?? []),
    },
    sheet.grid.sheet,
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
    columns: Object.fromEntries(main.columns.byRole),
    scores: scoreColumns(main),
    levels: levelColumns(main),
    fields,
    sections: withShares(read.sections, shares),
    indicators: read.indicators,
    totals: read.totals,
    notes,
    confidence: confidenceOf(evidence),
    evidence,
  };
}

/** A transposed form with what stands above it. */
function acrossForm(sheet: Sheet, found: TransposedForm, floor: number, notes: readonly CellText[]): Form {
  const top = Math.min(found.headerRow, ...found.indicators.map((indicator) => indicator.cell.row));
  const above = between(sheet, floor, top);
  const title = titleIn(sheet, above, found.lastColumn);
  const fields = fieldsIn(
    sheet,
    above.filter((row) => row !== title?.row),
    found.lastColumn,
  );
  const evidence = [...found.evidence, ...transposedEvidence(found.indicators, title?.text ?? null, fields, sheet.grid.sheet)];
  return {
    sheet: sheet.grid.sheet,
    title: title?.text ?? null,
    titleCell: title ? placeOf(title) : null,
    range: { top: title?.row ?? top, left: found.labelColumn, bottom: found.lastRow, right: found.lastColumn },
    language: languageOf([title?.text ?? '', ...found.indicators.map((indicator) => indicator.name)]),
    layout: 'transposed',
    headerRow: found.headerRow,
    columns: { rater: found.labelColumn, ...(found.resultColumn === null ? {} : { result: found.resultColumn }) },
    scores: [],
    levels: [],
    fields,
    sections: found.sections,
    indicators: found.indicators,
    totals: found.totals,
    notes,
    confidence: confidenceOf(evidence),
    evidence,
  };
}

/** All tables of a sheet that could be forms, however little speaks for them. */
function candidatesOn(grid: Grid, corrections: SheetCorrections): readonly Form[] {
  const sheet = sheetOf(grid);
  const forced: ForcedRoles = new Map(
    Object.entries(corrections.columnRoles ?? {}).map(([letters, role]) => [columnNumber(letters), role]),
  );
  const computed = computedNames(sheet);
  const tables = tablesOf(sheet, findHeaders(sheet, saidHeaders(corrections)));
  const scales = scalesOn(sheet, tables);
  const words = wordScalesOn(sheet, tables);
  const parts = tables
    .map((table) => withoutWordScales(withoutScales(table, scales), words))
    .map((table) => partOf(table, forced, computed))
    .filter((part) => part.units.length > 0);
  const forms: Form[] = [];
  let floor = 0;
  for (const group of joinParts(parts)) {
    const form = rowForm(sheet, group, Math.min(floor, group[0]!.table.header.top - 1));
    forms.push(form);
    if (form.confidence >= mentionFrom) floor = Math.max(floor, ...group.map(lastOwn));
  }
  const across = acrossForms(sheet, forms);
  const all = withScales([...forms, ...across, ...headerlessForms(sheet, [...forms, ...across], forced)], scales);
  // Two scales of words on one sheet do not say which of them a form means.
  const [wordScale, another] = words.filter(({ kind }) => kind === 'points').map(({ steps }) => steps);
  return wordScale && !another ? all.map((form) => ({ ...form, wordScale })) : all;
}

/** Rows that no form mentioned so far takes. */
function freeRows(forms: readonly Form[]): { taken: readonly Area[]; free: (row: number) => boolean } {
  const taken = forms.filter((form) => form.confidence >= mentionFrom).map((form) => form.range);
  return { taken, free: (row) => !taken.some((range) => row >= range.top && row <= range.bottom) };
}

function headerlessForms(sheet: Sheet, known: readonly Form[], forced: ForcedRoles): readonly Form[] {
  const { taken, free } = freeRows(known);
  return headerlessTables(sheet, free).flatMap(({ table, roles, fillerRow }) => {
    const part = partOf(table, new Map([...roles, ...forced]), new Set());
    if (part.units.length < 2) return [];
    const floor = Math.max(0, ...taken.filter((range) => range.bottom < table.header.top).map((range) => range.bottom));
    return [{ ...rowForm(sheet, [part], floor), headerRow: fillerRow }];
  });
}

function acrossForms(sheet: Sheet, rowForms: readonly Form[]): readonly Form[] {
  const { taken, free } = freeRows(rowForms);
  const left = Math.min(...sheet.rows.map((row) => sheet.cellsIn(row)[0]?.column ?? Infinity));
  const notes = notesIn(sheet, sheet.rows.filter(free), left);
  return transposedForms(sheet, free, notes).map((found) =>
    acrossForm(sheet, found, Math.max(0, ...taken.filter((range) => range.bottom < found.headerRow).map((range) => range.bottom)), notes),
  );
}

const without = (evidence: readonly Evidence[], code: string): readonly Evidence[] => evidence.filter((entry) => entry.code !== code);

const known = new WeakMap<Grid, readonly Form[]>();

/** Candidates of a sheet without corrections, read once a snapshot. */
function candidatesOfOther(grid: Grid): readonly Form[] {
  const before = known.get(grid);
  if (before) return before;
  const found = candidatesOn(grid, {});
  known.set(grid, found);
  return found;
}

/** Sheets on which a row of some form has this name, by plain name. */
type NameIndex = ReadonlyMap<string, ReadonlySet<string>>;
const indexes = new WeakMap<readonly Grid[], NameIndex>();

/** The row names of all sheets, gathered once a snapshot. */
function namesOf(grids: readonly Grid[]): NameIndex {
  const before = indexes.get(grids);
  if (before) return before;
  const index = new Map<string, Set<string>>();
  for (const grid of grids)
    for (const form of candidatesOfOther(grid).filter(({ confidence }) => confidence >= mentionFrom))
      for (const { name } of form.indicators) {
        const sheets = index.get(plainText(name)) ?? new Set();
        index.set(plainText(name), sheets.add(grid.sheet));
      }
  indexes.set(grids, index);
  return index;
}

/** A doubtful table whose row names return in a form of another sheet belongs with it. */
function withWorkbook(form: Form, grids: readonly Grid[]): Form {
  if (form.confidence >= askBelow || form.indicators.length < 2) return form;
  const names = namesOf(grids);
  const returns = (name: string): boolean => [...(names.get(name) ?? [])].some((sheet) => sheet !== form.sheet);
  const shared = sharedNames(form, returns);
  if (!shared) return form;
  const evidence = [...without(form.evidence, 'list-of-people'), shared];
  return { ...form, evidence, confidence: confidenceOf(evidence) };
}

/**
 * Finds the review forms of a sheet, from top to bottom and left to right. Forms with a confidence below `askBelow` are
 * questions to the user; what looks less like a form still is left out. A user's corrections decide over all evidence.
 */
export function findForms(grid: Grid, context: FormContext = {}): Form[] {
  const corrections = correctionsFor(context.corrections, grid.sheet);
  if (corrections.notAForm === true) return [];
  const isPlain = corrections.columnRoles === undefined && corrections.headerRows === undefined;
  const candidates = isPlain ? candidatesOfOther(grid) : candidatesOn(grid, corrections);
  return candidates
    .filter((form) => !isRejected(corrections, form.range))
    .map((form) => withWorkbook(form, context.grids ?? []))
    .map((form) => (isAccepted(corrections, form.range) ? { ...form, confidence: 1 } : form))
    .filter((form) => form.confidence >= mentionFrom)
    .sort((a, b) => a.range.top - b.range.top || a.range.left - b.range.left);
}
