import { fill, plan } from '../actions';
import type { FillMode, Plan } from '../review';
import { checkWorkbook } from './inspectReport';
import { openFile } from './openFile';
import { saveFile } from './saveFile';

/** What happened to one file. `out` is null where the plan alone was asked for. */
export interface Filled {
  readonly file: string;
  readonly out: string | null;
  readonly plan: Plan;
  readonly forms: number;
}

export interface FillOrder {
  readonly mode: FillMode;
  readonly overwriteWrong: boolean;
  /** Path of the copy, null for the plan alone. */
  readonly out: string | null;
}

/** Checks a file, plans and writes the copy: to the byte the same file where there is nothing to fill. A file that fails leaves no copy. */
export async function fillFile(file: string, { mode, overwriteWrong, out }: FillOrder): Promise<Filled> {
  const workbook = await openFile(file);
  const checked = await checkWorkbook(workbook);
  const planned = await plan.perform({ workbook }, { checked, mode, overwriteWrong });
  if (out !== null) {
    if (planned.writes.length > 0) await fill.perform({ workbook }, { writes: planned.writes });
    await saveFile(out, workbook.bytes());
  }
  return { file, out, plan: planned, forms: checked.assessments.length };
}
