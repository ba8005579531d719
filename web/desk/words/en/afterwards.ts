import type { SameWords } from '../../../shared/words/same-words.ts';
import type { afterwards as zh } from '../zh/afterwards.ts';

export const afterwards: SameWords<typeof zh> = {
  board: {
    title: 'Coming events',
    lead: 'What is before you and what is just over, with what is still missing; one click mends it.',
    search: 'Name or place',
    whatMissing: 'What is missing',
    everything: 'Every event',
    anything: 'Only where something is missing',
    complete: 'Nothing missing',
    running: 'Going on now',
    urgent: 'Pressing',
    signedUp: 'Taken / places',
    none: 'Nothing is coming up',
    noneText: 'Make an activity. It stands here until it is over and confirmed.',
    noneFound: 'No such event',
    today: 'Coming events that still lack something',
    lacks: {
      draft: 'Still a draft',
      'draft-over': 'A draft whose time is over',
      'no-description': 'No description',
      'no-bring-list': 'Nothing on what to bring',
      'no-link': 'Online without a link',
      'no-sign-ups': 'Nobody signed up',
      'few-sign-ups': 'Few sign-ups',
      'waiting-with-places-elsewhere': 'Waiting, with places elsewhere',
      'offers-pending': 'Offers not accepted yet',
      'closes-soon': 'Sign-up closes soon',
      clash: 'Clash of times',
      'not-confirmed': 'Attendance not confirmed',
    },
  },
};
