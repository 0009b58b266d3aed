// Jest's transform: TypeScript and ESM to CommonJS by esbuild. Types are checked by `npm run types`.
const { transformSync } = require('esbuild');

module.exports = {
  process(source, path) {
    const { code, map } = transformSync(source, {
      loader: path.endsWith('.tsx') ? 'tsx' : path.endsWith('.ts') ? 'ts' : 'js',
      format: 'cjs',
      target: 'node20',
      jsx: 'automatic',
      supported: { 'dynamic-import': false }, // Jest's modules cannot import(): esbuild makes a require() of it
      sourcemap: true,
      sourcefile: path,
    });
    return { code, map };
  },
};
