import type { SameWords } from '../../shared/words/same-words.ts';
import type { zh } from './zh.ts';

export const en: SameWords<typeof zh> = {
  tabs: {
    label: 'Main pages',
    home: 'Home',
    activities: 'Activities',
    learning: 'Learning',
    growth: 'Growth',
    me: 'Me',
  },
  doors: {
    label: 'Please choose',
    activities: 'My activities',
    scan: 'Scan to check in',
    points: 'My points',
    help: 'Call for help',
  },
  home: {
    title: 'Home',
    morning: 'Good morning, {{name}}',
    noon: 'Good day, {{name}}',
    afternoon: 'Good afternoon, {{name}}',
    evening: 'Good evening, {{name}}',
    quiet: 'Nothing needs you today',
    quietText: 'See what the school and the community are preparing for the children.',
    toActivities: 'See activities',
    backHome: 'Home',
  },
  child: {
    switch: 'Another child',
    title: 'Which child is it about?',
    none: 'No child linked yet',
  },
  activities: { title: 'Activities' },
  activity: { title: 'Activity' },
  myActivities: { title: 'My activities' },
  myCode: { title: 'My check-in code' },
  scan: { title: 'Scan to check in' },
  learning: {
    title: 'Learning',
    empty: 'The Grand Classroom is preparing its lessons',
    emptyText: 'Courses for your child’s stage will be here when it opens.',
  },
  growth: { title: 'Growth' },
  certificates: { title: 'My certificates' },
  certificate: { title: 'Growth-hours certificate' },
  family: { title: 'My family' },
  me: {
    title: 'Me',
    family: 'My family',
    certificates: 'My certificates',
    activities: 'My activities',
    code: 'My check-in code',
    settings: 'The way you like it',
    help: 'Call for help',
  },
  help: {
    title: 'Call for help',
    teacher: 'Ask the class teacher first',
    teacherText:
      'For signing up, checking in and points, just call the class teacher, who can do it for you. You need not do it on the phone.',
    emergency: 'In an emergency',
    minors: '12355 Youth helpline',
    police: '110 Police',
  },
};
