/**
 * Has LibreOffice calculate every form of the gallery and compares its values with our decimals: `npm run test:libreoffice`.
 * Needs `soffice` (Debian: libreoffice-calc). Not part of `npm test`.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cellAddress } from '../src/form/address';
import { gallery, loadTemplate } from '../src/template/gallery';
import { newStoredRubric } from '../src/template/storedRubric';
import { planWorkbook } from '../src/workbook/xlsx/planWorkbook';
import { openXlsxWorkbook } from '../src/workbook/xlsx/xlsxWorkbook';
import type { SheetPlan } from '../src/template/sheetPlan';
import {
  disagreements,
  formulaCells,
  judged,
  makeForm,
  slips,
  validEntries,
  withSlip,
  type Filled,
  type MadeForm,
} from '../test/template/roundTrip';

/** LibreOffice keeps stored results unless it is told to calculate what it loads. */
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

const seeds = [31, 32];

interface Case {
  readonly file: string;
  readonly made: MadeForm;
  readonly entries: Filled;
}

/** The plan with its entries typed in. */
const filledPlan = (plan: SheetPlan, entries: Filled): SheetPlan => ({
  ...plan,
  cells: plan.cells.map((cell) => {
    const value = entries.get(cellAddress(cell.row, cell.column));
    if (value === undefined || value === '') return cell;
    return { ...cell, content: typeof value === 'number' ? { kind: 'number', number: String(value) } : { kind: 'text', text: value } };
  }),
});

/** Entries to try: right ones, and one slip of each kind. */
const trials = (plan: SheetPlan): readonly Filled[] => [
  ...seeds.map((seed) => validEntries(plan, seed)),
  ...slips.flatMap((slip, at) => withSlip(plan, validEntries(plan, 40 + at), slip, at) ?? []),
];

async function writeCases(folder: string, only: string | undefined): Promise<readonly Case[]> {
  const cases: Case[] = [];
  for (const { id, languages } of gallery.filter((entry) => only === undefined || entry.id === only))
    for (const language of languages) {
      const template = await loadTemplate(id, language);
      const made = await makeForm(template);
      trials(made.plan).forEach((entries, at) => {
        const file = `${id}.${language}.${at}.xlsx`;
        const rubric = newStoredRubric(template, '2026-01-01');
        writeFileSync(join(folder, file), planWorkbook(filledPlan(made.plan, entries), { protect: true, rubric }));
        cases.push({ file, made, entries });
      });
    }
  return cases;
}

/** Files that one run of LibreOffice takes: of several hundred it leaves out those behind the 250th. */
const atOnce = 60;

function calculate(profile: string, files: readonly string[], output: string): void {
  const options = [`-env:UserInstallation=${pathToFileURL(profile)}`, '--headless', '--convert-to', 'xlsx', '--outdir', output];
  for (let from = 0; from < files.length; from += atOnce)
    execFileSync('soffice', [...options, ...files.slice(from, from + atOnce)], { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** What LibreOffice gave for the sheet's formulas. */
async function resultsOf(path: string, { file, made }: Case): Promise<Filled> {
  const [grid] = (await openXlsxWorkbook(readFileSync(path), file).snapshot()).grids;
  const values = new Map<string, string | number>();
  for (const [row, cells] of grid?.rows ?? [])
    for (const [column, { value }] of cells) values.set(cellAddress(row, column), typeof value === 'number' ? value : String(value ?? ''));
  return new Map(formulaCells(made.plan).map((address) => [address, values.get(address) ?? '']));
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rubric-libreoffice-'));
  const [input, output, profile] = ['in', 'out', 'profile'].map((name) => join(folder, name)) as [string, string, string];
  for (const path of [input, output, join(profile, 'user')]) mkdirSync(path, { recursive: true });
  writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), settings);
  const cases = await writeCases(input, process.argv[2]);
  calculate(
    profile,
    cases.map(({ file }) => join(input, file)),
    output,
  );
  let [compared, different] = [0, 0];
  for (const each of cases) {
    const computed = await resultsOf(join(output, each.file), each);
    const wrong = disagreements(judged(each.made, each.entries, computed), computed);
    compared += computed.size;
    different += wrong.length;
    if (wrong.length > 0) console.log(`${each.file}\n  ${wrong.join('\n  ')}`);
  }
  rmSync(folder, { recursive: true, force: true });
  console.log(`${cases.length} filled forms, ${compared} formula cells, ${different} of them different from our decimals`);
  process.exitCode = different > 0 || cases.length === 0 ? 1 : 0;
}

void main();
