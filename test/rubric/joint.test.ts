import Decimal from 'decimal.js';
import { entryOf, readCriteria, scoreEntry, type EntryValue } from '../../src/rubric';
import { result, resultsOf, type Row } from './gives';

type Parts = Readonly<Record<string, string | number>>;

const entry = (values: Parts): EntryValue => ({
  kind: 'parts',
  parts: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, entryOf(value)])),
});
const given = (text: string, values: Parts): string =>
  result(scoreEntry(readCriteria(text), entry(values), { fullMarks: new Decimal(10) }));

describe('conditions that hold together', () => {
  const course = '完成培训且测验85分以上的得6分/完成培训但测验不到85分4分/未完成培训0分';
  const report = '出勤率98%以上且无违纪得10分；出勤率95%以上且无违纪得7分；否则0分';
  const both = '同时满足产值500万元以上、合格率99%以上得20分，只满足一项得8分，均不满足0分';
  const yields = '产量达100%，且合格率达98%的得满分，产量达到100%但合格率低于98%得一半分，产量未达到100%不得分';

  test.each<[string, Parts, string]>([
    [course, { 完成培训: '是', 测验: 90 }, '6'],
    [course, { 完成培训: '是', 测验: '80分' }, '4'],
    [course, { 完成培训: '否' }, '0'],
    [course, { 完成培训: '是' }, '?-'],
    [report, { 出勤率: '99%', 违纪: '无' }, '10'],
    [report, { 出勤率: '96%', 违纪: 0 }, '7'],
    [report, { 出勤率: '99%', 违纪: '1次' }, '0'],
    [both, { 产值: '600万元', 合格率: '99.5%' }, '20'],
    [both, { 产值: '6000000元', 合格率: '97%' }, '8'],
    [both, { 产值: '300万元', 合格率: '97%' }, '0'],
    [yields, { 产量: '101%', 合格率: '98%' }, '10'],
    [yields, { 产量: '101%', 合格率: '96%' }, '5'],
    [yields, { 产量: '95%', 合格率: '99%' }, '0'],
  ])('%s %j', (text, values, expected) => expect(given(text, values)).toBe(expected));

  const texts: readonly Row[] = [
    [course, { 未完成培训: '0', 完成培训但测验不到85分: '4', '90': '?-' }],
    [report, { '出勤率99%，无违纪': '10', '出勤率96%，违纪1次': '0' }],
  ];
  test.each(texts)('%s', (...row) => expect(resultsOf(row)).toEqual(row[1]));

  test('two bounds on one thing are a range', () => {
    expect(readCriteria('合格率80%以上且低于90%得8分，90%以上得10分').rules.map(({ kind }) => kind)).toEqual(['band', 'band']);
  });
});
