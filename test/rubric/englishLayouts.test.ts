import { codes, outcome, resultsOf, type Row } from './gives';
import { entryOf, readCriteria, scoreEntry, type EntryValue } from '../../src/rubric';

const of30 = { fullMarks: '30' };
const signed: readonly Row[] = [
  ['-2 for each missing caption, up to 6 points total', { '2 missing captions': '26', '5 missing captions': '24', '0': '30' }, of30],
  ['-4 for every broken link, to a max of -12.', { '1 broken link': '26', '7': '18' }, of30],
  ['-5 if the report lacks a cover page (only deduct this once per student)', { 'lacks a cover page 3 times': '25' }, of30],
  ['-1 to -4 depending on how messy the wiring is', { 'messy wiring': '26~29' }, of30],
  ['* No index, -6 * Figure without title, -1 each * broken reference, -2 each', { 'No index': '24', '3 figures without title': '27', '2 broken references': '26' }, of30],
  ['-3 wrong heading\n-1 page numbers missing\n-5 if the budget table\nis not attached', { 'wrong heading': '27', 'budget table not attached': '25' }, of30],
  ['The following points can be deducted:\n* 2 points: no summary\n* 1 point: uneven margins', { 'uneven margins': '29', 'no summary, uneven margins': '27' }, of30],
  ['Penalties (points for each occurrence)\nUnsigned logbook. 1/2 point\nMissing goggles. 2 points', { 'Unsigned logbook': '29.5', 'Missing goggles 3 times': '24' }, of30],
  ['20 points total Overall: -3 if headings are missing -1 typo in the title', { 'typo in the title': '19', 'headings are missing': '17' }, {}],
]; // prettier-ignore

const scales: readonly Row[] = [
  ['5-120% and above the plan\n4-110-119%\n3-100-109%\n2-80-99%\n1-79% and below', { '120%': '5', '112%': '4', '80%': '2', '10%': '1' }],
  ['5 - 4 or more days before deadline\n4 - 1 to 3 days before deadline\n3 - on the deadline\n2 - 1 to 3 days after deadline\n1 - 4 or more days after', { '2 days before deadline': '4', 'on the deadline': '3', '6 days after deadline': '1' }],
  ['3 Leads the field\n...\n2.5 Ahead of the plan\n...\n2 Does what the job asks\n...\n1.5 Lags behind', { 'Ahead of the plan': 'Ahead of the plan 2.5', 'Lags behind': 'Lags behind 1.5' }],
  ['4 = Trains others\n3 = Works alone\n2 = Works with help\n1 = Watches', { 'Works alone': 'Works alone 3' }],
]; // prettier-ignore

const tables: readonly Row[] = [
  ['{"high": 1.2, "mid": 1, "low": 0.8}', { mid: '1', low: '0.8' }],
  ['Effect on the timetable. 0/6\nNo effect (0)\nSlight slip (2)\nGoals reduced (4)\nGiven up (6)', { 'Slight slip': '2', 'Given up': '6' }],
  ['Pitch (30 points)\nOutstanding Good Fair Poor\n30-25 24-17 16-9 8-0', { Good: 'Good 17~24', Poor: 'Poor 0~8', '20': 'Good' }],
  ['Nothing was handed in | 0 | Handed in but names are missing | 1 | Handed in and all names are there | 2', { 'Nothing was handed in': '0', 'all names are there': '2' }],
  ['| Case closed | +4 | Base |\n| Case reopened | -3 | Penalty |', { 'Case closed': '4', 'Case closed, Case reopened': '1' }],
]; // prettier-ignore

const formulas: readonly Row[] = [
  ['Lower is better | Target ÷ Actual × 100', { '40': '50' }, { target: '20' }],
  ['The hygiene score equals the total number of demerits deducted from 100.', { '0 demerits': '100', '12 demerits': '88' }],
  ['Inspection score: 100 minus the number of violation points', { '30 violation points': '70' }],
]; // prettier-ignore

const sentences: readonly Row[] = [
  ['Ten marks will be deducted from the total if the talk is\nlonger than eight minutes.', { '9 minutes': '20', '8 minutes': '30' }, of30],
  ['If the cube is dropped there will be a 15 point deduction', { 'cube is dropped': '15', 'no cube dropped': '30' }, of30],
  ['Missing 2-3 meetings results in a 5 point penalty. Missing 4 or more meetings results in a 15 point penalty.', { '3': '25', '6 meetings': '15' }, of30],
  ['A penalty of 12 points will be applied for any of the following cases:\n- Touching the track\n- Leaving the pit early', { 'Touching the track': '18', 'none of the cases': '30' }, of30],
  ['-2 for each untested branch, up to 8 points total. No late work.', { '2 untested branches': '26' }, of30],
  ['Lab report: -10% per day late, none accepted after 1 week', { '2 days late': '24', '9 days late': '0', 'on time': '30' }, of30],
  ['Starting at 50, subtract points per fault. Wrong tool = 5 pts, Dirty bench = 3 pts. Maximum deduction 20.', { 'Wrong tool': '45', 'no faults': '50', '9 wrong tools': '30' }],
  ['Sale closed = +10 points, Order lost = -5 points, Sick leave = no penalty', { 'Sale closed': '10', '2 Sale closed': '20' }],
  ['Each question carries 4 marks. 1 mark will be deducted for every wrong answer. No marks for unanswered questions.', { '3 correct': '12' }],
]; // prettier-ignore

const columns: readonly Row[] = [
  ['Incident rate\n\n0 8\n\n0.01 - 0.5 6\n\n0.51 - 1.0 4\n\nOver 1.0 0', { '0': '8', '0.5': '6', '2': '0' }],
  ['3. Households reached\n5-20 -1 points\n21-40 -2 points\nOver 40 -3 points / 1-3 points', { '8': '1', '41': '3' }],
  ['0 strikes = clean record\n3 strikes = written warning\n5 strikes or more = removal', { '3': 'written warning', '6 strikes': 'removal', '4': '?-' }],
  ['Below 60% quota:\n2% rate\n60%-90% quota:\n4% base rate\nAbove 90%:\n7% rate', { '50%': '2', '70%': '4', '95%': '7' }],
  ['Marks from 1.0-2.4 will be rated as Weak, 2.5-3.9 Solid, and 4.0-5.0 as Strong.', { '2': 'Weak', '4.5': 'Strong' }],
  ['Zero accidents | Count = 0 → 100%, else → 0%', { '0': '30', '2': '0' }, of30],
]; // prettier-ignore

const parts = (values: Readonly<Record<string, number>>): EntryValue => ({
  kind: 'parts',
  parts: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, entryOf(value)])),
});
const scored = (text: string, values: Readonly<Record<string, number>>): string => {
  const { points, certainty } = scoreEntry(readCriteria(text), parts(values));
  return `${certainty} ${points?.toFixed()}`;
};

describe('English lists, tables and formulas as they are laid out', () => {
  test.each([...signed, ...scales, ...tables, ...formulas, ...sentences, ...columns])('%s', (...row) =>
    expect(resultsOf(row)).toEqual(row[1]),
  );

  test.each([
    ['[2 - B/A] x C = Price points\nA - the lowest price\nB - the price being scored\nC - the most points available', { A: 50, B: 60, C: 10 }, 'certain 8'],
    ['Final score = clamp(Base score − (Late days × Penalty per late day), 10, 90)', { 'Base score': 80, 'Late days': 3, 'Penalty per late day': 5 }, 'certain 65'],
    ['Final score = clamp(Base score − (Late days × Penalty per late day), 10, 90)', { 'Base score': 20, 'Late days': 3, 'Penalty per late day': 5 }, 'certain 10'],
    ['Punctual loading 50%\nEmpty returns 30%\nPaperwork 20%', { 'Punctual loading': 80, 'Empty returns': 50, Paperwork: 100 }, 'certain 75'],
  ])('%s', (text, values, wanted) => expect(scored(text, values)).toBe(wanted)); // prettier-ignore

  test('numbered scales leave their holes open', () => {
    expect(codes('5-120% and above\n4-110-119%\n3-100-109%\n2-80-99%\n1-79% and below')).toContain('integer-gap');
  });

  test.each([
    ['-3 if late by more than 2 days -1 untidy', 'late by more than 2 days'],
    ['-2 for each missing label, up to 6 points total\n-1 for each blot', '5 missing labels'],
    ['| Early | +2 | Only on weekdays |\n| Late | -1 | Penalty |', 'Early'],
    ['-5 if the seal is broken', '2'],
    ['-5 for each late day, up to 3 late days', '5 late days'],
    ['Excellent Good Fair Poor\n90 80 70 60', 'Good'],
    ['1-10 -1 points\n11-20 -2 points\nOver 20 -3 points', '15'],
    ['Missing 2-3 meetings results in a 5 point penalty. Missing 4 or more meetings results in failure.', '3'],
    ['1. Turns up on time\n2. Wears the uniform\n3. Greets customers', '2'],
    ['Ten points will be deducted if the essay exceeds 500 words unless agreed', '600 words'],
    ['Late Report 1 per day; 3 per week (weekly rate requires a signed permit)', '1 week'],
  ])('asks: %s', (text, entry) => expect(outcome(text, entry, { fullMarks: '30' }).certainty).not.toBe('certain'));
});
