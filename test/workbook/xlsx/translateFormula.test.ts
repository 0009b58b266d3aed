import { formulaFromFile, formulaToFile, translateFormula } from '../../../src/workbook/xlsx/translateFormula';

// [formula, rows down, columns right, moved]: ECMA-376 18.3.1.40 (shared formulas move relative references as a copy does)
test.each([
  ['A1', 1, 1, 'B2'],
  ['$A1+A$1+$A$1', 2, 3, '$A3+D$1+$A$1'],
  ['SUM(B2:C9)', 1, 0, 'SUM(B3:C10)'],
  ["'考核 A1'!B2*Sheet2!B2", 1, 0, "'考核 A1'!B3*Sheet2!B3"],
  ['IF(A1="B2","A1",LOG10(A1))', 1, 0, 'IF(A2="B2","A1",LOG10(A2))'],
  ['SUM(A:A)+SUM(1:1)+SUM($A:$B)', 1, 1, 'SUM(B:B)+SUM(2:2)+SUM($A:$B)'],
  ['成绩[得分]*A1_total+Q1', 1, 0, '成绩[得分]*A1_total+Q2'],
  ['Table1[[#This Row],[A1]]', 1, 1, 'Table1[[#This Row],[A1]]'],
  ['ABC12345678+XFE1', 1, 0, 'ABC12345678+XFE1'],
  ['A1', -1, 0, '#REF!'],
  ['A1:B2', 0, 0, 'A1:B2'],
  ['1E5+A1', 1, 0, '1E5+A2'],
])('%s moved by %i, %i', (formula, rows, columns, moved) => {
  expect(translateFormula(formula, rows, columns)).toBe(moved);
});

test.each([
  ['=IFS(A1>1,"x")', '_xlfn.IFS(A1>1,"x")'],
  ['=SORT(FILTER(A1:A9,B1:B9))', '_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A9,B1:B9))'],
  ['=RUBRIC_TIER(A1,"IFS(")', '_xldudf_RUBRIC_TIER(A1,"IFS(")'],
  ['=SUMPRODUCT(A1:A2,B1:B2)', 'SUMPRODUCT(A1:A2,B1:B2)'],
])('%s is stored as %s and read back', (formula, stored) => {
  expect(formulaToFile(formula)).toBe(stored);
  expect(formulaFromFile(stored)).toBe(formula);
});
