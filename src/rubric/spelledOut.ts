/**
 * Two lists told apart by 分别 within a sentence: `获国家、省、市表彰的，每次分别加5分、3分、1分`. The sentence is spelled out once for each name
 * (获国家表彰的，每次加5分；…), so that the families read what they know.
 */
import type { NormalisedText } from './normalise';
import type { Span } from './types';

const points = '\\d+(?:\\.\\d+)?\\s?分?';
const told = new RegExp(
  `([^。;；\\n]{2,160}?)([，,:]?\\s*(?:每[次起项篇件人个条例]|一[次起项篇件人个条例])?)(?:可|各|均)?(?:(分别|依次)(?:给予|予以)?)?\\s?(加|扣|减|得|记|计|奖励?|扣除|扣减)((?:${points}\\s?[、,，/]\\s?)+\\d+(?:\\.\\d+)?\\s?分)(?=[，,。;；)\\s]|$)`,
  'g',
);

/** Names of ranks: where the last of a list ends and what all of them share begins. */
const rank =
  /^(?:国家级?|中央|全国|省部?级|省|自治区|地?市级|市厅级|市|区县级|县[市区]?级|[县区]级|[县区]|乡镇级?|[校院系班厅部]级|[校院系]|[特一二三四五]等奖?|[特一二三四五]级|[A-E][级类]?|第[一二三四五]名?)/;
/** What stands in front of the first name. */
const lead = /^.*(?:被|在|获得?|按照?|对|为|达到|受到|荣获|由|经|的|参加|按|每[次项起篇届])(?=.)/;
const doubled = /^(国家?|省|市|县|区|校|院)(?=(?:省|市|县|区|乡|校|院|系)(?!级))/;

interface Names {
  /** What is said before, up to the sentence's last comma. */
  readonly context: string;
  readonly front: string;
  readonly names: readonly string[];
  readonly back: string;
}

/** 三等奖及优胜奖: the last two of a list. */
const joined = /^(.{1,8}?)(?:以及|及|和|与|或)(.{2,24})$/;

/** 一、二、三等奖及优胜奖: four names, and the end of the third belongs to those before it. */
function ranked(pieces: readonly string[], count: number): string[] {
  const both = pieces.length === count - 1 ? joined.exec(pieces[pieces.length - 1] as string) : null;
  const inner = both?.[1] ?? '';
  if (!both || !/[奖级类等名]$/.test(inner)) return [...pieces];
  const shared = /^[特一二三四五]((?:等奖?|级|类|名))$/.exec(inner)?.[1] ?? '';
  return [...pieces.slice(0, -1).map((piece) => (/[特一二三四五]$/.test(piece) ? piece + shared : piece)), inner, both[2] as string];
}

/** The last list of so many names in a stretch of words, with what stands before and behind it. */
function namesIn(words: string, count: number): Names | null {
  const from = Math.max(words.lastIndexOf('，'), words.lastIndexOf(','), words.lastIndexOf(':')) + 1;
  const own = words.slice(from);
  const pieces = ranked(own.split('、'), count);
  const last = pieces[pieces.length - 1] as string;
  if (pieces.length === count - 1 && doubled.test(last)) pieces.splice(-1, 1, ...last.replace(doubled, '$1、').split('、'));
  if (pieces.length !== count || pieces.some((piece) => piece.trim() === '')) return null;
  const first = pieces[0] as string;
  const before = lead.exec(first)?.[0] ?? '';
  const end = pieces[count - 1] as string;
  const others = [first.slice(before.length), ...pieces.slice(1, -1)];
  const name = lastName(others, end);
  return { context: words.slice(0, from).replace(/[，,:\s]+$/, ''), front: before, names: [...others, name], back: end.slice(name.length) };
}

/** The last name without what belongs to all of them: 重大 of 一般、较大、重大事故, C of A、B、C类. */
function lastName(others: readonly string[], last: string): string {
  const [first = ''] = others;
  const even = others.length > 1 && others.every(({ length }) => length === first.length) && last.length > first.length;
  const ranked = rank.exec(last)?.[0];
  if (ranked && /[级类等]$/.test(ranked) && others.every((other) => !other.endsWith(ranked.slice(-1)))) return ranked.slice(0, -1);
  return ranked ?? (even ? last.slice(0, first.length) : sharedEnd(first, last));
}

/** 重伤事故、死亡事故: a name that ends like the first. */
function sharedEnd(first: string, last: string): string {
  const at = last.indexOf(first.slice(-1));
  return at >= 0 && at < last.length - 1 && at < first.length + 2 ? last.slice(0, at + 1) : last;
}

/** A stretch of a text, and what is read in its place. */
export interface Spelled {
  readonly span: Span;
  readonly text: string;
}

function spelledAt(match: RegExpMatchArray): Spelled | null {
  const [all, words, each, told, verb, list] = match as unknown as readonly [string, string, string, string | undefined, string, string];
  const amounts = list.split(/[、,，/]/).map((amount) => amount.replace(/[分\s]/g, ''));
  const named = told !== undefined || !/分.*分/.test(list) ? namesIn(words.replace(/[，,:\s]+$/, ''), amounts.length) : null;
  if (!named) return null;
  const link = each.trim() === '' ? '' : `，${each.replace(/^[，,:\s]+/, '')}`;
  const sentences = named.names.map((name, at) => `${named.front}${name}${named.back}${link}${verb}${amounts[at]}分`);
  return {
    span: { start: match.index as number, end: (match.index as number) + all.length },
    text: (named.context === '' ? '' : `${named.context}。`) + sentences.join(';'),
  };
}

/** No criteria text that long is one that somebody spells out. */
const longest = 3000;

/** Spells such sentences out; a text without any is returned as it is. Positions in a spelled-out sentence map to the sentence. */
export function spelledOut(normalised: NormalisedText): NormalisedText {
  if (normalised.text.length > longest || !/\d分?\s?[、,，/]\s?\d/.test(normalised.text)) return normalised;
  const found = [...normalised.text.matchAll(told)].flatMap((match) => spelledAt(match) ?? []);
  return rewritten(normalised, found);
}

/** A text with stretches of it said otherwise; `found` in order, without overlaps. */
export const rewritten = (normalised: NormalisedText, found: readonly Spelled[]): NormalisedText => found.reduceRight(replaced, normalised);

function replaced(whole: NormalisedText, { span, text }: Spelled): NormalisedText {
  const grown = text.length - (span.end - span.start);
  const back = (at: number, inside: number): number => (at <= span.start ? at : at < span.end + grown ? inside : at - grown);
  return {
    text: whole.text.slice(0, span.start) + text + whole.text.slice(span.end),
    original: whole.original,
    toOriginal: ({ start, end }) => whole.toOriginal({ start: back(start, span.start), end: back(end, span.end) }),
  };
}
