/**
 * Entry of the functions' script: ties the names in functions.json to the functions at once, as Excel wants it, and fetches what they do
 * when the first of them is called. A pane without a RUBRIC_ formula thus starts without the reader of criteria.
 */
import { catalogue } from './catalogue';

type Functions = Readonly<Record<string, (...args: unknown[]) => unknown>>;

let functions: Functions | null = null;
let coming: Promise<Functions> | null = null;

/** Fetches the functions once; tries again with the next call where that failed. */
function fetchFunctions(): Promise<Functions> {
  coming ??= import('./functions').then(
    (module) => (functions = module as unknown as Functions),
    (error: unknown) => {
      coming = null;
      console.error(error);
      throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable);
    },
  );
  return coming;
}

/** RUBRIC_TIER → rubricTier: the export that a function's id names. */
const exportOf = (id: string): string => id.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Calls a function, at once where it is there. */
function call(name: string, args: unknown[]): unknown {
  return functions ? functions[name]?.(...args) : fetchFunctions().then((all) => all[name]?.(...args));
}

for (const { id } of catalogue) CustomFunctions.associate(id, (...args: unknown[]) => call(exportOf(id), args));
