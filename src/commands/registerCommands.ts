/** The ribbon's buttons, the cell menu's items and the keyboard shortcuts. They run in the shared runtime, with the pane open or closed, and report through the pane. */

import { showPane } from '../workbook/excel/startup';

/** What the buttons set off; the pane gives it. */
export interface CommandDesk {
  check(): Promise<void>;
  previewFill(): Promise<void>;
  insertTemplate(): Promise<void>;
  explainCell(): Promise<void>;
}

/**
 * Ties the FunctionNames of manifest.xml and the actions of assets/shortcuts.json to what they do. Each shows the pane first, so that progress, results and failures are seen,
 * and tells Office when it is done, whatever happened: a command that does not end keeps its button disabled.
 */
export function registerCommands(desk: CommandDesk): void {
  const commands: Readonly<Record<string, () => Promise<void>>> = {
    openPane: async () => undefined,
    check: () => desk.check(),
    fill: () => desk.previewFill(),
    insertTemplate: () => desk.insertTemplate(),
    explainCell: () => desk.explainCell(),
  };
  for (const [name, perform] of Object.entries(commands)) Office.actions.associate(name, command(perform));
}

function command(perform: () => Promise<void>): (event?: Office.AddinCommands.Event) => Promise<void> {
  return async (event) => {
    try {
      await showPane();
      await perform();
    } finally {
      event?.completed();
    }
  };
}
