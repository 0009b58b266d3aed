/** The shape of a template document, as a table: which field holds what. One walker tells every place that differs. */

export type FaultCode =
  | 'not-json'
  | 'newer'
  | 'missing'
  | 'unknown-field'
  | 'not-text'
  | 'empty'
  | 'too-long'
  | 'not-number'
  | 'not-decimal'
  | 'not-list'
  | 'empty-list'
  | 'not-object'
  | 'not-boolean'
  | 'not-one-of'
  | 'sheet-name'
  | 'id'
  | 'weight-missing'
  | 'weights-sum'
  | 'shares-sum'
  | 'no-raters'
  | 'entry-layout'
  | 'mixed-points'
  | 'list-too-long'
  | 'list-comma'
  | 'not-falling'
  | 'lowest-not-zero';

/** What is wrong and where: `sections[0].indicators[2].weight`. `code` names a message under `template.fault.` in src/locale. */
export interface TemplateFault {
  readonly path: string;
  readonly code: FaultCode;
  readonly details: Readonly<Record<string, string>>;
}

type Shape = (value: unknown, path: string) => readonly TemplateFault[];
type Fields = Readonly<Record<string, Shape>>;

const wrong = (path: string, code: FaultCode, details: TemplateFault['details'] = {}): readonly TemplateFault[] => [
  { path, code, details },
];
const right: readonly TemplateFault[] = [];

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Longest text that fits into a row of a sheet. */
const longest = 2000;

const text: Shape = (value, path) => {
  if (typeof value !== 'string') return wrong(path, 'not-text');
  if (value.trim() === '') return wrong(path, 'empty');
  return value.length > longest ? wrong(path, 'too-long', { most: String(longest) }) : right;
};
const matching =
  (pattern: RegExp, code: FaultCode): Shape =>
  (value, path) =>
    typeof value !== 'string' ? wrong(path, 'not-text') : pattern.test(value) ? right : wrong(path, code, { value: value.slice(0, 60) });
/** Numbers that are scored are texts, so that nothing is lost; none is below 0. */
const decimal = matching(/^(?:0|[1-9]\d{0,9})(?:\.\d{1,8})?$/, 'not-decimal');
const whole =
  (least: number, most: number): Shape =>
  (value, path) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      ? right
      : wrong(path, 'not-number', { least: String(least), most: String(most) });
const boolean: Shape = (value, path) => (typeof value === 'boolean' ? right : wrong(path, 'not-boolean'));
const oneOf =
  (...words: readonly string[]): Shape =>
  (value, path) =>
    words.includes(value as string) ? right : wrong(path, 'not-one-of', { known: words.join(', ') });
const orNull =
  (shape: Shape): Shape =>
  (value, path) =>
    value === null ? right : shape(value, path);
const optional =
  (shape: Shape): Shape =>
  (value, path) =>
    value === undefined ? right : shape(value, path);
const list =
  (shape: Shape, least = 0): Shape =>
  (value, path) => {
    if (!Array.isArray(value)) return wrong(path, 'not-list');
    if (value.length < least) return wrong(path, 'empty-list');
    return value.flatMap((item, at) => shape(item, `${path}[${at}]`));
  };
const record =
  (fields: Fields): Shape =>
  (value, path) => {
    if (!isRecord(value)) return wrong(path, 'not-object');
    const place = (name: string): string => (path === '' ? name : `${path}.${name}`);
    const unknown = Object.keys(value).filter((name) => !(name in fields));
    const found = Object.entries(fields).flatMap(([name, shape]) => {
      const faults = shape(value[name], place(name));
      return value[name] === undefined && faults.length > 0 ? wrong(place(name), 'missing') : faults;
    });
    return [...found, ...unknown.flatMap((name) => wrong(place(name), 'unknown-field'))];
  };

/** Fields of an entry by its kind. */
const entries: Readonly<Record<string, Fields>> = {
  score: {},
  levels: { levels: list(record({ label: text, points: decimal }), 1) },
  number: { least: decimal, most: decimal },
  percent: { most: decimal },
  count: { most: decimal },
  tiers: { tiers: list(text, 1) },
  date: {},
  text: {},
  deduction: {},
  incidents: { each: decimal },
  ratio: { numerator: text, denominator: text },
};

const entry: Shape = (value, path) => {
  if (!isRecord(value)) return wrong(path, 'not-object');
  const fields = entries[String(value.kind)];
  return fields
    ? record({ kind: text, ...fields })(value, path)
    : wrong(`${path}.kind`, 'not-one-of', { known: Object.keys(entries).join(', ') });
};

const indicator = record({
  name: text,
  weight: orNull(decimal),
  target: orNull(text),
  unit: orNull(text),
  criteria: orNull(text),
  entry,
  cycle: optional(text),
  source: optional(text),
  period: optional(text),
});

const scale: Shape = (value, path) =>
  isRecord(value) && value.kind === 'marks'
    ? record({ kind: text, most: decimal })(value, path)
    : record({ kind: oneOf('points', 'marks') })(value, path);

const template = record({
  formatVersion: whole(1, 1),
  id: matching(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'id'),
  language: oneOf('zh-CN', 'zh-TW', 'en'),
  title: text,
  sheetName: matching(/^(?!')[^:\\/?*[\]]{1,31}(?<!')$/, 'sheet-name'),
  purpose: text,
  layout: oneOf('scored', 'points', 'matrix', 'kpi', 'ranking', 'plan', 'summary'),
  fields: list(record({ label: text, kind: oneOf('text', 'date') })),
  scale,
  sections: list(record({ name: orNull(text), indicators: list(indicator, 1) }), 1),
  extras: list(record({ kind: oneOf('bonus', 'deduction'), name: text, criteria: text, cap: decimal })),
  vetoes: list(record({ name: text, criteria: text })),
  raters: list(record({ role: oneOf('self', 'supervisor', 'reviewer', 'group', 'single'), label: text, share: decimal })),
  sectionTotals: boolean,
  rounding: whole(0, 6),
  gradeScale: list(record({ tier: text, from: decimal })),
  coefficients: list(record({ from: decimal, coefficient: decimal })),
  periods: optional(oneOf('months', 'quarters')),
  awards: optional(list(record({ rank: whole(1, 100), amount: decimal }))),
  factor: optional(record({ name: text, most: decimal })),
  notes: list(text),
  corrections: list(text),
  interview: list(text),
  signatures: list(text),
});

/** Everything in which a document differs from the shape of a template. */
export const documentFaults = (document: unknown): readonly TemplateFault[] => template(document, '');
