import type { SheetCorrections } from '../form';
import type { ReviewPolicy } from '../review/policy';
import type { Action } from './action';
import { readAnswers, readCorrections, settingKeys, type Answer } from './settings';

/** Stores the policy with the workbook; the next check follows it. */
export const rememberPolicy: Action<ReviewPolicy, void> = {
  id: 'rememberPolicy',
  icon: 'SettingsRegular',
  async perform({ workbook }, policy) {
    await workbook.writeSetting(settingKeys.policy, JSON.stringify(policy));
  },
};

/** Stores how a doubtful criteria text is to be read, beside the answers given before. */
export const rememberAnswer: Action<Answer, void> = {
  id: 'rememberAnswer',
  icon: 'QuestionCircleRegular',
  async perform({ workbook }, { text, reading }) {
    const settings = await workbook.readSettings();
    await workbook.writeSetting(settingKeys.answers, JSON.stringify({ ...readAnswers(settings), [text]: reading }));
  },
};

export interface Correction {
  readonly sheet: string;
  /** What replaces or joins the corrections of the sheet; null forgets them all. */
  readonly correction: SheetCorrections | null;
}

/** Stores what the user said about a sheet's forms: "not a form", "this column is the score". */
export const rememberCorrection: Action<Correction, void> = {
  id: 'rememberCorrection',
  icon: 'TableDismissRegular',
  async perform({ workbook }, { sheet, correction }) {
    const { [sheet]: former = {}, ...others } = readCorrections(await workbook.readSettings());
    const all = correction ? { ...others, [sheet]: { ...former, ...correction } } : others;
    await workbook.writeSetting(settingKeys.corrections, JSON.stringify(all));
  },
};
