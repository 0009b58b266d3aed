/** The contract of a family of rules: each file of this folder exports one `Family`; index.ts lists them in the order in which they are asked. */
import type { Clause } from '../clause';
import type { IssueCode } from '../types';
import type { Rule } from '../rule';

/** What else is known while a clause is read. */
export interface FamilyContext {
  /** All clauses of the text in order, and where the present one stands among them. */
  readonly clauses: readonly Clause[];
  readonly index: number;
  /** Rules read from the clauses before this one. */
  readonly rules: readonly Rule[];
  /** Reads clauses as a text of their own (the rules of a part), bounds settled; `whole` is false where one of them was not understood. */
  readonly readPart: (clauses: readonly Clause[]) => { readonly rules: readonly Rule[]; readonly whole: boolean };
}

/** Rules of a clause; issues that only the wording shows; and the stretches of the clause that the rules do not explain. */
export interface FamilyReading {
  readonly rules: readonly Rule[];
  readonly issues?: readonly { readonly code: IssueCode; readonly details?: Readonly<Record<string, string>> }[];
  /** True where the clause holds words that may change the result and were not understood: the reading becomes `ask`. */
  readonly doubtful?: boolean;
  /** How many clauses were used, this one included (default 1): a step may take the 不满1%按1%计 behind it. */
  readonly used?: number;
  /** Whether the clause before, which no family read, holds the condition of this one and is explained by it. */
  readonly before?: boolean;
}

export interface Family {
  readonly name: string;
  /** Rules, or null where the clause belongs to another family. Must not throw; time linear in the clause's length. */
  read(clause: Clause, context: FamilyContext): FamilyReading | null;
}
