/** What the words of a clause mean to the families: which stand for the condition, which only connect. */
import type { Clause } from './clause';
import type { Item, ItemOf } from './item';

export type Measured = ItemOf<'interval'> | ItemOf<'number'>;

export const isMeasured = (item: Item): item is Measured => item.kind === 'interval' || item.kind === 'number';

const leadingWords =
  /^(?:(?:if )?(?:the )?answer(?:s|ed)? (?:is|=) ?|回答为?|结果为|如果|若是|如|若|凡是|凡|当(?![月季年日天前期地事])|则|即|且|并|但|对于|对|而|者|的|其中|其(?![他它余])|if |when |and |or |the |a |an )+/i;
const trailingWords =
  /(?:则为|则|即为|即|(?<![行作成认])为|是|的|者|时|(?<![许认])可|将|(?<![响反供适对相效感])应|(?<![取获值心])得|共|计|[=:,，、\s-]|,? ?(?:is|was|are|=|-|of|then|will|deducts?|earns?|adds?|loses?|receives?|results? in|resulting in|leads? to))+$/i;
const wholeRow = /(?:此项|该项|本项|本条目|该条目|本指标|该指标|此条)(?:整体|分数|分值|得分|考核|成绩|目)*/g;

const shortAnswer = /^\s*(是|否|有|无|能|不能)(?:的?则|的话|即|的|者|时|为|，|,|\s|$)*\s*$/;
const outerSigns = /^[\s"'(:,，、.=-]+|[\s"'():,，、.=-]+$/g;
/** With which characters {@link trailingWords} and {@link outerSigns} may end: behind any other there is nothing to take away. */
const lastOfTrail = /[则为即是的者时可将应得共计=:,，、\s\-"'().a-z]$/i;
const firstOfSigns = /^[\s"'(:,，、.=-]/;

/** A description without the words that only connect it: `如出现…则此项` is 出现…. */
export function meaningOf(text: string): string {
  const short = shortAnswer.exec(text);
  if (short) return short[1] as string;
  let words = text.replace(wholeRow, '').trim();
  for (let previous = ''; previous !== words;) {
    previous = words;
    words = words.replace(leadingWords, '');
    if (lastOfTrail.test(words)) words = words.replace(trailingWords, '');
    if (lastOfTrail.test(words) || firstOfSigns.test(words)) words = words.replace(outerSigns, '');
  }
  return words;
}

/** Grades of people and things (一级客服) say who, not how much. */
const isCondition = (item: Item): item is Measured => isMeasured(item) && !(item.kind === 'number' && item.quantity.unit === '级');

/** The measured items of the piece that bears the award, else those of the whole clause (numbers in a title's brackets excepted). */
export function measuredOf(clause: Clause): readonly Measured[] {
  const last = clause.lastPiece.filter(isCondition);
  return last.length > 0 ? last : clause.items.filter(isCondition);
}

/** The description behind a label's own number: `优秀 (9-10分): 高效、准确` is described by 高效、准确. */
function descriptionOf(clause: Clause): string {
  const measured = clause.items.findIndex(isMeasured);
  const first = clause.items.slice(measured + 1).find((item) => item.kind === 'text' && /\p{L}/u.test(item.text));
  const last = clause.items[clause.items.length - 1];
  return first && last ? meaningOf(clause.text.slice(first.start - clause.start, last.end - clause.start)) : '';
}

const opensWithNumber = (clause: Clause): boolean => {
  const first = clause.items.find((item) => item.kind !== 'break' && !(item.kind === 'text' && !/\p{L}/u.test(item.text)));
  return first !== undefined && isMeasured(first);
};

/** What a person says instead of the number: the pieces of the clause, connected words removed, empty ones dropped. */
export function phrasesOf(clause: Clause): readonly string[] {
  const labelled = clause.label !== null || (clause.marker !== null && clause.order === 'none');
  const described = labelled && (opensWithNumber(clause) || clause.order === 'award-first') ? descriptionOf(clause) : null;
  const pieces = (described === null ? clause.pieces : described.split(/[,，]/)).map(meaningOf).filter((piece) => piece !== '');
  if (clause.gloss !== null) pieces.unshift(clause.gloss);
  const all = pieces.length > 1 ? [described ?? meaningOf(clause.condition), ...pieces] : pieces;
  const plain = all.flatMap((phrase) => (phrase.includes('(') ? [meaningOf(phrase.replace(/\([^()]*\)/g, ''))] : []));
  return [...new Set([...all, ...plain, ...all.flatMap(alternativesOf)].filter((phrase) => phrase !== ''))];
}

const longestAlternatives = 120;
/** 等级为C或D: what stands in front of the first grade is no part of it. */
const namesGrade = /^.*[为是](?=[A-FS][级等]?$)/;
const grade = /^[A-FS]$/;
const alternative = /或者?|\s+or\s+/i;

/** 延时提交或报告不予采信, `NO or not reported`: each side may be said alone. */
function alternativesOf(phrase: string): readonly string[] {
  if (phrase.length > longestAlternatives) return [];
  if (!alternative.test(phrase)) return [];
  const sides = phrase.split(alternative).map((side) => meaningOf(side.replace(namesGrade, '')));
  return sides.length > 1 && sides.every((side) => (side.length > 1 || grade.test(side)) && !/^\d|^[以及]/.test(side)) ? sides : [];
}
