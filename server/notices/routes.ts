import { whoIn } from '../directory/index.ts';
import type { App } from '../platform/index.ts';
import { readEverything, readNotice, readNotices } from './actions/read-notices.ts';
import { showChannels } from './actions/show-channels.ts';
import { noteCall, showCalls, showNumber } from './actions/telephone.ts';
import type { NoticesOptions } from './door-options.ts';
import { receiptRoutes } from './routes/receipt-routes.ts';
import { reminderRoutes } from './routes/reminder-routes.ts';
import {
  ById,
  CallMade,
  CallsToMake,
  ChannelHealths,
  Notices,
  NoticesQuery,
  PhoneNumber,
} from './shapes.ts';

export async function noticesRoutes(app: App, options: NoticesOptions): Promise<void> {
  inboxRoutes(app);
  telephoneRoutes(app);
  channelRoutes(app, options);
  reminderRoutes(app, options);
  receiptRoutes(app, options);
}

function inboxRoutes(app: App): void {
  app.get(
    '/api/v1/notices',
    {
      config: { access: 'signed-in' },
      schema: {
        summary: 'What I was told, newest first',
        querystring: NoticesQuery,
        response: { 200: Notices },
      },
    },
    (request) => readNotices(request.district, whoIn(request), request.query),
  );
  app.post(
    '/api/v1/notices/read',
    {
      config: { access: 'signed-in' },
      schema: { summary: 'Mark all my notices as read; what asks goes on asking' },
    },
    async (request, reply) => {
      await readEverything(request.district, whoIn(request), request.call);
      return reply.code(204).send();
    },
  );
  app.post(
    '/api/v1/notices/:id/read',
    {
      config: { access: 'signed-in' },
      schema: { summary: 'Mark a notice as read', params: ById },
    },
    async (request, reply) => {
      await readNotice(request.district, whoIn(request), request.params.id, request.call);
      return reply.code(204).send();
    },
  );
}

/** Families whom no channel reached. */
function telephoneRoutes(app: App): void {
  app.get(
    '/api/v1/calls',
    {
      config: { access: 'notices.telephone' },
      schema: { summary: 'Families to telephone', response: { 200: CallsToMake } },
    },
    (request) => showCalls(request.district, whoIn(request), request.call),
  );
  app.post(
    '/api/v1/calls/:id/number',
    {
      config: { access: 'notices.telephone' },
      schema: {
        summary: 'The number of one family, to dial now; the family sees who looked',
        params: ById,
        response: { 200: PhoneNumber },
      },
    },
    (request) => showNumber(request.district, whoIn(request), request.params.id, request.call),
  );
  app.post(
    '/api/v1/calls/:id',
    {
      config: { access: 'notices.telephone' },
      schema: { summary: 'Reached, or nobody answered', params: ById, body: CallMade },
    },
    async (request, reply) => {
      const { district, params, body, call } = request;
      await noteCall(district, whoIn(request), { ...params, ...body }, call);
      return reply.code(204).send();
    },
  );
}

function channelRoutes(app: App, { channelsOf }: NoticesOptions): void {
  app.get(
    '/api/v1/notice-channels',
    {
      config: { access: 'notices.channels' },
      schema: {
        summary: 'How each channel of messages did in the last day',
        response: { 200: ChannelHealths },
      },
    },
    (request) => {
      const set = channelsOf(request.district).map(({ name }) => name);
      return showChannels(request.district, whoIn(request), { set, call: request.call });
    },
  );
}
