/** A school with staff and families on the eve of an event, for the tests of this room. */
import { type Asking, makeTestApp, type TestApp } from '../../../testing/test-app.ts';
import type { Place } from '../../../testing/test-people.ts';

export interface Family {
  readonly carer: string;
  readonly student: string;
  readonly asking: Asking;
}

export interface Scene extends TestApp {
  readonly school: Place;
  readonly schoolClass: Place;
  readonly principal: Asking;
  readonly principalId: string;
  readonly teacher: Asking;
  /** Of another school, where they are principal. */
  readonly stranger: Asking;
  readonly strangerSchool: Place;
  /** One carer with one child in the class. */
  family(name: string): Promise<Family>;
  /** Somebody who stays signed in however the clock moves. */
  signedIn(person: string): Asking;
  /** Another grown-up of the same child. */
  otherCarer(student: string, name: string): Promise<Family>;
  /** Drafts an activity of the school; gives its id. */
  draft(over?: object): Promise<string>;
  /** … and publishes it. */
  publish(over?: object): Promise<string>;
  signUp(family: Family, activity: string, students?: string[]): Promise<SignedUpAnswer>;
  /** The facts that stand about a carer, sums of reversals included, in the order of stating. */
  factsAbout(carer: string): Promise<StatedFact[]>;
}

export interface SignedUpAnswer {
  readonly status: number;
  readonly id: string;
  readonly state: string;
  readonly waiting_position: number | null;
  readonly waiting_reasons: string[];
  readonly code?: string;
  readonly clashes: { activity_id: string }[];
}

export interface StatedFact {
  readonly kind: string;
  readonly quantity: number;
  readonly source: string;
  readonly reverses: string | null;
  readonly organisation_id: string;
  readonly actor_id: string;
  readonly at: Date;
  readonly attributes: Record<string, unknown>;
}

const BEGINS = '2026-10-18T06:00:00Z';
const ENDS = '2026-10-18T07:30:00Z';

export async function makeScene(): Promise<Scene> {
  const here = await makeTestApp();
  const { people } = here;
  const { school, schoolClass } = await people.school('第一小学');
  const { school: strangerSchool } = await people.school('第二小学');
  const principalId = await people.adult('周校长');
  await people.post(principalId, 'principal', school);
  const teacherId = await people.adult('王老师');
  await people.post(teacherId, 'class-teacher', schoolClass);
  const strangerId = await people.adult('吴校长');
  await people.post(strangerId, 'principal', strangerSchool);
  const principal = alwaysSignedIn(here, principalId);

  const otherCarer = async (student: string, name: string): Promise<Family> => {
    const carer = await people.adult(name);
    await people.guardianship(carer, student);
    return { carer, student, asking: alwaysSignedIn(here, carer) };
  };
  const draft = async (over: object = {}): Promise<string> => {
    const answer = await principal.post('/api/v1/activities', {
      host_id: school.id,
      kind: 'guidance-lecture',
      title: '陪孩子走过一年级',
      place: '报告厅',
      begins_at: BEGINS,
      ends_at: ENDS,
      ...over,
    });
    if (answer.statusCode !== 201) throw new Error(answer.body);
    return answer.json().activity_id;
  };
  return {
    ...here,
    school,
    schoolClass,
    principal,
    principalId,
    teacher: alwaysSignedIn(here, teacherId),
    stranger: alwaysSignedIn(here, strangerId),
    strangerSchool,
    signedIn: (person) => alwaysSignedIn(here, person),
    otherCarer,
    async family(name) {
      return otherCarer(await people.student(`${name}的孩子`, schoolClass), name);
    },
    draft,
    async publish(over) {
      const id = await draft(over);
      const answer = await principal.post(`/api/v1/activities/${id}/publish`);
      if (answer.statusCode !== 200) throw new Error(answer.body);
      return id;
    },
    async signUp({ asking, student }, activity, students = [student]) {
      const answer = await asking.post(`/api/v1/activities/${activity}/registrations`, {
        student_ids: students,
      });
      return { ...answer.json(), status: answer.statusCode };
    },
    async factsAbout(carer) {
      const columns = `kind, quantity, source, reverses, organisation_id, actor_id, at, attributes, id`;
      const { rows } = await here.pool.query<StatedFact>(
        `select ${columns} from tianfu.facts where subject_id = $1
         union all
         select ${columns} from tianfu.stated_facts where subject_id = $1
         order by id`,
        [carer],
      );
      return rows;
    },
  };
}

/**
 * Signs in anew whenever the clock has moved: a session ends while it jumps from the eve to the day, and of a
 * clock that goes back the sessions of before know nothing.
 */
function alwaysSignedIn(here: TestApp, person: string): Asking {
  let since = '';
  let session: Promise<Asking> | undefined;
  const asking = (): Promise<Asking> => {
    const now = here.clock().toISOString();
    if (!session || since !== now) session = signInAnew(here, person);
    since = now;
    return session;
  };
  return {
    cookie: undefined,
    get: async (url) => (await asking()).get(url),
    post: async (...asked) => (await asking()).post(...asked),
    put: async (...asked) => (await asking()).put(...asked),
    patch: async (...asked) => (await asking()).patch(...asked),
    delete: async (...asked) => (await asking()).delete(...asked),
  };
}

async function signInAnew(here: TestApp, person: string): Promise<Asking> {
  await here.pool.query('delete from tianfu.sessions where person_id = $1', [person]);
  return here.as(person);
}
