/** What an entry may quote from a clause: its pieces without the words that only introduce or close a condition. */

const separators = /[，,、;；:：。!！?？/()（）[\]【】"\n]|\s-\s|(?:或者|或是|以及|或|(?<=[\p{Script=Han}])(?<![涉波普殃遍顾推危不])及(?![时格早]))|\b(?:or|and)\b/u;
const lead =
  /^(?:其中|否则|如果|若是|如有|若有|一旦|凡是|凡因|如因|若因|因为|由于|对于|对|凡|如|若|当|有(?!责|效|关|偿|毒|害|序)|每有|每|任何|任意|任|并|且|但|再|另|另外|在此基础上|出现|发生|发现|存在|产生|(?:if|when|any|for|the|a|an)\s)+(?=.{2})/i;
const trail =
  /(?:的情况|的现象|的行为|的时候|的话|时间|时候|者|的|(?<![及按准小课学工同定随平临适到即超])时|则|将|即|就|均|各|每|发现|出现|发生|每发现|每出现|每发生|累计|\s(?:is|are|will|be))+$/i;
const empty = /^(?:有|出现|发生|发现|存在|产生|任|任意|任何|每|或|及|和|则|否则|再|的|完成|according)?$/i;

/** Verbs that only say that something happened; the matter itself is what an entry quotes. */
export function trimPhrase(text: string): string {
  return text.trim().replace(lead, '').replace(trail, '').trim();
}

const most = 16;

/**
 * The phrases of a condition.
 *
 * @param texts stretches of a clause, normalised
 * @returns each stretch as a whole and its pieces between separators, trimmed, without repeats, at most 16
 */
export function phrasesOf(...texts: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const text of texts.map((each) => each.slice(0, 300))) {
    const pieces = text.split(separators).map(trimPhrase);
    const whole = trimPhrase(text.replace(/^[\s，,、]+|[\s，,、]+$/g, ''));
    for (const piece of [...pieces, whole]) if (!empty.test(piece)) found.add(piece);
  }
  return [...found].slice(0, most);
}
