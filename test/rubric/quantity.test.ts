import Decimal from 'decimal.js';
import fc from 'fast-check';
import { convert, readQuantity, sameKind, unitLabel, units, type UnitName } from '../../src/rubric/quantity';

function read(text: string, signed = false): string | null {
  const found = readQuantity(text, 0, signed);
  if (!found) return null;
  const rest = text.slice(found.end);
  return `${found.quantity.amount.toFixed()} ${found.quantity.unit}${rest ? `|${rest}` : ''}`;
}

describe('quantities', () => {
  test.each([
    ['85%', '85 %'],
    ['百分之八十', '80 %'],
    ['0.5个百分点', '0.5 百分点'],
    ['3‰', '3 ‰'],
    ['90分为优秀', '90 分|为优秀'],
    ['3个工作日', '3 工作日'],
    ['3个人', '3 人'],
    ['2人次', '2 次'],
    ['两万三千元', '23000 元'],
    ['2万元', '2 万元'],
    ['20万次', '20 万'],
    ['1小时30分', '1.5 小时'],
    ['2分30秒', '2.5 分钟'],
    ['一天半', '1.5 天'],
    ['1个半小时', '1.5 小时'],
    ['5 minutes late', '5 分钟| late'],
    ['20 points', '20 分'],
    ['3 wrong results', '3 null| wrong results'],
    ['一次性通过', '1 null|次性通过'],
    ['15', '15 null'],
  ])('reads %s as %s', (text, expected) => expect(read(text)).toBe(expected));

  test('a sign is read only where it is wanted', () => {
    expect(read('-2%')).toBeNull();
    expect(read('-2%', true)).toBe('-2 %');
  });

  test.each([
    ['0.5', '小时', '分钟', '30'],
    ['2', '天', '小时', '48'],
    ['3', '万元', '元', '30000'],
    ['5', '‰', '%', '0.5'],
    ['2', '次', '起', '2'],
    ['2', '年', '月', '24'],
    ['300', '万', '次', '3000000'],
  ] as const)('%s%s in %s is %s', (amount, from, to, expected) =>
    expect(convert({ amount: new Decimal(amount), unit: from }, to)?.amount.toFixed()).toBe(expected),
  );

  test.each([
    ['件', '元'],
    ['工作日', '天'],
    ['分', '分钟'],
    ['月', '天'],
  ] as const)('%s does not convert to %s', (from, to) => {
    expect(sameKind(from, to)).toBe(false);
    expect(convert({ amount: new Decimal(1), unit: from }, to)).toBeNull();
  });

  const names = Object.keys(units) as UnitName[];
  test('converting there and back gives the amount again, and every unit has a label', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.constantFrom(...names), fc.integer({ min: 1, max: 9999 }), (from, to, amount) => {
        const there = convert({ amount: new Decimal(amount), unit: from }, to);
        if (!there) return;
        const back = convert(there, from);
        expect(back?.amount.minus(amount).abs().lt('1e-9')).toBe(true);
      }),
    );
    for (const name of names) expect(unitLabel(name, 'en')).not.toBe('');
  });

  test.each(names)('a number with %s reads as that unit', (name) => expect(read(`3${units[name].words[0]}`)).toBe(`3 ${name}`));
});
