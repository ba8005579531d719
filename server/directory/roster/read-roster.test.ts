import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Roster, readRoster } from './index.ts';
import { makeZip } from './testing/make-zip.ts';
import { briefly, firstWords, scratchFolder, TODAY } from './testing/scratch-folder.ts';

const vectors = join(import.meta.dirname, '../../../vectors/rosters');
const kinds = ['oneroster-1.1', 'oneroster-1.2', 'sds-2.1'] as const;
const scratch = scratchFolder();
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongyu-rosters-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** A copy of a vector with one file changed. */
async function changed(
  kind: (typeof kinds)[number],
  file: string,
  change: (text: string) => string,
): Promise<Roster> {
  const copy = await mkdtemp(join(folder, 'roster-'));
  await cp(join(vectors, kind), copy, { recursive: true });
  await writeFile(join(copy, file), change(await readFile(join(copy, file), 'utf8')));
  return readRoster(copy, { today: TODAY }, 'roster');
}

async function zipped(
  kind: string,
  encode: (text: string) => Buffer = (text) => Buffer.from(text),
): Promise<Buffer> {
  const names = await readdir(join(vectors, kind));
  const entries = names.map(async (name) => {
    const text = await readFile(join(vectors, kind, name), 'utf8');
    return { name: `${kind}/${name}`, content: encode(text) };
  });
  return makeZip(await Promise.all(entries));
}

/** Who is who, without where it stood. */
function facts({ organisations, people, posts, students, guardianships }: Roster) {
  const place = organisations.map(({ key, kind, name, parent, entered_in }) =>
    [key, kind, name, parent, entered_in].join(' '),
  );
  return {
    places: place.sort(),
    people: people
      .map(({ key, name, gender, phone }) => [key, name, gender, phone].join(' '))
      .sort(),
    posts: posts
      .map(({ person, organisation, role }) => `${person} ${organisation} ${role}`)
      .sort(),
    students: students
      .map((student) =>
        [
          student.key,
          student.name,
          student.gender,
          student.born_on,
          student.student_number,
          student.id_number,
          student.class,
          student.began_on,
        ].join(' '),
      )
      .sort(),
    families: guardianships
      .map(({ student, carer, relationship, is_main }) =>
        [student, carer, relationship, is_main ? 'main' : ''].join(' '),
      )
      .sort(),
  };
}

async function vector(kind: string): Promise<Roster> {
  return readRoster(join(vectors, kind), { today: TODAY });
}

describe('one district, written three ways', () => {
  it('is the same district', async () => {
    const [first, ...others] = await Promise.all(kinds.map(vector));
    if (!first) throw new Error('There are vectors.');
    expect(first.students).toHaveLength(20);
    expect(first.people).toHaveLength(30);
    expect(first.guardianships).toHaveLength(27);
    for (const other of others) expect(facts(other)).toEqual(facts(first));
  });

  it.each(kinds)('keeps the shapes of real families in %s', async (kind) => {
    const { students, people, guardianships, problems } = await vector(kind);
    const carersOf = (student: string) =>
      guardianships
        .filter((pair) => pair.student === student)
        .map(
          ({ carer, relationship, is_main }) => `${carer} ${relationship}${is_main ? ' main' : ''}`,
        )
        .sort();
    const named = (name: string) => [...students, ...people].filter((one) => one.name === name);
    expect(
      named('张伟')
        .map(({ key }) => key)
        .sort(),
    ).toEqual(['c03', 's03', 's04']);
    expect(carersOf('s01')).toEqual(carersOf('s02'));
    expect(students.filter(({ born_on }) => born_on === '2017-03-12')).toHaveLength(2);
    expect(carersOf('s05')).toEqual(['c06 51', 'c07 52 main']);
    expect(carersOf('s06')).toEqual(['c08 64 main', 'c09 51']);
    expect([carersOf('s07'), carersOf('s08')]).toEqual([['c10 51 main'], ['c10 51 main']]);
    expect(carersOf('s09')).toEqual(['c11 51 main', 't03 52']);
    expect(carersOf('s13')).toEqual(['c16 57 main']);
    expect(people.find(({ key }) => key === 'c21')?.phone).toBeNull();
    expect(named('欧阳明哲')).toHaveLength(1);
    expect([...problems.countsByCode()]).toEqual([
      ['phone-shared', 1],
      ['role-not-kept', 1],
    ]);
    expect(problems.rejectedCount).toBe(0);
  });

  it.each(kinds)(
    'is the same in a zip, with a byte-order mark, and in GB18030 (%s)',
    async (kind) => {
      const expected = facts(await vector(kind));
      const plain = await scratch.read(`${kind}.zip`, await zipped(kind));
      const marked = await zipped(kind, (text) => Buffer.from(`\ufeff${text}`));
      const gb = await zipped(kind, toGb18030);
      expect(facts(plain)).toEqual(expected);
      expect(facts(await scratch.read(`${kind}-bom.zip`, marked))).toEqual(expected);
      expect(facts(await scratch.read(`${kind}-gb.zip`, gb))).toEqual(expected);
    },
  );

  it('leaves nothing unpacked behind', async () => {
    const workFolder = await mkdtemp(join(folder, 'work-'));
    await scratch.read('one.zip', await zipped('sds-2.1'), { workFolder });
    await scratch.read('broken.zip', makeZip([{ name: 'users.csv', content: '"' }]), {
      workFolder,
    });
    expect(await readdir(workFolder)).toEqual([]);
  });
});

/** There is no encoder for GB18030 in the platform: each letter is looked for among its two-byte codes. */
function toGb18030(text: string): Buffer {
  return Buffer.concat(
    [...text].map((letter) =>
      Buffer.from(letter < '\u0080' ? [letter.charCodeAt(0)] : gbOf(letter)),
    ),
  );
}

const codes = new Map<string, number[]>();
function gbOf(letter: string): number[] {
  if (codes.size === 0) {
    const decoder = new TextDecoder('gb18030');
    for (let first = 0x81; first <= 0xfe; first += 1) {
      for (let second = 0x40; second <= 0xfe; second += 1) {
        codes.set(decoder.decode(Uint8Array.of(first, second)), [first, second]);
      }
    }
  }
  const code = codes.get(letter);
  if (!code) throw new Error(`${letter} has no two-byte code.`);
  return code;
}

describe('a roster with mistakes', () => {
  it('names file, row and column of each, and takes the other rows', async () => {
    const roster = await changed('oneroster-1.1', 'users.csv', (text) =>
      text
        .replace('10000000101', '1000000010')
        .replace('999001201703120020', '999001201703120021')
        .replace('G20250003', '2.02500003E+17'),
    );
    expect(briefly(roster)).toEqual(
      expect.arrayContaining([
        'id-number-check-digit users.csv 2 S',
        'digits-lost users.csv 4 L',
        'phone-wrong users.csv 22 N',
      ]),
    );
    expect(roster.problems.rejectedRows.filter(({ sheet }) => sheet === 'users.csv')).toHaveLength(
      3,
    );
    expect(roster.students).toHaveLength(18);
    expect(roster.problems.isFatal).toBe(false);
  });

  it('follows a rejected row to those that need it, and says which it was', async () => {
    const roster = await changed('sds-2.1', 'users.csv', (text) =>
      text.replace('999001201703120020', '999001201703120021'),
    );
    const followers = roster.problems.problems.filter(
      ({ code }) => code === 'needs-a-rejected-row',
    );
    expect(followers.map(({ sheet, row, detail }) => `${sheet} ${row} ${detail}`)).toEqual([
      'enrollments.csv 2 users.csv #2',
      'enrollments.csv 3 users.csv #2',
      'relationships.csv 2 users.csv #2',
      'relationships.csv 4 users.csv #2',
    ]);
    expect(roster.guardianships.some(({ student }) => student === 's01')).toBe(false);
  });

  it('finds references that lead nowhere, unless the directory may know them', async () => {
    const strange = (text: string) =>
      text.replace('s20,c23', 's99,c23').replace('s19,c22', 's19,c99');
    const roster = await changed('sds-2.1', 'relationships.csv', strange);
    expect(briefly(roster).filter((line) => line.includes('not-found'))).toEqual([
      'person-not-found relationships.csv 26 B',
      'student-not-found relationships.csv 27 A',
    ]);
  });

  it('is a delta when its manifest says so of any file, and may then name what it does not hold', async () => {
    const roster = await changed('oneroster-1.1', 'manifest.csv', (text) =>
      text.replace('file.users,bulk', 'file.users,delta'),
    );
    expect(roster.source.mode).toBe('delta');
    const alone = makeZip([
      { name: 'manifest.csv', content: 'oneroster.version,1.1\nfile.users,delta\n' },
      { name: 'orgs.csv', content: 'sourcedId,name,type\n' },
      {
        name: 'users.csv',
        content:
          'sourcedId,status,role,givenName,familyName,agentSourcedIds\nc77,active,parent,海,黄,s11\n',
      },
    ]);
    const delta = await scratch.read('delta.zip', alone);
    expect(briefly(delta)).toEqual([]);
    expect(delta.guardianships).toMatchObject([{ student: 's11', carer: 'c77' }]);
  });

  it('keeps who has left in a delta, marked as left', async () => {
    const roster = await changed('oneroster-1.2', 'users.csv', (text) =>
      text.replace('s20,,,true', 's20,tobedeleted,2026-02-01T00:00:00.000Z,true'),
    );
    expect(roster.students.filter(({ left }) => left).map(({ key }) => key)).toEqual(['s20']);
  });

  it('refuses a student who is in two administrative classes at once', async () => {
    const roster = await changed(
      'oneroster-1.1',
      'enrollments.csv',
      (text) => `${text}e900,,,class-3-2,org-luhu-primary,s01,student,,2025-09-01,\r\n`,
    );
    expect(briefly(roster)).toContain('classes-several enrollments.csv 37 D');
  });

  it('takes a student who has changed class, in either order of the rows', async () => {
    const over = 'e901,,,class-3-2,org-luhu-primary,s01,student,,2024-09-01,2025-07-01';
    const after = await changed('oneroster-1.1', 'enrollments.csv', (text) => `${text}${over}\r\n`);
    const before = await changed('oneroster-1.1', 'enrollments.csv', (text) =>
      text.replace('\r\n', `\r\n${over}\r\n`),
    );
    for (const roster of [after, before]) {
      const student = roster.students.find(({ key }) => key === 's01');
      expect(student).toMatchObject({ class: 'class-3-1', began_on: '2025-09-01', left: false });
    }
  });

  it('refuses an organisation under one that cannot hold it, and a second district', async () => {
    const roster = await changed('oneroster-1.1', 'orgs.csv', (text) =>
      text
        .replace('麓湖社区,local,999001001001,org-luhu-street', '麓湖社区,local,9,org-luhu-primary')
        .concat('org-other,,,另一个区,district,,\r\n'),
    );
    expect(briefly(roster).slice(0, 2)).toEqual([
      'district-twice orgs.csv 8',
      'parent-kind-wrong orgs.csv 4',
    ]);
  });

  it('names the header that is missing and the one that was meant', async () => {
    const roster = await changed('oneroster-1.1', 'users.csv', (text) =>
      text.replace('givenName', 'given_nam'),
    );
    expect(briefly(roster)).toEqual(['header-missing users.csv']);
    expect(firstWords(roster)).toBe(
      '找不到列“givenName”;最相近的是:given_nam。请把表头改成“givenName”',
    );
    expect(roster.problems.isFatal).toBe(true);
  });

  it('keeps a name like a formula as text, and says so', async () => {
    const roster = await changed('sds-2.1', 'users.csv', (text) => text.replace('一诺', '=1+1'));
    expect(roster.students[0]?.name).toBe('王=1+1');
    const alone = await changed('sds-2.1', 'users.csv', (text) =>
      text.replace('s01,s01,一诺,王', 's01,s01,,"=HYPERLINK(""x"")"'),
    );
    expect(alone.students[0]?.name).toBe('=HYPERLINK("x")');
    expect(briefly(alone)).toContain('text-like-formula users.csv 2 D');
  });
});

describe('a file that is no roster', () => {
  const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)]);
  const locked = Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]);

  it.each([
    ['empty.xlsx', Buffer.alloc(0), 'file-empty'],
    ['photo.xlsx', Buffer.from('\u0089PNG\r\n\u001a\n'), 'file-type-unknown'],
    ['a', Buffer.from('x'), 'file-type-unknown'],
    ['old.xls', compound, 'workbook-is-old'],
    ['locked.xlsx', locked, 'workbook-has-password'],
    ['page.xls', Buffer.from('<html><table></table></html>'), 'file-type-unknown'],
    ['word.docx', makeZip([{ name: 'word/document.xml', content: '<w/>' }]), 'file-type-unknown'],
    [
      'manifest.zip',
      makeZip([{ name: 'manifest.csv', content: 'oneroster.version,2.0\n' }]),
      'version-unknown',
    ],
    ['sds.zip', makeZip([{ name: 'users.csv', content: 'sourcedId,username\n' }]), 'file-missing'],
  ])('%s is told so', async (name, content, code) => {
    const roster = await scratch.read(name, content);
    expect(roster.problems.problems.map((problem) => problem.code)).toEqual([code]);
    expect(roster.problems.isFatal).toBe(true);
    expect(roster.students).toEqual([]);
  });
});
