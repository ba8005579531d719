import type { SameWords } from '../../../shared/words/same-words.ts';
import type { afterwards as zh } from '../zh/afterwards.ts';

export const afterwards: SameWords<typeof zh> = {
  thanks: {
    title: 'Thank you',
    open: 'See the card',
    openText: 'Thank you for what you did for this event.',
    to: 'Dear {{name}},',
    text: 'On {{day}} you were a {{part}} at “{{title}}”.',
    heart: 'Children and families took more home because of you. Thank you!',
    parts: { attendee: 'guest', speaker: 'speaker', volunteer: 'volunteer' },
    print: 'Print',
  },
};
