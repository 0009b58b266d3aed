/** Holds the workbook's news back until the answer of the request that made it is out. */
import type { ModelEvent, WorkbookModel } from '../model/workbookModel';
import type { EventRegistry } from './eventRegistry';
import type { EventEntry } from './messages';

export interface NewsDesk {
  /** A request came in; the returned function says that its answer is out. */
  requestBegins(): () => void;
  clear(): void;
  dispose(): void;
}

/** `enabled` is asked at delivery: Excel drops events while they are switched off. */
export const openNewsDesk = (
  model: WorkbookModel,
  events: EventRegistry,
  enabled: () => boolean,
  tell: (entries: readonly EventEntry[]) => void,
): NewsDesk => {
  let news: ModelEvent[] = [];
  let underWay = 0;
  let closed = false;
  const deliver = (): void => {
    if (underWay > 0 || news.length === 0 || closed) return;
    const told = news.splice(0);
    const entries = enabled() ? told.flatMap((event) => events.entriesFor(event, model)) : [];
    if (entries.length > 0) tell(entries);
  };
  const later = () => setTimeout(deliver, 0);
  const stopListening = model.onEvent((event) => {
    news.push(event);
    if (underWay === 0) later();
  });
  return {
    requestBegins: () => {
      underWay += 1;
      return () => {
        underWay -= 1;
        later();
      };
    },
    clear: () => {
      news = [];
    },
    dispose: () => {
      closed = true;
      stopListening();
    },
  };
};
