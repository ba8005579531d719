import { beforeAll, expect, test } from 'vitest';
import writeXlsx from 'write-excel-file/node';
import { settleDistrict } from '../../background.ts';
import { type Family, makeScene, type Scene } from '../../records/activities/testing/scene.ts';
import { codeShown } from '../../records/door/testing/passes.ts';

const BEGINS = '2026-10-18T06:00:00Z';
const ENDS = '2026-10-18T07:30:00Z';

let here: Scene;
let activity: string;

beforeAll(async () => {
  here = await makeScene();
  activity = await here.publish();
});

/** At the beginning and at the end of the event. */
async function twice(work: (moment: string) => Promise<{ statusCode: number; body: string }>) {
  for (const moment of [BEGINS, ENDS]) {
    here.clock.set(moment);
    const answer = await work(moment);
    if (answer.statusCode !== 200) throw new Error(answer.body);
  }
}

const checkIns = () => `/api/v1/activities/${activity}/check-ins`;

const ways: Readonly<Record<string, (family: Family, name: string) => Promise<void>>> = {
  /** Staff scan the code on the carer's phone. */
  pass: (family) =>
    twice((moment) =>
      here.teacher.post(checkIns(), { pass: codeShown(here, activity, family, moment) }),
    ),
  /** The carer's phone scans the screen in the hall. */
  'hall-code': (family) =>
    twice(async () => {
      const { code } = (await here.teacher.get(`/api/v1/activities/${activity}/hall-code`)).json();
      return family.asking.post(`/api/v1/activities/${activity}/self-check-ins`, { code });
    }),
  /** Nothing in hand: staff find the name. */
  staff: ({ carer }) => twice(() => here.teacher.post(checkIns(), { carer_id: carer })),
  /** Signed on paper, brought in afterwards. */
  async paper(family, name) {
    const header = [
      '班级',
      '孩子',
      '家长',
      '签到',
      '签退',
      '手机号（没报名的填）',
      '编号（请勿改动）',
    ];
    const line = ['', `${name}的孩子`, name, '14:00', '15:30', '', family.carer];
    const cells = [header, line].map((row) => row.map((value) => ({ value, type: String })));
    const file = await writeXlsx(cells).toBuffer();
    const head =
      '--sheet\r\ncontent-disposition: form-data; name="file"; filename="sheet.xlsx"\r\n' +
      'content-type: application/octet-stream\r\n\r\n';
    here.clock.set('2026-10-18T09:00:00Z');
    const { cookie } = await here.as(here.principalId);
    const answer = await here.app.inject({
      method: 'POST',
      url: `/api/v1/activities/${activity}/paper`,
      headers: { cookie: cookie ?? '', 'content-type': 'multipart/form-data; boundary=sheet' },
      payload: Buffer.concat([Buffer.from(head), file, Buffer.from('\r\n--sheet--\r\n')]),
    });
    if (answer.statusCode !== 200) throw new Error(answer.body);
  },
};

test('the same event earns the same with a phone, without one, and on paper', async () => {
  const came: { method: string; family: Family }[] = [];
  for (const [method, come] of Object.entries(ways)) {
    here.clock.set('2026-10-14T01:00:00Z');
    const family = await here.family(`家长${method}`);
    await here.signUp(family, activity);
    await come(family, `家长${method}`);
    came.push({ method, family });
  }
  await settleDistrict(here.district);
  const earned: Record<string, number> = {};
  for (const { method, family } of came) {
    const [fact] = await here.factsAbout(family.carer);
    expect(fact?.attributes.method).toBe(method);
    earned[method] = (await family.asking.get('/api/v1/carer/points')).json().balance;
  }
  expect(earned).toEqual({ pass: 150, 'hall-code': 150, staff: 150, paper: 150 });
});
