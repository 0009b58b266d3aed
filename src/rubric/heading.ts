/** The heading of a row with its marks: `6、招生(20分):完成任务得20分…`, `地面(40):①…`. What stands behind it is read as a text of its own. */
import Decimal from 'decimal.js';
import type { NormalisedText } from './normalise';
import type { FullMarksRule } from './rule';

export interface Heading {
  readonly name: string;
  readonly rule: FullMarksRule;
  /** The text behind the heading. */
  readonly body: NormalisedText;
}

const enumerator = '(?:\\(?[一二三四五六七八九十\\d]{1,2}[、.)]\\s*)?';
const marks = '\\((?:共|满分|分值|计)?:?\\s?(\\d+(?:\\.\\d+)?)\\s?(分?)\\)';
const wording = new RegExp(
  `^\\s*${enumerator}([\\p{Script=Han}A-Za-z][\\p{Script=Han}A-Za-z ,，、"']{1,60}?)\\s?${marks}\\s?[:：]\\s*(?=\\S)`,
  'u',
);
/** Without 分 only the list behind it tells marks from another number. */
const list = /^(?:[①-⑳]|\(?[1一][、.)])/;

/** The heading of a text; null where it has none, or several (then they are sub-scores). */
export function headingOf(whole: NormalisedText): Heading | null {
  const found = wording.exec(whole.text);
  if (!found) return null;
  const [all, name, points, unit] = found as unknown as readonly [string, string, string, string];
  const start = all.length;
  if (unit === '' && !list.test(whole.text.slice(start))) return null;
  const span = whole.toOriginal({ start: 0, end: start });
  return {
    name: name.trim(),
    rule: { kind: 'fullMarks', span, points: new Decimal(points) },
    body: {
      text: whole.text.slice(start),
      original: whole.original,
      toOriginal: (part) => whole.toOriginal({ start: part.start + start, end: part.end + start }),
    },
  };
}
