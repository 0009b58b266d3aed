import Decimal from 'decimal.js';
import fc from 'fast-check';
import { readCriteria } from '../../src/rubric';
import type { LimitRule, StepRule } from '../../src/rubric/rule';
import { limitWording, stepWording } from '../../src/rubric/stepWording';

const span = { start: 0, end: 0 };
const amountOf = (tenths: number): Decimal => new Decimal(tenths).div(10);

/** What a step means, as text: everything but its place and its words. */
const meaning = ({ trigger, each, amount, base, partial, times }: StepRule): string =>
  JSON.stringify([trigger, each, amount, base, partial, times]);

const step = fc
  .record({
    trigger: fc.constantFrom('event' as const, 'below' as const, 'above' as const),
    tenths: fc.integer({ min: 1, max: 99 }),
    size: fc.integer({ min: 1, max: 20 }),
    mode: fc.constantFrom('deduct' as const, 'add' as const),
    base: fc.constantFrom('target' as const, 'number' as const),
    unit: fc.constantFrom('%' as const, '分钟' as const, '天' as const, '元' as const),
    partial: fc.constantFrom(null, 'up' as const, 'proportional' as const),
  })
  .map(({ trigger, tenths, size, mode, base, unit, partial }): StepRule => {
    const event = trigger === 'event';
    const amount = amountOf(tenths);
    return {
      kind: 'step',
      span,
      trigger,
      phrases: event ? ['违规'] : [],
      each: event ? { amount: new Decimal(1), unit: '次' } : { amount: new Decimal(size), unit },
      amount: { mode, low: amount, high: amount, of: 'points' },
      base: event ? null : base === 'target' ? 'target' : { amount: new Decimal(95), unit },
      relative: false,
      partial: event ? null : partial,
      within: null,
      times: 'each',
    };
  });

describe('steps and limits written out', () => {
  test.each(['zh', 'en'] as const)('a step written in %s reads back to itself', (language) => {
    fc.assert(
      fc.property(step, (rule) => {
        const text = stepWording(rule, language);
        if (text === null) throw new Error('no wording');
        const read = readCriteria(text).rules.filter((other): other is StepRule => other.kind === 'step');
        expect([text, ...read.map(meaning)]).toEqual([text, meaning(rule)]);
      }),
      { numRuns: 150 },
    );
  });

  test.each([
    [{ on: 'score', bound: 'floor', at: new Decimal(0) }, '扣完为止', 'minimum score 0'],
    [{ on: 'deduction', bound: 'cap', at: new Decimal(5) }, '最多扣5分', 'maximum deduction 5 points'],
    [{ on: 'bonus', bound: 'cap', at: new Decimal(5) }, '最多加5分', 'maximum bonus 5 points'],
  ] as const)('%j', (shape, zh, en) => {
    const rule: LimitRule = { kind: 'limit', span, doubtful: false, ...shape };
    expect([limitWording(rule, 'zh'), limitWording(rule, 'en')]).toEqual([zh, en]);
    const lead = { zh: '每次加1分，每违规一次扣2分，', en: '2 points will be deducted for each error, ' };
    for (const language of ['zh', 'en'] as const) {
      const read = readCriteria(lead[language] + limitWording(rule, language)).rules.find(({ kind }) => kind === 'limit');
      expect(read).toMatchObject({ on: rule.on, bound: rule.bound, doubtful: false });
    }
  });

  test('what is undecided has no wording', () => {
    const rule = fc.sample(step, 1)[0] as StepRule;
    expect(stepWording({ ...rule, times: 'open' }, 'zh')).toBeNull();
    expect(stepWording({ ...rule, amount: { ...rule.amount, low: null, high: null } }, 'en')).toBeNull();
    expect(limitWording({ kind: 'limit', span, on: 'change', bound: 'floor', at: new Decimal(-5), doubtful: true }, 'zh')).toBeNull();
  });
});
