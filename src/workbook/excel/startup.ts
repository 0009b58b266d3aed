/** Starting with a workbook: Excel keeps that beside the workbook, for this add-in. */

/** Brings the pane to the front. A host that cannot is no reason to fail. */
export async function showPane(): Promise<void> {
  try {
    await Office.addin?.showAsTaskpane();
  } catch (error) {
    console.error(error);
  }
}

/** Whether this Excel can start an add-in together with a workbook. */
export function canStartWithWorkbook(): boolean {
  return Office.context.requirements.isSetSupported('SharedRuntime', '1.1') && typeof Office.addin?.setStartupBehavior === 'function';
}

/** From now on Excel starts the add-in whenever this workbook is opened, or no longer. Rejects with what Excel says where it refuses. */
export function startWithWorkbook(on: boolean): Promise<void> {
  return Office.addin.setStartupBehavior(on ? Office.StartupBehavior.load : Office.StartupBehavior.none);
}
