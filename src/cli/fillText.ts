/** `rubric fill` for people: every cell with what goes into it and why; what stays blank and which cells are to blame. */
import type { CellWrite } from '../review';
import type { Filled } from './fillFile';
import { writeMessage } from './formMessages';
import { tell, type Terminal } from './terminal';
import { textTable } from './textTable';

/** What was, or would be, written → lines of text. */
export function planText({ file, out, plan, forms }: Filled, terminal: Terminal): string {
  const { writes, blocked } = plan;
  const count = writes.length;
  const lines = [
    tell(terminal, headline(out, count, forms), { file, out: out ?? '', count }),
    ...textTable(
      writes.map((write) => [`${write.sheet}!${write.cell}`, contentText(write), writeMessage(write.reason, terminal)]),
      60,
    ).map((line) => `  ${line}`),
    ...blocked.map(
      ({ sheet, cell, label, blockedBy }) =>
        `  ${tell(terminal, 'cli.blocked', { cell: `${sheet}!${cell}`, label, cells: blockedBy.join(', ') })}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function headline(out: string | null, count: number, forms: number): string {
  if (count > 0) return out === null ? 'cli.planned' : 'cli.filled';
  return forms === 0 ? 'cli.fill-no-forms' : 'cli.nothing-to-fill';
}

function contentText({ after }: CellWrite): string {
  return after.kind === 'formula' ? `${after.formula} → ${after.value ?? ''}` : String(after.value);
}
