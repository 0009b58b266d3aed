/**
 * What a person is asked about a text that is open: the two or three ways to read it, each as a text that states the decision,
 * with what it would give for a value at which the readings differ.
 */
import Decimal from 'decimal.js';
import { textOfRules } from './canonical';
import { entryOf } from './entry';
import { decisionTexts, sampleOf, undecidedStep } from './decisions';
import { decideBands } from './fixes';
import { defaultReadingPolicy, type ReadingPolicy } from './policy';
import { readCriteria } from './readCriteria';
import type { Reading } from './reading';
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

const policies: Partial<Record<IssueCode, readonly Partial<ReadingPolicy>[]>> = {
  'shared-boundary': [{ sharedBoundary: 'better' }, { sharedBoundary: 'worse' }],
  'integer-gap': [{}],
  gap: [{}],
};

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
  if (code === 'missing-floor') return floors(reading);
  return code === 'lost-text'
    ? [textOfRules(reading, reading.rules, reading.language, new Map(), 'written')]
    : decisionTexts(code, reading);
}

const midway = (from: Decimal, to: Decimal): string => from.plus(to).div(2).toFixed();

/** A value in dispute, from what the issue found: the shared number, or the middle of the hole. */
function sampleFor({ details }: Pick<Issue, 'details'>): string | null {
  const numbers = (details.range ?? '').match(/-?\d+(?:\.\d+)?/g)?.map((text) => new Decimal(text)) ?? [];
  const [from, to] = numbers;
  if (!from) return null;
  return `${to ? midway(from, to) : from.toFixed()}${details.unit ?? ''}`;
}

interface Asked {
  readonly code: IssueCode;
  readonly span: Span;
  readonly sample: string | null;
}

function questionOf({ code, span, sample }: Asked, reading: Reading, options: ScoreOptions): readonly Question[] {
  const texts = [...new Set(textsFor(code, reading))].filter((text) => text !== '' && text !== reading.text);
  if (texts.length === 0) return [];
  const outcome = (text: string): Outcome | null => (sample === null ? null : scoreEntry(readCriteria(text), entryOf(sample), options));
  return [{ code, span, sample, choices: texts.map((text) => ({ text, outcome: outcome(text) })) }];
}

/**
 * The questions that a reading leaves for a person: one an issue that can be decided, and one for a step whose parts no word settles
 * (that is no fault of the text: it is asked only where an entry lies between two steps).
 *
 * @param options full marks and target of the row, so that samples can be scored
 * @returns in the order of the issues; empty where nothing is open or nothing can be offered
 */
export function questionsOf(reading: Reading, options: ScoreOptions = {}): readonly Question[] {
  const issues = reading.issues.map((issue) => ({ ...issue, sample: sampleFor(issue) ?? sampleOf(issue.code, reading) }));
  const step = issues.some(({ code }) => code === 'partial-step') ? null : undecidedStep(reading);
  const parts: readonly Asked[] = step ? [{ code: 'partial-step', span: step.span, sample: sampleOf('partial-step', reading) }] : [];
  return [...issues, ...parts].flatMap((asked) => questionOf(asked, reading, options));
}
