/** No text of a form is cut off: every cell against fonts as they were measured, the widest and the highest that stand in for a form's own. */
import { gallery, loadTemplate } from '../../src/template/gallery';
import type { PlanCell, SheetPlan } from '../../src/template/sheetPlan';
import { sheetPlanOf } from '../../src/template/sheetPlanOf';
import { lineCount, textWidth } from '../../src/template/sheet/textSize';
import { looks } from '../../src/workbook/sheetLook';
import { examples, vetoForm } from './examples';
import { measuredFonts, type MeasuredFont } from './measuredFonts';

/** At 96 to the inch: a character of a column's width, a cell's margins, a step of indent. */
const pixels = { point: 96 / 72, character: 7, margins: 4, indent: 13 };

const advance = (char: string, widths: readonly number[]): number => (widths[(char.codePointAt(0) ?? 0) - 32] ?? 1000) / 1000;
const closing = /[、。，；：！？）》」』”’,.;:!?)]/;

/** Lines as a host breaks them: at spaces and beside Chinese characters, never before a closing mark; a word wider than the cell anywhere. */
function measuredLines(text: string, room: number, widthOf: (char: string) => number): number {
  let [lines, used] = [1, 0];
  /** What has been set since the last place where the line may break. */
  let tail = 0;
  const chars = [...text];
  chars.forEach((char, at) => {
    if (char === '\n') [lines, used, tail] = [lines + 1, 0, 0];
    else {
      const width = widthOf(char);
      const next = chars[at + 1] ?? ' ';
      if (char !== ' ' && used + width > room) {
        lines += 1;
        used = tail + width > room ? 0 : tail;
        tail = used;
      }
      used += width;
      const mayBreak = char === ' ' || ((/[\u2e80-\uffef]/.test(char) || /[\u2e80-\uffef]/.test(next)) && !closing.test(next));
      tail = mayBreak ? 0 : tail + width;
    }
  });
  return lines;
}

interface Shown {
  readonly cell: PlanCell;
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

function shownTexts({ cells, merges, widths, heights }: SheetPlan): readonly Shown[] {
  const sumOf = (from: number, to: number, size: (at: number) => number): number =>
    Array.from({ length: to - from + 1 }, (_, at) => size(from + at)).reduce((sum, each) => sum + each, 0);
  return cells.flatMap((cell) => {
    if (cell.content.kind !== 'text') return [];
    const { row, column } = cell;
    const area = merges.find(({ top, left }) => top === row && left === column) ?? { top: row, left: column, bottom: row, right: column };
    return [
      {
        cell,
        text: cell.content.text,
        width: sumOf(area.left, area.right, (at) => widths[at - 1] ?? 0),
        height: sumOf(area.top, area.bottom, (at) => heights.get(at) ?? 15),
      },
    ];
  });
}

/** Texts that need more than they have in a font. */
const cutIn = (plan: SheetPlan, font: MeasuredFont): readonly string[] =>
  shownTexts(plan).flatMap(({ cell, text, width, height }) => {
    const { size, bold, indent } = looks[cell.style];
    const room = width * pixels.character - pixels.margins - indent * pixels.indent;
    const widthOf = (char: string): number => advance(char, bold ? font.bold : font.regular) * size * pixels.point;
    const line = /[\u2e80-\uffef]/.test(text) ? font.line.chinese : font.line.latin;
    const needed = (measuredLines(text, room, widthOf) * size * line) / 1000;
    return needed > height ? [`row ${cell.row} column ${cell.column} needs ${needed.toFixed(1)} of ${height}: ${text.slice(0, 60)}`] : [];
  });

const documents = gallery.flatMap(({ id, languages }) => languages.map((language) => ({ id, language })));

type Named = (typeof documents)[number];
const plans = new Map<Named, SheetPlan>();
beforeAll(async () => {
  for (const one of documents) plans.set(one, sheetPlanOf(await loadTemplate(one.id, one.language)));
});
const planOf = (one: Named): SheetPlan => plans.get(one) as SheetPlan;

describe.each(measuredFonts)('in $name', (font) => {
  test.each(documents)('$id in $language shows all of its texts', (one) => {
    expect(cutIn(planOf(one), font)).toEqual([]);
  });

  test.each([...examples, vetoForm].map((template) => [template.id, template] as const))('%s shows all of its texts', (_id, template) => {
    expect(cutIn(sheetPlanOf(template), font)).toEqual([]);
  });

  test('texts are never wider than they are estimated', () => {
    const sentences = ['The complaint is answered within two working days;', 'Grade A: 95 or above', 'Reports 3 (of 4), on time'];
    for (const text of sentences)
      for (const bold of [false, true]) {
        const widths = bold ? font.bold : font.regular;
        const measured = ([...text].reduce((sum, char) => sum + advance(char, widths), 0) * 10 * pixels.point) / pixels.character;
        expect(textWidth(text, { size: 10, bold, air: 5 })).toBeGreaterThanOrEqual(measured * 0.999);
      }
  });
});

test('a row is never higher than Excel allows, so that nothing is cut there either', () => {
  expect(Math.max(...[...plans.values()].flatMap(({ heights }) => [...heights.values()]))).toBeLessThan(409);
});

test.each([
  ['an empty text has one line', '', 20, 1],
  ['a word has one line', 'complaint', 20, 1],
  ['a space that hangs over the edge breaks no line, but the word behind it does', 'iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii WWW', 20, 2],
  ['a word wider than the cell is broken', 'WWWWWWWWWWWWWWWWWWWW', 14.4, 4],
  ['each paragraph begins a line', 'a\nb\nc', 20, 3],
  ['Chinese is broken between characters', '服务态度良好无投诉', 12.4, 2],
  ['a mark does not begin a line', '服务态度良，好', 12.4, 2],
])('%s', (_name, text, width, lines) => {
  expect(lineCount(text, width)).toBe(lines);
});
