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

/** What was said before with what is said now: roles of other columns and other rejected tables stay. */
function joined(former: SheetCorrections, said: SheetCorrections): SheetCorrections {
  const roles = former.columnRoles || said.columnRoles ? { columnRoles: { ...former.columnRoles, ...said.columnRoles } } : {};
  const lists = [former.notAForm, said.notAForm].filter((list) => Array.isArray(list)) as readonly (readonly string[])[];
  return { ...former, ...said, ...roles, ...(lists.length === 2 ? { notAForm: [...new Set(lists.flat())] } : {}) };
}

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
    const all = correction ? { ...others, [sheet]: joined(former, correction) } : others;
    await workbook.writeSetting(settingKeys.corrections, JSON.stringify(all));
  },
};
