import type {
  DataValidationErrorStyle,
  DataValidationOperator,
  DataValidationRenderMode,
  ISheetDataValidationRule,
  IStyleBase,
  IStyleData,
} from '@univerjs/core';
import type {
  CFNumberOperator,
  CFRuleType,
  CFSubRuleType,
  CFTextOperator,
  CFValueType,
  IColorScale,
  IConditionFormattingRule,
  IConditionalFormattingRuleConfig,
  IDataBar,
} from '@univerjs/preset-sheets-conditional-formatting';
import type { ConditionalFormat } from '../model/workbookModel';
import { colorOf } from './colors';
import { readRanges } from './references';
import { errorStyle } from './univerNames';
import { childOf, childrenOf, isOn, type XmlElement } from './xml';

const errorStyles: Readonly<Record<string, DataValidationErrorStyle>> = errorStyle;

// `"优秀,良好"` is a list in itself; a formula is kept with `=`.
function validationFormula(type: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const quoted = /^"([\s\S]*)"$/.exec(text);
  if (type === 'list' && quoted) return (quoted[1] ?? '').replaceAll('""', '"');
  return type === 'list' || type === 'custom' || !/^-?[\d.]+$/.test(text) ? `=${text}` : text;
}

/** The rules of what may be entered, from a sheet's XML. */
export function readValidations(sheet: XmlElement): ISheetDataValidationRule[] {
  return childrenOf(childOf(sheet, 'dataValidations'), 'dataValidation').map((element, at) => {
    const { type = 'any', operator = 'between', sqref = '', ...rest } = element.attributes;
    return {
      uid: `file-${at}`,
      type: type === 'none' ? 'any' : type,
      // A list with an operator would be compared as numbers are.
      ...(!['any', 'none', 'list', 'custom'].includes(type) && { operator: operator as DataValidationOperator }),
      ...(type === 'list' && { renderMode: 1 as DataValidationRenderMode }),
      ranges: readRanges(sqref),
      formula1: validationFormula(type, childOf(element, 'formula1')?.text),
      formula2: validationFormula(type, childOf(element, 'formula2')?.text),
      allowBlank: isOn(rest.allowBlank),
      // In the file the attribute hides the arrow; in Univer it shows it.
      showDropDown: !isOn(rest.showDropDown),
      showErrorMessage: isOn(rest.showErrorMessage),
      errorStyle: errorStyles[rest.errorStyle ?? 'stop'] ?? errorStyle.stop,
      error: rest.error,
      errorTitle: rest.errorTitle,
      showInputMessage: isOn(rest.showInputMessage),
      prompt: rest.prompt,
      promptTitle: rest.promptTitle,
    };
  });
}

const looksLike = (type: string): type is 'top10' | 'aboveAverage' | 'duplicateValues' | 'uniqueValues' =>
  ['top10', 'aboveAverage', 'duplicateValues', 'uniqueValues'].includes(type);

const textTypes: Readonly<Record<string, string>> = {
  containsText: 'containsText',
  notContainsText: 'notContainsText',
  beginsWith: 'beginsWith',
  endsWith: 'endsWith',
  containsBlanks: 'containsBlanks',
  notContainsBlanks: 'notContainsBlanks',
  containsErrors: 'containsErrors',
  notContainsErrors: 'notContainsErrors',
};

type Highlight = { readonly type: CFRuleType.highlightCell; readonly style: IStyleBase };

function numberRule(highlight: Highlight, operator: string, formulas: readonly string[]): IConditionalFormattingRuleConfig | null {
  const values = formulas.map(Number);
  if (values.length === 0 || values.some(Number.isNaN)) return null;
  const name = operator.replace(/OrEqual$/, 'OrEqual') as CFNumberOperator;
  const value = operator === 'between' || operator === 'notBetween' ? values.slice(0, 2) : values[0];
  return { ...highlight, subType: 'number' as CFSubRuleType.number, operator: name, value } as IConditionalFormattingRuleConfig;
}

function plainRule(highlight: Highlight, type: string, attributes: XmlElement['attributes']): IConditionalFormattingRuleConfig | null {
  if (!looksLike(type)) return null;
  const above = isOn(attributes.aboveAverage, true);
  const table = {
    top10: {
      subType: 'rank',
      isBottom: isOn(attributes.bottom),
      isPercent: isOn(attributes.percent),
      value: Number(attributes.rank ?? 10),
    },
    aboveAverage: { subType: 'average', operator: `${above ? 'greater' : 'less'}Than${isOn(attributes.equalAverage) ? 'OrEqual' : ''}` },
    duplicateValues: { subType: 'duplicateValues' },
    uniqueValues: { subType: 'uniqueValues' },
  };
  return { ...highlight, ...table[type] } as IConditionalFormattingRuleConfig;
}

// What a formula with cell references as bounds means is the same as a formula over the first cell of the range.
function comparison(operator: string, cell: string, [first = '0', second = '0']: readonly string[]): string {
  const signs: Record<string, string> = {
    equal: '=',
    notEqual: '<>',
    greaterThan: '>',
    lessThan: '<',
    greaterThanOrEqual: '>=',
    lessThanOrEqual: '<=',
  };
  if (operator === 'between') return `AND(${cell}>=${first},${cell}<=${second})`;
  if (operator === 'notBetween') return `OR(${cell}<${first},${cell}>${second})`;
  return `${cell}${signs[operator] ?? '='}${first}`;
}

const firstCell = (sqref: string) => sqref.split(/[\s:]/)[0]?.replaceAll('$', '') ?? 'A1';

function highlightRule(element: XmlElement, sqref: string, style: IStyleData): IConditionalFormattingRuleConfig | null {
  const { type = '', operator = '', text } = element.attributes;
  const formulas = childrenOf(element, 'formula').map((formula) => formula.text);
  const highlight: Highlight = { type: 'highlightCell' as CFRuleType.highlightCell, style };
  const byFormula = (value: string) => ({ ...highlight, subType: 'formula' as CFSubRuleType.formula, value: `=${value}` });
  if (type === 'cellIs') return numberRule(highlight, operator, formulas) ?? byFormula(comparison(operator, firstCell(sqref), formulas));
  if (type === 'expression') return byFormula(formulas[0] ?? 'FALSE');
  if (textTypes[type])
    return { ...highlight, subType: 'text' as CFSubRuleType.text, operator: textTypes[type] as CFTextOperator, value: text };
  return plainRule(highlight, type, element.attributes);
}

function stopOf(element: XmlElement) {
  const { type = 'num', val } = element.attributes;
  return { type: type as CFValueType, value: type === 'formula' ? `=${val}` : Number(val ?? 0) };
}

function scaleRule(element: XmlElement, theme: readonly string[]): IConditionalFormattingRuleConfig | null {
  const scale = childOf(element, 'colorScale');
  const bar = childOf(element, 'dataBar');
  const stops = childrenOf(scale ?? bar, 'cfvo').map(stopOf);
  const colors = childrenOf(scale ?? bar, 'color').map((color) => colorOf(color, theme) ?? '#638EC6');
  if (scale) {
    const config = stops.map((value, index) => ({ index, color: colors[index] ?? '#FFFFFF', value }));
    return { type: 'colorScale', config } as IColorScale;
  }
  const [min, max] = stops;
  if (!bar || !min || !max) return null;
  const config = { min, max, isGradient: true, positiveColor: colors[0] ?? '#638EC6', nativeColor: '#FF0000' };
  return { type: 'dataBar', isShowValue: isOn(bar.attributes.showValue, true), config } as IDataBar;
}

interface FileRule {
  readonly element: XmlElement;
  readonly sqref: string;
}

const fileRules = (sheet: XmlElement): FileRule[] =>
  childrenOf(sheet, 'conditionalFormatting')
    .flatMap((group) => childrenOf(group, 'cfRule').map((element) => ({ element, sqref: group.attributes.sqref ?? '' })))
    .sort((a, b) => Number(a.element.attributes.priority ?? 0) - Number(b.element.attributes.priority ?? 0));

/** The conditional formats of a sheet's XML as the grid shows them. Kinds it cannot show (icon sets) are left to the file. */
export function readConditionalRules(
  sheet: XmlElement,
  differential: readonly IStyleData[],
  theme: readonly string[],
): IConditionFormattingRule[] {
  return fileRules(sheet).flatMap(({ element, sqref }, at) => {
    const style = differential[Number(element.attributes.dxfId ?? -1)] ?? {};
    const rule = highlightRule(element, sqref, style) ?? scaleRule(element, theme);
    return rule ? [{ cfId: `file-${at}`, ranges: readRanges(sqref), stopIfTrue: isOn(element.attributes.stopIfTrue), rule }] : [];
  });
}

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

// Excel's names of operators for cell values (`GreaterThanOrEqual`) and of kinds of conditional formats.
function officeRule(element: XmlElement): Pick<ConditionalFormat, 'type' | 'rule'> {
  const { type = '', operator = '', text } = element.attributes;
  const [formula1 = '', formula2] = childrenOf(element, 'formula').map((formula) => formula.text);
  const operators: Record<string, string> = { equal: 'EqualTo', notEqual: 'NotEqualTo' };
  if (type === 'cellIs')
    return {
      type: 'CellValue',
      rule: { formula1: `=${formula1}`, ...(formula2 && { formula2: `=${formula2}` }), operator: operators[operator] ?? capital(operator) },
    };
  if (textTypes[type] && text !== undefined) return { type: 'ContainsText', rule: { operator: capital(type), text } };
  return { type: type === 'expression' ? 'Custom' : capital(type), rule: { formula: `=${formula1}` } };
}

/** The conditional formats of a sheet's XML in the words of Excel's API, for the add-in to read. */
export function readConditionalFormats(sheet: XmlElement, differential: readonly IStyleData[]): ConditionalFormat[] {
  return fileRules(sheet).map(({ element, sqref }, at) => {
    const look = differential[Number(element.attributes.dxfId ?? -1)] ?? {};
    const areas = readRanges(sqref).map((range) => ({
      row: range.startRow,
      column: range.startColumn,
      rows: range.endRow - range.startRow + 1,
      columns: range.endColumn - range.startColumn + 1,
    }));
    const format = {
      ...(look.bg?.rgb && { fill: look.bg.rgb }),
      ...(look.cl?.rgb && { fontColor: look.cl.rgb }),
      ...(look.bl === 1 && { bold: true }),
    };
    return { id: `file-${at}`, ...officeRule(element), areas, format, stopIfTrue: isOn(element.attributes.stopIfTrue) };
  });
}
