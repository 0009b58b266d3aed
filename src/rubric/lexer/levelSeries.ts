/** Levels that follow one another glued to their descriptions: L1被动等待;L2需他人催促, 1级无责任心2级能完成本职3级主动负责. */
import { chineseInteger } from '../numeral';

const headed = /(?<![A-Za-z\d])([LPMTGDQ])(\d)(?=\s?[\p{Script=Han}:(、.=])/gu;
const counted =
  /(?<![\d.第至到~-])(\d{1,2}|[一二三四五六七八九])(级|档|星)(?=\s?[\p{Script=Han}:(])(?![以及至到或别事重护建甲乙医工员奖指])/gu;

const fewest = 3;
/** A series stands at the head of a text; looking no further keeps the time linear. */
const longest = 2000;

interface Step {
  readonly at: number;
  readonly value: number;
  readonly family: string;
}

const numberOf = (digits: string): number => (/\d/.test(digits) ? Number(digits) : (chineseInteger(digits)?.toNumber() ?? NaN));

/** Whether each number follows the one before by one, up or down. */
function follows(steps: readonly Step[]): boolean {
  const [first, second] = steps;
  if (steps.length < fewest || !first || !second) return false;
  const by = second.value - first.value;
  return Math.abs(by) === 1 && steps.every(({ value, family }, at) => family === first.family && value === first.value + at * by);
}

function seriesBy(pattern: RegExp, text: string, make: (found: RegExpMatchArray) => Step): readonly Step[] {
  const steps = [...text.matchAll(pattern)].map(make);
  return follows(steps) ? steps : [];
}

/** Where an amount is taken, `P1` grades an event, no achievement. */
const takes = /[扣罚]|每[次项发级]/;

/**
 * Where the levels of a text start that stand in a row of at least three, each a step from the last.
 *
 * @param text normalised
 * @returns positions of the levels; empty where the text is no such list
 */
export function levelSeries(text: string): ReadonlySet<number> {
  const near = text.slice(0, longest);
  if (takes.test(near)) return new Set();
  const steps = [
    ...seriesBy(headed, near, (found) => ({ at: found.index ?? 0, value: Number(found[2]), family: found[1] as string })),
    ...seriesBy(counted, near, (found) => ({ at: found.index ?? 0, value: numberOf(found[1] as string), family: found[2] as string })),
  ];
  return new Set(steps.map(({ at }) => at));
}
