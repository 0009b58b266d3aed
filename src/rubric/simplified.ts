/** Traditional characters to Simplified ones. Only the two dictionaries that this needs: the package's ready converter brings thrice as much. */
import { ConverterFactory } from 'opencc-js/core';
import charactersToSimplified from 'opencc-js/dict/TSCharacters';
import phrasesToSimplified from 'opencc-js/dict/TSPhrases';

/** The text in Simplified characters; everything else stays as it is. */
export const toSimplified: (text: string) => string = ConverterFactory([phrasesToSimplified, charactersToSimplified]);
