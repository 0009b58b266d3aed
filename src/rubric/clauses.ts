/**
 * Cuts a text into clauses: a condition and what it gives. People glue them (`90%以上20分85%以上10分`), put the tier first (`优秀95以上`)
 * or last (`90分以上为优秀`), and join several conditions with commas to one award. Every item ends in exactly one clause.
 */
import type { Clause } from './clause';
import { findAward } from './clauseAward';
import { draftsOf, type Draft } from './drafts';
import type { Item, ItemOf } from './item';
import { itemsOf } from './items';
import { isBreak, isContent, isLabel } from './itemSorts';
import { lastIndexWhere, lastWhere } from './last';
import type { NormalisedText } from './normalise';
import type { Award } from './rule';

interface Lead {
  readonly marker: ItemOf<'marker'> | null;
  readonly label: Item | null;
  readonly gloss: string | null;
  readonly rest: readonly Item[];
}

const longestGloss = 8;

/** (卓越) of S(卓越)>12分: what stands in brackets right behind a head, without any number, is a further name for it. */
function glossAt(text: string, items: readonly Item[], at: number): string | null {
  const [from, name, to] = items.slice(at, at + 3);
  if (!from || !name || !to || !isBreak(from, 'open') || !isBreak(to, 'close')) return null;
  if (name.kind === 'tier' || (name.kind === 'marker' && name.letter)) return text.slice(name.start, name.end);
  const words = name.kind === 'text' ? name.text.trim() : '';
  return words.length > 1 && words.length <= longestGloss && /^\p{Script=Han}+$/u.test(words) ? words : null;
}

/** A letter in front of a clause that ends in its own award (A、1分钟内回复得10分) is a marker; before points it is the label. */
function splitLead(text: string, items: readonly Item[]): Lead {
  let at = 0;
  let marker: ItemOf<'marker'> | null = null;
  let label: Item | null = null;
  let gloss: string | null = null;
  while (at < items.length) {
    const item = items[at] as Item;
    if (item.kind === 'marker') marker = item;
    else if (isLabel(item) && !label) label = item;
    else if (item.kind !== 'break') break;
    else if (isBreak(item, 'open')) {
      gloss = label || marker?.letter ? glossAt(text, items, at) : null;
      if (gloss === null) break;
      at += 2;
    }
    at += 1;
  }
  return { marker, label, gloss, rest: items.slice(at) };
}

function slice(text: string, items: readonly Item[]): string {
  const first = items[0];
  const last = items[items.length - 1];
  return first && last ? text.slice(first.start, last.end).trim() : '';
}

/** The words of a piece without the items of the award, wherever that stands. */
function wordsOf(text: string, piece: readonly Item[], used: readonly Item[]): string {
  const runs: Item[][] = [[]];
  for (const item of piece) {
    if (used.includes(item)) runs.push([]);
    else runs[runs.length - 1]?.push(item);
  }
  return runs
    .map((run) => condense(slice(text, run)))
    .filter((words) => words !== '')
    .join(' ');
}

/** Comma-separated pieces as items; commas inside brackets do not separate. */
function piecesOf(items: readonly Item[]): Item[][] {
  const pieces: Item[][] = [[]];
  let depth = 0;
  for (const item of items) {
    if (isBreak(item, 'open')) depth += 1;
    if (isBreak(item, 'close')) depth -= 1;
    if (isBreak(item, 'comma') && depth <= 0) pieces.push([]);
    else pieces[pieces.length - 1]?.push(item);
  }
  return pieces.filter((piece) => piece.some(isContent));
}

function trimBreaks(items: readonly Item[]): readonly Item[] {
  const content = items.findIndex((item) => isContent(item) || isBreak(item, 'open'));
  const last = lastIndexWhere(items, (item) => isContent(item) || isBreak(item, 'close'));
  return content < 0 ? [] : items.slice(content, last + 1);
}

/** Longer than any sentence: not worth trimming, and patterns that look back from the end would cost time. */
const longestWords = 2000;

/** Words between brackets and signs only: what stands around an award without meaning. */
function condense(text: string): string {
  if (text === '' || text.length > longestWords) return text;
  const words = outer.test(text) ? text.replace(outerSigns, '') : text;
  return words[0] === '(' ? words.replace(/^\((.*)\)$/, '$1') : words;
}

const outer = /^[\s,，、:;；=→)-]|[\s,，、:;；=→(]$/;
const outerSigns = /^[\s,，、:;；=→)-]+|[\s,，、:;；=→(]+$/g;

const takes = /(?:扣|(?<!处)罚)[^\d，,。;；:：扣加得分]{1,16}(?:[分值成绩]{1,2})?\s?$/;

/** 扣 final score 0.5分, 扣班主任津贴考核3分: the verb stands apart from its number, with a name between them that no table knows. */
function taken(award: Award, condition: string): Award {
  const { amount } = award;
  return amount?.mode === 'set' && amount.of === 'points' && takes.test(condition)
    ? { ...award, amount: { ...amount, mode: 'deduct' } }
    : award;
}

function clauseOf(draft: Draft, normalised: NormalisedText): Clause {
  const { text } = normalised;
  const items = trimBreaks(draft.items);
  const { marker, label, gloss, rest } = splitLead(text, items);
  const { award, used } = findAward(rest, draft.order, label !== null || (marker?.letter === true && draft.order === 'label-first'));
  const start = items[0]?.start ?? 0;
  const end = items[items.length - 1]?.end ?? start;
  const firstUsed = rest.findIndex((item) => used.includes(item));
  const lastUsed = lastIndexWhere(rest, (item) => used.includes(item));
  const front = firstUsed < 0 ? rest : rest.slice(0, firstUsed);
  const back = firstUsed < 0 ? [] : rest.slice(lastUsed + 1);
  const awardFirst = firstUsed >= 0 && !front.some(isContent);
  const conditionItems = awardFirst ? back : front;
  const pieces = piecesOf(rest);
  const bearing = lastWhere(
    pieces,
    (piece) => piece.some((item) => used.includes(item)) && piece.some((item) => isContent(item) && !used.includes(item)),
  );
  const condition = condense(slice(text, conditionItems));
  return {
    text: text.slice(start, end),
    start,
    end,
    span: normalised.toOriginal({ start, end }),
    pieces: pieces.map((piece) => wordsOf(text, piece, used)).filter((piece) => piece !== ''),
    marker: marker?.marker ?? null,
    award: award && taken(award, awardFirst ? '' : condition),
    order: award === null ? 'none' : awardFirst ? 'award-first' : draft.order,
    label,
    gloss,
    items: rest.filter((item) => !used.includes(item)),
    lastPiece: (bearing ?? pieces[pieces.length - 1] ?? []).filter((item) => !used.includes(item)),
    condition,
    tail: awardFirst ? '' : condense(slice(text, back)),
    awardText: slice(
      text,
      rest.filter((item) => used.includes(item)),
    ),
  };
}

/** Cuts a normalised text into its clauses, in order. Never throws; linear in the length of the text. */
export function clausesOf(normalised: NormalisedText): readonly Clause[] {
  return draftsOf(itemsOf(normalised.text)).map((draft) => clauseOf(draft, normalised));
}
