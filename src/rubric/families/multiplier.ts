/**
 * What multiplies the points of the steps beside it: 第二作者减半计分, 被上级通报的在上述基础上翻倍扣分. A state that only repetition or a number
 * brings about (重复发生的加倍扣分) says nothing of how often before, so a person decides.
 */
import Decimal from 'decimal.js';
import { meaningOf } from '../clauseWords';
import type { Clause } from '../clause';
import type { Amount, StepRule } from '../rule';
import type { Family, FamilyContext } from './family';
import { phrasesOf } from './phrases';

const factors: readonly { readonly words: string; readonly factor: string }[] = [
  { words: '加倍|翻倍|翻番|翻一番|双倍|两倍|二倍|2倍', factor: '2' },
  { words: '三倍|3倍', factor: '3' },
  { words: '减半|折半|一半', factor: '0.5' },
];

const wording = new RegExp(
  `^(.{2,40}?)(?:的|者)?[，,]?(?:则|均|一律|应|将|按照?|在(?:上述|以上|原有?|此|其)(?:扣分|得分|加分|计分)?(?:标准)?(?:的)?基础上|(?:上述|以上|原)标准)*(${factors.map(({ words }) => words).join('|')})(?:的?(?:标准|分值))?(?:予以|进行|来)?(?:扣分|扣罚|扣减|扣除|扣|计分|加分|得分|处罚|处理|计算|计|执行|给分|记分|折算)*$`,
);
/** The verb that the lexer cut off behind an amount: 减半 | 计分. */
const verbOnly = /^(?:计分|得分|计算|扣分|加分|执行|计|给分|记分)$/;
const repeated = /重复|再次|屡|再犯|多次|同类|连续|第[二三四五\d]次|\d|[一二三四五六七八九十][次天起项]|以[上下内]|超过/;

const isStepped = ({ text, award }: Clause): boolean => award?.amount?.mode !== undefined && /每|[一1][人]?[次项处篇件例]/.test(text);

function modeOf(clause: Clause, { rules }: FamilyContext): Amount['mode'] {
  const step = rules.find((rule) => rule.kind === 'step');
  return step?.kind === 'step' ? step.amount.mode : /扣|罚/.test(clause.text) ? 'deduct' : 'add';
}

function ruleOf(clause: Clause, words: string, factor: Decimal, mode: Amount['mode']): StepRule {
  const none = new Decimal(0);
  const phrases = [...new Set([...phrasesOf(words), meaningOf(words)])].filter((phrase) => phrase !== '');
  return {
    kind: 'step', span: clause.span, trigger: 'event', phrases, each: { amount: new Decimal(1), unit: '次' },
    amount: { mode, low: none, high: none, of: 'points' }, base: null, relative: false, partial: null, within: null, factor, times: 'once',
  }; // prettier-ignore
}

/** States that multiply what the steps give or take. */
export const multiplierFamily: Family = {
  name: 'multiplier',
  read(clause, context) {
    const found = clause.text.length > 120 ? null : wording.exec(clause.text.trim());
    if (!found || !context.clauses.some((other) => other !== clause && isStepped(other))) return null;
    const words = (found[1] as string).replace(/[，,]\s*$/, '');
    const used = verbOnly.test(context.clauses[context.index + 1]?.text ?? '') ? 2 : 1;
    if (repeated.test(words) || /每/.test(words)) return { rules: [], doubtful: true, used };
    const factor = factors.find((each) => new RegExp(`^(?:${each.words})$`).test(found[2] as string))?.factor ?? '1';
    return { rules: [ruleOf(clause, words, new Decimal(factor), modeOf(clause, context))], used };
  },
};
