import { composeTemplate, indicator, section } from '../../compose';

const described = { kind: 'text' } as const;

export const template = composeTemplate({
  id: 'work-plan',
  language: 'en',
  title: 'Work Plan Review',
  sheetName: 'Work plan review',
  purpose:
    'Monthly work plan of a department or a person and its review: tasks, weights, due dates and expected results are agreed in advance; at the end of the month self scores and reviewer scores count by their shares.',
  layout: 'plan',
  fields: [
    { label: 'Department', kind: 'text' },
    { label: 'Review period', kind: 'text' },
    { label: 'Date', kind: 'date' },
  ],
  scale: { kind: 'marks', most: '100' },
  raters: [
    { role: 'self', label: 'Self score', share: '30' },
    { role: 'reviewer', label: 'Reviewer score', share: '70' },
  ],
  sections: [
    section(null, [
      indicator('Organise the inspection of large batteries', '50', null, {
        target: 'List of customers with large batteries complete; inspection plan for every region',
        period: 'From the 1st to the end of the month',
        entry: described,
      }),
      indicator('Final acceptance of a key customer project', '30', null, {
        target: 'Acceptance passed and certificate received',
        period: 'By the 15th',
        entry: described,
      }),
      indicator('Arrange training for customers’ maintenance staff', '20', null, {
        target: 'Training agreed; training plan for maintenance staff drawn up',
        period: 'By the end of the month',
        entry: described,
      }),
    ]),
  ],
  gradeScale: [
    { tier: 'Excellent', from: '90' },
    { tier: 'Good', from: '80' },
    { tier: 'Acceptable', from: '60' },
    { tier: 'Unsatisfactory', from: '0' },
  ],
  notes: [
    'Tasks, dates and results are examples: type your plan for the month over them and keep the weights at 100% in all.',
    'Scoring: 100 points for the expected result on time; deduct 5 points for each day late; a partial result scores in proportion; 0 points if nothing was done.',
    'A task that runs beyond the month is reviewed by the result due this month; the rest belongs in later plans.',
    'The reviewer checks that the plan supports personal and departmental goals. If a task could not be completed as required, give the reason under Actual.',
  ],
  corrections: [
    'scores were entered with the weight already applied although the form multiplied them by it again; every task is now scored out of 100 and weighted once',
    'there were no criteria for tasks finished late or running beyond the month; they are supplied',
    'how self and reviewer scores make the result was not stated; it is 30% and 70%, which may be changed to your own rules',
  ],
  interview: ['Reasons for unfinished tasks', 'Support needed', 'Main tasks for next month'],
  signatures: ['Plan and self score by', 'Plan approved by', 'Reviewed by'],
});
