/** Events that set the final score to 0, each with a yes or no in the last column. */
import type { Template } from '../types';
import { word } from '../words';
import { openCell, putArea, takeEntry, textCell, type Draft } from './draft';

/** First and last row of the answers of a block that begins at `from`; null without events. */
export const vetoRows = ({ vetoes }: Template, from: number): readonly [number, number] | null =>
  vetoes.length > 0 ? [from + 1, from + vetoes.length] : null;

/** Writes the block; returns the next free row. */
export function writeVetoes(draft: Draft, template: Template, from: number, widths: readonly number[]): number {
  const { vetoes, language } = template;
  const last = widths.length;
  const items = [word(language, 'label.vetoYes'), word(language, 'label.vetoNo')];
  const first = template.sections.reduce((sum, { indicators }) => sum + indicators.length, template.extras.length);
  draft.blocks.push({ row: from, firm: true });
  putArea(draft, { top: from, left: 1, bottom: from, right: last }, textCell(word(language, 'label.veto')), 'block-heading');
  draft.heights.set(from, 21);
  vetoes.forEach(({ name, criteria }, at) => {
    const row = from + 1 + at;
    const text = `${name}${language === 'en' ? ': ' : '：'}${criteria}`;
    putArea(draft, { top: row, left: 1, bottom: row, right: last - 1 }, textCell(text), 'text');
    putArea(draft, { top: row, left: last, bottom: row, right: last }, openCell(), 'entry');
    const rule = { rule: { kind: 'list', items } as const, title: name, prompt: word(language, 'prompt.veto') };
    takeEntry(draft, { row, column: last, indicator: first + at, use: 'veto', rater: null, rule: rule.rule, entry: 'veto' }, rule);
    draft.heights.set(row, 22);
  });
  return from + 1 + vetoes.length;
}
