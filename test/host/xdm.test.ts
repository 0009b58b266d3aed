/** Transport T2: the whole of office.js in a page, over the messages it sends to its parent window. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { JSDOM, ResourceLoader, VirtualConsole } from 'jsdom';
import type { Host, XdmSession } from '../../src/workbench/host/contract';
import { attachXdm } from '../../src/workbench/host/xdmTransport';
import { startHost } from './support';
import type { StartedHost, StartOptions } from './support';

const dist = dirname(createRequire(__filename).resolve('@microsoft/office-js/dist/office.js'));
const hostOrigin = 'https://localhost';

/** Serves office.js's own files; nothing else exists. */
class OfficeFiles extends ResourceLoader {
  override fetch(url: string) {
    const path = new URL(url).pathname.replace('/office/', '');
    return Promise.resolve(readFileSync(join(dist, path))) as ReturnType<ResourceLoader['fetch']>;
  }
}

const frameName = (conversationId: string) =>
  JSON.stringify({
    baseFrameName: '_xdm_frame1',
    hostInfo: 'Excel|Web|16.01|en-US|corr-1||disableLogging|3',
    xdmInfo: `${conversationId}|frame|${hostOrigin}`,
    serializerVersion: '1',
    appContext: null,
    flights: '[]',
  });

interface Page {
  readonly window: JSDOM['window'] & {
    readonly Office: typeof Office;
    readonly Excel: typeof Excel;
    readonly CustomFunctions: typeof CustomFunctions;
  };
  readonly session: XdmSession;
}

let lastConversation = 0;

const openPage = (host: Host, script = ''): Page => {
  lastConversation += 1;
  const conversationId = `conversation-${lastConversation}`;
  let toHost: (text: string) => void = () => undefined;
  const dom = new JSDOM(
    `<!doctype html><html><head><script src="/office/office.js"></script><script>${script}</script></head><body></body></html>`,
    {
      url: 'https://localhost/taskpane.html',
      runScripts: 'dangerously',
      resources: new OfficeFiles(),
      pretendToBeVisual: true,
      virtualConsole: new VirtualConsole(),
      beforeParse: (window) => {
        window.name = frameName(conversationId);
        // jsdom has no document.domain, by which office.js judges its host.
        Object.defineProperty(window.document, 'domain', { value: 'localhost' });
        Object.defineProperty(window, 'parent', { value: { postMessage: (text: string) => toHost(text) } });
      },
    },
  );
  const { window } = dom;
  const session = attachXdm(
    {
      post: (text) =>
        void setTimeout(() => window.dispatchEvent(new window.MessageEvent('message', { data: text, origin: hostOrigin })), 0),
      onMessage: (listener) => {
        toHost = (text) => void setTimeout(() => listener(text), 0);
        return () => (toHost = () => undefined);
      },
    },
    host,
    { conversationId, hostOrigin, uiLanguage: 'zh-CN' },
  );
  return { window: window as unknown as Page['window'], session };
};

const loaded = async ({ window }: Page): Promise<void> => {
  for (let tries = 0; tries < 500 && !(window.Office as unknown as { onReady?: unknown })?.onReady; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  await window.Office.onReady();
};

let app: StartedHost;
let page: Page;
const open = async (options: StartOptions, script = ''): Promise<Page> => {
  app = await startHost(options);
  page = openPage(app.host, script);
  await loaded(page);
  return page;
};
afterEach(() => {
  page.session.detach();
  page.window.close();
  app.dispose();
});

it('starts, knows its host and its language, and reads cells', async () => {
  const { window } = await open({ sheets: { A: [[1, '=A1+1']] } });
  expect(window.Office.context.host).toBe('Excel');
  expect(window.Office.context.displayLanguage).toBe('zh-CN');
  expect(window.Office.context.requirements.isSetSupported('ExcelApi', '1.14')).toBe(true);
  expect(window.Office.context.requirements.isSetSupported('ExcelApi', '1.99')).toBe(false);
  const values = await window.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('A').getRange('A1:B1').load('values');
    await context.sync();
    return range.values;
  });
  expect(JSON.parse(JSON.stringify(values))).toEqual([[1, 2]]);
});

it('calls a command and hears that it is done', async () => {
  const { window, session } = await open({ sheets: { A: [[1]] } });
  window.Office.actions.associate('double', async (event: Office.AddinCommands.Event) => {
    await window.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('A').getRange('A1').values = [[2]];
      await context.sync();
    });
    event.completed();
  });
  expect(await session.invokeCommand('double')).toEqual({ status: 0 });
  expect(app.values('A', 'A1')).toEqual([[2]]);
});

it('saves settings into the workbook', async () => {
  const { window } = await open({ sheets: { A: [] } });
  const { settings } = window.Office.context.document;
  settings.set('choice', { rounding: 2 });
  await new Promise((resolve) => settings.saveAsync(resolve));
  expect(JSON.parse(app.model.extras.settings.choice ?? 'null')).toEqual({ rounding: 2 });
});

it('delivers events', async () => {
  const { window } = await open({ sheets: { A: [] } });
  const told: string[] = [];
  await window.Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(async ({ address }) => void told.push(address));
    await context.sync();
  });
  app.edit('A', 'B2', [[1]]);
  for (let tries = 0; tries < 100 && told.length === 0; tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(told).toEqual(['B2']);
});

it('calculates cells through the functions that the page associates', async () => {
  const functions = [{ id: 'GRADE_OF', name: 'GRADE_OF', parameters: [{ name: 'value', type: 'number' }] }];
  const script = "CustomFunctions.associate('GRADE_OF', function (value) { return value >= 60 ? '合格' : '不合格'; })";
  await open({ sheets: { A: [[75, '=GRADE_OF(A1)']] }, functions }, script);
  await app.settled();
  expect(app.values('A', 'B1')).toEqual([['合格']]);
});

it('shows and hides the pane at the add-in’s wish', async () => {
  const { window } = await open({});
  const asked: unknown[] = [];
  app.host.onShellRequest((request) => request.kind === 'runtimeState' && asked.push(request));
  await window.Office.addin.hide();
  await window.Office.addin.showAsTaskpane();
  expect(asked).toEqual([
    { kind: 'runtimeState', state: 'Background' },
    { kind: 'runtimeState', state: 'Visible' },
  ]);
});

it('switches ribbon buttons', async () => {
  const { window } = await open({});
  const asked: unknown[] = [];
  app.host.onShellRequest((request) => request.kind === 'button' && asked.push(request));
  await window.Office.ribbon.requestUpdate({
    tabs: [{ id: 'Home', groups: [{ id: 'Rubric', controls: [{ id: 'Undo', enabled: false }] }] }],
  });
  expect(asked).toEqual([{ kind: 'button', id: 'Undo', enabled: false }]);
});

it('tells the page when its pane is shown or hidden, and which keys were pressed', async () => {
  const { window } = await open({});
  const told: unknown[] = [];
  const heard = new Promise<void>((resolve) => {
    window.Office.actions.associate('CHECK', () => {
      told.push('CHECK');
      resolve();
    });
  });
  await window.Office.addin.onVisibilityModeChanged(async ({ visibilityMode }) => void told.push(visibilityMode));
  app.host.changePaneVisibility(false);
  app.host.invokeAction('CHECK');
  await heard;
  expect(told).toEqual(expect.arrayContaining(['Hidden', 'CHECK']));
});
