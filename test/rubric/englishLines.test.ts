import { readCriteria } from '../../src/rubric';
import { codes, outcome, resultsOf, type Row } from './gives';

const lines: readonly Row[] = [
  ['Retention 70% scores 0 and retention 90% scores 10; interpolate linearly between.', { '70%': '0', '80%': '5', '90%': '10' }],
  ['Under 75% of plan: 0. At 75% payout is 40%, increasing in a straight line to 100% at plan. Above plan 1% extra for every 1%, max 120%.', { '74%': '0', '75%': '8', '100%': '20', '110%': '22', '150%': '24' }, { fullMarks: '20' }],
  ['Attainment of 60% pays 20% of target bonus, rising 2% for each additional 1% up to 100%; below 60% no payout.', { '59%': '0', '60%': '4', '80%': '12' }, { fullMarks: '20' }],
  ['Score 0 at 50 visits, 20 at 90 visits or above, pro rata in between.', { '50 visits': '0', '70 visits': '10', '95 visits': '20' }],
  ['Sales bonus - region. Payout = 50% at 80% achievement, 100% at 100% and beyond. Straight-line between points, nothing below 80%.', { '79%': '0', '90%': '15', '120%': '20' }, { fullMarks: '20' }],
  ['Below 40% utilization 0 points, 40% utilization 4 points, 80% utilization 20 points, proportional in between', { '39%': '0', '60%': '12' }],
  ['100% of goal pays 50% of bonus; 120% of goal pays 100%; payouts between these are interpolated. Below 100%: none.', { '99%': '0', '110%': '15' }, { fullMarks: '20' }],
]; // prettier-ignore

const tariffs: readonly Row[] = [
  ['Attendance points: unexcused absence 3, tardy 1, no call/no show 6 (each occurrence).', { '2 unexcused absences': '6', '4 tardies': '4', '0': '0' }],
  ['Points accumulate: late 0.5, left early 0.5, absence 1, no call no show 3', { '2 no call no shows': '6' }],
  ['Minor violation: 2 points; major violation: 5 points. Points are deducted from 50.', { '3 minor violations': '44', '1 major violation': '45' }],
]; // prettier-ignore

const bounds: readonly Row[] = [
  ['0.5 pt off for each stained cloth, 2 pts off for each broken chair, max 6 pts off', { '4 stained cloths': '18', '5 broken chairs': '14' }, { fullMarks: '20' }],
  ['10% per day late up to 4 days, then 0.', { 'on time': '20', '2 days late': '16', '5 days late': '0' }, { fullMarks: '20' }],
  ['Late notes: minus 3 points a day for the first 2 days, then no credit.', { '2 days late': '14', '3 days late': '0' }, { fullMarks: '20' }],
  ['Reply within 4 hours; 1 mark is lost per 30 minutes beyond that', { '4 hours': '20', '5 hours': '18' }, { fullMarks: '20' }],
  ['Yield below 90%: minus 2 per 1%', { '91%': '20', '88%': '16', '88.5%': '?18' }, { fullMarks: '20' }],
]; // prettier-ignore

const totals: readonly Row[] = [
  ['100% of quota = 40 pts. Plus 1 pt for each 2% over quota, up to 50 pts total.', { '110%': '45', '130%': '50' }],
];

const times: readonly Row[] = [
  ['First breach: reminder; second breach: warning; third breach: removal', { '1': 'reminder', 'second breach': 'warning', '3': 'removal' }],
  ['1st strike - coaching, 2nd strike - written notice, 3rd and subsequent strikes - removal', { '2': 'written notice', '5': 'removal' }],
  ['The first late entry costs 2 points; each later one costs 3 points.', { '0': '20', '1': '18', '3': '12' }, { fullMarks: '20' }],
  ['Up to two missed visits are tolerated, every further one costs 4 points', { '2': '20', '4': '12' }, { fullMarks: '20' }],
  ['Any spill: zero points for the month. Otherwise 20 points less 4 for each blocked drain.', { spill: '0', '2 blocked drains': '12' }],
  ['Uptime 99% or more: no credit; 90% to <99%: 20% service credit; below 90%: 60% service credit', { '95%': '20', '80%': '60' }],
]; // prettier-ignore

describe('English lines, tariffs and bounds', () => {
  test.each([...lines, ...tariffs, ...bounds, ...totals, ...times])('%s', (...row) => expect(resultsOf(row)).toEqual(row[1]));

  test('sub-scores that are added, whatever they make up', () => {
    const { rules, certainty } = readCriteria('Pitch review: story (max 12), numbers (max 9), team (max 7). Add the three.');
    expect(certainty).toBe('certain');
    expect(rules.map((rule) => rule.kind === 'part' && `${rule.name} ${rule.fullMarks?.toFixed()}`)).toEqual([
      'story 12',
      'numbers 9',
      'team 7',
    ]);
  });
});

describe('what an English text leaves open is named', () => {
  test.each([
    ['Stock accuracy below 96%: 2 points off for each percent below', 'partial-step'],
    ['Minus 2 for each missed call, plus 1 for each extra call, max 6', 'floor-or-cap'],
    ['1 point lost per $250 over budget', 'partial-step'],
    ['2 points off per torn page, 3 points off per lost page,    points off per stain', 'lost-text'],
    ['Renewed in time 10 points, renewed late 5 points, renewed late or not renewed 0 points', 'contradiction'],
  ])('%s: %s', (text, code) => expect(codes(text)).toContain(code));

  test.each([
    ['80% pays 40%, rising 2% for each 1% to 100% at target', '90%'],
    ['70% = 40 points, 100% = 90 points, increasing towards the top', '85%'],
    ['1 pt off for each stained cloth; 2 pts off for each broken chair, max 6 pts off', '5 broken chairs'],
    ['Minor violation: 2 points; major violation: 5 points.', '3 minor violations'],
    ['The first late entry costs 2 points', '3'],
  ])('asks: %s', (text, entry) => expect(outcome(text, entry, { fullMarks: '20' }).certainty).not.toBe('certain'));
});
