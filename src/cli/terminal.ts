import { resources, type LanguageTag } from '../locale';
import { say } from '../locale/format';

/** What a command speaks with; tests give their own. */
export interface Terminal {
  /** Writes to standard output as it is: no line break is added. */
  write(text: string): void;
  /** Writes a line to standard error. */
  complain(line: string): void;
  /** Standard input, line by line. */
  readonly lines: AsyncIterable<string>;
  readonly language: LanguageTag;
}

/** A message in the reader's language. */
export function tell(terminal: Terminal, code: string, details: Readonly<Record<string, string | number>> = {}): string {
  return say(resources[terminal.language], code, details);
}

/** How a command ended (DESIGN, "The command line"). */
export const exitCodes = { done: 0, findings: 1, failed: 2 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export interface Command {
  /** Arguments after the command's name → exit code. Throws WorkbookError or UsageError where it could not run. */
  readonly perform: (args: readonly string[], terminal: Terminal) => Promise<ExitCode>;
}

/** The command line itself was wrong. `code` names a message under `cli.` in src/locale. */
export class UsageError extends Error {
  constructor(
    readonly code: string,
    readonly details: Readonly<Record<string, string>> = {},
  ) {
    super(`${code} ${JSON.stringify(details)}`);
    this.name = 'UsageError';
  }
}
