// Webpack: the help pages, from src/locale and the examples that the tests calculate.
const { sources, Compilation } = require('webpack');
const { functionTexts, languages } = require('./functionTexts.cjs');
const { loadTypeScript } = require('./loadTypeScript.cjs');

const escape = (text) => String(text).replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);
const literal = (value) =>
  value === null ? '' : typeof value === 'string' ? (/^[\d.]+%$/.test(value) ? value : `"${value}"`) : String(value).toUpperCase();
const shown = (value) => (Array.isArray(value) ? table(value) : escape(value));
const table = (rows) =>
  `<table class="cells">${rows.map((row) => `<tr>${row.map((cell) => `<td>${escape(cell ?? '')}</td>`).join('')}</tr>`).join('')}</table>`;
const isRange = (arg) => arg !== null && typeof arg === 'object';

/** An example's formula as a person would type it. */
const formulaOf = ({ id, args }) => `=${id}(${args.map((arg) => (isRange(arg) ? arg.range : literal(arg))).join(',')})`;
exports.formulaOf = formulaOf;

const style = `body{font:16px/1.6 "Segoe UI","Microsoft YaHei","Microsoft JhengHei",sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
h1,h2{line-height:1.25}code{font:.95em Consolas,monospace;background:#f2f2f2;padding:.1em .3em;border-radius:3px;overflow-wrap:anywhere}
table{border-collapse:collapse;margin:.5rem 0}td,th{border:1px solid #c8c8c8;padding:.25rem .5rem;text-align:left;vertical-align:top}a{color:#0b5a4c}
@media (prefers-color-scheme:dark){body{color:#eee;background:#1f1f1f}code{background:#333}td,th{border-color:#555}a{color:#7fd6c3}}`;

const page = (language, title, body) =>
  `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escape(title)}</title><link rel="stylesheet" href="${language === 'en' ? '' : '../'}help.css"></head><body><main><h1>${escape(title)}</h1>${body}</main></body></html>\n`;

function indexPage(language, text) {
  const section = (key) => `<h2>${escape(text(key))}</h2><p>${escape(text(`${key}.text`))}</p>`;
  const steps = [1, 2, 3].map((n) => `<li>${escape(text(`help.start.${n}`))}</li>`).join('');
  const body = `${section('help.what')}<h2>${escape(text('help.start'))}</h2><ol>${steps}</ol>${section('help.doubt')}<p><a href="functions.html">${escape(text('help.functions.link'))}</a></p>${['help.missing', 'help.blank', 'help.policy', 'help.privacy'].map(section).join('')}`;
  return page(language, text('help.title'), body);
}

function exampleOf(example, text) {
  const ranges = example.args
    .filter(isRange)
    .map((arg) => `<p>${escape(arg.range)}</p>${table(arg.cells)}`)
    .join('');
  return `<li><code>${escape(formulaOf(example))}</code>${ranges}<p>${escape(text('help.result'))}: ${shown(example.result)}</p></li>`;
}

function functionSection(definition, examples, text) {
  const parameters = definition.parameters
    .map(
      (p) =>
        `<tr><td><code>${p.name}</code>${p.optional ? ` (${escape(text('help.optional'))})` : ''}</td><td>${escape(text(`describe.${definition.id}.${p.name}`))}</td></tr>`,
    )
    .join('');
  const list = examples
    .filter((example) => example.id === definition.id)
    .map((example) => exampleOf(example, text))
    .join('');
  return `<h2 id="${definition.id}">${definition.id}</h2><p>${escape(text(`describe.${definition.id}`))}</p><table><tr><th>${escape(text('help.parameter'))}</th><th>${escape(text('help.meaning'))}</th></tr>${parameters}</table>${list ? `<h3>${escape(text('help.examples'))}</h3><ul>${list}</ul>` : ''}`;
}

/** File name → text of every help page. */
function helpPages(metadata) {
  const { examples } = loadTypeScript('./src/functions/examples.ts');
  const pages = { 'help/help.css': style };
  for (const language of languages) {
    const texts = { ...functionTexts(language), ...loadTypeScript(`./src/locale/${language}/help.ts`).help };
    const text = (key) => {
      if (!texts[key]) throw new Error(`src/locale/${language}: no text ${key}`);
      return texts[key];
    };
    const folder = language === 'en' ? 'help/' : `help/${language}/`;
    pages[`${folder}index.html`] = indexPage(language, text);
    const body = metadata.functions.map((definition) => functionSection(definition, examples, text)).join('');
    pages[`${folder}functions.html`] = page(
      language,
      text('help.functions.title'),
      `<p><a href="index.html">${escape(text('help.back'))}</a></p>${['help.blank', 'help.policy', 'help.missing'].map((key) => `<h2>${escape(text(key))}</h2><p>${escape(text(`${key}.text`))}</p>`).join('')}${body}`,
    );
  }
  return pages;
}
exports.helpPages = helpPages;

class HelpPlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('HelpPlugin', (compilation) => {
      compilation.hooks.processAssets.tap({ name: 'HelpPlugin', stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONS }, () => {
        const metadata = compilation.getAsset('functions.json');
        if (!metadata) return;
        const pages = helpPages(JSON.parse(metadata.source.source().toString()));
        for (const [name, text] of Object.entries(pages)) compilation.emitAsset(name, new sources.RawSource(text));
      });
    });
  }
}
exports.HelpPlugin = HelpPlugin;
