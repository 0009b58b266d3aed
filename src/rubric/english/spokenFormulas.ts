/**
 * Formulas in prose: `The rating is calculated as 100*(1-(Late Units)/(Scheduled Units))`, `points = lowest price divided by the bidder's price
 * multiplied by 30`, `DNF is scored as "number of starters + 1"`. Words for operators become signs; a sentence without numbers beside it explains.
 */
import { leavesOf, readExpression } from '../expression';
import type { Expression } from '../rule';
import type { Assembly } from './assemble';
import { piecesOf, type Piece } from './layout';

/** What operators are called, in the order in which they are replaced. */
const spoken: readonly (readonly [RegExp, string])[] = [
  [/["“”‘’]/g, ' '],
  [/\((?:i{1,3}|iv|v|[a-d])\)(?= )/gi, ' '],
  [/ by dividing (?:the )?([^,;.]{2,80}?) by (?:the )?/gi, ' = $1 ÷ '],
  [/ by multiplying (?:the )?([^,;.]{2,80}?) by (?:the )?/gi, ' = $1 × '],
  [/ by (?:subtracting|deducting) (?:the )?([^,;.]{2,80}?) from (?:the )?([^,;.]{1,80})(?=$|[,;.])/gi, ' = $2 - $1'],
  [
    /\bthe sum of (?:the )?([^,;.()]{2,60}?) and (?:the )?([^,;.()]{2,60}?)(?=$|[,;.)]| (?:[×÷+-]|multiplied|divided|times))/gi,
    '($1 + $2)',
  ],
  [/,? (?:and )?(?:the (?:result|quotient|product) (?:is )?)?(?:then )?multipl(?:ied|y|ying)(?: it)? by(?: the)? /gi, ' × '],
  [/ times(?: the)? (?=\d|[a-z(])/gi, ' × '],
  [/,? (?:and )?(?:the (?:result|product) (?:is )?)?(?:then )?divid(?:ed|e|ing) by(?: the)? /gi, ' ÷ '],
  [/ plus(?: the)? /gi, ' + '],
  [/ (?:minus|less)(?: the)? /gi, ' - '],
  [/(?<=[a-z)]) [xX] (?=[a-z(])/gi, ' × '],
  [/(?<=[a-z])-(?=[a-z])/gi, ' '],
  [/\bMath\.(?=min|max|round|floor|ceil)/g, ''],
];

const is =
  '(?:(?:is|are|will be|shall be|should be)(?: then)? (?:calculated|computed|determined|worked out|found|derived|scored|measured|given|obtained|defined|expressed|equal)(?: (?:as follows|as|by|using|from|to|with|through))*(?: the)?(?: (?:following )?(?:formula|equation|calculation))?|(?:shall |will |should )?equals?|=|:)';
const headed = new RegExp(`^(?<name>[^=:;×÷]{2,160}?)\\s*(?:${is})[:\\s]*(?<right>[^=;]{3,240})$`, 'is');
const operator = /[+*×÷/]|\s-\s|\bx\b/;
/** Without the name of a result in front, a slash alone may separate the members of a list. */
const strong = /[*×÷]|\b[xX] ?\d|\)\s*\/|\/\s*\(|\b(?:max|min|clamp)\s*\(/i;
/** What a formula is not: rates, conditions, comparisons, ranges of points. */
const spoiled =
  /[<>≤≥→|]|->|\b(?:each|every|per|if|when|where|unless|for any|and|or|until|between|out of)\b|\d\s*(?:-|to)\s*\d|\d(?:st|nd|rd|th)\b/i;
/** Words of a sentence beside a formula that may change what it gives. */
const alters =
  /\b(?:deduct\w*|penal\w*|unless|except|otherwise|max(?:imum)?|min(?:imum)?|capp?ed|exceed\w*|at least|at most|no more|bonus of|zero|negative|below|above|rounded|each|every|then)\b/i;

/** A bracket without its other one: lost at an edge. */
function balanced(text: string): string {
  const opened = (text.match(/[([]/g) ?? []).length;
  const closed = (text.match(/[)\]]/g) ?? []).length;
  return closed === opened + 1 ? `(${text}` : text;
}

/** A comment behind code says the same again. */
const withoutComment = (text: string): string => text.replace(/;?\s*\/\/.*$/, '').replace(/[\s.;,]+$/, '');

function named(tree: Expression): Expression {
  if (tree.kind === 'part') return { ...tree, name: tree.name.replace(/^(?:the|an?) /i, '') };
  if (tree.kind === 'call') return { ...tree, args: tree.args.map(named) };
  return tree.kind === 'binary' ? { ...tree, left: named(tree.left), right: named(tree.right) } : tree;
}

interface Formula {
  readonly tree: Expression;
  readonly piece: Piece;
}

/** The formula in one sentence; null where it holds none. A difference needs the name of its result to be one. */
function formulaIn(piece: Piece): Formula | null {
  const text = withoutComment(piece.text.replace(/\s+/g, ' '));
  const plain = spoken.reduce((words, [found, sign]) => words.replace(found, sign), ` ${text} `).trim();
  const { name, right = plain } = headed.exec(plain)?.groups ?? {};
  if (spoiled.test(right) || (name !== undefined && /\d|[<>]/.test(name)) || !operator.test(right)) return null;
  if (name === undefined && !strong.test(right)) return null;
  if (/100 ?%\s*\)?$/.test(right)) return null;
  const tree = readExpression(balanced(right.trim()));
  const leaves = tree ? leavesOf(tree) : [];
  if (!tree || !leaves.some(({ kind }) => kind === 'actual' || kind === 'part')) return null;
  if (leaves.some((leaf) => leaf.kind === 'part' && /\d/.test(leaf.name))) return null;
  return { tree: named(tree), piece };
}

/** `Price is worth 30%` above a formula that ends in × 30. */
const restates = ({ text }: Piece, formula: Piece): boolean =>
  (text.match(/\d+(?:\.\d+)?/g) ?? []).every((number) =>
    new RegExp(`(?<![\\d.])${number.replace('.', '\\.')}(?![\\d.])`).test(formula.text),
  );

/** The one name of a formula stands for the entry. */
function settled(tree: Expression): Expression {
  const names = new Set(leavesOf(tree).flatMap((leaf) => (leaf.kind === 'part' ? [leaf.name] : [])));
  const known = leavesOf(tree).some(({ kind }) => kind === 'actual' || kind === 'target');
  return names.size === 1 && !known ? replaced(tree) : tree;
}

function replaced(tree: Expression): Expression {
  if (tree.kind === 'part') return { kind: 'actual' };
  if (tree.kind === 'call') return { ...tree, args: tree.args.map(replaced) };
  return tree.kind === 'binary' ? { ...tree, left: replaced(tree.left), right: replaced(tree.right) } : tree;
}

/**
 * Reads a text as one formula in prose.
 *
 * @param text a normalised text without bullets
 * @returns the formula, or null where a sentence beside it may change what it gives
 */
export function spokenFormula(text: string): Assembly | null {
  if (text.length > 700) return null;
  const pieces = piecesOf(
    text.replace(/=\s*\n\s*/g, (gap) => `=${' '.repeat(gap.length - 1)}`),
    /\n|\.(?=\s|$)/g,
  );
  const found = pieces.flatMap((piece) => formulaIn(piece) ?? []);
  const [only] = found;
  if (!only || found.length !== 1) return null;
  if (pieces.some((piece) => piece !== only.piece && (alters.test(piece.text) || !restates(piece, only.piece)))) return null;
  const expression = settled(only.tree);
  const unit = null;
  return { rules: [{ kind: 'formula', span: only.piece.span, phrases: [], expression, within: null, unit }], doubtful: false, issues: [] };
}
