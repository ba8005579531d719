import { account as accountWords } from './zh/account.ts';
import { activities } from './zh/activities.ts';
import { afterwards } from './zh/afterwards.ts';
import { anomalies } from './zh/anomalies.ts';
import { answering } from './zh/answering.ts';
import { awards } from './zh/awards.ts';
import { clients } from './zh/clients.ts';
import { contests } from './zh/contests.ts';

import { door } from './zh/door.ts';
import { duties } from './zh/duties.ts';
import { dutyCharts } from './zh/duty-charts.ts';
import { evaluation } from './zh/evaluation.ts';
import { excuses } from './zh/excuses.ts';
import { notices } from './zh/notices.ts';
import { people } from './zh/people.ts';
import { planPage } from './zh/plan.ts';
import { recalculations } from './zh/recalculations.ts';
import { reliefs } from './zh/reliefs.ts';
import { signUp } from './zh/sign-up.ts';
import { simulations } from './zh/simulations.ts';
import { together } from './zh/together.ts';

/** The desk's words. en.ts must have the same keys. */
export const zh = {
  ...accountWords,
  ...people,
  ...signUp,
  ...activities,
  ...door,
  ...afterwards,
  ...evaluation,
  ...duties,
  ...planPage,
  ...dutyCharts,
  ...excuses,
  ...contests,
  ...awards,
  ...anomalies,
  ...answering,
  ...notices,
  ...clients,
  ...together,
  ...reliefs,
  ...simulations,
  ...recalculations,
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
  noDesk: {
    title: '工作台是给学校、社区和区级工作人员用的',
    text: '您登录的身份是家长，请到家长端查看孩子的活动和积分。',
    go: '去家长端',
  },
} as const;
