import { composeTemplate, deducted, indicator, section } from '../../compose';

export const template = composeTemplate({
  id: 'hospital-service-deductions',
  language: 'zh-CN',
  title: '医院客服部绩效考核细则',
  sheetName: '医院客服部绩效考核细则',
  purpose: '医院客服人员每月考核：仪容仪表、服务、劳动纪律、团队精神、工作心态、卫生、勤俭节约七项，满分10分，按违规次数扣分。',
  layout: 'points',
  fields: [
    { label: '姓名', kind: 'text' },
    { label: '岗位', kind: 'text' },
    { label: '考核月份', kind: 'text' },
  ],
  raters: [{ role: 'supervisor', label: '得分', share: '100' }],
  sections: [
    section(null, [
      indicator(
        '仪容仪表仪态',
        '1.5',
        '每发现一次不着淡妆、不盘头、不戴统一头花或工装不整齐扣0.5分；\n每发现一次不佩戴胸卡扣0.5分；\n每发现一次上班时动作不文雅、影响形象扣0.5分；\n扣完为止',
        deducted,
      ),
      indicator(
        '服务',
        '2',
        '每发生一次不用礼貌用语、不微笑而造成患者投诉扣1分；\n每发生一次患者需要帮助时未提供帮助扣0.5分；\n每发生一次不回答患者提问或语气强硬扣0.5分；\n扣完为止',
        deducted,
      ),
      indicator(
        '劳动纪律',
        '2.5',
        '每发生一次不服从上级安排、侮辱领导扣0.5分；\n每发生一次非因工作穿工作服外出扣0.5分；\n每发现一次上班时嬉笑打闹、看报纸、玩手机扣0.5分；\n每发生一次泄露医院机密扣0.5分；\n扣完为止',
        deducted,
      ),
      indicator(
        '团队精神',
        '1',
        '每发生一次破坏团结、拉帮结派、挑拨离间扣0.5分；\n每发生一次以个人为中心、不为集体出力扣0.5分；\n扣完为止',
        deducted,
      ),
      indicator('工作心态', '1.5', '每发现一次上班懒散、工作不尽心、影响他人情绪扣0.5分，扣完为止', deducted),
      indicator('卫生', '1', '每发现一次所属区域或更衣室卫生不合格扣1分，扣完为止', deducted),
      indicator('勤俭节约', '0.5', '每发现一次浪费水电或耗材扣0.5分，扣完为止', deducted),
    ]),
  ],
  gradeScale: [
    { tier: '优秀', from: '9' },
    { tier: '良好', from: '8' },
    { tier: '合格', from: '6' },
    { tier: '不合格', from: '0' },
  ],
  notes: ['“扣分”栏填当月该项累计扣分，“备注”栏注明日期和事由。'],
  corrections: [
    '工作心态在细则中为2分、一次扣2分，在评分一览表中为1.5分、每次扣0.5分，已统一为1.5分、每次扣0.5分',
    '勤俭节约为附加内容0.5分而没有扣分规定，已补上并计入总分，七项合计10分',
    '原细则没有说明同一情形再次发生是否再扣，已写明按次扣分、扣完为止',
    '“0。5分”“2。5分”等误用句号的数字已改正',
    '原细则没有合计和等级，已补上',
  ],
  interview: ['主要扣分原因', '改进措施'],
  signatures: ['被考核人', '考核人'],
});
