import { questionsOf, readCriteria, targetOf } from '../../src/rubric';
import Decimal from 'decimal.js';
import { result } from './gives';

const options = { fullMarks: new Decimal(20), target: targetOf('100') };

/** What is asked about a step or a bound: every sensible way to read it, with what it gives for an entry at which they differ. */
const questions: readonly (readonly [text: string, code: string, sample: string, results: readonly string[]])[] = [
  ['态度生硬被投诉扣5分', 'once-or-each', '2次', ['10', '15']],
  ['处理时间与目标时间对比，超过1小时扣0.5分', 'once-or-each', '超2小时', ['19', '19.5']],
  ['完成率100%得满分，每低5%扣2分', 'partial-step', '92.5%', ['18', '16', '17']],
  ['每延迟1天扣2分', 'partial-step', '延迟1.5天', ['18', '16', '17']],
];

test.each(questions)('%s asks about %s', (text, code, sample, results) => {
  const found = questionsOf(readCriteria(text), options).find((one) => one.code === code);
  expect([found?.sample, found?.choices.map(({ outcome }) => outcome && result(outcome))]).toEqual([sample, results]);
});

/** Texts with one fault each: the fix reads back to a rubric without it. */
const faults: readonly (readonly [text: string, code: string])[] = [
  ['90-100分为优秀，80-90分为良好，80分以下为合格', 'shared-boundary'],
  ['90-100分为优秀，80-89分为良好，80分以下为合格', 'integer-gap'],
  ['85分以上为优秀，80分以下为不合格', 'gap'],
  ['每迟到一次扣2分', 'missing-floor'],
  ['态度生硬被投诉扣5分', 'once-or-each'],
  ['达到目标值得满分，每低5%扣2分，最低不低于-10分', 'floor-or-cap'],
  ['工期每延长1天扣1分，最多扣至6分', 'floor-or-cap'],
  ['每错一次扣l分', 'lost-text'],
];

test.each(faults)('%s: the fix settles %s', (text, code) => {
  const reading = readCriteria(text);
  const fix = reading.issues.find((issue) => issue.code === code)?.fix?.text;
  expect(fix).toBeDefined();
  const back = readCriteria(fix ?? '');
  expect([fix, back.certainty, back.issues.map((issue) => issue.code)]).not.toContain(code);
  expect(back.issues.map((issue) => issue.code)).not.toContain(code);
  expect(back.certainty).toBe('certain');
});
