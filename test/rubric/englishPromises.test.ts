import { outcome, resultsOf, type Row } from './gives';

describe('credits that a contract promises', () => {
  const rows: Row[] = [
    ['For each percentage point below 98%, the Buyer may claim damages of $2,000 per year.', { '98%': '0', '96%': '4000' }],
    ['The customer will be entitled to a service credit of 3 points for each percentage point below 97%.', { '97%': '0', '95%': '6' }],
  ];
  test.each(rows)('%s', (...row) => expect(resultsOf(row)).toEqual(row[1]));
});

describe('arrows between bands and points', () => {
  const rows: Row[] = [['10 - 19 => 2 points\n20 - 29 => 4 points\n30+ => 7 points', { '12': '2', '25': '4', '40': '7' }]];
  test.each(rows)('%s', (...row) => expect(resultsOf(row)).toEqual(row[1]));
});

describe('what is shown stands aside from what it is called', () => {
  const text =
    'Fill rates greater than 90%, shown in green, are considered strong.\nFill rates from 50 - 90%, shown in amber, are considered fair.\nFill rates below 50%, shown in red, are considered weak.';
  test.each([
    ['95%', 'strong'],
    ['70%', 'fair'],
    ['10%', 'weak'],
  ])('%s', (entry, tier) => expect(outcome(text, entry).tier).toBe(tier));
});

describe('what is taken', () => {
  const rows: Row[] = [
    ['Starts at 40 points, 4 points per day late, capped at 20 points', { '2 days late': '32', '9 days late': '20' }, { fullMarks: '40' }],
    [
      'A 2-point penalty is automatically applied by the judge for failure to wear the badge.',
      { 'failure to wear the badge': '8', 'badge worn': '?10' },
      { fullMarks: '10' },
    ],
  ];
  test.each(rows)('%s', (...row) => expect(resultsOf(row)).toEqual(row[1]));

  test('a range is taken from the total for either of two things', () => {
    const text = 'Talking in class/arriving unprepared: -1 to -3 points deducted from weekly participation';
    expect(outcome(text, 'arriving unprepared', { fullMarks: '10' }).range?.map(String)).toEqual(['7', '9']);
  });
});

describe('letters and tiers with what explains them', () => {
  const rows: Row[] = [
    [
      'A = Beyond the brief (4.0 pts)\nB+ = Sound (3.5 pts)\nB = Does the job (3.0 pts)\nC = Thin (2.0 pts)',
      { A: '4', 'B+': '3.5', C: '2' },
    ],
    [
      'Worst alarm is minor → 75\nWorst alarm is major → 40\nWorst alarm is fatal → 0 (failed)',
      { 'Worst alarm is major': 'Worst alarm is major 40' },
    ],
    [
      '4 = Exceptional (top 5% of sites)\n3 = Meets expectations\n2 = Below expectations (plan required)\n1 = Unacceptable',
      { Exceptional: 'Exceptional 4' },
    ],
  ];
  test.each(rows)('%s', (...row) => expect(resultsOf(row)).toEqual(row[1]));
});

describe('conditions as programs write them', () => {
  const text = 'if score >= 80: level = "high"\nif 40 <= score < 80: level = "middle"\nif score < 40: level = "low"';
  test.each([
    ['80', 'high'],
    ['79.9', 'middle'],
    ['12', 'low'],
  ])('%s', (entry, tier) => expect(outcome(text, entry).tier).toBe(tier));
});

describe('speeds', () => {
  const text = 'Speeding by up to 10 km/h 1 point\nSpeeding by more than 10 km/h but not more than 20 km/h 3 points';
  const rows: Row[] = [[text, { '10 km/h': '1', '12 km/h': '3', '20 km/h': '3' }]];
  test.each(rows)('%s', (...row) => expect(resultsOf(row)).toEqual(row[1]));
});
