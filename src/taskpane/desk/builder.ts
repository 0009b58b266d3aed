/** The builder: beginning, changing, taking back, saving. */
import type { Assessment } from '../../review/types';
import { checkTemplate } from '../../template/checkTemplate';
import { isUntouched } from '../../template/isUntouched';
import { sheetPlanOf } from '../../template/sheetPlanOf';
import { templateOf } from '../../template/templateOf';
import type { Template } from '../../template/types';
import type { FormOrigin } from '../store';
import type { Desk } from './desk';
import { openScreen } from './goTo';
import { newTemplateId, saveOwnTemplate } from './ownTemplates';
import { keepDraft, recallDraft } from './unsavedDraft';

/** Changes that can be taken back. */
const mostSteps = 200;

interface Start {
  /** What is stored of it in the workbook. */
  readonly saved?: Template;
  readonly origin?: FormOrigin;
}

/** What was under work and not saved, now or before the pane was loaded anew: the last one last. */
function unsavedBefore({ store, shell }: Desk): readonly Template[] {
  const former = store.getState().builder;
  if (former) return former.template === former.saved ? [] : [...former.past, former.template];
  const kept = recallDraft(shell);
  return kept ? [kept] : [];
}

/** Opens a template in the builder. One that was under work and not saved is one step back. */
export function startBuilder(desk: Desk, template: Template, { saved, origin }: Start = {}): void {
  const past = unsavedBefore(desk);
  desk.store.setState({ builder: { template, past, mark: null, saved: saved ?? null, origin: origin ?? null } });
  openScreen(desk, 'builder');
}

/** Goes on with what was under work before the pane was loaded anew. */
export function restoreDraft(desk: Desk, template: Template): void {
  desk.store.setState({ builder: { template, past: [], mark: null, saved: null, origin: null } });
  openScreen(desk, 'builder');
}

/** A copy of a template, to be changed and kept as the author's own. */
export const copyTemplate = (desk: Desk, template: Template): void => startBuilder(desk, { ...template, id: newTemplateId() });

/** A clean copy of a form that was found in the workbook. */
export const copyForm = (desk: Desk, assessment: Assessment): void => startBuilder(desk, templateOf(assessment, newTemplateId()));

/**
 * Changes the rubric that a sheet was made with. Gives false where what is stored with the sheet is not a template that could be read.
 */
export function changeForm(desk: Desk, found: Omit<FormOrigin, 'untouched'>): boolean {
  const checked = checkTemplate(found.rubric.template);
  if (checked.kind === 'faulty') return false;
  const grid = desk.store.getState().checked?.snapshot.grids.find(({ sheet }) => sheet === found.sheet);
  const untouched = grid !== undefined && !found.hasEntries && isUntouched(sheetPlanOf(checked.template), grid);
  startBuilder(desk, checked.template, { origin: { ...found, untouched } });
  return true;
}

/**
 * Puts a changed template in the place of the one under work.
 * @param mark names the field that is being typed into: its letters are taken back together; null for a change of its own.
 */
export function editTemplate(desk: Desk, template: Template, mark: string | null = null): void {
  desk.store.setState(({ builder }) => {
    if (!builder || builder.template === template) return {};
    const goesOn = mark !== null && mark === builder.mark;
    const past = goesOn ? builder.past : [...builder.past, builder.template].slice(-mostSteps);
    return { builder: { ...builder, template, past, mark } };
  });
  keepDraft(desk.shell, desk.store.getState().builder);
}

/** Takes the last change back. */
export function undoEdit(desk: Desk): void {
  desk.store.setState(({ builder }) => {
    const template = builder?.past.at(-1);
    return builder && template ? { builder: { ...builder, template, past: builder.past.slice(0, -1), mark: null } } : {};
  });
  keepDraft(desk.shell, desk.store.getState().builder);
}

/** Keeps the template under work in the workbook. */
export async function saveBuilt(desk: Desk, template: Template): Promise<void> {
  if (!(await saveOwnTemplate(desk, template))) return;
  desk.store.setState(({ builder }) => ({ builder: builder && { ...builder, saved: template } }));
  keepDraft(desk.shell, desk.store.getState().builder);
}
