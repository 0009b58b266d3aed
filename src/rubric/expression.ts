/**
 * A small, safe reader of arithmetic as people write it: `100 - ((Actual - Target) / Target) * 100`, 实际完成/目标值×权重分, 达标率*权重.
 * Names become what they stand for (the actual value, the target, the full marks) or a named part of the entry. Nothing is evaluated
 * but + - × ÷, brackets and a handful of functions; what is not fully understood is not read at all.
 */
import Decimal from 'decimal.js';
import type { Expression } from './rule';

type Token =
  | { readonly kind: 'number'; readonly value: Decimal }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'sign'; readonly sign: string };

const open = '([{【（';
const close = ')]}】）';
const operators: Readonly<Record<string, '+' | '-' | '*' | '/'>> = {
  '+': '+',
  '-': '-',
  '*': '*',
  '×': '*',
  x: '*',
  X: '*',
  '✕': '*',
  '·': '*',
  '/': '/',
  '÷': '/',
};
const tokenPattern =
  /\s*(?:(\d+(?:\.\d+)?)(\s?%)?|([+\-*×✕·/÷()[\]{}【】,，])|([xX])(?=\s|[\d(（\p{Script=Han}])|([^\s+\-*×✕·/÷()[\]{}【】,，\d=][^+\-*×✕·/÷()[\]{}【】,，=]*))/uy;

/** Longer formulas than this are none; it also bounds the depth of brackets. */
const longest = 300;
const deepest = 20;

const unitsBehind = /^(?:分|点|points?|marks?|pts?)$/i;

function tokensOf(text: string): readonly Token[] | null {
  const tokens: Token[] = [];
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < text.length) {
    if (text.slice(tokenPattern.lastIndex).trim() === '') break;
    const found = tokenPattern.exec(text);
    if (!found) return null;
    const [, number, percent, sign, times, name] = found;
    if (number !== undefined) tokens.push({ kind: 'number', value: percent ? new Decimal(number).div(100) : new Decimal(number) });
    else if (sign !== undefined || times !== undefined) tokens.push({ kind: 'sign', sign: (sign ?? times) as string });
    else if (name !== undefined && !(unitsBehind.test(name.trim()) && tokens.at(-1)?.kind === 'number'))
      tokens.push({ kind: 'name', name: name.trim() });
  }
  return tokens;
}

const functions: Readonly<Record<string, 'abs' | 'min' | 'max' | 'round' | 'floor' | 'ceil'>> = {
  abs: 'abs', 绝对值: 'abs', min: 'min', 最小值: 'min', max: 'max', 最大值: 'max', round: 'round', int: 'floor', floor: 'floor', ceil: 'ceil', ceiling: 'ceil',
}; // prettier-ignore

const fullMarksName =
  /^(?:本项|该项|此项|单项|指标|岗位|考核|对应|所占|分配|标准)*(?:权重分值|权重分数|权重分|权重|分值|标准分|配分|满分|基准分|基础分|分数|总分值|满分值|full marks|max(?:imum)? (?:points|score|marks)|weight|weighting|points possible)$/i;
const targetName = /目标|计划|预算|应(?!届)|标准(?!分)|定额|任务|指标值|上年|同期|去年|target|goal|plan|quota|budget/i;
const actualName = /实际|完成|达成|达标|实现|合格率|成功率|满意度|率$|比例$|actual|achiev|result|completion|attain/i;

/** Names that are the value itself where a formula holds no other of them (检查得分×20%); several of them are parts of the entry. */
const valueName = /得分$|评分$|数量$/;

/** What a name in a formula stands for; a name that is neither is a part of the entry. */
export function meaningOfName(name: string, alone = true): Expression {
  if (fullMarksName.test(name)) return { kind: 'fullMarks' };
  const rate =
    /(?:完成|达成|达标|执行|实现|合格|到岗|及时|准确|满意|成功|回收|覆盖)率|比例$|^(?:实际|所占|该|其)?(?:百分比|百分率|比率|百分数)$/.test(
      name,
    );
  if (!rate && targetName.test(name)) return { kind: 'target' };
  if (rate || actualName.test(name) || (alone && valueName.test(name))) return { kind: 'actual' };
  return { kind: 'part', name };
}

interface Parser {
  readonly tokens: readonly Token[];
  /** Whether the formula names a single value at most. */
  readonly alone: boolean;
  at: number;
  depth: number;
}

const signAt = (parser: Parser): string | null => {
  const token = parser.tokens[parser.at];
  return token?.kind === 'sign' ? token.sign : null;
};

function binary(parser: Parser, wanted: readonly string[], next: (parser: Parser) => Expression | null): Expression | null {
  let left = next(parser);
  for (let sign = signAt(parser); left && sign && operators[sign] && wanted.includes(operators[sign] as string); sign = signAt(parser)) {
    parser.at += 1;
    const right = next(parser);
    if (!right) return null;
    left = { kind: 'binary', operator: operators[sign] as '+', left, right };
  }
  return left;
}

const sum = (parser: Parser): Expression | null => binary(parser, ['+', '-'], product);
const product = (parser: Parser): Expression | null => binary(parser, ['*', '/'], unary);

function unary(parser: Parser): Expression | null {
  if (signAt(parser) !== '-') return primary(parser);
  parser.at += 1;
  const right = primary(parser);
  return right && { kind: 'binary', operator: '-', left: { kind: 'number', value: new Decimal(0) }, right };
}

function bracketed(parser: Parser): readonly Expression[] | null {
  if (!open.includes(signAt(parser) ?? '?') || parser.depth >= deepest) return null;
  parser.at += 1;
  parser.depth += 1;
  const inside: Expression[] = [];
  do {
    const each = sum(parser);
    if (!each) return null;
    inside.push(each);
  } while (/[,，]/.test(signAt(parser) ?? '') && ++parser.at);
  if (!close.includes(signAt(parser) ?? '?')) return null;
  parser.at += 1;
  parser.depth -= 1;
  return inside;
}

/** clamp(value, least, most). */
function clamped([value, least, most, ...more]: readonly Expression[]): Expression | null {
  if (!value || !least || !most || more.length > 0) return null;
  return { kind: 'call', name: 'max', args: [least, { kind: 'call', name: 'min', args: [value, most] }] };
}

function call(name: string, parser: Parser): Expression | null {
  const known = functions[name.toLowerCase()];
  const args = bracketed(parser);
  if (args && /^clamp$/i.test(name)) return clamped(args);
  return known && args ? { kind: 'call', name: known, args } : null;
}

function primary(parser: Parser): Expression | null {
  const token = parser.tokens[parser.at];
  if (!token) return null;
  if (token.kind === 'sign') {
    const inside = bracketed(parser);
    return inside?.length === 1 ? (inside[0] as Expression) : null;
  }
  parser.at += 1;
  if (token.kind === 'number') return { kind: 'number', value: token.value };
  return open.includes(signAt(parser) ?? '?') ? call(token.name, parser) : meaningOfName(token.name, parser.alone);
}

/**
 * Reads a formula.
 *
 * @param text the right side of the formula, normalised; percent signs make fractions (70% is 0.7)
 * @returns its tree; null where anything in it is not understood or it holds no operator
 */
export function readExpression(text: string): Expression | null {
  if (text.length > longest) return null;
  // `Target x 100`: between spaces in front of a number the letter is a sign, not part of a name.
  const tokens = tokensOf(text.trim().replace(/\s[xX]\s?(?=[\d(])/g, ' × '));
  if (!tokens || tokens.length < 3) return null;
  const values = new Set(tokens.flatMap((token) => (token.kind === 'name' && valueName.test(token.name) ? [token.name] : [])));
  const parser: Parser = { tokens, alone: values.size < 2, at: 0, depth: 0 };
  const tree = sum(parser);
  return tree && parser.at === tokens.length ? tree : null;
}

/** What the leaves of a formula stand for in one entry; null where it is not known. */
export interface Leaves {
  readonly actual: Decimal | null;
  readonly target: Decimal | null;
  readonly fullMarks: Decimal | null;
  readonly part: (name: string) => Decimal | null;
}

const calls: Readonly<Record<string, (args: readonly Decimal[]) => Decimal>> = {
  abs: ([first]) => (first as Decimal).abs(),
  min: (args) => Decimal.min(...args),
  max: (args) => Decimal.max(...args),
  round: ([first, places]) => (first as Decimal).toDecimalPlaces(places?.toNumber() ?? 0, Decimal.ROUND_HALF_UP),
  floor: ([first]) => (first as Decimal).floor(),
  ceil: ([first]) => (first as Decimal).ceil(),
};

function operate(operator: '+' | '-' | '*' | '/', left: Decimal, right: Decimal): Decimal | null {
  if (operator === '/') return right.isZero() ? null : left.div(right);
  return operator === '*' ? left.times(right) : operator === '+' ? left.plus(right) : left.minus(right);
}

/**
 * Computes a formula exactly.
 *
 * @returns its value; null where a leaf is not known or something is divided by zero
 */
export function evaluate(tree: Expression, leaves: Leaves): Decimal | null {
  switch (tree.kind) {
    case 'number':
      return tree.value;
    case 'part':
      return leaves.part(tree.name);
    case 'binary': {
      const [left, right] = [evaluate(tree.left, leaves), evaluate(tree.right, leaves)];
      return left && right && operate(tree.operator, left, right);
    }
    case 'call': {
      const args = tree.args.map((arg) => evaluate(arg, leaves));
      return args.some((arg) => arg === null) ? null : (calls[tree.name]?.(args as Decimal[]) ?? null);
    }
    default:
      return leaves[tree.kind];
  }
}

/** All leaves of a formula, in order. */
export function leavesOf(tree: Expression): readonly Expression[] {
  if (tree.kind === 'binary') return [...leavesOf(tree.left), ...leavesOf(tree.right)];
  return tree.kind === 'call' ? tree.args.flatMap(leavesOf) : [tree];
}
