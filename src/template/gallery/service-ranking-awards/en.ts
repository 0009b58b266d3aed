import { composeTemplate, indicator, section } from '../../compose';

/** People side by side; their names are typed over the ones printed. */
const people = Array.from({ length: 8 }, (_, at) => indicator(`Employee ${at + 1}`, null, null));

export const template = composeTemplate({
  id: 'service-ranking-awards',
  language: 'en',
  title: 'Customer Service Staff: Quarterly Ranking and Awards',
  sheetName: 'Service staff ranking',
  purpose:
    'Quarterly ranking of customer service staff: self scores, manager scores and peer scores count by their shares, ranks follow by themselves, and the first three earn an award.',
  layout: 'ranking',
  fields: [
    { label: 'Branch', kind: 'text' },
    { label: 'Quarter', kind: 'text' },
    { label: 'Date', kind: 'date' },
  ],
  scale: { kind: 'marks', most: '100' },
  raters: [
    { role: 'self', label: 'Self score', share: '20' },
    { role: 'supervisor', label: 'Manager score', share: '50' },
    { role: 'group', label: 'Peer score', share: '30' },
  ],
  awards: [
    { rank: 1, amount: '500' },
    { rank: 2, amount: '300' },
    { rank: 3, amount: '200' },
  ],
  sections: [section(null, people)],
  notes: [
    'Each rater enters the average of the three months’ review scores, up to 100; ranks appear once everybody is scored. For more or fewer than eight people, add rows and fill the formulas down, or delete rows.',
    'The peer group consists of colleagues who work closely with customer service; calls are checked mainly by head office, as a rule at least once a week.',
    'The call-back rate is the calls made in a month divided by the calls due; 200 calls are due per person and day, by staff present and working days.',
    'For the last three ranks, the branch manager finds the causes and files an improvement plan with head office within 4 days of the monthly report.',
    'Monthly results are collected for the award to the best branch at the end of the year.',
  ],
  corrections: [
    'the three ratings had no shares; they are supplied',
    'the formula for the call-back rate multiplied where it must divide',
    '“ranking over three months in a row (quarter)” now means the rank by the average of the three months',
    'what follows a shared rank was open; the next rank is skipped: two in second place are followed by the fourth',
    'the review table of the scheme was lost; the scores can be taken from the monthly forms of this gallery',
  ],
  interview: ['Causes behind the last three ranks', 'Measures and dates'],
  signatures: ['Prepared by', 'Branch manager', 'Head office customer service'],
});
