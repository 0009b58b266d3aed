/**
 * What header words mean. One line a meaning; patterns see plain text (see plainText) with and without its brackets.
 * The first line that fits is the preferred role; later ones are second choices when the first is taken or its column
 * holds something else. `strength`: how much the word speaks for a review form (0 for words that any list has).
 */
import { levelName } from './levelWords';
import { memoByText } from './memo';
import { plainText, withoutBrackets } from './plainText';
import type { ColumnRole, Month, Quarter, Rater } from './types';

export interface HeaderWord {
  readonly role: ColumnRole;
  readonly strength: number;
  readonly pattern: RegExp;
}

const word = (role: ColumnRole, strength: number, pattern: RegExp): HeaderWord => ({ role, strength, pattern });

const SCORED = '(?:评分|评价|得分|打分|计分|分数?|考核|评核|考评|考绩|评议|测评|评|评定|评估)';

/** Who rates, as it is said in a header, a row label or a total's label. */
export const raterWords: readonly { readonly rater: Rater; readonly pattern: RegExp }[] = [
  {
    rater: 'self',
    pattern:
      /自我|自评|自查|本人|员工(?:自?评|打分|得分)|被考核人(?:自?评|打分)|\bself\b|\bemployee (?:score|rating)|\bmy (?:score|rating)/,
  },
  { rater: 'group', pattern: /小组|互评|同事|同级|民主测评|团队互|\bpeers?\b|\bteam (?:score|rating)/ },
  {
    rater: 'reviewer',
    pattern:
      /审核|复核|复评|复审|二级评|二次评|终评|审定|人力资源|人事|考核小组|考评组|考核委员会|\bhr\b|\bhuman resources|\breviewer\b|\bmoderator|\bsecond (?:rater|level)/,
  },
  {
    rater: 'supervisor',
    pattern:
      /上级|主管|领导|直属|上司|班组长|组长|店长|经理|考核人|评价人(?:评|打)|初评|\bsupervisor|\bmanager|\bappraiser|\bboss\b|\bleader\b/,
  },
];

const tickHeader =
  /^(?:completed?|done|finished|achieved|met|checked|pass(?:ed)?|是否完成|完成与否|是否达标|已完成|达标情况|(?:完成|达标|合格|打|请打)(?:\(?[v√✓✔]\)?|打勾|勾选)|打勾|勾选)\??$/;

/** Header of a column that is only ticked off (`Completed?`, `是否完成`). */
export const isTickHeader = (header: string): boolean => tickHeader.test(plainText(header));

/** Header words for several judges: `评委1`, `考官甲`, `Judge 2`; of one group around the person rated: `同级1`, `下级B`, `Peer 2`. */
export const judgePattern =
  /^(?:(?:(?:直接)?上级|同级|平级|同事|下级|下属|(?:内部)?客户)[\d一二三四五六七八九十甲乙丙丁abcde]{1,2}(?:评分|打分|得分|评价)?|(?:下级|下属|平级)(?:评分|打分|得分)?|(?:peer|colleague|subordinate|direct report|supervisor|manager|customer|client) ?#?\d(?: (?:score|rating))?|(?:评委|考官|面试官|专家|评审|裁判|考评员)[\d一二三四五六七八九十甲乙丙丁abcde]*(?:评分|打分|得分)?|(?:judge|rater|evaluator|assessor|panelist|interviewer)\s*#?\s*[\da-e]?(?: score)?)$/;

/** Over several columns: those below are its members, each with a column of scores (`Panel members` over `A. Osei | M. Tran`). */
export const panelPattern =
  /^(?:(?:各位?)?(?:评委|评审|考官|面试官|评分人|评审专家|专家|考评员|裁判)(?:姓名|成员|组成员|小组|组|团)?(?:评分|打分)?|(?:the )?(?:panel|jury|committee)(?: members?| scores?)?|judges?|raters?|assessors?|evaluators?|interviewers?|reviewers|panelists?)$/;

export const headerVocabulary: readonly HeaderWord[] = [
  word(
    'seq',
    0,
    /^(?:序号|编号|序|项次|题号|次序|no\.?|#|nr\.?|s\/?n|s\.?\s?no\.?|(?:item|feature|question|slide|criterion) ?(?:no\.?|#|number)|number|index|id|slide)$/,
  ),

  word('dimensionWeight', 3, /^(?:维度|类别|一级|大类|项目类|职责|模块|dimension|category|section)(?:总?权重|比重|占比|分值| weight)%?$/),
  word('dimension', 2, /^(?:考核|评价|考评|绩效|指标|评估|评分)?(?:维度|模块|方面|板块)(?:名称)?$/),
  word(
    'dimension',
    2,
    /^(?:考核|评价|考评|绩效|指标|评估|项目|评分)(?:类别|类型|分类|大类|大项)$|^一级(?:指标|项目|要素)?$|^(?:类别|类型|分类|大类|级别|模块|职责|岗位职责|主要职责|工作职责|目标类别|kpi类别|指标级别)$/,
  ),
  word(
    'dimension',
    1,
    /^(?:dimension|category|area|section|domain|perspective|competency area|kra|key result areas?|group|activity|theme|pillar|values?)$/,
  ),
  word('dimension', 1, /^section of\b/),

  word(
    'weight',
    3,
    /^(?:考核|指标|评分|评价|绩效|所占|分项|各项)?(?:权重|权数|比重|权重系数|权重比例|权重占比)(?:值)?\d?%?$|^(?:占比|比例|重要性|重要程度)%?$/,
  ),
  word(
    'weight',
    2,
    /^(?:(?:metric|criteri(?:on|a)|relative|item|kpi|goal) )?(?:weight|weighting|weightage|wt\.?)s?(?: ?%)?$|^(?:%|percent(?:age)?|importance|% of (?:grade|total|score|mark))$/,
  ),

  word(
    'fullMarks',
    3,
    /^(?:分值|满分|满分值|配分|标准分|标准分值|总分值|基准分|基本分|基础分|最高分|应得分|权重分|权重分值|标准分数|项目分值|考核分值|指标分值|分值权重|规定分|评分分值|分数\/权重|权重\/分值|分值\/权重)(?:值)?%?$/,
  ),
  word(
    'fullMarks',
    3,
    /^(?:max(?:imum)?\.? ?(?:score|points?|marks?|pts)?|(?:marks?|points?|pts) (?:available|possible|max(?:imum)?|allocated|allotted)|possible (?:marks?|points?|score)|available (?:marks?|points?)|total (?:marks?|points?) (?:available|possible)|full marks?|out of|points? worth|worth)$/,
  ),
  word('fullMarks', 1, /^(?:points?|pts\.?|marks|value|available|allocation)$/),

  word('indicator', 2, /^(?:考核|评价|考评|评分|评估|绩效)(?:维度|项目|内容|指标|要素)(?:及|和|与|\/).{1,10}$/),
  word('indicator', 1, /^(?:description of |list of )?(?:requirements?|tasks?|criteri(?:a|on)|items?|deliverables?)(?: description)?$/),
  word('indicator', 1, /^(?:goals?|objectives?|(?:key |performance )?(?:goals?|objectives?))$/),
  word(
    'target',
    2,
    /^(?:考核|绩效|年度|月度|季度|本期|基准|工作|指标|计划|kpi)?(?:目标|目标值|指标值|标准值|目标要求|目标值要求|基准值|计划值|考核值)(?:要求|及要求|\/要求|\(.*\))?$|^(?:应取得的效果|应达到的效果|预期(?:效果|成果|目标)|完成标准|达成标准|任务目标|衡量目标)$|^(?:target|goal|benchmark|planned|plan|target value|expected (?:result|outcome))s?$/,
  ),

  word(
    'criteria',
    3,
    /^(?:考核|考评|评分|评价|计分|打分|得分|评定|扣分|加减分|评估|给分|赋分|绩效|测评|等级|评级|级别|定级|分级|档次|奖惩|加扣分|检查|验收|核算)(?:的)?(?:标准|细则|办法|方法|规则|等级|依据|说明|要点|要求|准则|定义|描述|划分|界定|口径|情况说明|标准及说明|关键点\/标准|标准\/说明|计算方法|方式|内容及标准)$/,
  ),
  word(
    'criteria',
    2,
    /^(?:考核评分|得分情况说明|考核关键点\/标准|评分标准\/.*|.*\/评分标准|考核内容及(?:评分)?标准|(?:考核)?指标(?:定义|说明|含义|解释|描述)(?:说明)?(?:[/及与和](?:计算)?(?:公式|要求|标准|说明|方法))?|指标含义\/计算公式|计算(?:公式|方法|方式)|具体内容(?:或|及|和)?说明|(?:检查|考核|评价|评分|考评|评审|测评|面试)(?:重点|要点|要求)|具体(?:要求|标准|内容)|标准|细则|标准说明|行为标准|行为描述|观察要点|考察要点|观察点|评价要点|工作标准|衡量标准|指标定义\/公式|定义|公式|考核办法|量化标准|合格标准)$/,
  ),
  word(
    'criteria',
    2,
    /^(?:(?:scoring|grading|evaluation|assessment|rating|marking|performance|success|judging) (?:criteria|guide(?:lines?)?|rules?|scale|standards?|notes)|rules?|standards?|how (?:(?:it|this) is |is it )?(?:scored|measured|assessed|rated|calculated)|what (?:(?:is|gets|we|it) )?(?:measured?s?|assess(?:ed|es)?|rated|judged|counts)|measured by|measure(?:ment|s)?(?: (?:method|basis))?|(?:level|grade|rating|band|tier|point) (?:definitions?|descriptors?|descriptions?|standards?|criteria|rules?|thresholds?)|(?:scoring|calculation) (?:basis|method|logic)|expectations?|what (?:we look for|.{1,12} looks? like|to look for)|guidelines?|indicators of success|definition|explanation|advice)$/,
  ),

  word(
    'indicator',
    3,
    /^(?:关键|主要|重点|其他|其它|具体|定量|定性|业绩|行为|态度|能力|二级|三级|细分|核心)?(?:绩效|考核|评价|考评|评分|评估|测评|业绩|kpi|面试|评审)?(?:指标|指标名称?|指标项|指标项目|指标内容|kpi指标|评分点|得分点|扣分点)$/,
  ),
  word(
    'indicator',
    3,
    /^(?:考核|评价|考评|评分|评估|绩效|测评|面试|打分|得分|扣分|评审|检查评分|评核|考绩|检查)(?:项目|项|内容|要素|点|要点|事项|条目|条款|款项|要项|题目|因素|名称|项目名称|内容及要求|对象)$|^(?:关键指标项|其他指标项|指标项|kpi|kpi名称|kpi项目)$/,
  ),
  word(
    'indicator',
    1,
    /^(?:(?:计划|工作|重点|主要|关键|本月|本期)(?:任务|工作|事项|项目|内容|目标)|工作内容|任务|任务名称|工作任务|重点工作|要素|项目|项目名称|内容|要求|功能|功能点|检查项目?|检查点|检查内容|验收项目?|验收内容|测评点|目标任务|具体事项|分项|子项|条目)$/,
  ),
  word(
    'indicator',
    2,
    /^(?:criteri(?:on|a)|rubric|metric|indicator|kpi|key performance indicators?|competenc(?:y|ies)|(?:assessment|evaluation|grading|performance|judging|review|appraisal|scoring|marking) (?:items?|criteri(?:on|a)|areas?|factors?|elements?|categor(?:y|ies)|topics?)|performance (?:indicator|measure|objective|goal|factor)s?|slide component|key results?|learning outcomes?|skills?|attributes?|traits?|factors?|elements?)$/,
  ),
  word(
    'indicator',
    1,
    /^(?:items?|tasks?|goals?|objectives?|features?|requirements?|components?|deliverables?|questions?|topics?|responsibilit(?:y|ies)|expectation|function|functionality|feature name|milestones?|aspects?|standard)$/,
  ),
  word(
    'criteria',
    1,
    /^(?:考核内容|评价内容|工作要求|说明|描述|内容说明|标准要求|要求说明|备注说明|评分描述|description|descriptor|details?|comment on criteria|requirement details)$/,
  ),
  word(
    'indicator',
    0,
    /^(?:description|statement|name|title|姓名|部门|名称|分部|单位|人员|被考核人|被评价人|员工姓名|班组|门店|队名|选手|组别|小组|候选人|candidate|team|student|employee)$/,
  ),

  word('effectiveness', 1, /^(?:有效性|有效程度)$/),
  word('auditDept', 0, /^(?:审核|考核|复核|监督|责任|归口|执行)(?:部门|单位|科室)$/),
  word(
    'rater',
    1,
    /^(?:评分|打分|考评|评价|评定|测评)(?:部门|人|单位|者|主体|科室|责任人)$|^考核(?:主体|者|责任人)$|^(?:rated by|assessor|grader|owner)$/,
  ),
  word(
    'deduction',
    2,
    /^(?:应?扣分|扣减分?|减分|扣分(?:值|数|合计|情况)?|实扣分|加减分|加\/减分|奖扣分|deductions?|points? (?:off|deducted|lost)|penalt(?:y|ies))$/,
  ),
  word('perIncident', 2, /^(?:每次扣分|单次扣分|扣分标准值|每(?:次|项|例)扣|(?:points?|deduction) per (?:incident|event))$/),
  word('count', 1, /^(?:.{0,8}次数|发生次数|件数|频次|违规数|occurrences?|incidents?|count|times|# of .*)$/),
  word('numerator', 1, /^(?:分子|实际数|numerator)$/),
  word('denominator', 1, /^(?:分母|基数|denominator)$/),
  word('headcount', 1, /^(?:实际)?(?:在岗|在职|出勤)?人数$|^headcount$/),
  word('days', 1, /^.{0,4}(?:应?出勤|工作)天数$|^(?:working )?days$/),

  word(
    'weighted',
    2,
    /^(?:加权|权重|折算|折合)(?:后)?(?:得分|分数?|评分|值|小计)$|^(?:得分|分数?)\(?(?:加权|折算)\)?$|^(?:weighted|adjusted) (?:score|points?|mark|rating|total|result|value)$/,
  ),
  word(
    'result',
    2,
    /^(?:综合|最终|最后|考核|总|总评|汇总|平均|评价|评定|加权平均|季度|年度|半年|全年|学期)(?:得分|分|分数|评分|成绩|结果|总分)$|^(?:结果|合计|总分|总计|小计|总评|平均|得分合计|合计得分|考核结果|评价结果|核定分|核定得分)$|^(?:result|total|final(?: score| mark| rating| grade)?|overall(?: score| rating)?|total score|average(?: score)?|sum)$/,
  ),
  word(
    'grade',
    2,
    /^(?:考核|指标|评定|评价|绩效|考评|最终|综合|评分|得分)?(?:等级|等第|评级|档次|级等)$|^(?:grade|tier|performance level|level achieved|rating level|rag(?: status| rating)?|traffic light)$/,
  ),
  word(
    'score',
    2,
    /^(?:考核|考评|本项|本栏|该项|实际|实|最后|要素|单项|评价|评分|项目|指标|绩效|评审|平时)?(?:得分|评分|打分|计分|分数|评分值|得分值|所得分|实得分|记分)(?:\d)?$|^(?:实得|得分情况|评分结果|打分栏|评分栏|得分栏|成绩|考核分|评定分)$/,
  ),
  word(
    'score',
    2,
    /^(?:(?:earned|your|actual|awarded|given|obtained|assigned|student|final|raw) ?(?:score|points?|marks?|rating)|(?:score|points?|marks?) (?:earned|awarded|given|obtained|received|achieved)|earned|awarded|rating|score|mark|selected option.*|points? (?:you )?(?:got|scored))$/,
  ),
  word(
    'score',
    1,
    /^(?:completed|complete|done|finished|achieved|met|checked|pass(?:ed)?|是否完成|完成与否|是否达标|已完成|达标情况|(?:完成|达标|合格)\([v√✓✔]\)|打勾|勾选)$/,
  ),
  word(
    'actual',
    2,
    /^(?:实际|本期|当期|本月)?(?:完成|达成|实现|执行|落实)(?:情况|值|结果|状况|进度|率)(?:说明|描述|汇报)?$|^(?:实际|实际值|实际数据|实际完成|实际达成|实绩|实际结果|实际表现|实际完成情况|实际完成值|完成数|统计数据|工作完成情况|实际.{1,6}数)$|^(?:actual|actuals|actual (?:result|value|performance|outcome)|results? achieved|achievements?|accomplishments?|evidence)$/,
  ),
  word('rank', 1, /^(?:名次|排名|位次|排序|rank(?:ing)?|place)$/),
  word(
    'bonus',
    1,
    /^(?:奖励|奖金|奖罚|奖惩|奖励金额|绩效(?:工资|奖金|系数)|奖金系数|系数|award|bonus|加分|加分项|奖分|bonus points?|extra credit)$/,
  ),

  word('unit', 0, /^(?:单位|计量单位|unit|uom|units of measure)$/),
  word(
    'period',
    0,
    /^(?:任务)?(?:起止|完成|截止|计划完成|开始|结束|要求完成)(?:时间|日期|期限)$|^(?:时间节点|完成时限|期限|时限|进度要求|任务起止时间|timeline|deadline|due(?: date)?|time ?frame|by when)$/,
  ),
  word('cycle', 0, /^(?:考核|评价|统计|考评|指标)?(?:周期|频率|频次)$|^(?:cycle|frequency|review period)$/),
  word(
    'source',
    0,
    /^(?:数据|信息|资料|考核数据|依据)(?:来源|出处|提供部门|来源部门|提供者)$|^(?:来源|信息源|(?:data |information )?source|evidence source|where)$/,
  ),
  word('method', 1, /^(?:评分|计分|考核|评价)?(?:方法|方式|手段|途径)$|^method$/),
  word(
    'remark',
    0,
    /^(?:备注|备考|说明|原因|理由|依据|评语|意见|附注|补充说明|扣分说明|得分说明|考核说明|评价意见|考核意见|事例|.{0,8}(?:说明理由|说明原因|事例|情况说明|评语|点评|批注|备注|事由|理由|原因))$|^(?:(?:brief |grader |additional |general |overall |(?:line )?manager(?:'?s)? |supervisor(?:'?s)? |reviewer(?:'?s)? |appraiser(?:'?s)? |assessor(?:'?s)? |employee(?:'?s)? |self |judge'?s? )?(?:comments?|notes?|remarks?|feedback|observations?|justification|rationale|reasons?)(?: .*)?)$/,
  ),
];

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const chineseMonths = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/** `3月`, `三月份`, `2025年3月`, `Mar`, `March` → 3; null otherwise. */
export function monthOf(plain: string): Month | null {
  const digits = /^(?:\d{4}年)?(1[0-2]|0?[1-9])月(?:份|得分|评分)?$/.exec(plain);
  if (digits) return Number(digits[1]) as Month;
  const chinese = /^(十[一二]?|[一二三四五六七八九])月(?:份|得分|评分)?$/.exec(plain);
  if (chinese) return (chineseMonths.indexOf(chinese[1] ?? '') + 1) as Month;
  const name = plain.replace(/\.$/, '');
  const at =
    name.length >= 3
      ? monthNames.findIndex((month) => month === name || month.slice(0, 3) === name || (name === 'sept' && month === 'september'))
      : -1;
  return at < 0 ? null : ((at + 1) as Month);
}

/** `一季度`, `第2季度`, `Q3`, `2025Q4` → 1 to 4; null otherwise. */
export function quarterOf(plain: string): Quarter | null {
  const match =
    /^(?:\d{4}年?)?第?([1-4一二三四])季度?(?:得分|评分)?$/.exec(plain) ??
    /^(?:\d{4} ?)?q([1-4])(?: \d{4})?$/.exec(plain) ??
    /^([1-4])(?:st|nd|rd|th) quarter$/.exec(plain);
  if (!match) return null;
  const digit = Number(match[1]);
  return (Number.isNaN(digit) ? '一二三四'.indexOf(match[1] ?? '') + 1 : digit) as Quarter;
}

/** A department, a body or a person outside the line of superiors that scores in a column of its own (`安监部评分`, `客户打分`, `Client rating`). */
const otherScorer =
  /^((?:部门|科室|车间)|.{1,12}(?:部|部门|科|处|室|中心|委员会|车间|公司|机关|门店|项目部|党支部|工会)|.{0,6}(?:客户|顾客|业主|甲方|乙方|学生|家长|患者|居民|用户|督导|导师|班主任|教研组|下级|下属|第三方|负责人|主任|院长|校长|书记|总监|站长|队长|班长|护士长|科长|处长|厂长|园长|工程师|质检员|安全员).{0,4})(?:评分|打分|评价|评核|考评|评议|测评)(?:\(.*\))?$|^((?:customer|client|mentor|coach|trainer|auditor|inspector|committee|board|director|tenant|parent|line lead|department)s?)(?:'s?)? (?:score|rating|marks?|points)$/;

const scoredBy = new RegExp(`(?:${SCORED}(?:\\d|值|栏|人?\\(.*\\))?|等级|等第|评级)$`);

/** Who rates in a column, where its header says so and is about scores (`上级评分`, `自评`, `Manager Score`, `评委1`). */
export function raterOfHeader(plain: string): Rater | null {
  const bare = withoutBrackets(plain);
  if (judgePattern.test(bare)) return bare;
  if (/部门$|单位$|意见$|签[字名章]|评语|姓名|comments?$|notes?$|日期|理由|说明|次数/.test(bare)) return null;
  const rater = raterWords.find(({ pattern }) => pattern.test(plain))?.rater ?? null;
  if (plain.length > 40) return null;
  if (rater === null) return otherScorer.test(plain) ? bare : null;
  const alone =
    /^(?:本人|上级|直接上级|主管|直接主管|领导|同事|同级|小组|团队|经理|部门经理|组长|班组长|self|supervisor|manager|peers?|reviewer|hr|自我)$/.test(
      bare,
    );
  return alone || scoredBy.test(bare) || /(?:score|rating|mark|grade|assessment|evaluation|appraisal|review|points?)s?\b/.test(plain)
    ? rater
    : null;
}

const roleOfRater: Readonly<Record<string, ColumnRole>> = {
  self: 'self',
  supervisor: 'supervisor',
  reviewer: 'reviewer',
  group: 'reviewer',
};

/** The column role of a rater's own score column; `score` for named judges. */
export const raterRole = (rater: Rater): ColumnRole => roleOfRater[rater] ?? 'score';

/** Tiers with their points in one header cell (`优秀(10分) 好(8-9分) 良好(6-7分)`): a scale for all rows below. */
const scaleTiers = (text: string): number =>
  [...text.matchAll(/([^()\d\s、,;/]{1,6})\(\d+(?:[-~]\d+)?分?\)/g)].filter((match) => levelName(match[1] ?? '') !== null).length;

function look(plain: string): readonly HeaderWord[] {
  const text = plain.replace(/[:*?？。.]+$/u, '');
  if (text === '' || text.length > 90) return [];
  const month = monthOf(text);
  if (month) return [word(`month${month}`, 1, /^/)];
  const quarter = quarterOf(text);
  if (quarter) return [word(`quarter${quarter}`, 1, /^/)];
  const bare = withoutBrackets(text)
    .replace(/(?: ?\/ ?\d+| out of \d+| 1 ?[-–] ?\d+|%)$/, '')
    .trim();
  const fits = (entry: HeaderWord): boolean => entry.pattern.test(text) || entry.pattern.test(bare);
  const found = headerVocabulary.filter(fits);
  if (found.length === 0 && scaleTiers(text) >= 2) return [word('criteria', 2, /^/)];
  const rater = raterOfHeader(text);
  return rater === null ? found : [word(raterRole(rater), 3, /^/), ...found.filter((entry) => entry.role !== 'dimension')];
}

/** Every meaning that a header text can have, the likeliest first; empty for texts that are no header words. */
export const headerWords: (plain: string) => readonly HeaderWord[] = memoByText(look);
