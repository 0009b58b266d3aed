import type { Texts } from '../format';
import { cli } from './cli';
import { functions } from './functions';
import { pane } from './pane';
import { review } from './review';
import { rubric } from './rubric';
import { workbook } from './workbook';

/** All texts of the language that can be looked up by code. The help pages are read by the build alone. */
export const texts: Texts = { ...cli, ...functions, ...pane, ...review, ...rubric, ...workbook };
