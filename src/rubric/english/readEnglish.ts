/**
 * Reads English criteria sentence by sentence. A text is read here only where its sentences are used up without a rest: every number, and
 * every word that may change a result, belongs to a rule, a bound or a heading. Otherwise the clause families look at it, and a person confirms.
 */
import Decimal from 'decimal.js';
import type { NormalisedText } from '../normalise';
import type { AccountedClause } from '../reading';
import type { Amount, FullMarksRule, LimitRule, Rule, StepRule } from '../rule';
import { sameKind } from '../quantity';
import type { IssueCode, Quantity, Span } from '../types';
import { takeAsides, type Asides, type Bound } from './asides';
import { formulaSentence } from './formulas';
import { describedTier, pairLines, stateWithPoints, type Placed } from './pairs';
import { statedParts } from './parts';
import { quantities } from './quantities';
import { anyChunk, bare, chunkAt, edited, pattern, placeOf, quantityOf, stretch, type Edit, type Skeleton } from './skeleton';
import { hazard, modeOf, stepSentence, type StepSentence } from './steps';
import { vetoSentence, type VetoSentence } from './vetoes';

/** What an English text was read into; the shape of what the clause families find. */
export interface EnglishReading {
  readonly rules: Rule[];
  readonly clauses: AccountedClause[];
  readonly issues: { readonly code: IssueCode; readonly span: Span; readonly details: Readonly<Record<string, string>> }[];
  readonly doubtful: boolean;
}

type Mode = Amount['mode'];

type Sentence =
  | { readonly kind: 'step'; readonly step: StepSentence }
  | { readonly kind: 'veto'; readonly veto: VetoSentence; readonly line: Skeleton }
  | { readonly kind: 'rules'; readonly placed: readonly Placed[] }
  | { readonly kind: 'target'; readonly quantity: Quantity; readonly line: Skeleton }
  | { readonly kind: 'formula'; readonly placed: readonly Placed[] }
  | { readonly kind: 'free'; readonly count: Decimal }
  | { readonly kind: 'note' };

const longest = 2000;
const han = /\p{Script=Han}/u;
/** Numbered levels and printed scales have a family of their own. */
const elsewhere = /\blevel (?:\d(?!\d)|[ivx]+\b)|\b(?:higher|lower|average) of the\b/i;

const separators = /[;\n|]|\.(?=\s|$)|\?(?=\s|$)| \/ /g;
const abbreviated = /(?:\b(?:e\.g|i\.e|etc|vs|no|max|min|approx|incl|ea|pts?|dept|avg)|\b[a-z])$/i;

/** A bracket around a list (`(Y - 10 / N - 0)`) only frames it. */
function opened(text: Skeleton): Skeleton {
  const edits: Edit[] = [];
  for (const match of text.text.matchAll(/\(([^()]{3,400})\)/g)) {
    const inside = match[1] as string;
    if (!/ \/ |;|\n/.test(inside) || inside.split(anyChunk).length < 3) continue;
    const end = match.index + match[0].length;
    edits.push({ start: match.index, end: match.index + 1, chunk: null }, { start: end - 1, end, chunk: null });
  }
  return edited(text, edits);
}

const calculates = /[×*÷]| x |\btarget\b.*=|=.*\btarget\b/i;

/** A slash separates the members of a list, each with a number; elsewhere it divides or joins words. */
function listsAt(text: string, at: number): boolean {
  const [from, to] = [text.lastIndexOf('\n', at) + 1, text.indexOf('\n', at)];
  const line = text.slice(from, to < 0 ? undefined : to);
  return !calculates.test(line) && anyChunk.test(line.slice(0, at - from)) && anyChunk.test(line.slice(at - from));
}

/** Sentences between hard separators; brackets are opened only by asides. */
function sentencesOf(bracketed: Skeleton): readonly Skeleton[] {
  const text = opened(bracketed);
  const cuts: { at: number; length: number }[] = [];
  let depth = 0;
  const depths = Array.from(text.text, (char) => (depth += char === '(' ? 1 : char === ')' ? -1 : 0));
  for (const match of text.text.matchAll(separators)) {
    const nested = (depths[match.index] ?? 0) > 0 && match[0] !== '\n';
    if (
      nested ||
      (match[0] === ' / ' && !listsAt(text.text, match.index)) ||
      (match[0] === '.' && abbreviated.test(text.text.slice(Math.max(0, match.index - 8), match.index)))
    )
      continue;
    cuts.push({ at: match.index, length: match[0].length });
  }
  const edges = [...cuts, { at: text.text.length, length: 0 }];
  let from = 0;
  return edges.flatMap(({ at, length }) => {
    const line = stretch(text, from, at);
    from = at + length;
    return /[\p{L}\d\ue000-\ue5ff]/u.test(line.text) ? [line] : [];
  });
}

/** An unmatched bracket at an edge, left by an aside, and brackets that hold only words. */
function withoutNotes(line: Skeleton): Skeleton {
  if (calculates.test(line.text)) return line;
  let text = line;
  for (let at = text.text.search(/\([^()]*\)/); at >= 0;) {
    const end = text.text.indexOf(')', at) + 1;
    const inside = text.text.slice(at + 1, end - 1);
    if (anyChunk.test(inside) && !isIdle(inside)) break;
    if (hazard.test(inside) && !/[,]/.test(inside)) break;
    text = {
      ...text,
      text: text.text.slice(0, at) + text.text.slice(end),
      starts: [...text.starts.slice(0, at), ...text.starts.slice(end)],
      ends: [...text.ends.slice(0, at), ...text.ends.slice(end)],
    };
    at = text.text.search(/\([^()]*\)/);
  }
  return stretch(text, 0, text.text.length);
}

const idleSpan = pattern('^ ?(?:rolling|per|each|every|over|last|past|previous|in)? ?{m} ?(?:rolling|period|average)?$');
const isIdle = (inside: string): boolean => idleSpan.test(inside);

const target = pattern(
  '^(?<about>{w}{0,60}?)\\b(?:targets?|goal|standard|slot|allowance|quota|budget|limit|objective|threshold|benchmark)(?: (?:is|of|at|=|value|level|score|set|rate|:))* ?[:=]? ?(?<at>{q})(?: {w}{0,50})?$',
);
const allowed = pattern(
  '^(?<about>{w}{0,60}?)(?:should|must|shall|has to|have to|is to|are to) (?:be |not exceed |at least |within |under |in |below |above |no more than |reach |\\w+ed |\\w+en )+(?<at>{q})(?: {w}{0,50})?$',
);

function targetSentence(line: Skeleton): Sentence | null {
  const match = target.exec(line.text) ?? allowed.exec(line.text);
  const quantity = quantityOf(line, match?.groups?.at);
  if (!match || !quantity || quantity.unit === '分' || hazard.test(line.text)) return null;
  return { kind: 'target', quantity, line };
}

/** Words that say that something is given or taken, which a sentence without a number does not say enough about. */
const matters =
  /\b(?:deduct\w*|lose[sd]?|lost|penal\w*|taken off|points?|marks?|zero|fail\w*|disqualif\w*|bonus|forfeit\w*|half|full|veto|void|rejected|withheld|reduced|payout|paid|accordingly|pro-?rata)\b/i;

function noteSentence(line: Skeleton): Sentence | null {
  if (anyChunk.test(line.text)) return null;
  return matters.test(line.text) || hazard.test(line.text) ? null : { kind: 'note' };
}

/** `no penalty for finishing early` beside a penalty: it takes nothing. */
const spared = pattern(
  '^(?:there (?:is|are) )?(?<share>{s})(?<what> (?:is|are|will be) \\w+(?: \\w+)?)? (?:for|if|when|up to|within) (?:{w}|{m}){2,80}$',
);

function isSpared(line: Skeleton): boolean {
  const match = spared.exec(line.text);
  const chunk = chunkAt(line, match?.groups?.share);
  return chunk?.kind === 'share' && (chunk.share === '1' || /added|gained|extra|bonus/i.test(match?.groups?.what ?? ''));
}

function sentenceOf(line: Skeleton, inherited: Mode | null): Sentence | null {
  const plain = withoutNotes(line);
  const step = stepSentence(plain, inherited);
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

/** `first two missed deadlines are free`: occurrences that cost nothing. */
function freeSentence(line: Skeleton): Sentence | null {
  const match = freeOnes.exec(line.text);
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
  return behind === line ? null : readLine(behind, modeOf(line.text.slice(0, line.text.length - behind.text.length)) ?? inherited, known);
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
  /^n\/?a ?(?:[:=-] ?)?(?:not (?:scored|counted|applicable|included)|excluded|no score|skip(?:ped)?|omit(?:ted)?)$|not applicable/i;

const distinct = (states: readonly Placed[]): boolean =>
  new Set(states.map(({ rule }) => (rule.kind === 'label' ? rule.award.amount?.low?.toString() : ''))).size > 1;

function withoutHeading(line: Skeleton): Skeleton {
  const head = /^[^:;\n\ue000-\ue5ff]{2,80}?(?::| -|\?) ?/.exec(line.text);
  return head ? stretch(line, head[0].length, line.text.length) : line;
}

function gather(lines: readonly Skeleton[]): Gathered {
  const pairs = pairLines(lines);
  const list = pairs.every((each) => each && each.length > 0) ? null : listOf(lines);
  if (list) return { sentences: [{ kind: 'rules', placed: list }], rest: false };
  const sentences: Sentence[] = [];
  for (const [at, line] of lines.entries()) {
    const pair = pairs[at];
    const beside = pairs.some((other) => other && other.length > 0);
    const read =
      pair && pair.length > 0 ? [{ kind: 'rules' as const, placed: pair }] : (readLine(line) ?? (beside ? besideState(line) : null));
    if (!read) return { sentences, rest: true };
    sentences.push(...read);
  }
  return { sentences, rest: false };
}

const stepsOf = (sentences: readonly Sentence[]): readonly StepSentence[] =>
  sentences.flatMap((sentence) => (sentence.kind === 'step' ? [sentence.step] : []));

/** The edge of the band from which a step goes on: full points at 3% or below → steps above. */
function goingOn(step: StepSentence, sentences: readonly Sentence[]): Pick<StepRule, 'trigger' | 'base'> | null {
  const bands = sentences
    .flatMap((sentence) => (sentence.kind === 'rules' ? sentence.placed : []))
    .flatMap(({ rule }) => (rule.kind === 'band' && sameKind(rule.unit, step.rule.each.unit) ? [rule] : []));
  const [band] = bands;
  if (!band || bands.length !== 1) return null;
  const { low, high } = band.interval;
  const edge = low && high && !low.at.eq(high.at) ? null : (low ?? high);
  if (!edge || (low && high)) return null;
  return { trigger: low ? 'below' : 'above', base: { amount: edge.at, unit: band.unit } };
}

/** Where steps against the target start: what the text states, or the edge of its band. */
function baseOf(step: StepSentence, sentences: readonly Sentence[]): StepRule['base'] {
  const { base, trigger, each } = step.rule;
  if (base !== 'target') return base;
  const stated = sentences.find((sentence) => sentence.kind === 'target' && sameKind(sentence.quantity.unit, each.unit));
  if (stated?.kind === 'target') return { amount: stated.quantity.amount, unit: stated.quantity.unit ?? each.unit };
  const band = sentences
    .flatMap((sentence) => (sentence.kind === 'rules' ? sentence.placed : []))
    .find(({ rule }) => rule.kind === 'band' && sameKind(rule.unit, each.unit))?.rule;
  if (band?.kind !== 'band') return base;
  const edge = trigger === 'below' ? band.interval.low : band.interval.high;
  return edge ? { amount: edge.at, unit: band.unit } : base;
}

interface Assembly {
  readonly rules: Rule[];
  doubtful: boolean;
  readonly issues: { readonly code: IssueCode; readonly place: Span }[];
}

const harm =
  /error|mistake|late|missing|missed|complaint|violation|defect|absen|omission|breach|fail|incident|penalt|exceed|fault|typo|delay|tardy|not /i;

function addStep(step: StepSentence, sentences: readonly Sentence[], asides: Asides, out: Assembly): void {
  const goes = step.goesOn ? goingOn(step, sentences) : null;
  if (step.goesOn && !goes) {
    out.doubtful = true;
    out.issues.push({ code: 'other', place: step.place });
  }
  if (step.bare && !asides.deducts && harm.test(step.text)) {
    out.doubtful = true;
    out.issues.push({ code: 'other', place: step.place });
  }
  const partial = asides.partials.length === 1 ? (asides.partials[0]?.partial ?? null) : null;
  const base = goes?.base ?? baseOf(step, sentences);
  if (step.reach && !sentences.some((sentence) => sentence.kind === 'veto' && sentence.veto.beyond)) {
    out.doubtful = true;
    out.issues.push({ code: 'other', place: step.place });
  }
  const free = sentences.find((sentence) => sentence.kind === 'free');
  const spare = free?.kind === 'free' && step.rule.trigger === 'event' ? { free: free.count } : {};
  out.doubtful ||= free !== undefined && (step.rule.trigger !== 'event' || stepsOf(sentences).length > 1);
  const amount = step.bare && asides.deducts ? { ...step.rule.amount, mode: 'deduct' as const } : step.rule.amount;
  out.rules.push({ ...step.rule, amount, ...spare, ...(goes ?? {}), base, partial: partial ?? step.rule.partial, span: step.place });
}

/** What a cap that does not say so is on: what the sentence before it moves; of everything else the score. */
function onOf(bound: Bound, steps: readonly StepSentence[], asides: Asides, computes: boolean): LimitRule['on'] | null {
  if (bound.bound === 'floor') return 'score';
  if (bound.named && !(bound.named === 'score' && steps.length > 0 && asides.starts === null && bound.at?.isZero() !== false))
    return bound.named;
  if (asides.starts !== null || computes || steps.length === 0) return 'score';
  const before = [...steps].reverse().find(({ place }) => place.start <= bound.start) ?? steps[0];
  return before?.rule.amount.mode === 'deduct' ? 'deduction' : 'bonus';
}

function addBounds(sentences: readonly Sentence[], asides: Asides, out: Assembly): void {
  const steps = stepsOf(sentences);
  const computes = sentences.some(({ kind }) => kind === 'formula');
  for (const bound of asides.bounds) {
    const on = onOf(bound, steps, asides, computes);
    if (!on || bound.at === null) continue;
    const same = steps.filter(({ rule }) => (rule.amount.mode === 'deduct' ? 'deduction' : 'bonus') === on);
    // A cap inside one of several sentences bounds that one only, which a limit of the whole does not say.
    out.doubtful ||= (on === 'deduction' || on === 'bonus') && same.length > 1;
    const place = { start: bound.start, end: bound.start };
    out.rules.push({ kind: 'limit', span: place, on, bound: bound.bound, at: bound.at, doubtful: false });
  }
}

function addVeto(
  { veto, line }: { readonly veto: VetoSentence; readonly line: Skeleton },
  sentences: readonly Sentence[],
  out: Assembly,
): void {
  const states = sentences.some((sentence) => sentence.kind === 'rules');
  if (veto.beyond) {
    const reach = stepsOf(sentences).find((step) => step.reach)?.reach;
    if (reach)
      out.rules.push({
        ...veto.rule,
        phrases: stepsOf(sentences).find((step) => step.reach)?.rule.phrases ?? [],
        interval: { low: { at: reach.amount, inclusive: false }, high: null },
        unit: reach.unit,
        span: placeOf(line),
      });
    else out.doubtful = true;
    if (reach) return;
  }
  out.doubtful ||= veto.disqualifies || (!veto.strong && states);
  out.rules.push({ ...veto.rule, span: placeOf(line) });
}

const fullMarks = (points: Decimal, starts: boolean): FullMarksRule => ({
  kind: 'fullMarks',
  span: { start: 0, end: 0 },
  points,
  ...(starts ? { starts: true } : {}),
});

function assemble(sentences: readonly Sentence[], asides: Asides): Assembly {
  const out: Assembly = { rules: [], doubtful: false, issues: [] };
  for (const sentence of sentences) {
    if (sentence.kind === 'rules' || sentence.kind === 'formula') out.rules.push(...sentence.placed.map(({ rule }) => rule));
    if (sentence.kind === 'step') addStep(sentence.step, sentences, asides, out);
    if (sentence.kind === 'veto') addVeto(sentence, sentences, out);
    if (sentence.kind === 'target') {
      const { amount, unit } = sentence.quantity;
      const at = { at: amount, inclusive: true };
      out.rules.push({ kind: 'target', span: placeOf(sentence.line), interval: { low: at, high: at }, unit });
    }
  }
  addBounds(sentences, asides, out);
  if (asides.fullMarks) out.rules.push(fullMarks(asides.fullMarks, false));
  const whole = stepsOf(sentences).find((step) => step.from)?.from;
  if (whole && !asides.starts) out.rules.push(fullMarks(whole, true));
  if (asides.starts) out.rules.push(fullMarks(asides.starts, true));
  return out;
}

const scoring = new Set<Rule['kind']>(['band', 'label', 'step', 'veto', 'formula']);
const counts = /\b(?:each|every|per|deduct\w*|minus|lose[sd]?|ea|penal\w*|costs?|points? off|marks? off)\b|[-+] ?\d/i;

/** The parts of a text in the original's positions: rules that stand nowhere of their own (bounds) take the whole. */
function inOriginal(out: Assembly, normalised: NormalisedText): EnglishReading {
  const whole = { start: 0, end: normalised.text.length };
  const span = (place: Span): Span => normalised.toOriginal(place.end > place.start ? place : whole);
  return {
    rules: out.rules.map((rule) => ({ ...rule, span: span(rule.span) })),
    clauses: [{ span: normalised.toOriginal(whole), disposition: 'rule', family: 'english' }],
    issues: out.issues.map(({ code, place }) => ({ code, span: span(place), details: {} })),
    doubtful: out.doubtful,
  };
}

/**
 * Reads an English text.
 *
 * @returns its rules, or null where a sentence is left over that no rule explains; linear in the number of sentences, each of bounded length
 */
export function readEnglish(normalised: NormalisedText): EnglishReading | null {
  const { text } = normalised;
  if (text.length > longest || han.test(text) || !/[a-z]/i.test(text) || elsewhere.test(text)) return null;
  const plain = bare(text);
  if (!plain) return null;
  const measured = quantities(plain);
  const parts = statedParts(measured);
  if (parts) return inOriginal({ rules: parts.map((part) => ({ ...part, rules: [] })), doubtful: false, issues: [] }, normalised);
  const asides = takeAsides(measured, counts.test(text));
  const { sentences, rest } = gather(sentencesOf(asides.text));
  if (rest) return null;
  const out = assemble(sentences, asides);
  return out.rules.some(({ kind }) => scoring.has(kind)) ? inOriginal(out, normalised) : null;
}
