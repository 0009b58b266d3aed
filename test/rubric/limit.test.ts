import { limitsIn } from '../../src/rubric/families/limit';

const around = { deducts: true, adds: false, computes: false, sets: false, text: '' };
const read = (text: string, more: Partial<typeof around> = {}): string =>
  limitsIn(text, { ...around, ...more })
    .limits.map(({ on, bound, at, doubtful }) => `${on} ${bound} ${at === 'fullMarks' ? at : at.toFixed()}${doubtful ? ' ?' : ''}`)
    .join(', ');

describe('floors and caps', () => {
  test.each([
    '扣完为止',
    '直至扣完为止',
    '扣完本项分值为止',
    '扣满即止',
    '最低为0分',
    '最低得分为0',
    '最低0分',
    '最高扣至0分',
    '最低扣至0分',
    '扣至本项满分为止',
    '不得负分',
    '不计负分',
    '不倒扣',
    '得分不低于0分',
    '以本项分值为限',
    'minimum score 0',
    'not below zero',
    'no negative points',
  ])('%s is a floor of 0', (text) => expect(read(text)).toBe('score floor 0'));

  test.each([
    ['最多扣5分', 'deduction cap 5'],
    ['最高扣10分', 'deduction cap 10'],
    ['累计扣分不超过6分', 'deduction cap 6'],
    ['扣分上限5分', 'deduction cap 5'],
    ['扣满10分为止', 'deduction cap 10'],
    ['up to a maximum of 10 points', 'deduction cap 10'],
    ['最低得60分', 'score floor 60'],
    ['最高不超过满分', 'score cap fullMarks'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));

  test.each([
    ['最高加15分', 'bonus cap 15'],
    ['最多加6分', 'bonus cap 6'],
    ['加满5分为止', 'bonus cap 5'],
    ['最高不超过5分', 'bonus cap 5'],
    ['最高得10分', 'score cap 10'],
  ])('beside additions: %s', (text, expected) => expect(read(text, { deducts: false, adds: true })).toBe(expected));

  test('a bound below zero beside deductions alone may mean two things', () => {
    expect(read('最低不低于-10分')).toBe('change floor -10 ?');
    expect(read('最高扣至-20分')).toBe('change floor -20 ?');
    expect(read('最低不低于-5分', { adds: true })).toBe('change floor -5');
    expect(read('最高不超过5分')).toBe('deduction cap 5 ?');
  });

  test.each(['最低90%', '扣分', '不超过3次'])('%s is no limit of points', (text) => expect(read(text)).toBe(''));
});
