import { expect, test } from 'vitest';
import { settleDistrict } from '../../background.ts';
import { makeScene } from './testing/scene.ts';

test('from a draft to a fact with the right minutes, by way of the waiting list', async () => {
  const here = await makeScene();
  const [first, second] = [await here.family('陈静'), await here.family('李强')];

  const activity = await here.draft({ capacity: 1, bring: '一支笔' });
  expect((await first.asking.get('/api/v1/carer/activities')).json().items).toEqual([]);
  expect((await first.asking.get(`/api/v1/activities/${activity}`)).statusCode).toBe(404);
  await here.principal.post(`/api/v1/activities/${activity}/publish`);
  const [shown] = (await first.asking.get('/api/v1/carer/activities')).json().items;
  expect(shown).toMatchObject({
    activity_id: activity,
    kind_name: { zh: '家庭教育讲座' },
    host_name: '第一小学',
    places_left: 1,
    worth: 150,
    student_ids: [first.student],
    registration: null,
  });

  expect(await here.signUp(first, activity)).toMatchObject({ status: 201, state: 'registered' });
  const waiting = await here.signUp(second, activity);
  expect(waiting).toMatchObject({ status: 201, state: 'waiting', waiting_position: 1 });

  const [own] = (await first.asking.get('/api/v1/carer/registrations')).json().items;
  const gone = await first.asking.delete(`/api/v1/activities/${activity}/registrations/${own.id}`);
  expect(gone.statusCode).toBe(204);
  const [offered] = (await second.asking.get('/api/v1/carer/registrations')).json().items;
  expect(offered).toMatchObject({ id: waiting.id, state: 'offered', waiting_position: null });
  const [notice] = (await second.asking.get('/api/v1/notices')).json().items;
  expect(notice.text.zh).toContain('请在10月14日 周三 21:00前确认');
  const accepting = `/api/v1/activities/${activity}/registrations/${waiting.id}/accept`;
  expect((await second.asking.post(accepting)).statusCode).toBe(204);
  expect((await second.asking.get('/api/v1/notices')).json().items[0].done_at).not.toBeNull();

  here.clock.set('2026-10-18T05:56:00Z');
  const { pass } = (await second.asking.get(`/api/v1/activities/${activity}/my-code`)).json();
  const entry = await here.teacher.post(`/api/v1/activities/${activity}/check-ins`, { pass });
  expect(entry.json()).toMatchObject({
    direction: 'entry',
    carer_name: '李强',
    repeated: false,
    minutes: null,
  });
  expect(await here.factsAbout(second.carer)).toEqual([]);

  here.clock.set('2026-10-18T07:00:30Z');
  const hall = (await here.teacher.get(`/api/v1/activities/${activity}/hall-code`)).json();
  expect(hall.link).toBe(`http://localhost:3000/app/check-in#${activity}.${hall.code}`);
  const exit = await second.asking.post(`/api/v1/activities/${activity}/self-check-ins`, {
    code: hall.code,
  });
  expect(exit.json()).toMatchObject({ direction: 'exit', minutes: 64, repeated: false });
  expect(await here.factsAbout(second.carer)).toMatchObject([
    {
      kind: 'activity.attended',
      quantity: 64,
      source: `attendance:${exit.json().attendance_id}`,
      organisation_id: here.school.id,
      at: new Date('2026-10-18T06:00:00Z'),
      attributes: {
        activity,
        kind: 'guidance-lecture',
        counts_as: 'guidance',
        host_kind: 'school',
        students: [second.student],
        method: 'pass',
      },
    },
  ]);

  await settleDistrict(here.district);
  const { rows } = await here.pool.query('select amount from tianfu.balances where carer_id = $1', [
    second.carer,
  ]);
  expect(rows).toEqual([{ amount: 106 }]);
  const done = await here.principal.post(`/api/v1/activities/${activity}/finish`);
  expect(done.json()).toMatchObject({ state: 'finished', desk: { entered: 1, settled: 1 } });
});
