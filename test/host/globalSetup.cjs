const { execFileSync } = require('node:child_process');
const { join } = require('node:path');

// Jest cannot load Univer's ES modules: the host tests use a bundle of them, made here when there is none.
module.exports = async () => {
  execFileSync(process.execPath, [join(__dirname, '../../scripts/bundleUniver.mjs')], { stdio: ['ignore', 'ignore', 'inherit'] });
};
