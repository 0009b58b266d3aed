/**
 * Quantities and units: one table for every unit that criteria use, in Chinese and English, with its kind and its size.
 * A unit is named by its printed Chinese form; English words are further spellings of it. A new unit is one line.
 */
import Decimal from 'decimal.js';
import { readNumeral, readSignedNumeral } from './numeral';
import type { Quantity } from './types';

/** Quantities of one kind convert into each other. `workday` does not convert to calendar time, months do not to days. */
export type UnitKind =
  'ratio' | 'points' | 'count' | 'money' | 'time' | 'workday' | 'months' | 'length' | 'mass' | 'volume' | 'area' | 'temperature' | 'period';

interface UnitRow {
  readonly kind: UnitKind;
  /** How many of the kind's smallest unit this is: text of a decimal. */
  readonly size: string;
  /** Every spelling in normalised text; the first English one is printed in English. */
  readonly words: readonly string[];
}

const count = (...words: string[]): UnitRow => ({ kind: 'count', size: '1', words });

export const units = {
  '%': { kind: 'ratio', size: '10', words: ['%', 'percent', 'per cent', 'pct'] },
  百分点: { kind: 'ratio', size: '10', words: ['个百分点', '百分点', '个点', '个百分比', 'percentage points', 'percentage point', 'pp'] },
  '‰': { kind: 'ratio', size: '1', words: ['‰', 'per mille', 'permille'] },
  ppm: { kind: 'ratio', size: '0.001', words: ['ppm', 'PPM'] },
  分: { kind: 'points', size: '1', words: ['分', '点数', '积分', 'points', 'point', 'pts', 'pt', 'marks', 'mark', 'scores', 'score'] },
  次: count(
    '次',
    '次数',
    '回',
    '人次',
    '趟',
    '遍',
    '频次',
    'times',
    'time',
    'occurrences',
    'frequencies',
    'frequency',
    'occurrence',
    'instances',
    'instance',
    'incidents',
    'incident',
    'events',
    'event',
  ),
  起: count('起', '宗', 'accidents', 'accident', 'cases', 'case'),
  例: count('例'),
  件: count('件', 'pieces', 'piece', 'pcs'),
  单: count('单', '票', 'orders', 'order'),
  个: count(
    '个',
    '只',
    '枚',
    'items',
    'item',
    'units',
    'unit',
    'errors',
    'error',
    'mistakes',
    'mistake',
    'defects',
    'defect',
    'sources',
    'source',
    'references',
    'reference',
    'citations',
    'citation',
    'examples',
    'example',
    'violations',
    'violation',
    'complaints',
    'complaint',
    'absences',
    'absence',
    'faults',
    'fault',
    'bugs',
    'bug',
    'omissions',
    'omission',
    'posts',
    'post',
    'comments',
    'comment',
    'slides',
    'slide',
    'paragraphs',
    'paragraph',
  ),
  项: count('项', 'tasks', 'task'),
  人: count('人', '个人', '名', '位', '员', '人员', 'people', 'persons', 'person', 'employees', 'employee'),
  户: count('户', '户次', 'households', 'household'),
  家: count('家', '家次', 'customers', 'customer', 'clients', 'client'),
  条: count('条'),
  处: count('处', 'places', 'place'),
  笔: count('笔'),
  台: count('台', '台次', '架', 'machines', 'machine'),
  辆: count('辆', '辆次', '车次', 'vehicles', 'vehicle'),
  批: count('批', '批次', 'batches', 'batch', 'lots', 'lot'),
  份: count('份', 'copies', 'copy', 'reports', 'report'),
  篇: count('篇', 'articles', 'article'),
  场: count('场', '场次', 'sessions', 'session'),
  期: count('期'),
  封: count('封'),
  面: count('面'),
  具: count('具'),
  箱: count('箱'),
  袋: count('袋'),
  瓶: count('瓶'),
  间: count('间'),
  栋: count('栋'),
  餐: count('餐'),
  卷: count('卷'),
  部: count('部'),
  盒: count('盒'),
  棵: count('棵'),
  桶: count('桶'),
  盏: count('盏'),
  株: count('株'),
  艘: count('艘'),
  段: count('段'),
  轮: count('轮'),
  班: count('班', '班次'),
  张: count('张', '幅'),
  页: count('页', 'pages', 'page'),
  本: count('本', '册'),
  字: count('字', 'words', 'word', 'characters'),
  句: count('句', 'sentences', 'sentence'),
  题: count('题', '道', '道题', 'questions', 'question'),
  门: count('门', 'courses', 'course'),
  套: count('套', 'sets', 'set'),
  组: count('组', 'groups', 'group'),
  级: count('级', '档', '个等级', '等级', 'grades', 'levels', 'level'),
  倍: count('倍'),
  种: count('种'),
  床: count('床'),
  座: count('座'),
  首: count('首'),
  课时: count('课时', '学时', '节', '节课', '小节', '小节课', '课', 'lessons', 'lesson'),
  万: { kind: 'count', size: '10000', words: ['万', '万次', '万人', '万人次', '万件', '万个'] },
  亿: { kind: 'count', size: '100000000', words: ['亿'] },
  元: { kind: 'money', size: '1', words: ['元', '元人民币', '块', '块钱', 'rmb', 'RMB', 'CNY', 'yuan', 'dollars', 'dollar'] },
  百元: { kind: 'money', size: '100', words: ['百元'] },
  千元: { kind: 'money', size: '1000', words: ['千元'] },
  万元: { kind: 'money', size: '10000', words: ['万元', '万块', '万人民币', 'w'] },
  亿元: { kind: 'money', size: '100000000', words: ['亿元'] },
  秒: { kind: 'time', size: '1', words: ['秒', '秒钟', 'seconds', 'second', 'secs', 'sec', 's'] },
  分钟: { kind: 'time', size: '60', words: ['分钟', 'minutes', 'minute', 'mins', 'min'] },
  小时: { kind: 'time', size: '3600', words: ['小时', '个小时', '钟头', '个钟头', '个钟', 'hours', 'hour', 'hrs', 'hr', 'h', 'H'] },
  天: {
    kind: 'time',
    size: '86400',
    words: ['天', '日', '个日历日', '日历日', '自然日', '个自然日', 'days', 'day', 'calendar days', 'calendar day'],
  },
  周: { kind: 'time', size: '604800', words: ['周', '个星期', '星期', '个礼拜', 'weeks', 'week'] },
  工作日: {
    kind: 'workday',
    size: '1',
    words: [
      '个工作日',
      '工作日',
      '个工作天',
      '工作天',
      'working days',
      'working day',
      'business days',
      'business day',
      'workdays',
      'workday',
    ],
  },
  月: { kind: 'months', size: '1', words: ['个月', '月', '月份', 'months', 'month'] },
  季度: { kind: 'months', size: '3', words: ['个季度', '季度', '季', 'quarters', 'quarter'] },
  年: { kind: 'months', size: '12', words: ['年', '年度', 'years', 'year'] },
  毫米: { kind: 'length', size: '1', words: ['毫米', 'mm'] },
  厘米: { kind: 'length', size: '10', words: ['厘米', '公分', 'cm', 'centimetres', 'centimeters'] },
  米: { kind: 'length', size: '1000', words: ['米', '公尺', 'm', 'metres', 'meters', 'metre', 'meter'] },
  公里: { kind: 'length', size: '1000000', words: ['公里', '千米', 'km', 'kilometres', 'kilometers'] },
  英寸: { kind: 'length', size: '25.4', words: ['英寸', 'inches', 'inch', '"'] },
  克: { kind: 'mass', size: '1', words: ['克', 'g', 'gm', 'gms', 'grams', 'gram'] },
  斤: { kind: 'mass', size: '500', words: ['斤'] },
  公斤: { kind: 'mass', size: '1000', words: ['公斤', '千克', 'kg', 'kilograms', 'kilogram'] },
  吨: { kind: 'mass', size: '1000000', words: ['吨', 'tons', 'ton', 'tonnes', 'tonne'] },
  毫升: { kind: 'volume', size: '1', words: ['毫升', 'ml', 'mL'] },
  升: { kind: 'volume', size: '1000', words: ['升', 'L', 'litres', 'liters'] },
  立方米: { kind: 'volume', size: '1000000', words: ['立方米', '立方', 'm3', 'm³', 'cubic metres', 'cubic meters', 'cubic metre'] },
  平方米: { kind: 'area', size: '1', words: ['平方米', '平米', 'm2', '平方', 'm²'] },
  亩: { kind: 'area', size: '666.6666666667', words: ['亩'] },
  摄氏度: { kind: 'temperature', size: '1', words: ['摄氏度', '°C', '度'] },
} as const satisfies Readonly<Record<string, UnitRow>>;

/** A unit by its printed Chinese form; {@link unitLabel} gives the English one. */
export type UnitName = keyof typeof units;

const isEnglish = (word: string): boolean => /^[\x20-\x7e‰°²]+$/.test(word);

const unitOfWord = new Map<string, UnitName>();
for (const [name, row] of Object.entries(units)) for (const word of row.words) unitOfWord.set(word, name as UnitName);

/** The words of the units by their first character, longest first; English ones in lower case, since any case will do. */
const wordsByFirst = new Map<string, { readonly word: string; readonly english: boolean }[]>();
for (const written of [...unitOfWord.keys()].sort((a, b) => b.length - a.length)) {
  const english = /^[a-z]/i.test(written);
  const word = english ? written.toLowerCase() : written;
  const first = word[0] as string;
  wordsByFirst.set(first, [...(wordsByFirst.get(first) ?? []), { word, english }]);
}

const latin = /[a-z]/i;

/** The longest unit word at a position, as written; English words end where a letter does not go on. */
function unitWordAt(text: string, at: number): string | null {
  const list = wordsByFirst.get((text[at] ?? '').toLowerCase());
  if (!list) return null;
  for (const { word, english } of list) {
    if (!english && text.startsWith(word, at)) return word;
    if (!english) continue;
    const written = text.slice(at, at + word.length);
    if (written.toLowerCase() === word && !latin.test(text[at + word.length] ?? '')) return written;
  }
  return null;
}

/** Words that begin like a unit but are none even behind a number: 一次性, 二分之一, 一日常 … */
const notUnits =
  /次性|部[门分位署委件]|餐[饮厅具]|卷入|面[试谈积对向临貌子]|具[体有备]|间[隔接断距]|段[落]|轮[岗休换流]|班[组级子长]|封[闭存面]|分[之别]|日常|度量|点名|级别|名单|种[植类子]|座[位谈次]|首[次先问任诊件页席]/y;

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/**
 * Reads the unit that starts at `at` (after one optional space).
 *
 * @param text normalised text
 * @returns the unit, the word as written and the end position; null where no known unit starts (一次性 is not 一次)
 */
export function readUnit(text: string, at: number): { readonly unit: UnitName; readonly word: string; readonly end: number } | null {
  const from = text[at] === ' ' ? at + 1 : at;
  const word = unitWordAt(text, from);
  if (!word) return null;
  if (word.length === 1 && matchAt(notUnits, text, from)) return null;
  const unit = unitOfWord.get(word) ?? unitOfWord.get(word.toLowerCase());
  return unit ? { unit, word, end: from + word.length } : null;
}

/** A quantity with its place in the text. */
export interface ReadQuantity {
  readonly quantity: Quantity;
  readonly end: number;
}

const finer: Partial<Record<UnitName, readonly string[]>> = { 天: ['小时'], 小时: ['分钟', '分'], 分钟: ['秒'], 分: ['秒'], 年: ['月'] };

/** 1小时30分, 2分30秒, 1天12小时: a smaller unit of the same kind right behind. A bare 分 is minutes only in such company. */
function readFiner(text: string, first: ReadQuantity): ReadQuantity | null {
  const unit = first.quantity.unit;
  const allowed = unit ? finer[unit] : undefined;
  if (!unit || !allowed) return null;
  const number = readNumeral(text, first.end);
  const next = number && !number.share ? readUnit(text, number.end) : null;
  if (!number || !next || !allowed.includes(next.unit)) return null;
  const coarse: UnitName = unit === '分' ? '分钟' : unit;
  const fine: UnitName = next.unit === '分' ? '分钟' : next.unit;
  const rest = convert({ amount: number.amount, unit: fine }, coarse);
  return rest && { quantity: { amount: first.quantity.amount.plus(rest.amount), unit: coarse }, end: next.end };
}

const halfInside = /个半(?=小时|月|钟头|星期|工作日)/y;
const halfBehind = /半(?![年月天日小个数])/y;

/** 一天半, 1个半小时: a half behind the unit or inside it. */
function withHalf(text: string, amount: Decimal, at: number): { readonly amount: Decimal; readonly at: number } {
  const inside = text[at] === '个' ? matchAt(halfInside, text, at) : null;
  return inside ? { amount: amount.plus('0.5'), at: at + inside.length } : { amount, at };
}

function afterHalf(text: string, read: ReadQuantity): ReadQuantity {
  const half = text[read.end] === '半' ? matchAt(halfBehind, text, read.end) : null;
  if (!half || !['time', 'months', 'workday'].includes(unitKind(read.quantity.unit) ?? '')) return read;
  return { quantity: { ...read.quantity, amount: read.quantity.amount.plus('0.5') }, end: read.end + 1 };
}

function shareUnit(share: 'percent' | 'permille' | null): UnitName | null {
  if (share === null) return null;
  return share === 'percent' ? '%' : '‰';
}

/**
 * Reads a number with its unit: `85%`, 3个工作日, 两万三千元, 百分之八十, 1小时30分, 一天半, `20 points`, `-2%` (where a sign is wanted).
 *
 * @param text normalised text; @param at where the number starts; @param signed whether a sign may lead
 * @returns the quantity in its printed unit (unit null where none follows) and where it ends; null where no number starts
 */
export function readQuantity(text: string, at: number, signed = false): ReadQuantity | null {
  const number = signed ? readSignedNumeral(text, at) : readNumeral(text, at);
  if (!number) return null;
  const share = shareUnit(number.share);
  if (share) return { quantity: { amount: number.amount, unit: share }, end: number.end };
  const money = moneyOf(text, at, number);
  if (money) return money;
  const { amount, at: unitAt } = withHalf(text, number.amount, number.end);
  const found = readUnit(text, unitAt);
  if (!found) return { quantity: { amount: number.amount, unit: null }, end: number.end };
  const read: ReadQuantity = { quantity: { amount, unit: found.unit }, end: found.end };
  return readFiner(text, read) ?? afterHalf(text, read);
}

const magnitudes: Readonly<Record<string, string>> = {
  k: '1e3',
  m: '1e6',
  mn: '1e6',
  million: '1e6',
  bn: '1e9',
  billion: '1e9',
  thousand: '1e3',
};

/** $500, £1.2m, 60k: a currency in front, a magnitude behind. Without a currency `m` is metres; only `k` and words are magnitudes. */
function moneyOf(text: string, at: number, { amount, end }: { readonly amount: Decimal; readonly end: number }): ReadQuantity | null {
  const currency = /[$£€]/.test(text[text[at - 1] === ' ' ? at - 2 : at - 1] ?? '');
  const found = matchAt(
    currency ? / ?(?:k|mn?|bn|million|billion|thousand)(?![a-z])/iy : /k(?![a-z])| (?:million|thousand)(?![a-z])/iy,
    text,
    end,
  );
  if (!found && (!currency || amount.isZero())) return null;
  const size = magnitudes[found?.trim().toLowerCase() ?? ''] ?? '1';
  return { quantity: { amount: amount.times(size), unit: currency ? '元' : null }, end: end + (found?.length ?? 0) };
}

/** The kind of a unit; null for no unit. */
export function unitKind(unit: UnitName | null): UnitKind | null {
  return unit === null ? null : units[unit].kind;
}

/** Whether a quantity in one unit can be told in the other. No unit goes with every unit. */
export function sameKind(a: UnitName | null, b: UnitName | null): boolean {
  return a === null || b === null || a === b || units[a].kind === units[b].kind || (isMoney(a, b) && isMoney(b, a));
}

/** 每5万加10分 and 25万元: a magnitude alone stands for money beside money. */
const isMoney = (a: UnitName, b: UnitName): boolean =>
  units[a].kind === 'money' || ((a === '万' || a === '亿') && units[b].kind === 'money');

/**
 * Tells a quantity in another unit of its kind: 0.5小时 in 分钟 is 30.
 *
 * @returns the quantity in `unit`; a quantity without unit takes it over unchanged; null where the kinds differ (件 in 元)
 */
export function convert(quantity: Quantity, unit: UnitName | null): Quantity | null {
  if (quantity.unit === unit || quantity.unit === null || unit === null) return { amount: quantity.amount, unit };
  const from: UnitRow = units[quantity.unit];
  const to: UnitRow = units[unit];
  if (!sameKind(quantity.unit, unit)) return null;
  return { amount: from.size === to.size ? quantity.amount : quantity.amount.times(from.size).div(to.size), unit };
}

/** The unit as printed: its own name in Chinese, the first English word of its row in English (its name where there is none). */
export function unitLabel(unit: UnitName | null, language: 'zh' | 'en'): string {
  if (unit === null) return '';
  if (language === 'zh') return unit;
  return units[unit].words.find((word) => isEnglish(word)) ?? unit;
}
