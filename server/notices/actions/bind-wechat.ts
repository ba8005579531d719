import { timingSafeEqual } from 'node:crypto';
import type { Who } from '../../directory/index.ts';
import type { Call, District, WechatSetting } from '../../platform/index.ts';
import { askJson } from '../channels/post-json.ts';
import { MINUTES_TO_WECHAT_AND_BACK } from '../limits.ts';
import { add } from './addresses.ts';

const AUTHORIZE = 'https://open.weixin.qq.com/connect/oauth2/authorize';
const ENDPOINT = 'https://api.weixin.qq.com';

/** Where WeChat's own browser is sent so that the account learns the person's OpenID, and nothing else of them. */
export function wayToWechat(
  district: District,
  who: Who,
  { appId }: WechatSetting,
  { at }: Call,
): string {
  const asked = new URLSearchParams({
    appid: appId,
    redirect_uri: `${district.publicUrl}/api/v1/me/wechat/back`,
    response_type: 'code',
    scope: 'snsapi_base',
    state: stateOf(district, who.person, at),
  });
  return `${AUTHORIZE}?${asked}#wechat_redirect`;
}

/** They come back with a code, which is worth an OpenID. Whether it went well; what was not begun here is not believed. */
export async function bindWechat(
  district: District,
  who: Who,
  { code, state, setting }: { code: string; state: string; setting: WechatSetting },
  { at }: Call,
): Promise<boolean> {
  if (!isState(district, who.person, state, at)) return false;
  const asked = new URLSearchParams({
    appid: setting.appId,
    secret: setting.appSecret,
    code,
    grant_type: 'authorization_code',
  });
  const origin = setting.endpoint ?? ENDPOINT;
  const { openid } = await askJson(`${origin}/sns/oauth2/access_token?${asked}`);
  if (typeof openid !== 'string' || openid === '') return false;
  await add(district, who, { channel: 'wechat', address: openid, label: '微信' }, at);
  return true;
}

function stateOf({ sealing }: District, person: string, at: Date): string {
  const until = Math.floor(at.getTime() / 60_000) + MINUTES_TO_WECHAT_AND_BACK;
  return `${until}-${sealing.blindIndex('wechat state', `${person} ${until}`).toString('hex')}`;
}

function isState({ sealing }: District, person: string, state: string, at: Date): boolean {
  const [until = '', mac = ''] = state.split('-');
  const expected = sealing.blindIndex('wechat state', `${person} ${until}`);
  const given = Buffer.from(mac, 'hex');
  const isOurs = given.length === expected.length && timingSafeEqual(given, expected);
  return isOurs && Number(until) * 60_000 >= at.getTime();
}
