/**
 * Sub-scores with their own criteria: `①自行测试（5分）：A…B…②进度跟踪（5分）：…`, `线上响应速度占50% A…微信群响应速度占50% A…`,
 * `Greeting 10; Listening 20; …`. The text is cut into its parts before its clauses are looked for: each part is a text of its own.
 */
import Decimal from 'decimal.js';
import type { NormalisedText } from '../normalise';
import { bracketedMarks } from './bracketedMarks';
import type { TextPart } from './textPart';

interface Head {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly share: Decimal | null;
  readonly fullMarks: Decimal | null;
}

const hundred = new Decimal(100);
const nameOf = '([^\\s:;,，；。、()\\d%][^:;,，；。()\\n]{1,24}?)';

/** (1)自行测试(5分)：, 一、自行测试(5分)：, 自行测试(5分)： */
const markedHead = new RegExp(
  `(?:\\(\\d{1,2}\\)|\\d{1,2}[、.]|[一二三四五六七八九十]、)?\\s*${nameOf}\\((?:满分|共)?(\\d+(?:\\.\\d+)?)分\\)\\s*:`,
  'g',
);
/** 线上响应速度占50%, 线上响应速度(50%)：, 线上响应速度权重50% */
const sharedHead = new RegExp(
  `(?<!\\d)${nameOf}(?:(?:占比?|权重|比重)(?:为|是|:)?\\s*(\\d+(?:\\.\\d+)?)%|\\((?:占|权重)?(\\d+(?:\\.\\d+)?)%\\)\\s*:)(?=[\\s:,，;；(A-Z]|$)`,
  'g',
);

/** 到课率占50分，…；作业批改占50分，…: full marks of their own. */
const pointedHead = new RegExp(`${nameOf}(?:占比?|权重|共)(?:为|是|:)?\\s*(\\d+(?:\\.\\d+)?)分(?=[\\s:,，;；(]|$)`, 'g');

function headsBy(pattern: RegExp, text: string, make: (match: RegExpMatchArray) => Pick<Head, 'share' | 'fullMarks'>): readonly Head[] {
  return [...text.matchAll(pattern)].map((match) => ({
    name: (match[1] as string).replace(/^(?:其中|其中:|和|及)/, '').trim(),
    start: match.index,
    end: match.index + match[0].length,
    ...make(match),
  }));
}

/** Heads that carry criteria behind them; fewer than two are a title, and shares that do not make up the whole are something else. */
function criteriaHeads(text: string): readonly Head[] {
  const marked = headsBy(markedHead, text, (match) => ({ share: null, fullMarks: new Decimal(match[2] as string) }));
  if (marked.length >= 2) return marked;
  const pointed = headsBy(pointedHead, text, (match) => ({ share: null, fullMarks: new Decimal(match[2] as string) }));
  if (pointed.length >= 2) return pointed;
  const plain = plainHeads(text);
  if (plain.length >= 2) return plain;
  const shared = headsBy(sharedHead, text, (match) => ({
    share: new Decimal((match[2] ?? match[3]) as string).div(hundred),
    fullMarks: null,
  }));
  const whole = shared.reduce((sum, { share }) => sum.plus(share ?? 0), new Decimal(0));
  return shared.length >= 2 && whole.gte(leastSum) && whole.lte(mostSum) ? shared : [];
}

function slice(whole: NormalisedText, start: number, end: number): NormalisedText {
  return {
    text: whole.text.slice(start, end),
    original: whole.original,
    toOriginal: (span) => whole.toOriginal({ start: span.start + start, end: span.end + start }),
  };
}

/** Shares that miss the whole by more than a slip of the pen belong to something else. */
const [leastSum, mostSum] = [new Decimal('0.8'), new Decimal('1.2')];

const plainHead = new RegExp(
  `(?:^|[;；。\\n]|(?<=(?:满分|[共总]分?|[本该此]项|分值)[^;；。]{0,6}分):|其中[:,，]?)\\s*(?:其中[:,，]?)?(?:\\(\\d{1,2}\\)|\\d{1,2}[、.]|[一二三四五六七八九十]、)?\\s*([\\p{Script=Han}A-Za-z]{2,16})(\\d+(?:\\.\\d+)?)分(?=\\s*[,，:(])`,
  'gu',
);
/** Words that end a condition or a verb of giving: 有新客户产生10分, 完成得5分 say what a state is worth. */
const noHead =
  /[得扣加减计记为是满每共达超于者的奖给]$|^(?:[本此该]项|总|合计|共计|满分|基础|基准|其他|其余|有|无|没|未|不|能|否则)|产生|发生|出现|完成了|优秀|良好|合格|一般|较差|以[上下内]|[A-Z]级?$|[一二三四五特甲乙丙丁]等/;

/** 设备完好率10分，低于98%每1个百分点扣1分；检修计划完成率10分，…: names with full marks, each with a rule of its own behind it. */
function plainHeads(text: string): readonly Head[] {
  const found = headsBy(plainHead, text, (match) => ({ share: null, fullMarks: new Decimal(match[2] as string) })).filter(
    ({ name }) => !noHead.test(name),
  );
  const bodies = found.map(({ end }, at) => text.slice(end, found[at + 1]?.start ?? text.length));
  const ruled = bodies.every((body) => /^\s*:/.test(body) || /扣|每|不得分|不计分|[,，][^,，]*\d分/.test(body));
  const announced = /其中|[本此该]项(?:满分|共|总分|分值)?(?:为)?\d|(?:满分|共|总分)\d/.test(text.slice(0, found[0]?.end ?? 0));
  return ruled && (announced || bodies.every((body) => /^\s*:|扣|每/.test(body))) ? found : [];
}

const gives = /[得计记为扣加]\s?\d|\d\s?分|不得分|满分|points?/i;

function withBodies(whole: NormalisedText, heads: readonly Head[]): readonly TextPart[] | null {
  const parts = heads.map((head, index) => {
    const end = heads[index + 1]?.start ?? whole.text.length;
    return {
      name: head.name,
      share: head.share,
      fullMarks: head.fullMarks,
      body: slice(whole, head.end, end),
      span: whole.toOriginal({ start: head.start, end }),
    };
  });
  return parts.every(({ body }) => gives.test(body.text)) ? parts : null;
}

/** 1.内容(3分):要求主题鲜明 2.形象(2分):要求举止大方 …: at least three parts from the start, described and no more; whoever rates gives their points. */
function describedParts(whole: NormalisedText, heads: readonly Head[]): readonly TextPart[] | null {
  const bodies = heads.map(({ end }, at) => whole.text.slice(end, heads[at + 1]?.start ?? whole.text.length));
  const plain = bodies.every((body) => !/[扣加减]\s?\d|每|\d\s?分|[A-D][:、]/.test(body) && !gives.test(body));
  const opening = whole.text.slice(0, heads[0]?.start ?? 0).trim() === '';
  if (heads.length < fewestDescribed || !plain || !opening || heads.some(({ name, fullMarks }) => !fullMarks || tierWord.test(name)))
    return null;
  return heads.map((head, index) => {
    const end = heads[index + 1]?.start ?? whole.text.length;
    const { name, share, fullMarks, start } = head;
    return { name, share, fullMarks, body: slice(whole, end, end), span: whole.toOriginal({ start, end }) };
  });
}
const fewestDescribed = 3;

const listed = /^\s*([^\d;；]{2,40}?)\s*[:(]?\s*(\d+(?:\.\d+)?)\s?(?:分|points?|pts?|marks?)?\)?\s*$/i;
/** 三项相加为总分, 合计100分: what closes a list of marks. */
const closing =
  /^\s*(?:以上)?(?:[两三四五六七八]项)?(?:合计|共计|总计|总分|满分|相加|得分相加|累加|之和|加总)(?:即?为|是|得|:)?(?:本项|该项|考核|最终)?(?:总?得?分|总成绩)?(?:为|是|:)?(\d+(?:\.\d+)?)?分?\s*$/;
const tierWord = /优|良|中|差|合格|及格|一般|好|excellent|good|fair|poor|satisf|outstanding|accept|level|grade/i;

interface Listing {
  readonly parts: readonly TextPart[];
  /** Whether a sentence behind the list says that its marks are added up. */
  readonly added: boolean;
  readonly total: Decimal | null;
}

/** Names with their marks between separators; null where a piece is neither one nor the sum of all. */
function listingBy(separator: RegExp, whole: NormalisedText): Listing | null {
  const parts: TextPart[] = [];
  let [at, added, total]: [number, boolean, Decimal | null] = [0, false, null];
  for (const piece of whole.text.replace(/。\s*$/, '').split(separator)) {
    const sum = parts.length > 0 ? closing.exec(piece) : null;
    const match = piece.trim() === '' || sum ? null : listed.exec(piece);
    if (!match && !sum && piece.trim() !== '') return null;
    if (sum) [added, total] = [true, sum[1] ? new Decimal(sum[1]) : total];
    if (match) {
      const end = at + piece.length;
      parts.push({
        name: (match[1] as string).trim(),
        share: null,
        fullMarks: new Decimal(match[2] as string),
        body: slice(whole, end, end),
        span: whole.toOriginal({ start: at, end }),
      });
    }
    at += piece.length + 1;
  }
  return { parts, added, total };
}

/** `Greeting 10; Listening 20; …`, 业绩70分，能力20分，态度10分，三项相加: names with full marks that make up 100, or all that is stated. A list of tiers never does on purpose. */
function listParts(whole: NormalisedText): readonly TextPart[] | null {
  if (whole.text.length > 600) return null;
  const strict = listingBy(/[;；\n]/, whole);
  const loose = strict ? null : listingBy(/[;；\n,，、。]/, whole);
  const found = strict ?? (loose?.added ? loose : null);
  if (!found || found.parts.length < (found.added ? 2 : 3)) return null;
  const sum = found.parts.reduce((total, { fullMarks }) => total.plus(fullMarks ?? 0), new Decimal(0));
  const complete = sum.eq(found.total ?? hundred);
  return complete && !found.parts.some(({ name }) => tierWord.test(name) && name.length < 12) ? found.parts : null;
}

const weighted = /百分制|加权|评分|打分|计分|得分/;
/** What may stand behind a share that has no criteria of its own. */
const saysHow =
  /^[\s,，;；。、:]*(?:和|及|与|以及)?(?:[两三四五六]?(?:个?部分|项)(?:组成|构成)[,，]?)?(?:(?:均|各|分别|都)?(?:为|按|按照|采用|以)?(?:百分制|100分制)(?:打分|评分|计分)?[,，]?)?(?:(?:后|再)?加权(?:平均|合计|计算|汇总|求和)?(?:后)?(?:得分|得出总分|为总分|计算得分|作为总分|为最终得分)?)?[,，]?(?:(?:满分|总分)(?:为)?100分)?[\s,，;；。]*$/;

/** 自评(20%)、互评(30%)、领导评(50%): shares in brackets, nothing behind them. */
const bracketedHead = new RegExp(`${nameOf}\\((?:占|权重)?(\\d+(?:\\.\\d+)?)%\\)(?=[、,，;；]|和|及|与|[两三四五六]?(?:个?部分|项))`, 'g');

function bracketedShares(whole: NormalisedText): readonly TextPart[] | null {
  if (whole.text.length > 600) return null;
  const heads = headsBy(bracketedHead, whole.text, (match) => ({ share: new Decimal(match[2] as string).div(hundred), fullMarks: null }));
  const named = heads.map((head) => ({ ...head, name: head.name.replace(/^.*(?:由|包括|包含|[、和及与])/, '') }));
  return named.length < 2 || named.some(({ name }) => tierWord.test(name)) ? null : bareShares(whole, named);
}

/** 上级评价占60%，同级评价占40%，均为百分制: shares of what others give. */
function bareShares(whole: NormalisedText, heads: readonly Head[]): readonly TextPart[] | null {
  const bodies = heads.map(({ end }, at) => whole.text.slice(end, heads[at + 1]?.start ?? whole.text.length));
  const sum = heads.reduce((total, { share }) => total.plus(share ?? 0), new Decimal(0));
  const complete = sum.gte(leastSum) && sum.lte(mostSum);
  if (!weighted.test(whole.text) || !complete || !bodies.every((body) => saysHow.test(body))) return null;
  return heads.map((head) => ({
    name: head.name,
    share: head.share,
    fullMarks: hundred,
    body: slice(whole, head.end, head.end),
    span: whole.toOriginal({ start: head.start, end: head.end }),
  }));
}

/**
 * Cuts a text into its parts.
 *
 * @returns what stands before the first part, and the parts in order; null where the text is one whole
 */
export function partsOf(whole: NormalisedText): { readonly preface: NormalisedText; readonly parts: readonly TextPart[] } | null {
  const heads = whole.text.length > 8000 ? [] : criteriaHeads(whole.text);
  const parts =
    heads.length >= 2
      ? (withBodies(whole, heads) ?? describedParts(whole, heads) ?? bareShares(whole, heads))
      : (listParts(whole) ?? bracketedShares(whole) ?? bracketedMarks(whole));
  return parts && { preface: slice(whole, 0, heads[0]?.start ?? 0), parts };
}
