/** Words of an entry that multiply what the steps give or take: 核心期刊1篇，第二作者 under 第二作者减半计分. */
import type Decimal from 'decimal.js';
import { readEntry, type EntryReading } from '../entry';
import { bestLikeness } from '../likeness';
import type { StepRule } from '../rule';
import type { Contribution, ScoreContext } from '../scorer';

type Factor = StepRule & { readonly factor: Decimal };
const isFactor = (rule: StepRule): rule is Factor => rule.factor !== undefined;
type Score = (rules: readonly StepRule[], context: ScoreContext) => readonly Contribution[];

const separators = /\s*[，,、;；()（）]\s*|且|并/;
const names = 0.75;

function isNamed(words: string, { phrases }: Factor): boolean {
  const met = bestLikeness(words, phrases);
  return !met.opposite && met.strength >= names;
}

function scaled(contribution: Contribution, factor: Decimal, doubtful: boolean): Contribution {
  const { low, high } = contribution;
  const reason = [...contribution.reason, { code: 'multiplied', span: null, details: { factor: factor.toString() } }];
  const issue = contribution.issue ?? (doubtful ? 'other' : null);
  return { ...contribution, low: low && low.times(factor), high: high && high.times(factor), issue, reason };
}

/** The entry without the pieces that name a factor; itself where one piece says everything. */
function without(entry: EntryReading, factor: Factor): EntryReading {
  const rest = entry.text.split(separators).filter((piece) => piece !== '' && !isNamed(piece, factor));
  return rest.length === 0 ? entry : readEntry({ kind: 'text', text: rest.join('，') });
}

/**
 * Scores an entry under steps and the states that multiply them.
 *
 * @param score scores the steps alone
 * @returns what the steps contribute, times the factor that the entry names; for a person to confirm where one phrase says both
 */
export function multiplied(rules: readonly StepRule[], context: ScoreContext, score: Score): readonly Contribution[] {
  const factors = rules.filter(isFactor);
  const others = factors.length === 0 ? rules : rules.filter((rule) => !isFactor(rule));
  const { entry } = context;
  const factor =
    entry.words === '' ? undefined : factors.find((each) => entry.text.split(separators).some((piece) => isNamed(piece, each)));
  if (!factor) return score(others, context);
  const rest = without(entry, factor);
  return score(others, { ...context, entry: rest }).map((one) => scaled(one, factor.factor, rest === entry));
}
