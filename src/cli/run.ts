import { errorMessage } from './errorMessage';
import { fillCommand } from './fill';
import { helpText } from './helpText';
import { inspectCommand } from './inspect';
import { read } from './read';
import { summaryCommand } from './summary';
import { templateCommand } from './template';
import { exitCodes, UsageError, type Command, type ExitCode, type Terminal } from './terminal';

const commands: Readonly<Record<string, Command>> = {
  read: { perform: read },
  inspect: inspectCommand,
  fill: fillCommand,
  summary: summaryCommand,
  template: templateCommand,
};

/** Arguments of the command line → exit code. Every failure becomes a sentence on standard error and exit code 2. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name = '--help', ...rest] = args;
  if (name === '--help' || name === 'help' || rest.includes('--help')) {
    terminal.write(helpText(terminal, name));
    return exitCodes.done;
  }
  try {
    const command = commands[name];
    if (!command) throw new UsageError('unknown-command', { name, known: Object.keys(commands).join(', ') });
    return await command.perform(rest, terminal);
  } catch (error) {
    terminal.complain(errorMessage(error, terminal.language));
    return exitCodes.failed;
  }
}
