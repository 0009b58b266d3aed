import { insertTemplate } from '../../actions/insertTemplate';
import type { Template } from '../../template/types';
import { WorkbookError } from '../../workbook/port';
import type { FormOrigin } from '../store';
import { formKey } from '../view/formKey';
import { today } from '../view/today';
import { checkWorkbook } from './checkWorkbook';
import type { Desk } from './desk';
import { run } from './run';

export interface InsertChoices {
  readonly protect: boolean;
  /** Empty: none. */
  readonly password: string;
  /** The form whose next version this is. */
  readonly origin?: FormOrigin | null;
  /** Rewrite the origin's sheet instead of adding one. */
  readonly inPlace?: boolean;
}

/** Inserts a form as a new sheet after the active one or in the place of its earlier version, checks the workbook and shows the form. A failure is shown, and then there is no new sheet. */
export async function insertForm(
  desk: Desk,
  template: Template,
  { protect, password, origin, inPlace = false }: InsertChoices,
): Promise<void> {
  const inserted = await run(desk, 'inserting', (context) =>
    structureExplained(() =>
      insertTemplate.perform(
        { ...context, workbook: desk.workbook },
        {
          template,
          protect,
          today: today(),
          ...(protect && password !== '' ? { password } : {}),
          ...(origin ? { follows: followed(origin, inPlace) } : {}),
        },
      ),
    ),
  );
  if (!inserted) return;
  const checked = await checkWorkbook(desk);
  if (!checked) return;
  const form = checked.assessments.find((one) => one.form.sheet === inserted.sheet)?.form;
  desk.store.setState({
    screen: form ? 'form' : 'review',
    openForm: form ? formKey(form) : null,
    notice: { code: inPlace ? 'builder.notice.rewritten' : 'gallery.notice.inserted', details: { sheet: inserted.sheet } },
  });
}

const followed = ({ sheet, rubric, hasEntries }: FormOrigin, inPlace: boolean) => ({
  rubric,
  hasEntries,
  ...(inPlace ? { inPlaceOf: sheet } : {}),
});

/** A new sheet is refused where the workbook's structure is protected: no cell is to blame. */
async function structureExplained<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof WorkbookError && error.code === 'protected' && error.details.kind === undefined)
      throw new WorkbookError('protected', { ...error.details, kind: 'structure' }, { cause: error });
    throw error;
  }
}
