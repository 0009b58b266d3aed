/** What a formula computes behind a guard that keeps it empty. */
import { unguarded } from '../../src/review/unguarded';

test.each([
  ['=IF(COUNT(D3:D9)<7,"",ROUND(SUM(D3:D9),2))', '=ROUND(SUM(D3:D9),2)'],
  ['=IF(A1<>"",SUM(B1:B3),"")', '=SUM(B1:B3)'],
  ['=if( OR(A1="",B1="a,(b"), "", A1+B1 )', '=A1+B1'],
  ['=IF(A1>90,"优秀","")', '="优秀"'],
  ['=IF(A1>90,1,0)', '=IF(A1>90,1,0)'],
  ['=IF(A1="","",A1)+1', '=IF(A1="","",A1)+1'],
  ['=SUM(A1:A3)', '=SUM(A1:A3)'],
  ['=IF(A1="","",SUM(A1:A3)', '=IF(A1="","",SUM(A1:A3)'],
])('%s computes %s', (formula, inner) => {
  expect(unguarded(formula)).toBe(inner);
});
