/**
 * Floors and caps: 扣完为止, 最低为0分, 最多扣10分, 最高加15分, 最低不低于-5分, 不超过满分, `up to a maximum of 20 points`.
 * A bound below zero beside deductions alone (最低不低于-10分) may mean the score or the deduction: it is kept as doubtful.
 */
import Decimal from 'decimal.js';
import type { Clause } from '../clause';
import { convert, readQuantity, sameKind, unitKind } from '../quantity';
import type { LimitRule, Rule } from '../rule';
import type { Family, FamilyContext } from './family';
import { unionOf } from '../unionOf';
import { partialPhrases } from './stepWords';

type LimitShape = Pick<LimitRule, 'on' | 'bound' | 'at' | 'doubtful' | 'times'>;

interface LimitPattern {
  readonly pattern: RegExp;
  /** Makes the limit from the number that the pattern captured (null where it captures none). */
  readonly limit: (amount: Decimal | null, context: LimitContext) => LimitShape | readonly LimitShape[] | null;
}

/** Whether the text takes points, gives points, or both: 最高不超过5分 bounds what there is. */
interface LimitContext {
  readonly deducts: boolean;
  readonly adds: boolean;
  /** Whether the points are computed (达标率×权重): what bounds them bounds the score. */
  readonly computes: boolean;
  /** Whether some clause sets points to start from (完成目标得60分). */
  readonly sets: boolean;
  /** The whole text, to see whether a cap has its counterpart (最高不超过5分，最低不低于-5分). */
  readonly text: string;
}

const zero = new Decimal(0);
const floorAtZero: LimitShape = { on: 'score', bound: 'floor', at: zero, doubtful: false };
const number = '(\\d+(?:\\.\\d+)?)';
const own = '(?:该项|本项|此项|单项|该指标|本指标|此指标|项目|全部|所有|相应)?(?:目)?(?:的)?';
const points = '(?:分值|分数|得分|满分|标准分|配分|权重分|权重|分)';
const most = '(?:最多|最高|至多|最大|上限|累计最多|累计最高|合计最多|合计最高)';
const exceed = '(?:不超过|不得超过|不能超过|不超|不高于|不得高于|不大于|以内)';

const floors: readonly RegExp[] = [
  new RegExp(`(?:直至|直到|一直|至)?(?:扣|减)(?:完|光|满|尽|净|完了)${own}${points}?(?:为止|即止|而止|止|为限|为准)`),
  new RegExp(`(?:直至|直到|最多|最高|至多|可|一直)(?:扣|减)(?:完|光|尽)(?:${own}${points})?(?:为止)?`),
  new RegExp(`(?:直至|直到)(?:将)?${own}${points}?扣(?:完|光|尽|至0分?|到0分?)`),
  new RegExp(`${own}${points}扣(?:完|光|尽)为止`),
  new RegExp(`扣(?:至|到|完|满)${own}${points}(?:扣完)?(?:为止|止|为限)`),
  new RegExp(
    `(?:最高|最低|最多|最少|至多|直至|直到|最终|可|一直)(?:只|仅|可)?(?:扣|减|降)(?:至|到|为)?${own}${points}?(?:为)?(?:0|零)分?(?:为止|止)?(?!\\.?\\d)`,
  ),
  /扣(?:至|到)(?:0|零)分?(?:为止|止)/,
  /(?:直至|直到)(?:得|为|计|降为|降至|减至|减为)?(?:0|零)分(?:为止|止)?/,
  new RegExp(
    `(?:最低|最少|最小|下限|低限|底线)${own}(?:得分|分值|分数|积分|总分|得|计|记|可得|可|为|是|至|扣至|不低于|不少于|不小于|:|=)*(?:0|零)分?(?![.\\d%])`,
  ),
  /(?:不得|不能|不可|不应|不会|不)(?:低于|少于|小于)(?:0|零)分?(?![.\d%])/,
  /(?:不得|不能|不可|不会|不|无|没有|禁止)(?:得|出现|扣成|扣至|扣为|扣到|扣|计|记|产生|为|有|设)*(?:负分|负数|负值|成负|负)(?:数|分|值)?/,
  /不倒扣分?/,
  new RegExp(`(?:扣分)?以${own}${points}(?:扣完)?为限`),
  /(?:minimum|lowest|floor)(?: possible)?(?: score| mark| grade| points)?(?: is| of|:| =)? ?(?:0|zero)\b/i,
  /(?:not|never|cannot|can't|won't|no)(?: go| fall| drop| be| get| lower)?(?: to)? ?(?:below|lower than|less than) ?(?:0|zero)\b/i,
  /(?:down|to a minimum|minimum) (?:to|of) (?:0|zero)\b/i,
  /no negative (?:points|marks|scores?|totals?)/i,
  /until (?:all |the |no )?(?:points|marks)[a-z ]{0,24}(?:used up|exhausted|gone|left|remain|lost|deducted)/i,
];

const noFloor =
  /下不保底|不设下限|可(?:以)?(?:扣)?(?:至|为|出现|得|计)?负分|可倒扣|倒扣不限|扣分不封[底顶]|扣分无上限|不保底|扣分不设(?:上限|下限)/;

const deductionCap = (amount: Decimal | null): LimitShape | null =>
  amount && { on: 'deduction', bound: 'cap', at: amount, doubtful: false };
const bonusCap = (amount: Decimal | null): LimitShape | null => amount && { on: 'bonus', bound: 'cap', at: amount, doubtful: false };
const scoreFloor = (amount: Decimal | null): LimitShape | null => amount && { on: 'score', bound: 'floor', at: amount, doubtful: false };

/** A cap on what is added and one on what is taken, both the same. */
const eachWay = (amount: Decimal | null): readonly LimitShape[] | null =>
  amount && [...[bonusCap(amount)], ...[deductionCap(amount)]].filter((shape): shape is LimitShape => shape !== null);

const halfOf = new Decimal('0.5');
/** A bound that is a share of the row's marks, in percent; without a number half of them. */
const shareOf =
  (on: LimitShape['on'], bound: LimitShape['bound']) =>
  (percent: Decimal | null): LimitShape => ({ on, bound, at: 'fullMarks', times: percent?.div(100) ?? halfOf, doubtful: false });

/** 最低不低于-5分: beside a bonus it bounds the change; beside deductions alone it may be the score's floor or the deduction's cap. */
function signedLimit(amount: Decimal | null, { adds, deducts }: LimitContext): LimitShape | null {
  return amount && { on: 'change', bound: 'floor', at: amount.neg(), doubtful: deducts && !adds };
}

/** 最多扣至5分: down to 5 points, or 5 points at most? */
function downOrUp(amount: Decimal | null): LimitShape | null {
  return amount && { on: 'deduction', bound: 'cap', at: amount, doubtful: true };
}

/** 最低0分 beside 最高120分: both bound the score. */
const floorOfScore = /(?:最低|最少)(?:得分|得|为|扣至|不低于)*\d/;
const counterpart = /(?:最低|最少|不低于)[^，,。;；]{0,6}-\d/;

/** 最高不超过5分: of a bonus its cap; of plus and minus the change if the minus has its own bound, else nobody can tell. */
function plainCap(amount: Decimal | null, { adds, deducts, computes, sets, text }: LimitContext): LimitShape | null {
  if (!amount) return null;
  if (computes && !adds && !deducts) return { on: 'score', bound: 'cap', at: amount, doubtful: false };
  const ofScore: LimitShape = { on: 'score', bound: 'cap', at: amount, doubtful: false };
  if (adds && !deducts) return sets ? ofScore : bonusCap(amount);
  if (adds)
    return sets || floorOfScore.test(text) ? ofScore : { on: 'change', bound: 'cap', at: amount, doubtful: !counterpart.test(text) };
  return { on: 'deduction', bound: 'cap', at: amount, doubtful: true };
}

/** ±5分封顶: what is added and what is taken end at the same number. */
function bothWays(amount: Decimal | null): readonly LimitShape[] {
  return amount
    ? [
        { on: 'change', bound: 'cap', at: amount, doubtful: false },
        { on: 'change', bound: 'floor', at: amount.neg(), doubtful: false },
      ]
    : [];
}

const shareOfFull =
  (bound: LimitRule['bound']): LimitPattern['limit'] =>
  (percent) =>
    percent && { on: 'score', bound, at: 'fullMarks', times: percent.div(100), doubtful: false };
const ofFull =
  '(?:该项|本项|此项|单项|指标|岗位|标准|权重|满|配|总)*(?:权重分值|标准分值|标准分|权重分|权重|分值|满分|配分|基础分|基准分|总分)';

/** 超过120%按120%计 behind a formula: the rate that it computes with goes no further. */
const rateBound =
  (bound: LimitRule['bound']): LimitPattern['limit'] =>
  (percent, { computes }) =>
    computes && percent ? { on: 'rate', bound, at: percent, doubtful: false } : null;

const ofMarks = `${own}(?:该项|本项|此项)?${points}的?(?:(\\d+(?:\\.\\d+)?)%|一半|半数|二分之一|1\\/2)`;
const bothWords = '(?:(?:加分?[、/,，和及与]?(?:[扣减]分?|惩罚)|增减分?|奖扣分?|奖罚)(?:分?(?:各|均|分别|都|最多|最高|上限|封顶|累计))*)';

const shares: readonly LimitPattern[] = [
  { pattern: new RegExp(`${most}(?:可|只|仅|累计|合计|共)?(?:扣|减)(?:至|到)${ofMarks}(?:为止|为限)?`), limit: shareOf('score', 'floor') },
  { pattern: new RegExp(`${most}(?:可|只|仅|累计|合计|共)?(?:扣|减)(?:除|减|罚|分)?(?:${exceed}|为)?${ofMarks}`), limit: shareOf('deduction', 'cap') },
  { pattern: new RegExp(`(?:累计|合计|总计|共|总|单项|本项|该项|此项)?(?:扣分|扣减|扣除|扣罚|扣)(?:总分|总额|总数|分值|分数|累计|合计)?(?:最多|最高|上限|至多|封顶|${exceed}){1,2}(?:为|是|:|至)?${ofMarks}`), limit: shareOf('deduction', 'cap') },
  { pattern: new RegExp(`${most}(?:可|只|仅|累计|合计|共)?(?:扣|减)(?:除|减|罚|分)?(?:${exceed}|为)?${number}%(?!的)`), limit: shareOf('deduction', 'cap') },
  { pattern: new RegExp(`(?:扣分|扣减|减分)(?:最多|最高)?以${ofMarks}(?:为限|封顶)`), limit: shareOf('deduction', 'cap') },
  { pattern: new RegExp(`${most}(?:可|只|仅|累计|合计|共)?(?:加|奖励|奖)(?:分)?(?:${exceed}|为)?${ofMarks}`), limit: shareOf('bonus', 'cap') },
  { pattern: new RegExp(`(?:累计|合计|总)?(?:加分|奖励分?|加)(?:总分|总额|分值|累计|合计)?(?:最多|最高|上限|至多|封顶|${exceed}){1,2}(?:为|是|:|至)?${ofMarks}`), limit: shareOf('bonus', 'cap') },
]; // prettier-ignore

const patterns: readonly LimitPattern[] = [
  ...shares,
  { pattern: new RegExp(`${bothWords}(?:${exceed}|为|至|:|以)*${number}分(?:为限|为止|封顶|以内)?`), limit: eachWay },
  { pattern: new RegExp(`(?:${most}|封顶|得分|总分|合计)*(?:得分|加分|得|加|计)?(?:${exceed}|为|至|到|是|:)*(?:\\()?${ofFull}的${number}%(?:\\))?(?:为限|封顶|为止)?`), limit: shareOfFull('cap') },
  { pattern: /(?:超过|超出|高于|大于|超)100%(?:的|者|部分)*[，,]?(?:均|一律)?(?:按|以|得)(?:满分|100%)(?:计算得分|计算|计分|计|算)?|(?:最高|上限|封顶)(?:不超过|按|为|计)?100%(?:计算|计|封顶)?/, limit: (_, { computes }) => (computes ? { on: 'score', bound: 'cap', at: 'fullMarks', doubtful: false } : null) },
  { pattern: new RegExp(`(?:超过|超出|高于|大于|超)${number}%(?:的|者|部分|时)*[，,]?(?:均|一律|只)?(?:按照?|以|计)\\d+(?:\\.\\d+)?%(?:计算得分|计算|计分|计|算|封顶)*`), limit: rateBound('cap') },
  { pattern: new RegExp(`(?:低于|不足|小于)${number}%(?:的|者|部分|时)*[，,]?(?:均|一律|只)?(?:按照?|以|计)\\d+(?:\\.\\d+)?%(?:计算得分|计算|计分|计|算)*`), limit: rateBound('floor') },
  { pattern: new RegExp(`(?:最高|上限|封顶|最多|至多)(?:得|计|按|为|是|:|不超过|不得超过|不高于)*${number}%(?:计算|计|封顶|为限)*|${number}%封顶`), limit: rateBound('cap') },
  { pattern: new RegExp(`(?:最低|下限|保底)(?:得|计|按|为|是|:|不低于|不少于)*${number}%(?:计算|计|为限)*`), limit: rateBound('floor') },
  ...floors.map((pattern) => ({ pattern, limit: () => floorAtZero })),
  { pattern: new RegExp(`(?:最高|最低|最多|最少|最大|至多|上限|下限)(?:得分|扣分|加分|分值)?(?:不超过|不低于|不高于|不少于|不得低于|扣至|扣到|扣|减至|为|至|是)*-${number}分?`), limit: signedLimit },
  { pattern: new RegExp(`(?:${most}(?:可|只|仅|累计|合计|共)?(?:扣|减)(?:至|到)${number}分?(?:为止|为限|封顶)?)`), limit: downOrUp },
  { pattern: new RegExp(`(?:直至|直到)?(?:扣|减|扣减)至${number}分(?:为止|即止|止|为限|封顶)`), limit: downOrUp },
  { pattern: new RegExp(`${most}(?:可|只|仅|累计|合计|共)?(?:扣|减)(?:除|减|罚|分)?(?:${exceed}|为)?${number}分?(?:为止|为限|封顶)?`), limit: deductionCap },
  { pattern: new RegExp(`(?:累计|合计|总计|共|总|单项|本项|该项|此项)?(?:扣分|扣减|扣除|扣罚|扣)(?:总分|总额|总数|分值|分数|累计|合计)?(?:最多|最高|上限|至多|封顶|${exceed}){1,2}(?:为|是|:|至)?${number}分?(?:为止|为限|封顶)?`), limit: deductionCap },
  { pattern: new RegExp(`扣(?:满|够|到|完)${number}分(?:为止|即止|止|封顶|为限)`), limit: deductionCap },
  { pattern: new RegExp(`(?:加分|奖励|奖分)(?:最多|最高)?以${number}分(?:为限|封顶)`), limit: bonusCap },
  { pattern: new RegExp(`(?:扣分|扣减|减分)(?:最多|最高)?以${number}分(?:为限|封顶)`), limit: deductionCap },
  { pattern: new RegExp(`(?:加减分?|增减分?|上下限|最多|最高)?(?:以)?±${number}分(?:封顶|为限|为止|以内|内)?`), limit: bothWays },
  { pattern: new RegExp(`(?:扣分)?以${number}分为限`), limit: plainCap },
  { pattern: new RegExp(`${most}(?:可|只|仅|累计|合计|共)?(?:加|奖励|奖|增加)(?:分)?(?:${exceed}|至|到|为)?${number}分?(?:为止|为限|封顶)?`), limit: bonusCap },
  { pattern: new RegExp(`(?:累计|合计|总)?(?:加分|奖励分?|加)(?:总分|总额|分值|累计|合计)?(?:最多|最高|上限|至多|封顶|${exceed}){1,2}(?:为|是|:|至)?${number}分?(?:为止|为限|封顶)?`), limit: bonusCap },
  { pattern: new RegExp(`加(?:满|够|到|至)${number}分(?:为止|即止|封顶|止|为限)`), limit: bonusCap },
  { pattern: new RegExp(`(?:${most}|总分|得分|加分后|总得分|合计)?(?:得分|加分|分值|得|加|计|可得)?(?:${exceed}|以|为|至|加至|加到|加满|达到|不超出)${own}(?:满分|标准分|配分|权重分|分值)(?:的)?(?:为限|为止|封顶)?(?!的?\\d)`), limit: () => ({ on: 'score', bound: 'cap', at: 'fullMarks', doubtful: false }) },
  { pattern: new RegExp(`(?:最高|最多|总分|得分)(?:总)?(?:得分|可得|得到|得)(?:分)?(?:${exceed}|为|至|:)*${number}分?`), limit: (amount) => amount && { on: 'score', bound: 'cap', at: amount, doubtful: false } },
  { pattern: new RegExp(`(?:${most}(?:${exceed}|为|至|计|是|:)*|(?:总分|得分)${exceed})${number}分?(?:封顶|为止|为限)?`), limit: plainCap },
  { pattern: new RegExp(`(?:${number}分封顶)`), limit: plainCap },
  { pattern: new RegExp(`封顶(?:为|是|:)?${number}(?:分|(?=\\s?(?:[)，,;；。]|$)))`), limit: plainCap },
  { pattern: new RegExp(`${exceed}${number}分(?:封顶|为止|为限)?$`), limit: plainCap },
  { pattern: new RegExp(`(?:最低|最少|保底|下限)(?:得分|分值|分数|分|得|计|记|为|至|是|不低于|不少于|:)*${number}分(?!以|及)`), limit: scoreFloor },
  { pattern: new RegExp(`(?:to |up to |with )?(?:a |the )?max(?:imum)?(?: total)?(?: deduction| penalty| loss)(?: of|:| is)? ?${number}(?: ?(?:points?|pts?|marks?))?`, 'i'), limit: deductionCap },
  { pattern: new RegExp(`max(?:imum)?(?: of)? ${number} ?(?:points?|pts?|marks?) (?:will be |may be |can be )?(?:deducted|lost|off)`, 'i'), limit: deductionCap },
  { pattern: new RegExp(`(?:max(?:imum)?(?: total)?(?: bonus)|bonus(?: points?)?(?: is| are)? (?:capped at|up to|no more than|limited to))(?: of|:| is)? ?${number}`, 'i'), limit: bonusCap },
  { pattern: new RegExp(`(?:can |may |will )?(?:easily )?total(?:s|ing|ling)?(?: up)? to ${number} ?(?:points?|pts?|marks?)?`, 'i'), limit: plainCapEnglish },
  { pattern: new RegExp(`(?:up to |to |with )?(?:a |the )?max(?:imum)?\\.?(?: of|:| is)? ?[+-]?${number} ?(?:extra |bonus )?(?:points?|pts?|marks?)?`, 'i'), limit: plainCapEnglish },
  { pattern: new RegExp(`(?:[,;(]|^| but) ?(?:for )?up to ${number} ?(?:extra |bonus |additional )?(?:points?|pts?|marks?)(?: in total| overall| max)?\\)?\\s*$`, 'i'), limit: plainCapEnglish },
  { pattern: new RegExp(`(?:(?:not|never) (?:go |fall |be )?(?:less than|below|lower than)|no (?:less|lower) than|min(?:imum)?(?: score| mark)?(?: of|:| is)?|down to(?: a minimum of)?) ${number}(?: ?(?:points?|pts?|marks?))?(?! ?%)`, 'i'), limit: scoreFloor },
  { pattern: new RegExp(`capped at ${number}(?! ?%)`, 'i'), limit: plainCapEnglish },
  { pattern: new RegExp(`(?:capped at|limited to|not (?:to )?exceed(?:ing)?|no more than|not more than) ${number} ?(?:points?|pts?|marks?)`, 'i'), limit: plainCapEnglish },
  { pattern: new RegExp(`(?:in the worst case|at most|at worst),? ?(?:a total of )?${number} ?(?:points?|pts?|marks?)[a-z ]*`, 'i'), limit: deductionCap },
]; // prettier-ignore

/** `up to a maximum of 10 points` caps what the sentence is about: the deduction, or the bonus where points are only given. */
function plainCapEnglish(amount: Decimal | null, { adds, deducts, computes, sets }: LimitContext): LimitShape | null {
  if ((computes && !adds && !deducts) || (adds && !deducts && sets))
    return amount && { on: 'score', bound: 'cap', at: amount, doubtful: false };
  return adds && !deducts ? bonusCap(amount) : deductionCap(amount);
}

const anyLimit = unionOf(patterns.map(({ pattern }) => pattern));

interface FoundLimit {
  readonly shapes: readonly LimitShape[];
  readonly start: number;
  readonly end: number;
}

function firstLimit(text: string, context: LimitContext): FoundLimit | null {
  if (!anyLimit.test(text)) return null;
  for (const { pattern, limit } of patterns) {
    const found = pattern.exec(text);
    if (!found) continue;
    const captured = found.slice(1).find((group) => group !== undefined);
    const made = limit(captured === undefined ? null : new Decimal(captured), context) ?? [];
    const shapes = 'on' in made ? [made] : made;
    if (shapes.length > 0) return { shapes, start: found.index, end: found.index + found[0].length };
  }
  return null;
}

/** 最多得 10分, 最高加至该维度10分: what may stand in front of a bound without saying more. */
const aside =
  /(?<=\p{Script=Han}) +(?=\d)|(?<=\d) +(?=分)|(?:该|本|此|每个?)(?:维度|类别?|条目|栏目?|模块|部分|板块|方面|大项|小项)(?:的|总分)?(?=\d)/gu;

/** Looked at this far only: a limit is short, and the cost of the patterns must stay bounded. */
const longest = 160;
const most3 = 3;

/**
 * Finds the floors and caps that a stretch of text states.
 *
 * @param text normalised text (the first 160 characters count); @param context what the whole text takes and gives
 * @returns the limits in the order of the table, and what of the text is left without them
 */
export function limitsIn(text: string, context: LimitContext): { readonly limits: readonly LimitShape[]; readonly rest: string } {
  const limits: LimitShape[] = [];
  let rest = text.slice(0, longest).replace(aside, '');
  for (let found = firstLimit(rest, context); found && limits.length < most3; found = firstLimit(rest, context)) {
    limits.push(...found.shapes);
    rest = `${rest.slice(0, found.start)} ${rest.slice(found.end)}`;
  }
  return { limits, rest: rest + text.slice(longest) };
}

const changes = (clause: Clause, mode: 'deduct' | 'add'): boolean => clause.award?.amount?.mode === mode;
const gives = /每[^，,。;；]{0,16}(?:得|计|加|奖)\d|加分/;
const takes = /扣(?!除(?![^，,。;；]{0,8}分))|减\d|-\d+(?:\.\d+)?分|deduct|lose|minus|penal/i;

const setsPoints = (rule: Rule): boolean =>
  rule.kind === 'fullMarks' ||
  ((rule.kind === 'band' || rule.kind === 'label') &&
    rule.award.amount?.mode === 'set' &&
    rule.award.amount.of === 'points' &&
    rule.award.amount.low?.gt(0) === true);

type ClausesContext = Pick<LimitContext, 'deducts' | 'adds' | 'text'>;

function clausesContext(clauses: readonly Clause[]): ClausesContext {
  const text = clauses
    .map((clause) => clause.text)
    .join('，')
    .slice(0, 2000);
  const others = clauses.filter((clause) => !/最[高多低少大]|封顶|上限|不超过/.test(clause.text));
  return {
    deducts: others.some((clause) => changes(clause, 'deduct') || takes.test(clause.text.slice(0, 400))),
    adds: others.some((clause) => changes(clause, 'add') || gives.test(clause.text.slice(0, 400))),
    text,
  };
}

/** What the clauses take and give does not change while they are read one after the other. */
const contexts = new WeakMap<readonly Clause[], ClausesContext>();

/** What the text as a whole takes and gives, for {@link limitsIn}. */
export function limitContext({ clauses, rules }: FamilyContext): LimitContext {
  const known = contexts.get(clauses) ?? clausesContext(clauses);
  contexts.set(clauses, known);
  const steps = (mode: 'deduct' | 'add'): boolean => rules.some((rule) => rule.kind === 'step' && rule.amount.mode === mode);
  return {
    ...known,
    deducts: known.deducts || steps('deduct'),
    adds: known.adds || steps('add'),
    sets: rules.some(setsPoints),
    computes: rules.some(({ kind }) => kind === 'formula'),
  };
}

/** The rules of limits that stand at a clause. */
export function limitRules(limits: readonly LimitShape[], clause: Clause): readonly LimitRule[] {
  return limits.map((shape) => ({ kind: 'limit', span: clause.span, ...shape }));
}

/** Words around a limit that change nothing. */
const filler =
  /^(?:\(?\d{1,2}[、.)]|以此类推|依此类推|依次类推|(?:报价|价格|技术|商务|综合|业绩|绩效|考核|投标|评标|评审)(?:部分)?(?=得分|总分|分)|[一二两三四五六七八九十\d]{1,2}项|每?[年月季周](?:度)?|每(?:人|组|位|名|家|户|班|学期|学年|[届期场]|部门|单位|支部|小组|[月年季]度?)|全年|当[年月季]|单[次项]|以上|各项|上述|完成率|达成率|达标率|比例|最低|最高|最多|但|且|并|而|直至|直到|一直|累计|合计|本项|该项|此项|得分|分数|总分|总|扣分|加分|以|为止|为限|止|封顶|分|的|则|即|和|或|points?|marks?|the|a|of|for|this|item|score|is|be|will|can|and|but|with|deducted|total|(?:this )?(?:can )?easily|[\s，,。.;；()（）:：…-])*$/i;

/** 扣完为止，不足1%按1%计: the rule for parts of a step was taken by the step before. */
const withoutPartial = (text: string): string => partialPhrases.reduce((rest, { pattern }) => rest.replace(pattern, ''), text);

const mostSteps =
  /^(?:但|且|并)?(?:最多|最高|至多|上限|累计最多)(?:只|仅|可|能)*(?:扣|减|计|算|加|奖|按)?(?:至|到|为)?\s?(?=[\d一二两三四五六七八九十])/;
const behindSteps = /^(?:为止|为限|封顶|计算|计)?(?:\([^()]*\))?$/;

/** 每迟一天扣2分，最多扣3天: so many steps at most. */
function stepsCap(clause: Clause, { rules }: FamilyContext): LimitRule | null {
  const step = rules[rules.length - 1];
  const lead = mostSteps.exec(clause.text)?.[0];
  const read = lead === undefined ? null : readQuantity(clause.text, lead.length);
  if (step?.kind !== 'step' || !read?.quantity.unit || read.quantity.unit === '分' || unitKind(read.quantity.unit) === 'ratio') return null;
  const told = sameKind(read.quantity.unit, step.each.unit) ? convert(read.quantity, step.each.unit) : null;
  if (!told || !step.amount.low || !behindSteps.test(clause.text.slice(read.end).trim())) return null;
  const most = told.amount.div(step.each.amount).times(step.amount.low);
  const bound = step.amount.of === 'points' ? { at: most } : { at: 'fullMarks' as const, times: most };
  return {
    kind: 'limit',
    span: clause.span,
    on: step.amount.mode === 'deduct' ? 'deduction' : 'bonus',
    bound: 'cap',
    ...bound,
    upTo: read.quantity.amount,
    doubtful: false,
  };
}

/** A clause of its own that states a limit. Only beside something that is limited: 最高分95分 alone is a band's matter. */
export const limitFamily: Family = {
  name: 'limit',
  read(clause, context) {
    if (clause.text.length > longest) return null;
    if (noFloor.test(clause.text))
      return { rules: [{ kind: 'limit', span: clause.span, on: 'score', bound: 'floor', at: unbounded, doubtful: false }] };
    const stepped = stepsCap(clause, context);
    if (stepped) return { rules: [stepped] };
    if (!anyLimit.test(clause.text.replace(aside, ''))) return null;
    const around = limitContext(context);
    if (!around.deducts && !around.adds && !around.computes) return null;
    const { limits, rest } = limitsIn(clause.text, around);
    if (limits.length === 0 || !filler.test(withoutPartial(rest))) return null;
    return { rules: limitRules(limits, clause) };
  },
};

/** 下不保底: the text says that there is no floor. No score of a form lies below this. */
export const unbounded = new Decimal('-1e9');
