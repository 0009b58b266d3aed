import Decimal from 'decimal.js';
import { scoreEntry, readCriteria, type EntryValue } from '../../src/rubric';
import { codes, resultsOf, type Row } from './gives';

const rows = (table: Row[]): void => {
  test.each(table)('%s', (...row) => expect(resultsOf(row)).toEqual(row[1]));
};

const twenty = { fullMarks: '20' };
const ten = { fullMarks: '10' };

describe('tiers that no table knows', () => {
  rows([
    ['得分95分及以上的定为“示范岗”，85分（含）至95分定为“达标岗”，85分以下为“整改岗”', { '96': '示范岗', '95': '示范岗', '84': '整改岗' }],
    ['信用得分80分以上为AA，60-80分（不含80分）为A，60分以下为B', { '85': 'AA', '70': 'A', '50': 'B' }],
    ['抽检得分：甲级 不低于92分；乙级 不低于80分且低于92分；丙级 低于80分', { '92': '甲级', '91': '乙级', '79': '丙级' }],
    ['一等奖12分，二等奖7分，三等奖3分', { 二等奖: '二等奖 7' }],
    ['绩效系数：90分以上（含）1.1；80分（含）-90分1.0；80分以下0.7', { '90': '1.1', '85': '1', '60': '0.7' }],
  ]);

  test('以95%为基准 names no tier', () =>
    expect(resultsOf(['以95%为基准，每低1%扣2分', { '93%': '16' }, twenty])).toEqual({ '93%': '16' }));
});

describe('less of what is done', () => {
  rows([
    ['与预算相比每少缴10万元扣2分', { '380万元': '16', '420万元': '20' }, { fullMarks: '20', target: '400万元' }],
    ['每少访2家扣1分', { '26家': '18', '30家': '20' }, { fullMarks: '20', target: '30家' }],
  ]);
});

describe('ranks', () => {
  rows([
    ['部门排名第1名得满分，第2-4名得8分，第5名及以下得5分', { 第1名: '10', 第3名: '8', 第7名: '5' }, ten],
    ['排名前三名得10分，第四至六名得7分，其余得5分', { 第2名: '10', 第5名: '7', 第9名: '5' }],
    ['第一名得12分，末位得2分，其余按名次等距递减（共6个部门）', { 第1名: '12', 第2名: '10', 第6名: '2' }],
  ]);
});

describe('shares of the marks', () => {
  rows([
    ['A级100% B级70% C级40%（占本项分值）', { B级: '14' }, twenty],
    ['优秀按分值的100%计分，良好按80%计分，不合格不得分', { 良好: '良好 16', 不合格: '不合格 0' }, twenty],
  ]);

  test('tiers beside bare percentages may be either', () =>
    expect(resultsOf(['优秀100%，良好80%，合格60%', { 良好: '?良好' }])).toEqual({ 良好: '?良好' }));
});

describe('ten-thousandths', () => {
  rows([
    ['差错率在万分之二以内得10分，万分之二以上不得分', { 万分之一: '10', '0.04%': '0' }, ten],
    ['漏检率≤5‰得满分，每超1‰扣2分', { '7‰': '6', '0.6%': '8' }, ten],
  ]);
});

describe('flat deductions beside steps', () => {
  rows([
    ['采购单价高于均价，每高1%扣1分；高于8%扣9分', { '高3%': '7', '高9%': '?1' }, ten],
    ['工程每延误1天扣1分，延误10天以上扣15分', { 延误3天: '17', 延误12天: '?5' }, twenty],
    ['每起投诉扣2分，4起以上的扣20分', { '2起': '16', '5起': '?0' }, twenty],
  ]);

  test('每再低1% goes on from the flat deduction', () =>
    expect(resultsOf(['准点率低于96%扣2分，每再低1%加扣1分', { '97%': '', '96%': '', '94%': '' }, ten])).toEqual({
      '97%': '10',
      '96%': '10',
      '94%': '6',
    }));

  test('a flat deduction below what the steps have taken by then contradicts them', () =>
    expect(codes('坏账率控制在1%以内，每超0.1个百分点扣1分；坏账率超过2%扣4分')).toEqual(['contradiction']));
});

describe('where a rate begins', () => {
  rows([
    ['错单每张扣1分，错单超过4张的，超出部分每张扣3分', { '3张': '17', '6张': '10' }, twenty],
    ['回款每延误1天扣0.5分，自第4天起计扣', { 延误3天: '10', 延误5天: '9' }, ten],
    ['逾期不超过5天的每天扣1分，逾期超过5天的不得分', { '0': '10', 逾期3天: '7', 逾期6天: '0' }, ten],
    ['未及时报备，一次提醒，二次扣3分，三次及以上每次扣5分', { '1次': '20', '2次': '17' }, twenty],
    ['每吨水泥电耗超标准2度扣1分', { 超6度: '7', 未超: '10' }, ten],
    ['每低于95%一个百分点扣2分', { '93%': '6' }, ten],
  ]);
});

describe('limits', () => {
  rows([
    ['覆盖率100%，每降低5%扣1分，最低分为6分', { '90%': '8', '50%': '6' }, ten],
    ['每发生一起泄密扣除本项全部分值', { '0': '10', '1起': '0' }, ten],
    ['月内违章：1次扣3分、2次扣8分、3次以上停岗学习，本项不得分', { '2次': '7', '4次': '0' }, { fullMarks: '15' }],
  ]);

  test('扣至5分为止 may be down to it or as much as it', () => expect(codes('每缺一份扣0.5分，扣至5分为止')).toEqual(['floor-or-cap']));
  test('扣分最高不超过30分 is a cap', () => expect(codes('每次扣2分，扣分最高不超过30分')).toEqual([]));
});

describe('growth', () => {
  rows([['收入较上年增长得满分，持平得6分，下降不得分', { '110': '10', '90': '0', 持平: '6' }, { fullMarks: '10', target: '100' }]]);
});

const parts = (values: Readonly<Record<string, string | number>>): EntryValue => ({
  kind: 'parts',
  parts: Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number'
        ? { kind: 'number' as const, value: new Decimal(value), percentFormat: false }
        : { kind: 'text' as const, text: value },
    ]),
  ),
});

describe('parts', () => {
  const scored = (text: string, values: Readonly<Record<string, string | number>>, fullMarks: number): string | undefined =>
    scoreEntry(readCriteria(text), parts(values), { fullMarks: new Decimal(fullMarks), target: null }).points?.toFixed();

  test('marks of their own behind 其中', () =>
    expect(
      scored(
        '本项15分。其中开机率5分，低于98%每1个百分点扣1分；保养率10分，每低于100%一个百分点扣0.5分',
        { 开机率: '97%', 保养率: '96%' },
        15,
      ),
    ).toBe('12'));
  test('marks of their own with a colon', () =>
    expect(scored('响应5分：30分钟内5分，超过30分钟0分；解决5分：一次解决5分，二次解决2分', { 响应: '40分钟', 解决: '二次解决' }, 10)).toBe(
      '2',
    ));
  test('a formula with named parts', () =>
    expect(scored('得分=（实际走访户数/应走访户数）×20', { 实际走访户数: 40, 应走访户数: 50 }, 20)).toBe('16'));
  test('a bare number under the name of an occurrence', () =>
    expect(scored('合格率未达到95%的，每少1%扣3分；清扫不净，每处扣1分；漏检，每次扣2分', { 清扫不净: 3, 漏检: 1 }, 20)).toBe('15'));
  test('states that are worth points are no parts', () =>
    expect(readCriteria('有新客户产生10分；没有新客户产生0分').rules.some(({ kind }) => kind === 'part')).toBe(false));
});

describe('issues', () => {
  test.each([
    ['满分30分：台账15分，缺一次扣3分；卫生检查10分，每处不洁扣1分', 'weights-sum'],
    ['保洁40分、绿化30分、秩序40分，满分100分。各项每发现一处问题扣1分。', 'weights-sum'],
    ['差错2次以内扣3分，2次以上本项不得分', 'shared-boundary'],
    ['工期每拖延1班扣5分，拖延超过2天扣20分', 'unit-mismatch'],
    ['未打卡扣2分，迟到扣1分，串岗扣1分', 'once-or-each'],
    ['收入比上月每提高1%加1分，最多加5分；下降扣2分', 'once-or-each'],
    ['按完成比例计分，完成比例低于50%的酌情给分', 'undefined-amount'],
    ['漏项一项扣2分，瞒报扣分，造假扣10分', 'undefined-amount'],
    ['同比增长得满分，同比下降不得分', 'gap'],
    ['甲 20分，乙 15分，丙 10分，丁  分', 'lost-text'],
  ])('%s: %s', (text, code) => expect(codes(text)).toContain(code));

  test.each(['无台账扣2分；档案不齐全扣1分', '不按规程操作、不穿戴劳保用品者扣3分'])('%s: states are taken as printed', (text) =>
    expect(codes(text)).not.toContain('once-or-each'),
  );
  test('5处以下 leaves the number to what zeroes out', () => expect(codes('问题5处以下扣5分，5处以上不得分')).toEqual([]));
  test('how a rate is worked out gives no points', () =>
    expect(resultsOf(['回款率=实收/应收×100%。目标95%。每低1%扣1分', { '93%': '8' }, ten])).toEqual({ '93%': '8' }));
});
