import type { SameWords } from '../../shared/words/same-words.ts';
import type { zh } from './zh.ts';

export const en: SameWords<typeof zh> = {
  navigation: 'Public pages',
  nav: { what: 'What it is', calendar: 'Calendar', verify: 'Verify', signIn: 'Sign in' },
  footer: {
    line: 'Gongyu is open-source software, run by the education authority for the families of this district.',
    privacy:
      'We collect only what the work needs, and carers can see who has looked at their child’s record.',
  },
  what: {
    title: 'Home, school and community, raising children together',
    lead: 'Schools give talks, communities arrange activities, carers come to learn and to take part. Each time is kept on record and adds up to growth points that anyone can understand and check.',
    carers: 'I am a parent or carer',
    staff: 'I am a teacher or staff',
    howTitle: 'How taking part becomes a certificate',
    steps: {
      find: {
        title: 'Find an activity',
        text: 'Schools and communities publish time, place and content in advance. Choose by your child’s stage.',
      },
      come: {
        title: 'Come along',
        text: 'Show the code on your phone. Without a smartphone a teacher registers you; it counts the same.',
      },
      earn: {
        title: 'Earn points',
        text: 'Every point names the event and the rule behind it. If it looks wrong, ask for a correction.',
      },
      prove: {
        title: 'Get the certificate',
        text: 'At the set score the growth-hours certificate is issued by itself. Anyone can verify it on the spot.',
      },
    },
    tiersTitle: 'Three leaves',
    tiers: {
      home: { title: 'Home', text: 'Parents, grandparents and everyone who cares for a child.' },
      school: {
        title: 'School',
        text: 'The campus parent school, parent committees, open days and home visits.',
      },
      community: {
        title: 'Community',
        text: 'Guidance stations, parents’ stations and volunteers.',
      },
    },
  },
  calendar: { title: 'Calendar of activities' },
  verify: { title: 'Verify a certificate' },
  signIn: {
    title: 'Which door is yours?',
    carers: 'Parents and carers',
    carersText: 'Find activities, sign up, check in, see points and certificates. By phone number.',
    staff: 'Teachers and staff',
    staffText: 'The desk of schools, communities, subdistricts and the district. By account.',
  },
};
