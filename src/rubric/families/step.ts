/**
 * Steps of a measured value: 每低1%扣2分, 每超出500元扣1分, 每提前1天加1分, 低于100%每1%扣2分, `5 points for each 1cm above 18cm`.
 */
import type { Clause } from '../clause';
import type { Interval } from '../interval';
import { sameKind, unitKind } from '../quantity';
import type { Amount, BandRule, StepRule } from '../rule';
import type { Family, FamilyContext, FamilyReading } from './family';
import { allowanceIn, laterStart } from './allowance';
import { stepsBothWays } from './bothWays';
import { phrasesOf } from './phrases';
import { startIn, titleFullMarks } from './statement';
import type { StepPhrase } from './stepPhrase';
import { intervalsIn, isDoubtfulRest, isRelative, ownLimits, partialOf, readStep, stepBase } from './stepRule';
import {
  chineseBase,
  chineseMovement,
  englishBase,
  englishMovement,
  goesOn,
  movementDirection,
  particles,
  selfMeasured,
  type Direction,
} from './stepWords';

interface Direct {
  readonly direction: Direction;
  readonly stated: boolean;
}

const lateWords = selfMeasured.filter((word) => movementDirection(word) === 'above');

/** 逾期不足7天的每天: lateness counts up from nothing, whatever bounds it. */
const isLate = ({ trigger, each, before }: StepPhrase): boolean =>
  trigger === 'event' &&
  unitKind(each.unit) !== 'ratio' &&
  unitKind(each.unit) !== 'count' &&
  lateWords.some((word) => before.includes(word));

/** The way of a step without a word of movement: 低于100%每1%扣 points down, 每200元扣1分 counts from nothing up. */
function directionOf(phrase: StepPhrase): Direct {
  if (phrase.trigger !== 'event') return { direction: phrase.trigger, stated: true };
  const stretch = stretchOf(phrase);
  if (stretch) return { direction: stretch.direction, stated: true };
  if (isLate(phrase)) return { direction: 'above', stated: false };
  const last = intervalsIn(phrase.before).at(-1)?.interval;
  if (last && last.low === null) return last.high?.inclusive ? { direction: 'above', stated: false } : { direction: 'below', stated: true };
  if (last && last.high === null) return { direction: 'above', stated: true };
  return { direction: 'above', stated: false };
}

const overBase = new RegExp(
  `(${chineseMovement})${particles}(?:${chineseBase})(?:的|值)?|\\b(${englishMovement})\\b (?:the )?(?:${englishBase})`,
  'i',
);

/** 缺勤2天以内扣1分/天，超过2天每天扣3分: steps without a movement that hold for a stretch from nothing, and for what lies beyond it. */
function partOfWhole(phrase: StepPhrase, context: FamilyContext): Interval | null {
  const late =
    phrase.movement !== null && selfMeasured.includes(phrase.movement) && selfMeasured.some((word) => phrase.before.includes(word));
  if (phrase.trigger !== 'event' && !late) return null;
  const own = intervalsIn(phrase.before)
    .filter(({ unit }) => sameKind(unit, phrase.each.unit))
    .at(-1)?.interval;
  if (!own) return null;
  if (own.low === null || own.high !== null) return own.high?.inclusive || own.low || isLate(phrase) ? own : null;
  const begun = context.rules.some((rule) => rule.kind === 'step' && rule.within?.high?.at.eq(own.low?.at ?? NaN));
  return begun ? own : null;
}

/** `5-10 gms over limit - for each gm`, 低于目标5%-10%的，每1%: the step holds for a stretch of the distance only. */
function stretchOf(phrase: StepPhrase): { readonly direction: Direction; readonly within: Interval } | null {
  const found = overBase.exec(phrase.before);
  const within = intervalsIn(phrase.before.replace(overBase, ' ')).at(-1)?.interval;
  const direction = found && movementDirection((found[1] ?? found[2] ?? '').toLowerCase());
  return direction && within ? { direction, within } : null;
}

/** 自第4天起计扣: behind the step or in front of it, what it leaves free. */
function freeOf({ clauses, index }: FamilyContext): Pick<StepRule, 'free'> | null {
  const near = clauses.slice(Math.max(0, index - 1), index + 3);
  const found = near.map(({ text }) => laterStart.exec(text.slice(0, 200))).find((match) => match !== null);
  const free = found && allowanceIn(found[0]);
  return free ? { free } : null;
}

/** 每再低1%加扣1分: on from the edge of the flat deduction in front. */
function furtherOf(clause: Clause, { rules }: FamilyContext, direction: Direction): Pick<StepRule, 'further' | 'base'> | null {
  const last = rules[rules.length - 1];
  if (!goesOn.test(clause.text) && !clause.condition.includes('在此基础上')) return null;
  if (last?.kind !== 'band' || last.award.amount?.mode !== 'deduct' || last.measure !== 'value') return null;
  const { low, high } = last.interval;
  const at = (direction === 'below' ? (high ?? low) : (low ?? high))?.at;
  return at ? { further: true, base: { amount: at, unit: last.unit } } : null;
}

/** 超过3天的，全部按每天2分扣: the first days, too. */
const allOfThem = /全部|全数|所有|(?:均|一律|都|统一)(?:按|以|为|扣)/;

function measuredRule(clause: Clause, phrase: StepPhrase, amount: Amount, context: FamilyContext): StepRule {
  const { direction, stated } = directionOf(phrase);
  const stretch = stretchOf(phrase);
  const part = stretch ? null : partOfWhole(phrase, context);
  const counted = phrase.movement === null && laterStart.test(clause.text);
  const base = stretch ? 'target' : counted ? 'zero' : stated && !part ? stepBase(phrase, direction, context) : 'zero';
  return {
    kind: 'step', span: clause.span, trigger: direction, phrases: [...phrasesOf(phrase.movement ?? '', phrase.before), ...(stated ? [] : [clause.condition.trim()])],
    each: phrase.each, amount, base, relative: isRelative(phrase, context), partial: phrase.begun ? 'up' : partialOf(clause, amount, context),
    ...furtherOf(clause, context, direction), ...freeOf(context), within: stretch?.within ?? part, ...(part?.low && allOfThem.test(clause.condition) ? { overall: true } : {}), times: phrase.once ? 'once' : phrase.sure ? 'each' : 'open',
  }; // prettier-ignore
}

/** 完成率每10%得4分: of a rate that earns points every part counts, from nothing up. */
const ratePerStep = /(?:率|比例|占比|进度)[，,:：]?每\d[^，,。;；]{0,6}(?:得|计|加)\d/;

/** A word of movement that no table knows (每翻滚1%) leaves the way open, too. 每1%为1分 does not say whether it takes or gives, nor which way. */
function isUndirected(clause: Clause, phrase: StepPhrase): boolean {
  if (phrase.trigger !== 'event' || unitKind(phrase.each.unit) !== 'ratio') return false;
  if (ratePerStep.test(clause.text)) return false;
  return clause.award?.amount?.mode === 'set' || !directionOf(phrase).stated;
}

type Issues = NonNullable<FamilyReading['issues']>;

/** Whether the steps begin at the end of a full band from which they run through it (0~2%为满分，大于0时每高1%扣1分). */
function runsThrough(step: StepRule, band: BandRule, alone: boolean): boolean {
  const { amount } = band.award;
  if (band.measure !== 'value' || amount?.mode !== 'set' || !amount.low?.gt(0) || !sameKind(band.unit, step.each.unit)) return false;
  const { low, high } = band.interval;
  const [near, far] = step.trigger === 'above' ? [low, high] : [high, low];
  const starts = typeof step.base === 'object' && step.base !== null && near?.at.eq(step.base.amount);
  // 低于99%为满分，每降低1%扣2分: what is best is punished.
  return Boolean(starts && (far ? band.form === 'range' && !far.at.eq(near?.at ?? NaN) : alone && near?.inclusive === false));
}

function againstFull(step: StepRule, { rules }: FamilyContext): Issues {
  const bands = rules.filter((rule): rule is BandRule => rule.kind === 'band');
  if (step.amount.mode !== 'deduct' || (step.trigger !== 'above' && step.trigger !== 'below')) return [];
  return bands.some((band) => runsThrough(step, band, bands.length === 1)) ? [{ code: 'contradiction' }] : [];
}

/** 未达100%，加2分 before 每降1%扣0.2分: the same shortfall is rewarded and punished. */
function againstBonus(step: StepRule, context: FamilyContext): Issues {
  if (step.amount.mode !== 'deduct') return [];
  const against = context.clauses.slice(0, context.index).some(({ award, condition, text }) => {
    const bound =
      award?.amount?.mode === 'add' &&
      award.amount.low?.gt(0) === true &&
      !text.includes('每') &&
      !selfMeasured.some((word) => condition.includes(word))
        ? intervalsIn(condition).find(({ unit }) => sameKind(unit, step.each.unit))
        : undefined;
    if (!bound) return false;
    return step.trigger === 'below' ? bound.interval.low === null : bound.interval.high === null;
  });
  return against ? [{ code: 'contradiction' }] : [];
}

/** Steps of a value. */
export const stepFamily: Family = {
  name: 'step',
  read(clause, context) {
    const read = readStep(clause, context);
    if (!read) return null;
    const { phrase, amount } = read;
    const kind = unitKind(phrase.each.unit);
    if (phrase.trigger === 'event' && (kind === 'count' || kind === null)) return null;
    const { rules, rest } = ownLimits(clause, context);
    const start = startIn(clause);
    const step = measuredRule(clause, phrase, amount, context);
    const both = stepsBothWays(clause, phrase, step, context);
    if (both) return { rules: [...(start ? [start] : []), ...both.rules, ...rules], doubtful: both.doubtful || isDoubtfulRest(rest) };
    const title = context.rules.some(({ kind }) => kind === 'fullMarks') ? null : titleFullMarks(clause);
    const issues: Issues = [
      ...(isUndirected(clause, phrase) ? ([{ code: 'other' }] as const) : []),
      ...againstBonus(step, context),
      ...againstFull(step, context),
    ];
    const doubtful = isUndirected(clause, phrase) || isDoubtfulRest(rest);
    return {
      rules: [...(start ? [start] : []), ...(title ? [title] : []), step, ...rules],
      doubtful: doubtful || issues.length > 0,
      issues,
    };
  },
};
