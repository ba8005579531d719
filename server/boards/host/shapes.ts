import { Type } from 'typebox';
import { Page, PageQuery } from '../../platform/index.ts';
import { SheetQuery } from '../../platform/sheets/index.ts';
import { activityStates } from '../../records/activities/index.ts';
import { lacks } from './rules/what-is-missing.ts';

const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const Nullable = <Shape extends Type.TSchema>(shape: Shape) => Type.Union([shape, Type.Null()]);
const Id = Type.String({ format: 'uuid' });

export const BoardRow = Type.Object(
  {
    activity_id: Id,
    title: Type.String(),
    kind_name: Words,
    state: Type.Enum([...activityStates]),
    begins_at: Type.String(),
    ends_at: Type.String(),
    place: Type.String(),
    host_name: Type.String(),
    capacity: Nullable(Type.Integer({ description: 'Households; null: no limit' })),
    places_taken: Type.Integer(),
    waiting: Type.Integer({ description: 'Households in the waiting list' }),
    entered: Type.Integer({ description: 'Carers who were checked in' }),
    missing: Type.Array(
      Type.Object({
        code: Type.Enum([...lacks]),
        is_urgent: Type.Boolean(),
        text: Words,
        mend: Type.Enum(
          ['change', 'publish', 'registrations', 'other-times', 'helpers', 'confirm', 'report'],
          {
            description: 'Where it is mended',
          },
        ),
      }),
      { description: 'The most pressing first' },
    ),
  },
  { title: 'BoardRow' },
);
export type BoardRow = Type.Static<typeof BoardRow>;
export const BoardPage = Page(BoardRow, 'BoardPage');

const filters = {
  host: Type.Optional(Id),
  missing: Type.Optional(
    Type.Enum([...lacks, 'anything'], { description: 'Only events that lack this' }),
  ),
  q: Type.Optional(Type.String({ maxLength: 60 })),
};
export const BoardQuery = Type.Object({ ...PageQuery, ...filters });
export type BoardQuery = Type.Static<typeof BoardQuery>;
export const BoardSheetQuery = SheetQuery(filters);
