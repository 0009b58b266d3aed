import Decimal from 'decimal.js';
import { languageFor, languages, message, resources } from '../../src/locale';
import { fillIn, placeholders, say } from '../../src/locale/format';
import { readCriteria, scoreEntry } from '../../src/rubric';

const simplifiedOnly = /[们这说对应该为时个级单标权检评论项数员关议务规则优错误设历间变动连还没样写让书东车门马鸟鱼龙]/;

describe('every language says the same things', () => {
  const keys = Object.keys(resources['zh-CN']).sort();

  test.each(languages)('%s has every key and no other', (language) => {
    expect(Object.keys(resources[language]).sort()).toEqual(keys);
  });

  test.each(languages)('%s has no empty text', (language) => {
    expect(Object.entries(resources[language]).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test.each(languages)('%s has the same placeholders as zh-CN', (language) => {
    const different = keys.filter((key) => {
      const [own, other] = [resources[language][key] ?? '', resources['zh-CN'][key] ?? ''];
      return placeholders(own).join() !== placeholders(other).join();
    });
    expect(different).toEqual([]);
  });

  test('the Traditional texts are written in Traditional characters', () => {
    const simplified = Object.entries(resources['zh-TW']).filter(([, text]) => simplifiedOnly.test(text));
    expect(simplified).toEqual([]);
  });

  test('the English texts of the pane hold no Chinese, except where they quote a form', () => {
    const quoted = /[“(][^”)]*[”)]|。/g;
    const chinese = Object.entries(resources.en).filter(
      ([key, text]) => /^(pane|policy|action)\./.test(key) && /\p{Script=Han}/u.test(text.replace(quoted, '')),
    );
    expect(chinese).toEqual([]);
  });
});

describe('a message', () => {
  test('puts its details in', () => {
    expect(fillIn('{{forms}} of {{all}}', { forms: 3, all: '40' })).toBe('3 of 40');
  });
  test('leaves out what is not given', () => expect(fillIn('a{{b}}c')).toBe('ac'));
  test('inserts markup as it is', () => expect(fillIn('{{x}}', { x: '<b>{{y}}</b>' })).toBe('<b>{{y}}</b>'));
  test('without a text is shown as its code', () => expect(say({}, 'finding.unheard-of')).toBe('finding.unheard-of'));
  test('is said in the language asked for', () => {
    expect(languages.map((language) => message(language, 'pane.severity.error'))).toEqual(['错误', '錯誤', 'Errors']);
  });
});

describe('the host’s language tag', () => {
  test.each([
    ['zh-CN', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['zh-Hans-SG', 'zh-CN'],
    ['zh-TW', 'zh-TW'],
    ['zh-HK', 'zh-TW'],
    ['zh-Hant-MO', 'zh-TW'],
    ['en-US', 'en'],
    ['de-DE', 'en'],
    [undefined, 'en'],
  ])('%s → %s', (tag, language) => expect(languageFor(tag)).toBe(language));
});

describe('what the reader says of a text and an entry has words', () => {
  const texts = [
    '90-100分为优秀，80-89分为良好，低于60分为不合格',
    '5%-10%为良好，10%-20%为合格',
    '每迟到一次扣2分，最多扣10分',
    '满分10分，每低1%扣2分，扣完为止',
    '出现重大投诉一票否决，其余得10分',
    'A 得25-30分，B 得16-24分',
    '按实际完成比例评分',
    '最低不低于-5分，每次扣2分',
  ];
  const entries = ['92', '89.5', '10%', '迟到3次', '93.5%', '重大投诉', 'A', '无', '9次'];
  const readings = texts.map((text) => readCriteria(text));
  const outcomes = readings.flatMap((reading) =>
    entries.map((text) => scoreEntry(reading, { kind: 'text', text }, { fullMarks: new Decimal(10) })),
  );
  const codes = [
    ...readings.flatMap(({ issues }) => issues.map(({ code }) => `issue.${code}`)),
    ...outcomes.flatMap(({ reason, problem }) => [
      ...reason.map(({ code }) => `reason.${code}`),
      ...(problem ? [`problem.${problem.code}`] : []),
    ]),
  ];

  test.each(languages)('in %s', (language) => {
    expect(codes.length).toBeGreaterThan(100);
    expect([...new Set(codes)].filter((code) => !(code in resources[language]))).toEqual([]);
  });
});
