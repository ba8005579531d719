import { Type } from 'typebox';
import {
  activityRoles,
  checkInModes,
  countsAsWords,
  hostKinds,
  sessionChoices,
} from '../vocabulary.ts';
import { ClauseId, closed, DAY_IN_MINUTES, Id, listOf, Words } from './parts.ts';

const Count = (minimum: number, maximum: number, description: string) =>
  Type.Integer({ minimum, maximum, description });

const Anomalies = Type.Object(
  {
    lookBackDays: Count(1, 366, '往回看多少天的到场 · days of presence to look back on'),
    overlapMinutes: Count(
      1,
      DAY_IN_MINUTES,
      '同一人在两处重叠多少分钟起 · minutes at two places at once, from so many',
    ),
    minutesADay: Count(
      1,
      DAY_IN_MINUTES,
      '一人一天记了多少分钟以上 · minutes of one person in one day, above so many',
    ),
    onePhone: Type.Object(
      {
        families: Count(
          2,
          100,
          '一部手机为几家签到起；一家人只算一家 · one phone for so many families',
        ),
        withinDays: Count(1, 31, '在几天之内 · within so many days'),
      },
      closed,
    ),
    alwaysMaximum: Type.Object(
      {
        percent: Count(
          50,
          100,
          '一学期里到场记满上限的占百分之几起 · share of a term’s presences at the most that counts',
        ),
        presences: Count(1, 100_000, '至少多少人次才看 · of at least so many presences'),
        events: Count(1, 1000, '至少几场才看 · of at least so many events'),
      },
      closed,
    ),
  },
  {
    ...closed,
    description: '值得再看一眼的记录，只是线索 · records worth a second look: hints, no verdicts',
  },
);

export const ActivitiesFile = Type.Object(
  {
    kinds: listOf(
      {
        id: Id('活动种类编号 · a kind of activity'),
        name: Words,
        summary: Words,
        clause: ClauseId,
        countsAs: Type.Enum(countsAsWords),
        defaultMinutes: Type.Integer({ minimum: 1, maximum: DAY_IN_MINUTES }),
        maximumMinutes: Type.Integer({
          minimum: 1,
          maximum: DAY_IN_MINUTES,
          description:
            '一人一场最多计入的分钟数 · most minutes that count for one person at one event',
        }),
        checkIn: Type.Enum(checkInModes, {
          description:
            '签到即计默认时长，或签到签退按在场时间 · entry counts the default, or time present',
        }),
        hosts: Type.Array(Type.Enum(hostKinds), { minItems: 1, uniqueItems: true }),
        sessions: Type.Optional(
          Type.Enum(sessionChoices, {
            description:
              '可以分时段，一家选一个还是几个；不写就是不分 · may be held in sessions, of which a household chooses one or several',
          }),
        ),
        everyFamily: Type.Optional(
          Type.Boolean({
            description:
              '按班举行，班里每个家庭都应到；须分时段 · by class, every family expected; needs sessions',
          }),
        ),
        teams: Type.Optional(
          Type.Boolean({
            description:
              '报名的人是一支队伍，有组长带 · those who sign up are a team, which one of them leads',
          }),
        ),
        topics: Type.Optional(
          Type.Boolean({
            description:
              '列出话题，家长事先说想聊什么 · has topics, of which families say beforehand what they want',
          }),
        ),
        private: Type.Optional(
          Type.Boolean({
            description:
              '一对一，只有主持的人和这家人知道谁来；须分时段 · one to one: only the two sides know who comes; needs sessions',
          }),
        ),
        withChildren: Type.Optional(
          Type.Boolean({
            description:
              '家长和孩子一起参加；孩子没来的，不记参加 · carer and child come together: without a child, attending counts nothing',
          }),
        ),
        roles: listOf(
          { role: Type.Enum(activityRoles), fact: Id('事实种类 · the fact that the part states') },
          '参加者的身份，各记成哪一种事实 · parts and the fact that each states',
        ),
      },
      '活动种类 · kinds of activity',
    ),
    waitingList: Type.Optional(
      Type.Object(
        {
          firstTimersFirst: Type.Boolean({
            description:
              '本学期在同一单位同类活动里还没有过名额的家庭排前 · families without a place this term, at this host and in this kind, go first',
          }),
          missed: Type.Optional(
            Type.Object(
              {
                from: Type.Integer({
                  minimum: 1,
                  maximum: 100,
                  description: '几次报了名没来起，同等条件排后 · from so many times',
                }),
                fadesAfterDays: Type.Integer({
                  minimum: 1,
                  maximum: 366,
                  description: '多少天后不再算 · forgotten after so many days',
                }),
              },
              {
                ...closed,
                description: '有名额没来也没取消 · had a place, did not come nor cancel',
              },
            ),
          ),
        },
        { ...closed, description: '候补的先后；不写就按报名先后 · the order of waiting lists' },
      ),
    ),
    anomalies: Type.Optional(Anomalies),
  },
  { ...closed, title: 'ActivitiesFile', description: 'activities.yaml' },
);
