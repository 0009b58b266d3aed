/** Evidence in the columns: header words, raters, scales, ticks, levels. */
import { isTierName } from './levelWords';
import { isTickHeader, judgePattern } from './headerVocabulary';
import { isMark, type Part } from './part';
import { plainText } from './plainText';
import type { SheetCell } from './sheet';
import type { ColumnRole, Evidence } from './types';
import { type Candidate, proof } from './candidate';

/** Strengths of the header words whose columns play a role; each role counts once. */
function headerStrength(parts: readonly Part[]): number {
  const strengths = new Map<ColumnRole, number>();
  for (const part of parts) {
    const used = new Set([...part.columns.byRole.values(), ...part.columns.entries.map((entry) => entry.column)]);
    for (const cell of part.table.header.cells.filter((there) => used.has(there.column))) {
      const best = [...cell.words].sort((x, y) => y.strength - x.strength)[0];
      if (best) strengths.set(best.role, Math.max(strengths.get(best.role) ?? 0, best.strength));
    }
  }
  return [...strengths.values()].reduce((before, value) => before + value, 0);
}

export function headerEvidence(parts: readonly Part[]): Evidence[] {
  const strength = headerStrength(parts);
  const rated = parts
    .flatMap((part) => part.columns.entries)
    .filter((entry) => ['self', 'supervisor', 'reviewer'].includes(entry.role) && entry.rater !== 'single');
  const raters = new Set(rated.map((entry) => entry.rater));
  const judges = parts.flatMap((part) => part.columns.entries).filter((entry) => judgePattern.test(plainText(entry.header))).length;
  return [
    proof('header-words', Math.min(0.45, strength * 0.05), { strength: String(strength) }),
    ...(raters.size > 0 ? [proof('raters', Math.min(0.3, raters.size * 0.12), { count: String(raters.size) })] : []),
    ...(judges >= 2 ? [proof('judges', 0.2, { count: String(judges) })] : []),
  ];
}

const scaleInHeader = /[(（]\s*\d\s*[-–~至到]\s*\d{1,3}\s*分?\s*[)）]|\/ ?\d{1,3}$|百分制/;

const legendLine = /^\d{1,3}\s*(?:分)?\s*[-–—=:：.、]+\s*\S/;

/** A scale stated in a header (`Rating (1-5)`), or spelled out above the table (`0 -- not attempted`). */
export function scaleEvidence(candidate: Candidate): Evidence[] {
  const headers = candidate.parts.flatMap((part) => part.table.header.cells);
  const found = headers.some((cell) => scaleInHeader.test(cell.plain)) ? [proof('scale-in-header', 0.12)] : [];
  return candidate.legend >= 3 ? [...found, proof('rating-scale', 0.15, { count: String(candidate.legend) })] : found;
}

/** Lines of a rating scale among cells: `4 -- complete`, or a number beside a tier's name. */
export function legendLines(rows: readonly (readonly SheetCell[])[]): number {
  const paired = (cells: readonly SheetCell[]): boolean =>
    cells.length >= 2 &&
    cells.length <= 3 &&
    /^\d{1,3}(?:\s*[-–~]\s*\d{1,3})?分?$/.test(cells[0]?.plain ?? '') &&
    isTierName(cells[1]?.plain ?? '');
  return rows.filter((cells) => paired(cells) || (cells.length === 1 && legendLine.test(cells[0]?.plain ?? ''))).length;
}

/** Points beside a column that is only ticked off. */
export function checklistEvidence(candidate: Candidate): Evidence[] {
  const ticked = candidate.parts.some((part) => part.columns.entries.some((entry) => isTickHeader(entry.header)));
  return ticked && candidate.indicators.filter((indicator) => indicator.fullMarks).length >= 2 ? [proof('checklist', 0.15)] : [];
}

export function tickEvidence(candidate: Candidate): Evidence[] {
  const ticks = candidate.parts.flatMap((part) =>
    part.units.flatMap(({ top }) =>
      part.columns.levels.filter((level) => {
        const cell = part.table.sheet.cell(top, level.cell.column);
        return cell !== undefined && isMark(cell);
      }),
    ),
  ).length;
  return ticks >= 2 ? [proof('ticks', 0.2, { count: String(ticks) })] : [];
}

/** Levels as columns, told by tier words or by points in order, with texts that describe them. */
export function levelEvidence(candidate: Candidate): Evidence[] {
  const levels = candidate.parts.flatMap((part) => part.columns.levels);
  if (levels.length === 0) return [];
  const strong = levels.filter((level) => level.name.kind === 'strong').length;
  const pointed = levels.filter((level) => level.name.points !== null).length;
  const texts = candidate.indicators.flatMap((indicator) => indicator.levelTexts.flatMap((text) => text?.text ?? []));
  const described = texts.length >= candidate.indicators.length * 1.5;
  return [
    proof('level-columns', strong >= 2 ? 0.3 : 0.15, { count: String(levels.length) }),
    ...(pointed >= 3 ? [proof('level-points', 0.1)] : []),
    ...(described ? [proof('level-texts', 0.15, { count: String(texts.length) })] : []),
  ];
}
