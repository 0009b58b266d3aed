import { composeTemplate, counted, indicator, measured, ratioOf, section } from '../../compose';

const source = 'Customer service';
const monthly = { cycle: 'Monthly', source };
const quarterly = { cycle: 'Month, quarter or year', source };

export const template = composeTemplate({
  id: 'service-kpi-ratios',
  language: 'en',
  title: 'Customer Service Department: Key Performance Indicators',
  sheetName: 'Customer service KPIs',
  purpose:
    'Periodic review of the customer service department on nine key performance indicators. Rates follow from numerator and denominator; scores follow the criteria; weights add up to 100%.',
  layout: 'kpi',
  fields: [
    { label: 'Department', kind: 'text' },
    { label: 'Review period', kind: 'text' },
    { label: 'Date', kind: 'date' },
  ],
  scale: { kind: 'marks', most: '100' },
  raters: [{ role: 'supervisor', label: 'Score', share: '100' }],
  sections: [
    section(null, [
      indicator(
        'Timely answers to customer feedback',
        '15',
        'Feedback answered within the standard time ÷ feedback to be answered;\n95% or more: 100 points; 90% to below 95%: 80 points; 80% to below 90%: 60 points; below 80%: 0 points',
        { ...ratioOf('Feedback answered within the standard time', 'Feedback to be answered'), ...monthly, target: '95% or more' },
      ),
      indicator(
        'Timely passing on of information',
        '10',
        'Messages passed on within the standard time ÷ messages due to other departments;\n95% or more: 100 points; 90% to below 95%: 80 points; 80% to below 90%: 60 points; below 80%: 0 points',
        {
          ...ratioOf('Messages passed on within the standard time', 'Messages due to other departments'),
          ...monthly,
          target: '95% or more',
        },
      ),
      indicator(
        'Follow-up rate',
        '10',
        'Customers followed up ÷ customers due for follow-up;\n100% or more: 100 points; 95% to below 100%: 80 points; 85% to below 95%: 60 points; below 85%: 0 points',
        { ...ratioOf('Customers followed up', 'Customers due for follow-up'), ...monthly, target: '100%' },
      ),
      indicator(
        'Time to resolve complaints',
        '10',
        'Hours spent resolving complaints ÷ complaints resolved, lower is better;\nat most 24 hours: 100 points; more than 24 and at most 48 hours: 80 points; more than 48 and at most 72 hours: 60 points; more than 72 hours: 0 points',
        {
          ...ratioOf('Hours spent resolving complaints', 'Complaints resolved'),
          ...monthly,
          unit: 'hours',
          target: 'At most 24 hours',
        },
      ),
      indicator(
        'Satisfaction with complaint handling',
        '15',
        'Complaints resolved to the customer’s satisfaction ÷ all complaints;\n95% or more: 100 points; 90% to below 95%: 80 points; 80% to below 90%: 60 points; below 80%: 0 points',
        { ...ratioOf('Complaints resolved to the customer’s satisfaction', 'All complaints'), ...monthly, target: '95% or more' },
      ),
      indicator(
        'Key accounts lost',
        '10',
        'Key accounts lost in the period, lower is better;\n0: 100 points; 1: 60 points; 2 or more: 0 points',
        {
          ...counted('1000', '0'),
          ...quarterly,
        },
      ),
      indicator(
        'Key account follow-ups',
        '10',
        'Follow-ups with key accounts in the period;\n20 follow-ups or more: 100 points; 15-19 follow-ups: 80 points; 10-14 follow-ups: 60 points; 0-9 follow-ups: 0 points',
        { ...counted('10000', '20 or more'), ...quarterly },
      ),
      indicator(
        'Customer satisfaction',
        '10',
        'Average rating of the customers surveyed;\n90 or more: 100 points; 80 to below 90: 80 points; 60 to below 80: 60 points; below 60: 0 points',
        { ...measured('points', '0', '100', '90 or more'), ...quarterly },
      ),
      indicator(
        'Satisfaction of other departments',
        '10',
        'Average rating given by the business departments on their rating forms;\n90 or more: 100 points; 80 to below 90: 80 points; 60 to below 80: 60 points; below 60: 0 points',
        { ...measured('points', '0', '100', '90 or more'), ...quarterly },
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
    'Where nothing of the kind occurred (denominator 0), leave the actual value blank and score the row 100.',
    'Targets and limits may be changed to your own rules; set the number of key account follow-ups by the number of key accounts.',
  ],
  corrections: [
    'the first copy of the table lacked the formulas, the second the name of indicator 7 and the usual terms; the two are merged',
    'there were no weights, targets, criteria or scores; they are supplied, and the weights add up to 100%',
    'it was not stated that lower is better for time to resolve complaints and key accounts lost',
    'the two satisfaction scores are averages, not ratios; enter the average itself',
    'there were no overall grades; they are supplied',
  ],
  interview: ['Indicators below target and their causes', 'Measures and dates'],
  signatures: ['Head of department', 'Reviewer', 'Executive in charge'],
});
