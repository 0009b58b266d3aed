import { composeTemplate, counted, indicator, percent, section } from '../../compose';

export const template = composeTemplate({
  id: 'after-sales-post',
  language: 'en',
  title: 'After-Sales Service: Monthly Review',
  sheetName: 'After-sales monthly review',
  purpose:
    'Monthly review of after-sales staff: expertise, customer satisfaction, efficiency, teamwork and suggestions, thirteen rows with 100 points in all. Scored by the line manager alone.',
  layout: 'scored',
  fields: [
    { label: 'Employee', kind: 'text' },
    { label: 'Position', kind: 'text' },
    { label: 'Review period', kind: 'text' },
  ],
  raters: [{ role: 'supervisor', label: 'Score', share: '100' }],
  sections: [
    section('Expertise', [
      indicator(
        'Product knowledge',
        '10',
        'Explains features, functions and use of all products sold: 10 points; explains the main products: 8 points; explains everyday products only: 5 points; lacks product knowledge: 0 points',
      ),
      indicator(
        'Problem solving',
        '10',
        'Finds the cause and solves it at the first attempt: 10 points; finds the cause, solution needs adjusting: 8 points; needs help from others: 5 points; unable to solve problems: 0 points',
      ),
      indicator(
        'Communication',
        '10',
        'Clear, concise and understood at once: 10 points; clear but long-winded: 8 points; explanations have to be repeated: 5 points; customers do not understand: 0 points',
      ),
    ]),
    section('Customer satisfaction', [
      indicator('Timely replies', '10', 'Deduct 1 point for each late reply, down to 0', counted('1000', 'Replies within the set time')),
      indicator(
        'Problems solved',
        '10',
        '95% or more: 10 points; 90% to below 95%: 8 points; 80% to below 90%: 5 points; below 80%: 0 points',
        percent('95% or more'),
      ),
      indicator(
        'Service attitude',
        '10',
        'Deduct 3 points for each complaint about attitude, down to 0',
        counted('1000', 'Friendly, patient and professional: no complaints'),
      ),
    ]),
    section('Efficiency', [
      indicator(
        'Response to assignments',
        '8',
        'Deduct 2 points for each late response to an assignment, down to 0',
        counted('1000', 'Prompt response to assignments'),
      ),
      indicator('Handling time', '6', 'Deduct 1 point for each case handled late, down to 0', counted('1000', 'No delays')),
      indicator(
        'Orderly workplace',
        '6',
        'Deduct 2 points for each failed inspection, down to 0',
        counted('1000', 'Files and tools in order'),
      ),
    ]),
    section('Teamwork', [
      indicator(
        'Cooperation',
        '4',
        'Offers help and solves problems together: 4 points; cooperates when asked: 3 points; cooperates only under pressure: 1 point; refuses to cooperate: 0 points',
      ),
      indicator(
        'Sharing information',
        '3',
        'Deduct 1 point for each important piece of information shared late, down to 0',
        counted('1000', 'Important information shared promptly'),
      ),
      indicator(
        'Sharing knowledge',
        '3',
        'Shares experience and knowledge unprompted: 3 points; shares at the request of colleagues: 2 points; unwilling to share: 0 points',
      ),
    ]),
    section('Suggestions', [
      indicator('Suggestions adopted', '10', '2 or more: 10 points; 1: 5 points; 0: 0 points', counted('100', 'Two or more a month')),
    ]),
  ],
  gradeScale: [
    { tier: 'Excellent', from: '90' },
    { tier: 'Good', from: '80' },
    { tier: 'Acceptable', from: '60' },
    { tier: 'Unsatisfactory', from: '0' },
  ],
  notes: ['Under Actual, enter the number of cases or the percentage; the criteria give the score.'],
  corrections: [
    'only the sections had marks; they are divided among their rows and still add up to 100 points',
    'suggestions had 10 points but no criteria; the number adopted now decides',
    'the rows had no scoring levels; they are supplied',
    'there were no overall grades; they are supplied',
  ],
  interview: ['Main achievements this month', 'Areas for improvement', 'Goals and measures for next month'],
  signatures: ['Employee', 'Reviewer'],
});
