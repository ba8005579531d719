import { defineRefusal } from '../platform/index.ts';

export const MailCodeWrong = defineRefusal(
  'notices.mail-code-wrong',
  409,
  { zh: '验证码不对，或者过期了', en: 'The code is wrong or too old' },
  {
    zh: '请核对邮件里的 6 位数字，或重新发送。',
    en: 'Compare it with the mail, or have a new one sent.',
  },
);

export const MailNotSent = defineRefusal(
  'notices.mail-not-sent',
  503,
  { zh: '邮件没有发出去', en: 'The mail could not be sent' },
  { zh: '请核对邮箱地址，或稍后再试。', en: 'Check the address, or try again later.' },
);

export const MailCodesTooOften = defineRefusal(
  'notices.mail-codes-too-often',
  429,
  { zh: '今天发得太多了', en: 'Too many mails today' },
  { zh: '请明天再试，或改用其他提醒方式。', en: 'Try again tomorrow, or choose another way.' },
);

export const TooManyAddresses = defineRefusal(
  'notices.too-many-addresses',
  409,
  { zh: '提醒方式太多了', en: 'There are too many ways already' },
  { zh: '请先去掉不用的手机或邮箱。', en: 'Take away a device or mailbox that you no longer use.' },
);

export const ChannelNotSet = defineRefusal(
  'notices.channel-not-set',
  409,
  { zh: '本区还没有开通这种提醒方式', en: 'Your district does not offer this way' },
  { zh: '请用其他提醒方式。', en: 'Choose another way.' },
);

export const CallSettled = defineRefusal(
  'notices.call-settled',
  409,
  { zh: '这家已经不用打电话了', en: 'This family need not be called any more' },
  {
    zh: '家长已经看到或处理了，或者同事刚打过。请刷新名单。',
    en: 'They have read it or answered, or a colleague has called. Reload the list.',
  },
);
