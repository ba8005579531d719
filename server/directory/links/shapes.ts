import { Type } from 'typebox';
import { Page, PageQuery, SortQuery } from '../../platform/index.ts';
import { SheetQuery } from '../../platform/sheets/index.ts';
import { linkSortKeys } from './store.ts';

const Id = Type.String({ format: 'uuid' });
const Nullable = <Shape extends Type.TSchema>(shape: Shape) => Type.Union([shape, Type.Null()]);
const State = Type.Enum(['waiting', 'confirmed', 'declined']);

export const Schools = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        id: Id,
        name: Type.String(),
        kind: Type.Enum(['school', 'kindergarten']),
      }),
    ),
  },
  { title: 'Schools' },
);

export const LinkWanted = Type.Object(
  {
    school_id: Id,
    child_name: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }),
    class_hint: Type.String({ maxLength: 60, description: 'The class as the carer writes it' }),
    relationship: Type.String({ pattern: '^[5-9][0-9]$', description: 'GB/T 4761' }),
  },
  { title: 'LinkWanted', additionalProperties: false },
);

export const LinkRequest = Type.Object(
  {
    id: Id,
    school_id: Id,
    school_name: Type.String(),
    child_name: Type.String(),
    class_hint: Type.String(),
    relationship: Type.String(),
    state: State,
    made_at: Type.String({ format: 'date-time' }),
    decided_at: Nullable(Type.String({ format: 'date-time' })),
    reason: Nullable(Type.String({ description: 'Why it was declined' })),
    is_new: Type.Boolean({ description: 'Decided, and the carer has not seen it yet' }),
    carer: Type.Object({ id: Id, name: Type.String(), masked_phone: Nullable(Type.String()) }),
    matches: Type.Array(
      Type.Object({ student_id: Id, name: Type.String(), class_name: Nullable(Type.String()) }),
      { description: 'For those who decide: children of that name whom they may see' },
    ),
  },
  { title: 'LinkRequest' },
);
export type LinkRequest = Type.Static<typeof LinkRequest>;

export const LinkRequestPage = Page(LinkRequest, 'LinkRequestPage');

const filters = { state: Type.Optional(State), ...SortQuery(linkSortKeys, 'asked') };

export const LinkRequestSheetQuery = SheetQuery(filters);
export const LinkRequestQuery = Type.Object({
  ...PageQuery,
  ...filters,
  own: Type.Boolean({ default: false, description: 'One’s own, also for those who decide' }),
});

export const LinkDecision = Type.Object(
  {
    decision: Type.Enum(['confirm', 'decline']),
    student_id: Type.Optional(Id),
    reason: Type.Optional(
      Type.String({ maxLength: 200, description: 'Needed to decline: the carer reads it' }),
    ),
  },
  { title: 'LinkDecision', additionalProperties: false },
);

export const LinkDecided = Type.Object(
  { id: Id, state: State, student_id: Nullable(Id) },
  { title: 'LinkDecided' },
);

export const ById = Type.Object({ id: Id });

export const StudentAndCarer = Type.Object({ id: Id, carer_id: Id });
