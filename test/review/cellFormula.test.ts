import { areaAddress, parseAddress } from '../../src/form/address';
import { covers, readCellFormula } from '../../src/review/cellFormula';

describe('what a formula in a cell reads', () => {
  test.each([
    ['=SUM(E4:E9)', ['E4:E9'], ['SUM'], false],
    ['=ROUND(AVERAGE(H7:H11)*$C$7,2)', ['H7:H11', 'C7'], ['ROUND', 'AVERAGE'], false],
    ['=D5*B5+D7*B7', ['D5', 'B5', 'D7', 'B7'], [], false],
    ['=SUMPRODUCT(F5:F12,J5:J12)', ['F5:F12', 'J5:J12'], ['SUMPRODUCT'], false],
    ["=Sheet2!B3+'Other sheet'!C4+D1", ['D1'], [], true],
    ['=IF(A1="B2:B9",LOG10(100),0)', ['A1'], ['IF', 'LOG10'], false],
    ['=SUM(Table1[Score])', [], ['SUM'], true],
    ['=RUBRIC_TIER(F6,E6)', ['F6', 'E6'], ['TIER'], false],
  ])('%s', (formula, areas, functions, elsewhere) => {
    const read = readCellFormula(formula);
    expect(read.areas.map(areaAddress)).toEqual(areas);
    expect(read.functions.map((name) => name.replace(/^RUBRIC_/, ''))).toEqual(functions);
    expect(read.readsElsewhere).toBe(elsewhere);
  });

  test('covers', () => {
    const formula = readCellFormula('=SUM(C6:C12)');
    const place = (address: string) => parseAddress(address) ?? { row: 0, column: 0 };
    expect(covers(formula, place('C12'))).toBe(true);
    expect(covers(formula, place('C13'))).toBe(false);
    expect(covers(formula, place('D6'))).toBe(false);
  });
});
