import { defineRefusal } from '../http/refusal.ts';

export const ForeignOrigin = defineRefusal(
  'sign-in.foreign-origin',
  403,
  { zh: '这个请求来自别的网站', en: 'This request comes from another site' },
  {
    zh: '请从共育的页面里操作；如果您没有点过什么，请关掉刚才那个网页。',
    en: 'Please use the pages of Gongyu; if you pressed nothing, close the page you came from.',
  },
);

export const CodesTooOften = defineRefusal(
  'sign-in.codes-too-often',
  429,
  { zh: '验证码要得太频繁', en: 'Codes are asked for too often' },
  {
    zh: '短信可能稍有延迟，请等一会儿再要一次。',
    en: 'Text messages may be slow: wait a little, then ask again.',
  },
);

export const CodeNotSent = defineRefusal(
  'sign-in.code-not-sent',
  502,
  { zh: '短信没有发出去', en: 'The text message was not sent' },
  {
    zh: '请核对号码后再试一次；还是不行，请联系学校。',
    en: 'Check the number and try again; if it persists, ask your school.',
  },
);

/** The same for a wrong, used, expired and never sent code. */
export const CodeWrong = defineRefusal(
  'sign-in.code-wrong',
  401,
  { zh: '验证码不对，或者已经过期', en: 'The code is wrong or has expired' },
  {
    zh: '请看最新的一条短信；验证码 5 分钟内有效，只能用一次。',
    en: 'Look at the newest message; a code is good for 5 minutes and one sign-in.',
  },
);

export const PasswordWrong = defineRefusal(
  'sign-in.password-wrong',
  401,
  { zh: '账号或密码不对', en: 'Account or password is wrong' },
  {
    zh: '请再试一次；忘了密码，可用手机验证码登录后重新设置。',
    en: 'Try again; if you forgot the password, sign in by your phone and set a new one.',
  },
);

export const Locked = defineRefusal(
  'sign-in.locked',
  429,
  { zh: '错了太多次，暂时锁住了', en: 'Locked for a while after too many wrong tries' },
  {
    zh: '请稍后再试。如果不是您在登录，不用担心，对方没有进来。',
    en: 'Please try again later. If it was not you: nobody got in.',
  },
);

export const NameNeeded = defineRefusal(
  'sign-in.name-needed',
  422,
  { zh: '请告诉我们您的姓名', en: 'Please tell us your name' },
  {
    zh: '这个手机号还没有登记。填上姓名就能登录，然后可以申请关联孩子。',
    en: 'This phone is not known yet. Give your name to sign in, then ask to be linked to your child.',
  },
);

export const TotpNeeded = defineRefusal(
  'sign-in.totp-needed',
  401,
  { zh: '请输入动态验证码', en: 'Please give the code of your authenticator' },
  {
    zh: '打开手机上的验证器，输入现在显示的 6 位数字。',
    en: 'Open the authenticator on your phone and type the 6 digits that it shows now.',
  },
);

export const TotpWrong = defineRefusal(
  'sign-in.totp-wrong',
  401,
  { zh: '动态验证码不对，或者已经用过', en: 'The authenticator code is wrong or was used' },
  {
    zh: '请等验证器换一组新的数字再输入，并看看手机时间是否准确。',
    en: 'Wait for the next code, and check that the clock of your phone is right.',
  },
);

export const TotpNotOffered = defineRefusal(
  'sign-in.totp-not-offered',
  409,
  { zh: '还没有开始设置验证器', en: 'No authenticator is being set up' },
  {
    zh: '请先打开设置验证器的页面，扫描二维码。',
    en: 'Open the set-up page and scan the code first.',
  },
);

/** Setting a password or an authenticator needs more than an open browser. */
export const ProofNeeded = defineRefusal(
  'sign-in.proof-needed',
  403,
  { zh: '请先证明是您本人', en: 'Please prove first that it is you' },
  {
    zh: '请退出后用手机验证码重新登录，半小时内完成设置；已有密码或验证器的，请用它们登录。',
    en: 'Sign in again by your phone and finish within half an hour; if you have a password or an authenticator, use them.',
  },
);

export const PasswordWeak = defineRefusal(
  'sign-in.password-weak',
  422,
  { zh: '这个密码太容易猜到', en: 'That password is easy to guess' },
  {
    zh: '请用 10 个字以上、不含手机号的密码，比如几个不相干的词连在一起。',
    en: 'Use 10 characters or more, without your phone number: a few unrelated words will do.',
  },
);

export const AccountNameTaken = defineRefusal(
  'sign-in.account-name-taken',
  409,
  { zh: '这个账号名已有人使用', en: 'That account name is taken' },
  {
    zh: '同一个手机号只能有一个账号用它登录，请另取一个账号名。',
    en: 'Only one account signs in by a phone number: choose another account name.',
  },
);
