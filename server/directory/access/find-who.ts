import { sql } from 'kysely';
import { type District, type DistrictDatabase, Gather } from '../../platform/index.ts';
import { atStrength } from './strength.ts';
import { type HeldPost, type SessionPerson, theProgram, type Who } from './who.ts';

/** A changed post or family takes effect within this time; ending one takes effect at once, by forgetWho. */
const MILLISECONDS_REMEMBERED = 15_000;
const MOST_REMEMBERED = 50_000;
const MOST_A_QUERY = 500;

interface Remembered {
  readonly who: Who | null;
  readonly until: number;
}

interface Finder {
  readonly remembered: Map<string, Remembered>;
  /** Counts forgettings: what was looked up before one is not remembered after it. */
  forgettings: number;
  readonly lookUp: Gather<SessionPerson, Who | null>;
}

const finders = new WeakMap<DistrictDatabase, Finder>();

/**
 * Who a session's person is now: posts that its strength allows, lineages, children. Asked for by many at once,
 * it asks once.
 */
export async function findWho(district: District, session: SessionPerson): Promise<Who | null> {
  const finder = finderOf(district.database);
  const { remembered, lookUp, forgettings } = finder;
  const now = Date.now();
  const known = remembered.get(session.person);
  if (known && known.until > now) return known.who && atStrength(known.who, session.strength);
  const who = await lookUp.ask(session);
  if (forgettings === finder.forgettings) {
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(session.person, { who, until: now + MILLISECONDS_REMEMBERED });
  }
  return who && atStrength(who, session.strength);
}

/** Called when a post, a guardianship or an account ends: the next request looks again. */
export function forgetWho(database: DistrictDatabase, person: string): void {
  const finder = finderOf(database);
  finder.forgettings += 1;
  finder.remembered.delete(person);
}

function finderOf(database: DistrictDatabase): Finder {
  const known = finders.get(database);
  if (known) return known;
  const made: Finder = {
    remembered: new Map(),
    forgettings: 0,
    lookUp: new Gather((sessions) => lookUpAll(database, sessions), { most: MOST_A_QUERY }),
  };
  finders.set(database, made);
  return made;
}

interface WhoRow {
  id: string;
  name: string;
  posts: HeldPost[];
  children: string[];
}

async function lookUpAll(
  database: DistrictDatabase,
  sessions: SessionPerson[],
): Promise<(Who | null)[]> {
  const adults = sessions.filter((one) => one.kind === 'adult').map((one) => one.person);
  const students = sessions.filter((one) => one.kind === 'student').map((one) => one.person);
  const found = new Map<string, Who>();
  await database.read(theProgram, async (transaction) => {
    const grownUps = await sql<WhoRow>`
      select people.id, people.name,
             coalesce((select json_agg(json_build_object(
                 'id', posts.id, 'role', posts.role, 'organisation', posts.organisation_id,
                 'lineage', organisations.lineage,
                 'school', (select id from organisations as school
                   where school.id = any(organisations.lineage)
                     and school.kind in ('school', 'kindergarten'))) order by posts.began_on, posts.id)
               from posts join organisations on organisations.id = posts.organisation_id
              where posts.person_id = people.id and posts.ended_on is null), '[]') as posts,
             coalesce((select json_agg(student_id order by student_id) from guardianships
              where carer_id = people.id and ended_on is null), '[]') as children
        from people where id = any(${adults}::uuid[])`.execute(transaction);
    for (const { id, name, posts, children } of grownUps.rows) {
      found.set(id, { person: id, name, kind: 'adult', posts, children });
    }
    if (students.length === 0) return;
    const young = await sql<{ id: string; name: string }>`
      select id, name from students where id = any(${students}::uuid[])`.execute(transaction);
    for (const { id, name } of young.rows) {
      found.set(id, { person: id, name, kind: 'student', posts: [], children: [] });
    }
  });
  return sessions.map((session) => found.get(session.person) ?? null);
}
