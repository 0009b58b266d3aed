import { codes, outcome, result, resultsOf, type Row } from './gives';

const of40 = { fullMarks: '40' };

const tables: readonly Row[] = [
  ['Visits per quarter | Points |\n|---|---|\n| 12 or more | 8 |\n| 7 - 11 | 5 |\n| 0 - 6 | 2 |', { '13': '8', '9': '5', '0': '2' }],
  ['45 - 50 A\n38 - 44 B\n25 - 37 C\n0 - 24 F', { '50': 'A', '38': 'B', '24': 'F' }],
  ['45-50 = A+ | 30-34 = B+\n40-44 = A | 25-29 = B', { '47': 'A+', '31': 'B+', '25': 'B' }],
  ['0 – 5Calm\n6 – 12Busy\n13 & AboveCritical', { '5': 'Calm', '12': 'Busy', '40': 'Critical' }],
  ['Stock accuracyRefund\nLess than 98% but at least 96%8%\nLess than 96%20%', { '97%': '8', '96%': '8', '90%': '20' }],
  ['1.00 – 2.50 Needs support (NS)\n2.51 – 4.00 Works alone (WA)', { '2.5': 'Needs support (NS)', '4': 'Works alone (WA)' }],
  ['0 to 9 Small exposure 9.1 to 30 Fair exposure over 30 Large exposure', { '4': 'Small exposure', '30': 'Fair exposure', '31': 'Large exposure' }],
  ['| 1 | Tiny | > 2% |\n| 2 | Some | > 10% |\n| 3 | Much | > 40% |', { '60%': 'Much 3', '11%': 'Some 2', '3%': 'Tiny 1' }],
  ['Delay | Penalty\n0 min - 30 min | 0 %\nover 30 min - 2 hr | 10 %\nmore than 2 hr | 50 %', { '20 min': '40', '90 min': '36', '3 hr': '20' }, of40],
  ['RANGE\n30-26\n25-16\n15-0\nMarks\n12 marks\n6 marks\n1 mark', { '26': '12', '20': '6', '3': '1' }],
  ['At least six and up to 9 years (of past 9 years)12\nAt least two but less than six years (of past 9 years)5', { '6 years': '12', '5 years': '5' }],
  ['0 breaches: 10 points; 1 breach: 8 points; 2 breaches: 6 points; 3 or more breaches: 0 points', { '0': '10', '1': '8', '4': '0' }],
  ['Level 1: 60-51 points\nLevel 2: 50-0 points', { '55': 'Level 1', '50': 'Level 2' }],
  ['12-10: Names every source and explains why it was chosen\n9-6: Names most of the sources but does not explain them', { '11': '11', 'Names most of the sources but does not explain them': '6~9' }],
  ['| **Team size** | 1-4 people | +2 | | | 5-20 people | +6 | | | 21+ people | +9 |', { '3 people': '2', '20 people': '6', '50 people': '9' }],
]; // prettier-ignore

const impositions: readonly Row[] = [
  ['Steps: • 3 points = 1st written warning • 5 points = two-day suspension • 7 points = dismissal', { '3': '1st written warning', '6': 'two-day suspension', '9': 'dismissal' }],
]; // prettier-ignore

describe('tables of bands', () => {
  it.each(tables)('%s', (...row) => {
    expect(resultsOf(row)).toEqual(row[1]);
  });

  it('names what its boundaries leave open', () => {
    expect(codes('90 - 100 A\n80 - 89 B\n70 - 79 C')).toContain('integer-gap');
    expect(codes('Uptime | Credit |\n| 99.0% - 99.9% | 5% |\n| 97.0% - 99.0% | 15% |\n| < 97.0% | 40% |')).toContain('shared-boundary');
  });

  it('asks where a column is left that no other explains', () => {
    const text = '0 - 3 | seen by two people | 4\n4 - 7 | seen by one person | 2\n8+ | not seen | 0';
    expect(result(outcome(text, '2'))).toBe('?4');
  });
});

describe('what is imposed', () => {
  it.each(impositions)('%s', (...row) => {
    expect(resultsOf(row)).toEqual(row[1]);
  });
});
