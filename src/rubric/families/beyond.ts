/**
 * A flat deduction from some distance on, beside steps of the same measure: 每高1%扣1分；高于5%扣10分, 逾期每天扣1分，逾期10天以上扣20分.
 * What it takes replaces what the steps take; it is a band, of the value where that is measured, else of the distance.
 */
import Decimal from 'decimal.js';
import type { Clause } from '../clause';
import { measuredOf } from '../clauseWords';
import { moreThan, negated, type Interval } from '../interval';
import { sameKind, unitKind } from '../quantity';
import type { BandRule, StepRule } from '../rule';
import type { FamilyContext } from './family';
import { movementDirection, namedMovement, selfMeasured } from './stepWords';

/** No distance in percent is larger than this; what is larger is a value. */
const widestDistance = new Decimal(50);

type Measured = StepRule & { readonly trigger: 'below' | 'above' };
const isMeasured = (rule: FamilyContext['rules'][number]): rule is Measured =>
  rule.kind === 'step' && (rule.trigger === 'below' || rule.trigger === 'above') && rule.amount.mode === 'deduct' && rule.within === null;

/** The stretch that a clause names as one way from its bound: 超过2%, 超10天以上, 低于85%. */
function boundOf(clause: Clause, trigger: 'below' | 'above'): { readonly interval: Interval; readonly unit: BandRule['unit'] } | null {
  const item = measuredOf(clause).at(-1);
  if (item?.kind !== 'interval') return null;
  const { low, high } = item.interval;
  if ((low === null) === (high === null)) return null;
  const front = clause.text.slice(0, item.start - clause.start);
  const moved = namedMovement(front.slice(-6))?.direction ?? (high === null ? 'above' : 'below');
  if (moved !== trigger) return null;
  return { interval: high === null ? item.interval : moreThan((high as NonNullable<typeof high>).at), unit: item.unit };
}

const late = (rule: StepRule): boolean =>
  selfMeasured.includes(rule.phrases[0] ?? '') && movementDirection(rule.phrases[0] ?? '') === 'above';

/** Whether the number is a value on the scale of the steps' base, and not a distance from it. */
function isValue({ base, trigger }: Measured, at: Decimal): boolean {
  if (base === null || base === 'target') return false;
  if (base === 'zero') return true;
  return trigger === 'below' ? at.lt(base.amount) && at.times(2).gt(base.amount) : at.gt(base.amount);
}

/** The band of a flat deduction beside the steps read before it; null where the clause is something else. */
export function flatBeyond(clause: Clause, { rules }: FamilyContext): BandRule | null {
  if (clause.award?.amount?.mode !== 'deduct' || /[每各均]|以内/.test(clause.condition + clause.tail)) return null;
  const step = [...rules].reverse().find(isMeasured);
  const found = step && boundOf(clause, step.trigger);
  if (!step || !found || found.unit === null || !sameKind(found.unit, step.each.unit) || unitKind(found.unit) === 'count') return null;
  const at = (found.interval.low as NonNullable<Interval['low']>).at;
  const distance = !isValue(step, at) && !late(step);
  if (distance && unitKind(found.unit) === 'ratio' && at.gt(widestDistance)) return null;
  const item = measuredOf(clause).at(-1);
  const own = item?.kind === 'interval' ? item.interval : found.interval;
  const interval = distance ? (step.trigger === 'below' ? negated(found.interval) : found.interval) : own;
  return {
    kind: 'band', span: clause.span, subject: null, measure: distance ? 'difference' : 'value', interval, unit: found.unit, whole: false, form: 'compared',
    ofPoints: false, label: null, phrases: [], ...(distance ? { offset: true } : {}), award: clause.award,
  }; // prettier-ignore
}
