import type { SameWords } from '../../../shared/words/same-words.ts';
import type { answering as zh } from '../zh/answering.ts';

export const answering: SameWords<typeof zh> = {
  myDuties: {
    today: 'My duties',
    first: 'Today: {{title}}, {{left}}, due {{day}}.',
    firstLate: 'Today: {{title}}, {{left}}, was due {{day}}.',
    more_one: 'One other duty is waiting.',
    more_other: '{{count}} other duties are waiting.',
    none: 'Nothing to do today',
    left: {
      student_one: 'one student to go',
      student_other: '{{count}} students to go',
      staff_one: 'one member of staff to go',
      staff_other: '{{count}} members of staff to go',
      organisation_one: 'one organisation to go',
      organisation_other: '{{count}} organisations to go',
      body_one: 'one body to go',
      body_other: '{{count}} bodies to go',
    },
    own: 'not yet done',
    of: 'of {{tasks}}',
    due: 'due {{day}}',
    names: 'such as {{names}}',
    standsIn: 'the post is vacant: you stand in',
    unrecorded_one: 'Of a kind not yet recorded here (one)',
    unrecorded_other: 'Of a kind not yet recorded here ({{count}})',
    allDone_one: 'Done or not to be done (one)',
    allDone_other: 'Done or not to be done ({{count}})',
    later_one: 'Due later (one)',
    later_other: 'Due later ({{count}})',
  },
};
