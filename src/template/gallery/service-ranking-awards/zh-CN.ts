import { composeTemplate, indicator, section } from '../../compose';

/** People side by side; their names are typed over the ones printed. */
const people = Array.from({ length: 8 }, (_, at) => indicator(`员工${at + 1}`, null, null));

export const template = composeTemplate({
  id: 'service-ranking-awards',
  language: 'zh-CN',
  title: '客户服务人员绩效评比排名表（季度）',
  sheetName: '客服人员评比排名表',
  purpose: '客户服务人员每季度评比：自评、上级领导考核、小组考核三方评分按比例合成，自动排出名次，前三名给予奖励。',
  layout: 'ranking',
  fields: [
    { label: '分部', kind: 'text' },
    { label: '评比季度', kind: 'text' },
    { label: '填表日期', kind: 'date' },
  ],
  scale: { kind: 'marks', most: '100' },
  raters: [
    { role: 'self', label: '自评', share: '20' },
    { role: 'supervisor', label: '上级评分', share: '50' },
    { role: 'group', label: '小组评分', share: '30' },
  ],
  awards: [
    { rank: 1, amount: '500' },
    { rank: 2, amount: '300' },
    { rank: 3, amount: '200' },
  ],
  sections: [section(null, people)],
  notes: [
    '各方评分填本季度三个月考核得分的平均数，满分100分；全部人员评分填齐后排出名次。人数不是八人的，增加行后下拉公式，或删去多余的行。',
    '考核小组由与客户服务人员工作联系密切的人员组成；电话抽查以总部客服抽查为主，原则上每周不少于一次。',
    '回访完成率等于每月实际回访条数除以应回访条数；应回访条数为每人每天200条，按实际在岗人数和当月应出勤天数计算。',
    '名次在后三名的，分部客户服务部经理分析原因，在月工作通报下发后4天内将整改方案报总部客户服务部备案。',
    '月度考核结果汇总后，用于年终优秀分部客户服务部评比。',
  ],
  corrections: [
    '自评、上级考核和小组考核原来没有比例，已补上',
    '回访完成率的算式误用乘号，已改为除法',
    '“连续3个月（季度）评比综合排名”定为按三个月平均分的季度排名',
    '名次并列时其后的名次原来没有规定，已定为顺延：两人并列第二，其后为第四',
    '原方案所附的考核表在原文中缺失，三方评分可取自本库其他月度考核表',
  ],
  interview: ['后三名落后原因', '整改措施与完成时间'],
  signatures: ['制表人', '分部经理', '总部客户服务部'],
});
