/**
 * The last guard against being confidently wrong: a number that stands in the stretch of a clause that gives something, and that no rule
 * of the clause holds, may bound or change what is given.
 */
import Decimal from 'decimal.js';
import type { Clause } from './clause';
import { namedNumbers } from './names';
import type { Rule, RuleOf } from './rule';

const precision = 12;

/** Numbers are only told apart here, never counted with: a double cut to twelve digits is quicker than a decimal and as good. */
const told = (number: number): number => Number(number.toPrecision(precision));

function collect(value: object, found: Set<number>): void {
  if (value instanceof Decimal) {
    found.add(told(Math.abs(value.toNumber())));
    return;
  }
  for (const name in value) {
    const each = (value as Readonly<Record<string, unknown>>)[name];
    if (typeof each === 'object' && each !== null && name !== 'span' && name !== 'phrases') collect(each, found);
  }
}

interface Gathered {
  count: number;
  readonly numbers: Set<number>;
}

const gathered = new WeakMap<readonly Rule[], Gathered>();

/** The numbers of a list of rules that only grows while its text is read: each rule is looked at once. */
function numbersOf(rules: readonly Rule[]): ReadonlySet<number> {
  const known = gathered.get(rules) ?? { count: 0, numbers: new Set<number>() };
  for (; known.count < rules.length; known.count++) collect(rules[known.count] as Rule, known.numbers);
  gathered.set(rules, known);
  return known.numbers;
}

const always: ReadonlySet<number> = new Set([0, 1, 100]);

/** A number as rules may hold it: as printed, as a fraction (2% is 0.02), or a hundred times as much. */
const holds = (known: ReadonlySet<number>, number: number): boolean =>
  known.has(number) || known.has(told(number / 100)) || known.has(told(number * 100));

const thresholds = /\d+(?:\.\d+)?(?=\s?(?:%|秒|分钟|小时|天|个?工作日|元|万元|minutes?|hours?|days?))/g;

/** What the words of an occurrence bound (迟到10分钟以内), and the first occurrence that counts (从第4次开始). */
function wordedNumbers({ phrases, free }: RuleOf<'step'>): readonly string[] {
  const bounds = phrases.flatMap((phrase) => phrase.match(thresholds) ?? []);
  return free ? [...bounds, free.toString(), free.plus(1).toString()] : bounds;
}

const open = new Set<Rule['kind']>(['form', 'manual', 'target', 'part']);

/** A comma that is none inside a number (1,200). */
const separates = (text: string, at: number): boolean =>
  text[at] === '，' || text[at] === '、' || (text[at] === ',' && !/^,\d{3}(?!\d)/.test(text.slice(at, at + 5)));

function lastComma(text: string, from: number): number {
  let at = from;
  while (at >= 0 && !separates(text, at)) at--;
  return at;
}

/** 6.通过…: the number of the line. */
const enumerator = /^\s*\(?\d{1,2}[.、)](?!\d)/;

/** The award's own piece with its brackets and all that stands behind it; requirements in earlier pieces explain themselves. */
function bearing(clause: Clause): string {
  const at = clause.awardText === '' ? -1 : clause.text.lastIndexOf(clause.awardText);
  if (at < 0) return clause.text.replace(enumerator, '');
  const comma = lastComma(clause.text, at);
  return comma < 0 ? clause.text.replace(enumerator, '') : clause.text.slice(comma);
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
      .replace(namedNumbers, ' ')
      .match(/\d+(?:\.\d+)?/g) ?? [];
  return [...new Set(numbers)].some((text) => {
    const number = told(Number(text));
    if (always.has(number) || holds(numbersOf(rules), number) || holds(numbersOf(before), number)) return false;
    return !rules.some((rule) => rule.kind === 'step' && wordedNumbers(rule).includes(text));
  });
}
