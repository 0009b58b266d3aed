/** Forms as people write them, each reduced to the few rows that make it what it is. */
import { askBelow, findForms } from '../../src/form';
import { formula, gridOf, indented, pct, type Written } from './grid';
import { outline, type Outline } from './outline';

interface Case {
  readonly rows: readonly (readonly Written[])[];
  readonly merges?: readonly string[];
  /** What is looked at; `count` indicators in the first of `forms` forms. */
  readonly reads: Partial<Outline> & { readonly count: number; readonly forms?: number };
}

const cases: Record<string, Case> = {
  'a plain Chinese form with two raters': {
    rows: [
      ['员工绩效考核表'],
      ['姓名', '', '部门', ''],
      ['序号', '考核指标', '权重', '评分标准', '自评', '上级评分'],
      [1, '工作质量', '40%', '90分以上优秀', null, null],
      [2, '工作效率', '30%', '按时完成'],
      [3, '团队合作', '30%', '积极'],
      ['总分'],
    ],
    merges: ['A1:F1', 'A7:D7'],
    reads: { header: 3, indicator: 'B', measure: 'C', scores: 'E F', count: 3, totals: 'E7 F7' },
  },
  'an English appraisal': {
    rows: [
      ['Annual Performance Review'],
      ['Employee Name:', null, 'Position:', null],
      [],
      ['Competency', 'Weight', 'Self Rating', 'Manager Rating', 'Comments'],
      ['Job knowledge', pct(0.3)],
      ['Quality of work', pct(0.3)],
      ['Teamwork', pct(0.2)],
      ['Communication', pct(0.2)],
      ['Overall Rating'],
    ],
    reads: { header: 4, indicator: 'A', measure: 'B', scores: 'C D', count: 4 },
  },
  'a weighted table without a title': {
    rows: [
      ['Criteria', 'Weight', 'Score'],
      ['Design', 0.4, null],
      ['Code', 0.4, null],
      ['Docs', 0.2, null],
      ['Total', 1, formula('=SUMPRODUCT(B2:B4,C2:C4)', 0)],
    ],
    reads: { header: 1, indicator: 'A', measure: 'B', scores: 'C', count: 3, totals: 'B5 C5' },
  },
  'weights as whole numbers under a % header, marks out of 100': {
    rows: [
      ['Assessment criteria', 'Weighting (%)', 'Mark /100', 'Feedback'],
      ['Research', 25, 70, 'ok'],
      ['Analysis', 35, 65, 'x'],
      ['Presentation', 40, 80, 'y'],
      ['Final mark', 100, 72],
    ],
    reads: { header: 1, indicator: 'A', measure: 'B', scores: 'C', count: 3, totals: 'B5 C5' },
  },
  'levels as columns with points in brackets': {
    rows: [
      ['Criteria', 'Excellent (4)', 'Good (3)', 'Fair (2)', 'Poor (1)', 'Score'],
      ['Organization', 'Very clear', 'Clear', 'Some', 'None', null],
      ['Delivery', 'Strong', 'Good', 'Weak', 'Absent', null],
      ['Content', 'Rich', 'Good', 'Thin', 'None', null],
      ['Total'],
    ],
    reads: { header: 1, indicator: 'A', levels: 'B C D E', scores: 'F', count: 3, totals: 'F5' },
  },
  'Chinese levels as columns beside points': {
    rows: [
      ['评价指标', '分值', '优秀', '良好', '合格', '不合格', '得分'],
      ['工作态度', 20, '主动', '较主动', '一般', '差'],
      ['工作能力', 40, '强', '较强', '一般', '弱'],
      ['工作业绩', 40, '突出', '较好', '达标', '未达标'],
    ],
    reads: { header: 1, indicator: 'A', measure: 'B', levels: 'C D E F', scores: 'G', count: 3 },
  },
  'ticks under levels': {
    rows: [
      ['考核项目', '优', '良', '中', '差'],
      ['服务态度', '√'],
      ['工作效率', null, '√'],
      ['纪律', null, null, '√'],
    ],
    reads: { header: 1, indicator: 'A', levels: 'B C D E', count: 3 },
  },
  'numbers 1 to 5 as levels': {
    rows: [['Performance evaluation form'], ['Item', '1', '2', '3', '4', '5'], ['Punctuality'], ['Attitude'], ['Skills']],
    reads: { header: 2, indicator: 'A', levels: 'B C D E F', count: 3 },
  },
  'several judges and their mean': {
    rows: [
      ['演讲比赛评分表'],
      ['评分项目', '分值', '评委1', '评委2', '评委3', '平均分'],
      ['内容', 40, 35, 36, 34, formula('=AVERAGE(C3:E3)', 35)],
      ['表达', 30, 25, 26, 24, 25],
      ['形象', 30, 25, 26, 24, 25],
      ['合计', 100],
    ],
    reads: { header: 2, indicator: 'A', measure: 'B', count: 3 },
  },
  'several English judges': {
    rows: [
      ['Judging Sheet'],
      ['Criteria', 'Max Points', 'Judge 1', 'Judge 2', 'Judge 3'],
      ['Creativity', 30, 25, 26, 27],
      ['Technique', 40, 35, 36, 30],
      ['Impact', 30, 20, 20, 20],
      ['Total', 100, formula('=SUM(C3:C5)', 80), formula('=SUM(D3:D5)', 82), formula('=SUM(E3:E5)', 77)],
    ],
    reads: { header: 2, indicator: 'A', measure: 'B', scores: 'C D E', count: 3, totals: 'B6 C6 D6 E6' },
  },
  'a checklist with points': {
    rows: [
      ['Requirement', 'Points', 'Done?'],
      ['App runs', 10, 'Yes'],
      ['Has README', 5, ''],
      ['Uses git', 5, 'Yes'],
      ['Deployed', 10],
    ],
    reads: { header: 1, indicator: 'A', measure: 'B', scores: 'C', count: 4 },
  },
  'a Traditional Chinese form': {
    rows: [
      ['評分項目', '配分', '得分', '備註'],
      ['報告內容', 40],
      ['口頭表達', 30],
      ['團隊合作', 30],
      ['總分', 100],
    ],
    reads: { header: 1, indicator: 'A', measure: 'B', scores: 'C', count: 3, totals: 'B5 C5' },
  },
  'words above a full header': {
    rows: [
      ['考核内容', null, null, '评分', null, null],
      ['序号', '指标', '权重', '自评', '上级', '备注'],
      [1, '质量', '50%'],
      [2, '效率', '50%'],
    ],
    merges: ['A1:C1', 'D1:F1'],
    reads: { header: 2, indicator: 'B', measure: 'C', scores: 'D E', count: 2 },
  },
  'a header of two merged rows': {
    rows: [
      ['序号', '指标', '权重', '评分', null, '备注'],
      [null, null, null, '自评', '上级'],
      [1, '质量', '50%'],
      [2, '效率', '50%'],
    ],
    merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:F2'],
    reads: { header: 2, indicator: 'B', measure: 'C', scores: 'D E', count: 2 },
  },
  'sections in merged cells': {
    rows: [
      ['维度', '指标', '分值', '评分标准', '得分'],
      ['业绩', '销售额', 30, '完成100%得满分'],
      [null, '回款率', 20, '每低1%扣1分'],
      ['能力', '沟通', 25, '好25分'],
      [null, '学习', 25, '好25分'],
      ['合计', null, 100],
    ],
    merges: ['A2:A3', 'A4:A5'],
    reads: { header: 1, indicator: 'B', measure: 'C', scores: 'E', count: 4, sections: '业绩 | 能力', totals: 'C6 E6' },
  },
  'sections as rows, with subtotals': {
    rows: [
      ['指标', '分值', '评分标准', '得分'],
      ['一、业绩(50分)'],
      ['销售额', 30, '完成100%得满分'],
      ['回款率', 20, '每低1%扣1分'],
      ['小计', 50],
      ['二、能力(50分)'],
      ['沟通', 25, '好25分'],
      ['学习', 25, '好25分'],
      ['小计', 50],
      ['总计', 100],
    ],
    reads: {
      header: 1,
      indicator: 'A',
      measure: 'B',
      scores: 'D',
      count: 4,
      sections: '一、业绩 | 二、能力',
      totals: 'B5 D5 B9 D9 B10 D10',
    },
  },
  'sections named once, blank below': {
    rows: [
      ['类别', '考核内容', '标准分', '考核标准', '得分'],
      ['质量', '合格率', 20, '每低1%扣2分'],
      ['', '返工率', 20, '每高1%扣2分'],
      ['安全', '事故', 30, '每起扣10分'],
      ['', '隐患', 30, '每项扣5分'],
      ['合计', '', 100],
    ],
    reads: { header: 1, indicator: 'B', measure: 'C', scores: 'E', count: 4, sections: '质量 | 安全' },
  },
  'no header at all': {
    rows: [['试用期考核表'], ['工作质量', 30, '按时完成任务'], ['工作态度', 30, '积极主动'], ['团队合作', 40, '配合他人'], ['合计', 100]],
    reads: { indicator: 'A', measure: 'B', count: 3 },
  },
  'deductions and the score left': {
    rows: [
      ['考核细则'],
      ['项目', '扣分标准', '扣分', '得分'],
      ['仪容', '不着工装扣1分', 1, null],
      ['纪律', '迟到每次扣2分', 0, null],
      ['卫生', '不合格扣1分', null, null],
      ['合计'],
    ],
    reads: { header: 2, indicator: 'A', scores: 'D', count: 3 },
  },
  'goals rated by letters': {
    rows: [
      ['Performance Appraisal'],
      ['Goal', 'Target', 'Actual', 'Weight', 'Rating'],
      ['Sales', '100', '90', 0.5, 'B'],
      ['Churn', '<5%', '4%', 0.3, 'A'],
      ['NPS', '40', '45', 0.2, 'A'],
      ['Weighted score'],
    ],
    reads: { header: 2, indicator: 'A', measure: 'D', count: 3 },
  },
  'target and actual values': {
    rows: [
      ['KPI考核表'],
      ['KPI指标', '权重', '目标值', '实际值', '评分标准', '得分'],
      ['销售额', 0.5, 100, 90, '完成率×权重'],
      ['毛利率', 0.3, '20%', '18%', '每低1%扣5分'],
      ['客诉', 0.2, 0, 1, '每起扣10分'],
      ['合计', 1],
    ],
    reads: { header: 2, indicator: 'A', measure: 'B', scores: 'D F', count: 3 },
  },
  'two forms side by side': {
    rows: [
      ['指标', '权重', '得分', null, '指标', '权重', '得分'],
      ['质量', '50%', 90, null, '态度', '60%', 80],
      ['效率', '50%', 80, null, '协作', '40%', 70],
    ],
    reads: { header: 1, indicator: 'A', count: 2, forms: 2 },
  },
  'two forms under one another': {
    rows: [
      ['张三考核表'],
      ['姓名', '张三', '部门', 'A'],
      ['指标', '权重', '得分'],
      ['质量', '50%', 90],
      ['效率', '50%', 80],
      ['总分'],
      [],
      ['李四考核表'],
      ['姓名', '李四', '部门', 'B'],
      ['指标', '权重', '得分'],
      ['质量', '50%', 90],
      ['效率', '50%', 80],
      ['总分'],
    ],
    reads: { header: 3, count: 2, forms: 2, totals: 'C6' },
  },
  'a % in the next cell': {
    rows: [
      ['考核指标', '权重', null, '评分'],
      ['质量', 40, '%', 90],
      ['效率', 30, '%', 80],
      ['态度', 30, '%', 70],
    ],
    merges: ['B1:C1'],
    reads: { header: 1, indicator: 'A', measure: 'B', scores: 'D', count: 3 },
  },
  'points inside the names': {
    rows: [
      ['Item', 'Score', 'Comments'],
      ['Design (20 Marks)', 15],
      ['Implementation (50 Marks)', 40],
      ['Report (30 Marks)', 25],
      ['Total (100 Marks)'],
    ],
    reads: { header: 1, indicator: 'A', scores: 'B', count: 3 },
  },
  'a form away from the corner': {
    rows: [
      [],
      [],
      [null, null, '岗位考核评分表'],
      [null, null, '考核项目', '分值', '考核得分'],
      [null, null, '出勤', 20, 18],
      [null, null, '纪律', 30, 25],
      [null, null, '业绩', 50, 45],
      [null, null, '合计', 100, 88],
    ],
    reads: { header: 4, indicator: 'C', measure: 'D', scores: 'E', count: 3, totals: 'D8 E8' },
  },
  'bonus and veto rows': {
    rows: [
      ['考核项目', '分值', '评分细则', '得分'],
      ['业绩', 60, '按完成率'],
      ['能力', 40, '按表现'],
      ['加分项', '+10', '重大贡献每次加5分'],
      ['一票否决', '--', '发生重大事故,总分为0分'],
      ['总分'],
    ],
    reads: { header: 1, indicator: 'A', measure: 'B', scores: 'D', count: 4, kinds: 'normal normal bonus veto' },
  },
  'month columns': {
    rows: [
      ['考核项目', '满分', '1月', '2月', '3月', '4月'],
      ['质量', 50, 45, 46, 47],
      ['效率', 50, 40, 41, 42],
      ['合计', 100, formula('=SUM(C2:C3)', 85)],
    ],
    reads: { header: 1, indicator: 'A', measure: 'B', count: 2 },
  },
  'quarter columns': {
    rows: [
      ['绩效考核'],
      ['考核指标', '权重', '一季度', '二季度', '三季度', '四季度', '全年'],
      ['产量', '60%', 90, 91, 92, 93],
      ['质量', '40%', 90, 91, 92, 93],
    ],
    reads: { header: 2, indicator: 'A', measure: 'B', count: 2 },
  },
  'people rated by two raters': {
    rows: [['季度考核汇总表'], ['姓名', '自评分', '主管评分', '最终得分', '等级'], ['张三', 90, 85], ['李四', 80, 85]],
    reads: { header: 2, indicator: 'A', scores: 'B C D E', count: 2 },
  },
  'indicators running across': {
    rows: [['面试评分表'], ['面试要素', '仪表', '表达', '专业', '潜力'], ['满分', 10, 30, 40, 20], ['得分']],
    reads: { layout: 'transposed', count: 4 },
  },
  'hierarchy by indent with subtotals in parent rows': {
    rows: [
      ['Rubric', 'Points', 'Earned'],
      ['Part A', 30, formula('=SUM(C3:C4)', 0)],
      [indented('Design', 1), 10],
      [indented('Code', 1), 20],
      ['Part B', 20],
      [indented('Tests', 1), 20],
      ['Total', 50],
    ],
    reads: { header: 1, indicator: 'A', measure: 'B', scores: 'C', count: 3 },
  },
  'a rating scale above the table': {
    rows: [
      ['Employee Evaluation'],
      ['Rating scale'],
      ['5', 'Outstanding'],
      ['4', 'Exceeds expectations'],
      ['3', 'Meets expectations'],
      ['2', 'Needs improvement'],
      ['1', 'Unsatisfactory'],
      [],
      ['Category', 'Rating (1-5)', 'Comments'],
      ['Quality'],
      ['Productivity'],
      ['Attendance'],
      ['Average rating'],
    ],
    reads: { header: 9, indicator: 'A', scores: 'B', count: 3 },
  },
  'marks out of a maximum': {
    rows: [
      ['Marking scheme'],
      ['Question', 'Out of', 'Mark'],
      ['Q1 Describe', 10, 8],
      ['Q2 Explain', 15, 12],
      ['Q3 Prove', 25, 20],
      ['Total', 50, 40],
    ],
    reads: { header: 2, indicator: 'A', measure: 'B', scores: 'C', count: 3, totals: 'B6 C6' },
  },
  'a weighted score beside the score': {
    rows: [
      ['Vendor evaluation scorecard'],
      ['Criteria', 'Weight', 'Score (1-5)', 'Weighted Score'],
      ['Quality', 0.4, 4, formula('=B3*C3', 1.6)],
      ['Delivery', 0.3, 3, formula('=B4*C4', 0.9)],
      ['Service', 0.3, 5, formula('=B5*C5', 1.5)],
      ['Total', 1, null, formula('=SUM(D3:D5)', 4)],
    ],
    reads: { header: 2, indicator: 'A', measure: 'B', scores: 'C', count: 3, totals: 'B6 D6' },
  },
  'spaces inside header words': {
    rows: [
      ['序 号', '考 核 项 目', '分 值（分）', '考 核 得 分'],
      [1, '出勤', 20],
      [2, '纪律', 30],
      [3, '业绩', 50],
    ],
    reads: { header: 1, indicator: 'B', measure: 'C', scores: 'D', count: 3 },
  },
  'signature row and fields inside cells': {
    rows: [
      ['部门月度绩效考核表'],
      ['考核部门:客服部  考核月份:2025年1月'],
      ['序号', '工作目标', '考核内容', '权重(%)', '计分方法', '完成情况', '考核得分'],
      [1, '提升服务', '客户满意度', 30, '每低1%扣2分'],
      [2, '控制成本', '费用率', 30, '每超1%扣2分'],
      [3, '团队建设', '培训次数', 40, '每少1次扣5分'],
      ['合计', null, null, 100],
      ['被考核人签字:', null, null, '考核人签字:'],
    ],
    reads: { header: 3, measure: 'D', scores: 'F G', count: 3 },
  },
  possible: {
    rows: [
      ['Criterion', 'Points Possible', 'Points Awarded', 'Notes'],
      ['Method Application: L01', 5],
      ['Method Application: L02', 5],
      ['Model Comparison', 10],
      ['Reproducibility', 5],
      ['Subtotal', 25],
    ],
    reads: { header: 1, indicator: 'A', measure: 'B', scores: 'C', count: 4, totals: 'B6 C6' },
  },
  'points possible alone': {
    rows: [
      ['Item', 'Points Possible'],
      ['Part 1: Correct formula', 2],
      ['Part 1: Goal Seek setup', 2],
      ['Part 2: Simplex LP method', 1],
      ['Part 2: Verified result', 1],
      ['Total', 6],
    ],
    reads: { header: 1, indicator: 'A', measure: 'B', count: 4, totals: 'B6' },
  },
  'points left of the requirement': {
    rows: [
      ['Points Possible', 'Description of requirement'],
      ['5 pts', 'Program compiles and runs.'],
      ['5 pts', 'Code style. Readable.'],
      ['15 pts', 'The three trees are complete'],
      ['20 pts', 'Report: analysis of results'],
    ],
    reads: { header: 1, indicator: 'B', measure: 'A', count: 4 },
  },
  'three levels without points': {
    rows: [
      ['Category', 'Does Not Meet', 'Meets Expectations', 'Exceeds Expectations'],
      ['Completion', 'Core features missing', 'All required features work', 'Required plus stretch'],
      ['Global Store', 'No store', 'Store used correctly', 'Well-structured'],
      ['API', 'No data', 'Data fetched', 'Cached'],
    ],
    reads: { header: 1, indicator: 'A', levels: 'B C D', count: 3 },
  },
  'points written with 分': {
    rows: [
      ['维度', '满分', '评分标准'],
      ['摘要质量', '25 分', '≥50字满分,≥20字基本分'],
      ['技术深度', '25 分', '基于评分字段'],
      ['格式规范', '20 分', '五项各4分'],
      ['标签精度', '15 分', '1-3个合法标签最佳'],
      ['空洞词检测', '15 分', '不含空洞词'],
    ],
    reads: { header: 1, indicator: 'A', measure: 'B', count: 5 },
  },
  '分数 as what a row is worth': {
    rows: [
      ['任务', '分数', '评分标准'],
      ['多种图书类型', '10 分', '设计灵活,有说明'],
      ['CLI 界面', '10 分', '菜单完整,交互流畅'],
      ['代码审查', '20 分', '找出至少3个问题'],
    ],
    reads: { header: 1, indicator: 'A', measure: 'B', count: 3 },
  },
  'weights with a range of scores': {
    rows: [
      ['维度', '权重', '评分标准', '分数范围'],
      ['立意', '25%', '是否切题', '0-100'],
      ['结构', '25%', '是否完整', '0-100'],
      ['论证', '25%', '论据是否充分', '0-100'],
      ['语言', '25%', '是否流畅', '0-100'],
      ['总分', '100%', '加权平均'],
    ],
    reads: { header: 1, indicator: 'A', measure: 'B', count: 4 },
  },
  'shares under 分值': {
    rows: [['模拟面试大赛评分'], ['项目', '分值'], ['简历', '20%'], ['自我介绍', '20%'], ['答辩', '20%'], ['小组讨论', '40%']],
    reads: { header: 2, indicator: 'A', measure: 'B', count: 4 },
  },
  'check items with points': {
    rows: [
      ['检查项', '分值'],
      ['清单设计', '20分'],
      ['脚本编写', '25分'],
      ['执行结果', '25分'],
      ['问题记录', '15分'],
      ['报告完整', '15分'],
    ],
    reads: { header: 1, indicator: 'A', measure: 'B', count: 5 },
  },
  'weight and points side by side': {
    rows: [
      ['Criterion', 'Weight', 'Max points', 'Score'],
      ['Math correctness', '25%', 25],
      ['Coding correctness', '25%', 25],
      ['Long-context', '25%', 25],
      ['Puzzles', '15%', 15],
      ['Cost', '10%', 10],
    ],
    reads: { header: 1, indicator: 'A', measure: 'B', scores: 'D', count: 5 },
  },
  'dimensions with their most points': {
    rows: [
      ['Dimension', 'Max Points', 'Description'],
      ['Evidence Strength', 30, 'Quantity of evidence'],
      ['Plausibility', 20, 'Biological rationale'],
      ['Translatability', 20, 'Feasibility'],
      ['Safety Fit', 20, 'Safety'],
      ['Practicality', 10, 'Implementation'],
    ],
    reads: { header: 1, indicator: 'A', measure: 'B', count: 5 },
  },
  'points right of the scores': {
    rows: [
      ['前台绩效考核表'],
      ['部门', null, '姓名', null, '职务'],
      ['考核项目', '评价内容', '自评', '领导评', '本栏得分', '满分'],
      ['工作态度', '严格要求自己遵守规章制度', null, null, null, 5],
      [null, '主动完成本职工作', null, null, null, 5],
      ['业务能力', '熟悉业务', null, null, null, 10],
      [null, '学习能力强', null, null, null, 10],
      ['合计'],
    ],
    merges: ['A4:A5', 'A6:A7'],
    reads: { header: 3, indicator: 'B', measure: 'F', count: 4 },
  },
  'a scale inside a header': {
    rows: [
      ['技术部员工考核表'],
      ['姓名', '', '岗位', '', '考核人', '马'],
      ['考核维度及项目类型', '优秀(10分) 好(8-9分) 良好(6-7分) 较差(4-5分)', '自评', '上司评', '本栏得分', '满分'],
      ['工作质量', '完成质量高', null, null, null, 10],
      ['工作效率', '效率高', null, null, null, 10],
      ['合计'],
    ],
    reads: { header: 3, indicator: 'A', measure: 'F', count: 2 },
  },
  'numbered requirements': {
    rows: [
      ['#', 'Requirement', 'Points'],
      [1, 'Imports one of the provided files', 15],
      [2, 'Creates sheets for every class', 14],
      [3, 'Adds all data', 20],
      [4, 'Includes comments', 1],
      ['Total', null, 50],
    ],
    merges: ['A6:B6'],
    reads: { header: 1, indicator: 'B', measure: 'C', count: 4, totals: 'C6' },
  },
  'three levels with points': {
    rows: [
      ['Criteria', 'Strong (3)', 'Average (2)', 'Weak (1)'],
      ['Content', 'Understands', 'Some understanding', 'None'],
      ['Functionality', 'Works', 'Partly', 'No'],
    ],
    reads: { header: 1, indicator: 'A', levels: 'B C D', count: 2 },
  },
  'blank rows between indicators': {
    rows: [['Criteria', 'Points', 'Score'], ['Design', 10, 8], [], ['Code', 20, 15], [], ['Docs', 10, 9], [], ['Total', 40, 32]],
    reads: { header: 1, indicator: 'A', measure: 'B', scores: 'C', count: 3, totals: 'B8 C8' },
  },
  'notes beside the table': {
    rows: [
      ['Criteria', 'Points', 'Score', null, 'How to use'],
      ['Design', 10, 8, null, 'Fill in the score column only.'],
      ['Code', 20, 15, null, 'Do not change the points.'],
      ['Docs', 10, 9],
      ['Total', 40, 32],
    ],
    reads: { header: 1, indicator: 'A', measure: 'B', scores: 'C', count: 3, totals: 'B5 C5' },
  },
  'a header that names its section': {
    rows: [
      ['Part 1: Functionality (50 points)', 'Max', 'Earned'],
      ['Login works', 25, 20],
      ['Search works', 25, 25],
      ['Part 2: Style (50 points)', 'Max', 'Earned'],
      ['Naming', 25, 20],
      ['Comments', 25, 20],
      ['TOTAL', 100, 85],
    ],
    reads: { header: 1, indicator: 'A', measure: 'B', scores: 'C', count: 4 },
  },
  'ratings and comments only': {
    rows: [
      ['Employee Performance Review'],
      ['Employee', 'Jane', 'Reviewer', 'Joe'],
      ['Performance Category', 'Rating', 'Comments'],
      ['Job Knowledge', 4, 'good'],
      ['Work Quality', 3],
      ['Attendance', 5],
      ['Initiative', 4],
      ['Overall Rating', 4],
    ],
    reads: { header: 3, indicator: 'A', scores: 'B', count: 4, totals: 'B8' },
  },
  'answers ticked under levels': {
    rows: [
      ['Course evaluation'],
      ['Statement', 'Strongly Agree', 'Agree', 'Neutral', 'Disagree', 'Strongly Disagree'],
      ['The course was clear', 'x'],
      ['The pace was right', null, 'x'],
      ['I learned a lot', null, null, 'x'],
    ],
    reads: { header: 2, indicator: 'A', levels: 'B C D E F', count: 3 },
  },
  'teams as score columns': {
    rows: [
      ['小组互评表'],
      ['评价项目', '分值', '第一组', '第二组', '第三组', '第四组'],
      ['内容完整', 30, 25, 26, 27, 28],
      ['表达清晰', 30, 25, 26, 27, 28],
      ['PPT制作', 20, 15, 16, 17, 18],
      ['团队合作', 20, 15, 16, 17, 18],
      ['总分', 100, formula('=SUM(C3:C6)', 80), formula('=SUM(D3:D6)', 84), formula('=SUM(E3:E6)', 88), formula('=SUM(F3:F6)', 92)],
    ],
    reads: { header: 2, indicator: 'A', measure: 'B', scores: 'C D E F', count: 4, totals: 'B7 C7 D7 E7 F7' },
  },
  'people under pointed headers': {
    rows: [
      ['面试评分表'],
      ['姓名', '仪表(10分)', '表达(30分)', '专业(40分)', '潜力(20分)', '总分'],
      ['张三', 8, 25, 30, 15, 78],
      ['李四', 9, 26, 35, 16, 86],
    ],
    reads: { layout: 'transposed', count: 4 },
  },
  'weights in a row': {
    rows: [
      ['绩效评价表'],
      ['评价指标', '质量', '效率', '态度', '合计'],
      ['权重', '40%', '30%', '30%', '100%'],
      ['自评', 90, 80, 85],
      ['上级评', 88, 82, 80],
    ],
    reads: { layout: 'transposed', count: 3 },
  },
  'deductions beside points': {
    rows: [
      ['卫生检查评分表'],
      ['序号', '检查内容', '分值', '扣分标准', '扣分', '扣分原因'],
      [1, '地面', 20, '有垃圾每处扣2分'],
      [2, '桌面', 30, '不整洁扣5分'],
      [3, '门窗', 50, '有灰尘扣5分'],
      ['得分'],
    ],
    reads: { header: 2, indicator: 'B', measure: 'C', count: 3 },
  },
  'an inspection scored by two': {
    rows: [
      ['安全生产考核评分表'],
      ['项目', '考核内容', '标准分', '评分办法', '自查得分', '考核得分'],
      ['安全管理', '制度健全', 10, '缺一项扣2分', null, null],
      [null, '责任落实', 10, '未落实扣5分'],
      ['现场管理', '通道畅通', 10, '堵塞扣5分'],
      [null, '标识清楚', 10, '缺一处扣1分'],
      ['合计', null, 40],
    ],
    reads: { header: 2, indicator: 'B', measure: 'C', scores: 'E F', count: 4 },
  },
  'a supplier score card': {
    rows: [
      ['供应商评分表'],
      ['评分项目', '权重', '评分标准', '得分', '加权得分'],
      ['质量', 0.4, '合格率98%以上100分'],
      ['交期', 0.3, '准时率'],
      ['服务', 0.3, '配合度'],
      ['总分', 1],
    ],
    reads: { header: 2, indicator: 'A', measure: 'B', count: 3 },
  },
  'percent points as weights with achievement': {
    rows: [
      ['KPI', 'Weight %', 'Target', 'Actual', 'Achievement %', 'Score'],
      ['Revenue', 40, 100, 90, 0.9, 36],
      ['Retention', 30, 0.95, 0.9, 0.95, 28],
      ['NPS', 30, 50, 45, 0.9, 27],
      ['Total', 100, null, null, null, 91],
    ],
    reads: { header: 1, indicator: 'A', measure: 'B', count: 3 },
  },
  mergedName: {
    rows: [
      ['Project Rubric'],
      ['Group:', null, 'Date:'],
      ['Criteria', null, null, 'Possible Points', 'Earned Points', 'Comments'],
      ['Clear problem statement', null, null, 20, 18],
      ['Sound method', null, null, 40, 30],
      ['Readable report', null, null, 40, 35],
      ['TOTAL', null, null, 100, 83],
    ],
    merges: ['A3:C3', 'A4:C4', 'A5:C5', 'A6:C6', 'A7:C7'],
    reads: { header: 3, indicator: 'A', measure: 'D', scores: 'E', count: 3, totals: 'D7 E7' },
  },
  'levels under a merged header': {
    rows: [
      ['Criteria', 'Level of performance', null, null, null, 'Score'],
      [null, '4 - Excellent', '3 - Good', '2 - Fair', '1 - Poor'],
      ['Content', 'a rich text', 'b good text', 'c fair text', 'd poor text'],
      ['Style', 'a rich style', 'b good style', 'c fair style', 'd poor style'],
    ],
    merges: ['A1:A2', 'B1:E1', 'F1:F2'],
    reads: { header: 2, indicator: 'A', levels: 'B C D E', scores: 'F', count: 2 },
  },
  'level points in a row below': {
    rows: [
      ['Criteria', 'Excellent', 'Good', 'Fair', 'Poor'],
      ['Points', 4, 3, 2, 1],
      ['Content', 'rich text here', 'good text here', 'fair text here', 'poor text here'],
      ['Style', 'rich style here', 'good style here', 'fair style here', 'poor style here'],
      ['Total'],
    ],
    reads: { indicator: 'A', levels: 'B C D E', count: 2 },
  },
  'ranges of points as levels': {
    rows: [
      ['Grading rubric'],
      ['Category', '9-10 points', '7-8 points', '5-6 points', '0-4 points'],
      ['Content', 'rich text', 'good text', 'fair text', 'poor text'],
      ['Style', 'rich style', 'good style', 'fair style', 'poor style'],
    ],
    reads: { header: 2, indicator: 'A', levels: 'B C D E', count: 2 },
  },
  'answers as levels': {
    rows: [
      ['Self-assessment checklist'],
      ['Item', 'Yes', 'No', 'N/A', 'Comments'],
      ['Plan approved', 'x'],
      ['Budget set', null, 'x'],
      ['Team named', 'x'],
    ],
    reads: { header: 2, indicator: 'A', levels: 'B C D', count: 3 },
  },
  'levels with points beside two raters': {
    rows: [
      ['员工考核表'],
      ['考核项目', '考核内容', '优(10分)', '良(8分)', '中(6分)', '差(4分)', '自评', '上级评'],
      ['德', '品德端正'],
      ['能', '业务能力强'],
      ['勤', '出勤率高'],
      ['绩', '完成任务'],
      ['总分'],
    ],
    reads: { header: 2, levels: 'C D E F', scores: 'G H', count: 4 },
  },
  'the same header under two headings': {
    rows: [
      ['一、工作业绩'],
      ['指标', '权重', '评分标准', '得分'],
      ['产量', '60%', '完成100%得满分'],
      ['质量', '40%', '每低1%扣2分'],
      ['小计'],
      ['二、工作态度'],
      ['指标', '权重', '评分标准', '得分'],
      ['纪律', '50%', '迟到扣1分'],
      ['协作', '50%', '投诉扣5分'],
      ['小计'],
      ['总分'],
    ],
    reads: { header: 2, indicator: 'A', measure: 'B', scores: 'D', count: 4 },
  },
  'a rating left of its weight': {
    rows: [
      ['Interview Scorecard'],
      ['Candidate:', 'Jane', 'Interviewer:', 'Joe'],
      ['Skill', 'Rating (1-5)', 'Weight', 'Weighted score', 'Notes'],
      ['Communication', 4, 0.3, formula('=B4*C4', 1.2)],
      ['Problem solving', 5, 0.4, formula('=B5*C5', 2)],
      ['Culture add', 3, 0.3, formula('=B6*C6', 0.9)],
      ['Total', null, 1, formula('=SUM(D4:D6)', 4.1)],
    ],
    reads: { header: 3, indicator: 'A', measure: 'C', scores: 'B', count: 3, totals: 'C7 D7' },
  },
  'a Traditional form with two raters': {
    rows: [
      ['員工績效考核表'],
      ['姓名', '', '部門', ''],
      ['考核項目', '權重', '評分標準', '自評', '主管評分'],
      ['工作品質', '40%', '90分以上為優秀'],
      ['工作效率', '30%', '準時完成'],
      ['團隊合作', '30%', '積極配合'],
      ['總分'],
    ],
    reads: { header: 3, indicator: 'A', measure: 'B', scores: 'D E', count: 3 },
  },
  'objectives over key results': {
    rows: [
      ['Q3 OKR review'],
      ['Objective', 'Key Result', 'Weight', 'Target', 'Actual', 'Score'],
      ['Grow', 'Revenue +10%', 0.5, 10, 9, 0.9],
      [null, 'New logos 5', 0.2, 5, 4, 0.8],
      ['Delight', 'NPS 50', 0.3, 50, 45, 0.9],
      ['Total', null, 1, null, null, 0.87],
    ],
    reads: { header: 2, measure: 'C', count: 3 },
  },
};

const read = ({ rows, merges }: Case, offset: readonly [number, number] = [0, 0]) =>
  findForms(gridOf(rows, { merges: merges ?? [], offset }));

test.each(Object.entries(cases))('reads %s', (_name, written) => {
  const { count, forms = 1, ...wanted } = written.reads;
  const found = read(written);
  expect(found).toHaveLength(forms);
  expect(found[0]?.indicators).toHaveLength(count);
  expect(found[0] && outline(found[0])).toMatchObject(wanted);
});

test.each(Object.entries(cases))('finds the same in %s wherever the table stands', (_name, written) => {
  const moved = read(written, [7, 4]);
  const here = read(written);
  expect(moved.map((form) => [form.layout, form.indicators.length, form.totals.length, form.fields.length, form.confidence])).toEqual(
    here.map((form) => [form.layout, form.indicators.length, form.totals.length, form.fields.length, form.confidence]),
  );
  moved.forEach((form, index) => {
    const other = here[index]!;
    expect(form.indicators.map((indicator) => [indicator.cell.row - 7, indicator.cell.column - 4])).toEqual(
      other.indicators.map((indicator) => [indicator.cell.row, indicator.cell.column]),
    );
    expect(form.totals.map((total) => [total.row - 7, total.column - 4, total.role])).toEqual(
      other.totals.map((total) => [total.row, total.column, total.role]),
    );
  });
});

test('every form says why, and how sure it is', () => {
  for (const written of Object.values(cases)) {
    for (const form of read(written)) {
      expect(form.confidence).toBeGreaterThan(0);
      expect(form.confidence).toBeLessThanOrEqual(1);
      expect(form.evidence.length).toBeGreaterThan(1);
    }
  }
});

test('a form with weights, raters, criteria and a total is sure', () => {
  expect(read(cases['a plain Chinese form with two raters']!)[0]?.confidence).toBeGreaterThanOrEqual(askBelow);
});
