/** So much a day for late work, up to a last day: `-20% per day late, no submissions accepted after 1 week`, `lose 10% per day, zero after 5 days`. */
import Decimal from 'decimal.js';
import { convert, readQuantity } from '../quantity';
import type { StepRule, VetoRule } from '../rule';
import type { Assembly } from './assemble';
import { number, valueOf } from './layout';

const unit = '(?:days?|hours?|weeks?|minutes?)';
const about = '(?:[a-z][a-z /-]{1,40}: ?)?';
const takes =
  '(?:(?:late (?:work|submissions?|homework|assignments?|papers?|reports?)(?: is| are| will be)? )?(?:-|minus |deduct(?:s|ed)? |loses? |penali[sz]ed |penalty of |penalty:? )(?:by )?)';
const refused =
  '(?:(?:no|nothing|none)(?: late)?(?: (?:submissions?|work|homework|assignments?|papers?|reports?|entries))?(?: is| are| will be)?(?: be)? accepted|(?:not|never) accepted|no (?:credit|marks|points)(?: (?:is |are |will be )?(?:given|awarded))?|(?:a )?zero(?: credit| marks| points)?)';
const wording = new RegExp(
  `^\\s*${about}${takes}(?<at>${number}) ?(?<percent>%|points?|marks?|pts?)(?: (?:off|deduction|penalty))? (?:per|for each|for every|each|every|a) (?<each>${unit})(?: (?:it is )?late)?(?:,| and|;|\\.) ?(?:and |but )?${refused} (?:after|beyond|later than|past) (?<last>(?:${number}|a) ${unit})(?: late)?\\.?\\s*$`,
  'i',
);

/** The last day on a line of its own: `-10% per day late; maximum 3 days late accepted; after 3 days: 0 points`. */
const listed = new RegExp(
  `^\\s*${about}${takes}(?<at>${number}) ?(?<percent>%|points?|marks?|pts?)(?: (?:off|deduction|penalty))? (?:per|for each|for every|each|every|a) (?<each>${unit})(?: (?:it is )?late)?[,.;]? (?:(?:max(?:imum)?|up to|at most)(?: of)? ${number} ${unit}(?: late)?(?: (?:is|are))?(?: accepted| allowed)?[,.;]? )?(?:after|beyond|more than|over|past) (?<last>${number} ${unit})(?: late)? ?[:,=-]? ?(?:${refused}|(?:=|is|receives|gets)? ?0(?: points| marks| credit|%)?)\\.?\\s*$`,
  'i',
);

/** Reads a text that says what lateness costs and from when on nothing is taken; null where it says anything else. */
export function lateWork(text: string): Assembly | null {
  const plain = text.replace(/\n[-•*\s]*(?=[A-Za-z])/g, ' ');
  const { at, percent = '', each = '', last = '' } = (wording.exec(plain) ?? listed.exec(plain))?.groups ?? {};
  const amount = valueOf(at);
  const [step, end] = [readQuantity(`1 ${each}`, 0)?.quantity, readQuantity(last.replace(/^a /i, '1 '), 0)?.quantity];
  const reach = step && end ? convert(end, step.unit) : null;
  if (!amount || !step || !reach) return null;
  const span = { start: 0, end: text.length };
  const share = percent === '%';
  const value = share ? amount.div(100) : amount;
  const rule: StepRule = {
    kind: 'step', span, trigger: 'above', phrases: ['late'], each: step,
    amount: { mode: 'deduct', low: value, high: value, of: share ? 'fullMarks' : 'points' },
    base: null, relative: false, partial: null, within: null, times: 'each',
  }; // prettier-ignore
  const zero = new Decimal(0);
  const veto: VetoRule = {
    kind: 'veto', span, phrases: ['late'], interval: { low: { at: reach.amount, inclusive: false }, high: null }, unit: reach.unit, scope: 'item',
    award: { tier: null, amount: { mode: 'set', low: zero, high: zero, of: 'points' } },
  }; // prettier-ignore
  return { rules: [rule, veto], doubtful: false, issues: [] };
}
