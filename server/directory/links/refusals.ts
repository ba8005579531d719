import { defineRefusal } from '../../platform/index.ts';

export const LinkAskedAlready = defineRefusal(
  'links.asked-already',
  409,
  { zh: '这个申请已经交过了', en: 'You have asked for this already' },
  { zh: '学校正在核对，请等一等。', en: 'The school is looking at it; please wait.' },
);

export const TooManyWaiting = defineRefusal(
  'links.too-many-waiting',
  409,
  { zh: '等待核对的申请太多了', en: 'Too many requests are waiting' },
  {
    zh: '请先等学校处理前面的申请，或直接联系班主任。',
    en: 'Wait until the school has decided on those, or speak to the class teacher.',
  },
);

export const LinkDecidedAlready = defineRefusal(
  'links.decided-already',
  409,
  { zh: '这个申请已经有人处理过了', en: 'Somebody has decided on this already' },
  { zh: '请刷新列表看看结果。', en: 'Reload the list to see what was decided.' },
);
