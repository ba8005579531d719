import { Type } from 'typebox';
import { closed, Day, Form, listOf, Words } from './parts.ts';

const span = {
  from: Day('第一天 · first day'),
  until: Day('最后一天，含当天 · last day, itself included'),
};

export const CalendarFile = Type.Object(
  {
    schoolYears: listOf(
      {
        id: Form('^[0-9]{4}-[0-9]{4}$', '请写成 2026-2027 · Write it as 2026-2027'),
        beginsOn: Day('第一天 · first day'),
        endsOn: Day('最后一天 · last day'),
        terms: listOf(
          {
            id: Form('^[0-9]{4}-[0-9]{4}-[1-3]$', '请写成 2026-2027-1 · Write it as 2026-2027-1'),
            name: Words,
            beginsOn: Day('第一天 · first day'),
            endsOn: Day('最后一天 · last day'),
          },
          '学期 · terms',
        ),
      },
      '学年 · school years',
    ),
    monthsThatCount: Type.Optional(
      Type.Array(Type.Integer({ minimum: 1, maximum: 12 }), {
        minItems: 1,
        uniqueItems: true,
        description:
          '每月一次的任务，哪几个月要做；不写就是每月 · months in which monthly duties are due; missing: all',
      }),
    ),
    daysOff: Type.Optional(
      Type.Object(
        {
          publishedUntil: Day(
            '放假安排已公布到哪一天 · until when the holidays are published, this day included',
          ),
          holidays: listOf(
            {
              name: Words,
              ...span,
              makeUpDays: Type.Optional(
                Type.Array(Day('调休上班的周末 · a weekend day on which people work'), {
                  minItems: 1,
                  maxItems: 10,
                  uniqueItems: true,
                }),
              ),
            },
            '节假日，按先后 · public holidays, earliest first',
          ),
        },
        { ...closed, description: '法定节假日和调休 · public holidays and make-up days' },
      ),
    ),
    festivals: Type.Optional(
      listOf(
        {
          name: Words,
          everyYear: Type.Optional(
            Form('^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$', '请写成 06-01 · Write it as 06-01', {
              description: '每年的这一天 · this day of each year',
            }),
          ),
          spans: Type.Optional(listOf(span, '写明的日子 · days that are named')),
        },
        '节日和纪念日（2.2.4） · festivals and memorial days',
      ),
    ),
  },
  { ...closed, title: 'CalendarFile', description: 'calendar.yaml' },
);
