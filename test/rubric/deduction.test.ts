import Decimal from 'decimal.js';
import fc from 'fast-check';
import { entryOf, readCriteria, scoreEntry, type EntryValue } from '../../src/rubric';
import { codes, outcome, result, resultsOf, type Row } from './gives';

/** Occurrences that take or give points, in the ways in which people write them. A leading ? means: a person is asked. */
const rows: readonly Row[] = [
  ['工作失误造成损失的每次扣5分，未造成损失的每次扣1分', { 造成损失1次: '15', 未造成损失1次: '19' }, { fullMarks: '20' }],
  ['未按要求整改扣3分，拒不整改扣10分', { 拒不整改: '10', 未按要求整改: '17', '0': '20' }, { fullMarks: '20' }],
  ['每迟到一次扣1分，扣完为止', { '0': '10', '3': '7', '15': '0', '3次': '7', 迟到2次: '8' }, { fullMarks: '10' }],
  ['迟到、早退每次扣0.5分，旷工每次扣3分', { '0': '10', '2': '?9', 迟到2次: '9', 旷工1次: '7' }, { fullMarks: '10' }],
  ['每发生一起客户投诉扣5分，扣完本项分值为止', { '0': '20', '2': '10', '5': '0', '1起': '15', 无投诉: '20' }, { fullMarks: '20' }],
  ['出现一次安全事故扣10分', { '0': '30', '1次': '20', 无: '30' }, { fullMarks: '30' }],
  ['每出现1例差错扣2分，最多扣6分', { '3': '4', '5': '4', '1例': '8' }, { fullMarks: '10' }],
  ['差错每例扣2分，累计扣分不超过6分', { '4': '4', '2例': '6' }, { fullMarks: '10' }],
  ['每漏报1项扣1分，每错报1项扣0.5分', { 漏报2项: '8', 错报2项: '9' }, { fullMarks: '10' }],
  ['每缺一项扣2分，扣完为止', { '0': '?10', '1项': '?8', 缺2项: '6' }, { fullMarks: '10' }],
  ['缺少一份资料扣1分', { 缺少2份: '3' }, { fullMarks: '5' }],
  ['未按时提交报表的，每次扣3分', { '0': '15', '2次': '9', 按时提交: '15' }, { fullMarks: '15' }],
  ['不合格项每项扣2分', { '3项': '14' }, { fullMarks: '20' }],
  ['发现1人次违规扣2分', { '2人次': '6' }, { fullMarks: '10' }],
  ['每有一人不合格扣1分', { '3': '7', '2人': '8' }, { fullMarks: '10' }],
  ['一处不整洁扣1分，最低0分', { '8': '0', '2处': '3' }, { fullMarks: '5' }],
  ['每单延误扣2分', { '2单': '6' }, { fullMarks: '10' }],
  ['投诉一次扣5分，投诉属实的扣10分', { 投诉1次: '15', 投诉属实: '10' }, { fullMarks: '20' }],
  ['每次违纪-2分', { '3次': '4' }, { fullMarks: '10' }],
  ['违反规定一次减3分，直至减完', { '2': '4', '1次': '7' }, { fullMarks: '10' }],
  ['违反一次扣2分，两次扣5分，三次及以上不得分', { '0': '10', '3': '0', '1次': '8', '2次': '5', '4次': '0' }, { fullMarks: '10' }],
  ['首次违规扣2分，第二次扣5分，第三次扣10分', { '1次': '?18', '2次': '?15' }, { fullMarks: '20' }],
  ['未佩戴工牌者扣1分', { '0': '5', 未佩戴工牌: '4', 佩戴工牌: '5', '2次': '?4' }, { fullMarks: '5' }],
  ['每例投诉扣2分，重大投诉扣10分', { '1例': '18', 重大投诉: '10' }, { fullMarks: '20' }],
  ['扣2分/次', { '0': '10', '3': '4', '2次': '6' }, { fullMarks: '10' }],
  ['无故缺席会议扣2分/次，迟到扣1分/次', { 迟到2次: '8', 缺席1次: '8', 无故缺席会议2次: '6' }, { fullMarks: '10' }],
  ['每发现一个错别字扣0.5分，最高扣5分', { '4': '8', '20': '5', '4个': '8' }, { fullMarks: '10' }],
  ['每遗漏一条扣1分，不倒扣', { '9': '0', '2条': '3' }, { fullMarks: '5' }],
  ['每出现一次扣3分，本项最多扣9分', { '2': '4', '4': '1' }, { fullMarks: '10' }],
  ['每发现一次扣1分，扣分上限5分', { '7': '5' }, { fullMarks: '10' }],
  ['每次扣除当月绩效2分', { '2次': '6' }, { fullMarks: '10' }],
  ['发生重大质量事故一票否决', { 重大质量事故: '0' }, { fullMarks: '10' }],
  ['每超过3次扣2分', { '2': '?10' }, { fullMarks: '10' }],
  ['超过3次后每次扣2分', { '5': '?6' }, { fullMarks: '10' }],
  ['3次以内不扣分，超过3次每次扣1分', { '2': '10', '5': '?8' }, { fullMarks: '10' }],
  ['Deduct 2 points for each error', { '0': '20', '3': '14', '3 errors': '14' }, { fullMarks: '20' }],
  ['2 points off per error, up to a maximum of 10 points', { '3': '14', '8': '10' }, { fullMarks: '20' }],
  ['Minus 1 point for every day late', { '0': '10', '3': '7', '2 days late': '8' }, { fullMarks: '10' }],
  [
    '1 point will be deducted per spelling mistake (maximum deduction 5 points)',
    { '3': '17', '9': '15', '2 spelling mistakes': '18' },
    { fullMarks: '20' },
  ],
  ['Lose 5 points for each missing section.', { '2': '40', '2 missing sections': '40' }, { fullMarks: '50' }],
  ['Each missed deadline: -2 points', { '2': '6' }, { fullMarks: '10' }],
  ['-5 points per day late, minimum score 0', { '0': '20', '6': '0', '1 day late': '15' }, { fullMarks: '20' }],
  ['5 points per complaint will be deducted, not below zero', { '2': '10', '5 complaints': '0' }, { fullMarks: '20' }],
  ['10 points deducted if the report is late', { 'report is late': '40', 'report is not late': '50' }, { fullMarks: '50' }],
  ['Penalty of 3 points for each violation', { '2 violations': '24' }, { fullMarks: '30' }],
  ['For each safety incident, 5 points are deducted.', { '1': '15', '2 incidents': '10' }, { fullMarks: '20' }],
  ['出现1次扣1分，2次扣3分，3次以上扣5分', { '0': '10', '2': '7', '5': '5', '1次': '9', '3次': '5' }, { fullMarks: '10' }],
  ['A类错误每次扣3分，B类错误每次扣1分', { '0': '10', A类错误1次: '7', B类错误2次: '8' }, { fullMarks: '10' }],
  ['报表每错一处扣0.5分，每迟交一天扣1分', { '0': '?10', 错2处: '9', 迟交2天: '8' }, { fullMarks: '10' }],
  ['每次扣1-3分', { '0': '10', '2': '4~8', '1次': '7~9' }, { fullMarks: '10' }],
  ['一次扣5分，两次及以上全扣', { '0': '20', '1次': '15', '2次': '0' }, { fullMarks: '20' }],
  ['发生一次扣50%，两次全扣', { '1次': '10', '2次': '0' }, { fullMarks: '20' }],
  ['每次扣本项分值的20%', { '2': '12', '1次': '16' }, { fullMarks: '20' }],
  ['每发现一处扣该项得分10%', { '1处': '18' }, { fullMarks: '20' }],
  ['迟到每次扣1分；旷工每天扣5分', { '0': '?20', 迟到3次: '17', 旷工2天: '10' }, { fullMarks: '20' }],
  ['每人每次扣1分', { '2次': '8', '2人次': '8' }, { fullMarks: '10' }],
  ['每年不少于2次，少一次扣5分', { '3': '10', '2次': '10', '1次': '5' }, { fullMarks: '10' }],
  ['培训4次，每少1次扣2.5分', { '4次': '10', '3次': '7.5' }, { fullMarks: '10' }],
  ['出错次数超过3次，每超1次扣2分', { '2': '10', '3次': '10', '5次': '6' }, { fullMarks: '10' }],
  ['Each absence will result in a 2 point deduction', { '3': '14', '2 absences': '16' }, { fullMarks: '20' }],
];

describe('occurrences', () => {
  test.each(rows)('%s', (...row) => expect(resultsOf(row)).toEqual(row[1]));

  const parts = (values: Readonly<Record<string, number>>): EntryValue => ({
    kind: 'parts',
    parts: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, entryOf(value)])),
  });

  test.each([
    ['迟到、早退每次扣0.5分，旷工每次扣3分', { 迟到: 2, 旷工: 1 }, '6'],
    ['每漏报1项扣1分，每错报1项扣0.5分', { 漏报: 1, 错报: 2 }, '8'],
    ['A类错误每次扣3分，B类错误每次扣1分', { A类错误: 1, B类错误: 2 }, '5'],
    ['每按时完成一项加2分，每超时一项减1分', { 按时完成: 4, 超时: 1 }, '7'],
  ] as const)('%s adds up the parts of an entry', (text, values, expected) => {
    const scored = scoreEntry(readCriteria(text), parts(values), { fullMarks: new Decimal(10) });
    expect(scored.points?.toFixed()).toBe(expected);
  });

  // README of the criteria: deductions start from full marks and never go below 0 unless the text says so.
  test('n occurrences take n times the amount, down to zero', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 100 }), (count, tenths, full) => {
        const amount = new Decimal(tenths).div(10);
        const expected = Decimal.max(0, new Decimal(full).minus(amount.times(count)));
        const given = { fullMarks: String(full) };
        expect(result(outcome(`每出现一次差错扣${amount.toFixed()}分，扣完为止`, `${count}次`, given))).toBe(expected.toFixed());
        expect(result(outcome(`${amount.toFixed()} points will be deducted for each error`, String(count), given))).toBe(
          expected.toFixed(),
        );
      }),
      { numRuns: 40 },
    );
  });

  test('what is open between occurrences is named', () => {
    expect(codes('每次未响应扣4分；仅发生一次未响应扣10分')).toContain('overlap');
    expect(codes('违规一次扣1-3分')).toContain('undefined-amount');
    expect(codes('每次扣2分，扣完为止')).toEqual([]);
    expect(readCriteria('每次扣2分').issues.map(({ code }) => code)).toEqual(['missing-floor']);
  });
});
