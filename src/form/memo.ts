/** Texts repeat from form to form: what was found out about one is kept, up to a limit. */
const LIMIT = 20000;

/** The same function of a text, with its results kept. The function must depend on nothing but the text. */
export function memoByText<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (known.has(text)) return known.get(text) as T;
    const found = read(text);
    if (known.size >= LIMIT) known.clear();
    known.set(text, found);
    return found;
  };
}
