/**
 * A function of one number that changes only at known limits, as nested IFs. What it is at a limit and between two of them is asked of the
 * function itself, so the formula says the same for every number: also NA() where there is no result.
 */
import Decimal from 'decimal.js';

/** The result of a number as a piece of formula (`"优秀"`, `1.2`), or null where there is none. */
export type Oracle = (value: Decimal) => string | null;

interface Step {
  /** Lower end of the stretch and whether it belongs to it; null where it has none. */
  readonly from: { readonly at: Decimal; readonly inclusive: boolean } | null;
  readonly result: string | null;
}

const between = (low: Decimal, high: Decimal): Decimal[] => [0.02, 0.5, 0.98].map((share) => low.plus(high.minus(low).times(share)));

/** The one result of several numbers; undefined where they differ. */
function common(values: readonly Decimal[], oracle: Oracle): string | null | undefined {
  const [first, ...others] = values.map(oracle);
  return others.every((other) => other === first) ? first : undefined;
}

/** From the highest stretch down: beyond the last limit, at it, below it … ; null where a stretch is no step. */
function stepsOf(limits: readonly Decimal[], oracle: Oracle): Step[] | null {
  const [highest, lowest] = [limits[0], limits.at(-1)];
  if (!highest || !lowest) return null;
  const steps: Step[] = [];
  const beyond = [highest.plus('0.01'), highest.plus(1), highest.abs().plus(100).times(10)];
  const add = (from: Step['from'], values: readonly Decimal[]): boolean => {
    const result = common(values, oracle);
    if (result === undefined) return false;
    steps.push({ from, result });
    return true;
  };
  if (!add({ at: highest, inclusive: false }, beyond)) return null;
  for (const [at, limit] of limits.entries()) {
    const below = limits[at + 1];
    if (!add({ at: limit, inclusive: true }, [limit])) return null;
    if (below && !add({ at: below, inclusive: false }, between(below, limit))) return null;
  }
  return add(null, [lowest.minus('0.01'), lowest.minus(1), lowest.abs().plus(100).times(-10)]) ? steps : null;
}

/** Neighbouring stretches with the same result are one, down to the lower end of the last. */
function merged(steps: readonly Step[]): Step[] {
  return steps.reduce<Step[]>((so, step) => {
    const last = so.at(-1);
    return last && last.result === step.result ? [...so.slice(0, -1), step] : [...so, step];
  }, []);
}

const shown = (result: string | null): string => result ?? 'NA()';

/**
 * Nested IFs over `operand`.
 * @param limits every number at which the result may change, in any order
 * @param literal how a limit is written (`90`, `90%`)
 * @returns null where the result changes anywhere else, or where there is never one
 */
export function stepFormula(
  operand: string,
  limits: readonly Decimal[],
  oracle: Oracle,
  literal: (limit: Decimal) => string,
): string | null {
  const sorted = [...new Map(limits.map((limit) => [limit.toString(), limit])).values()].sort((a, b) => b.cmp(a));
  const steps = stepsOf(sorted, oracle);
  if (!steps || steps.every(({ result }) => result === null)) return null;
  const chain = merged(steps);
  const rest = shown(chain.at(-1)?.result ?? null);
  return chain.slice(0, -1).reduceRight((so, { from, result }) => {
    const sign = from?.inclusive ? '>=' : '>';
    return `IF(${operand}${sign}${from ? literal(from.at) : ''},${shown(result)},${so})`;
  }, rest);
}
