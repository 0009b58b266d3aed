import { errorMessage } from './errorMessage';
import { fillFile, type Filled, type FillOrder } from './fillFile';
import { planText } from './fillText';
import { writeMessage } from './formMessages';
import { oneOf, readOptions } from './options';
import { copyPaths } from './saveFile';
import { exitCodes, UsageError, type Command, type ExitCode, type Terminal } from './terminal';

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

function fillReport({ file, out, plan: { writes, blocked } }: Filled, terminal: Terminal): object {
  return { file, out, writes: writes.map((write) => ({ ...write, message: writeMessage(write.reason, terminal) })), blocked };
}
