import { composeTemplate } from '../../compose';
import { template as rules } from '../hospital-service-deductions/en';

/** The same items, points and rules as in the monthly form, scored month by month. */
const sections = rules.sections.map(({ name, indicators }) => ({
  name,
  indicators: indicators.map((indicator) => ({ ...indicator, entry: { kind: 'score' as const } })),
}));

export const template = composeTemplate({
  id: 'hospital-guide-months',
  language: 'en',
  title: 'Hospital Patient Guides: Scores of the Year',
  sheetName: 'Patient guides by month',
  purpose:
    'Year overview for hospital patient guides: appearance, service, discipline and four more rows, 10 points in all, scored month by month and averaged over the year.',
  layout: 'matrix',
  periods: 'months',
  fields: [
    { label: 'Employee', kind: 'text' },
    { label: 'Position', kind: 'text' },
    { label: 'Year', kind: 'text' },
  ],
  sections,
  gradeScale: [
    { tier: 'Excellent', from: '9' },
    { tier: 'Good', from: '8' },
    { tier: 'Acceptable', from: '6' },
    { tier: 'Unsatisfactory', from: '0' },
  ],
  notes: [
    'Each month starts from the max points of a row: enter what is left after deductions, the max points where there were none, and nothing for months still to come.',
  ],
  corrections: [
    'appearance had 2 points in the overview and 1.5 in the rules; it has 1.5 in both',
    'economy was an extra of about 0.5 points without a rule; it has one and is part of the total, seven rows of 10 points in all',
    'only one row said that each lapse is deducted; all of them do, down to 0',
    'the months of the heading, torn apart by a page break, are in order again',
    'numbers misprinted with a full stop, such as “0。5”, are put right',
    'there were no year, average and grades; they are supplied',
  ],
  interview: ['Main achievements of the year', 'Main reasons for deductions and measures'],
  signatures: ['Employee', 'Reviewer', 'Head of department'],
});
