import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type OutsideChannel, outsideChannels } from '../tables.ts';
import { isQuiet, nextAt } from './hours.ts';
import {
  type Attempt,
  type NoticeOnLadder,
  nextStep,
  type PersonOnLadder,
  type Step,
} from './ladder.ts';
import { isResting } from './resting.ts';
import { usualWishes, type Wishes } from './wishes.ts';

const at = (text: string) => new Date(`${text}+08:00`);
const NOON = at('2026-10-14T12:00');

const notice = (over: Partial<NoticeOnLadder> = {}): NoticeOnLadder => ({
  urgency: 'at-once',
  usefulUntil: at('2026-10-14T20:00'),
  madeAt: NOON,
  readAt: null,
  doneAt: null,
  isListed: false,
  ...over,
});
const person = (has: OutsideChannel[], wishes: Partial<Wishes> = {}): PersonOnLadder => ({
  has: new Set(has),
  wishes: { ...usualWishes, ...wishes },
});
const tried = (channel: OutsideChannel, state: Attempt['state'], when = NOON): Attempt => ({
  ...{ channel, state, at: when },
});
const step = (
  one: NoticeOnLadder,
  who: PersonOnLadder,
  attempts: Attempt[] = [],
  { now = NOON, resting = [] }: { now?: Date; resting?: OutsideChannel[] } = {},
): Step => nextStep(one, who, attempts, new Set(resting), now);

describe('what cannot wait', () => {
  const both = person(['wechat', 'sms']);

  test('goes by WeChat at once, and by text message when it was not read in a quarter of the time left', () => {
    expect(step(notice(), both)).toEqual({ do: 'send', channel: 'wechat' });
    const sent = [tried('wechat', 'delivered')];
    expect(step(notice(), both, sent)).toEqual({ do: 'wait', until: at('2026-10-14T14:00') });
    const later = { now: at('2026-10-14T14:00') };
    expect(step(notice(), both, sent, later)).toEqual({ do: 'send', channel: 'sms' });
  });

  test('waits for nobody who did not get it: a failed channel is followed by the next at once', () => {
    const all = person(['wechat', 'web-push', 'sms']);
    expect(step(notice(), all, [tried('wechat', 'failed')])).toEqual({
      ...{ do: 'send', channel: 'web-push' },
    });
  });

  test('passes a channel that fails for everybody, and one that the person does not want', () => {
    expect(step(notice(), person(['wechat', 'email']), [], { resting: ['wechat'] })).toEqual({
      ...{ do: 'send', channel: 'email' },
    });
    const off = person(['wechat', 'email'], { off: new Set(['wechat'] as const) });
    expect(step(notice(), off)).toEqual({ do: 'send', channel: 'email' });
  });

  test('ends with the telephone where no channel is left, or the text message has no receipt', () => {
    const late = { now: at('2026-10-14T14:00') };
    expect(step(notice(), person([]))).toEqual({ do: 'wait', until: at('2026-10-14T14:00') });
    expect(step(notice(), person([]), [], late)).toEqual({ do: 'list' });
    const silent = [tried('sms', 'sent')];
    expect(step(notice(), person(['sms']), silent, late)).toEqual({ do: 'list' });
  });

  test('is done with by a text message that arrived', () => {
    expect(step(notice(), person(['sms']), [tried('sms', 'delivered')])).toEqual({ do: 'rest' });
  });

  test('waits for the morning, unless the morning is too late', () => {
    const night = { now: at('2026-10-14T23:00') };
    const madeAt = night.now;
    const tomorrow = notice({ madeAt, usefulUntil: at('2026-10-15T12:00') });
    expect(step(tomorrow, both, [], night)).toEqual({ do: 'wait', until: at('2026-10-15T07:30') });
    const early = notice({ madeAt, usefulUntil: at('2026-10-15T08:00') });
    expect(step(early, both, [], night)).toEqual({ do: 'send', channel: 'wechat' });
  });
});

describe('what can wait', () => {
  const calm = notice({ urgency: 'daily', usefulUntil: null });

  test('comes once a day, and never by text message or telephone', () => {
    const who = person(['wechat', 'sms']);
    const evening = at('2026-10-14T18:30');
    expect(step(calm, who)).toEqual({ do: 'wait', until: evening });
    expect(step(calm, who, [], { now: evening })).toEqual({ do: 'digest', channel: 'wechat' });
    expect(step(calm, person(['sms']), [], { now: evening })).toEqual({ do: 'rest' });
  });

  test('comes when it happens for who wants it so', () => {
    expect(step(calm, person(['email'], { pace: 'at-once' }))).toEqual({
      ...{ do: 'send', channel: 'email' },
    });
  });

  test('takes the next channel when the first one fails', () => {
    const evening = at('2026-10-14T18:31');
    const failed = [tried('wechat', 'failed', evening)];
    expect(step(calm, person(['wechat', 'email']), failed, { now: evening })).toEqual({
      ...{ do: 'digest', channel: 'email' },
    });
  });
});

describe('hours', () => {
  test('are quiet over midnight, and not at all when they end where they begin', () => {
    const night = { from: 21 * 60, until: 7 * 60 + 30 };
    expect(
      ['20:59', '21:00', '03:00', '07:29', '07:30'].map((time) =>
        isQuiet(at(`2026-10-14T${time}`), night),
      ),
    ).toEqual([false, true, true, true, false]);
    expect(isQuiet(NOON, { from: 600, until: 600 })).toBe(false);
  });

  test('come again the next day', () => {
    expect(nextAt(at('2026-10-14T18:29'), 1110)).toEqual(at('2026-10-14T18:30'));
    expect(nextAt(at('2026-10-14T18:30'), 1110)).toEqual(at('2026-10-15T18:30'));
  });
});

test('a channel rests after five failures in a row, for half an hour', () => {
  const failed = (minutes: number) => ({
    hasFailed: true,
    at: new Date(NOON.getTime() - minutes * 60_000),
  });
  const five = [1, 2, 3, 4, 5].map(failed);
  expect(isResting(five, NOON)).toBe(true);
  expect(isResting(five.slice(1), NOON)).toBe(false);
  expect(isResting([{ hasFailed: false, at: NOON }, ...five], NOON)).toBe(false);
  expect(isResting([31, 32, 33, 34, 35].map(failed), NOON)).toBe(false);
});

/** How a message goes in the world outside. */
type Fate = 'delivered' | 'silent' | 'failed';

interface World {
  readonly madeAt: number;
  readonly useMinutes: number;
  readonly has: OutsideChannel[];
  readonly off: OutsideChannel[];
  readonly fates: Readonly<Record<OutsideChannel, Fate>>;
  readonly readAfter: number | null;
}

const channel = fc.constantFrom(...outsideChannels);
const fate = fc.constantFrom<Fate>('delivered', 'silent', 'failed');
const world: fc.Arbitrary<World> = fc.record({
  madeAt: fc.integer({ min: 0, max: 24 * 60 - 1 }),
  useMinutes: fc.integer({ min: 20, max: 3 * 24 * 60 }),
  has: fc.uniqueArray(channel),
  off: fc.uniqueArray(channel),
  fates: fc.record({ wechat: fate, wecom: fate, 'web-push': fate, email: fate, sms: fate }),
  readAfter: fc.option(fc.integer({ min: 0, max: 2 * 24 * 60 })),
});

interface Said {
  readonly channel: OutsideChannel;
  readonly at: Date;
}

const MINUTE = 60_000;
const START = at('2026-10-14T00:00').getTime();

/** Lives the notice's life minute by minute wherever the ladder wants to be asked again. */
function live({ madeAt, useMinutes, has, off, fates, readAfter }: World) {
  const made = new Date(START + madeAt * MINUTE);
  const end = new Date(made.getTime() + useMinutes * MINUTE);
  const read = readAfter === null ? null : new Date(made.getTime() + readAfter * MINUTE);
  const who = person(has, { off: new Set(off) });
  const attempts: Attempt[] = [];
  const said: Said[] = [];
  let now = made;
  let ended: 'read' | 'delivered' | 'listed' | 'too late' | 'never' = 'never';
  for (let round = 0; round < 100 && ended === 'never'; round += 1) {
    const readAt = read && read <= now ? read : null;
    const next = step(notice({ madeAt: made, usefulUntil: end, readAt }), who, attempts, { now });
    if (next.do === 'wait') now = next.until;
    else if (next.do === 'send') {
      said.push({ channel: next.channel, at: now });
      const state = { delivered: 'delivered', silent: 'sent', failed: 'failed' } as const;
      attempts.push({ channel: next.channel, state: state[fates[next.channel]], at: now });
    } else if (next.do === 'list') ended = 'listed';
    else if (readAt) ended = 'read';
    else ended = attempts.some(({ state }) => state === 'delivered') ? 'delivered' : 'too late';
  }
  return { made, end, read, said, attempts, ended };
}

describe('whatever the world does, what cannot wait', () => {
  const property = (check: (life: ReturnType<typeof live>) => void) =>
    fc.assert(
      fc.property(world, (one) => {
        check(live(one));
      }),
      { numRuns: 2000 },
    );

  test('ends read, delivered or on a teacher’s list, in time', () => {
    property(({ ended }) => expect(['read', 'delivered', 'listed']).toContain(ended));
  });

  test('disturbs nobody in the quiet hours, unless in the morning it would be too late', () => {
    property(({ said, end }) => {
      for (const one of said.filter(({ at: when }) => isQuiet(when, usualWishes.quiet))) {
        const morning = nextAt(one.at, usualWishes.quiet.until);
        expect(end.getTime()).toBeLessThan(morning.getTime() + 60 * MINUTE);
      }
    });
  });

  test('never goes by a second channel while the first may still be answered', () => {
    property(({ said, attempts }) => {
      said.slice(1).forEach((one, index) => {
        const before = attempts[index];
        if (before && before.state !== 'failed') expect(one.at > before.at).toBe(true);
      });
      expect(new Set(said.map((one) => one.channel)).size).toBe(said.length);
    });
  });

  test('says nothing more once it is read', () => {
    property(({ said, read }) => {
      if (read) for (const one of said) expect(one.at < read).toBe(true);
    });
  });
});
