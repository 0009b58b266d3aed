import { checkSnapshot } from '../../src/actions';
import { languages, resources } from '../../src/locale';
import { sampleForm } from '../../src/template/sampleForm';
import { parseAddress } from '../../src/form/address';
import { gridOf, type Rows } from '../actions/memoryWorkbook';

/** What stands on the sheet once the sample is written. */
function written(language: (typeof languages)[number]): Rows {
  const rows: (string | number | null)[][] = Array.from({ length: 8 }, () => [null, null, null, null, null]);
  for (const { cell, after } of sampleForm(resources[language], 'Sheet1')) {
    const place = parseAddress(cell);
    if (place) (rows[place.row - 1] as (string | number | null)[])[place.column - 1] = after.value;
  }
  return rows;
}

describe.each(languages)('the sample in %s', (language) => {
  const snapshot = {
    name: 's',
    grids: [gridOf('Sheet1', written(language))],
    settings: {},
    readOnly: false,
    skipped: [],
    culture: language,
  };
  const { assessments } = checkSnapshot(snapshot);

  test('is found as one form with four indicators and two raters', () => {
    expect(assessments).toHaveLength(1);
    expect(assessments[0]?.indicators).toHaveLength(4);
    expect(assessments[0]?.form.scores).toHaveLength(2);
  });

  test('has a total to fill, and one that waits for the missing entry', () => {
    const totals = assessments[0]?.totals.map(({ total, expected, blockedBy }) => [total.column, expected, blockedBy]);
    expect(totals).toEqual([
      [4, '89.90', []],
      [5, null, ['E7']],
    ]);
  });
});

test('no cell of the sample begins like a formula', () => {
  const texts = languages.flatMap((language) => sampleForm(resources[language], 'S').map(({ after }) => String(after.value)));
  expect(texts.filter((text) => text === '' || /^[=+@-]/.test(text))).toEqual([]);
});
