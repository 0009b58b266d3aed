/** The number in a target cell (`≥95%`, `至少5次`, `平均不超过2分钟`), as the reader of criteria wants it. */
import { readEntry } from '../rubric/entry';
import type { Quantity } from '../rubric/types';

/** The first number with its unit; null where the target is told in words alone. */
export function quantityOf(target: string | null): Quantity | null {
  return target === null || target.trim() === '' ? null : readEntry({ kind: 'text', text: target }).quantity;
}
