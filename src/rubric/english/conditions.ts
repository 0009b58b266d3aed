/** What a stretch of words says of a number: the one interval in it, read with the grammar of quantities. */
import { exactly, type Interval } from '../interval';
import type { UnitName } from '../quantity';
import { intervals } from './intervals';
import { quantities } from './quantities';
import { anyChunk, bare, chunkAt, pattern, quantityOf } from './skeleton';

/** The interval of a stretch of words; `alone`: no words stand beside it. */
export interface Bounded {
  readonly interval: Interval;
  readonly unit: UnitName | null;
  readonly ranged: boolean;
  readonly alone: boolean;
}

const found = pattern('{i}|{q}');

/** The only interval (or plain number) that words hold; null where they hold none or several. */
export function boundedIn(words: string): Bounded | null {
  const plain = bare(words);
  const raised = plain && intervals(quantities(plain));
  const at = raised ? raised.text.search(found) : -1;
  if (!raised || at < 0) return null;
  const rest = `${raised.text.slice(0, at)} ${raised.text.slice(at + 1)}`.trim();
  if (anyChunk.test(rest) || /\d/.test(rest)) return null;
  const chunk = chunkAt(raised, raised.text[at]);
  const alone = rest === '';
  if (chunk?.kind === 'interval')
    return chunk.intervals.length === 1
      ? { interval: chunk.intervals[0] as Interval, unit: chunk.unit, ranged: chunk.ranged, alone }
      : null;
  const quantity = quantityOf(raised, raised.text[at]);
  return quantity && { interval: exactly(quantity.amount), unit: quantity.unit, ranged: false, alone };
}
