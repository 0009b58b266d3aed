/** A text cut into stretches, so that each clause can be shown as what it was read as. */
import type { Span } from '../../rubric/types';

export interface Mark<Kind> {
  readonly span: Span;
  readonly kind: Kind;
}

export interface Stretch<Kind> {
  readonly text: string;
  readonly start: number;
  /** Null where no mark lies. */
  readonly kind: Kind | null;
}

/** Cuts `text` at every border of a mark. Where marks overlap, the later one wins (put the narrower ones last). */
export function markText<Kind>(text: string, marks: readonly Mark<Kind>[]): Stretch<Kind>[] {
  const borders = [0, text.length, ...marks.flatMap(({ span }) => [span.start, span.end])].map((at) =>
    Math.min(Math.max(at, 0), text.length),
  );
  const cuts = [...new Set(borders)].sort((one, other) => one - other);
  return cuts.slice(0, -1).map((start, at) => ({ start, text: text.slice(start, cuts[at + 1]), kind: kindAt(marks, start) }));
}

function kindAt<Kind>(marks: readonly Mark<Kind>[], at: number): Kind | null {
  for (let index = marks.length - 1; index >= 0; index -= 1) {
    const mark = marks[index];
    if (mark && mark.span.start <= at && at < mark.span.end) return mark.kind;
  }
  return null;
}
