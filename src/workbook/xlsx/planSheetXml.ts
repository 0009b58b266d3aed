/** The worksheet part of a generated sheet. Elements stand in the order that ECMA-376 18.3.1.99 demands. */
import { areaAddress, cellAddress } from '../../form/address';
import type { PlanCell, PlanConditional, PlanRule, PlanValidation, SheetPlan } from '../../template/sheetPlan';
import { margins } from '../sheetLook';
import { mainNamespace, officeRelationships, xmlHead } from './packageXml';
import { encodeText } from './xml';

const attributeText = (text: string): string => encodeText(text).replace(/\n/g, '&#10;');

function cellXml(cell: PlanCell, style: number): string {
  const place = `r="${cellAddress(cell.row, cell.column)}" s="${style}"`;
  const { content } = cell;
  switch (content.kind) {
    case 'blank':
      return `<c ${place}/>`;
    case 'text':
      return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${encodeText(content.text)}</t></is></c>`;
    case 'number':
      return `<c ${place}><v>${content.number}</v></c>`;
    case 'formula': {
      const type = content.blank === '' ? ' t="str"' : '';
      return `<c ${place}${type}><f>${encodeText(content.formula.slice(1))}</f><v>${content.blank}</v></c>`;
    }
  }
}

function rowsXml(plan: SheetPlan, styleOf: (cell: PlanCell) => number): string {
  const rows = new Map<number, string[]>();
  for (const cell of plan.cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cellXml(cell, styleOf(cell))]);
  return [...rows]
    .map(([row, cells]) => {
      const height = plan.heights.get(row);
      return `<row r="${row}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>${cells.join('')}</row>`;
    })
    .join('');
}

const conditionalXml = ({ area, formula, look }: PlanConditional, at: number): string =>
  `<conditionalFormatting sqref="${areaAddress(area)}"><cfRule type="expression" dxfId="${look === 'problem' ? 0 : 1}" priority="${at + 1}"><formula>${encodeText(formula.slice(1))}</formula></cfRule></conditionalFormatting>`;

/** Earliest day that is a plausible date: 2000-01-01 as Excel counts. */
const firstDay = '36526';

function ruleXml(rule: PlanRule): { readonly attributes: string; readonly formulas: string } {
  switch (rule.kind) {
    case 'list':
      return { attributes: 'type="list"', formulas: `<formula1>${encodeText(`"${rule.items.join(',')}"`)}</formula1>` };
    case 'date':
      return { attributes: 'type="date" operator="greaterThanOrEqual"', formulas: `<formula1>${firstDay}</formula1>` };
    default:
      return {
        attributes: `type="${rule.kind}" operator="between"`,
        formulas: `<formula1>${rule.least}</formula1><formula2>${rule.most}</formula2>`,
      };
  }
}

function validationXml({ area, rule, promptTitle, prompt, error }: PlanValidation): string {
  const { attributes, formulas } = ruleXml(rule);
  const words = `promptTitle="${attributeText(promptTitle)}" prompt="${attributeText(prompt)}" errorTitle="${attributeText(promptTitle)}" error="${attributeText(error)}"`;
  return `<dataValidation ${attributes} allowBlank="1" showInputMessage="1" showErrorMessage="1" ${words} sqref="${areaAddress(area)}">${formulas}</dataValidation>`;
}

const counted = (name: string, items: readonly string[]): string =>
  items.length === 0 ? '' : `<${name} count="${items.length}">${items.join('')}</${name}>`;

/** A password as files keep it: never itself, but what SHA-512 makes of it. Salt and hash in base 64. */
export interface SheetPassword {
  readonly salt: string;
  readonly hash: string;
  readonly rounds: number;
}

const passwordXml = ({ salt, hash, rounds }: SheetPassword): string =>
  `algorithmName="SHA-512" hashValue="${hash}" saltValue="${salt}" spinCount="${rounds}" `;

/** Locked cells may not be changed; columns and rows may still be made wider and higher. */
const protection = (password: SheetPassword | undefined): string =>
  `<sheetProtection ${password ? passwordXml(password) : ''}sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0"/>`;

const doubled = (text: string): string => text.replaceAll('&', '&&');

/** A break's id is the row above it. */
const breaksXml = (breaks: readonly number[]): string =>
  breaks.length === 0
    ? ''
    : `<rowBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">${breaks.map((row) => `<brk id="${row - 1}" max="16383" man="1"/>`).join('')}</rowBreaks>`;

/** Page footer in Excel's own code; `&P`, `&N` and `&D` in the plan's texts keep their meaning. */
const footer = ({ left, center, right }: SheetPlan['print']['footer']): string => `&L&9${doubled(left)}&C&9${center}&R&9${right}`;

export interface SheetXmlOptions {
  readonly protect: boolean;
  /** Asked for before the protection is taken off; anybody may where there is none. */
  readonly password?: SheetPassword | undefined;
  /** Name of the sheet's property that holds the rubric's id, and of the relation to it. */
  readonly property: { readonly name: string; readonly relation: string } | null;
}

/** The plan as a worksheet part. */
export function planSheetXml(
  plan: SheetPlan,
  styleOf: (cell: PlanCell) => number,
  { protect, password, property }: SheetXmlOptions,
): string {
  const columns = plan.widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('');
  const pane = `<pane ySplit="${plan.frozenRows}" topLeftCell="A${plan.frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`;
  const merges = plan.merges.map((area) => `<mergeCell ref="${areaAddress(area)}"/>`);
  const page = Object.entries(margins).map(([name, inches]) => `${name}="${inches}"`);
  return [
    `${xmlHead}<worksheet xmlns="${mainNamespace}" xmlns:r="${officeRelationships}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView showGridLines="0" workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>`,
    `<cols>${columns}</cols><sheetData>${rowsXml(plan, styleOf)}</sheetData>${protect ? protection(password) : ''}`,
    counted('mergeCells', merges),
    plan.conditionals.map(conditionalXml).join(''),
    counted('dataValidations', plan.validations.map(validationXml)),
    `<printOptions horizontalCentered="1"/><pageMargins ${page.join(' ')}/>`,
    `<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="${plan.print.breaks.length === 0 ? 1 : 0}"/>`,
    `<headerFooter><oddFooter>${encodeText(footer(plan.print.footer))}</oddFooter></headerFooter>`,
    breaksXml(plan.print.breaks),
    property ? `<customProperties><customPr name="${property.name}" r:id="${property.relation}"/></customProperties>` : '',
    '</worksheet>',
  ].join('');
}
