/** Rows of texts and numbers as what stands inside `<sheetData>`; null is an empty cell. */
export type Row = readonly (string | number | null)[];

const cellXml = (written: string | number, address: string): string =>
  typeof written === 'number'
    ? `<c r="${address}"><v>${written}</v></c>`
    : `<c r="${address}" t="inlineStr"><is><t>${written}</t></is></c>`;

export const rowsXml = (rows: readonly Row[]): string =>
  rows
    .map((row, at) => {
      const cells = row.map((written, column) => (written === null ? '' : cellXml(written, `${'ABCDEFGH'[column]}${at + 1}`)));
      return `<row r="${at + 1}">${cells.join('')}</row>`;
    })
    .join('');
