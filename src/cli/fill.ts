import { fill, plan } from '../actions';
import type { FillMode, Plan } from '../review';
import { errorMessage } from './errorMessage';
import { planText } from './fillText';
import { writeMessage } from './formMessages';
import { checkWorkbook } from './inspectReport';
import { openFile } from './openFile';
import { oneOf, readOptions } from './options';
import { copyPaths, saveFile } from './saveFile';
import { exitCodes, UsageError, type Command, type ExitCode, type Terminal } from './terminal';

/** What happened to one file. `out` is null where nothing was written: there was nothing to fill, or the plan alone was asked for. */
export interface Filled {
  readonly file: string;
  readonly out: string | null;
  readonly plan: Plan;
  readonly forms: number;
}

interface FillOrder {
  readonly mode: FillMode;
  readonly overwriteWrong: boolean;
  /** Path of the copy, null for the plan alone. */
  readonly out: string | null;
}

/** `rubric fill FILE… --out DIR [--as native|value|function] [--plan] [--repair] [--json]`: fills copies, never the originals. */
export const fillCommand: Command = {
  async perform(args, terminal) {
    const options = readOptions(args, { json: 'flag', plan: 'flag', repair: 'flag', as: 'value', out: 'value' });
    const { files, flags, values } = options;
    if (files.length === 0) throw new UsageError('no-file', { command: 'fill' });
    const mode = oneOf(options, 'as', ['native', 'value', 'function']);
    const planOnly = flags.has('plan');
    if (!planOnly && values.out === undefined) throw new UsageError('no-out', { what: 'DIR' });
    const outs = values.out === undefined || planOnly ? files.map(() => null) : copyPaths(files, values.out);
    const codes: ExitCode[] = [];
    for (const [at, file] of files.entries()) {
      codes.push(await fillOne(file, { mode, overwriteWrong: flags.has('repair'), out: outs[at] ?? null }, flags.has('json'), terminal));
    }
    return codes.find((code) => code !== exitCodes.done) ?? exitCodes.done;
  },
};

/** A file that cannot be filled is named and does not keep the others from being filled. */
async function fillOne(file: string, order: FillOrder, asJson: boolean, terminal: Terminal): Promise<ExitCode> {
  try {
    const filled = await fillFile(file, order);
    terminal.write(asJson ? `${JSON.stringify(fillReport(filled, terminal))}\n` : planText(filled, terminal));
    return exitCodes.done;
  } catch (error) {
    terminal.complain(errorMessage(error, terminal.language));
    return exitCodes.failed;
  }
}

/** Checks a file, plans and, where there is something to write, writes the copy. */
export async function fillFile(file: string, { mode, overwriteWrong, out }: FillOrder): Promise<Filled> {
  const workbook = await openFile(file);
  const checked = await checkWorkbook(workbook);
  const planned = await plan.perform({ workbook }, { checked, mode, overwriteWrong });
  const written = out !== null && planned.writes.length > 0;
  if (written) {
    await fill.perform({ workbook }, { writes: planned.writes });
    await saveFile(out, workbook.bytes());
  }
  return { file, out: written ? out : null, plan: planned, forms: checked.assessments.length };
}

function fillReport({ file, out, plan: { writes, blocked } }: Filled, terminal: Terminal): object {
  return { file, out, writes: writes.map((write) => ({ ...write, message: writeMessage(write.reason, terminal) })), blocked };
}
