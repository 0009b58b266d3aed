/** Header rows: rows whose words name what is judged and how it is scored. One or two rows deep, anywhere on the sheet. */
import type Decimal from 'decimal.js';
import type { Header, HeaderCell, HeaderLevel } from './header';
import { headerWords, panelPattern } from './headerVocabulary';
import type { SaidHeader } from './corrections';
import { levelName } from './levelWords';
import { measureRoles, roleSet, scoreRoles } from './roleSets';
import { headsScale } from './stretches';
import { headsWords } from './wordScales';
import { isText, type Sheet, type SheetCell } from './sheet';
import type { ColumnRole } from './types';

const judged: ReadonlySet<ColumnRole> = new Set(['indicator', 'dimension', 'criteria']);
const scoring = roleSet(measureRoles, scoreRoles, 'deduction', 'numerator', 'count', 'actual', 'effectiveness', 'bonus');
const ordinary: ReadonlySet<ColumnRole> = new Set(['seq', 'remark', 'unit', 'source', 'cycle', 'period']);

const headerCell = (cell: SheetCell, above: string | null): HeaderCell => ({
  row: cell.row,
  column: cell.column,
  left: cell.area.left,
  right: cell.area.right,
  text: cell.text,
  plain: cell.plain,
  above,
  words: headerWords(cell.plain),
});

/** Points of a run of numbers must rise or fall all the way to be levels. */
function isMonotone(points: readonly (Decimal | null)[]): boolean {
  const known = points.filter((value): value is Decimal => value !== null);
  if (known.length < points.length) return points.length === 0 || known.length === 0;
  const steps = known.slice(1).map((value, index) => value.cmp(known[index] ?? value));
  return steps.every((step) => step > 0) || steps.every((step) => step < 0);
}

/** Runs of neighbouring header cells that name levels: two tier words, or three letters or numbers in order. */
function levelRun(cells: readonly HeaderCell[]): readonly HeaderLevel[] {
  let best: readonly HeaderLevel[] = [];
  let run: HeaderLevel[] = [];
  const close = (): void => {
    const strong = run.filter((level) => level.name.kind === 'strong').length;
    const enough = strong >= 2 || (run.length >= 3 && (strong > 0 || isMonotone(run.map((level) => level.name.points))));
    if (enough && run.length > best.length) best = run;
    run = [];
  };
  for (const cell of cells) {
    const name = levelName(cell.plain);
    const last = run[run.length - 1];
    // An empty column only sets two levels apart.
    const spaced = name?.kind === 'strong' && last?.name.kind === 'strong' ? 2 : 1;
    if (last && (!name || cell.left > last.cell.right + spaced)) close();
    if (name) run.push({ cell, name });
  }
  close();
  return best;
}

function makeHeader(top: number, bottom: number, cells: readonly HeaderCell[]): Header {
  const sorted = [...cells].sort((a, b) => a.column - b.column);
  const left = Math.min(...sorted.map((cell) => cell.left));
  const right = Math.max(...sorted.map((cell) => cell.right));
  return { top, bottom, left, right, cells: sorted, levels: levelRun(sorted) };
}

/** Preferred meaning of a header cell, null where it has none. */
export const firstRole = (cell: HeaderCell): ColumnRole | null => cell.words[0]?.role ?? null;

const isLabelLike = (cell: HeaderCell): boolean => /[:：]\s*\S{0,30}$/.test(cell.text) && !/[:：]\s*$/.test(cell.text);

/** Whether the words of a row make it a header: something judged, something to score it by, and mostly header words. */
export function isHeader(header: Header): boolean {
  const levels = new Set(header.levels.map((level) => level.cell));
  const others = header.cells.filter((cell) => !levels.has(cell));
  const known = others.filter((cell) => cell.words.length > 0 && !isLabelLike(cell));
  const roles = new Set(known.flatMap((cell) => (cell.words[0] ? [cell.words[0].role] : [])));
  const anyRole = (set: ReadonlySet<ColumnRole>): boolean => known.some((cell) => cell.words.some((entry) => set.has(entry.role)));
  const scores = anyRole(scoring) || [...roles].some((role) => /^(?:month|quarter)/.test(role)) || levels.size >= 2;
  if (!scores || roles.size + (levels.size >= 2 ? 1 : 0) < 2) return false;
  if (!anyRole(judged))
    return others.length - known.length <= 2 && [...roles].filter((role) => scoring.has(role)).length >= 2 && known[0] !== others[0];
  const share = (known.length + levels.size) / header.cells.length;
  const strong = (set: ReadonlySet<ColumnRole>): boolean =>
    known.some((cell) => cell.words.some((entry) => entry.strength >= 2 && set.has(entry.role)));
  if (share >= 0.25 && strong(judged) && strong(scoring)) return true;
  return share > 0.5 || (share >= 0.3 && [...roles].filter((role) => !ordinary.has(role)).length >= 3);
}

const coversColumn = (cell: HeaderCell, column: number): boolean => column >= cell.left && column <= cell.right;

const naming: ReadonlySet<ColumnRole> = new Set(['indicator', 'dimension']);

/** A name under a heading of names (`客户投诉次数` under `考核指标`), a number under the only column of a heading: what a form holds, no second header. */
function isFilledIn(cell: SheetCell, upper: readonly HeaderCell[]): boolean {
  const over = upper.find((above) => coversColumn(above, cell.column));
  if (!over) return false;
  if (typeof cell.value === 'number') return over.right === over.left;
  const role = over.words[0]?.role;
  return (
    role !== undefined &&
    naming.has(role) &&
    !headerWords(cell.plain).some((entry) => naming.has(entry.role) || entry.role === 'criteria' || entry.role === 'seq')
  );
}

function isSubHeaderRow(upper: readonly HeaderCell[], lower: readonly SheetCell[], sheet: Sheet): boolean {
  if (lower.length < 2 || !lower.every((cell) => headerWords(cell.plain).length > 0 || levelName(cell.plain) !== null)) return false;
  const free = (cell: SheetCell): boolean => {
    const over = upper.find((above) => coversColumn(above, cell.column));
    return (
      over === undefined ||
      over.right > over.left ||
      lower.some((next) => next.column === over.right + 1 && !upper.some((above) => coversColumn(above, next.column)))
    );
  };
  if (lower.some((cell) => isFilledIn(cell, upper))) return false;
  const below = new Set(lower.map((cell) => cell.column));
  const standing = upper.filter((cell) => !below.has(cell.column) && sheet.area(cell.row, cell.column).bottom <= lower[0]!.row);
  return lower.every(free) && standing.length > 0;
}

/** Two rows read as one: cells of the lower row take the place of those above them. */
function twoRowHeader(row: number, below: number, upper: readonly HeaderCell[], lower: readonly SheetCell[]): Header {
  const above = (column: number): string | null =>
    [...upper]
      .reverse()
      .find((cell) => cell.left <= column && (cell.right >= column || !upper.some((next) => next.left > cell.right && next.left <= column)))
      ?.plain ?? null;
  const covered = new Set(lower.map((cell) => cell.column));
  const standing = upper.filter((cell) => !covered.has(cell.column) && !lower.some((sub) => coversColumn(cell, sub.column)));
  return makeHeader(row, below, [...standing, ...lower.map((cell) => headerCell(cell, above(cell.column)))]);
}

const numericCell = (cell: SheetCell): boolean => typeof cell.value === 'number';

/** Header row of one row, or of two where the next row divides its cells; null where it is none. */
function headerAt(sheet: Sheet, row: number, next: number | undefined): Header | null {
  const line = sheet.cellsIn(row);
  if (line.length < 2) return null;
  const cells = line.map((cell) => headerCell(cell, null));
  const alone = makeHeader(row, row, cells);
  const numbers = line.filter(numericCell).length - alone.levels.filter((level) => level.name.kind === 'weak').length;
  if (numbers > 0 && numbers >= line.filter(isText).length / 2) return null;
  const lower = next === row + 1 ? sheet.cellsIn(next) : [];
  if (next !== undefined && isSubHeaderRow(cells, lower, sheet)) {
    const double = twoRowHeader(row, next, cells, lower);
    if (
      isHeader(double) &&
      !isHeader(
        makeHeader(
          next,
          next,
          lower.map((cell) => headerCell(cell, null)),
        ),
      )
    )
      return double;
  }
  return isHeader(alone) ? alone : null;
}

/** Parts of a header row with whole empty columns between them; each part that is a header by itself stands alone. */
function partsOf(sheet: Sheet, header: Header): readonly Header[] {
  const groups: HeaderCell[][] = [];
  for (const cell of header.cells) {
    const group = groups[groups.length - 1];
    const last = group?.[group.length - 1];
    if (group && last && cell.left <= last.right + 1) group.push(cell);
    else groups.push([cell]);
  }
  const parts = groups.map((group) => makeHeader(header.top, header.bottom, group)).filter(isHeader);
  const [only] = parts;
  if (only && parts.length === 1 && groups.length > 1 && standsApart(sheet, header, only)) return [only];
  return parts.length >= 2 && parts.every((part) => standsAlone(part, parts)) ? parts : [header];
}

const names: ReadonlySet<ColumnRole> = new Set(['indicator', 'dimension']);
const entered = roleSet(
  scoreRoles.filter((role) => role !== 'weighted'),
  'deduction',
  'actual',
  'count',
  'numerator',
);

/** A part of a row with names and scores of its own, or with the very headings of another part; else an empty column only spaces one table out. */
function standsAlone(part: Header, parts: readonly Header[]): boolean {
  const roles = part.cells.flatMap((cell) => firstRole(cell) ?? []);
  const named = roles.some((role) => names.has(role)) || part.cells[0]?.words.length === 0;
  const scored = part.levels.length >= 2 || roles.some((role) => entered.has(role) || /^(?:month|quarter)/.test(role));
  const texts = (one: Header): string => one.cells.map((cell) => cell.plain).join('|');
  return (named && scored) || parts.some((other) => other !== part && texts(other) === texts(part));
}

/** Rows below a header in which a column must be empty to set something apart. */
const APART = 12;

/** Whether columns empty from top to bottom part one header from what stands beside it (a scale, a list of names). */
function standsApart(sheet: Sheet, whole: Header, part: Header): boolean {
  const rows = sheet.rows.filter((row) => row >= whole.top && row <= whole.bottom + APART);
  const empty = (column: number): boolean => rows.every((row) => sheet.cell(row, column) === undefined);
  const strangers = whole.cells.filter((cell) => !part.cells.includes(cell));
  const left = part.left - 1;
  const right = part.right + 1;
  const foreign = (cell: HeaderCell): boolean =>
    cell.words.length === 0 ||
    headsScale(sheet, { row: whole.bottom, column: cell.column }) ||
    headsWords(sheet, { row: whole.bottom, column: cell.column });
  return strangers.every((cell) => foreign(cell) && (cell.left > part.right ? empty(right) : empty(left)));
}

/** A super-header: words above a full header that span several of its columns (`自评` over `等级 | 得分`). */
function withSuperHeader(sheet: Sheet, header: Header, isTaken: (row: number) => boolean): Header {
  const above = header.top - 1;
  if (header.top !== header.bottom || isTaken(above)) return header;
  const line = sheet
    .cellsIn(above)
    .filter(
      (cell) =>
        cell.area.right > cell.area.left &&
        cell.area.left >= header.left &&
        cell.area.right <= header.right &&
        cell.area.right - cell.area.left < header.right - header.left,
    );
  const panel = line.some((cell) => panelPattern.test(cell.plain));
  if (line.length === 0 || (sheet.cellsIn(above).length < 2 && !panel)) return header;
  const over = (cell: HeaderCell): string | null =>
    line.find((group) => cell.column >= group.area.left && cell.column <= group.area.right)?.plain ?? null;
  return { ...header, cells: header.cells.map((cell) => ({ ...cell, above: over(cell) })) };
}

/** The header that a user named, of the columns of its table. */
function namedHeader(sheet: Sheet, { area, row }: SaidHeader): Header | null {
  const own = (at: number): readonly SheetCell[] => sheet.cellsIn(at).filter(({ column }) => column >= area.left && column <= area.right);
  const cells = own(row).map((cell) => headerCell(cell, null));
  if (cells.length === 0) return null;
  const lower = own(row + 1);
  return isSubHeaderRow(cells, lower, sheet) ? twoRowHeader(row, row + 1, cells, lower) : makeHeader(row, row, cells);
}

/** Whether a header says again what another one says. */
function repeats(header: Header, named: Header): boolean {
  const texts = new Set(named.cells.map(({ plain }) => plain));
  return header.cells.filter(({ plain }) => texts.has(plain)).length > header.cells.length / 2;
}

/** Where a user named the header of a table, no other row of the table is one but those that repeat it below. */
function withNamed(sheet: Sheet, found: readonly Header[], said: readonly SaidHeader[]): readonly Header[] {
  return said.reduce((headers, one) => {
    const named = namedHeader(sheet, one);
    if (!named) return headers;
    const { area } = one;
    const isOther = ({ top, bottom, left, right }: Header): boolean =>
      left > area.right || right < area.left || top > area.bottom || bottom < Math.min(area.top, named.top);
    const kept = headers.filter((header) => isOther(header) || (header.top > named.bottom && repeats(header, named)));
    return [...kept, named].sort((a, b) => a.top - b.top || a.left - b.left);
  }, found);
}

/**
 * All header rows of a sheet, from top to bottom; those beside one another as separate headers.
 * @param said what users named as headers of tables: it decides over the words of all rows.
 */
export function findHeaders(sheet: Sheet, said: readonly SaidHeader[] = []): readonly Header[] {
  const found: Header[] = [];
  const taken = new Set<number>();
  sheet.rows.forEach((row, index) => {
    if (taken.has(row)) return;
    const header = headerAt(sheet, row, sheet.rows[index + 1]);
    if (!header) return;
    for (let at = header.top; at <= header.bottom; at++) taken.add(at);
    found.push(
      ...partsOf(
        sheet,
        withSuperHeader(sheet, header, (above) => taken.has(above)),
      ),
    );
  });
  return withNamed(sheet, found, said);
}
