import { WorkbookError, type WorkbookErrorCode } from '../port';

/** Excel's error codes and what they mean to us (Office.js, "Excel.ErrorCodes" and the common API's transport errors). All others are `host`. */
const meanings: Readonly<Record<string, WorkbookErrorCode>> = {
  InvalidOperationInCellEditMode: 'cell-edit',
  AccessDenied: 'protected',
  ItemNotFound: 'sheet-missing',
  RequestPayloadSizeLimitExceeded: 'too-large',
  ResponsePayloadSizeLimitExceeded: 'too-large',
  OperationCellsExceedLimit: 'too-large',
  RangeExceedsLimit: 'too-large',
  ActivityLimitReached: 'offline',
  InvalidOrTimedOutSession: 'offline',
  ServiceNotAvailable: 'offline',
  RequestTimeout: 'offline',
  ConnectionFailure: 'offline',
  NetworkError: 'offline',
  ApiNotFound: 'unsupported',
  ApiNotAvailable: 'unsupported',
  NotImplemented: 'unsupported',
  UnsupportedOperation: 'unsupported',
  UnsupportedFeature: 'unsupported',
  InsertDeleteConflict: 'unsupported',
  ReadOnlyWorkbook: 'read-only',
};

/** The code of an Office.js error; empty for anything else. */
export function excelErrorCode(error: unknown): string {
  const code = typeof error === 'object' && error !== null ? (error as { code?: unknown }).code : undefined;
  return typeof code === 'string' ? code : '';
}

/** Any failure of the host → a WorkbookError; Excel's own (technical, localised) message goes along only as the cause. */
export function workbookError(error: unknown): unknown {
  if (error instanceof WorkbookError || (error instanceof Error && error.name === 'AbortError')) return error;
  const code = excelErrorCode(error);
  if (!code) return error;
  const { debugInfo } = error as { debugInfo?: { errorLocation?: string } };
  return new WorkbookError(meanings[code] ?? 'host', { code, location: debugInfo?.errorLocation ?? '' }, { cause: error });
}

/** Runs one batch of work with Excel; failures come out as WorkbookErrors. */
export async function runExcel<T>(work: (context: Excel.RequestContext) => Promise<T>, options?: Excel.RunOptions): Promise<T> {
  try {
    return options ? await Excel.run(options, work) : await Excel.run(work);
  } catch (error) {
    throw workbookError(error);
  }
}

/** Whether this Excel has a requirement set. Where the host does not say (a test without a page around it), it has not. */
export function hasExcelApi(version: string): boolean {
  return typeof Office !== 'undefined' && Boolean(Office.context?.requirements?.isSetSupported('ExcelApi', version));
}
