/** Names of totals, raters and indicators made comparable. */
import { plainText, withoutBrackets, withoutNumbering } from '../form/plainText';

const scoreWords =
  /(?:的?(?:得分|评分|打分|分数|考核分|总分|合计|小计|总计|分值|成绩|分|值|系数)|\s*(?:scores?|totals?|points?|marks?|rating))+$/u;
/** A name without brackets, spaces and the words that only say that it is a score: `员工评分合计` → `员工`. */
export const bareName = (text: string): string => {
  const plain = withoutBrackets(plainText(withoutNumbering(text))).replace(/\s+/g, '');
  const bare = plain.replace(scoreWords, '');
  return bare === '' ? plain : bare;
};
