import type { SameWords } from '../../../shared/words/same-words.ts';
import type { simulations as zh } from '../zh/simulations.ts';

export const simulations: SameWords<typeof zh> = {
  simulations: {
    title: 'Try a rule',
    lead: 'Before a point rule or a certificate is changed, count the whole district by it: who gains, who loses, and whether groups of families come closer or drift apart. It only counts; nothing is changed.',
    file: 'Which file',
    points: 'Point rules (points.yaml)',
    certificates: 'Certificates (certificates.yaml)',
    text: 'The whole file as changed',
    textHelp:
      'Begin with what is in force, or upload a changed file. Both sets of rules count as if they had always held, whatever their days.',
    upload: 'Upload a file',
    again: 'Back to what is in force',
    try: 'Check and try it',
    begun: 'The file is right; counting now',
    before: 'Tried before',
    none: 'Nothing was tried yet',
    when: 'When',
    who: 'Who',
    state: 'State',
    running: 'Counting',
    done: 'Done',
    failed: 'Not done',
    open: 'See the result',
    result: 'What the change would do',
    runningText:
      'Everything in the district is being counted by both sets of rules, in less than a minute as a rule. You may leave: it will be in the list.',
    failedText: 'It could not be counted. Please try again; if it fails again, tell the operator.',
    of: '{{who}} tried {{file}} on {{when}}: the rules in force on {{before}} against those of {{after}}, each as if it had always held.',
    print: 'Print',
    toList: 'Back',
    families: 'Families',
    gain: 'Gain points',
    lose: 'Lose points',
    up: 'Now reach it',
    down: 'No longer',
    share: 'Share that reach it',
    gap: 'Gap to the rest',
    gapHelp:
      'The share of these families that reach what is asked, less that of all others. The closer to 0, the fairer.',
    median: 'Median points',
    change: '{{before}} → {{after}}',
    group: 'Which families',
    hidden:
      'Groups not shown: {{groups}}, families in them: {{families}}. With fewer than five, somebody could be recognised.',
    held: 'Families that have their certificate are not touched: it keeps what was asked then.',
  },
};
