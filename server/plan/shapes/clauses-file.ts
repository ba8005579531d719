import { Type } from 'typebox';
import { carriers } from '../vocabulary.ts';
import { ClauseId, closed, listOf, Words } from './parts.ts';

export const ClausesFile = Type.Object(
  {
    clauses: listOf(
      {
        id: ClauseId,
        parent: Type.Optional(ClauseId),
        title: Words,
        summary: Words,
        carriedBy: Type.Optional(
          Type.Array(Type.Enum(carriers), {
            minItems: 1,
            uniqueItems: true,
            description:
              '系统里由哪些部分承载；不写就是还没有 · what in the program carries it; missing: nothing yet',
          }),
        ),
      },
      '计划的每一条 · every clause of the plan',
    ),
  },
  { ...closed, title: 'ClausesFile', description: 'clauses.yaml' },
);
