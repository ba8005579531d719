import { defineRefusal } from '../../platform/index.ts';

export const KindUnknown = defineRefusal(
  'activities.kind-unknown',
  422,
  { zh: '计划里没有这种活动', en: 'The plan has no such kind of activity' },
  { zh: '请从活动种类里选一种。', en: 'Choose one of the kinds of activity.' },
);

export const HostMayNot = defineRefusal(
  'activities.host-may-not',
  422,
  { zh: '这种活动不由这类单位主办', en: 'This kind of organisation does not host such activities' },
  { zh: '请换一种活动，或换一个主办单位。', en: 'Choose another kind, or another host.' },
);

export const AudienceOutOfReach = defineRefusal(
  'activities.audience-out-of-reach',
  422,
  {
    zh: '有的邀请对象不在主办单位的范围内',
    en: 'Part of the audience lies outside the host’s area',
  },
  {
    zh: '学校邀请本校的班级，社区和街道邀请本街道的学校。',
    en: 'A school invites its classes; a community or subdistrict invites the schools of its subdistrict.',
  },
);

export const StageUnknown = defineRefusal(
  'activities.stage-unknown',
  422,
  { zh: '计划里没有这个课程阶段', en: 'The plan has no such curriculum stage' },
  { zh: '请从课程阶段里选。', en: 'Choose from the curriculum stages.' },
);

export const StateForbids = defineRefusal(
  'activities.state-forbids',
  409,
  { zh: '活动现在的状态不能这样做', en: 'The activity’s state does not allow this' },
  {
    zh: '请刷新页面，看看活动现在的状态。',
    en: 'Reload the page and see where the activity stands.',
  },
);

export const OfferOver = defineRefusal(
  'activities.offer-over',
  409,
  { zh: '名额已经不再保留', en: 'The place is not kept any longer' },
  {
    zh: '请再报名一次；名额满了会排进候补。',
    en: 'Sign up again; if it is full you join the waiting list.',
  },
);

export const KindIsFixed = defineRefusal(
  'activities.kind-is-fixed',
  409,
  { zh: '发布后不能再改活动种类', en: 'The kind is fixed once the activity is published' },
  { zh: '请取消这个活动，另建一个。', en: 'Cancel this activity and make another.' },
);

export const OverAlready = defineRefusal(
  'activities.over-already',
  409,
  { zh: '活动时间已经过去', en: 'The activity’s time is over' },
  { zh: '请先改活动时间，再发布。', en: 'Change its time first, then publish.' },
);

export const CapacityBelowTaken = defineRefusal(
  'activities.capacity-below-taken',
  409,
  { zh: '名额不能少于已报名的家庭数', en: 'Fewer places than families registered' },
  { zh: '请把名额设为不少于已报名的家庭数。', en: 'Keep at least as many places as are taken.' },
);

export const PeopleCame = defineRefusal(
  'activities.people-came',
  409,
  { zh: '已有家长签到，不能取消活动', en: 'People have checked in: it can no longer be cancelled' },
  { zh: '请改为结束活动；有误的签到可以更正。', en: 'Finish it instead; correct what is wrong.' },
);

export const NotBegunYet = defineRefusal(
  'activities.not-begun-yet',
  409,
  { zh: '活动还没有开始', en: 'The activity has not begun' },
  { zh: '请在活动开始以后再结束它。', en: 'Finish it after it has begun.' },
);

export const SignUpNotOpen = defineRefusal(
  'activities.sign-up-not-open',
  409,
  { zh: '报名还没有开始', en: 'Sign-up has not opened yet' },
  { zh: '请在报名开始后再来。', en: 'Please come back when it opens.' },
);

export const OthersFirst = defineRefusal(
  'activities.others-first',
  409,
  { zh: '现在先照顾优先报名的家庭', en: 'Other families go first for now' },
  { zh: '请到时再来报名。', en: 'Please come back then.' },
);

export const PriorityOfNobody = defineRefusal(
  'activities.priority-of-nobody',
  422,
  { zh: '没有写哪些家庭优先', en: 'It does not say whose families go first' },
  {
    zh: '请选优先的学校、年级或班级，或者去掉优先截止时间。',
    en: 'Choose the schools, grades or classes that go first, or take the time away.',
  },
);

export const NothingToExcuse = defineRefusal(
  'activities.nothing-to-excuse',
  409,
  { zh: '这次不用说明', en: 'There is nothing to excuse here' },
  {
    zh: '活动结束后、有名额而没有来的，才需要说明。',
    en: 'Only who had a place at an event that is over and did not come needs an excuse.',
  },
);

export const QuestionsAreFixed = defineRefusal(
  'activities.questions-are-fixed',
  409,
  { zh: '已经有家庭报名，问题不能再改', en: 'Families have signed up: the questions are fixed' },
  {
    zh: '还想知道的，请另外告诉家长；或者再办一场，那里可以改。',
    en: 'Tell families separately what else you need, or hold it again with other questions.',
  },
);

export const TermUnknown = defineRefusal(
  'activities.term-unknown',
  422,
  { zh: '计划的校历里没有这个学期', en: 'The plan’s calendar has no such term' },
  { zh: '请从校历的学期里选。', en: 'Choose one of the calendar’s terms.' },
);

export const NotADate = defineRefusal(
  'activities.not-a-date',
  422,
  { zh: '有的活动不属于这个项目', en: 'Some of these are no dates of this programme' },
  { zh: '请选同一主办单位的活动。', en: 'Choose activities of the same host.' },
);

export const SignUpClosed = defineRefusal(
  'activities.sign-up-closed',
  409,
  { zh: '报名已经截止', en: 'Sign-up has closed' },
  { zh: '请联系主办单位，或看看其他活动。', en: 'Ask the host, or look at other activities.' },
);

export const NotInvited = defineRefusal(
  'activities.not-invited',
  422,
  {
    zh: '这个活动不面向孩子所在的班级或阶段',
    en: 'This activity is not for the child’s class or stage',
  },
  { zh: '请看看为您的孩子推荐的活动。', en: 'See the activities that fit your child.' },
);

export const NotTheirChild = defineRefusal(
  'activities.not-their-child',
  422,
  { zh: '孩子与这位家长没有关联', en: 'The child is not linked to this carer' },
  { zh: '请先在家庭里关联孩子。', en: 'Link the child to the carer first.' },
);

export const RegisteredSeparately = defineRefusal(
  'activities.registered-separately',
  409,
  {
    zh: '家人已经为孩子们分别报了名',
    en: 'The family has signed the children up in separate registrations',
  },
  {
    zh: '如果想合在一起，请先取消其中一个报名。',
    en: 'To join them, give up one of the registrations first.',
  },
);

export const RoleUnknown = defineRefusal(
  'activities.role-unknown',
  422,
  { zh: '这种活动没有这个身份', en: 'This kind of activity has no such part' },
  { zh: '请从该种活动的身份里选。', en: 'Choose one of the parts of this kind.' },
);

export const CameAlready = defineRefusal(
  'activities.came-already',
  409,
  { zh: '已经签到，不能取消报名', en: 'Already checked in: the place cannot be given up' },
  {
    zh: '签到有误的话，请主办单位更正。',
    en: 'If the check-in is wrong, ask the host to correct it.',
  },
);

export const NoPlaceLeft = defineRefusal(
  'activities.no-place-left',
  409,
  { zh: '名额已满', en: 'No place is left' },
  {
    zh: '没有来的家庭可以取消其报名，名额会给候补的第一位。',
    en: 'Give up the place of a family that did not come: it goes to the first who waits.',
  },
);

export const NotRegistered = defineRefusal(
  'activities.not-registered',
  409,
  { zh: '您在这个活动里还没有位置', en: 'You have no place at this activity yet' },
  {
    zh: '请到签到台找工作人员，还有名额就能进。',
    en: 'Ask at the desk: if places remain, you may come in.',
  },
);

export const DoorsClosed = defineRefusal(
  'activities.doors-closed',
  409,
  { zh: '现在不是签到时间', en: 'It is not the time to check in' },
  {
    zh: '活动开始前 2 小时到结束后 2 小时可以签到签退。',
    en: 'One may check in and out from 2 hours before the beginning to 2 hours after the end.',
  },
);

export const PassForged = defineRefusal(
  'activities.pass-forged',
  422,
  { zh: '这不是本平台的签到码', en: 'This is not one of our passes' },
  { zh: '请家长重新打开“我的签到码”。', en: 'Ask the carer to open “my code” again.' },
);

export const PassExpired = defineRefusal(
  'activities.pass-expired',
  409,
  { zh: '签到码已过期', en: 'The pass has expired' },
  {
    zh: '请家长刷新“我的签到码”，不要用截图。',
    en: 'Ask the carer to refresh it; a picture of it does not last.',
  },
);

export const PassForAnotherActivity = defineRefusal(
  'activities.pass-for-another-activity',
  409,
  { zh: '这是另一个活动的签到码', en: 'This pass is for another activity' },
  {
    zh: '请家长在“我的签到码”里选择本活动。',
    en: 'Ask the carer to choose this activity in “my code”.',
  },
);

export const HallCodeStale = defineRefusal(
  'activities.hall-code-stale',
  409,
  { zh: '签到码不对或已过期', en: 'The code is wrong or no longer good' },
  {
    zh: '请用大屏上现在的码，它每 15 秒更换。',
    en: 'Use the code on the screen now: it changes every 15 seconds.',
  },
);

export const NotEntered = defineRefusal(
  'activities.not-entered',
  409,
  { zh: '还没有签到，不能签退', en: 'Not checked in yet, so not to be checked out' },
  { zh: '请先签到。', en: 'Check in first.' },
);

export const HelperOutOfReach = defineRefusal(
  'activities.helper-out-of-reach',
  422,
  {
    zh: '这个人不在本单位的范围内，不能请来协助',
    en: 'This person is beyond your place and cannot be named',
  },
  {
    zh: '可以请已报名的家长、本单位学生的家长；签到台可以请本单位的同事。',
    en: 'Name a carer who signed up or whose child belongs to you; for the door, a colleague too.',
  },
);

export const CameAsHelper = defineRefusal(
  'activities.came-as-helper',
  409,
  { zh: '这位协助人已有到场记录', en: 'This helper has an attendance already' },
  {
    zh: '没有来的话，请把到场记录更正为 0 分钟。',
    en: 'If they did not come, correct the attendance to 0 minutes.',
  },
);

export const HereAlready = defineRefusal(
  'activities.here-already',
  409,
  { zh: '这位家长已有到场记录', en: 'This carer has an attendance already' },
  { zh: '时长不对的话，请点开记录更正。', en: 'If the minutes are wrong, open it and correct it.' },
);

export const NeitherSignedUpNorNamed = defineRefusal(
  'activities.neither-signed-up-nor-named',
  409,
  {
    zh: '这位家长没有报名，也不是协助人',
    en: 'This carer has neither signed up nor been named as a helper',
  },
  {
    zh: '是来帮忙的，请先加到协助人里。',
    en: 'If they came to help, name them as a helper first.',
  },
);

export const NothingToCorrect = defineRefusal(
  'activities.nothing-to-correct',
  409,
  { zh: '更正前后一样', en: 'Nothing differs from before' },
  {
    zh: '请填写应计的分钟数，或改动到场的孩子。',
    en: 'Give the minutes that should count, or the children who came.',
  },
);

export const SettledAlready = defineRefusal(
  'activities.settled-already',
  409,
  { zh: '时长已经记下', en: 'The minutes stand already' },
  { zh: '请用「更正」修改，并写明原因。', en: 'Correct the attendance and say why.' },
);

export const MoreThanCounts = defineRefusal(
  'activities.more-than-counts',
  422,
  { zh: '超过了这种活动最多计入的时长', en: 'More minutes than this kind of activity counts' },
  { zh: '请按计划的上限填写。', en: 'Keep within the plan’s maximum.' },
);

export const ScansDisagree = defineRefusal(
  'activities.scans-disagree',
  409,
  { zh: '与另一台设备的签到对不上', en: 'It does not fit what another phone has scanned' },
  {
    zh: '请问一问当时在门口的同事，再决定记不记。',
    en: 'Ask who stood at the other door, then decide.',
  },
);
