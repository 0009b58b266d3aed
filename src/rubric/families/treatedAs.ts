/** A state that counts as one of the tiers: 连续两个季度为C的按D处理, 未参加考核的视为不合格, 弄虚作假的一律降为D级. */
import type { Clause } from '../clause';
import { meaningOf } from '../clauseWords';
import type { Award, Rule } from '../rule';
import { tierWords } from '../vocabulary';
import type { Family, FamilyContext, FamilyReading } from './family';

const wording =
  /^(.{2,60}?)(?:[的者],?|,)?\s?(?:均|一律|则|应|直接|当年|当期|本次|当月|本项)*(?:按照?|视为|视同|视作|降为|降至|等同于?|参照)\s?([^\d,，;；。:]{1,6}?)(?:(?:处理|计分|计算|得分|对待|认定|论处|执行|标准|计)+)?$/;
const rank = /[级等类档]$/;
const letter = /^[A-FS]$/;
/** A threshold is read as a band; a run of periods only says when. */
const bounds = ({ items, text }: Clause): boolean => items.some(({ kind }) => kind === 'interval') && !/连续|累计/.test(text);

const bare = (name: string): string => name.trim().replace(rank, '');

/** What a tier of the rules read so far gives. */
function worth(name: string, rules: readonly Rule[]): Award | null {
  for (const rule of rules) {
    if (rule.kind !== 'label' && rule.kind !== 'band' && rule.kind !== 'level') continue;
    const names = [rule.kind === 'level' ? rule.name : rule.label, rule.award.tier].filter((each): each is string => Boolean(each));
    const met = names.find((each) => bare(each) === name);
    if (met !== undefined && !rule.award.amount?.mode.startsWith('d')) return { tier: rule.award.tier ?? met, amount: rule.award.amount };
  }
  return null;
}

const isTier = (name: string): boolean => letter.test(name) || tierWords.includes(name) || tierWords.some((tier) => bare(tier) === name);

function read(clause: Clause, { rules }: FamilyContext): FamilyReading | null {
  const found = clause.text.length > 120 || bounds(clause) ? null : wording.exec(clause.text.trim());
  const name = found && bare(found[2] as string);
  if (!found || !name || !isTier(name)) return null;
  const award = worth(name, rules);
  if (!award) return { rules: [], doubtful: true };
  const whole = (found[1] as string).trim();
  const phrases = [...new Set([whole, meaningOf(whole)])];
  return { rules: [{ kind: 'label', span: clause.span, label: null, phrases, award }] };
}

/** States that are scored like a tier named elsewhere in the text. */
export const treatedAsFamily: Family = { name: 'treatedAs', read };
