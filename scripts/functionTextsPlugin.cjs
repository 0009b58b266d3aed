// Webpack: functions.json → functions.json, functions.zh-CN.json, functions.zh-TW.json with the deployment's address.
const { sources, Compilation } = require('webpack');
const { deploymentAddress, languages, translateMetadata } = require('./functionTexts.cjs');

class FunctionTextsPlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('FunctionTextsPlugin', (compilation) => {
      compilation.hooks.processAssets.tap({ name: 'FunctionTextsPlugin', stage: Compilation.PROCESS_ASSETS_STAGE_DERIVED }, () => {
        const asset = compilation.getAsset('functions.json');
        if (!asset) return;
        const metadata = JSON.parse(asset.source.source().toString());
        for (const language of languages) {
          const source = new sources.RawSource(JSON.stringify(translateMetadata(metadata, language, deploymentAddress()), null, 1));
          if (language === 'en') compilation.updateAsset('functions.json', source);
          else compilation.emitAsset(`functions.${language}.json`, source);
        }
      });
    });
  }
}

exports.FunctionTextsPlugin = FunctionTextsPlugin;
