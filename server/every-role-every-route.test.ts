import { beforeAll, describe, expect, test } from 'vitest';
import {
  type Capability,
  holds,
  type PostRole,
  type Role,
  roles,
  type Who,
} from './directory/index.ts';
import { newId, openApiDocument } from './platform/index.ts';
import { type Asking, makeTestApp, type TestApp } from './testing/test-app.ts';

interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly access: string;
}

let here: TestApp;
let routes: Route[];
const asking = new Map<Role, Asking>();
const whoIs = new Map<Role, Who>();
/** A child, a carer, a class and a school that nobody of the roles below has anything to do with. */
let elsewhere: { student: string; carer: string; school: string; schoolClass: string };

beforeAll(async () => {
  here = await makeTestApp({ personas: true });
  const { people } = here;
  const near = await people.school('麓湖小学');
  const far = await people.school('云溪小学');
  const community = await people.place('community', '麓山社区');
  const places: Readonly<Record<PostRole, { id: string }>> = {
    'district-officer': people.top,
    'admissions-officer': people.top,
    'subdistrict-worker': community,
    'community-worker': community,
    principal: near.school,
    'moral-education-lead': near.school,
    'class-teacher': near.schoolClass,
    teacher: near.school,
  };
  for (const role of Object.keys(roles) as Role[]) await enter(role, places, near.schoolClass);
  const student = await people.student('远处的孩子', far.schoolClass);
  const carer = await people.adult('远处的家长');
  await people.guardianship(carer, student);
  elsewhere = { student, carer, school: far.school.id, schoolClass: far.schoolClass.id };
  await here.app.ready();
  routes = routesOf(openApiDocument(here.app));
});

async function enter(
  role: Role,
  places: Readonly<Record<PostRole, { id: string }>>,
  schoolClass: Parameters<TestApp['people']['student']>[1],
): Promise<void> {
  const { people } = here;
  if (role === 'student') {
    const person = await people.student('学生', schoolClass);
    asking.set(role, await here.as(person, { kind: 'student' }));
    whoIs.set(role, { person, name: role, kind: 'student', posts: [], children: [] });
    return;
  }
  const person = await people.adult(roles[role].zh);
  if (role === 'carer') {
    const child = await people.student('自己的孩子', schoolClass);
    await people.guardianship(person, child);
    whoIs.set(role, { person, name: role, kind: 'adult', posts: [], children: [child] });
  } else {
    const place = places[role] as Parameters<TestApp['people']['post']>[2];
    const id = await people.post(person, role, place);
    const post = { id, role, organisation: place.id, lineage: place.lineage };
    whoIs.set(role, { person, name: role, kind: 'adult', posts: [post], children: [] });
  }
  asking.set(role, await here.as(person));
}

function routesOf(document: object): Route[] {
  const { paths } = document as { paths: Record<string, Record<string, { 'x-access': string }>> };
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method: method.toUpperCase() as Route['method'],
      path,
      access: operation['x-access'],
    })),
  );
}

/** Ids of the other school where the route names what they are of; else an id of nothing. */
function addressOf({ path }: Route): string {
  return path
    .replace('/students/{id}', `/students/${elsewhere.student}`)
    .replace('/carers/{id}', `/carers/${elsewhere.carer}`)
    .replace('/organisations/{id}', `/organisations/${elsewhere.school}`)
    .replace('{purpose}', 'revocation')
    .replace('{list}', '0')
    .replace(/\{\w+\}/g, newId());
}

async function ask(as: Asking, route: Route) {
  const url = addressOf(route);
  if (route.method === 'GET') return as.get(url);
  if (route.method === 'DELETE') return as.delete(url);
  const how = { POST: as.post, PUT: as.put, PATCH: as.patch }[route.method];
  return how(url, {});
}

describe('every role on every route', () => {
  test('there are routes to try', () => {
    expect(routes.length).toBeGreaterThan(40);
  });

  test('nobody gets past a route that is not public', async () => {
    const open: string[] = [];
    for (const route of routes.filter(({ access }) => access !== 'public')) {
      const { statusCode } = await ask(here.nobody, route);
      if (statusCode !== 401) open.push(`${route.method} ${route.path}: ${statusCode}`);
    }
    expect(open).toEqual([]);
  });

  test.each(Object.keys(roles) as Role[])(
    '%s enters what the matrix allows and nothing else',
    async (role) => {
      const wrong: string[] = [];
      for (const route of routes.filter(({ access }) => isCapability(access))) {
        const { statusCode } = await ask(asking.get(role) as Asking, route);
        const allowed = holds(whoIs.get(role) as Who, route.access as Capability);
        // Without the capability the answer is always "not allowed", before anything is looked at.
        const fits = allowed ? statusCode < 500 : statusCode === 403;
        if (!fits) wrong.push(`${route.method} ${route.path}: ${statusCode}`);
      }
      expect(wrong).toEqual([]);
    },
  );

  test('no session opens what is for programs of other houses', async () => {
    const forPrograms = routes.filter(({ access }) => access.startsWith('client:'));
    expect(forPrograms.length).toBeGreaterThan(0);
    for (const route of forPrograms) {
      const { statusCode } = await ask(asking.get('district-officer') as Asking, route);
      expect(statusCode, route.path).toBe(401);
    }
  });

  test.each([
    'principal',
    'class-teacher',
    'teacher',
    'community-worker',
    'carer',
    'student',
    'admissions-officer',
  ] as const)('%s learns nothing of a child, carer or place of another school', async (role) => {
    const as = asking.get(role) as Asking;
    const { student, carer, school, schoolClass } = elsewhere;
    const answers = await Promise.all([
      as.get(`/api/v1/students/${student}`),
      as.get(`/api/v1/students/${student}/reads`),
      as.get(`/api/v1/carers/${carer}/points`),
      as.get(`/api/v1/students?organisation=${schoolClass}`),
      as.get(`/api/v1/carers?organisation=${school}`),
      as.get(`/api/v1/staff?organisation=${school}`),
      as.get(`/api/v1/students/sheet?organisation=${schoolClass}`),
      as.get(`/api/v1/carers/sheet?organisation=${school}`),
      as.get(`/api/v1/staff/sheet?organisation=${school}`),
      as.get(`/api/v1/carers/${carer}/points/sheet`),
      as.get(`/api/v1/certificates?organisation=${school}`),
      as.get(`/api/v1/certificates/sheet?organisation=${school}`),
    ]);
    for (const { statusCode, body } of answers) {
      expect([403, 404]).toContain(statusCode);
      expect(body).not.toContain('远处');
    }
    const lists = await Promise.all([
      as.get('/api/v1/students?q=%E8%BF%9C'),
      as.get('/api/v1/carers?q=%E8%BF%9C'),
    ]);
    for (const { body } of lists) expect(body).not.toContain('远处');
  });
});

function isCapability(access: string): boolean {
  return access !== 'public' && access !== 'signed-in' && !access.startsWith('client:');
}
