import { defineRefusal } from '../../platform/index.ts';

export const TokenNotGood = defineRefusal(
  'clients.token-not-good',
  401,
  { zh: '访问令牌无效或已过期', en: 'The access token is not good, or its time is over' },
  {
    zh: '请用 client_id 和密钥到 /oauth/token 换一个新的，再带上 Authorization: Bearer。',
    en: 'Fetch another at /oauth/token with client_id and secret, and send it as Authorization: Bearer.',
  },
);

export const ScopeMissing = defineRefusal(
  'clients.scope-missing',
  403,
  { zh: '这个令牌没有这项权限', en: 'This token does not have that scope' },
  {
    zh: '请在换令牌时申请这项权限；系统本身没有的，请联系区里登记。',
    en: 'Ask for the scope when fetching the token; if the client lacks it, speak to the district.',
  },
);

export const ClientRevoked = defineRefusal(
  'clients.revoked',
  409,
  { zh: '这个系统已经停用', en: 'This client is revoked' },
  { zh: '停用后不能恢复，需要时请重新登记。', en: 'It stays so: register it anew if needed.' },
);

export const TooManyClients = defineRefusal(
  'clients.too-many',
  409,
  { zh: '登记的系统太多了', en: 'Too many clients are registered' },
  { zh: '请先停用不再使用的。', en: 'Revoke those that are no longer used.' },
);
