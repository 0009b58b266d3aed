/**
 * Rules of the whole form, not of one row: total formulas, coefficients, rounding, quotas, awards by rank, pay, which of two scores counts.
 * They are recognised so that nobody takes them for a row's criteria, checked (weights that do not sum up, a term without its weight), never scored.
 */
import Decimal from 'decimal.js';
import type { Clause } from '../clause';
import type { FormRule } from '../rule';
import { unionOf } from '../unionOf';
import type { Family, FamilyReading } from './family';

type Issues = NonNullable<FamilyReading['issues']>;

interface FormWording {
  readonly what: FormRule['what'];
  readonly pattern: RegExp;
  /** Whether the wording is the form's even where the clause gives points (绩效权数为1). */
  readonly evenWithAward?: boolean;
}

const wordings: readonly FormWording[] = [
  { what: 'pay', pattern: /(?:绩效工资|绩效奖金|奖金|工资|薪酬|提成|补贴|bonus payout|incentive pay)[^，,。;；]{0,12}(?:=|为零|为0|按|发放|计发|\+)/i, evenWithAward: true },
  { what: 'coefficient', pattern: /(?:系数|权数|绩效权重|coefficient|multiplier)[^，,。;；]{0,8}(?:为|=|:|是)\s*\d/i, evenWithAward: true },
  { what: 'ranking', pattern: /(?:排名|名次|排序|位列|前[一二三四五六七八九十\d]+名)[^。;；]{0,30}(?:奖励|奖金|奖|发放)[^。;；]{0,12}元/ },
  { what: 'quota', pattern: /(?:优秀|卓越|良好|合格|不合格|[A-E]级|[A-E]等|等级|等次|名额|人数)[^，,。;；]{0,14}(?:比例|占比|名额|人数|不超过|控制在|不高于)[^，,。;；]{0,12}(?:\d+(?:\.\d+)?%|\d+人|[一二三]分之)|强制分布|forced distribution/i, evenWithAward: true },
  { what: 'rounding', pattern: /四舍五入|(?:精确到|保留|取)(?:小数点后)?(?:小数)?[一二两三四\d]位(?:小数)?|round(?:ed)? to \w+ decimal/i },
  { what: 'total', pattern: /^(?:[^=，,。;；]{0,24})(?:总分|总得分|总评分|最终得分|最终成绩|最后得分|综合得分|综合评分|考核总分|考核得分|考核成绩|绩效得分|总成绩|合计得分|指标值|final score|total score|overall score|total)[^=，,。;；]{0,8}=/i },
  { what: 'total', pattern: /^=?\s*\(?[^=]{0,20}(?:评分|得分|成绩|自评|上级)[^=*×]{0,8}[*×]\s?\d+(?:\.\d+)?%?\)?\s*\+[^=]*=?$/ },
  { what: 'total', pattern: /得分\s?=\s?[∑Σ]/ },
  { what: 'total', pattern: /(?:占|计入)[^，,。;；]{0,16}(?:考核分|考核成绩|总分|总成绩|考核得分)的?\d+(?:\.\d+)?%/ },
  { what: 'other', pattern: /(?:higher|lower|average) of the (?:two|three|\w+) [a-z ]{0,24}scores?/i, evenWithAward: true },
]; // prettier-ignore

const anyWording = unionOf(wordings.map(({ pattern }) => pattern));

const weight = /(\d+(?:\.\d+)?)\s?%/g;
const hundred = new Decimal(100);

/** The weights inside each bracket (or the whole right side) that joins terms by plus. */
function weightSums(text: string): readonly Decimal[] {
  const right = text.slice(text.indexOf('=') + 1);
  const groups = /\([^()]*(?:\([^()]*\)[^()]*)*\)/.exec(right)?.[0].includes('+')
    ? [/\([^()]*(?:\([^()]*\)[^()]*)*\)/.exec(right)?.[0] ?? '']
    : [right];
  return groups.flatMap((group) => {
    const found = [...group.matchAll(weight)].map((match) => new Decimal(match[1] as string));
    return found.length >= 2 && group.includes('+') ? [found.reduce((a, b) => a.plus(b))] : [];
  });
}

/** 班组长*70%+部门负责人: every other term has its weight, this one lost it. */
function missesWeight(text: string): boolean {
  const right = text.slice(text.indexOf('=') + 1);
  const terms = right.replace(/^[\s(]+|[\s)]+$/g, '').split('+').filter((term) => term.trim() !== ''); // prettier-ignore
  const weighted = terms.filter((term) => /\d\s?%|[*×]\s?\d/.test(term));
  return terms.length >= 2 && weighted.length > 0 && weighted.length < terms.length && !/附加|奖|加分|扣/.test(right);
}

function issuesOf(what: FormRule['what'], text: string): Issues {
  if (what !== 'total') return [];
  if (missesWeight(text)) return [{ code: 'lost-text', details: { found: text, suggested: '' } }];
  if (/(?:占|计入)[^=]*%/.test(text) && !text.includes('=')) return [{ code: 'other', details: {} }];
  return weightSums(text)
    .filter((sum) => !sum.eq(hundred))
    .map((sum) => ({ code: 'weights-sum' as const, details: { sum: `${sum.toFixed()}%` } }));
}

function wordingOf(clause: Clause): FormWording | null {
  const text = clause.text.slice(0, 400);
  if (!anyWording.test(text)) return null;
  // 对应系数:95分以上1.2: a band with its coefficient is scored like any other.
  const banded = clause.award?.amount && clause.items.some((item) => item.kind === 'interval' && item.unit === '分');
  return (
    wordings.find(
      ({ what, pattern, evenWithAward }) =>
        !(what === 'coefficient' && banded) &&
        pattern.test(text) &&
        (evenWithAward === true || clause.award === null || text.includes('=')),
    ) ?? null
  );
}

/** Rules of the form. */
export const formRuleFamily: Family = {
  name: 'form',
  read(clause) {
    const wording = wordingOf(clause);
    if (!wording) return null;
    const rule: FormRule = { kind: 'form', span: clause.span, what: wording.what, text: clause.text };
    return { rules: [rule], issues: issuesOf(wording.what, clause.text) };
  },
};
