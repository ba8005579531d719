import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { differencesBetween, loadPlan } from '../index.ts';
import { edits, twoPlans } from '../testing/plan-folders.ts';

const plans = await twoPlans();
const { inForce, edited } = plans;

beforeEach(plans.reset);
afterAll(plans.remove);

const change = (file: string, right: string, wrong: string) =>
  plans.change(edited, file, right, wrong);
const differences = async () => differencesBetween(await loadPlan(inForce), await loadPlan(edited));
const sentences = async () => (await differences()).map(({ words }) => words);

describe('Two plans are told apart in words:', () => {
  test('the same plan has no difference, however it is written', async () => {
    await change('plan', 'id: example-county', 'id: "example-county"');
    await change('duties', 'every: school-year', 'every: school-year\n        redDays: 0');
    expect(await differences()).toEqual([]);
  });

  test('a duty that asks for more from a day on', async () => {
    await change(...edits.villageTwice('2027-02-21', '2027-02-22'));
    expect(await differences()).toEqual([
      {
        what: 'duty',
        change: 'changed',
        id: 'village-class',
        clause: '1',
        words: {
          zh: '任务“每学期办一次家长课堂”（1）：从 2027-02-22 起，每学期 1 次改为 2 次',
          en: "Duty “A parents' class each term” (1): as of 2027-02-22, each term: from 1 time to 2 times",
        },
      },
    ]);
  });

  test('a duty that asks for more for a while, and then for nothing', async () => {
    await change(...edits.villageTwice('2027-02-21', '2027-02-22'));
    await change('duties', '2027-02-22,', '2027-02-22, effectiveUntil: 2027-08-31,');
    expect(await sentences()).toMatchObject([
      {
        zh: '任务“每学期办一次家长课堂”（1）：从 2027-02-22 到 2027-08-31，每学期 1 次改为 2 次；从 2027-09-01 起，不再实行',
      },
    ]);
  });

  test('versions that are cut elsewhere and say the same are no difference', async () => {
    await change(...edits.villageTwice('2027-02-21', '2027-02-22', 1));
    expect(await differences()).toEqual([]);
  });

  test('a new duty, and one that is gone', async () => {
    await change('duties', 'id: family-reached', 'id: families-reached');
    await change('duties', '指导覆盖每个家庭', '覆盖每家');
    expect(await sentences()).toEqual([
      {
        zh: '新增任务“覆盖每家”（1）：从 2026-09-01 起，每学年 1 次，达标比例 90%，转黄：到期前 60 天，新来的不计：到期前 30 天',
        en: 'New duty “Guidance reaches every family” (1): as of 2026-09-01, each school year: 1 time, share that is enough: 90%, turns amber before the due day by: 60 days, not owed by who came before the due day within: 30 days',
      },
      {
        zh: '删去任务“指导覆盖每个家庭”（1）',
        en: 'Duty “Guidance reaches every family” (1) is gone',
      },
    ]);
  });

  test.each([
    [
      'what a duty binds and counts',
      ['duties', 'kinds: [community, school, kindergarten]', 'kinds: [community, school]'],
      '由社区、学校、幼儿园改为社区、学校',
      'whose: from communities, schools, kindergartens to communities, schools',
    ],
    [
      'who answers for a duty',
      ['duties', 'answers: class-teacher', 'answers: principal'],
      '任务“指导覆盖每个家庭”（1）：责任人：班主任改为校长、园长',
      'who answers for it: from class teacher to principal',
    ],
    [
      'how often',
      ['duties', 'every: term', 'every: school-year'],
      '从 2026-09-01 起，每学期 1 次改为每学年 1 次',
      'as of 2026-09-01, from “each term: 1 time” to “each school year: 1 time”',
    ],
    [
      'the clause of a duty',
      ['duties', 'clause: "1"', 'clause: "2"'],
      '（2）：从 1 移到 2',
      '(2): moved from 1 to 2',
    ],
    [
      'what an event earns',
      ['points', 'perEvent: 3', 'perEvent: 3.5'],
      '积分规则“参加家长课堂”（2）：从 2026-09-01 起，每次 3 分改为 3.5 分',
      'each time: from 3 points to 3.5 points',
    ],
    [
      'a cap that is gone',
      ['points', '        caps: { perTerm: 12 }\n', ''],
      '取消：每学期最多 12 分',
      'no longer: at most a term: 12 points',
    ],
    [
      'for what a rule pays',
      ['points', 'in: [village-class]', 'in: [village-class, volunteering]'],
      '条件：活动种类：乡村家长课堂改为活动种类：乡村家长课堂、志愿服务',
      'where: from Kind of activity: Village class for parents to Kind of activity: Village class for parents, Volunteering',
    ],
    [
      'a cap in common',
      ['points', 'perSource: 15', 'perSource: 16'],
      '积分类别“参与家校活动”（2）：从 2026-09-01 起，同一主办单位每学期最多 15 分改为 16 分',
      'at most a term from one organisation: from 15 points to 16 points',
    ],
    [
      'the score of a certificate',
      ['certificates', 'threshold: 15', 'threshold: 20'],
      '证明“家长学习证明”（2）：从 2026-09-01 起，门槛 15 分改为 20 分',
      'threshold: from 15 points to 20 points',
    ],
    [
      'the words on a certificate',
      ['certificates', '两位家长各达到 6 分；', '两位家长各满 6 分；'],
      '证明上的说明改写了',
      'what the paper says reworded',
    ],
    ['a clause', ['clauses', 'title: { zh: ', 'title: { zh: 新'], '条款“新', 'title: from'],
    [
      'when the post above hears of what is late',
      [
        'plan',
        'timezone: Asia/Shanghai',
        'timezone: Asia/Shanghai\nreminders: { aboveAfterWorkingDays: 3 }',
      ],
      '逾期后提醒上一级',
      'the post above hears of what is late',
    ],
    [
      'a term',
      ['calendar', 'endsOn: 2027-01-25', 'endsOn: 2027-01-22'],
      '学期“2026 年秋季学期”：最后一天 2027-01-25 改为 2027-01-22',
      'Term “Autumn term 2026”: last day: from 2027-01-25 to 2027-01-22',
    ],
    [
      'a holiday',
      ['calendar', 'until: 2027-01-01', 'until: 2027-01-03'],
      '假期“2027 年元旦”：最后一天 2027-01-01 改为 2027-01-03',
      'last day: from 2027-01-01 to 2027-01-03',
    ],
    [
      'a kind of activity',
      ['activities', 'maximumMinutes: 90', 'maximumMinutes: 120'],
      '活动种类“乡村家长课堂”（1）：最多计 90 分钟改为 120 分钟',
      'counts at most: from 90 minutes to 120 minutes',
    ],
    [
      'a kind of fact',
      ['facts', 'zh: 到场人数, en: People present', 'zh: 人数, en: People'],
      '事实种类“办成了活动”',
      'also says',
    ],
    [
      'what a value of a fact is called',
      ['facts', '{ zh: 高中, en: Senior secondary }', '{ zh: 普通高中, en: Upper secondary }'],
      '“学段”（幼儿园、小学、初中、普通高中）',
      '“Stage of schooling” (Kindergarten, Primary, Junior secondary, Upper secondary)',
    ],
    [
      'by when a family is answered',
      ['contests', 'hostAnswersWithinWorkingDays: 5', 'hostAnswersWithinWorkingDays: 3'],
      '主办方答复期限 5 个工作日改为 3 个工作日',
      'the host answers within: from 5 working days to 3 working days',
    ],
    [
      'what the plan says of itself',
      ['plan', 'version: "1.0.0"', 'version: "1.1.0"'],
      '计划“示例县家校社协同育人计划”：版本 1.0.0 改为 1.1.0',
      'version: from 1.0.0 to 1.1.0',
    ],
    [
      'what no sentence has words for',
      ['stages', 'part: other-carers', 'part: school-age'],
      '课程阶段“祖辈”：其他细节有改动',
      'Curriculum stage “Grandparents”: other details changed',
    ],
  ] as const)('%s', async (_, [file, right, wrong], zh, en) => {
    await change(file, right, wrong);
    const found = await sentences();
    expect(found).toHaveLength(1);
    expect(found[0]?.zh).toContain(zh);
    expect(found[0]?.en).toContain(en);
  });

  test('what a plan above asks for stands beside its name', async () => {
    const national = join(dirname(edited), 'national');
    await mkdir(national, { recursive: true });
    await cp(join(import.meta.dirname, '../../../plans/national'), national, { recursive: true });
    const duties = join(national, 'duties.yaml');
    const village = (await readFile(join(edited, 'duties.yaml'), 'utf8'))
      .split('  - id: family-reached')[0]
      ?.replace('count: 1', 'count: 2')
      .replace('village-class', 'nation-class');
    const clause = /id: "?([\d.]+)"?/.exec(await readFile(join(national, 'clauses.yaml'), 'utf8'));
    await writeFile(duties, (village ?? '').replace('clause: "1"', `clause: "${clause?.[1]}"`));
    await change('plan', 'timezone:', 'layers: [../national]\ntimezone:');
    const found = await differences();
    expect(found.map(({ what, change: kind, id }) => [what, kind, id])).toEqual([
      ['layer', 'added', 'national'],
      ['duty', 'added', 'nation-class'],
    ]);
    const [layer] = (await loadPlan(edited)).layers;
    expect(found[1]?.words.zh).toContain(
      `（${layer?.name.zh} ${clause?.[1]}）：从 2026-09-01 起，每学期 2 次`,
    );
  });
});
