/** The product's own settings, kept in the workbook by Excel: each value is a JSON text of ours. */
export const settingsPrefix = 'rubric.';

interface Setting {
  readonly key: string;
  readonly value: unknown;
}

/** Setting items → JSON texts by key. */
export function settingsRecord(items: readonly Setting[]): Readonly<Record<string, string>> {
  return Object.fromEntries(items.flatMap(({ key, value }): [string, string][] => (typeof value === 'string' ? [[key, value]] : [])));
}

/** All settings of ours, in one round trip. */
export async function readSettings(context: Excel.RequestContext): Promise<Readonly<Record<string, string>>> {
  const { settings } = context.workbook;
  settings.load('items/key,items/value');
  await context.sync();
  return settingsRecord(settings.items.filter(({ key }) => key.startsWith(settingsPrefix)));
}

/** Stores a setting, or removes it (null). */
export async function writeSetting(context: Excel.RequestContext, key: string, json: string | null): Promise<void> {
  const { settings } = context.workbook;
  if (json !== null) {
    settings.add(key, json);
    await context.sync();
    return;
  }
  const setting = settings.getItemOrNullObject(key);
  setting.load('key');
  await context.sync();
  if (setting.isNullObject) return;
  setting.delete();
  await context.sync();
}
