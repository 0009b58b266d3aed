/** What the product keeps with the workbook, under which key, and how it is read back when the text is old or someone else's. */
import type { Corrections } from '../form';
import { defaultReviewPolicy, type ReviewPolicy } from '../review/policy';

export const settingKeys = {
  policy: 'rubric.policy',
  answers: 'rubric.answers',
  corrections: 'rubric.corrections',
  opening: 'rubric.opening',
} as const;

/** Beginning of the keys under which the author's own templates stand, each followed by the template's id. */
export const templateKeyPrefix = 'rubric.template.';

type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** JSON text → data, undefined where it is none. */
export function parseJson(json: string | undefined): unknown {
  try {
    return json === undefined ? undefined : JSON.parse(json);
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Stored policy over the defaults: what is missing or of another type than the default is taken from the default. */
export function readPolicy(settings: Readonly<Record<string, string>>): ReviewPolicy {
  return overlay(defaultReviewPolicy as unknown as Plain, parseJson(settings[settingKeys.policy])) as unknown as ReviewPolicy;
}

function overlay(base: Plain, stored: unknown): Plain {
  if (stored === undefined || kindOf(stored) !== kindOf(base)) return base;
  if (!isRecord(stored) || !isRecord(base)) return stored as Plain;
  // An empty record in the defaults is a table that the user fills (points by tier word); any other has fixed keys.
  if (Object.keys(base).length === 0) return stored as Plain;
  return Object.fromEntries(Object.entries(base).map(([key, value]) => [key, overlay(value as Plain, stored[key])]));
}

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value);

/** An answer to a text that can be read in several ways: from then on the text is read as the canonical text says. */
export interface Answer {
  /** The criteria as written. */
  readonly text: string;
  /** Canonical text of the reading that the user chose. */
  readonly reading: string;
}

/** Chosen readings by criteria text. */
export function readAnswers(settings: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const stored = parseJson(settings[settingKeys.answers]);
  if (!isRecord(stored)) return {};
  return Object.fromEntries(Object.entries(stored).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** What the user said about the forms of each sheet. */
export function readCorrections(settings: Readonly<Record<string, string>>): Corrections {
  const stored = parseJson(settings[settingKeys.corrections]);
  return isRecord(stored) ? (Object.fromEntries(Object.entries(stored).filter(([, value]) => isRecord(value))) as Corrections) : {};
}
