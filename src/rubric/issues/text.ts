/**
 * What a text leaves open whatever was read from it: a number never filled in, a bracket without its partner, amounts left to whoever
 * rates, parts listed by name that do not make up the whole beside them.
 */
import Decimal from 'decimal.js';
import { issue, type FoundIssue } from './issue';
import type { NormalisedText } from '../normalise';
import type { Rule } from '../rule';
import type { IssueCode } from '../types';

/** 扣  分, 得___分, 丁  分: the number was never filled in. */
const blankAmount =
  /[扣加得计]\s*(?:[ \u3000]{1,6}|_{1,12})\s*分|\d\s?分[，,;；、\s][^\d\s，,;；、。]{1,8}(?:[ \u3000]{1,6}|_{1,12})分(?=[，,;；、。]|\s*$)/;

const left =
  /(?:酌情|视情况?|视情节(?:轻重)?|适当)(?:予以|给予|进行|考虑)?(?:扣|加|给|得|减|计|奖|罚)(?:除|减|罚|分|奖|励|发|计|得){0,3}(?!\s?[\d一二三四五])/;

/** 酌情给分, 视情况扣罚: left to whoever rates. */
function discretion(text: string): readonly FoundIssue[] {
  const found = left.exec(text);
  return found ? [issue('undefined-amount', { start: found.index, end: found.index + found[0].length })] : [];
}

const namedMarks = /([\p{Script=Han}]{2,10})(\d+(?:\.\d+)?)分[、,，;；和及]/gu;
const statedWhole = /(?:满分|总分|合计|共计|总计|共)(?:为)?(\d+(?:\.\d+)?)分/;
const fewestParts = 2;

/** 环境卫生40分、绿化养护30分、秩序维护40分，满分100分: marks listed by name that do not make up the whole stated beside them. */
function listedSums(text: string): readonly FoundIssue[] {
  const stated = statedWhole.exec(text.slice(0, 400));
  const sentence =
    stated &&
    text
      .slice(0, stated.index)
      .split(/[。;；\n]/)
      .pop();
  if (!stated || !sentence || /[扣每加]|以[上下内]|不低于|超过|得\d/.test(sentence)) return [];
  const marks = [...sentence.matchAll(namedMarks)].map((match) => new Decimal(match[2] as string));
  const sum = marks.reduce((total, each) => total.plus(each), new Decimal(0));
  const end = stated.index + stated[0].length;
  return marks.length < fewestParts || sum.eq(stated[1] as string)
    ? []
    : [issue('weights-sum', { start: stated.index - sentence.length, end }, { sum: sum.toFixed() })];
}

/** A bracket without its partner: something was lost. Enumerators (`a)`, `1)`) close none. */
function isUnbalanced(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth += 1;
    if (text[at] !== ')') continue;
    if (depth > 0) depth -= 1;
    else if (!/(?:^|[\s;,，；。、])[\dA-Za-z一二三四五六七八九十]{1,2}$/.test(text.slice(Math.max(0, at - 3), at))) return true;
  }
  return depth > 0;
}

/** 结果越高得分越高, `points will be taken off for …`: no number says how much. */
const vague =
  /越[高低多少大小快慢好][^，,。;；]{0,8}越[高低多少]|(?<!\d ?|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|fifty|half an?) |% of (?:the )?(?:\w+ )?)\b(?<!following )(?:points|marks|credit|deductions?|scores) (?:will|may|can|shall|are|is|to) (?:also |then )?(?:be )?(?:deducted|taken off|lost|docked|reduced|subtracted|made|given accordingly|awarded accordingly|scored accordingly|adjusted|withheld|apply)\b(?!,? (?:by |up to |of |from )?-?\d| (?:\w+ ){0,6}(?:each|every|per)\b.*\d)|\b(?:penali[sz]ed|marked down|deducted|scored|marked|rated|graded) accordingly\b|\bat the (?:discretion|judg(?:e)?ment) of\b/i;

/**
 * The issues of the text itself.
 *
 * @param rules what was read from it: a formula states its amounts, whatever its words
 * @param known codes of the issues found already, which are not said a second time
 */
export function textIssues(
  { text, original }: NormalisedText,
  rules: readonly Rule[],
  known: ReadonlySet<IssueCode>,
): readonly FoundIssue[] {
  const whole = { start: 0, end: text.length };
  const found: FoundIssue[] = [];
  const blank = blankAmount.exec(original);
  if (blank) found.push(issue('lost-text', { start: blank.index, end: blank.index + blank[0].length }, { found: blank[0], suggested: '' }));
  if (isUnbalanced(text)) found.push(issue('lost-text', whole, { found: '(', suggested: '' }));
  const unsaid = vague.test(text) && !rules.some((rule) => rule.kind === 'formula');
  if (unsaid) found.push(issue('undefined-amount', whole));
  else if (!known.has('undefined-amount')) found.push(...discretion(text));
  if (!known.has('weights-sum')) found.push(...listedSums(text));
  return found;
}
