/** How components reach the pane's knowledge, its deeds and its language. */
import { createContext, useCallback, useContext } from 'react';
import { useStore } from 'zustand';
import { say, type Details } from '../../locale/format';
import type { Desk } from '../desk/desk';
import type { PaneState } from '../store';

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('A pane component stands outside of DeskContext');
  return desk;
}

/** A piece of the pane's state; the component is drawn again when that piece changes. */
export function usePane<Piece>(select: (state: PaneState) => Piece): Piece {
  return useStore(useDesk().store, select);
}

/** Whether work that the user asked for is under way. A re-check in the background does not count: what is pressed meanwhile waits its turn. */
export function useBusy(): boolean {
  return usePane((state) => state.phase !== 'idle' && state.phase !== 'rechecking');
}

export type Speak = (code: string, details?: Details) => string;

/** Code and details → text in the language of the pane. */
export function useText(): Speak {
  const texts = usePane((state) => state.texts);
  return useCallback((code, details) => say(texts, code, details), [texts]);
}

/** Language tag of the data's culture, for numbers; the pane's language before the first check. */
export function useCulture(): string {
  return usePane((state) => state.checked?.snapshot.culture || state.language);
}
