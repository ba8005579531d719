import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { loadPlan, PlanError, type PlanProblem } from './index.ts';

const plans = join(import.meta.dirname, '../../plans');
const top = await mkdtemp(join(tmpdir(), 'gongyu-duties-'));
const folder = join(top, 'county');

beforeEach(async () => {
  await cp(join(plans, 'example-county'), folder, { recursive: true, force: true });
});
afterAll(() => rm(top, { recursive: true }));

interface Mistake {
  readonly name: string;
  readonly right: string;
  readonly wrong: string;
  readonly path: string;
  readonly says: string;
  readonly remedy: string;
}

const mistakes: readonly Mistake[] = [
  {
    name: 'a kind of fact that there is not',
    right: 'fact: activity.held',
    wrong: 'fact: activity.helt',
    path: 'duties[0].counts.fact',
    says: 'There is no kind of fact "activity.helt"',
    remedy: 'Perhaps "activity.held" was meant',
  },
  {
    name: 'nobody who answers for it',
    right: '    answers: district-officer\n',
    wrong: '',
    path: 'duties[0]',
    says: '"answers" is missing',
    remedy: 'Add "answers: …"',
  },
  {
    name: 'somebody who has no say over whom it binds',
    right: 'answers: district-officer',
    wrong: 'answers: class-teacher',
    path: 'duties[0].answers',
    says: 'A class-teacher has no say over a community: nobody would answer for this duty',
    remedy: 'Write one of: district-officer',
  },
  {
    name: 'a condition on what the fact cannot say',
    right: 'attribute: counts_as, in: [guidance]',
    wrong: 'attribute: form, in: [guidance]',
    path: 'duties[0].counts.when[0].attribute',
    says: 'There is no attribute of activity.held "form"',
    remedy: 'Write one of: activity, kind, counts_as, host_kind, people',
  },
  {
    name: 'a fact that does not name the holder',
    right: 'holder: [student, students]',
    wrong: 'holder: [subject]',
    path: 'duties[1].counts.holder[0]',
    says: 'There is no part of activity.attended that names a student: "subject"',
    remedy: 'Write one of: activity, student, students, stages',
  },
  {
    name: 'students and schools in one',
    right: 'kinds: [community, school, kindergarten]',
    wrong: 'kinds: [community, school, student]',
    path: 'duties[0].whose.kinds',
    says: 'A student cannot stand beside community, school',
    remedy: 'Write two duties',
  },
  {
    name: 'grades of a community',
    right: 'kinds: [community, school, kindergarten] }',
    wrong: 'kinds: [community], grades: [1] }',
    path: 'duties[0].whose.grades',
    says: 'A community has no grades',
    remedy: 'Remove it, or let kinds be among class, student',
  },
  {
    name: 'no amount',
    right: 'every: term, count: 1,',
    wrong: 'every: term,',
    path: 'duties[0].versions[0]',
    says: 'How much is missing',
    remedy: 'Write either count or hours',
  },
  {
    name: 'hours of what has none',
    right: 'every: term, count: 1,',
    wrong: 'every: term, hours: 1,',
    path: 'duties[0].versions[0].hours',
    says: '"activity.held" is counted by occurrence and has no hours',
    remedy: 'Use count instead',
  },
  {
    name: 'given months that are not given',
    right: 'every: term, count: 1,',
    wrong: 'every: months, count: 1,',
    path: 'duties[0].versions[0].every',
    says: 'every: months and a list of months go together',
    remedy: 'Add months, or change every',
  },
  {
    name: 'an occasion by a key that the answer does not carry',
    right: 'every: term, count: 1,',
    wrong: 'every: occasion, after: { fact: duty.excused, key: excuse, days: 3 }, count: 1,',
    path: 'duties[0].versions[0].after.key',
    says: 'There is no id among the attributes of activity.held "excuse"',
    remedy: 'Write one of: activity',
  },
];

describe('A duty is refused with its line and a remedy for', () => {
  test.each(mistakes)('$name', async ({ right, wrong, path, says, remedy }) => {
    await change('duties', right, wrong);
    const problems = await problemsOf();
    const found = problems.find((one) => one.path === path);
    expect(found ?? problems).toMatchObject({ wrong: { en: says } });
    expect(found?.remedy.en).toContain(remedy);
    expect(found?.wrong.zh).toMatch(/\p{Script=Han}/u);
  });
});

test('Kinds of activity that cannot be read are not reported once more by each duty that names one', async () => {
  await change('duties', 'counts_as, in: [guidance]', 'kind, in: [village-class]');
  await change('activities', 'hosts: [community, school]', 'hosts: [community, community]');
  expect((await problemsOf()).map(({ path }) => path)).toEqual(['kinds[0].hosts']);
});

describe('A plan above the plan', () => {
  beforeEach(async () => {
    await mkdir(join(top, 'province'), { recursive: true });
    await layer('province', 'layers: [../nation]');
    await layer('nation', '');
    await change('plan', 'timezone:', 'layers: [../province]\ntimezone:');
  });

  test('binds where it asks for more, and where the plan asks for nothing', async () => {
    await duties('province', duty('village-class', 'count: 2'));
    await duties('nation', `${duty('village-class', 'count: 1')}${duty('another', 'count: 3')}`);
    const plan = await loadPlan(folder);
    const asked = plan.duties.map(({ id, versions }) => [
      id,
      versions.map(({ target, source, effectiveFrom }) => [target, source.layer, effectiveFrom]),
    ]);
    expect(asked).toEqual([
      ['village-class', [[2, 'province', '2026-09-01']]],
      ['family-reached', [[1, undefined, '2026-09-01']]],
      ['another', [[3, 'nation', '2026-09-01']]],
    ]);
    expect(plan.duties[0]?.sources).toEqual([
      { clause: '1' },
      { layer: 'province', clause: '1' },
      { layer: 'nation', clause: '1' },
    ]);
  });

  test('binds from its first day on, and the plan alone before it', async () => {
    await duties('province', duty('village-class', 'count: 2', '2027-02-20'));
    await duties('nation', duty('another', 'count: 1'));
    const [village] = (await loadPlan(folder)).duties;
    expect(village?.versions).toMatchObject([
      { version: 1, target: 1, effectiveFrom: '2026-09-01', effectiveUntil: '2027-02-19' },
      { version: 2, target: 2, effectiveFrom: '2027-02-20' },
    ]);
  });

  test('cannot be compared with the plan when it binds others by the same id', async () => {
    await duties('province', duty('village-class', 'count: 2').replace('community, ', ''));
    await duties('nation', duty('another', 'count: 1'));
    expect(await problemsOf()).toMatchObject([
      { file: join(folder, 'duties.yaml'), path: 'duties[0].whose' },
    ]);
  });

  test('may not lead back to itself', async () => {
    await duties('province', duty('another', 'count: 2'));
    await duties('nation', duty('another', 'count: 1'));
    await layer('nation', 'layers: [../province]');
    expect(await problemsOf()).toMatchObject([
      {
        file: join(top, 'nation', 'layer.yaml'),
        path: 'layers[0]',
        wrong: { en: '"../province" leads back to itself: the layers form a circle' },
      },
    ]);
  });

  test('must be there', async () => {
    await rm(join(top, 'nation'), { recursive: true });
    await duties('province', duty('another', 'count: 2'));
    const missing = (await problemsOf()).map(({ file }) => file);
    expect(missing.toSorted()).toEqual(
      ['clauses', 'duties', 'layer'].map((name) => join(top, 'nation', `${name}.yaml`)),
    );
  });
});

async function change(file: string, right: string, wrong: string): Promise<void> {
  const path = join(folder, `${file}.yaml`);
  const text = await readFile(path, 'utf8');
  const changed = text.replace(right, wrong);
  expect(changed).not.toBe(text);
  await writeFile(path, changed);
}

async function layer(name: string, more: string): Promise<void> {
  await mkdir(join(top, name), { recursive: true });
  const words = '{ zh: 上级, en: Above }';
  const text = `id: ${name}\nname: ${words}\noffice: ${words}\neffectiveFrom: 2026-01-01\n${more}\n`;
  await writeFile(join(top, name, 'layer.yaml'), text);
  const clauses = `clauses:\n  - id: "1"\n    title: ${words}\n    summary: ${words}\n`;
  await writeFile(join(top, name, 'clauses.yaml'), clauses);
}

async function duties(name: string, text: string): Promise<void> {
  await writeFile(join(top, name, 'duties.yaml'), `duties:\n${text}`);
}

function duty(id: string, amount: string, effectiveFrom = '2026-09-01'): string {
  return `  - id: ${id}
    clause: "1"
    title: { zh: 任务, en: A duty }
    whose: { kinds: [community, school, kindergarten] }
    answers: district-officer
    counts: { fact: activity.held, when: [{ attribute: counts_as, in: [guidance] }] }
    versions:
      - { version: 1, effectiveFrom: ${effectiveFrom}, every: term, ${amount}, amberDays: 30 }
`;
}

async function problemsOf(): Promise<readonly PlanProblem[]> {
  const error = await loadPlan(folder).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(PlanError);
  return (error as PlanError).problems;
}
