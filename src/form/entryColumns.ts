/** Columns into which somebody enters, or into which a result is computed. */
import { judgePattern, panelPattern, raterOfHeader } from './headerVocabulary';
import type { Table } from './table';
import { totalLabel } from './totalWords';
import type { ColumnRole, Month, Rater } from './types';
import { type EntryColumn, repeatable, isEntryRole, type Option, type Assigned } from './columnOption';
import { bandsOf, readCriteria } from '../rubric';
import { tallRows } from './measureColumns';
import { memoByText } from './memo';
import { plainText, withoutBrackets } from './plainText';
import { cellNumber, isText } from './sheet';

/** Month columns are counted in their order (`7月 | 8月 | 9月` are month1 to month3 of the form); the header keeps their names. */
export function monthsInOrder(entries: readonly EntryColumn[]): readonly EntryColumn[] {
  let count = 0;
  return entries.map((entry) =>
    entry.role.startsWith('month') ? { ...entry, role: `month${Math.min(12, ++count) as Month}` as const } : entry,
  );
}

/** The role of a column with several: its own where it won one, else the first that several columns may play. */
function entryRole(option: Option, single: ReadonlyMap<Option, ColumnRole>): ColumnRole | undefined {
  return (
    single.get(option) ?? option.words.map((entry) => entry.role).find((role) => repeatable.has(role) || /^(?:month|quarter)/.test(role))
  );
}

export function entryColumns(options: readonly Option[], assigned: Assigned): EntryColumn[] {
  const single = new Map([...assigned].map(([role, option]) => [option, role]));
  return options.flatMap((option) => {
    const role = entryRole(option, single);
    return role && isEntryRole(role) ? [{ column: option.cell.column, header: option.cell.text, role, rater: raterFor(option, role) }] : [];
  });
}

function raterFor(option: Option, role: ColumnRole): Rater {
  const own = raterOfHeader(option.cell.plain) ?? (option.cell.above === null ? null : raterOfHeader(option.cell.above));
  if (option.cell.words.length === 0 && panelPattern.test(option.cell.above ?? '')) return option.cell.text;
  if (own !== null) return judgePattern.test(own) ? option.cell.text : own;
  return role === 'result' ? 'reviewer' : 'single';
}

const forbiddenRater =
  /[￥$€]|\b(?:price|cost|amount|date|qty|quantity|status|link|url|phone|email|required|notes?)\b|价|金额|数量|日期|电话|状态|链接|备注|\?$/i;

/** Columns without a known header that people score in: blank or numbers beside points, with totals below (`一队`, `Student A`). */
export function candidateColumns(table: Table, options: readonly Option[], rows: readonly number[], hasScore: boolean): EntryColumn[] {
  const totals = rows.filter((row) => table.sheet.cellsIn(row).some((cell) => totalLabel(cell.plain) !== null));
  return options
    .filter((option) => option.words.length === 0 && option.cell.plain !== '' && !forbiddenRater.test(option.cell.plain))
    .filter(({ content, cell }) => {
      const summed = totals.some((row) => table.sheet.cell(row, cell.column)?.formula);
      return content.filled === content.numbers && (summed || (!hasScore && content.filled === 0));
    })
    .map(({ cell }) => ({ column: cell.column, header: cell.text, rater: cell.text, role: 'score' as const }));
}

/** Headers that say score or level alike. */
const eitherHeader =
  /^(?:(?:overall |performance |kpi )?(?:rating|result|assessment)|评级|评定|评定结果|判定|判定结果|评价|评价结果|考核结果|结果)$/;

/** What a text's bands lead to: names of tiers and no points. */
const givesTiersOnly: (text: string) => boolean = memoByText((text) => {
  const bands = bandsOf(readCriteria(text));
  return bands.length > 1 && bands.every(({ tier, points, range }) => tier !== null && points === null && range === null);
});

/** `Rating` beside measured values whose criteria lead to tiers without points holds the tier, no score. */
export function settleGrade(
  table: Table,
  entries: readonly EntryColumn[],
  criteria: number | undefined,
  rows: readonly number[],
): readonly EntryColumn[] {
  const [one, ...others] = entries.filter((entry) => entry.role === 'score' || entry.role === 'result');
  if (!one || others.length > 0 || criteria === undefined || !entries.some((entry) => entry.role === 'actual')) return entries;
  const texts = rows.flatMap((row) => {
    const cell = table.sheet.cell(row, criteria);
    return isText(cell) && cell.row === row ? [cell.text] : [];
  });
  const typed = rows.some((row) => cellNumber(table.sheet.cell(row, one.column)) !== null);
  const tiers = texts.filter(givesTiersOnly).length;
  if (typed || !eitherHeader.test(withoutBrackets(plainText(one.header))) || tiers < 2 || tiers * 2 < texts.length) return entries;
  return entries.map((entry) => (entry === one ? { ...entry, role: 'grade' as const, rater: 'single' } : entry));
}

const measured = /^(?:检查|实测|测量|本期|本月)?结果$|^results?$/;

/** `Result` left of the score, beside criteria, is what was measured; what follows from scores stands right of them. */
export function settleResult(entries: readonly EntryColumn[], criteria: number | undefined): readonly EntryColumn[] {
  const score = entries.find(({ role }) => role === 'score');
  if (criteria === undefined || !score || entries.some(({ role }) => role === 'actual')) return entries;
  const isMeasured = ({ role, column, header }: EntryColumn): boolean =>
    role === 'result' && column < score.column && measured.test(plainText(header));
  return entries.map((entry) => (isMeasured(entry) ? { ...entry, role: 'actual' as const, rater: 'single' } : entry));
}

const gradeHeader = /(?:等级|等第|评级|档次)$|\b(?:grade|level|band)$/;

/** A rater's level beside the same rater's score (`自评得分 | 自评等级`) follows from it. */
export function settleRaterGrades(entries: readonly EntryColumn[]): EntryColumn[] {
  const isGrade = ({ header }: EntryColumn): boolean => gradeHeader.test(withoutBrackets(plainText(header)));
  const scored = new Set(entries.filter((entry) => entry.rater !== 'single' && !isGrade(entry)).map(({ rater }) => rater));
  return entries.map((entry) => (isGrade(entry) && scored.has(entry.rater) ? { ...entry, role: 'grade' as const } : entry));
}

/** Of two nameless score columns the one merged over its sections holds what is computed from the other. */
export function settleWeighted(table: Table, entries: readonly EntryColumn[]): readonly EntryColumn[] {
  const nameless = entries.filter((entry) => entry.role === 'score' && entry.rater === 'single');
  if (nameless.length < 2) return entries;
  const fine = nameless.some((entry) => tallRows(table, entry.column) === 0);
  return entries.map((entry) =>
    fine && nameless.includes(entry) && tallRows(table, entry.column) > 0 ? { ...entry, role: 'weighted' as const } : entry,
  );
}
