/** From a criteria text to its reading: normalise → clauses → families → settled bounds → issues. */
import Decimal from 'decimal.js';
import type { Clause } from './clause';
import { clausesOf } from './clauses';
import { families } from './families';
import { partsOf } from './families/composite';
import type { FamilyContext, FamilyReading } from './families/family';
import { issuesOf } from './issues';
import { issue, type FoundIssue } from './issues/issue';
import { textIssues } from './issues/text';
import { withEscalation } from './escalation';
import { fixesOf } from './fixes';
import { defaultReadingPolicy } from './policy';
import { isNumberedOnly, namesPoints } from './english/labelList';
import { readEnglish } from './english/readEnglish';
import { pointListOf } from './families/pointList';
import { respectiveList } from './families/respective';
import { scaleOf, type Scale } from './families/scale';
import { openBrackets } from './openBrackets';
import { plainChinese } from './plainChinese';
import { normalise, type NormalisedText } from './normalise';
import type { AccountedClause, Disposition, Reading } from './reading';
import { withPrintedTiers } from './originalTier';
import { repair, type Repair } from './repair';
import type { LabelRule, Rule } from './rule';
import { isMeasured } from './clauseWords';
import { settleBands } from './settleBands';
import { spelledOut } from './spelledOut';
import { headingOf, type Heading } from './heading';
import { leavesNumbers } from './unexplained';
import type { Certainty, Issue, IssueCode, Span } from './types';

/** What the row tells about the text; everything optional. */
export interface CriteriaContext {
  /** The indicator's name: says the direction where the text does not. */
  readonly indicator?: string;
}

type Cut = NonNullable<ReturnType<typeof partsOf>>;

interface Found {
  readonly rules: Rule[];
  readonly clauses: AccountedClause[];
  readonly issues: { readonly code: IssueCode; readonly span: Span; readonly details: Readonly<Record<string, string>> }[];
  doubtful: boolean;
}

function ask(clause: Clause, context: FamilyContext): { readonly name: string; readonly reading: FamilyReading } | null {
  for (const family of families) {
    const reading = family.read(clause, context);
    if (reading) return { name: family.name, reading };
  }
  return null;
}

/** 低于 0 分 with nothing behind it: the number or the points are missing. */
const lostNumber = (clause: Clause): boolean =>
  clause.award === null &&
  clause.items.some(
    (item) =>
      item.kind === 'interval' &&
      item.unit === '分' &&
      item.form === 'compared' &&
      item.interval.low === null &&
      Boolean(item.interval.high?.at.isZero()),
  );

const mayMatter = /第\s*$|[扣加减]|得分|计分|满分|不得|%|以上|以下|超过|低于|deduct|points?\b/i;

/** What a clause that no family reads is: in front of all rules it says what is measured, otherwise it may matter. */
function dispositionOf(clause: Clause, rules: readonly Rule[]): Disposition {
  const numbered = clause.items.some(isMeasured) || clause.award !== null;
  if (!numbered && rules.length === 0) return 'preface';
  return numbered || mayMatter.test(clause.text) ? 'unread' : 'note';
}

/** No criteria text has more clauses than this; what lies beyond is accounted for as unread, so that time stays linear in the length. */
const mostClauses = 200;
/** No clause is as long as this; the families' patterns are made for sentences. */
const longestClause = 2000;

function readClauses(all: readonly Clause[]): Found {
  const found: Found = { rules: [], clauses: [], issues: [], doubtful: false };
  const clauses = all.slice(0, mostClauses);
  for (let index = 0; index < clauses.length; index++) {
    const clause = clauses[index] as Clause;
    const answer = clause.text.length > longestClause ? null : ask(clause, { clauses, index, rules: found.rules, readPart });
    if (!answer) {
      found.clauses.push({ span: clause.span, disposition: dispositionOf(clause, found.rules), family: null });
      if (lostNumber(clause) && found.rules.length > 0)
        found.issues.push({ code: 'lost-text', span: clause.span, details: { found: clause.text, suggested: '' } });
      continue;
    }
    const last = found.clauses[found.clauses.length - 1];
    if (answer.reading.before && last?.family === null) found.clauses.splice(-1, 1, { ...last, disposition: 'rule', family: answer.name });
    const used = Math.max(1, answer.reading.used ?? 1);
    for (const taken of clauses.slice(index, index + used))
      found.clauses.push({ span: taken.span, disposition: 'rule', family: answer.name });
    found.doubtful ||= leavesNumbers(clause, answer.reading.rules, found.rules);
    found.rules.push(...answer.reading.rules);
    for (const issue of answer.reading.issues ?? [])
      found.issues.push({ code: issue.code, span: clause.span, details: issue.details ?? {} });
    found.doubtful ||= answer.reading.doubtful ?? false;
    index += used - 1;
  }
  for (const { span } of all.slice(mostClauses)) found.clauses.push({ span, disposition: 'unread', family: null });
  return found;
}

function readPart(clauses: readonly Clause[]): ReturnType<FamilyContext['readPart']> {
  const found = readClauses(clauses);
  return { rules: settleBands(found.rules), whole: !found.doubtful && found.clauses.every((clause) => clause.disposition !== 'unread') };
}

const scoring = new Set<Rule['kind']>(['band', 'label', 'level', 'joint', 'step', 'veto', 'formula', 'part']);

/** 优秀100%，良好80%: thresholds of what is measured, or shares of the marks? */
function isBareScale(rules: readonly Rule[]): boolean {
  const bands = rules.filter((rule) => rule.kind === 'band');
  const bare = bands.filter(({ form, unit, award }) => form === 'bare' && unit === '%' && award.amount === null && award.tier !== null);
  return bare.length >= 2 && bare.length === bands.length;
}

function certaintyOf(found: Found, rules: readonly Rule[]): Certainty {
  if (!rules.some((rule) => scoring.has(rule.kind))) return 'unread';
  return found.doubtful || isBareScale(rules) || found.clauses.some((clause) => clause.disposition === 'unread') ? 'ask' : 'certain';
}

/** Issues of the rules, of their wording, and of the text itself, each code once a place. */
function allIssues(found: Found, rules: readonly Rule[], repairs: readonly Repair[], normalised: NormalisedText): readonly FoundIssue[] {
  const worded = found.issues.map(({ code, span, details }) => issue(code, span, details));
  const damaged = repairs.map(({ span, found: was, suggested }) => issue('lost-text', span, { found: was, suggested }));
  const known = [...issuesOf(rules), ...worded, ...damaged];
  return [...known, ...textIssues(normalised, rules, new Set(known.map(({ code }) => code)))];
}

/**
 * Reads a criteria text.
 *
 * @param text any text in Chinese or English, of any length; never throws, time linear in its length
 * @returns rules with spans into the text, what became of each clause, and the issues; `unread` where nothing in it can score an entry
 */
export function readCriteria(text: string, _context: CriteriaContext = {}): Reading {
  const { normalised: written, repairs } = repair(normalise(text));
  const opened = openBrackets(plainChinese(written));
  const normalised = respectiveList(opened) ? opened : spelledOut(opened);
  const scale = scaleOf(normalised);
  const named = !scale && namesPoints(normalised.text);
  const listed = scale || named ? null : (pointListOf(normalised) ?? respectiveList(normalised));
  const cut = scale || listed || named ? null : partsOf(normalised);
  const found = scale ? readScale(scale, normalised) : listed ? readList(listed) : cut ? readParts(cut) : readWhole(normalised);
  const settled = settleBands(withEscalation(found.rules, text));
  const rules = normalised.text === text ? settled : withPrintedTiers(settled, text);
  const fullMarks = rules.find((rule) => rule.kind === 'fullMarks' && !rule.starts);
  const certainty = certaintyOf(found, rules);
  const reading: Reading = {
    text,
    language: /\p{Script=Han}/u.test(text) ? 'zh' : 'en',
    certainty: repairs.length > 0 && certainty === 'certain' ? 'ask' : certainty,
    rules,
    clauses: found.clauses,
    issues: allIssues(found, rules, repairs, normalised).map((one): Issue => ({ ...one, fix: null })),
    fullMarks: fullMarks?.kind === 'fullMarks' ? fullMarks.points : null,
  };
  if (reading.issues.length === 0) return reading;
  const fixes = fixesOf(reading, defaultReadingPolicy);
  return { ...reading, issues: reading.issues.map((one, at) => ({ ...one, fix: fixes[at] ?? null })) };
}

const moving = new Set<Rule['kind']>(['step', 'veto', 'limit', 'formula']);

/** English sentences are read by their own grammar; what it leaves to the clause families is certain only where it is a list of bands or labels. */
function readWhole(normalised: NormalisedText): Found {
  const english = readEnglish(normalised);
  if (english) return { ...english, issues: [...english.issues] };
  const heading = headingOf(normalised);
  if (heading) return readTitled(heading);
  const found = readClauses(clausesOf(normalised));
  found.doubtful ||= isNumberedOnly(normalised.text);
  if (!han.test(normalised.text) && numbered.test(normalised.text) && (isLoose(found.rules) || conditional.test(normalised.text)))
    found.doubtful = true;
  return found;
}

/** What is behind a heading, and its marks. Beside nothing but vetoes the heading says what is worth them (制定方案(1分):缺少方案的不得分). */
function readTitled({ name, rule, body }: Heading): Found {
  const found = readClauses(clausesOf(body));
  const stated = found.rules.some(({ kind }) => kind === 'fullMarks');
  const met = found.rules.length > 0 && found.rules.every(({ kind }) => kind === 'veto') ? [metBy(name, rule.span)] : [];
  const head: AccountedClause = { span: rule.span, disposition: 'rule', family: 'statement' };
  return { ...found, rules: [...(stated ? [] : [rule]), ...met, ...found.rules], clauses: [head, ...found.clauses] };
}

const metBy = (name: string, span: Span): LabelRule => ({
  kind: 'label',
  span,
  label: null,
  phrases: [name],
  award: { tier: null, amount: { mode: 'set', low: new Decimal(1), high: new Decimal(1), of: 'fullMarks' } },
});

/** Words that bound or change what a sentence gives. */
const conditional =
  /\b(?:unless|except|excluding|only if|but only|double[sd]?|twice|triple|thereafter|disqualif\w*|waived?|minimum|maximum|subsequent|consecutive|top|bottom|next|in q[1-4]|then|otherwise|each|every|if (?:there|an?|the|you|your|any|it|they)|considered|linear(?:ly)?|interpolat\w*|straight[- ]line|pro[- ]?rata|in between|rising)\b|\b(?:first|1st|second|2nd|third|3rd) (?:offen[cs]e|violation|breach|occurrence|instance|incident|absence|warning|strike|error|mistake|late\w*|miss\w*)\b/i;

/** Rules that move points, or a lone state: what English sentences say of them, families of lists may miss. */
const isLoose = (rules: readonly Rule[]): boolean =>
  rules.some(({ kind }) => moving.has(kind)) ||
  (rules.some(({ kind }) => kind === 'label') &&
    (rules.some(({ kind }) => kind === 'band') || rules.filter(({ kind }) => scoring.has(kind)).length === 1));

const numbered = /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twice|double|triple|half)\b/i;
const han = /\p{Script=Han}/u;

/** Sub-scores: each part is read as a text of its own; what stands before them says what is measured. */
function readParts({ preface, parts }: Cut): Found {
  const front = readClauses(clausesOf(preface));
  const read = parts.map((part) => ({ part, found: readClauses(clausesOf(part.body)) }));
  const rules = read.map(({ part, found }): Rule => {
    const { name, share, fullMarks, span } = part;
    return { kind: 'part', span, name, share, fullMarks, rules: settleBands(found.rules) };
  });
  const inner = read.map(({ found }) => found);
  const sum = sumOfParts(parts, front.rules);
  return {
    rules: [...front.rules.filter(({ kind }) => kind === 'fullMarks'), ...rules],
    clauses: [
      ...front.clauses.map((clause): AccountedClause => ({ ...clause, disposition: 'preface' })),
      ...inner.flatMap((found) => found.clauses),
    ],
    issues: [...inner.flatMap((found) => found.issues), ...sum],
    doubtful: sum.length > 0 || inner.some((found) => found.doubtful),
  };
}

/** 40分、30分、40分 of 满分100分, 60% and 50%: parts that do not make up the whole. */
function sumOfParts(parts: Cut['parts'], front: readonly Rule[]): Found['issues'] {
  const [first, last] = [parts[0], parts[parts.length - 1]];
  const stated = front.find((rule) => rule.kind === 'fullMarks');
  const whole = first?.share ? new Decimal(1) : stated?.kind === 'fullMarks' ? stated.points : null;
  const sum = parts.reduce((total, { share, fullMarks }) => total.plus(share ?? fullMarks ?? 0), new Decimal(0));
  if (!first || !last || !whole || sum.eq(whole)) return [];
  const printed = first.share ? `${sum.times(100).toFixed()}%` : sum.toFixed();
  return [{ code: 'weights-sum', span: { start: first.span.start, end: last.span.end }, details: { sum: printed } }];
}

/** Points with the words that they are for: each its own clause. */
const readList = (rules: readonly LabelRule[]): Found => ({
  rules: [...rules],
  clauses: rules.map(({ span }): AccountedClause => ({ span, disposition: 'rule', family: 'pointList' })),
  issues: [],
  doubtful: false,
});

/** A printed scale: its numbers are certain, words beside it stand on no number. */
function readScale(scale: Scale, normalised: NormalisedText): Found {
  const rest = { start: scale.end, end: normalised.text.length };
  const span = normalised.toOriginal(rest);
  const worded = /\p{L}/u.test(normalised.text.slice(rest.start));
  const clauses: AccountedClause[] = [{ span: normalised.toOriginal({ start: 0, end: scale.end }), disposition: 'rule', family: 'scale' }];
  if (worded) clauses.push({ span, disposition: 'note', family: null });
  return { rules: [...scale.rules], clauses, issues: worded ? [{ code: 'other', span, details: {} }] : [], doubtful: false };
}
