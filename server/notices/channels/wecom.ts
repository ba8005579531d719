import type { WecomSetting } from '../../platform/index.ts';
import { AccessToken } from './access-token.ts';
import { type Channel, NotSent } from './channel.ts';
import { askJson } from './post-json.ts';

const ENDPOINT = 'https://qyapi.weixin.qq.com';
/** Longer than all tries of a message. */
const SECONDS_OF_DUPLICATES = 4 * 3600;

/**
 * School notices of WeCom (`externalcontact/message/send`) to a parent of its school address book: an address is their
 * `parent_userid`, which that book gives by phone. The same content is not shown twice. There is no receipt: what was taken is sent.
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
    async *addressesByPhone() {
      const ask = (path: string) =>
        token.use((good) => askJson(`${endpoint}/cgi-bin/school/${path}access_token=${good}`));
      const book = fine(await ask('department/list?'));
      for (const { id } of listOf<{ id: number }>(book.departments)) {
        const found = fine(await ask(`user/list_parent?department_id=${id}&`));
        yield listOf<Parent>(found.parents).filter(follows).map(addressOf);
      }
    },
  };
}

/** As the school's address book lists them (`school/user/list_parent`). */
interface Parent {
  readonly parent_userid: string;
  readonly mobile?: string;
  /** 1: follows the school's notices. */
  readonly is_subscribe?: number;
}

const follows = ({ is_subscribe, mobile }: Parent) => is_subscribe === 1 && Boolean(mobile);
/** The book may write the country before the number. */
const addressOf = ({ parent_userid: address, mobile = '' }: Parent) => ({
  address,
  phone: mobile.replace(/^\+?86(?=\d{11}$)/, ''),
});

const listOf = <One>(value: unknown): readonly One[] => (Array.isArray(value) ? value : []);

function fine(answer: Record<string, unknown>): Record<string, unknown> {
  if (answer.errcode === 0) return answer;
  throw new NotSent('later', String(answer.errcode), String(answer.errmsg ?? ''));
}
