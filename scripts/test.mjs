// What `npm test` runs: every check, in order, to the end; red where one is red.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

const bin = (name) => `node_modules/.bin/${name}`;
const jest = (project, ...flags) => ({
  name: project,
  command: bin('jest'),
  args: ['--selectProjects', ...project.split('+'), '--json', `--outputFile=.cache/jest-${project}.json`, ...flags],
});

/** Steps of one row run side by side. */
const rows = [
  [
    { name: 'types', command: bin('tsc'), args: ['--noEmit'] },
    { name: 'lint', command: bin('eslint'), args: ['.'] },
  ],
  [
    { name: 'format', command: bin('prettier'), args: ['--check', '--log-level', 'warn', '.'] },
    { name: 'boundaries', command: bin('depcruise'), args: ['src', '--config', '.dependency-cruiser.cjs', '--output-type', 'err'] },
  ],
  [{ name: 'build', command: bin('webpack'), args: ['--mode', 'production', '--stats', 'errors-only'] }],
  [{ name: 'size', command: bin('size-limit'), args: [] }],
  [jest('unit+pane')],
  [jest('host')],
  [jest('e2e', '--runInBand')],
];

function run({ name, command, args }) {
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, FORCE_COLOR: '0' },
      shell: process.platform === 'win32',
    });
    const output = [];
    child.stdout.on('data', (data) => (name.includes('unit') || !command.includes('jest') ? output.push(data) : undefined));
    child.stderr.on('data', (data) => output.push(data));
    child.on('error', (error) => output.push(Buffer.from(String(error))));
    child.on('close', (code) => {
      const text = Buffer.concat(output).toString();
      const shown = command.includes('jest') ? text.replace(/^\{"num.*$/gm, '') : text;
      console.log(
        `\n=== ${name}: ${code === 0 ? 'passed' : 'FAILED'} (${((Date.now() - started) / 1000).toFixed(1)} s)\n${code === 0 ? shown.trim().split('\n').slice(-6).join('\n') : shown.trim()}`,
      );
      resolve({ name, ok: code === 0, jest: command.includes('jest') });
    });
  });
}

function counted({ name, ok, jest: isJest }) {
  if (!isJest) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  try {
    const result = JSON.parse(readFileSync(`.cache/jest-${name}.json`, 'utf8'));
    const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
    return {
      passed: result.numPassedTests,
      failed: ok ? failed : Math.max(1, failed),
      skipped: result.numPendingTests + result.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

rmSync('.cache/jest-unit+pane.json', { force: true });
mkdirSync('.cache', { recursive: true });
const results = [];
for (const row of rows) results.push(...(await Promise.all(row.map(run))));
const total = results
  .map(counted)
  .reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }));
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = results.every((result) => result.ok) && total.failed === 0 && total.skipped === 0 ? 0 : 1;
