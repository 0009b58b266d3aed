import type { ReviewPolicy } from '../../review/policy';
import { checkWorkbook } from './checkWorkbook';
import type { Desk } from './desk';
import { run } from './run';

/** Stores the policy with the workbook and checks again under it. */
export async function rememberPolicy(desk: Desk, policy: ReviewPolicy): Promise<void> {
  const stored = await run(desk, 'saving', async (context) => {
    await desk.actions.rememberPolicy.perform(context, policy);
    return true;
  });
  if (stored && (await checkWorkbook(desk))) desk.store.setState({ notice: { code: 'pane.notice.saved', details: {} } });
}
