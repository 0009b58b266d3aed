import { readFileSync } from 'node:fs';

/**
 * Family names under which Chinese text asks for a font and which need not be on the machine: the grid's own fallback list ends with
 * the first; the second stands in the list of the add-in's component library and is never installed anywhere.
 */
const families = ['Microsoft YaHei', 'Segoe UI Web (West European)', 'Noto Sans SC'];

/** The last name but one in the list for formulas: there, only Chinese is drawn in the bundled font, which is not of one width. */
const formulas = 'Courier';

/**
 * Fonts a machine may have, taken before a piece of the bundled one is fetched. `local()` names one face, not a family: a bold face must be
 * asked for by its own name, or bold text is drawn with the regular one.
 */
const installed: Readonly<Record<400 | 700, readonly string[]>> = {
  400: [
    'Microsoft YaHei',
    'PingFang SC',
    'Hiragino Sans GB',
    'Noto Sans CJK SC',
    'Noto Sans SC',
    'Source Han Sans SC',
    'WenQuanYi Micro Hei',
  ],
  700: [
    'Microsoft YaHei Bold',
    'PingFang SC Semibold',
    'Hiragino Sans GB W6',
    'Noto Sans CJK SC Bold',
    'Noto Sans SC Bold',
    'Source Han Sans SC Bold',
  ],
};

// The package names the pieces with Chinese characters by number, those of other scripts by name.
const isChinese = (face: string): boolean => /noto-sans-sc-\d+-/.test(face);

function facesOf(weight: 400 | 700, family: string): string {
  const css = readFileSync(`node_modules/@fontsource/noto-sans-sc/${weight}.css`, 'utf8');
  const local = installed[weight].map((name) => `local("${name}")`).join(', ');
  const faces = css.split(/(?=@font-face)/).filter((face) => family !== formulas || isChinese(face));
  return faces
    .join('')
    .replace(/\/\*.*?\*\/\s*/g, '')
    .replaceAll("'Noto Sans SC'", `"${family}"`)
    .replace(/src: url\(\.\/files\/([^)]+\.woff2)\)[^;]*;/g, (_, file: string) => `src: ${local}, url(/fonts/${file}) format("woff2");`);
}

/**
 * The style sheet that makes Chinese text readable on a machine without a Chinese font: the bundled font in pieces of a few hundred
 * characters each (only those that a text needs are fetched), behind any font the machine has itself.
 */
export function fontFaces(): string {
  return [...families, formulas].flatMap((family) => [facesOf(400, family), facesOf(700, family)]).join('\n');
}
