/**
 * What contracts, policies and rules of courses say at length, in the plain words that the wordings of steps know: `shall be levied on a daily
 * basis`, `turned in after the due date`, `of the total contract price`. Only words are exchanged, never a number.
 */
import { reworded, type Skeleton } from './skeleton';

type Table = readonly (readonly [RegExp, string])[];

const work =
  '(?:work|works|assignments?|homework|submissions?|papers?|reports?|projects?|essays?|labs?|deliverables?|goods|services?|delivery|documents?|proposals?|it|they|that|which)';
const due =
  '(?:(?:the|its|their) )?(?:due|deadline|submission|delivery|completion|scheduled|stipulated|agreed)(?: ?(?:date|time|deadline|day)s?)?';
const party =
  '(?:the |an? |our |your )?(?:client|owner|purchaser|buyer|employer|customer|company|contractor|supplier|vendor|seller|bidder|authority|bank|corporation|teacher|instructor|we)';
const price =
  '(?:contract|order|purchase order|invoice|bill|fee|fees|price|value|sum|amount|cost|costs|charges?|consideration|payment|rent)';

/** `ten (10) points`, `one percent (1%)`: a number in words beside its digits. */
const digit =
  '(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|half|tenths?|quarters?)';
const numerals: Table = [
  [/\b(?:one[- ])?half(?: of one)?(?: (?:percent|per cent))? ?\(1\/2( ?%)?\)/gi, '0.5$1'],
  [
    new RegExp(
      `\\b${digit}(?:[- ](?:and |of (?:an? |one )?)?${digit})*(?: (?:percent|per cent|dollars))? ?\\((\\$?\\.?\\d[\\d.,]*(?: ?%)?)\\)`,
      'gi',
    ),
    '$1',
  ],
  [/\bone[- ]half(?= (?:points?|marks?)\b)/gi, '0.5'],
];

/** Said of everything. */
const always: Table = [
  ...numerals,
  [/\b(do not|never|don't) ([a-z]+) ([^.;\d\n]{3,60})[.;] ?if (?:you|they) do,? /gi, 'if you $2 $3, '],
  [/\bup to (?:an? )?(?:maximum of )?-(?=\d)/gi, 'up to '],
  [/\bon an? dai?ly basis\b/gi, 'per day'],
  [/\bon an? weekly basis\b/gi, 'per week'],
  [/\bon an? hourly basis\b/gi, 'per hour'],
  [/\bon an? monthly basis\b/gi, 'per month'],
  [/(?<=%|points?|marks?) (?:daily|a day)(?= (?:penalty|deduction|late)| *[.;,)]|$)/gi, ' per day'],
  [/\b(?:turned|handed|passed) in (?=(?:late|after|past|beyond))/gi, 'submitted '],
  [/\b(?:if|when) (?:it|they) (?:is|are) late\b|\b(?:that )?(?:it|(?:an? |the |your )[a-z]{3,12}) is (?:late|overdue)\b/gi, 'late'],
  [/(?<=\b(?:deducts?|deducted|penalty of|fine of|bonus of|award of|reward of|sum of|amount of|fee of|lose|loses|pays?|earns?|receives?|credit of) (?:an? )?)(?:[A-Z]{2,3} ?)?[$£€] ?(?=\d)/g, ''],
  [/(?:\b[A-Z]{2,3} ?)?[$£€] ?(?=\d[\d,.]*(?: (?:bonus|fine|penalty|credit|deduction))? (?:(?:will be |is |are |shall be )?(?:deducted |paid |charged |awarded )?(?:from the [a-z ]{3,20} )?)(?:per|for (?:each|every)|each)\b)/g, ''],
  [/\b(?:a|the) (?:sum|rate|amount|fee|charge) of (?=\d)/gi, ''],
  [/\b(?:enter|record|write|put) (?:an? )?(?=\d+(?: points?)? in the (?:score|points?|marks?) (?:box|column|field|cell))/gi, 'score '],
  [/ in the (?:score|points?|marks?) (?:box|column|field|cell)/gi, ''],
  [/\bmarked down\b(?= by|$| \d)/gi, 'reduced by'],
  [/\breduced by by\b/gi, 'reduced by'],
  [/\b(?:calendar|business|working|school|class) (?=days?\b)/gi, ''],
  [/ (?:\(?24[- ]hours? (?:period|day)\)?)/gi, ' day'],
  [/(?<=\d ?(?:%|\+|[a-z]{1,4})?(?: ?\+)?) ?=> ?/gi, ' -> '],
  [/,? ?\b(?:shown|displayed|marked|highlighted|colou?red|indicated|flagged) (?:in |as )?(?:light |dark |bright )?(?:red|orange|amber|yellow|green|blue|gr[ae]y|black),? (?=(?:are|is|indicates?|means?)\b)/gi, ' '],
  [/\bindicates? (?:that )?(?=[a-z])/gi, 'means '],
  [/(?<=[ -]points? (?:penalty|deduction)) (?:is|are|will be|shall be) (?:[a-z]+ly )?(?:assessed|applied|imposed|given|charged|levied|incurred|taken)(?: by (?:the |an? )?[a-z]{3,14})? (?=for\b)/gi, ' '],
  [/(?<=\bpoints? (?:shall|will) be added) to (?:an? |the |your |their |his |her )?(?:[a-z]+ )?(?:score|mark|grade|total)\b/gi, ''],
  [/(?<=\b(?:every|each|per) )(?:1\/2|half)(?: of)?(?: an?)? (?=hour|day|minute|week|month|year|point|percent)/gi, '0.5 '],
  [/(?<=\d ?)(?:km ?\/ ?h|kmh|kph|km per hour)\b/gi, 'km'],
  [/(?<=[-– ])\((\d+)\)(?= (?:years?|months?|weeks?|days?|hours?|points?|marks?)\b)/gi, '$1'],
  [/(?<=(?:[:=]|\b(?:earns?|gets?|receives?|pays?|paid|then)) ?\d[\d.]* ?%) (?:on|of) (?:all |any |the |their |total |gross |net |each )*(?:deals?|sales|premiums?|revenues?|turnover|margin|profits?)(?: (?:closed|sold|made|booked|generated|volume|amount|revenue|value))?(?=[ ,;.]|$|\n)/gi, ' commission'],
]; // prettier-ignore

/** Conditions as programs write them: `if 70 <= score < 90: status = "warning"`. */
const programmed: Table = [
  [/(?<=^|\n)[ \t]*(?:el(?:se )?)?if ([\d.]+) ?<= ?[a-z]\w* ?< ?([\d.]+) ?:[ \t]*/gi, '$1 to < $2: '],
  [/(?<=^|\n)[ \t]*(?:el(?:se )?)?if ([\d.]+) ?<= ?[a-z]\w* ?<= ?([\d.]+) ?:[ \t]*/gi, '$1 to $2: '],
  [/(?<=^|\n)[ \t]*(?:el(?:se )?)?if ([\d.]+) ?< ?[a-z]\w* ?<= ?([\d.]+) ?:[ \t]*/gi, '> $1 to $2: '],
  [/(?<=^|\n)[ \t]*(?:el(?:se )?)?if [a-z]\w* ?([<>]=?) ?([\d.]+) ?:[ \t]*/gi, '$1 $2: '],
  [/(?<=: )(?:[a-z]\w* ?= ?|return )["']([^"'\n]+)["'][^\w\n]*(?=\n|$)/gi, '$1'],
]; // prettier-ignore
const isProgram = /(?:^|\n)[ \t]*(?:el(?:se )?)?if (?:[\d.]+ ?<=? ?)?[a-z]\w* ?[<>]=? ?[\d.]+ ?:/i;

/** Said of credits that a contract promises for a service that falls short. */
const service: Table = [
  [/(?<=^|[.;\n] ?)(?:if|when|where) (?:the )?[a-z]{2,14} fails? to (?:meet|achieve|reach|maintain) [^,.;\d]{3,50}, (?=[^.;]* for (?:each|every) [^.;]*\b(?:below|under|short of)\b)/gi, ''],
  [/(?<=%) of (?:the |that |its |your |their )?(?:(?:total|monthly|month's|invoice|service|recurring|annual|contract) )*(?:fees?|rate|charges?|bill|invoice|payments?|price)(?: (?:value|amount))?\b(?: for (?:that|the) (?:[a-z]+ )?month)?/gi, ''],
  [new RegExp(`\\b${party}(?: (?:shall|will|may|can|must|is|are))* (?:be )?(?:(?:entitled|eligible) (?:to|for)(?: receive)?|request|receive|get|issue|assess|claim|provide|apply|credit(?: ${party})?) (?:an? )?(?:service |sla )*(?:credits?|damages)?(?: (?:equal|equivalent|amounting) to| of| in the amount of)? ?(?=[$£€]?\\d[\\d.,]*(?! ?%? (?:service |sla )*credits?))`, 'gi'), 'credit of '],
  [new RegExp(`\\b(?:${party}|you)(?: (?:shall|will|may|can))* (?:receive|get|issue|request|claim) (?:an? )?(\\d[\\d.]* ?%) (?:service |sla )*credits?(?: (?:to|on|against) (?:your|the|their) (?:account|bill|invoice))?`, 'gi'), 'credit of $1'],
  [/\b(below|under|short of) (?:the |this |that |its |our )?(?:(?:guaranteed|agreed|committed|promised|required|minimum|service|uptime) )*(?:uptime|availability|threshold|guarantee|commitment|level|rate)(?=[,.;]|$)/gi, '$1 target'],
  [/(?<=\bcredit of [$£€]?[\d.,]+\d) per (?:year|month|annum)(?=[.;]|$)/gi, ''],
  [/(?<=\bcredit of )[$£€](?=\d)/g, ''],
]; // prettier-ignore

/** Percentiles are numbers, not places. */
const ranked: Table = [[/\b(\d{1,3})(?:st|nd|rd|th)(?:[ -]?percentiles?)?(?![\w-])/gi, '$1']];

/** Said of what gives nothing. */
const nothing: Table = [
  [/(?<=^|[.;\n] ?)otherwise,? (?=(?:late|such|any|all)\b)/gi, ''],
  [
    / (?:(?:will|shall|may|are|is|can)(?: not|not)(?: be)? (?:accepted|graded|marked|considered|allowed|permitted|tolerated)|(?:are|is) (?:unacceptable|forbidden|prohibited|not (?:acceptable|possible)))(?:,? and|[.;] (?:that is, |in that case,? )?(?:you|they|it|these|the [a-z]{3,12}|any such [a-z]{3,12})) (?=(?:will|shall|are|is|receives?|gets?|scores?|earns?)\b)/gi,
    ' ',
  ],
  [
    /\bno (late [a-z]{3,14}(?: [a-z]{3,14}s)?) (?:(?:will|shall|can|may) be |is |are )?(?:accepted|graded|marked|considered|allowed)\b(?! (?:after|beyond|past|later|unless|without|more))/gi,
    '$1 will receive zero',
  ],
  [
    /\b(late [a-z]{3,14}(?: [a-z]{3,14}s)?) (?:(?:will|shall|can|may)(?: not|not) be |(?:is|are) not )(?:accepted|graded|marked|considered|allowed)\b(?! (?:after|beyond|past|later|unless|without|more|and|for))/gi,
    '$1 will receive zero',
  ],
  [/\b(?:be|is|are) zeroed(?: out)?\b/gi, 'be zero'],
  [
    /\b(?:be )?(?:assigned|awarded|given|marked with|recorded as|entered as) (?:an? )?(?:grade|mark|score) of (?=zero|0|\W?zero)/gi,
    'receive ',
  ],
  [/["“”](zero|fail|0)["“”]/gi, '$1'],
  [/\b(zero) \(0\)/gi, '$1'],
];

/** Said where lateness costs something. */
const late: Table = [
  [/\b(?:on\/before|on or before|by|before|on) (?:the )?(?:deadline|due date|time) ?[:=-] ?(?:100 ?%|full (?:credit|marks|points))[,;.]? ?(?=[-\d])/gi, ''],
  [/(?<=%|points?|marks?|percent) late(?:ness)? (?=penalty|deduction|reduction)/gi, ' '],
  [/ from (?:the |any |its |their )?(?:contract )?(?:fees?|price|payments?|invoices?|amounts?|sums?|charges?|bill)(?: (?:due|payable|owed|owing))?(?: to the [a-z]{3,14})?/gi, ''],
  [new RegExp(`,? (?:up )?until (?:the )?(?:actual |final |full )?(?:completion|delivery|date|performance|${work})\\b[^.;\\d]*`, 'gi'), ''],
  [/\b(?:as )?(?:an? )?(?:pre-estimated |agreed )?(?:LDs?|L\.D\.|liquidated (?:and ascertained )?damages?|late (?:fee|charge|delivery charge)s?|delay damages?)(?: \(LDs?\))?(?=,? (?:@|at|of|equal|will|shall|may|is|are|for|\d))/gi, 'penalty'],
  [/\bpenalty (?:amounting to|equal to|equivalent to|calculated at|charged at|(?:shall |will )?(?:be )?(?:levied|imposed|charged|recovered|applied|deducted|payable) (?:at|@)?)(?: ?(?:the|a) rate of)?(?= \d)/gi, 'penalty of'],
  [/\b(?:@|at (?:the|a) (?:rate|sum) of|at the rate)(?= ?[\d$£€])/gi, 'of'],
  [/\b(?:deduct|levy|impose|charge|recover|apply|assess|withhold|claim)(?:s|ed)? (?:an? |the |from the contractor )*(?:penalty|deduction|reduction|fine)(?: (?:of|at|@))*(?= ?[\d$£€])/gi, 'deduct'],
  [new RegExp(`^(?:[^.;\\d]{0,200}?)\\b${party} (?:(?:shall|may|will|can|must|should|has|have|reserves?)(?: (?:the right|be entitled|be liable|have the right|also|then|and))* (?:to )?)(?=(?:deduct|impose|levy|charge|pay)\\b)`, 'gi'), 'late: '],
  [/ (?:shall|will|may|can|is to|are to|must|would|is|are) (?:also )?(?:be )?(?:levied|imposed|charged|recovered|applied|assessed|enforced|incurred|payable)\b(?: (?:on|upon|against|to|by|from) (?:the |an? )?[a-z]{3,14})?/gi, ' deducted'],
  [new RegExp(`(?<=%)(?: of| on)(?: the| such)? (?:(?:total|overall|net|gross|full|agreed|whole|awarded|entire|basic|monthly|undelivered|delayed|unfinished|${price}) )*${price}(?: (?:of|for) (?:the |this |such |any )?(?:[a-z]+ ){0,2}(?:contract|order|work|works|goods|services?|supplies|items?|project|agreement))?`, 'gi'), ''],
  [/\b(?:for (?:each|every)|per) (day|week|month|hour) or (?:any )?part (?:there ?)?of(?: an?| the)?(?: \1)?\b/gi, 'per $1 or part thereof'],
  [new RegExp(`\\b(?:submitted|received|delivered|completed|posted|uploaded|filed|returned) (?:after|past|beyond|later than) ${due}\\b`, 'gi'), 'late'],
  [new RegExp(`\\b(?:from|after|beyond|past|following) ${due}\\b(?: of (?:this|the) (?:contract|agreement|order|assignment))?`, 'gi'), 'late'],
  [/(?<=%|percent|points?|marks?) (?:penalty|deduction|reduction) deducted\b/gi, ' deducted'],
  [/^in (?:the event|case) of (?:there being )?(?:any |an? )?(delay|late)/gi, '$1'],
]; // prettier-ignore

const isService = /\b(?:uptime|downtime|availability|service credits?|sla|fees?|invoice|vendor|buyer|damages)\b/i;
const isLate =
  /\b(?:late(?:ness)?|delay(?:s|ed)?|liquidated|overdue|tard(?:y|iness)|due (?:date|time)|deadline|stipulated|completion date|LDs?)\b/i;
const costs = /\b(?:penal\w*|deduct\w*|lose[sd]?|reduc\w*|off|minus|LDs?|liquidated|damages|fine[sd]?|dock\w*|marked down)\b|(?:^|\s)-\d/i;

const listed = /^\s*(?:[-+•*|\d]|[A-Z]\b)|[:=|]|\s{3,}/;

/** A sentence that only its page has wrapped: every line goes on in small letters. */
function unwrapped(skeleton: Skeleton): Skeleton {
  const [first = '', ...lines] = skeleton.text.trim().split(/\n+/);
  const wrapped =
    lines.length > 0 &&
    (/^[A-Z]/.test(first) || /,$/.test(first.trim())) &&
    [first, ...lines].every((line) => !listed.test(line)) &&
    lines.every((line) => /^\s*[a-z]/.test(line));
  return wrapped && !/[.;]\s*\n/.test(skeleton.text.trim()) ? reworded(skeleton, /\s*\n+\s*/g, ' ') : skeleton;
}

/** A text in the plainer words that sentences are read in. */
export function plainWords(whole: Skeleton): Skeleton {
  const skeleton = unwrapped(whole);
  const given = [
    ...always,
    ...nothing,
    ...(isProgram.test(skeleton.text) ? programmed : []),
    ...(isService.test(skeleton.text) ? service : []),
    ...(/percentile/i.test(skeleton.text) ? ranked : []),
  ];
  const tables = isLate.test(skeleton.text) && costs.test(skeleton.text) ? [...given, ...late] : given;
  return tables.reduce((text, [found, words]) => reworded(text, found, words), skeleton);
}
