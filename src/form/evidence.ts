/** Evidence for and against a table being a review form. Weights add up to a confidence between 0 and 1. */
import Decimal from 'decimal.js';
import { isTierName } from './levelWords';
import { headerWords, isTickHeader, judgePattern } from './headerVocabulary';
import { printedFormulas } from './notes';
import { isMark, type Part } from './part';
import { plainText, withoutBrackets } from './plainText';
import { cellNumber, type SheetCell } from './sheet';
import { totalLabel } from './totalWords';
import { weightText } from './weights';
import type { CellText, ColumnRole, Evidence, Field, Form, Indicator, TotalCell } from './types';

/** At this confidence and above the product acts; below it asks "is this a form?". */
export const askBelow = 0.5;
/** Tables below this are not mentioned at all. */
export const mentionFrom = 0.38;

export interface Candidate {
  readonly parts: readonly Part[];
  readonly indicators: readonly Indicator[];
  readonly totals: readonly TotalCell[];
  readonly fields: readonly Field[];
  readonly notes: readonly CellText[];
  /** Lines of a rating scale above the table. */
  readonly legend: number;
  /** The title and the headings of parts. */
  readonly titles: readonly string[];
}

const reviewWords =
  /考核|评分|考评|绩效|评价表|打分|测评|评估表|评审|评比|rubric|assessment|evaluation|appraisal|performance review|judging|scor(?:e|ing) ?(?:sheet|card|form|guide)|grading|marking (?:sheet|scheme|guide)|criteria/i;
const personWords = /姓名|被?考核|岗位|职位|职务|评分人|评价人|^name|employee|position|student|judge|reviewer/i;
const ruleWords = /\d\s*分|扣|优秀|良好|合格|以上|以下|低于|不超过|达到|不得分|满分|\bpoints?\b|\bmarks?\b|deduct/i;

/** Header words of lists that are no forms. One is a hint, two decide. */
const otherLists: readonly RegExp[] = [
  /单价|金额|总价|价格|报价|成本|费用合计|税|折扣|库存|数量|规格|型号|品名|货号|供应商|采购|销量|销售额|毛利|收入|支出|余额|付款|发票|\b(?:price|cost|amount|qty|quantity|stock|discount|revenue|total sales|unit price|invoice|vendor|supplier|sku|budget|balance|paid|order(?: ?id| date)?|product ?(?:id|name)?|inventory|usd|eur)\b|[$€￥]/i,
  /风险|隐患|危险源|可能性|严重[度性]|发生[度率]|探测度|危害|后果|应对措施|概率|\b(?:risk|likelihood|severity|probability|impact|hazard|mitigation|rpn|exposure)\b/i,
  /学号|准考证|语文|数学|英语|物理|化学|生物|历史|地理|政治|体育|\b(?:student ?id|math(?:s|ematics)?|english|physics|chemistry|biology|history|gpa|midterm|homework ?\d*|quiz ?\d*|exam ?\d*|test ?\d+|attendance)\b/i,
  /电话|手机|邮箱|地址|身份证|出生|籍贯|入职日期|\b(?:phone|e-?mail|address|url|link|website|contact|birth|zip|city|country)\b/i,
  /文件编号|文件名称|版本|受控|保管|收集人|登记|借阅|经办|存放|领用|资产|设备编号|\b(?:version|revision|doc(?:ument)? (?:no|id|name)|file|asset|serial|location|owner|assignee|ticket|issue id|test case|bug)\b/i,
  /^日期$|时间戳|开始时间|结束时间|\b(?:date|timestamp|time|start|end|created|updated|due|year|month|day|week|sprint|days)\b/i,
  /\b(?:win|wins|loss(?:es)?|draws?|played|goals? for|team stats|w|l|d|pts per game|rmse|mse|mae|accuracy|f1|precision|recall|auc|epoch|baseline|p-value|mean|std|dev)\b|准确率\(|召回率|均方/i,
];

/** Place of the risk words in `otherLists`: risk registers weigh and score too, so one word of theirs weighs more. */
const riskList = 1;

const proof = (code: string, weight: number, details: Readonly<Record<string, string>> = {}): Evidence => ({ code, weight, details });

const scoringRoles: readonly ColumnRole[] = ['score', 'self', 'supervisor', 'reviewer', 'grade', 'deduction', 'weighted'];

/** Strengths of the header words whose columns play a role; each role counts once. */
function headerStrength(parts: readonly Part[]): number {
  const strengths = new Map<ColumnRole, number>();
  for (const part of parts) {
    const used = new Set([...part.columns.byRole.values(), ...part.columns.entries.map((entry) => entry.column)]);
    for (const cell of part.table.header.cells.filter((there) => used.has(there.column))) {
      const best = [...cell.words].sort((x, y) => y.strength - x.strength)[0];
      if (best) strengths.set(best.role, Math.max(strengths.get(best.role) ?? 0, best.strength));
    }
  }
  return [...strengths.values()].reduce((before, value) => before + value, 0);
}

function headerEvidence(parts: readonly Part[]): Evidence[] {
  const strength = headerStrength(parts);
  const rated = parts
    .flatMap((part) => part.columns.entries)
    .filter((entry) => ['self', 'supervisor', 'reviewer'].includes(entry.role) && entry.rater !== 'single');
  const raters = new Set(rated.map((entry) => entry.rater));
  const judges = parts.flatMap((part) => part.columns.entries).filter((entry) => judgePattern.test(plainText(entry.header))).length;
  return [
    proof('header-words', Math.min(0.45, strength * 0.05), { strength: String(strength) }),
    ...(raters.size > 0 ? [proof('raters', Math.min(0.3, raters.size * 0.12), { count: String(raters.size) })] : []),
    ...(judges >= 2 ? [proof('judges', 0.2, { count: String(judges) })] : []),
  ];
}

const scaleInHeader = /[(（]\s*\d\s*[-–~至到]\s*\d{1,3}\s*分?\s*[)）]|\/ ?\d{1,3}$|百分制/;
const legendLine = /^\d{1,3}\s*(?:分)?\s*[-–—=:：.、]+\s*\S/;

/** A scale stated in a header (`Rating (1-5)`), or spelled out above the table (`0 -- not attempted`). */
function scaleEvidence(candidate: Candidate): Evidence[] {
  const headers = candidate.parts.flatMap((part) => part.table.header.cells);
  const found = headers.some((cell) => scaleInHeader.test(cell.plain)) ? [proof('scale-in-header', 0.12)] : [];
  return candidate.legend >= 3 ? [...found, proof('rating-scale', 0.15, { count: String(candidate.legend) })] : found;
}

/** Lines of a rating scale among cells: `4 -- complete`, or a number beside a tier's name. */
export function legendLines(rows: readonly (readonly SheetCell[])[]): number {
  const paired = (cells: readonly SheetCell[]): boolean =>
    cells.length >= 2 &&
    cells.length <= 3 &&
    /^\d{1,3}(?:\s*[-–~]\s*\d{1,3})?分?$/.test(cells[0]?.plain ?? '') &&
    isTierName(cells[1]?.plain ?? '');
  return rows.filter((cells) => paired(cells) || (cells.length === 1 && legendLine.test(cells[0]?.plain ?? ''))).length;
}

/** Points beside a column that is only ticked off. */
function checklistEvidence(candidate: Candidate): Evidence[] {
  const ticked = candidate.parts.some((part) => part.columns.entries.some((entry) => isTickHeader(entry.header)));
  return ticked && candidate.indicators.filter((indicator) => indicator.fullMarks).length >= 2 ? [proof('checklist', 0.15)] : [];
}

function tickEvidence(candidate: Candidate): Evidence[] {
  const ticks = candidate.parts.flatMap((part) =>
    part.units.flatMap(({ top }) =>
      part.columns.levels.filter((level) => {
        const cell = part.table.sheet.cell(top, level.cell.column);
        return cell !== undefined && isMark(cell);
      }),
    ),
  ).length;
  return ticks >= 2 ? [proof('ticks', 0.2, { count: String(ticks) })] : [];
}

/** Levels as columns, told by tier words or by points in order, with texts that describe them. */
function levelEvidence(candidate: Candidate): Evidence[] {
  const levels = candidate.parts.flatMap((part) => part.columns.levels);
  if (levels.length === 0) return [];
  const strong = levels.filter((level) => level.name.kind === 'strong').length;
  const pointed = levels.filter((level) => level.name.points !== null).length;
  const texts = candidate.indicators.flatMap((indicator) => indicator.levelTexts.flatMap((text) => text?.text ?? []));
  const described = texts.length >= candidate.indicators.length * 1.5;
  return [
    proof('level-columns', strong >= 2 ? 0.3 : 0.15, { count: String(levels.length) }),
    ...(pointed >= 3 ? [proof('level-points', 0.1)] : []),
    ...(described ? [proof('level-texts', 0.15, { count: String(texts.length) })] : []),
  ];
}

const sum = (numbers: readonly Decimal[]): Decimal => numbers.reduce((total, value) => total.plus(value), new Decimal(0));

function weightSum(indicators: readonly Indicator[]): Evidence[] {
  const weights = indicators.flatMap((indicator) => indicator.weight ?? []);
  if (weights.length < 2) return [];
  const total = sum(weights);
  const whole = [1, 2].some((target) => total.minus(target).abs().lte(0.011));
  const near = total.gt(0.5) && total.lt(1.6);
  return [proof(whole ? 'weights-add-up' : 'weights', whole ? 0.25 : near ? 0.12 : 0.05, { sum: total.toString() })];
}

/** Points add up to a round number, without bonus rows, or are at least the kind of numbers that points are. */
function pointSum(indicators: readonly Indicator[]): Evidence[] {
  const normal = indicators.filter((indicator) => indicator.kind === 'normal').flatMap((indicator) => indicator.fullMarks ?? []);
  if (normal.length < 2) return [];
  const total = sum(normal);
  const hundred = [10, 20, 50, 100, 120, 150, 200].some((target) => total.eq(target));
  const round = normal.length >= 4 && total.mod(5).isZero() && total.lte(500);
  const plausible = normal.every((mark) => mark.gt(0) && mark.lte(100)) && total.lte(600);
  if (!plausible) return [proof('points', -0.15, { sum: total.toString() })];
  return [proof(hundred ? 'points-add-up' : 'points', hundred ? 0.25 : round ? 0.18 : 0.12, { sum: total.toString() })];
}

/** Scores typed beside points never exceed them. */
function scoresWithinMarks(candidate: Candidate): Evidence[] {
  const sheet = candidate.parts[0]?.table.sheet;
  const pairs = candidate.indicators.flatMap((indicator) => {
    if (!sheet || !indicator.fullMarks) return [];
    return indicator.entries.flatMap((entry) => {
      const value = entry.role === 'score' ? cellNumber(sheet.cell(entry.row, entry.column)) : null;
      return value ? [value.gte(0) && value.lte(indicator.fullMarks!)] : [];
    });
  });
  if (pairs.length < 3) return [];
  const held = pairs.filter(Boolean).length;
  return held >= pairs.length * 0.9 ? [proof('scores-within-points', 0.2, { count: String(held) })] : [];
}

/** Points written as such in every row (`20分`, `5 pts`). */
function writtenPoints(candidate: Candidate): Evidence[] {
  const cells = candidate.indicators.flatMap((indicator) =>
    indicator.fullMarksCell
      ? (candidate.parts[0]?.table.sheet.cell(indicator.fullMarksCell.row, indicator.fullMarksCell.column) ?? [])
      : [],
  );
  const written = cells.filter((cell) => weightText(cell)?.kind === 'points').length;
  return written >= 3 && written >= cells.length * 0.7 ? [proof('points-written', 0.12, { count: String(written) })] : [];
}

/** A total of points that is the sum of the points above it. */
function sumEvidence(candidate: Candidate): Evidence[] {
  const marks = candidate.indicators.flatMap((indicator) => indicator.fullMarks ?? []);
  if (marks.length < 3) return [];
  const whole = sum(marks);
  const held = candidate.totals.some((total) => {
    const sheet = candidate.parts[0]?.table.sheet;
    const value = total.role === 'full-marks' ? weightText(sheet?.cell(total.row, total.column))?.value : null;
    return value?.eq(whole) ?? false;
  });
  return held ? [proof('points-summed', 0.15, { sum: whole.toString() })] : [];
}

function totalEvidence(candidate: Candidate): Evidence[] {
  const scored = candidate.totals.filter((total) => total.role !== 'full-marks');
  const labelled = scored.filter((total) => total.labelCell !== null);
  if (labelled.length > 0) return [proof('totals', 0.12, { count: String(labelled.length) })];
  return candidate.totals.length > 0 ? [proof('totals', 0.06, { count: String(candidate.totals.length) })] : [];
}

function titleEvidence(titles: readonly string[], sheetName: string): Evidence[] {
  const title = titles.find((text) => reviewWords.test(text));
  if (title !== undefined) return [proof('title', 0.2, { text: title.slice(0, 60) })];
  return reviewWords.test(sheetName) ? [proof('sheet-name', 0.15, { text: sheetName })] : [];
}

/** Names that are sentences to be judged, as in checklists: `Is the app usable?`. */
function nameEvidence(indicators: readonly Indicator[]): Evidence[] {
  const long = indicators.filter(({ name }) =>
    /[\u4e00-\u9fff]/.test(name) ? [...name].length >= 9 : name.split(/\s+/).length >= 5,
  ).length;
  return indicators.length >= 3 && long >= indicators.length * 0.6 ? [proof('sentences', 0.1, { count: String(long) })] : [];
}

function textEvidence(candidate: Candidate): Evidence[] {
  const found: Evidence[] = [];
  if (candidate.fields.some((field) => personWords.test(plainText(field.label)))) found.push(proof('fields', 0.1));
  const criteria = candidate.indicators.flatMap((indicator) => indicator.criteria?.text ?? []);
  const rules = criteria.filter((text) => ruleWords.test(text)).length;
  if (criteria.length > 0 && rules >= criteria.length * 0.4) found.push(proof('criteria-texts', 0.2, { count: String(rules) }));
  const computed = new Set(candidate.notes.flatMap((note) => printedFormulas(note.text).flatMap((formula) => formula.left ?? [])));
  const printed =
    candidate.parts.some((part) => part.table.header.cells.some((cell) => computed.has(withoutBrackets(cell.plain)))) ||
    [...computed].some((left) => totalLabel(left) !== null);
  if (printed) found.push(proof('printed-formula', 0.25));
  if (candidate.parts.some((part) => part.columns.byRole.has('rank') && part.columns.byRole.has('result')))
    found.push(proof('ranking', 0.1));
  if (candidate.parts.some((part) => part.table.header.cells.some((cell) => /\brubric\b|评分标准|考核标准/.test(cell.plain))))
    found.push(proof('rubric-header', 0.1));
  return found;
}

function otherListEvidence(parts: readonly Part[]): Evidence[] {
  const cells = parts.flatMap((part) => part.table.header.cells);
  const hits = otherLists.map((pattern) => cells.filter((cell) => pattern.test(cell.plain)).length);
  const total = hits.reduce((all, count) => all + count, 0);
  const risky = (hits[riskList] ?? 0) > 0 ? 0.2 : 0;
  return total === 0 ? [] : [proof('other-list', -Math.min(0.8, total * 0.25 + risky), { count: String(total) })];
}

/** Numbers under most levels of a row count answers or people: a cross table. */
function countEvidence(candidate: Candidate): Evidence[] {
  const counting = candidate.parts.filter((part) => {
    const numbers = part.units.map(
      ({ top }) => part.columns.levels.filter((level) => cellNumber(part.table.sheet.cell(top, level.cell.column)) !== null).length,
    );
    return part.columns.levels.length > 0 && numbers.filter((count) => count >= 2).length > part.units.length / 2;
  });
  return counting.length > 0 ? [proof('counts-under-levels', -0.5)] : [];
}

/** Header words that come again and again name the columns of a matrix, not of a form. */
function repeatEvidence(parts: readonly Part[]): Evidence[] {
  const texts = parts
    .slice(0, 1)
    .flatMap((part) => part.table.header.cells.map((cell) => cell.plain))
    .filter((text) => text !== '');
  const most = Math.max(0, ...texts.map((text) => texts.filter((other) => other === text).length));
  return most >= 3 ? [proof('repeated-headers', -0.4, { count: String(most) })] : [];
}

const scoringWords: ReadonlySet<ColumnRole> = new Set([
  'weight',
  'fullMarks',
  'score',
  'self',
  'supervisor',
  'reviewer',
  'result',
  'weighted',
  'grade',
]);

const codeLike = /^[A-Za-z]{1,5}[-_. ]?\d[\w.-]*$|^\d+$|^[A-Z]{2,6}$/;

function rowEvidence(candidate: Candidate): Evidence[] {
  const { indicators } = candidate;
  const found: Evidence[] = [];
  const names = indicators.map((indicator) => indicator.name);
  if (names.filter((name) => codeLike.test(name)).length > names.length * 0.4) found.push(proof('codes-for-names', -0.4));
  if (
    names.filter((name) => isTierName(plainText(name)) || /^[\d.\s~\-–—≥≤<>%分以上下及]+$/.test(name)).length >=
    Math.max(2, names.length * 0.5)
  )
    found.push(proof('scale-table', -0.8));
  const roleNames = names.filter((name) =>
    headerWords(plainText(name)).some((entry) => scoringWords.has(entry.role) && entry.strength >= 2),
  ).length;
  if (roleNames >= Math.max(2, names.length * 0.5)) found.push(proof('roles-for-names', -0.5));
  if (indicators.length === 1) found.push(proof('one-row', -0.1));
  if (indicators.length > 120) found.push(proof('many-rows', -0.3, { count: String(indicators.length) }));
  return found;
}

/** Nothing to enter and nothing to weigh: a list. */
function substanceEvidence(candidate: Candidate): Evidence[] {
  const { parts, indicators } = candidate;
  const used = new Set(parts.flatMap((part) => [...part.columns.byRole.keys()]));
  const scored =
    scoringRoles.some((role) => used.has(role)) ||
    parts.some((part) => part.columns.levels.length > 0) ||
    indicators.some((indicator) => indicator.entries.length > 0);
  const measured = indicators.some((indicator) => indicator.weight ?? indicator.fullMarks ?? indicator.importance);
  const found: Evidence[] = [];
  if (!scored && !measured) found.push(proof('nothing-to-score', -0.5));
  const reviewed = candidate.titles.some((title) => reviewWords.test(title));
  if (!measured && !candidate.parts.some((part) => part.columns.levels.length > 0 || part.columns.byRole.has('criteria')))
    found.push(proof('nothing-to-weigh', reviewed ? -0.05 : -0.15));
  const pointed = indicators.some((indicator) => indicator.fullMarks !== null);
  if (measured && !scored && !pointed && !reviewed) found.push(proof('nothing-to-enter', -0.15));
  if (measured && scored) found.push(proof('scored-and-weighed', 0.1));
  return found;
}

/** Names of people with columns of numbers and nobody who rates: a mark list. */
function personEvidence(candidate: Candidate): Evidence[] {
  const heads = candidate.parts.flatMap((part) => {
    const column = part.columns.byRole.get('indicator');
    return part.table.header.cells.filter((cell) => cell.column === column);
  });
  const people = heads.some((cell) =>
    /^(?:姓名|名称|单位|部门|人员|分部|班组|门店|小组|组别|name|student|employee|team|candidate)$/.test(cell.plain),
  );
  if (!people) return [];
  const raters = candidate.parts
    .flatMap((part) => part.columns.entries)
    .filter((entry) => ['self', 'supervisor', 'reviewer'].includes(entry.role)).length;
  const reviewed = candidate.titles.some((title) => reviewWords.test(title));
  return raters >= 2 || reviewed ? [] : [proof('list-of-people', -0.3)];
}

/** All evidence for one candidate. */
export function evidenceFor(candidate: Candidate, sheetName: string): readonly Evidence[] {
  return [
    ...headerEvidence(candidate.parts),
    ...levelEvidence(candidate),
    ...tickEvidence(candidate),
    ...checklistEvidence(candidate),
    ...scaleEvidence(candidate),
    ...weightSum(candidate.indicators),
    ...pointSum(candidate.indicators),
    ...scoresWithinMarks(candidate),
    ...totalEvidence(candidate),
    ...sumEvidence(candidate),
    ...writtenPoints(candidate),
    ...titleEvidence(candidate.titles, sheetName),
    ...nameEvidence(candidate.indicators),
    ...textEvidence(candidate),
    ...substanceEvidence(candidate),
    ...otherListEvidence(candidate.parts),
    ...countEvidence(candidate),
    ...repeatEvidence(candidate.parts),
    ...rowEvidence(candidate),
    ...personEvidence(candidate),
  ];
}

/** What stands around a transposed form. */
export function transposedEvidence(
  indicators: readonly Indicator[],
  title: string | null,
  fields: readonly Field[],
  sheetName: string,
): readonly Evidence[] {
  return [
    ...titleEvidence(title === null ? [] : [title], sheetName),
    ...(fields.some((field) => personWords.test(plainText(field.label))) ? [proof('fields', 0.1)] : []),
    ...(indicators.filter((indicator) => codeLike.test(indicator.name)).length > indicators.length * 0.4
      ? [proof('codes-for-names', -0.4)]
      : []),
  ];
}

/** Names of a table's rows that are rows of forms on other sheets; null where fewer than 60 % are. */
export function sharedNames(form: Form, others: readonly Form[]): Evidence | null {
  const names = new Set(others.flatMap((other) => other.indicators.map((indicator) => plainText(indicator.name))));
  const shared = form.indicators.filter((indicator) => names.has(plainText(indicator.name))).length;
  return shared >= 2 && shared >= form.indicators.length * 0.6 ? proof('shared-names', 0.35, { count: String(shared) }) : null;
}

/** Sum of the evidence, held between 0 and 1 and rounded to three digits. */
export function confidenceOf(evidence: readonly Evidence[]): number {
  const total = evidence.reduce((before, { weight }) => before + weight, 0);
  return Math.round(Math.min(1, Math.max(0, total)) * 1000) / 1000;
}
