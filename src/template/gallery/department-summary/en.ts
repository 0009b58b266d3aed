import { composeTemplate, indicator, section } from '../../compose';

export const template = composeTemplate({
  id: 'department-summary',
  language: 'en',
  title: 'Department Performance Summary',
  sheetName: 'Department summary',
  purpose:
    'Monthly or quarterly summary for a department: duties, work plan and internal customer rating are weighted, added up and multiplied by the critical objectives. The department scores itself, the executive in charge reviews.',
  layout: 'summary',
  fields: [
    { label: 'Department', kind: 'text' },
    { label: 'Review period', kind: 'text' },
    { label: 'Result', kind: 'text' },
  ],
  scale: { kind: 'marks', most: '100' },
  raters: [
    { role: 'self', label: 'Self', share: '0' },
    { role: 'reviewer', label: 'Reviewer', share: '100' },
  ],
  sections: [
    section(null, [
      indicator('Duties', '37.5', null),
      indicator('Work plan', '37.5', null),
      indicator('Customer rating (satisfaction survey)', '25', null),
    ]),
  ],
  factor: { name: 'Critical objectives', most: '100' },
  notes: [
    'All scores run from 0 to 100. The executive in charge reviews the department, the next level up reviews its performance for the year. The self-scored total is for reference; the reviewed total is the result.',
    'Take the scores for duties and work plan from the Department Duties Review and the Work Plan Review. The customer rating is the average of the Internal Customer Ratings; when scoring yourselves, enter the result of the latest satisfaction survey.',
    'The executive in charge sets the critical objectives in writing before the period begins: 100 points if all are met, otherwise in proportion to what was achieved.',
    'The reviewed total is the basis of performance pay. It makes up 80% of the quarterly score of the head of department and 20% of that of the staff; the rest follows your own rules.',
    'Those who complete, score and review this form answer for its accuracy. Two copies are kept for one year: one by the department, one by Human Resources.',
  ],
  corrections: [
    'the weights 30%, 30% and 20% made only 80%, so that a perfect department scored 80; they are raised in proportion to 37.5%, 37.5% and 25%',
    'four columns of self scores held three numbers without showing which was missing; every column now has a heading and a range',
    'the form announced an improvement plan without room for it; it is added',
    '“quarter (month)” is replaced by one field for the review period: year and month or quarter',
  ],
  interview: ['Main achievements', 'Problems', 'Improvement plan'],
  signatures: ['Completed by', 'Scored by', 'Reviewed by'],
});
