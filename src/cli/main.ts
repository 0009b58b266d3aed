/** Entry point of the command line: `npm run --silent rubric -- …`, or `rubric …` where the package is linked. */
import { createInterface } from 'node:readline';
import { languageFor } from '../locale';
import { run } from './run';
import type { Terminal } from './terminal';

const args = process.argv.slice(2);
const at = args.indexOf('--lang');
const wanted =
  at >= 0
    ? args.splice(at, 2)[1]
    : process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || Intl.DateTimeFormat().resolvedOptions().locale;

// Output that nobody reads any more (`| head`) is an end, not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const terminal: Terminal = {
  write: (text) => void process.stdout.write(text),
  complain: (line) => void process.stderr.write(`${line}\n`),
  lines: createLines(),
  language: languageFor(wanted?.replace('_', '-').replace(/\..*$/, '')),
};

void run(args, terminal).then((code) => {
  process.exitCode = code;
});

/** Opens standard input only when it is read, so that commands without input end by themselves. */
function createLines(): AsyncIterable<string> {
  return { [Symbol.asyncIterator]: () => createInterface({ input: process.stdin, crlfDelay: Infinity })[Symbol.asyncIterator]() };
}
