/** The requirement sets that the workbench says it supports: the floor that the product asks for and a little above (ExcelApi 1.17 as LTSC 2024). */
export const defaultRequirementSets: Readonly<Record<string, string>> = {
  ExcelApi: '1.17',
  SharedRuntime: '1.1',
  CustomFunctionsRuntime: '1.5',
  // The library's own name of the set that decides in which shape function results come back.
  CustomFunctions: '1.7',
  RibbonApi: '1.1',
  KeyboardShortcuts: '1.1',
  DialogApi: '1.2',
  ImageCoercion: '1.1',
  AddInCommands: '1.3',
};
