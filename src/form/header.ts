/** What a header row says: its cells, the words in them, and the levels that some of them name. */
import type { HeaderWord } from './headerVocabulary';
import type { LevelName } from './levelWords';
import type { Place } from './types';

export interface HeaderCell extends Place {
  /** First and last column that it spans. */
  readonly left: number;
  readonly right: number;
  readonly text: string;
  readonly plain: string;
  /** Plain text of the cell above it in a header of two rows (`得分` over `自评`). */
  readonly above: string | null;
  readonly words: readonly HeaderWord[];
}

export interface HeaderLevel {
  readonly cell: HeaderCell;
  readonly name: LevelName;
}

export interface Header {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly cells: readonly HeaderCell[];
  readonly levels: readonly HeaderLevel[];
}
