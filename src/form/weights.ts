/** Numbers that say how much a row counts: percents in any dress, points, stars, and what a whole column of them means. */
import Decimal from 'decimal.js';
import { cellNumber, isPercentFormat, type SheetCell } from './sheet';

export interface WeightText {
  /** Fraction of 1 for percents, the number itself otherwise; null where the text only promises one (`%`). */
  readonly value: Decimal | null;
  readonly kind: 'percent' | 'number' | 'points' | 'stars';
}

const NUMBER = '(-?\\d+(?:\\.\\d+)?)';
const percentText = new RegExp(`^(?:权重|占比?|约)?[:=]?\\(?${NUMBER} ?%\\)?$`);
const pointsText = new RegExp(`^(?:满分|最高|共|计)?[:=]?\\(?${NUMBER} ?(?:分|points?|pts?\\.?|marks?)\\)?$`);
const numberText = new RegExp(`^${NUMBER}$`);
const starsText = /^[★☆*⭐]{1,10}$|^(\d{1,2}) ?星$/;

function textWeight(plain: string): WeightText | null {
  const percent = percentText.exec(plain);
  if (percent) return { value: new Decimal(percent[1] ?? '0').div(100), kind: 'percent' };
  const points = pointsText.exec(plain);
  if (points) return { value: new Decimal(points[1] ?? '0'), kind: 'points' };
  if (numberText.test(plain)) return { value: new Decimal(plain), kind: 'number' };
  const stars = starsText.exec(plain);
  if (stars) return { value: new Decimal(stars[1] ?? [...plain].filter((mark) => mark !== '☆').length), kind: 'stars' };
  return /^[_ ]*%$/.test(plain) ? { value: null, kind: 'percent' } : null;
}

/** What a cell of a weight or points column says, null for other texts (`--`, `加分项`, `否则-15`). */
export function weightText(cell: SheetCell | undefined): WeightText | null {
  if (!cell) return null;
  const number = cellNumber(cell);
  if (number) return { value: number, kind: isPercentFormat(cell.numberFormat) ? 'percent' : 'number' };
  return typeof cell.value === 'string' ? textWeight(cell.plain) : null;
}

export type WeightScale = 'fraction' | 'percent-points' | 'relative';

const sumOf = (numbers: readonly Decimal[]): Decimal => numbers.reduce((sum, value) => sum.plus(value), new Decimal(0));

/**
 * What plain numbers of one weight column mean. A `%` in the header or beside them, or a sum near 100, makes them percent
 * points; a sum near 1, fractions; anything else (multipliers 1 to 3) is relative importance, never a share.
 * Where they are shares of `groups` sections, each section's should come near 100.
 */
export function weightScale(numbers: readonly Decimal[], saysPercent: boolean, groups = 1): WeightScale {
  if (numbers.length === 0) return saysPercent ? 'percent-points' : 'relative';
  const sum = sumOf(numbers).div(groups);
  const largest = Decimal.max(...numbers);
  if (largest.lte(1) && sum.lte(1.5)) return saysPercent && sum.gt(1.05) ? 'percent-points' : 'fraction';
  if (saysPercent) return largest.lte(1) ? 'fraction' : 'percent-points';
  return largest.gt(5) && sum.gte(60) && sum.lte(150) ? 'percent-points' : 'relative';
}

/** A weight as a fraction of 1 under the scale of its column; null where it is relative or missing. */
export function shareOf(weight: WeightText | null, scale: WeightScale): Decimal | null {
  if (!weight?.value || weight.kind === 'stars') return null;
  if (weight.kind === 'percent') return weight.value;
  if (weight.kind === 'points') return weight.value.div(100);
  if (scale === 'relative') return null;
  return scale === 'fraction' ? weight.value : weight.value.div(100);
}

const bracketPoints = new RegExp(`[(【\\[] ?(?:满分|共|计|最高)?:?${NUMBER} ?(?:分|points?|pts?\\.?|marks?) ?[)】\\]]`);
const endPoints = new RegExp(`(?:^|[^\\d.~\\-–])${NUMBER} ?(?:分|points?|pts?\\.?|marks?)$`);
const bracketPercent = new RegExp(`(?:[(【\\[]|[-–:] ?) ?(?:权重|占比?)?:?\\+?${NUMBER} ?%(?: ?[)】\\]]|$| ?\\[)`);
const endPercent = new RegExp(`(?:^|[^\\d.~\\-–≥≤<>])${NUMBER} ?%$`);

/** Points written inside a name: `一、专业知识(30分)`, `Design (20 Marks)`, `服务 2分`; null where there are none. */
export function pointsInName(plain: string): Decimal | null {
  const match = bracketPoints.exec(plain) ?? endPoints.exec(plain);
  return match ? new Decimal(match[1] ?? '0') : null;
}

/** A share written inside a name, as a fraction of 1: `客户管理 6%`, `定量指标(60%)`, `CORE FEATURES - 50%`. */
export function shareInName(plain: string): Decimal | null {
  const match = bracketPercent.exec(plain) ?? endPercent.exec(plain);
  return match ? new Decimal(match[1] ?? '0').div(100) : null;
}

/** A bare number set off at the end of a text by two or more spaces (`Does it work?    10`). */
export function trailingNumber(text: string): Decimal | null {
  const match = /\S\s{2,}(\d{1,3}(?:\.\d+)?)\s*$/.exec(text.replace(/\u00a0/g, ' '));
  return match ? new Decimal(match[1] ?? '0') : null;
}

/** A name without the points or share written into it, and without its last colon. */
export function bareName(text: string): string {
  const bare = text
    .replace(
      /[\s]*[(（【[]\s*(?:满分|共|计|最高|权重|占比?)?[:：]?\s*\+?\d+(?:\.\d+)?\s*(?:分|%|％|points?|pts?\.?|marks?)\s*[)）】\]]/giu,
      '',
    )
    .replace(/\s{2,}\d{1,3}(?:\.\d+)?\s*$/u, '')
    .replace(/(?:\n|\s+)\d+(?:\.\d+)?\s*(?:分|%|％)\s*$/u, '')
    .replace(/[:：]\s*$/u, '')
    .replace(/\s+/g, ' ')
    .trim();
  return bare === '' ? text.trim() : bare;
}
