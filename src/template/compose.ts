/** Short ways to write a template down: what is not said takes its usual value. */
import { formatVersion, type Template, type TemplateEntry, type TemplateIndicator, type TemplateSection } from './types';

type Given = 'id' | 'language' | 'title' | 'sheetName' | 'purpose' | 'layout' | 'sections';

/** A template of which only the essential must be said. */
export type TemplateDraft = Pick<Template, Given> & Partial<Omit<Template, Given>>;

/** The usual values: points that add up, one rater, subtotals, two decimals, nothing extra. */
export function composeTemplate(draft: TemplateDraft): Template {
  return {
    formatVersion,
    fields: [],
    scale: { kind: 'points' },
    extras: [],
    vetoes: [],
    raters: [],
    sectionTotals: true,
    rounding: 2,
    gradeScale: [],
    coefficients: [],
    notes: [],
    corrections: [],
    interview: [],
    signatures: [],
    ...draft,
  };
}

type IndicatorMore = Partial<Omit<TemplateIndicator, 'name' | 'weight' | 'criteria'>>;

/** One indicator: name, weight or full marks as decimal text, criteria in canonical text; scored as a number unless told otherwise. */
export const indicator = (name: string, weight: string | null, criteria: string | null, more: IndicatorMore = {}): TemplateIndicator => ({
  name,
  weight,
  criteria,
  target: null,
  unit: null,
  entry: { kind: 'score' },
  ...more,
});

export const section = (name: string | null, indicators: readonly TemplateIndicator[]): TemplateSection => ({ name, indicators });

/** A measured percentage, up to `most` percent. */
export const percent = (target: string | null = null, most = '100'): IndicatorMore => ({ target, entry: { kind: 'percent', most } });

/** A measured number with its unit. */
export const measured = (unit: string, least: string, most: string, target: string | null = null): IndicatorMore => ({
  target,
  unit,
  entry: { kind: 'number', least, most },
});

/** How often something happened or was done. */
export const counted = (most: string, target: string | null = null): IndicatorMore => ({ target, entry: { kind: 'count', most } });

/** A word from a list, best first. */
export const tiered = (tiers: readonly string[], target: string | null = null): IndicatorMore => ({
  target,
  entry: { kind: 'tiers', tiers },
});

/** Fixed points a level, best first: `[['5级', '20'], …]`. */
export const levelled = (levels: readonly (readonly [label: string, points: string])[]): IndicatorMore => ({
  entry: { kind: 'levels', levels: levels.map(([label, points]) => ({ label, points })) },
});

/** Points taken off by the rules of the criteria. */
export const deducted: { readonly entry: TemplateEntry } = { entry: { kind: 'deduction' } };

/** So many points off each time it happens. */
export const perIncident = (each: string): { readonly entry: TemplateEntry } => ({ entry: { kind: 'incidents', each } });

/** A quotient of two numbers, as printed above them. */
export const ratioOf = (numerator: string, denominator: string): { readonly entry: TemplateEntry } => ({
  entry: { kind: 'ratio', numerator, denominator },
});
