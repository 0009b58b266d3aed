/** What was typed or picked for a parameter → an argument of the formula, and the whole formula. */
import { readConstant, readReference } from '../../actions/sending/callArgument';
import { areaAddress } from '../../form/address';
import { catalogue, type FunctionFacts, type ParameterFacts } from '../../functions/catalogue';
import type { FormulaDraft } from '../store';

/** A parameter as it stands on the screen. */
export interface DraftParameter extends ParameterFacts {
  /** Its place in `given`. */
  readonly key: string;
  /** Name of its label under `formula.param.` in src/locale. */
  readonly label: string;
  /** Number of the rater that it belongs to, in a blend. */
  readonly rater: number | null;
}

export type DraftArgument =
  | { readonly kind: 'none' }
  | { readonly kind: 'reference'; readonly text: string; readonly sheet: string | null; readonly address: string; readonly cells: number }
  | { readonly kind: 'constant'; readonly text: string; readonly cells: readonly (readonly unknown[])[] }
  | { readonly kind: 'expression'; readonly text: string };

/** The function of a draft. */
export const functionOf = ({ id }: Pick<FormulaDraft, 'id'>): FunctionFacts =>
  catalogue.find((one) => one.id === id) ?? (catalogue[0] as FunctionFacts);

/** The parameters of a draft, further raters of a blend one by one. */
export function draftParameters(draft: Pick<FormulaDraft, 'id' | 'moreRaters'>): DraftParameter[] {
  return functionOf(draft).parameters.flatMap((parameter): DraftParameter[] => {
    if (parameter.repeating) return Array.from({ length: draft.moreRaters }, (_, at) => raterParameters(at + 2)).flat();
    const first = /^(score|share)1$/.exec(parameter.name);
    return [{ ...parameter, key: parameter.name, label: first?.[1] ?? parameter.name, rater: first ? 1 : null }];
  });
}

function raterParameters(rater: number): DraftParameter[] {
  const facts = { name: 'others', optional: true, rater } as const;
  return [
    { ...facts, takes: 'cells', blankMatters: true, label: 'score', key: `others${2 * rater - 3}` },
    { ...facts, takes: 'number', label: 'share', key: `others${2 * rater - 2}` },
  ];
}

/** Excel takes no longer text than this inside a formula. */
const longestLiteral = 255;

/** A text inside a formula; a long one in pieces. */
export function quotedText(text: string): string {
  const pieces = text.match(new RegExp(`[^]{1,${longestLiteral}}`, 'gu')) ?? [''];
  return pieces.map((piece) => `"${piece.replaceAll('"', '""')}"`).join('&');
}

/** Reads what stands in a field: an address, a number, an expression behind `=`, or else a text. */
export function draftArgument(typed: string): DraftArgument {
  const text = typed.trim();
  if (text === '') return { kind: 'none' };
  if (text.startsWith('=')) return { kind: 'expression', text: text.slice(1) };
  const reference = readReference(text);
  if (reference) {
    const { area, sheet } = reference;
    const cells = (area.bottom - area.top + 1) * (area.right - area.left + 1);
    return { kind: 'reference', text, sheet, address: areaAddress(area), cells };
  }
  const constant = readConstant(text);
  if (constant) return { kind: 'constant', text, cells: constant };
  return { kind: 'constant', text: quotedText(text), cells: [[text]] };
}

function argumentText(parameter: DraftParameter, argument: DraftArgument, keepBlank: boolean): string {
  if (argument.kind === 'none') return '';
  const { text } = argument;
  return argument.kind === 'reference' && parameter.blankMatters && keepBlank ? `IF(ISBLANK(${text}),"",${text})` : text;
}

/** The formula of a draft, with its leading `=`; arguments that are left out at the end are not written. */
export function formulaText(draft: FormulaDraft): string {
  const texts = draftParameters(draft).map((parameter) =>
    argumentText(parameter, draftArgument(draft.given[parameter.key] ?? ''), draft.keepBlank),
  );
  while (texts.at(-1) === '') texts.pop();
  return `=${draft.id}(${texts.join(',')})`;
}

/** Parameters that the formula needs and that are still empty. */
export function missingParameters(draft: FormulaDraft): DraftParameter[] {
  return draftParameters(draft).filter((one) => !one.optional && (draft.given[one.key] ?? '').trim() === '');
}

/** Whether a parameter is picked in the sheet; the others are chosen from a few words. */
export const isPicked = ({ takes }: ParameterFacts): boolean => takes !== 'choice' && takes !== 'truth';

/** A selected area as it is referred to from the formula's sheet; null where it is not one block of cells (whole columns, several areas). */
export function referenceText(selection: { readonly sheet: string; readonly address: string }, from: string | null): string | null {
  if (!readReference(selection.address)) return null;
  if (from === null || from === selection.sheet) return selection.address;
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(selection.sheet) && !readReference(selection.sheet);
  return `${plain ? selection.sheet : `'${selection.sheet.replaceAll("'", "''")}'`}!${selection.address}`;
}
