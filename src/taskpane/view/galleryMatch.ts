/** Looking for a form by what it is for. */
import type { LayoutName, Template } from '../../template/types';

/** Words by which a form is found: title, purpose, sections, indicators. */
const wordsOf = ({ title, purpose, sheetName, sections }: Template): string =>
  [title, purpose, sheetName, ...sections.flatMap(({ name, indicators }) => [name ?? '', ...indicators.map((one) => one.name)])]
    .join('\n')
    .toLowerCase();

/** Whether a form is of the wanted layout and holds every word that was typed. */
export function matches(template: Template, search: string, layout: LayoutName | 'all'): boolean {
  if (layout !== 'all' && template.layout !== layout) return false;
  const words = wordsOf(template);
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
}

/** How many indicators a form has. */
export const indicatorCount = ({ sections }: Template): number => sections.reduce((sum, { indicators }) => sum + indicators.length, 0);
