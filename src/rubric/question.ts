/**
 * What a person is asked about a text that is open: the two or three ways to read it, each as a text that states the decision,
 * with what it would give for a value at which the readings differ.
 */
import Decimal from 'decimal.js';
import { textOfRules } from './canonical';
import { entryOf } from './entry';
import { decideBands } from './fixes';
import { defaultReadingPolicy, type ReadingPolicy } from './policy';
import { readCriteria } from './readCriteria';
import type { Reading } from './reading';
import type { LimitRule, Rule, StepRule } from './rule';
import { scoreEntry, type ScoreOptions } from './score';
import type { Issue, IssueCode, Outcome, Span } from './types';

export interface Choice {
  /** The whole criteria text with the decision stated. */
  readonly text: string;
  /** What the sample would be worth under this choice; null where no sample value tells the choices apart. */
  readonly outcome: Outcome | null;
}

export interface Question {
  readonly code: IssueCode;
  readonly span: Span;
  /** A value at which the readings differ, as a person would type it; null where none can be made. */
  readonly sample: string | null;
  readonly choices: readonly Choice[];
}

const isLimit = (rule: Rule): rule is LimitRule => rule.kind === 'limit';
const isStep = (rule: Rule): rule is StepRule => rule.kind === 'step';

const policies: Partial<Record<IssueCode, readonly Partial<ReadingPolicy>[]>> = {
  'shared-boundary': [{ sharedBoundary: 'better' }, { sharedBoundary: 'worse' }],
  'integer-gap': [{}],
  gap: [{}],
};

/** A bound whose sign is open: the most that is taken, or the least that can be scored. */
function limitTexts(reading: Reading): readonly string[] {
  const doubtful = reading.rules.filter(isLimit).find((rule) => rule.doubtful);
  if (!doubtful || doubtful.at === 'fullMarks') return [];
  const at = doubtful.at.abs().toFixed();
  return [`最多扣${at}分`, `得分最低为${doubtful.at.toFixed()}分`].map((words) =>
    textOfRules(reading, reading.rules, reading.language, new Map([[doubtful as Rule, words]])),
  );
}

function stepTexts(
  reading: Reading,
  word: (own: string, rule: StepRule) => readonly string[],
  test: (rule: StepRule) => boolean,
): readonly string[] {
  const rule = reading.rules.filter(isStep).find(test);
  if (!rule) return [];
  const own = reading.text.slice(rule.span.start, rule.span.end).replace(/[;；。.,，\s]+$/, '');
  return word(own, rule).map((words) => textOfRules(reading, reading.rules, reading.language, new Map([[rule as Rule, words]])));
}

const eachTime = (own: string): readonly string[] => [own.replace(/(扣|减)(?=\d)/, '每次$1')];
const floors = (reading: Reading): readonly string[] => {
  const text = textOfRules(reading, reading.rules, reading.language);
  return [`${text}，扣完为止`, `${text}，可扣至负分`];
};

/** Texts that each state one decision about an issue. */
function textsFor(code: IssueCode, reading: Reading): readonly string[] {
  const wanted = policies[code];
  if (wanted)
    return wanted.map((policy) =>
      textOfRules(reading, decideBands(reading.rules, { ...defaultReadingPolicy, ...policy }), reading.language),
    );
  if (code === 'floor-or-cap') return limitTexts(reading);
  if (code === 'missing-floor') return floors(reading);
  if (code === 'once-or-each') return stepTexts(reading, eachTime, ({ times }) => times === 'open');
  return code === 'lost-text' ? [textOfRules(reading, reading.rules, reading.language)] : [];
}

const midway = (from: Decimal, to: Decimal): string => from.plus(to).div(2).toFixed();

/** A value in dispute, from what the issue found: the shared number, or the middle of the hole. */
function sampleFor({ details }: Pick<Issue, 'details'>): string | null {
  const numbers = (details.range ?? '').match(/-?\d+(?:\.\d+)?/g)?.map((text) => new Decimal(text)) ?? [];
  const [from, to] = numbers;
  if (!from) return null;
  return `${to ? midway(from, to) : from.toFixed()}${details.unit ?? ''}`;
}

/**
 * The questions that a reading leaves for a person, one an issue that can be decided.
 *
 * @param options full marks and target of the row, so that samples can be scored
 * @returns in the order of the issues; empty where nothing is open or nothing can be offered
 */
export function questionsOf(reading: Reading, options: ScoreOptions = {}): readonly Question[] {
  return reading.issues.flatMap((issue) => {
    const texts = [...new Set(textsFor(issue.code, reading))].filter((text) => text !== '' && text !== reading.text);
    if (texts.length === 0) return [];
    const sample = sampleFor(issue);
    const outcome = (text: string): Outcome | null => (sample === null ? null : scoreEntry(readCriteria(text), entryOf(sample), options));
    return [{ code: issue.code, span: issue.span, sample, choices: texts.map((text) => ({ text, outcome: outcome(text) })) }];
  });
}
