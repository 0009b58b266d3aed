/** A review form as found on a sheet: structure only. What the entries are worth is src/review's business. */
import type Decimal from 'decimal.js';
import type { Interval } from '../rubric/interval';
import type { Language } from '../rubric/types';
import type { Area } from './grid';

export type Layout = 'rows' | 'levels-as-columns' | 'checklist' | 'transposed';

export type Month = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;
export type Quarter = 1 | 2 | 3 | 4;

export type ColumnRole =
  | 'seq'
  | 'dimension'
  | 'dimensionWeight'
  | 'indicator'
  | 'weight'
  | 'fullMarks'
  | 'target'
  | 'criteria'
  | 'actual'
  | 'grade'
  | 'score'
  | 'self'
  | 'supervisor'
  | 'reviewer'
  | 'result'
  | 'weighted'
  | 'deduction'
  | 'perIncident'
  | 'count'
  | 'numerator'
  | 'denominator'
  | 'unit'
  | 'period'
  | 'cycle'
  | 'source'
  | 'rank'
  | 'bonus'
  | 'remark'
  | 'rater'
  | 'auditDept'
  | 'method'
  | 'effectiveness'
  | 'headcount'
  | 'days'
  | `month${Month}`
  | `quarter${Quarter}`;

export type Rater = 'self' | 'supervisor' | 'reviewer' | 'group' | 'single' | string;

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A text in a cell. */
export interface CellText extends Place {
  readonly text: string;
}

export interface ScoreColumn {
  /** 1-based. */
  readonly column: number;
  readonly header: string;
  readonly rater: Rater;
  readonly role: 'actual' | 'score' | 'grade';
}

export interface LevelColumn {
  readonly column: number;
  readonly label: string;
  readonly points: Decimal | null;
  /** The header text that names the level, with its interval if it has one (`良好(80~89分)`). */
  readonly headerCell: Place;
}

export interface Field {
  readonly label: string;
  readonly labelCell: Place;
  /** Where the value stands; the label's own cell for `职位：主管`. */
  readonly cell: Place;
  readonly value: string;
}

export interface Section {
  readonly name: string;
  /** Fraction of 1. */
  readonly weight: Decimal | null;
  /** The cell that carries the weight, else the one that carries the name; null for a section known from notes only. */
  readonly cell: Place | null;
  /** Index of the part of the form that it stands in (`业绩考核` ⊃ `客户管理`); absent or null at the top. */
  readonly parent?: number | null;
}

/** A cell into which a person types for one indicator. */
export interface EntryCell extends Place {
  readonly rater: Rater;
  readonly role:
    'actual' | 'score' | 'grade' | 'deduction' | 'count' | 'numerator' | 'denominator' | 'tick' | 'effectiveness' | 'headcount' | 'days';
  /** Month or quarter column of a matrix, as printed (`3月`). */
  readonly period?: string;
  /** Index into `Form.levels` where the cell stands in a level column (a tick, or a score written under its level). */
  readonly level?: number;
}

export interface SubIndicator extends Place {
  readonly name: string;
  readonly weight: Decimal | null;
}

export interface Indicator {
  readonly name: string;
  /** Anchor of the name. */
  readonly cell: Place;
  /** Rows (or, in transposed forms, columns) that belong to it, inclusive. */
  readonly rows: readonly [number, number];
  /** Set instead of a row where indicators run across. */
  readonly column: number | null;
  /** Index into `Form.sections`, null where there is none. */
  readonly section: number | null;
  /** Own weight as a fraction of 1. */
  readonly weight: Decimal | null;
  readonly weightCell: Place | null;
  /** Importance that is no share (`★★★★★`, a multiplier of 1 to 3): the share is importance ÷ the sum of importances. */
  readonly importance?: Decimal | null;
  readonly fullMarks: Decimal | null;
  readonly fullMarksCell: Place | null;
  readonly target: CellText | null;
  readonly criteria: CellText | null;
  /** Texts of level columns, in the order of `Form.levels`. */
  readonly levelTexts: readonly (CellText | null)[];
  readonly entries: readonly EntryCell[];
  readonly subIndicators: readonly SubIndicator[];
  /** `bonus`: adds on top; `deduction`: subtracts; `veto`: decides alone; else a normal row. */
  readonly kind: 'normal' | 'bonus' | 'deduction' | 'veto';
}

/** `full-marks`: the sum of a weight or full-marks column, no sum of scores. */
export type TotalRole = 'full-marks' | 'section' | 'rater-total' | 'final' | 'grade' | 'bonus' | 'weighted';

/** A cell that is computed from others: its structure; the value is worked out in src/review. */
export interface TotalCell extends Place {
  readonly label: string;
  readonly labelCell: Place | null;
  readonly role: TotalRole;
  readonly rater: Rater | null;
  /** Indices of the indicators that it covers, where the layout says so. */
  readonly indicators: readonly number[];
  /** Text formula printed in or beside it (`=(员工评分合计*30%)+(上级评分合计*70%)`), null where there is none. */
  readonly printedFormula: CellText | null;
  readonly section: number | null;
  readonly period?: string;
}

/** Evidence for or against a table being a form; positive and negative weights add up. */
export interface Evidence {
  readonly code: string;
  readonly weight: number;
  readonly details: Readonly<Record<string, string>>;
}

/** One step of a scale that stands on the sheet: totals in the interval get this grade or coefficient. */
export interface ScaleStep {
  readonly interval: Interval;
  readonly result: string;
  /** The result as a number, where it is one. */
  readonly value: Decimal | null;
  readonly cell: Place;
  /** Where the interval stands. */
  readonly bounds: Place;
}

/** A word that a rater may type, with the points that the sheet gives it (`Strong` = 85). */
export interface WordPoints {
  readonly word: string;
  readonly points: Decimal;
  readonly cell: Place;
  readonly pointsCell: Place;
}

/** A table that turns a total into a grade or a coefficient. */
export interface FormScale {
  readonly kind: 'grade' | 'coefficient';
  readonly steps: readonly ScaleStep[];
}

export interface Form {
  readonly sheet: string;
  readonly title: string | null;
  readonly titleCell: Place | null;
  readonly range: Area;
  readonly language: Language;
  readonly layout: Layout;
  /** Lowest header row (the one right above the first indicator); null for forms without one. */
  readonly headerRow: number | null;
  readonly columns: Readonly<Partial<Record<ColumnRole, number>>>;
  readonly scores: readonly ScoreColumn[];
  readonly levels: readonly LevelColumn[];
  readonly fields: readonly Field[];
  readonly sections: readonly Section[];
  readonly indicators: readonly Indicator[];
  readonly totals: readonly TotalCell[];
  /** Notes, instructions and text formulas that belong to the form. */
  readonly notes: readonly CellText[];
  /** Scales drawn on the sheet that belong to the form; absent where there are none. */
  readonly scales?: readonly FormScale[];
  /** The words of a rating scale drawn on the sheet, from top to bottom; absent where there is none. */
  readonly wordScale?: readonly WordPoints[];
  /** 0 to 1. Below `askBelow` the product asks "is this a form?" instead of acting. */
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}
