/** Named parts of an entry ({ 红灯: 2, 延期月数: 1 }) as entries of their own. */
import type { EntryReading } from '../entry';
import { toSimplified } from '../simplified';
import type { UnitName } from '../quantity';

/** A part's name may hold its unit (延期月数); a bare number takes it over. */
const unitsOfNames: readonly (readonly [RegExp, UnitName])[] = [
  [/次数?$/, '次'],
  [/月数?$/, '月'],
  [/天数?$|日数$/, '天'],
  [/小时数?$|时数$/, '小时'],
  [/分钟数?$/, '分钟'],
  [/项数?$/, '项'],
  [/率$|比例$/, '%'],
];

function withUnit(name: string, part: EntryReading): EntryReading['quantity'] {
  if (!part.quantity || part.quantity.unit !== null) return part.quantity;
  const unit = unitsOfNames.find(([pattern]) => pattern.test(name))?.[1] ?? null;
  return { amount: part.quantity.amount, unit };
}

/** The parts of an entry, each with its name among its words; an entry without parts is itself the only one. */
export function partEntries(entry: EntryReading): readonly EntryReading[] {
  if (!entry.parts) return [entry];
  return Object.entries(entry.parts).map(([name, part]) => ({
    ...part,
    quantity: withUnit(name, part),
    words: `${toSimplified(name)} ${part.words}`.trim(),
    text: `${toSimplified(name)} ${part.text}`,
  }));
}
