/** What an entry may quote from a clause: its pieces without the words that only introduce or close a condition. */

const separators =
  /[，,、;；:：。!！?？/()（）[\]【】"\n]|\s-\s|(?:或者|或是|以及|或|(?<=[\p{Script=Han}])(?<![涉波普殃遍顾推危不])及(?![时格早]))|\b(?:or|and)\b/u;
const lead =
  /^(?:其中|否则|如果|若是|如有|若有|一旦|凡是|凡因|如因|若因|因为|由于|对于|对|凡|如|若|当|有(?!责|效|关|偿|毒|害|序)|每有|每|任何|任意|任|并|且|但|再|另|另外|在此基础上|出现|发生|发现|存在|产生|(?:if|when|any|for|the|a|an)\s)+(?=.{2})/i;
const trail =
  /(?:的情况|的现象|的行为|的时候|的话|时间|时候|者|的|(?<![及按准小课学工同定随平临适到即超])时|则|将|即|就|均|各|每|发现|出现|发生|每发现|每出现|每发生|累计|\s(?:is|are|will|be))+$/i;
const empty =
  /^(?:违|(?:原则上)?每[届年月季周天](?:度)?|原则上|有|出现|发生|发现|存在|产生|任|任意|任何|每|或|及|和|则|否则|再|的|完成|according)?$/i;

/** Verbs that only say that something happened; the matter itself is what an entry quotes. */
export function trimPhrase(text: string): string {
  return text.trim().replace(lead, '').replace(trail, '').trim();
}

/** What may be missing: behind 无 or 未设置 each thing of a list is (无台账或记录). */
const lacking =
  /(?:无(?![责理故证效主关线票照论])|没有|缺少|缺乏|未(?:见|有|设|建|建立|设置|设立|制定|配备|配置|提供|张贴|悬挂|签订|编制|公示|上报|提交|填写))/;
const thing =
  /(?:标语|记录|台[账帐]|制度|计划|方案|措施|资料|档案|标[识志牌线]|证明|证书|设施|设备|器材|材料|物资|用[品具]|报告|签[字名到]|图纸?|报?表|清单|凭证|预案|总结|手续|合同|协议|人员|机构|职责|目标|指标|[箱器具栏牌垫灯])$/;
const stops = /[，,;；:：。!！?？\n]/;

/** Pieces of one list: a thing behind a lack is missing, too. */
function withLack(pieces: readonly string[]): readonly string[] {
  let lack = '';
  return pieces.map((piece) => {
    const own = lacking.exec(piece)?.[0] ?? '';
    const carried = own === '' && lack !== '' && thing.test(trimPhrase(piece)) && !/[不未无没非]/.test(piece);
    if (!carried) lack = own;
    return carried ? lack + piece.trim() : piece;
  });
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
    const pieces = text
      .split(stops)
      .flatMap((stretch) => withLack(stretch.split(separators)))
      .map(trimPhrase);
    const whole = trimPhrase(text.replace(/^[\s，,、]+|[\s，,、]+$/g, ''));
    for (const piece of [...pieces, whole]) if (!empty.test(piece)) found.add(piece);
  }
  return [...found].slice(0, most);
}
