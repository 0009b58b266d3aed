/** Who and when: label cells with their values beside them, or inside the label's own cell (`职位：主管`). */
import { plainText } from './plainText';
import { isText, placeOf, type Sheet, type SheetCell } from './sheet';
import type { Field } from './types';

const knownLabel =
  /^(?:(?:员工|教师|教职工|护士|医师|医生|职工|人员|司机|驾驶员|导购|店员|社工|干部|选手|客户|被?考核人?|被评(?:价|估)人|受评人|受考人|受核人|考核对象|应聘者?|候选人|学生|评分|评价|考评|考核|填表)?(?:姓名|人姓名|人|者|对象)|(?:所在|所属|客户|考核|被考核)?(?:部门|科室|单位|班组|公司|门店|中心)(?:名称)?|(?:任职|所在|应聘|现任)?(?:岗位|职位|职务|职称|职级)(?:名称|编制)?|(?:考核|评价|考评|评估|绩效|评定)?(?:期间?|周期|时间|月份|年度|季度|日期|年月|区间)|(?:直接|直属)?(?:上级|主管|领导)|(?:任教|所教|执教)?(?:学科|科目|课程)|学年|学期|年度|年份|月份|日期|时间|工号|班次|员工编号|入职(?:时间|日期)|性别|年龄|学历|毕业(?:学校|院校)|专业|班级|学号|组别|小组|组名|题目|考核维度|考核类型|考核结果|考核人|评分人|评价人|填表日期|name|employee(?: name| id)?|position|title|job title|department|dept\.?|team|group(?: name)?|date|period|review period|reviewer|supervisor|manager|student(?: name| id)?|project(?: name)?|evaluator|judge(?: name)?|name of .*|course|section|class|location)$/;

const knows = (text: string): boolean =>
  knownLabel.test(
    plainText(text)
      .replace(/[:\s]+$/, '')
      .replace(/\([^)]*\)$/, '')
      .trim(),
  );

const inline = /([^\s:：][^:：\n]{0,18}?)\s*[:：][ \t]*((?:(?!\s{2,}|\n)[^:：]|[:：](?=\d))*)/gu;

/** `姓名:谭军     职务:主任` → its labels and values, each in the same cell. */
function inlineFields(cell: SheetCell): Field[] {
  const fields = [...cell.text.matchAll(inline)].map((match) => ({
    label: (match[1] ?? '').replace(/\s+/g, ''),
    labelCell: placeOf(cell),
    cell: placeOf(cell),
    value: (match[2] ?? '').trim(),
  }));
  return fields.filter((field) => field.label.length <= 16);
}

const periodAlone = /^\d{4}\s*年?\s*(?:第?[\d一二三四]+\s*季度|\d{1,2}\s*(?:\(月\)|月|季)|上半年|下半年|[\d.\-/年月]*)$/;

/** The cell to the right of a label: the next content or merged area before the next label, else the neighbour. */
function valueCell(sheet: Sheet, label: SheetCell, line: readonly SheetCell[]): { row: number; column: number; value: string } {
  const next = line.find((cell) => cell.column > label.area.right);
  const limit = next?.column ?? label.area.right + 4;
  for (let column = label.area.right + 1; column < limit; column++) {
    const area = sheet.area(label.row, column);
    if (area.right > area.left) return { row: area.top, column: area.left, value: '' };
  }
  if (next && next.column === label.area.right + 1 && !/[:：]\s*$/.test(next.text))
    return { row: next.row, column: next.column, value: next.text };
  return { row: label.row, column: label.area.right + 1, value: '' };
}

function fieldsInRow(sheet: Sheet, row: number, right: number): Field[] {
  const line = sheet.cellsIn(row).filter((cell) => cell.column <= right + 2);
  const fields: Field[] = [];
  const values = new Set<string>();
  const anyKnown = line.some((cell) => isText(cell) && (knows(cell.text) || /[:：]/.test(cell.text)));
  const inlineStyle = line.filter((cell) => /[:：]\s*\S/.test(cell.text)).length > line.length / 2;
  line.forEach((cell, index) => {
    if (values.has(`${cell.row}:${cell.column}`) || !isText(cell) || cell.text.length > 120) return;
    const open = /[:：]\s*$/.test(cell.text) && !/[:：][^:：]+[:：]\s*$/.test(cell.text);
    const label =
      open ||
      knows(cell.text) ||
      (anyKnown && index % 2 === 0 && line.length >= 4 && line.length % 2 === 0 && cell.text.length <= 8 && !/[:：]/.test(cell.text));
    if (label) {
      const value = open && inlineStyle ? { ...placeOf(cell), value: '' } : valueCell(sheet, cell, line);
      values.add(`${value.row}:${value.column}`);
      fields.push({
        label: cell.text.replace(/[:：]\s*$/, '').replace(/\s+/g, ''),
        labelCell: placeOf(cell),
        cell: { row: value.row, column: value.column },
        value: value.value,
      });
    } else if (/[:：]/.test(cell.text)) fields.push(...inlineFields(cell));
    else if (periodAlone.test(cell.text)) fields.push({ label: '考核期', labelCell: placeOf(cell), cell: placeOf(cell), value: cell.text });
  });
  return fields;
}

/** Whether a cell is a known field label, alone or with its value (`姓名:谭军`). */
export const namesField = (cell: SheetCell): boolean =>
  cell.text.length <= 120 && (knows(cell.text) || inlineFields(cell).some((field) => knows(field.label)));

/** Whether a row holds fields: a known label, or a text with a colon, and no paragraph. */
export const isFieldRow = (sheet: Sheet, row: number): boolean =>
  sheet
    .cellsIn(row)
    .some(
      (cell) =>
        isText(cell) &&
        cell.text.length <= 120 &&
        (knows(cell.text) || inlineFields(cell).some((field) => knows(field.label)) || periodAlone.test(cell.text)),
    );

/** Fields in the given rows, left to right and top to bottom. */
export const fieldsIn = (sheet: Sheet, rows: readonly number[], right: number): Field[] =>
  rows
    .filter((row) => isFieldRow(sheet, row) || sheet.cellsIn(row).some((cell) => /[:：]\s*$/.test(cell.text)))
    .flatMap((row) => fieldsInRow(sheet, row, right));
