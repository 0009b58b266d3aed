/** Below the table: notes, the record of the interview, signatures. */
import type { Template } from '../types';
import { word } from '../words';
import { cuts, widthOf } from './headSlots';
import { openCell, putArea, textCell, type Draft } from './draft';
import { policyNotes } from './policyNotes';
import { textWidth } from './textSize';
import { writeVetoes } from './writeVetoes';

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);

/** ①, ② … as far as they go. */
const numberOf = (at: number): string => (at < 20 ? String.fromCodePoint(0x2460 + at) : '•');

/** All notes of a sheet in their order. */
export function noteTexts(template: Template): readonly string[] {
  const { corrections, language } = template;
  const texts = corrections.join(word(language, 'separator'));
  return [...policyNotes(template), ...template.notes, ...(corrections.length > 0 ? [word(language, 'note.corrections', { texts })] : [])];
}

/** Notes from a row on, numbered; returns the next free row. */
function writeNotes(draft: Draft, template: Template, widths: readonly number[], from: number): number {
  const last = widths.length;
  const { language } = template;
  const notes = noteTexts(template);
  const heading = word(language, 'label.notes');
  notes.forEach((note, at) => {
    const text = `${at === 0 ? `${heading}${language === 'en' ? ': ' : '：'}` : ''}${numberOf(at)} ${note}`;
    putArea(draft, { top: from + at, left: 1, bottom: from + at, right: last }, textCell(text), 'note');
    draft.heights.set(from + at, 14);
  });
  return from + notes.length;
}

/** Columns that the labels of boxes take: enough for their longest one. */
function labelColumns(widths: readonly number[], labels: readonly string[]): number {
  const wanted = Math.min(24, Math.max(12, ...labels.map((label) => textWidth(label) + 2)));
  let count = 1;
  while (count < widths.length - 1 && sum(widths.slice(0, count)) < wanted) count += 1;
  return count;
}

/** Boxes to write in after the review; returns the next free row. */
function writeInterview(draft: Draft, template: Template, widths: readonly number[], from: number): number {
  const { interview, language } = template;
  if (interview.length === 0) return from;
  const last = widths.length;
  putArea(draft, { top: from, left: 1, bottom: from, right: last }, textCell(word(language, 'label.interview')), 'block-heading');
  draft.heights.set(from, 21);
  const labels = labelColumns(widths, interview);
  interview.forEach((label, at) => {
    const row = from + 1 + at;
    putArea(draft, { top: row, left: 1, bottom: row, right: labels }, textCell(label), 'box-label');
    putArea(draft, { top: row, left: labels + 1, bottom: row, right: last }, openCell(), 'box');
    draft.heights.set(row, 33);
  });
  return from + 1 + interview.length;
}

/** Characters by which a place is too narrow for its text count so many times as much as those by which places differ. */
const narrowly = 10;

/** Columns of each signature: about equal, and none too narrow for its text. */
function signaturePlaces(widths: readonly number[], texts: readonly string[]): readonly (readonly [number, number])[] {
  const fair = sum(widths) / texts.length;
  const costOf = (places: readonly (readonly [number, number])[]): number =>
    sum(
      places.map((place, at) => {
        const width = widthOf(widths, place);
        return Math.abs(width - fair) + narrowly * Math.max(0, textWidth(texts[at] ?? '') + 3 - width);
      }),
    );
  const [first = [], ...others] = cuts(1, widths.length, texts.length);
  return others.reduce((best, places) => (costOf(places) < costOf(best) ? places : best), first);
}

/** One line of signatures with dates; returns the next free row. */
function writeSignatures(draft: Draft, template: Template, widths: readonly number[], from: number): number {
  const { language } = template;
  const texts = template.signatures.slice(0, widths.length).map((who) => word(language, 'label.signature', { who }));
  if (texts.length === 0) return from;
  signaturePlaces(widths, texts).forEach(([left, right], at) => {
    const text = `${texts[at] ?? ''}\n\n${word(language, 'label.date')}`;
    putArea(draft, { top: from, left, bottom: from, right }, textCell(text, true), 'signature');
  });
  draft.heights.set(from, 48);
  return from + 1;
}

/** Notes, disqualifying events, interview and signatures from a row on; returns the next free row. */
export function writeFoot(draft: Draft, template: Template, widths: readonly number[], from: number): number {
  draft.blocks.push({ row: from, firm: false });
  const vetoes = writeNotes(draft, template, widths, from);
  const interview = template.vetoes.length > 0 ? writeVetoes(draft, template, vetoes, widths) : vetoes;
  if (template.interview.length > 0 || template.signatures.length > 0) draft.blocks.push({ row: interview, firm: true });
  return writeSignatures(draft, template, widths, writeInterview(draft, template, widths, interview));
}
