/** Objects that the add-in tracks across requests (`_KeepReference`), by the id it was given. */
import type { HostObject } from './hostObject';

export interface References {
  readonly size: number;
  keep(object: HostObject): string;
  get(id: string): HostObject | null;
  /** The id under which this very object is kept. */
  idOf(object: HostObject): string | null;
  remove(id: string): void;
  clear(): void;
}

export const makeReferences = (): References => {
  const byId = new Map<string, HostObject>();
  const ids = new Map<HostObject, string>();
  let last = 0;
  return {
    get size() {
      return byId.size;
    },
    keep: (object) => {
      const known = ids.get(object);
      if (known) return known;
      last += 1;
      const id = `r${last}`;
      byId.set(id, object);
      ids.set(object, id);
      return id;
    },
    get: (id) => byId.get(id) ?? null,
    idOf: (object) => ids.get(object) ?? null,
    remove: (id) => {
      const object = byId.get(id);
      if (object) ids.delete(object);
      byId.delete(id);
    },
    clear: () => {
      byId.clear();
      ids.clear();
    },
  };
};
