import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPlan, PlanError, type PlanProblem } from './index.ts';

const examplePlan = join(import.meta.dirname, '../../plans/example-county');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongyu-mistakes-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** One slip of the pen in the example county's plan, and what its author should be told. */
interface Mistake {
  readonly name: string;
  readonly file: string;
  /** The first occurrence of `right` becomes `wrong`. */
  readonly right: string | RegExp;
  readonly wrong: string;
  /** A piece of the line that the problem must point to. */
  readonly pointsTo: string;
  readonly path: string;
  readonly remedy: string;
}

const mistakes: readonly Mistake[] = [
  {
    name: 'a point rule for a kind of fact that there is not',
    file: 'points',
    right: 'fact: activity.attended',
    wrong: 'fact: activity.atended',
    pointsTo: 'activity.atended',
    path: 'rules[0].fact',
    remedy: 'Perhaps "activity.attended" was meant',
  },
  {
    name: 'a month that may give more than its term',
    file: 'points',
    right: 'caps: { perTerm: 12 }',
    wrong: 'caps: { perMonth: 13, perTerm: 12 }',
    pointsTo: 'perMonth: 13',
    path: 'rules[0].versions[0].caps.perMonth',
    remedy: 'Lower perMonth or remove it',
  },
  {
    name: 'tiers that do not rise',
    file: 'points',
    right: 'caps: { perTerm: 12 }',
    wrong: 'tiers: [{ above: 8, percent: 50 }, { above: 8, percent: 10 }]',
    pointsTo: 'above: 8',
    path: 'rules[0].versions[0].tiers[1].above',
    remedy: 'Write tiers from the lowest to the highest',
  },
  {
    name: 'a category of a rule that there is not',
    file: 'points',
    right: 'rules: [class-attended, volunteer-hours]',
    wrong: 'rules: [class-atended, volunteer-hours]',
    pointsTo: 'class-atended',
    path: 'categories[0].rules[0]',
    remedy: 'Perhaps "class-attended" was meant',
  },
  {
    name: 'a cap of one organisation over that of the term',
    file: 'points',
    right: 'perSource: 15',
    wrong: 'perSource: 19',
    pointsTo: 'perSource: 19',
    path: 'categories[0].versions[0].caps.perSource',
    remedy: 'Lower perSource or remove it',
  },
  {
    name: 'a rule in two categories',
    file: 'points',
    right: /categories:\n/,
    wrong: `categories:
  - id: volunteering
    clause: "2"
    title: { zh: 志愿, en: Volunteering }
    rules: [volunteer-hours]
    versions:
      - { version: 1, effectiveFrom: 2026-09-01, caps: { perTerm: 9 } }
`,
    pointsTo: 'rules: [class-attended, volunteer-hours]',
    path: 'categories[1].rules[1]',
    remedy: 'Leave it in one of them',
  },
  {
    name: 'a point rule on a fact that is not about a carer',
    file: 'points',
    right: 'fact: activity.volunteered',
    wrong: 'fact: post.began',
    pointsTo: 'fact: post.began',
    path: 'rules[1].fact',
    remedy: 'Choose a kind of fact whose subject is carer',
  },
  {
    name: 'a point rule of an unknown clause',
    file: 'points',
    right: 'clause: "2"',
    wrong: 'clause: "7"',
    pointsTo: 'clause: "7"',
    path: 'rules[0].clause',
    remedy: 'Write one of: 1, 2',
  },
  {
    name: 'a condition on an unknown kind of activity',
    file: 'points',
    right: 'in: [village-class]',
    wrong: 'in: [vilage-class]',
    pointsTo: 'vilage-class',
    path: 'rules[0].when[0].in[0]',
    remedy: 'Perhaps "village-class" was meant',
  },
  {
    name: 'a condition on an unknown attribute',
    file: 'points',
    right: '{ attribute: kind, in: [village-class] }',
    wrong: '{ attribute: count_as, in: [guidance] }',
    pointsTo: 'count_as',
    path: 'rules[0].when[0].attribute',
    remedy: 'Perhaps "counts_as" was meant',
  },
  {
    name: 'a condition on an attribute that holds an id',
    file: 'points',
    right: '{ attribute: kind, in: [village-class] }',
    wrong: '{ attribute: student, in: [somebody] }',
    pointsTo: 'attribute: student',
    path: 'rules[0].when[0].attribute',
    remedy: 'Use one of type activity-kind, counts-as, host-kind or choice',
  },
  {
    name: 'an amount of three decimals',
    file: 'points',
    right: 'perHour: 1.25',
    wrong: 'perHour: 1.255',
    pointsTo: 'perHour: 1.255',
    path: 'rules[1].versions[0].perHour',
    remedy: 'Give at most two, like 1.25',
  },
  {
    name: 'an amount both per hour and per event',
    file: 'points',
    right: 'perHour: 1.25',
    wrong: 'perHour: 1.25\n        perEvent: 2',
    pointsTo: '- version: 1',
    path: 'rules[1].versions[0]',
    remedy: 'Write either perHour or perEvent',
  },
  {
    name: 'an amount of nothing',
    file: 'points',
    right: 'perEvent: 3',
    wrong: 'perEvent: 0',
    pointsTo: 'perEvent: 0',
    path: 'rules[0].versions[0].perEvent',
    remedy: 'Give a number above 0',
  },
  {
    name: 'an amount in quotes',
    file: 'points',
    right: 'perEvent: 3',
    wrong: "perEvent: '3 points'",
    pointsTo: '3 points',
    path: 'rules[0].versions[0].perEvent',
    remedy: 'Write the number alone',
  },
  {
    name: 'a cap a day that the cap a term makes useless',
    file: 'points',
    right: 'caps: { perTerm: 12 }',
    wrong: 'caps: { perTerm: 12, perDay: 13 }',
    pointsTo: 'perDay: 13',
    path: 'rules[0].versions[0].caps.perDay',
    remedy: 'Lower perDay or remove it',
  },
  {
    name: 'hours of a fact that is counted by occurrence',
    file: 'points',
    right: 'fact: activity.volunteered',
    wrong: 'fact: activity.spoke',
    pointsTo: 'perHour: 1.25',
    path: 'rules[1].versions[0].perHour',
    remedy: 'Use perEvent instead',
  },
  {
    name: 'a key that is not known, near one that is',
    file: 'points',
    right: 'caps: { perMonth: 5 }',
    wrong: 'caps: { per_day: 4 }',
    pointsTo: 'per_day',
    path: 'rules[1].versions[0].caps.per_day',
    remedy: 'Perhaps "perDay" was meant',
  },
  {
    name: 'a version that begins before the one before it has ended',
    file: 'points',
    right: 'perHour: 1.25',
    wrong: `effectiveUntil: 2026-12-31
        perHour: 1.25
      - version: 2
        effectiveFrom: 2026-12-31
        perHour: 2`,
    pointsTo: 'effectiveFrom: 2026-12-31',
    path: 'rules[1].versions[1].effectiveFrom',
    remedy: 'Put them in order of days, and end the one before (effectiveUntil) before 2026-12-31',
  },
  {
    name: 'days between two versions on which none is in force',
    file: 'points',
    right: 'perHour: 1.25',
    wrong: `effectiveUntil: 2026-12-31
        perHour: 1.25
      - version: 2
        effectiveFrom: 2027-01-02
        perHour: 2`,
    pointsTo: 'effectiveFrom: 2027-01-02',
    path: 'rules[1].versions[1].effectiveFrom',
    remedy: 'Write effectiveFrom: 2027-01-01, or let the version before last longer',
  },
  {
    name: 'two versions of one number',
    file: 'points',
    right: 'perHour: 1.25',
    wrong: `effectiveUntil: 2026-12-31
        perHour: 1.25
      - version: 1
        effectiveFrom: 2027-01-01 # again
        perHour: 2`,
    pointsTo: '- version: 1',
    path: 'rules[1].versions[1].version',
    remedy: 'Number them from 1 in order: here 2',
  },
  {
    name: 'a version that ends before it begins',
    file: 'certificates',
    right: 'threshold: 15',
    wrong: 'effectiveUntil: 2026-08-31\n        threshold: 15',
    pointsTo: 'effectiveUntil: 2026-08-31',
    path: 'certificates[0].versions[0].effectiveUntil',
    remedy: 'Give 2026-09-01 or a later day',
  },
  {
    name: 'a version from before the first term',
    file: 'certificates',
    right: 'effectiveFrom: 2026-09-01',
    wrong: 'effectiveFrom: 2026-08-31',
    pointsTo: 'effectiveFrom: 2026-08-31',
    path: 'certificates[0].versions[0].effectiveFrom',
    remedy: 'Give 2026-09-01 or a later day',
  },
  {
    name: 'a threshold of three decimals',
    file: 'certificates',
    right: 'threshold: 15',
    wrong: 'threshold: 15.005',
    pointsTo: 'threshold: 15.005',
    path: 'certificates[0].versions[0].threshold',
    remedy: 'Give at most two, like 15.01',
  },
  {
    name: 'a threshold that is missing',
    file: 'certificates',
    right: '        threshold: 15\n',
    wrong: '',
    pointsTo: '- version: 1',
    path: 'certificates[0].versions[0]',
    remedy: 'Add "threshold: …"',
  },
  {
    name: 'a share of each of two carers that is missing',
    file: 'certificates',
    right: 'carers: both, each: 40',
    wrong: 'carers: both',
    pointsTo: 'counts:',
    path: 'certificates[0].counts',
    remedy: 'Add each, like each: 40',
  },
  {
    name: 'a share of each where the carers are summed',
    file: 'certificates',
    right: 'carers: both, each: 40',
    wrong: 'carers: sum, each: 40',
    pointsTo: 'each: 40',
    path: 'certificates[0].counts.each',
    remedy: 'Remove it, or write carers: both',
  },
  {
    name: 'a threshold that is lowered for no reason',
    file: 'certificates',
    right: / {10}movedIn.*\n.*leave.*\n/,
    wrong: '',
    pointsTo: 'atLeast: 50',
    path: 'certificates[0].versions[0].lowered',
    remedy: 'Write movedIn, leave or disability, or remove lowered',
  },
  {
    name: 'a threshold that is lowered below the least',
    file: 'certificates',
    right: 'atLeast: 50',
    wrong: 'disability: { percent: 60 }\n          atLeast: 50',
    pointsTo: 'percent: 60',
    path: 'certificates[0].versions[0].lowered.disability.percent',
    remedy: 'Write 50 or less, or lower atLeast',
  },
  {
    name: 'a rule by which a phone earns more than paper',
    file: 'points',
    right: '- { attribute: kind, in: [village-class] }',
    wrong: '- { attribute: method, in: [hall-code] }',
    pointsTo: 'method',
    path: 'rules[0].when[0].attribute',
    remedy: 'Remove this condition: the same deed earns the same, however it was told',
  },
  {
    name: 'two terms that overlap',
    file: 'calendar',
    right: 'beginsOn: 2027-02-20',
    wrong: 'beginsOn: 2027-01-25',
    pointsTo: 'beginsOn: 2027-01-25',
    path: 'schoolYears[0].terms[1].beginsOn',
    remedy: 'Put them in order of days, and end the one before (endsOn) before 2027-01-25',
  },
  {
    name: 'a term that ends before it begins',
    file: 'calendar',
    right: 'endsOn: 2027-07-10',
    wrong: 'endsOn: 2027-02-10',
    pointsTo: 'endsOn: 2027-02-10',
    path: 'schoolYears[0].terms[1].endsOn',
    remedy: 'Give 2027-02-20 or a later day',
  },
  {
    name: 'a term outside its school year',
    file: 'calendar',
    right: 'endsOn: 2027-07-10',
    wrong: 'endsOn: 2027-09-10',
    pointsTo: 'endsOn: 2027-09-10',
    path: 'schoolYears[0].terms[1].endsOn',
    remedy: 'Change the days of the term or of the year',
  },
  {
    name: 'a term under another year’s name',
    file: 'calendar',
    right: 'id: 2026-2027-2',
    wrong: 'id: 2025-2026-2',
    pointsTo: '2025-2026-2',
    path: 'schoolYears[0].terms[1].id',
    remedy: 'Write 2026-2027-2',
  },
  {
    name: 'a holiday that ends before it begins',
    file: 'calendar',
    right: 'until: 2026-10-07',
    wrong: 'until: 2026-09-07',
    pointsTo: 'until: 2026-09-07',
    path: 'daysOff.holidays[0].until',
    remedy: 'Give 2026-10-01 or a later day',
  },
  {
    name: 'a make-up day in the middle of the week',
    file: 'calendar',
    right: '2026-10-10]',
    wrong: '2026-10-12]',
    pointsTo: '2026-10-12',
    path: 'daysOff.holidays[0].makeUpDays[1]',
    remedy: 'Name the Saturday or Sunday on which people work',
  },
  {
    name: 'a make-up day that is itself a holiday',
    file: 'calendar',
    right: '2026-10-10]',
    wrong: '2026-10-03]',
    pointsTo: '2026-10-03',
    path: 'daysOff.holidays[0].makeUpDays[1]',
    remedy: 'Name the Saturday or Sunday on which people work',
  },
  {
    name: 'a festival that does not say when',
    file: 'calendar',
    right: '    everyYear: 09-10\n',
    wrong: '',
    pointsTo: 'Teachers',
    path: 'festivals[0].name',
    remedy: 'Write everyYear (the same day each year) or spans (days that differ)',
  },
  {
    name: 'a festival on a day that is written in another way',
    file: 'calendar',
    right: 'everyYear: 09-10',
    wrong: 'everyYear: 9/10',
    pointsTo: '9/10',
    path: 'festivals[0].everyYear',
    remedy: 'Write it as 06-01',
  },
  {
    name: 'a day that no calendar has',
    file: 'calendar',
    right: 'beginsOn: 2027-02-20',
    wrong: 'beginsOn: 2027-02-30',
    pointsTo: '2027-02-30',
    path: 'schoolYears[0].terms[1].beginsOn',
    remedy: 'Write the day as 2026-09-01',
  },
  {
    name: 'a host of an unknown kind',
    file: 'activities',
    right: 'hosts: [community, school]',
    wrong: 'hosts: [comunity, school]',
    pointsTo: 'comunity',
    path: 'kinds[0].hosts[0]',
    remedy:
      'Perhaps "community" was meant; allowed: district, subdistrict, community, school, kindergarten',
  },
  {
    name: 'a part that states an unknown fact',
    file: 'activities',
    right: 'fact: activity.attended',
    wrong: 'fact: activity.listened',
    pointsTo: 'activity.listened',
    path: 'kinds[0].roles[0].fact',
    remedy: 'Perhaps "activity.attended" was meant',
  },
  {
    name: 'a part that is there twice',
    file: 'activities',
    right: '- { role: attendee, fact: activity.attended }',
    wrong:
      '- { role: attendee, fact: activity.attended }\n      - { role: attendee, fact: activity.spoke }',
    pointsTo: 'role: attendee, fact: activity.spoke',
    path: 'kinds[0].roles[1].role',
    remedy: 'Rename or remove one of them',
  },
  {
    name: 'more minutes by default than at most',
    file: 'activities',
    right: 'defaultMinutes: 60',
    wrong: 'defaultMinutes: 100',
    pointsTo: 'defaultMinutes: 100',
    path: 'kinds[0].defaultMinutes',
    remedy: 'Lower defaultMinutes or raise maximumMinutes',
  },
  {
    name: 'two kinds of activity of one id',
    file: 'activities',
    right: '- id: volunteering',
    wrong: '- id: village-class # again',
    pointsTo: '# again',
    path: 'kinds[1].id',
    remedy: 'Rename or remove one of them',
  },
  {
    name: 'a missing translation',
    file: 'stages',
    right: 'name: { zh: 学龄前, en: Before school }',
    wrong: 'name: { zh: 学龄前 }',
    pointsTo: 'name: { zh: 学龄前 }',
    path: 'stages[0].name',
    remedy: 'Add "en: …"',
  },
  {
    name: 'an empty translation',
    file: 'stages',
    right: 'name: { zh: 学龄前, en: Before school }',
    wrong: "name: { zh: 学龄前, en: ' ' }",
    pointsTo: "en: ' '",
    path: 'stages[0].name.en',
    remedy: 'Write some text',
  },
  {
    name: 'a comma in unquoted text inside braces',
    file: 'stages',
    right: 'en: Before school }',
    wrong: 'en: Before school, mostly }',
    pointsTo: 'mostly',
    path: 'stages[0].name.mostly',
    remedy: 'Inside { } a text with a comma must be in quotes',
  },
  {
    name: 'a clause id that YAML takes for a number',
    file: 'clauses',
    right: 'id: "2"',
    wrong: 'id: 2.10',
    pointsTo: 'id: 2.10',
    path: 'clauses[1].id',
    remedy: 'Put it in quotes, like "2.10"',
  },
  {
    name: 'a clause below one that there is not',
    file: 'clauses',
    right: '- id: "2"',
    wrong: '- id: "2"\n    parent: "4"',
    pointsTo: 'parent: "4"',
    path: 'clauses[1].parent',
    remedy: 'Write one of: 1',
  },
  {
    name: 'a choice without choices',
    file: 'facts',
    right: 'id: kind, type: activity-kind,',
    wrong: 'id: kind, type: choice,',
    pointsTo: 'type: choice',
    path: 'kinds[0].attributes[1].type',
    remedy: 'Add choices, or change the type',
  },
  {
    name: 'a list of choices that there is not',
    file: 'facts',
    right: 'choices: school-stages',
    wrong: 'choices: school-stage',
    pointsTo: 'choices: school-stage',
    path: 'kinds[9].attributes[2].choices',
    remedy: 'Perhaps "school-stages" was meant',
  },
  {
    name: 'a choice that is there twice',
    file: 'facts',
    right: 'id: junior,',
    wrong: 'id: primary,',
    pointsTo: 'id: primary',
    path: 'choices[1].values[2].id',
    remedy: 'Rename or remove one of them',
  },
  {
    name: 'a reason that asks for a substitute, where none is listed',
    file: 'facts',
    right: 'kinds:\n',
    wrong: `excuses:
  reasons:
    - { id: declined, name: { zh: 不愿意, en: Declined }, asks: substitute }
kinds:
`,
    pointsTo: 'asks: substitute',
    path: 'excuses.reasons[0].asks',
    remedy: 'Write substitutes, or leave asks out',
  },
  {
    name: 'two uses at enrolment on the same day',
    file: 'plan',
    right: 'admissionUse:\n',
    wrong: `admissionUse:
  - use: information
    from: 2026-09-01
    until: 2026-09-01
    legalBasis: { zh: 无, en: None }
    appealAddress: { zh: 无, en: None }
`,
    pointsTo: 'from: 2026-09-01',
    path: 'admissionUse[1].from',
    remedy: 'Put them in order of days, and end the one before (until) before 2026-09-01',
  },
  {
    name: 'a use at enrolment that is not one of three',
    file: 'plan',
    right: 'use: off',
    wrong: 'use: required',
    pointsTo: 'use: required',
    path: 'admissionUse[0].use',
    remedy: 'Allowed: off, information, condition',
  },
  {
    name: 'a tab',
    file: 'plan',
    right: 'timezone: Asia/Shanghai',
    wrong: 'timezone:\tAsia/Shanghai',
    pointsTo: 'timezone:',
    path: '',
    remedy: 'Indent with spaces instead',
  },
  {
    name: 'a key written twice',
    file: 'plan',
    right: 'timezone: Asia/Shanghai',
    wrong: 'timezone: Asia/Shanghai\nid: again',
    pointsTo: 'id: again',
    path: '',
    remedy: 'Remove or rename one of them',
  },
  {
    name: 'an anchor',
    file: 'plan',
    right: 'timezone: Asia/Shanghai',
    wrong: 'timezone: &zone Asia/Shanghai',
    pointsTo: '&zone',
    path: '',
    remedy: 'Write it out; put quotes around text that begins with either sign',
  },
  {
    name: 'a bracket left open',
    file: 'activities',
    right: 'hosts: [community, school]',
    wrong: 'hosts: [community, school',
    pointsTo: 'roles:',
    path: '',
    remedy: 'Check indentation, quotes, brackets and colons of this line and the one above',
  },
];

describe('A plan file is refused with its line and a remedy for', () => {
  test.each(mistakes)('$name', async (mistake) => {
    const problems = await problemsOf([mistake]);
    const file = join(folder, `${mistake.file}.yaml`);
    const found = problems.find(
      ({ path, remedy }) => path === mistake.path && remedy.en === mistake.remedy,
    );
    expect(found ?? problems, `no problem says: ${mistake.remedy}`).toMatchObject({ file });
    const text = await readFile(file, 'utf8');
    const pointed = text.split('\n')[(found?.line ?? 0) - 1];
    expect(pointed).toContain(mistake.pointsTo);
    expect(found?.wrong.zh).toMatch(/\p{Script=Han}/u);
    expect(found?.remedy.zh).toMatch(/\p{Script=Han}/u);
  });
});

test('All mistakes of all files are reported at once, in the order of the files', async () => {
  const some = ['a host of an unknown kind', 'a term that ends before it begins', 'a tab'];
  const chosen = mistakes.filter(({ name }) => some.includes(name));
  const problems = await problemsOf(chosen);
  expect(problems.map(({ file, path }) => [file.slice(folder.length + 1), path])).toEqual([
    ['activities.yaml', 'kinds[0].hosts[0]'],
    ['calendar.yaml', 'schoolYears[0].terms[1].endsOn'],
    ['plan.yaml', ''],
  ]);
});

test('A file with a hundred mistakes of shape has a hundred problems', async () => {
  await cp(examplePlan, folder, { recursive: true });
  const clauses = Array.from({ length: 100 }, (_, index) => `  - id: '${index + 1}'\n`);
  await writeFile(join(folder, 'clauses.yaml'), `clauses:\n${clauses.join('')}`);
  const problems = await planProblems();
  const untitled = problems.filter(({ wrong }) => wrong.en === '"title" is missing');
  expect(untitled.map(({ line }) => line)).toEqual(clauses.map((_, index) => index + 2));
});

test('A file beyond a megabyte is not read', async () => {
  await cp(examplePlan, folder, { recursive: true });
  await writeFile(join(folder, 'stages.yaml'), '#'.repeat(1_000_001));
  const [problem] = await planProblems();
  expect(problem?.wrong.en).toBe('The file has 1000001 bytes, over the limit of 1 MB');
});

test('A missing file is named, and what depends on it is not blamed', async () => {
  await cp(examplePlan, folder, { recursive: true });
  await rm(join(folder, 'facts.yaml'));
  const problems = await planProblems();
  expect(problems.map(({ file, wrong }) => [file, wrong.en])).toEqual([
    [join(folder, 'facts.yaml'), 'The file is missing'],
  ]);
});

test('The message is for people: file, line and column, then what is wrong and what to write', async () => {
  const [mistake] = mistakes;
  const error = await refusalOf(mistake ? [mistake] : []);
  expect(error.message).toContain(`${join(folder, 'points.yaml')}:6:11 rules[0].fact`);
  expect(error.message).toContain('There is no kind of fact "activity.atended". Perhaps');
  expect(error.message).toContain('没有事实种类“activity.atended”');
});

test('However a file is damaged, its author gets problems with places and never a stack', async () => {
  const names = [
    ...[
      'plan',
      'clauses',
      'calendar',
      'activities',
      'facts',
      'points',
      'certificates',
      'contests',
      'duties',
    ],
  ];
  const damage = fc.record({
    file: fc.constantFrom(...names),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.integer({ min: 0, max: 60 }),
    put: fc.oneof(
      fc.string(),
      fc.constantFrom(
        ': ',
        '- ',
        '[',
        '{',
        '}',
        '"',
        '\n',
        '&a ',
        '*a',
        '<<: ',
        '? ',
        '!!map ',
        '---\n',
      ),
    ),
  });
  await cp(examplePlan, folder, { recursive: true });
  await fc.assert(
    fc.asyncProperty(damage, async ({ file, at, removed, put }) => {
      const path = join(folder, `${file}.yaml`);
      const text = await readFile(join(examplePlan, `${file}.yaml`), 'utf8');
      const begin = Math.floor(at * text.length);
      await writeFile(path, text.slice(0, begin) + put + text.slice(begin + removed));
      const outcome = await loadPlan(folder).catch((reason: unknown) => reason);
      await writeFile(path, text);
      if (outcome instanceof PlanError) {
        for (const { line, column } of outcome.problems) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(column).toBeGreaterThanOrEqual(1);
        }
      } else {
        expect(outcome).toHaveProperty('id');
      }
    }),
    { numRuns: 200 },
  );
  // Two hundred plans are read from disk: some seconds, or many on a busy machine.
}, 120_000);

async function problemsOf(chosen: readonly Mistake[]): Promise<readonly PlanProblem[]> {
  return (await refusalOf(chosen)).problems;
}

async function refusalOf(chosen: readonly Mistake[]): Promise<PlanError> {
  await cp(examplePlan, folder, { recursive: true });
  for (const { file, right, wrong } of chosen) {
    const path = join(folder, `${file}.yaml`);
    const text = await readFile(path, 'utf8');
    const changed = text.replace(right, wrong);
    expect(changed).not.toBe(text);
    await writeFile(path, changed);
  }
  return planError();
}

async function planProblems(): Promise<readonly PlanProblem[]> {
  return (await planError()).problems;
}

async function planError(): Promise<PlanError> {
  const error = await loadPlan(folder).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(PlanError);
  return error as PlanError;
}
