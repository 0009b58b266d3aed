/** Excel's events as the port tells them. */
import type { ChangeEvent } from '../port';
import { runExcel } from './excelError';
import type { OwnWrites } from './ownWrites';
import { localAddress } from './rangeAddress';

/** What the adapter keeps of the sheets between calls. */
export interface SheetNames {
  /** Name of a sheet by its id; asks Excel where it is not known. Null for a sheet that is gone. */
  nameOf(id: string): Promise<string | null>;
}

export interface WatchOptions {
  readonly names: SheetNames;
  readonly own: OwnWrites;
  /** Rows, columns or cells were inserted or deleted: what was known of the sheet's merged areas is void. */
  readonly onReshaped: (sheetId: string) => void;
}

type Stop = () => Promise<void>;

/** Tells of every change of cells until the returned function is called. */
export function watchChanges(listener: (event: ChangeEvent) => void, { names, own, onReshaped }: WatchOptions): Promise<Stop> {
  return register((context) =>
    context.workbook.worksheets.onChanged.add(async (event) => {
      if (event.changeType !== 'RangeEdited') onReshaped(event.worksheetId);
      const sheet = await names.nameOf(event.worksheetId);
      if (sheet === null) return;
      const address = localAddress(event.address);
      listener({ sheet, address, source: sourceOf(event, own.claim(sheet, address)) });
    }),
  );
}

function sourceOf(event: Excel.WorksheetChangedEventArgs, claimed: boolean): ChangeEvent['source'] {
  if (event.source === 'Remote') return 'co-author';
  return event.triggerSource === 'ThisLocalAddin' || claimed ? 'self' : 'user';
}

/** Tells what the user selects until the returned function is called. */
export function watchSelection(listener: (place: { sheet: string; address: string }) => void, names: SheetNames): Promise<Stop> {
  return register((context) =>
    context.workbook.worksheets.onSelectionChanged.add(async (event) => {
      const sheet = await names.nameOf(event.worksheetId);
      if (sheet !== null) listener({ sheet, address: localAddress(event.address) });
    }),
  );
}

/** A handler can only be taken away in the context that added it. */
async function register<T>(add: (context: Excel.RequestContext) => OfficeExtension.EventHandlerResult<T>): Promise<Stop> {
  const handler = await runExcel(async (context) => {
    const added = add(context);
    await context.sync();
    return added;
  });
  return () =>
    runExcel(async () => {
      handler.remove();
      await handler.context.sync();
    });
}
