import { readCriteria } from '../../src/rubric';
import { codes, outcome, resultsOf, type Row } from './gives';

const bands: readonly Row[] = [
  ['First call resolution: 85%+ = 5, 80-84% = 4, below 80% = 1', { '86%': '5', '82%': '4', '79%': '1' }],
  ['Score 5 if abandonment is 3% or less, 2 if above 3% up to 8%, 0 if above 8%', { '3%': '5', '4%': '2', '8%': '2', '9%': '0' }],
  ['Visits are rated Gold (90 or more), Silver (70 up to but not including 90), otherwise Fail', { '90': 'Gold', '89.5': 'Silver', '60': 'Fail' }],
  ['Preferred: score above 85. Acceptable: 70 to 85. Probation: less than 70.', { '90': 'Preferred', '85': 'Acceptable', '69': 'Probation' }],
  ['none - 20 1 complaint - 15 2 complaints - 5 3 or more complaints - 0', { none: '20', '0': '20', '1': '15', '3 complaints': '0' }],
  ['Cost variance: within ±1% 10 pts / within ±3% 5 pts / more than ±3% 0 pts', { '-0.5%': '10', '3%': '5', '-4%': '0' }],
  ['Revenue: less than $50k = 1, $50k to under $100k = 2, $100k or more = 3', { '$40k': '1', '$60k': '2', '$1.2m': '3' }],
  ['Answered within 15 min: 10; within 30 min: 7; longer: 0', { '10 min': '10', '20 min': '7', '40 min': '0' }],
  ['Uptime ≥99.9%: no penalty; 99% to <99.9%: minus 5 points; below 99%: minus 20 points', { '99.95%': '100', '99.5%': '95', '98%': '80' }, { fullMarks: '100' }],
  ['Points accumulated in a rolling 6 months: 3 points verbal warning, 6 points termination', { '4': 'verbal warning', '7 points': 'termination' }],
  ['Outstanding +4, Good +2, Poor -4', { Good: 'Good 2', Poor: 'Poor -4' }],
]; // prettier-ignore

const steps: readonly Row[] = [
  ['Deduct 1 point for each late arrival, maximum deduction 5 points', { '0': '10', '2 late arrivals': '8', '7': '5' }, { fullMarks: '10' }],
  ['Missing badge: minus 2 per person; open door: minus 5 per location; cannot go below zero', { 'missing badge 2 persons': '16', 'open door 9 locations': '0' }, { fullMarks: '20' }],
  ['Guides lose 2 points every time they arrive late, and 6 points every time they cancel a tour', { 'cancel a tour 1 time': '14' }, { fullMarks: '20' }],
  ['First two missed calls are free; each one after that costs 2 points', { '2': '20', '5': '14' }, { fullMarks: '20' }],
  ['Each ticket over the allowed 4 per week: -1.5', { '4': '10', '6': '7' }, { fullMarks: '10' }],
  ['Target 95% adherence. 1 point is lost for every full percentage point below target.', { '96%': '15', '93.4%': '14' }, { fullMarks: '15' }],
  ['Accuracy 99% = 20 points, every 0.1% lower minus 2 points', { '99%': '20', '98.7%': '14' }, { fullMarks: '20' }],
  ['Full 10 points at 3% or below; each additional 0.5% costs 1 point', { '2%': '10', '4%': '8' }, { fullMarks: '10' }],
  ['5% of the total mark is deducted for each day, or part of a day, that the work is late.', { '2.5 days': '34', 'on time': '40' }, { fullMarks: '40' }],
  ['4 marks deducted per day late, up to 5 days; after that the work receives zero', { '2 days late': '32', '6 days late': '0' }, { fullMarks: '40' }],
  ['Tickets must be resolved within 4 hours. For every hour over the limit, deduct 2 points.', { '3 hours': '20', '6 hours': '16' }, { fullMarks: '20' }],
  ['Every $1,000 over budget costs 1 point', { '$52,000': '18', '$40,000': '20' }, { fullMarks: '20', target: '$50,000' }],
  ['Base 60 points. Add 5 for each accepted idea, capped at 80.', { '2': '70', '6': '80' }],
  ['Workshop hours: 1 point for each hour completed, pro rata for part hours, max 8 points.', { '2.5': '2.5', '10 hours': '8' }],
  ['Points lost: 1 for each missed call, 3 for each abandoned chat', { '2 missed calls': '18', '1 abandoned chat': '17' }, { fullMarks: '20' }],
]; // prettier-ignore

const others: readonly Row[] = [
  ['Fatal error (wrong account debited, rude language): call score = 0 regardless of other marks', { 'rude language': '0', '2 fatal errors': '0' }, { fullMarks: '50' }],
  ['Two or more safety breaches: no points', { '2 safety breaches': '0', '3': '0' }, { fullMarks: '10' }],
  ['Marks = 10 - 2 x (number of hints used), not less than 1', { '2 hints': '6', '7': '1' }],
  ['Service: Excellent - no reminders needed; Poor - needs constant chasing', { 'no reminders needed': 'Excellent', 'needs constant chasing': 'Poor' }],
  ['Drill held and recorded: 5 points. Held but not recorded: 2 points. Not held: 0.', { 'held but not recorded': '2', 'not held': '0' }],
]; // prettier-ignore

describe('English sentences are used up', () => {
  test.each([...bands, ...steps, ...others])('%s', (...row) => expect(resultsOf(row)).toEqual(row[1]));
});

describe('what is left over in an English sentence is asked about', () => {
  test.each([
    ['Deduct 2 points per error unless corrected the same day', '3 errors'],
    ['Lose 5 points for the first offence, 10 for the second', '2 offences'],
    ['4 marks deducted per day late, up to 5 days', '6 days late'],
    ['1 point per error', '2 errors'],
    ['Weekend calls count double: 1 point per call', '3 calls'],
    ['Top 10% of shops 20 points, next 20% 15 points, rest 5 points', '15%'],
    ['Lose 1 point for each error over 3, and 2 points for each error over 6', '8'],
    ['80% = 5 points, 90% = 8 points, 100% = 10 points', '70%'],
    ['Full payment 10 points, unless a reminder was needed (5 points)', 'full payment'],
    ['Each error costs 1 point, max 3; each omission costs 2 points, max 6', '5 errors'],
  ])('%s', (text, entry) => expect(outcome(text, entry, { fullMarks: '20' }).certainty).not.toBe('certain'));
});

describe('points that nobody says the number of', () => {
  test.each(['Points will be taken off for untidy work.', 'Replies should arrive in 10 minutes, points will be given accordingly'])(
    '%s',
    (text) => expect(codes(text)).toContain('undefined-amount'),
  );
  test('a stated share is a number', () => expect(codes('5% of the total mark is deducted per day')).not.toContain('undefined-amount'));
});

test('every English rule stands at its place in the text', () => {
  const text = 'Preferred: above 85; Approved: 70 to 85; Rejected: below 70';
  const spans = readCriteria(text).rules.map(({ span }) => text.slice(span.start, span.end));
  expect(spans).toEqual(['Preferred: above 85', 'Approved: 70 to 85', 'Rejected: below 70']);
});
