/** From decimals and failures to what Excel shows. Only here does a function speak a language. */
import { functionMessage as message } from '../locale/functionMessage';
import { languageFor } from '../locale/language';
import type { LanguageTag } from '../locale/language';
import { broadcast, type Cell, type Cells } from './broadcast';
import { FunctionFailure } from './failure';

/** What a cell can show: a number, a text, a boolean or one of Excel's errors. */
export type Shown = string | number | boolean | CustomFunctions.Error;

let asked: LanguageTag | null = null;

/** The language that the host shows its own messages in; English where there is none to ask. The pane asks for its own ({@link speaking}). */
export function displayLanguage(): LanguageTag {
  return asked ?? languageFor(typeof Office === 'undefined' ? 'en' : Office.context?.displayLanguage);
}

/** Calculates with messages in a language of the caller's choice. */
export function speaking<Result>(language: LanguageTag, calculate: () => Result): Result {
  asked = language;
  try {
    return calculate();
  } finally {
    asked = null;
  }
}

const codes = { value: 'invalidValue', notAvailable: 'notAvailable' } as const;

function excelError({ kind, code, details }: FunctionFailure): CustomFunctions.Error {
  const text = message(displayLanguage(), `function.${code}`, details);
  return new CustomFunctions.Error(CustomFunctions.ErrorCode[codes[kind]], text);
}

/** Runs a calculation whose rows spill. @throws CustomFunctions.Error where it fails */
export function asResult(calculate: () => Shown[][]): Shown[][] {
  try {
    return calculate();
  } catch (error) {
    throw error instanceof FunctionFailure ? excelError(error) : error;
  }
}

/** Runs a calculation with a single result. @throws CustomFunctions.Error where it fails */
export function answer(calculate: () => Shown): Shown[][] {
  return asResult(() => [[calculate()]]);
}

/** Runs a calculation for each place of its arguments; a failure stays in its own cell. */
export function answerEach(values: readonly Cells[], each: (...cells: Cell[]) => Shown): Shown[][] {
  return asResult(() => broadcast<Shown>(values, each, excelError));
}
