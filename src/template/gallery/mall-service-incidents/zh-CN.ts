import { composeTemplate, indicator, perIncident, section } from '../../compose';

const scoredBy = (source: string, each: string) => ({ ...perIncident(each), source });

export const template = composeTemplate({
  id: 'mall-service-incidents',
  language: 'zh-CN',
  title: '商场客服部绩效考核表（月度）',
  sheetName: '商场客服部绩效考核表',
  purpose: '商场客服部每月考核：十项工作各由对口部门评分，及时完成得满分，每有一次不到位按标准扣分，扣完为止。',
  layout: 'points',
  fields: [
    { label: '被考核部门', kind: 'text' },
    { label: '部门负责人', kind: 'text' },
    { label: '考核月份', kind: 'text' },
  ],
  sections: [
    section(null, [
      indicator('VIP活动方案下发', '15', '每有一次未提前下发与收银有关的VIP活动方案扣5分，扣完为止', scoredBy('财务部', '5')),
      indicator('VIP过期卡、异常卡通知', '15', '每有一次未及时通知会员、造成收银台无法正常使用扣5分，扣完为止', scoredBy('财务部', '5')),
      indicator('费用报账', '5', '每有一次未及时报账扣2分，扣完为止', scoredBy('财务部', '2')),
      indicator('各类报表报送', '25', '每有一次未及时报送扣5分，扣完为止', scoredBy('行政人事部', '5')),
      indicator('启封场值夜班', '5', '每有一次值班人员未及时到位或未配合保卫部做好启封场扣2分，扣完为止', scoredBy('保卫部', '2')),
      indicator('营销活动配合', '5', '每有一次配合不到位扣2分，扣完为止', scoredBy('市场推广部', '2')),
      indicator('品牌图纸审核', '5', '每有一次审核出现延误或差错扣2分，扣完为止', scoredBy('经营一、二部', '2')),
      indicator('熟悉商厦品牌', '5', '每有一次不熟悉品牌、未能正确引领顾客消费扣2分，扣完为止', scoredBy('经营一、二部', '2')),
      indicator('配合楼层主管', '5', '每有一次未按月进行VIP章程培训或未按月讲解会员服务项目扣2分，扣完为止', scoredBy('经营一、二部', '2')),
      indicator('熟知品牌活动与返利标准', '15', '每有一次不熟知各品牌适时活动或积分返利标准扣5分，扣完为止', scoredBy('经营一、二部', '5')),
    ]),
  ],
  gradeScale: [
    { tier: '优秀', from: '90' },
    { tier: '良好', from: '80' },
    { tier: '合格', from: '60' },
    { tier: '不合格', from: '0' },
  ],
  notes: [
    'VIP积分返利活动及其他与收银有关的VIP活动方案至少提前一日下发，保证结算中心及时培训收银员。',
    '各评分部门据实填写本月发生次数，并在备注栏写明日期和事由。',
  ],
  corrections: [
    '原表各项分值合计7.5分，已换算为百分制：每次扣分乘以10，分值乘以10后不足100分的25分补在四个主要项目上',
    '“启封场值夜班”原来没有扣分标准，已比照同分值的项目补上',
    '原表两栏文字在分页处交错，已按项目和评分部门复原',
    '原表没有考核等级，已补上',
  ],
  interview: ['主要问题与原因', '改进措施与完成时间'],
  signatures: ['被考核部门负责人', '考核人', '总经理'],
});
