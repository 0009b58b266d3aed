/** The public face of review: forms × rubrics × policy → assessments, plans, summaries. */
export { assess, assessAll } from './assess';
export { planFill, type FillOptions } from './planFill';
export { formReport, type BandReport, type FormReport } from './report';
export { summarise, headTotal, type SummaryRow } from './summary';
export { defaultReviewPolicy, type CoefficientStep, type GradeStep, type ReviewPolicy } from './policy';
export { isPercentFormat } from './entryValue';
export type * from './types';
