import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import writeXlsx from 'write-excel-file/node';
import { readFirstSheet } from '../../platform/sheets/index.ts';
import { type Family, makeScene, type Scene } from '../activities/testing/scene.ts';
import { readTime } from './rules/read-time.ts';

let here: Scene;
let activity: string;
let family: Family;
let count = 0;

beforeAll(async () => {
  here = await makeScene();
});

beforeEach(async () => {
  here.clock.set('2026-10-14T01:00:00Z');
  count += 1;
  activity = await here.publish();
  family = await here.family(`家长${count}`);
  await here.signUp(family, activity);
  here.clock.set('2026-10-18T09:00:00Z');
});

const HEADER = ['班级', '孩子', '家长', '签到', '签退', '手机号（没报名的填）', '编号（请勿改动）'];

type Line = readonly [child: string, carer: string, entered: string, left?: string, phone?: string];

async function fileOf(lines: readonly Line[], keys: readonly string[] = []): Promise<Buffer> {
  const rows = [
    HEADER,
    ...lines.map(([child, carer, entered, left = '', phone = ''], index) => [
      '',
      child,
      carer,
      entered,
      left,
      phone,
      keys[index] ?? '',
    ]),
  ];
  const cells = rows.map((row) => row.map((value) => ({ value, type: String })));
  return writeXlsx(cells).toBuffer();
}

async function send(path: string, file: Buffer, by = here.principal) {
  const boundary = 'sheet';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="签到.xlsx"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  await by.get('/api/v1/me');
  const { cookie } = await here.as(by === here.principal ? here.principalId : family.carer);
  return here.app.inject({
    method: 'POST',
    url: `/api/v1/activities/${activity}/${path}`,
    headers: { cookie: cookie ?? '', 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload,
  });
}

const attendance = async ({ carer }: Family) => {
  const { rows } = await here.pool.query(
    'select * from tianfu.attendances where activity_id = $1 and carer_id = $2',
    [activity, carer],
  );
  return rows[0];
};

describe('the sheet from paper', () => {
  test('goes out with everybody who signed up and room for the times', async () => {
    const answer = await here.principal.get(`/api/v1/activities/${activity}/paper/sheet`);
    const [header, line] = await readFirstSheet(answer.rawPayload);
    expect(header).toEqual(HEADER);
    expect(line?.slice(1, 3)).toEqual([`家长${count}的孩子`, `家长${count}`]);
    expect(line?.[6]).toBe(family.carer);
  });

  test('comes back: shown first, written when confirmed, and twice is the same as once', async () => {
    const file = await fileOf([['', `家长${count}`, '14:05', '15:05']], [family.carer]);
    const preview = (await send('paper/preview', file)).json();
    expect(preview).toMatchObject({
      items: [{ row: 2, entered_at: '2026-10-18T06:05:00.000Z', change: 'new' }],
      problems: [],
    });
    expect(await attendance(family)).toBeUndefined();
    await send('paper', file);
    expect(await attendance(family)).toMatchObject({ entry_method: 'paper', minutes: 60 });
    expect((await send('paper', file)).json().items).toEqual([]);
    expect((await send('paper/preview', file)).json().items[0].change).toBe('same');
    expect(await here.factsAbout(family.carer)).toMatchObject([
      { quantity: 60, attributes: { method: 'paper' } },
    ]);
  });

  test('after the end was confirmed says its own times, and a correction stays possible', async () => {
    await here.principal.post(`/api/v1/activities/${activity}/finish`);
    await send('paper', await fileOf([['', '', '14:00', '14:40']], [family.carer]));
    const { id, minutes } = await attendance(family);
    expect(minutes).toBe(40);
    const corrected = await here.principal.post(`/api/v1/attendances/${id}/corrections`, {
      minutes: 30,
      reason: '看错了',
    });
    expect(corrected.json().minutes).toBe(30);
  });

  test('never shortens what a scan has shown', async () => {
    await here.pool.query('select 1');
    here.clock.set('2026-10-18T06:00:00Z');
    await here.teacher.post(`/api/v1/activities/${activity}/check-ins`, { carer_id: family.carer });
    here.clock.set('2026-10-18T09:00:00Z');
    const file = await fileOf([['', '', '14:05']], [family.carer]);
    expect((await send('paper/preview', file)).json().items[0].change).toBe('same');
    const longer = await fileOf([['', '', '14:05', '15:00']], [family.carer]);
    expect((await send('paper', longer)).json().items).toHaveLength(1);
    expect(await attendance(family)).toMatchObject({ minutes: 60, entry_method: 'staff' });
  });

  test('lets in who had not signed up, by name with the child or the phone', async () => {
    const walkIn = await here.family('路过的人');
    const byPhone = await here.people.adult('有电话的人', '10012340001');
    await here.people.guardianship(byPhone, walkIn.student);
    const file = await fileOf([
      ['路过的人的孩子', '路过的人', '√'],
      ['', '有电话的人', '14:10', '', '100 1234 0001'],
    ]);
    const preview = (await send('paper/preview', file)).json();
    expect(preview.problems).toEqual([]);
    await send('paper', file);
    expect(await attendance(walkIn)).toMatchObject({
      entered_at: new Date('2026-10-18T06:00:00Z'),
    });
  });

  test('names each bad line by row, column and reason, and takes the others', async () => {
    const file = await fileOf(
      [
        ['', '', '25:99'],
        ['', '查无此人', '14:00', '', '10099990000'],
        ['', '没写孩子的人', '14:00'],
        ['', '', '', '15:00'],
        ['', '', '15:00', '14:00'],
        ['', '别的活动', '14:00'],
        ['', '', '14:00'],
        ['', '', '14:02'],
        ['谁的孩子', '没来的人', ''],
      ],
      [family.carer, '', '', '', family.carer, 'abc', family.carer, family.carer],
    );
    const { items, problems } = (await send('paper/preview', file)).json();
    expect(items).toHaveLength(1);
    expect(
      problems.map((one: { row: number; column: { zh: string } }) => [one.row, one.column.zh]),
    ).toEqual([
      [2, '签到'],
      [3, '家长'],
      [4, '手机号（没报名的填）'],
      [5, '签到'],
      [6, '签退'],
      [7, '编号（请勿改动）'],
      [9, '家长'],
    ]);
    expect(problems[0].reason.zh).toContain('14:02');
  });

  test('names a line that a full hall refuses, and takes the others', async () => {
    here.clock.set('2026-10-14T01:00:00Z');
    activity = await here.publish({ capacity: 2 });
    await here.signUp(family, activity);
    const [first, second] = [await here.family('先到的人'), await here.family('后到的人')];
    here.clock.set('2026-10-18T09:00:00Z');
    const file = await fileOf(
      [
        ['先到的人的孩子', '先到的人', '14:00'],
        ['后到的人的孩子', '后到的人', '14:01'],
        ['', '', '14:02', '15:02'],
      ],
      ['', '', family.carer],
    );
    const { items, problems } = (await send('paper', file)).json();
    expect(items.map(({ row }: { row: number }) => row)).toEqual([2, 4]);
    expect(problems).toMatchObject([{ row: 3, value: '后到的人', reason: { zh: '名额已满' } }]);
    expect(await attendance(first)).toBeDefined();
    expect(await attendance(second)).toBeUndefined();
    expect(await here.factsAbout(family.carer)).toMatchObject([{ quantity: 60 }]);
  });

  test('is taken as a whole: when it fails in the middle nothing of it is written', async () => {
    const broken = await here.family('写不进的人');
    await here.pool.query(`
      alter table tianfu.attendances add constraint for_this_test
        check (carer_id <> '${broken.carer}') not valid`);
    const file = await fileOf(
      [
        ['', '', '14:00', '15:00'],
        ['写不进的人的孩子', '写不进的人', '14:00'],
      ],
      [family.carer],
    );
    expect((await send('paper', file)).statusCode).toBe(500);
    expect(await attendance(family)).toBeUndefined();
    await here.pool.query('alter table tianfu.attendances drop constraint for_this_test');
    expect((await send('paper', file)).json().items).toHaveLength(2);
    expect(await attendance(broken)).toBeDefined();
  });

  test('is refused when it is another file, and from those who may not correct', async () => {
    expect((await send('paper/preview', Buffer.from('no workbook'))).json().code).toBe(
      'door.not-a-paper-sheet',
    );
    const other = await writeXlsx([[{ value: '姓名', type: String }]]).toBuffer();
    expect((await send('paper', other)).json().code).toBe('door.not-a-paper-sheet');
    const file = await fileOf([['', '', '14:00']], [family.carer]);
    expect((await send('paper', file, family.asking)).statusCode).toBe(403);
  });
});

describe('a time on paper', () => {
  const event = {
    begins_at: new Date('2026-10-18T06:00:00Z'),
    ends_at: new Date('2026-10-18T07:30:00Z'),
  };
  test.each([
    '14:02',
    '14：02',
    '2:02',
    '2点02',
    '1402',
    '1899-12-30T14:02:00.000Z',
    '0.584722222',
  ])('%s is two minutes past two in the afternoon', (cell) => {
    expect(readTime(cell, event, event.begins_at)).toEqual(new Date('2026-10-18T06:02:00Z'));
  });
  test.each(['', '昨天', '9:00', '25:00', '14:75'])('%s is none', (cell) => {
    expect(readTime(cell, event, event.begins_at)).toBeUndefined();
  });
  test.each(['√', '✓', '到', 'x'])('%s says that they came', (cell) => {
    expect(readTime(cell, event, event.begins_at)).toEqual(event.begins_at);
  });
});
