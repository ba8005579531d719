import type { Bed } from './bed.ts';
import type { Asked } from './http-load.ts';
import { importMadeRoster } from './made-roster.ts';
import type { Running } from './running.ts';
import { type SignedIn, signIn } from './sign-in.ts';

const MINUTE = 60_000;
const MILLISECONDS_BETWEEN_CODES = 5000;

export interface Rush {
  /** The check-in of the n-th: everybody to the first event, then everybody to the next. */
  readonly request: (turn: number) => Asked;
  /** The next check-in that nobody has asked for yet. */
  readonly next: () => Asked;
  stop(): void;
}

/** A school from a roster, one session for each of its carers; gives the carers. */
export async function fillSchool(bed: Bed, students: number): Promise<SignedIn[]> {
  await importMadeRoster(bed, { schools: 1, students });
  const { rows } = await bed.pool.query<{ carer_id: string }>(
    'select distinct carer_id from tianfu.guardianships',
  );
  return signIn(
    bed,
    'code',
    rows.map((row) => row.carer_id),
  );
}

/** The school's events of this hour, everybody signed up, and the codes on the screens of their halls. */
export async function openDoors(
  bed: Bed,
  server: Running,
  { carers, events: count }: { carers: readonly SignedIn[]; events: number },
): Promise<Rush> {
  const principal = await principalOf(bed);
  const events: string[] = [];
  for (let turn = 0; turn < count; turn += 1) events.push(await publishEvent(server, principal));
  await signUpEverybody(bed, events);
  const codes = new Map<string, string>();
  const lookAtScreens = async () => {
    for (const id of events) {
      const path = `/api/v1/activities/${id}/hall-code`;
      codes.set(id, (await ask<{ code: string }>(server, principal, { path })).code);
    }
  };
  await lookAtScreens();
  const timer = setInterval(() => void lookAtScreens(), MILLISECONDS_BETWEEN_CODES);
  const request = (turn: number): Asked => {
    const carer = carers[turn % carers.length] as SignedIn;
    const event = events[Math.floor(turn / carers.length) % events.length] as string;
    return {
      method: 'POST',
      path: `/api/v1/activities/${event}/self-check-ins`,
      headers: { 'content-type': 'application/json', cookie: carer.cookie },
      body: JSON.stringify({ code: codes.get(event) }),
    };
  };
  let asked = 0;
  return {
    request,
    next() {
      asked += 1;
      return request(asked - 1);
    },
    stop: () => clearInterval(timer),
  };
}

async function principalOf(bed: Bed): Promise<SignedIn & { school: string }> {
  const { rows } = await bed.pool.query<{ person_id: string; organisation_id: string }>(
    `select person_id, organisation_id from tianfu.posts where role = 'principal'`,
  );
  const [post] = rows;
  const [principal] = post ? await signIn(bed, 'password+totp', [post.person_id]) : [];
  if (!post || !principal) throw new Error('The made roster has no principal.');
  return { ...principal, school: post.organisation_id };
}

/** One event of this hour with everybody signed up, and who may stand at its door. */
export async function openDoor(
  bed: Bed,
  server: Running,
): Promise<{ event: string; principal: SignedIn }> {
  const principal = await principalOf(bed);
  const event = await publishEvent(server, principal);
  await signUpEverybody(bed, [event]);
  return { event, principal };
}

/** Publishes an event of the school with so many places; gives its id. */
export async function openSignUp(bed: Bed, server: Running, capacity: number): Promise<string> {
  return publishEvent(server, await principalOf(bed), { capacity });
}

/** A meeting that begins in twenty minutes: its doors are open. Being there is enough, nobody checks out. */
async function publishEvent(
  server: Running,
  principal: Awaited<ReturnType<typeof principalOf>>,
  over: { readonly capacity?: number } = {},
): Promise<string> {
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * MINUTE).toISOString();
  const { activity_id: id } = await ask<{ activity_id: string }>(server, principal, {
    path: '/api/v1/activities',
    body: {
      host_id: principal.school,
      kind: 'parents-meeting',
      title: '全校家长会',
      place: '操场',
      begins_at: inMinutes(20),
      ends_at: inMinutes(110),
      ...over,
    },
  });
  await ask(server, principal, { path: `/api/v1/activities/${id}/publish`, body: {} });
  return id;
}

/** Written as rows: what is measured is the door, not the signing up. */
async function signUpEverybody({ pool }: Bed, events: readonly string[]): Promise<void> {
  await pool.query(
    `with households as (
       insert into tianfu.registrations (id, activity_id, state, queue_number, made_by, made_at)
       select gen_random_uuid(), event, 'registered', row_number() over (partition by event order by carer_id),
              carer_id, now()
         from unnest($1::uuid[]) event, (select distinct carer_id from tianfu.guardianships) families
       returning id, activity_id, made_by
     )
     insert into tianfu.registration_carers (registration_id, carer_id, activity_id, role, joined_at)
     select id, made_by, activity_id, 'attendee', now() from households`,
    [events],
  );
  await pool.query('analyze');
}

async function ask<Answer>(
  { url }: Running,
  { cookie }: SignedIn,
  { path, body }: { path: string; body?: object },
): Promise<Answer> {
  const json = body && { 'content-type': 'application/json' };
  const answer = await fetch(`${url}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { cookie, ...json },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}
