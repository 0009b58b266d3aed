/** Findings in the order in which they matter. */
import { parseAddress } from '../../form/address';
import type { Finding } from '../../review/types';
import type { Severity } from '../../rubric/types';

export interface FindingGroup {
  readonly severity: Severity;
  readonly findings: readonly Finding[];
}

const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** Groups by severity, the gravest first; within a group from top to bottom, then left to right. Empty groups are left out. */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  return severities
    .map((severity) => ({ severity, findings: findings.filter((finding) => finding.severity === severity).sort(byPlace) }))
    .filter((group) => group.findings.length > 0);
}

function byPlace(one: Finding, other: Finding): number {
  const [first, second] = [firstCell(one.cell), firstCell(other.cell)];
  return first.row - second.row || first.column - second.column;
}

function firstCell(address: string): { row: number; column: number } {
  return parseAddress(address.split(':')[0] ?? '') ?? { row: 0, column: 0 };
}
