import type { Words } from '../../platform/index.ts';
import type { SheetColumn } from '../../platform/sheets/index.ts';
import type { DutyHost, DutyLoad, DutyTrend, TrendLine } from './shapes-of-charts.ts';

/** A duty in a week of one of its two periods. */
interface TrendWeek extends Pick<TrendLine, 'period_name' | 'due_on' | 'tasks'> {
  readonly title: Words;
  readonly week: string;
  readonly done: number;
}

export function weeksOf({ rows }: DutyTrend): TrendWeek[] {
  return rows.flatMap(({ title, now, before }) =>
    [before, now].flatMap((line) =>
      line
        ? line.weeks.map((week) => ({
            ...{ title, period_name: line.period_name, due_on: line.due_on, tasks: line.tasks },
            ...week,
          }))
        : [],
    ),
  );
}

export const trendSheetColumns: readonly SheetColumn<TrendWeek>[] = [
  { header: { zh: '任务', en: 'Duty' }, width: 32, value: ({ title }) => title },
  { header: { zh: '哪一期', en: 'Period' }, width: 22, value: (row) => row.period_name },
  { header: { zh: '到期', en: 'Due on' }, width: 12, value: ({ due_on }) => due_on },
  { header: { zh: '周（周一）', en: 'Week (Monday)' }, width: 14, value: ({ week }) => week },
  { header: { zh: '累计完成', en: 'Done so far' }, width: 12, value: ({ done }) => done },
  { header: { zh: '应完成', en: 'Asked' }, width: 10, value: ({ tasks }) => tasks },
];

const tierNames = {
  district: { zh: '区级', en: 'District' },
  subdistrict: { zh: '街道', en: 'Subdistrict' },
  community: { zh: '社区', en: 'Community' },
  campus: { zh: '学校和幼儿园', en: 'School or kindergarten' },
} as const;

const sortNames = {
  guidance: { zh: '指导活动', en: 'Guidance events' },
  practice: { zh: '实践活动', en: 'Practice events' },
  volunteering: { zh: '志愿服务', en: 'Volunteering' },
  sharing: { zh: '分享', en: 'Sharing' },
  meeting: { zh: '会议', en: 'Meetings' },
  none: { zh: '其他', en: 'Other' },
} as const;

/** Each organisation a line: what it held this term, sort by sort. */
export function loadSheetColumns({ sorts, period }: DutyLoad): SheetColumn<DutyHost>[] {
  return [
    { header: { zh: '街道', en: 'Subdistrict' }, width: 18, value: ({ area_name }) => area_name },
    { header: { zh: '单位', en: 'Organisation' }, width: 28, value: ({ name }) => name },
    { header: { zh: '层级', en: 'Tier' }, width: 16, value: ({ tier }) => tierNames[tier] },
    { header: { zh: '哪一期', en: 'Period' }, width: 22, value: () => period?.name ?? null },
    ...sorts.map(
      ({ counts_as }, index): SheetColumn<DutyHost> => ({
        header: sortNames[counts_as],
        width: 14,
        value: ({ held }) => held[index] ?? 0,
      }),
    ),
    {
      header: { zh: '还没有办过', en: 'None yet' },
      width: 12,
      value: ({ hollow }) => (hollow ? { zh: '是', en: 'yes' } : null),
    },
  ];
}
