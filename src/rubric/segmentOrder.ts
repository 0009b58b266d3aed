/** How the clauses of a segment are built, from what opens it and what closes it: tier first, points first, or the condition first. */
import type { Item } from './item';
import { isAwardish, isBreak, isContent, isLabel, isMeasured, isPointLike, isPoints, textBefore } from './itemSorts';
import { lastWhere } from './last';

/** How the clauses of a run of items are built. */
export type Order = 'condition-first' | 'award-first' | 'label-first';

const isColon = (item: Item | undefined): boolean => item !== undefined && isBreak(item, 'colon');
const opensBracket = (item: Item | undefined): boolean => item !== undefined && isBreak(item, 'open');

/** `= Poor performance`, `is STRONG`: a name behind a sign, not a description. */
export const tailNamesTier = (item: Item | undefined): boolean => item?.kind === 'text' && /^\s*(?:=|is |was |- ?[A-Z])/.test(item.text);

const onlySmallText = (items: readonly Item[]): boolean =>
  items.every((item) => item.kind === 'break' || item.kind === 'marker' || item.kind === 'text');

const mostScalePoints = 10;

/** 5分：表现卓越 4分：表现良好: small points, each with a colon behind it, in front of what they are given for. */
function isPointsList(items: readonly Item[]): boolean {
  const numbers = items.filter(isMeasured);
  const pointed = items.filter((item, at) => isPoints(item) && item.quantity.amount.lte(mostScalePoints) && isColon(items[at + 1]));
  return pointed.length >= 2 && pointed.length === numbers.length && !items.some(({ kind }) => kind === 'award');
}

const givesPoints = (item: Item | undefined): boolean =>
  item !== undefined &&
  ((isPoints(item) && item.quantity.unit === '分') || (item.kind === 'award' && item.amount.mode === 'set' && item.amount.low !== null));

/** 10分:低于1%, 20分(达到100%): points in front of the condition that earns them. */
function leadsWithPoints(items: readonly Item[], at: number): boolean {
  const next = items[at + 1];
  if (!givesPoints(items[at]) || !(isColon(next) || opensBracket(next))) return false;
  const [condition, behind] = items.slice(at + 2, at + 4);
  const found = condition?.kind === 'text' && !/[得扣加计]|满分|每/.test(condition.text) ? behind : condition;
  return found !== undefined && (found.kind === 'interval' || (found.kind === 'number' && !isPoints(found)));
}

const fewestLines = 2;

/** 5分:全年无事故 beside 3分:1起: points with a sign behind them, whatever earns them. */
const headsLine = (items: readonly Item[], at: number): boolean =>
  givesPoints(items[at]) && (isColon(items[at + 1]) || opensBracket(items[at + 1])) && isContent(items[at + 2] ?? (items[at + 1] as Item));

/** Whether a line starts here, in a text whose points stand in front. */
export const startsLine = (items: readonly Item[], at: number): boolean => leadsWithPoints(items, at) || headsLine(items, at);

/** Whether points stand in front all through: two lines at least, one of them with a bound, and no points anywhere else. */
export function pointsLead(items: readonly Item[]): boolean {
  const given = items.flatMap((item, at) => (givesPoints(item) ? [at] : []));
  return (
    given.length >= fewestLines &&
    given.every((at) => startsLine(items, at)) &&
    given.some((at) => leadsWithPoints(items, at)) &&
    !items.some(({ kind }) => kind === 'tier')
  );
}

/** The first item behind a colon or bracket. */
const behindSign = (items: readonly Item[], at: number): Item | undefined =>
  isColon(items[at + 1]) || opensBracket(items[at + 1]) ? items[at + 2] : items[at + 1];

/** 缺席情况:优0次、良1次: behind a title, tiers each in front of their own number, none behind one. */
function tiersLead(items: readonly Item[]): boolean {
  const tiers = items.flatMap((item, at) => (item.kind === 'tier' ? [at] : []));
  const [first = 0, ...others] = tiers;
  const measured = (at: number): boolean => {
    const next = behindSign(items, at);
    return next !== undefined && isMeasured(next);
  };
  return (
    others.length > 0 &&
    onlySmallText(items.slice(0, first)) &&
    tiers.every(measured) &&
    others.every((at) => !(items[at] as { readonly led: boolean }).led && isSeparated(items[at - 1], items[at - 2]))
  );
}

/** In front of a label stands a sign, or the number of the label before. */
const isSeparated = (before: Item | undefined, earlier: Item | undefined): boolean =>
  before !== undefined && (isBreak(before, 'comma', 'pause', 'close') || (isMeasured(before) && earlier?.kind === 'tier'));

/** The items with the tiers of such a list as labels, also behind a colon. */
export const withLeadingTiers = (items: readonly Item[]): readonly Item[] =>
  tiersLead(items) ? items.map((item) => (item.kind === 'tier' && item.led ? { ...item, led: false } : item)) : items;

/** How the clauses of a segment are built. `pointed`: points stand in front in the whole text. */
export function orderOf(items: readonly Item[], pointed: boolean): Order {
  if (pointed && items.some((_, at) => startsLine(items, at))) return 'award-first';
  if (tiersLead(items)) return 'label-first';
  const firstAt = items.findIndex((item) => item.kind !== 'text' && item.kind !== 'break' && !(item.kind === 'marker' && !item.letter));
  const first = items[firstAt];
  if (!first) return 'condition-first';
  const titled = isColon(items[firstAt - 1]) && items[firstAt + 1]?.kind === 'interval';
  if (isLabel(first) && onlySmallText(items.slice(0, firstAt)) && (titled || !(first.kind === 'tier' && textBefore(items, firstAt))))
    return 'label-first';
  if (firstAt === 0 && isPointsList(items)) return 'award-first';
  const rest = items.slice(firstAt + 1);
  const last = lastWhere(items, isContent);
  const opensWithPoints =
    isPoints(first) || (first.kind === 'interval' && first.form === 'range' && (first.unit === '分' || first.unit === null));
  const describes = last?.kind === 'text' && !rest.some(isAwardish) && !rest.some((item) => isMeasured(item) && !isPointLike(item));
  return firstAt === 0 && opensWithPoints && describes && !tailNamesTier(last) ? 'award-first' : 'condition-first';
}
