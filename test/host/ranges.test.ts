import { startExcel } from './support';
import type { StartedExcel } from './support';

let app: StartedExcel;
afterEach(() => app.dispose());

it('reads what a sheet holds in one round trip', async () => {
  app = await startExcel({
    sheets: {
      表1: [
        ['指标', '得分'],
        ['质量', 88.5],
        ['合计', '=SUM(B2:B2)'],
      ],
    },
  });
  const { Excel, host } = app;
  let requests = 0;
  const seen = await Excel.run(async (context) => {
    const sheets = context.workbook.worksheets;
    sheets.load('items/name,items/visibility');
    const range = sheets.getItem('表1').getUsedRangeOrNullObject();
    range.load('values,formulas,text,numberFormat,address,valueTypes');
    await context.sync();
    requests = host.traffic.requests;
    return { names: sheets.items.map((sheet) => sheet.name), ...range.toJSON() };
  });
  expect(requests).toBe(1);
  expect(seen.names).toEqual(['表1']);
  expect(seen.address).toBe('表1!A1:B3');
  expect(seen.values).toEqual([
    ['指标', '得分'],
    ['质量', 88.5],
    ['合计', 88.5],
  ]);
  expect(seen.formulas?.[2]).toEqual(['合计', '=SUM(B2:B2)']);
  expect(seen.valueTypes?.[1]).toEqual(['String', 'Double']);
});
