/**
 * Labels with their values in layouts of their own: `{"A": 1.05, "B": 0.94}`, `Delayed (1)` line by line, `text | 0 | text | 1`, tables of
 * pipes with a signed column, and a header row of tiers over a row of values.
 */
import Decimal from 'decimal.js';
import { tierWords } from '../vocabulary';
import { between } from '../interval';
import type { Rule } from '../rule';
import type { Span } from '../types';
import type { Assembly } from './assemble';
import { labelled, number, occurrence, piecesOf, quotable, unit, valueOf, type Piece } from './layout';
import { bandOf } from './pairs';
import { changing } from './steps';

const certain = (rules: readonly Rule[]): Assembly => ({ rules: [...rules], doubtful: false, issues: [] });
const distinct = (values: readonly string[]): boolean => new Set(values.map((value) => value.toLowerCase())).size === values.length;

const entry = /^"?\s*([^"{}:,]{1,60}?)\s*"?\s*(?::|=>|=)\s*"?(-?\d+(?:\.\d+)?)"?$/;

/** `{"ok": 0.85, "+": 0.94}`. */
export function labelMap(text: string): Assembly | null {
  const inside = /^\s*\{([^{}]+)\}\s*$/s.exec(text)?.[1];
  if (inside === undefined) return null;
  const found = piecesOf(inside, /[,\n]/g, text.indexOf('{') + 1).map(({ text: piece, span }) => ({ match: entry.exec(piece), span }));
  if (found.length < 2 || found.some(({ match }) => match === null) || !distinct(found.map(({ match }) => match?.[1] ?? ''))) return null;
  return certain(found.map(({ match, span }) => labelled(span, match?.[1] as string, new Decimal(match?.[2] as string), null)));
}

const bracketed = new RegExp(`^(?<words>\\D{2,160}?)\\s*\\((?<at>\\d+(?:\\.\\d+)?)${unit}?\\)\\.?$`, 'i');
const heading = /^\D{2,160}?(?:[:.?]|\s-)?\s*(?:\(?\d+\s*(?:\/|-|to)\s*\d+\)?)?$/;
const counts = /\b(?:each|every|per|deduct\w*|lose[sd]?|minus|penalt\w*|bonus|extra|total|max(?:imum)?)\b/i;

/** `Delayed (1)` line by line: answers with their points; numbers that follow no order are the full marks of parts. */
export function bracketedPoints(text: string): Assembly | null {
  const lines = piecesOf(text, /\n/g);
  const members = lines.map((line) => ({ line, match: bracketed.exec(line.text) }));
  const listed = members[0]?.match ? members : heading.test(members[0]?.line.text ?? '') ? members.slice(1) : [];
  if (listed.length < 2 || counts.test(text) || changing.test(text) || listed.some(({ match }) => match === null)) return null;
  const values = listed.map(({ match }) => Number(match?.groups?.at));
  const ways = values.slice(1).map((value, at) => Math.sign(value - (values[at] as number)));
  const range = /(\d+)\s*(?:\/|-|to)\s*(\d+)/.exec(members[0]?.match ? '' : (members[0]?.line.text ?? ''));
  const bounds = range ? [Number(range[1]), Number(range[2])] : null;
  if (!(ways.every((way) => way > 0) || ways.every((way) => way < 0)) || !(values.includes(0) || bounds)) return null;
  if (bounds && (Math.min(...values) !== Math.min(...bounds) || Math.max(...values) !== Math.max(...bounds))) return null;
  if (!distinct(listed.map(({ match }) => match?.groups?.words ?? ''))) return null;
  return certain(listed.map(({ line, match }) => labelled(line.span, match?.groups?.words ?? '', valueOf(match?.groups?.at), null)));
}

const cellsOf = (line: Piece): readonly Piece[] => piecesOf(line.text, /\|/g, line.span.start);
const ruler = /^[\s|:-]+$/;
const plainNumber = new RegExp(`^\\d+(?:\\.\\d+)?${unit}?$`, 'i');
const signedNumber = new RegExp(`^[-+]\\s?\\d+(?:\\.\\d+)?${unit}?$`, 'i');

/** `text | 0 | text | 1`: words and their points in turn, in one line or in a row each. */
export function pipedPairs(text: string): Assembly | null {
  if (!text.includes('|')) return null;
  const cells = piecesOf(text, /\n/g)
    .filter((line) => !ruler.test(line.text))
    .flatMap(cellsOf);
  const pairs = cells.flatMap((cell, at) => (at % 2 === 0 ? [[cell, cells[at + 1]] as const] : []));
  const ofPoints = pairs.every(([words, points]) => /[a-z]{2}/i.test(words.text) && plainNumber.test(points?.text ?? ''));
  if (cells.length < 4 || cells.length % 2 !== 0 || !ofPoints) return null;
  const values = pairs.map(([, points]) => valueOf(/[\d.]+/.exec(points?.text ?? '')?.[0]));
  const ways = values.slice(1).map((value, at) => value?.cmp(values[at] ?? 0) ?? 0);
  const inOrder = ways.every((way) => way > 0) || ways.every((way) => way < 0);
  if (
    !inOrder ||
    pairs.some(([words]) => /\d/.test(words.text) || counts.test(words.text)) ||
    !distinct(pairs.map(([words]) => words.text))
  )
    return null;
  return certain(
    pairs.map(([words, points], at) =>
      labelled(
        { start: words.span.start, end: points?.span.end ?? words.span.end },
        words.text.replace(/\.$/, ''),
        values[at] ?? null,
        null,
      ),
    ),
  );
}

/** Notes of a table that only repeat what a row is. */
const idleNote = /^(?:penalty|bonus|deduction|reward|base|base points?|standard|n\/?a)$/i;

/** `| On time | +2 | When not late |`: what happens, what it gives, a note. */
export function pipedItems(text: string): Assembly | null {
  const rows = piecesOf(text, /\n/g)
    .filter((line) => !ruler.test(line.text))
    .map((line) => ({ line, cells: cellsOf(line) }));
  const body = rows.filter(({ cells }, at) => at > 0 || signedNumber.test(cells[1]?.text ?? ''));
  if (body.length < 2 || !body.every(({ cells }) => cells.length >= 2 && cells.length <= 3 && signedNumber.test(cells[1]?.text ?? '')))
    return null;
  const rules = body.map(({ line, cells }) => {
    const at = valueOf(/\d+(?:\.\d+)?/.exec(cells[1]?.text ?? '')?.[0]) ?? new Decimal(0);
    const mode = /^-/.test(cells[1]?.text ?? '') ? ('deduct' as const) : ('add' as const);
    return occurrence(line.span, quotable(...(cells[0]?.text ?? '').split('/')), mode, [at, at], 'each');
  });
  // A note may be a condition.
  return { rules, doubtful: body.some(({ cells }) => cells[2] !== undefined && !idleNote.test(cells[2].text)), issues: [] };
}

const known = tierWords
  .filter((word) => /^[a-z]{3}/.test(word))
  .concat(['marginal', 'very good', 'very poor', 'superior'])
  .sort((a, b) => b.length - a.length)
  .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
  .join('|');
const tiersRow = new RegExp(`^(?:(?:${known})(?:\\s+|\\s*[|,/]\\s*|$)){2,}$`, 'i');
const eachTier = new RegExp(`(?:${known})(?=\\s|[|,/]|$)`, 'gi');
const value = '\\d+(?:\\.\\d+)?(?:\\s?-\\s?\\d+(?:\\.\\d+)?)?';
const valuesRow = new RegExp(`^(?:${value}(?:\\s+|\\s*[|,]\\s*|$)){2,}$`);
const statedMarks = new RegExp(`\\((?:max\\.? )?(?<at>${number})${unit}(?: max)?\\)`, 'i');

interface Cell {
  readonly text: string;
  readonly span: Span;
}

const matchesIn = (line: Piece, found: RegExp): readonly Cell[] =>
  [...line.text.matchAll(found)].map((match) => ({
    text: match[0],
    span: { start: line.span.start + match.index, end: line.span.start + match.index + match[0].length },
  }));

/** A tier with the range of points among which the rater chooses, or with its points. */
function tierWith(tier: Cell, { text, span }: Cell): Rule {
  const [low, high] = (text.match(/\d+(?:\.\d+)?/g) ?? []).map((found) => new Decimal(found));
  const place = { start: Math.min(tier.span.start, span.start), end: Math.max(tier.span.end, span.end) };
  if (!high) return labelled(place, tier.text, low ?? null, tier.text);
  const interval = between(low as Decimal, high);
  const amount = { mode: 'set' as const, low: interval.low?.at ?? null, high: interval.high?.at ?? null, of: 'points' as const };
  return {
    ...bandOf(interval, '分', 'range', { tier: tier.text, amount }),
    label: tier.text,
    phrases: [tier.text],
    ofPoints: true,
    span: place,
  };
}

/** A row of tiers over (or under) a row of values: `Good Fair Poor` / `10-8 7-5 4-0`. */
export function headerTable(text: string): Assembly | null {
  const lines = piecesOf(text, /\n/g);
  const at = lines.findIndex((line) => tiersRow.test(line.text.replace(/\|/g, ' ').trim()));
  const [tiers, values] = [lines[at], lines[at + 1]];
  if (!tiers || !values || lines.length !== at + 2 || at > 1 || !valuesRow.test(values.text.replace(/\|/g, ' ').trim())) return null;
  const [names, cells] = [matchesIn(tiers, eachTier), matchesIn(values, new RegExp(value, 'g'))];
  if (names.length !== cells.length || names.length < 2 || !distinct(names.map((name) => name.text))) return null;
  const title = lines[0]?.text ?? '';
  const stated = at === 0 ? null : statedMarks.exec(title);
  if (at > 0 && /\d/.test(title.replace(stated?.[0] ?? '', ''))) return null;
  const rules = names.map((name, index) => tierWith(name, cells[index] as Cell));
  const full = valueOf(stated?.groups?.at);
  const single = cells.every((cell) => /^[\d.]+$/.test(cell.text.trim()));
  const most = Math.max(...cells.map((cell) => Number(/[\d.]+/.exec(cell.text)?.[0])));
  return {
    rules: full ? [...rules, { kind: 'fullMarks', span: { start: 0, end: 0 }, points: full }] : rules,
    // 90 80 70: points, or where each tier begins.
    doubtful: single && most > 10 && !full?.eq(most),
    issues: [],
  };
}
