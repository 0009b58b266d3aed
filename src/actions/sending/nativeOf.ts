/** A formula with RUBRIC_ calls → the same formula in Excel's own functions. */
import type { Grid } from '../../form/grid';
import { callArgument, type CallArgument } from './callArgument';
import { formulaCalls } from './formulaCalls';

/** Puts one call into Excel's own functions; null where they have no equal. The face gives it: it owns the functions. */
export type TranslateCall = (id: string, args: readonly CallArgument[]) => string | null;

/** Excel refuses formulas of more than 8,192 characters; nobody would read one of a quarter of that. */
const longest = 2000;

interface Sight {
  readonly own: Grid;
  readonly grids: ReadonlyMap<string, Grid>;
  readonly translate: TranslateCall;
}

function translated(text: string, sight: Sight): string | null {
  let result = '';
  let at = 0;
  for (const call of formulaCalls(text)) {
    const args = call.args.map((arg) => translatedArgument(arg, sight));
    const native = args.includes(null) ? null : sight.translate(call.id, args as CallArgument[]);
    if (native === null) return null;
    result += text.slice(at, call.start) + native;
    at = call.end;
  }
  return result + text.slice(at);
}

function translatedArgument(text: string, sight: Sight): CallArgument | null {
  if (formulaCalls(text).length === 0) return callArgument(unwrapped(text), sight.own, sight.grids);
  const inner = translated(text, sight);
  return inner === null ? null : { text: inner, cells: null, part: null };
}

/** `IF(ISBLANK(F6),"",F6)`, by which an empty cell is handed over as empty, stands for the cell. */
function unwrapped(text: string): string {
  const [, first, second] = /^IF\(\s*(?:ISBLANK\(([^()]+)\)|([^()=]+)=""),\s*"",\s*[^()]+\)$/i.exec(text) ?? [];
  const inner = (first ?? second)?.trim();
  return inner &&
    text
      .replace(/\s+/g, '')
      .toUpperCase()
      .endsWith(`"",${inner.replace(/\s+/g, '').toUpperCase()})`)
    ? inner
    : text;
}

/**
 * The formula without any RUBRIC_ call, with its leading `=`.
 * @returns null where one of its calls has no equal
 */
export function nativeOf(formula: string, own: Grid, grids: readonly Grid[], translate: TranslateCall): string | null {
  const byName = new Map(grids.map((grid) => [grid.sheet.toUpperCase(), grid]));
  const native = translated(formula, { own, grids: byName, translate });
  return native !== null && native.length <= longest ? native : null;
}
