/** Tests with marks for each right answer and marks off for each wrong one: `Each question carries 2 marks. 0.5 marks are deducted for every wrong answer.` */
import type { Rule } from '../rule';
import type { Assembly } from './assemble';
import { number, occurrence, piecesOf, unit, valueOf, type Piece } from './layout';

const item = '(?:question|answer|item|response|MCQ)s?';
const right = '(?:correct|right)';
const wrong = '(?:incorrect|wrong)';
const done = '(?:(?:will |shall |is |are |be |get |gets )*)';
const wordings: readonly { readonly found: RegExp; readonly mode: 'add' | 'deduct' | 'none' }[] = [
  {
    found: new RegExp(
      `^(?:each|every|all) (?:${right} )?${item} ${done}(?:carr(?:y|ies)|worth|earns?|scores?|gives?|of|receives?|awarded) (?<at>${number})${unit}(?: each)?$`,
      'i',
    ),
    mode: 'add',
  },
  {
    found: new RegExp(
      `^(?<at>${number})${unit} ${done}(?:awarded|given|added|earned)? ?(?:for|per) (?:each |every |a )?${right} ${item}$`,
      'i',
    ),
    mode: 'add',
  },
  {
    found: new RegExp(
      `^(?:there (?:is|will be) )?(?:a )?(?:negative marking of |penalty of )?(?<at>${number})${unit}? ${done}(?:deducted|subtracted|lost|taken off|negative)? ?(?:for|per) (?:each |every |a )?${wrong} ${item}$`,
      'i',
    ),
    mode: 'deduct',
  },
  {
    found: new RegExp(
      `^(?:each|every) ${wrong} ${item} ${done}(?:loses?|costs?|deducts?|carries a penalty of) (?<at>${number})${unit}?$`,
      'i',
    ),
    mode: 'deduct',
  },
  {
    found: new RegExp(
      `^(?:there (?:is|will be) )?(?:no|zero|0) (?:marks?|points?|penalty|deduction|negative marking)(?: ${done}(?:given|awarded|deducted))? for (?:unanswered|unattempted|blank|skipped)(?: ${item})?$`,
      'i',
    ),
    mode: 'none',
  },
];

const phrases = {
  add: ['correct', 'right', 'correct answer', 'right answer', 'correct answers'],
  deduct: ['incorrect', 'wrong', 'incorrect answer', 'wrong answer', 'wrong answers'],
} as const;

function ruleOf({ text, span }: Piece): Rule | 'note' | null {
  for (const { found, mode } of wordings) {
    const match = found.exec(text.replace(/\s+/g, ' '));
    if (!match) continue;
    if (mode === 'none') return 'note';
    const at = valueOf(match.groups?.at);
    return at && occurrence(span, phrases[mode], mode, [at, at], 'each');
  }
  return null;
}

/** Reads a text that says what right and wrong answers count, and nothing else. */
export function markedAnswers(text: string): Assembly | null {
  const found = piecesOf(text, /\.(?=\s|$)|[\n;]|, (?:and |but )?(?=\d|each|every|no )/g).map(ruleOf);
  const rules = found.flatMap((rule) => (rule && rule !== 'note' ? [rule] : []));
  const modes = new Set(rules.map((rule) => (rule.kind === 'step' ? rule.amount.mode : '')));
  return found.every((rule) => rule !== null) && rules.length === 2 && modes.size === 2 ? { rules, doubtful: false, issues: [] } : null;
}
