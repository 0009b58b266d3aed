import { composeTemplate, counted, indicator, levelled, measured, percent, section } from '../../compose';

const levels = levelled([
  ['Excellent', '100'],
  ['Good', '80'],
  ['Acceptable', '60'],
  ['Unsatisfactory', '0'],
]);
const timely = '95% or more: 100 points; 90% to below 95%: 80 points; 80% to below 90%: 60 points; below 80%: 0 points';
const monthly = { cycle: 'Month, quarter, year', source: 'Customer service' };
const quarterly = { cycle: 'Quarter, year', source: 'Customer service' };

export const template = composeTemplate({
  id: 'service-indicator-catalogue',
  language: 'en',
  title: 'Customer Service Department: Quantitative and Qualitative Review',
  sheetName: 'Service department review',
  purpose:
    'Monthly, quarterly or yearly review of the customer service department: seven quantitative indicators count 60%, four qualitative ones 40%, with cycle and data source. Scored by the manager alone.',
  layout: 'scored',
  fields: [
    { label: 'Department', kind: 'text' },
    { label: 'Head of department', kind: 'text' },
    { label: 'Review period', kind: 'text' },
  ],
  scale: { kind: 'marks', most: '100' },
  raters: [{ role: 'supervisor', label: 'Manager score', share: '100' }],
  sections: [
    section('Quantitative indicators', [
      indicator('Customer feedback answered on time', '10', timely, { ...percent('95% or more'), ...monthly }),
      indicator('Service information passed on in time', '10', timely, { ...percent('95% or more'), ...monthly }),
      indicator('Key accounts lost', '10', '0: 100 points; 1: 60 points; 2 or more: 0 points', { ...counted('1000', 'None'), ...monthly }),
      indicator(
        'Cost control',
        '8',
        'Actual cost as a share of the budget: 95% or less: 100 points; above 95% to 100%: 80 points; above 100% to 105%: 60 points; above 105%: 0 points',
        { ...percent('Within the budget', '1000'), cycle: 'Quarter, year', source: 'Finance' },
      ),
      indicator(
        'Completion of the survey plan',
        '6',
        '100% or more: 100 points; 90% to below 100%: 80 points; 80% to below 90%: 60 points; below 80%: 0 points',
        { ...percent('100%', '1000'), ...quarterly },
      ),
      indicator('Satisfaction with complaint handling', '10', timely, { ...percent('95% or more'), ...monthly }),
      indicator('Justified complaints', '6', '0: 100 points; 1: 80 points; 2: 60 points; 3 or more: 0 points', {
        ...counted('1000', 'None'),
        ...quarterly,
      }),
    ]),
    section('Qualitative indicators', [
      indicator(
        'Customer satisfaction',
        '10',
        '90 or more: 100 points; 80 to below 90: 80 points; 60 to below 80: 60 points; below 60: 0 points',
        { ...measured('points', '0', '100', 'Customer rating of 90 or more'), ...quarterly },
      ),
      indicator(
        'Compliance with service standards',
        '10',
        'Excellent: service plan followed in full, 100 points;\nGood: single lapses put right at once, 80 points;\nAcceptable: lapses put right after a reminder, 60 points;\nUnsatisfactory: service plan repeatedly violated, 0 points',
        { ...levels, target: 'Service plan followed', ...quarterly },
      ),
      indicator(
        'Completeness and accuracy of customer data',
        '10',
        'Excellent: complete, accurate and up to date, 100 points;\nGood: complete, single items awaiting an update, 80 points;\nAcceptable: few gaps, closed by a set date, 60 points;\nUnsatisfactory: many gaps or errors, 0 points',
        { ...levels, target: 'Complete, without gaps', ...quarterly },
      ),
      indicator(
        'Customer relations',
        '10',
        'Excellent: active care, relations clearly closer, 100 points;\nGood: care as planned, relations stable, 80 points;\nAcceptable: hesitant care, relations unharmed, 60 points;\nUnsatisfactory: care neglected, relations damaged, 0 points',
        { ...levels, target: 'To the manager’s satisfaction', ...quarterly },
      ),
    ]),
  ],
  gradeScale: [
    { tier: 'Excellent', from: '90' },
    { tier: 'Good', from: '80' },
    { tier: 'Acceptable', from: '60' },
    { tier: 'Unsatisfactory', from: '0' },
  ],
  notes: [
    'Under Actual, enter the percentage, number or rating; for described levels, choose the points of the level.',
    'A complaint is justified where service staff or the company were in fact at fault.',
    'Data: Finance supplies the figures for cost control, Customer Service all others.',
  ],
  corrections: [
    'number 3 of the quantitative indicators was missing; the indicators are numbered anew without a gap',
    'the end of the table was printed before its head; the order is restored',
    'there were no weights, targets or criteria; they are supplied, and the weights add up to 100%',
    'there were no overall grades; they are supplied',
  ],
  interview: ['Indicators below target and their causes', 'Measures and dates'],
  signatures: ['Head of department', 'Reviewer', 'Manager'],
});
