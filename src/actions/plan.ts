import { askBelow } from '../form';
import { planFill } from '../review';
import type { PlanAction } from './action';

/** Works out what a fill would write, without writing. Tables of which it is not sure that they are forms are left alone. */
export const plan: PlanAction = {
  id: 'plan',
  icon: 'TableSearchRegular',
  async perform(_context, { checked, mode, except, overwriteWrong }) {
    const sure = checked.assessments.filter(({ form }) => form.confidence >= askBelow);
    return planFill(sure, checked.snapshot.grids, mode, { ...(except && { except }), ...(overwriteWrong && { overwriteWrong }) });
  },
};
