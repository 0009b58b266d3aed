/** Where in a template something stands, in words. */
import type { Speak } from '../parts/usePane';

/**
 * A path of checkTemplate (`sections[0].indicators[2].weight`) in words (`Section 1, Indicator 3, Weight`). A field that is not known stays
 * as it is written in the file.
 */
export function faultPlace(path: string, text: Speak): string {
  const parts = path.split('.').flatMap((part) => {
    const [, name = part, at] = /^(\w+)(?:\[(\d+)\])?$/.exec(part) ?? [];
    const code = `gallery.place.${name}`;
    const word = text(code) === code ? name : text(code);
    return at === undefined ? [word] : [text('gallery.place.numbered', { name: word, number: Number(at) + 1 })];
  });
  return parts.join(text('gallery.place.comma'));
}
