import type { Words } from '../../platform/index.ts';
import type { Layer } from '../duty.ts';
import type { Festival, Holiday, Plan, SchoolYear, Term } from '../plan.ts';
import { admissionUseNames, counted, listed, percent, plain, quoted } from './names.ts';
import { type Saying, said, saidIf, saidText } from './sayings.ts';

/** What a plan says of its calendar, and of itself as a whole. */
export const schoolYearSayings: readonly Saying<SchoolYear>[] = [
  ({ beginsOn }) => said('第一天', 'first day', plain(beginsOn)),
  ({ endsOn }) => said('最后一天', 'last day', plain(endsOn)),
];

export const termSayings: readonly Saying<Term>[] = [
  ({ name }) => said('名称', 'name', quoted(name)),
  ({ beginsOn }) => said('第一天', 'first day', plain(beginsOn)),
  ({ endsOn }) => said('最后一天', 'last day', plain(endsOn)),
];

export const holidaySayings: readonly Saying<Holiday>[] = [
  ({ from }) => said('第一天', 'first day', plain(from)),
  ({ until }) => said('最后一天', 'last day', plain(until)),
  ({ makeUpDays }) =>
    makeUpDays.length > 0
      ? said('调休上班：', 'make-up days', listed(makeUpDays.map(plain)))
      : undefined,
];

export const festivalSayings: readonly Saying<Festival>[] = [
  ({ everyYear }) => said('每年', 'each year on', everyYear ? plain(everyYear) : undefined),
  ({ spans }) =>
    spans.length > 0
      ? said(
          '日期：',
          'on',
          listed(
            spans.map(({ from, until }) => (from === until ? plain(from) : span(from, until))),
          ),
        )
      : undefined,
];

export const planSayings: readonly Saying<Plan>[] = [
  ({ id }) => said('编号', 'id', plain(id)),
  ({ name }) => said('名称', 'name', quoted(name)),
  ({ districtName }) => said('区县', 'district', quoted(districtName)),
  ({ office }) => said('实施单位', 'office', quoted(office)),
  ({ version }) => said('版本', 'version', plain(version)),
  ({ effectiveFrom }) => said('实施自', 'in force from', plain(effectiveFrom)),
  ({ effectiveUntil }) =>
    said('实施至', 'in force until', effectiveUntil ? plain(effectiveUntil) : undefined),
  ({ contact }) => said('电话', 'phone', contact.phone ? plain(contact.phone) : undefined),
  ({ contact }) => said('邮箱', 'e-mail', contact.email ? plain(contact.email) : undefined),
  ({ contact }) => said('地址', 'address', quoted(contact.address)),
  ({ contact }) => said('办公时间', 'hours', contact.hours && quoted(contact.hours)),
  ({ sm2Signature }) =>
    saidIf('证明另附国密签名', 'certificates bear an SM2 signature too', sm2Signature),
  ({ reminders }) =>
    said(
      '逾期后提醒上一级',
      'the post above hears of what is late',
      workingDays(reminders.aboveAfterWorkingDays),
    ),
  ({ admissionUse }) =>
    said('证明在入学时：', 'at enrolment, certificates are', usesOf(admissionUse)),
  ({ admissionUse }) =>
    saidText('入学用途的依据和申诉地址', 'basis and appeals of that use', {
      zh: admissionUse.map((use) => `${use.legalBasis.zh} ${use.appealAddress.zh}`).join('\n'),
      en: admissionUse.map((use) => `${use.legalBasis.en} ${use.appealAddress.en}`).join('\n'),
    }),
  ({ daysOff }) =>
    said(
      '节假日已公布至',
      'holidays known until',
      daysOff.publishedUntil ? plain(daysOff.publishedUntil) : undefined,
    ),
  ({ monthsThatCount }) =>
    said('计入每月任务的月份：', 'months that count', {
      zh: monthsThatCount.join('、'),
      en: monthsThatCount.join(', '),
    }),
];

/** A plan above the plan; its duties are the plan's. */
export const layerSayings: readonly Saying<Layer>[] = [
  ({ name }) => said('名称', 'name', quoted(name)),
  ({ office }) => said('发文单位', 'office', quoted(office)),
  ({ effectiveFrom }) => said('实施自', 'in force from', plain(effectiveFrom)),
];

/** What holds of waiting lists, of deeds entered by hand and of what a family contests. */
export const procedureSayings: readonly Saying<Plan>[] = [
  ({ waitingList }) =>
    saidIf(
      '候补时没有过名额的家庭排前',
      'families without a place yet go first',
      waitingList.firstTimersFirst,
    ),
  ({ waitingList: { missed } }) =>
    said(
      '报了名没来：',
      'who missed',
      missed && {
        zh: `满 ${missed.from} 次排后，${missed.fadesAfterDays} 天后不再算`,
        en: `${missed.from} times goes last, forgotten after ${missed.fadesAfterDays} days`,
      },
    ),
  ({ awards }) => said('成批登记抽查', 'sampled of a sheet', percent(awards.reviewPercent)),
  ({ awards }) => said('人工登记期限', 'entered by hand within', days(awards.enterWithinDays)),
  ({ excuses }) =>
    said('免计的事由：', 'excused for', listed(excuses.reasons.map(({ name }) => name))),
  ({ excuses: { substitutes } }) =>
    substitutes.length > 0
      ? said('免计的替代方式：', 'substitutes', listed(substitutes.map(({ name }) => name)))
      : undefined,
  ({ contests }) => said('提出异议期限', 'contested within', days(contests.raiseWithinDays)),
  ({ contests }) =>
    said(
      '主办方答复期限',
      'the host answers within',
      workingDays(contests.hostAnswersWithinWorkingDays),
    ),
  ({ contests }) =>
    said(
      '不接受答复、上报区里的期限',
      'taken to the district within',
      days(contests.notAcceptedWithinDays),
    ),
  ({ contests }) =>
    said(
      '区里答复期限',
      'the district answers within',
      workingDays(contests.districtAnswersWithinWorkingDays),
    ),
];

function usesOf(uses: Plan['admissionUse']): Words {
  return listed(
    uses.map(({ use, from, until }) => {
      const { zh, en } = admissionUseNames[use];
      const ends = until ? { zh: ` 到 ${until}`, en: ` to ${until}` } : { zh: ' 起', en: ' on' };
      return { zh: `${from}${ends.zh}${zh}`, en: `${en} from ${from}${ends.en}` };
    }),
  );
}

function span(from: string, until: string): Words {
  return { zh: `${from} 到 ${until}`, en: `${from} to ${until}` };
}

function days(count: number): Words {
  return counted(count, '天', 'day');
}

function workingDays(count: number): Words {
  return counted(count, '个工作日', 'working day');
}
