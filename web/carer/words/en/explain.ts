import type { SameWords } from '../../../shared/words/same-words.ts';
import type { explain as zh } from '../zh/explain.ts';

export const explain: SameWords<typeof zh> = {
  explain: {
    title: 'Where this entry comes from',
    print: 'Print',
    clause: 'Clause {{id}}',
    rule: 'Rule',
    fact: 'What was done',
    stated: 'Written down {{at}}',
    record: 'Attendance',
    otherRecord: 'No check-in stands behind this entry; those below confirmed it.',
    entered: 'Came',
    left: 'Left',
    how: '{{at}} ({{how}})',
    minutes: 'On record',
    correction: '{{at}}, corrected by {{by}}: {{before}} → {{after}} minutes ({{reason}})',
    methods: {
      pass: 'code scanned',
      'hall-code': 'scanned the hall’s code',
      staff: 'entered by staff',
      offline: 'scanned offline',
      paper: 'paper sheet',
      finish: 'confirmed at the end',
    },
    confirmed: 'Confirmed by',
    byCode: 'Scanned the hall’s code; the time was checked by the program',
    byCodeAnd: 'Scanned the hall’s code; {{people}}',
    byNobody: 'By the record itself',
    entry: 'In the ledger',
    whose: 'Whose points',
    number: 'Entry number',
    amount: 'Points',
    posted: 'Posted',
    total: 'How my total comes about',
    totalText:
      '{{name}} has {{points}} in all. Below by term and rule, with what a limit held back.',
    sumOf:
      '{{count}} entries by version {{version}} of the rule (clause {{clause}}), {{raw}} before limits',
    printedOn: 'Printed {{at}}',
  },
};
