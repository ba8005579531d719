import { Type } from 'typebox';
import { activityRoles } from '../../../plan/index.ts';
import { exceptionCodes } from '../rules/exceptions.ts';
import { helperParts } from '../tables.ts';

const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const Nullable = <Shape extends Type.TSchema>(shape: Shape) => Type.Union([shape, Type.Null()]);
const Id = Type.String({ format: 'uuid' });
const strict = { additionalProperties: false };

export const ByHelper = Type.Object({ id: Id, person_id: Id });

export const NewHelper = Type.Object(
  {
    person_id: Id,
    part: Type.Enum([...helperParts], { description: 'door: stands at the door; earns nothing' }),
  },
  { title: 'NewHelper', ...strict },
);
export type NewHelper = Type.Static<typeof NewHelper>;

export const HelperShape = Type.Object(
  {
    person_id: Id,
    name: Type.String(),
    part: Type.Enum([...helperParts]),
    attendance_id: Nullable(Id),
    minutes: Nullable(Type.Integer({ description: 'That count; null until settled' })),
  },
  { title: 'Helper' },
);
export type HelperShape = Type.Static<typeof HelperShape>;
export const Helpers = Type.Object({ items: Type.Array(HelperShape) }, { title: 'Helpers' });

export const NewPresence = Type.Object(
  {
    carer_id: Id,
    minutes: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 1440, description: 'The whole event if not given' }),
    ),
    reason: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
  },
  { title: 'NewPresence', ...strict },
);
export type NewPresence = Type.Static<typeof NewPresence>;
export const Presence = Type.Object({ attendance_id: Id }, { title: 'Presence' });

const ExceptionRow = Type.Object(
  {
    code: Type.Enum([...exceptionCodes]),
    activity_id: Type.String({ format: 'uuid', description: 'The event, or its session' }),
    planned_minutes: Type.Integer({ description: 'What staying from beginning to end counts' }),
    carer_id: Id,
    carer_name: Type.String(),
    children: Type.Array(Type.String(), { description: 'Names of those in the reader’s reach' }),
    attendance_id: Nullable(Id),
    entered_at: Nullable(Type.String()),
    left_at: Nullable(Type.String()),
    note: Nullable(Type.String()),
    minutes: Nullable(Type.Integer()),
  },
  { title: 'ExceptionRow' },
);
export type ExceptionRow = Type.Static<typeof ExceptionRow>;
export const Exceptions = Type.Object(
  {
    came: Type.Integer(),
    unquestioned: Type.Integer({ description: 'Of those who came: nothing unusual' }),
    items: Type.Array(ExceptionRow),
  },
  { title: 'Exceptions' },
);
export type Exceptions = Type.Static<typeof Exceptions>;

export const ThanksCard = Type.Object(
  {
    activity_id: Id,
    title: Type.String(),
    kind_name: Words,
    begins_at: Type.String(),
    host_name: Type.String(),
    name: Type.String(),
    part: Type.Enum([...activityRoles]),
  },
  { title: 'ThanksCard' },
);
export type ThanksCard = Type.Static<typeof ThanksCard>;
