/** Checks a document that claims to be a template: everything that is wrong, each with its path. Nothing is mended silently. */
import Decimal from 'decimal.js';
import { documentFaults, type TemplateFault } from './documentFaults';
import { formatVersion, type Template, type TemplateEntry } from './types';

export type CheckedTemplate =
  { readonly kind: 'template'; readonly template: Template } | { readonly kind: 'faulty'; readonly faults: readonly TemplateFault[] };

const fault = (path: string, code: TemplateFault['code'], details: TemplateFault['details'] = {}): TemplateFault => ({
  path,
  code,
  details,
});

const sumOf = (numbers: readonly (string | null)[]): Decimal => numbers.reduce((sum, number) => sum.plus(number ?? 0), new Decimal(0));

/** Steps must fall, and the last one must start at 0, so that every score has its step. */
function stepFaults(path: string, steps: readonly { readonly from: string }[]): readonly TemplateFault[] {
  const falling = steps.every(({ from }, at) => at === 0 || new Decimal(from).lt(steps[at - 1]?.from ?? from));
  return [
    ...(falling ? [] : [fault(path, 'not-falling')]),
    ...(steps.length > 0 && !new Decimal(steps.at(-1)?.from ?? 1).isZero()
      ? [fault(`${path}[${steps.length - 1}].from`, 'lowest-not-zero')]
      : []),
  ];
}

function weightFaults({ sections, scale, layout }: Template): readonly TemplateFault[] {
  const all = sections.flatMap(({ indicators }) => indicators.map(({ weight }) => weight));
  if (layout === 'ranking') return [];
  const missing = sections.flatMap(({ indicators }, at) =>
    indicators.flatMap(({ weight }, row) =>
      weight === null ? [fault(`sections[${at}].indicators[${row}].weight`, 'weight-missing')] : [],
    ),
  );
  const sum = sumOf(all);
  const wrong = scale.kind === 'marks' && missing.length === 0 && !sum.eq(100);
  return [...missing, ...(wrong ? [fault('sections', 'weights-sum', { sum: sum.toFixed() })] : [])];
}

function shareFaults({ raters, layout }: Template): readonly TemplateFault[] {
  const scored = layout !== 'points' && layout !== 'matrix';
  if (scored && raters.length === 0) return [fault('raters', 'no-raters')];
  const sum = sumOf(raters.map(({ share }) => share));
  return raters.length > 0 && !sum.eq(100) ? [fault('raters', 'shares-sum', { sum: sum.toFixed() })] : [];
}

/** What may be typed for an indicator, by layout; the first is the usual one. */
export const entryKindsOf: Readonly<Record<Template['layout'], readonly TemplateEntry['kind'][]>> = {
  scored: ['score', 'levels', 'number', 'percent', 'count', 'tiers', 'date', 'text'],
  points: ['deduction', 'incidents'],
  matrix: ['score', 'levels'],
  kpi: ['ratio', 'number', 'percent', 'count'],
  ranking: ['score'],
  plan: ['text', 'score', 'date'],
  summary: ['score'],
};

/** What is typed must be something that the layout has a column for; a `points` table holds deductions or incidents, not both. */
function entryFaults({ sections, layout }: Template): readonly TemplateFault[] {
  const kinds = new Set(sections.flatMap(({ indicators }) => indicators.map(({ entry }) => entry.kind)));
  const wrong = sections.flatMap(({ indicators }, at) =>
    indicators.flatMap(({ entry }, row) =>
      entryKindsOf[layout].includes(entry.kind)
        ? []
        : [fault(`sections[${at}].indicators[${row}].entry`, 'entry-layout', { kind: entry.kind, layout })],
    ),
  );
  return [...wrong, ...(layout === 'points' && kinds.size > 1 ? [fault('sections', 'mixed-points')] : [])];
}

/** Excel keeps a list of choices in 255 characters, and separates them by commas. */
function listFaults({ sections }: Template): readonly TemplateFault[] {
  return sections.flatMap(({ indicators }, at) =>
    indicators.flatMap(({ entry }, row) => {
      const items = entry.kind === 'tiers' ? entry.tiers : entry.kind === 'levels' ? entry.levels.map(({ points }) => points) : [];
      const path = `sections[${at}].indicators[${row}].entry`;
      return [
        ...(items.join(',').length > 255 ? [fault(path, 'list-too-long')] : []),
        ...(items.some((item) => item.includes(',')) ? [fault(path, 'list-comma')] : []),
      ];
    }),
  );
}

const meaningFaults = (template: Template): readonly TemplateFault[] => [
  ...weightFaults(template),
  ...shareFaults(template),
  ...entryFaults(template),
  ...listFaults(template),
  ...stepFaults('gradeScale', template.gradeScale),
  ...stepFaults('coefficients', template.coefficients),
];

/**
 * A template from JSON text or parsed JSON.
 * @returns the template, or every fault found: first the shape; where that is right, what the numbers and words say.
 */
export function checkTemplate(document: unknown): CheckedTemplate {
  const parsed = typeof document === 'string' ? parse(document) : { data: document };
  if (!parsed) return { kind: 'faulty', faults: [fault('', 'not-json')] };
  const version = (parsed.data as { formatVersion?: unknown } | null)?.formatVersion;
  if (typeof version === 'number' && version > formatVersion)
    return { kind: 'faulty', faults: [fault('formatVersion', 'newer', { version: String(version) })] };
  const shape = documentFaults(parsed.data);
  if (shape.length > 0) return { kind: 'faulty', faults: shape };
  const template = parsed.data as Template;
  const faults = meaningFaults(template);
  return faults.length > 0 ? { kind: 'faulty', faults } : { kind: 'template', template };
}

function parse(text: string): { readonly data: unknown } | null {
  try {
    return { data: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}
