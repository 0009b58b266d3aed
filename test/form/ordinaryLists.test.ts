/** Ordinary workbooks: what looks like a form at a glance and is none. One line a kind of list. */
import { findForms } from '../../src/form';
import { gridOf, pct, type Written } from './grid';

const lists: Record<string, readonly (readonly Written[])[]> = {
  'a price list': [
    ['序号', '品名', '规格', '单位', '数量', '单价', '金额', '备注'],
    [1, '螺丝', 'M4', '个', 100, 0.2, 20],
    [2, '螺母', 'M4', '个', 100, 0.1, 10],
    ['合计', null, null, null, null, null, 30],
  ],
  'an English price list': [
    ['Item', 'Description', 'Qty', 'Unit Price', 'Total'],
    ['A1', 'Steel bolt', 10, 2, 20],
    ['A2', 'Nut', 5, 1, 5],
    ['Total', null, null, null, 25],
  ],
  'a stock list': [
    ['Item', 'Quantity', 'Unit', 'Value', 'Notes'],
    ['Copper', 10, 'kg', 200, 'x'],
    ['Zinc', 5, 'kg', 100],
    ['Iron', 4, 'kg', 40],
    ['Total', 19, null, 340],
  ],
  'a risk register': [
    ['序号', '风险描述', '可能性', '严重性', '风险值', '风险等级', '应对措施'],
    [1, '停电', 3, 4, 12, '中', '备用电源'],
    [2, '火灾', 1, 5, 5, '低', '灭火器'],
  ],
  'an English risk register': [
    ['ID', 'Risk', 'Likelihood', 'Impact', 'Score', 'Rating', 'Mitigation'],
    [1, 'Power loss', 3, 4, 12, 'Medium', 'UPS'],
    [2, 'Fire', 1, 5, 5, 'Low', 'Extinguisher'],
    [3, 'Flood', 1, 5, 5, 'Low', 'None'],
  ],
  'a weighted risk assessment': [
    ['Risk Item', 'Description', 'Weight', 'Score', 'Weighted Score'],
    ['Vendor risk', 'Vendor fails', 0.3, 4, 1.2],
    ['Market', 'Demand falls', 0.7, 2, 1.4],
  ],
  'an FMEA': [
    ['项目', '功能', '潜在失效模式', '严重度', '发生度', '探测度', 'RPN', '建议措施'],
    ['泵', '供油', '泄漏', 8, 3, 4, 96, '改密封'],
  ],
  'a mark list with subjects': [
    ['学号', '姓名', '语文', '数学', '英语', '总分', '名次'],
    [1, '张三', 90, 80, 85, 255, 1],
    [2, '李四', 80, 80, 80, 240, 2],
    [3, '王五', 70, 70, 70, 210, 3],
  ],
  'a mark list of one course': [
    ['姓名', '平时成绩', '期中', '期末', '总评'],
    ['张三', 90, 80, 85, 86],
    ['李四', 80, 80, 80, 80],
    ['王五', 70, 70, 70, 70],
  ],
  'an English mark list': [
    ['Student ID', 'Name', 'Homework 1', 'Homework 2', 'Midterm', 'Final', 'Total', 'Grade'],
    [1, 'Ann', 9, 8, 80, 85, 88, 'B'],
    [2, 'Bob', 7, 8, 70, 75, 78, 'C'],
    [3, 'Cy', 10, 9, 90, 95, 94, 'A'],
  ],
  'names, scores and grades': [
    ['Name', 'Score', 'Grade'],
    ['Ann', 90, 'A'],
    ['Bob', 80, 'B'],
    ['Cy', 70, 'C'],
  ],
  'scores of a group of people': [
    ['序号', '姓名', '部门', '得分', '备注'],
    [1, '张三', '销售部', 90],
    [2, '李四', '客服部', 85],
    [3, '王五', '技术部', 88],
  ],
  'a conversion table': [
    ['分值', '男1000米', '女800米', '立定跳远'],
    [100, '3:20', '3:10', 2.5],
    [95, '3:25', '3:15', 2.4],
    [90, '3:30', '3:20', 2.3],
  ],
  'a grade scale': [
    ['Score', 'Grade', 'Description'],
    ['90-100', 'A', 'Excellent'],
    ['80-89', 'B', 'Good'],
    ['70-79', 'C', 'Fair'],
    ['<70', 'D', 'Poor'],
  ],
  'a Chinese grade scale': [
    ['等级', '分数', '说明'],
    ['优秀', '90-100', '表现突出'],
    ['良好', '80-89', '表现较好'],
    ['合格', '60-79', '达到要求'],
    ['不合格', '60以下', '未达要求'],
  ],
  'a table of coefficients': [
    ['绩效等级', '分数区间', '绩效系数'],
    ['A', '90以上', 1.2],
    ['B', '80-90', 1],
    ['C', '60-80', 0.8],
    ['D', '60以下', 0.5],
  ],
  'results of models': [
    ['Model', 'Accuracy', 'Precision', 'Recall', 'F1'],
    ['RF', 0.9, 0.91, 0.92, 0.91],
    ['SVM', 0.88, 0.9, 0.87, 0.88],
  ],
  'results by model': [
    ['指标', '模型A', '模型B', '模型C'],
    ['准确率', 0.9, 0.91, 0.92],
    ['召回率', 0.88, 0.9, 0.87],
    ['F1', 0.8, 0.8, 0.8],
  ],
  'a league table': [
    ['Team', 'Played', 'Won', 'Lost', 'Points'],
    ['Reds', 10, 6, 4, 18],
    ['Blues', 10, 5, 5, 15],
    ['Greens', 10, 4, 6, 12],
    ['Whites', 10, 3, 7, 9],
  ],
  'rewards for points': [
    ['Reward', 'Points', 'Value'],
    ['Mug', 100, 5],
    ['Shirt', 300, 15],
    ['Bag', 500, 25],
  ],
  'a task list': [
    ['Task', 'Owner', 'Start', 'Due', 'Status', 'Progress'],
    ['Design', 'Ann', 45000, 45010, 'Done', 1],
    ['Build', 'Bob', 45010, 45030, 'Open', 0.4],
  ],
  'a Chinese work list': [
    ['序号', '工作内容', '责任人', '完成时间', '完成情况', '备注'],
    [1, '编写方案', '张三', '2025-01-10', '已完成'],
    [2, '组织培训', '李四', '2025-02-10', '进行中'],
    [3, '采购设备', '王五', '2025-03-10', '未开始'],
  ],
  'a backlog with story points': [
    ['User Story', 'Priority', 'Story Points', 'Status', 'Assignee'],
    ['Login', 'High', 5, 'Done', 'Ann'],
    ['Logout', 'Low', 2, 'Open', 'Bob'],
    ['Search', 'Low', 8, 'Open', 'Bob'],
  ],
  'test cases': [
    ['ID', 'Test case', 'Steps', 'Expected result', 'Actual result', 'Pass/Fail'],
    [1, 'Login', 'Open page', 'Shows form', 'Shows form', 'Pass'],
    [2, 'Logout', 'Click', 'Leaves', 'Leaves', 'Pass'],
  ],
  'Chinese test cases': [
    ['编号', '测试项', '测试步骤', '预期结果', '实际结果', '是否通过'],
    [1, '登录', '打开页面', '显示', '显示', '通过'],
    [2, '退出', '点击', '退出', '退出', '通过'],
  ],
  'an inspection record': [
    ['序号', '检查项目', '检查标准', '检查结果', '备注'],
    [1, '灭火器', '压力正常', '√'],
    [2, '通道', '畅通', '√'],
    [3, '电源', '无裸露', '√'],
  ],
  'survey answers': [
    ['Timestamp', 'Name', 'Question 1', 'Question 2', 'Rating', 'Comments'],
    [45000.2, 'Ann', 'Yes', 'No', 5, 'ok'],
    [45001.2, 'Bob', 'Yes', 'Yes', 4, 'good'],
  ],
  'a budget': [
    ['项目', '预算', '实际', '差异', '备注'],
    ['办公费', 1000, 900, 100],
    ['差旅费', 2000, 2100, -100],
    ['合计', 3000, 3000, 0],
  ],
  'an English budget': [
    ['Category', 'Budget', 'Actual', 'Difference'],
    ['Rent', 1000, 1000, 0],
    ['Food', 300, 350, -50],
    ['Total', 1300, 1350, -50],
  ],
  'targets by month': [
    ['月份', '目标', '实际', '完成率'],
    ['1月', 100, 90, 0.9],
    ['2月', 100, 110, 1.1],
    ['3月', 100, 100, 1],
  ],
  'sales targets by person': [
    ['姓名', '目标', '实际完成', '完成率', '排名'],
    ['张三', 100, 90, 0.9, 2],
    ['李四', 100, 110, 1.1, 1],
    ['王五', 100, 80, 0.8, 3],
  ],
  'a roster': [
    ['序号', '姓名', '岗位', '联系电话'],
    [1, '张三', '导医', '6011'],
    [2, '李四', '班长', '6012'],
  ],
  attendance: [
    ['姓名', '应出勤天数', '实际出勤天数', '迟到次数', '备注'],
    ['张三', 22, 22, 0],
    ['李四', 22, 20, 1],
  ],
  'a payroll': [
    ['序号', '姓名', '基本工资', '绩效工资', '奖金', '扣款', '实发'],
    [1, '张三', 5000, 2000, 500, 100, 7400],
    [2, '李四', 6000, 2000, 500, 0, 8500],
  ],
  'a bill of materials': [
    ['No.', 'Part', 'Description', 'Weight', 'Qty', 'Material'],
    [1, 'Frame', 'Main frame', 2.5, 1, 'Steel'],
    [2, 'Arm', 'Rotor arm', 0.3, 4, 'CFRP'],
    [3, 'Motor', 'Brushless', 0.2, 4, 'Al'],
  ],
  'weights in grams': [
    ['Component', 'Weight (g)', 'Count', 'Total weight'],
    ['Frame', 282, 1, 282],
    ['Motor', 55, 4, 220],
    ['ESC', 25, 4, 100],
    ['Total', null, null, 602],
  ],
  'a portfolio': [
    ['Asset', 'Weight', 'Return', 'Risk'],
    ['Stocks', pct(0.6), 0.08, 0.15],
    ['Bonds', pct(0.3), 0.03, 0.05],
    ['Cash', pct(0.1), 0.01, 0],
  ],
  'an index basket': [
    ['Index', 'Description', 'Weight', 'Value'],
    ['CPI food', 'Food and drink', 0.3, 102],
    ['CPI rent', 'Housing', 0.5, 105],
    ['CPI other', 'Other', 0.2, 100],
    ['Total', null, 1, 103.1],
  ],
  'a comparison matrix': [
    ['', '价格', '质量', '服务'],
    ['价格', 1, 3, 5],
    ['质量', 0.33, 1, 3],
    ['服务', 0.2, 0.33, 1],
  ],
  'a comparison matrix with weights': [
    ['准则', '价格', '质量', '服务', '权重'],
    ['价格', 1, 3, 5, 0.64],
    ['质量', 0.33, 1, 3, 0.26],
    ['服务', 0.2, 0.33, 1, 0.1],
  ],
  'a feature comparison': [
    ['Feature', 'Product A', 'Product B', 'Product C'],
    ['Price', 'Low', 'Mid', 'High'],
    ['Support', 'Yes', 'No', 'Yes'],
  ],
  'a data dictionary': [
    ['Field', 'Type', 'Description', 'Required', 'Default'],
    ['id', 'int', 'Primary key', 'Y', ''],
    ['name', 'varchar', 'Name', 'N', ''],
  ],
  'a timetable': [
    ['Time', 'Monday', 'Tuesday', 'Wednesday'],
    ['9:00', 'Math', 'English', 'PE'],
    ['10:00', 'Art', 'Math', 'Music'],
  ],
  'rated books': [
    ['Title', 'Author', 'Year', 'Rating'],
    ['Dune', 'Herbert', 1965, 5],
    ['Emma', 'Austen', 1815, 4],
    ['Ulysses', 'Joyce', 1922, 3],
  ],
  'a ranking of films': [
    ['Rank', 'Movie', 'Score', 'Votes'],
    [1, 'A', 9.2, 1000],
    [2, 'B', 9.0, 900],
    [3, 'C', 8.9, 800],
  ],
  'a ranking of countries': [
    ['Country', 'Score', 'Rank', 'Region'],
    ['Norway', 95, 1, 'Europe'],
    ['Chile', 80, 2, 'Americas'],
    ['Japan', 79, 3, 'Asia'],
  ],
  'a course list': [
    ['课程名称', '学分', '学时', '考核方式', '授课教师'],
    ['高等数学', 4, 64, '考试', '张'],
    ['英语', 3, 48, '考查', '李'],
  ],
  'a list of documents': [
    ['序号', '文件名称', '版本', '保管人', '备注'],
    [1, '手册', 'A', '张三'],
    [2, '程序', 'B', '李四'],
  ],
  'a list of suppliers': [
    ['序号', '供应商名称', '供货产品', '联系人', '评价结果', '备注'],
    [1, '甲公司', '螺丝', '张', '合格'],
    [2, '乙公司', '螺母', '李', '合格'],
  ],
  'a training plan': [
    ['序号', '培训内容', '培训对象', '培训时间', '培训讲师', '考核方式'],
    [1, '安全培训', '全员', '3月', '张三', '笔试'],
    [2, '技能培训', '技工', '4月', '李四', '实操'],
  ],
  'actions of a meeting': [
    ['No', 'Item', 'Action', 'Owner', 'Due date', 'Status'],
    [1, 'Site', 'Fix link', 'Ann', 45000, 'Open'],
    [2, 'Docs', 'Write', 'Bob', 45001, 'Open'],
  ],
  'a word list': [
    ['Level', 'Word', 'Meaning'],
    ['1', 'alpha', 'first'],
    ['2', 'beta', 'second'],
  ],
  'counts of grades by department': [
    ['部门', '优秀', '良好', '合格', '不合格', '合计'],
    ['销售部', 3, 5, 2, 0, 10],
    ['客服部', 2, 6, 1, 1, 10],
    ['合计', 5, 11, 3, 1, 20],
  ],
  'English counts of grades': [
    ['Department', 'Excellent', 'Good', 'Fair', 'Poor', 'Total'],
    ['Sales', 3, 5, 2, 0, 10],
    ['Support', 2, 6, 1, 1, 10],
    ['Total', 5, 11, 3, 1, 20],
  ],
  'counts of answers': [
    ['Question', 'Strongly agree', 'Agree', 'Neutral', 'Disagree', 'Strongly disagree'],
    ['Food was good', 10, 5, 3, 1, 0],
    ['Staff was kind', 12, 4, 2, 1, 0],
    ['Value', 8, 8, 2, 1, 1],
  ],
  'a dashboard of figures': [
    ['KPI', 'Target', 'Actual', 'Variance', 'Status'],
    ['Revenue', 100, 90, -10, 'Red'],
    ['Churn', 5, 4, 1, 'Green'],
    ['NPS', 40, 45, 5, 'Green'],
  ],
  'sales by month': [
    ['产品', '1月', '2月', '3月', '4月', '合计'],
    ['A', 10, 20, 30, 40, 100],
    ['B', 1, 2, 3, 4, 10],
    ['合计', 11, 22, 33, 44, 110],
  ],
  'points compared': [
    ['Item', 'Points A', 'Points B', 'Comment'],
    ['x', 1, 2, 'a'],
    ['y', 2, 3, 'b'],
  ],
  'a test report': [
    ['序号', '检验项目', '技术要求', '检验方法', '检验结果', '判定'],
    [1, '尺寸', '10±0.1', '卡尺', 10.02, '合格'],
    [2, '硬度', 'HRC50', '硬度计', 51, '合格'],
    [3, '外观', '无划痕', '目视', '无', '合格'],
  ],
  'a glossary of figures': [
    ['指标名称', '计算公式', '数据来源', '统计频率'],
    ['毛利率', '毛利/收入', '财务', '月'],
    ['周转率', '成本/库存', '财务', '月'],
  ],
};

test.each(Object.entries(lists))('takes no form out of %s', (_name, rows) => {
  expect(findForms(gridOf(rows)).map((form) => form.evidence)).toEqual([]);
});

test('an empty sheet holds no form', () => {
  expect(findForms(gridOf([]))).toEqual([]);
});
