import Decimal from 'decimal.js';
import { entryOf, readCriteria, scoreEntry, type EntryValue } from '../../src/rubric';

const parts = (values: Readonly<Record<string, string | number>>): EntryValue => ({
  kind: 'parts',
  parts: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, entryOf(value)])),
});

const points = (text: string, values: Readonly<Record<string, string | number>>): string | undefined =>
  scoreEntry(readCriteria(text), parts(values), { fullMarks: new Decimal(100) }).points?.toFixed();

describe('sub-scores', () => {
  test.each([
    [
      '①质量（60分）：优秀60分，合格40分，不合格0分；②效率（40分）：按时完成得40分，未按时完成得0分',
      { 质量: '合格', 效率: '按时完成' },
      '80',
    ],
    ['1、出勤（50分）：迟到一次扣5分；2、纪律（50分）：违纪一次扣10分', { 出勤: 2, 纪律: 1 }, '80'],
    [
      '出勤占40%：达到95%以上得100分，低于95%得0分；业绩占60%：达到目标得100分，未达到目标得50分',
      { 出勤: '96%', 业绩: '未达到目标' },
      '70',
    ],
    ['Quality 40; Speed 30; Teamwork 30', { Quality: 35, Speed: 30, Teamwork: 20 }, '85'],
    ['上级评价占60%，同级评价占40%，均为百分制', { 上级评价: 90, 同级评价: 80 }, '86'],
    ['自评(20%)、互评(30%)、领导评(50%)，均按百分制评分后加权合计', { 自评: 100, 互评: 90, 领导评: 80 }, '87'],
    ['业绩指标70分，能力指标20分，态度指标10分，三项合计为总分', { 业绩指标: 60, 能力指标: 15, 态度指标: 8 }, '83'],
    ['选题新颖,论据充分(40分)语言流畅,条理清楚(30分);仪表大方,举止得体(10)。', { 选题新颖: 35, 语言流畅: 30, 仪表大方: 8 }, '73'],
    ['1.立意(5分):要求观点鲜明。 2.文采(3分):要求语言优美。 3.书写(2分):要求工整美观。', { 立意: 4, 文采: 3, 书写: 1.5 }, '8.5'],
    [
      '①着装整齐、精神饱满、不怯场(2分)\n②脱稿讲解、语言流畅(5分)\n③内容充实、条理清楚(3分)',
      { 着装整齐: 2, 脱稿讲解: 4, 内容充实: 3 },
      '9',
    ],
  ])('%s', (text, values, expected) => expect(points(text, values)).toBe(expected));

  test('a part without its entry leaves the whole open', () => {
    expect(points('Quality 40; Speed 30; Teamwork 30', { Quality: 35, Speed: 30 })).toBeUndefined();
  });

  test.each([
    '差10分；一般20分；良30分；优40分',
    '优秀30分，良好20分，合格10分，合计60分',
    '质量占50%，其他另行规定',
    '计划完整,可行(10分)计划较完整,基本可行(6分)',
  ])('%s is one whole', (text) => expect(readCriteria(text).rules.some(({ kind }) => kind === 'part')).toBe(false));
});
