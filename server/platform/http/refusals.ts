import { defineRefusal } from './refusal.ts';

export const NotSignedIn = defineRefusal(
  'http.not-signed-in',
  401,
  { zh: '请先登录', en: 'Please sign in first' },
  { zh: '登录后会回到这一页。', en: 'You will come back to this page after signing in.' },
);

export const NotAllowed = defineRefusal(
  'http.not-allowed',
  403,
  { zh: '您的岗位不能做这件事', en: 'Your post does not include this' },
  {
    zh: '如果工作需要，请联系学校或区里的管理员。',
    en: 'If your work needs it, ask the administrator of your school or district.',
  },
);

export const NotFound = defineRefusal(
  'http.not-found',
  404,
  { zh: '没有找到', en: 'Not found' },
  {
    zh: '它可能已被移走，或者不在您能看到的范围内。',
    en: 'It may have been moved, or lie outside what you may see.',
  },
);

export const BadRequest = defineRefusal(
  'http.bad-request',
  400,
  { zh: '有内容需要改一下', en: 'Something needs changing' },
  { zh: '请按提示修改后再提交。', en: 'Please mend the fields named and send again.' },
);

export const TooLarge = defineRefusal(
  'http.too-large',
  413,
  { zh: '内容太大了', en: 'That is too large' },
  { zh: '请分成几份再试。', en: 'Please send it in parts.' },
);

export const TooOften = defineRefusal(
  'http.too-often',
  429,
  { zh: '从您这个网络来的请求太多了', en: 'Too many requests come from your network' },
  {
    zh: '请稍等一会儿再试；换成手机自己的流量也可以。',
    en: 'Wait a little and try again, or use the phone’s own connection.',
  },
);

export const IdempotencyKeyReused = defineRefusal(
  'http.idempotency-key-reused',
  422,
  {
    zh: '这个 Idempotency-Key 已用于另一个请求',
    en: 'This Idempotency-Key was used for another request',
  },
  { zh: '请换一个新的键再提交。', en: 'Send again with a new key.' },
);

export const ChangedMeanwhile = defineRefusal(
  'http.changed-meanwhile',
  412,
  { zh: '在您编辑时，别人已经改过', en: 'Someone else changed this while you were editing' },
  {
    zh: '请先看看最新的内容，再决定是否修改。',
    en: 'Look at the newest version, then decide what to change.',
  },
);

export const VersionMissing = defineRefusal(
  'http.version-missing',
  428,
  { zh: '缺少 If-Match', en: 'If-Match is missing' },
  {
    zh: '请带上读取时得到的 ETag。',
    en: 'Send the ETag that you got when reading.',
  },
);

export const OurFault = defineRefusal(
  'http.our-fault',
  500,
  { zh: '系统出错了，不是您的问题', en: 'Something went wrong on our side' },
  {
    zh: '没有写入任何内容。请稍后再试；如果一直这样，请把编号告诉我们。',
    en: 'Nothing was written. Please try again later; if it persists, quote the reference to us.',
  },
);
