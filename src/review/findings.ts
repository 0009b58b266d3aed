/** Findings about criteria and entries; those about weights, shares and totals come from where these are worked out. */
import type { Indicator, Place } from '../form/types';
import { readCriteria, type Issue, type IssueCode, type Reading, type Severity } from '../rubric';
import { textAt, findingAt, type ReviewContext } from './context';
import type { IndicatorFacts } from './indicatorFacts';
import { exactText, hundred, times, type Fraction } from './fraction';
import type { Legend } from './legend';
import { bareHoles } from './rowBands';
import type { AssessedEntry, Finding, FindingCode, Fix } from './types';

/** Issues of a criteria text that are always told: they are about its bands. */
const bandCodes: Readonly<Partial<Record<IssueCode, { readonly code: FindingCode; readonly variant?: string }>>> = {
  gap: { code: 'band-gap' },
  'integer-gap': { code: 'band-gap', variant: 'integer' },
  'shared-boundary': { code: 'band-shared-boundary' },
  overlap: { code: 'band-overlap' },
  contradiction: { code: 'band-contradiction' },
};

const lightly: ReadonlySet<IssueCode> = new Set(['integer-gap', 'shared-boundary']);
const severityOf = (issue: Issue): Severity => (lightly.has(issue.code) ? 'info' : issue.severity);

/** The issue's own repair: the criteria text rewritten so that the decision is stated. */
function fixOf(context: ReviewContext, issue: Issue, place: Place, before: string): Fix | null {
  if (!issue.fix) return null;
  const cell = findingAt(context, 'other', 'info', place).cell;
  const write = {
    sheet: context.form.sheet,
    cell,
    before: { value: before, formula: null },
    after: { kind: 'value' as const, value: issue.fix.text },
    reason: { code: 'criteria', details: { text: issue.fix.text } },
  };
  return { code: 'rewrite-criteria', details: { text: issue.fix.text }, write };
}

/** Whether an entry of the row was judged by the criteria, so that what they leave open matters here and now. */
const doubtful = (entries: readonly AssessedEntry[]): boolean =>
  entries.some(({ outcome, valid }) => valid && outcome.reason.length > 0 && outcome.certainty === 'ask');

function criteriaFinding(context: ReviewContext, issue: Issue, place: Place, indicator: string, matters: boolean): Finding[] {
  const band = bandCodes[issue.code];
  if (!band && !matters) return [];
  const text = textAt(context, place);
  const details = { indicator, clause: text.slice(issue.span.start, issue.span.end), ...issue.details };
  const fix = fixOf(context, issue, place, text);
  return [
    findingAt(context, band?.code ?? issue.code, severityOf(issue), place, {
      details,
      fix,
      ...(band?.variant ? { variant: band.variant } : {}),
    }),
  ];
}

/** What the criteria of an indicator leave open. Issues beyond their bands are told where an entry was judged by them and met doubt. */
export function criteriaFindings(context: ReviewContext, facts: IndicatorFacts, entries: readonly AssessedEntry[]): readonly Finding[] {
  const place = facts.indicator.criteria;
  if (!place || !facts.reading) return [];
  const told = mergedIssues(facts.reading.issues).flatMap((issue) =>
    criteriaFinding(context, issue, place, facts.indicator.name, doubtful(entries)),
  );
  return [...told, ...bareHoleFindings(context, facts, place)];
}

/** 完成90%得5分 taken literally leaves the values up to the next band without a tier. */
function bareHoleFindings(context: ReviewContext, facts: IndicatorFacts, place: Place): readonly Finding[] {
  const holes = facts.reading ? bareHoles(facts.reading, context.policy) : [];
  const range = holes.map(({ low, high, unit }) => `>${low.toFixed()}${unit} <${high.toFixed()}${unit}`).join('、');
  return holes.length === 0
    ? []
    : [findingAt(context, 'band-gap', 'warning', place, { details: { indicator: facts.indicator.name, range } })];
}

/** Issues of one code told together: 79-80分、89-90分. */
function mergedIssues(issues: readonly Issue[]): readonly Issue[] {
  const codes = [...new Set(issues.map(({ code }) => code))];
  return codes.map((code) => {
    const same = issues.filter((issue) => issue.code === code);
    const first = same[0] as Issue;
    const ranges = same.flatMap(({ details }) => (details.range ? [details.range] : []));
    const fix = same.find((issue) => issue.fix !== null)?.fix ?? null;
    return { ...first, fix, details: { ...first.details, ...(ranges.length > 0 ? { range: [...new Set(ranges)].join('、') } : {}) } };
  });
}

/** Two levels that meet in one number only share a boundary. */
const atOnePoint = (issue: Issue): Issue =>
  issue.code === 'overlap' && issue.details.at !== undefined && issue.details.range === `${issue.details.at}${issue.details.unit ?? ''}`
    ? { ...issue, code: 'shared-boundary' }
    : issue;

/** 较差(40~59分) beside 很差(40分以下): the reading gives 40 to one of them; by law (民法典 1259) 以下 has it too. */
function disputedBounds({ rules }: Reading): readonly Issue[] {
  const bands = rules.filter((rule) => rule.kind === 'band');
  return bands.flatMap((below) => {
    const { high } = below.interval;
    if (below.form !== 'below' || !high || high.inclusive) return [];
    const other = bands.find(({ interval: { low }, unit }) => low?.inclusive && low.at.eq(high.at) && unit === below.unit);
    const at = high.at.toFixed();
    const details = {
      at,
      unit: below.unit ?? '',
      range: `${at}${below.unit ?? ''}`,
      lower: below.award.tier ?? '',
      upper: other?.award.tier ?? '',
    };
    return other ? [{ code: 'shared-boundary', severity: 'info', span: below.span, details, fix: null }] : [];
  });
}

const wholeOnly = /整数|whole numbers?|integers?/iu;

/** What the intervals in the heads of level columns leave open, told once at the first of them. */
export function levelFindings(context: ReviewContext): readonly Finding[] {
  const { levels, headerRow } = context.form;
  const first = levels[0];
  if (!first) return [];
  const heads = levels.map(({ headerCell, label }) => textAt(context, headerCell).replace(/\s+/g, '') || label);
  if (!heads.some((head) => /\d/.test(head))) return [];
  const above = [...(context.grid.rows.get((headerRow ?? 1) - 1)?.values() ?? [])].map(({ value }) => String(value ?? ''));
  const whole = wholeOnly.test([...above, ...context.form.notes.map(({ text }) => text)].join('\n'));
  const reading = readCriteria(heads.join('，'));
  const issues = reading.issues.filter(({ code }) => !(whole && code === 'integer-gap'));
  return mergedIssues([...issues.map(atOnePoint), ...disputedBounds(reading)]).flatMap((issue) =>
    criteriaFinding(context, issue, first.headerCell, first.label, false),
  );
}

const entryCodes = new Set<FindingCode>([
  'out-of-range',
  'not-a-number',
  'unknown-level',
  'in-gap',
  'percent-scale',
  'missing-entry',
  'band-shared-boundary',
  'unit-mismatch',
]);

/** How a bare number under a % rubric was understood. */
const reading = ({ outcome, problem }: AssessedEntry): string =>
  outcome.normalized && problem === 'percent-scale' ? `${outcome.normalized.toFixed()}%` : '';

/** The entry as its cell shows it; the number itself where a percent cell hides the slip. */
const shownIn = (assessed: AssessedEntry): string =>
  assessed.shown !== '' ? assessed.shown : (assessed.outcome.problem?.details.value ?? '');

/** Problems that an entry can have and still stand; they are worded differently. */
const remarks = new Set<FindingCode>(['in-gap', 'percent-scale', 'band-shared-boundary', 'unit-mismatch']);

/** One finding for each entry with a problem; two marks in one row are one problem. */
export function entryFindings(context: ReviewContext, indicator: Indicator, entries: readonly AssessedEntry[]): readonly Finding[] {
  const several = entries.filter(({ outcome }) => outcome.problem?.details.reason === 'several');
  return entries.flatMap((assessed): Finding[] => {
    const { problem } = assessed.outcome;
    if (!problem || !entryCodes.has(problem.code) || several.indexOf(assessed) > 0) return [];
    const severity = problem.code === 'band-shared-boundary' ? 'info' : problem.severity;
    const variant = problem.details.reason ?? (assessed.valid && remarks.has(problem.code) ? 'valid' : undefined);
    return [
      findingAt(context, problem.code, severity, assessed.entry, {
        details: {
          indicator: indicator.name,
          tier: assessed.tier ?? '',
          reading: reading(assessed),
          ...problem.details,
          value: shownIn(assessed),
        },
        ...(variant ? { variant } : {}),
      }),
    ];
  });
}

/** Blanks of a checklist are told together: at the first of them, with how many there are. */
export function untickedTogether(context: ReviewContext, findings: readonly Finding[]): readonly Finding[] {
  const blank = findings.filter(({ code, variant }) => code === 'missing-entry' && variant === undefined);
  const [first] = blank;
  if (context.form.layout !== 'checklist' || !first || blank.length < 2) return findings;
  const details = { count: String(blank.length), cells: blank.map(({ cell }) => cell).join(', ') };
  return findings.flatMap((finding) =>
    finding === first ? [{ ...first, details, variant: 'unticked' }] : blank.includes(finding) ? [] : [finding],
  );
}

/** Rows whose top points are not their weight, where those of the other rows are: the maxima do not add up to 100. */
export function topMismatch(context: ReviewContext, indicator: Indicator, weight: Fraction, top: Fraction): Finding {
  const place = indicator.fullMarksCell ?? indicator.criteria ?? indicator.cell;
  const details = { indicator: indicator.name, weight: `${exactText(times(weight, hundred))}%`, top: exactText(top) };
  return findingAt(context, 'band-contradiction', 'warning', place, { variant: 'top', details });
}

/** A scale drawn with fewer words than numbers: which numbers a word covers is not said. */
export function legendFindings(context: ReviewContext, legend: Legend | null): readonly Finding[] {
  if (!legend?.words || legend.words.labels.length >= legend.words.numbers || legend.words.labels.length < 2) return [];
  const details = {
    labels: legend.words.labels.join('、'),
    count: String(legend.words.labels.length),
    numbers: String(legend.words.numbers),
  };
  return [findingAt(context, 'band-overlap', 'info', legend.words.place, { variant: 'legend', details })];
}

const weightedNote = /[∑Σ]\s*[(（][^()（）]*(?:评分|得分|分数|score)[^()（）]*[×*xX·][^()（）]*(?:权重|weight)/iu;

/** A note that multiplies with the weights, in a form whose scores are weighted points already. */
export function noteContradictions(context: ReviewContext, scoredInPoints: boolean, total: Fraction | null): readonly Finding[] {
  if (!scoredInPoints) return [];
  const note = context.form.notes.find(({ text }) => weightedNote.test(text));
  if (!note) return [];
  return [
    findingAt(context, 'band-contradiction', 'info', note, {
      variant: 'note',
      details: { note: note.text.trim(), total: total ? exactText(total) : '' },
    }),
  ];
}

/** The same finding told twice (by two rows that share a cell, or twice for one cell) is told once. */
export function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
  const key = (finding: Finding): string => `${finding.sheet}!${finding.cell} ${finding.code} ${finding.variant ?? ''}`;
  const seen = new Set<string>();
  return findings.filter((finding) => !seen.has(key(finding)) && seen.add(key(finding)));
}
