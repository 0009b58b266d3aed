/** The first level of the cascade: numbers with their units, money, words for whole, half and no marks. */
import Decimal from 'decimal.js';
import { readQuantity, readUnit, unitKind } from '../quantity';
import type { Quantity } from '../types';
import { edited, pattern, rewritten, type Chunk, type Edit, type Skeleton } from './skeleton';

/** Words for a share of the marks. */
const marks = '(?:marks?|points?|pts|credits?|scores?)';
/** What the marks are of, where that is this row. */
const here = '(?: (?:for|on|in|under) (?:this|the|that) (?:item|section|row|criterion|category|indicator|measure|question|line))?';
const shares: readonly { readonly found: RegExp; readonly share: string }[] = [
  { found: new RegExp(`(?<!\\bof (?:the )?)\\b(?:the )?(?:full|all|maximum|100 ?%)(?: of)?(?: the| available| possible)* ${marks}\\b(?! (?:of|is|are|:|=)? ?\\d)${here}|\\bno (?:deductions?|penalty|penalties|points? (?:are |is )?(?:deducted|lost|off))\\b`, 'gi'), share: '1' },
  { found: new RegExp(`\\bhalf(?: of)?(?: the| its| their| your| available| possible| total)* ${marks}\\b|\\b50 ?% ${marks}\\b`, 'gi'), share: '0.5' },
  { found: new RegExp(`\\b(?:no|zero)(?: bonus| incentive| attendance| performance| further| credit)? (?:${marks}|payout|payment|pay-out|bonus|incentive)\\b(?: (?:is |are |will be )?(?:given|paid|awarded|earned))?${here}|\\bnothing\\b(?: (?:is |will be )?(?:paid|payable|earned|due))?|\\bnil\\b|(?<=\\b(?:otherwise|else)[,:]? )none\\b|(?<=[=:] ?)no (?:(?:pay|salary|merit|service) )?(?:increase|raise|rise|credit|discount|rebate|refund|increment)(?=$|[,;.\\n])`, 'gi'), share: '0' },
]; // prettier-ignore

/** Names, dates and versions hold numbers that measure nothing: Section 4, Q3, P1, 9:30, 24/7, 5-point scale. */
const idle =
  /\b(?:tier|class|category|band|zone|section|chapter|page|article|form|no\.|number|annex|appendix|phase|table|clause|schedule|figure|fy|iso|week) ?#?\d+\b(?! ?%)(?! ?(?:-|to) ?\d)|\b\d{1,2}:\d{2}(?: ?[ap]m)?|\b\d{1,2} ?[ap]m\b|\blevel \d(?!\d)|\b24\/7\b|(?<=[a-z] )(?<!\b(?:than|within|over|under|in|to|most|least|for|by|of|after|above|below) )[56]s(?=\n|$)|\b[56]s(?= ?:| (?:walk|audit|score|inspection|check|tour|area|board|standard|rating|program|round))|\b\d{2}\/\d{2}(?=\b(?! ?(?:points|marks|%)))|\b\d+[- ]?(?:pt|point)s?[- ](?:scale|rubric|likert)\b|\b20\d\d\b|\b\d+(?:st|nd|rd|th)\b/gi;

const kindOf = ({ unit }: Quantity): 'number' | 'points' | 'ratio' | 'measure' => {
  const kind = unitKind(unit);
  return kind === null ? 'number' : kind === 'points' ? 'points' : kind === 'ratio' ? 'ratio' : 'measure';
};

const chunkOf = (quantity: Quantity): Chunk => ({ kind: kindOf(quantity), quantity });
interface Read {
  readonly quantity: Quantity;
  readonly end: number;
}

/** A currency belongs to the number behind it. */
function moneyAt(text: string, at: number): Read | null {
  if (!/[$£€¥]/.test(text[at] as string)) return null;
  return readQuantity(text, text[at + 1] === ' ' ? at + 2 : at + 1);
}

/** Units that are words of their own more often than units where no digit stands right before them: `90 score 5`, `5 h`. */
const loose = /\b(?:scores?|level|levels|grade|grades|order|set|time|lot)$/i;

/** 10-minute, 5-point: the unit behind a hyphen. */
function hyphened(text: string, read: Read): Read {
  if (read.quantity.unit !== null || text[read.end] !== '-') return read;
  const unit = readUnit(text, read.end + 1);
  return unit && unit.word.length > 2 ? { quantity: { ...read.quantity, unit: unit.unit }, end: unit.end } : read;
}

const numberWord = /^(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty)\b(?! of\b| another\b)/i;

function quantityAt(text: string, at: number): Read | null {
  const spent = moneyAt(text, at);
  if (spent) return spent;
  const digit = /[\d.]/.test(text[at] as string);
  if (!digit && !numberWord.test(text.slice(at, at + 10))) return null;
  const read = readQuantity(text, at);
  if (!read) return null;
  const written = text.slice(at, read.end);
  if (read.quantity.unit !== null && loose.test(written) && /^ ?(?:[:=] ?)?-?\d/.test(text.slice(read.end, read.end + 5)))
    return { quantity: { ...read.quantity, unit: null }, end: at + (/^[\d.,]+\d|^\d|^[a-z]+/i.exec(written)?.[0].length ?? 1) };
  return hyphened(text, read);
}

/** Positions that idle numbers take up. */
function idlePlaces(text: string): ReadonlySet<number> {
  const places = new Set<number>();
  for (const match of text.matchAll(idle)) for (let at = match.index; at < match.index + match[0].length; at++) places.add(at);
  return places;
}

function numberEdits(text: string): readonly Edit[] {
  const skip = idlePlaces(text);
  const edits: Edit[] = [];
  for (let at = 0; at < text.length; at++) {
    if (skip.has(at) || !/[\dz-z.$£€¥otfsenzh]/i.test(text[at] as string) || /[\p{L}\d.]/u.test(text[at - 1] ?? '')) continue;
    const read = quantityAt(text, at);
    if (!read) continue;
    edits.push({ start: at, end: read.end, chunk: chunkOf(read.quantity) });
    at = read.end - 1;
  }
  return edits;
}

const single: Chunk = { kind: 'points', quantity: { amount: new Decimal(1), unit: '分' } };
const halfPoint: Chunk = { kind: 'points', quantity: { amount: new Decimal('0.5'), unit: '分' } };

/** Over which time something is counted bounds nothing that is measured. */
const rolling = pattern(
  '(?:,? ?(?:in|over|during|within|per|for) )?(?:an? |any |the )?(?:(?:rolling|consecutive|preceding|previous|last|past) {m}(?: period)?|{m}(?: rolling)? (?:period|rolling|average))',
  'gi',
);

/** Credits of a service contract are shares of its fee, not of marks. */
export const ofService = /\b(?:uptime|availability|outage|downtime|latency|sla|service credits?|monthly (?:fee|charge)s?|invoice)\b/i;

const promised = /\b(?:service|sla) credits?\b|\bcredits? (?:the )?(?:buyer|customer|client)\b/i;
const marked = /\b(?:marks?|points?|grade|score)\b(?! below| of (?:up|avail))/i;

/** Whether percentages that a text gives are credits of a contract: they stand as they are, and are no share of marks. */
export const ofCredits = (text: string): boolean => promised.test(text) && !marked.test(text.replace(/percentage points?/gi, ''));

/** Finds all quantities and shares of a text. */
export function quantities(skeleton: Skeleton): Skeleton {
  const service = ofService.test(skeleton.source);
  const shared = shares.reduce(
    (text, { found, share }) => rewritten(text, found, ([words]) => (service && /^\d/.test(words) ? undefined : { kind: 'share', share })),
    skeleton,
  );
  const half = rewritten(shared, /\bhalf an? (?:point|mark)\b/gi, () => halfPoint);
  const one = rewritten(half, /\ban? (?:single )?(?:point|mark)\b(?! scheme| of sale| in)/gi, () => single);
  return rewritten(edited(one, numberEdits(one.text)), rolling, () => null);
}
