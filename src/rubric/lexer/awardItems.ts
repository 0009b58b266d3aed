/** Points that a verb, a sign or an English phrase marks as given: 得10分, 扣2分, 满分, `lose 2 points`. */
import Decimal from 'decimal.js';
import type { Item } from '../item';
import type { UnitName } from '../quantity';
import type { Amount } from '../rule';
import type { Quantity } from '../types';
import type { wholeAwards } from '../vocabulary';
import { boundedFrom, comparisonAfter, ranged } from './bounded';
import { isDigit, skipSpace, type Cursor } from './cursor';
import { quantityAt } from './quantityAt';
import { opens, verbs, wholes } from './words';

const pointUnit = (unit: UnitName | null): boolean => unit === '分' || unit === null;

function amountOf(mode: Amount['mode'], low: Decimal, high: Decimal, of: Amount['of']): Amount {
  return low.lte(high) ? { mode, low, high, of } : { mode, low: high, high: low, of };
}

const shareTail = /\s?(?:的)?(?:该项|本项|此项|项目)?(?:分数|分值|得分|权重分|权重|总分|分)/y;
const boundaryAhead = /[\s,，;；。、(（)）\]】|/]|[一二三四五六七八九十]{1,2}、|$/y;

/** Whether an amount ends here: no comparison follows it, and where it has no unit, no word either. */
function isAmountEnd(cursor: Cursor, unit: UnitName | null, end: number): boolean {
  if (comparisonAfter(cursor, end)) return false;
  boundaryAhead.lastIndex = end;
  return unit !== null || boundaryAhead.test(cursor.text);
}

/** The number of an award behind its verb: 10分, 25-30分, 2%(分值), 5-10分. */
function awardNumber(
  cursor: Cursor,
  at: number,
  mode: Amount['mode'],
  signed: boolean,
  share = false,
): { readonly amount: Amount; readonly end: number } | null {
  const read = quantityAt(cursor, at, mode === 'set');
  if (!read) return null;
  const range = ranged(cursor, read.quantity, read.end);
  const unit = range?.unit ?? read.quantity.unit;
  const end = range?.end ?? read.end;
  const [low, high] =
    range?.interval.low && range.interval.high
      ? [range.interval.low.at, range.interval.high.at]
      : [read.quantity.amount, read.quantity.amount];
  if (unit === '%') {
    shareTail.lastIndex = end;
    const tail = shareTail.exec(cursor.text)?.[0] ?? '';
    if ((mode === 'set' || signed) && tail === '' && !share) return null;
    return isAmountEnd(cursor, unit, end)
      ? { amount: amountOf(mode, low.div(100), high.div(100), 'fullMarks'), end: end + tail.length }
      : null;
  }
  return pointUnit(unit) && isAmountEnd(cursor, unit, end) ? { amount: amountOf(mode, low, high, 'points'), end } : null;
}

const owner =
  /(?:(?:该|本|此)(?:次)?(?:作业|课程|课|试卷|卷面|实验|题目?|文章|报告|阶段)(?:成绩|分数|总分|得分)?|本指标|该指标|指标|权重|责任人|当事人|责任单位|部门|个人|班级|小组|当月|当季|当年|本月|本?学期|本?学年|月度|季度|年度|年终|绩效|考核|考评|综合|基准|基本|基础|标准|操行|量化|德育|总成绩|平时|积分|分数|分值|得分|总分|成绩|评分|该项|本项|此项|相应|其|分|的){0,4}\s?/y;

/** 扣当月绩效分5分: whose or which points, between the verb and the number. */
function pastOwner(cursor: Cursor, at: number): number {
  owner.lastIndex = at;
  return at + (owner.exec(cursor.text)?.[0].length ?? 0);
}

/** Words that end like a verb of points: 参加, 合计, 登记, 行为, 折扣. */
const notVerbs = /(?:[参增附追叠更添外施]加|[合统累总设会审预]计|[登标笔]记|[行认作]为|[预核决]算|折扣|缩减|值得|也是|还是)$/;

const weakVerbs = new Set(['至', '=', '是', '为', '-', '+', '增', '增加', '算', '打', '拿', '奖', '罚', '给', '计', '记', '减']);

const shareVerbs = new Set(['得', '计', '记', '给', '给予', '获', '获得', '赋']);
const fullMarksNamed = /满分|全分|[得计]100%|(?:分值|权重分?|标准分|配分)的?\s?\d+(?:\.\d+)?%/;

/** 良好得80% beside 优秀得满分: behind a label or a bound a percentage is a share of the full marks that the text names. */
function givesShare(cursor: Cursor, verb: string, previous: Item | null): boolean {
  const behind = previous !== null && ['tier', 'level', 'marker', 'interval', 'text'].includes(previous.kind);
  return behind && shareVerbs.has(verb) && fullMarksNamed.test(cursor.text.slice(0, 600));
}

const sharesNamed =
  /\((?:均|以上)?(?:占|按|为)(?:本项|该项|此项|指标|本指标)?(?:总|标准|权重|满)?(?:分值|分数|权重|满分|分)(?:的)?(?:比例|百分比|计算|计)?\)/;

/** 85% behind a label, where a bracket says that the percentages are shares of the row's marks. */
export function shareOfMarks(cursor: Cursor, at: number): Item | null {
  const read = sharesNamed.test(cursor.text.slice(0, 600)) ? quantityAt(cursor, at) : null;
  if (!read || read.quantity.unit !== '%' || boundedFrom(cursor, read.quantity, read.end)) return null;
  const share = read.quantity.amount.div(100);
  return { kind: 'award', amount: amountOf('set', share, share, 'fullMarks'), verb: '', start: at, end: read.end };
}

const shareLead =
  /(?:的|则|均)?(?:按照?|得|计|给予?|记|取)(?:本项|该项|此项|本指标|指标)?(?:总|标准|权重|满)?(?:分值|分数|权重分|权重|满分|标准分|配分|总分|分)?的?\s?(?=\d)/y;
/** 90%以上得标准分的80%: behind a bound only where the marks are named. */
const ofMarks = /^(?:的|则|均)?[按得计给记取].*(?:分值|分数|标准分|权重分|配分|满分|总分)的?\s?$/;
const shareTailWords = /(?:计分|得分|给分|计算|赋分|计)?/y;

/** 良好按80%计分, 优秀得本项分值的100%: behind a label so much of the marks is given. */
export function sharedAward(cursor: Cursor, at: number, previous: Item | null): Item | null {
  shareLead.lastIndex = at;
  const lead = shareLead.exec(cursor.text);
  if (
    !lead ||
    !previous ||
    !(['tier', 'marker', 'level'].includes(previous.kind) || (previous.kind === 'interval' && ofMarks.test(lead[0])))
  )
    return null;
  const read = lead && quantityAt(cursor, at + lead[0].length);
  if (!read || read.quantity.unit !== '%' || boundedFrom(cursor, read.quantity, read.end)) return null;
  shareTailWords.lastIndex = read.end;
  const tail = shareTailWords.exec(cursor.text)?.[0] ?? '';
  if (tail === '' && !/分|权重/.test(lead[0]) && !fullMarksNamed.test(cursor.text.slice(0, 600))) return null;
  const share = read.quantity.amount.div(100);
  return { kind: 'award', amount: amountOf('set', share, share, 'fullMarks'), verb: lead[0], start: at, end: read.end + tail.length };
}

/** 得10分, 扣2分, 每次-2分, 计8分, +5分. */
export function awardAt(cursor: Cursor, at: number, previous: Item | null): Item | null {
  const whole = wholes.at(cursor.lower, at);
  if (whole && /^(?:为?止|的?\s?\d)/.test(cursor.text.slice(whole.end, whole.end + 3)) && !whole.word.endsWith('满分'))
    return /^\D*\d/.test(cursor.text.slice(whole.end, whole.end + 3)) ? pointsAt(cursor, at, previous) : null;
  if (whole && whole.word.endsWith('满分')) {
    const stated = statedFull(cursor, at, whole.end);
    if (stated) return stated;
  }
  return whole ? wholeAward(whole.value, whole.end, at, whole.word) : pointsAt(cursor, at, previous);
}

const scoreNamed =
  /(?:^|[，,、;；。:：\s则]|相应|分值|分数)(?:该项|本项|此项|其|考核)?(?:分数|得分|分值|总分|成绩)(?:相应|则|就|即)?$|[，,]相应$/;
const scoreMoves: readonly { readonly words: RegExp; readonly mode: Amount['mode'] }[] = [
  { words: /(?:减少|降低|下降|下调|递减|调减|减)(?:为|了)?/y, mode: 'deduct' },
  { words: /(?:增加|提高|上升|上调|递增|调增|加)(?:为|了)?/y, mode: 'add' },
];

/** …，分数减少10分: what moves the score, where the words of movement alone would be of the value. */
function scoreMove(cursor: Cursor, at: number): { readonly value: Amount['mode']; readonly end: number; readonly word: string } | null {
  if (!'减降下递调增提上加'.includes(cursor.text[at] ?? '?') || !scoreNamed.test(cursor.text.slice(Math.max(0, at - 10), at))) return null;
  for (const { words, mode } of scoreMoves) {
    words.lastIndex = at;
    const word = words.exec(cursor.text)?.[0];
    if (word) return { value: mode, end: at + word.length, word };
  }
  return null;
}

function pointsAt(cursor: Cursor, at: number, previous: Item | null): Item | null {
  const bare = scoreMove(cursor, at) ?? verbs.at(cursor.lower, at);
  const verb =
    (bare && notVerbs.test(cursor.text.slice(Math.max(0, at - 1), at + 1))) || /每[增减]?$/.test(cursor.text.slice(Math.max(0, at - 2), at))
      ? null
      : bare;
  if (verb) {
    const spaced = verb.word === '-' || verb.word === '+';
    const signed = spaced && previous?.kind === 'tier' ? signedPoints(cursor, at) : null;
    if (signed) return signed;
    if (spaced && (isDigit(cursor.text[at - 1]) || previous?.kind === 'tier' || previous?.kind === 'marker')) return null;
    const numberAt = spaced ? verb.end : skipSpace(cursor.text, verb.end);
    const read =
      awardNumber(cursor, numberAt, verb.value, spaced, givesShare(cursor, verb.word, previous)) ??
      (verb.value === 'set' || spaced ? null : awardNumber(cursor, pastOwner(cursor, numberAt), verb.value, false));
    if (
      read &&
      !(
        weakVerbs.has(verb.word) &&
        !/[分值重数]/.test(cursor.text[read.end - 1] ?? '') &&
        !(read.amount.of === 'fullMarks' && givesShare(cursor, verb.word, previous)) &&
        !spaced &&
        !/point|pt|mark/i.test(cursor.text.slice(verb.end, read.end))
      )
    )
      return { kind: 'award', amount: read.amount, verb: verb.word, start: at, end: read.end };
  }
  const open = opens.at(cursor.lower, at);
  if (!open || /[项为标点值的上不最封总累合以另超达由归直各均]/.test(cursor.text[open.end] ?? '')) return null;
  if (bothNamed.test(cursor.text.slice(open.end, open.end + 4))) return null;
  return { kind: 'award', amount: { mode: open.value, low: null, high: null, of: 'points' }, verb: open.word, start: at, end: open.end };
}

/** 加分和扣分均以5分为限: what is bounded, not given. */
const bothNamed = /^[、/和及与](?:扣|减|加)分/;

const plusBehindName = /[\p{L}):]\s?\+\d/u;

/** Outstanding +6, Poor -3: beside a plus sign a minus sign is one, too, and no dash between a name and its points. */
function signedPoints(cursor: Cursor, at: number): Item | null {
  const read = isDigit(cursor.text[at + 1]) && plusBehindName.test(cursor.text.slice(0, 600)) ? quantityAt(cursor, at, true) : null;
  if (!read || !pointUnit(read.quantity.unit) || !isAmountEnd(cursor, read.quantity.unit, read.end)) return null;
  const { amount } = read.quantity;
  return { kind: 'award', amount: amountOf('set', amount, amount, 'points'), verb: cursor.text[at] as string, start: at, end: read.end };
}

/** 满分100分: the full marks and their number at once. */
function statedFull(cursor: Cursor, start: number, end: number): Item | null {
  const lead = /^\s?[为是:=]?\s?/.exec(cursor.text.slice(end, end + 3))?.[0].length ?? 0;
  const read = quantityAt(cursor, end + lead);
  if (!read || read.quantity.unit !== '分' || boundedFrom(cursor, read.quantity, read.end)) return null;
  const { amount } = read.quantity;
  return { kind: 'award', amount: amountOf('set', amount, amount, 'points'), verb: '满分', start, end: read.end };
}

function wholeAward(row: (typeof wholeAwards)[number], end: number, start: number, verb: string): Item {
  const share = new Decimal(row.share);
  return { kind: 'award', amount: { mode: row.mode, low: share, high: share, of: 'fullMarks' }, verb, start, end };
}

const englishDeducted =
  / ?(?:will |shall |may |can |are |is |to )*(?:be )?(?:deduct\w*|subtract\w*|taken off|removed|lost|off\b|penalty|penalised|penalized)/iy;
const englishLoses = /(?:deduct\w*|lose[sd]?|minus|subtract\w*|penalty of|penalty:|penalty)(?: an?)? ?$/i;
const englishSet = /(?:\bfull|earns?|receives?|gets?|scores?|awarded|worth|gives?|credit of|=|is) ?$/i;

/** 3 points, 5 pts will be deducted, lose 2 points: English points with what is done to them. */
export function englishPoints(cursor: Cursor, quantity: Quantity, start: number, end: number): Item | null {
  if (quantity.unit !== '分' || !/[a-z]$/i.test(cursor.text.slice(start, end))) return null;
  if (comparisonAfter(cursor, end)) return null;
  const lead = cursor.text.slice(Math.max(0, start - 16), start);
  englishDeducted.lastIndex = end;
  const deducted = englishDeducted.exec(cursor.text);
  const mode =
    deducted || englishLoses.test(lead)
      ? 'deduct'
      : /\b(?:add|adds|plus|bonus of|extra) ?$/i.test(lead)
        ? 'add'
        : englishSet.test(lead)
          ? 'set'
          : null;
  if (!mode) return null;
  const amount = amountOf(mode, quantity.amount, quantity.amount, 'points');
  return { kind: 'award', amount, verb: mode, start, end: deducted ? end + deducted[0].length : end };
}
