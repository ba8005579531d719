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
            caps: Type.Optional(
              Type.Object(
                {
                  perDay: Type.Optional(Points('每人每天最多 · at most a day')),
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
  },
  { ...closed, title: 'PointsFile', description: 'points.yaml' },
);
