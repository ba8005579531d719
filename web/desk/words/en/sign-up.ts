import type { SameWords } from '../../../shared/words/same-words.ts';
import type { signUp as zh } from '../zh/sign-up.ts';

export const signUp: SameWords<typeof zh> = {
  programmes: {
    title: 'Programmes',
    lead: 'Weekend classes, summer programmes: dates of a term that belong together, for which families sign up at once.',
    make: 'New programme',
    makeNow: 'Make it and choose dates',
    none: 'No programme yet',
    noneText: 'Give it a name first, such as “Weekend classes”, then put activities into it.',
    name: 'Name',
    nameHint: 'Such as: Weekend classes',
    nameMissing: 'Please give it a name.',
    summary: 'About it',
    term: 'Term',
    dates_one: '{{count}} date',
    dates_other: '{{count}} dates',
    noDates: 'No dates yet. Choose dates to put activities into it.',
    choose: 'Choose dates',
    chooseText:
      'The activities that are ticked are its dates. What is held again from one of them belongs to it too.',
    chosen: 'The dates are saved',
    copy: 'Hold it next term',
    copyTitle: 'Hold “{{name}}” another term',
    copyText:
      'Each date goes to the same weekday of the same week of the term; holidays are left out at first. Drafts first: publish them once you have looked.',
    copyDays: 'Days of the new term (leave out what does not suit)',
  },
  questions: {
    title: 'Asked at sign-up',
    change: 'Set questions',
    none: 'Nothing else is asked. Should you need to know of allergies, or how many come, add it here.',
    hint: 'Families answer when they sign up; only the host sees it, and it is deleted 30 days after the event. Do not ask for ID numbers or bank cards. Once a family has signed up the questions are fixed.',
    one: 'Question {{number}}',
    label: 'What to ask',
    labelHint: 'For example: is your child allergic to any food?',
    labelMissing: 'Please write the question.',
    kind: 'How to answer',
    kinds: {
      text: 'In a sentence',
      one: 'One choice',
      many: 'Several choices',
      count: 'A number of people',
    },
    choices: 'Choices',
    choicesHint: 'Press Enter after each, or separate them by commas.',
    required: 'required',
    remove: 'Remove question {{number}}',
    add: 'Another question',
    saved: 'The questions are saved',
  },
};
