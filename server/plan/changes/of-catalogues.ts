import type { Words } from '../../platform/index.ts';
import type { ActivityKind, Clause, CurriculumStage, FactAttribute, FactKind } from '../plan.ts';
import {
  checkInNames,
  counted,
  countsAsNames,
  holderNames,
  listed,
  namedFact,
  namesOf,
  partyNames,
  plain,
  quoted,
  roleNames,
} from './names.ts';
import { type Saying, said, saidIf, saidText } from './sayings.ts';

/** What a plan says of clauses, stages, kinds of activity and kinds of fact. */
export const clauseSayings: readonly Saying<Clause>[] = [
  ({ title }) => said('标题', 'title', quoted(title)),
  ({ summary }) => saidText('摘要', 'summary', summary),
  ({ parent }) => said('属于', 'part of', parent === undefined ? undefined : plain(parent)),
];

export const stageSayings: readonly Saying<CurriculumStage>[] = [
  ({ name }) => said('名称', 'name', quoted(name)),
  ({ summary }) => saidText('说明', 'summary', summary),
];

export const activitySayings: readonly Saying<ActivityKind>[] = [
  ({ name }) => said('名称', 'name', quoted(name)),
  ({ summary }) => saidText('说明', 'summary', summary),
  ({ countsAs }) => said('计为', 'counts as', quoted(countsAsNames[countsAs])),
  ({ defaultMinutes }) => said('默认时长', 'usual time', minutes(defaultMinutes)),
  ({ maximumMinutes }) => said('最多计', 'counts at most', minutes(maximumMinutes)),
  ({ checkIn }) => said('签到：', 'check-in', checkInNames[checkIn]),
  ({ hosts }) => said('主办方：', 'hosts', namesOf(hosts, holderNames)),
  ({ sessions }) =>
    said(
      '分时段，一家选',
      'in sessions, of which a family chooses',
      sessions &&
        { one: { zh: '一个', en: 'one' }, several: { zh: '几个', en: 'several' } }[sessions],
    ),
  (kind) => saidIf('一对一，只有双方知道谁来', 'one to one', kind.private),
  (kind) => saidIf('按班举行，每家都应到', 'every family of the class expected', kind.everyFamily),
  (kind) => saidIf('报名的人是一支队伍', 'those who sign up are a team', kind.teams),
  (kind) => saidIf('家长事先说想聊什么', 'families name topics beforehand', kind.topics),
  (kind) => saidIf('家长和孩子一起参加', 'carer and child come together', kind.withChildren),
  ({ roles }, plan) =>
    said(
      '记为：',
      'is recorded as',
      listed(
        roles.map(({ role, fact }) => {
          const name = namedFact(plan, fact);
          return { zh: `${roleNames[role].zh}${name.zh}`, en: `${roleNames[role].en} ${name.en}` };
        }),
      ),
    ),
];

export const factSayings: readonly Saying<FactKind>[] = [
  ({ name }) => said('名称', 'name', quoted(name)),
  ({ unit }) =>
    said(
      '记录',
      'measured by',
      unit === 'minutes' ? { zh: '时长', en: 'time' } : { zh: '次数', en: 'occurrence' },
    ),
  ({ subject }) => said('关于', 'about', quoted(partyNames[subject])),
  ({ actor }) => said('由谁记：', 'stated by', partyNames[actor]),
  ({ byHand }) => saidIf('可以凭材料人工登记', 'may be entered by hand', byHand),
  ({ attributes }) =>
    attributes.length > 0
      ? said('另记', 'also says', listed(attributes.map(attributeOf)))
      : undefined,
];

/** `“家访形式”（入户、电话）`. */
function attributeOf({ name, choices }: FactAttribute): Words {
  if (choices.length === 0) return quoted(name);
  const { zh, en } = listed(choices.map((one) => one.name));
  return { zh: `“${name.zh}”（${zh}）`, en: `“${name.en}” (${en})` };
}

function minutes(count: number): Words {
  return counted(count, '分钟', 'minute');
}
