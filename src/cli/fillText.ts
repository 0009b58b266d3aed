/** `rubric fill` for people: every cell with what goes into it and why; what stays blank and which cells are to blame. */
import type { CellWrite } from '../review';
import type { Filled } from './fill';
import { writeMessage } from './formMessages';
import { tell, type Terminal } from './terminal';
import { textTable } from './textTable';

/** What was, or would be, written → lines of text. */
export function planText({ file, out, plan, forms }: Filled, terminal: Terminal): string {
  const { writes, blocked } = plan;
  const count = writes.length;
  const lines = [
    out ? tell(terminal, 'cli.filled', { file, out, count }) : nothingWritten(file, count, forms, terminal),
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

function nothingWritten(file: string, count: number, forms: number, terminal: Terminal): string {
  if (count > 0) return tell(terminal, 'cli.planned', { file, count });
  return tell(terminal, forms === 0 ? 'cli.fill-no-forms' : 'cli.nothing-to-fill', { file });
}

function contentText({ after }: CellWrite): string {
  return after.kind === 'formula' ? `${after.formula} → ${after.value ?? ''}` : String(after.value);
}
