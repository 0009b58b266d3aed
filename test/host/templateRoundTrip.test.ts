/**
 * Every form of the gallery, and one of each layout: filled with entries that are right and with slips, its own formulas calculated by the
 * workbench's engine, the same form graded by the product. They agree in every cell.
 */
import { cellAddress, parseAddress } from '../../src/form/address';
import { gallery, loadTemplate } from '../../src/template/gallery';
import { newStoredRubric } from '../../src/template/storedRubric';
import type { Template } from '../../src/template/types';
import { planWorkbook } from '../../src/workbook/xlsx/planWorkbook';
import { readWorkbook } from '../../src/workbench/files/readWorkbook';
import { examples, vetoForm } from '../template/examples';
import {
  disagreements,
  formulaCells,
  judged,
  makeForm,
  slips,
  unknownFormulas,
  validEntries,
  withSlip,
  type Filled,
  type MadeForm,
} from '../template/roundTrip';
import { startHost, type StartedHost } from './support';

const documents: readonly (readonly [string, () => Promise<Template>])[] = [
  ...[...examples, vetoForm].map((template) => [`layout ${template.id}`, () => Promise.resolve(template)] as const),
  ...gallery.flatMap(({ id, languages }) => languages.map((language) => [`${id} ${language}`, () => loadTemplate(id, language)] as const)),
];

/** Without the validations: they would refuse the slips, and here it is the formulas that must stand up to them. */
async function openInEngine({ plan }: MadeForm): Promise<StartedHost> {
  const rubric = newStoredRubric(plan.template, '2026-01-01');
  const bytes = planWorkbook({ ...plan, validations: [] }, { protect: true, rubric });
  const result = readWorkbook(bytes, `${plan.template.id}.xlsx`);
  if (result.kind !== 'opened') throw new Error(result.code);
  return startHost({ workbook: result.opened.workbook, extras: result.opened.extras });
}

const areaOf = (address: string) => {
  const place = parseAddress(address);
  return { row: (place?.row ?? 1) - 1, column: (place?.column ?? 1) - 1, rows: 1, columns: 1 };
};

/** Types the entries, clears the other entry cells, and reads what the formulas give. */
async function calculated(started: StartedHost, { plan }: MadeForm, entries: Filled): Promise<Filled> {
  const sheet = started.model.sheets()[0]?.id ?? '';
  for (const { row, column } of plan.entries) {
    const address = cellAddress(row, column);
    started.model.write(sheet, areaOf(address), [[entries.get(address) ?? '']]);
  }
  await started.model.calculate(true);
  return new Map(formulaCells(plan).map((address) => [address, started.model.values(sheet, areaOf(address))[0]?.[0] as string | number]));
}

const heavy = (findings: readonly { severity: string; code: string; cell: string }[]) =>
  findings.filter(({ severity }) => severity !== 'info').map(({ code, cell }) => `${code} ${cell}`);

describe.each(documents)('%s', (_name, load) => {
  let made: MadeForm;
  let started: StartedHost;
  beforeAll(async () => {
    made = await makeForm(await load());
    started = await openInEngine(made);
  });
  afterAll(() => started.dispose());

  test('is one form, nothing to object, blank and filled', async () => {
    const blank = judged(made, new Map(), await calculated(started, made, new Map()));
    expect(blank.assessments.map(({ form }) => form.title)).toEqual([made.plan.template.title]);
    expect(heavy(blank.assessments.flatMap(({ findings }) => findings))).toEqual([]);
    const entries = validEntries(made.plan, 11);
    const filled = judged(made, entries, await calculated(started, made, entries));
    expect(heavy(filled.assessments.flatMap(({ findings }) => findings))).toEqual([]);
  });

  test('has formulas that agree with our decimals', async () => {
    for (const seed of [1, 2, 3]) {
      const entries = validEntries(made.plan, seed);
      const computed = await calculated(started, made, entries);
      expect(disagreements(judged(made, entries, computed), computed)).toEqual([]);
      expect([...computed].filter(([, value]) => value === '').map(([cell]) => cell)).toEqual([]);
      expect(unknownFormulas(judged(made, entries, computed), computed)).toEqual([]);
    }
  });

  test('shows no total where an entry is not right', async () => {
    for (const [at, slip] of slips.entries()) {
      const entries = withSlip(made.plan, validEntries(made.plan, 20 + at), slip, at);
      if (!entries) continue;
      const computed = await calculated(started, made, entries);
      expect(disagreements(judged(made, entries, computed), computed)).toEqual([]);
    }
  });
});

describe('disqualifying events', () => {
  let made: MadeForm;
  let started: StartedHost;
  beforeAll(async () => {
    made = await makeForm(vetoForm);
    started = await openInEngine(made);
  });
  afterAll(() => started.dispose());

  const answerCell = (): string => {
    const [answer] = made.plan.entries.filter(({ use }) => use === 'veto');
    return cellAddress(answer?.row ?? 1, answer?.column ?? 1);
  };

  const finalScore = async (answer: string): Promise<string | number | undefined> => {
    const entries = new Map(validEntries(made.plan, 5)).set(answerCell(), answer);
    const computed = await calculated(started, made, entries);
    const [final] = judged(made, entries, computed).assessments.flatMap(({ totals }) =>
      totals.flatMap(({ total }) => (total.role === 'final' ? [cellAddress(total.row, total.column)] : [])),
    );
    return computed.get(final ?? '');
  };

  test('make the final score 0 once one is marked, and leave it alone otherwise', async () => {
    const calm = await finalScore('否');
    expect(Number(calm)).toBeGreaterThan(0);
    expect(await finalScore('')).toBe(calm);
    expect(await finalScore('是')).toBe(0);
  });
});
