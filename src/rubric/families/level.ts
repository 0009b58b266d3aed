/** Numbered levels: 1级4分2级8分…, 3级：着手解决问题, `Level 2 – meets most requirements`. */
import type { Clause } from '../clause';
import { measuredOf, phrasesOf } from '../clauseWords';
import type { Family, FamilyContext, FamilyReading } from './family';

const isLevel = ({ label }: Clause): boolean => label?.kind === 'level';
const nameBefore = 8;

/** 第一档：95%以上，得20分: one bound right behind the level and nothing else. */
function isBounded(clause: Clause): boolean {
  const [only, ...others] = clause.items.filter(({ kind }) => kind === 'interval' || kind === 'number');
  if (!only || others.length > 0 || clause.label === null || measuredOf(clause)[0] !== only) return false;
  const told = clause.items
    .filter(({ kind }) => kind === 'text')
    .map((item) => (item.kind === 'text' ? item.text.trim() : ''))
    .join('');
  return told.length <= nameBefore && !(only.kind === 'number' && only.quantity.unit === null);
}

/** Whether the levels of a text only name stretches of what is measured: bands, each with its level for a tier. */
export const namesBands = (clauses: readonly Clause[]): boolean => {
  const levels = clauses.filter(isLevel);
  return levels.length >= 2 && levels.every(isBounded);
};

/** 一级(入门)⏎了解流程⏎二级…: lines behind a level that stands alone describe it. */
function linesBehind(clause: Clause, { clauses, index }: FamilyContext): readonly Clause[] {
  if (clause.items.length > 0 || clause.award !== null) return [];
  const next = clauses.slice(index + 1).findIndex(({ label, marker, award }) => label !== null || marker !== null || award !== null);
  return clauses.slice(index + 1, next < 0 ? clauses.length : index + 1 + next);
}

function read(clause: Clause, context: FamilyContext): FamilyReading | null {
  const { clauses } = context;
  const { label } = clause;
  if (label?.kind !== 'level' || namesBands(clauses)) return null;
  const amount = clause.award?.amount ?? null;
  if (amount && amount.mode !== 'set') return null;
  const name = label.name;
  // Ⅲ级：不胜任: the level is what is given, the word behind it describes it.
  const described = amount === null && /\p{Script=Han}/u.test(name) ? (clause.award?.tier ?? null) : null;
  const lines = linesBehind(clause, context);
  return {
    used: 1 + lines.length,
    rules: [
      {
        kind: 'level',
        span: clause.span,
        level: label.quantity.amount,
        name,
        phrases: [...phrasesOf(clause), ...(described ? [described] : []), ...lines.flatMap(phrasesOf)],
        award: { tier: described ? name : (clause.award?.tier ?? name), amount },
      },
    ],
  };
}

export const levelFamily: Family = { name: 'level', read };
