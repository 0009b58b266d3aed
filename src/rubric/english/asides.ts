/**
 * What stands beside the rules of a sentence and bounds them: caps and floors, what becomes of part of a step, free occurrences, the full
 * marks, where the points start. Each is taken out of the text where it stands, so that the sentence is left with its rule alone.
 */
import Decimal from 'decimal.js';
import type { LimitRule, PartialStep } from '../rule';
import { pattern, quantityOf, rewritten, type Chunk, type Skeleton } from './skeleton';

/** A bound before it is known what it is on: `named` where the wording says so. */
export interface Bound {
  readonly bound: LimitRule['bound'];
  readonly at: Decimal | null;
  readonly percent: boolean;
  readonly named: 'deduction' | 'bonus' | 'score' | null;
  /** Whether it says that it is on all movements together. */
  readonly joint: boolean;
  /** Where it stood in the source. */
  readonly start: number;
}

export interface Asides {
  readonly text: Skeleton;
  readonly bounds: readonly Bound[];
  readonly partials: readonly { readonly partial: PartialStep; readonly start: number }[];
  /** The full marks where they are stated. */
  readonly fullMarks: Decimal | null;
  /** Whether the text says of all its points that they are taken away. */
  readonly deducts: boolean;
  /** Points from which additions and deductions start. */
  readonly starts: Decimal | null;
}

const value =
  '(?<sign>[-+]|minus |plus )? ?(?<at>{v}|{r})(?: (?:extra|bonus|additional|penalty|demerit|deduction))?(?: (?:points?|marks?))?';
const around =
  '(?: (?:in total|overall|altogether|total|all together|per (?:year|month|quarter|audit|review|call|period|item|section|category|report|paper|assignment|day|week|shift|walk|visit|inspection|check|tour|round|term|semester|form|student|employee|person|agent|team|driver|store|site)|(?:for|under|in|on) (?:this|the) (?:item|section|criterion|category|row|assignment|paper|question|heading)))?';
const lead = '[,;(]? ?(?:(?:but|and|with|subject to|up|down) )*(?:to )?(?:an? |the )?(?:overall |total |absolute )?';
const tail = `${around} ?\\)?`;

const caps: readonly string[] = [
  `${lead}max(?:imum|\\.)?(?: total| possible)?(?<what> deductions?| penalty| penalties| loss| bonus(?: points?)?| addition| points?| score| credit| award| mark| pts)?(?: (?:of|is|at)|:| =)? ?${value}(?<behind> (?:off|deducted|lost|penalty|deduction|bonus))?${tail}`,
  `[,;(] ?${value} (?:is (?:the )?)?max(?:imum|\\.)?(?<what> deductions?| penalty| bonus| loss)?${tail}`,
  `${lead}(?:points? |score |total |bonus |deductions? |penalty |payout |result |marks? |it |and )?(?:is |are |be )?(?<what>)?(?:capp?ed|cap|ceiling|limited|(?<![a-z] )limit|(?<=\\b(?:points?|score|total|bonus|deductions?|penalty|payout|result|marks?|upper|maximum) )limit|topped out)(?: (?:is|of|at|to))*:? ?${value}${tail}`,
  `${lead}(?<what>(?:total |overall )?(?:deductions?|penalt(?:y|ies)|loss|bonus(?: points)?|score|result|total|mark|additions?) )?(?:(?:is|are|may|can|will|must|shall) )?(?:not|never) (?:to )?(?:be )?(?:exceed(?:ing)?|more than|higher than|above|over|greater than) ${value}${tail}`,
  `(?:^|[,;(.\\n]) ?(?:but )?(?:no|not) more than (?:a total of )?${value}(?<what> (?:is |are |to be |can be |may be |will be )?(?:deducted|lost|off|taken off|added|earned|awarded|bonus))?${tail}`,
  `[,;(] ?(?:for )?up to (?:a total of )?${value}${tail}(?=$|[\\s;.,\\n])(?! (?:for|if|will|are|is|may|=|:|(?:[a-z]+ ){0,2}(?:days|hours|minutes|weeks|months|times|occurrences|instances|absences|errors|mistakes)\\b))`,
  ` up to (?:an? )?(?:total of |maximum of )?(?<sign>[-+])?(?<at>{p})(?<what>)?${tail}(?=$|[;.\\n])`,
  `(?:[,;(.] ?|(?<=\\b(?:deductions?|penalty|bonus|loss|points|marks|lose|deducted|earn|gain) (?:is |are |be )?))(?:in the worst case|at (?:the )?most|at worst),? ?(?:a total of )?${value}(?<what> (?:will be |are |is |may be )?(?:deducted|lost|off|taken off|added|earned))?(?: for each system)?${tail}`,
]; // prettier-ignore

const floors: readonly string[] = [
  `${lead}min(?:imum|\\.)?(?: total| possible)?(?<what> score| mark| points?| result| total)?(?: (?:of|is|at)|:| =)? ?${value}${tail}`,
  `[,;(]? ?(?:but )?(?:the )?(?:item |total |score |section |final |overall |mark |result |points? |it |row |grade )*(?:can ?not|can't|may not|must not|will not|won't|does not|not|never|cannot ever|no)(?: to)?(?: (?:go|fall|drop|be|get|sink|less|lower|reduced))* (?:below|under|than|less than|lower than) (?:${value}|(?<none>zero|nothing))${tail}`,
  `[,;(]? ?(?:with |but )?(?:a |the )?floor(?: (?:of|is|at))*:? ?(?:${value}|(?<none>zero))${tail}`,
  `[,;(]? ?(?<none>no negative (?:points|marks|scores?|totals?)|(?:until|till|down to) (?:zero|nothing(?: is left| remains)?|all (?:the )?(?:points|marks) (?:are|is|have been) \\w+|no (?:points|marks) (?:are )?(?:left|remain\\w*)|it reaches (?:zero|0)|{s}))${tail}`,
  `[,;(]? ?(?:until|down to|till)(?: the (?:score|mark|total) (?:is|reaches))? ${value}${tail}`,
]; // prettier-ignore

const uncapped =
  /[,;(]? ?\b(?:(?:with )?no (?:cap|maximum|limit|upper limit|ceiling)|uncapped|unlimited|without (?:a )?(?:cap|limit|ceiling))\b ?\)?/gi;

const partials: readonly { readonly found: RegExp; readonly partial: PartialStep }[] = [
  { found: /[,(]? ?(?:calculated |applied |awarded |given |counted )?(?:on a )?(?:pro[- ]?rat(?:a|ed)|proportional(?:ly)?|proportionate(?:ly)?|in proportion)(?: basis)?(?: for (?:part|partial|incomplete|fractions?)(?: of)?(?: an?)? ?\w*)?[),]?/gi, partial: 'proportional' },
  { found: pattern('[,(]? ?(?:any |a )?(?:part|fraction|portion)s? (?:of )?(?:an? )?(?:{m}|\\w+) (?:counts?|counted|treated|charged) (?:as|like) (?:an? )?(?:full |whole |complete )?(?:{m}|{n}|\\w+)[),]?|[,(]? ?\\b(?:or|and|any)(?: an?| any)?(?: part| portion| fraction|part|portion)s? ?(?:there ?of|of (?:it|an? \\w+|\\w+|1 \\w+)|\\w*day|hour)?(?= ?[),.;]| |$)[),]?|[,(]? ?(?:(?:any )?(?:part|partial|incomplete|started|fraction(?:s)? of)(?: of)? ?(?:an? )?(?:{m}|\\w*))(?: (?:is|are|will be))? (?:counts?|counted|treated|rounded|taken)(?: (?:as|to|up))* (?:an? |the next )?(?:full|whole|one|complete|{n}|{m}|up)(?: \\w+)?[),]?|[,(]? ?(?:always )?round(?:ed|ing)? up(?: to the (?:next|nearest) (?:full |whole )?(?:{q}|\\w+))?[),]?', 'gi'), partial: 'up' },
  { found: /[,(]? ?(?:and )?(?:the result (?:is )?)?round(?:ed|ing)?(?: off)? to (?:the )?(?:nearest |next )(?:whole |full |integer ?)?(?:point|mark|number|integer|whole|day|hour|minute|percent|step)?s?\b[),]?/gi, partial: 'nearest' },
  { found: /[,(]? ?(?:always )?round(?:ed|ing)? down(?: to the (?:next|nearest) (?:full |whole )?\w+)?[),]?|[,(]? ?(?:full|whole|complete|completed) \w+ only[),]?|[,(]? ?(?:only (?:full|whole|complete|completed) \w+ (?:are |is )?count(?:s|ed)?|(?:part|partial|incomplete) \w+ (?:are |is |do |does )?(?:not count(?:ed)?|ignored|disregarded))[),]?/gi, partial: 'down' },
]; // prettier-ignore

const outOf = pattern(
  `[,(]? ?(?:out of|from(?: a total of| an initial)?|of a (?:possible|maximum)) (?<at>{v})(?: (?:available|possible))? ?\\)?(?= ?[,;.)\\n]|$)|[,(] ?(?<total>{v}) (?:points? |marks? )?(?:in total|total|available|possible|max)\\b ?\\)?`,
  'gi',
);
const initial = pattern(
  `(?:^|(?<=[.;\\n] ?))[a-z ]{0,40}?(?:score|mark|total|points)(?: is| of|:| =)? ?(?<from>{v})(?: points?)?(?=,? (?:less|minus) )|[,(]? ?(?:(?:everyone |each \\w+ |you |all \\w+ )?(?:score |mark |total |balance )?(?:starts?|starting|begins?|beginning)(?: (?:score|balance|points))?(?: (?:at|with|from|on|of|is))?|base(?:line)?(?: (?:score|points|mark))?(?: (?:of|is))?|initial(?: (?:score|points|balance))?(?: (?:of|is))?)(?: ?[:=])? ?(?:from |with |an? )?(?<at>{v})(?: points?| marks?)? ?\\)?`,
  'gi',
);

/** `20 points minus 2 for each wrong answer`. */
const whole = pattern('(?:^|(?<=[.;:\\n] ?))(?:otherwise,? |else,? )?(?<at>{p})(?=,? (?:less|minus) {v} (?:for|per|each))', 'gi');
const deductedFrom = pattern(
  '(?:all )?(?:points|marks|these|they)? ?(?:are|will be|to be|is) (?:all )?(?:deducted|subtracted|taken(?: off)?|removed) from (?:a (?:starting |maximum |total )*(?:score|total|mark)? ?(?:of )?)?(?<at>{v})',
  'gi',
);

const namedOf = (words: string): Bound['named'] =>
  /deduct|penalt|loss|lost|\boff\b/i.test(words)
    ? 'deduction'
    : /bonus|addition|added|extra/i.test(words)
      ? 'bonus'
      : /score|total|result|mark|points|payout|credit/i.test(words)
        ? 'score'
        : null;

/** Both bounds at once: `result kept between 0 and 100`, `(limits +10 / -15)`. */
const scoreRange = pattern(
  '[,;(.]? ?(?:but )?(?:the )?(?:final |total |overall |item )*(?:result|score|total|mark|points)? ?(?:is |are |to be |will be |must |can only be )*(?:kept|held|limited|clamped|bounded|capped|restricted|stays?|remains?|stay)(?: to)? (?:between|within|from|in the range(?: of)?) (?<low>{v}) (?:and|to|-) (?<high>{v})(?: points?| marks?)? ?\\)?',
  'gi',
);
const neverRange = pattern(
  '[,;(.]? ?(?:but )?(?:the )?(?:final |total |overall |item )*(?:result|score|total|mark|points)? ?(?:can |may |must |will |shall |is )?(?:never|not|cannot)(?: to)?(?: (?:go|be|rise|fall|exceed))* ?(?:(?:above|over|more than|exceed)? (?<high>{v}),? (?:or|nor|and)(?: (?:go|fall|drop|be))?(?: never)? (?:below|under|less than) (?<low>{v})|(?:below|under|less than) (?<least>{v}),? (?:or|nor|and)(?: (?:go|rise|be))?(?: never)? (?:above|over|more than) (?<most>{v}))(?: points?| marks?)? ?\\)?',
  'gi',
);
const moveRange = pattern(
  '[,;(.] ?(?:limits?|bounds?|range|capped at|caps?|max(?:imum)?)(?: (?:of|is|are))?:? ?(?:\\+ ?(?<up>{v}) ?(?:/|and|,|to) ?- ?(?<down>{v})|- ?(?<first>{v}) ?(?:/|and|,|to) ?\\+ ?(?<last>{v}))(?: points?| marks?)? ?\\)?',
  'gi',
);

interface Taken {
  text: Skeleton;
  readonly bounds: Bound[];
}

const together = /\b(?:in total|total|combined|together|altogether|overall|jointly|for all|for both|sum)\b/i;
const compiled = (sources: readonly string[]): readonly RegExp[] => sources.map((source) => pattern(`(?<!\\w(?=\\w))(?:${source})`, 'gi'));
const floorPatterns = compiled(floors);
const capPatterns = compiled(caps);

function takeBound(taken: Taken, found: RegExp, bound: Bound['bound'], steps: boolean): void {
  const { text } = taken;
  taken.text = rewritten(text, found, (match): Chunk | null | undefined => {
    const { at, none, sign, what } = match.groups ?? {};
    const quantity = quantityOf(text, at);
    if (!quantity && none === undefined) return undefined;
    const percent = quantity?.unit === '%';
    if (percent && steps) return undefined;
    const signed = /^(?:-|minus)/i.test(sign ?? '') ? 'deduction' : /^(?:\+|plus)/i.test(sign ?? '') ? 'bonus' : null;
    const words = `${what ?? ''} ${match[0].replace(/maximum of|minimum of|\b(?:in total|a total of|total of|overall|altogether)\b|(?<=[\ue000-\ue5ff]|points?|marks?|pts) total\b/gi, '')}`;
    const named =
      signed ??
      namedOf(what === undefined || what === '' ? (/(?:deduct|penalt|bonus|score|total|payout)/i.test(words) ? words : '') : what);
    const joint = together.test(match[0]);
    taken.bounds.push({ bound, at: quantity?.amount ?? new Decimal(0), percent, named, joint, start: text.starts[match.index] ?? 0 });
    return null;
  });
}

function takeRange(taken: Taken, found: RegExp): void {
  const { text } = taken;
  taken.text = rewritten(text, found, (match): Chunk | null | undefined => {
    const { low, high, up, down, first, last, least, most } = match.groups ?? {};
    const [lower, upper] = [quantityOf(text, low ?? least ?? down ?? first), quantityOf(text, high ?? most ?? up ?? last)];
    if (!lower || !upper) return undefined;
    const both = { percent: false, joint: true, start: text.starts[match.index] ?? 0 };
    const moves = low === undefined && least === undefined;
    taken.bounds.push({ ...both, bound: moves ? 'cap' : 'floor', at: lower.amount, named: moves ? 'deduction' : 'score' });
    taken.bounds.push({ ...both, bound: 'cap', at: upper.amount, named: moves ? 'bonus' : 'score' });
    return null;
  });
}

/** Takes the bounds out of a text; `steps`: whether it counts (then a percentage bounds nothing that points could). */
export function takeBounds(text: Skeleton, steps: boolean): { readonly text: Skeleton; readonly bounds: readonly Bound[] } {
  const taken: Taken = { text, bounds: [] };
  takeRange(taken, scoreRange);
  takeRange(taken, neverRange);
  takeRange(taken, moveRange);
  for (const found of floorPatterns) takeBound(taken, found, 'floor', steps);
  for (const found of capPatterns) takeBound(taken, found, 'cap', steps);
  return { ...taken, text: rewritten(taken.text, uncapped, () => null) };
}

/** Takes out what the text says about part of a step. */
export function takePartials(skeleton: Skeleton): Pick<Asides, 'text' | 'partials'> {
  const found: { partial: PartialStep; start: number }[] = [];
  const text = partials.reduce(
    (rest, { found: wording, partial }) =>
      rewritten(rest, wording, (match) => {
        found.push({ partial, start: rest.starts[match.index] ?? 0 });
        return null;
      }),
    skeleton,
  );
  return { text, partials: found };
}

function takeNumber(skeleton: Skeleton, wording: RegExp): { readonly text: Skeleton; readonly at: Decimal | null } {
  let at: Decimal | null = null;
  const text = rewritten(skeleton, wording, (match) => {
    const quantity = quantityOf(skeleton, match.groups?.at ?? match.groups?.total ?? match.groups?.from);
    if (!quantity || at !== null) return undefined;
    at = quantity.amount;
    return null;
  });
  return { text, at };
}

/** `Timeliness (25 points): …`: the full marks in a title, where no other bracket gives points. */
const title = '(?<=^(?:(?!:){w}){2,60}) ?\\((?:max\\.? |out of |total )?(?<at>{p})(?: (?:max|total|available))?\\)(?= ?[:.-])';
const titled = pattern(title, 'gi');
const startsTitled = pattern(title);
const bracketed = pattern('\\([^()]*{p}', 'g');
const isTitled = ({ text }: Skeleton): boolean => startsTitled.test(text) && (text.match(bracketed) ?? []).length === 1;

/** Takes all asides out of a text whose quantities are known. */
export function takeAsides(skeleton: Skeleton, steps: boolean): Asides {
  const partial = takePartials(skeleton);
  const taken = takeNumber(partial.text, deductedFrom);
  const started = takeNumber(taken.text, initial);
  const starts = started.at ? started : takeNumber(taken.text, whole);
  const full = takeNumber(starts.text, isTitled(starts.text) ? titled : outOf);
  const bounded = takeBounds(full.text, steps);
  return {
    text: bounded.text,
    bounds: bounded.bounds,
    partials: partial.partials,
    fullMarks: full.at,
    starts: taken.at ?? starts.at,
    deducts: taken.at !== null,
  };
}
