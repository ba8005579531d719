import { expect, test } from 'vitest';
import { KEPT_AT, keptAtOf, markKept } from './kept-answers.ts';
import { createQueryClient } from './queries/query-client.ts';

const THEN = '2026-10-18T06:05:00.000Z';
const given = (at?: string) => new Response('{}', { ...(at && { headers: { [KEPT_AT]: at } }) });

test('an answer from the phone’s memory says from when it is, one of the server does not', () => {
  const old = {};
  const fresh = {};
  markKept(old, given(THEN));
  markKept(fresh, given());
  expect([keptAtOf(old), keptAtOf(fresh), keptAtOf(undefined)]).toEqual([
    THEN,
    undefined,
    undefined,
  ]);
});

test('what is shown is as old as the answer it stands for, and new again with a new one', async () => {
  const client = createQueryClient();
  const show = async (at?: string) => {
    const queryFn = () => {
      const answer = { points: 3 };
      markKept(answer, given(at));
      return answer;
    };
    await client.fetchQuery({ queryKey: ['home'], staleTime: 0, queryFn });
    return client.getQueryData(['home']);
  };
  const live = await show();
  expect(keptAtOf(live)).toBeUndefined();
  const kept = await show(THEN);
  expect(kept).toBe(live);
  expect(keptAtOf(kept)).toBe(THEN);
  expect(keptAtOf(await show())).toBeUndefined();
});
