/** Conditional formats that show what is wrong, in native formulas: entries that break their rule, and blanks among entries. */
import { cellAddress, columnLetter } from '../../form/address';
import type { Area } from '../../form/grid';
import type { PlanConditional, PlanEntry, PlanRule } from '../sheetPlan';
import { quoted } from './scoreFormulas';

/** What is true of a filled cell that breaks its rule; null where anything may stand. */
function broken(cell: string, rule: PlanRule | null): string | null {
  switch (rule?.kind) {
    case 'decimal':
      return `NOT(AND(ISNUMBER(${cell}),N(${cell})>=${rule.least},N(${cell})<=${rule.most}))`;
    case 'whole':
      return `NOT(AND(ISNUMBER(${cell}),N(${cell})>=${rule.least},N(${cell})<=${rule.most},MOD(N(${cell}),1)=0))`;
    case 'list':
      return `AND(${rule.items.map((item) => `${cell}&""<>${quoted(item)}`).join(',')})`;
    case 'date':
      return `NOT(ISNUMBER(${cell}))`;
    default:
      return null;
  }
}

/** Entries of one column with the same rule, as runs of rows. */
function groups(entries: readonly PlanEntry[]): readonly { readonly area: Area; readonly rule: PlanRule | null }[] {
  const found: { area: { top: number; left: number; bottom: number; right: number }; rule: PlanRule | null }[] = [];
  for (const entry of [...entries].sort((a, b) => a.column - b.column || a.row - b.row)) {
    const last = found.at(-1);
    const follows = last && last.area.left === entry.column && last.area.bottom === entry.row - 1;
    if (follows && JSON.stringify(last.rule) === JSON.stringify(entry.rule)) last.area.bottom = entry.row;
    else found.push({ area: { top: entry.row, left: entry.column, bottom: entry.row, right: entry.column }, rule: entry.rule });
  }
  return found;
}

const problemOf = ({ area, rule }: { area: Area; rule: PlanRule | null }): readonly PlanConditional[] => {
  const cell = cellAddress(area.top, area.left);
  const formula = broken(cell, rule);
  return formula === null ? [] : [{ area, formula: `=AND(${cell}<>"",${formula})`, look: 'problem' }];
};

/** Blank scores in a column that has been begun. */
function missingIn(entries: readonly PlanEntry[]): readonly PlanConditional[] {
  const needed = entries.filter(({ use, entry }) => use === 'score' && entry !== 'extra');
  return groups(needed.map((entry) => ({ ...entry, rule: null }))).map(({ area }): PlanConditional => {
    const rows = needed.filter(({ column }) => column === area.left).map(({ row }) => row);
    const letter = columnLetter(area.left);
    const all = `$${letter}$${Math.min(...rows)}:$${letter}$${Math.max(...rows)}`;
    const own = entries.filter(({ column }) => column === area.left).length > 1;
    return { area, formula: `=AND(${cellAddress(area.top, area.left)}="",${own ? `COUNT(${all})>0` : 'FALSE'})`, look: 'missing' };
  });
}

/** All conditional formats of a sheet's entries. */
export const problemRules = (entries: readonly PlanEntry[]): readonly PlanConditional[] => [
  ...groups(entries).flatMap(problemOf),
  ...missingIn(entries),
];
