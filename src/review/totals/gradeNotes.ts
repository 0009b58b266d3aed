/** Scales of totals that notes tell (`总分90分以上为优秀，80-89分为良好`): which note is meant, and the step that a total stands on. */
import Decimal from 'decimal.js';
import { bandsOf, readCriteria } from '../../rubric';
import { contains, type Interval } from '../../rubric/interval';
import { plainText } from '../../form/plainText';
import type { TotalCell } from '../../form/types';
import type { Reckoning } from '../reckoning';

/** The step of a scale on which a value stands. Between whole numbers (89.5 between `80-89` and `90-100`) it is the lower one. */
export function stepFor<T extends { readonly interval: Interval }>(steps: readonly T[], value: Decimal): T | null {
  const reached = steps.filter(({ interval }) => interval.low !== null && interval.low.at.lte(value));
  const below = reached.reduce<T | null>((best, step) => (best?.interval.low?.at.gte(step.interval.low?.at ?? 0) ? best : step), null);
  const between = below !== null && steps.some(({ interval }) => interval.low?.at.gt(value));
  return steps.find(({ interval }) => contains(interval, value)) ?? (between ? below : null);
}

export interface ToldStep {
  readonly interval: Interval;
  readonly tier: string;
}

/** What introduces a scale is no part of its first step (`等第标准:甲 90分以上`). */
const heading =
  /^[^:：,，;；。\d]{0,16}(?:标准|標準|划分|劃分|说明|說明|评定|評定|等级|等級|等第|等次|分级|分級|scale|bands?|grades?|ratings?|levels?)\s*[:：]\s*/iu;

/** What the steps are steps of (`合计90分以上`) says nothing about them. */
const subject = /(?:最终|综合|年度|平均|考核)?(?:合计|总分|得分|总计|平均分?|成绩)[在为達达]?(?=\s*\d)/gu;

/** Points that a word stands for (`5分=卓越`) are no steps of totals: those have bounds. */
function stepsIn(text: string): readonly ToldStep[] {
  const bands = bandsOf(readCriteria(text.trim().replace(heading, '').replace(subject, '')));
  const told = bands.flatMap(({ tier, unit, interval }) => (tier !== null && (unit === null || unit === '分') ? [{ tier, interval }] : []));
  const bounded = told.filter(({ interval }) => interval.low !== null || interval.high !== null);
  return bounded.length > 1 ? bounded : [];
}

const aboutTotals = /总分|合计|最终|总评|综合|得分为|总成绩|平均|\b(?:total|overall|final|average)\b/u;
const aboutGrades = /等级|等第|等次|评级|档次|\b(?:grades?|bands?|tiers?|levels?)\b/u;

/** How much a note speaks of this very total: it names its label, then totals, then grades. */
function closeness(text: string, total: TotalCell): number {
  const plain = plainText(text);
  const named = total.label.length > 1 && plain.includes(plainText(total.label));
  return (named ? 4 : 0) + (aboutTotals.test(plain) ? 2 : 0) + (aboutGrades.test(plain) ? 1 : 0);
}

/** The steps of the scale that notes tell for a grade: of several notes the one that speaks most of it; empty where none tells a scale. */
export function scaleInNotes({ form }: Reckoning, total: TotalCell): readonly ToldStep[] {
  const told = form.notes
    .map(({ text }) => ({ steps: stepsIn(text), near: closeness(text, total) }))
    .filter(({ steps }) => steps.length > 0);
  return told.reduce<(typeof told)[number] | null>((best, one) => (best && best.near >= one.near ? best : one), null)?.steps ?? [];
}
