import type { Action } from './action';

export interface JumpInput {
  readonly sheet: string;
  /** A1 address of a cell or an area. */
  readonly cell: string;
}

/** Shows a cell: brings its sheet to the front and selects it. */
export const jump: Action<JumpInput, void> = {
  id: 'jump',
  icon: 'ArrowRightRegular',
  async perform({ workbook }, { sheet, cell }) {
    await workbook.select(sheet, cell);
  },
};
