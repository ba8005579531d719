import { whoIn } from '../../directory/index.ts';
import { type App, deviceName } from '../../platform/index.ts';
import { askForMail, confirmMail, removeAddress, subscribeBrowser } from '../actions/addresses.ts';
import { bindWechat, wayToWechat } from '../actions/bind-wechat.ts';
import { changeWishes, showWishes } from '../actions/wishes.ts';
import { mailPost } from '../channels/mail.ts';
import type { NoticesOptions } from '../door-options.ts';
import { ChannelNotSet } from '../refusals.ts';
import {
  AddressMade,
  ById,
  MailCode,
  MailWanted,
  NoticeWishes,
  NoticeWishesChange,
  PushSubscription,
  WechatBack,
} from '../shapes.ts';

/** How I want to be told: `/app/reminders`. */
export function reminderRoutes(app: App, options: NoticesOptions): void {
  const wishes = (request: Parameters<typeof whoIn>[0]) =>
    showWishes(request.district, whoIn(request), options.channelsOf(request.district));
  app.get(
    '/api/v1/me/reminders',
    {
      config: { access: 'signed-in' },
      schema: { summary: 'How I want to be told', response: { 200: NoticeWishes } },
    },
    wishes,
  );
  app.put(
    '/api/v1/me/reminders',
    {
      config: { access: 'signed-in' },
      schema: {
        summary: 'Change how I want to be told',
        body: NoticeWishesChange,
        response: { 200: NoticeWishes },
      },
    },
    async (request) => {
      await changeWishes(request.district, whoIn(request), request.body, request.call);
      return wishes(request);
    },
  );
  app.delete(
    '/api/v1/me/addresses/:id',
    {
      config: { access: 'signed-in' },
      schema: { summary: 'Take one of my addresses away', params: ById },
    },
    async (request, reply) => {
      await removeAddress(request.district, whoIn(request), request.params.id, request.call);
      return reply.code(204).send();
    },
  );
  browserRoute(app, options);
  mailRoutes(app, options);
  wechatRoutes(app, options);
}

function browserRoute(app: App, { settings }: NoticesOptions): void {
  app.post(
    '/api/v1/me/push-subscriptions',
    {
      config: { access: 'signed-in' },
      schema: {
        summary: 'Have this browser show my notices',
        body: PushSubscription,
        response: { 201: AddressMade },
      },
    },
    async (request, reply) => {
      const label = deviceName(request.headers['user-agent']);
      const pushHosts = settings?.pushHosts ?? [];
      const asked = { subscription: request.body, label, pushHosts };
      const { district, call } = request;
      return reply.code(201).send(await subscribeBrowser(district, whoIn(request), asked, call));
    },
  );
}

function mailRoutes(app: App, { settings }: NoticesOptions): void {
  const post = settings?.mail && mailPost(settings.mail);
  app.post(
    '/api/v1/me/mail-address',
    {
      config: { access: 'signed-in' },
      schema: { summary: 'Have a code sent to a mail address of mine', body: MailWanted },
    },
    async (request, reply) => {
      if (!post) throw ChannelNotSet();
      const asked = { address: request.body.address, post };
      await askForMail(request.district, whoIn(request), asked, request.call);
      return reply.code(204).send();
    },
  );
  app.post(
    '/api/v1/me/mail-address/code',
    {
      config: { access: 'signed-in' },
      schema: {
        summary: 'Give the code back: the mail address is mine',
        body: MailCode,
        response: { 201: AddressMade },
      },
    },
    async (request, reply) => {
      const { district, body, call } = request;
      return reply.code(201).send(await confirmMail(district, whoIn(request), body.code, call));
    },
  );
}

/** The two ways of WeChat's web authorisation; both are pages, so both end in the app. */
function wechatRoutes(app: App, { settings }: NoticesOptions): void {
  const setting = settings?.wechat;
  app.get(
    '/api/v1/me/wechat',
    {
      config: { access: 'signed-in' },
      schema: { summary: 'To WeChat, to have my notices there' },
    },
    (request, reply) => {
      if (!setting) throw ChannelNotSet();
      const { district, call } = request;
      return reply.redirect(wayToWechat(district, whoIn(request), setting, call));
    },
  );
  app.get(
    '/api/v1/me/wechat/back',
    {
      config: { access: 'signed-in' },
      schema: { summary: 'Back from WeChat', querystring: WechatBack },
    },
    async (request, reply) => {
      if (!setting) throw ChannelNotSet();
      const { district, query, call } = request;
      const isBound = await bindWechat(district, whoIn(request), { ...query, setting }, call);
      return reply.redirect(`/app/reminders?wechat=${isBound ? 'bound' : 'not'}`);
    },
  );
}
