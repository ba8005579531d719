import type { SameWords } from '../../../shared/words/same-words.ts';
import type { together as zh } from '../zh/together.ts';

export const together: SameWords<typeof zh> = {
  topics: {
    title: 'What to talk about',
    how: 'Tap what you would like to talk about. The host sees how many, never who.',
    noneYet: 'The host has not listed any topics yet. You may propose one.',
    wanted_one: '{{count}} wants it',
    wanted_other: '{{count}} want it',
    noWish: 'Nobody yet',
    talked: 'Talked about',
    propose: 'Something else',
    proposeText:
      'In your own words; one sentence will do. Only the host knows who proposed it, other families do not.',
    proposeLabel: 'What would you like to talk about?',
    send: 'Tell the host',
    sent: 'The host will read it, and you hear when it is listed',
    mine: 'What I proposed',
    states: {
      open: 'With the host',
      accepted: 'On the list',
      declined: 'Not this time',
      withdrawn: 'Taken back',
    },
    reason: 'The host says: {{reason}}',
    withdraw: 'Take back',
    withdrawn: 'Taken back',
  },
  team: {
    title: 'The team',
    leadIs: 'Lead: {{name}}',
    deputyIs: 'Deputy: {{name}}',
    noLead: 'Nobody leads it yet. The host names somebody.',
    iLead: 'You lead this shift',
    iDeputise: 'You are deputy: you lead while the lead is away',
    iLeadText:
      'The names are for leading the team only; please do not forward them. They go once the host has confirmed who came.',
    here: 'Here',
    notHere: 'Not yet',
  },
};
