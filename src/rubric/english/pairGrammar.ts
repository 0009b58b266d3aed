/** The grammar of pairs: a condition and what it gives, in either order, with the words that may stand between them. */
import { tierWords } from '../vocabulary';
import { chunkAt, pattern, type Skeleton } from './skeleton';
import { hazard } from './steps';

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
/** A tier: a word of the table or a letter, not an adjective of something else (`average score`). */
export const tier = `(?:(?:(?<![\\w-])(?:(?:${knownTier})(?: (?:light|flag|card|performance|performer|rating|supplier|status|zone|level|band|grade|tier))?(?![\\w-])|(?:grade |band |rating |category |class )?${letter}))(?! (?!(?:for|if|when|where|with|at|is|are|means|requires|less|under|below|above|over|more|between|from|up|within|no|not|and|or|otherwise|greater|lower|higher|fewer|exactly|to)\\b)[a-z]))`;
/** Points, or a bare number where points are meant. */
export const points = '(?:{p}|{n}(?! ?(?:or|and|to|-) ))(?: ?(?:points?|pts?|marks?))?';
const payout =
  '(?:(?:pays?(?: out)?|payout(?: of| is|:)?|receives?|earns?) {r}|{r} (?:payout|paid|of (?:the |their |your )?(?:target |maximum |full |total |monthly |annual |quarterly |available |individual )*(?:bonus|award|incentive|payout|points|marks|credit|score)))(?: of (?:the |their |your )?(?:target |maximum |full |total |monthly |annual |quarterly |available |individual )*(?:bonus|award|incentive|payout|points|marks|score|credit))?|{r} (?:(?:pay|salary|merit|base|wage|service|price|annual|commission) )*(?:increase|raise|rise|credit|discount|rebate|refund|uplift|commission|increment|(?<=commission |base |[\\ue200-\\ue2ff] )rate)';
/** What joins a condition to its outcome. */
export const verb =
  '(?:(?:will )?(?:be )?(?:earns?|scores?|gets?|gives?|receives?|is worth|worth|awarded|awards?|pays|is|are|rated?(?: as)?|graded?(?: as)?|means|equals?|score of|rating of|rating|score|grade|receive|counts as|classed as|classified as|considered|a? ?bonus of)(?: an?)? )?';
/** A dash right before a number behind a space is its sign. */
const separator = '(?: ?\\( ?| ?(?:=>|->|→|=|:|,) ?| ?-(?: |(?![\\ue000-\\ue5ff]))|(?<! )-(?=[\\ue000-\\ue5ff])| )';
const taking = '(?:minus|deducts?|deduction of|loses?|less|penalty of|penalty|-) ?';
const conditional = '(?:for|if|when|where|with|at|is|are|means|requires|=|:|->|→|-|\\(|,)';
/** None of what is counted. */
export const none =
  '\\b(?:none|(?:no|zero) (?:[a-z]{3,14} )?(?!points|marks|results|bonus|status)(?:[a-z]{3,18}s|reduction|change|absence|downtime|increase|delay|loss|injury|incident|complaint))\\b';
/** Everything that the other conditions leave. */
export const rest =
  '\\b(?:otherwise|else|anything else|all others?|any(?:thing)? other(?: result| value| case)?|everything else|in all other cases|all other (?:cases|results|values)|rest|(?:anything |everything |any )(?:lower|higher|less|more|longer|slower|worse|later|greater|beyond|below|above|over|under)(?: (?:than )?(?:that|this))?|(?:lower|longer|slower|worse|later)(?= ?(?:[:=-]|->|→)))\\b';
const condition = `(?:{i}(?: or {i})?|{q}|${none}|${rest})`;
const plain = '[^,;:=+×÷*\\n\\ue000-\\ue5ff]';

const outcome = (index: number): string =>
  `(?:(?:${verb}(?<take${index}>${taking})?(?:the )?(?:full )?(?<points${index}>${points})(?: ?\\(?-? ?(?<also${index}>${tier})\\)?)?)|${verb}(?<share${index}>{s}|none(?= ?(?:$|[,;.)]))|(?<=(?:→|->|=>) ?){r}(?= ?(?:$|[,;.)]))|${payout})|${verb}(?<tier${index}>${tier})(?: ?[(,:-] ?(?<with${index}>${points})\\)?)?)`;

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

/** One pair as it was matched. */
export interface Pair {
  readonly match: RegExpExecArray;
  readonly awardFirst: boolean;
  readonly start: number;
  readonly end: number;
}

/** Words of steps and deductions: a pair that holds them is none. */
export const spoiled =
  /\b(?:each|every|top|bottom|next|highest|lowest|per(?! (?:month|week|year|day|quarter|shift|audit|period|call))|above target|below target|over target|under target|of target by|deduct\w*|lose[sd]?|minus|penal\w*)\b/i;
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

/** A part of a pair, whichever side came first. */
export const group = (match: RegExpExecArray, name: string): string | undefined => match.groups?.[`${name}1`] ?? match.groups?.[`${name}2`];
/** The tier that a pair names. */
export const tierOf = (match: RegExpExecArray): string | undefined => group(match, 'tier') ?? group(match, 'also');

/** Behind an arrow stands what is given: `0 → 100%`. */
const arrow = /→|->|=>/;

function pairAt(skeleton: Skeleton, at: number, found: RegExp): Pair | null {
  found.lastIndex = at;
  const match = found.exec(skeleton.text);
  if (!match || !isPair(match, skeleton)) return null;
  if (found === outcomeFirst && arrow.test(match[0]) && !tierOf(match)) return null;
  return { match, awardFirst: found === outcomeFirst, start: match.index, end: match.index + match[0].length };
}

/** Whether nothing but signs is left from a position. */
export const used = (skeleton: Skeleton, from: number): boolean => /^[\s,;./)]*$/.test(skeleton.text.slice(from));

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
export function isAmbiguous(skeleton: Skeleton, { match }: Pair): boolean {
  return isBareNumber(skeleton, match.groups?.c?.[0]) && isBareNumber(skeleton, group(match, 'points')?.[0]) && !tierOf(match);
}

/** `5 = Role model`, `A 18-20`: the number may be what the label is worth. Labels and levels have families of their own. */
export function isScale(skeleton: Skeleton, { match }: Pair): boolean {
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
export function pairsOf(skeleton: Skeleton, preferred: boolean | null): readonly Pair[] | null {
  return chain(skeleton, 0, preferred);
}
