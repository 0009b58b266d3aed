import { checkWorkbook } from './checkWorkbook';
import type { Desk } from './desk';
import { run } from './run';

/** Stores with the workbook how a criteria text is to be read, and checks again under it. */
export async function rememberAnswer(desk: Desk, text: string, reading: string): Promise<void> {
  const stored = await run(desk, 'saving', async (context) => {
    await desk.actions.rememberAnswer.perform(context, { text, reading });
    return true;
  });
  if (stored && (await checkWorkbook(desk))) desk.store.setState({ notice: { code: 'pane.notice.answered', details: {} } });
}
