/** What people type into a row that decides alone: that it happened, or that it did not. */
import type { EntryValue } from '../rubric/types';
import { isCross, isTick } from './typedNumber';

const calmWords =
  /^(?:未|没|沒|无|無|不(?:存在|涉及|适用|適用|违反|違反|触发|觸發|发生|發生))|^(?:否|不是|合格|正常|none|nil|no|not .*|n|false|n\/a)$/iu;
const firedWords =
  /^(?:已?发生|已?發生|出现|出現|有|是|触发|觸發|已?触犯|违反|違反|否决|否決|不合格|不达标|yes|y|true|fired|occurred|triggered)/iu;

/**
 * Whether the entry of a veto row says that it happened. Blank and 0 say that nothing did.
 *
 * @returns null where the text says neither
 */
export function hasFired(value: EntryValue): boolean | null {
  switch (value.kind) {
    case 'blank':
      return false;
    case 'boolean':
      return value.value;
    case 'number':
      return !value.value.isZero();
    case 'text':
      return firedText(value.text.trim());
    default:
      return null;
  }
}

function firedText(text: string): boolean | null {
  if (calmWords.test(text) || isCross(text) || /^0\s*[\p{Script=Han}]{0,2}$/u.test(text)) return false;
  return firedWords.test(text) || isTick(text, []) || /^[1-9]\d*\s*[\p{Script=Han}]{0,2}$/u.test(text) ? true : null;
}
