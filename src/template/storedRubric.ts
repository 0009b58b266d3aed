/** The rubric that travels in a workbook with the sheet that was made of it. */
import type { Template } from './types';

/** Namespace of the XML part; its root holds the JSON text. */
export const rubricNamespace = 'urn:rubric-for-excel:rubric';
/** Property of the sheet that names its rubric's id. */
export const rubricProperty = 'rubric.id';

export interface FormerRubric {
  readonly template: Template;
  /** ISO date on which it was replaced. */
  readonly until: string;
}

export interface StoredRubric {
  readonly formatVersion: 1;
  /** The same in the XML part and in the sheet's property. */
  readonly id: string;
  readonly template: Template;
  /** ISO date from which this version counts. */
  readonly since: string;
  /** Versions before it that entries were made with, oldest first. */
  readonly former: readonly FormerRubric[];
}

/** A rubric for a new sheet: its id is the template's, numbered where the workbook holds one already. */
export function newStoredRubric(template: Template, today: string, taken: readonly string[] = []): StoredRubric {
  let id = template.id;
  for (let count = 2; taken.includes(id); count += 1) id = `${template.id}-${count}`;
  return { formatVersion: 1, id, template, since: today, former: [] };
}

/**
 * The rubric after a change. A version that entries were made with is kept, with the day on which it was replaced.
 * @param hasEntries whether anything has been typed on the sheet under the version that stands.
 */
export function changeStoredRubric(stored: StoredRubric, template: Template, today: string, hasEntries: boolean): StoredRubric {
  if (JSON.stringify(stored.template) === JSON.stringify(template)) return stored;
  const former = hasEntries ? [...stored.former, { template: stored.template, until: today }] : stored.former;
  return { ...stored, template, since: hasEntries ? today : stored.since, former };
}

/** Number of the version that stands, from 1 on. */
export const versionOf = (stored: StoredRubric): number => stored.former.length + 1;

const encode = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** The XML part's text. */
export const storedRubricXml = (stored: StoredRubric): string =>
  `<?xml version="1.0" encoding="UTF-8"?><rubric xmlns="${rubricNamespace}" formatVersion="1" id="${stored.id}">${encode(JSON.stringify(stored))}</rubric>`;

const decode = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&amp;/g, '&');

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The part read back; null where it is none of ours, damaged, or of a newer format. The template inside is still to be checked. */
export function readStoredRubric(xml: string): StoredRubric | null {
  const text = /<(?:[\w.-]+:)?rubric\b[^>]*>([\s\S]*)<\/(?:[\w.-]+:)?rubric\s*>/.exec(xml)?.[1];
  if (text === undefined || !xml.includes(rubricNamespace)) return null;
  try {
    const stored: unknown = JSON.parse(decode(text));
    const whole = isRecord(stored) && stored.formatVersion === 1 && typeof stored.id === 'string';
    return whole && isRecord(stored.template) && Array.isArray(stored.former) ? (stored as unknown as StoredRubric) : null;
  } catch {
    return null;
  }
}
