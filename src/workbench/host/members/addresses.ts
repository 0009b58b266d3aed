/** From what an add-in writes as an address (A1, a name, several areas) to places, and back. */
import { fromAddress, quoteSheet, splitSheet, toAddress } from '../../model/area';
import type { Area, Place } from '../../model/workbookModel';
import { HostError } from '../hostError';
import type { HostContext } from '../hostObject';
import { findSheet, infoOf, wholeSheet } from './objects';

const placeOfName = (context: HostContext, name: string, sheet: string): Place | null => {
  const found = context.model
    .names()
    .filter((each) => each.name.toLowerCase() === name.toLowerCase())
    .sort((one, other) => Number(other.sheet === sheet) - Number(one.sheet === sheet))[0];
  if (!found || (found.sheet !== '' && found.sheet !== sheet)) return null;
  return placeOfFormula(context, found.formula);
};

/** The place a name's formula refers to; null where it is no plain reference. */
export const placeOfFormula = (context: HostContext, formula: string): Place | null => {
  const { sheet, address } = splitSheet(formula);
  const area = fromAddress(address);
  const found = sheet === null ? null : findSheet(context, sheet);
  return area && found ? { sheet: found.id, area } : null;
};

/** Reads an address as seen from a sheet; `InvalidArgument` where it is none, as in Excel. */
export const placeOf = (context: HostContext, sheet: string, text: unknown): Place => {
  if (text === null || text === undefined || text === '') return { sheet, area: wholeSheet };
  if (typeof text !== 'string') throw new HostError('InvalidArgument');
  const split = splitSheet(text);
  const on = split.sheet === null ? sheet : findSheet(context, split.sheet)?.id;
  const area = fromAddress(split.address);
  if (on !== undefined && area) return { sheet: on, area };
  const named = split.sheet === null ? placeOfName(context, split.address, sheet) : null;
  if (!named) throw new HostError('InvalidArgument');
  return named;
};

/** `Sheet1!A1:B2`, several areas with commas between. */
export const addressOf = (context: HostContext, sheet: string, areas: readonly Area[]): string =>
  areas.map((area) => `${quoteSheet(infoOf(context, sheet).name)}!${toAddress(area)}`).join(',');
