export { findForms, type FormContext } from './findForms';
export { askBelow, mentionFrom } from './thresholds';
export type { Corrections, SheetCorrections } from './corrections';
export { printedFormulas, sharesIn, shareName, type PrintedFormula } from './notes';
export { isMark } from './part';
export { levelName, isTierName } from './levelWords';
