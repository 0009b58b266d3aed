import { composeTemplate, indicator, levelled, section } from '../../compose';

const levels = levelled([
  ['优秀', '100'],
  ['良好', '80'],
  ['合格', '60'],
  ['不合格', '30'],
]);

export const template = composeTemplate({
  id: 'monthly-six-indicators',
  language: 'zh-CN',
  title: '月度绩效考核评分表',
  sheetName: '月度绩效考核评分表',
  purpose: '各岗位员工每月考核：工作质量、工作效率、工作态度、团队合作、创新能力、学习能力六项指标，由上级一人评分。',
  layout: 'scored',
  fields: [
    { label: '姓名', kind: 'text' },
    { label: '部门', kind: 'text' },
    { label: '岗位', kind: 'text' },
    { label: '考核月份', kind: 'text' },
    { label: '考核人', kind: 'text' },
    { label: '考核日期', kind: 'date' },
  ],
  scale: { kind: 'marks', most: '100' },
  raters: [{ role: 'supervisor', label: '得分', share: '100' }],
  sections: [
    section(null, [
      indicator(
        '工作质量',
        '30',
        '优秀：全部任务按时完成，成果没有错误，得100分；\n良好：任务按时完成，个别小错误当场改正，得80分；\n合格：成果有错误或缺陷，返工后达到要求，得60分；\n不合格：成果达不到要求，得30分',
        { ...levels, target: '按时完成工作，质量达到标准' },
      ),
      indicator(
        '工作效率',
        '20',
        '优秀：提前完成任务，保持高质量，得100分；\n良好：在规定时间内完成任务，得80分；\n合格：个别任务超时，没有影响他人工作，得60分；\n不合格：多次超时，影响他人工作，得30分',
        { ...levels, target: '在规定时间内完成任务' },
      ),
      indicator(
        '工作态度',
        '15',
        '优秀：责任心强，主动承担工作、解决问题，得100分；\n良好：认真负责，按要求完成工作，得80分；\n合格：工作需要上级提醒，得60分；\n不合格：态度懈怠，推诿责任，得30分',
        { ...levels, target: '有责任心，积极主动' },
      ),
      indicator(
        '团队合作',
        '15',
        '优秀：带动团队协作，及时支援同事，得100分；\n良好：积极参加团队活动，沟通顺畅，得80分；\n合格：能配合工作，沟通不够及时，得60分；\n不合格：不愿配合，影响团队工作，得30分',
        { ...levels, target: '积极参与，有效沟通' },
      ),
      indicator(
        '创新能力',
        '10',
        '优秀：提出新方案，落实后见到成效，得100分；\n良好：提出可行的改进建议，得80分；\n合格：能用既有方法解决问题，得60分；\n不合格：遇到问题不思解决，得30分',
        { ...levels, target: '提出新的想法和解决方案' },
      ),
      indicator(
        '学习能力',
        '10',
        '优秀：自主学习，把所学用于工作并见到成效，得100分；\n良好：按计划学习，掌握所需的知识和技能，得80分；\n合格：参加规定的培训，得60分；\n不合格：缺席培训，知识和技能没有提高，得30分',
        { ...levels, target: '自主学习，学以致用' },
      ),
    ]),
  ],
  gradeScale: [
    { tier: '优秀', from: '90' },
    { tier: '良好', from: '80' },
    { tier: '合格', from: '60' },
    { tier: '不合格', from: '0' },
  ],
  notes: ['每项按实际表现选一级，填该级的分数。'],
  corrections: ['原表没有说明各项满分，已定为每项100分', '原表只写“将会扣分”而没有扣多少，已改为四级评分标准', '原表没有总分等级，已补上'],
  interview: ['本月主要成绩', '需要改进之处', '下月目标与支持'],
  signatures: ['被考核人', '考核人', '部门负责人'],
});
