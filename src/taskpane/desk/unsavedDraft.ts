/** What is under work in the builder and not stored in the workbook: kept with the person's own small things, so that it outlives a reload. */
import { documentFaults, type FaultCode } from '../../template/documentFaults';
import type { Template } from '../../template/types';
import type { Shell } from './desk';
import type { BuilderDraft } from '../store';

const key = 'draft';

/** Faults that a template under work may have; any other means that this is none that the builder could show. */
const whileTyping: ReadonlySet<FaultCode> = new Set(['empty', 'too-long', 'not-decimal', 'empty-list', 'sheet-name']);

/** Keeps the draft, or forgets what was kept once it is stored in the workbook or nothing has been changed. */
export function keepDraft(shell: Shell, draft: BuilderDraft | null): void {
  const isUnsaved = draft !== null && draft.past.length > 0 && draft.template !== draft.saved;
  shell.remember(key, isUnsaved ? JSON.stringify(draft.template) : '');
}

/** Forgets what was kept. */
export const forgetDraft = (shell: Shell): void => keepDraft(shell, null);

/** What was kept, as far as it still can be shown; null where there is nothing. */
export function recallDraft(shell: Shell): Template | null {
  const json = shell.recall(key);
  if (json === null || json === '') return null;
  try {
    const document: unknown = JSON.parse(json);
    return documentFaults(document).every(({ code }) => whileTyping.has(code)) ? (document as Template) : null;
  } catch {
    return null;
  }
}
