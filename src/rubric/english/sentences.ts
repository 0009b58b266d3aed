/** What the lines of a text say: each sentence is a step, a veto, a list of pairs, a target, a formula or a note, or the text is left to others. */
import Decimal from 'decimal.js';
import type { Amount } from '../rule';
import type { Quantity } from '../types';
import { formulaSentence } from './formulas';
import { lateState } from './lateStates';
import { withoutHeading, withoutNotes } from './lines';
import { namedBands } from './namedBands';
import { firstTime, ordinalBands, type FirstTime } from './ordinals';
import { pairLines, type Placed } from './pairs';
import { anyChunk, chunkAt, pattern, printed, quantityOf, stretch, type Skeleton } from './skeleton';
import { describedTier, stateWithPoints } from './states';
import { changing, hazard, lostAmount, modeOf, stepSentence, type StepSentence } from './steps';
import { tariffs } from './tariffs';
import { vetoSentence, type VetoSentence } from './vetoes';

type Mode = Amount['mode'];

/** One sentence as it was read. */
export type Sentence =
  | { readonly kind: 'step'; readonly step: StepSentence }
  | { readonly kind: 'veto'; readonly veto: VetoSentence; readonly line: Skeleton }
  | { readonly kind: 'rules'; readonly placed: readonly Placed[] }
  | { readonly kind: 'target'; readonly quantity: Quantity; readonly line: Skeleton }
  | { readonly kind: 'formula'; readonly placed: readonly Placed[] }
  | { readonly kind: 'free'; readonly count: Decimal }
  | { readonly kind: 'first'; readonly time: FirstTime }
  | { readonly kind: 'lost'; readonly line: Skeleton }
  | { readonly kind: 'note' };

const target = pattern(
  '^(?<about>{w}{0,60}?)\\b(?:targets?|goal|standard|slot|allowance|quota|budget|limit|objective|threshold|benchmark)(?: (?:is|of|at|=|value|level|score|set|rate|:))* ?[:=]? ?(?<at>{q})(?: {w}{0,50})?$',
);
const allowed = pattern(
  '^(?<about>{w}{0,60}?)(?:should|must|shall|has to|have to|is to|are to) (?:be |not exceed |at least |within |under |in |below |above |no more than |reach |\\w+ed |\\w+en )+(?<at>{q})(?: {w}{0,50})?$',
);

/** `Cut length 50 mm`: what is measured should be so much. */
const nominal = pattern('^(?<about>[a-z][a-z ]{2,40}?)(?: is| of| =|:)? ?(?<at>{m})$');

/** `Response within 2 hours`, `First reply: no more than 4 hours`: the limit that steps beyond it start from. */
const stated = pattern(
  '^(?<about>[a-z]{w}{1,60}?):? (?:within|no later than|no more than|not more than|at most|at least|not less than|no less than) (?<at>{m}|{r})(?: of {w}{2,30})?$',
);

function targetSentence(line: Skeleton): Sentence | null {
  const match = target.exec(line.text) ?? allowed.exec(line.text) ?? nominal.exec(line.text) ?? stated.exec(line.text);
  const quantity = quantityOf(line, match?.groups?.at);
  if (!match || !quantity || quantity.unit === '分' || hazard.test(line.text)) return null;
  return { kind: 'target', quantity, line };
}

/** Words that say that something is given or taken, which a sentence without a number does not say enough about. */
const matters =
  /\b(?:deduct\w*|lose[sd]?|lost|penal\w*|taken off|points?|marks?|zero|fail\w*|disqualif\w*|bonus|forfeit\w*|half|full|veto|void|rejected|withheld|reduced|payout|paid|accordingly|pro-?rata|linear(?:ly)?|interpolat\w*|straight[- ]line|sliding scale|in between|rising|falling|progressive\w*|then|thereafter|(?:rate|price|discount|bonus|allowance) requires)\b/i;

function noteSentence(line: Skeleton): Sentence | null {
  if (anyChunk.test(line.text)) return null;
  return matters.test(line.text) || hazard.test(line.text) ? null : { kind: 'note' };
}

/** `no penalty for finishing early` beside a penalty: it takes nothing. */
const spared = pattern(
  '^(?:there (?:is|are) )?(?<share>{s})(?<what> (?:is|are|will be) \\w+(?: \\w+)?)? (?:for|if|when|up to|within|at|at or below|at or under|at or above|at or over|below|under|above|over) (?:{w}|{m}){2,80}$',
);

function isSpared(line: Skeleton): boolean {
  const match = spared.exec(line.text);
  const chunk = chunkAt(line, match?.groups?.share);
  return (
    chunk?.kind === 'share' &&
    (chunk.share === '1' ||
      /^no (?:bonus|extra|additional)/i.test(printed(line, match?.groups?.share ?? '')) ||
      /added|gained|extra|bonus/i.test(match?.groups?.what ?? ''))
  );
}

function sentenceOf(line: Skeleton, inherited: Mode | null): Sentence | null {
  const plain = withoutNotes(line);
  if (!anyChunk.test(plain.text) && lostAmount.test(plain.text)) return { kind: 'lost', line };
  const time = firstTime(plain);
  if (time) return { kind: 'first', time };
  const step = lateState(plain) ?? stepSentence(plain, inherited);
  if (step) return { kind: 'step', step };
  const free = freeSentence(plain);
  if (free) return free;
  if (isSpared(plain)) return { kind: 'note' };
  const about = targetSentence(plain);
  if (about) return about;
  const formula = formulaSentence(line);
  if (formula) return { kind: 'formula', placed: formula };
  const veto = vetoSentence(line);
  if (veto) return { kind: 'veto', veto, line };
  const pairs = pairLines([plain])[0];
  return pairs && pairs.length > 0 ? { kind: 'rules', placed: pairs } : noteSentence(plain);
}

const freeOnes = pattern(
  '^(?:the )?first (?<count>{n}|{m})? ?{w}{0,50}?(?:(?:is|are|will be|be) )?(?:free|ignored|excused|forgiven|waived|not (?:counted|penali[sz]ed|deducted|charged)|without penalty|{s}|no penalty|(?:a )?(?:reminder|warning)(?: only)?|disregarded|allowed)(?: per {w}{2,12})?(?: for {w}{2,30})?$',
);

const tolerated = pattern(
  '^(?:up to|at most|a maximum of|any) (?<count>{n}|{m}) {w}{2,50}? (?:(?:is|are|will be|may be|be) )(?:free|ignored|excused|forgiven|waived|tolerated|allowed|permitted|accepted|not (?:counted|penali[sz]ed|deducted|charged))(?: per {w}{2,12})?$',
);

/** `first two missed deadlines are free`: occurrences that cost nothing. */
function freeSentence(line: Skeleton): Sentence | null {
  const match = freeOnes.exec(line.text) ?? tolerated.exec(line.text);
  return match ? { kind: 'free', count: quantityOf(line, match.groups?.count)?.amount ?? new Decimal(1) } : null;
}

const commas = /, (?:and )?(?:but )?| and (?=[+-]? ?[\ue000-\ue1ff]|deduct|add|minus|plus|lose)| - /g;

/** A sentence as a whole, else the parts between its commas: each must read. */
function readLine(line: Skeleton, inherited: Mode | null = null, known: Known = new Map()): readonly Sentence[] | null {
  const key = `${line.starts[0]}${inherited}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const read = readParts(line, inherited, known);
  known.set(key, read);
  return read;
}

/** What stretches that run to the end of a line were read into, by their start: a list of many commas is looked at once. */
type Known = Map<string, readonly Sentence[] | null>;
const mostParts = 24;

function readParts(line: Skeleton, inherited: Mode | null, known: Known): readonly Sentence[] | null {
  const whole = sentenceOf(line, inherited);
  if (whole) return [whole];
  const cuts = [...line.text.matchAll(commas)];
  for (const match of cuts.length > mostParts ? [] : cuts) {
    const left = sentenceOf(stretch(line, 0, match.index), inherited);
    if (!left) continue;
    const mode = left.kind === 'step' ? left.step.rule.amount.mode : inherited;
    const right = readLine(stretch(line, match.index + match[0].length, line.text.length), mode, known);
    if (right) return [left, ...right];
  }
  const behind = withoutHeading(line);
  const title = line.text.slice(0, line.text.length - behind.text.length);
  return behind === line || changing.test(title) ? null : readLine(behind, modeOf(title) ?? inherited, known);
}

/** `Submitted on time: 10 points` beside bands of lateness. */
function besideState(line: Skeleton): readonly Sentence[] | null {
  const state = stateWithPoints(line);
  return state && [{ kind: 'rules', placed: [state] }];
}

interface Gathered {
  readonly sentences: readonly Sentence[];
  readonly rest: boolean;
}

const isTier = (placed: Placed): boolean => placed.rule.kind === 'label';

/** `Good +3, Fair 0`: the members of a line between its commas. */
function membersOf(line: Skeleton): readonly Skeleton[] {
  const edges = [
    ...[...line.text.matchAll(/, (?:and )?/g)].map((match) => [match.index, match.index + match[0].length] as const),
    [line.text.length, 0] as const,
  ];
  let from = 0;
  return edges.map(([at, next]) => {
    const member = stretch(line, from, at);
    from = next;
    return member;
  });
}

/** Lists of tiers with descriptions, or of states with points: all lines of them together. */
function listOf(lines: readonly Skeleton[]): readonly Placed[] | null {
  const [only] = lines;
  const members = lines.length === 1 && only ? membersOf(withoutHeading(only)) : lines;
  const words = members.filter((line) => anyChunk.test(line.text) || /[:=-]/.test(line.text));
  const tiers = words.map((line) => describedTier(line) ?? describedTier(withoutHeading(line)));
  if (tiers.length > 1 && tiers.every((tier) => tier !== null && isTier(tier))) return tiers as readonly Placed[];
  const states = words.filter((line) => !unscored.test(line.text)).map((line) => stateWithPoints(line) ?? null);
  return states.length > 1 && states.every((found) => found !== null) && distinct(states as readonly Placed[])
    ? (states as readonly Placed[])
    : null;
}

/** `N/A = not scored` gives nothing. */
const unscored =
  /^n\/?a ?(?:[:=-] ?)?(?:not (?:scored|counted|applicable|included)|excluded|no score|skip(?:ped)?|omit(?:ted)?)$|^not applicable\b(?!.*[\ue000-\ue5ff])/i;

const distinct = (states: readonly Placed[]): boolean =>
  new Set(states.map(({ rule }) => (rule.kind === 'label' ? rule.award.amount?.low?.toString() : ''))).size > 1;

/** Reads all lines; `rest` where one of them is left over. */
export function gather(lines: readonly Skeleton[]): Gathered {
  const times = ordinalBands(lines);
  if (times) return { sentences: [{ kind: 'rules', placed: times }], rest: false };
  const counted = tariffs(lines);
  const pairs = pairLines(lines).map((each, at) => (counted[at] ? null : each));
  const paired = counted.some((each) => each !== null) || pairs.every((each) => each && each.length > 0);
  const list = paired ? null : listOf(lines);
  const bands = list ?? (paired ? null : namedBands(lines));
  if (bands) return { sentences: [{ kind: 'rules', placed: bands }], rest: false };
  const sentences: Sentence[] = [];
  for (const [at, line] of lines.entries()) {
    const pair = pairs[at];
    const tariff = counted[at];
    if (tariff) {
      sentences.push(...tariff.map((step) => ({ kind: 'step' as const, step })));
      continue;
    }
    const beside = pairs.some((other) => other && other.length > 0);
    const read =
      pair && pair.length > 0 ? [{ kind: 'rules' as const, placed: pair }] : (readLine(line) ?? (beside ? besideState(line) : null));
    if (!read) return { sentences, rest: true };
    sentences.push(...read);
  }
  return { sentences, rest: false };
}
