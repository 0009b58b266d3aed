/** Which items of a clause say what it gives. */
import type { Order } from './segmentOrder';
import type { Item, ItemOf } from './item';
import { isBreak, isMeasured, isPointLike, isPoints, namedOtherwise, textBefore } from './itemSorts';
import { lastWhere } from './last';
import { unitKind } from './quantity';
import type { Amount, Award } from './rule';

interface Found {
  readonly award: Award | null;
  /** Items that make the award up. */
  readonly used: readonly Item[];
}

const pointsOf = (item: ItemOf<'number'>): Amount => ({ mode: 'set', low: item.quantity.amount, high: item.quantity.amount, of: 'points' });

function rangeAmount(item: ItemOf<'interval'>): Amount | null {
  const { low, high } = item.interval;
  if (!high || !(item.unit === '分' || item.unit === null)) return null;
  const from = low?.at ?? high.at.minus(high.at);
  return { mode: 'set', low: from, high: high.at, of: 'points' };
}

/** The award of a clause: the last that a word marks, else bare points behind the condition (or in front of a description). */
export function findAward(items: readonly Item[], order: Order, labelled: boolean): Found {
  const explicit = lastUnbracketed(items) ?? lastWhere(items, (item): item is ItemOf<'award'> => item.kind === 'award');
  const tier = lastWhere(items, (item): item is ItemOf<'tier'> => item.kind === 'tier');
  if (explicit && tier && isFault(items, tier, explicit)) return { award: { tier: null, amount: explicit.amount }, used: [explicit] };
  if (explicit) return { award: { tier: tier?.tier ?? null, amount: explicit.amount }, used: tier ? [explicit, tier] : [explicit] };
  const bare = barePoints(items, order, labelled, tier);
  if (tier) return { award: { tier: tier.tier, amount: bare ? pointsAmount(bare) : null }, used: bare ? [tier, bare] : [tier] };
  return bare ? { award: { tier: null, amount: pointsAmount(bare) }, used: [bare] } : { award: null, used: [] };
}

/** 每发现一张不合格扣2分: what is counted, no tier. */
function isFault(items: readonly Item[], tier: Item, award: ItemOf<'award'>): boolean {
  const at = items.indexOf(tier);
  if (award.amount.mode === 'set' || at !== items.indexOf(award) - 1) return false;
  return items
    .slice(Math.max(0, at - 2), at)
    .some((item) => (item.kind === 'text' && /每|[一1][^，,]{0,2}$/.test(item.text)) || isOne(item));
}

const isOne = (item: Item): boolean => item.kind === 'number' && unitKind(item.quantity.unit) === 'count' && item.quantity.amount.eq(1);

/** 每1万元加1分(最多加5分): what stands in a bracket behind an award says more about it; the last award outside of all, if any. */
function lastUnbracketed(items: readonly Item[]): ItemOf<'award'> | null {
  let depth = 0;
  let last: ItemOf<'award'> | null = null;
  for (const item of items) {
    if (isBreak(item, 'open')) depth += 1;
    else if (isBreak(item, 'close')) depth -= 1;
    else if (item.kind === 'award' && depth <= 0) last = item;
  }
  return last;
}

function pointsAmount(item: Item): Amount | null {
  if (item.kind === 'number') return pointsOf(item);
  return item.kind === 'interval' ? rangeAmount(item) : null;
}

function barePoints(items: readonly Item[], order: Order, labelled: boolean, tier: ItemOf<'tier'> | undefined): Item | null {
  const measured = items.filter(isMeasured);
  if (order === 'award-first') return measured.find(isPointLike) ?? null;
  const points = items.filter((item, at): item is ItemOf<'number'> => isPoints(item) && !namedOtherwise(items[at - 1]));
  if (labelled) {
    if (points.length > 0) return points.length < measured.length || points.length === 1 ? (points[0] ?? null) : null;
    return measured.length === 1 && measured[0]?.kind === 'interval' && measured[0].unit === '分' && isPlainRange(measured[0])
      ? measured[0]
      : null;
  }
  const last = measured[measured.length - 1];
  if (!last || (tier && measured.length < 2)) return null;
  if (tier && items.indexOf(tier) > items.indexOf(last) && !commaBetween(items, last, tier)) return null;
  const [first] = measured;
  if (
    first &&
    measured.length === 2 &&
    isPoints(first) &&
    first.quantity.unit === null &&
    last.kind === 'interval' &&
    !items.some((item) => item.kind === 'text')
  )
    return first;
  if (namedOtherwise(items[items.indexOf(last) - 1])) return null;
  if (isPoints(last)) return measured.length > 1 || textBefore(items, items.indexOf(last)) ? last : null;
  const ranged =
    last.kind === 'interval' && last.form === 'range' && last.unit === '分' && (measured.length > 1 || closesClause(items, last));
  return ranged ? last : null;
}

/** 态度认真；(8-10分): a range in brackets at the very end, behind words. */
const closesClause = (items: readonly Item[], range: Item): boolean => {
  const at = items.indexOf(range);
  const rest = items.slice(at + 1);
  return at > 1 && isBreak(items[at - 1] as Item, 'open', 'hard') && rest.every((item) => isBreak(item, 'close')) && textBefore(items, at);
};

/** 80-89分; 80-90分(不含) says more than what the rater may give. */
const isPlainRange = ({ form, open, interval: { low, high } }: ItemOf<'interval'>): boolean =>
  form === 'range' && open === undefined && Boolean(low?.inclusive && high?.inclusive);

/** `… is 3, which indicates an excellent score`: the points stand apart from the tier that names them. */
const commaBetween = (items: readonly Item[], a: Item, b: Item): boolean =>
  items.slice(items.indexOf(a), items.indexOf(b)).some((item) => isBreak(item, 'comma'));
