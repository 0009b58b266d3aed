/** Criteria with their marks in brackets and no rule behind them: 立意新颖,内容充实(40分)语言流畅(30)…: the rater gives each, their sum counts. */
import Decimal from 'decimal.js';
import { likeness } from '../likeness';
import type { NormalisedText } from '../normalise';
import type { TextPart } from './textPart';

const member = /\s*([^()\d;；。\n]{4,80})\((\d+(?:\.\d+)?)(分?)\)[\s;；,，。.、]*/y;
/** ①脱稿演讲、语言流畅(3分): a member with its number may say 不 and name numbers of its own. */
const numberedMember = /\s*(?:[①-⑳]|\(\d{1,2}\)|\d{1,2}[、.])\s*([^();；。\n]{4,80})\((\d+(?:\.\d+)?)(分)\)[\s;；,，。.、]*/y;
/** Words of states and amounts: then the brackets say what a state is worth. */
const state = /[扣得加减]\s?$|[%<>≤≥]|以[上下内]|超过|低于|优秀|良好|合格|一般|较差|未/;
const other = /[扣得加减]\s?$|[每%<>≤≥]|以[上下内]|超过|低于|优秀|良好|合格|一般|较差|未|不/;
const several = /[,，、]/;
const alike = 0.4;
const longest = 800;

/** 方案完整 beside 方案基本完整: grades of one thing, of which one holds. */
const areGrades = (names: readonly string[]): boolean =>
  names.some((name, at) => names.slice(at + 1).some((next) => likeness(name, next).strength >= alike));

interface Member {
  readonly name: string;
  readonly marks: string;
  readonly named: boolean;
  readonly start: number;
  readonly end: number;
}

function membersOf(text: string, pattern: RegExp): readonly Member[] | null {
  const found: Member[] = [];
  for (let at = 0; at < text.length;) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) return null;
    found.push({ name: (match[1] as string).trim(), marks: match[2] as string, named: match[3] !== '', start: at, end: pattern.lastIndex });
    at = pattern.lastIndex;
  }
  return found;
}

/**
 * The parts of a text that is nothing but such a list.
 *
 * @returns null where a member is a state, grades another one, or is a bare word
 */
export function bracketedMarks(whole: NormalisedText): readonly TextPart[] | null {
  if (whole.text.length > longest) return null;
  const numbered = membersOf(whole.text, numberedMember);
  const found = numbered ?? membersOf(whole.text, member);
  if (!found || found.length < 2 || !found.some(({ named }) => named)) return null;
  const names = found.map(({ name }) => name);
  const described = names.filter((name) => several.test(name)).length * 2 >= names.length;
  if (!described || names.some((name) => (numbered ? state : other).test(name)) || areGrades(names)) return null;
  return found.map(({ name, marks, start, end }) => ({
    name,
    share: null,
    fullMarks: new Decimal(marks),
    body: { text: '', original: whole.original, toOriginal: () => whole.toOriginal({ start: end, end }) },
    span: whole.toOriginal({ start, end }),
  }));
}
