// functions.json in the languages of the manifest: ids and parameters stay, descriptions and help addresses change.
const { loadTypeScript } = require('./loadTypeScript.cjs');

const languages = ['en', 'zh-CN', 'zh-TW'];
const localAddress = 'https://localhost:3000';

/** Where a deployment lives: ADDIN_URL without a slash at its end. */
exports.deploymentAddress = () => (process.env.ADDIN_URL ?? localAddress).replace(/\/+$/, '');

/** The texts of one language, by key (`describe.RUBRIC_TIER.value`). */
exports.functionTexts = (language) => loadTypeScript(`./src/locale/${language}/functions.ts`).functions;

const helpPage = (url, language, address) =>
  url.replace(localAddress, address).replace('/help/functions.html', `/help/${language === 'en' ? '' : `${language}/`}functions.html`);

/**
 * Metadata in one language.
 * @param metadata parsed functions.json as generated
 * @throws where a description is missing
 */
exports.translateMetadata = (metadata, language, address = localAddress) => {
  const texts = exports.functionTexts(language);
  const text = (key) => {
    if (!texts[key]) throw new Error(`src/locale/${language}/functions.ts has no ${key}`);
    return texts[key];
  };
  const parameter = (id) => (p) => ({ ...p, description: text(`describe.${id}.${p.name}`) });
  const translate = (f) => ({
    ...f,
    description: text(`describe.${f.id}`),
    helpUrl: helpPage(f.helpUrl, language, address),
    parameters: f.parameters.map(parameter(f.id)),
  });
  return { ...metadata, functions: metadata.functions.map(translate) };
};

exports.languages = languages;
