import { Type } from 'typebox';
import { waitingReasons } from '../rules/waiting-order.ts';

const Nullable = <Shape extends Type.TSchema>(shape: Shape) => Type.Union([shape, Type.Null()]);
const Id = Type.String({ format: 'uuid' });

export const absenceReasons = ['ill', 'work', 'on-the-way', 'other'] as const;

export const WaitingReasons = Type.Array(Type.Enum([...waitingReasons]), {
  description: 'Why others go before this household; empty: only those who came earlier do',
});

export const ExcuseAbsence = Type.Object(
  { reason: Type.Enum([...absenceReasons]) },
  { title: 'ExcuseAbsence', additionalProperties: false },
);

export const Missed = Type.Object(
  {
    from: Nullable(
      Type.Integer({ description: 'From so many one goes last among equals; null: never' }),
    ),
    fades_after_days: Nullable(Type.Integer()),
    counting: Type.Integer({ description: 'How many count now' }),
    items: Type.Array(
      Type.Object(
        {
          registration_id: Id,
          activity_id: Id,
          title: Type.String(),
          begins_at: Type.String(),
          ends_at: Type.String(),
          fades_at: Type.String({ description: 'From then on it is forgotten' }),
          excuse: Nullable(Type.Enum([...absenceReasons])),
        },
        { title: 'MissedEvent' },
      ),
      { description: 'Had a place, did not come, did not give it up' },
    ),
  },
  { title: 'Missed' },
);
export type Missed = Type.Static<typeof Missed>;

/** Who goes first, as a carer or the host sees it. */
export const Priority = Type.Object(
  {
    until: Nullable(Type.String({ description: 'Until then only they may sign up' })),
    groups: Type.String({ description: 'Whose families go first, in one line' }),
    is_mine: Type.Boolean({ description: 'A child of the reader is of a group' }),
  },
  { title: 'Priority' },
);
