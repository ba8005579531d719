import { whoIn } from '../../../directory/index.ts';
import { type App, etagOf, versionIn } from '../../../platform/index.ts';
import {
  browseProgrammes,
  chooseDates,
  copyProgramme,
  createProgramme,
  proposeDates,
} from '../actions/arrange-programme.ts';
import { changeProgramme, giveUpProgramme } from '../actions/change-programme.ts';
import { showProgramme, signUpForProgramme } from '../actions/join-programme.ts';
import type { ActivitiesOptions } from '../door-options.ts';
import {
  ById,
  CopyProgramme,
  NewProgramme,
  NextTermQuery,
  ProgrammeActivities,
  ProgrammeChange,
  ProgrammeCopied,
  ProgrammeDetail,
  Programmes,
  ProposedDates,
  SignedUpForProgramme,
  SignUpForProgramme,
} from '../shapes.ts';

/** Weekend classes, a summer programme: dates that belong together. */
export function programmeRoutes(app: App, options: ActivitiesOptions): void {
  app.get(
    '/api/v1/programmes',
    {
      config: { access: 'activities.read' },
      schema: { summary: 'Programmes of the hosts in reach', response: { 200: Programmes } },
    },
    (request) => browseProgrammes(request.district, whoIn(request)),
  );
  app.post(
    '/api/v1/programmes',
    {
      config: { access: 'activities.arrange' },
      schema: {
        summary: 'Name a programme of a term',
        body: NewProgramme,
        response: { 201: ProgrammeDetail },
      },
    },
    async (request, reply) => {
      const { district, body, call } = request;
      const { id } = await createProgramme(district, whoIn(request), body, call);
      return reply.code(201).send(await showProgramme(district, whoIn(request), id));
    },
  );
  app.get(
    '/api/v1/programmes/:id',
    {
      config: { access: 'signed-in' },
      schema: {
        summary: 'A programme with its dates, as this person may see them',
        params: ById,
        response: { 200: ProgrammeDetail },
      },
    },
    (request) => showProgramme(request.district, whoIn(request), request.params.id),
  );
  changingRoutes(app);
  joiningRoutes(app, options);
}

function changingRoutes(app: App): void {
  app.patch(
    '/api/v1/programmes/:id',
    {
      config: { access: 'activities.arrange' },
      schema: {
        summary: 'Give a programme another name or summary (If-Match: its version)',
        params: ById,
        body: ProgrammeChange,
        response: { 200: ProgrammeDetail },
      },
    },
    async (request, reply) => {
      const { district, params, body } = request;
      const version = versionIn(request.headers['if-match']);
      const asked = { ...body, programme: params.id, version };
      await changeProgramme(district, whoIn(request), asked);
      const changed = await showProgramme(district, whoIn(request), params.id);
      return reply.header('etag', etagOf(changed.version)).send(changed);
    },
  );
  app.delete(
    '/api/v1/programmes/:id',
    {
      config: { access: 'activities.arrange' },
      schema: { summary: 'Give a programme up; its dates stay', params: ById },
    },
    async (request, reply) => {
      await giveUpProgramme(request.district, whoIn(request), request.params.id);
      return reply.code(204).send();
    },
  );
  app.put(
    '/api/v1/programmes/:id/activities',
    {
      config: { access: 'activities.arrange' },
      schema: {
        summary: 'These activities of the host are its dates',
        params: ById,
        body: ProgrammeActivities,
        response: { 200: ProgrammeDetail },
      },
    },
    async (request) => {
      const { district, params, body } = request;
      const asked = { programme: params.id, activities: body.activity_ids };
      await chooseDates(district, whoIn(request), asked);
      return showProgramme(district, whoIn(request), params.id);
    },
  );
}

function joiningRoutes(app: App, { alsoCopy }: ActivitiesOptions): void {
  app.post(
    '/api/v1/programmes/:id/registrations',
    {
      config: { access: 'activities.sign-up' },
      schema: {
        summary: 'Sign my family up for all dates to come; where one is full it waits',
        params: ById,
        body: SignUpForProgramme,
        response: { 200: SignedUpForProgramme },
      },
    },
    (request) => {
      const { district, params, body, call } = request;
      const asked = { programme: params.id, students: body.student_ids };
      return signUpForProgramme(district, whoIn(request), asked, call);
    },
  );
  app.get(
    '/api/v1/programmes/:id/next',
    {
      config: { access: 'activities.arrange' },
      schema: {
        summary: 'The corresponding days of another term, holidays left out',
        params: ById,
        querystring: NextTermQuery,
        response: { 200: ProposedDates },
      },
    },
    (request) => {
      const { district, params, query, call } = request;
      const asked = { programme: params.id, term: query.term_id };
      return proposeDates(district, whoIn(request), asked, call);
    },
  );
  app.post(
    '/api/v1/programmes/:id/copies',
    {
      config: { access: 'activities.arrange' },
      schema: {
        summary: 'Draft the programme again in another term',
        params: ById,
        body: CopyProgramme,
        response: { 201: ProgrammeCopied },
      },
    },
    async (request, reply) => {
      const { district, params, body, call } = request;
      const asked = { ...body, programme: params.id };
      const copied = await copyProgramme(district, whoIn(request), asked, call, alsoCopy);
      return reply.code(201).send(copied);
    },
  );
}
