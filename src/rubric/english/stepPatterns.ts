/**
 * The wordings of sentences that take or give so much for so many, as tables of patterns over a skeleton: what is taken, from what, for each of
 * what. `steps` makes rules of what they find.
 */
import type { Amount } from '../rule';
import { pattern } from './skeleton';

const amount =
  '(?:by |of )?(?<upto>up to (?:a maximum of )?)?(?:an? )?(?:additional |further |extra |flat )?(?<amount>{p}|{n}|{r}|{s})(?: ?(?<what>extra |bonus |additional |penalty |demerit |deduction |merit )?(?:points?|marks?|pts?))?(?: (?:extra|bonus))?(?: ?of (?:the |their |your |its )?(?:total |full |maximum |available |final |overall |possible |max |awarded )*(?:marks?|grade|score|points|value|total|credit)(?: available| possible)?)?';
const from =
  '(?: (?:from|off) (?:the |their |your |its |this )?(?:total |final |overall |maximum |call |audit |section )*(?:score|mark|grade|total|points|balance|(?<whole>{v})))?';
const take =
  '(?:deduct(?:s|ed|ions?(?: of)?)?|subtract(?:s|ed)?|take (?:off|away)|takes? off|remove[sd]?|dock(?:s|ed)?|minus|less|lose[sd]?|losing|forfeits?|costs?(?: (?:the|an?|their|your|its) [a-z]{3,14})?|penalty(?: of| is)?|penali[sz](?:e[sd]?|ation)(?: (?:by|at|with))?|(?:is |are )?reduced by|reduces?(?: \\w+){0,3} by|(?:drops?|falls?|decreases?)(?: by)?|(?:is |are )?charged(?: at)?|deducted)';
const give =
  '(?:adds?|plus|awarded|awards?|earn(?:s|ed)?|receives?|gets?|gains?|scores?|bonus(?: of)?|gives?|worth|credit(?: of)?|carries|extra)';
const aux = '(?:will be |shall be |may be |must be |can be |to be |is |are |get |gets |being |be |will |shall |may |can |should )*';
const taken = `(?: ${aux}(?:deducted|subtracted|lost|taken off|taken away|removed|docked|(?:drops?|falls?|rolls?|comes?|goes) off|expires?|off|penalty|deduction|reduction|forfeited|knocked off|less|fewer))`;
const given = `(?: ${aux}(?:added|awarded|earned|given|granted|credited|bonus|extra|allocated))`;
const each =
  '(?:for (?:each and every|each|every|any)(?: time)?|per|each time|every time|each|every|/ ?|an?(?= (?:day|week|hour|minute|month|time|piece|shift)\\b))';
const words = '[^;\\n]{1,160}?';

const person =
  '(?:the|an?|you|they|agents?|students?|drivers?|teams?|suppliers?|vendors?|contractors?|carriers?|sellers?|employees?|staff|players?|pupils?|candidates?)';

/** One wording: which way it moves the points; `bare` where nothing in it says so. */
export interface Wording {
  readonly found: RegExp;
  readonly mode: Amount['mode'];
  readonly bare?: boolean | undefined;
}

const both = (make: (verb: string) => string): readonly Wording[] => [
  { found: pattern(make(take)), mode: 'deduct' },
  { found: pattern(make(give)), mode: 'add' },
];
const sign = (mark: string): string => `(?:[:=] ?)?${mark} ?`;
const subject = '(?:(?<subject>{w}{0,80}?)[ ])??';

/** In the order in which they are asked: the fullest wording first. */
export const repeated: readonly Wording[] = [
  ...both((verb) => `^(?:each|every|any) (?<each>${words})(?:,? (?<who>${person}\\b{w}{0,40})|, (?<other>{w}{1,40})) ${verb}:? ${amount}(?: each)?${from}$`),
  ...both((verb) => `^(?:each|every|any) (?<each>${words})[ ,:=-]* (?:${aux})?${verb}:? ${amount}(?: each)?${from}$`),
  ...both((verb) => `^for (?:each|every|any) (?<each>${words}),? (?:(?<who>{w}{2,40}) )?${aux}${verb}:? ${amount}${from}$`),
  { found: pattern(`^(?:for )?(?:each|every|any|per) (?<each>${words})[,:=]? ?${sign('-')}${amount}$`), mode: 'deduct' },
  { found: pattern(`^(?:for )?(?:each|every|any|per) (?<each>${words})[,:=]? ?${sign('\\+')}${amount}$`), mode: 'add' },
  { found: pattern(`^(?:for )?(?:each|every|any|per) (?<each>${words})[,:=-]? ?${amount}${taken}${from}$`), mode: 'deduct' },
  { found: pattern(`^(?:for )?(?:each|every|any|per) (?<each>${words})[,:=-]? ?${amount}${given}$`), mode: 'add' },
  ...both((verb) => `^${subject}${aux}${verb}:? ${amount}${from} ${each} (?<each>${words})$`),
  { found: pattern(`^${subject}(?:[:=] ?|- )?(?:penalty|deduction)?:? ?${amount}${taken}${from} ${each} (?<each>${words})$`), mode: 'deduct' },
  { found: pattern(`^(?<event>${words})(?:[:,] ?| - )${amount}${taken}${from} ${each} (?<each>${words})$`), mode: 'deduct' },
  { found: pattern(`^${subject}(?:[:=] ?|- )?${amount}${given} ${each} (?<each>${words})$`), mode: 'add' },
  { found: pattern(`^${subject}(?:[:=] ?|- )?${amount} ${each} (?<each>${words})${taken}${from}$`), mode: 'deduct' },
  { found: pattern(`^${subject}(?:[:=] ?|- )?${amount} ${each} (?<each>${words})${given}$`), mode: 'add' },
  ...both((verb) => `^(?<event>${words})(?:[:,] ?| - )${aux}${verb}:? ${amount}${from} ${each} (?<each>${words})$`),
  { found: pattern(`^(?:(?<event>${words}) ?)?${sign('-')}${amount} (?:${each} (?<each>${words})|(?:each|ea\\.?|apiece|every time|each time))$`), mode: 'deduct' },
  { found: pattern(`^(?:(?<event>${words}) ?)?${sign('\\+')}${amount} (?:${each} (?<each>${words})|(?:each|ea\\.?|apiece|every time|each time))$`), mode: 'add' },
  ...both((verb) => `^(?<event>${words})[ :,=-]* (?:${aux})${verb}:? ${amount}${from} (?:each|ea\\.?|apiece|every time|each time|on each occasion)$`),
  { found: pattern(`^(?<event>${words})[ :,=-]* ${amount}${taken} (?:each|ea\\.?|apiece|every time|each time)$`), mode: 'deduct' },
  { found: pattern(`^(?<event>${words})[ :,=-]* ${amount}${given} (?:each|ea\\.?|apiece|every time|each time)$`), mode: 'add' },
  { found: pattern(`^${subject}(?:[:=] ?|- )?${amount} ${each} (?<each>${words})$`), mode: 'add', bare: true },
  { found: pattern(`^(?<event>${words})[ :,=-]* ${amount} (?:each|ea\\.?|apiece|every time|each time)$`), mode: 'add', bare: true },
  { found: pattern(`^(?:each|every) (?<each>${words})(?: is worth| counts| counts as|[:=]) ${amount}$`), mode: 'add', bare: true },
]; // prettier-ignore

/** Without `each`: whether it counts once or every time is not said. */
export const single: readonly Wording[] = [
  { found: pattern(`^(?:if|when|whenever|where) (?:the |any |an? |you )?(?<event>{w}{4,140}?),? (?:then )?(?:you|they|he|she|it|we|the [a-z]{3,12}) ${aux}${take}:? ${amount}${from}$`), mode: 'deduct' },
  { found: pattern(`^(?<upto>up to (?:a maximum of )?)(?<amount>{p}|{n}|{r})(?: points?| marks?)?(?:${taken})?${from} (?:if|when|whenever|where|for|in case of) (?:the |any |an? )?(?<event>{w}{4,140})$`), mode: 'deduct' },
  { found: pattern(`^${amount}${taken}${from} (?:if|when|whenever|where|for|in case of) (?:the |any |an? )?(?<event>{w}{4,140})$`), mode: 'deduct' },
  { found: pattern(`^(?:deduct|subtract|take off|minus|lose|penalty of|penalty:)(?: of)? ${amount}${from} (?:if|when|whenever|where|for|in case of) (?:the |any |an? )?(?<event>{w}{4,140})$`), mode: 'deduct' },
  { found: pattern(`^(?<event>{w}{3,120}?) ?(?:[:,=] ?|- ?|results? in (?:an? )?|leads? to (?:an? )?|incurs? (?:an? )?|means (?:an? )?)(?:${aux})${take}:? ${amount}${from}$`), mode: 'deduct' },
  { found: pattern(`^(?<event>{w}{3,120}?) ?${sign('-')}${amount}$`), mode: 'deduct' },
  { found: pattern(`^(?<event>{w}{3,120}?) ?(?:[:=] ?|- |incurs? (?:an? )?)${amount}${taken}$`), mode: 'deduct' },
]; // prettier-ignore
