/**
 * Lists of what is given for what: `95% or more = 5, at least 90% = 4, otherwise 0`, `Preferred 90 - 100, Approved 75 - 89`,
 * `10 points for 98% or above`, `none - 20 1 error - 15`. Condition and outcome stand in either order; the pairs must use a text up.
 */
import Decimal from 'decimal.js';
import { phrasesOf } from '../families/phrases';
import { exactly, type Interval } from '../interval';
import { readUnit, sameKind, unitKind, type UnitName } from '../quantity';
import type { Amount, Award, BandRule, LabelRule, Rule } from '../rule';
import { group, isAmbiguous, isScale, none, pairsOf, tierOf, used, type Pair } from './pairGrammar';
import { changing } from './steps';
import { chunkAt, pattern, placeOf, printed, quantityOf, stretch, type Skeleton } from './skeleton';
import { intervals } from './intervals';
import { ofService } from './quantities';

type Unplaced<Kind extends Rule> = Omit<Kind, 'span'>;

/** A rule with the place of its pair in the normalised text. */
export interface Placed {
  readonly rule: Rule;
  readonly place: { readonly start: number; readonly end: number };
}

function amountOf(skeleton: Skeleton, match: RegExpExecArray): Amount | null {
  const written = group(match, 'points') ?? group(match, 'with') ?? group(match, 'share');
  const char = Array.from(written ?? '').find((each) => chunkAt(skeleton, each));
  const chunk = chunkAt(skeleton, char);
  if (chunk?.kind === 'share') return setTo(new Decimal(chunk.share), 'fullMarks');
  if (/^none/i.test(written ?? '')) return setTo(new Decimal(0), 'points');
  const quantity = quantityOf(skeleton, char);
  if (!quantity) return null;
  const amount =
    quantity.unit === '%' && !isRise(written ?? '', quantity.amount, skeleton.source)
      ? setTo(quantity.amount.div(100), 'fullMarks')
      : setTo(quantity.amount, 'points');
  return group(match, 'take') === undefined ? amount : { ...amount, mode: 'deduct' };
}

/** `6% increase`, `5% credit`: the percentage is what is given, no share of the row's points. Larger credits are shares (`50% credit`). */
const isRise = (written: string, amount: Decimal, text: string): boolean =>
  /(?:increase|raise|rise|discount|rebate|refund|uplift|commission|increment|rate)$/i.test(written.trim()) ||
  (/credit$/i.test(written.trim()) && (amount.lte(30) || ofService.test(text)));

/** An amount that is set. */
export const setTo = (at: Decimal, of: Amount['of']): Amount => ({ mode: 'set', low: at, high: at, of });

function awardOf(skeleton: Skeleton, match: RegExpExecArray): Award {
  const name = tierOf(match)?.trim() ?? null;
  return {
    tier: name && printed(skeleton, name).replace(/^(?:grade|band|rating|category|class) /i, ''),
    amount: amountOf(skeleton, match),
  };
}

/** A band on the value itself. */
export function bandOf(interval: Interval, unit: UnitName | null, form: BandRule['form'], award: Award): Unplaced<BandRule> {
  return {
    kind: 'band', subject: null, measure: 'value', interval, unit, whole: unitKind(unit) === 'count', form, ofPoints: false,
    label: award.tier, phrases: [], award,
  }; // prettier-ignore
}

const zero = new Decimal(0);

/** `1+ accidents or not reported`: words that stand for the same. */
function alternatives(mid: string): readonly string[] {
  const found = /\bor (.{3,60})$/i.exec(mid.trim());
  return found ? phrasesOf(found[1] as string) : [];
}

/** `shorter than 8 or longer than 10 minutes`: two stretches for one award. */
function eitherOf(skeleton: Skeleton, c: string): { readonly intervals: readonly Interval[]; readonly unit: UnitName | null } | null {
  const [a, b] = [chunkAt(skeleton, c[0]), chunkAt(skeleton, c[c.length - 1])];
  if (c.length < 3 || a?.kind !== 'interval' || b?.kind !== 'interval' || !sameKind(a.unit, b.unit)) return null;
  return { intervals: [...a.intervals, ...b.intervals], unit: b.unit ?? a.unit };
}

const isNone = new RegExp(`^${none}$`, 'i');

function rulesOf(skeleton: Skeleton, pair: Pair): readonly (Unplaced<BandRule> | Unplaced<LabelRule>)[] {
  const { c = '' } = pair.match.groups ?? {};
  const award = awardOf(skeleton, pair.match);
  const chunk = chunkAt(skeleton, c[0]);
  const phrases = alternatives(pair.match.groups?.mid ?? '');
  const either = eitherOf(skeleton, c);
  if (either) return either.intervals.map((interval) => bandOf(interval, either.unit, 'compared', award));
  if (chunk?.kind === 'interval')
    return chunk.intervals.map((interval) => ({ ...bandOf(interval, chunk.unit, chunk.ranged ? 'range' : 'compared', award), phrases }));
  const quantity = quantityOf(skeleton, c[0]);
  if (quantity) return [{ ...bandOf(exactly(quantity.amount), quantity.unit, 'bare', award), phrases }];
  if (!isNone.test(c)) return [{ kind: 'label', label: null, phrases: ['otherwise'], award }];
  return [{ ...bandOf(exactly(zero), null, 'compared', award), whole: true, phrases: [c.trim().toLowerCase(), 'none'] }];
}

/** `4 points verbal warning`: what is imposed when so many points are reached, not what points are given for. */
const imposed = /warning|suspension|terminat|dismiss|disciplin|counsel/i;
const thresholds = pattern(
  `[\\s,/]*(?:and |at |reaching )?(?<c>{p}|{n})(?: points?)? ?(?:=|:|-|is|are|->|results? in|leads? to)? ?(?:an? )?(?<name>[a-z][a-z ]{2,40}?)(?=[,;.]|$)`,
  'iy',
);

function impositions(line: Skeleton): readonly Placed[] | null {
  const placed: Placed[] = [];
  for (let at = 0; !used(line, at);) {
    thresholds.lastIndex = at;
    const match = thresholds.exec(line.text);
    const quantity = quantityOf(line, match?.groups?.c);
    const name = match?.groups?.name ?? '';
    if (!match || !quantity || !imposed.test(name)) return null;
    const place = placeOf(stretch(line, match.index, match.index + match[0].length));
    const rule = bandOf({ low: { at: quantity.amount, inclusive: true }, high: null }, quantity.unit, 'range', {
      tier: name,
      amount: null,
    });
    placed.push({ rule: { ...rule, span: place }, place });
    at = match.index + match[0].length;
  }
  return placed.length > 1 ? placed : null;
}

function placed(line: Skeleton, pair: Pair): readonly Placed[] {
  const place = placeOf(stretch(line, pair.start, pair.end));
  return rulesOf(line, pair).map((rule) => ({ rule: { ...rule, span: place } as Rule, place }));
}

/** Words in front of a list that only say what is measured. */
const heading = pattern('^[^;=×÷*\\n]{2,100}?(?::| - | {2,})(?= ?[^ ])');

/** A title may hold a measure of its own (`Backlog older than 30 days:`), but nothing that is given. */
function isTitle(line: Skeleton, words: string): boolean {
  return Array.from(words).every((char, at) => {
    const chunk = chunkAt(line, char);
    if (!chunk || /\bper $/i.test(words.slice(0, at))) return true;
    const unit = chunk.kind === 'interval' ? chunk.unit : chunk.kind === 'measure' ? chunk.quantity.unit : null;
    return unit !== null && unit !== '分' && unitKind(unit) !== 'ratio' && unitKind(unit) !== 'count' && words.trimEnd().endsWith(':');
  });
}

interface LinePairs {
  readonly line: Skeleton;
  readonly pairs: readonly Pair[];
  /** The title set aside. */
  readonly title: string;
}

/** The pairs of a line, its heading set aside where it does not read as a whole. */
function linePairs(line: Skeleton, preferred: boolean | null): LinePairs | null {
  const whole = pairsOf(line, preferred);
  if (whole) return { line, pairs: whole, title: '' };
  const head = heading.exec(line.text);
  if (!head || !isTitle(line, head[0]) || changing.test(head[0])) return null;
  const behind = stretch(line, head[0].length, line.text.length);
  const pairs = pairsOf(behind, preferred);
  return pairs && { line: behind, pairs, title: head[0] };
}

/** Reads lines as pairs; null for each that is not used up by pairs. */
export function pairLines(lines: readonly Skeleton[]): readonly (readonly Placed[] | null)[] {
  const raised = lines.map(intervals);
  const first = raised.map((line) => linePairs(line, null));
  const all = first.flatMap((found) => found?.pairs.map((pair) => ({ line: found.line, pair })) ?? []);
  if (all.length > 0 && all.every(({ line, pair }) => isScale(line, pair))) return lines.map(() => null);
  const preferred = all.find(({ line, pair }) => !isAmbiguous(line, pair))?.pair.awardFirst ?? null;
  const title = titleOf(first.find((found) => found !== null) ?? null);
  const unit = countedIn(title) ?? raised.map((line) => countedIn(nounBehind(line))).find((one) => one !== null) ?? null;
  const read = raised.map((line, at) => readPairs(line, preferred === null ? (first[at] ?? null) : linePairs(line, preferred), preferred));
  return read.map((rules) => rules && rules.map((each) => withUnit(unit ? counted(each, unit) : each, read)));
}

/** What the list measures: its title, or the words around its first number. */
function titleOf(found: LinePairs | null): string {
  const { lead = '', mid = '' } = found?.pairs[0]?.match.groups ?? {};
  return found ? found.title || `${lead} ${mid}` : '';
}

const noun = /\d\+? ((?:[a-z]+-[a-z]{2,}|[a-z]{3,})s)\b/i;

/** `20 visits or more`, `8-9 follow-ups`: the noun behind the first number, which its comparison took in. */
function nounBehind(line: Skeleton): string {
  const { start, end } = placeOf(line);
  return noun.exec(line.source.slice(start, end))?.[1] ?? '';
}

function readPairs(line: Skeleton, found: LinePairs | null, preferred: boolean | null): readonly Placed[] | null {
  const imposing = impositions(line) ?? impositionsBehind(line);
  if (imposing) return imposing;
  if (!found || (preferred === null && found.pairs.some((pair) => isAmbiguous(found.line, pair)))) return null;
  return found.pairs.flatMap((pair) => placed(found.line, pair));
}

/** `Errors per 100 invoices: 0-1 …`: what the title counts, where the bands have no unit of their own. */
export function countedIn(title: string): UnitName | null {
  if (/scores?\b|rate|rating|index|percent|%|level|grade|mark|point|ratio|average|hours|minutes|days|weeks|months/i.test(title))
    return null;
  const nouns = [...title.matchAll(/(?:[a-z]+-[a-z]{2,}|[a-z]{4,})s\b/gi)];
  const units = nouns.flatMap(([noun]) => readUnit(noun, 0) ?? []);
  return units.find(({ unit }) => unitKind(unit) === 'count')?.unit ?? (nouns.length > 0 ? '个' : null);
}

/** Above this, whole numbers are as likely a score or a rate. */
const mostCounted = 50;

/** A band of whole numbers of things that are counted. */
export function countedBand(band: BandRule, unit: UnitName): BandRule {
  const { low, high } = band.interval;
  const whole = [low, high].every((bound) => !bound || (bound.at.isInteger() && bound.at.lte(mostCounted)));
  return band.unit === null && whole ? { ...band, unit, whole: true } : band;
}

/** A band of whole numbers under a title that counts. */
export const counted = (each: Placed, unit: UnitName): Placed =>
  each.rule.kind === 'band' ? { ...each, rule: countedBand(each.rule, unit) } : each;

/** `none` beside `1 error`: no errors. */
function withUnit(each: Placed, every: readonly (readonly Placed[] | null)[]): Placed {
  const { rule } = each;
  if (rule.kind !== 'band' || rule.unit !== null || !rule.phrases.includes('none')) return each;
  const beside = every.flatMap((line) => line ?? []).find((other) => other.rule.kind === 'band' && other.rule.unit !== null)?.rule;
  return beside?.kind === 'band' ? { ...each, rule: { ...rule, unit: beside.unit } } : each;
}

function impositionsBehind(line: Skeleton): readonly Placed[] | null {
  const head = heading.exec(line.text);
  return head ? impositions(stretch(line, head[0].length, line.text.length)) : null;
}
