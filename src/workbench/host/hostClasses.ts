/** Everything the host knows, by class. */
import type { HostClasses } from './hostObject';
import { formatClasses } from './members/formats';
import { pageBreakClasses } from './members/pageBreaks';
import { pageClasses } from './members/pageLayout';
import { rangeClasses } from './members/ranges';
import { ruleClasses } from './members/rules';
import { serviceClasses } from './members/services';
import { storageClasses } from './members/storage';
import { tableClasses } from './members/tables';
import { workbookClasses } from './members/workbook';
import { worksheetClasses } from './members/worksheets';

export const hostClasses: HostClasses = {
  ...workbookClasses,
  ...worksheetClasses,
  ...rangeClasses,
  ...formatClasses,
  ...ruleClasses,
  ...pageBreakClasses,
  ...pageClasses,
  ...tableClasses,
  ...storageClasses,
  ...serviceClasses,
};
