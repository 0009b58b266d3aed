/** The plain lists of a template as tables: which columns each has, how they are read and written. */
import type { HeaderField, Template, TemplateRater, ExtraRow } from '../../template/types';

/** One row, text by column. */
export type ListRow = Readonly<Record<string, string>>;

export interface ListColumn {
  readonly key: string;
  /** Its name is `gallery.place.<label>`. */
  readonly label: string;
  readonly kind: 'text' | 'long' | 'decimal' | 'choice';
  /** Names are `builder.<names>.<option>`. */
  readonly options?: readonly string[];
  readonly names?: string;
}

export interface TemplateList {
  /** Key of the template's field; a row is called `gallery.place.<key>`, the whole `builder.list.<key>`. */
  readonly key: string;
  readonly columns: readonly ListColumn[];
  readonly blank: ListRow;
  readonly read: (template: Template) => readonly ListRow[];
  readonly write: (template: Template, rows: readonly ListRow[]) => Template;
}

const lines = (key: 'notes' | 'corrections' | 'interview' | 'signatures', kind: 'text' | 'long' = 'text'): TemplateList => ({
  key,
  columns: [{ key: 'text', label: key, kind }],
  blank: { text: '' },
  read: (template) => template[key].map((text) => ({ text })),
  write: (template, rows) => ({ ...template, [key]: rows.map(({ text }) => text ?? '') }),
});

/** A list whose rows are records of texts as they are. */
const records = <Key extends 'fields' | 'raters' | 'extras' | 'vetoes' | 'gradeScale' | 'coefficients'>(
  key: Key,
  columns: readonly ListColumn[],
  blank: Template[Key][number],
): TemplateList => ({
  key,
  columns,
  blank: { ...blank },
  read: (template) => template[key].map((row) => ({ ...row })),
  write: (template, rows) => ({ ...template, [key]: rows }),
});

const text = (key: string, label = key): ListColumn => ({ key, label, kind: 'text' });
const long = (key: string, label = key): ListColumn => ({ key, label, kind: 'long' });
const number = (key: string, label = key): ListColumn => ({ key, label, kind: 'decimal' });
const choice = (key: string, names: string, options: readonly string[]): ListColumn => ({
  key,
  label: key,
  kind: 'choice',
  names,
  options,
});

const fieldKinds: readonly HeaderField['kind'][] = ['text', 'date'];
const roles: readonly TemplateRater['role'][] = ['self', 'supervisor', 'reviewer', 'group', 'single'];
const extraKinds: readonly ExtraRow['kind'][] = ['bonus', 'deduction'];

const awards: TemplateList = {
  key: 'awards',
  columns: [number('amount')],
  blank: { amount: '0' },
  read: (template) => (template.awards ?? []).map(({ amount }) => ({ amount })),
  write: (template, rows) => ({ ...template, awards: rows.map(({ amount }, at) => ({ rank: at + 1, amount: amount ?? '' })) }),
};

export const lists = {
  fields: records('fields', [text('label'), choice('kind', 'field', fieldKinds)], { label: '', kind: 'text' }),
  raters: records('raters', [text('label'), choice('role', 'role', roles), number('share')], { role: 'group', label: '', share: '0' }),
  extras: records('extras', [choice('kind', 'extra', extraKinds), text('name'), long('criteria'), number('cap')], {
    kind: 'bonus',
    name: '',
    criteria: '',
    cap: '5',
  }),
  vetoes: records('vetoes', [text('name'), long('criteria')], { name: '', criteria: '' }),
  gradeScale: records('gradeScale', [text('tier'), number('from')], { tier: '', from: '0' }),
  coefficients: records('coefficients', [number('from'), number('coefficient')], { from: '0', coefficient: '1' }),
  awards,
  notes: lines('notes', 'long'),
  corrections: lines('corrections', 'long'),
  interview: lines('interview'),
  signatures: lines('signatures'),
} as const;
