/**
 * Interval → tier and/or points: 90-100分为优秀, 完成率90%以上20分, 3-4次为良好, 发生2次及以上扣20分, `85-100 – Excellent`.
 * Bands, thresholds and counts are one family: they differ only in the unit and in how neighbours settle their bounds (settleBands.ts).
 */
import Decimal from 'decimal.js';
import type { Clause } from '../clause';
import { isMeasured, meaningOf, measuredOf, phrasesOf, type Measured } from '../clauseWords';
import { exactly, intersection, negated, type Interval } from '../interval';
import type { Item } from '../item';
import { sameKind, unitKind } from '../quantity';
import type { Amount, Award, BandRule, FullMarksRule } from '../rule';
import { flatBeyond } from './beyond';
import { namesBands } from './level';
import { differenceBand, distanceBand, offsetBand, seriesAfter } from './relative';
import { titleFullMarks } from './statement';
import { goesOn } from './stepWords';
import type { Family, FamilyContext, FamilyReading } from './family';

const intervalOf = (item: Measured): Interval => (item.kind === 'interval' ? item.interval : exactly(item.quantity.amount));
const unitOf = (item: Measured): BandRule['unit'] => (item.kind === 'interval' ? item.unit : item.quantity.unit);
const formOf = (item: Measured): BandRule['form'] => (item.kind === 'interval' ? item.form : item.ordinal ? 'compared' : 'bare');

/** The label in front: a tier word or a letter. */
export function labelOf(clause: Clause): string | null {
  if (clause.marker !== null && /^[A-Z]/.test(clause.marker)) return clause.marker;
  if (clause.label?.kind === 'level') return clause.label.name;
  return clause.label?.kind === 'tier' ? clause.label.tier : null;
}

const naming = /^\s*(?:则?为|即为?|属于?|评为|定为|视为|=|is\b|was\b|are\b|were\b|means\b|→|:|-)\s*(?:an? )?/;

/** Where a name behind a sign starts: the text item right behind a number. */
function nameStart(clause: Clause): Item | null {
  return (
    clause.items.find(
      (item, at) =>
        item.kind === 'text' && naming.test(item.text) && Boolean(clause.items[at - 1] && isMeasured(clause.items[at - 1] as Item)),
    ) ?? null
  );
}

/** A tier that no table knows, named behind a sign: `= Poor performance (…)`, `is STRONG`, `was 3 days off without pay`. */
export function namedTail(clause: Clause): string | null {
  const start = nameStart(clause);
  if (!start) return null;
  const behind = clause.text
    .slice(start.start - clause.start)
    .replace(naming, '')
    .replace(/\s*\(.*$/, '');
  const name = behind.replace(/[\s.,;，；。]+$/, '').trim();
  return name.length >= 1 && name.length <= 60 && /\p{L}/u.test(name) ? name : null;
}

function awardOf(clause: Clause, label: string | null): Award | null {
  const named =
    clause.award?.tier ??
    (clause.label?.kind === 'tier' ? clause.label.tier : clause.label?.kind === 'level' ? clause.label.name : null) ??
    (clause.award === null ? namedTail(clause) : null);
  const tier = named ?? (clause.award?.amount ? null : label);
  if (tier === null && !clause.award) return null;
  return { tier, amount: clause.award?.amount ?? null };
}

/** 80%以上不足90%: two one-sided conditions on one thing, both meant. */
function joined(measured: readonly Measured[]): Interval | null {
  const [a, b] = measured.slice(-2);
  if (!a || !b || a.kind !== 'interval' || b.kind !== 'interval' || !sameKind(a.unit, b.unit)) return null;
  const oneSided = (item: Interval): boolean => (item.low === null) !== (item.high === null);
  if (!oneSided(a.interval) || !oneSided(b.interval) || (a.interval.low === null) === (b.interval.low === null)) return null;
  return intersection(a.interval, b.interval);
}

const orBetween = (clause: Clause, a: Item, b: Item): boolean =>
  /或|\bor\b/i.test(clause.text.slice(a.end - clause.start, b.start - clause.start));

interface Condition {
  readonly item: Measured;
  readonly interval: Interval;
  readonly form: BandRule['form'];
  readonly open?: 'low' | 'high';
}

/** The conditions that the clause's numbers make: alternatives joined by 或, else the last one (earlier ones say what is measured). */
function conditionsOf(clause: Clause, measured: readonly Measured[]): readonly Condition[] {
  const both = joined(measured);
  const leads = clause.label !== null || (clause.marker !== null && clause.award === null);
  const last = (leads ? measured[0] : measured[measured.length - 1]) as Measured;
  const below = measured.slice(-2).some((item) => item.kind === 'interval' && item.form === 'below');
  if (both) return [{ item: last, interval: both, form: 'range', ...(below ? { open: 'high' as const } : {}) }];
  const alternatives = measured.filter((item, at) => {
    const next = measured[at + 1];
    const previous = measured[at - 1];
    return Boolean((next && orBetween(clause, item, next)) || (previous && orBetween(clause, previous, item)));
  });
  const used = alternatives.length > 1 ? alternatives : [last];
  return used.flatMap((item) => {
    const condition = { item, interval: intervalOf(item), form: formOf(item) };
    return item.kind === 'interval' && item.mirrored ? [condition, { ...condition, interval: negated(condition.interval) }] : [condition];
  });
}

/** Whether every clause of the list carries the same earlier number (线上30秒内占比…): then it says what is measured. */
function repeated(item: Measured, context: FamilyContext): boolean {
  const holding = context.clauses.filter((clause) =>
    clause.items.some(
      (other) => isMeasured(other) && unitOf(other) === unitOf(item) && intervalOf(other).high?.at.eq(intervalOf(item).high?.at ?? NaN),
    ),
  );
  return holding.length > 1 || (item.kind === 'number' && context.clauses.filter((clause) => clause.award !== null).length === 1);
}

const words = (items: readonly Item[]): string =>
  items
    .flatMap((item) => (item.kind === 'text' ? [item.text] : []))
    .join(' ')
    .trim();

/** What is measured, as far as the clause names it in front of the number. */
function subjectOf(clause: Clause, item: Measured): string | null {
  const front = clause.lastPiece.slice(0, Math.max(0, clause.lastPiece.indexOf(item)));
  const subject = meaningOf(words(front));
  return subject === '' ? null : subject;
}

/** Words behind the number that stand for the band by themselves: 超过1分钟后或不回复, `1+ accidents or not reported`. */
function alternatePhrases(clause: Clause, item: Measured): readonly string[] {
  const behind = words(clause.lastPiece.slice(clause.lastPiece.indexOf(item) + 1));
  const found = /(?:或者?|\bor\b)(.+)$/i.exec(behind);
  return found ? [meaningOf(found[1] as string)].filter((phrase) => phrase !== '') : [];
}

/** Counts with a deduction each are bands only as a list (1次扣10分, 2次及以上扣20分); alone they are a step. */
function isDeductionList(clause: Clause, context: FamilyContext): boolean {
  if (/每|各|\/次|per |each |every /i.test(clause.condition + clause.tail)) return false;
  const counts = context.clauses.filter(
    (other) => other.award?.amount && other.award.amount.mode !== 'add' && measuredOf(other).length > 0 && !/每|各/.test(other.condition),
  );
  const deducts = counts.filter((other) => other.award?.amount?.mode === 'deduct');
  if (new Set(deducts.map(eventOf).filter((event) => event !== '')).size > 1) return false;
  const keys = new Set(
    deducts.map((other) => `${measuredOf(other).map((item) => `${intervalOf(item).low?.at}/${intervalOf(item).high?.at}`)}`),
  );
  return keys.size > 1 || (deducts.length === 1 && measuredOf(clause).some((item) => item.kind === 'number' && item.ordinal));
}

/** 30分钟以内满分，30-60分钟扣2分: what is taken from one stretch of a scale that the other clauses go on with. */
function isScaleBeside(clause: Clause, context: FamilyContext): boolean {
  const stretches = (other: Clause): readonly Measured[] => measuredOf(other).filter(({ kind }) => kind === 'interval');
  const [own] = stretches(clause);
  if (!own || unitOf(own) === null || /每|各|\/次|per |each |every /i.test(clause.condition + clause.tail)) return false;
  return context.clauses.some(
    (other) =>
      other.award?.amount?.mode === 'set' && !/每/.test(other.condition) && stretches(other).some((item) => unitOf(item) === unitOf(own)),
  );
}

/** What is counted, generic verbs removed: 发生1次事故 and 发生2次及以上事故 count one thing, 延期 and 欠缴 do not. */
function eventOf(clause: Clause): string {
  const first = clause.lastPiece.findIndex((item) => item.kind === 'interval' && unitKind(item.unit) !== 'count');
  return words(first < 0 ? clause.lastPiece : clause.lastPiece.slice(0, first))
    .replace(/发生|出现|存在|达到|达|累计|每月|当月|有|的|者|第|deduct|earns?|\s|-/g, '')
    .slice(0, 20);
}

/** One of something is an occurrence (表扬信一封加1分), any other number a size. */
const isSize = (item: Measured): boolean =>
  item.kind === 'interval' || !(unitKind(item.quantity.unit) === 'count' && item.quantity.amount.eq(1));

/** 低于97%扣2分，每再低1%加扣1分: a flat deduction that the next clause goes on from. */
function leadsOn(clause: Clause, context: FamilyContext): boolean {
  const next = context.clauses[context.index + 1];
  return (
    next?.award?.amount?.mode === 'deduct' &&
    goesOn.test(next.text) &&
    !/每/.test(clause.condition) &&
    measuredOf(clause).some(({ kind }) => kind === 'interval')
  );
}

/** 每宗扣2分 … 3宗以上的扣10分: from so many on another amount is taken, whatever the steps take for each. */
function isFlatBeyond(clause: Clause, context: FamilyContext): boolean {
  const own = measuredOf(clause).find((item) => item.kind === 'interval' && unitKind(item.unit) === 'count');
  if (own?.kind !== 'interval' || own.interval.high !== null || own.unit === null) return false;
  if (!own.interval.low?.at.gt(1) || /[每各均]/.test(clause.condition + clause.tail)) return false;
  return context.rules.some((rule) => rule.kind === 'step' && rule.trigger === 'event' && rule.times === 'each' && rule.each.unit === own.unit && rule.amount.mode === 'deduct'); // prettier-ignore
}

const limiting = /^(?:最高|最低|最多|至多|最少|上限|下限|封顶|累计|合计|总分)/;

function applies(clause: Clause, context: FamilyContext, amount: Amount | null | undefined): boolean {
  const own = clause.pieces[clause.pieces.length - 1] ?? '';
  if (/每(?![年月周日天季])|以此类推|依此类推/.test(own) || limiting.test(clause.condition)) return false;
  if (!amount || amount.mode === 'set') return true;
  if (/\beach\b|\bevery\b|\bper\b/i.test(clause.text)) return false;
  if (amount.mode === 'add')
    return (
      context.clauses.filter(
        (other) => other.award?.amount?.mode === 'add' && measuredOf(other).some(isSize) && !/每/.test(other.condition),
      ).length > 1
    );
  return isDeductionList(clause, context) || isScaleBeside(clause, context) || leadsOn(clause, context) || isFlatBeyond(clause, context);
}

/** The end that another line may own: 70分以上85分以下 beside 85分以上. */
function openOf({ item, open }: Condition): Pick<BandRule, 'open'> {
  const found = open ?? (item.kind === 'interval' ? item.open : undefined);
  return found ? { open: found } : {};
}

const early = /提前|提早|\b(?:early|ahead)\b/i;
const late = /延迟|推迟|延误|拖延|逾期|超期|延期|晚|迟|滞后|超时|\b(?:late|overdue|delay\w*)\b/i;

/** 提前1天以上得10分 beside 延迟1天得5分: one number of days counts two ways. */
function wayOf(clause: Clause, item: Measured, { clauses }: FamilyContext): Pick<BandRule, 'way'> {
  const text = clauses.map((each) => each.text).join('，').slice(0, 600); // prettier-ignore
  if (!early.test(text) || !late.test(text)) return {};
  const front = clause.text.slice(0, item.start - clause.start);
  if (early.test(front)) return { way: 'below' };
  return late.test(front) ? { way: 'above' } : {};
}

interface Given {
  readonly award: Award;
  readonly label: string | null;
  readonly context: FamilyContext;
}

function ruleOf(clause: Clause, condition: Condition, { award, label, context }: Given): BandRule {
  const unit = unitOf(condition.item);
  return {
    kind: 'band',
    span: clause.span,
    subject: subjectOf(clause, condition.item),
    measure: 'value',
    interval: condition.interval,
    unit,
    whole: unitKind(unit) === 'count',
    form: condition.form,
    ...openOf(condition),
    ...wayOf(clause, condition.item, context),
    ofPoints: false,
    label,
    phrases: [...phrasesOf(clause), ...alternatePhrases(clause, condition.item)],
    award,
  };
}

/** 态度认真；(8-10分): only words in front of the range. */
const endsInRange = ({ awardText, tail, award }: Clause): boolean =>
  /^\d+(?:\.\d+)?\s?[-~至到]\s?\d+(?:\.\d+)?分$/.test(awardText) && tail === '' && award?.tier === null;

/** A label with a range of points (A 85-100 …, 优秀(9-10分): …): the range is what the label is worth. */
function pointRange(clause: Clause, label: string | null): FamilyReading | null {
  const amount = clause.award?.amount;
  if (!amount || amount.mode !== 'set' || amount.of !== 'points' || !amount.low || !amount.high || amount.low.eq(amount.high)) return null;
  if (label === null && clause.order !== 'award-first' && !endsInRange(clause)) return null;
  if (measuredOf(clause).length > 0) return null;
  const low = { at: amount.low, inclusive: true };
  const high = { at: amount.high, inclusive: true };
  const tier = clause.label?.kind === 'tier' ? clause.label.tier : (clause.award?.tier ?? label);
  const rule: BandRule = {
    kind: 'band', span: clause.span, subject: null, measure: 'value', interval: { low, high }, unit: '分', whole: false, form: 'range', ofPoints: true,
    label, phrases: [...(clause.label?.kind === 'tier' && label !== clause.label.tier ? [clause.label.tier] : []), ...phrasesOf(clause)], award: { tier, amount },
  }; // prettier-ignore
  return { rules: [rule] };
}

/** Where points are taken or added, a name that no table knows is hardly a tier. */
const moves = ({ clauses }: FamilyContext): boolean =>
  clauses.some(({ award }) => award?.amount?.mode === 'deduct' || award?.amount?.mode === 'add');

function read(clause: Clause, context: FamilyContext): FamilyReading | null {
  if (clause.label?.kind === 'level' && !namesBands(context.clauses)) return null;
  const label = labelOf(clause);
  const series = seriesAfter(clause, context.rules);
  if (series) return { rules: series };
  const relative =
    differenceBand(clause, context.rules, context.clauses) ?? distanceBand(clause, context.rules) ?? offsetBand(clause, context.rules);
  if (relative) return { rules: [relative] };
  const flat = flatBeyond(clause, context);
  if (flat) return { rules: [flat], doubtful: /[并且]/.test(clause.tail) };
  const range = pointRange(clause, label);
  if (range) return range;
  const named = clause.award === null ? nameStart(clause) : null;
  const measured = measuredOf(clause).filter((item) => !named || item.end <= named.start);
  if (measured.length === 0 || !applies(clause, context, clause.award?.amount)) return null;
  const award = awardOf(clause, label);
  if (!award) return null;
  const conditions = conditionsOf(clause, measured);
  const rules = conditions.map((condition) => ruleOf(clause, condition, { award, label, context })).map((rule) => asPoints(rule, clause));
  const earlier = clause.items.filter(
    (item): item is Measured => item.kind === 'interval' && !measured.includes(item) && (!named || item.end <= named.start),
  );
  const others = [...earlier, ...measured].filter((item) => !conditions.some((condition) => condition.item === item));
  const title = titleFullMarks(clause);
  const stated = [...statedFull(clause), ...(title ? [title] : [])];
  return {
    rules: [...rules, ...stated],
    doubtful:
      (named !== null && moves(context)) ||
      /^(?:for|if|when)\b/i.test(clause.tail) ||
      (rules.length > 0 &&
        !joined(measured) &&
        others.some((item) => !(title && item.kind === 'number' && item.quantity.unit === '分') && !repeated(item, context))),
  };
}

/** 满分100分 behind a condition states the row's full marks as well. */
function statedFull(clause: Clause): readonly FullMarksRule[] {
  const amount = clause.award?.amount;
  return clause.awardText.startsWith('满分') && amount?.of === 'points' && amount.high
    ? [{ kind: 'fullMarks', span: clause.span, points: amount.high }]
    : [];
}

/** A bare range under a label or tier, with nothing else given, is points of the row: 85-100 – Excellent, 优秀(9-10分). */
function asPoints(rule: BandRule, clause: Clause): BandRule {
  const bare = rule.unit === '分' || rule.unit === null;
  const labelled = clause.label !== null || (clause.marker !== null && clause.award === null);
  // 优秀:投诉次数为0
  const counted = rule.unit === null && /(?:[次件起人天个项]数|数量|率)$/.test(rule.subject ?? '');
  if (!bare || counted || rule.award.amount !== null || rule.award.tier === null || !labelled) return rule;
  const { low, high } = rule.interval;
  const amount: Amount | null = high ? { mode: 'set', low: low?.at ?? new Decimal(0), high: high.at, of: 'points' } : null;
  return { ...rule, ofPoints: true, unit: '分', award: { tier: rule.award.tier, amount } };
}

export const bandFamily: Family = { name: 'band', read };
