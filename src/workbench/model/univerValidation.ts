/** Data validation: Excel's rule and Univer's, both ways. */
import { DataValidationErrorStyle, DataValidationOperator, DataValidationType } from '@univerjs/core';
import type { ISheetDataValidationRule } from '@univerjs/core';
import { fromRange, toRange } from './univerCells';
import { mutation } from './univerWorkbook';
import type { UniverWorkbook } from './univerWorkbook';
import type { Validation } from './workbookModel';

const comparedTypes: Readonly<Record<string, DataValidationType>> = {
  wholeNumber: DataValidationType.WHOLE,
  decimal: DataValidationType.DECIMAL,
  date: DataValidationType.DATE,
  time: DataValidationType.TIME,
  textLength: DataValidationType.TEXT_LENGTH,
};

const operators: Readonly<Record<string, DataValidationOperator>> = {
  Between: DataValidationOperator.BETWEEN,
  NotBetween: DataValidationOperator.NOT_BETWEEN,
  EqualTo: DataValidationOperator.EQUAL,
  NotEqualTo: DataValidationOperator.NOT_EQUAL,
  GreaterThan: DataValidationOperator.GREATER_THAN,
  LessThan: DataValidationOperator.LESS_THAN,
  GreaterThanOrEqualTo: DataValidationOperator.GREATER_THAN_OR_EQUAL,
  LessThanOrEqualTo: DataValidationOperator.LESS_THAN_OR_EQUAL,
};

const alertStyles: Readonly<Record<string, DataValidationErrorStyle>> = {
  Information: DataValidationErrorStyle.INFO,
  Stop: DataValidationErrorStyle.STOP,
  Warning: DataValidationErrorStyle.WARNING,
};

const keyOf = <V>(table: Readonly<Record<string, V>>, value: V | undefined, otherwise: string): string =>
  Object.keys(table).find((key) => table[key] === value) ?? otherwise;

type Rule = Readonly<Record<string, unknown>>;
type Part = { readonly [key: string]: unknown };

const text = (value: unknown): string | undefined => (value === undefined || value === null ? undefined : String(value));

const toUniverRule = (rule: Rule): Partial<ISheetDataValidationRule> => {
  const [kind, part] = (Object.entries(rule).find(([, value]) => value) ?? ['none', {}]) as [string, Part];
  if (kind === 'list') return { type: DataValidationType.LIST, formula1: text(part.source), showDropDown: part.inCellDropDown !== false };
  if (kind === 'custom') return { type: DataValidationType.CUSTOM, formula1: text(part.formula) };
  const type = comparedTypes[kind];
  if (!type) return { type: DataValidationType.ANY };
  return {
    type,
    operator: operators[String(part.operator)] ?? DataValidationOperator.BETWEEN,
    formula1: text(part.formula1),
    formula2: text(part.formula2),
  };
};

const fromUniverRule = (rule: ISheetDataValidationRule): Rule => {
  if (rule.type === DataValidationType.LIST || rule.type === DataValidationType.LIST_MULTIPLE) {
    return { list: { source: rule.formula1 ?? '', inCellDropDown: rule.showDropDown !== false } };
  }
  if (rule.type === DataValidationType.CUSTOM) return { custom: { formula: rule.formula1 ?? '' } };
  const kind = Object.keys(comparedTypes).find((name) => comparedTypes[name] === rule.type);
  if (!kind) return {};
  const second = rule.formula2 === undefined ? {} : { formula2: rule.formula2 };
  return { [kind]: { formula1: rule.formula1 ?? '', ...second, operator: keyOf(operators, rule.operator, 'Between') } };
};

const toUniver = (id: string, { areas, rule, ignoreBlanks, errorAlert, prompt }: Omit<Validation, 'id'>): ISheetDataValidationRule => ({
  ...(toUniverRule(rule) as ISheetDataValidationRule),
  uid: id,
  ranges: areas.map(toRange),
  allowBlank: ignoreBlanks,
  ...(errorAlert && {
    showErrorMessage: errorAlert.showAlert !== false,
    error: text(errorAlert.message),
    errorTitle: text(errorAlert.title),
    errorStyle: alertStyles[String(errorAlert.style)] ?? DataValidationErrorStyle.STOP,
  }),
  ...(prompt && { showInputMessage: prompt.showPrompt !== false, prompt: text(prompt.message), promptTitle: text(prompt.title) }),
});

const fromUniver = (rule: ISheetDataValidationRule): Validation => ({
  id: rule.uid,
  areas: rule.ranges.map(fromRange),
  rule: fromUniverRule(rule),
  ignoreBlanks: rule.allowBlank !== false,
  errorAlert:
    rule.error === undefined && rule.errorStyle === undefined
      ? null
      : {
          message: rule.error ?? '',
          title: rule.errorTitle ?? '',
          showAlert: rule.showErrorMessage !== false,
          style: keyOf(alertStyles, rule.errorStyle, 'Stop'),
        },
  prompt:
    rule.prompt === undefined ? null : { message: rule.prompt, title: rule.promptTitle ?? '', showPrompt: rule.showInputMessage !== false },
});

const rulesOf = (book: UniverWorkbook, sheet: string): ISheetDataValidationRule[] => {
  const found = book.api.getUniverSheet(book.unitId)?.getSheetBySheetId(sheet) as
    { getDataValidations?(): { rule: ISheetDataValidationRule }[] } | null | undefined;
  return (found?.getDataValidations?.() ?? []).map(({ rule }) => rule);
};

export const readValidations = (book: UniverWorkbook, sheet: string): readonly Validation[] => rulesOf(book, sheet).map(fromUniver);

const addMutation = (book: UniverWorkbook, sheet: string, rule: ISheetDataValidationRule) =>
  mutation('data-validation.mutation.addRule', { unitId: book.unitId, subUnitId: sheet, rule, source: 'command' });
const removeMutation = (book: UniverWorkbook, sheet: string, ruleId: string) =>
  mutation('data-validation.mutation.removeRule', { unitId: book.unitId, subUnitId: sheet, ruleId, source: 'command' });

/** Adds a rule; returns its id. */
export const addValidation = (book: UniverWorkbook, sheet: string, validation: Omit<Validation, 'id'>): string => {
  const id = `validation-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
  book.change([addMutation(book, sheet, toUniver(id, validation))], [removeMutation(book, sheet, id)]);
  return id;
};

export const removeValidation = (book: UniverWorkbook, sheet: string, id: string): void => {
  const rule = rulesOf(book, sheet).find(({ uid }) => uid === id);
  if (rule) book.change([removeMutation(book, sheet, id)], [addMutation(book, sheet, structuredClone(rule))]);
};
