import { Type } from 'typebox';
import { closed, Id, listOf, Words } from './parts.ts';

export const StagesFile = Type.Object(
  {
    stages: listOf(
      {
        id: Id('课程阶段编号 · a curriculum stage'),
        part: Type.Enum(['before-school-age', 'school-age', 'other-carers']),
        name: Words,
        summary: Words,
      },
      '课程阶段（2.2.3） · curriculum stages',
    ),
  },
  { ...closed, title: 'StagesFile', description: 'stages.yaml' },
);
