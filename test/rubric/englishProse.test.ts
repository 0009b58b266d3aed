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
