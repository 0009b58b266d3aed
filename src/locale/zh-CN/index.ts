import type { Texts } from '../format';
import { builder } from './builder';
import { cli } from './cli';
import { correct } from './correct';
import { formula } from './formula';
import { functions } from './functions';
import { gallery } from './gallery';
import { pane } from './pane';
import { review } from './review';
import { rubric } from './rubric';
import { send } from './send';
import { templateFault } from './templateFault';
import { workbook } from './workbook';

/** All texts of the language that can be looked up by code. The help pages are read by the build alone. */
export const texts: Texts = {
  ...builder,
  ...cli,
  ...correct,
  ...formula,
  ...functions,
  ...gallery,
  ...pane,
  ...review,
  ...rubric,
  ...send,
  ...templateFault,
  ...workbook,
};
