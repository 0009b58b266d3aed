/** Takes the items of a text apart at what surely separates: hard breaks outside brackets. */
import type { Item } from './item';
import { isBreak, isContent, isMeasured } from './itemSorts';

/** Which items stand inside a closed pair of brackets: breaks there do not separate. An unclosed bracket encloses nothing. */
export function enclosed(items: readonly Item[]): readonly boolean[] {
  const inside = items.map(() => 0);
  const open: number[] = [];
  items.forEach((item, at) => {
    if (isBreak(item, 'open')) open.push(at);
    else if (isBreak(item, 'close') && open.length > 0) {
      const from = open.pop() as number;
      inside[from] = (inside[from] ?? 0) + 1;
      inside[at] = (inside[at] ?? 0) - 1;
    }
  });
  let depth = 0;
  return inside.map((step) => {
    depth += step;
    return depth > 0;
  });
}

/** Splits at hard breaks outside brackets. */
export function segments(items: readonly Item[], inside: readonly boolean[]): Segment[] {
  const result: Segment[] = [{ items: [], inside: [] }];
  items.forEach((item, at) => {
    const last = result[result.length - 1] as Segment;
    if (isBreak(item, 'hard') && !inside[at]) result.push({ items: [], inside: [] });
    else {
      last.items.push(item);
      last.inside.push(inside[at] ?? false);
    }
  });
  return withTrailingPoints(
    result.filter((segment) => segment.items.some(isContent)),
    items,
  );
}

interface Segment {
  readonly items: Item[];
  readonly inside: boolean[];
}

/** (8-10分), 15-20分: points and nothing else. */
const isPointsAlone = ({ items }: Segment): boolean => {
  const [only, ...others] = items.filter(isContent);
  return only !== undefined && others.length === 0 && only.kind === 'interval' && only.unit === '分' && only.form === 'range';
};

const fewestTrailing = 2;

/** 态度认真，没有差错；(8-10分)⏎…: where points stand alone behind each description, they belong to it. */
function withTrailingPoints(segments: readonly Segment[], all: readonly Item[]): Segment[] {
  const alone = segments.filter(isPointsAlone);
  const [first] = segments;
  if (alone.length < fewestTrailing || !first || isPointsAlone(first)) return [...segments];
  const joined: Segment[] = [];
  for (const segment of segments) {
    const before = joined[joined.length - 1];
    const described = before && !before.items.some(isMeasured);
    if (!isPointsAlone(segment) || !described) joined.push(segment);
    else {
      const sign = all[all.indexOf(segment.items[0] as Item) - 1];
      joined[joined.length - 1] = {
        items: [...before.items, ...(sign ? [sign] : []), ...segment.items],
        inside: [...before.inside, ...(sign ? [false] : []), ...segment.inside],
      };
    }
  }
  return joined;
}
