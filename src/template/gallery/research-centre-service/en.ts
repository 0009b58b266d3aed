import { composeTemplate, counted, indicator, percent, section } from '../../compose';

export const template = composeTemplate({
  id: 'research-centre-service',
  language: 'en',
  title: 'Hospital Management Research Centre: Patient Service Review',
  sheetName: 'Patient service review',
  purpose:
    'Task review for patient service staff of a hospital management research centre: advice before treatment, care of inpatients and discharged patients, surveys and conduct count 85%, records 15%.',
  layout: 'scored',
  fields: [
    { label: 'Employee', kind: 'text' },
    { label: 'Review period', kind: 'text' },
    { label: 'Reviewer', kind: 'text' },
  ],
  raters: [{ role: 'supervisor', label: 'Score', share: '100' }],
  sectionTotals: false,
  sections: [
    section('Advice before treatment', [
      indicator(
        'Advice and records',
        '12',
        'Deduct 2 points for each consultation that is careless, impatient or poorly recorded, down to 0',
        counted('1000', 'Careful, patient, fully recorded'),
      ),
      indicator(
        'Feedback to medical units',
        '8',
        'Deduct 2 points for each late feedback to the unit concerned, down to 0',
        counted('1000', 'Within 24 hours'),
      ),
    ]),
    section('Inpatients', [
      indicator('Inpatient records', '5', 'Deduct 1 point for each missing record, down to 0', counted('1000', 'All recorded')),
      indicator(
        'Visits on admission and during the stay',
        '10',
        'Deduct 2 points for each visit not made on time, down to 0',
        counted('1000', 'Within 24 hours of admission, then every 3 days'),
      ),
      indicator(
        'Patient opinions and feedback',
        '10',
        'Deduct 2 points for each opinion not asked for or passed on late, down to 0',
        counted('1000', 'Passed on within 24 hours'),
      ),
    ]),
    section('Discharged patients', [
      indicator(
        'Files of key patients',
        '5',
        'Deduct 1 point for each key patient without a file, down to 0',
        counted('1000', 'All on file'),
      ),
      indicator(
        'Follow-up of key patients',
        '10',
        'Deduct 2 points for each follow-up missed or reported late, down to 0',
        counted('1000', 'Reported to the unit within 48 hours'),
      ),
      indicator(
        'Health talks',
        '5',
        '4 talks or more: 5 points; 3 talks: 4 points; 2 talks: 3 points; 1 talk: 1 point; 0 talks: 0 points',
        counted('100', 'At least 4 a year'),
      ),
    ]),
    section('Patient satisfaction survey', [
      indicator(
        'Questionnaires handed out',
        '5',
        '95% or more: 5 points; 90% to below 95%: 4 points; 80% to below 90%: 3 points; below 80%: 0 points',
        percent('At least 95%'),
      ),
      indicator(
        'Questionnaires returned',
        '5',
        '90% or more: 5 points; 80% to below 90%: 4 points; 70% to below 80%: 3 points; below 70%: 0 points',
        percent('At least 90%'),
      ),
    ]),
    section('CI code of conduct', [
      indicator(
        'Breaches of the code',
        '10',
        '0 breaches: 10 points; 1 breach: 8 points; 2 breaches: 6 points; 3 or more breaches: 0 points',
        counted('1000', 'At most 2 a month'),
      ),
    ]),
    section('Records', [
      indicator(
        'Surveys and reports submitted',
        '5',
        'Deduct 1 point for each survey form or analysis submitted late, down to 0',
        counted('1000', 'On time'),
      ),
      indicator(
        'Completeness of files',
        '10',
        'Deduct 1 point for each record or report missing from the files, down to 0',
        counted('1000', 'All records and reports on file'),
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
    'Dimension under review: task performance. The first five parts are key indicators, records are a further one.',
    'Under Actual, enter the number of cases or the percentage; the criteria give the score. Adapt time limits and numbers to your own rules.',
  ],
  corrections: [
    'the weights were a percent sign without a number; they are supplied and add up to 100%',
    'blanks for time limits, percentages and numbers of talks and breaches are filled',
    'misprints and a stray web address are removed, and two headings are joined to one table',
    'there were no scores, total or scoring criteria; they are supplied',
    'there were no overall grades; they are supplied',
  ],
  interview: ['Main achievements', 'Areas for improvement', 'Remarks'],
  signatures: ['Employee', 'Reviewer', 'Head of the centre'],
});
