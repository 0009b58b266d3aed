import { composeTemplate, indicator, perIncident, section } from '../../compose';

const scoredBy = (source: string, each: string) => ({ ...perIncident(each), source });

export const template = composeTemplate({
  id: 'mall-service-incidents',
  language: 'en',
  title: 'Shopping Mall Customer Service: Monthly Review',
  sheetName: 'Mall service monthly review',
  purpose:
    'Monthly review of a shopping mall’s customer service department: ten duties, each judged by the department it serves. Full marks for work on time; each incident costs a fixed number of points.',
  layout: 'points',
  fields: [
    { label: 'Department', kind: 'text' },
    { label: 'Head of department', kind: 'text' },
    { label: 'Month under review', kind: 'text' },
  ],
  sections: [
    section(null, [
      indicator('VIP campaign plans', '15', 'Deduct 5 points for each VIP campaign plan issued late, down to 0', scoredBy('Finance', '5')),
      indicator(
        'Expired or blocked VIP cards',
        '15',
        'Deduct 5 points for each member not informed before the card failed at the checkout, down to 0',
        scoredBy('Finance', '5'),
      ),
      indicator('Expense claims', '5', 'Deduct 2 points for each claim filed late, down to 0', scoredBy('Finance', '2')),
      indicator('Reports', '25', 'Deduct 5 points for each report submitted late, down to 0', scoredBy('Administration and HR', '5')),
      indicator(
        'Night duty at opening and closing',
        '5',
        'Deduct 2 points for each time staff on duty arrive late or fail to support Security, down to 0',
        scoredBy('Security', '2'),
      ),
      indicator('Support for promotions', '5', 'Deduct 2 points for each lapse in support, down to 0', scoredBy('Marketing', '2')),
      indicator(
        'Review of brand drawings',
        '5',
        'Deduct 2 points for each drawing reviewed late or incorrectly, down to 0',
        scoredBy('Operations 1 and 2', '2'),
      ),
      indicator(
        'Knowledge of the brands',
        '5',
        'Deduct 2 points for each customer misdirected for lack of brand knowledge, down to 0',
        scoredBy('Operations 1 and 2', '2'),
      ),
      indicator(
        'Work with floor managers',
        '5',
        'Deduct 2 points for each monthly VIP training or member service briefing missed, down to 0',
        scoredBy('Operations 1 and 2', '2'),
      ),
      indicator(
        'Brand campaigns and rebate rates',
        '15',
        'Deduct 5 points for each current campaign or rebate rate not known, down to 0',
        scoredBy('Operations 1 and 2', '5'),
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
    'Plans for VIP rebates and other VIP campaigns that affect the checkouts are issued at least one day ahead, so that cashiers can be trained.',
    'Each judging department enters the incidents of the month and gives date and reason under Remarks.',
  ],
  corrections: [
    'the points added up to 7.5; they are converted to 100: deductions times 10, points times 10 with the missing 25 added to the four main duties',
    'night duty had no rule; it follows the other duties of the same size',
    'two columns torn apart by a page break are put back together',
    'there were no overall grades; they are supplied',
  ],
  interview: ['Main problems and their causes', 'Measures and dates'],
  signatures: ['Head of department', 'Reviewer', 'General manager'],
});
