import type { WecomSetting } from '../../platform/index.ts';
import { AccessToken } from './access-token.ts';
import { type Channel, NotSent } from './channel.ts';
import { askJson } from './post-json.ts';

const ENDPOINT = 'https://qyapi.weixin.qq.com';
/** Longer than all tries of a message. */
const SECONDS_OF_DUPLICATES = 4 * 3600;

/**
 * School notices of WeCom (`externalcontact/message/send`) to a parent of its school address book: an address is their
 * `parent_userid`. The same content is not shown twice. There is no receipt: what was taken is sent.
 */
export function wecomChannel({
  corpId,
  secret,
  agentId,
  endpoint = ENDPOINT,
}: WecomSetting): Channel {
  const token = new AccessToken(() => {
    const asked = new URLSearchParams({ corpid: corpId, corpsecret: secret });
    return askJson(`${endpoint}/cgi-bin/gettoken?${asked}`);
  });
  return {
    name: 'wecom',
    async send(parent, { heading, url }) {
      const body = {
        recv_scope: 0,
        to_parent_userid: [parent],
        toall: 0,
        msgtype: 'text',
        agentid: agentId,
        text: { content: `${heading}\n${url}` },
        enable_duplicate_check: 1,
        duplicate_check_interval: SECONDS_OF_DUPLICATES,
      };
      const answer = await token.use((good) =>
        askJson(`${endpoint}/cgi-bin/externalcontact/message/send?access_token=${good}`, body),
      );
      const { errcode, errmsg, invalid_parent_userid: invalid } = answer;
      // The platform sends to whom it can and names the others.
      if (Array.isArray(invalid) && invalid.includes(parent)) {
        throw new NotSent('gone', 'invalid_parent_userid');
      }
      if (errcode !== 0) {
        const isBusy = errcode === undefined || errcode === -1 || errcode === 45009;
        throw new NotSent(isBusy ? 'later' : 'refused', String(errcode), String(errmsg ?? ''));
      }
      return { providerId: null };
    },
  };
}
