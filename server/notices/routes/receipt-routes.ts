import type { Static } from 'typebox';
import { whoIn } from '../../directory/index.ts';
import { type App, NotFound, type WechatSetting } from '../../platform/index.ts';
import { hearWechat, noteShown } from '../actions/hear-receipts.ts';
import type { NoticesOptions } from '../door-options.ts';
import { isFromWechat, readWechatEvent } from '../rules/wechat-event.ts';
import { openWechat, sealedIn } from '../rules/wechat-sealed.ts';
import { ById, WechatSigned } from '../shapes.ts';

/** What providers and browsers tell of messages. */
export function receiptRoutes(app: App, { settings }: NoticesOptions): void {
  app.post(
    '/api/v1/deliveries/:id/shown',
    {
      config: { access: 'signed-in' },
      schema: { summary: 'My browser has shown a notice', params: ById },
    },
    async (request, reply) => {
      await noteShown(request.district, whoIn(request), request.params.id, request.call);
      return reply.code(204).send();
    },
  );
  wechatEventRoutes(app, settings?.wechat);
}

/** The address that the operator enters at the official account. Signed, so it counts for itself. */
function wechatEventRoutes(app: App, account: WechatSetting | undefined): void {
  const token = account?.token;
  const config = { access: 'public', allowance: 'own' } as const;
  app.addContentTypeParser(
    ['text/xml', 'application/xml'],
    { parseAs: 'string' },
    (_, body, done) => done(null, body),
  );
  app.get(
    '/api/v1/wechat/events',
    { config, schema: { summary: 'WeChat asks whether we are there', querystring: WechatSigned } },
    (request, reply) => {
      if (!token || !isFromWechat(request.query, token)) throw NotFound();
      return reply.type('text/plain').send(request.query.echostr ?? '');
    },
  );
  app.post(
    '/api/v1/wechat/events',
    { config, schema: { summary: 'WeChat tells of messages', querystring: WechatSigned } },
    async (request, reply) => {
      const { district, body, query, call } = request;
      if (!account || !isFromWechat(query, account.token)) throw NotFound();
      const xml = openedBy(account, String(body), query);
      if (xml === undefined) throw NotFound();
      await hearWechat(district, readWechatEvent(xml), call);
      return reply.type('text/plain').send('success');
    },
  );
}

/** The message itself, out of its cover where the account seals them. */
function openedBy(
  { messageKey, token, appId }: WechatSetting,
  xml: string,
  query: Static<typeof WechatSigned>,
): string | undefined {
  const sealed = sealedIn(xml);
  if (sealed === undefined) return xml;
  return messageKey && openWechat(sealed, query, { messageKey, token, appId });
}
