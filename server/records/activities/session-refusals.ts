/** What is refused around sessions, slots and meetings by class. */
import { defineRefusal } from '../../platform/index.ts';

export const NoSessions = defineRefusal(
  'activities.no-sessions',
  422,
  { zh: '这种活动不分时段', en: 'This kind of activity is not held in sessions' },
  { zh: '请另建一个活动，或换一种活动。', en: 'Make another activity, or choose another kind.' },
);

export const SignedUpForTheWhole = defineRefusal(
  'activities.signed-up-for-the-whole',
  409,
  {
    zh: '已有家庭报名，不能再分时段',
    en: 'Families have signed up: it can no longer be held in sessions',
  },
  { zh: '请另建一个活动来分时段。', en: 'Make another activity, and give that one sessions.' },
);

export const TooManySessions = defineRefusal(
  'activities.too-many-sessions',
  422,
  { zh: '一个活动的时段太多了', en: 'Too many sessions of one activity' },
  { zh: '请另建一个活动。', en: 'Make another activity for the rest.' },
);

export const ChooseASession = defineRefusal(
  'activities.choose-a-session',
  409,
  { zh: '这个活动分时段，请先选一个', en: 'This activity is held in sessions: choose one' },
  { zh: '请打开活动，选一个时段。', en: 'Open the activity and choose a session.' },
);

export const IsASession = defineRefusal(
  'activities.is-a-session',
  409,
  { zh: '这是某个活动的一个时段', en: 'This is a session of another activity' },
  { zh: '请到整个活动上操作。', en: 'Do it on the whole activity.' },
);

export const NotASession = defineRefusal(
  'activities.not-a-session',
  409,
  { zh: '这不是同一活动的时段', en: 'This is not a session of the same activity' },
  { zh: '请在同一活动里另选一个时段。', en: 'Choose another session of the same activity.' },
);

export const InAnotherSession = defineRefusal(
  'activities.in-another-session',
  409,
  { zh: '您家已报了这个活动的另一个时段', en: 'Your family has another session of this activity' },
  {
    zh: '每家选一个时段。想换，请打开已报的时段，点“换时段”。',
    en: 'One session a family. To change, open yours and choose “change session”.',
  },
);

export const SessionFull = defineRefusal(
  'activities.session-full',
  409,
  { zh: '那个时段已经满了', en: 'That session is full' },
  {
    zh: '您原来的时段还为您留着。请另选一个有空的。',
    en: 'Your own session is still yours. Choose one with a free place.',
  },
);

export const NeedsSlots = defineRefusal(
  'activities.needs-slots',
  409,
  { zh: '一对一的活动要先排好时段', en: 'One-to-one activities need their slots first' },
  { zh: '请先加时段，再发布。', en: 'Add sessions, then publish.' },
);

export const BookPrivately = defineRefusal(
  'activities.book-privately',
  409,
  { zh: '一对一的时段由家长自己预约', en: 'One-to-one slots are booked by the carer' },
  { zh: '请家长在手机上打开活动，选一个时段预约。', en: 'The carer opens it and books a slot.' },
);

export const SlotTaken = defineRefusal(
  'activities.slot-taken',
  409,
  { zh: '这个时段刚被约走了', en: 'That slot has just been taken' },
  { zh: '请另选一个空闲的时段。', en: 'Choose another that is free.' },
);

export const BookAnew = defineRefusal(
  'activities.book-anew',
  409,
  { zh: '一对一的时段不能直接换', en: 'One-to-one slots are not exchanged' },
  { zh: '请先取消这个预约，再约另一个时段。', en: 'Give this one up, then book another.' },
);

export const LeaderUnknown = defineRefusal(
  'activities.leader-unknown',
  422,
  { zh: '请选主办单位的一位教职工', en: 'Choose somebody who works at the host' },
  { zh: '不选就是由您自己接待。', en: 'Choose nobody to see families yourself.' },
);

export const NoTeam = defineRefusal(
  'activities.no-team',
  409,
  { zh: '这里没有队伍可带', en: 'There is no team here' },
  { zh: '组长是每个班次的：请打开那个班次。', en: 'Each shift has a lead: open the shift.' },
);

export const NotInTheTeam = defineRefusal(
  'activities.not-in-the-team',
  422,
  {
    zh: '组长和副组长要从这个班次已报名的志愿者里选',
    en: 'The lead and the deputy are volunteers of the shift',
  },
  { zh: '请先为这位家长报名，或另选一位。', en: 'Sign them up first, or choose another.' },
);

export const LeadsAlready = defineRefusal(
  'activities.leads-already',
  409,
  { zh: '这位已经是组长', en: 'They lead the team already' },
  { zh: '请另请一位当副组长。', en: 'Choose another volunteer as deputy.' },
);

export const NotByClass = defineRefusal(
  'activities.not-by-class',
  422,
  { zh: '这种活动不按班举行', en: 'This kind of activity is not held class by class' },
  { zh: '请加一般的时段。', en: 'Add ordinary sessions.' },
);
