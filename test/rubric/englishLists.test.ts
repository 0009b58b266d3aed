import { codes, outcome, resultsOf, type Row } from './gives';

const named: readonly Row[] = [
  ['Visits missed this term: 0-1 Steady | 2-4 Caution | 5 or more Removed', { '3': 'Caution', '5 visits': 'Removed' }],
  ['Leak rate 0% to 0.2% Class 1; over 0.2% to 1% Class 2; over 1% scrap the part', { '0.2%': 'Class 1', '0.5%': 'Class 2', '2%': 'scrap the part' }],
  ['Champion: 95% or higher. Contender: 80% to under 95%. Rookie: under 80%.', { '96%': 'Champion', '85%': 'Contender', '10%': 'Rookie' }],
  ['Zone 3: 95 and over; Zone 2: 80-94; Zone 1: below 80', { '96': 'Zone 3', '85': 'Zone 2', '20': 'Zone 1' }],
  ['Average call time (mins): <4 Outstanding, 4-6 On target, >6 Needs coaching', { '3': 'Outstanding', '5': 'On target', '7': 'Needs coaching' }],
  ['18% or more growth: Rocket; 8-17% growth: Cruiser; below 8%: Glider', { '20%': 'Rocket', '10%': 'Cruiser', '3%': 'Glider' }],
  ['Starters 40 to 60 points, Pros 61 to 80 points', { '70': 'Pros' }],
  ['Margin 20 and above Rich / at least 10 Fine / at least 0 Thin / negative = Loss', { '25': 'Rich', '12': 'Fine', '-5': 'Loss' }],
]; // prettier-ignore

const lists: readonly Row[] = [
  ['0 - not begun  1 - planned  2 - half built  3 - built', { '2': 'half built 2', planned: 'planned 1' }],
  ['3分 極佳 2分 普通 1分 極差', { 極佳: '3', 極差: '1' }],
  ['Grade points: A 4.0, A- 3.7, B+ 3.3', { 'A-': '3.7', 'B+': '3.3' }],
  ['Was the seal checked? Yes 5 / No 0 / Not applicable 5', { 'Not applicable': '5', No: '0' }],
  ['Uptime 99.9% and above: no credit. Below 99.9% but at or above 99%: 5% credit. Below 99%: 20% credit.', { '99.5%': '5', '99%': '5', '98%': '20' }],
  ['Rating ≥ 4 = 6% increase, 3 to < 4 = 3% increase, < 3 = no increase', { '4': '6', '3.5': '3', '2': '0' }],
  ['More than 60 wpm = 10 points; more than 45 wpm = 7 points; 45 wpm or fewer = 0 points', { '61': '10', '60 wpm': '7', '45 wpm': '0' }],
]; // prettier-ignore

const steps: readonly Row[] = [
  ['Start with 30. Two demerit points for each door left open, one demerit point for each lamp left on.', { '3 doors left open': '24' }],
  ['Water use: full points if at or under target, -0.5 for every 10 m3 over', { '520 m3': '9', '480 m3': '10' }, { fullMarks: '10', target: '500 m3' }],
  ['Every third late return costs 4 points', { '2 late returns': '20', '7': '12' }, { fullMarks: '20' }],
  ['Bar length 80 mm. For each mm above or below 80 mm, 2 points are subtracted (pro rata for fractions)', { '79 mm': '18', '82.5 mm': '15' }, { fullMarks: '20' }],
  ['Start at 70. +3 for each course passed first time, -2 for each resit, result kept between 0 and 100', { '2 courses passed first time': '76', '15 courses passed first time': '100' }],
  ['Ahead of schedule: add 2 points per day early, behind schedule: take off 3 points per day late (limits +6 / -9)', { '5 days early': '6' }],
  ['20 points minus 2 for each wrong answer', { '3': '14' }],
  ['Each late parcel costs the depot 4 points, up to a maximum of 12.', { '2 late parcels': '12', '5': '8' }, { fullMarks: '20' }],
  ['Essay (10 marks). Word limit 900. Lose 1 mark per complete 100 words over the limit.', { '1,150 words': '8', '900': '10' }, { fullMarks: '10' }],
  ['违反安全守则，首次扣3分，其後每次扣6分', { '2次': '21' }, { fullMarks: '30' }],
]; // prettier-ignore

const computed: readonly Row[] = [
  ['Points = 25 × (0.10 – error rate) / 0.10, minimum 0', { '5%': '12.5', '15%': '0' }],
  ['Cash shortage over $50 in any shift: no points for this item. $50 or less: full points.', { '$60': '0', '$50': '15' }, { fullMarks: '15' }],
  ['Failure on any ONE of the starred items results in a score of zero for the whole form.', { '1 starred item failed': '0' }, { fullMarks: '100' }],
]; // prettier-ignore

describe('English lists and sentences of many wordings', () => {
  test.each([...named, ...lists, ...steps, ...computed])('%s', (...row) => expect(resultsOf(row)).toEqual(row[1]));

  test('whole counts leave no room between their bands', () => {
    expect(codes('Fewer than 3 stock discrepancies: 10 marks. Three to five: 6 marks. Six or more: 0 marks.')).toEqual([]);
    expect(codes('Delay ratio 10-20% Slowish, 21-30% Sluggish')).toContain('integer-gap');
  });

  test.each([
    ['First offence 2 points, second offence 4 points, third offence 8 points', '2'],
    ['Start with 50. 5 points for each form missing.', '2 forms missing'],
  ])('asks: %s', (text, entry) => expect(outcome(text, entry, { fullMarks: '50' }).certainty).not.toBe('certain'));
});
