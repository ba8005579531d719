import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startBackgroundThread } from '../server/background-thread.ts';
import { nobody } from '../server/directory/index.ts';
import { placeOf, reverseFacts, stateFacts } from '../server/facts/index.ts';
import { newId } from '../server/platform/index.ts';
import type { Bed } from './bed.ts';
import { percentile } from './http-load.ts';
import { type Result, resultOf } from './result.ts';

const PLANS = join(import.meta.dirname, '..', 'plans');
const ADDED = 'bench-visit';
const MILLISECONDS_BETWEEN_FACTS = 5;
const MILLISECONDS_BETWEEN_LOOKS = 20;
const MOST_SECONDS = 60;
const MOST_MILLISECONDS_TO_STATE = 1000;

/** A duty of every student in every term of three years, met by the commonest fact of a school. */
const duty = `
  - id: ${ADDED}
    clause: "2.3.3"
    title: { zh: 每学期联系一次, en: In touch once a term }
    whose: { kinds: [student] }
    answers: class-teacher
    counts: { fact: visit.made }
    versions:
      - { version: 1, effectiveFrom: 2023-09-01, every: term, count: 1, amberDays: 30 }
`;

/**
 * A plan with one duty more is put in force: from the start of counting with it until its tallies of the whole district
 * stand, three years back. Visits go on being stated meanwhile; none is refused, and each is counted. The baseline reads
 * the same visits by student and month in SQL. The district stays as it was.
 */
export async function dutyPlanChange(bed: Bed): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'gongyu-plan-'));
  try {
    await cp(PLANS, folder, { recursive: true });
    await appendFile(join(folder, 'tianfu', 'duties.yaml'), duty);
    await countWith(bed, PLANS, async () => untilCounted(bed, false));
    // What earlier runs left behind; a district's own database is cleaned while nobody looks.
    await bed.pool.query(`vacuum analyze ${tablesOf(bed)}`);
    const baseline = await secondsOf(() => readVisits(bed));
    const { seconds, writer } = await changed(bed, folder);
    await countWith(bed, PLANS, async () => untilCounted(bed, false));
    const slowest = Math.max(...writer.milliseconds);
    return resultOf('a duty added to the plan', 's', {
      ours: seconds,
      baseline,
      note: `three years of 150,000 students; meanwhile ${writer.sources.length} visits were stated, in ${percentile(writer.milliseconds, 95).toFixed(1)} ms (p95), and counted; baseline: the visits by student and month in SQL`,
      reach: { most: 60 },
      limits: [
        { what: 'seconds', figure: seconds, most: MOST_SECONDS },
        { what: 'milliseconds to state', figure: slowest, most: MOST_MILLISECONDS_TO_STATE },
      ],
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

function tablesOf({ district: { database } }: Bed): string {
  const tables = ['duty_evidence', 'duty_progress', 'duty_tallies', 'duty_finishes', 'facts'];
  return tables.map((table) => `${database.schema}.${table}`).join(', ');
}

/** The change, and that the duty counts exactly the students whom the log says were visited. */
async function changed(bed: Bed, folder: string) {
  const writer = new Writer(bed);
  try {
    return await countWith(bed, folder, async () => {
      const began = performance.now();
      const writing = writer.write();
      await untilCounted(bed, true);
      const seconds = (performance.now() - began) / 1000;
      await writer.stop(writing);
      await untilCaughtUp(bed);
      await requireAllCounted(bed, writer.sources.length);
      return { seconds, writer };
    });
  } finally {
    await writer.takeBack();
  }
}

async function countWith<T>(bed: Bed, plans: string, work: () => Promise<T>): Promise<T> {
  const { environment } = bed;
  const background = startBackgroundThread({
    environment: { ...environment, GONGYU_PLAN: join(plans, 'tianfu') },
    mode: 'demo',
    databaseUrl: environment.DATABASE_URL,
  });
  try {
    return await work();
  } finally {
    await background.stop();
  }
}

/** Until the duty has tallies, or none. */
async function untilCounted({ pool, district }: Bed, isThere: boolean): Promise<void> {
  const { schema } = district.database;
  for (;;) {
    const { rows } = await pool.query<{ counted: boolean }>(
      `select exists (select from ${schema}.duty_tallies where duty = $1) as counted`,
      [ADDED],
    );
    if (rows[0]?.counted === isThere) return;
    await wait(MILLISECONDS_BETWEEN_LOOKS);
  }
}

async function untilCaughtUp({ pool, district }: Bed): Promise<void> {
  const { schema } = district.database;
  for (;;) {
    const { rows } = await pool.query<{ last: number; waiting: boolean }>(
      `select (select max(place) from ${schema}.facts) as last,
              exists (select from ${schema}.stated_facts) as waiting`,
    );
    const counted = await district.database.read(nobody, (transaction) =>
      placeOf(transaction, 'duties'),
    );
    if (!rows[0]?.waiting && counted >= Number(rows[0]?.last)) return;
    await wait(MILLISECONDS_BETWEEN_LOOKS);
  }
}

/** Every visit that the log has in a term counts in that term, those stated meanwhile among them. */
async function requireAllCounted({ pool, district }: Bed, stated: number): Promise<void> {
  const { schema } = district.database;
  const { rows } = await pool.query<{ counted: number; logged: number; meanwhile: number }>(
    `select (select sum(quantity)::integer from ${schema}.duty_progress where duty = $1) as counted,
            (select sum(sign(quantity))::integer from ${schema}.facts
              where kind = 'visit.made' and exists (
                select from unnest($2::date[], $3::date[]) as term (since, until)
                 where (at at time zone 'Asia/Shanghai')::date between since and until)) as logged,
            (select count(*)::integer from ${schema}.facts
              where kind = 'visit.made' and source like 'bench:plan:%' and reverses is null
                and not exists (select from ${schema}.facts later
                                 where later.reverses = facts.id)) as meanwhile`,
    [
      ADDED,
      district.plan.terms.map(({ beginsOn }) => beginsOn),
      district.plan.terms.map(({ endsOn }) => endsOn),
    ],
  );
  const { counted, logged, meanwhile } = rows[0] ?? {};
  if (counted !== logged || meanwhile !== stated) {
    throw new Error(`${stated} visits were stated meanwhile: ${JSON.stringify(rows[0])}`);
  }
}

/** States a visit, and the next when that is committed and a moment has passed. */
class Writer {
  readonly sources: string[] = [];
  readonly milliseconds: number[] = [];
  readonly #bed: Bed;
  #stopped = false;

  constructor(bed: Bed) {
    this.#bed = bed;
  }

  async write(): Promise<void> {
    const { district, pool } = this.#bed;
    const { rows } = await pool.query<{ id: string; class_id: string }>(
      `select id, class_id from ${district.database.schema}.students
        where class_id is not null order by id limit 1000`,
    );
    for (let turn = 0; !this.#stopped; turn += 1) {
      const { id, class_id } = rows[turn % rows.length] as { id: string; class_id: string };
      const source = `bench:plan:${newId()}`;
      const began = performance.now();
      await district.database.write(nobody, (transaction) =>
        stateFacts(transaction, [
          {
            ...{ kind: 'visit.made', subject: id, organisation: class_id, quantity: 1, source },
            ...{ at: district.clock(), attributes: { form: 'online' } },
          },
        ]),
      );
      this.milliseconds.push(performance.now() - began);
      this.sources.push(source);
      await wait(MILLISECONDS_BETWEEN_FACTS);
    }
  }

  async stop(writing: Promise<void>): Promise<void> {
    this.#stopped = true;
    await writing;
  }

  async takeBack(): Promise<void> {
    this.#stopped = true;
    const { district } = this.#bed;
    const correction = { actor: newId(), reason: 'bench', at: district.clock() };
    await district.database.write(nobody, (transaction) =>
      reverseFacts(transaction, this.sources, correction),
    );
  }
}

async function readVisits({ pool, district }: Bed): Promise<void> {
  await pool.query(
    `select subject_id, date_trunc('month', at), sum(quantity)
       from ${district.database.schema}.facts where kind = 'visit.made' group by 1, 2`,
  );
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}
