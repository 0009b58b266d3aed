/**
 * RUBRIC_TIER as Excel calls it, against feelin (a FEEL engine) and a bare chain of Decimal comparisons; then thousands of cells calculated anew in
 * the workbench's engine against the same cells with native IFS. Ratios of one run, no thresholds.
 */
import { spawnSync } from 'node:child_process';
import Decimal from 'decimal.js';
import { build } from 'esbuild';
import { unaryTest } from 'feelin';
import { rubricTier } from '../../src/functions/functions';

const calls = 100_000;
const tiers = ['优秀', '良好', '合格', '不合格'] as const;

interface Criteria {
  readonly text: string;
  /** Lower ends of the upper three tiers. */
  readonly cuts: readonly number[];
}

/** Fifty criteria of four bands each, all different. */
const criteria = Array.from({ length: 50 }, (_, at): Criteria => {
  const cuts = [90 - (at % 7), 78 - (at % 5), 60 - (at % 10)].map((cut) => cut + at / 100);
  const [first = 0, second = 0, third = 0] = cuts;
  return { text: `${first}分以上为优秀，${second}分以上为良好，${third}分以上为合格，低于${third}分为不合格`, cuts };
});
const values = Array.from({ length: calls }, (_, at) => ((at * 7919) % 10_001) / 100);
const ofCall = (at: number): Criteria => criteria[at % criteria.length] as Criteria;

function ours(at: number): string {
  return rubricTier([[values[at]]], [[ofCall(at).text]])[0]?.[0] as string;
}

const feelTests = criteria.map(({ cuts: [first = 0, second = 0, third = 0] }) => [
  `>= ${first}`,
  `[${second}..${first}[`,
  `[${third}..${second}[`,
  `< ${third}`,
]);
function feel(at: number): string {
  const tests = feelTests[at % feelTests.length] ?? [];
  return tiers[tests.findIndex((test) => unaryTest(test, { '?': values[at] }).value === true)] ?? '';
}

const decimalCuts = criteria.map(({ cuts }) => cuts.map((cut) => new Decimal(String(cut))));
function chain(at: number): string {
  const value = new Decimal(String(values[at]));
  const met = (decimalCuts[at % decimalCuts.length] ?? []).findIndex((cut) => value.gte(cut));
  return tiers[met < 0 ? 3 : met] ?? '';
}

/** Milliseconds of so many calls, the best of three runs. */
function time(call: (at: number) => string, count: number): number {
  const runs = Array.from({ length: 3 }, () => {
    const began = performance.now();
    for (let at = 0; at < count; at++) call(at);
    return performance.now() - began;
  });
  return Math.min(...runs);
}

for (let at = 0; at < 2000; at++)
  if (ours(at) !== chain(at) || (at < 200 && feel(at) !== chain(at)))
    throw new Error(`${values[at]} ${ofCall(at).text}: ${ours(at)} ${feel(at)} ${chain(at)}`);

/** A FEEL engine parses its tests anew with every call: a tenth of the calls is enough to know its pace. */
const feelShare = 10;
const times = {
  RUBRIC_TIER: time(ours, calls),
  feelin: time(feel, calls / feelShare) * feelShare,
  'Decimal chain': time(chain, calls),
};
const round = (value: number): string => value.toFixed(value < 10 ? 2 : 0);
console.log(`${calls} calls over ${criteria.length} criteria`);
for (const [name, taken] of Object.entries(times))
  console.log(`  ${name.padEnd(14)} ${round(taken).padStart(7)} ms   RUBRIC_TIER takes ${round(times.RUBRIC_TIER / taken)} of it`);

/** The engine's packages load only as one CommonJS bundle, so its part runs as a program of its own. */
async function recalculation(): Promise<void> {
  spawnSync('node', ['scripts/bundleUniver.mjs'], { stdio: 'inherit' });
  await build({
    entryPoints: ['./test/bench/recalculation.ts'],
    outfile: '.cache/recalculation.cjs',
    bundle: true,
    platform: 'node',
    packages: 'external',
    define: { 'jest.setTimeout': 'Boolean' },
    plugins: [
      {
        name: 'engine',
        setup: ({ onResolve }) =>
          onResolve({ filter: /^@univerjs\// }, () => ({ path: `${process.cwd()}/.cache/univer.cjs`, external: true })),
      },
    ],
  });
  spawnSync('node', ['.cache/recalculation.cjs'], { stdio: 'inherit' });
}

void recalculation().then(() => process.exit());
