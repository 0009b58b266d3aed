/** Steps that count occurrences: how many the entry tells, and which of several rules it means. */
import Decimal from 'decimal.js';
import { readEntry, type EntryReading } from '../entry';
import { intervalsIn } from '../families/stepRule';
import { contains } from '../interval';
import { bestLikeness, type Likeness } from '../likeness';
import { convert, sameKind, type UnitName } from '../quantity';
import type { StepRule } from '../rule';
import type { Contribution, ScoreContext } from '../scorer';
import type { Quantity } from '../types';
import { contribution, doubt, isCount, one, resembles, sure, zero, type Measured } from './stepContribution';

const denial =
  /^(?:无|没有|未发生|未出现|没|零|none|no|nil|never|未|(?:no|none of the) (?:violations?|deductions?|errors?|issues?|problems?|cases?|penalt(?:y|ies)|faults?|incidents?))$/i;

/** An entry in another unit than occurrences (迟到4分钟) meets a phrase with a threshold (迟到5分钟以上), or the base of the row (15户). */
function thresholdCount(rule: StepRule, quantity: Quantity): Measured | null {
  for (const phrase of rule.phrases) {
    const bounds = intervalsIn(phrase).filter(({ unit }) => unit !== null && sameKind(unit, quantity.unit));
    const values = bounds.map(({ interval, unit }) => ({ interval, value: convert(quantity, unit) }));
    if (values.length > 0 && values.every(({ value }) => value !== null))
      return sure(values.every(({ interval, value }) => value && contains(interval, value.amount)) ? one : zero);
  }
  return null;
}

function baseCount(rule: StepRule, quantity: Quantity): Measured | null {
  if (rule.base === null || typeof rule.base === 'string') return null;
  if (quantity.unit !== null && quantity.unit !== rule.base.unit) return null;
  const short = rule.base.amount.minus(quantity.amount);
  if (short.lte(0)) return sure(zero);
  return quantity.unit === null || short.gt(1) ? doubt(one, 'once-or-each') : sure(one);
}

const sized = (unit: UnitName | null): boolean => unit === '万' || unit === '亿';

function countOf(rule: StepRule, entry: EntryReading): Measured {
  const { quantity } = entry;
  if (!quantity) return sure(one);
  const based = baseCount(rule, quantity);
  if (based) return based;
  if (quantity.unit === null && rule.times === 'open') {
    const held = thresholdCount(rule, quantity);
    if (held) return doubt(held.distance);
  }
  if (quantity.unit !== null && quantity.unit === rule.each.unit) return sure(quantity.amount);
  // 30000次 under 每1万次.
  if (isCount(quantity.unit))
    return sure(sized(rule.each.unit) || sized(quantity.unit) ? (convert(quantity, rule.each.unit) ?? quantity).amount : quantity.amount);
  return thresholdCount(rule, quantity) ?? doubt(one);
}

interface Chosen {
  readonly rule: StepRule;
  readonly measured: Measured;
}

const sameAmount = (a: StepRule, b: StepRule): boolean =>
  a.amount.mode === b.amount.mode && a.amount.of === b.amount.of && String(a.amount.low) === String(b.amount.low) && String(a.amount.high) === String(b.amount.high); // prettier-ignore

/** 15分钟 under 10分钟以内扣1分，10分钟以上扣3分: the rule whose threshold the entry meets; null where no rule has one in its unit. */
function byThreshold(rules: readonly StepRule[], quantity: Quantity): readonly Chosen[] | null {
  const met = rules.flatMap((rule) => {
    const measured = thresholdCount(rule, quantity);
    return measured ? [{ rule, measured }] : [];
  });
  const [first] = met;
  if (!first) return null;
  const holding = met.filter(({ measured }) => !measured.distance.isZero());
  if (holding.length < 2) return [holding[0] ?? first];
  return holding.slice(0, 1).map(({ rule, measured }) => ({ rule, measured: doubt(measured.distance, 'shared-boundary') }));
}

const hasThreshold = (rule: StepRule): boolean =>
  rule.phrases.some((phrase) => intervalsIn(phrase).some(({ unit }) => unit !== null && !isCount(unit)));

const rangeWords =
  /[，,\s]|\([^()]*\)|[\d一二三四五六七八九十]+|超过?|超出|以[上内外下]|及|含|部分|达到?|不足|的|全部|所有|均|一律|都?按|每|[次笔项件个人例起处条张份]/g;

/** 超过5笔的 behind 差错5笔以内: another range of the same occurrences, in which this number does not lie. */
function isOtherRange(rule: StepRule, first: StepRule, count: Decimal): boolean {
  if (rule.within === null || contains(rule.within, count)) return false;
  if (rule === first) return true;
  return rule.phrases.every((phrase) => {
    const words = phrase.replace(rangeWords, '');
    return words.length < 2 || first.phrases.some((own) => own.includes(words));
  });
}

/** 10分钟以上30分钟以内 behind 迟到10分钟以内: nothing but a range, on what the rule before names. */
const isRangeOnly = (rule: StepRule): boolean =>
  hasThreshold(rule) &&
  rule.phrases.every((phrase) => phrase.replace(rangeWords, '').replace(/分钟|小时|天|个?工作日|元|万元|[-~至到]|按.*$/g, '').length < 2);

/** A bare number: the only rule, or the first that counts each time; where others take something else, that is a question. */
function byNumber(rules: readonly StepRule[], entry: EntryReading): readonly Chosen[] {
  const unit = entry.quantity?.unit ?? null;
  const ownUnit = unit === null ? [] : rules.filter((rule) => rule.each.unit === unit);
  if (ownUnit.length > 0 && ownUnit.length < rules.length) return byNumber(ownUnit, entry);
  const thresholds = entry.quantity && !isCount(unit) ? byThreshold(rules, entry.quantity) : null;
  if (thresholds) return thresholds;
  const first = rules.find((rule) => rule.times === 'each') ?? rules[0];
  if (!first) return [];
  const count = countOf(first, entry);
  const counted = rules.filter((rule) => rule.times === 'each' && !rule.marginal && !isOtherRange(rule, first, count.distance));
  const qualified = rules.every((rule) => rule === first || rule.each.amount.eq(1));
  const graded = rules.filter(hasThreshold).length > 1;
  const alone = (counted.length === 1 && qualified && !graded) || rules.every((rule) => rule === first || sameAmount(rule, first));
  const plain = alone || count.distance.isZero();
  return [{ rule: first, measured: plain || count.issue ? count : doubt(count.distance) }];
}

/** 其中获奖的每条另加2分: with what the step beside it gives, as far as the entry names that, too. A named part names its own. */
function onTopOf(
  rule: StepRule,
  met: readonly { readonly rule: StepRule; readonly met: Likeness }[],
  entry: EntryReading,
): readonly Chosen[] {
  const count = countOf(rule, entry);
  if (entry.kind === 'number') return [{ rule, measured: count }];
  const base = met.find((other) => !other.rule.onTop && !other.met.opposite && other.rule.amount.mode === rule.amount.mode);
  return base ? [base.rule, rule].map((each) => ({ rule: each, measured: count })) : [{ rule, measured: doubt(count.distance) }];
}

/** The rule whose words the entry's words meet best; a denial (无投诉) means no occurrence. */
function byWords(rules: readonly StepRule[], entry: EntryReading): readonly Chosen[] {
  const first = rules[0];
  if (!first) return [];
  if (denial.test(entry.words)) return [{ rule: first, measured: sure(zero) }];
  const met = rules.map((rule) => ({ rule, met: bestLikeness(entry.words, rule.phrases) })).filter(({ met }) => met.strength >= resembles);
  const bounded =
    entry.quantity && !isCount(entry.quantity.unit) ? met.filter(({ rule, met: { opposite } }) => !opposite && hasThreshold(rule)) : [];
  const within = bounded.length > 1 && entry.quantity ? byThreshold(bounded.map(({ rule }) => rule), entry.quantity) : null; // prettier-ignore
  if (within) return within;
  const top = met.find(({ rule, met: { opposite, strength } }) => rule.onTop && !opposite && strength >= clearly);
  if (top) return onTopOf(top.rule, met, entry);
  const unit = entry.quantity?.unit ?? null;
  const counts = (rule: StepRule): number => Number(unit !== null && rule.each.unit === unit);
  const agreeing = met
    .filter(({ met }) => !met.opposite)
    .sort((a, b) => b.met.strength - a.met.strength || counts(b.rule) - counts(a.rule))[0];
  const denying = met.filter(({ met }) => met.opposite).sort((a, b) => b.met.strength - a.met.strength)[0];
  // 造成损失 names the rule that says so, however well it denies the other (未造成损失).
  const denied = denying?.met.strength ?? 0;
  // 有安全员 denies 无安全员, and is only a piece of 安全员无证.
  const pieceOnly =
    denied >= 0.95 &&
    agreeing !== undefined &&
    agreeing.met.strength < denied - 0.04 &&
    agreeing.rule.phrases.some((phrase) => /[不未没无缺]/.test(phrase));
  const names = agreeing && !pieceOnly && (agreeing.met.strength >= 0.7 || agreeing.met.strength >= denied);
  if (agreeing && names) {
    const count = countOf(agreeing.rule, entry);
    const beyond =
      count.distance.isZero() && entry.quantity && hasThreshold(agreeing.rule)
        ? byThreshold(rules.filter(isRangeOnly), entry.quantity)
        : null;
    if (beyond?.some(({ measured }) => !measured.distance.isZero())) return beyond;
    const rival = met.some(
      ({ rule, met: other }) =>
        rule !== agreeing.rule &&
        !other.opposite &&
        other.strength >= agreeing.met.strength - 0.02 &&
        (counts(rule) >= counts(agreeing.rule) || rule.times !== 'each') &&
        !sameAmount(rule, agreeing.rule),
    );
    return [
      { rule: agreeing.rule, measured: { ...count, issue: count.issue ?? (rival ? 'other' : null), strength: agreeing.met.strength } },
    ];
  }
  if (denying) return [{ rule: denying.rule, measured: sure(zero, denying.met.strength) }];
  return rules.length === 1 && entry.quantity && isCount(entry.quantity.unit)
    ? [{ rule: first, measured: doubt(entry.quantity.amount, 'other', 0.3) }]
    : [];
}

/** Rules that hold only for some numbers of occurrences (3次以内每次扣1分，超过3次每次扣2分): the lowest range is plain, above it is open. */
function ranged(rules: readonly StepRule[], chosen: Chosen): readonly Chosen[] {
  const { rule, measured } = inRange(rules, chosen);
  const low = rule.within?.low;
  if (!rule.marginal || !low) return [{ rule, measured }];
  const count = chosen.measured.distance;
  const start = low.inclusive ? low.at.minus(1) : low.at;
  const base = rules.find((other) => other !== rule && (other.within === null || other.within.high?.at.eq(low.at)) && !other.free && other.each.unit === rule.each.unit && other.amount.mode === rule.amount.mode); // prettier-ignore
  const beyond: Chosen = { rule, measured: { ...chosen.measured, distance: Decimal.max(zero, count.minus(start)) } };
  return base ? [{ rule: base, measured: { ...chosen.measured, distance: Decimal.min(start, count) } }, beyond] : [beyond];
}

function inRange(rules: readonly StepRule[], chosen: Chosen): Chosen {
  const count = chosen.measured.distance;
  const withRange = rules.filter((rule) => rule.within !== null);
  const rule = withRange.find(({ within }) => within && contains(within, count));
  if (!rule) return chosen.rule.within ? { rule: chosen.rule, measured: { ...chosen.measured, distance: zero } } : chosen;
  const low = rule.within?.low;
  if (!low || low.at.lte(1) || rule.overall) return { rule, measured: chosen.measured };
  const free = low.inclusive ? low.at.minus(1) : low.at;
  const distance = withRange.length === 1 ? count.minus(free) : count;
  return { rule, measured: { ...chosen.measured, distance, issue: 'once-or-each' } };
}

/** 从第4次开始每次扣1分: the first three cost nothing. */
function beyondFree({ rule, measured }: Chosen): Chosen {
  if (!rule.free) return { rule, measured };
  return { rule, measured: { ...measured, distance: Decimal.max(zero, measured.distance.minus(rule.free)) } };
}

const clearly = 0.8;

/** `missing label, late report`: an entry that names several occurrences, each of a rule of its own; null where it does not. */
function bySeveral(rules: readonly StepRule[], entry: EntryReading): readonly Chosen[] | null {
  const pieces = entry.text.split(/\s*[,，、;；+]\s*/).filter((piece) => piece !== '');
  if (pieces.length < 2 || pieces.length > rules.length || rules.some(({ phrases }) => bestLikeness(entry.words, phrases).strength >= 0.95))
    return null;
  const chosen = pieces.flatMap((text): readonly Chosen[] => byWords(rules, readEntry({ kind: 'text', text })));
  const sureOnes = chosen.every(({ measured: { issue, strength, distance } }) => issue === null && strength >= clearly && distance.gt(0));
  if (chosen.length !== pieces.length || !sureOnes || new Set(chosen.map(({ rule }) => rule)).size !== chosen.length) return null;
  const strength = Math.min(...chosen.map(({ measured }) => measured.strength));
  return chosen.map(({ rule, measured }) => ({ rule, measured: { ...measured, strength } }));
}

/** `2 errors` beside warnings: a word that is also a unit names the one rule that it is the words of. */
function named(rules: readonly StepRule[], { text, quantity }: EntryReading): StepRule | null {
  const said = /^[\d.,]+\s*([a-z].*)$/i.exec(text)?.[1]?.toLowerCase();
  const met = said && quantity ? rules.filter(({ phrases }) => phrases.some((phrase) => phrase.toLowerCase() === said)) : [];
  return rules.length > 1 && met.length === 1 ? (met[0] ?? null) : null;
}

/** What the rules of occurrences contribute; nothing where the entry is on something else. */
export function events(rules: readonly StepRule[], context: ScoreContext): readonly Contribution[] {
  const { entry } = context;
  if (rules.length === 0) return [];
  if (
    entry.quantity &&
    !isCount(entry.quantity.unit) &&
    entry.words === '' &&
    !rules.some((rule) => thresholdCount(rule, entry.quantity as Quantity))
  )
    return [];
  const only = named(rules, entry);
  if (only)
    return ranged(rules, beyondFree({ rule: only, measured: countOf(only, entry) })).map(({ rule, measured }) =>
      contribution(rule, measured, context),
    );
  const chosen = entry.words === '' ? byNumber(rules, entry) : (bySeveral(rules, entry) ?? byWords(rules, entry));
  return chosen.flatMap((each) => ranged(rules, beyondFree(each))).map(({ rule, measured }) => contribution(rule, measured, context));
}
