/** Searching a list from its end. */

/** Position of the last item that meets the test; -1 where none does. */
export function lastIndexWhere<Item>(items: readonly Item[], test: (item: Item) => boolean): number {
  for (let at = items.length - 1; at >= 0; at--) if (test(items[at] as Item)) return at;
  return -1;
}

/** The last item that meets the test. */
export function lastWhere<Item, Found extends Item>(items: readonly Item[], test: (item: Item) => item is Found): Found | undefined;
export function lastWhere<Item>(items: readonly Item[], test: (item: Item) => boolean): Item | undefined;
export function lastWhere<Item>(items: readonly Item[], test: (item: Item) => boolean): Item | undefined {
  return items[lastIndexWhere(items, test)];
}
