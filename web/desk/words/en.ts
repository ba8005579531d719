import type { SameWords } from '../../shared/words/same-words.ts';
import { account as accountWords } from './en/account.ts';
import { activities } from './en/activities.ts';
import { afterwards } from './en/afterwards.ts';
import { anomalies } from './en/anomalies.ts';
import { answering } from './en/answering.ts';
import { awards } from './en/awards.ts';
import { clients } from './en/clients.ts';
import { contests } from './en/contests.ts';

import { door } from './en/door.ts';
import { duties } from './en/duties.ts';
import { dutyCharts } from './en/duty-charts.ts';
import { evaluation } from './en/evaluation.ts';
import { excuses } from './en/excuses.ts';
import { notices } from './en/notices.ts';
import { people } from './en/people.ts';
import { planPage } from './en/plan.ts';
import { recalculations } from './en/recalculations.ts';
import { reliefs } from './en/reliefs.ts';
import { signUp } from './en/sign-up.ts';
import { simulations } from './en/simulations.ts';
import { together } from './en/together.ts';
import type { zh } from './zh.ts';

export const en: SameWords<typeof zh> = {
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
  desk: 'Desk',
  navigation: 'Desk navigation',
  openNavigation: 'Open navigation',
  place: 'Place',
  search: 'Find students, carers, places, activities',
  account: 'My account',
  chapters: {
    today: 'Today',
    people: 'Places and people',
    guidance: 'Guidance and activities',
    evaluation: 'Points and certificates',
    running: 'How it is run',
  },
  roles: {
    'district-officer': 'District officer',
    'admissions-officer': 'Admissions officer',
    'subdistrict-worker': 'Subdistrict worker',
    'community-worker': 'Community worker',
    principal: 'Principal',
    'moral-education-lead': 'Moral-education lead',
    'class-teacher': 'Class teacher',
    teacher: 'Teacher',
  },
  noDesk: {
    title: 'The desk is for staff of schools, communities and the district',
    text: 'You are signed in as a carer. Your children’s activities and points are in the family app.',
    go: 'To the family app',
  },
};
