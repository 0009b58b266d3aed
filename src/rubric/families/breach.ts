/**
 * 否则: what stands in front of it is required, and what is taken is taken for its breach. 部门内不相互推诿，否则扣5分 takes for 相互推诿; the
 * requirement itself must never trigger it.
 */
import type { Clause } from '../clause';
import type { FamilyContext } from './family';
import { phrasesOf, trimPhrase } from './phrases';

const otherwise =
  /[，,;；。\s]*(?:否则|不然|反之|如未做到|若未做到|未做到者|如有违反|若有违反|违反者|达不到者?(?=[，,]|$))(?:的话|的|者)?[，,]?/;
const duty = /^(?:必须|需要|应当|应该|需|须|应|要|做到|确保|保证|保持|坚持)+(?=.{2})/;
const ban = /不得(?!力)|不允许|不准|不许|不可以?|不能|严禁|禁止|杜绝|避免|不应/;
const denial = /没有|未(?!来)|不(?!同|良|善|断|仅|论)|无(?!关|论)/;
/** What is said behind 否则 of how it is counted, not of what happens. */
const counting =
  /^(?:每|发现|出现|有|其中|任何|任意|任|一|1|\d+|[次项处人例条个起件]|者|的|则|均|不符合?|违反|未达到?|将|按|以|直接|视为|\s|[，,])*$/;

/**
 * What it means not to meet a requirement.
 *
 * @param requirement a stretch of words (及时上报, 不得迟到, 无杂物)
 * @returns its denial: a ban without its ban, anything else denied
 */
export function breachOf(requirement: string): string {
  const words = trimPhrase(requirement).replace(duty, '');
  if (ban.test(words)) return words.replace(ban, '');
  return denial.test(words) ? words.replace(denial, '') : `没有${words}`;
}

/** The requirements in a stretch that stands in front of 否则, as what it means to breach them. */
function breaches(stretch: string): readonly string[] {
  const pieces = stretch
    .split(/[，,;；。、:：()（）\n]/)
    .map(trimPhrase)
    .filter((piece) => piece.length > 1 && !/^\d+分?$/.test(piece));
  const whole = pieces.length > 1 ? [] : [stretch];
  return [...new Set([...pieces, ...whole.map(trimPhrase)])].filter((piece) => piece !== '').map(breachOf);
}

/**
 * The phrases of a clause that takes for a breach.
 *
 * @returns null where the clause is no such one
 */
export function breachPhrases(clause: Clause, { clauses, index }: FamilyContext): readonly string[] | null {
  const found = otherwise.exec(clause.condition);
  if (!found) return null;
  const own = clause.condition.slice(0, found.index).replace(/^\s*\(?\d{1,2}[.、)]/, '');
  const before = clauses[index - 1];
  const required = own.trim() !== '' ? own : before && before.award?.amount?.mode !== 'deduct' ? before.condition || before.text : '';
  const named = clause.condition.slice(found.index + found[0].length);
  const said = counting.test(named) ? [] : phrasesOf(named);
  return required.trim() === '' || /或/.test(required) ? said : [...breaches(required), ...said];
}
