import { defineRefusal } from '../platform/index.ts';

export const RequestOpenAlready = defineRefusal(
  'privacy.open-already',
  409,
  { zh: '同样的申请正在处理', en: 'The same request is being looked at' },
  {
    zh: '请等答复，或先撤回前一个。',
    en: 'Wait for the answer, or withdraw the earlier one first.',
  },
);

export const RequestDecidedAlready = defineRefusal(
  'privacy.decided-already',
  409,
  { zh: '这个申请已经处理过了', en: 'This request has been decided already' },
  { zh: '请刷新看看结果。', en: 'Reload to see what was decided.' },
);

export const PostsHeld = defineRefusal(
  'privacy.posts-held',
  409,
  { zh: '您还在学校或机构任职，不能注销', en: 'You still hold a post at a school or an office' },
  {
    zh: '请先请单位在名册里办理离岗。',
    en: 'Ask your organisation to end the post in its roster first.',
  },
);

export const PlacesHeld = defineRefusal(
  'privacy.places-held',
  409,
  { zh: '您还报着没开始的活动', en: 'You have places at events to come' },
  {
    zh: '请先在「我的活动」里取消报名，再申请注销。',
    en: 'Cancel them under “My activities” first, then ask again.',
  },
);

export const ForGrownUps = defineRefusal(
  'privacy.for-grown-ups',
  403,
  { zh: '学生的信息请和家长一起看', en: 'A student looks at this together with a carer' },
  {
    zh: '请家长登录后在「我的」里查看，或问班主任。',
    en: 'A carer finds it under “Me”; or ask the class teacher.',
  },
);

export const TooManyArchives = defineRefusal(
  'privacy.too-many-archives',
  429,
  { zh: '今天下载的次数够多了', en: 'Downloaded often enough for today' },
  {
    zh: '请明天再下载，或用已下载的那份。',
    en: 'Come back tomorrow, or use the one that you have.',
  },
);
