/** Evidence for and against a table being a review form. Weights add up to a confidence between 0 and 1. */
import { printedFormulas } from './notes';
import { plainText, withoutBrackets } from './plainText';
import { totalLabel } from './totalWords';
import type { ColumnRole, Evidence, Field, Form, Indicator } from './types';
import { headerEvidence, scaleEvidence, checklistEvidence, tickEvidence, levelEvidence } from './columnEvidence';
import { weightSum, pointSum, scoresWithinMarks, writtenPoints, sumEvidence, totalEvidence } from './numberEvidence';
import { otherListEvidence, countEvidence, repeatEvidence, codeLike, rowEvidence, personEvidence } from './listEvidence';
import { type Candidate, proof, reviewWords, personWords } from './candidate';

const ruleWords = /\d\s*分|扣|优秀|良好|合格|以上|以下|低于|不超过|达到|不得分|满分|\bpoints?\b|\bmarks?\b|deduct/i;

const scoringRoles: readonly ColumnRole[] = ['score', 'self', 'supervisor', 'reviewer', 'grade', 'deduction', 'weighted'];

function titleEvidence(titles: readonly string[], sheetName: string): Evidence[] {
  const title = titles.find((text) => reviewWords.test(plainText(text)));
  if (title !== undefined) return [proof('title', 0.2, { text: title.slice(0, 60) })];
  return reviewWords.test(plainText(sheetName)) ? [proof('sheet-name', 0.15, { text: sheetName })] : [];
}

/** Names that are sentences to be judged, as in checklists: `Is the app usable?`. */
function nameEvidence(indicators: readonly Indicator[]): Evidence[] {
  const long = indicators.filter(({ name }) =>
    /[\u4e00-\u9fff]/.test(name) ? [...name].length >= 9 : name.split(/\s+/).length >= 5,
  ).length;
  return indicators.length >= 3 && long >= indicators.length * 0.6 ? [proof('sentences', 0.1, { count: String(long) })] : [];
}

function textEvidence(candidate: Candidate): Evidence[] {
  const found: Evidence[] = [];
  if (candidate.fields.some((field) => personWords.test(plainText(field.label)))) found.push(proof('fields', 0.1));
  const criteria = candidate.indicators.flatMap((indicator) => indicator.criteria?.text ?? []);
  const rules = criteria.filter((text) => ruleWords.test(plainText(text))).length;
  if (criteria.length > 0 && rules >= criteria.length * 0.4) found.push(proof('criteria-texts', 0.2, { count: String(rules) }));
  const computed = new Set(candidate.notes.flatMap((note) => printedFormulas(note.text).flatMap((formula) => formula.left ?? [])));
  const printed =
    candidate.parts.some((part) => part.table.header.cells.some((cell) => computed.has(withoutBrackets(cell.plain)))) ||
    [...computed].some((left) => totalLabel(left) !== null);
  if (printed) found.push(proof('printed-formula', 0.25));
  if (candidate.parts.some((part) => part.columns.byRole.has('rank') && part.columns.byRole.has('result')))
    found.push(proof('ranking', 0.1));
  if (candidate.parts.some((part) => part.table.header.cells.some((cell) => /\brubric\b|评分标准|考核标准/.test(cell.plain))))
    found.push(proof('rubric-header', 0.1));
  return found;
}

/** Nothing to enter and nothing to weigh: a list. */
function substanceEvidence(candidate: Candidate): Evidence[] {
  const { parts, indicators } = candidate;
  const used = new Set(parts.flatMap((part) => [...part.columns.byRole.keys()]));
  const scored =
    scoringRoles.some((role) => used.has(role)) ||
    parts.some((part) => part.columns.levels.length > 0) ||
    indicators.some((indicator) => indicator.entries.length > 0);
  const measured = indicators.some((indicator) => indicator.weight ?? indicator.fullMarks ?? indicator.importance);
  const found: Evidence[] = [];
  if (!scored && !measured) found.push(proof('nothing-to-score', -0.5));
  const reviewed = candidate.titles.some((title) => reviewWords.test(plainText(title)));
  if (!measured && !candidate.parts.some((part) => part.columns.levels.length > 0 || part.columns.byRole.has('criteria')))
    found.push(proof('nothing-to-weigh', reviewed ? -0.05 : -0.15));
  const pointed = indicators.some((indicator) => indicator.fullMarks !== null);
  if (measured && !scored && !pointed && !reviewed) found.push(proof('nothing-to-enter', -0.15));
  if (measured && scored) found.push(proof('scored-and-weighed', 0.1));
  return found;
}

/** All evidence for one candidate. */
export function evidenceFor(candidate: Candidate, sheetName: string): readonly Evidence[] {
  return [
    ...headerEvidence(candidate.parts),
    ...levelEvidence(candidate),
    ...tickEvidence(candidate),
    ...checklistEvidence(candidate),
    ...scaleEvidence(candidate),
    ...weightSum(candidate.indicators),
    ...pointSum(candidate.indicators),
    ...scoresWithinMarks(candidate),
    ...totalEvidence(candidate),
    ...sumEvidence(candidate),
    ...writtenPoints(candidate),
    ...titleEvidence(candidate.titles, sheetName),
    ...nameEvidence(candidate.indicators),
    ...textEvidence(candidate),
    ...substanceEvidence(candidate),
    ...otherListEvidence(candidate.parts),
    ...countEvidence(candidate),
    ...repeatEvidence(candidate.parts),
    ...rowEvidence(candidate),
    ...personEvidence(candidate),
  ];
}

/** What stands around a transposed form. */
export function transposedEvidence(
  indicators: readonly Indicator[],
  title: string | null,
  fields: readonly Field[],
  sheetName: string,
): readonly Evidence[] {
  return [
    ...titleEvidence(title === null ? [] : [title], sheetName),
    ...(fields.some((field) => personWords.test(plainText(field.label))) ? [proof('fields', 0.1)] : []),
    ...(indicators.filter((indicator) => codeLike.test(indicator.name)).length > indicators.length * 0.4
      ? [proof('codes-for-names', -0.4)]
      : []),
  ];
}

/** Names of a table's rows that return in forms of other sheets; null where fewer than 60 % do. */
export function sharedNames(form: Form, returns: (plainName: string) => boolean): Evidence | null {
  const shared = form.indicators.filter((indicator) => returns(plainText(indicator.name))).length;
  return shared >= 2 && shared >= form.indicators.length * 0.6 ? proof('shared-names', 0.35, { count: String(shared) }) : null;
}

/** Sum of the evidence, held between 0 and 1 and rounded to three digits. */
export function confidenceOf(evidence: readonly Evidence[]): number {
  const total = evidence.reduce((before, { weight }) => before + weight, 0);
  return Math.round(Math.min(1, Math.max(0, total)) * 1000) / 1000;
}
