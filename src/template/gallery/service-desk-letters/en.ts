import { composeTemplate, indicator, levelled, percent, section } from '../../compose';

export const template = composeTemplate({
  id: 'service-desk-letters',
  language: 'en',
  title: 'Customer Service Specialist: Monthly Review',
  sheetName: 'Service specialist review',
  purpose:
    'Monthly review of online customer service specialists: response, knowledge, customer feedback, follow-up and other tasks, nine rows graded A to E with 100 points in all. Scored by the head of department.',
  layout: 'scored',
  fields: [
    { label: 'Employee', kind: 'text' },
    { label: 'Position', kind: 'text' },
    { label: 'Review period', kind: 'text' },
  ],
  raters: [{ role: 'supervisor', label: 'Score', share: '100' }],
  sections: [
    section('Response', [
      indicator(
        'Live chats answered within 30 seconds',
        '10',
        'A: at least 50% - 10 points;\nB: 30% to below 50% - 5 points;\nC: below 30% - 0 points',
        percent('50% or more'),
      ),
      indicator(
        'Group messages answered within 1 minute',
        '10',
        'A: 100% - 10 points;\nB: 90% to below 100% - 5 points;\nC: below 90% - 0 points',
        percent('All within 1 minute'),
      ),
    ]),
    section('Knowledge', [
      indicator(
        'Knowledge of policies, functions and back-office procedures',
        '30',
        'A: knows everything, answers at once and helps colleagues - 30 points;\nB: knows most, answers within the set time - 24 points;\nC: knows the basics, answers without help - 15 points;\nD: not yet familiar but willing, needs help - 5 points;\nE: neither informed nor willing - 0 points',
        {
          ...levelled([
            ['A', '30'],
            ['B', '24'],
            ['C', '15'],
            ['D', '5'],
            ['E', '0'],
          ]),
          target: 'Answers every kind of enquiry with ease',
        },
      ),
    ]),
    section('Customer feedback', [
      indicator(
        'Satisfaction',
        '10',
        'A: at least 95% - 10 points;\nB: 90% to below 95% - 8 points;\nC: 80% to below 90% - 5 points;\nD: below 80% - 0 points',
        percent('95% or more'),
      ),
      indicator(
        'Complaint rate',
        '10',
        'A: at most 1% - 10 points;\nB: more than 1% and at most 2% - 8 points;\nC: more than 2% and at most 5% - 5 points;\nD: more than 5% - 0 points',
        percent('1% or less'),
      ),
    ]),
    section('Problems and requests', [
      indicator(
        'Own testing',
        '5',
        'A: tests and solves problems - 5 points;\nB: tests and reports problems - 3 points;\nC: passes problems on untested - 0 points',
        {
          ...levelled([
            ['A', '5'],
            ['B', '3'],
            ['C', '0'],
          ]),
          target: 'Tests and solves problems unprompted',
        },
      ),
      indicator('Follow-up', '5', 'A: followed up and recorded - 5 points;\nB: no record - 0 points', {
        ...levelled([
          ['A', '5'],
          ['B', '0'],
        ]),
        target: 'Followed up to the end and recorded',
      }),
    ]),
    section('Other', [
      indicator(
        'Special tasks',
        '10',
        'A: all on time and done well - 10 points;\nB: all on time, quality average - 8 points;\nC: some tasks late - 5 points;\nD: tasks refused - 0 points',
        {
          ...levelled([
            ['A', '10'],
            ['B', '8'],
            ['C', '5'],
            ['D', '0'],
          ]),
          target: 'On time and done well',
        },
      ),
      indicator(
        'General impression: attitude and cooperation',
        '10',
        'A: proactive and glad to cooperate - 10 points;\nB: conscientious and cooperative - 8 points;\nC: needs to be urged - 5 points;\nD: idle or unwilling - 0 points',
        {
          ...levelled([
            ['A', '10'],
            ['B', '8'],
            ['C', '5'],
            ['D', '0'],
          ]),
          target: 'Proactive',
        },
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
    'Figures come from the service log, the satisfaction survey and the issue tracker. Where a letter is chosen, the head of department considers the whole month.',
  ],
  corrections: [
    'the weights added up to 90% and the general impression had none; it now has 10 points, 100 in all',
    'satisfaction, complaint rate, special tasks and general impression had no levels; they are supplied',
    'points within a level were open (A: 25-30) and some, such as 1-3, belonged to none; every level now has fixed points',
    'rates from 29% to 30% and from 49% to 50% belonged to no level; the gaps are closed',
    'finding a problem was worth 5 points and solving it 3; they have changed places',
    'group messages were judged by a single reply; the share answered within 1 minute now decides',
  ],
  interview: ['Main achievements this month', 'Areas for improvement', 'Goals and support for next month'],
  signatures: ['Employee', 'Manager'],
});
