/**
 * Formulas and vetoes written out in Chinese and English from their rules alone. Names are those that expression.ts reads back to the same leaves;
 * canonicalText.ts checks the whole, so a wording that does not read back is never shown.
 */
import type { Interval } from './interval';
import type { Expression, FormulaRule, VetoRule } from './rule';

type WordingLanguage = 'zh' | 'en';

const names: Readonly<Record<WordingLanguage, Readonly<Record<'actual' | 'rate' | 'target' | 'fullMarks', string>>>> = {
  zh: { actual: '实际完成值', rate: '完成率', target: '目标值', fullMarks: '权重分' },
  en: { actual: 'Actual', rate: 'completion rate', target: 'Target', fullMarks: 'Weight' },
};

const signs = { '+': '+', '-': '-', '*': '×', '/': '/' } as const;
const strength = { '+': 1, '-': 1, '*': 2, '/': 2 } as const;

const strengthOf = (tree: Expression): number => (tree.kind === 'binary' ? strength[tree.operator] : 3);
const bracketed = (tree: Expression, rule: FormulaRule, language: WordingLanguage, least: number): string =>
  strengthOf(tree) < least ? `(${expressionText(tree, rule, language)})` : expressionText(tree, rule, language);

/** The tree with as few brackets as it needs. */
function expressionText(tree: Expression, rule: FormulaRule, language: WordingLanguage): string {
  const words = names[language];
  switch (tree.kind) {
    case 'number':
      return tree.value.toFixed();
    case 'actual':
      return rule.unit === '%' ? words.rate : words.actual;
    case 'target':
    case 'fullMarks':
      return words[tree.kind];
    case 'part':
      return tree.name;
    case 'call':
      return `${tree.name}(${tree.args.map((arg) => expressionText(arg, rule, language)).join(',')})`;
    case 'binary': {
      const own = strength[tree.operator];
      const right = bracketed(tree.right, rule, language, own + (tree.operator === '-' || tree.operator === '/' ? 1 : 0));
      return `${bracketed(tree.left, rule, language, own)}${signs[tree.operator]}${right}`;
    }
  }
}

/** Writes a formula (得分=实际完成值/目标值×权重分); null where it holds for a stretch only, which its bands say better. */
export function formulaWording(rule: FormulaRule, language: WordingLanguage): string | null {
  if (rule.within !== null) return null;
  return `${language === 'zh' ? '得分' : 'Score'}=${expressionText(rule.expression, rule, language)}`;
}

const printedCount =
  /(?:第?\d+(?:\.\d+)?|[一二两三四五六七八九十]{1,2})\s?(?:%|次|起|件|例|天|个|项|人次?|小时|分钟|日|张|份|处|月)(?:\(含\))?(?:及?以上)?/;

/** 逾期7天 with its threshold: the words without the number that the threshold says again. */
const withThreshold = (phrase: string, threshold: string): string =>
  printedCount.test(phrase) ? phrase.replace(printedCount, '').trim() + threshold : phrase + threshold;

/** Writes a veto from its first phrase and its threshold; null where it has neither, or gives something else than nothing. */
export function vetoWording(rule: VetoRule, language: WordingLanguage, bounds: (interval: Interval) => string): string | null {
  const zero = rule.award.amount?.high?.isZero() ?? false;
  const [phrase] = rule.phrases;
  if (!zero || rule.award.tier !== null || phrase === undefined || rule.scope === 'form') return null;
  const threshold = rule.interval ? bounds(rule.interval) : '';
  return language === 'zh' ? `${threshold === '' ? phrase : withThreshold(phrase, threshold)}，本项为0分` : null;
}
