import {
  type ChildOfCarer,
  childrenOfCarers,
  type ReachablePerson,
  reachablePeople,
  theProgram,
} from '../directory/index.ts';
import type { District, WriteTransaction } from '../platform/index.ts';
import type { Channel } from './channels/channel.ts';
import { FAILURES_BEFORE_REST, LOOK_AGAIN_MS, MOST_NOTICES_A_ROUND, REST_MS } from './limits.ts';
import { nextStep, type PersonOnLadder, type Step } from './rules/ladder.ts';
import { isResting } from './rules/resting.ts';
import { usualWishes, type Wishes } from './rules/wishes.ts';
import {
  type AttemptOf,
  type DueNotice,
  holdLadder,
  insertCalls,
  insertDeliveries,
  listAttempts,
  listChannelEnds,
  listOpenAddresses,
  listWishes,
  type NewCall,
  type NewDelivery,
  type OpenAddress,
  setNextLooks,
  takeDueNotices,
} from './store/ladder.ts';
import type { OutsideChannel, WishesRow } from './tables.ts';

/**
 * Looks at the notices that are due and decides for each what comes next: wait, send, put on the telephone list, or
 * nothing more. Sends nothing itself: what is to be sent are rows. A step of the background; gives how many notices it
 * looked at.
 */
export async function climbLadder(
  district: District,
  channels: readonly Channel[],
): Promise<number> {
  const at = district.clock();
  return district.database.write(theProgram, async (transaction) => {
    if (!(await holdLadder(transaction))) return 0;
    const notices = await takeDueNotices(transaction, at, MOST_NOTICES_A_ROUND);
    if (notices.length === 0) return 0;
    const known = await readKnown(transaction, district, channels, notices, at);
    const steps = notices.map((notice) => ({ notice, step: stepOf(notice, known, at) }));
    await insertDeliveries(transaction, deliveriesOf(steps, known), at);
    await insertCalls(transaction, callsOf(steps, known), at);
    const looks = steps.map(({ notice, step }) => ({ notice: notice.id, at: lookAfter(step, at) }));
    await setNextLooks(transaction, looks);
    return notices.length;
  });
}

interface Known {
  readonly people: ReadonlyMap<string, ReachablePerson>;
  readonly children: readonly ChildOfCarer[];
  readonly wishes: ReadonlyMap<string, Wishes>;
  readonly addresses: ReadonlyMap<string, OpenAddress[]>;
  readonly attempts: ReadonlyMap<string, AttemptOf[]>;
  readonly resting: ReadonlySet<OutsideChannel>;
  readonly channels: ReadonlySet<OutsideChannel>;
}

async function readKnown(
  transaction: WriteTransaction,
  district: District,
  channels: readonly Channel[],
  notices: readonly DueNotice[],
  at: Date,
): Promise<Known> {
  const people = [...new Set(notices.map(({ person_id }) => person_id))];
  const names = channels.map(({ name }) => name);
  const since = new Date(at.getTime() - REST_MS);
  const [reachable, children, wishes, addresses, attempts, ends] = await Promise.all([
    reachablePeople(transaction, district, people),
    childrenOfCarers(transaction, people),
    listWishes(transaction, people),
    listOpenAddresses(transaction, people),
    listAttempts(transaction, notices),
    listChannelEnds(transaction, names, since, FAILURES_BEFORE_REST),
  ]);
  return {
    people: reachable,
    children,
    wishes: new Map(wishes.map((row) => [row.person_id, wishesOf(row)])),
    addresses: Map.groupBy(addresses, ({ person_id }) => person_id),
    attempts: Map.groupBy(attempts, ({ notice }) => notice),
    resting: new Set(names.filter((name) => isResting(ends.get(name) ?? [], at))),
    channels: new Set(names),
  };
}

export function wishesOf({ pace, quiet_from, quiet_until, digest_at, off }: WishesRow): Wishes {
  const quiet = { from: quiet_from, until: quiet_until };
  return { pace, quiet, digestAt: digest_at, off: new Set(off) };
}

function stepOf(notice: DueNotice, known: Known, at: Date): Step {
  const { urgency, useful_until, made_at, read_at, done_at, is_listed, id, person_id } = notice;
  return nextStep(
    {
      urgency,
      usefulUntil: useful_until,
      madeAt: made_at,
      readAt: read_at,
      doneAt: done_at,
      isListed: is_listed,
    },
    personOf(person_id, known),
    known.attempts.get(id) ?? [],
    known.resting,
    at,
  );
}

function personOf(person: string, { people, wishes, addresses, channels }: Known): PersonOnLadder {
  const has = new Set((addresses.get(person) ?? []).map(({ channel }) => channel));
  if (people.get(person)?.phone) has.add('sms');
  return {
    wishes: wishes.get(person) ?? usualWishes,
    has: new Set([...has].filter((one) => channels.has(one))),
  };
}

interface Decided {
  readonly notice: DueNotice;
  readonly step: Step;
}

/** A person's digest is one message, however many notices it counts. */
function deliveriesOf(steps: readonly Decided[], { addresses }: Known): NewDelivery[] {
  const sent = steps.flatMap(({ notice, step }) =>
    step.do === 'send' || step.do === 'digest'
      ? [{ notice, channel: step.channel, isDigest: step.do === 'digest' }]
      : [],
  );
  const together = Map.groupBy(sent, ({ notice, channel, isDigest }) =>
    isDigest ? `${notice.person_id} ${channel}` : notice.id,
  );
  return [...together.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { person_id } = first.notice;
    const { channel, isDigest } = first;
    const address = addresses.get(person_id)?.find((one) => one.channel === channel);
    const notices = group.map(({ notice }) => notice.id);
    return [{ person: person_id, channel, isDigest, notices, address: address?.id ?? null }];
  });
}

/** The teacher who knows the family: of the child that it concerns, or of another; else whoever answers for it. */
function callsOf(steps: readonly Decided[], { children }: Known): NewCall[] {
  return steps
    .filter(({ step }) => step.do === 'list')
    .map(({ notice }) => {
      const own = children.filter(({ carer }) => carer === notice.person_id);
      const child = own.find(({ student }) => student === notice.student_id) ?? own[0];
      return {
        notice: notice.id,
        person: notice.person_id,
        student: child?.student ?? null,
        lineage: child?.lineage ?? notice.lineage,
      };
    });
}

function lookAfter(step: Step, at: Date): Date | null {
  if (step.do === 'wait') return step.until;
  const isOnItsWay = step.do === 'send' || step.do === 'digest';
  return isOnItsWay ? new Date(at.getTime() + LOOK_AGAIN_MS) : null;
}
