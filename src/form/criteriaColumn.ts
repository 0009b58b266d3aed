/** A column of criteria under a header that no vocabulary knows (`怎么算`, `How you score`), told by its texts. */
import { bandsOf, readCriteria } from '../rubric';
import { memoByText } from './memo';
import { isText } from './sheet';
import type { Table } from './table';
import type { ColumnRole } from './types';

/** Rows that are read to find out. */
const SAMPLE = 12;

/** Numbers, marks or tiers must be in a text that gives points. */
const mayRule = /\d[\s\S]*(?:分|得|扣|加|优|良|合格|级|≥|≤|:|：|points?|pts|marks?|deduct|each|per)/iu;

/** Whether a text says what earns or loses points: several bands with a tier or points each, or so much for each step. */
const givesPoints: (text: string) => boolean = memoByText((text) => {
  if (text.length < 6 || !mayRule.test(text)) return false;
  const reading = readCriteria(text);
  const bands = bandsOf(reading).filter(({ tier, points, range }) => tier !== null || points !== null || range !== null);
  return bands.length > 1 || reading.rules.some(({ kind }) => kind === 'step');
});

const sharesEnough = (texts: readonly string[]): boolean => {
  const ruling = texts.filter(givesPoints).length;
  return ruling >= 2 && ruling >= texts.length * 0.6;
};

/** Roles whose columns may as well hold the rules: people write them under any heading for remarks. */
const free: ReadonlySet<ColumnRole> = new Set(['remark', 'source', 'period']);

/**
 * Gives the role of the criteria to the first column of texts most of which give points, where no header claims it.
 *
 * @param entered columns in which people enter or results stand: what is typed there is no rule
 */
export function fillCriteria(table: Table, byRole: Map<ColumnRole, number>, entered: ReadonlySet<number>, rows: readonly number[]): void {
  if (byRole.has('criteria') || byRole.has('method') || !byRole.has('indicator')) return;
  const roleAt = new Map([...byRole].map(([role, column]) => [column, role]));
  const levels = new Set(table.header.levels.map(({ cell }) => cell.column));
  for (let column = table.left; column <= table.right; column++) {
    const role = roleAt.get(column);
    if ((role !== undefined && !free.has(role)) || entered.has(column) || levels.has(column)) continue;
    const texts = rows.slice(0, SAMPLE).flatMap((row) => {
      const cell = table.sheet.cell(row, column);
      return isText(cell) && cell.row === row && cell.column === column ? [cell.text] : [];
    });
    if (!sharesEnough(texts)) continue;
    if (role !== undefined) byRole.delete(role);
    byRole.set('criteria', column);
    return;
  }
}
