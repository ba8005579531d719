import { defineRefusal } from '../../platform/index.ts';

export const NotToBeLookedInto = defineRefusal(
  'anomalies.not-open',
  409,
  {
    zh: '这条线索已经有人看过，或记录已更正',
    en: 'Somebody looked into this, or it was corrected',
  },
  { zh: '请刷新，看看写了什么。', en: 'Reload to read what was found.' },
);

export const OwnAnomaly = defineRefusal(
  'anomalies.own-case',
  403,
  {
    zh: '关于自己家的线索不能自己处理',
    en: 'Nobody looks into a hint about their own family',
  },
  { zh: '请交给同事处理。', en: 'Leave it to a colleague.' },
);

export const OwnEvents = defineRefusal(
  'anomalies.own-events',
  403,
  {
    zh: '关于本单位的线索由上级来看',
    en: 'A hint about a host is for those above it to look into',
  },
  { zh: '可以把情况告诉区里。', en: 'Tell the district what you know.' },
);
