import { Type } from 'typebox';
import { attributeTypes, factUnits, partyKinds } from '../vocabulary.ts';
import { AttributeId, closed, Id, listOf, Words } from './parts.ts';

export const FactsFile = Type.Object(
  {
    kinds: listOf(
      {
        id: Id('事实种类，如 activity.attended · a kind of fact'),
        name: Words,
        unit: Type.Enum(factUnits),
        subject: Type.Enum(partyKinds),
        actor: Type.Enum(partyKinds),
        attributes: Type.Optional(
          listOf(
            {
              id: AttributeId('属性 · attribute'),
              type: Type.Enum(attributeTypes),
              name: Words,
              optional: Type.Optional(Type.Boolean()),
              choices: Type.Optional(
                Type.Array(Id('可选的值'), { minItems: 1, uniqueItems: true }),
              ),
            },
            '属性 · attributes',
          ),
        ),
      },
      '事实种类 · kinds of fact',
    ),
  },
  { ...closed, title: 'FactsFile', description: 'facts.yaml' },
);
