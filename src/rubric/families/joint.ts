/**
 * Several named conditions at once: 完课且考试90分以上的记5分, 销售额≥100万但毛利率<20%：12分, 同时满足A、B得20分，只满足一项得10分.
 * Beside such a clause the others of the text (未完课0分, 否则0分) speak of the same names.
 */
import type { Clause } from '../clause';
import { isMeasured, meaningOf, type Measured } from '../clauseWords';
import { exactly } from '../interval';
import type { JointRule, JointTest } from '../rule';
import type { Family, FamilyContext, FamilyReading } from './family';

const joins = /并且|而且|同时(?:满足|达到|具备|符合)?|但是?|且|(?<![合一])并(?![发列购网])/;
const listed = /同时(?:满足|达到|具备|符合)|(?:均|都|全部)(?:满足|达到|符合)/;
const opening = /^(?:若|如果?|凡|当|能|既)?(?:同时)?(?:满足|达到|具备|符合)/;
const closing = /^[的者则为时，,:\s]*$/;
const denied = /^(?:未能|没有|未|没|无|不)(?=.{2})/;
const affirmed = /^(?:有|已|发生|出现|存在)(?=.{2})/;
const otherwise = /^(?:否则|其他|其它|其余|反之|除此(?:之外|以外))(?:情况|情形|的|者|均)?$/;
const some = /^(?:只|仅|仅能|只能)?(?:满足|达到|符合|达成|完成)(?:其中|上述)?(?:的)?(?:任意|任一|任何)?([一1两二2三3])[项条个]/;
const none = /^(?:(?:两|三|二|以上)?[项条者个]?(?:均|都|全部)(?:不|未)(?:满足|达到|符合|达标)|一项也?(?:不|未)(?:满足|达到))/;
const digits: Readonly<Record<string, number>> = { 一: 1, 1: 1, 两: 2, 二: 2, 2: 2, 三: 3, 3: 3 };

/** One condition of a clause: the words in front of its number, the number, the words behind. */
interface Side {
  readonly words: string;
  readonly measured: Measured | null;
  readonly behind: string;
}

/** The conditions that a clause joins; null where something in it is no condition. */
function sidesOf({ items, text }: Clause): readonly Side[] | null {
  const sides: { words: string; measured: Measured | null; behind: string }[] = [];
  let current: (typeof sides)[number] = { words: '', measured: null, behind: '' };
  const isEmpty = (): boolean => current.words.trim() === '' && current.measured === null;
  const close = (): void => {
    if (!isEmpty()) sides.push(current);
    current = { words: '', measured: null, behind: '' };
  };
  const list = listed.test(text);
  let apart = false;
  for (const item of items) {
    if (isMeasured(item)) {
      if (current.measured) return null;
      current.measured = item;
    } else if (item.kind === 'text') {
      const pieces = item.text.split(joins);
      if (apart && pieces[0]?.trim() !== '' && !closing.test(pieces[0] as string) && !list) return null;
      apart = false;
      pieces.forEach((piece, at) => {
        if (at > 0) close();
        if (current.measured) current.behind += piece;
        else current.words += piece;
      });
    } else if (item.kind === 'break' && item.strength === 'colon') {
      if (sides.length === 0 && current.measured === null) current = { words: '', measured: null, behind: '' };
    } else if (item.kind === 'break' && (item.strength === 'comma' || item.strength === 'pause')) {
      apart = !isEmpty();
      if (list) close();
    } else return null;
  }
  close();
  return sides;
}

const shortest = 2;
const longest = 14;

function testOf({ words, measured, behind }: Side): JointTest | null {
  const plain = meaningOf(words.replace(opening, ''));
  if (measured && !closing.test(behind)) return null;
  const deny = measured === null && denied.test(plain);
  const name = measured ? plain : plain.replace(deny ? denied : affirmed, '');
  if (name.length < shortest || name.length > longest || /\d/.test(name)) return null;
  if (!measured) return { name, interval: null, unit: null, holds: !deny };
  const interval = measured.kind === 'interval' ? measured.interval : exactly(measured.quantity.amount);
  return { name, interval, unit: measured.kind === 'interval' ? measured.unit : measured.quantity.unit, holds: true };
}

/** All conditions of a clause; null where it is none, or speaks twice of one thing (80%以上且低于90%). */
function testsOf(clause: Clause): readonly JointTest[] | null {
  const sides = clause.text.length > longestClause ? null : sidesOf(clause);
  const tests = sides?.map(testOf) ?? [];
  if (tests.length === 0 || tests.includes(null)) return null;
  const found = tests as readonly JointTest[];
  return new Set(found.map(({ name }) => name)).size === found.length ? found : null;
}

const longestClause = 120;
const sets = ({ award }: Clause): boolean =>
  award !== null && (award.amount === null || (award.amount.mode === 'set' && award.amount.low !== null));

/** Whether a clause joins conditions on different things, one of them a number. */
function isJoint(clause: Clause): boolean {
  if (!sets(clause) || clause.label || !joins.test(clause.text)) return false;
  const tests = testsOf(clause);
  return tests !== null && tests.length > 1 && tests.some(({ interval }) => interval !== null);
}

const namesIn = new WeakMap<readonly Clause[], readonly JointTest[]>();

/** What the joint clauses of a text speak of: the conditions of the one with the most. */
function namedBy(clauses: readonly Clause[]): readonly JointTest[] {
  const known = namesIn.get(clauses);
  if (known) return known;
  const all = clauses.filter(isJoint).map((clause) => testsOf(clause) ?? []);
  const most = all.reduce<readonly JointTest[]>((best, tests) => (tests.length > best.length ? tests : best), []);
  namesIn.set(clauses, most);
  return most;
}

interface Condition {
  readonly tests: readonly JointTest[];
  readonly holding?: number;
}

/** What a clause asks for beside joint ones: the same names, how many of them, or all that is left. */
function conditionOf(clause: Clause, named: readonly JointTest[]): Condition | null {
  const words = meaningOf(clause.condition);
  if (otherwise.test(words) || otherwise.test(clause.condition.trim())) return { tests: [] };
  if (none.test(clause.condition)) return { tests: named, holding: 0 };
  const count = some.exec(clause.condition)?.[1];
  if (count) return { tests: named, holding: digits[count] as number };
  const tests = testsOf(clause);
  return tests?.every(({ name }) => named.some((other) => other.name === name)) ? { tests } : null;
}

function read(clause: Clause, { clauses }: FamilyContext): FamilyReading | null {
  const named = namedBy(clauses);
  if (named.length === 0 || !sets(clause)) return null;
  const tests = isJoint(clause) ? testsOf(clause) : null;
  const condition = tests ? { tests } : conditionOf(clause, named);
  if (!condition || !clause.award) return null;
  const words = meaningOf(clause.condition.replace(/^[^:]{1,20}:/, ''));
  const rule: JointRule = { kind: 'joint', span: clause.span, ...condition, phrases: words === '' ? [] : [words], award: clause.award };
  return { rules: [rule] };
}

/** Several conditions at once. */
export const jointFamily: Family = { name: 'joint', read };
