/** The `criteria` argument: a text, one text for each value, or a table of bands; and its reading, made once a text. */
import { readCriteria, type Reading } from '../rubric';
import { isBandTable, readBandTable, tableText, type TableAnswer } from './bandTable';
import { cellsOf, type Cell, type Cells } from './broadcast';
import { FunctionFailure } from './failure';
import { isBlank } from './number';
import { chosenReading } from './readingPolicy';

/** Readings kept at a time: a form has tens of criteria, a workbook hundreds. */
const kept = 2000;
const readings = new Map<string, Reading>();

/** The reading of a text; parsed once however many cells use it. */
export function readingOf(text: string): Reading {
  const known = readings.get(text);
  if (known) return known;
  const reading = readCriteria(text);
  if (readings.size >= kept) readings.clear();
  readings.set(text, reading);
  return reading;
}

/**
 * The argument as cells of criteria texts, to be spread over the values. A table of bands is put into words; so is everything scored in one way.
 * @param answer what a table is asked for
 * @returns one argument for `broadcast`; a cell is null where the argument is left out
 */
export function criteriaOf(argument: unknown, answer: TableAnswer): [Cells] {
  const cells = cellsOf(argument);
  if (cells === null) return [[[null]]];
  return [isBandTable(cells) ? [[tableText(readBandTable(cells), answer)]] : cells];
}

/**
 * The reading of one criteria cell.
 * @throws FunctionFailure `criteria-missing` where it is empty, `criteria-unread` where nothing in it could be read
 */
export function readingIn(cell: Cell): Reading {
  if (isBlank(cell)) throw new FunctionFailure('value', 'criteria-missing');
  const text = String(cell);
  const reading = readingOf(chosenReading(text));
  if (reading.certainty === 'unread') throw new FunctionFailure('value', 'criteria-unread', { text: text.slice(0, 60) });
  return reading;
}
