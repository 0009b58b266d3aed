/** The rules a form was scored by, as one line to be printed under it. */
import { cellAddress } from '../../form/address';
import type { Grid } from '../../form/grid';
import type { Form } from '../../form/types';
import type { CellWrite } from '../../review/types';
import type { ReviewPolicy } from '../../review/policy';
import { defaultAnswer, policyGroups } from './policyChoices';
import { policyTables } from './policyTables';

type Speak = (code: string, details?: Readonly<Record<string, string>>) => string;

/** These matter on nearly every form; the others are named where they differ from the default. */
const always: readonly string[] = ['sharedBoundary', 'integerGap', 'roundingPlaces', 'weightsSum'];

/** `评分规则：…；…` in the language of `text`. */
export function policyNote(policy: ReviewPolicy, text: Speak): string {
  const choices = policyGroups.flatMap((group) => group.choices);
  const told = choices.filter((choice) => always.includes(choice.key) || choice.read(policy) !== defaultAnswer(choice));
  const answers = told.map((choice) =>
    text('pane.note.answer', { question: text(`policy.${choice.key}`), answer: text(`policy.${choice.key}.${choice.read(policy)}`) }),
  );
  return `${text('pane.note.head')}: ${[...answers, ...tablesOf(policy, text)].join('; ')}`;
}

/** What the user put into tables, and marks of their own, each as one answer. */
function tablesOf(policy: ReviewPolicy, text: Speak): string[] {
  const filled = policyTables.map((table) => ({
    key: table.key as string,
    answer: table.read(policy).map(({ name, value }) => `${name} ${value}`),
  }));
  const given = [{ key: 'extraTicks', answer: policy.extraTicks }, ...filled].filter(({ answer }) => answer.length > 0);
  return given.map(({ key, answer }) => text('pane.note.answer', { question: text(`policy.${key}`), answer: answer.join(', ') }));
}

/** How far below a form the note may stand. */
const reach = 5;

/** The write that puts the note into the first empty row under the form; null where there is none near by. */
export function noteWrite(form: Form, grid: Grid, note: string): CellWrite | null {
  const rows = Array.from({ length: reach }, (_, at) => form.range.bottom + 1 + at);
  const row = rows.find(
    (one) => (grid.rows.get(one)?.size ?? 0) === 0 && !grid.merges.some((area) => area.top <= one && one <= area.bottom),
  );
  if (row === undefined) return null;
  return {
    sheet: form.sheet,
    cell: cellAddress(row, form.range.left),
    before: { value: null, formula: null },
    after: { kind: 'value', value: note },
    reason: { code: 'policy-note', details: {} },
  };
}
