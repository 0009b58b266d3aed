/**
 * Custom functions in Univer's engine. A call that has no answer yet shows `#BUSY!` (as Excel does) and is noted; when the calculation
 * is over all noted calls go out together, and when their answers are there the calling cells are calculated again. Answers are kept
 * by function and arguments, as the functions are pure; those declared volatile are asked anew for each calculation.
 */
import type { Calculation, CellPlace } from './univerCalculation';
import { columnLetters, quoteSheet } from './area';
import { errorValues } from './cellInput';
import type { UniverWorkbook } from './univerWorkbook';
import type { CellValue, FunctionArgument, FunctionCall, FunctionMetadata, FunctionResult, FunctionRuntime } from './workbookModel';

export const busyValue = '#BUSY!';

type EngineValue = CellValue | null;
type EngineArgument = EngineValue | EngineValue[][] | undefined;
type EngineResult = CellValue | CellValue[][];

interface Noted {
  readonly call: FunctionCall;
  readonly runtime: FunctionRuntime;
  readonly cells: CellPlace[];
}

export interface CustomFunctions {
  register(functions: readonly FunctionMetadata[], runtime: FunctionRuntime): () => void;
  /** Sends out the noted calls and calculates their cells, until nothing is left to ask. */
  settle(): Promise<void>;
  /** Calculating everything asks everything anew. */
  forget(): void;
  readonly pending: number;
}

const isTable = (value: EngineArgument): value is EngineValue[][] => Array.isArray(value);
const isError = (value: unknown): value is string => typeof value === 'string' && errorValues.has(value);

/** Excel turns an argument into the declared type before it calls; null where it cannot (the call is then `#VALUE!`). */
const coerce = (value: EngineValue, type: string | undefined): { readonly value: EngineValue } | null => {
  if (value === null || value === undefined) return { value: null };
  if (type === 'string') return { value: typeof value === 'boolean' ? String(value).toUpperCase() : String(value) };
  if (type === 'number') {
    const number = typeof value === 'string' ? Number(value.trim() || NaN) : Number(value);
    return Number.isNaN(number) ? null : { value: number };
  }
  if (type === 'boolean')
    return typeof value === 'string'
      ? /^(true|false)$/i.test(value)
        ? { value: /^true$/i.test(value) }
        : null
      : { value: Boolean(value) };
  return { value };
};

type Parameter = FunctionMetadata['parameters'][number];

const parameterAt = (metadata: FunctionMetadata, at: number): Parameter | undefined => {
  const last = metadata.parameters.at(-1);
  return metadata.parameters[at] ?? (last?.repeating ? last : undefined);
};

type Prepared = { readonly args: FunctionArgument[] } | { readonly error: string };

const scalarArgument = (
  value: EngineValue,
  parameter: Parameter | undefined,
): { readonly value: FunctionArgument } | { readonly error: string } => {
  if (isError(value)) return { error: value };
  return coerce(value, parameter?.type) ?? { error: '#VALUE!' };
};

const matrixArgument = (value: EngineArgument): FunctionArgument =>
  isTable(value) ? value.map((row) => row.map((cell) => cell ?? null)) : [[value ?? null]];

const prepareArgument = (
  value: EngineArgument,
  parameter: Parameter | undefined,
): { readonly value: FunctionArgument } | { readonly error: string } => {
  if (parameter?.dimensionality === 'matrix') {
    const table = matrixArgument(value) as EngineValue[][];
    return table.flat().includes(busyValue) ? { error: busyValue } : { value: table };
  }
  return scalarArgument((isTable(value) ? value[0]?.[0] : value) ?? null, parameter);
};

const withoutValue = (metadata: FunctionMetadata, given: number): null[] =>
  metadata.parameters
    .slice(given)
    .filter((parameter) => !parameter.repeating)
    .map(() => null);

/** Excel hands the arguments of a repeating parameter over as one array; null where there is none. */
const packRepeating = (metadata: FunctionMetadata, args: readonly FunctionArgument[]): FunctionArgument[] => {
  const at = metadata.parameters.findIndex((parameter) => parameter.repeating);
  if (at < 0) return [...args];
  const repeated = args.slice(at);
  return [...args.slice(0, at), (repeated.length > 0 ? repeated : null) as FunctionArgument];
};

const prepare = (metadata: FunctionMetadata, given: readonly EngineArgument[]): Prepared => {
  const required = metadata.parameters.filter(({ optional, repeating }) => !optional && !repeating).length;
  const most = metadata.parameters.at(-1)?.repeating ? Infinity : metadata.parameters.length;
  if (given.length < required || given.length > most) return { error: '#VALUE!' };
  const args: FunctionArgument[] = [];
  for (const [at, value] of given.entries()) {
    const prepared = prepareArgument(value, parameterAt(metadata, at));
    if ('error' in prepared) return prepared;
    args.push(prepared.value);
  }
  return { args: packRepeating(metadata, [...args, ...withoutValue(metadata, given.length)]) };
};

/** The size over which a call is repeated because a range was given for single values, as Excel spreads such calls; null for one call. */
const spreadSize = (metadata: FunctionMetadata, given: readonly EngineArgument[]): { rows: number; columns: number } | null => {
  const tables = given.filter((value, at) => isTable(value) && parameterAt(metadata, at)?.dimensionality !== 'matrix') as EngineValue[][][];
  const rows = Math.max(1, ...tables.map((table) => table.length));
  const columns = Math.max(1, ...tables.map((table) => table[0]?.length ?? 1));
  return rows * columns > 1 ? { rows, columns } : null;
};

const pick = (table: EngineValue[][], row: number, column: number): EngineValue => {
  const cells = table[table.length === 1 ? 0 : row];
  return cells ? (cells[cells.length === 1 ? 0 : column] ?? null) : '#N/A';
};

const asEngineResult = (result: FunctionResult): EngineResult => {
  if ('error' in result) return result.error;
  return Array.isArray(result.value) ? (result.value as CellValue[][]) : (result.value as CellValue);
};

interface EngineObject {
  isArray(): boolean;
  isNull(): boolean;
  isError(): boolean;
  getValue(): CellValue;
  getErrorType(): string;
  getArrayValue(): (EngineObject | null)[][];
}

const valueFrom = (object: EngineObject | null): EngineValue => {
  if (!object || object.isNull()) return null;
  return object.isError() ? object.getErrorType() : object.getValue();
};

const argumentFrom = (object: EngineObject): EngineArgument =>
  object.isArray() ? object.getArrayValue().map((row) => row.map((cell) => valueFrom(cell ?? null))) : valueFrom(object);

const resultObject = ({ ArrayValueObject, ValueObjectFactory }: UniverWorkbook['packages'], result: EngineResult) => {
  if (!Array.isArray(result)) return ValueObjectFactory.create(result);
  const calculateValueList = result.map((row) => row.map((value) => ValueObjectFactory.create(value)));
  const size = { rowCount: calculateValueList.length, columnCount: calculateValueList[0]?.length ?? 0 };
  return ArrayValueObject.create({ calculateValueList, ...size, unitId: '', sheetId: '', row: -1, column: -1 });
};

/** The engine's own way to custom functions gives blank cells as 0; an executor that takes the engine's values can tell them apart. */
const makeExecutor = (book: UniverWorkbook, name: string, call: (given: readonly EngineArgument[], cell: CellPlace) => EngineResult) => {
  const executor = new book.packages.CustomFunction(name);
  executor.isCustom = () => false;
  executor.calculate = (...given) => {
    const cell = { sheet: executor.subUnitId ?? '', row: executor.row, column: executor.column };
    return resultObject(book.packages, call((given as unknown as EngineObject[]).map(argumentFrom), cell));
  };
  return executor;
};

/** The engine remembers formulas with a name it did not know as `#NAME?`; an empty token makes it forget all that it has parsed. */
export const forgetFormulas = (book: UniverWorkbook): void => book.get(book.packages.IFunctionService).deleteFormulaAstCacheKey('');

/** Univer's own number for user-defined functions (FunctionType.User). */
const userFunction = 15;

const describe = (metadata: FunctionMetadata) => ({
  functionName: metadata.name,
  functionType: userFunction,
  description: metadata.description ?? '',
  abstract: metadata.description ?? '',
  functionParameter: metadata.parameters.map((parameter) => ({
    name: parameter.name,
    detail: parameter.description ?? '',
    example: '',
    require: parameter.optional ? 0 : 1,
    repeat: parameter.repeating ? 1 : 0,
  })),
});

export const makeCustomFunctions = (book: UniverWorkbook, calculation: Calculation, onPending: () => void): CustomFunctions => {
  const answers = new Map<string, FunctionResult>();
  const noted = new Map<string, Noted>();
  let settling: Promise<void> | null = null;

  const sheetName = (id: string) => book.workbook().getSheetBySheetId(id)?.getName() ?? '';

  const askOne = (
    metadata: FunctionMetadata,
    runtime: FunctionRuntime,
    given: readonly EngineArgument[],
    cell: CellPlace,
  ): EngineResult => {
    const prepared = prepare(metadata, given);
    if ('error' in prepared) return prepared.error;
    const key = JSON.stringify([metadata.id, prepared.args]);
    const answer = answers.get(key);
    if (answer) return asEngineResult(answer);
    const known = noted.get(key);
    const address = `${quoteSheet(sheetName(cell.sheet))}!${columnLetters(cell.column)}${cell.row + 1}`;
    if (known) known.cells.push(cell);
    else noted.set(key, { call: { name: metadata.id, args: prepared.args, address }, runtime, cells: [cell] });
    onPending();
    return busyValue;
  };

  const ask = (metadata: FunctionMetadata, runtime: FunctionRuntime, given: readonly EngineArgument[], cell: CellPlace): EngineResult => {
    const size = spreadSize(metadata, given);
    if (!size) return askOne(metadata, runtime, given, cell);
    const at = (row: number, column: number) =>
      given.map((value, index) =>
        isTable(value) && parameterAt(metadata, index)?.dimensionality !== 'matrix' ? pick(value, row, column) : value,
      );
    return Array.from({ length: size.rows }, (_row, row) =>
      Array.from({ length: size.columns }, (_column, column) => {
        const result = askOne(metadata, runtime, at(row, column), cell);
        return Array.isArray(result) ? (result[0]?.[0] ?? '') : result;
      }),
    );
  };

  const sendOut = async (): Promise<CellPlace[]> => {
    const batch = [...noted];
    noted.clear();
    const runtimes = new Set(batch.map(([, { runtime }]) => runtime));
    for (const runtime of runtimes) {
      const mine = batch.filter(([, entry]) => entry.runtime === runtime);
      const results = await runtime(mine.map(([, { call }]) => call)).catch(() => []);
      mine.forEach(([key], at) => answers.set(key, results[at] ?? { error: '#VALUE!' }));
    }
    return batch.flatMap(([, { cells }]) => cells);
  };

  const volatileKeys = new Set<string>();

  const settleAll = async (): Promise<void> => {
    while (noted.size > 0) {
      const cells = await sendOut();
      await calculation.run({ cells });
    }
    for (const key of answers.keys()) if (volatileKeys.has((JSON.parse(key) as [string])[0])) answers.delete(key);
  };

  const registerOne = (metadata: FunctionMetadata, runtime: FunctionRuntime): (() => void) => {
    if (metadata.options?.volatile) volatileKeys.add(metadata.id);
    const name = metadata.name.toUpperCase();
    const handle = book
      .get(book.packages.IRegisterFunctionService)
      .registerFunction({ name, description: describe({ ...metadata, name }) as never, func: () => null as never });
    const executor = makeExecutor(book, name, (given, cell) => ask(metadata, runtime, given, cell));
    book.get(book.packages.IFunctionService).registerExecutors(executor);
    return () => handle.dispose();
  };

  return {
    register: (functions, runtime) => {
      answers.clear();
      forgetFormulas(book);
      const handles = functions.map((metadata) => registerOne(metadata, runtime));
      return () => {
        handles.forEach((drop) => drop());
        answers.clear();
      };
    },
    forget: () => answers.clear(),
    settle: () => (settling ??= settleAll().finally(() => (settling = null))),
    get pending() {
      return noted.size + (settling ? 1 : 0);
    },
  };
};
