/**
 * A review form as data: what an author writes, saves as .json and shares. Plain JSON, one language per document; numbers are decimal texts.
 * How it becomes a sheet is sheetPlanOf's business; what may stand in it is checked by checkTemplate.
 */
import type { Language } from '../rubric/types';

/** Version of this shape. A document of a newer one is refused. */
export const formatVersion = 1;

/**
 * How the table is laid out.
 * `scored`: indicators with criteria, raters score each. `points`: full marks less deductions or incidents. `matrix`: full marks by month or
 * quarter. `kpi`: a rate from numerator and denominator, then scored. `ranking`: people side by side, ranked, with awards. `plan`: tasks with
 * period and expected result. `summary`: components as columns, raters as rows.
 */
export type LayoutName = 'scored' | 'points' | 'matrix' | 'kpi' | 'ranking' | 'plan' | 'summary';

/** A label above the table with an empty cell beside it. */
export interface HeaderField {
  readonly label: string;
  readonly kind: 'text' | 'date';
}

/** A named result that stands for fixed points. */
export interface TemplateLevel {
  readonly label: string;
  /** Decimal text. */
  readonly points: string;
}

/**
 * What is typed for an indicator.
 * `score`: each rater a number from 0 to the row's full marks (or the scale's top). `levels`: each rater the points of one level, from a list.
 * `number`, `percent`, `count`: a measured value within a range, judged by the criteria; the raters' scores stand beside it. `tiers`: a word
 * from a list, the same way. `date`: the day on which it was done. `text`: what was done, in words.
 * `deduction`: points taken off. `incidents`: how often it happened, each time costing the same. `ratio`: numerator and denominator.
 */
export type TemplateEntry =
  | { readonly kind: 'score' }
  | { readonly kind: 'levels'; readonly levels: readonly TemplateLevel[] }
  | { readonly kind: 'number'; readonly least: string; readonly most: string }
  | { readonly kind: 'percent'; readonly most: string }
  | { readonly kind: 'count'; readonly most: string }
  | { readonly kind: 'tiers'; readonly tiers: readonly string[] }
  | { readonly kind: 'date' }
  | { readonly kind: 'text' }
  | { readonly kind: 'deduction' }
  | { readonly kind: 'incidents'; readonly each: string }
  | { readonly kind: 'ratio'; readonly numerator: string; readonly denominator: string };

export interface TemplateIndicator {
  readonly name: string;
  /** Percent of the whole form as decimal text (`8` is 8 %), for scale `marks`; or full marks, for scale `points`. Null in forms without either. */
  readonly weight: string | null;
  /** What is to be reached, as printed; null where there is none. */
  readonly target: string | null;
  /** Unit of a measured value, as printed. */
  readonly unit: string | null;
  /** Scoring criteria in canonical text; null where there are none. */
  readonly criteria: string | null;
  readonly entry: TemplateEntry;
  /** Further printed columns of single layouts: how often it is reviewed, where the numbers come from, when the task is due. */
  readonly cycle?: string;
  readonly source?: string;
  readonly period?: string;
}

export interface TemplateSection {
  /** Null in forms without sections. */
  readonly name: string | null;
  readonly indicators: readonly TemplateIndicator[];
}

/** Points that come on top of the total or off it. Blank means none. */
export interface ExtraRow {
  readonly kind: 'bonus' | 'deduction';
  readonly name: string;
  readonly criteria: string;
  /** Most points that it may add or take, decimal text. */
  readonly cap: string;
}

/** What decides alone: a yes makes the final score 0. */
export interface VetoRow {
  readonly name: string;
  readonly criteria: string;
}

export type TemplateRole = 'self' | 'supervisor' | 'reviewer' | 'group' | 'single';

/** Who scores. With several, the shares add up to 100. */
export interface TemplateRater {
  readonly role: TemplateRole;
  /** Header of the column (`自评`, `上级评分`); with several raters the share is printed below it. */
  readonly label: string;
  /** Percent of the final score, decimal text. */
  readonly share: string;
}

export interface GradeRow {
  readonly tier: string;
  /** Lowest total of the tier, decimal text; the lowest tier starts at 0. */
  readonly from: string;
}

export interface CoefficientRow {
  readonly from: string;
  readonly coefficient: string;
}

/** Money for a rank, from the first place on. */
export interface AwardRow {
  readonly rank: number;
  readonly amount: string;
}

/** Scores are points of each row's own full marks and add up; or marks up to a common top, each times its weight. */
export type TemplateScale = { readonly kind: 'points' } | { readonly kind: 'marks'; readonly most: string };

/** A factor on the whole sum in a `summary`: sum × factor ÷ `most`. */
export interface TemplateFactor {
  readonly name: string;
  readonly most: string;
}

export interface Template {
  readonly formatVersion: number;
  /** Small letters, digits and hyphens; the same in all languages. */
  readonly id: string;
  readonly language: Language;
  readonly title: string;
  /** Name of its sheet: at most 31 characters, none of : \ / ? * [ ]. */
  readonly sheetName: string;
  /** One sentence for the gallery: who is reviewed, how often, by what. */
  readonly purpose: string;
  readonly layout: LayoutName;
  readonly fields: readonly HeaderField[];
  readonly scale: TemplateScale;
  readonly sections: readonly TemplateSection[];
  readonly extras: readonly ExtraRow[];
  readonly vetoes: readonly VetoRow[];
  readonly raters: readonly TemplateRater[];
  /** A subtotal below each section. */
  readonly sectionTotals: boolean;
  /** Decimal places of totals. */
  readonly rounding: number;
  /** Highest first; empty: no grade. */
  readonly gradeScale: readonly GradeRow[];
  /** Highest first; empty: no coefficient. */
  readonly coefficients: readonly CoefficientRow[];
  /** `matrix`: what the periods are. */
  readonly periods?: 'months' | 'quarters';
  /** `ranking`: money for the first places. */
  readonly awards?: readonly AwardRow[];
  /** `summary`: a factor on the sum. */
  readonly factor?: TemplateFactor;
  /** Remarks printed below the table, each a line. The policies of scoring are printed by themselves. */
  readonly notes: readonly string[];
  /** What was printed wrong in the form that this one follows, and how it was put right. */
  readonly corrections: readonly string[];
  /** Labels of boxes to write in after the review; empty: no interview record. */
  readonly interview: readonly string[];
  /** Who signs. */
  readonly signatures: readonly string[];
}
