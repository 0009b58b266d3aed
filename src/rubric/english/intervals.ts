/** The second level of the cascade: numbers with what bounds them. Tables of wording, the most particular first. */
import Decimal from 'decimal.js';
import type { Interval } from '../interval';
import { between, exactly } from '../interval';
import { makers } from '../lexer/bounded';
import { convert, readUnit, sameKind, unitKind, type UnitName } from '../quantity';
import type { Quantity } from '../types';
import { comparisonsAfter, comparisonsBefore, type Comparison } from '../vocabulary';
import { chunkAt, edited, pattern, quantityOf, rewritten, type Chunk, type Edit, type Skeleton } from './skeleton';

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const isEnglish = (word: string): boolean => /^[\x20-\x7e≥≤]+$/.test(word);
const alternation = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).map(escaped).join('|'); // prettier-ignore

/** Wording that only English has, beside the shared tables. */
const moreBefore: Readonly<Record<Comparison, readonly string[]>> = {
  atLeast: ['from', 'minimum', 'min', 'not below', 'not under', '≧', 'no lower than', 'not lower than', 'no worse than', 'at or above', 'at or over', 'on or above', 'equal to or above', 'at or better than', 'equal to or greater than', 'equal to or more than'],
  moreThan: ['beyond', 'exceeded', 'better than', 'upwards of', 'after', 'larger than', 'bigger than', 'taller than', 'wider than', 'heavier than'],
  atMost: ['maximum', 'max', 'not above', 'no higher than', 'not higher than', 'no longer than', 'no greater than', 'not greater than', 'not longer than', 'no later than', 'inside', 'at or below', 'at or under', 'on or below', 'equal to or below', 'equal to or less than', 'on or before'],
  lessThan: ['worse than', 'faster than', 'quicker than', 'sooner than', 'short of', 'before', 'smaller than', 'lighter than', 'narrower than', 'anything below', 'anything under'],
  exactly: ['a total of', 'only', 'just'],
}; // prettier-ignore

const moreAfter: Readonly<Record<Comparison, readonly string[]>> = {
  atLeast: ['and up', 'and upwards', 'and better', 'or longer', 'and longer', 'or later', 'or slower', 'or worse than that', 'minimum', 'upwards', 'or beyond', 'and beyond', 'or above', '>='],
  moreThan: [],
  atMost: ['or faster', 'or sooner', 'or earlier', 'or quicker', 'or shorter', 'max', 'maximum', 'or better than that', 'at most', 'tops', 'at the most'],
  lessThan: [],
  exactly: ['exactly', 'only'],
}; // prettier-ignore

type Table = readonly { readonly comparison: Comparison; readonly words: string }[];
const comparisons = Object.keys(moreBefore) as readonly Comparison[];

const tableOf = (shared: Readonly<Record<Comparison, readonly string[]>>, own: Readonly<Record<Comparison, readonly string[]>>): Table =>
  comparisons
    .map((comparison) => ({
      comparison,
      words: alternation([...shared[comparison].filter((word) => isEnglish(word) && word !== '=' && word !== '+'), ...own[comparison]]),
    }))
    .filter(({ words }) => words !== '');

const before = tableOf(comparisonsBefore, moreBefore);
const after = tableOf(comparisonsAfter, moreAfter);

const anyBefore = pattern(
  `(?<![\\w-])(?!(?<={q} ?(?:or|and|&) )(?!\\w+ than\\b))(?:(${before.map(({ words }) => words).join(')|(')}))(?: (?:an? |the )?(?:score|rating|total|average|result)? ?(?:of )?)? ?(?:or equal to )?({q})`,
  'gi',
);
const anyAfter = pattern(
  `({q})(?: (?:late|early|old|long|off|short|overdue|of [a-z]{3,12}|errors?|mistakes?|complaints?|[a-z]{2,14}(?:-[a-z]{2,10})?|[a-z]{3,14} [a-z]{3,14}s)(?= (?:or|and) (?:more|less|fewer|above|below|over|under|better|higher|lower|longer|shorter|faster|slower|later|earlier)\\b))? ?(?:(${after.map(({ words }) => words).join(')|(')})|(\\+)(?=[\\s,;:.)=-]|$|{x}))(?![\\w])`,
  'gi',
);

const exclusive = String.raw`(?:up )?to (?:but )?(?:not including|just under|just below|less than|under|below|<)|(?:up )?to but (?:less than|under|below|not including)|(?:or (?:more|above|higher|greater|better)|and (?:above|over|up|more))?,? ?(?:but|yet) (?:less than|under|below|lower than|fewer than|not more than|<)|(?:or (?:more|above|higher)|and (?:above|over|up)),? (?:to )?(?:less than|under|below|<)|- ?<|-(?:less than|under|below) `;
const rangeExclusive = pattern(
  `(?:from |between |>= ?|≥ ?|at least )?(?<!\\b(?:more than|above|over|exceeding|greater than|in excess of) )({q}) ?(?:${exclusive}) ?({q})`,
  'gi',
);
const rangeBetween = pattern(
  `(?:(?:more than|above|over|exceeding|in excess of|greater than|>) ?({q}),? ?(?:and|but|to|up to|,|-)? ?(?:up to|not more than|no more than|no longer than|at most|not exceeding|to|≤|<=) ?({q}))`,
  'gi',
);
const rangeUpTo = pattern(
  '(?:at least|from|minimum(?: of)?|>=|≥) ?({q}),? ?(?:and|but|to) (?:up to|at most|not more than|no more than|not exceeding|maximum(?: of)?) ({q})',
  'gi',
);
const rangePlain = pattern(
  `(?:(?:from|between|of|scores? of) )?(?:({q}) ?(?:-|~|to|through|thru|up to) ?({q})|(?<=between )({q}) and ({q}))(?: (?:inclusive|incl\\.?|\\(inclusive\\)))?`,
  'gi',
);
const rangeAnd = pattern(`(?:anywhere )?between ({q}) (?:and|-|to) ({q})(?:,? ?\\(?(?:inclusive|both included)\\)?)?`, 'gi');
const symmetric = pattern(
  `(?:(?<wide>more than|over|outside|beyond|exceeds?|>|greater than) ?|within ?|≤ ?|<= ?)?(?:±|\\+ ?/ ?-|plus or minus|plus/minus) ?({q})`,
  'gi',
);

/** 80-89%, 20 to 25 points, 5 to 10 days; `1 error - 15` is no range: the second number does not share the first one's unit. */
const pairs = (a: Quantity, b: Quantity): boolean => sameKind(a.unit, b.unit) && !(a.unit !== null && b.unit === null);

const chunk = (intervals: readonly Interval[], unit: UnitName | null, ranged = false): Chunk => ({
  kind: 'interval',
  intervals,
  unit,
  ranged,
});

function rangeOf(a: Quantity | null, b: Quantity | null, lowIn: boolean, highIn: boolean): Chunk | undefined {
  const to = a && b && a.unit !== null ? convert(b, a.unit) : b;
  if (!a || !b || !to || !pairs(a, b)) return undefined;
  const { low, high } = between(a.amount, to.amount);
  const ends = { low: low && { at: low.at, inclusive: lowIn }, high: high && { at: high.at, inclusive: highIn } };
  return chunk([ends], a.unit ?? b.unit, true);
}

function around(skeleton: Skeleton, match: RegExpExecArray): Chunk | undefined {
  const width = quantityOf(skeleton, match[match.length - 1]);
  if (!width) return undefined;
  const low = { at: width.amount.neg(), inclusive: true };
  const high = { at: width.amount, inclusive: true };
  if (!match.groups?.wide) return chunk([{ low, high }], width.unit);
  return chunk(
    [
      { low: null, high: { ...low, inclusive: false } },
      { low: { ...high, inclusive: false }, high: null },
    ],
    width.unit,
  );
}

/** The comparison whose group of an alternation matched; the last group of `before` is the number, `+` is at least. */
function comparisonOf(match: RegExpExecArray, table: Table, from: number): Comparison | null {
  const at = table.findIndex((_, index) => match[from + index] !== undefined);
  return table[at]?.comparison ?? null;
}

function compared(comparison: Comparison | null, quantity: Quantity | null): Chunk | undefined {
  return comparison && quantity ? chunk([makers[comparison](quantity.amount)], quantity.unit) : undefined;
}

const unitBehind = pattern('({i}) ?(?=[a-z%])', 'gi');

/** 5 or more errors: the unit behind the comparison. */
function withUnits(skeleton: Skeleton): Skeleton {
  const edits: Edit[] = [];
  for (const match of skeleton.text.matchAll(unitBehind)) {
    const code = match[1] as string;
    const found = skeleton.chunks[(code.charCodeAt(0) - 0xe000) % 0x100];
    const unit = found?.kind === 'interval' && found.unit === null ? readUnit(skeleton.text, match.index + 1) : null;
    if (unit && found?.kind === 'interval' && (unit.word.length > 1 || unit.word === '%') && unitKind(unit.unit) !== null)
      edits.push({ start: match.index, end: unit.end, chunk: { ...found, unit: unit.unit } });
  }
  return edited(skeleton, edits);
}

/** `negative = Poor`: below zero, where it stands for a number. */
const negative = /(?<=^|[,;|/(] ?)(?:any |a )?negative(?: (?:score|number|value|result)s?)?(?= ?(?:[:=-]|->|→))/gi;
const two = pattern('({i}) ?,? ?(?:but|and|&|,|to|yet)? ?({i})', 'gi');

/** `below 99.9% but at or above 99.5%`, `>3 and ≤7`: two bounds of one stretch. */
function bothSides(skeleton: Skeleton): Skeleton {
  return rewritten(skeleton, two, (match) => {
    const [a, b] = [chunkAt(skeleton, match[1]), chunkAt(skeleton, match[2])];
    if (a?.kind !== 'interval' || b?.kind !== 'interval' || a.intervals.length !== 1 || b.intervals.length !== 1) return undefined;
    const [one, other] = [a.intervals[0] as Interval, b.intervals[0] as Interval];
    const [below, above] = one.low === null ? [one, other] : [other, one];
    const { high } = below;
    const { low } = above;
    if (below.low !== null || above.high !== null || !high || !low || low.at.gte(high.at) || !sameKind(a.unit, b.unit)) return undefined;
    return chunk([{ low, high }], b.unit ?? a.unit, true);
  });
}

/** Finds all intervals of a skeleton whose quantities are known. */
export function intervals(skeleton: Skeleton): Skeleton {
  const at = (text: Skeleton, char: string | undefined): Quantity | null => quantityOf(text, char);
  let text = rewritten(skeleton, symmetric, (match) => around(skeleton, match));
  text = rewritten(text, rangeExclusive, (match) => rangeOf(at(text, match[1]), at(text, match[2]), true, false));
  text = rewritten(text, rangeBetween, (match) => rangeOf(at(text, match[1]), at(text, match[2]), false, true));
  text = rewritten(text, rangeUpTo, (match) => rangeOf(at(text, match[1]), at(text, match[2]), true, true));
  text = rewritten(text, rangeAnd, (match) => rangeOf(at(text, match[1]), at(text, match[2]), true, true));
  text = rewritten(text, rangePlain, (match) => rangeOf(at(text, match[1]), at(text, match[2]), true, true));
  text = rewritten(text, anyBefore, (match) => compared(comparisonOf(match, before, 1), at(text, match[before.length + 1])));
  text = rewritten(text, anyAfter, (match) =>
    compared(match[after.length + 2] ? 'atLeast' : comparisonOf(match, after, 2), at(text, match[1])),
  );
  return withUnits(
    bothSides(rewritten(text, negative, () => chunk([{ low: null, high: { at: new Decimal(0), inclusive: false } }], null))),
  );
}

/** The interval of a single number. */
export const pointOf = ({ amount }: Quantity): Interval => exactly(amount);
