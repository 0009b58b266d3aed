/** A table that could be a form, with what was read of it: what evidence is drawn from. */
import type { Part } from './part';
import type { CellText, Evidence, Field, Indicator, TotalCell } from './types';

export interface Candidate {
  readonly parts: readonly Part[];
  readonly indicators: readonly Indicator[];
  readonly totals: readonly TotalCell[];
  readonly fields: readonly Field[];
  readonly notes: readonly CellText[];
  /** Lines of a rating scale above the table. */
  readonly legend: number;
  /** The title and the headings of parts. */
  readonly titles: readonly string[];
}

export const reviewWords =
  /考核|评分|考评|绩效|评价表|打分|测评|评估表|评审|评比|rubric|assessment|evaluation|appraisal|performance review|judging|scor(?:e|ing) ?(?:sheet|card|form|guide)|grading|marking (?:sheet|scheme|guide)|criteria/i;

export const personWords = /姓名|被?考核|岗位|职位|职务|评分人|评价人|^name|employee|position|student|judge|reviewer/i;

export const proof = (code: string, weight: number, details: Readonly<Record<string, string>> = {}): Evidence => ({
  code,
  weight,
  details,
});
