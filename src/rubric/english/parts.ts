/** `Presentation 40 pts total: content 20, delivery 10, visuals 10`: sub-scores that make up a stated total. */
import Decimal from 'decimal.js';
import type { PartRule } from '../rule';
import { pattern, placeOf, printed, quantityOf, stretch, type Skeleton } from './skeleton';

const titled = pattern(
  '^[^;\\n]{0,80}?\\(?(?:total(?: of)? |out of |max(?:imum)? )?(?<total>{p}|{n})(?: ?(?:points|marks|pts))?(?: (?:in )?total| max(?:imum)?| available| overall)?\\)? ?[:=-] ?',
);
const member = pattern(
  '^(?:and )?(?<name>{w}{2,60}?) ?[:(=-]? ?(?:up to |max(?:imum)? |out of |/ ?)?(?<points>{p}|{n})(?: ?(?:points|marks|pts))?\\)?$',
);

/** The total at the end: `… = total /20`. */
const closing = pattern(
  '[,;=.\\n] ?(?:=|:)? ?(?:total|sum|overall|altogether)(?: (?:score|points|marks))?(?: of| is| =|:|=)? ?/? ?(?<total>{p}|{n})(?: ?(?:points|marks|pts))?\\.?$',
);
/** The members are added, however much they make up: `Add the four.`, `Total = sum of all sections`. */
const summed = pattern(
  '[.;,\\n] ?(?:then )?(?:add (?:up )?(?:the |all |these |them|each )|(?:the )?(?:total|final|overall|call|audit)?(?: score| mark)? ?(?:is|=|:) ?(?:the )?sum\\b|sum (?:the |all |of |up )|total (?:up )?(?:the |all |these |them)|total(?:l?ed|s) |(?:all )?added (?:up|together))(?:[a-z ]|{q}){0,50}\\.?$',
);
const heading = /^[^:;,\n]{2,80}: ?/;

const hundred = { amount: new Decimal(100) };
/** Words of grades and states: 50, 30 and 20 points for them are no sub-scores. */
const grades =
  /excellent|good|fair|poor|satisf|outstanding|accept|level|grade|none|\byes\b|\bno\b|\bnot\b|met\b|\b[a-e]\b|always|never|on time|late|[<>%]|\d ?[-–] ?\d/i;

/** Parts of a text whose title states what its members add up to; null where they do not. */
export function statedParts(text: Skeleton): readonly Omit<PartRule, 'rules'>[] | null {
  if (/[×*÷]/.test(text.text)) return null;
  const sum = summed.exec(text.text);
  if (sum && !grades.test(text.text.slice(0, sum.index))) return membersOf(text, heading.exec(text.text)?.[0].length ?? 0, sum.index, null);
  const last = closing.exec(text.text);
  if (last) return closedBy(text, last.index, quantityOf(text, last.groups?.total)?.amount ?? null);
  const title = titled.exec(text.text);
  const stated = quantityOf(text, title?.groups?.total);
  const total = stated ?? (grades.test(text.text) ? null : hundred);
  if (!total) return null;
  const found = membersOf(text, stated ? (title?.[0].length ?? 0) : 0, text.text.length, total.amount);
  return found && found.length > (stated ? 1 : 2) ? found : null;
}

const closedBy = (text: Skeleton, end: number, total: Decimal | null): readonly Omit<PartRule, 'rules'>[] | null =>
  total && membersOf(text, heading.exec(text.text)?.[0].length ?? 0, end, total);

/** The members between two places, where they add up to a total; null: whatever they add up to. */
function membersOf(text: Skeleton, front: number, end: number, total: Decimal | null): readonly Omit<PartRule, 'rules'>[] | null {
  const parts: Omit<PartRule, 'rules'>[] = [];
  let from = front;
  for (const match of `${text.text.slice(0, end)};`.slice(from).matchAll(/[,;\n+]| and (?=[^,;]*$)/g)) {
    const line = stretch(text, from, front + match.index);
    from = front + match.index + match[0].length;
    if (line.text === '') continue;
    const found = member.exec(line.text.replace(/\.$/, ''));
    const points = quantityOf(line, found?.groups?.points);
    if (!found || !points) return null;
    parts.push({ kind: 'part', span: placeOf(line), name: printed(line, found.groups?.name ?? ''), share: null, fullMarks: points.amount });
  }
  const sum = parts.reduce((all, { fullMarks }) => all.plus(fullMarks ?? 0), new Decimal(0));
  return parts.length > 1 && (total === null || sum.eq(total)) ? parts : null;
}
