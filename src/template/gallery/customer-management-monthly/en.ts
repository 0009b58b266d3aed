import { composeTemplate, counted, indicator, levelled, measured, percent, section } from '../../compose';

const levels = levelled([
  ['Level 5', '100'],
  ['Level 4', '80'],
  ['Level 3', '60'],
  ['Level 2', '40'],
  ['Level 1', '20'],
]);

export const template = composeTemplate({
  id: 'customer-management-monthly',
  language: 'en',
  title: 'Customer Management: Monthly Review',
  sheetName: 'Customer management monthly',
  purpose:
    'Monthly review of staff who manage customers and customer service: seven results count 80%, five behaviours rated on five described levels count 20%. Self scores and manager scores count by their shares.',
  layout: 'scored',
  fields: [
    { label: 'Employee', kind: 'text' },
    { label: 'Position', kind: 'text' },
    { label: 'Review period', kind: 'text' },
  ],
  scale: { kind: 'marks', most: '100' },
  raters: [
    { role: 'self', label: 'Self score', share: '30' },
    { role: 'supervisor', label: 'Manager score', share: '70' },
  ],
  sections: [
    section('Results: customer management', [
      indicator(
        'Customer service processes',
        '16',
        '90% or more: 100 points; 85% to below 90%: 50 points; below 85%: 0 points',
        percent('CRM system, service rules and procedures set up: at least 90% complete'),
      ),
      indicator(
        'Command of customer information',
        '16',
        '90% or more: 100 points; 85% to below 90%: 50 points; below 85%: 0 points',
        percent('Complete customer information, at least 90% of it in use'),
      ),
      indicator('Referrals', '8', '1 or more: 100 points; 0: 0 points', counted('1000', 'At least one new customer referred')),
      indicator(
        'Key account follow-ups',
        '8',
        '100%: 100 points; 90% to below 100%: 50 points; below 90%: 0 points',
        percent('Every key account contacted once in three months: all follow-ups due this month'),
      ),
    ]),
    section('Results: customer service', [
      indicator(
        'Customer satisfaction',
        '16',
        '90 or more: 100 points; 85 to below 90: 50 points; 80 to below 85: 25 points; below 80: 0 points',
        measured('points', '0', '100', '90 points or more'),
      ),
      indicator(
        'Complaint handling (requirements met)',
        '8',
        '3 requirements: 100 points; 2 requirements: 60 points; 1 requirement: 30 points; 0 requirements: 0 points',
        counted('3', 'All three: answer within 2 hours, solution within 3 working days, 100% solved'),
      ),
      indicator('Unassigned customers lost', '8', '0: 100 points; 1 or more: 0 points', counted('1000', 'None lost')),
    ]),
    section('Behaviour', [
      indicator(
        'Customer focus',
        '4',
        "Level 5: protects customers' interests and the organisation's long-term interests, 100 points;\nLevel 4: trusted partner who influences customers' decisions, 80 points;\nLevel 3: finds out real needs and offers fitting products and services, 60 points;\nLevel 2: meets requests promptly and without excuses, 40 points;\nLevel 1: provides the necessary service, 20 points",
        levels,
      ),
      indicator(
        'Attention to detail',
        '4',
        'Level 5: surprises customers with service beyond expectation, 100 points;\nLevel 4: thorough, sincere service that suits the customer, 80 points;\nLevel 3: follows the procedure without complaints, 60 points;\nLevel 2: asks customers about service problems, 40 points;\nLevel 1: completes the prescribed procedure, 20 points',
        levels,
      ),
      indicator(
        'Leadership',
        '4',
        'Level 5: leads with skill, team members keep the rules of their own accord, 100 points;\nLevel 4: team works in good order with a sound attitude, 80 points;\nLevel 3: handles unreasonable demands firmly and answers for the outcome, 60 points;\nLevel 2: gives detailed guidance on how to do the work, 40 points;\nLevel 1: gives clear routine instructions, 20 points',
        levels,
      ),
      indicator(
        'Responsibility',
        '4',
        'Level 5: thinks ahead and builds in safeguards against mistakes, 100 points;\nLevel 4: learns from cases and improves processes, 80 points;\nLevel 3: sets about problems and simplifies processes, 60 points;\nLevel 2: accepts responsibility without blaming others, 40 points;\nLevel 1: acknowledges results instead of stressing intentions, 20 points',
        levels,
      ),
      indicator(
        'Professionalism',
        '4',
        'Level 5: believes in the value of the job and gives their best, 100 points;\nLevel 4: finds satisfaction in the job, 80 points;\nLevel 3: honest and economical when nobody is watching, 60 points;\nLevel 2: settles crises and conflicts from experience, 40 points;\nLevel 1: knows the theory of the job and copes with complex work, 20 points',
        levels,
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
    'Results count 80% (customer management 48%, customer service 32%), behaviour counts 20%.',
    'Under Actual, enter the rate, score or number reached; for complaint handling, the number of requirements met. For behaviour, choose the points of the level.',
  ],
  corrections: [
    'the sections were printed as 6% and 4% where their rows add up to 60% and 40%; the shares of 80% and 20% are now part of the weights, which add up to 100%',
    'full marks did not match the weights (30 points and 5 points for rows of 10%, 115 in all); every row now has 100 points',
    'results from 80% to 85% and from 90% to 100% had no criteria; the gaps are closed',
    'how self and manager scores make the result was not stated; it is 30% and 70%, which may be changed to your own rules',
    'misprints are put right, and level 3 of professionalism, torn by a page break, is whole again',
    'there were no overall grades; they are supplied',
  ],
  interview: ['Main achievements this month', 'Areas for improvement', 'Goals and measures for next month'],
  signatures: ['Employee', 'Reviewer'],
});
