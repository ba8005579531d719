import { Type } from 'typebox';
import { AttributeId, ClauseId, closed, Id, listOf, Points, versioned, Words } from './parts.ts';

export const PointsFile = Type.Object(
  {
    rules: listOf(
      {
        id: Id('积分规则编号 · a point rule'),
        clause: ClauseId,
        title: Words,
        fact: Id('事实种类 · the kind of fact that earns'),
        when: Type.Optional(
          listOf(
            {
              attribute: AttributeId('事实的属性 · an attribute of the fact'),
              in: Type.Array(Id('属性的值'), { minItems: 1, uniqueItems: true }),
            },
            '全部满足才计分 · all must hold',
          ),
        ),
        versions: listOf(
          {
            ...versioned,
            perHour: Type.Optional(Points('每小时积分 · points per hour')),
            perEvent: Type.Optional(Points('每次积分 · points per event')),
            tiers: Type.Optional(
              listOf(
                {
                  above: Points(
                    '一学期里超过多少分的部分 · what is above so many points in a term',
                  ),
                  percent: Type.Integer({
                    minimum: 0,
                    maximum: 99,
                    description: '按百分之几计 · counts by this percentage',
                  }),
                },
                '分段计分，由低到高 · tiers, rising',
              ),
            ),
            caps: Type.Optional(
              Type.Object(
                {
                  perDay: Type.Optional(Points('每人每天最多 · at most a day')),
                  perMonth: Type.Optional(Points('每人每月最多 · at most a month')),
                  perTerm: Type.Optional(Points('每人每学期最多 · at most a term')),
                },
                closed,
              ),
            ),
          },
          '版本 · versions',
        ),
      },
      '积分规则 · point rules',
    ),
    categories: Type.Optional(
      listOf(
        {
          id: Id('积分类别编号 · a category of rules'),
          clause: ClauseId,
          title: Words,
          rules: Type.Array(Id('积分规则编号 · a point rule'), { minItems: 1, uniqueItems: true }),
          versions: listOf(
            {
              ...versioned,
              caps: Type.Object(
                {
                  perTerm: Type.Optional(
                    Points('各项合计，每人每学期最多 · at most a term by all of them'),
                  ),
                  perSource: Type.Optional(
                    Points(
                      '来自同一主办单位的，每人每学期最多 · at most a term from one organisation',
                    ),
                  ),
                },
                { ...closed, minProperties: 1 },
              ),
            },
            '版本 · versions',
          ),
        },
        '合计封顶的几项规则 · rules with a cap in common',
      ),
    ),
  },
  { ...closed, title: 'PointsFile', description: 'points.yaml' },
);
