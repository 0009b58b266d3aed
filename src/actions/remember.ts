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

/** Addresses of both lists; `true` stands for the whole sheet and stays. */
function bothOf<Said extends boolean | readonly string[]>(former: Said | undefined, said: Said | undefined): Said | undefined {
  if (!Array.isArray(former) || !Array.isArray(said)) return former === true && Array.isArray(said) ? former : (said ?? former);
  return [...new Set([...former, ...said])] as readonly string[] as Said;
}

/** Addresses without those about which the contrary is said now. */
function without<Said extends boolean | readonly string[]>(former: Said | undefined, contrary: unknown): Said | undefined {
  if (!Array.isArray(former) || !Array.isArray(contrary)) return former;
  const rest = former.filter((address) => !contrary.includes(address));
  return rest.length > 0 ? (rest as readonly string[] as Said) : undefined;
}

const present = <Value extends object>(value: Value): Partial<Value> =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Partial<Value>;

/** What was said before with what is said now: roles of other columns, headers of other tables and other rejected tables stay. */
function joined(former: SheetCorrections, said: SheetCorrections): SheetCorrections {
  return present({
    notAForm: bothOf(without(former.notAForm, said.isAForm), said.notAForm),
    isAForm: bothOf(without(former.isAForm, said.notAForm), said.isAForm),
    columnRoles: former.columnRoles || said.columnRoles ? { ...former.columnRoles, ...said.columnRoles } : undefined,
    headerRows: former.headerRows || said.headerRows ? { ...former.headerRows, ...said.headerRows } : undefined,
  });
}

export interface Correction {
  readonly sheet: string;
  /** What replaces or joins the corrections of the sheet; null forgets them all. */
  readonly correction: SheetCorrections | null;
  /** Nothing of what was said before about the sheet stays: to forget one thing, or to take one back. */
  readonly replaces?: boolean;
}

/** Stores what the user said about a sheet's forms: "not a form", "this column is the score". Gives what was said of the sheet before. */
export const rememberCorrection: Action<Correction, SheetCorrections | null> = {
  id: 'rememberCorrection',
  icon: 'TableDismissRegular',
  async perform({ workbook }, { sheet, correction, replaces = false }) {
    const { [sheet]: former, ...others } = readCorrections(await workbook.readSettings());
    const own = correction && !replaces ? joined(former ?? {}, correction) : correction;
    const all = own && Object.keys(own).length > 0 ? { ...others, [sheet]: own } : others;
    await workbook.writeSetting(settingKeys.corrections, Object.keys(all).length > 0 ? JSON.stringify(all) : null);
    return former ?? null;
  },
};
