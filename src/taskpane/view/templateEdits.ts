/** Changes to a template under work: each takes it and gives another. */
import { bandsOf, readCriteria } from '../../rubric';
import { balanceWeights } from '../../template/balanceWeights';
import { entryKindsOf } from '../../template/checkTemplate';
import { composeTemplate, indicator, section } from '../../template/compose';
import type { Language } from '../../rubric/types';
import type { LayoutName, Template, TemplateEntry, TemplateIndicator, TemplateSection } from '../../template/types';
import type { Speak } from '../parts/usePane';

/** A list with one item replaced. */
export const replaced = <Item>(list: readonly Item[], at: number, item: Item): readonly Item[] =>
  list.map((one, index) => (index === at ? item : one));

/** A list without one item. */
export const without = <Item>(list: readonly Item[], at: number): readonly Item[] => list.filter((_, index) => index !== at);

/** A list with one item moved by so many places; as it is where there is no such place. */
export function moved<Item>(list: readonly Item[], at: number, by: number): readonly Item[] {
  const item = list[at];
  if (item === undefined || at + by < 0 || at + by >= list.length) return list;
  const others = without(list, at);
  return [...others.slice(0, at + by), item, ...others.slice(at + by)];
}

const decimal = /^\d+(?:\.\d+)?$/;

/** Decimal texts that can be added up; what is no number counts as blank. */
const known = (numbers: readonly (string | null)[]): readonly (string | null)[] =>
  numbers.map((number) => (number !== null && decimal.test(number) ? number : null));

const withWeights = (template: Template, weights: readonly string[]): Template => {
  const left = [...weights];
  return {
    ...template,
    sections: template.sections.map((one) => ({
      ...one,
      indicators: one.indicators.map((each) => ({ ...each, weight: left.shift() ?? null })),
    })),
  };
};

/** All indicators' weights (or full marks) balanced to make exactly 100. */
export const balanced = (template: Template): Template =>
  withWeights(template, balanceWeights(known(template.sections.flatMap(({ indicators }) => indicators.map(({ weight }) => weight)))));

/** The raters' shares balanced to make exactly 100. */
export function sharesBalanced(template: Template): Template {
  const shares = balanceWeights(known(template.raters.map(({ share }) => share)));
  return { ...template, raters: template.raters.map((rater, at) => ({ ...rater, share: shares[at] ?? '0' })) };
}

/** An entry of another kind, with what the criteria say and usual limits. */
export function entryOfKind(kind: TemplateEntry['kind'], { name, criteria }: Pick<TemplateIndicator, 'name' | 'criteria'>): TemplateEntry {
  const bands = criteria === null ? [] : bandsOf(readCriteria(criteria));
  const tiers = bands.flatMap(({ tier }) => tier ?? []);
  const entries: Readonly<Record<TemplateEntry['kind'], TemplateEntry>> = {
    score: { kind: 'score' },
    levels: {
      kind: 'levels',
      levels: bands.flatMap(({ tier, points }) => (tier && points ? [{ label: tier, points: points.toFixed() }] : [])),
    },
    number: { kind: 'number', least: '0', most: '1000000' },
    percent: { kind: 'percent', most: '100' },
    count: { kind: 'count', most: '1000' },
    tiers: { kind: 'tiers', tiers },
    date: { kind: 'date' },
    text: { kind: 'text' },
    deduction: { kind: 'deduction' },
    incidents: { kind: 'incidents', each: '1' },
    ratio: { kind: 'ratio', numerator: name, denominator: name },
  };
  return entries[kind];
}

/** The indicator with an entry that its layout has a column for. */
function fitting(each: TemplateIndicator, layout: LayoutName): TemplateIndicator {
  const kinds = entryKindsOf[layout];
  return kinds.includes(each.entry.kind) ? each : { ...each, entry: entryOfKind(kinds[0] ?? 'score', each) };
}

/** The template in another layout: entries that have no place there become the usual ones, and what only that layout knows is there. */
export function inLayout(template: Template, layout: LayoutName): Template {
  const { periods, awards, factor, ...common } = template;
  return {
    ...common,
    layout,
    scale: layout === 'points' || layout === 'matrix' ? { kind: 'points' } : template.scale,
    sections: template.sections.map((one) => ({ ...one, indicators: one.indicators.map((each) => fitting(each, layout)) })),
    ...(layout === 'matrix' ? { periods: periods ?? 'months' } : {}),
    ...(layout === 'ranking' && awards ? { awards } : {}),
    ...(layout === 'summary' && factor ? { factor } : {}),
  };
}

/** Letters that Excel refuses in a sheet's name are left out. */
const sheetNameOf = (title: string): string =>
  title
    .replace(/[:\\/?*[\]']/g, ' ')
    .trim()
    .slice(0, 31);

/** Another title; the sheet is named after it as long as nobody named it otherwise. */
export const titled = (template: Template, title: string): Template => ({
  ...template,
  title,
  sheetName: template.sheetName === sheetNameOf(template.title) ? sheetNameOf(title) : template.sheetName,
});

/** A new indicator: blank, entered as is usual for the layout. */
export const newIndicator = (layout: LayoutName, text: Speak): TemplateIndicator =>
  fitting(indicator(text('builder.new.indicator'), layout === 'ranking' ? null : '0', null), layout);

export const newSection = (layout: LayoutName, text: Speak): TemplateSection =>
  section(text('builder.new.section'), [newIndicator(layout, text)]);

/** A page with next to nothing on it, that could be inserted all the same. */
export function emptyTemplate(id: string, language: Language, text: Speak): Template {
  const title = text('builder.new.title');
  return composeTemplate({
    id,
    language,
    title,
    sheetName: sheetNameOf(title),
    purpose: title,
    layout: 'scored',
    scale: { kind: 'marks', most: '100' },
    fields: [
      { label: text('builder.new.field.name'), kind: 'text' },
      { label: text('builder.new.field.period'), kind: 'text' },
    ],
    sections: [section(text('builder.new.section'), [indicator(text('builder.new.indicator'), '100', null)])],
    raters: [{ role: 'single', label: text('builder.new.rater'), share: '100' }],
    signatures: [text('builder.new.signature')],
  });
}
