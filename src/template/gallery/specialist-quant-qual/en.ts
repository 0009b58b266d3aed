import { composeTemplate, indicator, levelled, section } from '../../compose';

export const template = composeTemplate({
  id: 'specialist-quant-qual',
  language: 'en',
  title: 'Customer Service Specialist: Results and Quality Review',
  sheetName: 'Specialist review',
  purpose:
    'Periodic review of customer service specialists: completion of the work plan counts 70%, three qualities on five described levels count 30%, and special awards add a bonus. Scored by the line manager alone.',
  layout: 'scored',
  fields: [
    { label: 'Employee', kind: 'text' },
    { label: 'Department', kind: 'text' },
    { label: 'Review period', kind: 'text' },
  ],
  raters: [{ role: 'supervisor', label: 'Manager score', share: '100' }],
  sections: [
    section('Key results: quantitative', [
      indicator(
        'Completion of the work plan',
        '70',
        '100% or more: 70 points;\n95% to below 100%: 63 points;\n90% to below 95%: 56 points;\n80% to below 90%: 42 points;\nbelow 80%: 0 points',
        {
          ...levelled([
            ['100% or more', '70'],
            ['95% or more', '63'],
            ['90% or more', '56'],
            ['80% or more', '42'],
            ['Below 80%', '0'],
          ]),
          target: 'All planned work completed on time',
        },
      ),
    ]),
    section('Key results: qualitative', [
      indicator(
        'Complaint records',
        '10',
        'Accurate and current, with analysis that clearly improved service: Excellent;\naccurate and current, with suitable analysis: Good;\ncomplete, some entries late: Acceptable;\noften incomplete or disorderly, unfit for analysis: Poor;\nrecords not kept at all: Very poor',
      ),
      indicator(
        'Complaint reports',
        '10',
        'On time and effective, with proposals that the company adopted: Excellent;\non time and effective, as the company requires: Good;\nmostly as required, some additions needed: Acceptable;\noften late, wrong figures or hard to read: Poor;\nreports not submitted: Very poor',
      ),
      indicator(
        'Training and guidance',
        '10',
        'Regular training and prompt guidance that clearly raised service quality: Excellent;\nregular training and prompt guidance, effective: Good;\ntraining completed as planned, some guidance late: Acceptable;\ntraining or guidance often late and without effect on quality: Poor;\ntraining and guidance not given: Very poor',
      ),
    ]),
  ],
  extras: [
    {
      kind: 'bonus',
      name: 'Bonus for special awards',
      criteria: 'Add 5 points for each special award by the company, up to 10 points',
      cap: '10',
    },
  ],
  gradeScale: [
    { tier: 'Excellent', from: '90' },
    { tier: 'Good', from: '80' },
    { tier: 'Acceptable', from: '60' },
    { tier: 'Poor', from: '40' },
    { tier: 'Very poor', from: '0' },
  ],
  notes: [
    'Completion of the work plan = planned items completed on time ÷ all planned items × 100%; source: work plan of the position; checked by the department in charge.',
    'For the qualitative indicators choose the level first, then a score within it: Excellent 9-10, Good 8-8.9, Acceptable 6-7.9, Poor 4-5.9, Very poor 0-3.9.',
    'Special awards are decided by the executive committee and confirmed by the review committee under the company’s rules.',
  ],
  corrections: [
    'the weights of plan completion and complaint reports were lost; they are 70 and 10 points, 100 in all',
    'a score of 40 out of 100 stood in two levels; it belongs to Poor, and the levels are given in tenths for rows of 10 points',
    'only two of five levels were described; all five are',
    'the bonus for special awards had no limit; it is 10 points',
    'how plan completion is scored was lost; it is supplied, and misprints are put right',
  ],
  interview: ['Main achievements', 'Areas for improvement', 'Plans and support for the next period'],
  signatures: ['Employee', 'Line manager', 'Review committee'],
});
