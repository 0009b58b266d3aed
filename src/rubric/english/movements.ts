/** Which way a step counts and from where: `below target`, `over the allowed 3`, `late`, `above 18cm`. */
import type { Quantity } from '../types';
import { pattern, quantityOf, type Skeleton } from './skeleton';

export interface Movement {
  readonly direction: 'below' | 'above' | 'away';
  /** The word as the step families know it: `late`, `early`. */
  readonly word: string;
  /** Time and rank measure themselves: an entry tells how late it is, no base is needed. */
  readonly self: boolean;
  readonly base: Quantity | 'target' | null;
  /** What stands around the movement. */
  readonly rest: string;
}

const self: readonly { readonly words: string; readonly direction: Movement['direction']; readonly word: string }[] = [
  { words: 'late(?:r|ness)?|overdue|past (?:the )?(?:due|deadline|due date|submission date)(?: date)?|(?:after|beyond|behind) (?:the )?(?:deadline|due date|submission date|due time|schedule|agreed date|promised date|scheduled time|start time)|behind schedule|tardy|tardiness|delay(?:ed|s)?|(?:over|beyond) (?:time|the time limit)(?= late)', direction: 'above', word: 'late' },
  { words: 'early|earlier|ahead of (?:the )?(?:schedule|deadline|due date|time)|before (?:the )?(?:deadline|due date)|in advance|sooner', direction: 'below', word: 'early' },
]; // prettier-ignore

const plain: readonly { readonly words: string; readonly direction: Movement['direction'] }[] = [
  { words: '(?:above or below|below or above|over or under|under or over|over or below|more or less than|either side of|away from|off(?= (?:target|nominal|the ))|deviat(?:es?|ion|ing) from|different from|difference from|up or down from)', direction: 'away' },
  { words: 'below|under|short of|less than|lower than|fewer than|beneath|lower|short|shortfall(?: (?:from|against|to|vs\\.?))?|decrease|drop|under-?run|down from|decline|fewer', direction: 'below' },
  { words: 'above|over|more than|greater than|higher than|beyond|in excess of|exceed(?:s|ing|ed)?|past|longer than|higher|more|over-?run|increase|growth|up from|after|outside', direction: 'above' },
]; // prettier-ignore

const filler =
  '(?:(?:(?: than| of| by| from| the| its| our| a| an| their| your| agreed| planned| stated| set| annual| monthly| quarterly| sales| standard| allowed| permitted| allowance| allotted| maximum| minimum| max| first| limit| that| budgeted| required| contractual| allocated| free| included| scheduled| time| wait| response)\\b)*)';
const bases =
  '(?:targets?|goals?|quotas?|plan|budget|limit|standard|deadline|baseline|objective|threshold|benchmark|requirement|norm|SLA|par|forecast|average|time|allowance|slot|allotment|limit|it|this)';

const selfWordings = self.map(({ words, direction, word }) => ({
  found: new RegExp(`(?:^|\\b)(?:of )?(?:${words})\\b`, 'i'),
  direction,
  word,
}));
const plainWordings = plain.map(({ words, direction }) => ({
  found: pattern(`\\b(?<word>${words})\\b${filler}(?: ?(?<base>{q})(?: (?:limit|mark|target|allowance))?| (?<named>${bases})\\b)?`),
  direction,
}));

function selfIn(text: string): Movement | null {
  for (const { found: wording, direction, word } of selfWordings) {
    const found = wording.exec(text);
    if (found)
      return {
        direction,
        word,
        self: true,
        base: null,
        rest: `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`,
      };
  }
  return null;
}

const limit = /\b(?:limit|allowance|maximum|minimum|standard|quota)$/i;

function plainIn(skeleton: Skeleton, text: string): Movement | null {
  for (const { found: wording, direction } of plainWordings) {
    const found = wording.exec(text);
    if (!found) continue;
    const { base, named, word } = found.groups ?? {};
    const quantity = base ? quantityOf(skeleton, base) : null;
    const base0 = named ?? limit.exec(found[0])?.[0];
    const left = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
    if (!quantity && !base0 && left.trim() !== '' && !/^(?:\s*(?:of|in) )/.test(left)) continue;
    return { direction, word: word ?? '', self: false, base: quantity ?? (base0 ? 'target' : null), rest: left };
  }
  return null;
}

/** The movement in a stretch of a sentence; null where there is none. */
export function movementIn(skeleton: Skeleton, text: string): Movement | null {
  if (text.trim() === '') return null;
  return selfIn(text) ?? plainIn(skeleton, text);
}
