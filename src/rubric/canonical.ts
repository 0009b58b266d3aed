/** A reading written out again so that nothing in it is open: text that reads back to the same rubric. */
import type { Reading } from './reading';

/** The canonical text in Chinese or English; null where the reading holds rules that have no canonical wording. */
export function canonicalText(_reading: Reading, _language: 'zh' | 'en'): string | null {
  return null;
}
