import { describe, expect, it } from 'vitest';
import type { SheetData } from 'write-excel-file/node';
import { makeZip } from '../testing/make-zip.ts';
import { briefly, firstWords, scratchFolder, TODAY } from '../testing/scratch-folder.ts';
import {
  CARER_HEADER,
  carerRow,
  idNumber,
  ORGANISATION_HEADER,
  STAFF_HEADER,
  STUDENT_HEADER,
  studentRow,
  workbook,
} from '../testing/workbooks.ts';

const scratch = scratchFolder();
const organisations: SheetData = [
  ORGANISATION_HEADER,
  ['D1', '示例新区', '区', '', ''],
  ['J1', '麓湖街道', '街道', 'D1', ''],
  ['S001', '麓湖小学', '学校', 'J1', '小学'],
  ['S002', '麓湖幼儿园', '幼儿园', 'J1', ''],
];
const twins = [
  studentRow('王一诺', 'G1', { gender: '女' }),
  studentRow('王一然', 'G2', { gender: '女' }),
];

async function read(sheets: Readonly<Record<string, SheetData>>) {
  return scratch.read('roster.xlsx', await workbook(sheets));
}

async function readStudents(...rows: SheetData) {
  return read({ 机构: organisations, 学生: [STUDENT_HEADER, ...rows] });
}

async function readCarers(...rows: SheetData) {
  return read({ 学生: [STUDENT_HEADER, ...twins], 家长: [CARER_HEADER, ...rows] });
}

describe('our workbook', () => {
  it('makes grades and classes of what the rows of students say', async () => {
    const roster = await read({
      机构: organisations,
      学生: [
        STUDENT_HEADER,
        ...twins,
        ['张伟', '男', '2020-05-05', 'K7', '', '麓湖幼儿园', '大班', '向日葵'],
      ],
      教职工: [
        STAFF_HEADER,
        ['林小雨', '10000000202', '女', '', 'S001', '班主任', '三年级', '(1)班'],
      ],
    });
    expect(briefly(roster)).toEqual([]);
    expect(
      roster.organisations.map(({ key, kind, name, parent, entered_in }) =>
        [key, kind, name, parent ?? '—', entered_in ?? ''].join(' ').trim(),
      ),
    ).toEqual([
      'D1 district 示例新区 —',
      'J1 subdistrict 麓湖街道 D1',
      'S001 school 麓湖小学 J1',
      'S002 kindergarten 麓湖幼儿园 J1',
      'S001/primary-2023 grade 三年级 S001 2023',
      'S001/primary-2023/1班 class 三年级1班 S001/primary-2023 2023',
      'S002/kindergarten-2023 grade 大班 S002 2023',
      'S002/kindergarten-2023/向日葵 class 向日葵 S002/kindergarten-2023 2023',
    ]);
    expect(roster.students.map((student) => student.class)).toEqual([
      'S001/primary-2023/1班',
      'S001/primary-2023/1班',
      'S002/kindergarten-2023/向日葵',
    ]);
    expect(roster.posts).toMatchObject([
      { organisation: 'S001/primary-2023/1班', role: 'class-teacher' },
    ]);
  });

  it('finds the same class next school year, one grade higher', async () => {
    const now = await readStudents(studentRow('王一诺', 'G1'));
    const later = await scratch.read(
      'later.xlsx',
      await workbook({
        机构: organisations,
        学生: [STUDENT_HEADER, ['王一诺', '男', '2017-03-12', 'G1', '', 'S001', '四年级', '1']],
      }),
      { today: '2026-09-10' },
    );
    expect(TODAY < '2026-09-10').toBe(true);
    expect(later.students[0]?.class).toBe(now.students[0]?.class);
    expect(later.organisations.find(({ kind }) => kind === 'grade')?.name).toBe('四年级');
  });

  it('reads titles above the header, a header merged over two rows, and blank rows between', async () => {
    const roster = await read({
      机构: organisations,
      学生: [
        [{ value: '2025—2026 学年学生花名册', columnSpan: 8 }],
        [
          '姓名*',
          '性别',
          '出生日期',
          { value: '证件', columnSpan: 2 },
          null,
          '学校代码',
          '年级',
          '班级',
        ],
        [null, null, null, '学籍号', '身份证号(选填)', null, null, null],
        twins[0] ?? [],
        [null, null, '  ', null, null, null, null, null],
        twins[1] ?? [],
        ['坏行', '男', '不知道', 'G3', '', 'S001', '三年级', '1班'],
      ],
    });
    expect(roster.students.map(({ name, row }) => `${name} ${row}`)).toEqual([
      '王一诺 4',
      '王一然 6',
    ]);
    expect(briefly(roster)).toEqual(['day-wrong 学生 7 C']);
  });

  it.each<[string, SheetData[number][number]]>([
    ['an Excel date', { value: new Date(Date.UTC(2018, 8, 1)), type: Date, format: 'yyyy-mm-dd' }],
    ['an Excel serial number', 43_344],
    ['2018/9/1', '2018/9/1'],
    ['2018年9月1日', '2018年9月1日'],
    ['the number 20180901', 20_180_901],
    ['full-width digits', '2018-09-01'],
  ])('reads a birth date that is %s', async (_, born) => {
    const roster = await readStudents(studentRow('王一诺', 'G1', { born }));
    expect(briefly(roster)).toEqual([]);
    expect(roster.students[0]?.born_on).toBe('2018-09-01');
  });

  it('normalises full-width digits and spaces in numbers and names', async () => {
    const roster = await readCarers(carerRow(' G1 ', '王\u3000刚', '10012345678'));
    expect(roster.people).toMatchObject([{ name: '王刚', phone: '10012345678' }]);
    expect(roster.guardianships).toMatchObject([{ student: 'G1', relationship: '51' }]);
  });

  it('takes a phone that Excel keeps as a number', async () => {
    const roster = await readCarers(carerRow('G1', '王刚', 10_012_345_678));
    expect(roster.people[0]?.phone).toBe('10012345678');
  });
});

describe('numbers of people', () => {
  it('that Excel has turned into floating point are refused, and the reason is said', async () => {
    for (const id of [9.9900120170312e17, '9.99001E+17']) {
      const roster = await readStudents(studentRow('王一诺', 'G1', { id }));
      expect(briefly(roster)).toEqual(['digits-lost 学生 2 E']);
      expect(firstWords(roster)).toMatch(/被 Excel 变成了数值.*后几位已经丢失.*“文本”格式/);
      expect(roster.students).toEqual([]);
    }
  });

  it('are checked, and give the birth date and gender that are not written', async () => {
    const id = idNumber('2017-03-12', 21);
    const wrong = id.slice(0, 17) + (id.endsWith('1') ? '2' : '1');
    const roster = await readStudents(
      ['王一诺', '', '', '', id, 'S001', '三年级', '1班'],
      studentRow('王一然', 'G2', { id: wrong }),
      studentRow('李沐阳', 'G3', { id: idNumber('2016-01-01', 22) }),
    );
    expect(roster.students.map(({ name, born_on, gender }) => [name, born_on, gender])).toEqual([
      ['王一诺', '2017-03-12', 1],
      ['李沐阳', '2017-03-12', 1],
    ]);
    expect(briefly(roster)).toEqual([
      'id-number-check-digit 学生 3 E',
      'birth-date-differs 学生 4',
      'gender-differs 学生 4',
    ]);
  });

  it('are never shown whole in a problem', async () => {
    const id = idNumber('2017-03-12', 21);
    const roster = await readStudents(studentRow('王一诺', 'G1', { id: `${id}9` }));
    expect(JSON.stringify(roster.problems.problems)).not.toContain(id);
    expect(briefly(roster)).toEqual(['id-number-length 学生 2 E']);
  });
});

describe('who is who', () => {
  it('is not decided by the name alone', async () => {
    const roster = await readCarers(
      carerRow('G1', '张伟', '10000000001'),
      carerRow('G2', '张伟', '10000000002'),
      carerRow('G1', '李芳', '', '祖母'),
      carerRow('G2', '李芳', '', '祖母'),
    );
    expect(roster.people.map(({ name }) => name)).toEqual(['张伟', '张伟', '李芳', '李芳']);
    expect(new Set(roster.people.map(({ key }) => key)).size).toBe(4);
  });

  it('is decided by phone and name together: one carer, two children', async () => {
    const roster = await readCarers(
      carerRow('G1', '王刚', '10000000001'),
      carerRow('G2', '王 刚', '100 0000 0001'),
    );
    expect(roster.people).toHaveLength(1);
    expect(roster.guardianships.map(({ student }) => student)).toEqual(['G1', 'G2']);
    expect(briefly(roster)).toEqual([]);
  });

  it('keeps two people apart who share a phone, with a note', async () => {
    const roster = await readCarers(
      carerRow('G1', '王刚', '10000000001'),
      carerRow('G1', '孙桂兰', '10000000001', '外婆'),
    );
    expect(roster.people).toHaveLength(2);
    expect(briefly(roster)).toEqual(['phone-shared 家长 3']);
    expect(roster.problems.rejectedCount).toBe(0);
  });

  it('asks when one name and phone have two ID numbers', async () => {
    const row = (id: string) => ['G1', '', '王刚', '父亲', '10000000001', id, ''];
    const roster = await readCarers(row(idNumber('1988-01-01', 1)), row(idNumber('1988-01-01', 3)));
    expect(briefly(roster)).toEqual(['id-number-differs 家长 3']);
  });

  it('sees that a teacher is a parent too', async () => {
    const roster = await read({
      机构: organisations,
      学生: [STUDENT_HEADER, ...twins],
      教职工: [STAFF_HEADER, ['高洁', '10000000203', '女', '', 'S001', '教师', '', '']],
      家长: [CARER_HEADER, carerRow('G1', '高洁', '10000000203', '妈妈')],
    });
    expect(roster.people).toHaveLength(1);
    expect([roster.posts.length, roster.guardianships.length]).toEqual([1, 1]);
  });

  it('refuses the second row of one student number', async () => {
    const roster = await readStudents(studentRow('王一诺', 'G1'), studentRow('王一然', 'G1'));
    expect(briefly(roster)).toEqual(['key-twice 学生 3']);
    expect(firstWords(roster)).toContain('学生 #2');
  });
});

describe('a carer', () => {
  it('whose row names another child than the number does is refused', async () => {
    const roster = await readCarers(['G1', '李沐阳', '王刚', '父亲', '10000000001', '', '']);
    expect(briefly(roster)).toEqual(['student-name-differs 家长 2 B']);
  });

  it('of a rejected student waits for that row', async () => {
    const roster = await read({
      学生: [STUDENT_HEADER, studentRow('王一诺', 'G1', { born: '不详' })],
      家长: [CARER_HEADER, carerRow('G1', '王刚', '10000000001')],
    });
    expect(briefly(roster)).toEqual(['day-wrong 学生 2 C', 'needs-a-rejected-row 家长 2 A']);
  });

  it('of a student who is not in the file may be known to the directory, if that is allowed', async () => {
    const book = await workbook({
      学生: [STUDENT_HEADER, ...twins],
      家长: [CARER_HEADER, carerRow('G9', '王刚', '10000000001')],
    });
    expect(briefly(await scratch.read('may.xlsx', book))).toEqual([]);
    const strict = await scratch.read('must.xlsx', book, { mayExist: false });
    expect(briefly(strict)).toContain('student-not-found 家长 2 A');
  });

  it('may be the main carer, and may cease to be one', async () => {
    const roster = await read({
      学生: [STUDENT_HEADER, ...twins],
      家长: [
        [...CARER_HEADER, '解除关联'],
        ['G1', '', '孙桂兰', '姥姥', '', '', '是', ''],
        ['G1', '', '王刚', '父亲', '10000000001', '', '否', '是'],
        ['G1', '', '李芳', '邻居', '10000000002', '', '', ''],
      ],
    });
    expect(roster.guardianships).toMatchObject([
      { relationship: '64', is_main: true, left: false },
      { relationship: '51', is_main: false, left: true },
    ]);
    expect(briefly(roster)).toEqual(['value-unknown 家长 4 D']);
  });
});

describe('a workbook that is not as it should be', () => {
  it('is told which sheet was expected and which were found', async () => {
    const roster = await read({ 花名册: [STUDENT_HEADER, ...twins] });
    expect(firstWords(roster)).toBe(
      '找不到工作表“学生”;文件里有:花名册。请使用模板里的工作表名称,不要改名',
    );
  });

  it('is told which header was expected and which is near', async () => {
    const header = STUDENT_HEADER.map((text) => (text === '班级' ? '班级名字' : text));
    const roster = await read({ 学生: [header, ...twins] });
    expect(firstWords(roster)).toBe('找不到列“班级”;最相近的是:班级名字。请把表头改成“班级”');
    expect(roster.students).toEqual([]);
  });

  it('may have sheets that are none of ours, which are named as not read', async () => {
    const roster = await read({ 学生: [STUDENT_HEADER, ...twins], 课程表: [['周一', '周二']] });
    expect(briefly(roster)).toEqual(['sheet-not-read 课程表']);
    expect(roster.students).toHaveLength(2);
  });

  it('is refused when a cell stands so far out that reading it would take all memory', async () => {
    const cell = '<row r="1048576"><c r="XFD1048576" t="str"><v>x</v></c></row>';
    const book = makeZip([
      { name: 'xl/workbook.xml', content: '<workbook/>' },
      {
        name: 'xl/worksheets/sheet1.xml',
        content: `<worksheet><sheetData>${cell}</sheetData></worksheet>`,
      },
    ]);
    expect(briefly(await scratch.read('far.xlsx', book))).toEqual(['rows-too-many far.xlsx']);
  });

  it('is refused in words when its parts are broken', async () => {
    const book = makeZip([{ name: 'xl/workbook.xml', content: '<workbook><sheets>' }]);
    expect(briefly(await scratch.read('broken.xlsx', book))).toEqual([
      'workbook-broken broken.xlsx',
    ]);
  });
});
