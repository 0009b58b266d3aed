import { composeTemplate, indicator, section } from '../../compose';

export const template = composeTemplate({
  id: 'hospital-service-team',
  language: 'en',
  title: 'Hospital Patient Service: Monthly Review',
  sheetName: 'Patient service monthly review',
  purpose:
    'Monthly review of hospital patient service staff: attitude, professional skills and discipline scored by deductions, with an overall assessment. Scores of the team leader and the head of department count by their shares.',
  layout: 'scored',
  fields: [
    { label: 'Employee', kind: 'text' },
    { label: 'Unit', kind: 'text' },
    { label: 'Month under review', kind: 'text' },
  ],
  raters: [
    { role: 'supervisor', label: 'Team leader score', share: '70' },
    { role: 'reviewer', label: 'Department reviewer score', share: '30' },
  ],
  sectionTotals: false,
  sections: [
    section('Attitude', [
      indicator(
        'Service and work attitude',
        '40',
        'Cold or impolite to patients: deduct 2 points each time;\nrefusal of assigned work: deduct 2 points each time;\nbreach of patient confidentiality: deduct 2 points each time;\nproblem not reported promptly: deduct 2 points each time;\nrequired training missed: deduct 2 points each time;\ndown to 0',
      ),
    ]),
    section('Professional skills', [
      indicator(
        'Patient guidance and reception',
        '15',
        'Mistake in registration, reception or keeping order: deduct 1 point each time;\ncomplaint caused by the mistake: deduct 2 points each time;\nwaiting area or consulting room left unattended: deduct 2 points each time;\nnew patient lost through poor reception: deduct 2 points each time;\njustified complaint about queueing for follow-ups or ultrasound: deduct 2 points each time;\nserious case: deduct 5 points each time;\ndown to 0',
      ),
      indicator(
        'Supplies and assignments',
        '5',
        'Supplies or equipment not fetched or replaced in time: deduct 1 point each time;\nassignment not completed in time: deduct 2 points each time;\ndown to 0',
      ),
      indicator('Handling of enquiries', '5', 'Enquiry or complaint not solved on the spot: deduct 2 points each time, down to 0'),
    ]),
    section('Discipline', [
      indicator(
        'Compliance with hospital rules',
        '25',
        'Breach of hospital rules: deduct 2 points each time;\nbreach repeated after a warning: deduct 4 points each time;\nharmful consequences: deduct 8 points each time;\ndown to 0',
      ),
    ]),
    section('Overall assessment', [
      indicator(
        'Overall performance',
        '10',
        'Excellent: supports the team and sets an example, 10 points;\nGood: cooperates and does the job well, 8 points;\nAcceptable: cooperates after a reminder, 6 points;\nUnsatisfactory: does not follow the team leader, 0 points',
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
    'Start from the max points of a row and enter what is left after deductions; one event is deducted once, under its most serious rule.',
    'Hospital rules cover lifts, air conditioning, safety and conduct; matters of the disciplinary code are dealt with under that code.',
  ],
  corrections: [
    'the formula for the final score gave no share for the head of department; it is supplied',
    'name, weight and the first three rules of the first item were lost; the weight follows from the total of 100% as 40%, and rules are supplied',
    'two items shared 25% for professional skills; it is divided among the rows',
    'minus signs misprinted as the Chinese numeral one, and a missing “each”, are put right',
    'the overall assessment had no criteria; they are supplied, and no row falls below 0',
    'there were no overall grades; they are supplied',
  ],
  interview: ['Comments of the team leader', 'Comments of the head of department', 'Measures for improvement'],
  signatures: ['Employee', 'Team leader', 'Head of department'],
});
