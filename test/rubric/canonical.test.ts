import { canonicalText, questionsOf, readCriteria, sameRules } from '../../src/rubric';
import { result } from './gives';

/** Canonical wording of readings: what a person would see as the decided text. */
const wordings: readonly (readonly [text: string, zh: string, en: string])[] = [
  ['90-100分为优秀，低于60分为不合格', '90-100分为优秀；不足60分为不合格', '90-100 points = 优秀; less than 60 points = 不合格'],
  [
    '85%以上10分90%以上20分',
    '85%以上、不足90%得10分；90%以上得20分',
    'at least 85% and less than 90% - earns 10 points; at least 90% - earns 20 points',
  ],
  ['超过2小时不超过4小时为合格', '超过2小时、不超过4小时为合格', 'more than 2 hours and at most 4 hours = 合格'],
  ['优秀10分，良好8分', '优秀得10分；良好得8分', '优秀 - earns 10 points; 良好 - earns 8 points'],
  ['1级4分2级8分', '1级得4分；2级得8分', '1级 - earns 4 points; 2级 - earns 8 points'],
  ['3次及以上不得分，1-2次得一半分', '3次以上不得分；1-2次得50%分值', 'at least 3 times - no points; 1-2 times - half marks'],
];

test.each(wordings)('%s', (text, zh, en) => {
  const reading = readCriteria(text);
  expect([canonicalText(reading, 'zh'), canonicalText(reading, 'en')]).toEqual([zh, en]);
});

/** Texts of every family: their canonical text reads back to the same rubric in both languages. */
const texts: readonly string[] = [
  ...wordings.map(([text]) => text),
  '90分以上为优秀，80-89分为良好，60-79分为合格，60分以下为不合格',
  'A、很好，得25-30分；B、较好，得16-24分；C、一般，得0-15分',
  '优秀（9-10分）：高效；良好（7-8分）：较好；合格（5-6分）：一般',
  '达到目标得满分，每低1%扣2分，扣完为止',
  '未发生事故得满分，发生1次扣5分，发生2次及以上扣10分',
  '每提前1天加1分，每延迟1天扣1分，最高加5分',
  '实际完成率×权重',
  '出现重大事故，本项不得分',
  '本项15分，每错一次扣2分',
  '按时提交得5分，延迟提交得2分，未提交得0分',
  'Excellent (5 points); Good (4 points); Poor (1 point)',
  '>= 95%: 10 points; >= 90%: 8 points; < 90%: 0 points',
  '5 points will be deducted for each late report',
];

test.each(texts)('%s reads back', (text) => {
  const reading = readCriteria(text);
  for (const language of ['zh', 'en'] as const)
    expect(sameRules(readCriteria(canonicalText(reading, language) ?? '').rules, reading.rules)).toBe(true);
});

test('a text without rules has no canonical form', () => {
  expect(canonicalText(readCriteria('由部门另行规定'), 'zh')).toBe(null);
});

/** What is asked, and what each answer would give for the value in dispute. */
const questions: readonly (readonly [text: string, code: string, sample: string, results: readonly string[]])[] = [
  ['90-100分为优秀，80-90分为良好，80分以下为合格', 'shared-boundary', '90分', ['优秀', '良好']],
  ['低于5%为优秀，5%-10%为良好，10%-20%为合格，高于20%为不合格', 'shared-boundary', '10%', ['良好', '合格']],
  ['90-100分为优秀，80-89分为良好，80分以下为合格', 'integer-gap', '89.5分', ['良好']],
];

test.each(questions)('%s asks about %s', (text, code, sample, results) => {
  const question = questionsOf(readCriteria(text)).find((one) => one.code === code);
  expect(question?.sample).toBe(sample);
  expect(question?.choices.map(({ outcome }) => outcome && result(outcome))).toEqual(results);
});
