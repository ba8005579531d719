import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Capability, whoIn } from '../../directory/index.ts';
import { type App, hasGot } from '../../platform/index.ts';
import { dutiesFeed } from './duties-feed.ts';
import {
  endMyAddress,
  type Feed,
  feedBehind,
  hostingFeed,
  makeMyAddress,
  myEvent,
  type Opens,
  publicFeed,
  showMyAddress,
  whoseIs,
} from './feeds.ts';
import { ById, ByToken, CalendarAddress, NewCalendarAddress } from './shapes.ts';

export function calendarRoutes(app: App): void {
  addressRoutes(app, { path: '/api/v1/me/calendar-address', opens: 'calendar' });
  addressRoutes(app, { path: '/api/v1/me/hosting-address', opens: 'hosting' });
  addressRoutes(app, { path: '/api/v1/me/duties-address', opens: 'duties' });
  secretRoutes(app);
  publicRoutes(app);
  eventRoute(app);
}

const addresses = {
  calendar: { access: 'activities.sign-up', what: 'calendar address' },
  hosting: { access: 'activities.read', what: 'address for the events we hold' },
  duties: { access: 'duties.read', what: 'address for the duties that I answer for' },
} as const satisfies Record<Opens, { access: Capability; what: string }>;

/** The person's own secret address. */
function addressRoutes(app: App, { path, opens }: { path: string; opens: Opens }): void {
  const { access, what } = addresses[opens];
  const config = { access };
  app.get(
    path,
    {
      config,
      schema: { summary: `Whether I have a ${what}`, response: { 200: CalendarAddress } },
    },
    (request) => showMyAddress(request.district, { person: whoIn(request).person, opens }),
  );
  app.post(
    path,
    {
      config,
      schema: {
        summary: `Make my ${what}; one made before opens nothing any more`,
        response: { 201: NewCalendarAddress },
      },
    },
    async (request, reply) => {
      const { district, call } = request;
      const mine = { person: whoIn(request).person, opens };
      return reply.code(201).send(await makeMyAddress(district, mine, call));
    },
  );
  app.delete(path, { config, schema: { summary: `End my ${what}` } }, async (request, reply) => {
    const mine = { person: whoIn(request).person, opens };
    await endMyAddress(request.district, mine, request.call);
    return reply.code(204).send();
  });
}

/** What calendars ask for, again and again, without anybody signed in: whoever has the address. */
function secretRoutes(app: App): void {
  app.get(
    '/api/v1/feeds/mine/:token.ics',
    {
      config: { access: 'public' },
      schema: { summary: 'What I signed up for, as iCalendar, by secret address', params: ByToken },
    },
    async (request, reply) => {
      const { district, params, call } = request;
      return sendFeed(request, reply, 'private', await feedBehind(district, params.token, call));
    },
  );
  app.get(
    '/api/v1/feeds/hosting/:token.ics',
    {
      config: { access: 'public' },
      schema: {
        summary: 'What the organisations hold that I work for, as iCalendar, by secret address',
        params: ByToken,
      },
    },
    async (request, reply) => {
      const { district, params, call } = request;
      return sendFeed(request, reply, 'private', await hostingFeed(district, params.token, call));
    },
  );
  app.get(
    '/api/v1/feeds/duties/:token.ics',
    {
      config: { access: 'public' },
      schema: {
        summary: 'When the duties fall due that I answer for, as iCalendar, by secret address',
        params: ByToken,
      },
    },
    async (request, reply) => {
      const { district, params, call } = request;
      const person = await whoseIs(district, { opens: 'duties', token: params.token }, call);
      return sendFeed(request, reply, 'private', await dutiesFeed(district, person, call));
    },
  );
}

function publicRoutes(app: App): void {
  app.get(
    '/api/v1/feeds/organisations/:id.ics',
    {
      config: { access: 'public' },
      schema: {
        summary: 'Public activities of a school or community, as iCalendar',
        params: ById,
      },
    },
    async (request, reply) => {
      const { district, params, call } = request;
      return sendFeed(request, reply, 'public', await publicFeed(district, params.id, call));
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
      return sendFeed(request, reply, 'public', await publicFeed(district, undefined, call));
    },
  );
}

/** A plain link of the phone app: WeChat and old phones open no file that a page makes itself. */
function eventRoute(app: App): void {
  app.get(
    '/api/v1/carer/registrations/:id.ics',
    {
      config: { access: 'activities.sign-up' },
      schema: {
        summary: 'One activity that I signed up for, for my phone’s calendar',
        params: ById,
      },
    },
    async (request, reply) => {
      const { district, params, call } = request;
      const mine = { person: whoIn(request).person, activity: params.id };
      const text = await myEvent(district, mine, call);
      return reply
        .type(CALENDAR)
        .header('cache-control', 'private, no-store')
        .header('content-disposition', 'attachment; filename="gongyu.ics"')
        .send(text);
    },
  );
}

const CALENDAR = 'text/calendar; charset=utf-8';
const SECONDS_KEPT = 900;

/** Calendars ask every quarter of an hour: nearly always nothing has changed, and nothing is written down. */
async function sendFeed(
  request: FastifyRequest,
  reply: FastifyReply,
  by: 'private' | 'public',
  { tag, changedAt, text }: Feed,
) {
  reply
    .header('cache-control', `${by}, max-age=${SECONDS_KEPT}`)
    .header('vary', 'accept-language')
    .header('etag', tag);
  if (changedAt) reply.header('last-modified', changedAt.toUTCString());
  if (hasGot(tag, request.headers['if-none-match'])) return reply.code(304).send();
  return reply.type(CALENDAR).send(await text());
}
