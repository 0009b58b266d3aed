/** A small review form as an .xlsx file, and a terminal that remembers what was said. */
import type { Terminal } from '../../src/cli/terminal';
import { packageOf } from '../workbook/xlsx/packageOf';

const text = (cell: string, value: string) => `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (cell: string, value: number, style = 0) => `<c r="${cell}" s="${style}"><v>${value}</v></c>`;

export interface FormOptions {
  /** Score of the second indicator; null leaves it blank. */
  readonly second?: number | null;
  /** XML after the rows: protection, merges. */
  readonly after?: string;
  /** What stands in the total cell. */
  readonly total?: string;
}

/** Two indicators of 60 % and 40 % in rows 3 and 4, scores in D, total in D5. */
export function formFile({ second = 80, after = '', total = '<c r="D5" s="2"/>' }: FormOptions = {}): Uint8Array {
  const rows = [
    `<row r="1">${text('A1', '月度绩效考核评分表')}</row>`,
    `<row r="2">${text('A2', '序号')}${text('B2', '考核指标')}${text('C2', '权重')}${text('D2', '得分')}</row>`,
    `<row r="3">${number('A3', 1)}${text('B3', '工作质量')}${number('C3', 0.6, 1)}${number('D3', 90)}</row>`,
    `<row r="4">${number('A4', 2)}${text('B4', '工作效率')}${number('C4', 0.4, 1)}${second === null ? '<c r="D4"/>' : number('D4', second)}</row>`,
    `<row r="5">${text('B5', '合计')}${total}</row>`,
  ];
  const styles = '<cellXfs><xf/><xf numFmtId="9"/><xf numFmtId="2"/></cellXfs>';
  return packageOf(
    [
      { name: '考核表', rows: rows.join(''), after },
      { name: '说明', rows: `<row r="1">${text('A1', '填表说明')}</row>` },
    ],
    { styles },
  );
}

export interface RecordedTerminal extends Terminal {
  readonly out: string[];
  readonly errors: string[];
}

export function recordedTerminal(language: Terminal['language'] = 'en', input: readonly string[] = []): RecordedTerminal {
  const out: string[] = [];
  const errors: string[] = [];
  async function* lines() {
    yield* input;
  }
  return { out, errors, language, write: (said) => void out.push(said), complain: (line) => void errors.push(line), lines: lines() };
}
