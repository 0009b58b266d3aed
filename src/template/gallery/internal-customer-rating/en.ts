import { composeTemplate, indicator, section } from '../../compose';

const bands = '90 or more: Excellent; 70 to below 90: Satisfactory; 40 to below 70: Needs improvement; below 40: Unsatisfactory';

/** What the customer expects; the example that the score rests on is written beside it. */
const rated = (name: string, weight: string, target: string) => indicator(name, weight, bands, { target, entry: { kind: 'text' } });

export const template = composeTemplate({
  id: 'internal-customer-rating',
  language: 'en',
  title: 'Internal Customer Rating',
  sheetName: 'Internal customer rating',
  purpose:
    'Periodic rating of a department by the departments that it serves: communication, attitude and support, nine indicators scored from 0 to 100, each with an example.',
  layout: 'scored',
  fields: [
    { label: 'Customer department', kind: 'text' },
    { label: 'Department rated', kind: 'text' },
    { label: 'Review period', kind: 'text' },
    { label: 'Reviewer', kind: 'text' },
    { label: 'Date', kind: 'date' },
  ],
  scale: { kind: 'marks', most: '100' },
  raters: [{ role: 'single', label: 'Score', share: '100' }],
  sections: [
    section('Communication', [
      rated('Seeking information', '10', 'Sets up good channels, asks for information and spots problems of cooperation'),
      rated('Providing information', '10', 'Provides the information needed, on time and without mistakes'),
      rated('Professional guidance', '10', 'Has the expertise required and guides staff who are new to the subject'),
    ]),
    section('Attitude', [
      rated('Sense of responsibility', '15', 'Sees tasks through, careful and conscientious, no mistakes by carelessness'),
      rated('Friendliness', '15', 'Friendly throughout, never complains'),
    ]),
    section('Support and cooperation', [
      rated('Working relationship', '10', 'Pleasant cooperation without disputes about rights or duties'),
      rated('Timely service', '10', 'Products and services provided when they are needed'),
      rated('Quality of service', '10', 'Products and services meet the requirements'),
      rated('Outcome', '10', 'Gives the support needed, so that our own work runs smoothly'),
    ]),
  ],
  gradeScale: [
    { tier: 'Excellent', from: '90' },
    { tier: 'Satisfactory', from: '70' },
    { tier: 'Needs improvement', from: '40' },
    { tier: 'Unsatisfactory', from: '0' },
  ],
  notes: [
    'Under Actual, describe the example that the score rests on.',
    'The final score goes into the Department Performance Summary as the customer rating; if several departments rate, take the average.',
    'Departments must not discuss ratings with one another or ask others about them.',
  ],
  corrections: [
    'the weights were left blank; communication now has 30%, attitude 30% and support 40%, which may be changed to your own rules',
    'scores ran from 1 to 10 although the summary uses 100, and four labels for ten numbers had no limits; scores now run to 100 with stated limits',
    '“attitude” was both a section and an indicator; the indicator is now called friendliness',
    '“outcome” was described by its opposite; it is now worded as a requirement',
    'the form was numbered 3A without a 3B; the number is removed',
  ],
  interview: ['Most satisfactory', 'Most in need of improvement', 'Suggestions for future cooperation'],
  signatures: ['Reviewer', 'Head of customer department', 'Approved by'],
});
