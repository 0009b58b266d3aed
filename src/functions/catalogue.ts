/** The RUBRIC_ functions as a formula helper offers them. A test holds this table against the generated functions.json. */

/** What a parameter is filled with: cells with values, criteria (text or cells), a table of limits, one number, one of a few words, yes or no. */
export type Takes = 'cells' | 'criteria' | 'table' | 'number' | 'choice' | 'truth';

export interface ParameterFacts {
  readonly name: string;
  readonly takes: Takes;
  readonly optional?: true;
  /** May be given again and again, in pairs of a score and its share. */
  readonly repeating?: true;
  /** An empty cell here is a value that is missing, not 0: formulas hand it over as `""`. */
  readonly blankMatters?: true;
  readonly choices?: readonly string[];
}

export interface FunctionFacts {
  readonly id: string;
  readonly parameters: readonly ParameterFacts[];
}

const value: ParameterFacts = { name: 'value', takes: 'cells', blankMatters: true };
const criteria: ParameterFacts = { name: 'criteria', takes: 'criteria' };
const fullMarks: ParameterFacts = { name: 'fullMarks', takes: 'cells', optional: true };
const total: ParameterFacts = { name: 'total', takes: 'cells', blankMatters: true };
const scores: ParameterFacts = { name: 'scores', takes: 'cells', blankMatters: true };

/** In the order of the reference. */
export const catalogue: readonly FunctionFacts[] = [
  { id: 'RUBRIC_TIER', parameters: [value, criteria] },
  { id: 'RUBRIC_SCORE', parameters: [value, criteria, fullMarks, { name: 'target', takes: 'cells', optional: true }] },
  { id: 'RUBRIC_CHECK', parameters: [value, criteria] },
  { id: 'RUBRIC_EXPLAIN', parameters: [value, criteria, fullMarks] },
  { id: 'RUBRIC_GRADE', parameters: [total, { name: 'scale', takes: 'criteria', optional: true }] },
  {
    id: 'RUBRIC_COEFFICIENT',
    parameters: [total, { name: 'table', takes: 'table' }, { name: 'interpolate', takes: 'truth', optional: true }],
  },
  {
    id: 'RUBRIC_WEIGHTED',
    parameters: [
      scores,
      { name: 'weights', takes: 'cells' },
      { name: 'mode', takes: 'choice', optional: true, choices: ['strict', 'normalise', 'as-is'] },
    ],
  },
  {
    id: 'RUBRIC_BLEND',
    parameters: [
      { name: 'score1', takes: 'cells', blankMatters: true },
      { name: 'share1', takes: 'number' },
      { name: 'others', takes: 'cells', optional: true, repeating: true, blankMatters: true },
    ],
  },
  { id: 'RUBRIC_MEAN', parameters: [scores, { name: 'dropExtremes', takes: 'truth', optional: true }] },
  {
    id: 'RUBRIC_DEDUCT',
    parameters: [
      { name: 'fullMarks', takes: 'cells' },
      { name: 'count', takes: 'cells' },
      { name: 'each', takes: 'number' },
      { name: 'floor', takes: 'number', optional: true },
    ],
  },
  { id: 'RUBRIC_BANDS', parameters: [criteria] },
  { id: 'RUBRIC_LINT', parameters: [criteria] },
  { id: 'RUBRIC_CANONICAL', parameters: [criteria, { name: 'language', takes: 'choice', optional: true, choices: ['zh', 'en'] }] },
];
