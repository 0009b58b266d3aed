import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { openXlsxWorkbook, type XlsxWorkbook } from '../workbook/xlsx/xlsxWorkbook';
import { UsageError } from './terminal';

const codes: Readonly<Record<string, string>> = {
  ENOENT: 'file-missing',
  EISDIR: 'file-is-folder',
  EACCES: 'file-unreadable',
  EPERM: 'file-unreadable',
};

/** Opens a workbook file from disk. Throws UsageError where there is no such file, WorkbookError where it is no workbook. */
export async function openFile(path: string): Promise<XlsxWorkbook> {
  return openXlsxWorkbook(await contentOf(path), basename(path));
}

async function contentOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = codes[(error as NodeJS.ErrnoException).code ?? ''];
    if (!code) throw error;
    throw new UsageError(code, { file: path });
  }
}
