import { Type } from 'typebox';
import { ClauseId, closed, listOf, Words } from './parts.ts';

export const ClausesFile = Type.Object(
  {
    clauses: listOf(
      {
        id: ClauseId,
        parent: Type.Optional(ClauseId),
        title: Words,
        summary: Words,
      },
      '计划的每一条 · every clause of the plan',
    ),
  },
  { ...closed, title: 'ClausesFile', description: 'clauses.yaml' },
);
