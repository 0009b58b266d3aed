import Decimal from 'decimal.js';
import type { Template } from '../types';
import { word } from '../words';

/** Sum of the weights (percent) or full marks of a section's indicators. */
export const sectionWeight = (template: Template, section: number): Decimal =>
  (template.sections[section]?.indicators ?? []).reduce((sum, { weight }) => sum.plus(weight ?? 0), new Decimal(0));

/** Name of a section with its share, as printed in its merged cell. */
export function sectionLabel(template: Template, section: number): string {
  const name = template.sections[section]?.name ?? '';
  const weight = sectionWeight(template, section);
  if (weight.isZero()) return name;
  return template.scale.kind === 'marks'
    ? word(template.language, 'label.section.marks', { name, weight: weight.toFixed() })
    : word(template.language, 'label.section.points', { name, points: weight.toFixed() });
}
