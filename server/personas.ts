/** The demo's people: one press signs one of them in. In production these routes do not exist. */
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { peopleAtTheDoor, theProgram } from './directory/index.ts';
import {
  type App,
  countPersonas,
  type District,
  listPersonas,
  NotFound,
  openSession,
  PublicError,
  setSessionCookie,
  type Words,
} from './platform/index.ts';

const CARER_HOME = '/app/';
const DESK_HOME = '/desk/';

/** Who the demo has, in the order in which the sign-in page shows them, and where each works. */
const personas: Readonly<Record<string, { readonly title: Words; readonly home: string }>> = {
  carer: { title: { zh: '家长', en: 'Parent' }, home: CARER_HOME },
  grandparent: { title: { zh: '祖辈家长', en: 'Grandparent' }, home: CARER_HOME },
  student: { title: { zh: '学生', en: 'Student' }, home: CARER_HOME },
  'class-teacher': { title: { zh: '班主任', en: 'Class teacher' }, home: DESK_HOME },
  teacher: { title: { zh: '教师', en: 'Teacher' }, home: DESK_HOME },
  principal: { title: { zh: '校长', en: 'Principal' }, home: DESK_HOME },
  'community-worker': { title: { zh: '社区工作人员', en: 'Community worker' }, home: DESK_HOME },
  'subdistrict-worker': {
    title: { zh: '街道工作人员', en: 'Subdistrict worker' },
    home: DESK_HOME,
  },
  'admissions-officer': {
    title: { zh: '入学审核人员', en: 'Admissions officer' },
    home: DESK_HOME,
  },
  'district-officer': { title: { zh: '区级管理人员', en: 'District officer' }, home: DESK_HOME },
};

const Personas = Type.Object(
  {
    personas: Type.Array(
      Type.Object({
        persona: Type.String(),
        name: Type.String(),
        title_zh: Type.String(),
        title_en: Type.String(),
        home: Type.String({ description: 'Where that person works' }),
      }),
    ),
  },
  { title: 'Personas' },
);

const PersonaChosen = Type.Object(
  { persona: Type.String({ maxLength: 40 }) },
  { title: 'PersonaChosen', additionalProperties: false },
);

const PersonaSignedIn = Type.Object(
  { persona: Type.String(), name: Type.String(), home: Type.String() },
  { title: 'PersonaSignedIn' },
);

export function personaRoutes(app: App): void {
  app.get(
    '/api/v1/demo/personas',
    {
      config: { access: 'public' },
      schema: { summary: 'The demo’s people', response: { 200: Personas } },
    },
    async (request) => {
      const cast = await castOf(request.district);
      return {
        personas: cast.map(({ persona, name, title, home }) => ({
          persona,
          name,
          title_zh: title.zh,
          title_en: title.en,
          home,
        })),
      };
    },
  );
  app.post(
    '/api/v1/demo/sign-in',
    {
      config: { access: 'public' },
      schema: {
        summary: 'Sign in as one of the demo’s people',
        body: PersonaChosen,
        response: { 201: PersonaSignedIn },
      },
    },
    async (request, reply) => {
      const { district, call, body } = request;
      const answer = await walkInAs(district, body.persona, call.at, reply);
      return reply.code(201).send(answer);
    },
  );
}

/** Those of the list whom the demo's loader has cast, by name. */
async function castOf(district: District) {
  return district.database.read(theProgram, async (transaction) => {
    const cast = new Map((await listPersonas(transaction)).map((one) => [one.persona, one]));
    const found = [];
    for (const [persona, { title, home }] of Object.entries(personas)) {
      const one = cast.get(persona);
      const person = one && (await peopleAtTheDoor.find(transaction, one.person));
      if (person) found.push({ persona, title, home, ...person });
    }
    return found;
  });
}

async function walkInAs(district: District, persona: string, at: Date, reply: FastifyReply) {
  const found = (await castOf(district)).find((one) => one.persona === persona);
  if (!found) throw NotFound();
  const { id: person, kind, name, home } = found;
  const session = await district.database.write(theProgram, (transaction) =>
    openSession(
      transaction,
      { person, kind, strength: 'password+totp', madeBy: 'persona', device: 'Demo' },
      at,
    ),
  );
  setSessionCookie(reply, district, session);
  return { persona, name, home };
}

/** Whoever knows the address of a demo is its district officer: a production start refuses such a database. */
export async function refuseDemoPersonas({ id, database }: District): Promise<void> {
  if ((await countPersonas(database)) === 0) return;
  throw new PublicError(
    `The district ${id} is a demo: its database has demo personas, as whom anybody could sign in. Give the address of another database by DATABASE_URL.`,
  );
}
