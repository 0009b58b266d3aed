/** Lists, tables and formulas, each laid out in a way of its own: the readers in the order in which they are asked. */
import type { Assembly } from './assemble';
import { bandTable } from './bandTable';
import { columns, impositions, namedCounts } from './columns';
import { conditionalDeductions, listedDeductions } from './conditionalDeductions';
import { bracketedPoints, headerTable, labelMap, pipedItems, pipedPairs } from './labelTables';
import { sureLabels } from './labelList';
import { lateWork } from './lateWork';
import { markedAnswers } from './markedAnswers';
import { numberedScale } from './numberedScale';
import { severities } from './severities';
import { signedItems } from './signedItems';
import { spokenFormula } from './spokenFormulas';
import { boundedFormula, explainedFormula, headedFormula, statedDifference } from './statedFormulas';
import { weightedParts } from './weightedParts';

const readers: readonly ((text: string) => Assembly | null)[] = [
  severities,
  labelMap,
  headerTable,
  impositions,
  bandTable,
  pipedPairs,
  pipedItems,
  explainedFormula,
  boundedFormula,
  headedFormula,
  statedDifference,
  spokenFormula,
  weightedParts,
  lateWork,
  markedAnswers,
  signedItems,
  bracketedPoints,
  sureLabels,
  numberedScale,
  columns,
  namedCounts,
  listedDeductions,
  conditionalDeductions,
];

/** Reads a text that is laid out as a list, a table or a formula; null where no layout uses it up. */
export function readLayout(text: string): Assembly | null {
  for (const read of readers) {
    const found = read(text);
    if (found) return found;
  }
  return null;
}
