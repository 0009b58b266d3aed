/**
 * The last guard against being confidently wrong: a number that stands in the stretch of a clause that gives something, and that no rule
 * of the clause holds, may bound or change what is given.
 */
import Decimal from 'decimal.js';
import type { Clause } from './clause';
import { decimalOfDigits } from './decimal';
import type { Rule, RuleOf } from './rule';

const hundred = new Decimal(100);

function collect(value: unknown, found: Set<string>): void {
  if (value instanceof Decimal) found.add(value.abs().toString());
  else if (Array.isArray(value)) for (const each of value) collect(each, found);
  else if (typeof value === 'object' && value !== null)
    for (const [name, each] of Object.entries(value)) if (name !== 'span' && name !== 'phrases') collect(each, found);
}

interface Gathered {
  count: number;
  readonly numbers: Set<string>;
}

const gathered = new WeakMap<readonly Rule[], Gathered>();

/** The numbers of a list of rules that only grows while its text is read: each rule is looked at once. */
function numbersOf(rules: readonly Rule[]): ReadonlySet<string> {
  const known = gathered.get(rules) ?? { count: 0, numbers: new Set<string>() };
  for (; known.count < rules.length; known.count++) collect(rules[known.count], known.numbers);
  gathered.set(rules, known);
  return known.numbers;
}

const always: ReadonlySet<string> = new Set(['0', '1', '100']);

/** A number as rules may hold it: as printed, as a fraction (2% is 0.02), or a hundred times as much. */
const spellings = (number: Decimal): readonly string[] => [number, number.div(hundred), number.times(hundred)].map(String);

const thresholds = /\d+(?:\.\d+)?(?=\s?(?:%|秒|分钟|小时|天|个?工作日|元|万元|minutes?|hours?|days?))/g;

/** What the words of an occurrence bound (迟到10分钟以内), and the first occurrence that counts (从第4次开始). */
function wordedNumbers({ phrases, free }: RuleOf<'step'>): readonly string[] {
  const bounds = phrases.flatMap((phrase) => phrase.match(thresholds) ?? []);
  return free ? [...bounds, free.toString(), free.plus(1).toString()] : bounds;
}

/** Names and dates hold numbers that measure nothing: 12月5日前, 8:30, 3.0版, Section 4, Q3, 24小时热线. */
const idle =
  /\d{1,4}年\d{0,2}月?|\d{1,2}月\d{1,2}[日号]|\d{1,2}[日号](?:之?前|以前|前后)|\d{1,2}:\d{2}|[A-Za-z]{1,9}-?\d+(?!\s?%)|(?:section|chapter|part|item|article|form|no\.|annex|appendix|step|phase) ?\d+|第\d+(?:条|章|款|版|部分|季度|周)|\d+小时(?:热线|值班|服务|营业)|\d+S(?:管理|检查)?/gi;

const open = new Set<Rule['kind']>(['form', 'manual', 'target', 'part']);

/** The award's own piece with its brackets and all that stands behind it; requirements in earlier pieces explain themselves. */
function bearing(clause: Clause): string {
  const at = clause.awardText === '' ? -1 : clause.text.lastIndexOf(clause.awardText);
  if (at < 0) return clause.text;
  const comma = Math.max(clause.text.lastIndexOf('，', at), clause.text.lastIndexOf(', ', at), clause.text.lastIndexOf('、', at));
  return clause.text.slice(comma < 0 ? 0 : comma);
}

/**
 * Whether a clause holds a number that none of its rules explains.
 *
 * @param rules the rules read from the clause, and those read before it (a step repeats the base that a band stated)
 */
export function leavesNumbers(clause: Clause, rules: readonly Rule[], before: readonly Rule[]): boolean {
  if (rules.length === 0 || rules.some(({ kind }) => open.has(kind))) return false;
  const numbers =
    bearing(clause)
      .replace(idle, ' ')
      .match(/\d+(?:\.\d+)?/g) ?? [];
  return [...new Set(numbers)].some((text) => {
    const number = decimalOfDigits(text);
    if (always.has(number.toString())) return false;
    const written = spellings(number);
    if (rules.some((rule) => rule.kind === 'step' && wordedNumbers(rule).includes(text))) return false;
    return ![numbersOf(rules), numbersOf(before)].some((known) => written.some((each) => known.has(each)));
  });
}
