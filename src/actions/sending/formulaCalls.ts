/** The RUBRIC_ calls in a formula, each with its arguments, the inner ones in the arguments of the outer. Nothing is evaluated. */

export interface FormulaCall {
  /** Name in capitals. */
  readonly id: string;
  /** Where the call stands in the text, its closing bracket included. */
  readonly start: number;
  readonly end: number;
  /** Texts of the arguments, trimmed; empty where one is left out. */
  readonly args: readonly string[];
}

/** Texts, quoted names and bracketed references are passed over whole. */
const passed = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]]|\[[^\]]*\])*\]/y;
const called = /(?:_xldudf_)?(RUBRIC_[A-Z]+)\s*\(/iy;
const word = /[\p{L}\p{N}_.\\]+/uy;

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/** Where the text after an opening bracket ends (its closing bracket), and the commas that part its arguments. */
function readArguments(text: string, from: number): { readonly end: number; readonly commas: readonly number[] } | null {
  const commas: number[] = [];
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const skip = matchAt(passed, text, at);
    if (skip) {
      at += skip[0].length - 1;
      continue;
    }
    const sign = text[at] ?? '';
    if (sign === ',' && depth === 0) commas.push(at);
    if ('({'.includes(sign)) depth += 1;
    if ('})'.includes(sign) && depth-- === 0) return { end: at, commas };
  }
  return null;
}

/** The outermost RUBRIC_ calls of a formula or of an argument. */
export function formulaCalls(text: string): FormulaCall[] {
  const calls: FormulaCall[] = [];
  let at = 0;
  while (at < text.length) {
    const skip = matchAt(passed, text, at);
    const call = skip ? null : matchAt(called, text, at);
    const inside = call && readArguments(text, at + call[0].length);
    if (call && inside) {
      const bounds = [at + call[0].length - 1, ...inside.commas, inside.end];
      const args = bounds.slice(1).map((end, index) => text.slice((bounds[index] ?? 0) + 1, end).trim());
      calls.push({ id: (call[1] ?? '').toUpperCase(), start: at, end: inside.end + 1, args: args.join('') === '' ? [] : args });
      at = inside.end + 1;
    } else at += (skip ?? matchAt(word, text, at))?.[0].length ?? 1;
  }
  return calls;
}

/** Whether a formula calls a RUBRIC_ function, texts left aside. */
export const callsRubric = (formula: string): boolean => /RUBRIC_/i.test(formula) && formulaCalls(formula).length > 0;

/** Whether a formula uses one of the names, texts left aside. */
export function usesName(formula: string, names: ReadonlySet<string>): boolean {
  if (names.size === 0) return false;
  const bare = formula.replace(/"(?:[^"]|"")*"/g, '');
  return [...bare.matchAll(/[\p{L}\p{N}_.\\]+/gu)].some(([found]) => names.has(found.toUpperCase()));
}
