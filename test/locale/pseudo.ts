/** Texts as no language has them: accented, 40 % longer and in brackets, so that what is cut off, or was never in src/locale, is seen. */
import type { Texts } from '../../src/locale';

const plain = 'aceginorsuyACDEGINORSUY';
const accented = 'áçéğïñöřšüÿÁÇĎÉĞÏÑÖŘŠÜÝ';
const filler = ' lörem ipsüm dölör';
const placeholder = /(\{\{\w+\}\})/;

const accent = (part: string): string => [...part].map((letter) => accented[plain.indexOf(letter)] ?? letter).join('');

/** `Fill {{count}}` → `⟦Fïll {{count}} lö⟧`; placeholders stay, and at least one letter is added. */
export function pseudo(text: string): string {
  const body = text
    .split(placeholder)
    .map((part) => (placeholder.test(part) ? part : accent(part)))
    .join('');
  const longer = Math.max(1, Math.ceil(text.length * 0.4) - 2);
  return `⟦${body}${filler.repeat(Math.ceil(longer / filler.length)).slice(0, longer)}⟧`;
}

/** Every text of a language in that way. */
export const pseudoTexts = (texts: Texts): Texts => Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, pseudo(text)]));
