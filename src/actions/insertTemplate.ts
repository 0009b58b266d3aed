import { checkTemplate } from '../template/checkTemplate';
import { isUntouched } from '../template/isUntouched';
import { sheetPlanOf } from '../template/sheetPlanOf';
import { changeStoredRubric, newStoredRubric, type StoredRubric } from '../template/storedRubric';
import type { Template } from '../template/types';
import { WorkbookError, type WatchableWorkbook } from '../workbook/port';
import type { Action, ActionContext } from './action';

export interface InsertTemplateInput {
  /** Checked by checkTemplate, where it comes from outside. */
  readonly template: Template;
  /** Lock formulas and leave entries open. */
  readonly protect: boolean;
  /** The author's own; none where absent. */
  readonly password?: string;
  /** ISO date from which this version of the rubric counts. */
  readonly today: string;
  /** The rubric whose next version this is, and whether anything was entered under it: then it is kept with its last day. */
  readonly follows?: {
    readonly rubric: StoredRubric;
    readonly hasEntries: boolean;
    /** The sheet to be rewritten, as long as nothing has been typed on it; absent: the next version stands on a new sheet. */
    readonly inPlaceOf?: string;
  };
}

export interface InsertedTemplate {
  /** Name of the new or rewritten sheet. */
  readonly sheet: string;
  /** Under which the rubric is stored with the workbook. */
  readonly rubricId: string;
}

/** A host that can take new sheets: the open workbook, not a file. */
export type InsertContext = ActionContext & { readonly workbook: Pick<WatchableWorkbook, 'addSheet' | 'snapshot'> };

/** Ids of one workbook differ even if two people insert the same form at the same time. */
const mark = (): string => crypto.randomUUID().slice(0, 8);

/** Throws `changed-since` where anything has been typed on the sheet that is to be rewritten. */
async function checkUntouched({ workbook }: InsertContext, sheet: string, { template }: StoredRubric): Promise<void> {
  const [grid] = (await workbook.snapshot({ sheets: [sheet] })).grids;
  const checked = checkTemplate(template);
  const untouched = grid && checked.kind === 'template' && isUntouched(sheetPlanOf(checked.template), grid);
  if (!untouched) throw new WorkbookError('changed-since', { cells: sheet });
}

/**
 * Inserts a form as a new sheet after the active one, with its rubric, or in the place of an earlier version that nothing was typed on.
 * Rejects with a WorkbookError, and then there is no new sheet.
 */
export const insertTemplate: Action<InsertTemplateInput, InsertedTemplate> = {
  id: 'insert',
  icon: 'TableAddRegular',
  async perform(context: InsertContext, { template, protect, password, today, follows }) {
    context.signal?.throwIfAborted();
    const stored = follows ? changeStoredRubric(follows.rubric, template, today, follows.hasEntries) : newStoredRubric(template, today);
    const inPlaceOf = follows?.inPlaceOf;
    if (follows && inPlaceOf !== undefined) await checkUntouched(context, inPlaceOf, follows.rubric);
    const rubric = inPlaceOf === undefined ? { ...stored, id: `${template.id}-${mark()}` } : stored;
    const protection = { on: protect, ...(password === undefined ? {} : { password }) };
    const place = inPlaceOf === undefined ? {} : { inPlaceOf };
    const sheet = await context.workbook.addSheet(template.sheetName, { plan: sheetPlanOf(template), rubric, protection, ...place });
    return { sheet, rubricId: rubric.id };
  },
};
