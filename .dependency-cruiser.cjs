/** The house's doors: who may import whom (README, "The house"). */
const order = ['rubric', 'form', 'review', 'template', 'workbook', 'actions'];
const faces = ['functions', 'taskpane', 'commands', 'cli'];
const only = (name, allowed, extra = '') => ({
  name: `${name}-imports-only-what-is-above-it`,
  severity: 'error',
  from: { path: `^src/${name}/` },
  to: { path: '^src/', pathNot: `^src/(${[name, ...allowed].join('|')})/${extra}` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: { path: '^src' }, to: { circular: true, dependencyTypesNot: ['type-only'] } },
    ...order.map((name, at) => only(name, name === 'template' ? [...order.slice(0, at), 'locale'] : order.slice(0, at))),
    only('functions', ['rubric', 'review', 'locale']),
    ...faces
      .filter((face) => face !== 'functions')
      .map((face) => only(face, [...order, 'locale', ...(face === 'taskpane' ? ['functions', 'commands'] : [])])),
    only('locale', []),
    only('workbench', []),
    { name: 'nobody-imports-the-workbench', severity: 'error', from: { path: '^src/(?!workbench/)' }, to: { path: '^src/workbench/' } },
    {
      name: 'no-unknown-packages',
      severity: 'error',
      from: { path: '^src' },
      to: { dependencyTypes: ['unknown', 'undetermined', 'npm-no-pkg'] },
    },
    {
      name: 'product-uses-runtime-packages',
      severity: 'error',
      from: { path: '^src/(?!workbench/)' },
      to: { dependencyTypes: ['npm-dev'], pathNot: '@types/' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
