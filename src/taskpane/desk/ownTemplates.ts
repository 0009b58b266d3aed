/** The author's own templates, each a setting of the workbook. */
import { templateKeyPrefix } from '../../actions/settings';
import { checkTemplate, type CheckedTemplate } from '../../template/checkTemplate';
import type { Template } from '../../template/types';
import type { Desk } from './desk';
import { failureOf, run } from './run';

export interface OwnTemplates {
  readonly templates: readonly Template[];
  /** Keys of settings that hold no template that could be read: shown, so that they can be removed. */
  readonly damaged: readonly string[];
}

const keyOf = (id: string): string => `${templateKeyPrefix}${id}`;

/** Reads them; a failure is shown and gives none. */
export async function readOwnTemplates(desk: Desk): Promise<OwnTemplates> {
  try {
    return ownTemplatesIn(await desk.workbook.readSettings());
  } catch (error) {
    desk.store.setState({ failure: failureOf(error) });
    return { templates: [], damaged: [] };
  }
}

/** What the settings of a workbook hold, by title. A setting that is none of ours, or of a newer version, is damaged. */
export function ownTemplatesIn(settings: Readonly<Record<string, string>>): OwnTemplates {
  const found = Object.entries(settings)
    .filter(([key]) => key.startsWith(templateKeyPrefix))
    .map(([key, json]) => ({ key, checked: checkTemplate(json) }));
  const templates = found.flatMap(({ checked }) => (checked.kind === 'template' ? [checked.template] : []));
  return {
    templates: templates.sort((one, other) => one.title.localeCompare(other.title, one.language)),
    damaged: found.flatMap(({ key, checked }) => (checked.kind === 'faulty' ? [key] : [])),
  };
}

/** Stores a template in the workbook, in the place of the one of the same id. Gives whether it is there. */
export async function saveOwnTemplate(desk: Desk, template: Template): Promise<boolean> {
  const saved = await run(desk, 'saving', async ({ workbook }) => {
    await workbook.writeSetting(keyOf(template.id), JSON.stringify(template));
    return true;
  });
  if (saved) desk.store.setState({ notice: { code: 'gallery.notice.saved', details: { title: template.title } } });
  return saved === true;
}

/** Takes a setting out of the workbook. */
export async function removeSetting(desk: Desk, key: string): Promise<void> {
  await run(desk, 'saving', ({ workbook }) => workbook.writeSetting(key, null));
}

/** Takes one of the author's templates out of the workbook. Sheets made with it stay. */
export const removeOwnTemplate = (desk: Desk, { id }: Template): Promise<void> => removeSetting(desk, keyOf(id));

/** An id that no other template has. */
export const newTemplateId = (): string => `own-${crypto.randomUUID().slice(0, 8)}`;

/**
 * Takes a template from a file into the workbook. Nothing is stored where anything is wrong with it. One that is there under the same id
 * with other contents stays: the new one gets an id of its own.
 */
export async function importTemplate(desk: Desk, text: string): Promise<CheckedTemplate> {
  const checked = checkTemplate(text);
  if (checked.kind === 'faulty') return checked;
  const { templates } = await readOwnTemplates(desk);
  const there = templates.find(({ id }) => id === checked.template.id);
  const changed = there !== undefined && JSON.stringify(there) !== JSON.stringify(checked.template);
  const template = changed ? { ...checked.template, id: newTemplateId() } : checked.template;
  await saveOwnTemplate(desk, template);
  return { kind: 'template', template };
}

/** Hands a template to the browser as a .json file. */
export function downloadTemplate(template: Template): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(template, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${template.title.replace(/[\\/:*?"<>|\s]+/g, ' ').trim()}.json`;
  link.click();
  URL.revokeObjectURL(address);
}
