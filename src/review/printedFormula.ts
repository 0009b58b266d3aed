/**
 * Reads the formulas that people print in forms as text: `=(员工评分合计*30%)+(上级评分合计*70%)`, `总分=业绩考核得分*80%+行为考核得分*20%`,
 * `得分=∑(评分×权重)`, `(部门职责30%+部门计划30%)×重关指标值`. Only the shape is read here; what the names mean is resolved elsewhere.
 */
import Decimal from 'decimal.js';

export type PrintedTerm =
  | { readonly kind: 'number'; readonly value: Decimal; readonly percent: boolean }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'sigma'; readonly of: PrintedTerm }
  | { readonly kind: 'binary'; readonly operator: '+' | '-' | '*' | '/'; readonly left: PrintedTerm; readonly right: PrintedTerm };

export interface PrintedFormula {
  /** What stands left of the sign of equality; empty where the text begins with it. */
  readonly result: string;
  readonly term: PrintedTerm;
}

type Token =
  | { readonly kind: 'number'; readonly value: Decimal; readonly percent: boolean }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'sign'; readonly sign: '+' | '-' | '*' | '/' | '(' | ')' | '∑' };

/** Longer texts are no formulas that anybody printed in a form. */
const longestFormula = 400;
const signs: Readonly<Record<string, '+' | '-' | '*' | '/' | '(' | ')' | '∑'>> = {
  '+': '+', '-': '-', '−': '-', '*': '*', '×': '*', '·': '*', '/': '/', '÷': '/', '(': '(', ')': ')', '[': '(', ']': ')', '∑': '∑', 'Σ': '∑',
}; // prettier-ignore
const numberAt = /(\d+(?:\.\d+)?)\s*(%?)/y;
/** A unit behind a number (200条) is not a name. */
const unitAt = /[\p{Script=Han}]{1,2}(?=\s*(?:[-+*/×÷Xx)）]|$))/uy;
/** Brackets inside a name: `客户评价(满意度调查)20%`. */
const bracketAt = /\([^()+\-*/×÷=%\d]*\)/y;
const wordEnd = /[-+−*×·/÷()[\]∑Σ\d=]/;

const han = /[\p{Script=Han})）]/u;
/** A lone X between a word and a word, a number or a bracket is a multiplication sign. */
const isTimes = (text: string, at: number): boolean =>
  /[xX]/.test(text[at] ?? '') &&
  ((han.test(text[at - 1] ?? '') && /[\p{Script=Han}(（\d]/u.test(text[at + 1] ?? '')) || / [xX] \S/.test(text.slice(at - 1, at + 3)));

function numberToken(text: string, at: number): { token: Token; end: number } | null {
  numberAt.lastIndex = at;
  const match = numberAt.exec(text);
  if (!match) return null;
  const after = match.index + match[0].length;
  const percent = match[2] === '%';
  unitAt.lastIndex = after;
  const unit = percent ? null : unitAt.exec(text);
  // 4月得分 begins a name with its number.
  if (!percent && !unit && inName.test(text[after] ?? '')) return null;
  return {
    token: { kind: 'number', value: new Decimal(match[1] ?? '0'), percent },
    end: match.index + match[0].length + (unit?.[0].length ?? 0),
  };
}

const inName = /\p{Script=Han}/u;

/** Digits that belong to a name: `4月得分`, `第1季度`, `Q1`; a share or factor behind a name (`业绩80%`) does not. */
const digitsInName = /\d{1,4}(?=\p{Script=Han})|(?<=[A-Za-z])\d{1,2}(?![\d.%])/uy;

function digitsAt(text: string, at: number): number {
  digitsInName.lastIndex = at;
  return digitsInName.exec(text)?.[0].length ?? 0;
}

function nameToken(text: string, at: number): { token: Token; end: number } {
  let end = at;
  while (end < text.length) {
    bracketAt.lastIndex = end;
    const bracket = end > at ? bracketAt.exec(text) : null;
    const digits = digitsAt(text, end);
    if (bracket) end += bracket[0].length;
    else if (digits > 0) end += digits;
    else if (wordEnd.test(text[end] ?? '') || isTimes(text, end)) break;
    else end += 1;
  }
  return { token: { kind: 'name', name: text.slice(at, end).trim() }, end };
}

function tokens(text: string): readonly Token[] | null {
  const found: Token[] = [];
  for (let at = 0; at < text.length;) {
    const sign = isTimes(text, at) ? '*' : signs[text[at] ?? ''];
    if (/\s/.test(text[at] ?? '')) at += 1;
    else if (sign) {
      found.push({ kind: 'sign', sign });
      at += 1;
    } else {
      const next = numberToken(text, at) ?? nameToken(text, at);
      if (next.end === at) return null;
      found.push(next.token);
      at = next.end;
    }
  }
  return found;
}

interface Cursor {
  readonly tokens: readonly Token[];
  at: number;
}

const signAt = (cursor: Cursor): string | null => {
  const token = cursor.tokens[cursor.at];
  return token?.kind === 'sign' ? token.sign : null;
};

function primary(cursor: Cursor): PrintedTerm | null {
  const token = cursor.tokens[cursor.at];
  if (!token) return null;
  cursor.at += 1;
  if (token.kind !== 'sign') return token.kind === 'name' && token.name === '' ? null : token;
  if (token.sign === '∑') {
    const of = primary(cursor);
    return of && { kind: 'sigma', of };
  }
  if (token.sign !== '(') return null;
  const inner = addition(cursor);
  if (!inner || signAt(cursor) !== ')') return null;
  cursor.at += 1;
  return inner;
}

/** `部门职责30%` and `(…)2` are multiplications too. */
function multiplication(cursor: Cursor): PrintedTerm | null {
  let left = primary(cursor);
  while (left) {
    const sign = signAt(cursor);
    const next = cursor.tokens[cursor.at];
    const joined = next?.kind === 'number' && next.percent;
    if (sign !== '*' && sign !== '/' && !joined) return left;
    if (!joined) cursor.at += 1;
    const right = primary(cursor);
    if (!right) return null;
    left = { kind: 'binary', operator: sign === '/' ? '/' : '*', left, right };
  }
  return null;
}

function addition(cursor: Cursor): PrintedTerm | null {
  let left = multiplication(cursor);
  while (left) {
    const sign = signAt(cursor);
    if (sign !== '+' && sign !== '-') return left;
    cursor.at += 1;
    const right = multiplication(cursor);
    if (!right) return null;
    left = { kind: 'binary', operator: sign, left, right };
  }
  return null;
}

/** Full-width forms as half-width ones; circled numbers stay as they are, for they are part of names (分数①). */
const halfWidth = (text: string): string => text.replace(/[！-～]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));

/** Numbering and the word 注 in front of a formula, and the sign of equality some people write behind it. */
const tidied = (text: string): string =>
  halfWidth(text)
    .replace(/[【】]/g, ' ')
    .replace(/^\s*(注|註|备注|備註|说明|說明|附注|附註|note)\s*[::]\s*/iu, '')
    .replace(/^\s*(?:[①-⑳]|\(?\d{1,2}\)?\s*[、.)])\s*/u, '')
    .replace(/[。;;,,、.\s=]+$/u, '')
    .trim();

function readOne(text: string): PrintedFormula | null {
  const parts = /^([^=]*)=(.+)$/su.exec(text) ?? /^([^=::]{2,20})为\s*[::]\s*(.+)$/su.exec(text);
  if (!parts) return null;
  const found = tokens((parts[2] ?? '').replace(/^=/, ''));
  if (!found || !found.some((token) => token.kind === 'sign')) return sharedOnly(parts, found);
  const cursor: Cursor = { tokens: found, at: 0 };
  const term = addition(cursor);
  return term && cursor.at === found.length ? { result: (parts[1] ?? '').trim(), term } : null;
}

/** `总分=业绩80%`: a name and a share without any sign. */
function sharedOnly(parts: RegExpExecArray, found: readonly Token[] | null): PrintedFormula | null {
  if (!found || found.length !== 2) return null;
  const cursor: Cursor = { tokens: found, at: 0 };
  const term = multiplication(cursor);
  return term && cursor.at === found.length && term.kind === 'binary' ? { result: (parts[1] ?? '').trim(), term } : null;
}

/**
 * All formulas printed in a text, in its order; a text may hold several (`分数②=分数①的平均×权重,得分=∑分数②`).
 *
 * @param text a cell's text; at most 400 characters are looked at
 * @returns what could be read completely; nothing is guessed about the rest
 */
export function printedFormulas(text: string): readonly PrintedFormula[] {
  const numberless = halfWidth(text.length > longestFormula ? text.slice(0, longestFormula) : text);
  return numberless
    .split(/[;。\n]|\.\s|,(?=[^,=]*=)|,(?=\s*(?:最高|最多|最低|不超过|不得|封顶|上限|扣完|超过|以|满分|max|capped|up to|but))/iu)
    .map((piece) => readOne(tidied(piece)))
    .filter((formula) => formula !== null);
}

/** Every name in a term, in its order. */
export function namesIn(term: PrintedTerm): readonly string[] {
  switch (term.kind) {
    case 'name':
      return [term.name];
    case 'sigma':
      return namesIn(term.of);
    case 'binary':
      return [...namesIn(term.left), ...namesIn(term.right)];
    default:
      return [];
  }
}

/** The names of a sum with the share that each is multiplied with (null where it has none), for a formula that is such a sum; else null. */
export function sharesIn(term: PrintedTerm): readonly { readonly name: string; readonly share: Decimal | null }[] | null {
  if (term.kind === 'name') return [{ name: term.name, share: null }];
  if (term.kind !== 'binary') return null;
  if (term.operator === '+') {
    const [left, right] = [sharesIn(term.left), sharesIn(term.right)];
    return left && right && [...left, ...right];
  }
  const [name, number] = term.left.kind === 'name' ? [term.left, term.right] : [term.right, term.left];
  if (term.operator !== '*' || name.kind !== 'name' || number.kind !== 'number') return null;
  return [{ name: name.name, share: number.percent ? number.value.div(100) : number.value }];
}
