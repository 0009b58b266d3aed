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
    '未安装加载项的人打开工作簿时，看到的是 RUBRIC 公式上次的结果；重新计算后会显示 #NAME?。发送给没有加载项的人之前，请以数值或 Excel 自带公式填写。',
  'help.blank': '公式中的空单元格',
  'help.blank.text': '不同平台上，Excel 把空单元格当作 0 或空值传给函数。不应按 0 计的空单元格，请写成 IF(ISBLANK(F6),"",F6)。',
  'help.privacy': '隐私',
  'help.privacy.text': '内容不会离开工作簿。没有服务器、没有账号、没有遥测。',
  'help.parameter': '参数',
  'help.meaning': '含义',
  'help.optional': '可选',
  'help.examples': '示例',
  'help.result': '结果',
  'help.back': '返回帮助',
} as const;
