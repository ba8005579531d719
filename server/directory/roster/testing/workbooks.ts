import readExcelFile from 'read-excel-file/node';
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { checkLetterOf } from '../rules/id-number.ts';

export const STUDENT_HEADER = [
  '姓名',
  '性别',
  '出生日期',
  '学籍号',
  '身份证号',
  '学校代码',
  '年级',
  '班级',
];
export const CARER_HEADER = [
  '学生学籍号',
  '学生姓名',
  '家长姓名',
  '与学生关系',
  '手机号',
  '身份证号',
  '主要照护人',
];
export const ORGANISATION_HEADER = ['机构代码', '机构名称', '类型', '上级机构代码', '学段'];
export const STAFF_HEADER = [
  '姓名',
  '手机号',
  '性别',
  '身份证号',
  '学校代码',
  '职务',
  '年级',
  '班级',
];

/** A workbook with these sheets; text is written as text, numbers as numbers, dates as dates. */
export async function workbook(sheets: Readonly<Record<string, SheetData>>): Promise<Buffer> {
  return writeExcelFile(
    Object.entries(sheets).map(([sheet, data]) => ({ sheet, data })),
    {},
  ).toBuffer();
}

/** A made-up ID number (division 999001) with a right check digit. `order` odd is male. */
export function idNumber(birthDate: string, order: number): string {
  const digits = `999001${birthDate.replaceAll('-', '')}${String(order).padStart(3, '0')}`;
  return digits + checkLetterOf(digits);
}

/** A student's row under `STUDENT_HEADER`. */
export function studentRow(
  name: string,
  number: string,
  more: { gender?: string; born?: SheetData[number][number]; id?: SheetData[number][number] } = {},
): SheetData[number] {
  const { gender = '男', born = '2017-03-12', id = '' } = more;
  return [name, gender, born, number, id, 'S001', '三年级', '1班'];
}

/** A carer's row under `CARER_HEADER`. */
export function carerRow(
  student: string,
  name: string,
  phone: SheetData[number][number],
  relationship = '父亲',
): SheetData[number] {
  return [student, '', name, relationship, phone, '', ''];
}

/** The rows of a workbook's first sheet, as somebody finds them who opens it. */
export async function rowsOfFirstSheet(bytes: Buffer): Promise<readonly (readonly unknown[])[]> {
  const [sheet] = await readExcelFile(bytes);
  return sheet?.data ?? [];
}
