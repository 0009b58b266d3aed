/** Words that the form itself gives points for: a rating scale drawn on its sheet, or told in a note. */
import type Decimal from 'decimal.js';
import { plainText } from '../form/plainText';
import type { Form } from '../form/types';
import { wordPointsIn } from '../form/wordScales';

/** Plain word → the word as the scale writes it, and its points. */
export type WordScale = ReadonlyMap<string, { readonly word: string; readonly points: Decimal }>;

/** The scale of words of a form; empty where it has none. A drawn scale decides over one told in a note or a header. */
export function wordScaleOf(form: Form): WordScale {
  const texts = [...form.notes.map(({ text }) => text), ...form.scores.map(({ header }) => header)];
  const told = form.wordScale ?? texts.map(wordPointsIn).find((found) => found.length > 0) ?? [];
  return new Map(told.map(({ word, points }) => [plainText(word), { word, points }]));
}
