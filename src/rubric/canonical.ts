/**
 * A reading written out again so that nothing in it is open: `80分以上、不足90分为良好`. The text reads back to the same rubric
 * (canonicalText.ts checks it). Rules without a wording of their own (formulas, parts, rules of the form) keep the words of the text.
 */
import type Decimal from 'decimal.js';
import type { Bound, Interval } from './interval';
import { isPoint } from './interval';
import { unitLabel, type UnitName } from './quantity';
import type { Reading } from './reading';
import { formulaWording, vetoWording } from './formulaWording';
import { limitWording, stepWording } from './stepWording';
import type { Amount, Award, BandRule, LabelRule, LevelRule, LimitRule, Rule, StepRule } from './rule';

export type CanonicalLanguage = 'zh' | 'en';

/** The words of one language; every entry gives a phrase that items.ts reads back. */
interface Wording {
  readonly separator: string;
  readonly comma: string;
  readonly colon: string;
  readonly quantity: (amount: Decimal, unit: UnitName | null) => string;
  readonly atLeast: (quantity: string) => string;
  readonly moreThan: (quantity: string) => string;
  readonly atMost: (quantity: string) => string;
  readonly lessThan: (quantity: string) => string;
  readonly exactly: (quantity: string) => string;
  readonly both: (low: string, high: string) => string;
  readonly tier: (tier: string) => string;
  readonly tierBehind: (tier: string) => string;
  readonly amount: (amount: Amount) => string;
  readonly fullMarks: (points: string) => string;
}

const plain = (value: Decimal): string => value.toFixed();
const span = ({ low, high }: Amount, times = 1): string => {
  if (low === null || high === null) return '';
  const [from, to] = [plain(low.times(times)), plain(high.times(times))];
  return from === to ? from : `${from}-${to}`;
};

const zhVerbs = { set: '得', deduct: '扣', add: '加' } as const;

function zhAmount(amount: Amount): string {
  if (amount.low === null) return amount.mode === 'add' ? '加分' : '扣分';
  if (amount.of === 'points') return `${zhVerbs[amount.mode]}${span(amount)}分`;
  if (amount.mode === 'set' && amount.low.eq(1)) return '得满分';
  if (amount.mode === 'set' && amount.low.isZero()) return '不得分';
  return `${zhVerbs[amount.mode]}${span(amount, 100)}%分值`;
}

const enVerbs = { set: 'earns', deduct: 'deduct', add: 'add' } as const;

function enAmount(amount: Amount): string {
  if (amount.low === null) return amount.mode === 'add' ? '加分' : '扣分';
  if (amount.of === 'points') return `${enVerbs[amount.mode]} ${span(amount)} points`;
  if (amount.mode === 'set' && amount.low.eq(1)) return 'full marks';
  if (amount.mode === 'set' && amount.low.isZero()) return 'no points';
  if (amount.mode === 'set' && amount.low.eq('0.5')) return 'half marks';
  return zhAmount(amount);
}

const signed = (unit: UnitName | null): boolean => unit === '%' || unit === '‰';

const wordings: Readonly<Record<CanonicalLanguage, Wording>> = {
  zh: {
    separator: '；',
    comma: '，',
    colon: '：',
    quantity: (amount, unit) => `${plain(amount)}${unitLabel(unit, 'zh')}`,
    atLeast: (quantity) => `${quantity}以上`,
    moreThan: (quantity) => `超过${quantity}`,
    atMost: (quantity) => `不超过${quantity}`,
    lessThan: (quantity) => `不足${quantity}`,
    exactly: (quantity) => `等于${quantity}`,
    both: (low, high) => `${low}、${high}`,
    tier: (tier) => `为${tier}`,
    tierBehind: (tier) => `，即${tier}`,
    amount: zhAmount,
    fullMarks: (points) => `满分${points}分`,
  },
  en: {
    separator: '; ',
    comma: ', ',
    colon: ': ',
    quantity: (amount, unit) => (unit === null ? plain(amount) : `${plain(amount)}${signed(unit) ? '' : ' '}${unitLabel(unit, 'en')}`),
    atLeast: (quantity) => `at least ${quantity}`,
    moreThan: (quantity) => `more than ${quantity}`,
    atMost: (quantity) => `at most ${quantity}`,
    lessThan: (quantity) => `less than ${quantity}`,
    exactly: (quantity) => `exactly ${quantity}`,
    both: (low, high) => `${low} and ${high}`,
    tier: (tier) => ` = ${tier}`,
    tierBehind: (tier) => `, that is ${tier}`,
    amount: (amount) => ` - ${enAmount(amount)}`,
    fullMarks: (points) => `full marks ${points} points`,
  },
};

/** 80分以上、不足90分; a range that owns both ends is printed as one (80-89分), a single number as such. */
function intervalText(interval: Interval, unit: UnitName | null, words: Wording): string {
  const { low, high } = interval;
  if (low && high && isPoint(interval)) return words.exactly(words.quantity(low.at, unit));
  if (low?.inclusive && high?.inclusive && !low.at.isNegative()) return `${plain(low.at)}-${words.quantity(high.at, unit)}`;
  const from = low && bound(low, unit, words.atLeast, words.moreThan, words);
  const to = high && bound(high, unit, words.atMost, words.lessThan, words);
  return from && to ? words.both(from, to) : (from ?? to ?? '');
}

function bound(
  { at, inclusive }: Bound,
  unit: UnitName | null,
  closed: Wording['atLeast'],
  open: Wording['atLeast'],
  words: Wording,
): string {
  return (inclusive ? closed : open)(words.quantity(at, unit));
}

function awardText(award: Award, words: Wording): string {
  if (award.amount && award.tier) return words.amount(award.amount) + words.tierBehind(award.tier);
  if (award.amount) return words.amount(award.amount);
  return award.tier === null ? '' : words.tier(award.tier);
}

const isLetter = (label: string | null | undefined): label is string => Boolean(label && /^[A-Z][+-]?$/.test(label));

function bandText(rule: BandRule, words: Wording): string | null {
  if (rule.measure !== 'value') return null;
  if (rule.ofPoints) return pointRangeText(rule, words);
  const named = rule.award.amount !== null || rule.award.tier !== rule.label;
  const letter = isLetter(rule.label) && !named ? `${rule.label}${words.colon}` : isLetter(rule.label) ? `${rule.label}、` : '';
  const wording = rule.phrases.filter((phrase) => phrase !== rule.award.tier && phrase !== rule.label);
  const said = rule.form === 'compared' && wording.length > 0 && !rule.phrases.some((phrase) => /\d/.test(phrase));
  const condition = said ? (wording[0] as string) : `${subjectText(rule, words)}${intervalText(rule.interval, rule.unit, words)}`;
  return letter + condition + (letter.endsWith(words.colon) ? '' : awardText(rule.award, words));
}

/** What is measured, in front of the number, as the clause names it. */
const subjectText = ({ subject }: BandRule, words: Wording): string =>
  subject === null || /\d/.test(subject) ? '' : `${subject}${words.comma === '，' ? '' : ' '}`;

/** A label that is worth a range of points: 优秀：9-10分，高效、准确…. */
function pointRangeText(rule: BandRule, words: Wording): string {
  const label = rule.label ?? rule.award.tier ?? '';
  const { low, high } = rule.interval;
  const points = low && high ? `${plain(low.at)}-${plain(high.at)}分` : intervalText(rule.interval, '分', words);
  const described = rule.phrases.find((phrase) => phrase !== rule.award.tier);
  const tier = isLetter(rule.label) && rule.award.tier && rule.award.tier !== rule.label ? rule.award.tier : '';
  return label === '' ? `${points} ${described ?? ''}` : `${label}${tier}(${points})${described ? words.colon + described : ''}`;
}

function labelText(rule: LabelRule, words: Wording): string {
  const { label, award } = rule;
  const described = rule.phrases.find((phrase) => phrase !== award.tier) ?? '';
  const given = awardText({ tier: award.tier === label ? null : award.tier, amount: award.amount }, words);
  if (isLetter(label)) return described === '' ? `${label}${given.startsWith('为') ? '' : ' '}${given}` : `${label}、${described}${given}`;
  if (label) return `${label}${described === '' ? '' : words.colon + described}${award.amount ? words.amount(award.amount) : ''}`;
  return described + given;
}

function levelText(rule: LevelRule, words: Wording): string {
  const described = rule.phrases[0] ?? '';
  const given = awardText({ tier: rule.award.tier === rule.name ? null : rule.award.tier, amount: rule.award.amount }, words);
  return described === '' ? `${rule.name}${given}` : `${rule.name}${words.colon}${described}${given === '' ? '' : words.comma + given}`;
}

/** The words of the rule's clause as they were written, end punctuation removed. */
const ownWords = (rule: Rule, text: string): string =>
  text
    .slice(rule.span.start, rule.span.end)
    .trim()
    .replace(/[;；。.,，、]+$/, '');

const partialWords: Readonly<Record<NonNullable<StepRule['partial']>, (each: string) => string>> = {
  up: (each) => `，不满${each}按${each}计`,
  down: (each) => `，不满${each}不计`,
  nearest: (each) => `，不满${each}四舍五入`,
  proportional: (each) => `，不满${each}按比例计`,
};

/** A step in its own words; where it starts and what a part of it costs are added when another clause said so. */
function stepText(rule: StepRule, reading: Reading): string {
  const own = ownWords(rule, reading.text);
  const each = wordings.zh.quantity(rule.each.amount, rule.each.unit);
  const partial =
    rule.partial && !/不满|不足|按比例|四舍五入|取整|内插|portion|part there/.test(own) ? partialWords[rule.partial](each) : '';
  return own + partial;
}

/** A step or limit in the other language than the text's; null where its own words stay. */
function translated(rule: StepRule | LimitRule, reading: Reading, words: Wording): string | null {
  const language = words === wordings.en ? 'en' : 'zh';
  if (language === reading.language) return null;
  return rule.kind === 'step' ? stepWording(rule, language) : limitWording(rule, language);
}

/** Whether steps, limits, formulas and vetoes keep the words of a text in its own language, or are written out as bands are. */
export type CanonicalStyle = 'own' | 'written';

/** A rule in words of its own making; null where its kind or its content has none. */
function wordedAnew(rule: Rule, words: Wording): string | null {
  const language = words === wordings.en ? 'en' : 'zh';
  switch (rule.kind) {
    case 'step':
      return stepWording(rule, language);
    case 'limit':
      return limitWording(rule, language);
    case 'formula':
      return formulaWording(rule, language);
    case 'veto':
      return vetoWording(rule, language, (interval) => intervalText(interval, rule.unit, words));
    case 'target':
      return `${language === 'zh' ? '目标值' : 'target '}${intervalText(rule.interval, rule.unit, words).replace(/^(?:等于|exactly )/, '')}`;
    default:
      return null;
  }
}

function written(rule: Rule, reading: Reading, words: Wording, style: CanonicalStyle): string | null {
  const anew = style === 'written' ? wordedAnew(rule, words) : null;
  if (anew !== null) return anew;
  switch (rule.kind) {
    case 'band':
      return bandText(rule, words);
    case 'label':
      return labelText(rule, words);
    case 'level':
      return levelText(rule, words);
    case 'step':
      return translated(rule, reading, words) ?? stepText(rule, reading);
    case 'limit':
      return translated(rule, reading, words) ?? ownWords(rule, reading.text);
    case 'fullMarks':
      return words.fullMarks(plain(rule.points));
    default:
      return ownWords(rule, reading.text);
  }
}

const keepsWords = (rule: Rule): rule is StepRule | LimitRule => !['band', 'label', 'level', 'fullMarks'].includes(rule.kind);

/**
 * Writes rules out; a clause that several rules share is written once.
 *
 * @param instead the words of rules that a decision changes; @param style whether rules that the text words well keep its words
 */
export function textOfRules(
  reading: Reading,
  rules: readonly Rule[],
  language: CanonicalLanguage,
  instead: ReadonlyMap<Rule, string> = new Map(),
  style: CanonicalStyle = 'own',
): string {
  const words = wordings[language];
  const seen = new Set<string>();
  const parts = rules.flatMap((rule) => {
    const stated = instead.get(rule);
    if (stated !== undefined) return [stated];
    const key = `${rule.span.start}-${rule.span.end}`;
    const anew = style === 'written' && wordedAnew(rule, words) !== null;
    const own = (keepsWords(rule) && !anew) || (rule.kind === 'band' && rule.measure !== 'value');
    if (own && seen.has(key)) return [];
    if (own) seen.add(key);
    const text = written(rule, reading, words, style) ?? ownWords(rule, reading.text);
    return text === '' ? [] : [text];
  });
  return [...new Set(parts)].join(words.separator);
}
