/** Texts of the help pages that ship with the add-in. */
export const help = {
  'help.title': '考核评分助手：帮助',
  'help.functions.title': 'RUBRIC 函数参考',
  'help.functions.link': '全部 RUBRIC 函数及示例',
  'help.what': '能做什么',
  'help.what.text':
    '考核评分助手识别当前工作簿中的考核表，按原文读懂评分标准，逐项核对填写内容，并以精确小数填写空白的等级和合计单元格。已有内容的单元格不会被擅自覆盖，填写可一步撤销。',
  'help.start': '三步上手',
  'help.start.1': '单击“开始”选项卡“考核评分”组中的“检查”。列出每张考核表及其问题；单击问题可跳到对应单元格。',
  'help.start.2': '标准未写明之处，回答提问。答案保存在工作簿中。',
  'help.start.3': '单击“填写结果”，查看将写入的内容及理由，然后应用。',
  'help.doubt': '标准未写明时',
  'help.doubt.text':
    '落在共同边界上的值归较好的等级；80-89 与 90-100 之间的 89.5 归较低一档；“85以上”与“80以下”之间的 82 没有等级。这些都会作为提示列出，可在“规则设置”中更改。读不准的内容一律询问，不猜测。',
  'help.missing': '没有安装加载项时',
  'help.missing.text':
    '没有安装本加载项的人打开工作簿时，先看到的是 RUBRIC 公式上次的计算结果，因为 Excel 把结果存在文件里。一旦 Excel 重新计算该单元格（修改了引用的单元格、按 F9，或某些版本打开时自动重算），就会显示 #NAME?，因为函数在加载项里。发送之前，请在任务窗格中打开“公式”›“准备发送”：每个公式（包括嵌套在其他公式里的、溢出的和隐藏工作表中的）都会换成经核对结果相同的 Excel 公式，没有等价公式的换成数值。先预览再替换，可一步恢复。',
  'help.blank': '公式中的空单元格',
  'help.blank.text':
    'Excel 会因平台不同把空单元格当作 0 或当作空传入。空单元格不应算作 0 时，请写成 IF(ISBLANK(F6),"",F6)；任务窗格的公式助手会自动这样写。空文本一律按未填处理。',
  'help.policy': '函数遵循的规则',
  'help.policy.text': '函数按工作簿中的规则（任务窗格的“规则”）以及您为不明确的评分标准选定的理解来计算。规则改变后，单元格会重新计算。',
  'help.privacy': '隐私',
  'help.privacy.text': '内容不会离开工作簿。没有服务器、没有账号、没有遥测。',
  'help.parameter': '参数',
  'help.meaning': '含义',
  'help.optional': '可选',
  'help.examples': '示例',
  'help.result': '结果',
  'help.back': '返回帮助',
} as const;
