/** What an item is to the clauses: a label, an award, a condition, points, a separator. */
import type { Item, ItemOf } from './item';

export const isLabel = (item: Item): boolean =>
  (item.kind === 'tier' && !item.led) || item.kind === 'level' || (item.kind === 'marker' && item.letter);
export const isAwardish = (item: Item): boolean => item.kind === 'award' || item.kind === 'tier';
export const isPoints = (item: Item): item is ItemOf<'number'> =>
  item.kind === 'number' && (item.quantity.unit === '分' || item.quantity.unit === null) && !item.ordinal;
export const isMeasured = (item: Item): boolean => item.kind === 'interval' || item.kind === 'number';
export const isBreak = (item: Item, ...strengths: string[]): boolean => item.kind === 'break' && strengths.includes(item.strength);
export const isContent = (item: Item): boolean => item.kind !== 'break';

export const isPointLike = (item: Item): boolean =>
  isPoints(item) || (item.kind === 'interval' && (item.unit === '分' || item.unit === null));
export const textBefore = (items: readonly Item[], at: number): boolean => items.slice(0, at).some((item) => item.kind === 'text');

/** 系数1.2, 比例10%: a number that is named as something else is no points. */
export const namedOtherwise = (before: Item | undefined): boolean =>
  before?.kind === 'text' &&
  /(?:目标|指标|基准|标准|系数|权数|权重|比例|倍率|倍数|奖金|工资)(?:为|是|:|=|按|取)?\s*$|(?:[次件起人天个项]数|数量|率)(?:为|是|:|=)\s*$/.test(
    before.text.slice(-8),
  );
