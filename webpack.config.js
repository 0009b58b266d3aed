// Builds dist/: the shared-runtime page (pane, commands, functions), functions.json with its translations, help, icons, manifest.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const CustomFunctionsMetadataPlugin = require('custom-functions-metadata-plugin');
const { EsbuildPlugin } = require('esbuild-loader');
const HtmlPlugin = require('html-webpack-plugin');
const { FunctionTextsPlugin } = require('./scripts/functionTextsPlugin.cjs');
const { HelpPlugin } = require('./scripts/helpPlugin.cjs');

const localAddress = 'https://localhost:3000';
const address = (process.env.ADDIN_URL ?? localAddress).replace(/\/+$/, '');
const functionsFile = './src/functions/functions.ts';

/** @returns {import('webpack').Configuration} */
module.exports = (_env, { mode = 'development' } = {}) => ({
  mode,
  target: 'web',
  devtool: mode === 'production' ? false : 'source-map',
  entry: {
    // One classic, synchronous script: calls can arrive before a deferred one has associated its functions.
    functions: './src/functions/register.ts',
    taskpane: { import: './src/taskpane/index.tsx', dependOn: 'functions' },
  },
  output: { path: join(__dirname, 'dist'), filename: '[name].js', chunkFilename: '[name].[contenthash:8].js', clean: true, publicPath: '' },
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  module: {
    rules: [{ test: /\.tsx?$/, loader: 'esbuild-loader', options: { target: 'es2022', jsx: 'automatic' } }],
  },
  optimization: { minimizer: [new EsbuildPlugin({ target: 'es2022', legalComments: 'none' })] },
  performance: { hints: false },
  plugins: [
    new CustomFunctionsMetadataPlugin({ output: 'functions.json', input: functionsFile }),
    new FunctionTextsPlugin(),
    new HelpPlugin(),
    new HtmlPlugin({
      template: './src/taskpane/index.html',
      filename: 'taskpane.html',
      chunks: ['functions', 'taskpane'],
      chunksSortMode: 'manual',
      inject: 'body',
      scriptLoading: 'blocking',
    }),
    new CopyPlugin({
      patterns: [
        { from: 'assets/*.png', to: 'assets/[name][ext]' },
        { from: 'assets/*.json', to: 'assets/[name][ext]' },
        {
          from: 'manifest.xml',
          to: 'manifest.xml',
          transform: () => readFileSync('manifest.xml', 'utf8').replaceAll(localAddress, address),
        },
      ],
    }),
  ],
});
