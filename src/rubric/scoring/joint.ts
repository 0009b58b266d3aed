/** Joint conditions and an entry: named parts (or a text that names them) decide each condition; the best award whose conditions all hold is given. */
import { readEntry, type EntryReading } from '../entry';
import { contains } from '../interval';
import { likeness } from '../likeness';
import type { JointRule, JointTest } from '../rule';
import type { Contribution, ScoreContext, Scorer } from '../scorer';
import { compareAwards, sameAward } from '../tierOrder';
import { contributionOf, ruleStep } from './contribution';
import { measuredIn } from './measure';
import { matchWords } from './words';

type Parts = Readonly<Record<string, EntryReading>>;
/** Whether a condition holds; null where the entry does not say. */
type Verdict = boolean | null;

const yes = /^(?:是|有|已|能|对|√|✓|y|yes|true|完成|达标|满足|通过|合格)$/i;
const no = /^(?:否|无|未|没|没有|不|×|n|no|none|false|未完成|不达标|不满足|未通过|不合格)$/i;
const denial = /^(?:未能|没有|未|没|无|不)/;
const sure = 0.75;

function partFor({ name }: JointTest, parts: Parts): EntryReading | null {
  const met = Object.entries(parts).map(([key, part]) => ({ part, strength: key === name ? 1 : likeness(key, name).strength }));
  const [best, next] = met.sort((a, b) => b.strength - a.strength);
  return best && best.strength >= sure && best.strength > (next?.strength ?? 0) ? best.part : null;
}

/** 是, 0, 未完课 under 完课: whether a state is so. */
function stateOf(part: EntryReading, { name }: JointTest): Verdict {
  if (part.quantity) return part.quantity.amount.gt(0);
  const words = part.words.trim();
  if (words === '' || yes.test(words)) return words === '' ? null : true;
  if (no.test(words)) return false;
  if (words.replace(/^(?:有|已)/, '') === name) return true;
  return words.replace(denial, '') === name ? false : null;
}

function verdictOf(test: JointTest, parts: Parts, context: ScoreContext): Verdict {
  const part = partFor(test, parts);
  if (!part) return null;
  if (!test.interval) {
    const state = stateOf(part, test);
    return state === null ? null : state === test.holds;
  }
  const value = measuredIn(part.quantity, test.unit, { ...context, entry: part })?.amount;
  return value ? contains(test.interval, value) : null;
}

/** All conditions, or exactly so many of them. */
function holds({ tests, holding }: JointRule, parts: Parts, context: ScoreContext): Verdict {
  const verdicts = tests.map((test) => verdictOf(test, parts, context));
  if (holding !== undefined) return verdicts.includes(null) ? null : verdicts.filter(Boolean).length === holding;
  if (verdicts.includes(false)) return false;
  return verdicts.includes(null) ? null : true;
}

/** 考勤率96%，无违纪: a text that names its parts. */
function partsIn(text: string, rules: readonly JointRule[]): Parts | null {
  const tests = rules.flatMap((rule) => rule.tests);
  const pieces = text.split(/[,，、;；]|并且|且|但是?/).filter((piece) => piece.trim() !== '');
  const named = pieces.map((piece) => {
    const test = tests.find(({ name }) => piece.includes(name));
    return test ? ([test.name, readEntry({ kind: 'text', text: piece })] as const) : null;
  });
  if (pieces.length < 2 || named.includes(null)) return null;
  return Object.fromEntries((named as readonly (readonly [string, EntryReading])[]).map(([name, part]) => [name, stated(part, name)]));
}

/** The words of a part that only repeat its name say that it is so. */
const stated = (part: EntryReading, name: string): EntryReading =>
  part.quantity
    ? part
    : {
        ...part,
        words: denial.test(part.words.trim())
          ? '否'
          : part.words.trim().startsWith(name)
            ? part.words.trim().slice(name.length) || '是'
            : part.words,
      };

const isRest = ({ tests, holding }: JointRule): boolean => tests.length === 0 && holding === undefined;

function given(rule: JointRule, context: ScoreContext, issue: Contribution['issue'] = null): Contribution {
  return contributionOf(rule, rule.award, context, {
    strength: 1,
    issue,
    reason: [ruleStep(rule, 'named', { words: context.entry.text })],
  });
}

/** The award of the conditions that hold; what is left (否则) only where all others are known to fail. */
function byParts(rules: readonly JointRule[], parts: Parts, context: ScoreContext): readonly Contribution[] {
  const judged = rules.filter((rule) => !isRest(rule)).map((rule) => ({ rule, verdict: holds(rule, parts, context) }));
  const met = judged.filter(({ verdict }) => verdict === true).map(({ rule }) => rule);
  const unknown = judged.some(({ verdict }) => verdict === null);
  const [best, ...others] = [...met].sort((a, b) => compareAwards(a.award, b.award));
  if (best) {
    const tied = others.some((other) => compareAwards(best.award, other.award) === 0 && !sameAward(best.award, other.award));
    return [given(best, context, tied ? 'overlap' : unknown ? 'other' : null)];
  }
  const rest = rules.find(isRest);
  if (rest && !unknown) return [given(rest, context)];
  const [first] = rules;
  return first ? [{ ...given(first, context, unknown ? 'other' : 'gap'), kind: 'open', tier: null, low: null, high: null }] : [];
}

/** Scores all joint conditions together. */
export const scoreJoint: Scorer<'joint'> = (rules, context) => {
  const { entry } = context;
  if (rules.length === 0) return [];
  const named = entry.parts ? [] : matchWords(rules, entry.text);
  if (named.some(({ strength }) => strength >= 0.97))
    return named.map(({ rule, strength }) =>
      contributionOf(rule, rule.award, context, { strength, reason: [ruleStep(rule, 'named', { words: entry.text })] }),
    );
  const parts = entry.parts ?? partsIn(entry.text, rules);
  return parts ? byParts(rules, parts, context) : [];
};
