/** The tier of a measured value as a native formula, read from the criteria. Only where it says what the criteria say, for every value that matters. */
import { bandsOf, readCriteria, scoreEntry } from '../../rubric';
import type { Band, EntryValue } from '../../rubric/types';
import { banded, chainOf, resultBy, samples, type Chain } from '../../review/gradeFormula';
import { defaultReadingPolicy } from '../../rubric/policy';
import type { TemplateIndicator } from '../types';
import { quoted } from './scoreFormulas';

/** Whether the indicator's value stands in the cell as a fraction, shown in percent. */
export const isPercentEntry = (indicator: TemplateIndicator): boolean => indicator.entry.kind === 'percent';

function agrees(chain: Chain, bands: readonly Band[], indicator: TemplateIndicator): boolean {
  const reading = readCriteria(indicator.criteria ?? '');
  const percent = isPercentEntry(indicator);
  return samples(bands).every((value) => {
    const entry: EntryValue = { kind: 'number', value: percent ? value.div(100) : value, percentFormat: percent };
    const outcome = scoreEntry(reading, entry, { fullMarks: null, target: null, policy: defaultReadingPolicy });
    return outcome.tier === null || outcome.tier === resultBy(chain, value);
  });
}

function written(chain: Chain, cell: string, percent: boolean): string {
  return chain.steps.reduceRight(
    (rest, { sign, at, result }) => `IF(${cell}${sign}${at.toFixed()}${percent ? '%' : ''},${quoted(result)},${rest})`,
    quoted(chain.otherwise),
  );
}

/**
 * Tier of the value in `cell`; empty while the cell is blank or holds text.
 * @returns null where the criteria give no tiers for it, or none that a chain of IFs could tell.
 */
export function tierFormula(indicator: TemplateIndicator, cell: string): string | null {
  if (indicator.entry.kind === 'tiers') return `=IF(${cell}="","",${cell})`;
  const bands = banded(bandsOf(readCriteria(indicator.criteria ?? '')), 'tier');
  if (!bands || !['number', 'percent', 'count'].includes(indicator.entry.kind)) return null;
  const chains = [chainOf(bands, 'low', 'tier'), chainOf(bands, 'high', 'tier')].filter((chain) => chain !== null);
  const chain = chains.find((candidate) => agrees(candidate, bands, indicator));
  return chain ? `=IF(ISNUMBER(${cell}),${written(chain, cell, isPercentEntry(indicator))},"")` : null;
}
