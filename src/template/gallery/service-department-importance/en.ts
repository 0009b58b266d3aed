import { composeTemplate, indicator, levelled, measured, percent, section } from '../../compose';

const completion =
  '100% or more: 100 points; 95% to below 100%: 90 points; 90% to below 95%: 80 points; 80% to below 90%: 60 points; below 80%: 0 points';
const rated = '90 or more: 100 points; 80 to below 90: 80 points; 60 to below 80: 60 points; below 60: 0 points';
const levels = levelled([
  ['Excellent', '100'],
  ['Good', '80'],
  ['Acceptable', '60'],
  ['Unsatisfactory', '0'],
]);

export const template = composeTemplate({
  id: 'service-department-importance',
  language: 'en',
  title: 'Hospital Customer Service Centre: Department Review',
  sheetName: 'Service centre review',
  purpose:
    'Monthly, quarterly or yearly review of a hospital’s customer service centre on twelve indicators. Weights follow from importance in stars, 2% a star. Scored by the executive in charge.',
  layout: 'scored',
  fields: [
    { label: 'Department', kind: 'text' },
    { label: 'Head of department', kind: 'text' },
    { label: 'Review period', kind: 'text' },
  ],
  scale: { kind: 'marks', most: '100' },
  raters: [{ role: 'supervisor', label: 'Manager score', share: '100' }],
  sections: [
    section('Hospital targets', [
      indicator('Hospital revenue against plan', '10', completion, percent('Revenue plan of the period met', '1000')),
      indicator('Cosmetic operations against plan', '8', completion, percent('Planned operations of the main programmes met', '1000')),
      indicator('Outpatient visits against plan', '8', completion, percent('Planned visits of the period met', '1000')),
    ]),
    section('Department and customers', [
      indicator('Department results against plan', '10', completion, percent('Department plan met', '1000')),
      indicator('Customer satisfaction', '10', rated, measured('points', '0', '100', '90 or more')),
      indicator(
        'Share of returning customers',
        '4',
        '40% or more: 100 points; 30% to below 40%: 80 points; 20% to below 30%: 60 points; below 20%: 0 points',
        percent('40% or more'),
      ),
      indicator(
        'Share of new customers',
        '8',
        '30% or more: 100 points; 20% to below 30%: 80 points; 10% to below 20%: 60 points; below 10%: 0 points',
        percent('30% or more'),
      ),
      indicator(
        'Consultations leading to treatment',
        '10',
        '60% or more: 100 points; 50% to below 60%: 80 points; 40% to below 50%: 60 points; below 40%: 0 points',
        percent('60% or more'),
      ),
    ]),
    section('Management', [
      indicator(
        'Service records',
        '8',
        'Excellent: complete and in due form, staff and aims clear, 100 points;\nGood: complete, single items to be added, 80 points;\nAcceptable: few gaps, 60 points;\nUnsatisfactory: many gaps or false entries, 0 points',
        { ...levels, target: 'Complete and in due form' },
      ),
      indicator(
        'Administrative cost as a share of revenue',
        '8',
        '8% or less: 100 points; above 8% to 10%: 80 points; above 10% to 12%: 60 points; above 12%: 0 points',
        percent('8% or less'),
      ),
      indicator(
        'Staff turnover',
        '8',
        '3% or less: 100 points; above 3% to 5%: 80 points; above 5% to 8%: 60 points; above 8%: 0 points',
        percent('3% or less'),
      ),
      indicator('Overall satisfaction of superiors', '8', rated, measured('points', '0', '100', '90 or more')),
    ]),
  ],
  gradeScale: [
    { tier: 'Excellent', from: '90' },
    { tier: 'Good', from: '80' },
    { tier: 'Acceptable', from: '60' },
    { tier: 'Unsatisfactory', from: '0' },
  ],
  notes: [
    'A star of importance is worth a weight of 2%: five stars 10%, four stars 8%, two stars 4%.',
    'This form holds the first-level indicators (director of the centre); those of units and of staff are derived from it.',
    'Adapt targets and limits for shares, cost and turnover to your hospital.',
  ],
  corrections: [
    'there were stars of importance but no weights; a star is 2%, which makes 100%',
    'the stars of six indicators, from new customers on, were lost; treatment after consultation has five, the others four, 50 stars in all',
    'the column for validity was empty; there are targets and criteria instead',
    'the limits for administrative cost and staff turnover were not given; they are supplied',
    'there were no overall grades; they are supplied',
  ],
  interview: ['Indicators below target and their causes', 'Measures and dates'],
  signatures: ['Head of department', 'Executive in charge', 'Director of the hospital'],
});
