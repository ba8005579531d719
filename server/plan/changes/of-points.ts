import type { Words } from '../../platform/index.ts';
import type {
  CertificateKind,
  CertificateVersion,
  PointCategory,
  PointCategoryVersion,
  PointRule,
  PointRuleVersion,
} from '../plan.ts';
import {
  conditionsOf,
  counted,
  listed,
  namedFact,
  percent,
  plain,
  points,
  quoted,
  whoCountsNames,
} from './names.ts';
import { type Saying, said, saidText } from './sayings.ts';

/** What a plan says of point rules, of categories and of certificates, and of each version of them. */
export const ruleSayings: readonly Saying<PointRule>[] = [
  ({ title }) => said('名称', 'title', quoted(title)),
  ({ fact }, plan) => said('计分的事实', 'earned by', namedFact(plan, fact)),
  ({ fact, when }, plan) =>
    when.length > 0 ? said('条件：', 'where', conditionsOf(plan, fact, when)) : undefined,
];

export const ruleVersionSayings: readonly Saying<PointRuleVersion>[] = [
  ({ per, amount }) =>
    per === 'hour'
      ? said('每小时', 'an hour', points(amount))
      : said('每次', 'each time', points(amount)),
  ({ tiers }) =>
    tiers.length > 0
      ? said(
          '一学期',
          'in a term',
          listed(
            tiers.map(({ above, percent: share }) => ({
              zh: `超过 ${above / 100} 分的部分按 ${share}% 计`,
              en: `what is above ${points(above).en} counts ${share}%`,
            })),
          ),
        )
      : undefined,
  ({ caps }) => mostOf('每天最多', 'at most a day', caps.day),
  ({ caps }) => mostOf('每月最多', 'at most a month', caps.month),
  ({ caps }) => mostOf('每学期最多', 'at most a term', caps.term),
];

export const categorySayings: readonly Saying<PointCategory>[] = [
  ({ title }) => said('名称', 'title', quoted(title)),
  ({ rules }, plan) =>
    said(
      '包括',
      'its rules',
      listed(
        plan.pointRules.filter(({ id }) => rules.includes(id)).map(({ title }) => quoted(title)),
      ),
    ),
];

export const categoryVersionSayings: readonly Saying<PointCategoryVersion>[] = [
  ({ caps }) => mostOf('合计每学期最多', 'at most a term by all of them', caps.term),
  ({ caps }) =>
    mostOf('同一主办单位每学期最多', 'at most a term from one organisation', caps.source),
];

export const certificateSayings: readonly Saying<CertificateKind>[] = [
  ({ name }) => said('名称', 'name', quoted(name)),
  ({ description }) => saidText('说明', 'description', description),
  ({ numberPrefix }) => said('编号开头', 'numbers begin with', plain(numberPrefix)),
];

export const certificateVersionSayings: readonly Saying<CertificateVersion>[] = [
  ({ threshold }) => said('门槛', 'threshold', points(threshold)),
  ({ counts }) => said('算谁的积分：', 'whose points count', whoCountsNames[counts.carers]),
  ({ counts }) =>
    counts.carers === 'both'
      ? said('每位要达到门槛的', 'each reaches of the threshold', percent(counts.each))
      : undefined,
  ({ lowered }) => {
    const movedIn = lowered?.movedIn;
    return said(
      '后来的家庭：',
      'families that came later',
      movedIn && {
        zh: `${movedIn.after} 以后来的按 ${movedIn.months} 个月折算`,
        en: `after ${movedIn.after}, in proportion to ${movedIn.months} months`,
      },
    );
  },
  ({ lowered }) =>
    said('请假每满 30 天少要', 'less for 30 days of leave', share(lowered?.leave?.percentAMonth)),
  ({ lowered }) =>
    said('家长有残疾少要', 'less for a disability', share(lowered?.disability?.percent)),
  ({ lowered }) => said('再少也要', 'never less than', share(lowered?.atLeast)),
  ({ validMonths }) => said('有效期', 'valid for', counted(validMonths, '个月', 'month')),
  ({ criteria }) => saidText('证明上的说明', 'what the paper says', criteria),
];

function mostOf(zh: string, en: string, amount: number | undefined) {
  return said(zh, en, amount === undefined ? undefined : points(amount));
}

function share(value: number | undefined): Words | undefined {
  return value === undefined ? undefined : percent(value);
}
