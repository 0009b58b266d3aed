/**
 * How closely an entry's words meet the words of a rule. Entries quote criteria loosely (`错做` for 少做或错做一项, `not double spaced`),
 * but a negation turns the meaning round and must never be overlooked: 未出现处理不善现象 is not 出现处理不善现象.
 */

/** `strength` 0 (nothing in common) to 1 (the same words); `opposite`: the same matter, but one side denies it. */
export interface Likeness {
  readonly strength: number;
  readonly opposite: boolean;
}

const none: Likeness = { strength: 0, opposite: false };

/** Words that deny what follows; removed before comparing, their number decides the polarity. Longest first. */
const chineseNegators = /没有|未曾|从未|并非|不曾|未能|不能|没能|不存在|杜绝|不|未|没|无|非(?!常)/g;
/** Words with a negator inside that deny nothing. */
const notNegations =
  /不但|不仅|不断|不管|不论|无论|未来|不同|不良|不善|不当|不慎|不佳|不妥|不满意|不凡|无线|无故|无理(?!由)|无正当|无端|无视|无组织|未来|非法|不少于|不低于|不超过|不足/g;
const englishNegators = /\b(?:not|no|never|without|none|cannot|lacks?|lacking|fail(?:s|ed|ing|ures?)? to|neither|nor|non)\b|n't\b/g;
/** English words that hold a denial: `insufficient` is `not sufficient`. */
const deniedForms =
  /\b(?:in|un|im|ir|dis|non-?)(?=(?:sufficient|correct|complete|accurate|adequate|appropriate|satisfactory|clear|able|proper|regular|relevant|acceptable|excused|safe|approved))/g;

const chineseFillers =
  /[了的者时之]|情况|现象|如有|若有|如果|若是|凡是|一旦|一律|否则|每有|出现|发生|发现|存在|有(?!效|关|序|害|限|利|力|助|余|望|意)|如(?!实|期|约)|若|凡|均|则|即|因/g;
const englishFillers = new Set(
  'a an the is are was were be been being will if when that which this it its of to in on at for and or any each every there do does did has have had you your they their he she by with as properly done'.split(
    ' ',
  ),
);

const han = /\p{Script=Han}/u;
const punctuation = /[^\p{L}\p{N}%+<>≤≥=-]+/gu;

interface Bag {
  /** The text as it was, in lower case, with held denials spelled out. */
  readonly raw: string;
  readonly denials: number;
  /** The words that carry meaning, in order. */
  readonly text: string;
  readonly grams: ReadonlySet<string>;
}

function stem(word: string): string {
  return word.length > 4 ? word.replace(/(?:ly|ies|ing|ed|es|s)$/, '').replace(/(?<=.{4})e$/, '') : word.replace(/s$/, '');
}

function englishWords(text: string): string[] {
  return text
    .split(' ')
    .filter((word) => word !== '' && !englishFillers.has(word))
    .map(stem);
}

function grams(text: string): ReadonlySet<string> {
  if (!han.test(text)) return new Set(text.split(' '));
  const found = new Set<string>();
  for (let at = 0; at < text.length - 1; at++) found.add(text.slice(at, at + 2));
  return found.size > 0 ? found : new Set([text]);
}

/** The longest stretch of words that is compared: an entry or a rule's phrase is shorter, and the cost must stay bounded. */
const longest = 400;

function makeBag(raw: string): Bag {
  let text = raw.slice(0, longest).toLowerCase().replace(/[‘’]/g, "'").replace(deniedForms, 'not ');
  const lower = text;
  const kept: string[] = [];
  text = text.replace(notNegations, (word) => `\ue000${String.fromCharCode(0xe100 + kept.push(word))}`);
  const denials = (text.match(chineseNegators)?.length ?? 0) + (text.match(englishNegators)?.length ?? 0);
  text = text.replace(chineseNegators, '').replace(englishNegators, ' ');
  text = text.replace(/\ue000(.)/g, (_, mark: string) => kept[mark.charCodeAt(0) - 0xe101] ?? '');
  text = text.replace(punctuation, ' ').trim();
  const meaning = han.test(text) ? text.replace(/ /g, '').replace(chineseFillers, '') : englishWords(text).join(' ');
  const words = meaning === '' ? text.replace(/ /g, '') : meaning;
  return { raw: lower.replace(notNegations, (word) => '\ue000'.repeat(word.length)), denials, text: words, grams: grams(words) };
}

const bags = new Map<string, Bag>();
const mostBags = 500;

/** The phrases of a rubric are met by every entry of a column: the last few hundred are kept. */
function bagOf(raw: string): Bag {
  const kept = bags.get(raw);
  if (kept) return kept;
  if (bags.size >= mostBags) bags.clear();
  const made = makeBag(raw);
  if (raw.length <= longest) bags.set(raw, made);
  return made;
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const gram of a) if (b.has(gram)) shared++;
  return (2 * shared) / (a.size + b.size);
}

/** Share of the shorter side's grams that the longer side has too: an entry may quote a few words of a long description. */
function covered(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const gram of small) if (large.has(gram)) shared++;
  return shared / small.size;
}

/** Whether all characters of the short text stand in the long one in this order: 造成投诉 in 造成客户投诉. */
function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const char of long) if (char === short[at]) at++;
  return at === short.length;
}

const latinLetter = /[a-z]/;

/** Whether the short text stands in the long one; a Latin one must not be part of a longer word (`a` in 得分 at least). */
function standsIn(short: string, long: string): boolean {
  const at = long.indexOf(short);
  if (at < 0 || !latinLetter.test(short)) return at >= 0;
  const cuts = (inner: string | undefined, outer: string | undefined): boolean =>
    latinLetter.test(inner ?? '') && latinLetter.test(outer ?? '');
  return !cuts(short[0], long[at - 1]) && !cuts(short[short.length - 1], long[at + short.length]);
}

function strengthOf(a: Bag, b: Bag): number {
  if (a.text === '' || b.text === '') return 0;
  if (a.text === b.text) return 1;
  const [short, long] = a.text.length <= b.text.length ? [a.text, b.text] : [b.text, a.text];
  const isWhole = han.test(long) ? standsIn(short, long) : ` ${long} `.includes(` ${short} `);
  if (isWhole) return 0.75 + 0.2 * (short.length / long.length);
  if (han.test(short) && short.length >= 3 && isSubsequence(short, long)) return 0.7;
  return Math.min(0.7, 0.5 * overlap(a.grams, b.grams) + 0.3 * covered(a.grams, b.grams));
}

const deniedBefore =
  /(?:没有|未曾|从未|并非|未能|不能|没能|未|不|没|无|非)[^，,。;；]{0,2}$|(?:\b(?:not|no|never|without|cannot|lack\w*|fail(?:s|ed|ing|ures?)? to|non)\b|n't\b)(?: \S+){0,2} ?$/;

/** 无环境卫生宣传标语: a lack goes on to the end of what is missing. */
const lackBefore = /(?:^|[，,。;；、\s])(?:没有|无)[^，,。;；、或]*$/;
/** 未按规定时间清理垃圾: denied is how, and perhaps what; only a person knows what 未清理垃圾 is then. */
const mannerBefore = /(?:未|没有|不)能?(?:严格|认真)?(?:按|经|在|根据|依|通过|对|向|将|把|与|从|由|以|提前|主动|定期)[^，,。;；、或]*$/;

type Denial = boolean | 'unsure';

/** Whether every place where the words stand in a longer text is denied there; null where they do not stand in it as they are. */
function deniedAt(words: string, raw: string): Denial | null {
  let denied: Denial | null = null;
  for (let at = raw.indexOf(words); at >= 0; at = raw.indexOf(words, at + 1)) {
    const before = raw.slice(Math.max(0, at - 30), at);
    if (deniedBefore.test(before) || lackBefore.test(before)) denied ??= true;
    else if (mannerBefore.test(before)) denied = 'unsure';
    else return false;
  }
  return denied;
}

/** Whether one side denies what the other states. A short entry is compared with the place in the long text that it quotes. */
function isOpposite(a: Bag, b: Bag): Denial {
  const [short, long] = a.text.length <= b.text.length ? [a, b] : [b, a];
  // 应到未到 stands word for word in 应到未到而无请假记录, whatever else is denied there.
  const quoted = short.denials > 0 && short.raw.length > 2 ? deniedAt(short.raw, long.raw) : null;
  if (quoted !== null) return quoted;
  const place = short.text.length > 1 && short.text !== long.text ? deniedAt(short.text, long.raw) : null;
  if (place === 'unsure') return place;
  return place === null ? a.denials % 2 !== b.denials % 2 : place !== (short.denials % 2 === 1);
}

const manner = /及时|按时|准时|按期|如期|规范|完整|\b(?:on time|promptly|timely)\b/i;
const denies = /[不未没无非]|\bno\b|\bnot\b/i;
/** 未上报 is not the same as 未及时上报: where one side alone says how, a denial of the matter is no denial of the manner. */
export const differsInManner = (words: string, phrase: string): boolean => denies.test(words) && manner.test(phrase) !== manner.test(words);
const resembling = 0.66;

/**
 * Compares an entry's words with one phrase of a rule.
 *
 * @param words the entry's words, normalised; @param phrase the rule's words, normalised
 * @returns strength 1 for the same words, above 0.75 where one holds the other, at most 0.7 where they only resemble; `opposite` where
 *   exactly one side denies the matter (不符合要求 against 符合要求)
 */
export function likeness(words: string, phrase: string): Likeness {
  if (words.trim() === '' || phrase.trim() === '') return none;
  if (words === phrase) return { strength: 1, opposite: false };
  const [a, b] = [bagOf(words), bagOf(phrase)];
  const met = strengthOf(a, b);
  const opposite = met > 0 && isOpposite(a, b);
  const strength = differsInManner(words, phrase) || opposite === 'unsure' ? Math.min(met, resembling) : met;
  return { strength, opposite: opposite === 'unsure' ? a.denials % 2 !== b.denials % 2 : opposite };
}

/** The best meeting of an entry's words with any of a rule's phrases; a phrase that agrees wins over one that denies, at equal strength. */
export function bestLikeness(words: string, phrases: readonly string[]): Likeness {
  let best = none;
  for (const phrase of phrases) {
    const found = likeness(words, phrase);
    if (found.strength > best.strength || (found.strength === best.strength && best.opposite && !found.opposite)) best = found;
  }
  return best;
}
