/** The tables of the policies page: two columns that the user fills. */
import type { ReviewPolicy } from '../../review/policy';

export interface PolicyRow {
  readonly name: string;
  readonly value: string;
}

/** `policy.<key>` is the heading, `.name` and `.value` the columns, `.example` what a row says, `.empty` what an empty table means. */
export interface PolicyTable {
  readonly key: 'tierPoints' | 'raterShares' | 'gradeScale' | 'coefficients';
  /** Whether the first column holds numbers too. */
  readonly numericName: boolean;
  read(policy: ReviewPolicy): PolicyRow[];
  write(policy: ReviewPolicy, rows: readonly PolicyRow[]): ReviewPolicy;
}

const fromRecord = (record: Readonly<Record<string, string>>): PolicyRow[] =>
  Object.entries(record).map(([name, value]) => ({ name, value }));
const toRecord = (rows: readonly PolicyRow[]): Record<string, string> =>
  Object.fromEntries(rows.map(({ name, value }) => [name.trim(), value.trim()]));

/** Highest first, as the policy wants its scales. */
const descending = <Step>(steps: readonly Step[], from: (step: Step) => string): Step[] =>
  [...steps].sort((one, other) => Number(from(other)) - Number(from(one)));

export const policyTables: readonly PolicyTable[] = [
  {
    key: 'gradeScale',
    numericName: false,
    read: ({ gradeScale }) => gradeScale.map(({ tier, from }) => ({ name: tier, value: from })),
    write: (policy, rows) => ({
      ...policy,
      gradeScale: descending(
        rows.map(({ name, value }) => ({ tier: name.trim(), from: value.trim() })),
        ({ from }) => from,
      ),
    }),
  },
  {
    key: 'coefficients',
    numericName: true,
    read: ({ coefficients }) => coefficients.map(({ from, coefficient }) => ({ name: from, value: coefficient })),
    write: (policy, rows) => ({
      ...policy,
      coefficients: descending(
        rows.map(({ name, value }) => ({ from: name.trim(), coefficient: value.trim() })),
        ({ from }) => from,
      ),
    }),
  },
  {
    key: 'tierPoints',
    numericName: false,
    read: ({ tierPoints }) => fromRecord(tierPoints),
    write: (policy, rows) => ({ ...policy, tierPoints: toRecord(rows) }),
  },
  {
    key: 'raterShares',
    numericName: false,
    read: ({ raterShares }) => fromRecord(raterShares),
    write: (policy, rows) => ({ ...policy, raterShares: toRecord(rows) }),
  },
];

const decimal = /^-?\d+(\.\d+)?$/;

/** Whether a row can be stored: a name, and numbers where numbers belong. */
export function isRowValid({ name, value }: PolicyRow, { numericName }: Pick<PolicyTable, 'numericName'>): boolean {
  return decimal.test(value.trim()) && (numericName ? decimal.test(name.trim()) : name.trim() !== '');
}
