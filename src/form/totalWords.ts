/** Labels of totals: `加权合计`, `绩效考核总分`, `SUB_TOTAL`, `Total Points`, and of what hangs on them: grade, bonus, rank. */
import { memoByText } from './memo';
import { withoutBrackets } from './plainText';
import type { TotalRole } from './types';

interface TotalWord {
  readonly role: TotalRole;
  readonly pattern: RegExp;
}

const totalWords: readonly TotalWord[] = [
  {
    role: 'section',
    pattern:
      /^.{0,24}(?:小计|分计)$|^.{1,20}(?:部分|维度|类|模块|板块)(?:得分)?(?:合计|共计)$|^.{0,40}\bsub[-_ ]?total(?: score| points| marks)?$/,
  },
  {
    role: 'weighted',
    pattern: /^(?:加权|权重|折算)(?:合计|总分|得分|小计|总计|平均)$|^(?:total )?weighted (?:total|score|sum|rating|average|mean|result)$/,
  },
  {
    role: 'bonus',
    pattern:
      /^(?:绩效|奖金|考核|工资|发放)?系数$|^(?:部门|团队|个人|员工|本?月度?|本?季度?|年度)(?:绩效|奖金|考核)系数$|^(?:绩效|考核)(?:奖金|工资)(?:额|金额)?$|^奖励金额$|^(?:bonus|coefficient|multiplier)$/,
  },
  {
    role: 'grade',
    pattern:
      /^(?:考核|评定|绩效|综合|最终|总评|评价|考评|总体|本期|年度|季度|月度|半年度?|本月|本季度?)(?:考核|绩效|综合|评定|评价)?(?:等级|评级|等第|等次|档次|级别)$|^(?:等级|评级|等第|考核等次|等次|等级评定|评定结果等级)$|^(?:final |overall |letter |performance )?grade$|^(?:overall|final) (?:rating|performance(?: rating| level)?|level)$|^(?:overall |final |performance |rating |score |result |annual )+(?:band|tier|category|classification)$|^performance (?:rating|level)$/,
  },
  {
    role: 'final',
    pattern:
      /^(?:.{0,14})(?:总分|最终得分|最后得分|最终分数|综合得分|总得分|总成绩|总评分|最终成绩|考核得分|总评|实际得分|综合评分|最终评分)$/,
  },
  {
    role: 'final',
    pattern:
      /^(?:.{0,30} )?(?:final|overall|grand|total|average|mean) (?:score|mark|marks|points|total|grade|rating|result|percentage|percent)$|^(?:.{0,24} )?(?:score|total)$|^(?:score|max|maximum|earned)$/,
  },
  {
    role: 'rater-total',
    pattern: /^(?:.{0,6})(?:合计|总计|累计|总和|得分|累计得分|合计得分|得分合计|共计|合计分|分数合计|平均分|平均得分|实得分|评分合计)$/,
  },
  {
    role: 'rater-total',
    pattern:
      /^(?:.{0,4}(?:[上下]?半年|全年|年度|季度|月度|各月|每月|个月|各季|[月季年])度?)?(?:得分|分数|总分|合计)?(?:平均|均分|平均值|平均数)$/,
  },
  { role: 'rater-total', pattern: /^(?:.{0,24} )?(?:totals?|sum|average|total earned|points total)$|^total\b.{0,40}$/ },
];

export interface TotalLabel {
  readonly role: TotalRole;
  /** The label without brackets and colon. */
  readonly plain: string;
}

const MAX_LENGTH = 60;

function readLabel(plain: string): TotalLabel | null {
  if (plain.length > MAX_LENGTH || plain === '' || /=./.test(plain)) return null;
  const bare = withoutBrackets(plain)
    .replace(/[:=]+\s*$/, '')
    .replace(/_/g, ' ')
    .trim();
  const tail = /(?:^|[\d分)\s,。;])(得分|合计|总分|总计|实得分)[:]?$/.exec(plain)?.[1];
  const texts = tail && /[:：]\s*$/.test(plain) ? [bare, tail] : [bare];
  for (const text of texts) {
    const found = totalWords.find((entry) => entry.pattern.test(text));
    if (found) return { role: found.role, plain: text };
  }
  return null;
}

/** What a total's label says, null where the text is none. Leading remarks (`标准设计分为100分 得分:`) are allowed for. */
export const totalLabel: (plain: string) => TotalLabel | null = memoByText(readLabel);
