import { people } from './zh/people.ts';

/** The desk's words. en.ts must have the same keys. */
export const zh = {
  ...people,
  desk: '工作台',
  navigation: '工作台导航',
  openNavigation: '打开导航',
  place: '当前机构',
  search: '找学生、家长、机构、活动',
  account: '我的账号',
  chapters: {
    today: '今天',
    people: '机构与人员',
    guidance: '指导与活动',
    evaluation: '积分与证明',
    running: '运行保障',
  },
  roles: {
    'district-officer': '区级管理人员',
    'admissions-officer': '入学审核人员',
    'subdistrict-worker': '街道工作人员',
    'community-worker': '社区工作人员',
    principal: '校长、园长',
    'moral-education-lead': '德育负责人',
    'class-teacher': '班主任',
    teacher: '教师',
  },
  today: {
    title: '今天要办的事',
    quiet: '眼下没有等您办的事',
    quietText: '有家长等您确认、有活动临近时，会出现在这里。',
  },
  noDesk: {
    title: '工作台是给学校、社区和区级工作人员用的',
    text: '您登录的身份是家长，请到家长端查看孩子的活动和积分。',
    go: '去家长端',
  },
  rosterImport: { title: '导入名册' },
  activities: { title: '活动' },
  activity: { title: '活动详情' },
  activityNew: { title: '新建活动' },
  checkInScreen: { title: '签到大屏' },
  checkInScanner: { title: '扫码签到' },
  points: { title: '成长积分' },
  pointsOfCarer: { title: '积分明细' },
  certificates: { title: '成长课时证明' },
  verifyCertificates: { title: '批量核验证明' },
} as const;
