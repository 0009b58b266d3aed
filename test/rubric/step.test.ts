import Decimal from 'decimal.js';
import fc from 'fast-check';
import { defaultReadingPolicy, readCriteria, scoreEntry, type ReadingPolicy } from '../../src/rubric';
import { readStepPhrase } from '../../src/rubric/families/stepPhrase';
import { codes, outcome, result, resultsOf, typed, type Row } from './gives';

/** Steps of a measured value: base, direction, parts of a step, caps. A leading ? means: a person is asked. */
const rows: readonly Row[] = [
  [
    '完成率每低于目标1个百分点扣1分',
    { '95%': '10', '93%': '8', '96%': '10', '93.5%': '?9', '80%': '0' },
    { fullMarks: '10', target: '95%' },
  ],
  [
    '合格率达到98%得满分，每降低0.5%扣1分，扣完为止',
    { '98%': '10', '99%': '10', '97%': '8', '90%': '0', '97.8%': '?10' },
    { fullMarks: '10' },
  ],
  ['及时率≥95%得满分，低于95%的每降低1%扣2分，不足1%按1%计算', { '95%': '20', '94.5%': '18', '93%': '16' }, { fullMarks: '20' }],
  ['以95%为基准，每低1个百分点扣2分，每高1个百分点加1分，最高加5分', { '95%': '20', '93%': '16', '97%': '?2' }, { fullMarks: '20' }],
  ['回款率100%得满分，每少1%扣0.5分', { '100%': '20', '96%': '18' }, { fullMarks: '20' }],
  ['满意度低于90分，每低1分扣2分', { '88': '6', '90': '10', '95分': '10' }, { fullMarks: '10' }],
  ['费用控制在预算内得满分，每超1%扣2分', { '100万元': '10', '102万元': '6', '95万元': '10' }, { fullMarks: '10', target: '100万元' }],
  ['成本超预算每1%扣1分，扣完为止', { '51万元': '8', '50万元': '10' }, { fullMarks: '10', target: '50万元' }],
  ['每超预算1万元扣2分', { '52万元': '6', '48万元': '10' }, { fullMarks: '10', target: '50万元' }],
  ['逾期1天扣1分，逾期超过5天不得分', { '0': '10', '2天': '8', 逾期3天: '7', '6天': '0', '5天': '5' }, { fullMarks: '10' }],
  ['每逾期一天扣2分，扣完为止', { '0': '10', '3': '4', 逾期2天: '6', '9天': '0', 按时: '10' }, { fullMarks: '10' }],
  ['延期交付每天扣0.5分', { '0': '10', '2天': '9', 延期4天: '8' }, { fullMarks: '10' }],
  ['每延迟半小时扣1分', { 延迟1小时: '8', 延迟90分钟: '7' }, { fullMarks: '10' }],
  ['迟到每10分钟扣1分，不足10分钟按10分钟计', { '0': '10', '15分钟': '8', 迟到5分钟: '9' }, { fullMarks: '10' }],
  ['每月少完成1家扣5分', { '10': '20', '12': '20', '8家': '10' }, { fullMarks: '20', target: '10家' }],
  ['拜访客户不少于20家，每少1家扣1分', { '20': '10', '25': '10', '18家': '8' }, { fullMarks: '10' }],
  ['培训时长不低于40学时，每少1学时扣0.5分，最低得0分', { '36': '8', '45': '10', '40学时': '10' }, { fullMarks: '10' }],
  [
    '响应时间不超过30分钟，每超过10分钟扣1分，不满10分钟按10分钟计算',
    { '30分钟': '10', '35分钟': '9', '50分钟': '8', '1小时': '7' },
    { fullMarks: '10' },
  ],
  ['每低于计划1%扣0.2%的分值', { '95%': '99' }, { fullMarks: '100', target: '100%' }],
  ['销售额完成100%得满分，每超5%加1分，最高加5分', { '100%': '20', '110%': '22', '150%': '25', '90%': '?-' }, { fullMarks: '20' }],
  ['超额完成任务的，每超1%加0.5分，加满5分为止', { '102%': '1', '120%': '5' }, { fullMarks: '10', target: '100%' }],
  ['每提前1天完成加2分，最多加10分；每延迟1天扣3分，扣完为止', { 提前2天: '?4', 延迟2天: '?14', 延迟10天: '?0' }, { fullMarks: '20' }],
  ['产量每增加100吨加1分，上不封顶', { '1200吨': '2', '1000吨': '0' }, { target: '1000吨' }],
  [
    '利润率每提高0.1个百分点加0.5分，每降低0.1个百分点扣0.5分',
    { '4.9%': '9.5', '5%': '10', '5.2%': '?11' },
    { fullMarks: '10', target: '5%' },
  ],
  ['每下降一个名次扣2分', { 下降2个名次: '6', 下降1名: '8' }, { fullMarks: '10' }],
  ['每低10分扣1分', { '85': '?9', '90': '9', '100': '10' }, { fullMarks: '10', target: '100' }],
  ['目标达成率每低1%扣1分，按比例计算', { '98.5%': '8.5' }, { fullMarks: '10', target: '100%' }],
  ['目标达成率每低1%扣1分，不足1%不扣分', { '98.5%': '9' }, { fullMarks: '10', target: '100%' }],
  ['目标达成率每低1%扣1分（不足1%的部分不计）', { '98.5%': '9' }, { fullMarks: '10', target: '100%' }],
  ['每少1个百分点扣1分，不足1个百分点的按1个百分点计', { '98.5%': '8' }, { fullMarks: '10', target: '100%' }],
  ['每超过5分钟扣2分，不足5分钟以5分钟计', { '32分钟': '8', '36分钟': '6' }, { fullMarks: '10', target: '30分钟' }],
  ['1 point deducted for each 1% below target', { '93%': '18', '95%': '20', '97%': '20' }, { fullMarks: '20', target: '95%' }],
  [
    'For every 5 minutes over the 30-minute limit, deduct 2 points',
    { '30': '20', '40 minutes': '16' },
    { fullMarks: '20', target: '30 minutes' },
  ],
  ['Deduct 2 points for every 1% the completion rate falls below 98%', { '98%': '20', '96%': '16' }, { fullMarks: '20' }],
  ['Add 1 point for each 5% above quota, up to a maximum of 5 points', { '110%': '2', '150%': '5' }, { target: '100%' }],
  ['Lose 1 point for each day (or part thereof) late', { '1.5 days': '8', '2 days late': '8' }, { fullMarks: '10' }],
  ['每延误一天扣1分，超过3天每天扣2分', { '2天': '8', '5天': '?1' }, { fullMarks: '10' }],
  ['目标值95%，每低1%扣2分', { '95%': '10', '93%': '6' }, { fullMarks: '10' }],
  [
    '每高于目标值5%加1分，最多加3分；每低于目标值5%扣2分，扣完为止',
    { '100%': '10', '90%': '6', '110%': '?12' },
    { fullMarks: '10', target: '100%' },
  ],
  ['按时完成不扣分，延误一天扣1分，延误三天以上扣5分', { '1天': '9', '2天': '?10', 按时完成: '10' }, { fullMarks: '10' }],
  ['少一人扣1分，多一人加1分', { '5': '10', '4人': '9', '7人': '?12' }, { fullMarks: '10', target: '5人' }],
  [
    '比上月每增加1万元加0.5分，每减少1万元扣0.5分',
    { '20万元': '10', '18万元': '9', 减少2万元: '?9' },
    { fullMarks: '10', target: '20万元' },
  ],
  ['文件归档率100%，每缺一份扣1分', { '0': '?10', 缺2份: '8' }, { fullMarks: '10' }],
  ['基准分80分，每超1%加2分，每低1%扣2分，最高120分，最低0分', { '100%': '80', '105%': '90' }, { target: '100%' }],
  ['实际完成值/目标值*100%，≥100%得满分，每降低1个百分点扣1分', { '100%': '20', '95%': '15' }, { fullMarks: '20' }],
  ['目标100万元，每少1万元扣1分', { '98万元': '8', '100万元': '10', '110万元': '10' }, { fullMarks: '10' }],
  ['视情节扣2-5分/次', { '1次': '5~8' }, { fullMarks: '10' }],
  ['合格率每降低1%（不足1%按1%计），扣2分', { '97.5%': '8', '96%': '6' }, { fullMarks: '10', target: '98%' }],
  ['超出规定时限每1个工作日扣1分', { 超出2个工作日: '8', '3个工作日': '?7' }, { fullMarks: '10' }],
  ['未达目标，每差1%扣1分', { '98%': '8', '100%': '10', '103%': '10' }, { fullMarks: '10', target: '100%' }],
  ['未完成目标值的，每少1%扣1分', { '98%': '8' }, { fullMarks: '10', target: '100%' }],
  ['以100%为基数，每增减1%加减1分', { '98%': '?10', '101%': '?10' }, { fullMarks: '10' }],
  ['低于95%每1个百分点扣1分', { '94%': '9', '96%': '10' }, { fullMarks: '10' }],
  ['差错率0.5%以内不扣分，每超0.1%扣1分', { '0.5%': '10', '0.7%': '8', '0.3%': '10' }, { fullMarks: '10' }],
  [
    '员工流失率不高于10%，每高1个百分点扣3分，低于10%每低1个百分点加1分，最高加5分',
    { '10%': '20', '12%': '14', '8%': '?2' },
    { fullMarks: '20' },
  ],
  ['Late work loses 10% per day', { '0': '100', '2 days': '80', '1 day late': '90' }, { fullMarks: '100' }],
  ['10% of the total marks will be deducted for each day late', { '2 days late': '40' }, { fullMarks: '50' }],
];

describe('steps of a value', () => {
  test.each(rows)('%s', (...row) => expect(resultsOf(row)).toEqual(row[1]));

  test.each([
    ['每高于目标值0.1个百分点', 'above', '0.1', '百分点'],
    ['每超额完成10万元', 'above', '10', '万元'],
    ['每缩短1个工作日', 'below', '1', '工作日'],
    ['每降低投诉率1%', 'below', '1', '%'],
    ['每发现一处不符合', 'event', '1', '处'],
    ['每延迟一次', 'event', '1', '次'],
    ['晚一天', 'above', '1', '天'],
    ['少一次', 'below', '1', '次'],
    ['for each 1% below target', 'below', '1', '%'],
    ['for every 5 minutes late', 'above', '5', '分钟'],
  ])('%s', (condition, trigger, amount, unit) => {
    const phrase = readStepPhrase(condition, '');
    expect([phrase?.trigger, phrase?.each.amount.toFixed(), phrase?.each.unit]).toEqual([trigger, amount, unit]);
  });

  test.each(['每月对所辖区域进行走访', '第一次', '发生3次及以上', '每少于目标1%-10%', '完成90%', '未达100%'])(
    '%s is no step',
    (condition) => expect(readStepPhrase(condition, '')).toBeNull(),
  );

  const text = '完成率100%得满分，每低1%扣2分，扣完为止';
  const under = (partialStep: ReadingPolicy['partialStep'], entry: string): string =>
    result(scoreEntry(readCriteria(text), typed(entry), { fullMarks: new Decimal(20), policy: { ...defaultReadingPolicy, partialStep } }));

  test('a part of a step is a question unless the text or the policy decides', () => {
    expect(under('ask', '97.5%')).toMatch(/^\?/);
    expect(under('down', '97.5%')).toBe('16');
    expect(under('up', '97.5%')).toBe('14');
    expect(under('proportional', '97.5%')).toBe('15');
    expect(result(outcome(`${text}，不足1%按1%计`, '97.5%', { fullMarks: '20' }))).toBe('14');
  });

  test('whole steps take exactly their share of the distance, and nothing is taken above the base', () => {
    fc.assert(
      fc.property(fc.integer({ min: 50, max: 120 }), (percent) => {
        const expected = percent >= 100 ? '20' : String(Math.max(0, 20 - 2 * (100 - percent)));
        expect(under('ask', `${percent}%`)).toBe(expected);
      }),
      { numRuns: 40 },
    );
  });

  test('what is open in steps is named', () => {
    expect(codes('超过1小时扣0.5分')).toContain('once-or-each');
    expect(codes('达到目标得满分，每低5%扣2分，最低不低于-10分')).toContain('floor-or-cap');
    expect(codes('教育面未达100%，加2分。每降1%扣0.2分')).toContain('contradiction');
    expect(codes('回访完成率=回访条数*(200*在岗人数)*出勤天数')).toContain('lost-text');
    expect(codes('每低1%扣2分，扣完为止')).toEqual([]);
  });
});
