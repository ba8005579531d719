import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SheetData } from 'write-excel-file/node';
import type { District } from '../../../platform/index.ts';
import { makeTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import { applyRoster, changesNothing, previewRoster, type Roster, readRoster } from '../index.ts';
import { briefly, scratchFolder, TODAY } from '../testing/scratch-folder.ts';
import { emptyDirectory, NOW, testDistrict, wholeDirectory } from '../testing/test-district.ts';
import {
  CARER_HEADER,
  carerRow,
  idNumber,
  ORGANISATION_HEADER,
  STUDENT_HEADER,
  studentRow,
  workbook,
} from '../testing/workbooks.ts';

const here: TestDatabase = await makeTestDatabase();
const district: District = testDistrict(here);
const scratch = scratchFolder();
const vectors = join(import.meta.dirname, '../../../../vectors/rosters');
const options = { actor: null, reach: 'all', at: new Date(NOW) } as const;
const kinds = ['oneroster-1.1', 'oneroster-1.2', 'sds-2.1'] as const;
const organisations: SheetData = [
  ORGANISATION_HEADER,
  ['D1', '示例新区', '区', '', ''],
  ['S001', '麓湖小学', '学校', 'D1', '小学'],
  ['S002', '兴隆小学', '学校', 'D1', '小学'],
];

beforeEach(() => emptyDirectory(here));

async function vector(kind: string): Promise<Roster> {
  return readRoster(join(vectors, kind), { today: TODAY });
}

async function book(sheets: Readonly<Record<string, SheetData>>): Promise<Roster> {
  return scratch.read('book.xlsx', await workbook({ 机构: organisations, ...sheets }));
}

async function rows<Row>(query: string): Promise<Row[]> {
  return (await here.pool.query(query.replaceAll('@', 'tianfu.'))).rows;
}

describe('a first import', () => {
  it.each(kinds)('of %s writes everybody, and states who is linked and enrolled', async (kind) => {
    const counts = await applyRoster(district, await vector(kind), options);
    expect(counts).toMatchObject({
      organisations: { fresh: 12, changed: 0, left: 0, unchanged: 0 },
      people: { fresh: 30 },
      students: { fresh: 20 },
      guardianships: { fresh: 27 },
      posts: { fresh: 10 },
    });
    const { enrolments, guardianships, posts } = await wholeDirectory(here);
    expect([enrolments, guardianships, posts].map((all) => all?.length)).toEqual([20, 27, 10]);
    expect(
      await rows('select kind, count(*) from @stated_facts group by kind order by kind'),
    ).toEqual([
      { kind: 'family.linked', count: 27 },
      { kind: 'organisation.opened', count: 12 },
      { kind: 'post.began', count: 10 },
      { kind: 'student.enrolled', count: 20 },
    ]);
  });

  it('keeps students in the lineage of their class, and finds them by pinyin', async () => {
    await applyRoster(district, await vector('oneroster-1.1'), options);
    expect(
      await rows(`select students.name, students.lineage = class.lineage as same,
                         students.name_in_pinyin
                    from @students as students join @organisations as class on class.id = class_id
                   where students.name = '王一诺'`),
    ).toEqual([{ name: '王一诺', same: true, name_in_pinyin: 'wangyinuo wyn' }]);
  });

  it('seals phones and ID numbers, which sign-in then finds', async () => {
    await applyRoster(district, await vector('sds-2.1'), options);
    const index = district.sealing.blindIndex('phone', '10000000103');
    const found = await here.pool.query(
      'select name, phone_sealed from tianfu.people where phone_index = $1',
      [index],
    );
    expect(found.rows).toHaveLength(1);
    expect(district.sealing.open('phone', found.rows[0].phone_sealed)).toBe('10000000103');
    const text = JSON.stringify(await rows('select * from @external_keys'));
    expect(text).not.toContain('10000000103');
  });
});

describe('the same roster again', () => {
  it.each(kinds)('changes nothing (%s)', async (kind) => {
    await applyRoster(district, await vector(kind), options);
    const before = await wholeDirectory(here);
    const counts = await applyRoster(district, await vector(kind), options);
    expect(changesNothing(counts)).toBe(true);
    expect(await wholeDirectory(here)).toEqual(before);
  });

  it('from another system finds the same people by their numbers', async () => {
    await applyRoster(district, await vector('oneroster-1.1'), options);
    const counts = await previewRoster(district, await vector('sds-2.1'), options);
    expect(counts.students).toMatchObject({ fresh: 0, unchanged: 20 });
    // The grandfather without phone or ID number cannot be known again by another key.
    expect(counts.people).toMatchObject({ fresh: 1, unchanged: 29 });
    expect(counts.organisations).toMatchObject({ fresh: 0 });
  });
});

describe('a preview', () => {
  it('says what applying then does, and writes nothing', async () => {
    const before = await wholeDirectory(here);
    const preview = await previewRoster(district, await vector('oneroster-1.2'), options);
    expect(await wholeDirectory(here)).toEqual(before);
    expect(await applyRoster(district, await vector('oneroster-1.2'), options)).toEqual(preview);
  });
});

describe('families in the directory', () => {
  const students = [STUDENT_HEADER, studentRow('王一诺', 'G1'), studentRow('王一然', 'G2')];

  it('keep twins and people of one name apart', async () => {
    await applyRoster(
      district,
      await book({
        学生: students,
        家长: [
          CARER_HEADER,
          carerRow('G1', '张伟', '10000000001'),
          carerRow('G2', '张伟', '10000000002'),
          carerRow('G1', '李芳', '', '祖母'),
          carerRow('G2', '李芳', '', '祖母'),
        ],
      }),
      options,
    );
    const people = await rows<{ name: string }>('select name from @people order by name');
    expect(people.map(({ name }) => name)).toEqual(['张伟', '张伟', '李芳', '李芳']);
    expect(await rows('select name, born_on from @students order by name')).toEqual([
      { name: '王一然', born_on: '2017-03-12' },
      { name: '王一诺', born_on: '2017-03-12' },
    ]);
  });

  it('know a carer again by phone and name, for a second child imported later', async () => {
    const first = [CARER_HEADER, carerRow('G1', '王刚', '10000000001')];
    await applyRoster(district, await book({ 学生: students, 家长: first }), options);
    const counts = await applyRoster(
      district,
      await book({ 家长: [CARER_HEADER, carerRow('G2', '王刚', '10000000001')] }),
      options,
    );
    expect(counts.people).toMatchObject({ fresh: 0 });
    expect(counts.guardianships).toMatchObject({ fresh: 1 });
    expect(await rows('select count(distinct carer_id) as carers from @guardianships')).toEqual([
      { carers: 1 },
    ]);
  });

  it('find the child of a carer by ID number too', async () => {
    const id = idNumber('2017-03-12', 21);
    const child = [STUDENT_HEADER, studentRow('王一诺', 'G1', { id })];
    await applyRoster(district, await book({ 学生: child }), options);
    const carers = [CARER_HEADER, carerRow(id, '王刚', '10000000001')];
    const counts = await applyRoster(district, await book({ 家长: carers }), options);
    expect(counts.guardianships).toMatchObject({ fresh: 1 });
  });

  it('change hands: a link that is undone ends, and says so as a fact', async () => {
    const linked = [CARER_HEADER, carerRow('G1', '王刚', '10000000001')];
    await applyRoster(district, await book({ 学生: students, 家长: linked }), options);
    const undone = [
      [...CARER_HEADER, '解除关联'],
      [...carerRow('G1', '王刚', '10000000001'), '是'],
    ];
    const counts = await applyRoster(district, await book({ 家长: undone }), options);
    expect(counts.guardianships).toEqual({ fresh: 0, changed: 0, left: 1, unchanged: 0 });
    expect(await rows('select ended_on from @guardianships')).toEqual([{ ended_on: TODAY }]);
    expect(
      await rows("select kind from @stated_facts where kind like 'family%' order by kind"),
    ).toEqual([{ kind: 'family.linked' }, { kind: 'family.unlinked' }]);
  });
});

describe('a student in the directory', () => {
  it('moves to another class and school: one enrolment ends, one begins', async () => {
    await applyRoster(
      district,
      await book({ 学生: [STUDENT_HEADER, studentRow('王一诺', 'G1')] }),
      options,
    );
    const moved = ['王一诺', '男', '2017-03-12', 'G1', '', '兴隆小学', '三年级', '2班'];
    const counts = await applyRoster(
      district,
      await book({ 学生: [STUDENT_HEADER, moved] }),
      options,
    );
    expect(counts.students).toEqual({ fresh: 0, changed: 1, left: 0, unchanged: 0 });
    expect(
      await rows(`select name, began_on, ended_on from @enrolments
                    join @organisations as class on class.id = class_id order by ended_on nulls last`),
    ).toEqual([
      { name: '三年级1班', began_on: TODAY, ended_on: TODAY },
      { name: '三年级2班', began_on: TODAY, ended_on: null },
    ]);
    expect(
      await rows("select kind from @stated_facts where kind like 'student%' order by kind"),
    ).toEqual([
      { kind: 'student.enrolled' },
      { kind: 'student.enrolled' },
      { kind: 'student.left' },
    ]);
  });

  it('who is absent from a file that names everybody has left', async () => {
    await applyRoster(district, await vector('oneroster-1.1'), options);
    const roster = await vector('oneroster-1.1');
    const gone = roster.students.findIndex(({ key }) => key === 's20');
    roster.students.splice(gone, 1);
    const pair = roster.guardianships.findIndex(({ student }) => student === 's20');
    roster.guardianships.splice(pair, 1);
    const counts = await applyRoster(district, roster, options);
    expect(counts.students).toEqual({ fresh: 0, changed: 0, left: 1, unchanged: 19 });
    expect(await rows('select name, lineage from @students where class_id is null')).toEqual([
      { name: '古丽阿依', lineage: [] },
    ]);
    const again = await previewRoster(district, roster, options);
    expect(changesNothing(again)).toBe(true);
  });

  it('is not taken for another who has that number', async () => {
    const id = idNumber('2017-03-12', 21);
    await applyRoster(
      district,
      await book({
        学生: [STUDENT_HEADER, studentRow('王一诺', 'G1', { id }), studentRow('王一然', 'G2')],
      }),
      options,
    );
    const roster = await book({
      学生: [
        STUDENT_HEADER,
        studentRow('李沐阳', 'G1', { born: '2016-01-01' }),
        studentRow('王一然', 'G2', { id }),
      ],
    });
    const counts = await previewRoster(district, roster, options);
    expect(briefly(roster)).toEqual(['number-doubtful 学生 2', 'number-taken 学生 3']);
    expect(counts.students).toMatchObject({ fresh: 0, changed: 0 });
    expect(roster.problems.rejectedCount).toBe(2);
  });
});

describe('an organisation', () => {
  const places = async (left: boolean, stage: 'primary' | 'junior' = 'primary') => {
    const roster = await book({});
    const at = roster.organisations.findIndex(({ code }) => code === 'S001');
    roster.organisations.push(
      ...roster.organisations.splice(at, 1).map((one) => ({ ...one, left, stage })),
    );
    return applyRoster(district, roster, options);
  };
  const said = () =>
    rows<{ kind: string; stage: string | null }>(
      `select stated.kind, attributes ->> 'stage' as stage
         from @stated_facts as stated join @organisations as place on place.id = subject_id
        where code = 'S001' order by stated.id`,
    );

  it('is in the log before whoever is enrolled or works there', async () => {
    await applyRoster(district, await vector('oneroster-1.1'), options);
    const [order] = await rows(`
      select max(id::text) filter (where kind = 'organisation.opened') <
             min(id::text) filter (where kind in ('student.enrolled', 'post.began')) as is_first,
             max(at) filter (where kind = 'organisation.opened') <=
             min(at) filter (where kind = 'post.began') as is_open,
             bool_and(subject_id = organisation_id) filter (where kind = 'organisation.opened') as is_itself
        from @stated_facts`);
    expect(order).toEqual({ is_first: true, is_open: true, is_itself: true });
    expect(
      await rows(`select attributes from @stated_facts as stated
                    join @organisations as place on place.id = subject_id
                   where stated.kind = 'organisation.opened' and place.kind = 'class' limit 1`),
    ).toMatchObject([{ attributes: { place_kind: 'class', stage: expect.any(String) } }]);
    expect(
      await rows(`select count(*) as others from @stated_facts as stated
                    join @organisations as place on place.id = subject_id
                   where stated.kind = 'organisation.opened'
                     and attributes -> 'lineage' <> to_jsonb(place.lineage)`),
    ).toEqual([{ others: 0 }]);
  });

  it('closes and comes back, each time as a fact of its own', async () => {
    await places(false);
    await places(false);
    expect(await said()).toHaveLength(1);
    for (const left of [true, false, true, false]) await places(left);
    expect((await said()).map(({ kind }) => kind)).toEqual([
      'organisation.opened',
      'organisation.closed',
      'organisation.opened',
      'organisation.closed',
      'organisation.opened',
    ]);
  });

  it('that becomes one of another stage closes as what it was', async () => {
    await places(false);
    await places(false, 'junior');
    expect(await said()).toEqual([
      { kind: 'organisation.opened', stage: 'primary' },
      { kind: 'organisation.closed', stage: null },
      { kind: 'organisation.opened', stage: 'junior' },
    ]);
  });
});

describe('a principal', () => {
  it('imports the own school and nothing beyond it', async () => {
    await applyRoster(
      district,
      await book({
        学生: [STUDENT_HEADER, ['周宇航', '男', '2017-03-12', 'G9', '', 'S002', '三年级', '1班']],
      }),
      options,
    );
    const [school] = await rows<{ id: string }>(
      "select id from @organisations where code = 'S001'",
    );
    const roster = await book({
      学生: [
        STUDENT_HEADER,
        studentRow('王一诺', 'G1'),
        studentRow('周宇航', 'G9'),
        ['张伟', '男', '2017-03-12', 'G3', '', 'S002', '三年级', '9班'],
      ],
      家长: [
        CARER_HEADER,
        carerRow('G1', '王刚', '10000000001'),
        carerRow('G9', '周敏', '10000000002', '母亲'),
      ],
    });
    const counts = await applyRoster(district, roster, { ...options, reach: [school?.id ?? ''] });
    expect(counts.students).toMatchObject({ fresh: 1, changed: 0 });
    expect(counts.guardianships).toMatchObject({ fresh: 1 });
    expect(briefly(roster)).toEqual([
      'out-of-reach 学生 4',
      'student-elsewhere 学生 3',
      'class-missing 学生 4',
      'needs-a-rejected-row 家长 3',
    ]);
    expect(await rows("select name from @organisations where name = '9班'")).toEqual([]);
  });
});
