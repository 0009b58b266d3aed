/** Judges of one kind, each with a column of their own: `同级1` and `同级2` are the family `同级`, `Peer 1` and `Peer 2` the family `peer`. */
import { plainText } from '../form/plainText';
import type { Form, Rater } from '../form/types';
import { bareName } from './bareName';

const average = /^(?:average|mean)(?: of)? |(?:的?平均(?:值|分|数)?|均值|均分| (?:average|mean))$/giu;
const numbered = /(?<=.)(?:[\d一二三四五六七八九十甲乙丙丁]{1,2}|(?<=\p{Script=Han})[a-e]|(?<= )[a-e])$/iu;

/** What a judge's header and the name of the group have in common, as plain text: `同级2评分` and `同级评分平均值` → `同级`. */
export function familyName(text: string): string {
  const bare = bareName(plainText(text).replace(average, '').trim());
  return bare
    .replace(numbered, '')
    .replace(/#$/, '')
    .replace(/(?<=[a-z])s$/, '')
    .trim();
}

/** The raters of each family that has columns of scores, by its name, in the form's order. */
export function raterFamilies(form: Form): ReadonlyMap<string, readonly Rater[]> {
  const families = new Map<string, Rater[]>();
  for (const { column, header, rater, role } of form.scores) {
    if (role !== 'score' || rater === 'single' || column === form.columns.result) continue;
    const name = familyName(header);
    const known = families.get(name) ?? [];
    if (!known.includes(rater)) families.set(name, [...known, rater]);
  }
  return families;
}
