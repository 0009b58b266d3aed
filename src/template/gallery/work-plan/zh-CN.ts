import { composeTemplate, indicator, section } from '../../compose';

const described = { kind: 'text' } as const;

export const template = composeTemplate({
  id: 'work-plan',
  language: 'zh-CN',
  title: '工作计划考核表',
  sheetName: '工作计划考核表',
  purpose: '部门或个人按月拟订工作计划并考核完成情况：任务、权重、起止时间和应取得的效果事先写明，月末自评与审核按比例合成。',
  layout: 'plan',
  fields: [
    { label: '部门', kind: 'text' },
    { label: '考核月份', kind: 'text' },
    { label: '日期', kind: 'date' },
  ],
  scale: { kind: 'marks', most: '100' },
  raters: [
    { role: 'self', label: '自评分', share: '30' },
    { role: 'reviewer', label: '审核评分', share: '70' },
  ],
  sections: [
    section(null, [
      indicator('组织实施大容量电池巡检', '50', null, {
        target: '整理出大容量电池用户清单，完成各区域的巡检计划',
        period: '本月1日至月末',
        entry: described,
      }),
      indicator('重点客户项目终验', '30', null, {
        target: '通过终验，取得验收证书',
        period: '本月15日前',
        entry: described,
      }),
      indicator('客户维护人员培训洽谈', '20', null, {
        target: '谈定培训事宜，制定客户维护人员的培训计划',
        period: '本月底前',
        entry: described,
      }),
    ]),
  ],
  gradeScale: [
    { tier: '优秀', from: '90' },
    { tier: '良好', from: '80' },
    { tier: '合格', from: '60' },
    { tier: '不合格', from: '0' },
  ],
  notes: [
    '表中任务、起止时间和效果为示例，请改填本月的计划；权重合计保持100%。',
    '评分标准：按期取得应有效果为100分；取得应有效果但逾期，每逾期1天扣5分；部分取得效果，按完成比例评分；没有开展为0分。',
    '跨月的任务按本月应取得的效果考核，其余部分列入以后月份的计划。',
    '审核人负责审核工作计划是否支持个人工作目标和部门工作计划；任务无法按要求完成时，请在“实际完成”栏注明原因。',
  ],
  corrections: [
    '原表各项填的是已乘权重的分数，而注明“得分=∑(评分×权重)”，会把权重乘两次；现各项都按100分评分，再乘以权重',
    '原表没有评分标准，逾期完成的任务和跨月任务如何评分没有规定，已补上',
    '原表没有规定自评分与审核评分如何得出结果，已定为自评30%、审核70%，可按本单位规定修改',
  ],
  interview: ['未完成任务的原因', '需要的支持', '下月重点任务'],
  signatures: ['计划拟订人、自评人', '计划审核人', '考核审核人'],
});
