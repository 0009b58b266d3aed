/**
 * A workbook of 1,000 forms through the unmodified office.js and the workbench's host: reading its cells, checking it, and checking one sheet
 * again after an edit. Ratios of one run, no thresholds. `FORMS=200` makes it smaller.
 */
import { createRequire } from 'node:module';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import type { CheckResult } from '../../src/actions/action';
import { filledForm } from './filledForm';
import type { startExcel as StartExcel } from '../host/support';

const root = process.cwd();
const count = Number(process.env.FORMS ?? 1000);

const univer: Plugin = {
  name: 'univer',
  setup(bundle) {
    bundle.onResolve({ filter: /^@univerjs\// }, () => ({ path: join(root, '.cache/univer.cjs'), external: true }));
  },
};

/** The host's support and the product as one script: Univer's own modules do not load in Node. */
async function load() {
  const { bundleUniver } = (await import(join(root, 'scripts/bundleUniver.mjs'))) as { bundleUniver(): Promise<string> };
  await bundleUniver();
  const directory = mkdtempSync(join(tmpdir(), 'forms-bench-'));
  const outfile = join(directory, 'bench.cjs');
  await build({
    stdin: {
      contents: `
        export { startExcel } from './test/host/support';
        export { openExcelWorkbook } from './src/workbook/excel/excelWorkbook';
        export { check } from './src/actions/check';`,
      resolveDir: root,
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    plugins: [univer],
    external: ['@microsoft/office-js'],
    define: { __filename: JSON.stringify(join(root, 'test/bench/forms.bench.ts')) },
    logLevel: 'error',
  });
  Object.assign(globalThis, { jest: { setTimeout: () => undefined } });
  const parts = createRequire(join(root, 'package.json'))(outfile) as {
    startExcel: typeof StartExcel;
    openExcelWorkbook: (typeof import('../../src/workbook/excel/excelWorkbook'))['openExcelWorkbook'];
    check: (typeof import('../../src/actions/check'))['check'];
  };
  return { ...parts, clean: () => rmSync(directory, { recursive: true, force: true }) };
}

interface Timed<Result> {
  readonly result: Result;
  readonly milliseconds: number;
  readonly requests: number;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function main(): Promise<void> {
  const { startExcel, openExcelWorkbook, check, clean } = await load();
  const app = await startExcel({ sheets: Object.fromEntries(Array.from({ length: count }, (_, at) => [`S${at + 1}`, filledForm(at)])) });
  Object.assign(globalThis, { Excel: app.Excel });
  const workbook = openExcelWorkbook();

  async function timed<Result>(work: () => Promise<Result>): Promise<Timed<Result>> {
    await app.settled();
    const requests = app.host.traffic.requests;
    const from = performance.now();
    const result = await work();
    return { result, milliseconds: performance.now() - from, requests: app.host.traffic.requests - requests };
  }

  async function repeated<Result>(times: number, work: () => Promise<Result>): Promise<Timed<Result>> {
    const runs: Timed<Result>[] = [];
    for (let at = 0; at < times; at++) runs.push(await timed(work));
    const last = runs.at(-1) as Timed<Result>;
    return { ...last, milliseconds: median(runs.map(({ milliseconds }) => milliseconds)) };
  }

  const tell = (what: string, { milliseconds, requests }: Timed<unknown>, more = ''): void =>
    console.log(`${what.padEnd(34)} ${milliseconds.toFixed(0).padStart(7)} ms ${String(requests).padStart(5)} requests${more}`);

  await workbook.snapshot();
  const read = await repeated(3, () => workbook.snapshot());
  const whole = await repeated<CheckResult>(3, () => check.perform({ workbook }, {}));
  app.edit('S1', 'D4', [[99]]);
  const one = await repeated<CheckResult>(3, () => check.perform({ workbook }, { sheets: ['S1'], former: whole.result }));
  tell(`read ${count} sheets`, read);
  tell(`check ${whole.result.assessments.length} forms`, whole, `  ${(whole.milliseconds / read.milliseconds).toFixed(2)} × reading`);
  tell('check one sheet after an edit', one, `  ${one.result.assessments.length} form judged`);
  await app.settled();
  app.dispose();
  clean();
  process.exit(0);
}

void main();
