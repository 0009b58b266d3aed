/** Cuts a text into its lines: what stands between hard separators, with brackets and headings set aside. */
import { anyChunk, edited, pattern, stretch, type Edit, type Skeleton } from './skeleton';
import { hazard } from './steps';

const separators = /[;\n|]|\.(?=\s|$)|\?(?=\s|$)| \/ /g;
const abbreviated = /(?:\b(?:e\.g|i\.e|etc|vs|no|max|min|approx|incl|ea|pts?|dept|avg)|\b[a-z])$/i;

/** A bracket around a list (`(Y - 10 / N - 0)`) only frames it. */
function opened(text: Skeleton): Skeleton {
  const edits: Edit[] = [];
  for (const match of text.text.matchAll(/\(([^()]{3,400})\)/g)) {
    const inside = match[1] as string;
    if (!/ \/ |;|\n/.test(inside) || inside.split(anyChunk).length < 3) continue;
    const end = match.index + match[0].length;
    edits.push({ start: match.index, end: match.index + 1, chunk: null }, { start: end - 1, end, chunk: null });
  }
  return edited(text, edits);
}

const calculates = /[×*÷]| x |\btarget\b.*=|=.*\btarget\b/i;

/** Members of a list that need no number. */
const unnumbered = /^ \/ (?:negative|otherwise|none|else|any(?:thing)? (?:other|else)|all others?)\b/i;

/** A slash separates the members of a list, each with a number; elsewhere it divides or joins words. */
function listsAt(text: string, at: number): boolean {
  const [from, to] = [text.lastIndexOf('\n', at) + 1, text.indexOf('\n', at)];
  const line = text.slice(from, to < 0 ? undefined : to);
  return (
    !calculates.test(line) &&
    anyChunk.test(line.slice(0, at - from)) &&
    (anyChunk.test(line.slice(at - from)) || unnumbered.test(line.slice(at - from)))
  );
}

/** Sentences between hard separators; brackets are opened only by asides. */
export function linesOf(bracketed: Skeleton): readonly Skeleton[] {
  const text = opened(bracketed);
  const cuts: { at: number; length: number }[] = [];
  let depth = 0;
  const depths = Array.from(text.text, (char) => (depth += char === '(' ? 1 : char === ')' ? -1 : 0));
  for (const match of text.text.matchAll(separators)) {
    const nested = (depths[match.index] ?? 0) > 0 && match[0] !== '\n';
    if (
      nested ||
      (match[0] === ' / ' && !listsAt(text.text, match.index)) ||
      (match[0] === '.' && abbreviated.test(text.text.slice(Math.max(0, match.index - 8), match.index)))
    )
      continue;
    cuts.push({ at: match.index, length: match[0].length });
  }
  const edges = [...cuts, { at: text.text.length, length: 0 }];
  let from = 0;
  return edges.flatMap(({ at, length }) => {
    const line = stretch(text, from, at);
    from = at + length;
    return /[\p{L}\d\ue000-\ue5ff]/u.test(line.text) ? [line] : [];
  });
}

/** An unmatched bracket at an edge, left by an aside, and brackets that hold only words. */
export function withoutNotes(line: Skeleton): Skeleton {
  if (calculates.test(line.text)) return line;
  let text = line;
  for (let at = text.text.search(/\([^()]*\)/); at >= 0;) {
    const end = text.text.indexOf(')', at) + 1;
    const inside = text.text.slice(at + 1, end - 1);
    if (anyChunk.test(inside) && !isIdle(inside)) break;
    if ((hazard.test(inside) && !/[,]/.test(inside)) || /\b(?:requires?|provided|subject to)\b/i.test(inside)) break;
    text = {
      ...text,
      text: text.text.slice(0, at) + text.text.slice(end),
      starts: [...text.starts.slice(0, at), ...text.starts.slice(end)],
      ends: [...text.ends.slice(0, at), ...text.ends.slice(end)],
    };
    at = text.text.search(/\([^()]*\)/);
  }
  return stretch(text, 0, text.text.length);
}

const idleSpan = pattern('^ ?(?:rolling|per|each|every|over|last|past|previous|in)? ?{m} ?(?:rolling|period|average)?$');
const isIdle = (inside: string): boolean => idleSpan.test(inside);

/** A line without the words in front of its first colon or dash. */
export function withoutHeading(line: Skeleton): Skeleton {
  const head = /^[^:;\n\ue000-\ue5ff]{2,80}?(?::| -|\?) ?/.exec(line.text);
  return head ? stretch(line, head[0].length, line.text.length) : line;
}

/** The members of a line between its commas; a comma inside a bracket is none. */
export function byCommas(line: Skeleton): readonly Skeleton[] {
  let from = 0;
  return [...line.text.matchAll(/, (?:and )?(?![^()]*\))|$/g)].map((match) => {
    const part = stretch(line, from, match.index);
    from = match.index + match[0].length;
    return part;
  });
}
