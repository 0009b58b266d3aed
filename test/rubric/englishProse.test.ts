import { entryOf, readCriteria, scoreEntry } from '../../src/rubric';
import { resultsOf, type Row } from './gives';

/** What a formula gives for named parts; `-` where nothing. */
const computed = (text: string, parts: Readonly<Record<string, number>>): string => {
  const entry = { kind: 'parts' as const, parts: Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, entryOf(value)])) };
  const { points, certainty } = scoreEntry(readCriteria(text), entry, { fullMarks: null, target: null });
  return certainty === 'certain' ? (points?.toFixed() ?? '-') : '?';
};

describe('formulas in prose', () => {
  test.each<[string, Record<string, number>, string]>([
    ['The Fill Rate is calculated as 100*(1-(Missed Lines)/(Ordered Lines)).', { 'Missed Lines': 5, 'Ordered Lines': 20 }, '75'],
    [
      'Award =\nWages x Grade Level x (Team Factor + Own Factor)',
      { Wages: 1000, 'Grade Level': 0.5, 'Team Factor': 0.6, 'Own Factor': 0.2 },
      '400',
    ],
    ['Price carries a weight of 40%.\n\nCheapest tender/tender price) X 40', { 'Cheapest tender': 80, 'tender price': 100 }, '32'],
    ['Score is found by dividing the shortest time by the own time and multiplying it by 20.', { 'shortest time': 6, 'own time': 8 }, '15'],
    ['Index = % of fans - % of critics.', { '% of fans': 55, '% of critics': 15 }, '40'],
    ['Total marks equal the sum of quiz marks and project marks', { 'quiz marks': 12, 'project marks': 30 }, '42'],
  ])('%s', (text, parts, points) => expect(computed(text, parts)).toBe(points));

  test.each<Row>([
    ['delayScore = Math.max(20, 100 - (daysOverdue * 10)); // -10 points per day late', { '0': '100', '3 days overdue': '70', '9 days overdue': '20' }],
    ['To compute the final mark, the total of the points for all defects found is subtracted from a starting value of 50.', { '8': '42', '60': '0' }],
    ['A retired boat is scored as "number of entries + 2". Retired means that it started and went home.', { '10': '12' }],
  ])('%s', (...row) => expect(resultsOf(row)).toEqual(row[1])); // prettier-ignore

  test('a slash between answers divides nothing', () =>
    expect(resultsOf(['Was the lid shut? Yes 4 / No 0', { Yes: '4', No: '0' }])).toEqual({ Yes: '4', No: '0' }));
});

const late: readonly Row[] = [
  ['In case of delay the Buyer shall deduct liquidated damages at the rate of 0.5% per week of delay subject to a maximum of 5% of the total order value.', { '3 weeks late': '98.5', '20 weeks late': '95', 'no delay': '100' }, { fullMarks: '100' }],
  ['We may deduct EUR 200 from the fee on a daily basis for late completion, until completion of the works.', { '4 days late': '9200' }, { fullMarks: '10000' }],
  ['If the supplier fails to deliver by the delivery date, a sum of $30 per day of delay shall be deducted from the invoice.', { '2 days late': '940' }, { fullMarks: '1000' }],
  ['Any lab report handed in after the deadline will receive a 20% reduction in grade.', { 'on time': '50', '3 days late': '40', '2 hours late': '40' }, { fullMarks: '50' }],
  ['Late essays are accepted for half credit.', { late: '15', 'on time': '30' }, { fullMarks: '30' }],
  ['A 5 percent late penalty will be assessed for each day the poster is late.', { '2 days late': '90' }, { fullMarks: '100' }],
  ['The item starts at 40 and loses 4 points per day late; 10 days late scores nothing.', { '2 days late': '32', '11 days late': '0' }, { fullMarks: '40' }],
  ['2-point penalty for each 20 seconds or fraction thereof over or under the allotted time', { '30 seconds over': '16', '20 seconds under': '18', 'on time': '20' }, { fullMarks: '20' }],
]; // prettier-ignore

describe('what lateness costs, as contracts and rules of courses say it', () => {
  test.each(late)('%s', (...row) => expect(resultsOf(row)).toEqual(row[1]));
});

const overriding: readonly Row[] = [
  ['Late posters will not be accepted.', { late: '0', '2 days late': '0', 'on time': '20' }, { fullMarks: '20' }],
  ['Scripts copied from a colleague are unacceptable and will receive zero points.', { 'script copied from a colleague': '0' }, { fullMarks: '20' }],
  ['If a player is found using a phone, he/she will automatically receive zero (0) points for the round.', { 'using a phone': '0' }, { fullMarks: '20' }],
  ['Reports must be handed in by the time named. Otherwise, late reports will not be graded and will be assigned a grade of "zero".', { '2 hours late': '0' }, { fullMarks: '20' }],
  ['If at any point in the run the car leaves the track the score will be zeroed and the run ended', { 'the car leaves the track': '0' }, { fullMarks: '20' }],
  ['ALL POINTS FOR THIS SECTION WILL BE DEDUCTED (6 POINTS) IF THE CASHIER COUNTS ALOUD', { 'cashier counts aloud': '0' }, { fullMarks: '6' }],
  ['Disqualification for use of a second ball or for pushing.', { pushing: 'Disqualification 0' }],
  ['More than three open drains = automatic fail', { '5 open drains': 'automatic fail 0' }],
  ['Any tenderer who fails to submit the deposit shall be disqualified.', { 'failed to submit the deposit': 'disqualified 0' }],
]; // prettier-ignore

describe('what overrides all points, as rules say it', () => {
  test.each(overriding)('%s', (...row) => expect(resultsOf(row)).toEqual(row[1]));
});

const joined: readonly Row[] = [
  ['Share of Units Earned <30th Percentile 0% 30th Percentile 50% 50th Percentile 100% ≥70th Percentile 150% The payout shall be interpolated on a linear basis between 50% and 150% to the extent the result lies between the 30th percentile and the 70th percentile', { '80th percentile': '150', '40th percentile': '75', '30th percentile': '50', '20th percentile': '0' }, { fullMarks: '100' }],
  ['Rank Payout 80th or above 160 % 50th 100 % 20th 40 % Below 20th 0 %\nRanks between these percentile levels are interpolated.', { '90': '160', '65': '130', '10': '0' }, { fullMarks: '100' }],
  ['Threshold 80% of goal pays 40%; Target 100% of goal pays 100%; Maximum 120% of goal pays 150%. Results between levels are interpolated on a straight-line basis. No payout below threshold.', { '90%': '70', '110%': '125', '70%': '0', '130%': '150' }, { fullMarks: '100' }],
  ['If the index is between 40% and 60%, the factor will be set using a straight line interpolation (between 1 and 3).', { '55%': '2.5' }],
  ['If you need the whole 3 minutes, you will receive zero points. If you need zero seconds, you will receive 12 points. The scores in between will be distributed linearly.', { '90 seconds': '6' }],
]; // prettier-ignore

describe('tables whose values are joined by straight lines', () => {
  test.each(joined)('%s', (...row) => expect(resultsOf(row)).toEqual(row[1]));
});

const weighted: readonly Row[] = [
  ['The score starts at 50 and decreases by open findings, weighted by severity:\n- Error: 4 penalty points\n- Warning: 1.5 penalty points', { '3 Warnings': '45.5', '1 Error': '46' }],
  ['Per-severity deduction. CRITICAL 12 / HIGH 6 / LOW 1 / INFO 0.', { '2 HIGH': '88', INFO: '100' }, { fullMarks: '100' }],
  ['Points deducted from the score per occurrence.\n  Level.notice => 1,\n  Level.error => 6,', { '3 error': '82' }, { fullMarks: '100' }],
  ['Each host starts at 80 and loses points for every finding:\n| Severity | Points lost |\n| critical | 30 |\n| minor | 3 |\nThe score floors at 0.', { '2 minor': '74', '3 critical': '0' }],
  ['Risk: High 3, Medium 2, Low 1', { High: 'High 3', Low: 'Low 1' }],
]; // prettier-ignore

describe('what findings of each severity cost', () => {
  test.each(weighted)('%s', (...row) => expect(resultsOf(row)).toEqual(row[1]));
});

const further: readonly Row[] = [
  ['Up to -6 for unclear variable names', { 'unclear variable names': '14~20' }, { fullMarks: '20' }],
  ['up to 8 points off for a messy bench', { 'messy bench': '12~20' }, { fullMarks: '20' }],
  ['Do not include the answer key in your folder. If you do, you will lose 4 points.', { 'answer key included': '16', 'answer key not included': '20' }, { fullMarks: '20' }],
  ['For each 20\nseconds the speaker exceeds the five minute time limit,\none point\nwill be deducted from the score.', { '6 minutes': '17', '5 minutes 20 seconds': '19', '4 minutes': '20' }, { fullMarks: '20' }],
  ['- -10% per day late\n- Maximum 4 days late accepted\n- After 4 days: 0 points', { 'on time': '50', '2 days late': '40', '5 days late': '0' }, { fullMarks: '50' }],
  ['On/before deadline = 100%, -20% per day late', { 'before the deadline': '50', '2 days late': '30' }, { fullMarks: '50' }],
  ['Drivers shall receive one-half (1/2) point for each year of service, up to a maximum of six (6) points.', { '4 years': '2', '30 years': '6' }],
]; // prettier-ignore

test('a sentence of conditions that no reader of sentences explains is for a person', () => {
  const text =
    'A shop is considered to have passed if a score of 80% or above is reached with no severe faults noted. A shop that scores below 80% or has a severe fault fails.';
  expect(readCriteria(text).certainty).not.toBe('certain');
});

describe('amounts in words, up to so much, wrapped lines', () => {
  test.each(further)('%s', (...row) => expect(resultsOf(row)).toEqual(row[1]));
});
