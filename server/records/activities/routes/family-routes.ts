import { whoIn } from '../../../directory/index.ts';
import type { App } from '../../../platform/index.ts';
import { acceptOffer } from '../actions/accept-offer.ts';
import { showCalendar } from '../actions/browse-activities.ts';
import { excuseAbsence, showMissed } from '../actions/excuse-absence.ts';
import { giveUpPlace } from '../actions/give-up-place.ts';
import { showCarerActivities, showCarerRegistrations } from '../actions/show-carer-activities.ts';
import { signUpFamily } from '../actions/sign-up-family.ts';
import type { ActivitiesOptions } from '../door-options.ts';
import { activityKindShown } from '../rules/show-fields.ts';
import {
  ActivityKinds,
  ById,
  ByRegistration,
  CarerActivities,
  CarerActivitiesQuery,
  CarerRegistrations,
  ExcuseAbsence,
  Missed,
  PublicActivities,
  PublicQuery,
  SignedUp,
  SignUp,
} from '../shapes.ts';

/** What families do, and what anyone may see. */
export function familyRoutes(app: App, { worthOf }: ActivitiesOptions): void {
  app.get(
    '/api/v1/carer/activities',
    {
      config: { access: 'activities.sign-up' },
      schema: {
        summary: 'What is coming for my children',
        querystring: CarerActivitiesQuery,
        response: { 200: CarerActivities },
      },
    },
    (request) => {
      const { district, query, call } = request;
      return showCarerActivities(district, whoIn(request), query, call, worthOf);
    },
  );
  app.get(
    '/api/v1/carer/registrations',
    {
      config: { access: 'activities.sign-up' },
      schema: { summary: 'What I signed up for', response: { 200: CarerRegistrations } },
    },
    (request) => showCarerRegistrations(request.district, whoIn(request)),
  );
  app.post(
    '/api/v1/activities/:id/registrations',
    {
      config: { access: 'activities.sign-up' },
      schema: {
        summary: 'Sign a family up, or put it on the waiting list',
        params: ById,
        body: SignUp,
        response: { 201: SignedUp },
      },
    },
    async (request, reply) => {
      const { district, params, body, call } = request;
      const asked = { ...body, activity: params.id };
      return reply.code(201).send(await signUpFamily(district, whoIn(request), asked, call));
    },
  );
  app.post(
    '/api/v1/activities/:id/registrations/:registration_id/accept',
    {
      config: { access: 'signed-in' },
      schema: { summary: 'Accept the place that came free', params: ByRegistration },
    },
    async (request, reply) => {
      const { district, params, call } = request;
      const asked = { activity: params.id, registration: params.registration_id };
      await acceptOffer(district, whoIn(request), asked, call);
      return reply.code(204).send();
    },
  );
  app.delete(
    '/api/v1/activities/:id/registrations/:registration_id',
    {
      config: { access: 'signed-in' },
      schema: { summary: 'Give a place up; the first who waits has it', params: ByRegistration },
    },
    async (request, reply) => {
      const { district, params, call } = request;
      const asked = { activity: params.id, registration: params.registration_id };
      await giveUpPlace(district, whoIn(request), asked, call);
      return reply.code(204).send();
    },
  );
  absenceRoutes(app);
  openRoutes(app);
}

function absenceRoutes(app: App): void {
  app.get(
    '/api/v1/carer/missed',
    {
      config: { access: 'activities.sign-up' },
      schema: { summary: 'Where I had a place and did not come', response: { 200: Missed } },
    },
    (request) => showMissed(request.district, whoIn(request), request.call),
  );
  app.put(
    '/api/v1/activities/:id/registrations/:registration_id/excuse',
    {
      config: { access: 'signed-in' },
      schema: {
        summary: 'Say why the family did not come: it no longer counts',
        params: ByRegistration,
        body: ExcuseAbsence,
      },
    },
    async (request, reply) => {
      const { district, params, body, call } = request;
      const asked = {
        activity: params.id,
        registration: params.registration_id,
        reason: body.reason,
      };
      await excuseAbsence(district, whoIn(request), asked, call);
      return reply.code(204).send();
    },
  );
}

function openRoutes(app: App): void {
  app.get(
    '/api/v1/activity-kinds',
    {
      config: { access: 'public' },
      schema: { summary: 'Kinds of activity of the plan', response: { 200: ActivityKinds } },
    },
    async (request) => ({ items: request.district.plan.activityKinds.map(activityKindShown) }),
  );
  app.get(
    '/api/v1/public/activities',
    {
      config: { access: 'public' },
      schema: {
        summary: 'The calendar of public activities',
        querystring: PublicQuery,
        response: { 200: PublicActivities },
      },
    },
    (request) => showCalendar(request.district, request.query, request.call),
  );
}
