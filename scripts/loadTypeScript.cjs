// Loads a TypeScript module of the project inside a build script.
const { buildSync } = require('esbuild');

/** Exports of a TypeScript file (bundled with what it imports). */
exports.loadTypeScript = (file) => {
  const { outputFiles } = buildSync({ entryPoints: [file], bundle: true, write: false, platform: 'node', format: 'cjs', target: 'node20' });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0].text)(module, module.exports, require);
  return module.exports;
};
