import type { Sheet } from '../files/read-workbook.ts';
import { RosterFault } from '../files/roster-fault.ts';
import { MAX_KEY_CHARACTERS, MAX_ORGANISATION_NAME_CHARACTERS } from '../limits.ts';
import type { ProblemBook } from '../problem-book.ts';
import type { ReadOptions, Roster, RosterSource } from '../roster.ts';
import { RosterBuilder } from '../roster-builder.ts';
import type { RosterRow } from '../roster-row.ts';
import { readOrganisationKind, readStage } from '../rules/read-organisation-kind.ts';
import { readRelationship, relationshipChoices } from '../rules/relationships.ts';
import { readSheetTable } from './sheet-table.ts';
import { personKey, studentKeyOf, TemplatePlaces } from './template-keys.ts';
import {
  type CarerColumn,
  carerSheet,
  INSTRUCTIONS_SHEET,
  type OrganisationColumn,
  organisationSheet,
  postWords,
  SAMPLE_MARK,
  type StaffColumn,
  type StudentColumn,
  staffSheet,
  studentSheet,
  type TemplateSheet,
  templateSheets,
} from './template-sheets.ts';

const source: RosterSource = { system: 'xlsx', version: '1', mode: 'delta', keysArePersonal: true };

/** Reads our own workbook: sheets 机构, 教职工, 学生, 家长, any of which may be left out. */
export function readTemplate(
  sheets: readonly Sheet[],
  problems: ProblemBook,
  options: ReadOptions,
): Roster {
  const found = new Map<string, Sheet | undefined>(
    templateSheets.map((spec) => [spec.name, findSheet(sheets, spec)]),
  );
  noteOtherSheets(sheets, [...found.values()], problems);
  const reader = new TemplateReader(problems, options);
  const read = <Name extends string>(
    spec: TemplateSheet<Name>,
    take: (row: RosterRow<Name>) => void,
  ) => {
    const sheet = found.get(spec.name);
    if (!sheet) return;
    readSheetTable(sheet, spec.columns, problems, take);
    options.progress?.({ sheet: sheet.name, rows: sheet.rows.length });
  };
  read<OrganisationColumn>(organisationSheet, (row) => reader.takeOrganisation(row));
  reader.builder.checkParents();
  read<StudentColumn>(studentSheet, (row) => reader.takeStudent(row));
  read<StaffColumn>(staffSheet, (row) => reader.takeStaff(row));
  read<CarerColumn>(carerSheet, (row) => reader.takeCarer(row));
  return reader.builder.build(source);
}

class TemplateReader {
  readonly builder: RosterBuilder;
  private readonly places: TemplatePlaces;

  constructor(problems: ProblemBook, options: ReadOptions) {
    this.builder = new RosterBuilder(problems, source, options);
    this.places = new TemplatePlaces(this.builder, options.today);
  }

  takeOrganisation(row: RosterRow<OrganisationColumn>): void {
    const name = row.name('name', MAX_ORGANISATION_NAME_CHARACTERS);
    if (name.startsWith(SAMPLE_MARK)) return;
    const code = keyOf(row, 'code');
    const kindText = row.required('kind');
    const kind = readOrganisationKind(kindText);
    const isOwn = kind !== undefined && kind !== 'grade' && kind !== 'class';
    if (kindText !== '' && !isOwn) {
      row.reject('value-unknown', 'kind', kindText, '区、街道、社区、学校、幼儿园');
    }
    const stageText = row.text('stage');
    const stage = stageText === '' ? null : readStage(stageText);
    if (stage === undefined) row.reject('value-unknown', 'stage', stageText, '小学、初中、高中');
    this.builder.addOrganisation(
      {
        key: code,
        kind: kind ?? 'school',
        name,
        parent: row.numberText('parent') || null,
        code,
        stage: kind === 'kindergarten' ? 'kindergarten' : (stage ?? null),
        entered_in: null,
        left: false,
        sheet: row.sheet,
        row: row.row,
      },
      row,
    );
  }

  takeStudent(row: RosterRow<StudentColumn>): void {
    const name = row.name('name');
    if (name.startsWith(SAMPLE_MARK)) return;
    const student_number = keyOf(row, 'student_number', false) || null;
    const id_number = row.idNumber('id_number');
    if (student_number === null && id_number === null && !row.isRejected) {
      row.reject('value-missing', 'student_number');
    }
    const school = this.places.findSchool(row, 'school');
    const gender = row.gender('gender');
    const born_on = row.day('born_on');
    const began_on = row.day('began_on');
    const ended_on = row.day('ended_on');
    requireOrder(row, began_on, ended_on);
    const place = this.places.classOf(row, school, row.required('grade'), row.required('class'));
    this.places.keepStudentNumbers(student_number, id_number);
    this.builder.addStudent(
      {
        key: studentKeyOf(student_number, id_number),
        name,
        gender,
        born_on,
        student_number,
        id_number,
        class: place,
        began_on,
        ended_on,
        left: ended_on !== null,
        sheet: row.sheet,
        row: row.row,
      },
      row,
    );
  }

  takeStaff(row: RosterRow<StaffColumn>): void {
    const name = row.name('name');
    if (name.startsWith(SAMPLE_MARK)) return;
    const phone = row.phone('phone');
    const id_number = row.idNumber('id_number');
    if (phone === null && id_number === null && !row.isRejected)
      row.reject('value-missing', 'phone');
    const school = this.places.findSchool(row, 'school');
    const gender = row.gender('gender');
    const roleText = row.required('role');
    const role = Object.hasOwn(postWords, roleText)
      ? postWords[roleText as keyof typeof postWords]
      : undefined;
    if (roleText !== '' && role === undefined) {
      row.reject('value-unknown', 'role', roleText, Object.keys(postWords).join('、'));
    }
    const began_on = row.day('began_on');
    const ended_on = row.day('ended_on');
    requireOrder(row, began_on, ended_on);
    const atClass = role === 'class-teacher' || row.text('class') !== '';
    const organisation = atClass
      ? this.places.classOf(row, school, row.required('grade'), row.required('class'))
      : school;
    if (row.isRejected || role === undefined) return;
    const { sheet, row: number } = row;
    const key = personKey(name, phone, id_number);
    const person = { key, name, gender, phone, id_number, left: false, sheet, row: number };
    this.builder.meetPerson(person, row);
    if (row.isRejected) return;
    this.builder.addPost({
      person: key,
      organisation,
      role,
      began_on,
      ended_on,
      sheet,
      row: number,
    });
  }

  takeCarer(row: RosterRow<CarerColumn>): void {
    const studentName = row.text('student_name');
    if (studentName.startsWith(SAMPLE_MARK)) return;
    const number = row.numberText('student').toUpperCase();
    if (number === '' && !row.isRejected) row.reject('value-missing', 'student');
    const student = number === '' ? '' : this.places.findStudent(row, number, studentName);
    const name = row.name('name');
    const phone = row.phone('phone');
    const id_number = row.idNumber('id_number');
    const word = row.required('relationship');
    const relationship = readRelationship(word);
    if (word !== '' && relationship === undefined) {
      row.reject('value-unknown', 'relationship', word, relationshipChoices.join('、'));
    }
    const is_main = flag(row, 'is_main');
    const left = flag(row, 'left');
    if (row.isRejected || relationship === undefined) return;
    const { sheet, row: at } = row;
    const key = personKey(name, phone, id_number, `${student}\n${relationship}`);
    const person = { key, name, gender: null, phone, id_number, left: false, sheet, row: at };
    this.builder.meetPerson(person, row);
    if (row.isRejected) return;
    this.builder.addGuardianship({
      student,
      carer: key,
      relationship,
      is_main,
      left,
      sheet,
      row: at,
    });
  }
}

function keyOf<Name extends string>(row: RosterRow<Name>, name: Name, isRequired = true): string {
  const key = row.numberText(name).toUpperCase();
  if (key === '' && isRequired && !row.isRejected) row.reject('value-missing', name);
  if (key.length > MAX_KEY_CHARACTERS) {
    row.reject('value-too-long', name, key, String(MAX_KEY_CHARACTERS));
  }
  return key;
}

function requireOrder<Name extends string>(
  row: RosterRow<Name | 'ended_on'>,
  began: string | null,
  ended: string | null,
): void {
  if (began !== null && ended !== null && ended < began) {
    row.reject('days-in-wrong-order', 'ended_on', ended, began);
  }
}

function flag<Name extends string>(row: RosterRow<Name>, name: Name): boolean {
  const text = row.text(name).toLowerCase();
  if (['是', '1', '√', 'y', 'yes', 'true', '主要'].includes(text)) return true;
  if (!['', '否', '0', 'n', 'no', 'false', '×'].includes(text)) {
    row.reject('value-unknown', name, text, '是、否');
  }
  return false;
}

function findSheet(
  sheets: readonly Sheet[],
  { name, aliases }: TemplateSheet<string>,
): Sheet | undefined {
  const plain = (text: string) => text.trim().toLowerCase();
  return (
    sheets.find((sheet) => plain(sheet.name) === name) ??
    sheets.find((sheet) => aliases.includes(plain(sheet.name)))
  );
}

function noteOtherSheets(
  sheets: readonly Sheet[],
  found: readonly (Sheet | undefined)[],
  problems: ProblemBook,
): void {
  if (found.every((sheet) => sheet === undefined)) {
    const names = sheets.map((sheet) => sheet.name).join('、');
    throw new RosterFault('sheet-missing', names, names, studentSheet.name);
  }
  for (const sheet of sheets) {
    if (found.includes(sheet) || sheet.name === INSTRUCTIONS_SHEET) continue;
    if (sheet.rows.length > 0) problems.addToSheet('sheet-not-read', sheet.name, sheet.name);
  }
}
