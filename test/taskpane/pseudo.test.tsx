import { act, screen, waitFor } from '@testing-library/react';
import { resources } from '../../src/locale';
import { pseudo, pseudoTexts } from '../locale/pseudo';
import { previewFill } from '../../src/taskpane/desk/fill';
import type { Screen } from '../../src/taskpane/store';
import type { Rows } from '../actions/memoryWorkbook';
import { readingChoices } from '../../src/taskpane/view/readingChoices';
import { openPane, type Bench } from './bench';

jest.setTimeout(60_000);

const texts = pseudoTexts(resources.en);
/** A form in Chinese, so that no English word on the screen comes from a cell. One of its criteria can be read in several ways. */
const rows: Rows = [
  ['月度考核', null, null, null],
  ['姓名：', '王晓燕', null, null],
  ['指标', '权重', '评分标准', '得分'],
  ['满意度', '60%', '90-100为优秀，80-89为良好，60-79为合格，低于60为不合格', 92],
  ['出勤', '40%', '100分；低于95%时每低1%扣2分', '93.5%'],
  ['合计', null, null, null],
];
const wordsOf = (text: string): string[] => text.match(/\p{L}+/gu) ?? [];
const cellWords = new Set([...rows.flat().filter((value) => typeof value === 'string'), 'Review'].flatMap(wordsOf));
/** What no language translates: names of functions, formulas and cells, units and operators in criteria, and the languages' own names. */
const sameEverywhere = /^=.*$|RUBRIC_\w+|RUBRIC|\$?\b[A-Z]{1,3}\$?\d+\b|^(简体中文|繁體中文|English)$/gmu;

/** Words on the page, and in what screen readers say of it, that stand outside of the brackets of a text and come from no cell. */
function strangeWords(): string[] {
  const spoken = [...document.querySelectorAll('body *')].flatMap((element) =>
    ['aria-label', 'title', 'placeholder', 'alt'].map((name) => element.getAttribute(name) ?? ''),
  );
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const shown: string[] = [];
  while (walker.nextNode())
    if (!walker.currentNode.parentElement?.closest('style, script')) shown.push(walker.currentNode.textContent ?? '');
  return [...new Set([...shown, ...spoken].flatMap(outsideOfTexts))];
}

function outsideOfTexts(shown: string): string[] {
  let rest = shown;
  // Innermost first: a text may be a detail of another.
  while (/⟦[^⟦⟧]*⟧/u.test(rest)) rest = rest.replace(/⟦[^⟦⟧]*⟧/gu, ' ');
  return wordsOf(rest.replace(sameEverywhere, ' ')).filter((word) => !cellWords.has(word));
}

async function openedEverything(): Promise<Bench> {
  const bench = await openPane({ Review: rows });
  await act(async () => bench.desk.store.setState({ texts, language: 'en' }));
  await bench.user.click(screen.getByRole('button', { name: texts['action.check'] as string }));
  await screen.findByText(/月度考核/);
  await act(() => previewFill(bench.desk));
  bench.select('Review', 'D5');
  // The possible readings are written in the language of the criteria.
  const { assessments = [] } = bench.desk.store.getState().checked ?? {};
  const readings = assessments.flatMap(({ indicators }) => indicators.flatMap(({ reading }) => (reading ? readingChoices(reading) : [])));
  readings.flatMap(wordsOf).forEach((word) => cellWords.add(word));
  return bench;
}

const screens: readonly Screen[] = ['welcome', 'review', 'form', 'fill', 'pictures', 'policies', 'formula', 'send'];

describe('with texts that no language has', () => {
  test.each(screens)('every word of the %s screen comes from src/locale or from a cell', async (one) => {
    const bench = await openedEverything();
    await act(async () => bench.desk.store.setState({ screen: one, openForm: 'Review!A1:D6' }));
    await waitFor(() => expect(screen.getByRole('main').textContent).toContain('⟦'));
    await act(() => new Promise((resolve) => setTimeout(resolve, 300)));
    expect(strangeWords()).toEqual([]);
  });

  test('a word of a component’s own would be found', () => {
    document.body.innerHTML = `<p>${pseudo('Total')} D5 出勤</p><button aria-label="Close"></button><p>Weight ${pseudo('x')}</p>`;
    expect(strangeWords()).toEqual(['Weight', 'Close']);
  });
});
