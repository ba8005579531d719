import { defineRefusal } from '../platform/index.ts';

export const CallSettled = defineRefusal(
  'notices.call-settled',
  409,
  { zh: '这家已经不用打电话了', en: 'This family need not be called any more' },
  {
    zh: '家长已经看到或处理了，或者同事刚打过。请刷新名单。',
    en: 'They have read it or answered, or a colleague has called. Reload the list.',
  },
);
