/** Why a file was not opened. `texts.ts` says each in words. */
export type ProblemCode = 'empty' | 'encrypted' | 'legacy' | 'not-xlsx' | 'damaged' | 'no-sheet' | 'too-large';

/** Thrown inside the reader and turned into data where a file is opened. `part` names the part of the package at fault. */
export class FileProblem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly part = '',
  ) {
    super(`${code} ${part}`);
  }
}
