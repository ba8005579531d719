import { defineRefusal } from '../../platform/index.ts';

export const NoMeeting = defineRefusal(
  'meetings.no-meeting',
  409,
  { zh: '这不是某个班的家长会', en: 'This is not the meeting of a class' },
  { zh: '请打开本班的那一场。', en: 'Open the one of the class.' },
);

export const NotOfTheClass = defineRefusal(
  'meetings.not-of-the-class',
  422,
  { zh: '孩子不在这个班，或家长与孩子没有关联', en: 'Not a child of this class, or not its carer' },
  { zh: '请从本班的名单里选。', en: 'Choose from the list of the class.' },
);

export const ReachedAlready = defineRefusal(
  'meetings.reached-already',
  409,
  { zh: '这家已经到会或谈过了', en: 'This family came, or was talked with, already' },
  { zh: '不用再补，记录已经在了。', en: 'Nothing is missing: it is on record.' },
);

export const NotHeldYet = defineRefusal(
  'meetings.not-held-yet',
  409,
  { zh: '家长会还没有开', en: 'The meeting has not begun yet' },
  { zh: '开过以后，再补没有到的家庭。', en: 'Make up for it once it has been held.' },
);
