/**
 * What overrides everything: 一票否决, 出现…此项为0分, 3次及以上记为0分, 不得分, `disqualified`. A plain state that is worth 0 points
 * (没有新客户产生0分 beside 有新客户产生10分) is a label, and 低于60%为0分 a band: those stay with their families.
 */
import type { Clause } from '../clause';
import { meaningOf } from '../clauseWords';
import { atLeast, type Interval } from '../interval';
import type { ItemOf } from '../item';
import { itemsOf } from '../items';
import { unitKind, type UnitName } from '../quantity';
import type { VetoRule } from '../rule';
import { bansLifted, breachPhrases } from './breach';
import type { Family, FamilyContext, FamilyReading } from './family';
import { phrasesOf } from './phrases';
import { shareBand } from './relative';

const zeroed =
  /一票否决|否决|清零|(?:此|该|本|单)(?:项|条|条目|指标|项目|项考核|项指标)(?:目)?(?:整体|考核|得分|分数|分值|成绩)*(?:则|即|应|将)?(?:直接)?(?:为|得|计|记|记为|计为|按|以|算|是|扣为|降为|判)?(?:0分?|零分?|不得分|不计分|不给分|无分)|(?:总分|考核分|成绩|绩效|得分|分数)(?:直接)?(?:为|计|记|记为|计为|清|归|按|是|扣为|降为)*(?:0分?|零)|直接(?:为|得|计|记|扣至|扣为|记为|计为|判)?(?:0分|零分|不得分)|(?:全部|整个|全额)(?:扣除|扣完)|(?:项目|指标|科目|部分|考核)(?:以|按)(?:0|零)分(?:计|处理|论处)/;
const verdict =
  /不得分|不予得分|不计分|不给分|disqualif\w*|(?:score|grade|mark|credit) of (?:a )?(?:zero|0)\b|results? in (?:a )?zero|automatic(?:ally)? (?:fail|zero)|zero for|scores? (?:a )?zero|no credit|no marks|no points|zero points|zero marks/i;
const occurrence =
  /^(?:如果|若是|如|若|凡是|凡|一旦|每?出现|每?发生|每?发现|每有|每[次起例]|有|存在|未|没有|不|(?:any|if|when|where|evidence of|an? instance of|failure to|failing to)\b)/i;
const otherwise = /^(?:否则|其他|其余|反之|otherwise|else)/i;
const wholeForm =
  /总分|总成绩|考核成绩|年度考核|季度考核|月度考核|当月(?:绩效|考核)|当季|当年|整个|全部指标|绩效(?:为|清)|whole evaluation|entire|entries will be|overall/i;

const words =
  /(?:[,，]?\s*(?:则|即|就|将|均|一律|(?<![响反供适对相效感])应))?[,，]?\s*(?:(?:此|该|本|单)(?:项|条|条目|指标|项目)(?:整体|考核|得分|分数|分值|成绩|目)*|当月|当季|直接|一票否决)?(?:整体|考核成绩|考核分|得分|成绩)?(?:为|计|记|记为|计为|以|按)?\s*$/;

function isZero(clause: Clause): boolean {
  const amount = clause.award?.amount;
  return amount?.mode === 'set' && amount.low?.isZero() === true && amount.high?.isZero() === true;
}

/** Whether points are also given for a state: then this one is a label of the same list. */
function givesBeside(context: FamilyContext, clause: Clause): boolean {
  return context.clauses.some((other) => other !== clause && other.award?.amount?.mode === 'set' && other.award.amount.low?.gt(0) === true && !/^(?:本项|该项|此项|满分|总分|共)/.test(other.condition)); // prettier-ignore
}

const moves = (clause: Clause): boolean => clause.award?.amount?.mode === 'deduct' || clause.award?.amount?.mode === 'add';

type Numbered = ItemOf<'interval'> | ItemOf<'number'>;

function numbersOf(clause: Clause): readonly Numbered[] {
  return clause.items.filter((item): item is Numbered => (item.kind === 'interval' || item.kind === 'number') && item.end <= clause.end);
}

interface Trigger {
  readonly interval: Interval | null;
  readonly unit: UnitName | null;
}

/** 投诉一次0分 is at least once; 3次及以上 is its interval; a number that is no count or time says nothing alone. */
function triggersOf(clause: Clause, context: FamilyContext): readonly Trigger[] {
  const before = context.clauses[context.index - 1];
  const own = numbersOf(clause);
  const told = own.length === 0 && before && conditionOf(clause, context) === before.text ? numbersOf(before) : own;
  const found = told.flatMap((item): readonly Trigger[] => {
    if (item.kind === 'interval') return [{ interval: item.interval, unit: item.unit }];
    return unitKind(item.quantity.unit) === 'count' || item.quantity.unit === null
      ? [{ interval: atLeast(item.quantity.amount), unit: item.quantity.unit }]
      : [];
  });
  return found.length > 0 ? found : [{ interval: null, unit: null }];
}

/** 不招投诉投诉一次: the requirement and its breach run together; the breach is what is quoted. */
const glued = /(?:不|无|没有)[\p{Script=Han}]{0,3}?([\p{Script=Han}]{2,4})\1$/u;

/** …者，品德项目以0分计: the item by its name. */
const namedItem = /[，,][\u4e00-\u9fff]{0,6}(?:项目|指标|科目|部分|考核)(?:以|按)$/;

/** 如出现处理不善现象，此项为0分: where only 此项 is left, the condition is the clause before. */
function conditionOf(clause: Clause, context: FamilyContext): string {
  const own = clause.condition
    .replace(namedItem, '')
    .replace(words, '')
    .replace(/^(?:则|即|此项|该项|本项|单项)+$/, '');
  const before = context.clauses[context.index - 1];
  return own.trim() === '' && before && before.award === null ? before.text : own;
}

function vetoPhrases(clause: Clause, context: FamilyContext): readonly string[] {
  const breached = breachPhrases(clause, context);
  if (breached) return breached;
  const condition = conditionOf(clause, context);
  const first = numbersOf(clause)[0];
  const before = first
    ? clause.condition.slice(
        0,
        Math.max(0, clause.condition.indexOf(clause.text.slice(first.start - clause.start, first.end - clause.start))),
      )
    : '';
  const breach = glued.exec(before.trim());
  if (breach) return [breach[1] as string];
  return bansLifted([...phrasesOf(condition), meaningOf(condition)].filter((phrase) => phrase !== ''));
}

/** 医保拒付大于1万元或被上级通报: each alternative with its own threshold. */
function alternativesOf(condition: string): readonly (Trigger & { readonly phrases: readonly string[] })[] {
  const sides = condition.split(/或者?(?!以|多)/);
  const found = sides.map((side) => {
    const item = itemsOf(side.slice(0, 200)).find((other) => other.kind === 'interval');
    const words = item ? side.slice(0, item.start) : side;
    return {
      phrases: phrasesOf(words),
      interval: item?.kind === 'interval' ? item.interval : null,
      unit: item?.kind === 'interval' ? item.unit : null,
    };
  });
  const bounded = sides.length > 1 && found.some(({ interval }) => interval !== null) && found.every(({ phrases }) => phrases.length > 0);
  return bounded ? found : [];
}

function rulesOf(clause: Clause, context: FamilyContext): readonly VetoRule[] {
  const split = alternativesOf(conditionOf(clause, context));
  if (split.length > 0)
    return split.map((each) => ({
      kind: 'veto',
      span: clause.span,
      ...each,
      scope: wholeForm.test(clause.text) ? 'form' : 'item',
      award: clause.award ?? zeroAward,
    }));
  const phrases = vetoPhrases(clause, context);
  const scope = wholeForm.test(clause.text) ? 'form' : 'item';
  const award = clause.award ?? zeroAward;
  return triggersOf(clause, context).map(({ interval, unit }) => ({
    kind: 'veto',
    span: clause.span,
    phrases,
    interval,
    unit,
    scope,
    award,
  }));
}

const zeroAward: VetoRule['award'] = { tier: null, amount: null };

const anyOf = /^(?:其中|如|若)?(?:有|任意|任何|任|出现|发现|存在)?(?:一|1)[项条个处次件](?:及以上|以上)?[^，,]{0,3}?(?:不|未|没|缺|违|漏)/;

/** 有一条不满足得0分: one of them and more, where no other number of them has points of its own. */
const isAnyOf = (clause: Clause, { clauses }: FamilyContext): boolean =>
  anyOf.test(clause.condition) &&
  !clauses.some(
    (other) =>
      other !== clause &&
      (moves(other) ||
        other.items.some((item) => item.kind === 'number' && unitKind(item.quantity.unit) === 'count' && other.award !== null)),
  );

function isVeto(clause: Clause, context: FamilyContext): boolean {
  if (!isZero(clause) || otherwise.test(clause.condition) || clause.label !== null) return false;
  // 合格…，不合格不得分: the lowest of a list of tiers.
  if (clause.award?.tier !== null && !/否决/.test(clause.text)) return false;
  if (isAnyOf(clause, context)) return true;
  const numbered = clause.items.some((item) => item.kind === 'interval');
  const stepped = context.clauses.some((other) => other !== clause && moves(other));
  if (numbered) return stepped && !isScale(clause);
  if (zeroed.test(clause.text) || (verdict.test(clause.text) && !givesBeside(context, clause))) return true;
  return (
    !givesBeside(context, clause) &&
    (occurrence.test(clause.condition) ||
      stepped ||
      clause.items.some((item) => item.kind === 'number' && !isScaleUnit(item.quantity.unit)))
  );
}

/** 低于60%不得分 and 60分以下为0分 are the lowest band of a scale. */
const isScaleUnit = (unit: UnitName | null): boolean => ['ratio', 'points'].includes(unitKind(unit) ?? '');
const isScale = (clause: Clause): boolean => clause.items.some((item) => item.kind === 'interval' && isScaleUnit(item.unit));

/** 一票否决 and `disqualified` without a number of points. */
function isNamed(clause: Clause): boolean {
  return clause.award === null && /一票否决|disqualif/i.test(clause.text);
}

/** 师德考核一票否决，直接定为不合格: the tier that the veto sets. */
const isTiered = (clause: Clause): boolean => clause.award?.tier !== null && !clause.award?.amount && /一票否决/.test(clause.text);

/** 一票否决项：发生重大责任事故. */
const announced = /^(?:[\d一二三四五六七八九十]{1,2}[、.])?一票否决(?:项目?|情形|指标)?[:：]/;
const verdicts = /(?:[，,][\p{Script=Han}]{0,6}?)?(?:实行|予以|执行|直接)?一票否决.*$/u;

/** …直接考核不合格: the tier behind a verdict. */
const judgedAs =
  /[，,]?(?:则|将)?(?:直接|一律)(?:年度|当年|本次)?(?:考核|评定|考评|判定|认定|定|评)(?:结果|等[级次])?为?(不合格|不及格|不称职|不达标)$/;

function tieredRules(clause: Clause): readonly VetoRule[] {
  const words = clause.text
    .replace(announced, '')
    .replace(verdicts, '')
    .replace(/[，,].{0,4}考核$/, '');
  return vetoFor(clause, words, clause.award ?? zeroAward);
}

function vetoFor(clause: Clause, words: string, award: VetoRule['award']): readonly VetoRule[] {
  const phrases = [...new Set([...phrasesOf(words), meaningOf(words)])].filter((phrase) => phrase !== '');
  return [{ kind: 'veto', span: clause.span, phrases, interval: null, unit: null, scope: 'item', award }];
}

function read(clause: Clause, context: FamilyContext): FamilyReading | null {
  const share = shareBand(clause, context);
  if (share) return { rules: [share] };
  if (isTiered(clause)) return { rules: tieredRules(clause) };
  const judged = clause.award === null ? judgedAs.exec(clause.text) : null;
  if (judged) return { rules: vetoFor(clause, clause.text.slice(0, judged.index), { tier: judged[1] as string, amount: null }) };
  if (isNamed(clause))
    return { rules: tieredRules(clause).map((rule) => ({ ...rule, scope: wholeForm.test(clause.text) ? 'form' : 'item' })) };
  if (!isVeto(clause, context)) return null;
  return { rules: rulesOf(clause, context), before: conditionOf(clause, context) === context.clauses[context.index - 1]?.text };
}

/** Vetoes and zero-outs. */
export const vetoFamily: Family = { name: 'veto', read };
