import type { ISheetDataValidationRule, IStyleData } from '@univerjs/core';
import type { IConditionFormattingRule } from '@univerjs/preset-sheets-conditional-formatting';
import { rangeName } from './references';
import type { StyleTable } from './writeStyles';
import { elementXml } from './writeStyles';
import { encodeXml } from './xml';

const formulaText = (type: string, text: string): string => {
  if (text.startsWith('=')) return text.slice(1);
  return type === 'list' ? `"${text.replaceAll('"', '""')}"` : text;
};

// In the order of Univer's numbers.
const errorStyles = ['information', 'stop', 'warning'];

function validationXml(rule: ISheetDataValidationRule): string {
  const type =
    ['list', 'whole', 'decimal', 'date', 'time', 'textLength', 'custom'].find((name) => name === rule.type) ??
    (rule.type === 'listMultiple' ? 'list' : 'none');
  const on = (name: string, value: unknown) => (value ? { [name]: '1' } : {});
  const text = (name: string, value: string | undefined) => (value ? { [name]: value } : {});
  const attributes = {
    ...(type !== 'none' && { type }),
    ...(rule.operator && type !== 'list' && type !== 'custom' && rule.operator !== 'between' && { operator: rule.operator }),
    ...(rule.errorStyle !== undefined && rule.errorStyle !== 1 && { errorStyle: errorStyles[rule.errorStyle] ?? 'stop' }),
    ...on('allowBlank', rule.allowBlank),
    ...(type === 'list' && rule.showDropDown === false && { showDropDown: '1' }),
    ...on('showInputMessage', rule.showInputMessage ?? rule.prompt),
    ...on('showErrorMessage', rule.showErrorMessage),
    ...text('errorTitle', rule.errorTitle),
    ...text('error', rule.error),
    ...text('promptTitle', rule.promptTitle),
    ...text('prompt', rule.prompt),
    sqref: rule.ranges.map(rangeName).join(' '),
  };
  const formulas = [rule.formula1, rule.formula2].map((formula, at) =>
    formula ? `<formula${at + 1}>${encodeXml(formulaText(type, formula))}</formula${at + 1}>` : '',
  );
  return elementXml('dataValidation', attributes, formulas.join(''));
}

/** A sheet's rules of what may be entered; '' for none. */
export function validationsXml(rules: readonly ISheetDataValidationRule[]): string {
  const written = rules.filter(({ ranges }) => ranges.length > 0).map(validationXml);
  return written.length > 0 ? `<dataValidations count="${written.length}">${written.join('')}</dataValidations>` : '';
}

interface Written {
  readonly attributes: Record<string, string>;
  readonly inner: string;
}

const formulaXml = (text: unknown) => `<formula>${encodeXml(String(text).replace(/^=/, ''))}</formula>`;

function highlightXml(rule: Record<string, unknown>, first: string): Written | null {
  const { subType, operator, value } = rule as { subType: string; operator?: string; value?: unknown };
  if (subType === 'number')
    return { attributes: { type: 'cellIs', operator: String(operator) }, inner: [value].flat().map(formulaXml).join('') };
  if (subType === 'formula') return { attributes: { type: 'expression' }, inner: formulaXml(value) };
  if (subType === 'duplicateValues' || subType === 'uniqueValues') return { attributes: { type: subType }, inner: '' };
  if (subType === 'rank')
    return {
      attributes: {
        type: 'top10',
        rank: String(value),
        ...(rule.isBottom ? { bottom: '1' } : {}),
        ...(rule.isPercent ? { percent: '1' } : {}),
      },
      inner: '',
    };
  if (subType === 'text' && operator === 'containsText') {
    const text = String(value ?? '');
    return {
      attributes: { type: 'containsText', operator, text },
      inner: formulaXml(`NOT(ISERROR(SEARCH("${text.replaceAll('"', '""')}",${first})))`),
    };
  }
  return null;
}

/** A sheet's conditional formats. Kinds the workbench cannot write are left out; it writes at all only where they were changed. */
export function conditionalXml(rules: readonly IConditionFormattingRule[], styles: StyleTable): string {
  return rules
    .map(({ ranges, rule, stopIfTrue }, at) => {
      const first = ranges[0] ? rangeName({ ...ranges[0], endRow: ranges[0].startRow, endColumn: ranges[0].startColumn }) : 'A1';
      const written = rule.type === 'highlightCell' ? highlightXml(rule as unknown as Record<string, unknown>, first) : null;
      if (!written) return '';
      const dxfId = String(styles.differentialOf((rule as { style: IStyleData }).style));
      const attributes = { ...written.attributes, dxfId, priority: String(at + 1), ...(stopIfTrue && { stopIfTrue: '1' }) };
      return elementXml(
        'conditionalFormatting',
        { sqref: ranges.map(rangeName).join(' ') },
        elementXml('cfRule', attributes, written.inner),
      );
    })
    .join('');
}
