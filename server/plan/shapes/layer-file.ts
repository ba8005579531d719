import { Type } from 'typebox';
import { closed, Day, Id, Words } from './parts.ts';

/** Folders of plans that bind here too, relative to this one. */
export const Layers = Type.Optional(
  Type.Array(Type.String({ pattern: '\\S', maxLength: 200 }), {
    minItems: 1,
    maxItems: 5,
    uniqueItems: true,
    description:
      '同时适用的上级规定，写文件夹，如 ../national · plans above this one that bind too, as folders',
  }),
);

/** What binds every district of a country or province: its clauses and duties, no points and no calendar. */
export const LayerFile = Type.Object(
  {
    id: Id('编号 · the id'),
    name: Words,
    office: Words,
    effectiveFrom: Day('第一天 · first day in force'),
    layers: Layers,
  },
  { ...closed, title: 'LayerFile', description: 'layer.yaml' },
);
