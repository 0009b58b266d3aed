/**
 * Rules that stand in brackets behind what they are for: `总评（90分以上为优秀；80-89分为良好）`, `资料齐全（10分，每缺一份扣2分）`. They are clauses like
 * any others; the brackets are opened so that they are read as such.
 */
import type { NormalisedText } from './normalise';

/** Examples, remarks and bounds belong to the clause that they stand in. */
const aside = /^(?:例如?|如|比如|注|说明|备注|指|即|含|不含|包括|最[多高低少]|不超过|上限|下限|至多|封顶|扣完|以此类推|e\.g|i\.e|ex|note)/i;
const gives = /[扣减加得计记]\s?\d|\d分|[不得]得?分|为(?:优|良|合格|不合格|称职|达标|[A-E甲乙丙丁])|[扣加减]完/g;
const separators = /[,，;；、。]/;
const fewest = 2;

const isRules = (inner: string): boolean =>
  !aside.test(inner.trim()) && separators.test(inner) && (inner.match(gives)?.length ?? 0) >= fewest && !/[()]/.test(inner);

/** A bracket that stands behind words; at the start of a text or behind a number other than a percentage it counts or qualifies. */
const bracket = /(?<=[\p{L}"'%])\(([^()]{8,400})\)(?=\s*(?:$|[;；。\n]))/gu;

/**
 * Opens the brackets that hold rules: `(` becomes `:`, `)` becomes `。`, so that every position holds.
 *
 * @param normalised a text in the reader's spelling
 */
export function openBrackets(normalised: NormalisedText): NormalisedText {
  if (!normalised.text.includes('(')) return normalised;
  const text = normalised.text.replace(bracket, (whole, inner: string) => (isRules(inner) ? `:${inner}。` : whole));
  return text === normalised.text ? normalised : { ...normalised, text };
}
