/**
 * Points along straight lines: `80% attainment pays 50%, rising on a straight line to 100% at target`, `0 at 60%, 20 at 90%, linear in
 * between`, `increasing 2.5% for each 1%`. The text names points of the line and its slopes; it is read only where pieces use it up.
 */
import Decimal from 'decimal.js';
import type { UnitName } from '../quantity';
import { between, points, type LineRule, type Pieces } from './lineSegments';
import { chunkAt, pattern, quantityOf, type Skeleton } from './skeleton';

/** Words without which numbers beside each other make no line. */
const straight =
  /\blinear(?:ly)?\b|\binterpolat|\bstraight[- ]line\b|\bpro[- ]?rat(?:a|ed) (?:in )?between|\bsliding scale\b|\b(?:rising|rises|increasing|increases|growing|climbing|falling|decreasing|dropping|declining|reducing)\b|\bproportional(?:ly)? (?:in )?between/i;

const goal = '(?:quota|target|plan|goal|budget|100% of (?:quota|target|plan))';
const of = `(?: (?:attainment|achievement|performance|completion|occupancy|utili[sz]ation|accuracy|compliance|adherence|score))?(?: of (?:the |its |their )?(?:annual |sales |quarterly )?${goal}(?: (?:attainment|achieved))?)?(?: (?:attainment|achievement|achieved))?`;
const noun = '(?: (?!pays|scores|earns|gives|gets|receives|is|points|marks)[a-z]{3,12}s(?= |[,.;:]|$))?';
const x = (name: string): string => `(?:(?<${name}>{r}|{m}|{n})${noun}${of}|(?<${name}Goal>${goal}))`;
const paid =
  '(?: ?(?:points?|marks?|pts))?(?: (?:payout|paid|paid out|is paid|pay-?out))?(?: of (?:the |their |your )?(?:target |maximum |full |max |total |annual |available )*(?:bonus|award|incentive|points|marks|payout|score))?';
const y = (name: string): string => `(?<${name}>{r}|{p}|{n}|{s}|none\\b)${paid}`;
const subject = '(?:the )?(?:(?:payout|pay-?out|bonus|score|points|award|incentive|attainment|achievement|performance)(?: of)? )?';
const named = '(?:[a-z]+ ){0,3}?(?:of )?';
const gives = '(?:pays?(?: out)?|earns?|scores?|gets?|gives?|receives?|is worth|is paid|yields?|equals|is|are|=|:|->|→)';
const onwards = '(?<onwards> ?(?:or (?:above|more|over|higher|better)|(?:and|or) (?:above|over|up|higher|beyond|more)|\\+))?';
const upward = '(?:rising|rises|increasing|increases|growing|climbing|falling|decreasing|dropping|declining|reducing|moving|scaling|then)';
const evenly =
  '(?:(?:in|on|along) a (?:straight[- ]line|linear)(?: basis)?|in a straight line|straight[- ]line|linearly|evenly|proportionally|pro[- ]?rata|steadily)';
const cap =
  '(?:(?:and )?(?:the )?(?:payout |payment |bonus |score |points |award |total )?(?:is |are |will be )?(?:capped|cap|max(?:imum)?|limited|no more than|not more than|never more than|up to (?:a )?max(?:imum)?|to a max(?:imum)?)(?: (?:payout|is|of|at|to))*:?)';

interface Piece {
  readonly found: RegExp;
  readonly take: (pieces: Pieces, skeleton: Skeleton, match: RegExpExecArray) => boolean;
}

const hundred = new Decimal(100);

interface Place {
  readonly at: Decimal;
  readonly unit: UnitName | null;
}

function placeIn(skeleton: Skeleton, { groups }: RegExpExecArray, name: string): Place | null {
  if (groups?.[`${name}Goal`] !== undefined) return { at: hundred, unit: '%' };
  const quantity = quantityOf(skeleton, groups?.[name]);
  return quantity && { at: quantity.amount, unit: quantity.unit };
}

/** What is paid: a share of the full marks, or points; zero is both. */
function paidIn(
  skeleton: Skeleton,
  match: RegExpExecArray,
  name: string,
): { readonly points: Decimal; readonly share: boolean | null } | null {
  const char = match.groups?.[name];
  const chunk = chunkAt(skeleton, char);
  if (chunk?.kind === 'share') return { points: new Decimal(chunk.share), share: chunk.share === '0' ? null : true };
  if (/^none$/i.test(char ?? '')) return { points: new Decimal(0), share: null };
  const quantity = quantityOf(skeleton, char);
  if (!quantity) return null;
  if (quantity.amount.isZero()) return { points: quantity.amount, share: null };
  return quantity.unit === '%' ? { points: quantity.amount.div(hundred), share: true } : { points: quantity.amount, share: false };
}

/** Everything paid is of one kind, everything measured in one unit. */
function agree(pieces: Pieces, unit: UnitName | null | undefined, share: boolean | null): boolean {
  if (share !== null) {
    if (pieces.share !== null && pieces.share !== share) return false;
    pieces.share = share;
  }
  if (unit === undefined) return true;
  if (pieces.unit !== undefined && pieces.unit !== unit) return false;
  pieces.unit = unit;
  return true;
}

function knot(pieces: Pieces, skeleton: Skeleton, match: RegExpExecArray): boolean {
  const [at, paid] = [placeIn(skeleton, match, 'x'), paidIn(skeleton, match, 'y')];
  if (!at || !paid || !agree(pieces, at.unit, paid.share)) return false;
  pieces.knots.push({ at: at.at, points: paid.points, rises: match.groups?.rises !== undefined });
  if (match.groups?.onwards !== undefined) pieces.top = paid.points;
  return true;
}

/** `nothing below 80%`, `above 120%: 150%`: the same outside the line. */
const outside =
  (side: 'below' | 'above'): Piece['take'] =>
  (pieces, skeleton, match) => {
    const [at, paid] = [placeIn(skeleton, match, 'x'), paidIn(skeleton, match, 'y')];
    if (!at || !paid || !agree(pieces, at.unit, paid.share) || pieces[side]) return false;
    pieces[side] = { at: at.at, points: paid.points };
    return true;
  };

function slope(pieces: Pieces, skeleton: Skeleton, match: RegExpExecArray): boolean {
  const [step, paid] = [placeIn(skeleton, match, 'step'), paidIn(skeleton, match, 'y')];
  const from = placeIn(skeleton, match, 'x');
  if (!step || !paid || step.at.lte(0) || !agree(pieces, step.unit, paid.share)) return false;
  const start = from?.at ?? pieces.knots[pieces.knots.length - 1]?.at;
  if (!start) return false;
  pieces.slopes.push({ from: start, rate: paid.points.div(step.at) });
  return true;
}

/** `rising 2.5% for each 1% up to 100%`: read only where what is paid and what is measured reach the number together. */
function until(pieces: Pieces, skeleton: Skeleton, match: RegExpExecArray): boolean {
  const [paid, last] = [paidIn(skeleton, match, 'y'), pieces.slopes[pieces.slopes.length - 1]];
  const start = pieces.knots.find(({ at }) => last && at.eq(last.from));
  if (!paid || !last || !start || paid.share !== true || pieces.unit !== '%' || last.rate.isZero()) return false;
  const at = start.at.plus(paid.points.minus(start.points).div(last.rate));
  if (!at.eq(paid.points.times(hundred))) return false;
  pieces.knots.push({ at, points: paid.points, rises: false });
  return true;
}

function limit(pieces: Pieces, skeleton: Skeleton, match: RegExpExecArray): boolean {
  const paid = paidIn(skeleton, match, 'y');
  if (!paid || pieces.cap || !agree(pieces, undefined, paid.share)) return false;
  pieces.cap = paid.points;
  return true;
}

const lineWords =
  '(?:(?:the )?(?:points|payout|score|results?) )?(?:is |are |in |on |an? |by |with |use |apply )*(?:linear(?:ly)?(?: interpolat(?:ion|ed))?|interpolat(?:e|ed|ion)(?: linearly)?|pro[- ]?rat(?:a|ed)|straight[- ]line(?: basis)?|sliding scale|proportional(?:ly)?|scaled(?: linearly)?)(?: (?:is |are )?(?:applied|applies|used|calculated))?(?: (?:in )?between(?: (?:those|the two|these|them|the))?(?: (?:points|values|limits|levels|thresholds))?| from there)?';
const lineBetween =
  '(?:(?:any )?(?:points|payouts?|scores?|results?|values|attainment|achievement) )?(?:in )?between(?: (?:those|the two|these|them))?(?: (?:points|values|limits|levels|thresholds))? (?:is |are )(?:calculated )?(?:linear|interpolated(?: linearly)?|linearly interpolated|pro[- ]?rata|pro[- ]?rated|proportional)';
const below = '(?:below|under|less than|lower than|<)';
const above = '(?:above|over|beyond|past|more than|>)';
const perStep = '(?:for (?:each|every)|per|with (?:each|every)|each|every)';

/** In the order in which they are asked, at each place where the last one ended. */
const pieces: readonly Piece[] = [
  { found: pattern(`${below} ${x('x')}(?: ?[:=,-]+)? ?(?:(?:the )?(?:payout|score|bonus) )?(?:${gives} ?)?${y('y')}`, 'iy'), take: outside('below') },
  { found: pattern(`(?:pays? |scores? )?${y('y')},? ${below} (?:an? )?(?:attainment of )?${x('x')}`, 'iy'), take: outside('below') },
  { found: pattern(`${above} ${x('x')},? (?:an? |adds? |earns? |pays? |by )*(?:extra |additional |further )?${y('y')}(?: (?:more|extra|additional|further))? ${perStep} (?:additional |further |extra )?(?<step>{r}|{m})(?: (?:above|over|of|beyond) (?:that|it|attainment|achievement|${goal})| ?point)?`, 'iy'), take: slope },
  { found: pattern(`(?:${upward} |plus |adding )?(?:by |at )?(?:an? )?(?:extra |additional |further )?${y('y')}(?: (?:more|extra|additional))? ${perStep} (?:additional |further |extra )?(?<step>{r}|{m})(?: (?:of )?(?:attainment|achievement))?(?: (?:above|over|beyond) (?:that|it|${x('x')}))?`, 'iy'), take: slope },
  { found: pattern(`(?:${upward} )?(?<rises>${evenly},? |(?<=rising |rises |increasing |increases |falling |decreasing |declining ))?(?:up |down )?to ${y('y')} (?:at|for|when|by) ${x('x')}${onwards}`, 'iy'), take: knot },
  { found: pattern(`(?:up |down )?to ${y('y')} (?:at|for|when|by) ${x('x')}${onwards}`, 'iy'), take: knot },
  { found: pattern(`(?:up |down )?to ${y('y')}(?! (?:at|for|when|by))`, 'iy'), take: until },
  { found: pattern(`${above} ${x('x')}(?: ?[:=,-]+)? ?(?:(?:the )?(?:payout|score|bonus) )?(?:${gives} ?)?${y('y')}`, 'iy'), take: outside('above') },
  { found: pattern(`(?:at |for )?${named}${x('x')}${onwards}(?: ?[:=] ?| ?(?:->|→) ?| - | (?={p})|,? ${subject}${gives} ?(?:an? )?)${y('y')}(?! (?:at|for|when|if) )`, 'iy'), take: knot },
  { found: pattern(`(?:${named}(?:(?:pays?|scores?|earns?|gives?|payout|bonus|is|=|:) ?)+)?${y('y')} (?:at|for|when|if) (?:attainment of |achievement of )?${x('x')}${onwards}`, 'iy'), take: knot },
  { found: pattern(`${cap} ${y('y')}`, 'iy'), take: limit },
  { found: pattern(`${lineBetween}|${lineWords}`, 'iy'), take: (all) => (all.joined = true) },
]; // prettier-ignore

/** What is measured, in front of everything. */
const headings = [/^[a-z][a-z '/&-]{1,60}?(?::| -) /i, /^[a-z][a-z '/&:-]{1,60}?\. /i];
const join = /(?:[\s,;.)]|\b(?:and|but|with|then)\b)*/iy;

/** The pieces that use a text up from a position; null where something is left over. */
function consume(skeleton: Skeleton, from: number): Pieces | null {
  const all: Pieces = {
    knots: [],
    slopes: [],
    joined: false,
    share: null,
    unit: undefined,
    below: null,
    above: null,
    cap: null,
    top: null,
  };
  for (let at = from; at < skeleton.text.length;) {
    join.lastIndex = at;
    at += join.exec(skeleton.text)?.[0].length ?? 0;
    if (at >= skeleton.text.length) break;
    const next = pieceAt(skeleton, at, all);
    if (next === null) return null;
    at = next;
  }
  return all;
}

function pieceAt(skeleton: Skeleton, at: number, all: Pieces): number | null {
  for (const { found, take } of pieces) {
    found.lastIndex = at;
    const match = found.exec(skeleton.text);
    const end = match ? match.index + match[0].length : at;
    if (match && /^(?![\w%])/.test(skeleton.text.slice(end)) && take(all, skeleton, match)) return end;
  }
  return null;
}

const longest = 500;

/**
 * Reads a text as points of straight lines.
 *
 * @returns formulas that hold between the points and bands outside them, or null where the text is something else
 */
export function straightLine(skeleton: Skeleton): readonly LineRule[] | null {
  if (skeleton.text.length > longest || !straight.test(skeleton.text)) return null;
  const heads = [0, ...headings.map((found) => found.exec(skeleton.text)?.[0].length ?? 0)];
  const read = heads.reduce<Pieces | null>(
    (found, from, index) => found ?? (index > 0 && from === 0 ? null : consume(skeleton, from)),
    null,
  );
  const ends = read && points(read);
  return read && ends && between(read, ends);
}
