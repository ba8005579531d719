import type { Words } from '../../platform/index.ts';
import type { Condition } from '../clause.ts';
import type { FactPattern } from '../duty.ts';
import type { FactAttribute, Plan } from '../plan.ts';
import type {
  ActivityRoleName,
  AdmissionUseWord,
  AnsweringRole,
  CheckInMode,
  CountsAs,
  HolderKind,
  PartyKind,
  SchoolStage,
  WhoCounts,
} from '../vocabulary.ts';
import { joined } from './sayings.ts';

/** What the closed words of plan files are called where a person reads of them. */
export const holderNames: Readonly<Record<HolderKind, Words>> = {
  district: { zh: '区', en: 'the district' },
  subdistrict: { zh: '街道', en: 'subdistricts' },
  community: { zh: '社区', en: 'communities' },
  school: { zh: '学校', en: 'schools' },
  kindergarten: { zh: '幼儿园', en: 'kindergartens' },
  class: { zh: '班级', en: 'classes' },
  student: { zh: '学生', en: 'students' },
  staff: { zh: '工作人员', en: 'staff' },
  body: { zh: '组织', en: 'bodies' },
};

export const stageNames: Readonly<Record<SchoolStage, Words>> = {
  kindergarten: { zh: '幼儿园', en: 'kindergarten' },
  primary: { zh: '小学', en: 'primary' },
  junior: { zh: '初中', en: 'junior secondary' },
  senior: { zh: '高中', en: 'senior secondary' },
};

export const answeringNames: Readonly<Record<AnsweringRole, Words>> = {
  'district-officer': { zh: '区级管理人员', en: 'district officer' },
  'subdistrict-worker': { zh: '街道工作人员', en: 'subdistrict worker' },
  'community-worker': { zh: '社区工作人员', en: 'community worker' },
  principal: { zh: '校长、园长', en: 'principal' },
  'moral-education-lead': { zh: '德育负责人', en: 'moral-education lead' },
  'class-teacher': { zh: '班主任', en: 'class teacher' },
};

export const countsAsNames: Readonly<Record<CountsAs, Words>> = {
  guidance: { zh: '学习指导', en: 'guidance' },
  practice: { zh: '亲子实践', en: 'practice' },
  volunteering: { zh: '志愿服务', en: 'volunteering' },
  sharing: { zh: '分享经验', en: 'sharing' },
  meeting: { zh: '家长会', en: 'a meeting' },
  none: { zh: '不计', en: 'nothing' },
};

export const partyNames: Readonly<Record<PartyKind, Words>> = {
  carer: { zh: '家长', en: 'a carer' },
  student: { zh: '学生', en: 'a student' },
  staff: { zh: '工作人员', en: 'staff' },
  person: { zh: '任何人', en: 'a person' },
  organisation: { zh: '机构', en: 'an organisation' },
  body: { zh: '组织', en: 'a body' },
  'duty-holder': { zh: '任务承担者', en: 'whom a duty binds' },
};

export const roleNames: Readonly<Record<ActivityRoleName, Words>> = {
  attendee: { zh: '参加者', en: 'who attends' },
  speaker: { zh: '分享者', en: 'who speaks' },
  volunteer: { zh: '志愿者', en: 'who volunteers' },
};

export const checkInNames: Readonly<Record<CheckInMode, Words>> = {
  entry: { zh: '签到即计默认时长', en: 'being there counts the usual time' },
  'entry-and-exit': { zh: '签到签退，按在场时间计', en: 'the time between entry and exit counts' },
};

export const whoCountsNames: Readonly<Record<WhoCounts, Words>> = {
  sum: { zh: '全家合计', en: 'all carers together' },
  best: { zh: '最高的一位家长', en: 'the best carer alone' },
  both: { zh: '两位家长各自达到', en: 'each of two carers' },
};

export const admissionUseNames: Readonly<Record<AdmissionUseWord, Words>> = {
  off: { zh: '不使用', en: 'not used' },
  information: { zh: '供参考', en: 'for information' },
  condition: { zh: '作为条件', en: 'a condition' },
};

export function namesOf<Word extends string>(
  words: readonly Word[],
  names: Readonly<Record<Word, Words>>,
): Words {
  return listed(words.map((word) => names[word]));
}

export function listed(words: readonly Words[]): Words {
  return joined(words, '、', ', ');
}

export function quoted({ zh, en }: Words): Words {
  return { zh: `“${zh}”`, en: `“${en}”` };
}

/** The same in both languages: an id, a day, a number. */
export function plain(text: string | number): Words {
  return { zh: `${text}`, en: `${text}` };
}

export function counted(count: number, zh: string, en: string): Words {
  return { zh: `${count} ${zh}`, en: `${count} ${en}${count === 1 ? '' : 's'}` };
}

/** Hundredths of a point. */
export function points(hundredths: number): Words {
  return counted(hundredths / 100, '分', 'point');
}

export function percent(value: number): Words {
  return plain(`${value}%`);
}

export function namedFact(plan: Plan, id: string): Words {
  return quoted(plan.factKinds.find((kind) => kind.id === id)?.name ?? plain(id));
}

/** `“参加了活动”（计为：学习指导）`. */
export function patternOf(plan: Plan, { fact, when }: FactPattern): Words {
  const name = namedFact(plan, fact);
  if (when.length === 0) return name;
  const { zh, en } = conditionsOf(plan, fact, when);
  return { zh: `${name.zh}（${zh}）`, en: `${name.en} (${en})` };
}

export function conditionsOf(plan: Plan, fact: string, when: readonly Condition[]): Words {
  const attributes = plan.factKinds.find(({ id }) => id === fact)?.attributes ?? [];
  return joined(
    when.map(({ attribute, in: values }) => {
      const known = attributes.find(({ id }) => id === attribute);
      const name = known?.name ?? plain(attribute);
      const named = listed(values.map((value) => valueName(plan, known, value)));
      return { zh: `${name.zh}：${named.zh}`, en: `${name.en}: ${named.en}` };
    }),
    '；',
    '; ',
  );
}

function valueName(plan: Plan, attribute: FactAttribute | undefined, value: string): Words {
  const type = attribute?.type;
  const names: Readonly<Record<string, Words>> =
    type === 'counts-as' ? countsAsNames : type === 'host-kind' ? holderNames : {};
  const named = [
    ...(type === 'activity-kind' ? plan.activityKinds : []),
    ...(attribute?.choices ?? []),
  ];
  return named.find(({ id }) => id === value)?.name ?? names[value] ?? plain(value);
}
