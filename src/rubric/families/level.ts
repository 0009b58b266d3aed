/** Numbered levels: 1级4分2级8分…, 3级：着手解决问题, `Level 2 – meets most requirements`. */
import type { Clause } from '../clause';
import { phrasesOf } from '../clauseWords';
import type { Family, FamilyReading } from './family';

function read(clause: Clause): FamilyReading | null {
  const { label } = clause;
  if (label?.kind !== 'level') return null;
  const amount = clause.award?.amount ?? null;
  if (amount && amount.mode !== 'set') return null;
  const name = label.name;
  return {
    rules: [
      {
        kind: 'level',
        span: clause.span,
        level: label.quantity.amount,
        name,
        phrases: phrasesOf(clause),
        award: { tier: clause.award?.tier ?? name, amount },
      },
    ],
  };
}

export const levelFamily: Family = { name: 'level', read };
