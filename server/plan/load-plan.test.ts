import { copyFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPlan, type Plan, PlanError } from './index.ts';

const plansFolder = join(import.meta.dirname, '../../plans');
const examplePlan = join(plansFolder, 'example-county');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongyu-plan-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('The first district’s plan', () => {
  let plan: Plan;
  beforeAll(async () => {
    plan = await loadPlan(join(plansFolder, 'tianfu'));
  });

  test('has every clause', () => {
    const clauses =
      '2.1 2.1.1 2.1.1a 2.1.1b 2.1.2 2.1.3 2.2 2.2.1 2.2.1(1) 2.2.1(2) 2.2.1(3) 2.2.2 2.2.3 2.2.4 ' +
      '2.3 2.3.1 2.3.2 2.3.3 2.3.4 2.3.5 2.3.6 2.4 2.4.1 2.4.2 2.4.3 2.4.4 3 3.1 3.2 3.3 3.4';
    expect(plan.clauses.map(({ id }) => id)).toEqual(clauses.split(' '));
  });

  test('has two terms in each school year from 2021 to 2028', () => {
    expect(plan.schoolYears.map(({ id }) => id)).toEqual(
      [2021, 2022, 2023, 2024, 2025, 2026, 2027].map((year) => `${year}-${year + 1}`),
    );
    for (const { id, terms } of plan.schoolYears) {
      expect(terms.map((term) => term.id)).toEqual([`${id}-1`, `${id}-2`]);
      expect(terms.every(({ schoolYear }) => schoolYear === id)).toBe(true);
    }
  });

  test('pays an hour of guidance one point since 2023, and 0.8 before', () => {
    const rule = plan.pointRules.find(({ id }) => id === 'guidance-hours');
    expect(rule?.versions.map(({ per, amount, caps }) => ({ per, amount, caps }))).toEqual([
      { per: 'hour', amount: 80, caps: { day: 300 } },
      { per: 'hour', amount: 100, caps: { day: 400, term: 1600 } },
    ]);
  });

  test('pays for every part in every kind of activity that is not for nothing', () => {
    const earning = plan.activityKinds
      .filter(({ countsAs }) => countsAs !== 'none')
      .flatMap(({ id, countsAs, roles }) =>
        roles.map(({ fact }) => ({
          part: `${id} ${fact}`,
          rules: plan.pointRules.filter(
            (rule) =>
              rule.fact === fact &&
              rule.when.every(({ attribute, in: values }) =>
                values.includes(attribute === 'kind' ? id : countsAs),
              ),
          ),
        })),
      );
    expect(earning.filter(({ rules }) => rules.length === 0).map(({ part }) => part)).toEqual([]);
  });

  test('asks twenty points for the growth-hours certificate', () => {
    const versions = plan.certificates.find(({ id }) => id === 'growth-hours')?.versions;
    expect(versions?.at(-1)).toMatchObject({ threshold: 2000, validMonths: 36 });
  });

  test('cannot be changed by whoever holds it', () => {
    const [version] = plan.pointRules[0]?.versions ?? [];
    expect(() => Object.assign(plan, { pointRules: [] })).toThrow(TypeError);
    expect(() => Object.assign(version ?? {}, { amount: 1 })).toThrow(TypeError);
  });
});

describe('Another county', () => {
  test('is a folder of files with numbers of its own', async () => {
    const plan = await loadPlan(examplePlan);
    expect(plan.id).toBe('example-county');
    expect(plan.pointRules.map(({ versions }) => versions[0]?.amount)).toEqual([300, 125]);
    expect(plan.certificates[0]?.versions[0]?.threshold).toBe(1500);
  });

  test('may give any amount of at most two decimals, and the ledger holds exactly that', async () => {
    const county = join(folder, 'amounts');
    await cp(examplePlan, county, { recursive: true });
    const points = await readFile(join(county, 'points.yaml'), 'utf8');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (hundredths) => {
        const changed = points.replace('1.25', (hundredths / 100).toFixed(2));
        await writeFile(join(county, 'points.yaml'), changed);
        const plan = await loadPlan(county);
        expect(plan.pointRules[1]?.versions[0]?.amount).toBe(hundredths);
      }),
      { numRuns: 50 },
    );
  });
});

test('Every plan file names its schema, so that editors complete it', async () => {
  for (const county of ['tianfu', 'example-county']) {
    for (const name of await readdir(join(plansFolder, county))) {
      const text = await readFile(join(plansFolder, county, name), 'utf8');
      const schema = name.replace('.yaml', '.schema.json');
      expect(text.split('\n')[0]).toBe(`# yaml-language-server: $schema=../schema/${schema}`);
      expect(await readdir(join(plansFolder, 'schema'))).toContain(schema);
    }
  }
});

test('A folder that is not there is one sentence that names it', async () => {
  const nowhere = join(folder, 'nowhere');
  const error = await loadPlan(nowhere).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(PlanError);
  expect((error as PlanError).message).toContain(nowhere);
  expect((error as PlanError).message).toContain('GONGYU_PLAN');
});

test('A file saved in GB18030 and one with a misspelt name are both reported', async () => {
  const county = join(folder, 'encoding');
  await cp(examplePlan, county, { recursive: true });
  await writeFile(join(county, 'stages.yaml'), Buffer.from([0xbd, 0xd7, 0xb6, 0xce]));
  await copyFile(join(county, 'points.yaml'), join(county, 'point.yaml'));
  const error = await loadPlan(county).catch((reason: unknown) => reason);
  expect((error as PlanError).problems.map(({ file, remedy }) => [file, remedy.en])).toEqual([
    [join(county, 'point.yaml'), 'Perhaps "points.yaml" was meant'],
    [join(county, 'stages.yaml'), 'Save it again as UTF-8'],
  ]);
});
