import type { StyleRole } from '../sheetPlan';

/** What of a look decides how much room a text takes. */
export interface TextLook {
  /** Points. */
  readonly size: number;
  readonly bold: boolean;
  /** Points above and below it, together. */
  readonly air: number;
}

/** What a sheet is set in. */
export const body: TextLook = { size: 10, bold: false, air: 5 };
const strong: TextLook = { ...body, bold: true };

/** Letters of each role; colours and lines are the writers' affair. */
export const textLooks: Readonly<Record<StyleRole, TextLook>> = {
  title: { size: 18, bold: true, air: 5 },
  'field-label': strong,
  'field-value': body,
  header: strong,
  dimension: strong,
  'dimension-split': strong,
  name: strong,
  text: body,
  center: body,
  entry: body,
  'entry-text': body,
  computed: body,
  'total-label': strong,
  total: strong,
  final: { size: 11, bold: true, air: 5 },
  'block-heading': strong,
  note: { size: 9, bold: false, air: 2 },
  'box-label': strong,
  box: body,
  signature: body,
};
