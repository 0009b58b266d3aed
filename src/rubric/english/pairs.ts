/**
 * Lists of what is given for what: `95% or more = 5, at least 90% = 4, otherwise 0`, `Preferred 90 - 100, Approved 75 - 89`,
 * `10 points for 98% or above`, `none - 20 1 error - 15`. Condition and outcome stand in either order; the pairs must use a text up.
 */
import Decimal from 'decimal.js';
import { phrasesOf } from '../families/phrases';
import { exactly, type Interval } from '../interval';
import { readUnit, sameKind, unitKind, type UnitName } from '../quantity';
import type { Amount, Award, BandRule, LabelRule, Rule } from '../rule';
import { tierWords } from '../vocabulary';
import { hazard } from './steps';
import { chunkAt, pattern, placeOf, printed, quantityOf, stretch, type Skeleton } from './skeleton';
import { intervals } from './intervals';

type Unplaced<Kind extends Rule> = Omit<Kind, 'span'>;

/** A rule with the place of its pair in the normalised text. */
export interface Placed {
  readonly rule: Rule;
  readonly place: { readonly start: number; readonly end: number };
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const knownTier = tierWords
  .filter((word) => /^[a-z]/.test(word))
  .concat([
    'no award',
    'no bonus tier',
    'not approved',
    'improvement required',
    'improvement needed',
    'world class',
    'world-class',
    'at standard',
    'below standard',
    'above standard',
    'high performer',
    'low performer',
    'distinction',
    'merit',
    'credit',
    'first class',
    'second class',
    'third class',
    'a star',
    'beginner',
    'leading',
    'partial',
    'sufficient',
    'insufficient',
    'elite',
    'premier',
    'certified',
    'suspended',
    'tier 1',
    'tier 2',
    'tier 3',
    'compliant',
    'non-compliant',
    'on target',
    'off target',
    'watch',
    'watchlist',
  ])
  .sort((a, b) => b.length - a.length)
  .map(escaped)
  .join('|');
const letter = "[A-FS](?: ?[+-]|\\*)?(?![\\w'])";
const tier = `(?:(?:(?<![\\w-])(?:(?:${knownTier})(?: (?:light|flag|card|performance|performer|rating|supplier|status|zone|level|band|grade|tier))?(?![\\w-])|(?:grade |band |rating |category |class )?${letter}))(?! (?!(?:for|if|when|where|with|at|is|are|means|requires|less|under|below|above|over|more|between|from|up|within|no|not|and|or|otherwise|greater|lower|higher|fewer|exactly|to)\\b)[a-z]))`;
const points = '(?:{p}|{n}(?! ?(?:or|and|to|-) ))(?: ?(?:points?|pts?|marks?))?';
const payout =
  '(?:(?:pays?(?: out)?|payout(?: of| is|:)?|receives?|earns?) {r}|{r} (?:payout|paid|of (?:the |their |your )?(?:target |maximum |full |total |monthly |annual |quarterly |available |individual )*(?:bonus|award|incentive|payout|points|marks|credit|score)))(?: of (?:the |their |your )?(?:target |maximum |full |total |monthly |annual |quarterly |available |individual )*(?:bonus|award|incentive|payout|points|marks|score|credit))?';
const verb =
  '(?:(?:will )?(?:be )?(?:earns?|scores?|gets?|gives?|receives?|is worth|worth|awarded|awards?|pays|is|are|rated?(?: as)?|graded?(?: as)?|means|equals?|score of|rating of|rating|score|grade|receive|counts as|classed as|classified as|considered|a? ?bonus of)(?: an?)? )?';
/** A dash right before a number behind a space is its sign. */
const separator = '(?: ?\\( ?| ?(?:=>|->|→|=|:|,) ?| ?-(?: |(?![\\ue000-\\ue5ff]))|(?<! )-(?=[\\ue000-\\ue5ff])| )';
const taking = '(?:minus|deducts?|deduction of|loses?|less|penalty of|penalty|-) ?';
const conditional = '(?:for|if|when|where|with|at|is|are|means|requires|=|:|->|→|-|\\(|,)';
const none =
  '\\b(?:none|(?:no|zero) (?:[a-z]{3,14} )?(?!points|marks|results|bonus|status)(?:[a-z]{3,18}s|reduction|change|absence|downtime|increase|delay|loss|injury|incident|complaint))\\b';
const rest =
  '\\b(?:otherwise|else|anything else|all others?|any(?:thing)? other(?: result| value| case)?|everything else|in all other cases|all other (?:cases|results|values)|rest|(?:anything |everything |any )(?:lower|higher|less|more|longer|slower|worse|later|greater|beyond|below|above|over|under)(?: (?:than )?(?:that|this))?|(?:lower|longer|slower|worse|later)(?= ?(?:[:=-]|->|→)))\\b';
const condition = `(?:{i}(?: or {i})?|{q}|${none}|${rest})`;
const plain = '[^,;:=+×÷*\\n\\ue000-\\ue5ff]';

const outcome = (index: number): string =>
  `(?:(?:${verb}(?<take${index}>${taking})?(?:the )?(?:full )?(?<points${index}>${points})(?: ?\\(?-? ?(?<also${index}>${tier})\\)?)?)|${verb}(?<share${index}>{s}|none(?= ?(?:$|[,;.)]))|${payout})|${verb}(?<tier${index}>${tier})(?: ?[(,:-] ?(?<with${index}>${points})\\)?)?)`;

const note = '(?: ?\\((?:[^()\\ue000-\\ue5ff]{0,80}|{v})\\))?(?: - [^;,:\\n\\ue000-\\ue2ff]{1,60}(?=[;,\\n]|$))?';
/** Condition, then outcome. */
const conditionFirst = pattern(
  `[\\s,/]*(?:and |but )?(?<lead>${plain}{0,70}?)(?<c>${condition})(?<mid>${plain}{0,50}?)${separator}${outcome(1)}\\)?(?<note>${note})(?=[\\s,;/.)]|$)`,
  'iy',
);
/** Outcome, then condition. */
const outcomeFirst = pattern(
  `[\\s,/]*(?:and |but |or )?(?:${plain}{2,60}?(?:graded|rated|classed|classified|scored|ranked)(?: as)? )?${outcome(2)} ?(?:(?:${conditional}) ?)*(?<lead>${plain}{0,60}?)(?<c>${condition})(?<mid>\\)?(?: ?${plain}{0,60}?)?)(?<note>${note})(?=[\\s,;/.)]|$)`,
  'iy',
);

interface Pair {
  readonly match: RegExpExecArray;
  readonly awardFirst: boolean;
  readonly start: number;
  readonly end: number;
}

const spoiled =
  /\b(?:each|every|per(?! (?:month|week|year|day|quarter|shift|audit|period|call))|above target|below target|over target|under target|of target by|deduct\w*|lose[sd]?|minus|penal\w*)\b/i;
const namesTier = new RegExp(tier, 'i');
const anyTierIn = (words: string): boolean => namesTier.test(words.replace(/\b(?:a|e)\b/gi, ' '));

/** -5 behind a word is taken away, not a number that is reached. */
const signed = (match: RegExpExecArray): boolean => {
  const at = match[0].indexOf(match.groups?.c ?? '');
  return /(?:^|\s)[-+]$/.test(match[0].slice(0, at));
};

function isPair(match: RegExpExecArray, skeleton: Skeleton): boolean {
  const { lead = '', mid = '', c = '' } = match.groups ?? {};
  if (signed(match)) return false;
  const around = `${lead} ${mid}`;
  if (hazard.test(around) || spoiled.test(around) || anyTierIn(around) || cutOff.test(mid)) return false;
  return chunkAt(skeleton, c[0])?.kind !== 'points' || Boolean(tierOf(match));
}

/** A comparison that the number before it was not read with. */
const cutOff = /\b(?:or|and) (?:more|less|fewer|above|below|over|under|better|higher|lower|up)\b/i;

const group = (match: RegExpExecArray, name: string): string | undefined => match.groups?.[`${name}1`] ?? match.groups?.[`${name}2`];
const tierOf = (match: RegExpExecArray): string | undefined => group(match, 'tier') ?? group(match, 'also');

function pairAt(skeleton: Skeleton, at: number, found: RegExp): Pair | null {
  found.lastIndex = at;
  const match = found.exec(skeleton.text);
  if (!match || !isPair(match, skeleton)) return null;
  return { match, awardFirst: found === outcomeFirst, start: match.index, end: match.index + match[0].length };
}

const used = (skeleton: Skeleton, from: number): boolean => /^[\s,;./)]*$/.test(skeleton.text.slice(from));

/** Pairs that use up a stretch; the order of the first pair is tried first for the others, too. */
function chain(skeleton: Skeleton, at: number, preferred: boolean | null, failed: Set<number> = new Set()): readonly Pair[] | null {
  if (used(skeleton, at)) return [];
  if (failed.has(at)) return null;
  const order = preferred === false ? [conditionFirst, outcomeFirst] : [outcomeFirst, conditionFirst];
  for (const found of order) {
    const pair = pairAt(skeleton, at, found);
    const more = pair && chain(skeleton, pair.end, pair.awardFirst, failed);
    if (pair && more) return [pair, ...more];
  }
  failed.add(at);
  return null;
}

const isBareNumber = (skeleton: Skeleton, char: string | undefined): boolean => chunkAt(skeleton, char)?.kind === 'number';

/** 0 = 5, 1 = 3: either number may be the condition. */
function isAmbiguous(skeleton: Skeleton, { match }: Pair): boolean {
  return isBareNumber(skeleton, match.groups?.c?.[0]) && isBareNumber(skeleton, group(match, 'points')?.[0]) && !tierOf(match);
}

/** `5 = Role model`, `A 18-20`: the number may be what the label is worth. Labels and levels have families of their own. */
function isScale(skeleton: Skeleton, { match }: Pair): boolean {
  const chunk = chunkAt(skeleton, match.groups?.c?.[0]);
  const name = tierOf(match);
  if (!name || group(match, 'points') || group(match, 'with') || group(match, 'share')) return false;
  return (
    chunk?.kind === 'number' ||
    chunk?.kind === 'points' ||
    (chunk?.kind === 'interval' && chunk.ranged && (chunk.unit === null || chunk.unit === '分'))
  );
}

/** The pairs of one line of a list; null where something is left over. */
function pairsOf(skeleton: Skeleton, preferred: boolean | null): readonly Pair[] | null {
  return chain(skeleton, 0, preferred);
}

function amountOf(skeleton: Skeleton, match: RegExpExecArray): Amount | null {
  const written = group(match, 'points') ?? group(match, 'with') ?? group(match, 'share');
  const char = Array.from(written ?? '').find((each) => chunkAt(skeleton, each));
  const chunk = chunkAt(skeleton, char);
  if (chunk?.kind === 'share') return setTo(new Decimal(chunk.share), 'fullMarks');
  if (/^none/i.test(written ?? '')) return setTo(new Decimal(0), 'points');
  const quantity = quantityOf(skeleton, char);
  if (!quantity) return null;
  const amount = quantity.unit === '%' ? setTo(quantity.amount.div(100), 'fullMarks') : setTo(quantity.amount, 'points');
  return group(match, 'take') === undefined ? amount : { ...amount, mode: 'deduct' };
}

const setTo = (at: Decimal, of: Amount['of']): Amount => ({ mode: 'set', low: at, high: at, of });

function awardOf(skeleton: Skeleton, match: RegExpExecArray): Award {
  const name = tierOf(match)?.trim() ?? null;
  return {
    tier: name && printed(skeleton, name).replace(/^(?:grade|band|rating|category|class) /i, ''),
    amount: amountOf(skeleton, match),
  };
}

function bandOf(interval: Interval, unit: UnitName | null, form: BandRule['form'], award: Award): Unplaced<BandRule> {
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
  if (!head || !isTitle(line, head[0]) || hazard.test(head[0])) return null;
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
  const unit = countedIn(first.find((found) => found !== null)?.title ?? '');
  const read = raised.map((line, at) => readPairs(line, preferred === null ? (first[at] ?? null) : linePairs(line, preferred), preferred));
  return read.map((rules) => rules && rules.map((each) => withUnit(unit ? counted(each, unit) : each, read)));
}

function readPairs(line: Skeleton, found: LinePairs | null, preferred: boolean | null): readonly Placed[] | null {
  const imposing = impositions(line) ?? impositionsBehind(line);
  if (imposing) return imposing;
  if (!found || (preferred === null && found.pairs.some((pair) => isAmbiguous(found.line, pair)))) return null;
  return found.pairs.flatMap((pair) => placed(found.line, pair));
}

/** `Errors per 100 invoices: 0-1 …`: what the title counts, where the bands have no unit of their own. */
function countedIn(title: string): UnitName | null {
  if (/scores?\b|rate|rating|index|percent|%|level|grade|mark|point|ratio|average|hours|minutes|days|weeks|months/i.test(title))
    return null;
  const nouns = [...title.matchAll(/[a-z]{4,}s\b/gi)];
  const units = nouns.flatMap(([noun]) => readUnit(noun, 0) ?? []);
  return units.find(({ unit }) => unitKind(unit) === 'count')?.unit ?? (nouns.length > 0 ? '个' : null);
}

/** Above this, whole numbers are as likely a score or a rate. */
const mostCounted = 50;

/** A band of whole numbers under a title that counts. */
function counted(each: Placed, unit: UnitName): Placed {
  const { rule } = each;
  const whole =
    rule.kind === 'band' &&
    [rule.interval.low, rule.interval.high].every((bound) => !bound || (bound.at.isInteger() && bound.at.lte(mostCounted)));
  return rule.kind === 'band' && rule.unit === null && whole ? { ...each, rule: { ...rule, unit, whole: true } } : each;
}

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

const awarding = pattern('{v}|{r}|{s}');
const described = new RegExp(`^(?<tier>${tier})(?: ?\\((?<points>[^()]{1,16})\\))? ?(?:-|:|=) ?(?<words>[^;\\n]{3,300})$`, 'i');

/** `Good - replies within agreed time`: a tier and what it means. */
export function describedTier(line: Skeleton): Placed | null {
  const match = described.exec(line.text);
  const { tier: name, words = '', points: given = '' } = match?.groups ?? {};
  if (!name || awarding.test(words)) return null;
  const quantity = quantityOf(line, given[0]);
  if (given !== '' && (!quantity || given.length > 1)) return null;
  const place = placeOf(line);
  const text = printed(line, words);
  const award: Award = { tier: printed(line, name), amount: quantity && setTo(quantity.amount, 'points') };
  return { rule: { kind: 'label', span: place, label: award.tier, phrases: [...new Set([text, ...phrasesOf(text)])], award }, place };
}

const wholeTier = new RegExp(`^${tier}$`, 'i');
const isTierName = (words: string): boolean => wholeTier.test(words);

const state = pattern(`^(?<words>{w}{1,140}?)(?: ?(?:=>|->|→|=|:| - ) ?| )${verb}(?<sign>[-+])?(?<points>${points}|{s})$`);

/** `Held but not recorded: 2 points`, `Y - 10`: a state and its points. */
const pointsFirst = pattern(
  `^(?:(?:award|give|earn|receive)s? )?(?<sign>[-+])?(?<points>${points}|{s}) (?:if|for|when|where|-|:|=) (?<words>{w}{3,140})$`,
);

export function stateWithPoints(line: Skeleton): Placed | null {
  const match = state.exec(line.text) ?? pointsFirst.exec(line.text);
  const { words = '', points: given = '', sign } = match?.groups ?? {};
  if (!match || hazard.test(words) || spoiled.test(words)) return null;
  const text = words
    .replace(/^(?:if|when|where|for) /i, '')
    .replace(/[\s:=-]+$/, '')
    .replace(/^\(/, '');
  const chunk = chunkAt(line, given[0]);
  const quantity = quantityOf(line, given[0]);
  const amount =
    chunk?.kind === 'share'
      ? setTo(new Decimal(chunk.share), 'fullMarks')
      : quantity && setTo(sign === '-' ? quantity.amount.neg() : quantity.amount, 'points');
  if (!amount || text === '') return null;
  const place = placeOf(line);
  const short = text.length <= 3 || isTierName(text) ? text : null;
  return {
    rule: {
      kind: 'label',
      span: place,
      label: short,
      phrases: [...new Set([text, ...phrasesOf(text)])],
      award: { tier: text.length > 2 && isTierName(text) ? text : null, amount },
    },
    place,
  };
}
