/** Forms whose indicators run across: names in one row, points, criteria and scores in the rows below it. */
import Decimal from 'decimal.js';
import { judgePattern, raterOfHeader } from '../headerVocabulary';
import { isTierName } from '../levelWords';
import { printedFormulas, shareName, sharesIn } from '../notes';
import { cellNumber, isText, placeOf, type Sheet, type SheetCell } from '../sheet';
import { totalLabel } from '../totalWords';
import type { CellText, EntryCell, Evidence, Indicator, Rater, Section, TotalCell } from '../types';
import { bareName, pointsInName, shareInName, weightText } from '../weights';

type RowRole = 'marks' | 'weight' | 'criteria' | 'entry' | 'names' | 'total' | 'grade';

const rowWords: readonly { readonly role: RowRole; readonly pattern: RegExp }[] = [
  {
    role: 'marks',
    pattern:
      /^(?:满分|分值|配分|标准分|最高分|满分值|应得分|max(?:imum)?(?: score| points| marks)?|points?(?: possible)?|full marks|out of)$/,
  },
  { role: 'weight', pattern: /^(?:权重|比重|占比|weight(?:ing)?|weightage)\(?%?\)?$/ },
  {
    role: 'criteria',
    pattern:
      /^(?:观察|考察|评分|评价|考核|测评)?(?:要点|标准|评分标准|细则|说明|描述|依据)$|^(?:description|criteria|what to look for|guidelines)$/,
  },
  {
    role: 'names',
    pattern: /^(?:面试|考核|评分|评价|测评|评审)(?:要素|项目|指标|内容|维度)$|^(?:criteri(?:a|on)|indicators?|items?|competenc(?:y|ies))$/,
  },
  {
    role: 'entry',
    pattern:
      /^(?:要素|考核|实际|单项|评委|本人|各项)?(?:得分|评分|打分|分数|实得分|分)$|^(?:score|mark|rating|points (?:earned|awarded)|your score)$/,
  },
];

interface LabelledRow {
  readonly row: number;
  readonly role: RowRole;
  readonly label: SheetCell;
  readonly rater: Rater;
}

/** The role of a row by its first cell: a known word, a rater, or a total. */
function labelledRow(label: SheetCell): LabelledRow | null {
  const plain = label.plain.replace(/[:：]$/, '');
  const total = totalLabel(plain);
  const rater = raterOfHeader(plain);
  if (total?.role === 'grade') return { row: label.row, role: 'grade', label, rater: 'single' };
  if (rater !== null) return { row: label.row, role: 'entry', label, rater };
  const found = rowWords.find((entry) => entry.pattern.test(plain));
  if (found) return { row: label.row, role: found.role, label, rater: 'single' };
  return total ? { row: label.row, role: 'total', label, rater: 'single' } : null;
}

interface Block {
  readonly names: readonly SheetCell[];
  readonly namesRow: number;
  readonly labelColumn: number;
  readonly rows: readonly LabelledRow[];
}

const isName = (cell: SheetCell): boolean => isText(cell) && [...cell.text].length <= 40 && weightText(cell) === null;

/** `Rater | Quality | Delivery | Price`: a word for raters over their rows, beside names of what they rate. */
function headsNames(sheet: Sheet, row: number, label: SheetCell): boolean {
  const others = sheet.cellsIn(row).filter((cell) => cell !== label);
  return judgePattern.test(label.plain) && others.length >= 2 && others.every((cell) => isName(cell) && !isTierName(cell.plain));
}

/** Runs of labelled rows in one column, at most one unlabelled row between them. */
function runsOf(sheet: Sheet, free: (row: number) => boolean): readonly (readonly LabelledRow[])[] {
  const runs: LabelledRow[][] = [];
  let last: LabelledRow | null = null;
  for (const row of sheet.rows.filter(free)) {
    const first = sheet.cellsIn(row)[0];
    const found = isText(first) && !headsNames(sheet, row, first) ? labelledRow(first) : null;
    if (!found) continue;
    const follows = last !== null && row - last.row <= 3 && found.label.column === last.label.column;
    if (follows) runs[runs.length - 1]?.push(found);
    else runs.push([found]);
    last = found;
  }
  return runs;
}

/** The lowest row of short texts above the first row of points, criteria or scores. */
function namesAbove(
  sheet: Sheet,
  run: readonly LabelledRow[],
  free: (row: number) => boolean,
): { cells: readonly SheetCell[]; row: number } | null {
  const body = run.filter((entry) => entry.role !== 'names' && entry.role !== 'total');
  const [first] = body;
  if (!first) return null;
  for (let row = first.row - 1; row >= Math.max(1, first.row - 5) && free(row); row--) {
    const cells = sheet.cellsIn(row).filter((cell) => cell.column > first.label.area.right && isName(cell));
    if (cells.length >= 3) return { cells, row };
  }
  return null;
}

/** A run with names above it, and either points and scores or two rows of scores. */
function blockOf(sheet: Sheet, run: readonly LabelledRow[], free: (row: number) => boolean): Block | null {
  const count = (role: RowRole): number => run.filter((entry) => entry.role === role).length;
  if (count('entry') === 0 || count('entry') + count('marks') + count('weight') < 2) return null;
  const names = namesAbove(sheet, run, free);
  const label = run[0]?.label;
  return names && label ? { names: names.cells, namesRow: names.row, labelColumn: label.column, rows: run } : null;
}

/** Names with their points or shares in brackets, and below them rows of numbers, one for each person judged. */
function peopleBlocks(sheet: Sheet, free: (row: number) => boolean): readonly Block[] {
  const rows = sheet.rows.filter(free);
  return rows.flatMap((row, at) => {
    const cells = sheet.cellsIn(row).filter(isText);
    const pointed = cells.filter(
      (cell) => weightText(cell) === null && (pointsInName(cell.plain) !== null || shareInName(cell.plain) !== null),
    );
    const first = pointed[0];
    if (!first || pointed.length < 3) return [];
    const people = peopleBelow(sheet, rows.slice(at + 1), row, first);
    const names = cells.filter((cell) => cell.column >= first.column);
    return people.length >= 1 ? [{ names, namesRow: row, labelColumn: people[0]!.label.column, rows: people }] : [];
  });
}

/** Rows right below that begin with a short text, each one an entry row of the person that it names. */
function peopleBelow(sheet: Sheet, rows: readonly number[], top: number, first: SheetCell): readonly LabelledRow[] {
  const people: LabelledRow[] = [];
  for (const row of rows) {
    const label = sheet.cellsIn(row).find((cell) => isText(cell) && cell.column < first.column);
    const adjoins = row === (people[people.length - 1]?.row ?? top) + 1;
    if (!label || !adjoins || !isName(label) || totalLabel(label.plain)) break;
    people.push({ row, role: 'entry', label, rater: raterOfHeader(label.plain) ?? label.text });
  }
  return people;
}

const rowOf = (block: Block, role: RowRole): LabelledRow | undefined => block.rows.find((entry) => entry.role === role);

function marksAt(sheet: Sheet, block: Block, name: SheetCell): { value: Decimal | null; row: number | null } {
  const marks = rowOf(block, 'marks');
  const weight = marks ? weightText(sheet.cell(marks.row, name.column)) : null;
  return weight?.value ? { value: weight.value, row: marks?.row ?? null } : { value: pointsInName(name.plain), row: null };
}

function weightAt(sheet: Sheet, block: Block, name: SheetCell, shares: ReadonlyMap<string, Decimal>): Decimal | null {
  const row = rowOf(block, 'weight');
  const weight = row ? weightText(sheet.cell(row.row, name.column)) : null;
  if (weight?.value) return weight.kind === 'percent' || weight.value.lte(1) ? weight.value : weight.value.div(100);
  return shareInName(name.plain) ?? shares.get(shareName(name.plain)) ?? null;
}

function entriesAt(sheet: Sheet, block: Block, name: SheetCell): EntryCell[] {
  return block.rows
    .filter((entry) => entry.role === 'entry' && sheet.area(entry.row, name.column).left === name.column)
    .map((entry) => ({ row: entry.row, column: name.column, rater: entry.rater, role: 'score' }));
}

const textAt = (sheet: Sheet, row: LabelledRow | undefined, column: number): CellText | null => {
  const cell = row ? sheet.cell(row.row, column) : undefined;
  return isText(cell) ? { ...placeOf(cell), text: cell.text } : null;
};

function indicatorAt(sheet: Sheet, block: Block, name: SheetCell, shares: ReadonlyMap<string, Decimal>): Indicator {
  const entries = entriesAt(sheet, block, name);
  const marks = marksAt(sheet, block, name);
  const rows = block.rows.filter((entry) => entry.role === 'entry').map((entry) => entry.row);
  return {
    name: bareName(name.text),
    cell: placeOf(name),
    rows: [Math.min(...rows), Math.max(...rows)],
    column: name.column,
    section: null,
    weight: weightAt(sheet, block, name, shares),
    weightCell: null,
    importance: null,
    fullMarks: marks.value,
    fullMarksCell: marks.row === null ? null : { row: marks.row, column: name.column },
    target: null,
    criteria: textAt(sheet, rowOf(block, 'criteria'), name.column),
    levelTexts: [],
    entries,
    subIndicators: [],
    kind: 'normal',
  };
}

/** Totals at the end of each row of scores, and those with a label of their own below. */
function totalsOf(
  sheet: Sheet,
  block: Block,
  ends: readonly SheetCell[],
  indicators: readonly number[],
  printed: CellText | null,
): TotalCell[] {
  const across = block.rows
    .filter((entry) => entry.role === 'entry')
    .flatMap((entry) =>
      ends.map((end): TotalCell => ({
        row: entry.row,
        column: end.column,
        label: `${end.text} ${entry.label.text}`.replace(/\s+/g, ' '),
        labelCell: placeOf(end),
        role: 'final',
        rater: entry.rater === 'single' ? null : entry.rater,
        indicators,
        printedFormula: printed,
        section: null,
      })),
    );
  const below = block.rows
    .filter((entry) => (entry.role === 'total' || entry.role === 'grade') && entry.row > block.namesRow)
    .map((entry): TotalCell => {
      const inside = /[(（]\s*[)）]\s*$|[:：]\s*$/.test(entry.label.text);
      const right = entry.label.area.right + 1;
      return {
        row: entry.row,
        column: inside ? entry.label.column : resultColumn(sheet, entry.row, right, ends),
        label: entry.label.text.replace(/\s*[(（]\s*[)）]\s*$|[:：]\s*$/, '').trim(),
        labelCell: placeOf(entry.label),
        role: entry.role === 'grade' ? 'grade' : 'final',
        rater: null,
        indicators,
        printedFormula: entry.role === 'grade' ? null : printed,
        section: null,
      };
    });
  return [...across, ...below];
}

/** Where a row's one result stands: right of its label where something is or the cells are merged, else in the column of totals. */
function resultColumn(sheet: Sheet, row: number, right: number, ends: readonly SheetCell[]): number {
  const area = sheet.area(row, right);
  const [end] = ends;
  return end && area.left === area.right && sheet.cell(row, right) === undefined ? end.column : area.left;
}

export interface TransposedForm {
  readonly headerRow: number;
  readonly labelColumn: number;
  readonly resultColumn: number | null;
  readonly lastRow: number;
  readonly lastColumn: number;
  readonly sections: readonly Section[];
  readonly indicators: readonly Indicator[];
  readonly totals: readonly TotalCell[];
  readonly evidence: readonly Evidence[];
}

const proof = (code: string, weight: number, details: Readonly<Record<string, string>> = {}): Evidence => ({ code, weight, details });

function evidenceOf(block: Block, indicators: readonly Indicator[], hasTotal: boolean): Evidence[] {
  const sum = (values: readonly (Decimal | null)[]): Decimal =>
    values.reduce<Decimal>((total, value) => total.plus(value ?? 0), new Decimal(0));
  const marks = sum(indicators.map((indicator) => indicator.fullMarks));
  const weights = sum(indicators.map((indicator) => indicator.weight));
  const raters = new Set(block.rows.filter((entry) => entry.role === 'entry').map((entry) => entry.rater)).size;
  return [
    proof('score-rows', 0.2 + Math.min(0.2, raters * 0.1), { count: String(raters) }),
    ...(block.rows.some((entry) => ['marks', 'weight', 'names', 'criteria'].includes(entry.role)) ? [proof('header-words', 0.15)] : []),
    ...(marks.eq(100) || marks.eq(10) ? [proof('points-add-up', 0.25, { sum: marks.toString() })] : []),
    ...(weights.gt(0.5) && weights.lte(1.01) ? [proof('weights', 0.2, { sum: weights.toString() })] : []),
    ...(hasTotal ? [proof('totals', 0.12)] : []),
  ];
}

/** Values under the names must be numbers or blanks for their rows to be scores. */
function holdsScores(sheet: Sheet, block: Block): boolean {
  const cells = block.rows
    .filter((entry) => entry.role === 'entry')
    .flatMap((entry) => block.names.flatMap((name) => sheet.cell(entry.row, name.column) ?? []));
  return (
    cells.filter((cell) => cellNumber(cell) !== null || weightText(cell) !== null || cell.text.length <= 6).length >= cells.length * 0.7
  );
}

/**
 * Transposed forms on the rows of a sheet for which `free` holds. `notes` are texts on the sheet that may state shares
 * (`总分=(部门职责30%+部门计划30%)×重关指标值`).
 */
export function transposedForms(sheet: Sheet, free: (row: number) => boolean, notes: readonly CellText[]): readonly TransposedForm[] {
  const formulas = notes.flatMap((note) => printedFormulas(note.text).map((formula) => ({ note, formula })));
  const shares = new Map(formulas.flatMap(({ formula }) => [...sharesIn(formula.right)]));
  const labelled = runsOf(sheet, free).flatMap((run) => blockOf(sheet, run, free) ?? []);
  const taken = new Set(labelled.map((block) => block.namesRow));
  const blocks = [...labelled, ...peopleBlocks(sheet, free).filter((block) => !taken.has(block.namesRow))];
  return blocks.flatMap((block) => {
    if (!holdsScores(sheet, block)) return [];
    const ends = block.names.filter((name) => totalLabel(name.plain) !== null);
    const names = block.names.filter((name) => !ends.includes(name));
    const indicators = names.map((name) => indicatorAt(sheet, block, name, shares)).filter((indicator) => indicator.entries.length > 0);
    if (indicators.length < 2) return [];
    const printed = formulas.find(({ formula }) => formula.left !== null && totalLabel(formula.left) !== null)?.note ?? null;
    const totals = totalsOf(
      sheet,
      block,
      ends,
      indicators.map((_, index) => index),
      printed,
    );
    return [
      {
        headerRow: block.namesRow,
        labelColumn: block.labelColumn,
        resultColumn: ends[0]?.column ?? null,
        lastRow: Math.max(...block.rows.map((entry) => entry.row)),
        lastColumn: Math.max(...block.names.map((name) => name.area.right)),
        sections: [],
        indicators,
        totals,
        evidence: evidenceOf(block, indicators, totals.length > 0),
      },
    ];
  });
}
