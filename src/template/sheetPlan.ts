/** A sheet to be made, told in a way that any writer can follow: an .xlsx file, the open workbook. Rows and columns count from 1. */
import type { Area } from '../form/grid';
import type { Place } from '../form/types';
import type { Template, TemplateEntry } from './types';

/** What a cell is; how that looks stands in sheetStyles. */
export type StyleRole =
  | 'title'
  | 'field-label'
  | 'field-value'
  | 'header'
  | 'dimension'
  | 'dimension-split'
  | 'name'
  | 'text'
  | 'center'
  | 'entry'
  | 'entry-text'
  | 'computed'
  | 'total-label'
  | 'total'
  | 'final'
  | 'block-heading'
  | 'note'
  | 'box-label'
  | 'box'
  | 'signature';

export interface PlanCell extends Place {
  /** A text, a number as decimal text, a formula with its leading `=`, or nothing but a look. */
  readonly content:
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'number'; readonly number: string }
    | {
        readonly kind: 'formula';
        readonly formula: string;
        /** What it gives on the blank form: a decimal text, or nothing. */
        readonly blank: string;
      }
    | { readonly kind: 'blank' };
  readonly style: StyleRole;
  /** Excel number format code. */
  readonly format: string;
  readonly unlocked: boolean;
}

export type PlanRule =
  | { readonly kind: 'decimal' | 'whole'; readonly least: string; readonly most: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'date' };

export interface PlanValidation {
  readonly area: Area;
  readonly rule: PlanRule;
  /** Shown when the cell is chosen: at most 32 and 255 characters, as Excel allows. */
  readonly promptTitle: string;
  readonly prompt: string;
  /** Shown when something else is typed. */
  readonly error: string;
}

export interface PlanConditional {
  readonly area: Area;
  /** Native formula for the area's first cell, with its leading `=`. */
  readonly formula: string;
  readonly look: 'problem' | 'missing';
}

export interface PlanPrint {
  readonly area: Area;
  /** Rows repeated on every page, inclusive. */
  readonly titleRows: readonly [number, number];
  /** Rows at which a new page begins, in order; without any the sheet is printed on one page. */
  readonly breaks: readonly number[];
  readonly footer: { readonly left: string; readonly center: string; readonly right: string };
}

/** A cell in which a person types for an indicator: for tests, and for filling by program. */
export interface PlanEntry extends Place {
  /** Position among all indicators of the template, in order; beyond them the extras. */
  readonly indicator: number;
  readonly use: 'score' | 'actual' | 'deduction' | 'count' | 'numerator' | 'denominator' | 'remark' | 'veto';
  /** Index into `Template.raters` where a rater scores. */
  readonly rater: number | null;
  readonly rule: PlanRule | null;
  readonly entry: TemplateEntry['kind'] | 'extra' | 'veto';
}

export interface SheetPlan {
  readonly template: Template;
  /** Wanted name; a writer finds one that is free. */
  readonly name: string;
  readonly cells: readonly PlanCell[];
  readonly merges: readonly Area[];
  /** In characters of the standard font, from column A on. */
  readonly widths: readonly number[];
  /** In points, by row. */
  readonly heights: ReadonlyMap<number, number>;
  readonly validations: readonly PlanValidation[];
  readonly conditionals: readonly PlanConditional[];
  readonly print: PlanPrint;
  /** Rows that stay on the screen. */
  readonly frozenRows: number;
  readonly entries: readonly PlanEntry[];
}
