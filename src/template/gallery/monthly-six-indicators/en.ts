import { composeTemplate, indicator, levelled, section } from '../../compose';

const levels = levelled([
  ['Excellent', '100'],
  ['Good', '80'],
  ['Acceptable', '60'],
  ['Unsatisfactory', '30'],
]);

export const template = composeTemplate({
  id: 'monthly-six-indicators',
  language: 'en',
  title: 'Monthly Performance Review',
  sheetName: 'Monthly review',
  purpose:
    'Monthly review for any position on six indicators: quality, efficiency, attitude, teamwork, innovation and learning. Scored by the line manager alone.',
  layout: 'scored',
  fields: [
    { label: 'Employee', kind: 'text' },
    { label: 'Department', kind: 'text' },
    { label: 'Position', kind: 'text' },
    { label: 'Review period', kind: 'text' },
    { label: 'Reviewer', kind: 'text' },
    { label: 'Date', kind: 'date' },
  ],
  scale: { kind: 'marks', most: '100' },
  raters: [{ role: 'supervisor', label: 'Score', share: '100' }],
  sections: [
    section(null, [
      indicator(
        'Quality of work',
        '30',
        'Excellent: all tasks on time and free of errors, 100 points;\nGood: on time, small errors put right at once, 80 points;\nAcceptable: up to standard after rework, 60 points;\nUnsatisfactory: below standard, 30 points',
        { ...levels, target: 'Work delivered on time and to standard' },
      ),
      indicator(
        'Efficiency',
        '20',
        'Excellent: ahead of schedule at high quality, 100 points;\nGood: within the time allowed, 80 points;\nAcceptable: some tasks late without affecting others, 60 points;\nUnsatisfactory: repeatedly late, holding up others, 30 points',
        { ...levels, target: 'Tasks completed within the time allowed' },
      ),
      indicator(
        'Attitude',
        '15',
        'Excellent: takes on work and solves problems unprompted, 100 points;\nGood: conscientious, does what is required, 80 points;\nAcceptable: needs reminders from the manager, 60 points;\nUnsatisfactory: careless, shifts responsibility to others, 30 points',
        { ...levels, target: 'Responsible and proactive' },
      ),
      indicator(
        'Teamwork',
        '15',
        'Excellent: brings the team together and supports colleagues, 100 points;\nGood: takes an active part and communicates well, 80 points;\nAcceptable: cooperates but communicates late, 60 points;\nUnsatisfactory: unwilling to cooperate, hinders the team, 30 points',
        { ...levels, target: 'Active part in the team, effective communication' },
      ),
      indicator(
        'Innovation',
        '10',
        'Excellent: new solutions put into practice with results, 100 points;\nGood: workable suggestions for improvement, 80 points;\nAcceptable: solves problems with established methods, 60 points;\nUnsatisfactory: makes no attempt to solve problems, 30 points',
        { ...levels, target: 'New ideas and solutions' },
      ),
      indicator(
        'Learning',
        '10',
        'Excellent: learns independently and applies it at work with results, 100 points;\nGood: learns as planned and masters the skills required, 80 points;\nAcceptable: attends the required training, 60 points;\nUnsatisfactory: misses training, no progress in knowledge or skills, 30 points',
        { ...levels, target: 'Independent learning put to use' },
      ),
    ]),
  ],
  gradeScale: [
    { tier: 'Excellent', from: '90' },
    { tier: 'Good', from: '80' },
    { tier: 'Acceptable', from: '60' },
    { tier: 'Unsatisfactory', from: '0' },
  ],
  notes: ['For each indicator, choose the level that describes the actual performance and enter its points.'],
  corrections: [
    'full marks were not stated; every indicator now has 100 points',
    '“points will be deducted” named no amounts; there are now criteria for four levels',
    'there were no overall grades; they are supplied',
  ],
  interview: ['Main achievements this month', 'Areas for improvement', 'Goals and support for next month'],
  signatures: ['Employee', 'Reviewer', 'Head of department'],
});
