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

/** Parts of a text whose title states what its members add up to; null where they do not. */
export function statedParts(text: Skeleton): readonly Omit<PartRule, 'rules'>[] | null {
  const title = titled.exec(text.text);
  const total = quantityOf(text, title?.groups?.total);
  if (!title || !total) return null;
  const parts: Omit<PartRule, 'rules'>[] = [];
  let from = title[0].length;
  for (const match of `${text.text};`.slice(from).matchAll(/[,;\n+]| and (?=[^,;]*$)/g)) {
    const line = stretch(text, from, title[0].length + match.index);
    from = title[0].length + match.index + match[0].length;
    if (line.text === '') continue;
    const found = member.exec(line.text.replace(/\.$/, ''));
    const points = quantityOf(line, found?.groups?.points);
    if (!found || !points) return null;
    parts.push({ kind: 'part', span: placeOf(line), name: printed(line, found.groups?.name ?? ''), share: null, fullMarks: points.amount });
  }
  const sum = parts.reduce((all, { fullMarks }) => all.plus(fullMarks ?? 0), new Decimal(0));
  return parts.length > 1 && sum.eq(total.amount) ? parts : null;
}
