/**
 * Univer's numbers for what a cell is and how it looks, by name. Its own enums stand in a package that only a bundler can load; these are
 * the same numbers, checked against its types, so that reading and writing files needs nothing of Univer at run time.
 */
import type {
  BorderStyleTypes,
  CellValueType,
  DataValidationErrorStyle,
  HorizontalAlign,
  LocaleType,
  VerticalAlign,
  WrapStrategy,
} from '@univerjs/core';

export const cellType = { text: 1, number: 2, boolean: 3, forcedText: 4 } as const satisfies Record<string, CellValueType>;

export const lineStyle = {
  thin: 1,
  hair: 2,
  dotted: 3,
  dashed: 4,
  dashDot: 5,
  dashDotDot: 6,
  double: 7,
  medium: 8,
  mediumDashed: 9,
  mediumDashDot: 10,
  mediumDashDotDot: 11,
  slantDashDot: 12,
  thick: 13,
} as const satisfies Record<string, BorderStyleTypes>;

/** Pixels of padding that an indent by one step is. */
export const indentStep = 9;

export const horizontal = { left: 1, center: 2, right: 3, justified: 4, both: 5, distributed: 6 } as const satisfies Record<
  string,
  HorizontalAlign
>;

export const vertical = { top: 1, middle: 2, bottom: 3 } as const satisfies Record<string, VerticalAlign>;

export const wrap: WrapStrategy = 3;

/** What a wrong entry meets. */
export const errorStyle = { information: 0, stop: 1, warning: 2 } as const satisfies Record<string, DataValidationErrorStyle>;

export const chinese = 'zhCN' as LocaleType;
