import { beforeAll, describe, expect, test } from 'vitest';
import { type ActivityState, activityStates, activityStateTable } from './states.ts';
import { makeScene, type Scene } from './testing/scene.ts';

let here: Scene;
beforeAll(async () => {
  here = await makeScene();
});

/** An activity that has come to a state, at a time when only the state can stand in the way. */
async function activityIn(state: ActivityState): Promise<string> {
  here.clock.set('2026-10-14T01:00:00Z');
  if (state === 'draft') {
    const draft = await here.draft();
    here.clock.set('2026-10-18T06:30:00Z');
    return draft;
  }
  const id = await here.publish();
  here.clock.set('2026-10-18T06:30:00Z');
  if (state === 'cancelled') await act(id, 'cancel', { reason: '停电。' });
  if (state === 'finished') await act(id, 'finish');
  return id;
}

const act = (id: string, action: string, body?: object) =>
  here.principal.post(`/api/v1/activities/${id}/${action}`, body);

const walked = ['change', 'publish', 'cancel', 'finish'] as const;

async function walk(id: string, action: (typeof walked)[number]) {
  if (action !== 'change') {
    return act(id, action, action === 'cancel' ? { reason: '停电。' } : undefined);
  }
  const { version } = (await here.principal.get(`/api/v1/activities/${id}`)).json();
  const headers = { 'if-match': String(version) };
  return here.principal.patch(`/api/v1/activities/${id}`, { bring: '水杯' }, headers);
}

describe.each(activityStates)('an activity that is %s', (state) => {
  test.each(walked)('may or may not be walked on by %s, as the table says', async (action) => {
    const id = await activityIn(state);
    const answer = await walk(id, action);
    const to = activityStateTable[state].next[action];
    if (to === undefined) expect(answer.json().code).toBe('activities.state-forbids');
    else expect(answer.json().state).toBe(to);
  });

  test('offers its host what the table has, and nothing else', async () => {
    const id = await activityIn(state);
    const { desk } = (await here.principal.get(`/api/v1/activities/${id}`)).json();
    const inTable = Object.keys(activityStateTable[state].next);
    expect(desk.actions.toSorted()).toEqual(
      inTable.filter((action) => action !== 'sign-up').toSorted(),
    );
  });
});

test('what is over is not published, and what has not begun is not finished', async () => {
  here.clock.set('2026-10-14T01:00:00Z');
  const [draft, published] = [await here.draft(), await here.publish()];
  expect((await act(published, 'finish')).json().code).toBe('activities.not-begun-yet');
  here.clock.set('2026-10-19T01:00:00Z');
  expect((await act(draft, 'publish')).json().code).toBe('activities.over-already');
});
