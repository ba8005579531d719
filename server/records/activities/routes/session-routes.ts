import type { FastifyRequest } from 'fastify';
import { whoIn } from '../../../directory/index.ts';
import { type App, etagOf, versionIn } from '../../../platform/index.ts';
import { addClasses } from '../actions/add-classes.ts';
import { addSession, addSlots } from '../actions/add-sessions.ts';
import { bookSlot } from '../actions/book-slot.ts';
import { changeSession } from '../actions/change-session.ts';
import { changeToSession } from '../actions/change-to-session.ts';
import { meetFamily, showBooking } from '../actions/meet-family.ts';
import { showActivity } from '../actions/show-activity.ts';
import type { ActivitiesOptions } from '../door-options.ts';
import {
  ActivityDetail,
  Booked,
  BookSlot,
  ById,
  ByRegistration,
  ChangeToSession,
  NewSession,
  NewSlots,
  SessionChange,
  SlotBooking,
} from '../shapes.ts';

/** Sessions of an activity: making them, changing one, choosing another. */
export function sessionRoutes(app: App, { worthOf }: ActivitiesOptions): void {
  const shown = (request: FastifyRequest, id: string) =>
    showActivity(request.district, whoIn(request), id, request.call, worthOf);

  app.post(
    '/api/v1/activities/:id/sessions',
    {
      config: { access: 'activities.arrange' },
      schema: {
        summary: 'Give an activity a session; from then on families choose one',
        params: ById,
        body: NewSession,
        response: { 201: ActivityDetail },
      },
    },
    async (request, reply) => {
      const { district, params, body, call } = request;
      await addSession(district, whoIn(request), { ...body, activity: params.id }, call);
      return reply.code(201).send(await shown(request, params.id));
    },
  );
  app.post(
    '/api/v1/activities/:id/slots',
    {
      config: { access: 'activities.arrange' },
      schema: {
        summary: 'Give an activity many sessions of equal length at once',
        params: ById,
        body: NewSlots,
        response: { 201: ActivityDetail },
      },
    },
    async (request, reply) => {
      const { district, params, body, call } = request;
      await addSlots(district, whoIn(request), { ...body, activity: params.id }, call);
      return reply.code(201).send(await shown(request, params.id));
    },
  );
  app.post(
    '/api/v1/activities/:id/classes',
    {
      config: { access: 'activities.arrange' },
      schema: {
        summary: 'Give each class that is invited a session of its own',
        params: ById,
        response: { 201: ActivityDetail },
      },
    },
    async (request, reply) => {
      const { district, params, call } = request;
      await addClasses(district, whoIn(request), params.id, call);
      return reply.code(201).send(await shown(request, params.id));
    },
  );
  app.patch(
    '/api/v1/sessions/:id',
    {
      config: { access: 'activities.arrange' },
      schema: {
        summary: 'Change a session (If-Match: its version); those registered are told',
        params: ById,
        body: SessionChange,
        response: { 200: ActivityDetail },
      },
    },
    async (request, reply) => {
      const { district, body: change, call, params } = request;
      const version = versionIn(request.headers['if-match']);
      await changeSession(district, whoIn(request), { id: params.id, version, change }, call);
      const changed = await shown(request, params.id);
      return reply.header('etag', etagOf(changed.version)).send(changed);
    },
  );
  app.post(
    '/api/v1/activities/:id/registrations/:registration_id/session',
    {
      config: { access: 'signed-in' },
      schema: {
        summary: 'Change to another session while a place is free there',
        params: ByRegistration,
        body: ChangeToSession,
      },
    },
    async (request, reply) => {
      const { district, params, body, call } = request;
      const asked = {
        activity: params.id,
        registration: params.registration_id,
        to: body.session_id,
      };
      await changeToSession(district, whoIn(request), asked, call);
      return reply.code(204).send();
    },
  );
  privateRoutes(app);
}

function privateRoutes(app: App): void {
  app.post(
    '/api/v1/sessions/:id/booking',
    {
      config: { access: 'activities.sign-up' },
      schema: {
        summary: 'Book a private slot: only its counsellor will see who did',
        params: ById,
        body: BookSlot,
        response: { 201: Booked },
      },
    },
    async (request, reply) => {
      const { district, params, body, call } = request;
      const asked = { ...body, slot: params.id };
      return reply.code(201).send(await bookSlot(district, whoIn(request), asked, call));
    },
  );
  app.get(
    '/api/v1/sessions/:id/booking',
    {
      config: { access: 'signed-in' },
      schema: {
        summary: 'Who booked a private slot, for its counsellor and for who booked',
        params: ById,
        response: { 200: SlotBooking },
      },
    },
    (request) => showBooking(request.district, whoIn(request), request.params.id, request.call),
  );
  app.post(
    '/api/v1/sessions/:id/meeting',
    {
      config: { access: 'signed-in' },
      schema: { summary: 'The counsellor and the family have met', params: ById },
    },
    async (request, reply) => {
      const { district, params, call } = request;
      await meetFamily(district, whoIn(request), params.id, call);
      return reply.code(204).send();
    },
  );
}
