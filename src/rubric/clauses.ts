/**
 * Cuts a text into clauses: a condition and what it gives. People glue them (`90%以上20分85%以上10分`), put the tier first (`优秀95以上`)
 * or last (`90分以上为优秀`), and join several conditions with commas to one award. Every item ends in exactly one clause.
 */
import type { Clause } from './clause';
import type { Item, ItemOf } from './item';
import { itemsOf } from './items';
import { lastIndexWhere, lastWhere } from './last';
import type { NormalisedText } from './normalise';
import type { Amount, Award } from './rule';

/** A run of items that belong together, and how its clauses are built. */
type Order = 'condition-first' | 'award-first' | 'label-first';

interface Draft {
  readonly items: Item[];
  readonly order: Order;
}

const isLabel = (item: Item): boolean =>
  (item.kind === 'tier' && !item.led) || item.kind === 'level' || (item.kind === 'marker' && item.letter);
const isAwardish = (item: Item): boolean => item.kind === 'award' || item.kind === 'tier';
const isPoints = (item: Item): item is ItemOf<'number'> =>
  item.kind === 'number' && (item.quantity.unit === '分' || item.quantity.unit === null) && !item.ordinal;
const isMeasured = (item: Item): boolean => item.kind === 'interval' || item.kind === 'number';
const isBreak = (item: Item, ...strengths: string[]): boolean => item.kind === 'break' && strengths.includes(item.strength);
const isContent = (item: Item): boolean => item.kind !== 'break';

/** Which items stand inside a closed pair of brackets: breaks there do not separate. An unclosed bracket encloses nothing. */
function enclosed(items: readonly Item[]): readonly boolean[] {
  const inside = items.map(() => 0);
  const open: number[] = [];
  items.forEach((item, at) => {
    if (isBreak(item, 'open')) open.push(at);
    else if (isBreak(item, 'close') && open.length > 0) {
      const from = open.pop() as number;
      inside[from] = (inside[from] ?? 0) + 1;
      inside[at] = (inside[at] ?? 0) - 1;
    }
  });
  let depth = 0;
  return inside.map((step) => {
    depth += step;
    return depth > 0;
  });
}

/** Splits at hard breaks outside brackets. */
function segments(items: readonly Item[], inside: readonly boolean[]): { readonly items: Item[]; readonly inside: boolean[] }[] {
  const result: { items: Item[]; inside: boolean[] }[] = [{ items: [], inside: [] }];
  items.forEach((item, at) => {
    const last = result[result.length - 1] as { items: Item[]; inside: boolean[] };
    if (isBreak(item, 'hard') && !inside[at]) result.push({ items: [], inside: [] });
    else {
      last.items.push(item);
      last.inside.push(inside[at] ?? false);
    }
  });
  return result.filter((segment) => segment.items.some(isContent));
}

const onlySmallText = (items: readonly Item[]): boolean =>
  items.every((item) => item.kind === 'break' || item.kind === 'marker' || item.kind === 'text');

/** How the clauses of a segment are built, from what opens it and what closes it. */
function orderOf(items: readonly Item[]): Order {
  const firstAt = items.findIndex((item) => item.kind !== 'text' && item.kind !== 'break' && !(item.kind === 'marker' && !item.letter));
  const first = items[firstAt];
  if (!first) return 'condition-first';
  if (isLabel(first) && onlySmallText(items.slice(0, firstAt)) && !(first.kind === 'tier' && textBefore(items, firstAt)))
    return 'label-first';
  if (firstAt === 0 && isPointsList(items)) return 'award-first';
  const rest = items.slice(firstAt + 1);
  const last = lastWhere(items, isContent);
  const opensWithPoints =
    isPoints(first) || (first.kind === 'interval' && first.form === 'range' && (first.unit === '分' || first.unit === null));
  const describes = last?.kind === 'text' && !rest.some(isAwardish) && !rest.some((item) => isMeasured(item) && !isPointLike(item));
  return firstAt === 0 && opensWithPoints && describes && !tailNamesTier(last) ? 'award-first' : 'condition-first';
}

const mostScalePoints = 10;

/** 5分：表现卓越 4分：表现良好: small points, each with a colon behind it, in front of what they are given for. */
function isPointsList(items: readonly Item[]): boolean {
  const numbers = items.filter(isMeasured);
  const pointed = items.filter((item, at) => isPoints(item) && item.quantity.amount.lte(mostScalePoints) && isColon(items[at + 1]));
  return pointed.length >= 2 && pointed.length === numbers.length && !items.some(({ kind }) => kind === 'award');
}

const isColon = (item: Item | undefined): boolean => item !== undefined && isBreak(item, 'colon');

const isPointLike = (item: Item): boolean => isPoints(item) || (item.kind === 'interval' && (item.unit === '分' || item.unit === null));
const textBefore = (items: readonly Item[], at: number): boolean => items.slice(0, at).some((item) => item.kind === 'text');
/** `= Poor performance`, `is STRONG`: a name behind a sign, not a description. */
const tailNamesTier = (item: Item | undefined): boolean => item?.kind === 'text' && /^\s*(?:=|is |was |- ?[A-Z])/.test(item.text);

const namesTier = (items: readonly Item[]): boolean =>
  items.some(isMeasured) && items.some((item, at) => tailNamesTier(item) && Boolean(items[at - 1] && isMeasured(items[at - 1] as Item)));

/** Words that open a piece of their own: limits, notes on steps, statements about the whole row. */
const ownPiece =
  /^(?:最高|最低|最多|至多|最少|至少(?!\d)|上限|下限|封顶|保底|直至|直到|扣完|扣满|扣到|扣至|不超过|不低于|不得低于|不得超过|累计|合计|总分|满分|不满|不足.{0,8}[按计算]|以此类推|依此类推|以下类推|四舍五入|向下取整|向上取整|取整|本项|此项|该项目|不倒扣|不计负分|可得负分|可倒扣|加分|扣分|with a (?:maximum|minimum)|up to a|maximum|minimum|max |capped|not to exceed)/i;

const startsOwnPiece = (items: readonly Item[], at: number): boolean => {
  const next = items[at];
  return (next?.kind === 'text' && ownPiece.test(next.text.trim())) || (next?.kind === 'award' && next.verb === '满分' && false);
};

/** 按完成比例得分: a rule by itself where a bound follows (低于60%不得分); in front of a step it says what is measured. */
const isProportion = (item: Item | undefined): boolean =>
  item?.kind === 'text' &&
  /按.{0,12}(?:比例|百分比|率|实际.{0,6})(?:进行)?(?:计分|得分|计算得分|评分|赋分|给分)$/.test(item.text.slice(-30));

/** Whether the next piece is a bound with an award, not a step. */
function boundsNext(items: readonly Item[], at: number): boolean {
  const [first, second] = [items[at], items[at + 1]];
  return first?.kind === 'interval' || (first?.kind === 'text' && !first.text.includes('每') && second?.kind === 'interval');
}

const capWords =
  /^(?:累计|合计|总计|总|共|单项|本项|该项|此项|全年|年度|每月|当月)*(?:(?:扣分|加分|奖励|奖分|扣减)(?:总[分额]|累计|合计)?|(?:最多|最高|上限|至多|封顶)(?:扣分|加分|得分|为|是)?)$/;

/** 扣分不超过10分 in front of the steps that it bounds. */
function isCap(current: readonly Item[]): boolean {
  const [words, amount, more] = current.filter(isContent);
  return words?.kind === 'text' && capWords.test(words.text.trim()) && amount !== undefined && more === undefined && isPointLike(amount);
}

/** Cuts a condition-first segment behind every award; commas separate once an award is there. */
function cutBehindAwards(items: readonly Item[], inside: readonly boolean[]): Item[][] {
  const clauses: Item[][] = [];
  let current: Item[] = [];
  let awarded = false;
  const close = (): void => {
    if (current.some(isContent)) clauses.push(current);
    current = [];
    awarded = false;
  };
  items.forEach((item, at) => {
    const nested = inside[at] ?? false;
    if (!nested && item.kind === 'marker' && current.some((other) => isContent(other) && other.kind !== 'marker')) close();
    if (!nested && isBreak(item, 'comma') && isProportion(items[at - 1]) && boundsNext(items, at + 1)) return close();
    if (!awarded && !nested && isBreak(item, 'comma') && isCap(current)) return close();
    if (awarded && !nested && isBreak(item, 'comma') && !namesAward(items[at + 1], items[at + 2])) return close();
    if (!nested && isBreak(item, 'comma') && startsOwnPiece(items, at + 1)) return close();
    if (awarded && !nested && !staysWithAward(item, items[at - 1], items[at + 1])) close();
    if (!awarded && item.kind === 'interval' && item.form === 'range' && namesTier(current)) close();
    current.push(item);
    if (!nested && givesAward(item, current, items, at)) awarded = true;
    return undefined;
  });
  close();
  return clauses;
}

/** `…, which indicates an excellent score`, 得10分，即优秀: the same award said again by its name. */
function namesAward(lead: Item | undefined, tier: Item | undefined): boolean {
  return (
    lead?.kind === 'text' &&
    tier?.kind === 'tier' &&
    /^\s*(?:which|meaning|that is|i\.e\.|即|属于?|评为|定为|等级为|视为|为)/.test(lead.text)
  );
}

/** What may follow an award within its clause: brackets, `/次`, a second award of the other sort (优秀，10分). */
function staysWithAward(item: Item, previous: Item | undefined, next: Item | undefined): boolean {
  if (item.kind === 'break') return item.strength !== 'hard';
  if (namesAward(item, next) || (item.kind === 'tier' && item.led && previous?.kind === 'text')) return true;
  if (item.kind === 'text' && previous && isBreak(previous, 'pause')) return true;
  if (item.kind === 'text')
    return (
      !next ||
      /^\s*[:=-]?\s*$/.test(item.text) ||
      /^(?:的|者|为止|时|\/)/.test(item.text) ||
      (next.kind === 'break' && /^(?:每|\/|per |for |if |from |when )/.test(item.text.trim()) && next.strength !== 'pause')
    );
  const before =
    previous && (isAwardish(previous) || isPoints(previous) || (previous.kind === 'text' && /^(?:的|者|的者)$/.test(previous.text.trim())));
  return Boolean(before && isAwardish(item) && previous.kind !== item.kind && (item.kind !== 'tier' || item.led));
}

/** A condition stands near what it gives; looking no further keeps the time linear. */
const nearItems = 40;

/** 系数1.2, 比例10%: a number that is named as something else is no points. */
const namedOtherwise = (before: Item | undefined): boolean =>
  before?.kind === 'text' && /(?:系数|权数|权重|比例|倍率|倍数|奖金|工资)(?:为|是|:|=|按|取)?\s*$/.test(before.text.slice(-8));

/** Whether this item gives something: an award, a tier behind its condition, or bare points behind a condition. */
function givesAward(item: Item, current: readonly Item[], items: readonly Item[], at: number): boolean {
  if (item.kind === 'award' || (item.kind === 'tier' && item.led)) return true;
  if (item.kind !== 'tier' && (!isPoints(item) || namedOtherwise(items[at - 1]))) return false;
  const conditioned = current
    .slice(-nearItems, -1)
    .some((other) => isMeasured(other) || (other.kind === 'text' && /[\p{L}\d]/u.test(other.text)) || other.kind === 'level');
  if (item.kind === 'tier') return item.led || conditioned;
  if (!isPoints(item) || !conditioned) return false;
  const next = items[at + 1];
  const measured = current.slice(-nearItems, -1).some(isMeasured);
  const closes = !next || next.kind === 'break' || next.kind === 'marker';
  if (item.quantity.unit === null) return measured ? closes || next.kind !== 'text' : closes;
  return !(next?.kind === 'text' && /^(?:[的钟内]|为|是|者)/.test(next.text)) && !(next && isBreak(next, 'pause') && !measured);
}

/** A second award behind a comma belongs to something else (优秀得10分，未完成扣2分). */
function givesAgain(current: readonly Item[], items: readonly Item[], at: number): boolean {
  if (!current.some((item) => item.kind === 'award')) return false;
  for (const item of items.slice(at, at + 12)) {
    if (isLabel(item)) return false;
    if (item.kind === 'award') return true;
  }
  return false;
}

/** Cuts before every label (or before every points item in award-first segments), and where a piece starts its own statement. */
function cutBefore(items: readonly Item[], inside: readonly boolean[], opens: (item: Item, at: number) => boolean): Item[][] {
  const clauses: Item[][] = [];
  let current: Item[] = [];
  items.forEach((item, at) => {
    const nested = inside[at] ?? false;
    const marked = current.every((other) => other.kind === 'marker' || !isContent(other));
    const starts = !nested && opens(item, at) && !marked;
    const own = !nested && isBreak(item, 'comma') && (startsOwnPiece(items, at + 1) || givesAgain(current, items, at + 1));
    if (starts || own) {
      if (current.some(isContent)) clauses.push(current);
      current = [];
    }
    if (!own) current.push(item);
  });
  if (current.some(isContent)) clauses.push(current);
  return clauses;
}

function draftsOf(items: readonly Item[], inside: readonly boolean[]): Draft[] {
  const order = orderOf(items);
  const firstLabel = items.find(isLabel)?.kind;
  const cut =
    order === 'condition-first'
      ? cutBehindAwards(items, inside)
      : cutBefore(items, inside, (item) =>
          order === 'label-first' ? isLabel(item) && (item.kind === firstLabel || item.kind === 'marker') : isPointLike(item),
        );
  return cut.flatMap(splitFullMarks).map((clause) => ({ items: clause, order }));
}

/** …5分以下(满分15分): the full marks in brackets behind are a statement of their own. */
function splitFullMarks(items: Item[]): Item[][] {
  const at = items.findIndex(
    (item, index) => isBreak(item, 'open') && items[index + 1]?.kind === 'award' && (items[index + 1] as ItemOf<'award'>).verb === '满分',
  );
  const close = items[at + 2];
  if (at <= 0 || !close || !isBreak(close, 'close')) return [items];
  return [[...items.slice(0, at), ...items.slice(at + 3)], items.slice(at + 1, at + 2)];
}

/** A letter in front of a clause that ends in its own award (A、1分钟内回复得10分) is a marker; before points it is the label. */
function splitLead(items: readonly Item[]): {
  readonly marker: ItemOf<'marker'> | null;
  readonly label: Item | null;
  readonly rest: readonly Item[];
} {
  let at = 0;
  let marker: ItemOf<'marker'> | null = null;
  let label: Item | null = null;
  while (at < items.length) {
    const item = items[at] as Item;
    if (item.kind === 'marker') marker = item;
    else if (isLabel(item) && !label) label = item;
    else if (item.kind !== 'break') break;
    else if (isBreak(item, 'open')) break;
    at += 1;
  }
  return { marker, label, rest: items.slice(at) };
}

interface Found {
  readonly award: Award | null;
  /** Items that make the award up. */
  readonly used: readonly Item[];
}

const pointsOf = (item: ItemOf<'number'>): Amount => ({ mode: 'set', low: item.quantity.amount, high: item.quantity.amount, of: 'points' });

function rangeAmount(item: ItemOf<'interval'>): Amount | null {
  const { low, high } = item.interval;
  if (!high || !(item.unit === '分' || item.unit === null)) return null;
  const from = low?.at ?? high.at.minus(high.at);
  return { mode: 'set', low: from, high: high.at, of: 'points' };
}

/** The award of a clause: the last that a word marks, else bare points behind the condition (or in front of a description). */
function findAward(items: readonly Item[], order: Order, labelled: boolean): Found {
  const explicit = lastWhere(items, (item): item is ItemOf<'award'> => item.kind === 'award');
  const tier = lastWhere(items, (item): item is ItemOf<'tier'> => item.kind === 'tier');
  if (explicit) return { award: { tier: tier?.tier ?? null, amount: explicit.amount }, used: tier ? [explicit, tier] : [explicit] };
  const bare = barePoints(items, order, labelled, tier);
  if (tier) return { award: { tier: tier.tier, amount: bare ? pointsAmount(bare) : null }, used: bare ? [tier, bare] : [tier] };
  return bare ? { award: { tier: null, amount: pointsAmount(bare) }, used: [bare] } : { award: null, used: [] };
}

function pointsAmount(item: Item): Amount | null {
  if (item.kind === 'number') return pointsOf(item);
  return item.kind === 'interval' ? rangeAmount(item) : null;
}

function barePoints(items: readonly Item[], order: Order, labelled: boolean, tier: ItemOf<'tier'> | undefined): Item | null {
  const measured = items.filter(isMeasured);
  if (order === 'award-first') return measured.find(isPointLike) ?? null;
  const points = measured.filter((item): item is ItemOf<'number'> => isPoints(item) && !namedOtherwise(items[items.indexOf(item) - 1]));
  if (labelled) {
    if (points.length > 0) return points.length < measured.length || points.length === 1 ? (points[0] ?? null) : null;
    return measured.length === 1 && measured[0]?.kind === 'interval' && measured[0].unit === '分' && measured[0].form !== 'compared'
      ? measured[0]
      : null;
  }
  const last = measured[measured.length - 1];
  if (!last || (tier && measured.length < 2)) return null;
  if (tier && items.indexOf(tier) > items.indexOf(last) && !commaBetween(items, last, tier)) return null;
  const [first] = measured;
  if (
    first &&
    measured.length === 2 &&
    isPoints(first) &&
    first.quantity.unit === null &&
    last.kind === 'interval' &&
    !items.some((item) => item.kind === 'text')
  )
    return first;
  if (namedOtherwise(items[items.indexOf(last) - 1])) return null;
  if (isPoints(last)) return measured.length > 1 || textBefore(items, items.indexOf(last)) ? last : null;
  const ranged = last.kind === 'interval' && last.form === 'range' && last.unit === '分' && measured.length > 1;
  return ranged ? last : null;
}

/** `… is 3, which indicates an excellent score`: the points stand apart from the tier that names them. */
const commaBetween = (items: readonly Item[], a: Item, b: Item): boolean =>
  items.slice(items.indexOf(a), items.indexOf(b)).some((item) => isBreak(item, 'comma'));

function slice(text: string, items: readonly Item[]): string {
  const first = items[0];
  const last = items[items.length - 1];
  return first && last ? text.slice(first.start, last.end).trim() : '';
}

/** The words of a piece without the items of the award, wherever that stands. */
function wordsOf(text: string, piece: readonly Item[], used: readonly Item[]): string {
  const runs: Item[][] = [[]];
  for (const item of piece) {
    if (used.includes(item)) runs.push([]);
    else runs[runs.length - 1]?.push(item);
  }
  return runs
    .map((run) => condense(slice(text, run)))
    .filter((words) => words !== '')
    .join(' ');
}

/** Comma-separated pieces as items; commas inside brackets do not separate. */
function piecesOf(items: readonly Item[]): Item[][] {
  const pieces: Item[][] = [[]];
  let depth = 0;
  for (const item of items) {
    if (isBreak(item, 'open')) depth += 1;
    if (isBreak(item, 'close')) depth -= 1;
    if (isBreak(item, 'comma') && depth <= 0) pieces.push([]);
    else pieces[pieces.length - 1]?.push(item);
  }
  return pieces.filter((piece) => piece.some(isContent));
}

function trimBreaks(items: readonly Item[]): readonly Item[] {
  const content = items.findIndex((item) => isContent(item) || isBreak(item, 'open'));
  const last = lastIndexWhere(items, (item) => isContent(item) || isBreak(item, 'close'));
  return content < 0 ? [] : items.slice(content, last + 1);
}

/** Longer than any sentence: not worth trimming, and patterns that look back from the end would cost time. */
const longestWords = 2000;

/** Words between brackets and signs only: what stands around an award without meaning. */
const condense = (text: string): string =>
  text.length > longestWords ? text : text.replace(/^[\s,，、:;；=→)-]+|[\s,，、:;；=→(]+$/g, '').replace(/^\((.*)\)$/, '$1');

function clauseOf(draft: Draft, normalised: NormalisedText): Clause {
  const { text } = normalised;
  const items = trimBreaks(draft.items);
  const { marker, label, rest } = splitLead(items);
  const { award, used } = findAward(rest, draft.order, label !== null || (marker?.letter === true && draft.order === 'label-first'));
  const start = items[0]?.start ?? 0;
  const end = items[items.length - 1]?.end ?? start;
  const firstUsed = rest.findIndex((item) => used.includes(item));
  const lastUsed = lastIndexWhere(rest, (item) => used.includes(item));
  const front = firstUsed < 0 ? rest : rest.slice(0, firstUsed);
  const back = firstUsed < 0 ? [] : rest.slice(lastUsed + 1);
  const awardFirst = firstUsed >= 0 && !front.some(isContent);
  const conditionItems = awardFirst ? back : front;
  const pieces = piecesOf(rest);
  const bearing = lastWhere(
    pieces,
    (piece) => piece.some((item) => used.includes(item)) && piece.some((item) => isContent(item) && !used.includes(item)),
  );
  return {
    text: text.slice(start, end),
    start,
    end,
    span: normalised.toOriginal({ start, end }),
    pieces: pieces.map((piece) => wordsOf(text, piece, used)).filter((piece) => piece !== ''),
    marker: marker?.marker ?? null,
    award,
    order: award === null ? 'none' : awardFirst ? 'award-first' : draft.order,
    label,
    items: rest.filter((item) => !used.includes(item)),
    lastPiece: (bearing ?? pieces[pieces.length - 1] ?? []).filter((item) => !used.includes(item)),
    condition: condense(slice(text, conditionItems)),
    tail: awardFirst ? '' : condense(slice(text, back)),
    awardText: slice(
      text,
      rest.filter((item) => used.includes(item)),
    ),
  };
}

/** Cuts a normalised text into its clauses, in order. Never throws; linear in the length of the text. */
export function clausesOf(normalised: NormalisedText): readonly Clause[] {
  const items = itemsOf(normalised.text);
  const inside = enclosed(items);
  return segments(items, inside)
    .flatMap((segment) => draftsOf(segment.items, segment.inside))
    .map((draft) => clauseOf(draft, normalised));
}
