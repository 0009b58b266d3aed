/** What schema validation of manifest.xml misses (DESIGN, OFFICE-NOTES C). */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOMParser, type Element } from '@xmldom/xmldom';
import { checkManifest } from '../../scripts/checkManifest';

const root = join(__dirname, '../..');
const text = readFileSync(join(root, 'manifest.xml'), 'utf8');
const parse = (xml: string) => new DOMParser().parseFromString(xml, 'text/xml');
const elements = (name: string, xml = text): Element[] => [...parse(xml).getElementsByTagName(name)];

describe('manifest.xml', () => {
  it('has no fault that a schema would miss', () => {
    expect(checkManifest(text)).toEqual([]);
  });

  it('names only icon files that exist, each of the size it says', () => {
    const images = elements('bt:Image')
      .map((image) => image.getAttribute('DefaultValue'))
      .filter((url): url is string => url !== null);
    expect(images.length).toBe(32);
    for (const url of images) {
      const file = join(root, new URL(url).pathname);
      expect(existsSync(file)).toBe(true);
      const png = readFileSync(file);
      const size = Number(/-(\d+)\.png$/.exec(file)?.[1]);
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
    }
  });

  it('has keyboard shortcuts for commands that exist, named in every language', () => {
    const read = (name: string) => JSON.parse(readFileSync(join(root, 'assets', name), 'utf8'));
    const { actions, shortcuts, resources } = read('shortcuts.json');
    const ids = actions.map(({ id }: { id: string }) => id);
    const commands = [...readFileSync(join(root, 'src/commands/registerCommands.ts'), 'utf8').matchAll(/^ {4}(\w+): /gm)].map(
      (found) => found[1],
    );
    expect(commands).toEqual(expect.arrayContaining(ids));
    expect(shortcuts.map(({ action }: { action: string }) => action)).toEqual(ids);
    expect(new Set(shortcuts.map(({ key }: { key: { default: string } }) => key.default)).size).toBe(ids.length);
    const texts = { ...resources, ...read('shortcut-texts.json').resources };
    expect(Object.keys(texts)).toEqual(['default', 'zh-cn', 'zh-tw']);
    for (const language of Object.values(texts)) expect(Object.keys(language as object)).toEqual(ids);
    const [overrides] = elements('ExtendedOverrides');
    for (const name of ['Url', 'ResourcesUrl'])
      expect(existsSync(join(root, new URL(overrides?.getAttribute(name) ?? '').pathname))).toBe(true);
  });

  it('keeps the functions without a namespace, so that formulas read =RUBRIC_TIER(…)', () => {
    const point = elements('ExtensionPoint').find((p) => p.getAttribute('xsi:type') === 'CustomFunctions');
    expect(point?.getElementsByTagName('Namespace').length).toBe(0);
    expect(point?.getElementsByTagName('Metadata').length).toBe(1);
  });

  it('speaks English by default and Chinese in both scripts', () => {
    for (const string of elements('bt:String')) {
      const locales = [...string.getElementsByTagName('bt:Override')].map((o) => o.getAttribute('Locale'));
      expect(locales).toEqual(['zh-CN', 'zh-TW']);
    }
  });
});

describe('checkManifest finds', () => {
  const broken = (from: string | RegExp, to: string) => checkManifest(text.replace(from, to)).map((fault) => fault.code);

  it.each([
    ['a resid that nothing defines', '<Label resid="Check.Label"/>', '<Label resid="Chek.Label"/>', 'dangling-resid'],
    ['a resource that nobody uses', 'resid="Help.Url"', 'resid="Taskpane.Url"', 'unused-resource'],
    ['a plain http address', 'https://localhost:3000/functions.js"', 'http://localhost:3000/functions.js"', 'not-https'],
    ['a ribbon icon without its 32 px size', '<bt:Image size="32" resid="Check.32"/>', '', 'icon-size'],
    [
      'a TaskpaneId beside a long runtime',
      '<Action xsi:type="ShowTaskpane">',
      '<Action xsi:type="ShowTaskpane"><TaskpaneId>Pane</TaskpaneId>',
      'taskpane-id',
    ],
    ['a runtime whose page is another one', '<FunctionFile resid="Taskpane.Url"/>', '<FunctionFile resid="Help.Url"/>', 'runtime-resid'],
    ['a short runtime', 'lifetime="long"', 'lifetime="short"', 'runtime-lifetime'],
    ['a label that is too long', 'Value="Check"', `Value="${'C'.repeat(126)}"`, 'too-long'],
    ['a control id used twice', 'id="Rubric.Fill"', 'id="Rubric.Check"', 'duplicate-id'],
  ])('%s', (_what, from, to, code) => {
    expect(broken(from, to)).toContain(code);
  });
});
