/** Caps that a form states for what is added or taken off on top of its points (`加分小计最高5分`, `bonus points are capped at 5`). */
import { plainText } from '../form/plainText';
import type { Indicator, TotalCell } from '../form/types';
import { textAt, type ReviewContext } from './context';
import { fractionOf, type Fraction } from './fraction';

type Extra = Extract<Indicator['kind'], 'bonus' | 'deduction'>;

const NUMBER = '(\\d+(?:\\.\\d+)?)';
/** A limit in so many words. */
const limits: readonly RegExp[] = [
  new RegExp(`(?:不超过|不得超过|不超出|上限|封顶|至多|最多|为限)[^\\d,;。]{0,4}${NUMBER} ?分?`, 'u'),
  new RegExp(`${NUMBER} ?分(?:封顶|为限|为上限)`, 'u'),
  new RegExp(`(?:capped at|cap(?: of)?|no more than|not (?:to )?exceed(?:ing)?|limited to|up to|at most) ${NUMBER}`, 'u'),
];
/** What is the most of a part's points is a limit of the part, but full marks of a whole. */
const mosts: readonly RegExp[] = [...limits, new RegExp(`(?:最高|max(?:imum)?\\.?(?: of)?)[^\\d,;。]{0,4}${NUMBER}`, 'u')];

const found = (patterns: readonly RegExp[], plain: string): Fraction | null => {
  const match = patterns.map((pattern) => pattern.exec(plain)).find((one) => one !== null);
  return match ? fractionOf(match[1] ?? '0') : null;
};

const words: Readonly<Record<Extra, RegExp>> = {
  bonus: /加分|附加分|奖励分|奖分|\bbonus|extra (?:credit|points)/u,
  deduction: /扣分|减分|\bdeduct|penalt/u,
};
/** What each incident or row is limited to is the criteria's business. */
const ofEach = /每|单项|各项|\b(?:each|per|every)\b/u;

const clauses = (text: string): readonly string[] => plainText(text).split(/[;,。]|\. |\n/u);

/** The cap that a clause states for all extra points together. */
const capInClause = (clause: string, kind: Extra): Fraction | null =>
  words[kind].test(clause) && !ofEach.test(clause) ? found(mosts, clause) : null;

/** Whether a total covers rows of this kind and no others. */
const coversOnly = ({ form }: ReviewContext, total: TotalCell, kind: Extra): boolean =>
  total.indicators.length > 0 && total.indicators.every((index) => form.indicators[index]?.kind === kind);

const labelOf = (context: ReviewContext, { labelCell, label }: TotalCell): string => (labelCell ? textAt(context, labelCell) : label);

/** Texts that may state a cap: labels of the part's totals, names of its sections, notes. */
function textsAbout(context: ReviewContext, kind: Extra): readonly string[] {
  const { form } = context;
  const sections = new Set(form.indicators.filter((indicator) => indicator.kind === kind).map(({ section }) => section));
  const heads = form.sections.flatMap(({ cell }, at) => (cell && sections.has(at) ? [textAt(context, cell)] : []));
  const labels = form.totals.filter((total) => coversOnly(context, total, kind)).map((total) => labelOf(context, total));
  return [...labels, ...heads, ...form.notes.map(({ text }) => text)];
}

/** The most that all bonus rows together add, or that all deduction rows together take off; null where the form states none. */
export function capOfExtras(context: ReviewContext, kind: Extra): Fraction | null {
  const caps = textsAbout(context, kind).flatMap((text) => clauses(text).flatMap((clause) => capInClause(clause, kind) ?? []));
  return caps[0] ?? null;
}

/** The cap of a total: in its own label, or that of the extra points that it sums; null where there is none. */
export function capOfTotal(context: ReviewContext, total: TotalCell): Fraction | null {
  const kind = (['bonus', 'deduction'] as const).find((one) => coversOnly(context, total, one));
  const label = plainText(labelOf(context, total));
  if (!kind) return found(limits, label);
  return found(mosts, label) ?? capOfExtras(context, kind);
}
