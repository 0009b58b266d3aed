/**
 * Formulas with what belongs to them: letters explained below (`[1 - (B-A)/A] x C = Score`, `A - the lowest cost`), a name in the cell before
 * (`Lower is better | Target ÷ Actual × 100`), a difference in words (`the total number of violation points subtracted from 100`).
 */
import { leavesOf, readExpression } from '../expression';
import type { Expression, FormulaRule } from '../rule';
import type { Span } from '../types';
import type { Assembly } from './assemble';
import { number, piecesOf, valueOf, type Piece } from './layout';

const reading = (span: Span, expression: Expression): Assembly => {
  const rule: FormulaRule = { kind: 'formula', span, phrases: [], expression, within: null, unit: null };
  return { rules: [rule], doubtful: false, issues: [] };
};

const operator = /[*×÷/]|\bx\b/i;
/** Either side of the sign may be the name of the result. */
const sides = /^([^=]{2,300}?)\s*=\s*([^=]{2,300})$/;
const explained = /^(?:where:? |and )?([A-Z][A-Za-z]?\d?)\s*(?:-|=|:|\bis\b|\bmeans\b)\s*((?=.*[a-z]{3})[^=*×÷]{3,120}?)[.;,]?$/;
const opener = /^(?:where|with|in which|legend|note)[:,]?$/i;

interface Explained {
  readonly letter: string;
  readonly words: string;
}

function explanationOf({ text }: Piece): Explained | null {
  const found = explained.exec(text);
  return found && !/\d/.test(found[2] as string) ? { letter: found[1] as string, words: found[2] as string } : null;
}

/** The tree with each letter followed by what it stands for: an entry may name either. */
function named(tree: Expression, all: readonly Explained[]): Expression {
  if (tree.kind === 'part') {
    const known = all.find(({ letter }) => letter === tree.name);
    return known ? { ...tree, name: `${known.letter} ${known.words}` } : tree;
  }
  if (tree.kind === 'call') return { ...tree, args: tree.args.map((arg) => named(arg, all)) };
  return tree.kind === 'binary' ? { ...tree, left: named(tree.left, all), right: named(tree.right, all) } : tree;
}

const partsOf = (tree: Expression): readonly string[] => leavesOf(tree).flatMap((leaf) => (leaf.kind === 'part' ? [leaf.name] : []));

/** The side of an equation that computes; a title without operators is the other. */
function computing(text: string): string | null {
  const found = sides.exec(text);
  if (!found) return text.includes('=') ? null : text;
  const [left, right] = [found[1] as string, found[2] as string];
  if (operator.test(right) === operator.test(left)) return null;
  return operator.test(right) ? right : left;
}

/** One equation and a line for each of its letters. */
export function explainedFormula(text: string): Assembly | null {
  const pieces = piecesOf(text, /[\n;]/g).filter((piece) => !opener.test(piece.text));
  const equations = pieces.filter((piece) => operator.test(piece.text) && explanationOf(piece) === null);
  const all = pieces.flatMap((piece) => explanationOf(piece) ?? []);
  const [equation] = equations;
  if (!equation || equations.length !== 1 || all.length < 2 || all.length !== pieces.length - 1) return null;
  const tree = readExpression(computing(equation.text) ?? '');
  const letters = new Set(all.map(({ letter }) => letter));
  if (!tree || letters.size !== all.length || partsOf(tree).some((name) => !letters.has(name))) return null;
  return [...letters].every((letter) => partsOf(tree).includes(letter)) ? reading(equation.span, named(tree, all)) : null;
}

/** Names that hold `per` are quantities of their own: `Final = clamp(Score - (Days × Penalty per day), 0, 100)`. */
export function boundedFormula(text: string): Assembly | null {
  const right = /^[^=\n]{2,60}=\s*(clamp\s*\(.*\))\.?$/is.exec(text.trim())?.[1];
  const tree = right === undefined ? null : readExpression(right);
  return tree && partsOf(tree).length > 0 ? reading({ start: 0, end: text.length }, tree) : null;
}

/** `Lower is better | Target ÷ Achievement × 100`: what the formula is for stands in the cell before it. */
export function headedFormula(text: string): Assembly | null {
  const cells = piecesOf(text, /\|/g);
  const [name, formula] = cells;
  if (cells.length !== 2 || !name || !formula || /\d/.test(name.text) || /\n/.test(text.trim())) return null;
  if (/[<>≤≥→]|->|\b(?:each|every|per|else|if)\b/i.test(formula.text)) return null;
  const tree = operator.test(formula.text) ? readExpression(computing(formula.text) ?? '') : null;
  const leaves = tree ? leavesOf(tree) : [];
  return tree && leaves.some(({ kind }) => kind === 'actual' || kind === 'part') ? reading(formula.span, tree) : null;
}

const counted = '(?:the )?(?:(?:total|sum|number|count|amount) )*(?:of )?(?:the |all )?(?<what>[a-z][a-z -]{2,70}?)';
const result =
  '(?:the )?[a-z][a-z ]{2,50}?(?: is| equals?| ?=|:| will be| shall be)(?: (?:equal to|calculated as|computed as|found by taking))? ';
const differences = [
  new RegExp(
    `^(?:to (?:calculate|compute|determine|obtain|find|get) [^,.;\\d]{3,80}, )?(?:${result})?${counted} (?:is |are |will be )?(?:subtracted|deducted|taken) from (?:(?:a|an|the|your) (?:[a-z]+ ){0,4}?(?:of )?)?(?<at>${number})(?: points)?\\.?$`,
    'i',
  ),
  new RegExp(`^${result}(?<at>${number})(?: points)?,? (?:minus|less) ${counted}\\.?$`, 'i'),
];

/** `100 minus the total number of violation points`. */
export function statedDifference(text: string): Assembly | null {
  const plain = text.replace(/\s+/g, ' ').trim();
  const found = differences.map((wording) => wording.exec(plain)).find((match) => match !== null);
  const at = valueOf(found?.groups?.at);
  if (!found || !at || !/\b(?:points|demerits|deductions|violations|errors|penalties|faults|defects)\b/i.test(found.groups?.what ?? ''))
    return null;
  if (/\b(?:each|every|per|for(?! (?:all|the|any)\b.* (?:marked|found|noted|observed|violations?)\b))\b/i.test(plain)) return null;
  const expression: Expression = { kind: 'binary', operator: '-', left: { kind: 'number', value: at }, right: { kind: 'actual' } };
  return reading(
    { start: 0, end: text.length },
    { kind: 'call', name: 'max', args: [expression, { kind: 'number', value: at.minus(at) }] },
  );
}
