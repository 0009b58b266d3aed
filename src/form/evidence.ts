/** Evidence for and against a table being a review form. Weights add up to a confidence between 0 and 1. */
import Decimal from 'decimal.js';
import { isTierName } from './levelWords';
import type { Part } from './part';
import { roleCell } from './part';
import { plainText } from './plainText';
import { isText } from './sheet';
import type { ColumnRole, Evidence, Field, Indicator, TotalCell } from './types';

/** At this confidence and above the product acts; below it asks "is this a form?". */
export const askBelow = 0.6;
/** Tables below this are not mentioned at all. */
export const mentionFrom = 0.4;

export interface Candidate {
  readonly parts: readonly Part[];
  readonly indicators: readonly Indicator[];
  readonly totals: readonly TotalCell[];
  readonly fields: readonly Field[];
  readonly title: string | null;
  readonly notes: readonly string[];
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
  /\b(?:win|wins|loss(?:es)?|draws?|played|goals? for|team stats|w|l|d|pts per game|rmse|mse|mae|accuracy|f1|precision|recall|auc|epoch|baseline|p-value|mean|std|dev|n)\b|准确率\(|召回率|均方/i,
];

const proof = (code: string, weight: number, details: Readonly<Record<string, string>> = {}): Evidence => ({ code, weight, details });

const scoringRoles: readonly ColumnRole[] = ['score', 'self', 'supervisor', 'reviewer', 'grade', 'deduction', 'weighted'];

function headerEvidence(parts: readonly Part[]): Evidence[] {
  const roles = new Map<ColumnRole, number>();
  const raters = new Set<string>();
  let strength = 0;
  for (const part of parts) {
    for (const cell of part.table.header.cells)
      for (const entry of cell.words.slice(0, 1)) roles.set(entry.role, Math.max(roles.get(entry.role) ?? 0, entry.strength));
    for (const entry of part.columns.entries)
      if (entry.rater !== 'single' && ['self', 'supervisor', 'reviewer'].includes(entry.role)) raters.add(entry.rater);
  }
  const used = new Set(parts.flatMap((part) => [...part.columns.byRole.keys()]));
  for (const [role, value] of roles) if (used.has(role)) strength += value;
  const found: Evidence[] = [proof('header-words', Math.min(0.45, strength * 0.045), { strength: String(strength) })];
  if (raters.size > 0) found.push(proof('raters', Math.min(0.3, raters.size * 0.12), { count: String(raters.size) }));
  return found;
}

function levelEvidence(parts: readonly Part[]): Evidence[] {
  const levels = parts.flatMap((part) => part.columns.levels);
  const strong = levels.filter((level) => level.name.kind === 'strong').length;
  if (levels.length === 0) return [];
  return [proof('level-columns', strong >= 2 ? 0.3 : 0.15, { count: String(levels.length) })];
}

const sum = (numbers: readonly Decimal[]): Decimal => numbers.reduce((total, value) => total.plus(value), new Decimal(0));

function weightEvidence(indicators: readonly Indicator[]): Evidence[] {
  const weights = indicators.flatMap((indicator) => indicator.weight ?? []);
  const marks = indicators.flatMap((indicator) => indicator.fullMarks ?? []);
  const found: Evidence[] = [];
  if (weights.length >= 2) {
    const total = sum(weights);
    const whole = [1, 2].some((target) => total.minus(target).abs().lte(0.011));
    found.push(
      proof(whole ? 'weights-add-up' : 'weights', whole ? 0.25 : total.gt(0.5) && total.lt(1.6) ? 0.12 : 0.03, { sum: total.toString() }),
    );
  }
  if (marks.length >= 2) {
    const total = sum(marks);
    const round = total.eq(100) || total.eq(50) || total.eq(10) || total.eq(20) || total.eq(120);
    const plausible = marks.every((mark) => mark.lte(100)) && total.lte(400) && total.mod('0.25').isZero();
    found.push(proof(round ? 'points-add-up' : 'points', round ? 0.25 : plausible ? 0.1 : -0.1, { sum: total.toString() }));
  }
  return found;
}

function totalEvidence(candidate: Candidate): Evidence[] {
  const scored = candidate.totals.filter((total) => total.role !== 'full-marks');
  const labelled = scored.filter((total) => total.labelCell !== null);
  return labelled.length > 0
    ? [proof('totals', 0.12, { count: String(labelled.length) })]
    : candidate.totals.length > 0
      ? [proof('totals', 0.06, { count: String(candidate.totals.length) })]
      : [];
}

function textEvidence(candidate: Candidate, sheetName: string): Evidence[] {
  const found: Evidence[] = [];
  if (reviewWords.test(candidate.title ?? '') || candidate.notes.some((note) => reviewWords.test(note)))
    found.push(proof('title', 0.2, { text: (candidate.title ?? '').slice(0, 60) }));
  else if (reviewWords.test(sheetName)) found.push(proof('sheet-name', 0.12, { text: sheetName }));
  if (candidate.fields.some((field) => personWords.test(plainText(field.label)))) found.push(proof('fields', 0.1));
  const criteria = candidate.indicators.flatMap((indicator) => indicator.criteria?.text ?? []);
  const rules = criteria.filter((text) => ruleWords.test(text)).length;
  if (criteria.length > 0 && rules >= criteria.length * 0.4) found.push(proof('criteria-texts', 0.2, { count: String(rules) }));
  return found;
}

function otherListEvidence(parts: readonly Part[]): Evidence[] {
  const cells = parts.flatMap((part) => part.table.header.cells);
  const hits = otherLists.map((pattern) => cells.filter((cell) => pattern.test(cell.plain)).length);
  const total = hits.reduce((all, count) => all + count, 0);
  return total === 0 ? [] : [proof('other-list', -Math.min(0.8, total * 0.2 + (total >= 2 ? 0.1 : 0)), { count: String(total) })];
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
  if (!measured && !candidate.parts.some((part) => part.columns.levels.length > 0 || part.columns.byRole.has('criteria')))
    found.push(proof('nothing-to-weigh', -0.15));
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
  return raters >= 2 ? [] : [proof('list-of-people', -0.3)];
}

/** All evidence for one candidate. */
export function evidenceFor(candidate: Candidate, sheetName: string): readonly Evidence[] {
  return [
    ...headerEvidence(candidate.parts),
    ...levelEvidence(candidate.parts),
    ...weightEvidence(candidate.indicators),
    ...totalEvidence(candidate),
    ...textEvidence(candidate, sheetName),
    ...substanceEvidence(candidate),
    ...otherListEvidence(candidate.parts),
    ...repeatEvidence(candidate.parts),
    ...rowEvidence(candidate),
    ...personEvidence(candidate),
  ];
}

/** Sum of the evidence, held between 0 and 1 and rounded to three digits. */
export function confidenceOf(evidence: readonly Evidence[]): number {
  const total = evidence.reduce((sumSoFar, { weight }) => sumSoFar + weight, 0);
  return Math.round(Math.min(1, Math.max(0, total)) * 1000) / 1000;
}

/** Texts of the rows right under a header cell (used to tell scale tables from forms). */
export const columnTexts = (part: Part, role: ColumnRole): string[] =>
  part.units.flatMap((unit) => {
    const cell = roleCell(part, role, unit.top);
    return isText(cell) ? [cell.plain] : [];
  });
