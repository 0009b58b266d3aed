import { parseArgs } from 'node:util';
import { UsageError } from './terminal';

/** Names of a command's options: `flag` takes no value, `value` takes one. */
export type OptionTable = Readonly<Record<string, 'flag' | 'value'>>;

export interface Options {
  /** Arguments that are no options: the files. */
  readonly files: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly values: Readonly<Record<string, string>>;
}

/** Takes the arguments of a command apart. Throws UsageError `unknown-option` for an option that the command does not have. */
export function readOptions(args: readonly string[], table: OptionTable): Options {
  const options = Object.fromEntries(
    Object.entries(table).map(([name, kind]) => [name, { type: kind === 'flag' ? ('boolean' as const) : ('string' as const) }]),
  );
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const given = Object.entries(values);
    return {
      files: positionals,
      flags: new Set(given.filter(([, value]) => value === true).map(([name]) => name)),
      values: Object.fromEntries(given.filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
    };
  } catch (error) {
    throw new UsageError('unknown-option', { message: error instanceof Error ? error.message : String(error) });
  }
}

/** The value of an option that may only be one of these words; the first where it is not given. */
export function oneOf<Word extends string>(options: Options, name: string, words: readonly [Word, ...Word[]]): Word {
  const given = options.values[name];
  if (given === undefined) return words[0];
  const word = words.find((each) => each === given);
  if (!word) throw new UsageError('wrong-value', { name, given, known: words.join(', ') });
  return word;
}
