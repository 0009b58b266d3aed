/**
 * Lateness that costs the same however late: `Any assignment turned in after the due date will receive a 25% reduction`, `Late work earns half
 * credit`, `late reports: minus 5`. A piece of work is late or it is not, so it is taken once.
 */
import Decimal from 'decimal.js';
import type { Amount } from '../rule';
import { chunkAt, pattern, placeOf, quantityOf, type Skeleton } from './skeleton';
import type { StepSentence } from './steps';

const isLate =
  /\b(?:late(?:ness)?|overdue|tardy|(?:after|past|beyond) (?:the |its |their )?(?:due|deadline|submission|closing)(?: ?(?:date|time|deadline))?)\b/i;
const grade =
  '(?: (?:of|in|from|off|on|to) (?:the |your |their |its |that )?(?:(?:total|full|maximum|overall|final|possible|available|assignment|original|earned|project|item) )*(?:grade|score|marks?|points?|credit|value|total|assignment|work)(?: (?:possible|available|earned|value|for (?:the|that|this) [a-z]{3,12}))?)?';
const lateness = '(?: (?:for (?:being late|lateness)|late(?:ness)? (?:penalty|deduction)))?';
const fault = '(?:reduction|deduction|penalty|loss|late penalty|grade reduction|point deduction|mark deduction)';
const will = '(?:(?:will|shall|may|would|is|are|can|must)(?: (?:also|automatically|then|only|be|get|have))* )?';

/** What is taken off, and what is left (`half credit`). */
const takes = [
  pattern(`^(?<about>{w}{3,120}?)[ ,:=-]+${will}(?:receives?|incurs?|carr(?:y|ies)|suffers?|has|have|gets?|subject to|with|results? in|means)(?: in)? (?:an? )?(?:automatic |flat |one-time )?(?<at>{p}|{r}|{n})(?:[ -](?:points?|marks?))? ${fault}${grade}${lateness}$`),
  pattern(`^(?<about>{w}{3,120}?)[ ,:=-]+${will}(?:receives?|incurs?|carr(?:y|ies)|suffers?|has|have|gets?|subject to|results? in|means)(?: in)? (?:an? )?(?:automatic |flat |one-time )?${fault} of (?<at>{p}|{r}|{n})${grade}$`),
  pattern(`^(?<about>{w}{3,120}?)[ ,:=-]+${will}(?:loses?|deduct(?:ed)?|docked|penali[sz]ed|reduced|lowered|minus|costs?|penalty:?|-)(?: by| of)? ?(?<at>{p}|{r}|{n}|{s})${grade}(?: off)?$`),
  pattern(`^(?<at>{p}|{r}|{n}) ?(?:points? |marks? )?(?:off|deducted|taken off|lost|${fault})${grade} (?:for|if|when|on) (?<about>{w}{3,80})$`),
  pattern(`^(?<about>{w}{3,120}?)[ ,:=-]+(?<at>{p}|{r}|{n}) ?(?:off|${fault}|deducted|taken off)${grade}$`),
]; // prettier-ignore
const leaves = pattern(
  `^(?<about>{w}{3,120}?)[ ,:=-]+${will}(?:(?:accepted|graded|marked|scored|eligible|submitted|turned in|worth|earns?|receives?|gets?)(?: (?:up|for|at|with|out|of|to|a|maximum|no|more|than|only))*) (?<at>{s}|{r}|{n}|{p})(?: (?:credit|marks?|points?|of (?:the )?(?:full |original |possible |total )*(?:credit|value|points|marks|grade)))?$`,
);
/** How late, how often, what more: then it is not the same for all. */
const varies =
  /\b(?:each|every|per|day|days|hour|hours|minutes|week|weeks|first|second|unless|except|then|up to|no more than|at most|maximum|or|until)\b/i;
const notLate = /\bnot late\b|\bon time\b|\bno late\b/i;

const hundred = new Decimal(100);

function amountOf(line: Skeleton, char: string | undefined): Amount | null {
  const chunk = chunkAt(line, char);
  if (chunk?.kind === 'share') return restOf(line, char);
  const quantity = quantityOf(line, char);
  if (!quantity || quantity.amount.lte(0)) return null;
  const share = quantity.unit === '%';
  const at = share ? quantity.amount.div(hundred) : quantity.amount;
  return { mode: 'deduct', low: at, high: at, of: share ? 'fullMarks' : 'points' };
}

/** Half credit for late work takes the other half. */
function restOf(line: Skeleton, char: string | undefined): Amount | null {
  const chunk = chunkAt(line, char);
  const quantity = quantityOf(line, char);
  if (quantity && quantity.unit !== '%' && !quantity.amount.isZero()) return null;
  const share = chunk?.kind === 'share' ? new Decimal(chunk.share) : (quantity?.amount.div(hundred) ?? null);
  if (!share || share.lt(0) || share.gte(1)) return null;
  const at = new Decimal(1).minus(share);
  return { mode: 'deduct', low: at, high: at, of: 'fullMarks' };
}

/** Reads one sentence as a flat cost of lateness; null where it is none. */
export function lateState(line: Skeleton): StepSentence | null {
  const text = line.text.replace(/\s+/g, ' ');
  if (text.length > 300 || !isLate.test(text) || varies.test(text) || notLate.test(text)) return null;
  const found = takes.map((wording) => wording.exec(text)).find((match) => match && isLate.test(match.groups?.about ?? ''));
  const left = found ? null : leaves.exec(text);
  const amount = found
    ? amountOf(line, found.groups?.at)
    : left && isLate.test(left.groups?.about ?? '')
      ? restOf(line, left.groups?.at)
      : null;
  if (!amount) return null;
  const rule: StepSentence['rule'] = {
    kind: 'step', trigger: 'above', phrases: ['late', 'overdue', 'after the due date', 'after the deadline'],
    each: { amount: new Decimal(1), unit: '分钟' }, amount, base: null, relative: false, partial: 'up', within: null, times: 'once',
  }; // prettier-ignore
  return { rule, place: placeOf(line), goesOn: false, bare: false, text };
}
