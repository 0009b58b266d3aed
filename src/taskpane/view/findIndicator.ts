/** From a selected cell to the indicator that it belongs to. */
import { parseAddress } from '../../form/address';
import type { Area } from '../../form/grid';
import type { Indicator, Place } from '../../form/types';
import type { AssessedEntry, AssessedIndicator, AssessedTotal, Assessment } from '../../review/types';

/** What stands at the selected cell. `entry` is set where the cell itself is an entry; `total` where it is a total. */
export interface SelectedPlace {
  readonly assessment: Assessment;
  readonly indicator: AssessedIndicator | null;
  readonly entry: AssessedEntry | null;
  readonly total: AssessedTotal | null;
}

/** Sheet and A1 address (of a cell or an area: its first cell counts) → what it belongs to; null outside of every form. */
export function findIndicator(assessments: readonly Assessment[], sheet: string, address: string): SelectedPlace | null {
  const place = parseAddress((address.split('!').pop() ?? '').split(':')[0] ?? '');
  if (!place) return null;
  const assessment = assessments.find(({ form }) => form.sheet === sheet && isInside(form.range, place));
  return assessment ? describe(assessment, place) : null;
}

function describe(assessment: Assessment, place: Place): SelectedPlace | null {
  const total = assessment.totals.find((candidate) => isAt(candidate.total, place)) ?? null;
  const indicator = total
    ? onlyOneOf(assessment, total)
    : (assessment.indicators.find(({ indicator }) => covers(indicator, place)) ?? null);
  const entry = indicator?.entries.find((candidate) => isAt(candidate.entry, place)) ?? (total && indicator ? measuredOf(indicator) : null);
  return total || indicator ? { assessment, indicator, entry, total } : null;
}

/** The indicator of a total that belongs to one alone, such as the grade in its row. */
function onlyOneOf({ indicators }: Assessment, { total }: AssessedTotal): AssessedIndicator | null {
  const [first, ...others] = total.indicators;
  return first !== undefined && others.length === 0 ? (indicators[first] ?? null) : null;
}

/** The entry from which such a total follows, where there is only one that can be meant. */
function measuredOf({ entries }: AssessedIndicator): AssessedEntry | null {
  const measured = entries.filter(({ entry }) => entry.role === 'actual');
  return measured.length === 1 ? (measured[0] ?? null) : null;
}

function covers(indicator: Indicator, place: Place): boolean {
  const along = indicator.column === null ? place.row : place.column;
  return along >= indicator.rows[0] && along <= indicator.rows[1];
}

const isAt = (one: Place, other: Place): boolean => one.row === other.row && one.column === other.column;

const isInside = (area: Area, place: Place): boolean =>
  place.row >= area.top && place.row <= area.bottom && place.column >= area.left && place.column <= area.right;
