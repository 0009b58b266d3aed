import { languageFor, languages, message, resources } from '../../src/locale';
import { fillIn, placeholders, say } from '../../src/locale/format';

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
