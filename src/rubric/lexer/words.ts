/** The vocabularies as tables to look up while a text is read. */
import {
  awardVerbs,
  comparisonsAfter,
  comparisonsBefore,
  openAwards,
  rangeJoints,
  tierWords,
  wholeAwards,
  type Comparison,
} from '../vocabulary';
import { wordTable } from '../wordTable';

type Pairs<Value> = readonly (readonly [Value, readonly string[]])[];
const pairs = <Key extends string>(table: Readonly<Record<Key, readonly string[]>>): Pairs<Key> =>
  Object.entries(table) as unknown as Pairs<Key>;

export const before = wordTable(pairs<Comparison>(comparisonsBefore));
export const after = wordTable(pairs<Comparison>(comparisonsAfter));
export const joints = wordTable([['range', rangeJoints]]);
export const verbs = wordTable([...pairs(awardVerbs), ['set', ['扣至', '扣到', '减至', '减到']] as const]);
export const tiers = wordTable(tierWords.map((tier) => [tier, [tier]] as const));
export const wholes = wordTable(wholeAwards.map((row) => [row, row.words] as const));
export const opens = wordTable(pairs<'add' | 'deduct'>(openAwards));
