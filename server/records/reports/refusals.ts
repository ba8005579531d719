import { defineRefusal } from '../../platform/index.ts';

export const NotConfirmedYet = defineRefusal(
  'reports.not-confirmed-yet',
  409,
  { zh: '活动还没有确认到场', en: 'Nobody has confirmed who came yet' },
  { zh: '请先确认到场，再写小结、放照片。', en: 'Confirm who came first, then write the report.' },
);

export const PhotoMissing = defineRefusal(
  'reports.photo-missing',
  400,
  { zh: '没有收到照片', en: 'No picture was received' },
  { zh: '请选一张照片再上传。', en: 'Choose a picture and upload it again.' },
);

export const TooManyPhotos = defineRefusal(
  'reports.too-many-photos',
  409,
  { zh: '这次活动的照片已经放满', en: 'This event has as many photos as it may' },
  { zh: '请先删去几张，再上传。', en: 'Remove some before you upload others.' },
);

export const NotThere = defineRefusal(
  'reports.not-there',
  422,
  { zh: '勾选的孩子没有参加这次活动', en: 'A child that was ticked did not take part' },
  { zh: '请从到场家庭的孩子里选。', en: 'Choose from the children of those who came.' },
);

export const ChildrenNotSaid = defineRefusal(
  'reports.children-not-said',
  409,
  { zh: '还没有说明照片里有哪些孩子', en: 'Nobody has said which children are seen' },
  {
    zh: '请先勾选照片里认得出的孩子；一个都认不出，就选「认不出孩子」。',
    en: 'Tick the children who can be recognised, or say that none can.',
  },
);

export const ConsentMissing = defineRefusal(
  'reports.consent-missing',
  409,
  { zh: '有家长还没有同意', en: 'The consent of some families is missing' },
  {
    zh: '还没答复的家长已收到消息，点开就能答复，等一等再放；不同意的，请换一张照片。',
    en: 'Families who have not answered have been sent a notice and can answer there; wait for them. If one does not consent, choose another photo.',
  },
);

export const NamesAChild = defineRefusal(
  'reports.names-a-child',
  422,
  { zh: '公开的文字里写到了孩子的名字', en: 'What others will read names a child' },
  {
    zh: '请改成「一位同学」「一年级的孩子」，再保存；同名的老师，请写「王老师」。',
    en: 'Write “a pupil” or “a child of grade one” instead, and save again; of a teacher of the same name, the surname will do.',
  },
);
