/** The reader made ready before it is asked for. */

import { parseAddress } from '../../form/address';
import type { Grid, GridCell } from '../../form/grid';
import type { Texts } from '../../locale/format';
import type { LanguageTag } from '../../locale/language';
import { sampleForm } from '../../template/sampleForm';

/** One criteria text of each common kind: the first of a kind costs what its patterns take to be made, up to a tenth of a second. */
const chinese = [
  '优秀',
  '90-100分为优秀，80-89分为良好',
  '每迟到一次扣2分，最多扣10分',
  '无差错为优秀，3次以上为不合格',
  '满分10分，每低1%扣2分',
];
const english = ['Excellent', '90-100 Excellent, below 60 Poor', 'minus 2 points each time late, at most 10 points'];

/** A header alone, then a form of one row: so each of them costs a part of what the sample would alone. */
const firstRows: readonly Written[] = [
  { A1: '考核指标', B1: '权重', C1: '评分标准', D1: '得分' },
  { A1: 'Indicator', B1: 'Weight', C1: 'Score', A2: '1', B2: 100, A3: '2' },
];

type Written = Readonly<Record<string, string | number>>;

/** A sheet of a workbook that nobody sees. */
function sheetOf(cells: Written): Grid {
  const rows = new Map<number, Map<number, GridCell>>();
  for (const [address, value] of Object.entries(cells)) {
    const { row, column } = parseAddress(address) ?? { row: 1, column: 1 };
    const line = rows.get(row) ?? new Map<number, GridCell>();
    rows.set(row, line.set(column, { value, text: String(value), formula: null, numberFormat: 'General' }));
  }
  return {
    sheet: 'Rubric',
    sheetId: 'Rubric',
    visibility: 'visible',
    isProtected: false,
    usedArea: { top: 1, left: 1, bottom: rows.size, right: 5 },
    rows,
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    tables: [],
  };
}

/** The sample form as a sheet. */
function sampleSheet(texts: Texts): Grid {
  const written = sampleForm(texts, 'Rubric').map(({ cell, after }) => [cell, after.value ?? ''] as const);
  return sheetOf(Object.fromEntries(written.map(([cell, value]) => [cell, typeof value === 'number' ? value : String(value)])));
}

/** Everything that is slower the first time, one piece after the other. */
async function* firstTimes(language: LanguageTag, texts: Texts, load: Load): AsyncGenerator<void> {
  const { checkInPieces } = await load();
  const { readCriteria } = await import('../../rubric');
  for (const text of language === 'en' ? english : chinese) {
    yield;
    readCriteria(text);
  }
  for (const grid of [...firstRows.map(sheetOf), sampleSheet(texts)]) {
    yield;
    const pieces = checkInPieces({ ...nowhere, grids: [grid] });
    while (!pieces.next().done) yield;
  }
}

const nowhere = { name: '', settings: {}, readOnly: true, skipped: [], culture: 'zh-CN' } as const;

type Load = () => Promise<Pick<typeof import('../../actions'), 'checkInPieces'>>;

/**
 * Fetches the actions, reads a few texts of the language the pane is in and checks a form that nobody sees, piece by piece, each once nothing
 * else waits. A page that cannot fetch them now fetches them when they are used.
 */
export async function warmUp(language: LanguageTag, texts: Texts, load: Load): Promise<void> {
  try {
    await idle();
    for await (const _ of firstTimes(language, texts, load)) await idle();
  } catch {
    // Said when the user asks for something.
  }
}

/** The browser's word that it has nothing to do; where it gives none (Safari), a while. */
const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve());
    else setTimeout(resolve, 300);
  });
