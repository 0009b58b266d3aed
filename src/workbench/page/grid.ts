import { LocaleType, Univer, mergeLocales, type IWorkbookData } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import formatEnglish from '@univerjs/preset-sheets-conditional-formatting/locales/en-US';
import formatSimplified from '@univerjs/preset-sheets-conditional-formatting/locales/zh-CN';
import formatTraditional from '@univerjs/preset-sheets-conditional-formatting/locales/zh-TW';
import * as packages from '@univerjs/preset-sheets-core';
import coreEnglish from '@univerjs/preset-sheets-core/locales/en-US';
import coreSimplified from '@univerjs/preset-sheets-core/locales/zh-CN';
import coreTraditional from '@univerjs/preset-sheets-core/locales/zh-TW';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import validationEnglish from '@univerjs/preset-sheets-data-validation/locales/en-US';
import validationSimplified from '@univerjs/preset-sheets-data-validation/locales/zh-CN';
import validationTraditional from '@univerjs/preset-sheets-data-validation/locales/zh-TW';
import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-data-validation/lib/index.css';
import '@univerjs/preset-sheets-conditional-formatting/lib/index.css';
import type { UniverParts } from '../model/univerWorkbook';
import { addFallbackFont } from './fonts';
import type { Language } from './texts';

const localeOf: Record<Language, LocaleType> = { 'zh-CN': LocaleType.ZH_CN, 'zh-TW': LocaleType.ZH_TW, 'en-US': LocaleType.EN_US };

const locales = {
  [LocaleType.ZH_CN]: mergeLocales(coreSimplified, validationSimplified, formatSimplified),
  [LocaleType.ZH_TW]: mergeLocales(coreTraditional, validationTraditional, formatTraditional),
  [LocaleType.EN_US]: mergeLocales(coreEnglish, validationEnglish, formatEnglish),
};

/** Univer looks for the words of its cell alert under another package's name than the one that has them. */
function lendAlertWords(api: FUniver): void {
  for (const [locale, words] of Object.entries(locales)) {
    const { info } = (words as unknown as Record<string, { info: Record<string, string> }>)['sheets-numfmt-ui'] ?? {};
    if (info) api.loadLocales(locale, { 'sheets-ui': { info } });
  }
}

/** The grid on the page: Univer with its formula bar and sheet tabs. */
export interface Grid extends UniverParts {
  /** Shows a workbook in place of the one shown; gives its unit id. The caller has let go of the old one's model. */
  show(workbook: IWorkbookData): string;
  /** Names things that are shown by key, in the language that is shown. */
  name(words: Readonly<Record<string, string>>): void;
  setLanguage(language: Language): void;
  setDark(dark: boolean): void;
}

// The workbench's own bar stands in place of Univer's toolbar; menus by right click stay.
const corePreset = (container: HTMLElement) =>
  packages.UniverSheetsCorePreset({ container, header: true, toolbar: false, footer: { menus: false }, disableAutoFocus: true });

/** Starts Univer in an empty element. */
export function createGrid(container: HTMLElement, language: Language): Grid {
  addFallbackFont();
  const univer = new Univer({ locale: localeOf[language], locales });
  const presets = [corePreset(container), UniverSheetsDataValidationPreset(), UniverSheetsConditionalFormattingPreset()];
  for (const entry of presets.flatMap(({ plugins }) => plugins)) {
    if (Array.isArray(entry)) univer.registerPlugin(entry[0], entry[1]);
    else univer.registerPlugin(entry);
  }
  const api = FUniver.newAPI(univer);
  lendAlertWords(api);
  // A text typed later may need a piece of the font that was not there when it was drawn.
  document.fonts.addEventListener('loadingdone', () => api.getActiveWorkbook()?.getActiveSheet().refreshCanvas());
  let shown: string | null = null;
  let shownLanguage = language;
  return {
    univer,
    api,
    packages,
    show: (workbook) => {
      if (shown !== null) api.disposeUnit(shown);
      shown = api.createWorkbook(workbook).getId();
      return shown;
    },
    name: (words) => api.loadLocales(localeOf[shownLanguage], words),
    setLanguage: (next) => {
      shownLanguage = next;
      api.setLocale(localeOf[next]);
    },
    setDark: (dark) => api.toggleDarkMode(dark),
  };
}
