import { composeTemplate, counted, indicator, percent, section } from '../../compose';

const full = '100%: 100 points; 95% to below 100%: 80 points; 90% to below 95%: 60 points; below 90%: 0 points';

export const template = composeTemplate({
  id: 'department-duties',
  language: 'en',
  title: 'Department Duties Review',
  sheetName: 'Department duties',
  purpose:
    'Monthly review of a customer service department by its duties: service before, during and after the sale, quality feedback, customer training and customer records, nine indicators. Self scores and reviewer scores count by their shares.',
  layout: 'scored',
  fields: [
    { label: 'Department', kind: 'text' },
    { label: 'Head of department', kind: 'text' },
    { label: 'Review period', kind: 'text' },
  ],
  scale: { kind: 'marks', most: '100' },
  raters: [
    { role: 'self', label: 'Self score', share: '30' },
    { role: 'reviewer', label: 'Reviewer score', share: '70' },
  ],
  sections: [
    section('Customer service', [
      indicator('Requests for technical support and advice met', '10', full, percent('100%')),
      indicator('Installations completed as required', '5', full, percent('100%')),
      indicator('Critical complaints handled on time', '10', full, percent('100% (parts sent in 24 hours, staff on site in 12)')),
      indicator(
        'Urgent complaints handled on time',
        '10',
        '90% or more: 100 points; 80% to below 90%: 80 points; 70% to below 80%: 60 points; below 70%: 0 points',
        percent('90% (parts sent in 72 hours, staff on site in 24)'),
      ),
      indicator(
        'Other complaints handled on time',
        '5',
        '80% or more: 100 points; 70% to below 80%: 80 points; 60% to below 70%: 60 points; below 60%: 0 points',
        percent('80% (parts sent in 7 days, staff on site in 3)'),
      ),
    ]),
    section('Quality feedback', [
      indicator(
        'Quality report: days late',
        '20',
        'Deduct 20 points for each day late, down to 0',
        counted('31', 'Written report to Production by the 3rd of each month'),
      ),
    ]),
    section('Customer training', [indicator('Training requests met (operating staff)', '20', full, percent('100%'))]),
    section('Customer records', [
      indicator('Standard records: nonconformities', '10', 'Deduct 20 points for each nonconformity, down to 0', counted('1000', 'None')),
      indicator('Records updated on time', '10', full, percent('100%')),
    ]),
  ],
  gradeScale: [
    { tier: 'Excellent', from: '90' },
    { tier: 'Good', from: '80' },
    { tier: 'Acceptable', from: '60' },
    { tier: 'Unsatisfactory', from: '0' },
  ],
  notes: [
    'The department scores each indicator, the reviewer checks and scores it. Under Actual, enter the rate, days or cases; describe examples in the interview record.',
    'Only work done in the month under review counts; later work belongs to later months.',
    'Critical objectives are scored separately by the executive in charge, in the Department Performance Summary.',
  ],
  corrections: [
    'scores were entered with the weight already applied although the form multiplied them by it again; every indicator is now scored out of 100 and weighted once',
    'the heading of the weights was incomplete, and targets such as 90% and 80% stood among them; they now have columns of their own',
    'the indicators had no scoring criteria; they are supplied',
    'the last row, critical objectives, had no criteria; it is now scored in the Department Performance Summary',
    'how self and reviewer scores make the result was not stated; it is 30% and 70%, which may be changed to your own rules',
    'an audit of December was counted in November; only the month under review counts now',
  ],
  interview: ['Examples', 'Areas for improvement', 'Measures for next month'],
  signatures: ['Scored by', 'Reviewed by'],
});
