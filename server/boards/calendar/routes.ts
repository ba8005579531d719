import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { whoIn } from '../../directory/index.ts';
import type { App } from '../../platform/index.ts';
import { endMyAddress, feedBehind, makeMyAddress, publicFeed, showMyAddress } from './feeds.ts';
import { ByToken, CalendarAddress, NewCalendarAddress } from './shapes.ts';

export function calendarRoutes(app: App): void {
  addressRoutes(app);
  feedRoutes(app);
}

/** The person's own secret address. */
function addressRoutes(app: App): void {
  app.get(
    '/api/v1/me/calendar-address',
    {
      config: { access: 'activities.sign-up' },
      schema: {
        summary: 'Whether I have a calendar address',
        response: { 200: CalendarAddress },
      },
    },
    (request) => showMyAddress(request.district, whoIn(request).person),
  );
  app.post(
    '/api/v1/me/calendar-address',
    {
      config: { access: 'activities.sign-up' },
      schema: {
        summary: 'Make my calendar address; one made before opens nothing any more',
        response: { 201: NewCalendarAddress },
      },
    },
    async (request, reply) => {
      const { district, call } = request;
      return reply.code(201).send(await makeMyAddress(district, whoIn(request).person, call));
    },
  );
  app.delete(
    '/api/v1/me/calendar-address',
    {
      config: { access: 'activities.sign-up' },
      schema: { summary: 'End my calendar address' },
    },
    async (request, reply) => {
      await endMyAddress(request.district, whoIn(request).person, request.call);
      return reply.code(204).send();
    },
  );
}

/** What calendars ask for, again and again, without anybody signed in. */
function feedRoutes(app: App): void {
  app.get(
    '/api/v1/feeds/mine/:token.ics',
    {
      config: { access: 'public' },
      schema: { summary: 'What I signed up for, as iCalendar, by secret address', params: ByToken },
    },
    async (request, reply) => {
      const { district, params, call } = request;
      return sendCalendar(reply, 'private', await feedBehind(district, params.token, call));
    },
  );
  app.get(
    '/api/v1/feeds/organisations/:id.ics',
    {
      config: { access: 'public' },
      schema: {
        summary: 'Public activities of a school or community, as iCalendar',
        params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
      },
    },
    async (request, reply) => {
      const { district, params, call } = request;
      return sendCalendar(reply, 'public', await publicFeed(district, params.id, call));
    },
  );
  app.get(
    '/api/v1/feeds/public.ics',
    {
      config: { access: 'public' },
      schema: { summary: 'The calendar of public activities, as iCalendar' },
    },
    async (request, reply) => {
      const { district, call } = request;
      return sendCalendar(reply, 'public', await publicFeed(district, undefined, call));
    },
  );
}

const SECONDS_KEPT = 900;

function sendCalendar(reply: FastifyReply, by: 'private' | 'public', text: string) {
  return reply
    .type('text/calendar; charset=utf-8')
    .header('cache-control', `${by}, max-age=${SECONDS_KEPT}`)
    .header('vary', 'accept-language')
    .send(text);
}
