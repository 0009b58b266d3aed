import { readFile } from 'node:fs/promises';
import { checkTemplate } from '../template/checkTemplate';
import { gallery, loadGallery, loadTemplate } from '../template/gallery';
import { sheetPlanOf } from '../template/sheetPlanOf';
import { newStoredRubric } from '../template/storedRubric';
import type { Template } from '../template/types';
import { planWorkbook } from '../workbook/xlsx/planWorkbook';
import { readOptions } from './options';
import { saveFile } from './saveFile';
import { sheetPassword } from './sheetPassword';
import { exitCodes, tell, UsageError, type Command, type ExitCode, type Terminal } from './terminal';

/** `rubric template list`, `rubric template ID|FILE.json --out FILE.xlsx [--unprotected | --password WORD]`: review sheets ready to fill in. */
export const templateCommand: Command = {
  async perform(args, terminal) {
    const { files, flags, values } = readOptions(args, {
      list: 'flag',
      json: 'flag',
      unprotected: 'flag',
      password: 'value',
      out: 'value',
    });
    const [name] = files;
    if (flags.has('list') || name === 'list') return list(terminal, flags.has('json'));
    if (name === undefined) throw new UsageError('no-template', {});
    const template = name.endsWith('.json') ? await ownTemplate(name, terminal) : await builtIn(name, terminal);
    if (values.out === undefined) throw new UsageError('no-out', { what: `${template.id}.xlsx` });
    const rubric = newStoredRubric(template, new Date().toISOString().slice(0, 10));
    if (flags.has('unprotected') && values.password !== undefined) throw new UsageError('password-unprotected', {});
    const password = values.password ? { password: sheetPassword(values.password) } : {};
    await saveFile(values.out, planWorkbook(sheetPlanOf(template), { protect: !flags.has('unprotected'), rubric, ...password }));
    const made = { id: template.id, language: template.language, out: values.out };
    terminal.write(
      flags.has('json') ? `${JSON.stringify(made)}\n` : `${tell(terminal, 'cli.template.made', { ...made, title: template.title })}\n`,
    );
    return exitCodes.done;
  },
};

async function list(terminal: Terminal, asJson: boolean): Promise<ExitCode> {
  const templates = await loadGallery(terminal.language);
  const rows = templates.map(({ id, title, purpose, layout }) => ({ id, title, purpose, layout }));
  terminal.write(
    asJson ? `${JSON.stringify(rows, null, 2)}\n` : rows.map(({ id, title, purpose }) => `${id}\n  ${title}\n  ${purpose}\n`).join('\n'),
  );
  return exitCodes.done;
}

async function builtIn(id: string, { language }: Terminal): Promise<Template> {
  const entry = gallery.find((each) => each.id === id);
  if (!entry) throw new UsageError('unknown-template', { id, known: gallery.map((each) => each.id).join(', ') });
  if (!entry.languages.includes(language)) throw new UsageError('template-language', { id, language, known: entry.languages.join(', ') });
  return loadTemplate(id, language);
}

/** An author's own template. Everything that is wrong with it is told at once, each with its place. */
async function ownTemplate(file: string, terminal: Terminal): Promise<Template> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError('file-missing', { file });
  });
  const checked = checkTemplate(text);
  if (checked.kind === 'template') return checked.template;
  const faults = checked.faults.map(({ path, code, details }) => `  ${path}: ${tell(terminal, `template.fault.${code}`, details)}`);
  throw new UsageError('template-faulty', { file, faults: faults.join('\n') });
}
