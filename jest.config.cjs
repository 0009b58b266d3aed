/** @type {import('jest').Config} */
const common = {
  transform: { '\\.([cm]?[jt]sx?)$': '<rootDir>/test/esbuildTransform.cjs' },
  transformIgnorePatterns: ['/node_modules/(?!(feelin|opencc-js|lezer-feel|@lezer|@fluentui|tabster|keyborg)/)'],
  moduleNameMapper: { '\\.(css|svg|png)$': '<rootDir>/test/emptyModule.cjs' },
};

module.exports = {
  projects: [
    {
      ...common,
      displayName: 'unit',
      testEnvironment: 'node',
      testMatch: [
        '<rootDir>/test/{rubric,form,review,template,workbook,actions,functions,commands,cli,locale,manifest,workbench}/**/*.test.ts',
      ],
    },
    { ...common, displayName: 'pane', testEnvironment: 'jsdom', testMatch: ['<rootDir>/test/taskpane/**/*.test.tsx'] },
    {
      ...common,
      displayName: 'host',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/host/**/*.test.ts'],
      globalSetup: '<rootDir>/test/host/globalSetup.cjs',
      moduleNameMapper: { ...common.moduleNameMapper, '^@univerjs/.*$': '<rootDir>/.cache/univer.cjs' },
      transformIgnorePatterns: [...common.transformIgnorePatterns, '/\\.cache/'],
    },
    { ...common, displayName: 'e2e', testEnvironment: 'node', testMatch: ['<rootDir>/test/e2e/**/*.test.ts'] },
  ],
};
