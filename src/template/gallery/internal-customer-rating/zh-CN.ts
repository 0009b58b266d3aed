import { composeTemplate, indicator, section } from '../../compose';

const bands = '90分以上为非常值得称赞；70分以上、不足90分为满意；40分以上、不足70分为需较大改进；不足40分为不满意';

/** What the customer expects; the example that the score rests on is written beside it. */
const rated = (name: string, weight: string, target: string) => indicator(name, weight, bands, { target, entry: { kind: 'text' } });

export const template = composeTemplate({
  id: 'internal-customer-rating',
  language: 'zh-CN',
  title: '客户评价表',
  sheetName: '客户评价表',
  purpose: '内部客户部门对服务部门按期评价：信息沟通、服务态度、支持合作三个方面九项指标，按百分制评分并写明事例。',
  layout: 'scored',
  fields: [
    { label: '客户部门', kind: 'text' },
    { label: '被评价部门', kind: 'text' },
    { label: '评价期间', kind: 'text' },
    { label: '评价人', kind: 'text' },
    { label: '评价日期', kind: 'date' },
  ],
  scale: { kind: 'marks', most: '100' },
  raters: [{ role: 'single', label: '评分', share: '100' }],
  sections: [
    section('信息沟通', [
      rated('寻求信息', '10', '主动建立良好的沟通渠道和机制，积极寻求信息，善于发现合作中的问题'),
      rated('提供信息', '10', '按需求及时提供信息，从不拖延，数据准确无误'),
      rated('业务指导', '10', '能提供必需的专业知识，对不熟悉业务的员工进行指导'),
    ]),
    section('服务态度', [
      rated('责任意识', '15', '从不推脱责任，接到任务负责到底，服务细致认真，没有因疏忽造成差错'),
      rated('热情态度', '15', '服务过程中态度热情，从无抱怨'),
    ]),
    section('支持合作', [
      rated('关系融洽', '10', '双方合作愉快，没有责任和权利上的纠纷、争执'),
      rated('服务及时', '10', '按要求及时提供所需的产品和服务'),
      rated('服务质量', '10', '提供的产品或服务满足要求'),
      rated('服务结果', '10', '提供必要支持，使我方工作顺利开展'),
    ]),
  ],
  gradeScale: [
    { tier: '非常值得称赞', from: '90' },
    { tier: '满意', from: '70' },
    { tier: '需较大改进', from: '40' },
    { tier: '不满意', from: '0' },
  ],
  notes: [
    '“实际完成”栏请写明评分所依据的具体事例。',
    '本表得分填入《部门绩效考核表》的“客户评价”一栏；有几个客户部门评价的，取平均值。',
    '禁止各部门之间沟通评价结果，也禁止向他人询问评价结果。',
  ],
  corrections: [
    '原表没有填权重，已按信息沟通30%、服务态度30%、支持合作40%分配，可按本单位规定修改',
    '原表为10分制而汇总表为百分制，且10个分数只有四个名称、没有界限，已改为百分制并写明界限',
    '“服务态度”既是评价指标又是二级指标，后者已改称“热情态度”',
    '“服务结果”原以反面措辞说明，已改为正面要求',
    '原表名为“三A”而没有“三B”，已去掉编号',
  ],
  interview: ['最满意之处', '最需改进之处', '对今后合作的建议'],
  signatures: ['评价人', '客户部门负责人', '审核人'],
});
