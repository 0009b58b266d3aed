/** functions.json as generated: its generator silently writes `any`, or nothing at all, on one type it does not know. */
import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import { catalogue } from '../../src/functions/catalogue';
import { languages, translateMetadata } from '../../scripts/functionTexts.cjs';

interface Parameter {
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
  readonly repeating?: boolean;
}

interface Definition {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl: string;
  readonly parameters: readonly Parameter[];
  readonly result: { readonly dimensionality?: string };
  readonly options?: Record<string, unknown>;
}

interface Metadata {
  readonly functions: readonly Definition[];
}

const signature = ({ name, parameters }: Definition): string => {
  const shown = (p: Parameter): string =>
    `${p.name}${p.dimensionality === 'matrix' ? '[]' : ''}${p.optional ? '?' : ''}${p.repeating ? '…' : ''}: ${p.type}`;
  return `${name}(${parameters.map(shown).join(', ')})`;
};

/** Function names of old macro sheets, which Excel would call instead (a selection that looks like ours could). */
const macroNames = [
  'SCORE',
  'GRADE',
  'TIER',
  'MEAN',
  'CHECK',
  'RESULT',
  'RETURN',
  'STEP',
  'ERROR',
  'NAMES',
  'TEXT.BOX',
  'GET.CELL',
  'EVALUATE',
];
const isCellAddress = (name: string): boolean => /^[A-Z]{1,3}[0-9]{1,7}$/i.test(name) || /^R[0-9]*C[0-9]*$/i.test(name);

let metadata: Metadata;

beforeAll(async () => {
  const { metadataJson, errors } = await generateCustomFunctionsMetadata(['src/functions/functions.ts'], true);
  expect(errors).toEqual([]);
  metadata = JSON.parse(metadataJson) as Metadata;
});

it('declares the thirteen functions, every value an array that may be a single cell', () => {
  expect(metadata.functions.map(signature)).toEqual([
    'RUBRIC_TIER(value[]: any, criteria[]: any)',
    'RUBRIC_SCORE(value[]: any, criteria[]: any, fullMarks[]?: any, target[]?: any)',
    'RUBRIC_CHECK(value[]: any, criteria[]: any)',
    'RUBRIC_EXPLAIN(value[]: any, criteria[]: any, fullMarks[]?: any)',
    'RUBRIC_GRADE(total[]: any, scale[]?: any)',
    'RUBRIC_COEFFICIENT(total[]: any, table[]: any, interpolate?: any)',
    'RUBRIC_WEIGHTED(scores[]: any, weights[]: any, mode?: any)',
    'RUBRIC_BLEND(score1[]: any, share1[]: any, others[]?…: any)',
    'RUBRIC_MEAN(scores[]: any, dropExtremes?: any)',
    'RUBRIC_DEDUCT(fullMarks[]: any, count[]: any, each[]: any, floor[]?: any)',
    'RUBRIC_BANDS(criteria[]: any)',
    'RUBRIC_LINT(criteria[]: any)',
    'RUBRIC_CANONICAL(criteria[]: any, language?: any)',
  ]);
  expect(metadata.functions.every((f) => f.result.dimensionality === 'matrix' && f.options?.volatile === undefined)).toBe(true);
});

it('is what the pane offers: the same functions and parameters, optional and repeating alike', () => {
  const offered = catalogue.map(({ id, parameters }) => [id, parameters.map((p) => [p.name, p.optional ?? false, p.repeating ?? false])]);
  const declared = metadata.functions.map(({ id, parameters }) => [
    id,
    parameters.map((p) => [p.name, p.optional ?? false, p.repeating ?? false]),
  ]);
  expect(offered).toEqual(declared);
});

it('gives each a name that is neither a cell nor an old macro function', () => {
  for (const { id, name } of metadata.functions) {
    expect(id).toBe(name);
    expect(name).toMatch(/^RUBRIC_[A-Z]+$/);
    expect(isCellAddress(name)).toBe(false);
    expect(macroNames).not.toContain(name);
  }
});

it.each(['AB12', 'R1C1', 'RC', 'XFD1048576'])('would refuse %s, which is a cell', (name) => {
  expect(isCellAddress(name)).toBe(true);
});

it('describes every function and parameter in every language, in English as in the source', () => {
  for (const language of languages) {
    const translated = translateMetadata(metadata, language) as Metadata;
    const texts = translated.functions.flatMap((f) => [f.description, ...f.parameters.map((p) => p.description)]);
    expect(texts.every((text) => text.length > 0)).toBe(true);
    expect(translated.functions.map(signature)).toEqual(metadata.functions.map(signature));
    if (language === 'en')
      expect(texts).toEqual(metadata.functions.flatMap((f) => [f.description, ...f.parameters.map((p) => p.description)]));
  }
});

it('links each function to its place in the reference, at the address of the deployment', () => {
  const [first] = (translateMetadata(metadata, 'zh-CN', 'https://forms.example.com') as Metadata).functions;
  expect(first?.helpUrl).toBe('https://forms.example.com/help/zh-CN/functions.html#RUBRIC_TIER');
});
