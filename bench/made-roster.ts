import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { phoneNumber, withCheckDigit } from '../demo/index.ts';
import { applyRoster, readRoster } from '../server/directory/roster/index.ts';
import { dateInShanghai } from '../server/plan/index.ts';
import type { Bed } from './bed.ts';

const GRADES = ['01', '02', '03', '04', '05', '06'];
const STUDENTS_A_CLASS = 42;
const SURNAMES = [...'李王张刘陈杨黄周吴罗徐赵何唐谢蒋邓曾朱胡'];
const GIVEN = [...'子轩浩宇雨桐欣怡明远思琪嘉乐知行清禾安然'];
const DAYS_OF_BIRTH = 2100;
const FIRST_BIRTH = Date.UTC(2014, 0, 1);

export interface RosterSize {
  readonly schools: number;
  /** Spread evenly over the schools, two carers each. */
  readonly students: number;
}

/** The roster's people and places in the district, as a district officer would import them. */
export async function importMadeRoster({ district, environment }: Bed, size: RosterSize) {
  const folder = join(environment.GONGYU_DATA, 'roster');
  await writeMadeRoster(folder, size);
  const at = district.clock();
  const roster = await readRoster(folder, { today: dateInShanghai(at) });
  await applyRoster(district, roster, { actor: null, reach: 'all', at });
}

/** A OneRoster 1.1 folder of made-up people; the first school has a principal. Always the same for the same size. */
export async function writeMadeRoster(folder: string, size: RosterSize): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, 'manifest.csv'),
    'propertyName,value\nmanifest.version,1.0\noneroster.version,1.1\n' +
      'file.orgs,bulk\nfile.classes,bulk\nfile.users,bulk\nfile.demographics,bulk\nfile.enrollments,bulk\n',
  );
  await writeRows(folder, 'orgs', orgs(size));
  await writeRows(folder, 'classes', classes(size));
  await writeRows(folder, 'users', users(size));
  await writeRows(folder, 'demographics', demographics(size));
  await writeRows(folder, 'enrollments', enrolments(size));
}

function* orgs({ schools }: RosterSize): Generator<string> {
  yield 'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId';
  yield 'district,,,示例区,district,,';
  for (let school = 0; school < schools; school += 1) {
    yield `school-${school},,,第${school + 1}实验小学,school,S${school + 1},district`;
  }
}

function* classes(size: RosterSize): Generator<string> {
  yield 'sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods';
  for (let school = 0; school < size.schools; school += 1) {
    for (const grade of GRADES) {
      for (let room = 0; room < classesAGrade(size); room += 1) {
        yield `class-${school}-${grade}-${room},,,${room + 1}班,${grade},course,,homeroom,,school-${school},,,,`;
      }
    }
  }
}

function* users(size: RosterSize): Generator<string> {
  yield 'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,metadata.cn.idNumber,metadata.cn.relationship,metadata.cn.mainCarerOf';
  yield 'principal,,,true,school-0,principal,,,校长,周,,,,,,,,,,,';
  for (let index = 0; index < size.students; index += 1) {
    const { school, grade } = placeOf(size, index);
    // Half of the schools' lists have ID numbers.
    const idNumber = index % 2 ? idNumberOf(index) : '';
    yield `student-${index},,,true,school-${school},student,,,${given(index)},${surname(index)},,G2025${index},,,,"father-${index},mother-${index}",${grade},,${idNumber},,`;
  }
  for (let index = 0; index < size.students; index += 1) {
    const [father, mother] = [phoneNumber(2 * index), phoneNumber(2 * index + 1)];
    const main = index % 2 ? `student-${index}` : '';
    yield `father-${index},,,true,district,parent,,,${given(index + 5)},${surname(index)},,,,${father},,student-${index},,,,51,${main}`;
    yield `mother-${index},,,true,district,parent,,,${given(index + 9)},${surname(7 * index)},,,,${mother},,student-${index},,,,52,`;
  }
}

function* demographics({ students }: RosterSize): Generator<string> {
  yield 'sourcedId,status,dateLastModified,birthDate,sex';
  for (let index = 0; index < students; index += 1) {
    yield `student-${index},,,${bornOn(index)},${index % 2 ? 'male' : 'female'}`;
  }
}

function* enrolments(size: RosterSize): Generator<string> {
  yield 'sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate';
  for (let index = 0; index < size.students; index += 1) {
    const { school, grade, room } = placeOf(size, index);
    yield `enrolment-${index},,,class-${school}-${grade}-${room},school-${school},student-${index},student,,2025-09-01,`;
  }
}

function placeOf(size: RosterSize, index: number) {
  const turn = Math.floor(index / size.schools);
  const grade = GRADES[turn % GRADES.length] as string;
  const room = Math.floor(turn / GRADES.length) % classesAGrade(size);
  return { school: index % size.schools, grade, room };
}

function classesAGrade({ schools, students }: RosterSize): number {
  return Math.ceil(students / schools / GRADES.length / STUDENTS_A_CLASS);
}

function surname(index: number): string {
  return SURNAMES[index % SURNAMES.length] as string;
}

function given(index: number): string {
  const second = Math.floor(index / GIVEN.length) + 3 * index;
  return `${GIVEN[index % GIVEN.length]}${GIVEN[second % GIVEN.length]}`;
}

function bornOn(index: number): string {
  const day = new Date(FIRST_BIRTH + (index % DAYS_OF_BIRTH) * 86_400_000);
  return day.toISOString().slice(0, 10);
}

/** Of nobody, and no two the same: division 999xxx is not assigned. */
function idNumberOf(index: number): string {
  const round = Math.floor(index / DAYS_OF_BIRTH);
  const [division, serial] = [Math.floor(round / 500), 2 * (round % 500) + (index % 2)];
  const digits = bornOn(index).replaceAll('-', '');
  return withCheckDigit(`999${pad(division)}${digits}${pad(serial)}`);
}

function pad(number: number): string {
  return String(number).padStart(3, '0');
}

async function writeRows(folder: string, name: string, rows: Iterable<string>): Promise<void> {
  const file = createWriteStream(join(folder, `${name}.csv`));
  for (const row of rows) if (!file.write(`${row}\n`)) await once(file, 'drain');
  file.end();
  await once(file, 'finish');
}
