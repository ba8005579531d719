import type { Words } from '../../platform/index.ts';

/**
 * Who may do what, in one table: role × capability. A capability is a verb on a thing; its reach is how far it
 * goes for that role. What is not written here is refused. Shown for reading on the desk, generated into
 * docs/who-may-do-what.md, and tried role by role on every route by a test.
 */
export const roles = {
  'district-officer': { zh: '区级管理人员', en: 'District officer' },
  'admissions-officer': { zh: '入学审核人员', en: 'Admissions officer' },
  'subdistrict-worker': { zh: '街道工作人员', en: 'Subdistrict worker' },
  'community-worker': { zh: '社区工作人员', en: 'Community worker' },
  principal: { zh: '校长、园长', en: 'Principal' },
  'moral-education-lead': { zh: '德育负责人', en: 'Moral-education lead' },
  'class-teacher': { zh: '班主任', en: 'Class teacher' },
  teacher: { zh: '教师', en: 'Teacher' },
  carer: { zh: '家长', en: 'Carer' },
  student: { zh: '学生', en: 'Student' },
} as const satisfies Record<string, Words>;

export type Role = keyof typeof roles;

/** Roles that a post gives. Carers and students are what they are by family and enrolment. */
export type PostRole = Exclude<Role, 'carer' | 'student'>;

/**
 * `own`: what is about oneself · `family`: one's children and oneself · `post`: the organisation of the post
 * and everything below it · `school`: the school that the post's class or grade belongs to, and everything
 * below it · `district`: everything in the district.
 */
export type Reach = 'own' | 'family' | 'post' | 'school' | 'district';

export const capabilities = {
  'organisations.read': { zh: '查看机构', en: 'See organisations' },
  'students.read': { zh: '查看学生及其家庭', en: 'See students and their families' },
  'people.read': { zh: '查看教职工', en: 'See staff' },
  'roster.import': { zh: '导入名册', en: 'Import rosters' },
  'links.ask': { zh: '申请关联孩子', en: 'Ask to be linked to a child' },
  'links.decide': { zh: '审核家长关联', en: 'Decide on links to children' },
  'activities.read': { zh: '查看本单位活动（含草稿）', en: 'See own activities, drafts included' },
  'activities.arrange': {
    zh: '创建、发布、更改、取消活动',
    en: 'Create, publish, change, cancel activities',
  },
  'activities.check-in': { zh: '为到场家长签到签退', en: 'Check people in and out' },
  'activities.correct': { zh: '更正签到记录', en: 'Correct attendance' },
  'activities.sign-up': { zh: '报名活动', en: 'Sign up for activities' },
  'meetings.read': { zh: '查看家长会各家到会情况', en: 'See which families a meeting reached' },
  'meetings.record': {
    zh: '补记与未到会家庭的面谈',
    en: 'Record talks with families that did not come',
  },
  'pictures.consent': {
    zh: '同意或撤回孩子照片的使用',
    en: 'Give and withdraw consent for pictures of one’s child',
  },
  'points.read': { zh: '查看积分及来由', en: 'See points and their reasons' },
  'points.audit': { zh: '导出和核对积分账本', en: 'Export and audit the ledger' },
  'reliefs.ask': {
    zh: '登记家长请假、残疾等情形',
    en: 'Write down carers’ leaves and disabilities',
  },
  'reliefs.decide': {
    zh: '核准同事登记的情形',
    en: 'Decide on those that a colleague wrote',
  },
  'awards.write': {
    zh: '登记活动以外的贡献',
    en: 'Enter what carers did outside of events',
  },
  'awards.decide': {
    zh: '核准同事登记的贡献',
    en: 'Confirm what a colleague entered',
  },
  'awards.review': { zh: '抽查成批登记的贡献', en: 'Review a sample of entered deeds' },
  'contests.raise': {
    zh: '对积分和证明提出异议',
    en: 'Contest points and certificates',
  },
  'contests.enter': {
    zh: '替没有手机的家长提交异议',
    en: 'Enter what a carer contests in person or on paper',
  },
  'contests.decide': {
    zh: '处理积分和证明的异议',
    en: 'Decide on what families contest',
  },
  'anomalies.look': {
    zh: '查看积分的异常线索',
    en: 'Look into records that look unlikely',
  },
  'rules.simulate': { zh: '试算积分规则的改动', en: 'Try changes of point rules' },
  'rules.recalculate': {
    zh: '下令和确认重新计算积分',
    en: 'Order and confirm that points are counted anew',
  },
  'duties.read': { zh: '查看任务进度', en: 'See how far duties are' },
  'excuses.ask': { zh: '申请任务的事由免计', en: 'Ask that a duty be excused' },
  'excuses.decide': {
    zh: '审核下级单位的事由免计',
    en: 'Decide on excuses of places below',
  },
  'certificates.read': { zh: '查看证明', en: 'See certificates' },
  'certificates.renew': {
    zh: '证明到期或孩子改名时换发',
    en: 'Have a certificate issued anew at its end or after a change of name',
  },
  'certificates.decide': {
    zh: '暂停、撤销、补发证明',
    en: 'Suspend, revoke and re-issue certificates',
  },
  'certificates.verify': { zh: '批量核验证明', en: 'Verify certificates in bulk' },
  'clients.manage': {
    zh: '登记和停用对接系统',
    en: 'Let in and shut out programs of other houses',
  },
  'notices.telephone': {
    zh: '给消息没送到的家长打电话',
    en: 'Telephone families whom no message reached',
  },
  'notices.channels': { zh: '查看消息通道', en: 'See the channels of messages' },
  'privacy.decide': {
    zh: '答复个人信息的更正和注销申请',
    en: 'Answer requests to correct or erase personal data',
  },
  'access.read': { zh: '查看权限表', en: 'Read the access matrix' },
} as const satisfies Record<string, Words>;

export type Capability = keyof typeof capabilities;

export const matrix: Readonly<Record<Role, Partial<Record<Capability, Reach>>>> = {
  'district-officer': {
    'organisations.read': 'district',
    'students.read': 'district',
    'people.read': 'district',
    'roster.import': 'district',
    'links.decide': 'district',
    'duties.read': 'district',
    'excuses.ask': 'district',
    'excuses.decide': 'district',
    'activities.read': 'district',
    'activities.arrange': 'district',
    'activities.check-in': 'district',
    'activities.sign-up': 'district',
    'activities.correct': 'district',
    'meetings.read': 'district',
    'points.read': 'district',
    'points.audit': 'district',
    'reliefs.ask': 'district',
    'reliefs.decide': 'district',
    'contests.enter': 'district',
    'contests.decide': 'district',
    'anomalies.look': 'district',
    'rules.simulate': 'district',
    'rules.recalculate': 'district',
    'awards.write': 'district',
    'awards.decide': 'district',
    'awards.review': 'district',
    'certificates.read': 'district',
    'certificates.renew': 'district',
    'certificates.decide': 'district',
    'certificates.verify': 'district',
    'clients.manage': 'district',
    'notices.telephone': 'district',
    'notices.channels': 'district',
    'privacy.decide': 'district',
    'access.read': 'district',
  },
  'admissions-officer': {
    'organisations.read': 'district',
    'certificates.verify': 'district',
    'access.read': 'district',
  },
  'subdistrict-worker': {
    'organisations.read': 'post',
    'duties.read': 'post',
    'excuses.ask': 'post',
    'excuses.decide': 'post',
    'activities.read': 'post',
    'activities.arrange': 'post',
    'activities.check-in': 'post',
    'activities.correct': 'post',
    'awards.write': 'post',
    'awards.decide': 'post',
    'contests.enter': 'post',
    'contests.decide': 'post',
    'anomalies.look': 'post',
    'access.read': 'post',
  },
  'community-worker': {
    'organisations.read': 'post',
    'duties.read': 'post',
    'excuses.ask': 'post',
    'activities.read': 'post',
    'activities.arrange': 'post',
    'activities.check-in': 'post',
    'activities.correct': 'post',
    'awards.write': 'post',
    'awards.decide': 'post',
    'contests.enter': 'post',
    'contests.decide': 'post',
    'anomalies.look': 'post',
    'access.read': 'post',
  },
  principal: {
    'organisations.read': 'post',
    'students.read': 'post',
    'people.read': 'post',
    'roster.import': 'post',
    'links.decide': 'post',
    'duties.read': 'post',
    'excuses.ask': 'post',
    'excuses.decide': 'post',
    'activities.read': 'post',
    'activities.arrange': 'post',
    'activities.check-in': 'post',
    'activities.sign-up': 'post',
    'activities.correct': 'post',
    'meetings.read': 'post',
    'meetings.record': 'post',
    'awards.write': 'post',
    'awards.decide': 'post',
    'contests.enter': 'post',
    'contests.decide': 'post',
    'anomalies.look': 'post',
    'points.read': 'post',
    'reliefs.ask': 'post',
    'reliefs.decide': 'post',
    'certificates.read': 'post',
    'notices.telephone': 'post',
    'privacy.decide': 'post',
    'access.read': 'post',
  },
  'moral-education-lead': {
    'organisations.read': 'post',
    'students.read': 'post',
    'people.read': 'post',
    'links.decide': 'post',
    'duties.read': 'post',
    'excuses.ask': 'post',
    'activities.read': 'post',
    'activities.arrange': 'post',
    'activities.check-in': 'post',
    'activities.sign-up': 'post',
    'activities.correct': 'post',
    'meetings.read': 'post',
    'meetings.record': 'post',
    'awards.write': 'post',
    'awards.decide': 'post',
    'contests.enter': 'post',
    'contests.decide': 'post',
    'anomalies.look': 'post',
    'points.read': 'post',
    'reliefs.ask': 'post',
    'certificates.read': 'post',
    'notices.telephone': 'post',
    'access.read': 'post',
  },
  'class-teacher': {
    'organisations.read': 'post',
    'students.read': 'post',
    'links.decide': 'post',
    'duties.read': 'post',
    'excuses.ask': 'post',
    'activities.read': 'school',
    'activities.arrange': 'post',
    'activities.check-in': 'school',
    'activities.sign-up': 'post',
    'meetings.read': 'post',
    'meetings.record': 'post',
    'awards.write': 'post',
    'points.read': 'post',
    'reliefs.ask': 'post',
    'notices.telephone': 'post',
    'access.read': 'post',
  },
  teacher: {
    'organisations.read': 'post',
    'activities.read': 'school',
    'activities.check-in': 'school',
    'access.read': 'post',
  },
  carer: {
    'students.read': 'family',
    'links.ask': 'own',
    'activities.sign-up': 'family',
    'pictures.consent': 'family',
    'points.read': 'family',
    'contests.raise': 'own',
    'certificates.read': 'family',
    'certificates.renew': 'family',
  },
  student: {
    'students.read': 'own',
  },
};

export function isCapability(text: string): text is Capability {
  return text in capabilities;
}
