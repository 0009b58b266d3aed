/** One small form of each layout, made for tests: what the gallery's forms are made of, without their length. */
import {
  composeTemplate,
  counted,
  deducted,
  indicator,
  levelled,
  measured,
  percent,
  perIncident,
  ratioOf,
  section,
  tiered,
} from '../../src/template/compose';
import type { Template } from '../../src/template/types';

const grades = [
  { tier: '优秀', from: '90' },
  { tier: '良好', from: '80' },
  { tier: '合格', from: '60' },
  { tier: '不合格', from: '0' },
];
const coefficients = [
  { from: '90', coefficient: '1.2' },
  { from: '60', coefficient: '1' },
  { from: '0', coefficient: '0' },
];
const fields = [
  { label: '姓名', kind: 'text' as const },
  { label: '部门', kind: 'text' as const },
  { label: '考核日期', kind: 'date' as const },
];
const base = { language: 'zh-CN' as const, purpose: '测试', fields, signatures: ['被考核人', '考核人'], interview: ['改进计划'] };
const twoRaters = [
  { role: 'self' as const, label: '自评', share: '30' },
  { role: 'supervisor' as const, label: '上级评分', share: '70' },
];
const one = [{ role: 'single' as const, label: '得分', share: '100' }];

export const marksForm = composeTemplate({
  ...base,
  id: 'marks',
  title: '月度绩效考核表',
  sheetName: '月度考核',
  layout: 'scored',
  scale: { kind: 'marks', most: '100' },
  raters: twoRaters,
  sections: [
    section('工作业绩', [
      indicator('回访完成率', '35', '95%以上为优秀；80%以上、不足95%为良好；不足80%为不合格', percent('95%')),
      indicator('响应时间', '25', '不超过2小时为优秀；超过2小时、不超过6小时为良好；超过6小时为不合格', measured('小时', '0', '100')),
    ]),
    section('工作态度', [
      indicator('差错次数', '17.5', '0次为优秀；1-2次为良好；3次以上为不合格', counted('100')),
      indicator('服务规范', '22.5', '完全符合为优秀；基本符合为良好；不符合为不合格', tiered(['优秀', '良好', '不合格'])),
    ]),
  ],
  gradeScale: grades,
  coefficients,
});

export const pointsForm = composeTemplate({
  ...base,
  id: 'levels',
  title: '岗位评分表',
  sheetName: '岗位评分',
  layout: 'scored',
  raters: one,
  sections: [
    section('业务', [
      indicator(
        '业务知识',
        '40',
        '熟悉全部产品得40分；熟悉主要产品得30分；其他得10分',
        levelled([
          ['熟练', '40'],
          ['一般', '30'],
          ['较差', '10'],
        ]),
      ),
      indicator('沟通能力', '30', null),
    ]),
    section('团队', [indicator('协作', '20', null), indicator('分享', '10', null)]),
  ],
  extras: [
    { kind: 'bonus', name: '合理化建议', criteria: '被采纳一条加2分，最多加5分', cap: '5' },
    { kind: 'deduction', name: '违纪扣分', criteria: '每次扣2分，最多扣10分', cap: '10' },
  ],
  gradeScale: grades,
  coefficients,
});

export const deductionForm = composeTemplate({
  ...base,
  id: 'deductions',
  title: '服务绩效考核细则',
  sheetName: '考核细则',
  layout: 'points',
  sections: [
    section(null, [
      indicator('仪容仪表', '20', '每次扣2分，扣完为止', deducted),
      indicator('劳动纪律', '50', '每次扣5分，扣完为止', deducted),
      indicator('卫生', '30', '每次扣3分，扣完为止', deducted),
    ]),
  ],
  gradeScale: grades,
});

export const incidentForm = composeTemplate({
  ...base,
  id: 'incidents',
  title: '客服部绩效考核表',
  sheetName: '客服考核',
  layout: 'points',
  sections: [
    section(null, [
      indicator('报表报送', '1.5', '每次扣0.5分，扣完为止', { ...perIncident('0.5'), source: '行政部' }),
      indicator('费用报账', '0.5', '每次扣0.2分，扣完为止', { ...perIncident('0.2'), source: '财务部' }),
      indicator('活动配合', '8', '每次扣1分，扣完为止', { ...perIncident('1'), source: '市场部' }),
    ]),
  ],
});

export const matrixForm = composeTemplate({
  ...base,
  id: 'months',
  title: '绩效考核标准评分一览表',
  sheetName: '评分一览表',
  layout: 'matrix',
  periods: 'months',
  sections: [
    section(null, [
      indicator('仪容仪表', '20', '每次扣1分，扣完为止'),
      indicator('服务', '50', '每次扣2分，扣完为止'),
      indicator('纪律', '30', '每次扣5分，扣完为止'),
    ]),
  ],
});

export const kpiForm = composeTemplate({
  ...base,
  id: 'kpi',
  title: '关键绩效考核指标',
  sheetName: 'KPI',
  layout: 'kpi',
  scale: { kind: 'marks', most: '100' },
  raters: one,
  sections: [
    section(null, [
      indicator('反馈及时率', '40', '及时反馈的意见数÷意见总数×100%', {
        ...ratioOf('及时反馈的意见数', '意见总数'),
        cycle: '月度',
        source: '客服部',
      }),
      indicator('客户回访率', '35', '已回访客户数÷应回访客户数×100%', {
        ...ratioOf('已回访客户数', '应回访客户数'),
        cycle: '月度',
        source: '客服部',
      }),
      indicator('客户满意度', '25', '客户问卷评分的平均分', { ...measured('分', '0', '100'), cycle: '季度', source: '问卷' }),
    ]),
  ],
  gradeScale: grades,
});

export const rankingForm = composeTemplate({
  ...base,
  id: 'ranking',
  title: '客户服务人员绩效考核排名表',
  sheetName: '排名表',
  layout: 'ranking',
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
  sections: [
    section(
      null,
      ['员工甲', '员工乙', '员工丙', '员工丁'].map((name) => indicator(name, null, null)),
    ),
  ],
});

export const planForm = composeTemplate({
  ...base,
  id: 'plan',
  title: '工作计划考核表',
  sheetName: '工作计划',
  layout: 'plan',
  raters: [
    { role: 'self', label: '自评分', share: '20' },
    { role: 'reviewer', label: '审核评分', share: '80' },
  ],
  sections: [
    section(null, [
      indicator('完成设备巡检', '50', null, { entry: { kind: 'text' }, target: '提交巡检报告', period: '11月1日至11月30日' }),
      indicator('通过项目终验', '30', null, { entry: { kind: 'text' }, target: '取得验收证书', period: '11月15日前' }),
      indicator('制定培训计划', '20', null, { entry: { kind: 'text' }, target: '书面通知各区域', period: '11月30日前' }),
    ]),
  ],
});

export const summaryForm = composeTemplate({
  ...base,
  id: 'summary',
  title: '部门绩效考核表',
  sheetName: '部门考核',
  layout: 'summary',
  scale: { kind: 'marks', most: '100' },
  raters: [
    { role: 'self', label: '自评分', share: '0' },
    { role: 'reviewer', label: '审核分', share: '100' },
  ],
  factor: { name: '重关指标', most: '100' },
  sections: [section(null, [indicator('部门职责', '30', null), indicator('部门计划', '30', null), indicator('客户评价', '40', null)])],
});

export const vetoForm: Template = {
  ...pointsForm,
  id: 'veto',
  extras: [],
  vetoes: [{ name: '重大投诉', criteria: '发生经查实的重大客户投诉' }],
};

const english = {
  language: 'en' as const,
  purpose: 'For tests',
  fields: [
    { label: 'Name', kind: 'text' as const },
    { label: 'Department', kind: 'text' as const },
    { label: 'Review period', kind: 'text' as const },
  ],
  signatures: ['Employee', 'Manager'],
  interview: ['Goals'],
};

export const englishForm = composeTemplate({
  ...english,
  id: 'english',
  title: 'Monthly performance review',
  sheetName: 'Review',
  layout: 'scored',
  scale: { kind: 'marks', most: '100' },
  raters: [
    { role: 'self', label: 'Self score', share: '30' },
    { role: 'supervisor', label: 'Manager score', share: '70' },
  ],
  sections: [
    section('Results', [
      indicator(
        'Call-back rate',
        '60',
        'at least 95% = Excellent; at least 80% and less than 95% = Good; less than 80% = Poor',
        percent('95%'),
      ),
    ]),
    section('Conduct', [
      indicator('Errors', '40', 'exactly 0 times = Excellent; 1-2 times = Good; at least 3 times = Poor', counted('100')),
    ]),
  ],
  gradeScale: [
    { tier: 'Excellent', from: '90' },
    { tier: 'Good', from: '75' },
    { tier: 'Poor', from: '0' },
  ],
});

export const examples: readonly Template[] = [
  marksForm,
  pointsForm,
  deductionForm,
  incidentForm,
  matrixForm,
  kpiForm,
  rankingForm,
  planForm,
  summaryForm,
  englishForm,
];
