import type { ReviewPolicy } from '../review/policy';
import type { Action } from './action';
import { readAnswers, settingKeys, type Answer } from './settings';

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
