import { inspectReport, checkWorkbook } from './inspectReport';
import { inspectText } from './inspectText';
import { openFile } from './openFile';
import { readOptions } from './options';
import { exitCodes, UsageError, type Command } from './terminal';

/** `rubric inspect FILE [--json] [--strict]`: the forms of a workbook with everything that was found in them. */
export const inspectCommand: Command = {
  async perform(args, terminal) {
    const { files, flags } = readOptions(args, { json: 'flag', strict: 'flag' });
    const [file] = files;
    if (file === undefined) throw new UsageError('no-file', { command: 'inspect' });
    if (files.length > 1) throw new UsageError('one-file', { command: 'inspect' });
    const report = inspectReport(await checkWorkbook(await openFile(file)), terminal);
    terminal.write(flags.has('json') ? `${JSON.stringify(report, null, 2)}\n` : inspectText(report, terminal));
    const hasErrors = report.forms.some(({ findings }) => findings.some(({ severity }) => severity === 'error'));
    return flags.has('strict') && hasErrors ? exitCodes.findings : exitCodes.done;
  },
};
