import { codes, resultsOf, type Row } from './gives';

/** Names of tiers as lists print them: letters with a gloss, credit letters, stars, Traditional lists, names that no table knows. */
const of20 = { fullMarks: '20' };

const rows: Readonly<Record<string, readonly Row[]>> = {
  'a letter with its gloss': [
    ['S(杰出)≥95分；A(优秀)≥85分；B(合格)≥60分；C(不合格)<60分', { '96': 'S', '85': 'A', 优秀: 'A 85~95', '59': 'C' }],
    [
      'A级（优秀）：90分及以上；B级（良好）：75分及以上；C级（较差）：75分以下',
      { '80': 'B级', '75': 'B级', '74': 'C级', 较差: 'C级 0~75' },
    ],
  ],
  'letters of credit': [
    ['AAA级：90分以上，信用卓越；AA级：80-89分，信用优良；A级：80分以下，信用一般', { '91': 'AAA级', '85': 'AA级', '30': 'A级' }],
    ['AA：≥90；A：75≤X<90；BB：60≤X<75；B：<60', { '90': 'AA', '75': 'A', '61': 'BB', '10': 'B' }],
  ],
  'names behind a colon': [
    ['90分以上：五星\n80分以上不满90分：四星\n60分以上不满80分：三星', { '95': '五星', '80': '四星', '79': '三星' }],
  ],
  'grades that are given': [
    [
      '经年度考核，结果为优秀的，加3分；结果为良好的，加1分；结果为不合格的，扣4分',
      { 优秀: '优秀 3', 良好: '良好 1', 不合格: '不合格 16' },
      of20,
    ],
    ['信用等级为A，得10分；为B，得6分；为C或D，得0分', { A: 'A 10', B: 'B 6', D: '0' }],
  ],
  'numbers in front of tiers': [
    ['10分：很好；7分：好；4分：一般；1分：差', { 好: '好 7', 差: '差 1' }],
    ['工作态度 5-非常优秀;4-优秀;3-合格/称职;2-需要改进', { 非常优秀: '非常优秀 5', 合格: '合格 3' }],
  ],
  'what is left': [
    ['回复时间≤20分钟，得5分，否则得0分', { '20分钟': '5', '25分钟': '0' }],
    ['从业六年以上得8分，否则不得分', { '7年': '8', '5年': '0' }],
  ],
  'a letter that is measured': [
    ['N=0，不扣分；N=1，扣2分；1<N≤4，扣5分；N>4，扣10分', { '0': '20', '1': '18', '3': '15', '6': '10' }, of20],
  ],
  'Traditional lists': [
    ['一、優等：九十分以上。二、甲等：七十五分以上未達九十分。三、乙等：未達七十五分。', { '90': '優等', '75': '甲等', '60': '乙等' }],
    ['90~100 分為極優　75~89 分為普通\n低於75 分需加強', { '95': '極優', '80': '普通', '60': '需加強' }],
  ],
};

describe.each(Object.entries(rows))('%s', (_, each) => {
  test.each(each)('%s', (...row) => expect(resultsOf(row)).toEqual(row[1]));
});

test('a letter with its gloss leaves nothing open', () =>
  expect(codes('A（优秀）：90分以上 B（良好）：75分以上不满90分 C（较差）：75分以下')).toEqual([]));
