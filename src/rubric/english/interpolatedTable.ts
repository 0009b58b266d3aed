/**
 * Tables whose values are joined by straight lines, as plans print them: `25th percentile 50% 50th percentile 100% … results between the
 * levels are interpolated`, `whole 2 minutes: zero points, zero seconds: 10 points, linear in between`. What is measured and what is paid take turns.
 */
import Decimal from 'decimal.js';
import { convert, type UnitName } from '../quantity';
import { between, points, type Knot, type LineRule, type Pieces } from './lineSegments';
import { chunkAt, pattern, type Skeleton } from './skeleton';

const joins = /\binterpolat\w*|\bstraight[- ]line\b|\blinear(?:ly)?\b|\bdistributed evenly\b|\bpro[- ]?rat(?:a|ed) between\b/gi;
/** What bends a line or hangs on something else. */
const bends =
  /\b(?:unless|except|each|every|per|deduct\w*|minus|increment\w*|steps? of|additional|plus|provided|accelerat\w*|multiplied)\b/i;
const below = /(?:<|\b(?:below|less than|under|lower than|fewer than))[\s:|]*(?:the |a |an )?$/i;
const onwards =
  /(?:≥|>=|\b(?:at or above|at least|equal to or (?:above|greater than)|at or over|and above|minimum of))[\s:|]*(?:the |a |an )?$/i;
const downwards = /(?:≤|<=|\b(?:at or below|at or under|at most|equal to or (?:below|less than)))[\s:|]*(?:the |a |an )?$/i;
const above = /(?:>|\b(?:above|more than|over|exceeding|greater than))[\s:|]*(?:the |a |an )?$/i;
const orMore = /^[\s)]*(?:or|and) (?:above|more|higher|greater|better|over)|^\+/i;
const orLess = /^[\s)]*(?:or|and) (?:below|less|lower|under|fewer)/i;
const highest = /\b(?:max(?:imum)?|stretch|outstanding|superior|exceptional)\b[^.;\ue000-\ue5ff]{0,40}$/i;
/** `No payout below threshold`. */
const noneBelow =
  /(?:[\ue000-\ue5ff]|\b(?:no|zero|nothing|nil)\b ?(?:payouts?|payments?|awards?|vesting|bonus|points|credit)?)[^.;\ue000-\ue5ff]{0,30}\b(?:below|under|less than)\b[^.;\ue000-\ue5ff]{0,30}(?=$|[.;,])/i;

interface Told {
  readonly char: string;
  readonly at: number;
  readonly amount: Decimal;
  readonly unit: UnitName | null;
}

function tellAll(text: Skeleton): readonly Told[] {
  return Array.from(text.text).flatMap((char, at) => {
    const chunk = chunkAt(text, char);
    if (!chunk) return [];
    const none = chunk.kind === 'share' && chunk.share === '0';
    if (chunk.kind === 'share') return [{ char, at, amount: new Decimal(chunk.share).times(100), unit: none ? null : ('%' as const) }];
    return 'quantity' in chunk ? [{ char, at, ...chunk.quantity }] : [];
  });
}

/** The stretch of the sentence that joins the points: from its beginning to its end. */
function sentenceAround(text: string, at: number): readonly [number, number] {
  const starts = [
    ...text
      .slice(0, at)
      .matchAll(
        /[.;\n]\s|[\ue000-\ue5ff](?:[)\s]*[|\s,;]+(?=[A-Z][a-z]|to the extent)|[^.;,\ue000-\ue5ff]{0,30}, (?=with |linear|straight|results|performance|interpolat))/g,
      ),
  ];
  const start = starts[starts.length - 1];
  const stop = /[.;\n](?:\s|$)/.exec(text.slice(at));
  return [start ? (start.index ?? 0) + start[0].length : 0, stop ? at + stop.index : text.length];
}

interface Table {
  readonly cells: readonly Told[];
  readonly sentence: readonly Told[];
}

function tableIn(text: Skeleton): Table | null {
  const marks = [...text.text.matchAll(joins)].map((match) => match.index);
  if (marks.length === 0) return null;
  const sentences = marks.map((at) => sentenceAround(text.text, at));
  const none = noneBelow.exec(text.text);
  const told = tellAll(text).filter(({ at }) => !none || at < none.index || at >= none.index + none[0].length);
  const inside = ({ at }: Told): boolean => sentences.some(([from, to]) => at >= from && at < to);
  const cells = told.filter((each) => !inside(each));
  return cells.length >= 4 ? { cells, sentence: told.filter(inside) } : null;
}

interface Pair {
  readonly x: Told;
  readonly y: Told;
}

const isPaid = ({ unit }: Told): boolean => unit === '分';

/** What is measured in front of what is paid, or behind it where every one of them is told so (`50% at the 25th percentile`). */
function pairsIn(text: string, cells: readonly Told[]): readonly Pair[] | null {
  if (cells.length % 2 !== 0) return null;
  const pairs = Array.from({ length: cells.length / 2 }, (_, at) => [cells[2 * at] as Told, cells[2 * at + 1] as Told] as const);
  const inverted =
    pairs.every(([a, b]) => isPaid(a) && !isPaid(b)) ||
    pairs.every(([a, b]) => /^[^.;]{0,40}\b(?:at|for|if)\b[^.;]{0,20}$/i.test(text.slice(a.at + 1, b.at)));
  return pairs.map(([a, b]) => (inverted ? { x: b, y: a } : { x: a, y: b }));
}

function sameUnits(told: readonly Told[]): readonly Told[] | null {
  const unit = told.find((each) => each.unit !== null)?.unit ?? null;
  const alike = told.map((each) =>
    each.unit === unit || each.unit === null ? { ...each, unit } : convert(each, unit) && { ...each, ...convert(each, unit) },
  );
  return alike.every((each) => each !== null) ? (alike as readonly Told[]) : null;
}

/** Where a pair lies outside the line, and which way. */
function sideOf(text: string, { x }: Pair): 'below' | 'downwards' | 'onwards' | 'above' | null {
  const front = text.slice(Math.max(0, x.at - 40), x.at);
  const behind = text.slice(x.at + 1, x.at + 24);
  if (downwards.test(front) || orLess.test(behind)) return 'downwards';
  if (onwards.test(front) || orMore.test(behind)) return 'onwards';
  return below.test(front) ? 'below' : above.test(front) ? 'above' : null;
}

/** `between 50% and 75%, … interpolation (between 1 and 2)`: the ends of one line. */
const ends = pattern(
  'between {w}{0,20}(?<a>{q}) and {w}{0,20}(?<b>{q}){w}{0,140}\\b(?:interpolat\\w*|straight[- ]line|linear\\w*){w}{0,60}(?:between|from) {w}{0,10}(?<c>{q}) (?:and|to) {w}{0,10}(?<d>{q})',
);

const empty = (): Pieces => ({
  knots: [],
  slopes: [],
  joined: true,
  share: null,
  unit: null,
  below: null,
  above: null,
  cap: null,
  top: null,
});

function piecesOf(text: string, pairs: readonly Pair[], unit: UnitName | null, share: boolean): Pieces | null {
  const pieces = empty();
  Object.assign(pieces, { unit, share });
  for (const pair of pairs) {
    const knot: Knot = { at: pair.x.amount, points: share ? pair.y.amount.div(100) : pair.y.amount, rises: false };
    const side = sideOf(text, pair);
    if (side === 'below' || side === 'downwards') {
      if (pieces.below) return null;
      pieces.below = knot;
    }
    if (side === 'above') {
      if (pieces.above) return null;
      pieces.above = knot;
    }
    if (side === 'onwards') pieces.top = knot.points;
    if (side !== 'below' && side !== 'above') pieces.knots.push(knot);
    if (highest.test(text.slice(0, pair.x.at))) pieces.top ??= knot.points;
  }
  const first = [...pieces.knots].sort((a, b) => a.at.cmp(b.at))[0];
  if (!pieces.below && first && (noneBelow.test(text) || first.points.isZero())) pieces.below = { at: first.at, points: new Decimal(0) };
  return pieces;
}

function lineOf(text: Skeleton, pairs: readonly Pair[]): readonly LineRule[] | null {
  const [xs, ys] = [sameUnits(pairs.map(({ x }) => x)), sameUnits(pairs.map(({ y }) => y))];
  if (!xs || !ys || xs.some(isPaid)) return null;
  const share = ys[0]?.unit === '%';
  if (!share && ys.some(({ unit }) => unit !== null && unit !== '分')) return null;
  const told = xs.map((x, at) => ({ x, y: ys[at] as Told }));
  const pieces = piecesOf(text.text, told, xs[0]?.unit ?? null, share);
  const knots = pieces && points(pieces);
  return pieces && knots && knots.length > 1 ? between(pieces, knots) : null;
}

/** The two ends of one line told in one sentence. */
function singleLine(text: Skeleton): readonly LineRule[] | null {
  const { a, b, c, d } = ends.exec(text.text)?.groups ?? {};
  const told = tellAll(text);
  const [from, to, low, high] = [a, b, c, d].map((char) => told.find((each) => each.char === char));
  if (!from || !to || !low || !high || told.length !== 4) return null;
  return lineOf(text, [{ x: from, y: low }, { x: to, y: high }]); // prettier-ignore
}

/**
 * Reads a text as a table of points on straight lines.
 *
 * @returns formulas between the points and bands outside them; null where a number is left over, or points do not follow each other
 */
export function interpolatedTable(skeleton: Skeleton): readonly LineRule[] | null {
  if (skeleton.text.length > 900 || bends.test(skeleton.text)) return null;
  const table = tableIn(skeleton);
  if (!table) return singleLine(skeleton);
  const pairs = pairsIn(skeleton.text, table.cells);
  if (!pairs) return null;
  const known = (each: Told): boolean => table.cells.some(({ amount }) => amount.eq(each.amount));
  return table.sentence.every(known) ? lineOf(skeleton, pairs) : null;
}
