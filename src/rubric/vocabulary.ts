/**
 * The words of the field, as tables. Everything is in the reader's spelling (normalise.ts): Simplified characters, half-width signs,
 * English in lower case. Adding a synonym or a language is adding words here, not branches elsewhere.
 */

/** How a comparison bounds a number. */
export type Comparison = 'atLeast' | 'moreThan' | 'atMost' | 'lessThan' | 'exactly';

/** Words in front of a number. README of the criteria: 达到 不低于 至少 不超过 include it; 低于 高于 超过 不足 exclude it. */
export const comparisonsBefore: Readonly<Record<Comparison, readonly string[]>> = {
  atLeast: [
    '≥', '>=', '=>', '大于等于', '大于或等于', '大于或者等于', '高于或等于', '高于等于', '超过或等于', '不低于', '不少于', '不小于', '不短于', '不早于', '不亚于', '不下于', '未低于', '达到', '达至', '完成率达', '达成', '达', '至少', '最少', '起码', '最低', '满',
    'at least', 'no less than', 'not less than', 'no fewer than', 'not fewer than', 'minimum of', 'a minimum of', 'greater than or equal to', 'more than or equal to', 'equals or exceeds', 'meets or exceeds', 'reaches', 'achieves',
  ],
  moreThan: [
    '>', '大于', '高于', '超过', '超出', '多于', '长于', '高过', '优于', '晚于', '超', '突破',
    'more than', 'greater than', 'above', 'over', 'exceeds', 'exceeding', 'exceed', 'higher than', 'in excess of', 'longer than', 'later than',
  ],
  atMost: [
    '≤', '<=', '=<', '小于等于', '小于或等于', '小于或者等于', '低于或等于', '低于等于', '不高于', '不超过', '不超出', '不大于', '不多于', '不长于', '未超过', '未超出', '没有超过', '没超过', '不迟于', '不晚于', '至多', '最多', '最高', '控制在', '不超',
    'at most', 'no more than', 'not more than', 'up to', 'upto', 'not exceeding', 'does not exceed', 'not over', 'maximum of', 'less than or equal to', 'fewer than or equal to', 'no later than', 'within',
  ],
  lessThan: [
    '<', '小于', '低于', '不足', '少于', '不满', '未满', '未达到', '没达到', '没有达到', '达不到', '未达成', '未达', '不到', '未到', '短于', '不及', '早于', '未完成',
    'less than', 'fewer than', 'below', 'under', 'lower than', 'shorter than', 'smaller than', 'narrower than', 'earlier than',
  ],
  exactly: ['=', '等于', '恰好', '刚好', '正好', '仅', '只有', '为', 'exactly', 'equal to', 'equals'],
}; // prettier-ignore

/** Words behind a number. 以下 is settled when all bands are known (another line may own the number). */
export const comparisonsAfter: Readonly<Record<Comparison, readonly string[]>> = {
  atLeast: ['及其以上', '及以上', '或以上', '和以上', '与以上', '(含)以上', '(含)及以上', '及以后', '及其以后', '及之后', '含以上', '以上(含)', '以上', '之上', '起', '以后', 'or more', 'and more', '& above', '& more', '& over', 'or above', 'and above', 'or higher', 'and higher', 'or over', 'and over', 'or greater', 'or better', 'plus', '+'],
  moreThan: ['(不含)以上', '以上(不含)', '开外', '以外', '之外'],
  atMost: ['及其以下', '及以下', '或以下', '和以下', '与以下', '(含)以下', '(含)及以下', '以下(含)', '以下', '之下', '及以内', '(含)以内', '以内(含)', '以内', '之内', '范围内', '内', '以前', 'or less', 'and less', 'or fewer', 'and fewer', 'or below', 'and below', 'or lower', 'and lower', 'or under', 'and under'],
  lessThan: ['(不含)以下', '以下(不含)', '(不含)以内', '以内(不含)'],
  exactly: [],
}; // prettier-ignore

/** What joins the two ends of a range; a wave, every dash (already `-`), 至, 到. */
export const rangeJoints = [
  '--',
  '-',
  '~~',
  '~',
  '至',
  '到',
  '—',
  'to',
  'through',
  '…',
  'to less than',
  'to under',
  'to below',
  'up to but not including',
  'to just under',
] as const;

/** Verbs in front of points, by what they do. */
export const awardVerbs: Readonly<Record<'set' | 'add' | 'deduct', readonly string[]>> = {
  set: ['对应得分为', '对应得分', '对应分值为', '对应分值', '对应', '得分为', '得分是', '得分', '计分为', '计分', '记分为', '记分', '评分为', '评分', '评为', '评定', '评', '分值为', '分数为', '计为', '记为', '得', '计', '记', '为', '是', '给予', '给', '获得', '获', '赋分', '赋', '打', '拿', '算', '至', '='],
  add: ['额外加', '加计', '加分', '奖励', '另加', '再加', '各加', '加', '奖', '增加', '增', '+'],
  deduct: ['酌情扣除', '酌情扣', '扣除', '扣减', '扣罚', '扣分', '倒扣', '另扣', '再扣', '各扣', '均扣', '加扣', '扣', '减去', '减扣', '减分', '减', '罚', '-'],
}; // prettier-ignore

/** Tier words, best first within each family of words. A letter grade may carry + or -. */
export const tierWords: readonly string[] = [
  '特别优秀', '非常优秀', '卓越', '杰出', '优异', '优秀', '优良', '优', '良好', '较好', '很好', '非常好', '良', '好', '中等', '中', '尚可', '一般', '普通', '基本合格', '合格', '及格', '基本称职', '称职', '胜任', '基本达标', '达标',
  '特等奖', '一等奖', '二等奖', '三等奖', '优胜奖', '优秀奖', '鼓励奖', '参与奖', '五星级', '五星', '四星级', '四星', '三星级', '三星', '二星级', '二星', '一星级', '一星', '不评星', '不评级', '不定级', '不予评级', '甲级', '乙级', '丙级', '丁级', '特等', '特级', '上等', '下等', '待改进', '需改进', '待提高', '需提高', '待提升', '有待改进', '有待提高', '需要努力', '需努力', '需要改进', '需要提高', '较弱', '较强', '很强', '较优', '欠佳', '较差', '很差', '极差', '差', '不合格', '不及格', '不称职', '不胜任', '不达标',
  '甲', '乙', '丙', '丁', '特优', '优等', '甲等', '乙等', '丙等', '丁等', '一等', '二等', '三等', '可', '劣', '待改善', '需改善', '有待改善', '极优', '特佳', '极佳', '尚佳', '佳', '普', '待加强', '需加强', '应加强', '有待加强', '待辅导', '需辅导', '不予列等', '不予评等', '不列等', '有差距', '偏离目标', '严重偏离', '绿灯', '黄灯', '红灯', '橙灯', '绿色', '黄色', '红色', '橙色', '白金', '金牌', '银牌', '铜牌', '示范', '先进', '落后',
  '非常满意', '很满意', '比较满意', '较满意', '基本满意', '满意', '较不满意', '不太满意', '很不满意', '非常不满意', '不满意',
  'outstanding', 'exceptional', 'excellent', 'superior', 'distinguished', 'exemplary', 'advanced', 'accomplished', 'proficient', 'competent', 'strong', 'very good', 'good', 'satisfactory', 'average', 'above average', 'below average', 'fair', 'okay', 'acceptable', 'adequate', 'basic', 'developing', 'emerging', 'beginning', 'novice', 'limited', 'marginal', 'weak', 'needs improvement', 'need improvement', 'needs work', 'unsatisfactory', 'unacceptable', 'inadequate', 'poor', 'very poor', 'flawed', 'failing', 'fail', 'pass',
  'platinum', 'gold', 'silver', 'bronze', 'green', 'yellow', 'amber', 'orange', 'red', 'preferred', 'approved', 'conditional', 'probation', 'disqualified', 'rejected', 'role model', 'solid', 'expert', 'intermediate', 'exceeds', 'meets', 'partially meets', 'fully meets', 'does not meet', 'not met', 'met', 'exceeded', 'on track', 'at risk', 'off track', 'commendable', 'remarkable', 'not demonstrated', 'demonstrated', 'high', 'medium', 'low', 'critical',
  'verbal warning', 'written warning', 'final warning', 'final written warning', 'suspension', 'termination', 'dismissal',
  'exceeds expectations', 'exceeds job expectations', 'exceeds requirements', 'meets expectations', 'meets job requirements', 'meets requirements', 'below expectations', 'does not meet expectations', 'just enough',
]; // prettier-ignore

/** Words that name the whole marks or none, with the share of the full marks that they give. */
export const wholeAwards: readonly { readonly words: readonly string[]; readonly mode: 'set' | 'deduct' | 'add'; readonly share: string }[] = [
  { words: ['不予加分', '不得加分', '不另加分', '不加分', '不奖分'], mode: 'add', share: '0' },
  { words: ['得满分', '为满分', '计满分', '记满分', '给满分', '满分', '得全分', '全分', '不扣分', '不予扣分', '不减分', '不做扣分', '得此项分数', '得该项满分', '得本项满分', 'full marks', 'full credit', 'full points', 'no deduction'], mode: 'set', share: '1' },
  { words: ['不予得分', '不得分', '不给分', '不计分', '无分', '得零分', '计零分', '记零分', '零分', '清零', '全扣', '扣完', '扣全分', '扣除全部分数', '扣除全部分值', '扣全部分数', '扣除该项全部分数', '扣除本项全部分数', '扣光', '扣本项全部分值', '扣本项全部分数', '扣该项全部分值', '扣该项全部分数', '扣此项全部分值', '扣除本项全部分值', '扣除该项全部分值', '扣除全部分', '扣本项全分', '扣除本项分值', '扣除该项分值', '扣除本项分数', '扣本项分值', '扣该项分值', '扣完本项分值', '扣完该项分值', '扣除本项全部得分', '扣本项全部得分', '扣本项总分', '扣除本项总分', '扣除此项全部分值', 'no credit', 'no points', 'no marks', 'zero points', 'zero marks', 'zero credit', 'a score of zero', 'receives zero', 'receive zero', 'scores zero', 'gets zero', 'earns zero', 'a grade of zero', 'a mark of zero', 'a zero', 'no credit will be given', 'no points will be given', 'no points will be awarded', 'no credit will be awarded'], mode: 'set', share: '0' },
  { words: ['得一半分数', '得一半分', '得一半', '一半分数', '一半分', '半数分', '得半分', '扣一半分数', '扣一半分', '扣一半', '减半', '得分减半', 'half credit', 'half marks', 'half points', 'half the points'], mode: 'set', share: '0.5' },
]; // prettier-ignore

/** Awards that are named but not given a number: 扣分, 加分. */
export const openAwards: Readonly<Record<'add' | 'deduct', readonly string[]>> = {
  add: ['酌情加分', '适当加分', '相应加分', '予以加分', '给予加分', '加分'],
  deduct: [
    '扣除对应比例的分数',
    '扣除相应比例的分数',
    '扣除相应分数',
    '扣除相应分值',
    '扣除对应分数',
    '扣除对应分值',
    '扣相应分数',
    '扣相应分值',
    '扣相应分',
    '视情况扣罚',
    '视情扣罚',
    '酌情扣罚',
    '视情况扣分',
    '视情节扣分',
    '视情节扣罚',
    '视情节轻重扣分',
    '视情况扣除',
    '酌情扣减',
    '适当扣减',
    '视情况扣减',
    '酌情扣分',
    '适当扣分',
    '相应扣分',
    '视情扣分',
    '予以扣分',
    '将会扣分',
    '会扣分',
    '扣分',
    '减分',
  ],
};

/** Tier words from best to worst: which of two is better. Words of one line are equally good. */
export const tierRanks: readonly (readonly string[])[] = [
  ['特别优秀', '特优', '极优', '特佳', '极佳', '优等', '白金', 'platinum', 'role model', '卓越', '杰出', '优异', 'outstanding', 'exceptional', 'distinguished', 'exemplary', 's', '优+'],
  ['甲', '甲等', '绿灯', '绿色', '金牌', 'gold', 'green', 'preferred', 'exceeds', '非常优秀', '优秀', '优', 'excellent', 'advanced', 'a', '非常满意', '很好', '非常好', 'exceeds expectations'],
  ['superior', 'accomplished', 'very good', '优良', '很满意'],
  ['乙', '乙等', '佳', '银牌', 'silver', 'approved', 'meets', 'fully meets', 'solid', '良好', '良', '好', 'good', 'proficient', 'strong', 'b', '满意', '较好', '比较满意', 'above average', 'meets expectations'],
  ['黄灯', '黄色', '可', '普', '尚佳', 'yellow', 'amber', 'bronze', 'conditional', 'partially meets', '中等', '中', '一般', '普通', '尚可', 'average', 'competent', 'satisfactory', 'fair', 'okay', '基本满意', '称职', 'acceptable', 'adequate', '胜任'],
  ['丙', '丙等', '合格', '及格', '达标', '基本合格', '基本称职', 'basic', 'developing', 'c', 'just enough', 'pass', 'marginal'],
  ['待改善', '需改善', '需要改进', '需要提高', '较弱', '欠佳', '待加强', '需加强', '应加强', '有待加强', '待辅导', '需辅导', '有差距', 'verbal warning', '待改进', '需改进', '待提高', '需努力', '需要努力', '较差', 'needs improvement', 'below average', 'limited', 'd', 'weak', '不太满意', 'emerging'],
  ['丁', '丁等', '劣', '不予列等', '不予评等', '不列等', '偏离目标', '严重偏离', '红灯', '红色', 'red', 'disqualified', 'rejected', 'does not meet', 'termination', '不合格', '不及格', '不称职', '不达标', '不胜任', '差', '很差', '极差', '不满意', 'unsatisfactory', 'unacceptable', 'poor', 'flawed', 'fail', 'e', 'f', '很不满意'],
]; // prettier-ignore
