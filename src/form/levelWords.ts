/** Names of levels that stand as column headers (`优秀(90~100分)`, `Exceeds Expectations (4)`, `Score 0`) or are typed as a grade. */
import Decimal from 'decimal.js';
import { memoByText } from './memo';
import { withoutBrackets } from './plainText';

export interface LevelName {
  readonly label: string;
  readonly points: Decimal | null;
  /** `strong`: a level wherever it stands; `weak`: only in a row of its kind (numbers, letters, `3分`). */
  readonly kind: 'strong' | 'weak';
}

const chineseTier =
  /^(?:非常|很|极|比较|较|基本|完全|尚)?(?:特优|优等|甲等|乙等|丙等|丁等|优秀|优异|卓越|杰出|良好|优良|良|合格|称职|胜任|达标|及格|一般|普通|中等|尚可|满意|待改进|需改进|待提高|需提高|需改善|不合格|不称职|不及格|不达标|不胜任|较差|很差|极差|差|优|中|可|劣|好|不满意|超出期望|超出预期|符合期望|符合预期|低于期望|低于预期|远超期望|未达期望|达到要求|超出要求|未达要求)$/;
const englishTier =
  /^(?:(?:far |significantly |greatly |consistently |partially |mostly |fully |does not |do not |did not |not |falls |fall |well )?(?:exceed(?:s|ed|ing)?|meet(?:s|ing)?|met|below|above|achiev(?:es|ed|ing)|approach(?:es|ing)?|partially meets?|surpass(?:es)?)(?: (?:the )?(?:expectations?|standards?|requirements?|target|goals?))?|excellent|outstanding|exemplary|exceptional|superior|very good|good|proficient|accomplished|competent|satisfactory|acceptable|adequate|fair|average|developing|emerging|basic|beginning|beginner|novice|intermediate|advanced|expert|needs? (?:improvement|work)|improvement needed|marginal|poor|very poor|weak|unsatisfactory|unacceptable|inadequate|incomplete|missing|failing|fail|pass|distinction|merit|strong|mastery|no credit|full (?:credit|marks)|partial credit|strongly agree|agree|neutral|disagree|strongly disagree|minimal|limited|mediocre)$/;
const numberedLevel =
  /^(?:level|score|grade|rating|tier|band|stage) ?(\d{1,3}(?:\.\d+)?)$|^(?:第?([一二三四五\d])(?:级|等|档)|([一二三四五\d])级)$/;
const pointsAlone = /^(\d{1,3}(?:\.\d+)?) ?(?:分|points?|pts?|marks?)?$/;
/** Letters, signs, ranges of points and plain answers: levels only beside others of their kind. */
const plainLevel =
  /^[a-es][+-]?(?:级|等|档)?$|^[−+-]$|^\d{1,3} ?[-–~] ?\d{1,3} ?(?:分|points?|pts?|marks?|%)?$|^(?:yes|no|n\/a|partly|partially|是|否|不适用|部分)$/;
const leadPoints = /^(\d{1,3}(?:\.\d+)?) ?(?:分)? ?[-–—=:.、,] ?(.+)$/;
const tailPoints = /^(.+?) ?[-–—=:(（] ?(\d{1,3}(?:\.\d+)?) ?(?:分|points?|pts?|marks?)? ?[)）]?$/;

const decimal = (text: string | undefined): Decimal | null => (text === undefined ? null : new Decimal(text));

const isTier = (plain: string): boolean => chineseTier.test(plain) || englishTier.test(plain);

function tierWithPoints(plain: string, bare: string): LevelName | null {
  const lead = leadPoints.exec(plain);
  if (lead && isTier(withoutBrackets(lead[2] ?? '')))
    return { label: withoutBrackets(lead[2] ?? ''), points: decimal(lead[1]), kind: 'strong' };
  const tail = tailPoints.exec(plain);
  if (tail && isTier(withoutBrackets(tail[1] ?? '')))
    return { label: withoutBrackets(tail[1] ?? ''), points: decimal(tail[2]), kind: 'strong' };
  return isTier(bare) ? { label: bare, points: null, kind: 'strong' } : null;
}

function readLevel(plain: string): LevelName | null {
  if (plain === '' || plain.length > 60) return null;
  const bare = withoutBrackets(plain);
  const tier = tierWithPoints(plain, bare);
  if (tier) return tier;
  const numbered = numberedLevel.exec(bare);
  if (numbered) return { label: bare, points: decimal(numbered[1]), kind: 'strong' };
  const percent = /^(\d{1,3}(?:\.\d+)?) ?%$/.exec(bare);
  if (percent) return { label: bare, points: new Decimal(percent[1] ?? '0').div(100), kind: 'weak' };
  const points = pointsAlone.exec(bare);
  if (points) return { label: bare, points: decimal(points[1]), kind: 'weak' };
  return plainLevel.test(bare) ? { label: bare, points: null, kind: 'weak' } : null;
}

/** The level that a plain text names, null for other texts. Intervals in brackets (`80~89分`) are no points. */
export const levelName: (plain: string) => LevelName | null = memoByText(readLevel);

/** Whether a short text names a tier (`优秀`, `B`, `Meets expectations`). */
export const isTierName = (plain: string): boolean => isTier(withoutBrackets(plain)) || /^[a-es][+-]?$/.test(plain);
