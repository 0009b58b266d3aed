import { join, put, type Look, type SampleSheet, type SampleValue } from './cells';

/** One scored row: name, target, criteria, what was reached, the look of that cell, grade, own score, supervisor's score. */
type Row = readonly [string, string, string, SampleValue, Look, SampleValue, SampleValue, SampleValue];

interface Section {
  readonly name: string;
  readonly weight: number;
  readonly rows: readonly Row[];
}

// Filled in as real ones are: one wrong grade, one number out of range, one blank, one percent kept as text.
const sections: readonly Section[] = [
  {
    name: '客户满意度',
    weight: 0.4,
    rows: [
      [
        '客户满意度评分',
        '90分',
        '根据客户满意度问卷评分，90-100分为优秀，80-89分为良好，60-79分为合格，低于60分为不合格。',
        92,
        'centre',
        null,
        95,
        92,
      ],
      [
        '投诉率',
        '低于5%',
        '客户投诉数量占服务总次数的比例，低于5%为优秀，5%-10%为良好，10%-20%为合格，高于20%为不合格。',
        0.032,
        'percent1',
        '优秀',
        92,
        90,
      ],
      [
        '首次解决率',
        '80%',
        '客户首次来电即解决问题的比例，达到80%为优秀，70%-79%为良好，60%-69%为合格，低于60%为不合格。',
        '78%',
        'centre',
        null,
        85,
        83,
      ],
      [
        '响应时间',
        '不超过2分钟',
        '从客户提出请求到首次响应的平均时间，不超过2分钟为优秀，2-5分钟为良好，5-10分钟为合格，超过10分钟为不合格。',
        '2分钟',
        'centre',
        null,
        90,
        88,
      ],
      [
        '客户表扬',
        '至少5次',
        '客户主动表扬的次数，至少5次为优秀，3-4次为良好，1-2次为合格，0次为不合格。',
        '4次',
        'centre',
        '合格',
        88,
        85,
      ],
    ],
  },
  {
    name: '业务能力',
    weight: 0.25,
    rows: [
      [
        '业务知识',
        '90分以上',
        '季度业务知识考试，90分以上为优秀，80-89分为良好，70-79分为合格，低于70分为不合格。',
        89.5,
        'centre',
        null,
        90,
        88.5,
      ],
      [
        '培训参与',
        '100%',
        '参加公司培训的比例，100%为优秀，80%-99%为良好，60%-79%为合格，低于60%为不合格。',
        0.88,
        'percent',
        null,
        88,
        86,
      ],
      [
        '单据准确率',
        '95%以上',
        '经手单据无差错的比例，达到95%以上为优秀，90%-94%为良好，85%-89%为合格，低于85%为不合格。',
        0.96,
        'percent',
        null,
        92,
        90,
      ],
    ],
  },
  {
    name: '沟通协作',
    weight: 0.2,
    rows: [
      [
        '信息传递',
        '低于2%',
        '向客户或同事传递信息的错误率，低于2%为优秀，2%-5%为良好，5%-10%为合格，高于10%为不合格。',
        0.013,
        'percent1',
        null,
        94,
        192,
      ],
      [
        '协作完成率',
        '95%以上',
        '跨部门协作按时完成的比例，95%以上为优秀，90%-94%为良好，85%-89%为合格，低于85%为不合格。',
        0.94,
        'percent',
        null,
        90,
        88,
      ],
    ],
  },
  {
    name: '个人成长',
    weight: 0.15,
    rows: [
      [
        '新技能',
        '至少2项',
        '本季度完成的新技能培训数量，完成至少2项为优秀，完成1项为良好，完成0项为合格，拒绝参加为不合格。',
        '1项',
        'centre',
        null,
        80,
        76,
      ],
      [
        '改进计划',
        '全部完成',
        '绩效改进计划的完成比例，按计划完成所有改进项为优秀，完成80%-99%为良好，完成60%-79%为合格，完成低于60%为不合格。',
        null,
        'percent',
        null,
        85,
        null,
      ],
    ],
  },
];

const heads = ['考核维度', '指标名称', '权重', '目标值', '评分标准', '实际完成', '等级', '员工评分', '上级评分'];
const firstRow = 6;

function headerFields(sheet: SampleSheet): void {
  put(sheet, 0, 0, ['客服人员服务质量绩效表'], 'title');
  join(sheet, 0, 0, 0, 8);
  const fields = [
    ['员工姓名', '王晓燕', '直接上级', '李建国'],
    ['所在部门', '客户服务部', '岗位编制', '全职编制员工'],
    ['职位', '电话客服专员', '考核周期', '2026年第三季度'],
  ];
  fields.forEach(([label = '', value = '', second = '', other = ''], at) => {
    put(sheet, at + 1, 0, [label, value, null, second, other], ['label', 'field', 'field', 'label', 'field']);
    join(sheet, at + 1, 1, at + 1, 2);
    join(sheet, at + 1, 4, at + 1, 8);
  });
}

// Gives the 0-based rows that a section takes, first and last.
function indicators(sheet: SampleSheet): readonly (readonly [number, number])[] {
  put(sheet, firstRow - 1, 0, heads, 'head');
  let row = firstRow;
  return sections.map(({ name, weight, rows }) => {
    const start = row;
    for (const [indicator, target, criteria, actual, look, grade, own, supervisor] of rows) {
      put(
        sheet,
        row++,
        1,
        [indicator, null, target, criteria, actual, grade, own, supervisor],
        ['text', 'weight', 'centre', 'text', look, 'centre', 'centre', 'centre'],
      );
    }
    put(sheet, start, 0, [name], 'section');
    put(sheet, start, 2, [weight], 'weight');
    join(sheet, start, 0, row - 1, 0);
    join(sheet, start, 2, row - 1, 2);
    return [start, row - 1] as const;
  });
}

const averageOf = (column: string, [start, end]: readonly [number, number]) =>
  `=AVERAGE(${column}${start + 1}:${column}${end + 1})*C${start + 1}`;

function totals(sheet: SampleSheet, spans: readonly (readonly [number, number])[], row: number): void {
  put(sheet, row, 0, ['评分(分)', '维度一', '维度二', '维度三', '维度四', '合计'], 'head');
  put(
    sheet,
    row + 1,
    0,
    ['员工评分', ...spans.map((span) => averageOf('H', span)), null],
    ['label', 'points', 'points', 'points', 'points', 'points'],
  );
  put(
    sheet,
    row + 2,
    0,
    ['上级评分', ...spans.map((span) => averageOf('I', span)).slice(0, 1), null, null, null, null],
    ['label', 'points', 'points', 'points', 'points', 'points'],
  );
  for (const at of [row, row + 1, row + 2]) join(sheet, at, 5, at, 8);
  put(
    sheet,
    row + 3,
    0,
    ['最终得分', "'=(员工评分合计*30%)+(上级评分合计*70%)=", null, null, null, null],
    ['label', 'field', 'field', 'field', 'field', 'points'],
  );
  join(sheet, row + 3, 1, row + 3, 4);
  join(sheet, row + 3, 5, row + 3, 8);
  put(sheet, row + 4, 0, ['绩效面谈', '本季度客户满意度较好，需按期提交改进计划。'], ['label', 'field']);
  join(sheet, row + 4, 1, row + 4, 8);
  put(sheet, row + 6, 0, ['员工签字：', null, null, '直接主管签字：', null, '日期：    年   月   日'], 'sign');
}

/** The first form of the sample: sections with a weight, a tier for each indicator, scores of two raters, totals left to fill. */
export function serviceForm(): SampleSheet {
  const sheet: SampleSheet = {
    id: 'service',
    name: '绩效考核表',
    widths: [92, 100, 60, 96, 330, 84, 64, 76, 76],
    heights: { 0: 36 },
    cells: {},
    merges: [],
  };
  headerFields(sheet);
  const spans = indicators(sheet);
  const last = spans[spans.length - 1]?.[1] ?? firstRow;
  put(sheet, last + 1, 0, ['评分说明：各维度得分为维度内各指标平均分乘以维度权重，请按评分标准如实填写。'], 'field');
  join(sheet, last + 1, 0, last + 1, 8);
  totals(sheet, spans, last + 2);
  for (let row = firstRow; row <= last; row++) (sheet.heights as Record<number, number>)[row] = 60;
  return sheet;
}
