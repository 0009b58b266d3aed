import { resultsOf, type Row } from './gives';

const rows = (table: Row[]): void => {
  test.each(table)('%s', (...row) => expect(resultsOf(row)).toEqual(row[1]));
};

describe('a share of the target beside a count', () => {
  rows([
    [
      '按年度任务数考核，每少完成一件扣2分，完成数不足任务60%的本项不得分',
      { '18': '16', '22件': '20', '12件': '4', '11件': '0' },
      { fullMarks: '20', target: '20件' },
    ],
    ['每少走访一家扣1分，走访不到计划一半的本项分扣完', { '18家': '13', '9家': '0' }, { fullMarks: '15', target: '20家' }],
    ['回款与计划相比每少收10万元扣1分，少收超过50%的不得分', { '190万元': '19', '90万元': '0' }, { fullMarks: '20', target: '200万元' }],
    // A bare number may be a count or a percentage.
    ['每出现一次投诉扣1分，合格率低于90%不得分', { '3': '?0', '3次': '17', '89%': '0' }, { fullMarks: '20' }],
  ]);
});
