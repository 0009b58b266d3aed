/** `rubric read`: criteria texts in as JSON lines, what they were read into and what each probe gives out as JSON lines. */
import type Decimal from 'decimal.js';
import { canonicalText, entryOf, readCriteria, scoreEntry, targetOf, type EntryValue, type Outcome, type Reading } from '../rubric';
import { decimalOfDouble } from '../rubric/decimal';
import { exitCodes, UsageError, type ExitCode, type Terminal } from './terminal';

type ProbeValue = string | number | boolean | null | { readonly [part: string]: ProbeValue };

interface Probe {
  readonly value: ProbeValue;
  readonly fullMarks?: string | number | null;
  readonly target?: string | number | null;
}

interface Request {
  readonly id?: unknown;
  readonly text: string;
  readonly probes?: readonly Probe[];
}

const text = (value: Decimal | null): string | null => value && value.toFixed();

function entryValue(value: ProbeValue): EntryValue {
  if (value === null || typeof value !== 'object') return entryOf(value);
  return { kind: 'parts', parts: Object.fromEntries(Object.entries(value).map(([name, part]) => [name, entryValue(part)])) };
}

const given = (value: string | number | null | undefined): string | null =>
  value === null || value === undefined ? null : typeof value === 'number' ? decimalOfDouble(value).toFixed() : value;

function outcomeOf(reading: Reading, probe: Probe): Outcome {
  const target = given(probe.target);
  const fullMarks = given(probe.fullMarks);
  return scoreEntry(reading, entryValue(probe.value), {
    target: target === null ? null : targetOf(target),
    fullMarks: fullMarks === null ? null : (targetOf(fullMarks)?.amount ?? null),
  });
}

const shown = ({ tier, points, range, certainty }: Outcome): object => ({
  tier,
  points: text(points),
  range: range && range.map(text),
  certainty,
});

/** One line of input → one line of output. Throws UsageError where the line is no request. */
export function readLine(line: string, number: number): string {
  const request = parse(line, number);
  const reading = readCriteria(request.text);
  return JSON.stringify({
    id: request.id ?? null,
    certainty: reading.certainty,
    rules: reading.rules,
    issues: [...new Set(reading.issues.map(({ code }) => code))],
    canonical: canonicalText(reading, reading.language),
    outcomes: (request.probes ?? []).map((probe) => shown(outcomeOf(reading, probe))),
  });
}

function parse(line: string, number: number): Request {
  try {
    const value: unknown = JSON.parse(line);
    if (value !== null && typeof value === 'object' && typeof (value as Request).text === 'string') return value as Request;
  } catch {
    // Not JSON: said below, with the line's number.
  }
  throw new UsageError('read-line', { line: String(number) });
}

/** Reads requests line by line and answers each at once, so that a pipe of any length flows through. */
export async function read(_args: readonly string[], terminal: Pick<Terminal, 'write' | 'lines'>): Promise<ExitCode> {
  let number = 0;
  for await (const line of terminal.lines) {
    number += 1;
    if (line.trim() !== '') terminal.write(`${readLine(line, number)}\n`);
  }
  return exitCodes.done;
}
