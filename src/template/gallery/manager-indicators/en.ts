import { composeTemplate, counted, indicator, measured, percent, section, tiered } from '../../compose';

const tiers = ['Excellent', 'Good', 'Acceptable', 'Unsatisfactory'];
const rate = '100% or more: Excellent; 95% to below 100%: Good; 85% to below 95%: Acceptable; below 85%: Unsatisfactory';
const passRate = '98% or more: Excellent; 95% to below 98%: Good; 90% to below 95%: Acceptable; below 90%: Unsatisfactory';

export const template = composeTemplate({
  id: 'manager-indicators',
  language: 'en',
  title: 'Service Centre Managers: Performance Review',
  sheetName: 'Service centre managers',
  purpose:
    'Periodic review of service centre managers: ten quantitative indicators count 60%, nine qualitative ones 40%, each on four grades. Scored by the line manager alone.',
  layout: 'scored',
  fields: [
    { label: 'Employee', kind: 'text' },
    { label: 'Position', kind: 'text' },
    { label: 'Review period', kind: 'text' },
  ],
  scale: { kind: 'marks', most: '100' },
  raters: [{ role: 'supervisor', label: 'Manager score', share: '100' }],
  sections: [
    section('Quantitative indicators', [
      indicator(
        'Customer complaints',
        '6',
        '0 complaints: Excellent; 1 complaint: Good; 2-3 complaints: Acceptable; 4 or more complaints: Unsatisfactory',
        counted('1000', 'None'),
      ),
      indicator(
        'Response time to complaints',
        '5',
        'At most 2 hours: Excellent; more than 2 and at most 4 hours: Good; more than 4 and at most 8 hours: Acceptable; more than 8 hours: Unsatisfactory',
        measured('hours', '0', '1000', '≤2 hours'),
      ),
      indicator(
        'Resolution time of complaints',
        '5',
        'At most 24 hours: Excellent; more than 24 and at most 48 hours: Good; more than 48 and at most 72 hours: Acceptable; more than 72 hours: Unsatisfactory',
        measured('hours', '0', '10000', '≤24 hours'),
      ),
      indicator('Completion of project and work quotas', '8', rate, percent('100%', '1000')),
      indicator('Completion of engineering service tasks', '8', rate, percent('100%', '1000')),
      indicator('Projects accepted on completion', '8', passRate, percent('98% or more')),
      indicator(
        'Follow-ups with key accounts',
        '5',
        '10 follow-ups or more: Excellent; 8-9 follow-ups: Good; 6-7 follow-ups: Acceptable; 0-5 follow-ups: Unsatisfactory',
        counted('10000', '10 or more'),
      ),
      indicator(
        'Errors in configurations and drawings',
        '5',
        '1% or less: Excellent; above 1% to 2%: Good; above 2% to 5%: Acceptable; above 5%: Unsatisfactory',
        percent('1% or less'),
      ),
      indicator('On-site tests passed at first attempt', '5', passRate, percent('98% or more')),
      indicator(
        'Users’ command of the system and satisfaction',
        '5',
        '95% or more: Excellent; 90% to below 95%: Good; 80% to below 90%: Acceptable; below 80%: Unsatisfactory',
        percent('80% or more'),
      ),
    ]),
    section('Qualitative indicators', [
      indicator(
        'Technical support after the sale',
        '6',
        'Prompt, complete and praised by customers: Excellent; prompt, every problem solved: Good; single delays, problems solved: Acceptable; problems left open: Unsatisfactory',
        tiered(tiers, 'Prompt and complete'),
      ),
      indicator(
        'Quality control of own products',
        '5',
        'Sound system that prevents problems: Excellent; quality under control throughout: Good; minor problems, put right: Acceptable; major quality problem: Unsatisfactory',
        tiered(tiers, 'Sound management'),
      ),
      indicator(
        'Coordination of projects',
        '4',
        'Skilful, project ahead of schedule: Excellent; sound, project on schedule: Good; on schedule with help from above: Acceptable; project delayed for lack of coordination: Unsatisfactory',
        tiered(tiers, 'Sound coordination'),
      ),
      indicator(
        'Review of project results',
        '4',
        'Clear, findings used for improvement: Excellent; clear and fully recorded: Good; incomplete at first, then supplemented: Acceptable; results not reviewed: Unsatisfactory',
        tiered(tiers, 'Clear review'),
      ),
      indicator(
        'Continuous improvement of projects',
        '4',
        'Improvements with marked effect: Excellent; improvements put into practice: Good; proposals made, still to be carried out: Acceptable; proposals not made: Unsatisfactory',
        tiered(tiers, 'Steady improvement'),
      ),
      indicator(
        'Assignment of staff',
        '4',
        'Well planned and highly efficient: Excellent; meets the needs of the work: Good; occasionally unsuitable, work unaffected: Acceptable; unsuitable, work held up: Unsatisfactory',
        tiered(tiers, 'Sensible assignment'),
      ),
      indicator(
        'Training of staff',
        '4',
        'Whole plan carried out, skills clearly improved: Excellent; whole plan carried out as scheduled: Good; most of the plan carried out: Acceptable; little of the plan carried out: Unsatisfactory',
        tiered(tiers, 'Training plan carried out'),
      ),
      indicator(
        'Quality monitoring throughout',
        '5',
        'Checkpoints set and followed up, rework avoided: Excellent; monitoring in place, rework settled within the period: Good; too few spot checks, rework settled later: Acceptable; monitoring missing, frequent rework: Unsatisfactory',
        tiered(tiers, 'No rework'),
      ),
      indicator(
        'Commissioning and acceptance',
        '4',
        'Documents, handover and certificates settled ahead of time: Excellent; settled on time: Good; settled late: Acceptable; left unsettled: Unsatisfactory',
        tiered(tiers, 'Timely acceptance'),
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
    'Enter the actual value of quantitative indicators, and the grade follows; choose the grade of qualitative ones from the list. Guide to scores: Excellent 90-100, Good 80-89, Acceptable 60-79, Unsatisfactory below 60.',
    'Quality monitoring covers checkpoints, follow-up inspections and spot checks; acceptance covers documents, handover and certificates.',
  ],
  corrections: [
    'complaints, response time and resolution time stood in one row; they are three',
    'there were no weights, units, targets or limits; they are supplied, and the weights add up to 100%',
    'four grade columns and a fifth for the result said the same; there is one grade column',
    'the 80% in brackets of item 8 is now its target and the limit of Acceptable',
    'there were no overall grades; they are supplied',
  ],
  interview: ['Main achievements', 'Areas for improvement as a manager', 'Goals and support for the next period'],
  signatures: ['Employee', 'Line manager', 'Human resources'],
});
