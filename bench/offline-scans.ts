import { randomUUID } from 'node:crypto';
import type { Bed } from './bed.ts';
import { type Result, resultOf } from './result.ts';
import { middle } from './rounds.ts';
import { type Running, startProgram } from './running.ts';
import { fillSchool, openDoor } from './school-rush.ts';
import type { SignedIn } from './sign-in.ts';

const STUDENTS = 2500;
const SCANS = 5000;
const SCANS_AN_UPLOAD = 200;
/** Scanning phones of the hall that send at the same moment. */
const PHONES = 4;
const ROUNDS = 3;
/** Carers who fetch their passes at once; that is not measured. */
const FETCHING = 50;

/**
 * The phones at the doors of a hall come back to the network and send 5,000 scans of passes, two hundred at a time,
 * four phones at once: every signature and chain is checked, each person counted once, each scan kept. The baseline
 * inserts the same rows of scans, bare, in as many statements.
 */
export async function offlineScans(bed: Bed): Promise<Result> {
  const carers = (await fillSchool(bed, STUDENTS)).slice(0, SCANS);
  const server = await startProgram('server/main.ts', bed.environment);
  try {
    const rounds: { ours: number; baseline: number }[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const { event, principal } = await openDoor(bed, server);
      const passes = await passesOf(server, carers, event);
      const ours = await upload(server, principal, { event, passes });
      await requireEachOnce(bed, event, passes.length);
      const baseline = await insertBare(bed, event, passes.length);
      // The first round is not measured: programs that have just started are still being compiled.
      if (round > 0) rounds.push({ ours, baseline });
    }
    return resultOf('offline upload of 5,000 scans', 'scans/s', {
      ours: middle(rounds.map(({ ours }) => ours)),
      baseline: middle(rounds.map(({ baseline }) => baseline)),
      note: `${ROUNDS} × ${SCANS} scans in uploads of ${SCANS_AN_UPLOAD} from ${PHONES} phones at once, every pass checked, attendance and fact written; baseline: the same rows of scans inserted bare, ${SCANS_AN_UPLOAD} a statement, ${PHONES} at once`,
      reach: { least: 0.02 },
    });
  } finally {
    await server.stop();
  }
}

async function passesOf(
  { url }: Running,
  carers: readonly SignedIn[],
  event: string,
): Promise<string[]> {
  const passes: string[] = [];
  let next = 0;
  const fetchSome = async () => {
    for (let carer = carers[next++]; carer; carer = carers[next++]) {
      const { cookie } = carer;
      const answer = await fetch(`${url}/api/v1/activities/${event}/my-code`, {
        headers: { cookie },
      });
      passes.push(((await answer.json()) as { pass: string }).pass);
    }
  };
  await Promise.all(Array.from({ length: FETCHING }, fetchSome));
  return passes;
}

interface Hall {
  readonly event: string;
  readonly passes: readonly string[];
}

/** Scans a second. */
async function upload(
  { url }: Running,
  { cookie }: SignedIn,
  { event, passes }: Hall,
): Promise<number> {
  const at = new Date().toISOString();
  const bodies = inParts(passes).map((part) =>
    JSON.stringify({
      device_id: randomUUID(),
      sent_at: at,
      scans: part.map((pass) => ({ scan_id: randomUUID(), pass, phone_at: at, happened_at: at })),
    }),
  );
  return perSecond(passes.length, bodies, async (body) => {
    const answer = await fetch(`${url}/api/v1/activities/${event}/scans`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body,
    });
    if (!answer.ok) throw new Error(`An upload was refused: ${await answer.text()}`);
  });
}

function inParts<Thing>(things: readonly Thing[]): Thing[][] {
  const parts: Thing[][] = [];
  for (let at = 0; at < things.length; at += SCANS_AN_UPLOAD) {
    parts.push(things.slice(at, at + SCANS_AN_UPLOAD));
  }
  return parts;
}

/** Does the parts' work, a phone each its next, and says how many things that were a second. */
async function perSecond<Part>(
  amount: number,
  parts: readonly Part[],
  work: (part: Part) => Promise<void>,
): Promise<number> {
  const waiting = [...parts];
  const phone = async () => {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) await work(part);
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: PHONES }, phone));
  return (amount * 1000) / (performance.now() - began);
}

async function requireEachOnce({ pool }: Bed, event: string, scans: number): Promise<void> {
  const { rows } = await pool.query<Record<string, number>>(
    `select (select count(*)::int from tianfu.attendances where activity_id = $1) as attendances,
            (select count(*)::int from tianfu.scans
              where activity_id = $1 and outcome = 'counted') as counted`,
    [event],
  );
  const found = rows[0];
  if (found?.attendances !== scans || found.counted !== scans) {
    throw new Error(`${scans} scans were sent; there are ${JSON.stringify(found)}`);
  }
}

/** Rows a second. */
async function insertBare({ pool }: Bed, event: string, amount: number): Promise<number> {
  await pool.query(
    'create table if not exists public.bare_scans (like tianfu.scans including indexes)',
  );
  await pool.query('truncate public.bare_scans');
  const ids = inParts(Array.from({ length: amount }, () => randomUUID()));
  return perSecond(amount, ids, async (part) => {
    await pool.query({
      name: 'bare scans',
      text: `insert into public.bare_scans (id, activity_id, device_id, carer_id, direction, phone_at,
                                            happened_at, received_at, sent_by, outcome, attendance_id)
             select id, $2, $2, id, 'entry', now(), now(), now(), $2, 'counted', id
               from unnest($1::uuid[]) as id`,
      values: [part, event],
    });
  });
}
