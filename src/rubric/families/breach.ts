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

/** 床沿不得挂放衣架: taken for is what must not be. */
const banOnly = /不得(?![力当分体法])|不允许|不准(?!确|时)|不许|严禁|禁止/;
const violator = /[，,]?(?:违者|违反者|违规者|违反的?)$/;

/**
 * What deductions are taken for, where their phrases state a ban.
 *
 * @returns the phrases, each ban lifted (严禁吸烟 → 吸烟)
 */
export const bansLifted = (phrases: readonly string[]): readonly string[] => [
  ...new Set(
    phrases
      .map((phrase) => (banOnly.test(phrase) ? trimPhrase(phrase.replace(violator, '').replace(banOnly, '')) : phrase))
      .filter((phrase) => phrase !== ''),
  ),
];

/** A piece that says what is to be: 认真填写记录, 保持整洁, 不迟到. */
const demand =
  /^(?:按[时期]|及时|准时|按(?:要求|规定|照)|严格|认真|积极|主动|做[好到]|保持|遵守|服从|确保|保证|坚持|落实|完成|应|须|必须|需要?|要|每[天日周月季年]|定期|全部|各)|(?:良好|整洁|整齐|规范|齐全|完好|融洽|完整|清洁|正常|正常使用)$/;
const negativeDemand = /^(?:无(?![故理证效端])|没有|不(?![按能服符达合到认规完足良当善及]))/;
const faulty = /[未缺漏错违迟]|不|低于|超过|\d/;

const isDemand = (piece: string): boolean => (demand.test(piece) && !faulty.test(piece)) || negativeDemand.test(piece);

/**
 * 认真填写记录，漏填一处扣1分: where the last piece says what is taken for, the demands in front of it are what must not trigger it.
 *
 * @param words what stands in front of a step or an award
 * @returns the demands as breaches, and the words without them; null where there are none
 */
export function demandsIn(words: string): { readonly breaches: readonly string[]; readonly rest: string } | null {
  const pieces = words.split(/[，,。;；]/).map((piece) => piece.trim());
  const last = pieces[pieces.length - 1] ?? '';
  if (pieces.length < 2 || counting.test(last)) return null;
  const demands = pieces.slice(0, -1).filter((piece) => isDemand(trimPhrase(piece)));
  if (demands.length === 0) return null;
  return { breaches: demands.map(breachOf), rest: pieces.filter((piece) => !demands.includes(piece)).join('，') };
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
