/** A text of the product in Traditional characters: the canonical wording of criteria is Simplified. */
import { ConverterFactory } from 'opencc-js/core';
import charactersToTraditional from 'opencc-js/dict/STCharacters';
import taiwanVariants from 'opencc-js/dict/TWVariants';
import { toSimplified } from '../../rubric/simplified';

const byCharacter = ConverterFactory([charactersToTraditional], [taiwanVariants]);

/** `text` in Traditional characters. Where the author wrote a character in `original`, it is written as there. */
export function traditional(text: string, original: string): string {
  const written = new Map([...original].map((character) => [toSimplified(character), character]));
  return [...text].map((character) => written.get(character) ?? byCharacter(character)).join('');
}
