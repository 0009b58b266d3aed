/**
 * Two columns of numbers, a row each line: `0.01 - 0.25  9`, `4-50 - 1 points`; and numbers of one noun with what they mean:
 * `10 demerits = meets expectation`.
 */
import Decimal from 'decimal.js';
import { isPoint, type Interval } from '../interval';
import type { BandRule } from '../rule';
import type { Assembly } from './assemble';
import { boundedIn, type Bounded } from './conditions';
import { piecesOf, quotable, type Piece } from './layout';
import { bandOf, countedBand, countedIn, setTo } from './pairs';
import { changing } from './steps';

const row = /^(?<c>.*?\d%?)(?<sep>\s*[:=]\s*|\s+-\s?|\s+)(?<n>\d+(?:\.\d+)?)(?<unit>\s?(?:points?|pts?|marks?))?(?<rest>\s+\D*)?$/i;
/** Blanks of a printed form, and what is worked out beside them. */
const blanks = /\s*_{3,}.*$/;
const heading = /^(?:\d{1,2}[.)]\s*)?[^\d]{2,120}$/;
/** `/ 1-3 points` behind the last row repeats which points there are. */
const footer = /\s*\/\s*\(?(\d+)\s?-\s?(\d+)\s?(?:points?|pts?)\)?$/i;

interface Row {
  readonly line: Piece;
  readonly bounded: Bounded;
  readonly points: Decimal;
  /** Whether the points may be signed (`4-50 -1 points`). */
  readonly signed: boolean;
  readonly doubtful: boolean;
}

function rowOf(line: Piece): Row | null {
  const plain = line.text.replace(blanks, '').replace(footer, '');
  const { c = '', sep = '', n, rest = '' } = row.exec(plain)?.groups ?? {};
  const bounded = n === undefined ? null : boundedIn(c);
  if (!bounded?.alone || n === undefined) return null;
  const worked = /\d/.test(blanks.exec(line.text)?.[0] ?? '');
  return { line, bounded, points: new Decimal(n), signed: /-$/.test(sep), doubtful: worked || rest.trim() !== '' };
}

const startOf = ({ low, high }: Interval): Decimal => low?.at ?? (high?.at as Decimal).minus(1);
function inOrder(values: readonly Decimal[]): boolean {
  const ways = values.slice(1).map((value, at) => value.cmp(values[at] as Decimal));
  return ways.every((way) => way > 0) || ways.every((way) => way < 0);
}

/** Whether the footer names the least and the most points of the rows. */
function confirmed(text: string, rows: readonly Row[]): boolean {
  const found = footer.exec(text);
  const all = rows.map(({ points }) => points.toNumber());
  return found !== null && Math.min(...all) === Number(found[1]) && Math.max(...all) === Number(found[2]);
}

/** Rows of an interval and its points, under words that say what is measured. */
export function columns(text: string): Assembly | null {
  const lines = piecesOf(text, /\n/g);
  const from = lines.findIndex((line) => rowOf(line) !== null);
  if (from < 0 || from > 2 || lines.length - from < 3 || lines.slice(0, from).some((line) => !heading.test(line.text))) return null;
  const found = lines.slice(from).map(rowOf);
  if (found.some((each) => each === null)) return null;
  const rows = found as readonly Row[];
  const { unit } = rows.find(({ bounded }) => bounded.unit !== null)?.bounded ?? { unit: null };
  const bounds = rows.map(({ bounded }) => bounded.interval);
  const uneven = rows.filter(({ bounded }) => !isPoint(bounded.interval)).length >= rows.length / 2;
  if (!uneven || !rows.every(({ bounded }) => bounded.unit === null || bounded.unit === unit)) return null;
  if (!inOrder(rows.map(({ points }) => points)) || !inOrder(bounds.map(startOf))) return null;
  const rules = rows.map(({ line, bounded, points }): BandRule => {
    const band = bandOf(bounded.interval, unit, bounded.ranged ? 'range' : 'compared', { tier: null, amount: setTo(points, 'points') });
    return { ...band, span: line.span };
  });
  const last = lines[lines.length - 1]?.text ?? '';
  const unsure = rows.some(({ signed }) => signed) && !confirmed(last, rows);
  return { rules, doubtful: unsure || rows.some(({ doubtful }) => doubtful) || (footer.test(last) && !confirmed(last, rows)), issues: [] };
}

const count =
  /^(?<c>\d+(?:\s?(?:-|to)\s?\d+)?\+?) (?<noun>[a-z]{3,20}?(?:-[a-z]{2,12}?)?)s?(?<more> (?:or|and) (?:more|above|over|higher|greater|less|fewer|below))?\s*(?:=>|=|:|→|\s-|-(?=\s))\s*(?<words>[^\d]{3,160})$/i;
const given = /\b(?:points?|marks?|deduct\w*|each|every|per|late|early|before|after|days?|hours?|minutes?|weeks?|months?|years?)\b/i;

/** `30 demerits or more = serious`: what so many of one thing mean. */
export function namedCounts(text: string): Assembly | null {
  const lines = piecesOf(text, /[\n;]/g);
  const found = lines.map((line) => ({ line, groups: count.exec(line.text)?.groups }));
  const nouns = new Set(found.map(({ groups }) => groups?.noun?.toLowerCase()));
  if (found.length < 2 || nouns.size !== 1 || found.some(({ groups }) => !groups) || given.test([...nouns][0] ?? '')) return null;
  const rules = found.flatMap(({ line, groups }): BandRule[] => {
    const words = (groups?.words ?? '').replace(/[.\s]+$/, '');
    const bounded = boundedIn(`${groups?.c ?? ''}${groups?.more ?? ''}`);
    if (!bounded?.alone || given.test(words) || changing.test(words)) return [];
    const form = bounded.ranged ? 'range' : 'compared';
    const band = {
      ...bandOf(bounded.interval, bounded.unit, form, { tier: words, amount: null }),
      phrases: quotable(words),
      span: line.span,
    };
    const unit = countedIn(`${groups?.noun ?? ''}s`);
    return [unit ? countedBand(band, unit) : band];
  });
  return rules.length === lines.length && inOrder(rules.map(({ interval }) => startOf(interval)))
    ? { rules, doubtful: false, issues: [] }
    : null;
}

/** `8 points = first warning • 12 points = dismissal`: what is imposed once so many are reached. */
const reached =
  /(?<at>\d+)\+?\s?(?:demerit |penalty )?(?:points?|demerits?|pts?)\s*(?:=|:|-|->|→)\s*(?<name>[^•;\n]{3,80}?)(?=\s*(?:[•;,\n]\s*|\s)\d+\+?\s?(?:demerit |penalty )?(?:points?|demerits?|pts?)\s*(?:=|:|-|->|→)|\s*$)/gi;
const imposed = /warning|suspension|terminat|dismiss|disciplin|counsel|probation|revo(?:ked|cation)/i;

/** Points that are counted up, and what follows from so many. */
export function impositions(text: string): Assembly | null {
  const found = [...text.matchAll(reached)];
  const left = found.reduce((rest, match) => rest.replace(match[0], ' '), text);
  const isList =
    found.length > 1 && /^[^\d]{0,80}?[:\s]*[\s•,;.]*$/.test(left) && found.every((match) => imposed.test(match.groups?.name ?? ''));
  if (!isList || !inOrder(found.map((match) => new Decimal(match.groups?.at as string)))) return null;
  const rules = found.map((match): BandRule => {
    const name = (match.groups?.name ?? '').trim().replace(/[.,]$/, '');
    const interval = { low: { at: new Decimal(match.groups?.at as string), inclusive: true }, high: null };
    const span = { start: match.index, end: match.index + match[0].length };
    return { ...bandOf(interval, '分', 'compared', { tier: name, amount: null }), phrases: quotable(name), span };
  });
  return { rules, doubtful: false, issues: [] };
}
