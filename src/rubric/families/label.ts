/**
 * Words → tier or points: 优秀加5分, A = 30, 未制定计划为合格, 有新客户产生10分, 是则为优秀, `If answer is YES - 3 points`.
 * Named tiers, letters, binary and qualitative criteria are one family: what differs is only what the words say.
 */
import type { Clause } from '../clause';
import { meaningOf, measuredOf, phrasesOf } from '../clauseWords';
import { isFragment } from '../fragments';
import type { LabelRule } from '../rule';
import { sameAward } from '../tierOrder';
import { labelOf } from './band';
import { breachPhrases } from './breach';
import type { Family, FamilyContext, FamilyReading } from './family';

/** 没有不得分 behind 有专职人员得5分: what is missing stands in the clause before. */
function lackOf({ condition }: Clause, { rules }: FamilyContext): readonly string[] | null {
  const own = meaningOf(condition);
  const before = rules.at(-1);
  if (!/^(?:没有|无)$/.test(own) || before?.kind !== 'label' || rules.length > 1) return null;
  return [own, ...before.phrases.filter((phrase) => /^[有具]/.test(phrase)).map((phrase) => `没有${phrase.replace(/^(?:具)?有/, '')}`)];
}

/** The first clause of a list often starts with what is measured (是否…，…为优秀): only its last piece is the condition. */
function ownPhrases(clause: Clause, context: FamilyContext): readonly string[] {
  const breached = clause.award?.amount?.low?.isZero() ? breachPhrases(clause, context) : null;
  if (breached) return ['否', ...breached];
  const lacked = lackOf(clause, context);
  if (lacked) return lacked;
  const opening =
    context.rules.length === 0 &&
    clause.pieces.length > 1 &&
    clause.marker === null &&
    clause.label === null &&
    clause.order === 'condition-first';
  if (!opening) return phrasesOf(clause);
  const last = meaningOf(clause.pieces[clause.pieces.length - 1] ?? '');
  const question = clause.pieces.slice(0, -1).join('，');
  return last === '' ? phrasesOf(clause) : isAffirmation(last) ? [last, ...affirmed(question)] : [last];
}

const affirmations = /^(?:是|有|能|达到|符合|yes)$/i;
const isAffirmation = (phrase: string): boolean => affirmations.test(phrase);

/** 是则为优秀 behind 确认客户认为沟通方式专业: the question itself, affirmed, is another way to say 是. */
function affirmed(question: string): readonly string[] {
  const last =
    question
      .split(/[，,]/)
      .filter((piece) => piece.trim() !== '')
      .pop() ?? '';
  const statement = meaningOf(last.replace(/^.*是否/, '').replace(/^(?:确认|查看|检查)/, ''));
  return statement === '' ? [] : [statement];
}

const limiting =
  /^(?:最高|最低|最多|至多|最少|上限|下限|封顶|累计|合计|总分|满分|本项|此项|该项|分值|(?:capped|limited|max|maximum|minimum|up to|no more|not (?:to )?exceed\w*|at most|at least)\b)/i;

/** Words of a sum, a bound or a repetition: such a clause says how points change, and no state is worth them. */
const noState =
  /封顶|为限|最多|最高|上限|不超过(?=\s?[\d满总])|合计|\b(?:minimum|maximum|max|min|minus|pro[- ]rata|capped|costs?|loses?|deduct\w*)\b|^(?:and )?(?:each|every|per)\b|\bper \S+$/i;

const isTierLine = ({ label, award, text }: Clause): boolean => label?.kind === 'tier' && award === null && /[:：]/.test(text);
/** A级：按时完成: a letter that is called a grade; a letter alone (A：…) may as well only number. */
const isLetterLine = ({ marker, award, text }: Clause): boolean =>
  marker !== null && /^[A-S][级等档类]?[+]?$/.test(marker) && award === null && /^[A-S][级等档类]?[+]?\s?[:：]/.test(text);
const isGrade = ({ marker }: Clause): boolean => marker !== null && /[级等档]/.test(marker);

/** 好：服从安排；差：不服从安排: a list of tiers or letters, each with its description and nothing else. */
function described(clause: Clause, context: FamilyContext): FamilyReading | null {
  const isLine = isTierLine(clause) ? isTierLine : isLetterLine;
  if (!isLine(clause) || measuredOf(clause).length > 0) return null;
  const lines = context.clauses.filter(isLine);
  if (lines.length < 2 || context.clauses.some(({ award }) => award?.amount)) return null;
  const tier = clause.label?.kind === 'tier' ? clause.label.tier : clause.marker;
  const phrases = phrasesOf(clause);
  if (tier === null || phrases.length === 0) return null;
  const rule: LabelRule = { kind: 'label', span: clause.span, label: tier, phrases, award: { tier, amount: null } };
  return { rules: [rule], doubtful: isLine === isLetterLine && !lines.every(isGrade) };
}

/** 获评良好的按80%计分: that someone rated says nothing about the state. */
const rates = /^(?:获评|被评|考评|评定|评为|被评为|考核|考核评为|获得|结果)$|(?:等级|评级|级别|等次|档次|结果)为?$/;

/** 评级为B扣1分, 结果为良好的加1分: a grade that is given, not an event that is counted. */
function isGraded({ award, condition }: Clause): boolean {
  const words = meaningOf(condition);
  return Boolean(award?.tier) && condition !== '' && (words === '' || rates.test(words)) && !/每/.test(condition);
}

function read(clause: Clause, context: FamilyContext): FamilyReading | null {
  const tiers = described(clause, context);
  if (tiers) return tiers;
  const label = labelOf(clause);
  if (!clause.award || measuredOf(clause).length > 0 || /每(?![月季年日周天](?!扣|加))/.test(clause.condition)) return null;
  const { amount, tier } = clause.award;
  if ((limiting.test(clause.condition) || noState.test(clause.condition)) && !label) return null;
  if (amount && amount.mode !== 'set' && label === null && !isBinaryDeduction(clause, context) && !isGraded(clause)) return null;
  const phrases = ownPhrases(clause, context).filter((phrase) => !rates.test(phrase));
  if (phrases.length === 0 && label === null && tier === null) return null;
  const named = tier ?? (clause.label?.kind === 'tier' ? clause.label.tier : null);
  const rule: LabelRule = {
    kind: 'label',
    span: clause.span,
    label: label ?? null,
    phrases: named && named !== label && label ? [...phrases, named] : phrases,
    award: { tier: named ?? (amount ? null : label), amount },
  };
  return { rules: [rule], issues: contradicts(rule, context) ? [{ code: 'contradiction' }] : [] };
}

/** 不完整为一般，不完整或缺教案为差: the same words for two tiers. */
const contradicts = (rule: LabelRule, { rules }: FamilyContext): boolean =>
  rules.some(
    (other) =>
      other.kind === 'label' &&
      !sameAward(other.award, rule.award) &&
      other.phrases.some(
        (phrase) => rule.phrases.includes(phrase) && !(isFragment(phrase, rule.phrases) && isFragment(phrase, other.phrases)),
      ),
  );

/** 有扣0分，无扣2分: every clause deducts for a state, none counts. */
function isBinaryDeduction(clause: Clause, context: FamilyContext): boolean {
  return (
    clause.condition.length <= 6 &&
    context.clauses.filter((other) => other.award?.amount?.mode === 'deduct').length > 1 &&
    context.clauses.some((other) => other.award?.amount?.mode === 'deduct' && other.award.amount.low?.isZero())
  );
}

export const labelFamily: Family = { name: 'label', read };
