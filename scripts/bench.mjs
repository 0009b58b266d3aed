// `npm run bench`: the speed of the product as ratios within one run; nothing here is a test.
import { readdirSync } from 'node:fs';
import { spawnSync } from 'node:child_process';

const wanted = process.argv.slice(2);
const benches = readdirSync('test/bench').filter(
  (file) => /\.bench\.ts$/.test(file) && (wanted.length === 0 || wanted.some((name) => file.startsWith(name))),
);
for (const file of benches) {
  console.log(`\n# ${file}`);
  const { status } = spawnSync('node', ['--expose-gc', 'node_modules/tsx/dist/cli.mjs', `test/bench/${file}`], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
