import { composeTemplate, counted, indicator, levelled, measured, percent, section } from '../../compose';

const levels = levelled([
  ['优秀', '100'],
  ['良好', '80'],
  ['合格', '60'],
  ['不合格', '0'],
]);
const timely = '95%以上得100分；90%以上、不足95%得80分；80%以上、不足90%得60分；不足80%得0分';
const monthly = { cycle: '月/季/年', source: '客服部' };
const quarterly = { cycle: '季/年', source: '客服部' };

export const template = composeTemplate({
  id: 'service-indicator-catalogue',
  language: 'zh-CN',
  title: '客服部绩效考核表（定量与定性指标）',
  sheetName: '客服部绩效考核表',
  purpose: '客服部按月、季、年考核：定量指标七项占60%，定性指标四项占40%，注明考核周期与数据来源，由主管领导评分。',
  layout: 'scored',
  fields: [
    { label: '被考核部门', kind: 'text' },
    { label: '部门负责人', kind: 'text' },
    { label: '考核期', kind: 'text' },
  ],
  scale: { kind: 'marks', most: '100' },
  raters: [{ role: 'supervisor', label: '主管领导评分', share: '100' }],
  sections: [
    section('定量指标', [
      indicator('客户意见反馈及时率', '10', timely, { ...percent('95%以上'), ...monthly }),
      indicator('客户服务信息传递及时率', '10', timely, { ...percent('95%以上'), ...monthly }),
      indicator('大客户流失数', '10', '0个得100分；1个得60分；2个以上得0分', { ...counted('1000', '0个'), ...monthly }),
      indicator(
        '客服费用控制',
        '8',
        '实际费用占预算的比例：不超过95%得100分；超过95%、不超过100%得80分；超过100%、不超过105%得60分；超过105%得0分',
        { ...percent('不超过预算', '1000'), cycle: '季/年', source: '财务部' },
      ),
      indicator('客户调研计划完成率', '6', '100%以上得100分；90%以上、不足100%得80分；80%以上、不足90%得60分；不足80%得0分', {
        ...percent('100%', '1000'),
        ...quarterly,
      }),
      indicator('客户投诉解决满意率', '10', timely, { ...percent('95%以上'), ...monthly }),
      indicator('客户有效投诉次数', '6', '0次得100分；1次得80分；2次得60分；3次以上得0分', {
        ...counted('1000', '0次'),
        ...quarterly,
      }),
    ]),
    section('定性指标', [
      indicator('客户满意程度', '10', '90分以上得100分；80分以上、不足90分得80分；60分以上、不足80分得60分；不足60分得0分', {
        ...measured('分', '0', '100', '客户评分90分以上'),
        ...quarterly,
      }),
      indicator(
        '客户服务规范执行情况',
        '10',
        '优秀：全部按客户服务方案执行，得100分；\n良好：个别环节有疏漏，当场纠正，得80分；\n合格：有疏漏，经提醒后纠正，得60分；\n不合格：多次违反客户服务方案，得0分',
        { ...levels, target: '按客户服务方案执行', ...quarterly },
      ),
      indicator(
        '客户信息完整性与准确性',
        '10',
        '优秀：资料完整、准确，更新及时，得100分；\n良好：资料完整，个别信息待更新，得80分；\n合格：资料有少量缺失，限期补齐，得60分；\n不合格：资料大量缺失或有错误，得0分',
        { ...levels, target: '资料完整、无缺失', ...quarterly },
      ),
      indicator(
        '客户关系维护',
        '10',
        '优秀：主动维护，客户关系明显增进，得100分；\n良好：按计划维护，客户关系稳定，得80分；\n合格：维护不够主动，客户关系没有恶化，得60分；\n不合格：疏于维护，客户关系恶化，得0分',
        { ...levels, target: '主管领导满意', ...quarterly },
      ),
    ]),
  ],
  gradeScale: [
    { tier: '优秀', from: '90' },
    { tier: '良好', from: '80' },
    { tier: '合格', from: '60' },
    { tier: '不合格', from: '0' },
  ],
  notes: [
    '“实际完成”栏填百分比、个数、次数或分数；有级别的指标直接选该级的分数。',
    '客户有效投诉指确因客服人员或企业过失造成的客户投诉。',
    '数据来源：客服费用控制由财务部提供，其余由客服部提供。',
  ],
  corrections: [
    '原表定量指标缺第3项的编号，指标已重新连续排列',
    '原文表尾印在表头之前，已按定量、定性顺序复原',
    '原表没有权重、目标值和评分标准，已补上，权重合计100%',
    '原表没有考核等级，已补上',
  ],
  interview: ['未达标指标与原因', '改进措施与完成时间'],
  signatures: ['部门负责人', '考核人', '主管领导'],
});
