/**
 * Conditional formats. What an add-in makes is kept in the extras as it was written, and drawn by Univer where its plugin is there (in the
 * browser); rules that came with a file or were made by hand are Univer's own and shown to the add-in as far as Excel has a word for them.
 */
import type { IRange, IStyleData } from '@univerjs/core';
import { toAddress } from './area';
import { fromRange, toRange } from './univerCells';
import { fromUniverStyle, plainStyle, toUniverStyle } from './univerStyle';
import { mutation } from './univerWorkbook';
import type { UniverWorkbook } from './univerWorkbook';
import type { CellStyle, ConditionalFormat } from './workbookModel';

interface UniverRule {
  readonly cfId: string;
  readonly ranges: IRange[];
  readonly stopIfTrue: boolean;
  readonly rule: {
    readonly type: string;
    readonly subType?: string;
    readonly operator?: string;
    readonly value?: unknown;
    readonly style?: IStyleData;
  };
}

const comparisons: readonly { readonly excel: string; readonly univer: string; readonly sign: string }[] = [
  { excel: 'GreaterThan', univer: 'greaterThan', sign: '>' },
  { excel: 'GreaterThanOrEqual', univer: 'greaterThanOrEqual', sign: '>=' },
  { excel: 'LessThan', univer: 'lessThan', sign: '<' },
  { excel: 'LessThanOrEqual', univer: 'lessThanOrEqual', sign: '<=' },
  { excel: 'EqualTo', univer: 'equal', sign: '=' },
  { excel: 'NotEqualTo', univer: 'notEqual', sign: '<>' },
];

const spans: Readonly<Record<string, string>> = { Between: 'between', NotBetween: 'notBetween' };

/** Excel's names for the kinds that the host lets an add-in only see. */
const otherKinds: Readonly<Record<string, string>> = {
  dataBar: 'DataBar',
  colorScale: 'ColorScale',
  iconSet: 'IconSet',
  rank: 'TopBottom',
  text: 'ContainsText',
};

const numberIn = (formula: unknown): number | null => {
  const text = String(formula ?? '').replace(/^=/, '');
  return text.trim() === '' || Number.isNaN(Number(text)) ? null : Number(text);
};

const highlight = (fields: object, style: IStyleData): UniverRule['rule'] => ({ type: 'highlightCell', ...fields, style });

const comparison = ({ areas, rule }: ConditionalFormat, style: IStyleData): UniverRule['rule'] | null => {
  const [first, second] = [numberIn(rule.formula1), numberIn(rule.formula2)];
  const span = spans[String(rule.operator)];
  if (span)
    return first === null || second === null ? null : highlight({ subType: 'number', operator: span, value: [first, second] }, style);
  const known = comparisons.find(({ excel }) => excel === rule.operator);
  if (!known || !areas[0]) return null;
  if (first !== null) return highlight({ subType: 'number', operator: known.univer, value: first }, style);
  const corner = toAddress({ ...areas[0], rows: 1, columns: 1 });
  return highlight({ subType: 'formula', value: `=${corner}${known.sign}(${String(rule.formula1).replace(/^=/, '')})` }, style);
};

/** Univer's rule for a format; null while the format is not finished, or of a kind that is only kept. */
const toUniver = (format: ConditionalFormat): UniverRule | null => {
  const style = toUniverStyle(format.format);
  const formula = String(format.rule.formula ?? '');
  const custom =
    format.type === 'Custom' && formula !== ''
      ? highlight({ subType: 'formula', value: formula.startsWith('=') ? formula : `=${formula}` }, style)
      : null;
  const rule = format.type === 'CellValue' ? comparison(format, style) : custom;
  return rule && { cfId: format.id, ranges: format.areas.map(toRange), stopIfTrue: format.stopIfTrue, rule };
};

const lookFrom = (style: IStyleData | undefined): Partial<CellStyle> => {
  const full = fromUniverStyle(style, true);
  return Object.fromEntries(Object.entries(full).filter(([key, value]) => value !== plainStyle[key as keyof CellStyle]));
};

const ruleFrom = ({ rule }: UniverRule): Pick<ConditionalFormat, 'type' | 'rule'> => {
  if (rule.subType === 'formula') return { type: 'Custom', rule: { formula: rule.value } };
  if (rule.subType !== 'number') return { type: otherKinds[rule.subType ?? rule.type] ?? 'PresetCriteria', rule: {} };
  const span = Object.keys(spans).find((name) => spans[name] === rule.operator);
  const [first, second] = Array.isArray(rule.value) ? (rule.value as unknown[]) : [rule.value];
  const operator = span ?? comparisons.find(({ univer }) => univer === rule.operator)?.excel ?? 'EqualTo';
  return {
    type: 'CellValue',
    rule: { formula1: String(first ?? ''), ...(second !== undefined && { formula2: String(second) }), operator },
  };
};

const fromUniver = (found: UniverRule): ConditionalFormat => ({
  id: found.cfId,
  areas: found.ranges.map(fromRange),
  ...ruleFrom(found),
  format: lookFrom(found.rule.style),
  stopIfTrue: found.stopIfTrue,
});

/** Univer's rules on a sheet, first the one that wins; null without its plugin. */
const rulesOf = (book: UniverWorkbook, sheet: string): readonly UniverRule[] | null => {
  const found = book.api.getUniverSheet(book.unitId)?.getSheetBySheetId(sheet) as
    { getConditionalFormattingRules?(): UniverRule[] } | null | undefined;
  return found?.getConditionalFormattingRules?.() ?? null;
};

/** See WorkbookModel.conditionalFormats. */
export const readConditionalFormats = (book: UniverWorkbook, sheet: string): readonly ConditionalFormat[] => {
  const mine = book.extras.conditionalFormats[sheet] ?? [];
  const rules = rulesOf(book, sheet);
  if (!rules) return mine;
  const drawn = new Set(rules.map(({ cfId }) => cfId));
  const known = new Set(mine.map(({ id }) => id));
  // One that Univer drew and draws no more was deleted by hand.
  const alive = mine.filter((format) => drawn.has(format.id) || toUniver(format) === null);
  return [...alive, ...rules.filter(({ cfId }) => !known.has(cfId)).map(fromUniver)];
};

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** See WorkbookModel.setConditionalFormats. Rules that did not change are left as Univer has them. */
export const writeConditionalFormats = (book: UniverWorkbook, sheet: string, formats: readonly ConditionalFormat[]): void => {
  const before = readConditionalFormats(book, sheet);
  const rules = rulesOf(book, sheet);
  const own = new Set((book.extras.conditionalFormats[sheet] ?? []).map(({ id }) => id));
  const changed = formats.filter((format) => !before.some((old) => same(old, format)));
  book.extras.conditionalFormats[sheet] = formats.filter((format) => own.has(format.id) || changed.includes(format));
  if (!rules) return;
  const place = { unitId: book.unitId, subUnitId: sheet };
  const add = (rule: UniverRule) => mutation('sheet.mutation.add-conditional-rule', { ...place, rule });
  const drop = ({ cfId }: UniverRule) => mutation('sheet.mutation.delete-conditional-rule', { ...place, cfId });
  const gone = rules.filter(({ cfId }) => !formats.some(({ id }) => id === cfId) || changed.some(({ id }) => id === cfId));
  const made = changed.flatMap((format) => toUniver(format) ?? []);
  const [redo, undo] = [
    [...gone.map(drop), ...made.map(add)],
    [...made.map(drop), ...gone.map((rule) => add(structuredClone(rule)))],
  ];
  if (redo.length > 0) book.change(redo, undo);
};
