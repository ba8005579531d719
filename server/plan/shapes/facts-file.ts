import { Type } from 'typebox';
import { attributeTypes, excuseAsks, factUnits, partyKinds } from '../vocabulary.ts';
import { AttributeId, closed, Id, listOf, Words } from './parts.ts';

export const FactsFile = Type.Object(
  {
    choices: Type.Optional(
      listOf(
        {
          id: Id('一组可选的值 · a list of choices'),
          values: listOf({ id: Id('值 · a value'), name: Words }, '可选的值 · values'),
        },
        '类型为 choice 的属性可以写什么 · what attributes of type choice may say',
      ),
    ),
    kinds: listOf(
      {
        id: Id('事实种类，如 activity.attended · a kind of fact'),
        name: Words,
        unit: Type.Enum(factUnits),
        subject: Type.Enum(partyKinds),
        actor: Type.Enum(partyKinds),
        byHand: Type.Optional(
          Type.Boolean({
            description:
              '工作人员可以凭材料登记，另一人核准 · staff may enter it, a second person confirms',
          }),
        ),
        attributes: Type.Optional(
          listOf(
            {
              id: AttributeId('属性 · attribute'),
              type: Type.Enum(attributeTypes),
              name: Words,
              optional: Type.Optional(Type.Boolean()),
              choices: Type.Optional(Id('choices 里的一组 · a list of choices above')),
            },
            '属性 · attributes',
          ),
        ),
      },
      '事实种类 · kinds of fact',
    ),
    excuses: Type.Optional(
      Type.Object(
        {
          reasons: listOf(
            {
              id: Id('事由 · a reason'),
              name: Words,
              asks: Type.Optional(
                Type.Enum(excuseAsks, {
                  description:
                    'substitute：以什么方式、哪天补做；words：写一句 · what is to be said beside it',
                }),
              ),
            },
            '事由 · reasons',
          ),
          substitutes: Type.Optional(
            listOf({ id: Id('替代方式 · a substitute'), name: Words }, '替代方式 · substitutes'),
          ),
        },
        { ...closed, description: '任务因何可以免计 · for what a duty may be excused' },
      ),
    ),
    awards: Type.Optional(
      Type.Object(
        {
          reviewPercent: Type.Integer({
            minimum: 0,
            maximum: 100,
            description:
              '成批登记的，区里随机抽查百分之几 · of a sheet, the share that the district samples',
          }),
          enterWithinDays: Type.Integer({
            minimum: 1,
            maximum: 3660,
            description: '事情之后多少天内可以登记 · days after the deed to enter it',
          }),
        },
        { ...closed, description: '人工登记 · deeds entered by hand' },
      ),
    ),
  },
  { ...closed, title: 'FactsFile', description: 'facts.yaml' },
);
