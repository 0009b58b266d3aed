import js from '@eslint/js';
import ts from 'typescript-eslint';
import officeAddins from 'eslint-plugin-office-addins';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';

// The plugin's own rules (sync, load, null objects); what else its preset brings is decided here.
const officeRules = Object.fromEntries(
  officeAddins.configs.recommended.flatMap(({ rules = {} }) => Object.entries(rules).filter(([name]) => name.startsWith('office-addins/'))),
);

export default ts.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/', '.cache/'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['**/*.d.ts'],
    plugins: { 'office-addins': officeAddins },
    rules: {
      ...officeRules,
      'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' }],
      'max-lines-per-function': ['error', { max: 100, skipComments: true, skipBlankLines: true }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/workbook/excel/**', 'src/commands/**', 'src/functions/**', 'src/workbench/**', 'src/taskpane/index.tsx'],
    rules: { 'no-restricted-globals': ['error', 'Office', 'Excel'] },
  },
  { files: ['src/{taskpane,workbench/page}/**'], plugins: { 'react-hooks': reactHooks }, rules: reactHooks.configs.recommended.rules },
  { files: ['**/*.{ts,tsx}'], rules: { 'no-undef': 'off', 'no-unused-vars': 'off', 'no-redeclare': 'off' } }, // the compiler knows better
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'no-console': ['error', { allow: ['error'] }],
    },
  },
  {
    files: ['scripts/**', 'bin/**', 'test/**', 'src/cli/**', '*.{js,mjs,cjs}'],
    languageOptions: { globals: globals.node },
    rules: { 'no-console': 'off', '@typescript-eslint/no-require-imports': 'off' },
  },
);
