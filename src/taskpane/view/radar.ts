export interface Corner {
  readonly x: number;
  readonly y: number;
}

/** How far the full share is from the middle, in units of the picture. */
const radius = 100;

/** Place of a share (0 to 1, more is cut at 1.12) on one of `count` axes; the first axis points up, the others follow clockwise. */
export function cornerAt(axis: number, count: number, share: number): Corner {
  const angle = (2 * Math.PI * axis) / count - Math.PI / 2;
  const distance = Math.min(Math.max(share, 0), 1.12) * radius;
  return { x: Math.cos(angle) * distance, y: Math.sin(angle) * distance };
}
