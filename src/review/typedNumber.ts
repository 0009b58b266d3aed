/** Numbers that people type as text: `88分`, `扣1分`, `2次`, `无`, `4星`, `300户`. Strict: what is malformed (`0。5`) is not a number. */
import Decimal from 'decimal.js';

/** Words by which people say that nothing happened. */
const nothing = /^(无|沒有|没有|未发生|未發生|无扣分|無扣分|無|none|nil|no)$/iu;
const plain = /^([-+−–]?)\s*(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)\s*(.*)$/u;
const pointUnits = /^(分|点|點|points?|pts?\.?|marks?)?$/iu;
const countUnits = /^[\p{Script=Han}]{0,3}$|^[a-z]{1,8}\.?$/iu;

/** Full-width digits and signs in their plain form; nothing else is repaired. */
const tidy = (text: string): string => text.normalize('NFKC').replaceAll('\u00a0', ' ').trim();

function numberWith(units: RegExp, text: string): Decimal | null {
  const match = plain.exec(tidy(text));
  if (!match || !units.test((match[3] ?? '').trim())) return null;
  const size = new Decimal((match[2] ?? '').replaceAll(',', ''));
  return match[1] === '' || match[1] === '+' ? size : size.negated();
}

/** Points typed as text: `88`, `88分`, `16 pts`; null for everything else (`92%` is a measured value, `0。5` is malformed). */
export const typedPoints = (text: string): Decimal | null => numberWith(pointUnits, text);

/** A count or amount with any short unit behind it: `300户`, `2次`, `无`; null for everything else. */
export function typedAmount(text: string): Decimal | null {
  return nothing.test(tidy(text)) ? new Decimal(0) : numberWith(countUnits, text);
}

/**
 * What is taken off, as typed: `扣1分`, `-2`, `无`, `一2分` (the character 一 as a minus sign). The sign does not matter.
 *
 * @returns the points to deduct, 0 or more; null where the text says no number
 */
export function typedDeduction(text: string): Decimal | null {
  const bare = tidy(text)
    .replace(/^(扣|减|減|deduct)\s*/iu, '')
    .replace(/^[一—](?=\d)/u, '-');
  const amount = nothing.test(bare) ? new Decimal(0) : numberWith(pointUnits, bare);
  return amount?.abs() ?? null;
}

/** Repairs a full-width stop between digits; only used where the policy says so. */
export const withDecimalPoint = (text: string): string => text.replace(/(?<=\d)[。．](?=\d)/gu, '.');

/** How many stars: `★★★☆☆` is 3, `4星`, `4 stars`; null for everything else. */
export function starCount(text: string): number | null {
  const bare = tidy(text);
  const drawn = /^([★⭐✭✮⋆*]+)[☆✩✰]*$/u.exec(bare);
  if (drawn) return Array.from(drawn[1] ?? '').length;
  const told = /^(\d{1,2}|[一二三四五六七八九十])\s*(颗|顆|个|個)?\s*(星|stars?)级?$/iu.exec(bare);
  if (!told) return null;
  const at = '一二三四五六七八九十'.indexOf(told[1] ?? '');
  return at >= 0 ? at + 1 : Number(told[1]);
}

const ticks = new Set(['√', '✓', '✔', '☑', '●', '■', 'V', 'v', '对', '是', '有', 'Y', 'y', 'yes', 'Yes', 'YES']);

const crosses = new Set(['×', '✗', '✘', '☒', 'X', 'x', '否', '无', 'N', 'n', 'no', 'No', 'NO']);

/** Whether a mark says that something is not so. */
export const isCross = (text: string): boolean => crosses.has(tidy(text));

/** Whether a mark is a tick. A cross or any other mark is not. */
export const isTick = (text: string, extra: readonly string[]): boolean => ticks.has(tidy(text)) || extra.includes(tidy(text));
