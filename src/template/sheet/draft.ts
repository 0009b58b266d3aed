/** A sheet in the making: cells, merges and rules are gathered here, then handed out as a SheetPlan. */
import type { Area } from '../../form/grid';
import type { Place } from '../../form/types';
import type { PlanCell, PlanConditional, PlanEntry, PlanRule, PlanValidation, SheetPlan, StyleRole } from '../sheetPlan';

/** Rows that belong together, from one on up to the next block. */
export interface PageBlock {
  readonly row: number;
  /** Not to be split; a section may be, where much of a page would stay empty. */
  readonly firm: boolean;
}

export interface Draft {
  readonly cells: PlanCell[];
  readonly merges: Area[];
  readonly heights: Map<number, number>;
  readonly validations: PlanValidation[];
  readonly conditionals: PlanConditional[];
  readonly entries: PlanEntry[];
  /** What belongs together on a page, in order. */
  readonly blocks: PageBlock[];
}

export const newDraft = (): Draft => ({
  cells: [],
  merges: [],
  heights: new Map(),
  validations: [],
  conditionals: [],
  entries: [],
  blocks: [{ row: 1, firm: false }],
});

/** What to put into a cell: a text, a number as decimal text, a formula, or nothing. */
export interface Written {
  readonly content: PlanCell['content'];
  readonly format: string;
  readonly unlocked: boolean;
}

const blankContent = { kind: 'blank' } as const;

export const textCell = (text: string, unlocked = false): Written => ({
  content: text === '' ? blankContent : { kind: 'text', text },
  format: 'General',
  unlocked,
});
export const numberCell = (number: string, format = 'General'): Written => ({
  content: { kind: 'number', number },
  format,
  unlocked: false,
});
/** `blank`: what the formula gives while nothing is entered. */
export const formulaCell = (formula: string, format = 'General', blank = ''): Written => ({
  content: { kind: 'formula', formula, blank },
  format,
  unlocked: false,
});
export const openCell = (format = 'General'): Written => ({ content: blankContent, format, unlocked: true });
export const blankCell: Written = { content: blankContent, format: 'General', unlocked: false };

/** Writes into one cell. */
export const put = (draft: Draft, { row, column }: Place, written: Written, style: StyleRole): void =>
  void draft.cells.push({ row, column, ...written, style });

/** Writes into an area that becomes one merged cell; the covered cells get the look, so that borders close. */
export function putArea(draft: Draft, area: Area, written: Written, style: StyleRole): void {
  for (let row = area.top; row <= area.bottom; row += 1)
    for (let column = area.left; column <= area.right; column += 1)
      put(draft, { row, column }, row === area.top && column === area.left ? written : { ...blankCell, unlocked: written.unlocked }, style);
  if (area.top !== area.bottom || area.left !== area.right) draft.merges.push(area);
}

/** What an entry cell takes: its rule with the words shown beside it. */
export interface EntryRule {
  readonly rule: PlanRule | null;
  readonly title: string;
  readonly prompt: string;
}

/** Excel cuts no prompt: one that is too long makes it refuse the file (32 and 255 characters). */
const shortened = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** Notes an entry cell, with its validation and input message. */
export function takeEntry(draft: Draft, entry: PlanEntry, rule: EntryRule): void {
  draft.entries.push(entry);
  takeRule(draft, entry, rule);
}

/** Says what may be typed into a cell, with its input message. */
export function takeRule(draft: Draft, entry: Place, { rule, title, prompt }: EntryRule): void {
  const area = { top: entry.row, left: entry.column, bottom: entry.row, right: entry.column };
  if (rule)
    draft.validations.push({
      area,
      rule,
      promptTitle: shortened(title.replace(/\s+/g, ' '), 32),
      prompt: shortened(prompt, 255),
      error: shortened(prompt, 225),
    });
}

/** Cells of one place are written once: the later writing stands. */
export function finishedCells(draft: Draft): SheetPlan['cells'] {
  const byPlace = new Map(draft.cells.map((cell) => [`${cell.row}:${cell.column}`, cell]));
  return [...byPlace.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}
