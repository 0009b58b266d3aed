/** Who is to be told. */
export interface Listeners<T> {
  tell(value: T): void;
  /** Returns how to stop listening. */
  add(listener: (value: T) => void): () => void;
}

export const makeListeners = <T>(): Listeners<T> => {
  const listeners = new Set<(value: T) => void>();
  return {
    tell: (value) => [...listeners].forEach((listener) => listener(value)),
    add: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};
