/** Points by a written formula: `Marks = 10 - 2 x (number of hints used)`, `lowest bid / bidder's price x 40`. */
import { leavesOf, readExpression } from '../expression';
import type { Expression, FormulaRule } from '../rule';
import type { Placed } from './pairs';
import { placeOf, printed, type Skeleton } from './skeleton';

const equation = /^(?:[^=:;\n]{0,60}?(?:=|:) ?)?(?<right>[^=;\n]{5,200})$/;

/** One unknown name alone is the entry itself; several are parts of it. */
function settled(tree: Expression, only: string | null): Expression {
  if (tree.kind === 'part') return tree.name === only ? { kind: 'actual' } : tree;
  if (tree.kind === 'call') return { ...tree, args: tree.args.map((arg) => settled(arg, only)) };
  return tree.kind === 'binary' ? { ...tree, left: settled(tree.left, only), right: settled(tree.right, only) } : tree;
}

function unitOf(tree: Expression): FormulaRule['unit'] {
  const leaves = leavesOf(tree);
  const scaled = leaves.some(({ kind }) => kind === 'fullMarks') && !leaves.some(({ kind }) => kind === 'target');
  return scaled ? '%' : null;
}

/** Reads one sentence as a formula; null where it is none. */
export function formulaSentence(line: Skeleton): readonly Placed[] | null {
  const text = printed(line, line.text);
  const right = equation.exec(text)?.groups?.right ?? '';
  if (!/[*×÷/]|\bx\b/i.test(right) || /[<>≤≥]|\b(?:each|every|per)\b/i.test(text)) return null;
  // A rate written as × 100% does not say how many points it is worth.
  if (/100 ?%\s*\)?\s*$/.test(right)) return null;
  const tree = readExpression(right);
  if (!tree) return null;
  const leaves = leavesOf(tree);
  const names = new Set(leaves.flatMap((leaf) => (leaf.kind === 'part' ? [leaf.name] : [])));
  const known = leaves.some(({ kind }) => kind === 'actual' || kind === 'target');
  const [only] = names.size === 1 && !known ? [...names] : [null];
  const expression = settled(tree, only ?? null);
  if (!leavesOf(expression).some(({ kind }) => kind === 'actual' || kind === 'part')) return null;
  const place = placeOf(line);
  return [{ rule: { kind: 'formula', span: place, phrases: [], expression, within: null, unit: unitOf(expression) }, place }];
}
