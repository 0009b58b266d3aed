/** What an entry cell takes, and what it says when it is chosen. */
import Decimal from 'decimal.js';
import type { Template, TemplateIndicator } from '../types';
import { word } from '../words';
import type { EntryRule } from './draft';

/** Highest score of a row: its full marks, or the scale's top. */
export function topOf(template: Template, indicator: TemplateIndicator): string {
  return template.scale.kind === 'marks' ? template.scale.most : (indicator.weight ?? '100');
}

const list = (template: Template, items: readonly string[]): string => items.join(word(template.language, 'comma'));

const withCriteria = (indicator: TemplateIndicator, prompt: string): string => {
  const text = indicator.criteria === null ? prompt : `${prompt}\n${indicator.criteria}`;
  return text.length <= 255 ? text : prompt;
};

/** A rater's score. */
export function scoreRule(template: Template, indicator: TemplateIndicator): EntryRule {
  const { entry, name } = indicator;
  const most = topOf(template, indicator);
  if (entry.kind !== 'levels') {
    const prompt = word(template.language, 'prompt.score', { most });
    return { rule: { kind: 'decimal', least: '0', most }, title: name, prompt: withCriteria(indicator, prompt) };
  }
  const levels = list(
    template,
    entry.levels.map(({ label, points }) => (template.language === 'en' ? `${label} ${points}` : `${label}${points}分`)),
  );
  return {
    rule: { kind: 'list', items: entry.levels.map(({ points }) => points) },
    title: name,
    prompt: word(template.language, 'prompt.levels', { levels }),
  };
}

/** A measured value, a word, a day; a free text takes anything. */
export function actualRule(template: Template, indicator: TemplateIndicator): EntryRule {
  const { entry, name: title } = indicator;
  const say = (code: Parameters<typeof word>[1], details: Record<string, string> = {}): string => word(template.language, code, details);
  const told = (prompt: string): string => withCriteria(indicator, prompt);
  switch (entry.kind) {
    case 'percent':
      return {
        rule: { kind: 'decimal', least: '0', most: percentFraction(entry.most) },
        title,
        prompt: told(say('prompt.percent', { most: entry.most })),
      };
    case 'number':
      return {
        rule: { kind: 'decimal', least: entry.least, most: entry.most },
        title,
        prompt: told(say('prompt.number', { least: entry.least, most: entry.most, unit: indicator.unit ?? '' }).replace(/（）| \(\)/, '')),
      };
    case 'count':
      return { rule: { kind: 'whole', least: '0', most: entry.most }, title, prompt: told(say('prompt.count', { most: entry.most })) };
    case 'tiers':
      return {
        rule: { kind: 'list', items: entry.tiers },
        title,
        prompt: told(say('prompt.tiers', { tiers: list(template, entry.tiers) })),
      };
    case 'date':
      return { rule: { kind: 'date' }, title, prompt: told(say('prompt.date')) };
    default:
      return { rule: null, title, prompt: '' };
  }
}

/** `150` (percent) → `1.5`. */
export const percentFraction = (percent: string): string => new Decimal(percent).div(100).toFixed();
