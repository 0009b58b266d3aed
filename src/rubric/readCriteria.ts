/** From a criteria text to its reading: normalise → clauses → families → settled bounds → issues. */
import type { Clause } from './clause';
import { clausesOf } from './clauses';
import { families } from './families';
import type { FamilyContext, FamilyReading } from './families/family';
import { issue, issuesOf, type FoundIssue } from './issues';
import { normalise } from './normalise';
import type { AccountedClause, Disposition, Reading } from './reading';
import { repair, type Repair } from './repair';
import type { Rule } from './rule';
import { isMeasured } from './clauseWords';
import { settleBands } from './settleBands';
import type { Certainty, Issue, IssueCode, Span } from './types';

/** What the row tells about the text; everything optional. */
export interface CriteriaContext {
  /** The indicator's name: says the direction where the text does not. */
  readonly indicator?: string;
}

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

const mayMatter = /[扣加减]|得分|计分|满分|不得|%|以上|以下|超过|低于|deduct|points?\b/i;

/** What a clause that no family reads is: in front of all rules it says what is measured, otherwise it may matter. */
function dispositionOf(clause: Clause, rules: readonly Rule[]): Disposition {
  const numbered = clause.items.some(isMeasured) || clause.award !== null;
  if (!numbered && rules.length === 0) return 'preface';
  return numbered || mayMatter.test(clause.text) ? 'unread' : 'note';
}

function readClauses(clauses: readonly Clause[]): Found {
  const found: Found = { rules: [], clauses: [], issues: [], doubtful: false };
  for (let index = 0; index < clauses.length; index++) {
    const clause = clauses[index] as Clause;
    const answer = ask(clause, { clauses, index, rules: found.rules });
    if (!answer) {
      found.clauses.push({ span: clause.span, disposition: dispositionOf(clause, found.rules), family: null });
      continue;
    }
    const used = Math.max(1, answer.reading.used ?? 1);
    for (const taken of clauses.slice(index, index + used))
      found.clauses.push({ span: taken.span, disposition: 'rule', family: answer.name });
    found.rules.push(...answer.reading.rules);
    for (const issue of answer.reading.issues ?? [])
      found.issues.push({ code: issue.code, span: clause.span, details: issue.details ?? {} });
    found.doubtful ||= answer.reading.doubtful ?? false;
    index += used - 1;
  }
  return found;
}

const scoring = new Set<Rule['kind']>(['band', 'label', 'level', 'step', 'veto', 'formula', 'part']);

function certaintyOf(found: Found, rules: readonly Rule[]): Certainty {
  if (!rules.some((rule) => scoring.has(rule.kind))) return 'unread';
  return found.doubtful || found.clauses.some((clause) => clause.disposition === 'unread') ? 'ask' : 'certain';
}

/** Issues of the rules, of their wording, and of the text itself, each code once a place. */
function allIssues(found: Found, rules: readonly Rule[], repairs: readonly Repair[], text: string): readonly FoundIssue[] {
  const worded = found.issues.map(({ code, span, details }) => issue(code, span, details));
  const damaged = repairs.map(({ span, found: was, suggested }) => issue('lost-text', span, { found: was, suggested }));
  const broken = isUnbalanced(text) ? [issue('lost-text', { start: 0, end: text.length }, { found: '(', suggested: '' })] : [];
  return [...issuesOf(rules), ...worded, ...damaged, ...broken];
}

/** A bracket without its partner: something was lost. `a)` enumerators do not count. */
function isUnbalanced(text: string): boolean {
  let depth = 0;
  for (const char of text.replace(/(?:^|[\s;,，；。])[\dA-Za-z一二三四五六七八九十]{1,2}\)/g, '')) {
    if (char === '(') depth += 1;
    if (char === ')') depth -= 1;
    if (depth < 0) return true;
  }
  return depth !== 0;
}

/**
 * Reads a criteria text.
 *
 * @param text any text in Chinese or English, of any length; never throws, time linear in its length
 * @returns rules with spans into the text, what became of each clause, and the issues; `unread` where nothing in it can score an entry
 */
export function readCriteria(text: string, _context: CriteriaContext = {}): Reading {
  const { normalised, repairs } = repair(normalise(text));
  const clauses = clausesOf(normalised);
  const found = readClauses(clauses);
  const rules = settleBands(found.rules);
  const fullMarks = rules.find((rule) => rule.kind === 'fullMarks');
  const issues = allIssues(found, rules, repairs, normalised.text);
  return {
    text,
    language: /\p{Script=Han}/u.test(text) ? 'zh' : 'en',
    certainty: repairs.length > 0 && certaintyOf(found, rules) === 'certain' ? 'ask' : certaintyOf(found, rules),
    rules,
    clauses: found.clauses,
    issues: issues.map((one): Issue => ({ ...one, fix: null })),
    fullMarks: fullMarks?.kind === 'fullMarks' ? fullMarks.points : null,
  };
}
