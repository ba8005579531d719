import type { Words } from '../../platform/index.ts';
import type { Duty, DutyVersion, Every } from '../duty.ts';
import type { Plan } from '../plan.ts';
import { nameOfChoice } from '../rules/catalogue.ts';
import {
  answeringNames,
  counted,
  holderNames,
  listed,
  namesOf,
  patternOf,
  percent,
  plain,
  quoted,
  stageNames,
} from './names.ts';
import { type Said, type Saying, said } from './sayings.ts';

/** What a plan says of a duty, and of each version of it. */
export const dutySayings: readonly Saying<Duty>[] = [
  ({ title }) => said('名称', 'title', quoted(title)),
  ({ whose }, plan) => said('由', 'whose', holdersOf(whose, plan)),
  ({ answers }) => said('责任人：', 'who answers for it', answeringNames[answers]),
  ({ counts }, plan) => said('计入', 'what counts', patternOf(plan, counts)),
  ({ counts }) => said('以此认定承担者：', 'known by', listed(counts.holder.map(plain))),
  ({ counts: { distinct } }) =>
    said('去重按', 'counts once for each', distinct === undefined ? undefined : plain(distinct)),
  ({ excusedBy }, plan) =>
    excusedBy.length > 0
      ? said('可免计：', 'excused by', listed(excusedBy.map((one) => patternOf(plan, one))))
      : undefined,
  ({ isPublic }) =>
    isPublic ? undefined : said('公开页', 'on the public page', { zh: '不公布', en: 'not told' }),
  ({ sources: [, ...above] }, { layers }) =>
    above.length > 0
      ? said(
          '上级规定：',
          'asked for from above by',
          listed(
            above.map(({ layer }) => layers.find(({ id }) => id === layer)?.name ?? plain('?')),
          ),
        )
      : undefined,
];

/** How much and how often, without when it turns what colour. */
export const askedSayings: readonly Saying<DutyVersion>[] = [
  (version, plan) => {
    const name = howOften(version.every, (after) => patternOf(plan, after));
    return { name, value: amountOf(version) };
  },
  ({ enough }) =>
    enough < 100 ? said('达标比例', 'share that is enough', percent(enough)) : undefined,
];

export const dutyVersionSayings: readonly Saying<DutyVersion>[] = [
  ...askedSayings,
  ({ amberDays }) => said('转黄：到期前', 'turns amber before the due day by', days(amberDays)),
  ({ redDays }) =>
    redDays > 0 ? said('转红：过期后', 'turns red after the due day by', days(redDays)) : undefined,
  ({ joinedDaysBefore }): Said | undefined =>
    joinedDaysBefore > 0
      ? said(
          '新来的不计：到期前',
          'not owed by who came before the due day within',
          days(joinedDaysBefore),
        )
      : undefined,
];

function holdersOf({ kinds, stages, grades, flag, body, roles }: Duty['whose'], plan: Plan): Words {
  const parts = [
    namesOf(kinds, holderNames),
    ...(stages ? [namesOf(stages, stageNames)] : []),
    ...(grades ? [{ zh: `${grades.join('、')} 年级`, en: `grade ${grades.join(', ')}` }] : []),
    ...(flag === undefined
      ? []
      : [nameOfChoice(plan, 'student.flagged', ['flag', flag]) ?? plain(flag)]),
    ...(body === undefined
      ? []
      : [nameOfChoice(plan, 'body.formed', ['body', body]) ?? plain(body)]),
    ...(roles ?? []).map(plain),
  ];
  const [first = plain(''), ...rest] = parts;
  if (rest.length === 0) return first;
  const more = listed(rest);
  return { zh: `${first.zh}（${more.zh}）`, en: `${first.en} (${more.en})` };
}

const often: Readonly<Record<'term' | 'school-year' | 'year' | 'month', Words>> = {
  term: { zh: '每学期', en: 'each term' },
  'school-year': { zh: '每学年', en: 'each school year' },
  year: { zh: '每年', en: 'each year' },
  month: { zh: '每月', en: 'each month' },
};

function howOften(
  every: Every,
  patternWords: (after: Extract<Every, { kind: 'occasion' }>['after']) => Words,
): Words {
  if (every.kind === 'months') {
    const months = every.months.join('、');
    const each = every.months.length > 1 ? '各' : '';
    return { zh: `每年 ${months} 月${each}`, en: `in months ${every.months.join(', ')}` };
  }
  if (every.kind !== 'occasion') return often[every.kind];
  const { after } = every;
  const { zh, en } = patternWords(after);
  const [dayZh, dayEn] = after.workingDays ? ['个工作日', 'working day'] : ['天', 'day'];
  const within = counted(after.days, dayZh, dayEn);
  return { zh: `每次${zh}之后 ${within.zh}内`, en: `within ${within.en} of each ${en}` };
}

function amountOf({ target, unit }: DutyVersion): Words {
  return unit === 'count' ? counted(target, '次', 'time') : counted(target / 60, '小时', 'hour');
}

function days(count: number): Words {
  return counted(count, '天', 'day');
}
