import { composeTemplate, counted, indicator, measured, percent, section, tiered } from '../../compose';

const tiers = ['Excellent', 'Good', 'Acceptable', 'Unsatisfactory'];

export const template = composeTemplate({
  id: 'insurance-service-quality',
  language: 'en',
  title: 'Insurance Customer Service: Quality of Service Review',
  sheetName: 'Service quality review',
  purpose:
    'Periodic review of insurance customer service staff on twenty indicators: customer satisfaction, expertise, cooperation and development. Self scores and manager scores count by their shares.',
  layout: 'scored',
  fields: [
    { label: 'Employee', kind: 'text' },
    { label: 'Line manager', kind: 'text' },
    { label: 'Department', kind: 'text' },
    { label: 'Employment type', kind: 'text' },
    { label: 'Position', kind: 'text' },
    { label: 'Review period', kind: 'text' },
  ],
  scale: { kind: 'marks', most: '100' },
  raters: [
    { role: 'self', label: 'Self score', share: '30' },
    { role: 'supervisor', label: 'Manager score', share: '70' },
  ],
  sections: [
    section('Customer satisfaction', [
      indicator(
        'Satisfaction score',
        '8',
        '90 or more: Excellent; 80 to below 90: Good; 60 to below 80: Acceptable; below 60: Unsatisfactory',
        measured('points', '0', '100', '90 points'),
      ),
      indicator(
        'Complaint rate',
        '8',
        'Below 5%: Excellent; 5% to below 10%: Good; 10% to 20%: Acceptable; above 20%: Unsatisfactory',
        percent('Below 5%'),
      ),
      indicator(
        'First contact resolution',
        '8',
        '80% or more: Excellent; 70% to below 80%: Good; 60% to below 70%: Acceptable; below 60%: Unsatisfactory',
        percent('80%'),
      ),
      indicator(
        'Response time',
        '8',
        'At most 2 minutes: Excellent; more than 2 and at most 5 minutes: Good; more than 5 and at most 10 minutes: Acceptable; more than 10 minutes: Unsatisfactory',
        measured('minutes', '0', '1440', '≤2 minutes'),
      ),
      indicator(
        'Customer compliments',
        '8',
        '5 or more: Excellent; 3-4: Good; 1-2: Acceptable; 0: Unsatisfactory',
        counted('1000', '≥5 compliments'),
      ),
    ]),
    section('Professional expertise', [
      indicator(
        'Product and business knowledge',
        '5',
        '90 or more: Excellent; 80 to below 90: Good; 70 to below 80: Acceptable; below 70: Unsatisfactory',
        measured('points', '0', '100', 'Test score of 90 or more'),
      ),
      indicator(
        'Sales performance',
        '5',
        '120% or more: Excellent; 100% to below 120%: Good; 80% to below 100%: Acceptable; below 80%: Unsatisfactory',
        percent('120% of the sales target for the period', '1000'),
      ),
      indicator(
        'Accuracy of claims support',
        '5',
        '95% or more: Excellent; 90% to below 95%: Good; 85% to below 90%: Acceptable; below 85%: Unsatisfactory',
        percent('95% or more'),
      ),
      indicator(
        'Training attendance',
        '5',
        '100%: Excellent; 80% to below 100%: Good; 60% to below 80%: Acceptable; below 60%: Unsatisfactory',
        percent('All sessions attended'),
      ),
      indicator(
        'Compliance with service rules',
        '5',
        'No breach of the service rules: Excellent; one or two minor breaches: Good; three or more minor breaches: Acceptable; a serious breach: Unsatisfactory',
        tiered(tiers, 'No serious breach'),
      ),
    ]),
    section('Communication and cooperation', [
      indicator(
        'Teamwork',
        '4',
        '95% or more: Excellent; 90% to below 95%: Good; 85% to below 90%: Acceptable; below 85%: Unsatisfactory',
        percent('95% of joint tasks completed'),
      ),
      indicator(
        'Internal communication',
        '4',
        'No communication problem: Excellent; one or two minor problems: Good; three or more minor problems: Acceptable; a serious problem: Unsatisfactory',
        tiered(tiers, 'No problem'),
      ),
      indicator(
        'Communication with customers',
        '4',
        'Professional and patient: Excellent; rated average by customers: Good; rated poor by customers: Acceptable; complaint about the manner: Unsatisfactory',
        tiered(tiers, 'Professional and patient'),
      ),
      indicator(
        'Accuracy of information',
        '4',
        'Below 2%: Excellent; 2% to below 5%: Good; 5% to 10%: Acceptable; above 10%: Unsatisfactory',
        percent('Error rate below 2%'),
      ),
      indicator(
        'Composure',
        '4',
        'Calm throughout: Excellent; occasionally upset but under control: Good; often upset, with effects on service: Acceptable; service badly affected: Unsatisfactory',
        tiered(tiers, 'Calm throughout'),
      ),
    ]),
    section('Personal development', [
      indicator('New skills acquired', '3', '2 or more: Excellent; 1: Good; 0: Unsatisfactory', counted('100', '≥2 courses')),
      indicator(
        'Performance improvement plan',
        '3',
        '100%: Excellent; 80% to below 100%: Good; 60% to below 80%: Acceptable; below 60%: Unsatisfactory',
        percent('All actions completed'),
      ),
      indicator(
        'Self-assessment',
        '3',
        'Submitted on time and thorough: Excellent; submitted on time but superficial: Good; submitted late: Acceptable; not submitted: Unsatisfactory',
        tiered(tiers, 'Regular reports'),
      ),
      indicator(
        'Initiative',
        '3',
        'Finds and solves problems unprompted: Excellent; solves problems after a reminder: Good; needs repeated reminders: Acceptable; avoids problems: Unsatisfactory',
        tiered(tiers, 'Solves problems unprompted'),
      ),
      indicator(
        'Career plan',
        '3',
        "Clear plan that fits the company's needs: Excellent; plan not clear enough: Good; plan that does not fit the company's needs: Acceptable; no plan: Unsatisfactory",
        tiered(tiers, 'One-year plan in place'),
      ),
    ]),
  ],
  gradeScale: [
    { tier: 'Excellent', from: '90' },
    { tier: 'Good', from: '80' },
    { tier: 'Acceptable', from: '60' },
    { tier: 'Unsatisfactory', from: '0' },
  ],
  coefficients: [
    { from: '90', coefficient: '1.2' },
    { from: '80', coefficient: '1.0' },
    { from: '60', coefficient: '0.8' },
    { from: '0', coefficient: '0' },
  ],
  notes: [
    'The grade follows from the actual result and guides the score: Excellent 90-100, Good 80-89, Acceptable 60-79, Unsatisfactory below 60.',
  ],
  corrections: [
    'the score block listed a fifth dimension although there are four; it is removed',
    'the indicators had no weights; each dimension’s weight is divided equally among its five indicators',
    'values that stood in two bands, such as 5%, 10% and 2 minutes, now belong to one',
    'contradictory criteria, such as “0 courses is acceptable, none is unsatisfactory”, are rewritten',
    'the bonus coefficient had no table; one is supplied and may be changed to your own rules',
  ],
  interview: ['Main achievements', 'Areas for improvement', 'Goals and support for the next period'],
  signatures: ['Employee', 'Line manager', 'Head of department'],
});
