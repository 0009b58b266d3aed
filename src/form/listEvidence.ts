/** Evidence against a form: header words and row names of lists, registers, cross tables and mark lists. */
import { isTierName } from './levelWords';
import { headerWords } from './headerVocabulary';
import type { Part } from './part';
import { plainText } from './plainText';
import { cellNumber } from './sheet';
import type { Evidence } from './types';
import { measureRoles, roleSet, scoreRoles } from './roleSets';
import { type Candidate, proof, reviewWords } from './candidate';

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

export function otherListEvidence(parts: readonly Part[]): Evidence[] {
  const cells = parts.flatMap((part) => part.table.header.cells);
  const hits = otherLists.map((pattern) => cells.filter((cell) => pattern.test(cell.plain)).length);
  const total = hits.reduce((all, count) => all + count, 0);
  const risky = (hits[riskList] ?? 0) > 0 ? 0.2 : 0;
  return total === 0 ? [] : [proof('other-list', -Math.min(0.8, total * 0.25 + risky), { count: String(total) })];
}

/** Numbers under most levels of a row count answers or people: a cross table. */
export function countEvidence(candidate: Candidate): Evidence[] {
  const counting = candidate.parts.filter((part) => {
    const numbers = part.units.map(
      ({ top }) => part.columns.levels.filter((level) => cellNumber(part.table.sheet.cell(top, level.cell.column)) !== null).length,
    );
    return part.columns.levels.length > 0 && numbers.filter((count) => count >= 2).length > part.units.length / 2;
  });
  return counting.length > 0 ? [proof('counts-under-levels', -0.5)] : [];
}

/** Header words that come again and again name the columns of a matrix, not of a form. */
export function repeatEvidence(parts: readonly Part[]): Evidence[] {
  const texts = parts
    .slice(0, 1)
    .flatMap((part) => part.table.header.cells.map((cell) => cell.plain))
    .filter((text) => text !== '');
  const most = Math.max(0, ...texts.map((text) => texts.filter((other) => other === text).length));
  return most >= 3 ? [proof('repeated-headers', -0.4, { count: String(most) })] : [];
}

const scoringWords = roleSet(measureRoles, scoreRoles);

export const codeLike = /^[A-Za-z]{1,5}[-_. ]?\d[\w.-]*$|^\d+$|^[A-Z]{2,6}$/;

export function rowEvidence(candidate: Candidate): Evidence[] {
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

/** Names of people with columns of numbers and nobody who rates: a mark list. */
export function personEvidence(candidate: Candidate): Evidence[] {
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
  const reviewed = candidate.titles.some((title) => reviewWords.test(plainText(title)));
  return raters >= 2 || reviewed ? [] : [proof('list-of-people', -0.3)];
}
