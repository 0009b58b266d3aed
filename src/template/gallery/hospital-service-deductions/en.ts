import { composeTemplate, deducted, indicator, section } from '../../compose';

export const template = composeTemplate({
  id: 'hospital-service-deductions',
  language: 'en',
  title: 'Hospital Customer Service: Conduct Review',
  sheetName: 'Hospital service conduct',
  purpose:
    'Monthly review of hospital customer service staff: appearance, service, discipline, team spirit, attitude, cleanliness and economy, 10 points in all, less points for each lapse.',
  layout: 'points',
  fields: [
    { label: 'Employee', kind: 'text' },
    { label: 'Position', kind: 'text' },
    { label: 'Review period', kind: 'text' },
  ],
  raters: [{ role: 'supervisor', label: 'Score', share: '100' }],
  sections: [
    section(null, [
      indicator(
        'Appearance and bearing',
        '1.5',
        'Deduct 0.5 points each time make-up, hair or uniform is not as required;\ndeduct 0.5 points each time the name badge is missing;\ndeduct 0.5 points each time behaviour on duty is unbecoming;\ndown to 0',
        deducted,
      ),
      indicator(
        'Service',
        '2',
        'Deduct 1 point for each patient complaint about discourtesy;\ndeduct 0.5 points each time a patient in need of help is not helped;\ndeduct 0.5 points each time a question is left unanswered or answered harshly;\ndown to 0',
        deducted,
      ),
      indicator(
        'Discipline',
        '2.5',
        "Deduct 0.5 points each time a superior's instructions are refused or a superior is insulted;\ndeduct 0.5 points each time the uniform is worn outside without need;\ndeduct 0.5 points for each instance of fooling around, reading newspapers or playing with the phone on duty;\ndeduct 0.5 points each time confidential information is disclosed;\ndown to 0",
        deducted,
      ),
      indicator(
        'Team spirit',
        '1',
        'Deduct 0.5 points for each instance of sowing discord or forming cliques;\ndeduct 0.5 points each time personal interests are put before the team;\ndown to 0',
        deducted,
      ),
      indicator(
        'Attitude',
        '1.5',
        'Deduct 0.5 points for each instance of idleness or carelessness that affects the morale of others, down to 0',
        deducted,
      ),
      indicator('Cleanliness', '1', 'Deduct 1 point each time the work area or changing room fails inspection, down to 0', deducted),
      indicator('Economy', '0.5', 'Deduct 0.5 points each time water, electricity or supplies are wasted, down to 0', deducted),
    ]),
  ],
  gradeScale: [
    { tier: 'Excellent', from: '9' },
    { tier: 'Good', from: '8' },
    { tier: 'Acceptable', from: '6' },
    { tier: 'Unsatisfactory', from: '0' },
  ],
  notes: ['Enter the points deducted in the month for each row, with date and reason under Remarks.'],
  corrections: [
    'attitude had 2 points and a single deduction of 2 in the rules, but 1.5 points and 0.5 each time in the overview; it now has 1.5 points and 0.5 each time',
    'economy was an extra of 0.5 points without a rule; it has one and is part of the total, seven rows of 10 points in all',
    'whether a repeated lapse is deducted again was not stated; it now is, down to 0',
    'numbers misprinted with a full stop, such as “0。5”, are put right',
    'there were no total and no grades; they are supplied',
  ],
  interview: ['Main reasons for deductions', 'Improvement measures'],
  signatures: ['Employee', 'Reviewer'],
});
