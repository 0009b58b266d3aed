import { composeTemplate, indicator, section } from '../../compose';

export const template = composeTemplate({
  id: 'department-summary',
  language: 'zh-CN',
  title: '部门绩效考核表',
  sheetName: '部门绩效考核表',
  purpose: '部门按月或按季考核的汇总表：部门职责、部门计划、客户评价三部分加权相加，再乘以重关指标值；部门自评，分管领导审核。',
  layout: 'summary',
  fields: [
    { label: '部门', kind: 'text' },
    { label: '考核期', kind: 'text' },
    { label: '考核结果', kind: 'text' },
  ],
  scale: { kind: 'marks', most: '100' },
  raters: [
    { role: 'self', label: '自评分', share: '0' },
    { role: 'reviewer', label: '审核分', share: '100' },
  ],
  sections: [
    section(null, [
      indicator('部门职责', '37.5', null),
      indicator('部门计划', '37.5', null),
      indicator('客户评价（满意度调查）', '25', null),
    ]),
  ],
  factor: { name: '重关指标', most: '100' },
  notes: [
    '所有评分都以百分制计算。分管领导作为部门的直接上级负责审核，更上级负责部门的年度考评；自评总分供参考，考核结果以审核总分为准。',
    '部门职责、部门计划的得分分别取自《部门职责考核表》和《工作计划考核表》；客户评价取各客户部门《客户评价表》得分的平均值，自评时填最近一次满意度调查的结果。',
    '重关指标由分管领导在考核期开始前书面确定：全部完成为100分，部分完成按完成比例评分。',
    '审核总分作为计发业绩工资的依据，占部门经理季度考核分的80%，占部门员工季度考核分的20%，其余部分按本单位规定。',
    '填表人、自评人与审核人对本表的真实性与客观性负责。本表一式二份，部门与人力资源部各存一份，保存期限为一年。',
  ],
  corrections: [
    '原表三部分权重30%、30%、20%合计只有80%，各项满分的部门也只得80分，已按原比例换算为37.5%、37.5%、25%',
    '原表自评分四栏只填三个数，无法判断缺哪一栏，现每栏都有标题和填写范围',
    '原表称共五部分而“绩效提高与改进措施”没有填写的地方，已补上',
    '原表“季（月）”混用，已改为“考核期”一栏，填年份和月份或季度',
  ],
  interview: ['主要成绩', '存在的问题', '绩效提高与改进措施'],
  signatures: ['填表人', '自评人', '审核人'],
});
