/** One form judged: entries, weights, totals, findings. The only place that puts the steps together. */
import Decimal from 'decimal.js';
import type { Grid } from '../form/grid';
import type { Form, Indicator } from '../form/types';
import type { Reading } from '../rubric';
import { blocksOf } from './blocks';
import type { ReviewContext } from './context';
import { bandsFor, levelBands, partShare, readingOf, topOf } from './criteria';
import { assessEntries, blankLines, typedScores } from './entries';
import type { IndicatorFacts } from './indicatorFacts';
import {
  criteriaFindings,
  entryFindings,
  legendFindings,
  levelFindings,
  noteContradictions,
  topMismatch,
  untickedTogether,
  withoutRepeats,
} from './findings';
import { decimalOf, fractionOf, sumOf, zero, type Fraction } from './fraction';
import { legendOf, type Legend } from './legend';
import type { ReviewPolicy } from './policy';
import type { Reckoning } from './reckoning';
import { settleCells } from './settleCells';
import { scaleOf, scoresArePoints, type Combine, type ScaleRow } from './scale';
import { noteShareFindings } from './noteShares';
import { joinSiblings, ownFindings } from './siblings';
import { presentIn, statusOf, totalFinding, valueOverFormula } from './standingTotal';
import { functionFormulaOf, nativeFormulaOf } from './totalFormulas';
import type { AssessedEntry, AssessedIndicator, AssessedTotal, Assessment, Finding } from './types';
import { isExtra, type Weight, type Weighing } from './weight';
import { weigh } from './weights';
import { wordScaleOf } from './wordPoints';
import { workOut, type WorkedTotal } from './workOut';

interface Read {
  readonly readings: readonly (Reading | null)[];
  readonly tops: readonly (Fraction | null)[];
  readonly scores: readonly (readonly Fraction[])[];
}

const rowsOf = (read: Read, weights: readonly Weight[], block: readonly number[]): readonly ScaleRow[] =>
  block.map((index) => ({ weight: weights[index] as Weight, top: read.tops[index] ?? null, scores: read.scores[index] ?? [] }));

const normal = (form: Form, block: readonly number[]): readonly number[] =>
  block.filter((index) => form.indicators[index]?.kind === 'normal');

/** Whether a block's scores are points whose plain sum is the total, seen before missing weights are settled. */
function inPoints(context: ReviewContext, read: Read, block: readonly number[], weights: readonly Weight[]): boolean {
  const known = normal(context.form, block).filter((index) => weights[index]?.share);
  const rows = rowsOf(read, weights, known);
  const stated = rows.filter((row) => row.top !== null);
  const matching = stated.filter(
    (row) =>
      row.top &&
      row.weight.share &&
      fractionOf(decimalOf(row.top)).numerator * row.weight.share.denominator === 100n * row.weight.share.numerator * row.top.denominator,
  );
  return stated.length > 0 ? matching.length * 2 >= stated.length : scoresArePoints(rows);
}

interface Scales {
  readonly combine: Combine[];
  readonly tops: (Fraction | null)[];
  readonly mismatches: number[];
}

/** Scale of every block; rows that are no normal ones keep their own top and have no limit otherwise. */
function scalesOf(context: ReviewContext, read: Read, weights: readonly Weight[], legend: Legend | null): Scales {
  const out: Scales = { combine: context.form.indicators.map(() => 'sum'), tops: [...read.tops], mismatches: [] };
  for (const block of context.blocks) {
    const rows = normal(context.form, block.indicators).filter(
      (index) => !(isExtra(context, context.form.indicators[index] as Indicator) && !weights[index]?.share),
    );
    const scale = scaleOf(rowsOf(read, weights, rows), legend?.most ?? null, context.policy);
    rows.forEach((index, at) => {
      out.combine[index] = scale.combine;
      out.tops[index] = scale.tops[at] ?? null;
    });
    out.mismatches.push(...scale.mismatches.map((at) => rows[at] as number));
  }
  return out;
}

function factsOf(context: ReviewContext, read: Read, tops: readonly (Fraction | null)[], legend: Legend | null): readonly IndicatorFacts[] {
  const words = wordScaleOf(context.form);
  return context.form.indicators.map((indicator, index) => {
    const reading = read.readings[index] ?? null;
    const top = tops[index] ?? null;
    const least = legend && legend.least.numerator > 0n && indicator.kind === 'normal' ? decimalOf(legend.least) : null;
    return { indicator, index, reading, bands: bandsFor(context, reading), most: top ? decimalOf(top) : null, least, words };
  });
}

function assessedIndicator(reckoning: Reckoning, index: number): AssessedIndicator {
  const facts = reckoning.facts[index] as IndicatorFacts;
  const share = reckoning.weights[index]?.share ?? null;
  return {
    indicator: facts.indicator,
    reading: facts.reading,
    certainty: facts.reading?.certainty ?? 'unread',
    bands: facts.bands,
    effectiveWeight: share && {
      numerator: new Decimal(share.numerator.toString()),
      denominator: new Decimal(share.denominator.toString()),
    },
    fullMarks: facts.most,
    entries: reckoning.entries[index] ?? [],
  };
}

function assessedTotals(
  reckoning: Reckoning,
  worked: readonly WorkedTotal[],
): { totals: readonly AssessedTotal[]; findings: readonly Finding[] } {
  const status = worked.map((_, index) => statusOf(reckoning, worked, index));
  const trusted = (index: number): boolean => status[index] === 'right' || (status[index] === 'blank' && worked[index]?.expected !== null);
  const native = worked.map((_, index) => nativeFormulaOf(reckoning, worked, index, trusted));
  const totals = worked.map((one, index): AssessedTotal => ({
    total: one.total,
    expected: one.expected,
    percent: one.result.kind === 'number' && one.result.percent,
    present: presentIn(reckoning, one.total),
    status: status[index] ?? 'blank',
    blockedBy: one.blockedBy,
    reason: one.reason,
    nativeFormula: native[index] ?? null,
    functionFormula: functionFormulaOf(reckoning, worked, index, trusted),
  }));
  const findings = worked.flatMap((_, index) => [
    totalFinding(reckoning, worked, index, native[index] ?? null),
    valueOverFormula(reckoning, worked, index, native[index] ?? null),
  ]);
  return { totals, findings: findings.filter((finding) => finding !== null) };
}

/** A column of results that people fill in beside several raters, without any rule how these lead to it. */
function resultColumnFindings(context: ReviewContext): readonly Finding[] {
  return noteShareFindings(context);
}

function pointsSum(reckoning: Reckoning): Fraction | null {
  const scores = reckoning.entries.flatMap((entries, index) => {
    const typed =
      reckoning.form.indicators[index]?.kind === 'normal' && reckoning.weights[index]?.share
        ? entries.find(({ entry, score }) => entry.role === 'score' && score !== null)
        : undefined;
    return typed?.score ? [fractionOf(typed.score)] : [];
  });
  return scores.length > 0 ? sumOf(scores) : null;
}

function allFindings(reckoning: Reckoning, weighing: Weighing, scales: Scales, totals: readonly Finding[]): readonly Finding[] {
  const { form } = reckoning;
  const weighted = weighing.weights.some(({ share, source }) => share !== null && source !== 'marks');
  const scoredInPoints =
    weighted &&
    form.indicators.every(
      (indicator, index) => indicator.kind !== 'normal' || !weighing.weights[index]?.share || scales.combine[index] === 'sum',
    );
  return withoutRepeats([
    ...weighing.findings,
    ...reckoning.facts.flatMap((facts, index) => criteriaFindings(reckoning, facts, reckoning.entries[index] ?? [])),
    ...levelFindings(reckoning),
    ...legendFindings(reckoning, reckoning.legend),
    ...scales.mismatches.map((index) =>
      topMismatch(reckoning, form.indicators[index] as Indicator, weighing.weights[index]?.share ?? zero, scales.tops[index] ?? zero),
    ),
    ...untickedTogether(
      reckoning,
      form.indicators.flatMap((indicator, index) => entryFindings(reckoning, indicator, reckoning.entries[index] ?? [])),
    ),
    ...reckoning.found,
    ...resultColumnFindings(reckoning),
    ...noteContradictions(reckoning, scoredInPoints, pointsSum(reckoning)),
    ...totals,
  ]);
}

/** Everything before the totals. */
function reckon(context: ReviewContext): { reckoning: Reckoning; weighing: Weighing; scales: Scales } {
  const readings = context.form.indicators.map(readingOf);
  const read: Read = {
    readings,
    tops: context.form.indicators.map((indicator, index) => topOf(context.form, indicator, readings[index] ?? null)),
    scores: context.form.indicators.map((indicator) => typedScores(context, indicator).map((score) => fractionOf(score))),
  };
  const legend = legendOf(context);
  const weighing = weigh(context, { tops: read.tops, parts: readings.map(partShare) }, (block, weights) =>
    inPoints(context, read, block, weights),
  );
  const scales = scalesOf(context, read, weighing.weights, legend);
  const facts = factsOf(context, read, scales.tops, legend);
  const blank = blankLines(context);
  const entries: readonly (readonly AssessedEntry[])[] = facts.map((fact) => assessEntries(context, fact, blank));
  return {
    reckoning: {
      ...context,
      facts,
      entries,
      weights: weighing.weights,
      combine: scales.combine,
      tops: scales.tops,
      legend,
      blank,
      found: [],
    },
    weighing,
    scales,
  };
}

const emptyGrid = (sheet: string): Grid => ({
  sheet,
  sheetId: sheet,
  visibility: 'visible',
  isProtected: false,
  usedArea: null,
  rows: new Map(),
  merges: [],
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
  tables: [],
});

const sheetIndexes = new WeakMap<readonly object[], ReadonlyMap<string, readonly object[]>>();

/** What stands on each sheet, looked up once for all forms of a workbook. */
function bySheet<T extends { readonly sheet: string }>(all: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const known = sheetIndexes.get(all) as ReadonlyMap<string, readonly T[]> | undefined;
  if (known) return known;
  const index = new Map<string, T[]>();
  for (const one of all) (index.get(one.sheet) ?? index.set(one.sheet, []).get(one.sheet))?.push(one);
  sheetIndexes.set(all, index);
  return index;
}

/** Sheets without a form, which may hold instructions; told with the first form of the workbook, so that they are told once. */
function notesElsewhere(grids: readonly Grid[], forms: readonly Form[]): readonly Grid[] {
  const used = new Set(forms.map(({ sheet }) => sheet));
  return grids.filter(({ sheet }) => !used.has(sheet));
}

/**
 * Judges a form.
 *
 * @param grids all sheets of the workbook; the form's own is found by its name
 * @param others the other forms of the workbook: those on the same sheet may carry the rest of the weights
 */
export function assess(form: Form, grids: readonly Grid[], policy: ReviewPolicy, others: readonly Form[] = []): Assessment {
  const grid = bySheet(grids).get(form.sheet)?.[0] ?? emptyGrid(form.sheet);
  const siblings = (bySheet(others).get(form.sheet) ?? []).filter((other) => other !== form);
  const own = settleCells(form, grid);
  const joined = joinSiblings(own, siblings, (sibling) => settleCells(sibling, grid));
  const instructions = others.length === 0 || others[0] === form ? notesElsewhere(grids, [form, ...others]) : [];
  const context: ReviewContext = {
    form: joined.form,
    grid,
    policy,
    blocks: blocksOf(joined.form),
    levelBands: levelBands(joined.form, grid),
    instructions,
  };
  const { reckoning, weighing, scales } = reckon(context);
  const { totals, findings } = assessedTotals(reckoning, workOut(reckoning));
  return {
    form: own,
    indicators: own.indicators.map((_, index) => assessedIndicator(reckoning, index)),
    totals: totals.slice(0, joined.ownTotals),
    findings: ownFindings(joined, own, allFindings(reckoning, weighing, scales, findings)),
  };
}

/** Judges all forms of a workbook, each with the others in view. */
export const assessAll = (forms: readonly Form[], grids: readonly Grid[], policy: ReviewPolicy): readonly Assessment[] =>
  forms.map((form) => assess(form, grids, policy, forms));
