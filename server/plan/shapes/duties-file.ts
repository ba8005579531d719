import { Type } from 'typebox';
import { answeringRoles, everyWords, holderKinds, schoolStages } from '../vocabulary.ts';
import { AttributeId, ClauseId, closed, Id, listOf, versioned, Words } from './parts.ts';

const fact = Id('事实种类 · a kind of fact');
const when = Type.Optional(
  listOf(
    {
      attribute: AttributeId('事实的属性 · an attribute of the fact'),
      in: Type.Array(Id('属性的值'), { minItems: 1, uniqueItems: true }),
    },
    '全部满足才算 · all must hold',
  ),
);
const Days = (maximum: number, description: string) =>
  Type.Integer({ minimum: 0, maximum, description });
const Month = Type.Integer({ minimum: 1, maximum: 12 });

export const DutiesFile = Type.Object(
  {
    duties: listOf(
      {
        id: Id('任务编号 · a duty'),
        clause: ClauseId,
        title: Words,
        /** Whom it binds. */
        whose: Type.Object(
          {
            kinds: Type.Array(Type.Enum(holderKinds), {
              minItems: 1,
              uniqueItems: true,
              description: '由谁承担，或者要照顾到谁 · whom it binds or is to reach',
            }),
            stages: Type.Optional(
              Type.Array(Type.Enum(schoolStages), { minItems: 1, uniqueItems: true }),
            ),
            grades: Type.Optional(
              Type.Array(Type.Integer({ minimum: 1, maximum: 12 }), {
                minItems: 1,
                uniqueItems: true,
                description: '学段内的年级，1 起 · grades within the stage, from 1',
              }),
            ),
            flag: Type.Optional(Id('只限带这个标记的学生 · only students with this flag')),
            body: Type.Optional(Id('组织类别 · which kind of body')),
            roles: Type.Optional(
              Type.Array(Id('岗位 · posts'), { minItems: 1, uniqueItems: true }),
            ),
          },
          closed,
        ),
        answers: Type.Enum(answeringRoles, {
          description: '谁对它负责 · the post that answers for it',
        }),
        counts: Type.Object(
          {
            fact,
            when,
            holder: Type.Optional(
              Type.Array(AttributeId('subject、organisation 或一个属性'), {
                minItems: 1,
                uniqueItems: true,
                description:
                  '事实里哪几项指明承担者；不写就是 subject · where the fact names the holder; missing: its subject',
              }),
            ),
            distinct: Type.Optional(
              AttributeId(
                '按这一项去重后计数：subject 或一个属性 · only different values of it count',
              ),
            ),
          },
          closed,
        ),
        excusedBy: Type.Optional(listOf({ fact, when }, '哪些事实可以免计 · what excuses')),
        public: Type.Optional(
          Type.Boolean({
            description:
              '公开页上能不能看到它的数；不写就是能 · whether its figures are told in public; missing: yes',
          }),
        ),
        versions: listOf(
          {
            ...versioned,
            every: Type.Enum(everyWords, {
              description:
                '每学期、每学年、每年、计入的每月、指定的月份，或每次事发之后 · how often',
            }),
            months: Type.Optional(
              Type.Array(Month, {
                minItems: 1,
                uniqueItems: true,
                description: 'every 为 months 时：哪几个月 · with months: which ones',
              }),
            ),
            after: Type.Optional(
              Type.Object(
                {
                  fact,
                  when,
                  key: AttributeId('两件事实共有的编号 · the id that both facts carry'),
                  days: Type.Integer({ minimum: 1, maximum: 366 }),
                  workingDays: Type.Optional(Type.Boolean()),
                },
                {
                  ...closed,
                  description:
                    'every 为 occasion 时：哪件事之后多少天内 · with occasion: after what, within how many days',
                },
              ),
            ),
            count: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
            hours: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 10_000 })),
            enough: Type.Optional(
              Type.Integer({
                minimum: 1,
                maximum: 100,
                description:
                  '一个单位里完成百分之几就算完成；不写就是 100 · share of an organisation that is enough',
              }),
            ),
            amberDays: Days(366, '到期前多少天转黄 · days before the due day that it turns amber'),
            redDays: Type.Optional(
              Days(366, '过期多少天后转红；不写就是 0 · days after it that it turns red'),
            ),
            joinedDaysBefore: Type.Optional(
              Days(
                366,
                '到期前多少天之内才来的不计 · who came within so many days of the due day is not counted',
              ),
            ),
          },
          '版本 · versions',
        ),
      },
      '任务：谁、多久、做到什么程度 · duties: who must do what, how often, how much',
    ),
  },
  { ...closed, title: 'DutiesFile', description: 'duties.yaml' },
);
