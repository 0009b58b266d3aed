/** Formulas that show nothing until their cells are filled: `=IF(COUNT(D3:D9)<7,"",ROUND(SUM(D3:D9),2))` computes what stands behind the guard. */

/** The arguments of a call whose opening bracket stands at `open`; null where its bracket is never closed or something follows it. */
function argumentsOf(formula: string, open: number): readonly string[] | null {
  const found: string[] = [];
  let depth = 0;
  let quoted = false;
  let start = open + 1;
  for (let at = open; at < formula.length; at += 1) {
    const char = formula[at];
    if (char === '"') quoted = !quoted;
    if (quoted) continue;
    if (char === '(') depth += 1;
    else if (char === ')') depth -= 1;
    if ((char === ',' && depth === 1) || (char === ')' && depth === 0)) {
      found.push(formula.slice(start, at).trim());
      start = at + 1;
    }
    if (depth === 0) return formula.slice(at + 1).trim() === '' ? found : null;
  }
  return null;
}

/** The formula without a guard around it that shows an empty text; as it is where it has none. With its leading `=`. */
export function unguarded(formula: string): string {
  const head = /^=\s*IF\s*\(/i.exec(formula);
  const parts = head && argumentsOf(formula, head[0].length - 1);
  if (parts?.length !== 3) return formula;
  const [, first = '', second = ''] = parts;
  if (first === '""' && second !== '""') return `=${second}`;
  return second === '""' && first !== '""' ? `=${first}` : formula;
}
