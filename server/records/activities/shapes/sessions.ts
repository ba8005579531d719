import { Type } from 'typebox';
import {
  LETTERS_OF_A_LABEL,
  MOST_CHILDREN_A_SIGN_UP,
  MOST_HOUSEHOLDS,
  MOST_SESSIONS_AT_ONCE,
} from '../limits.ts';
import { activityStates, registrationStates } from '../states.ts';

const Nullable = <Shape extends Type.TSchema>(shape: Shape) => Type.Union([shape, Type.Null()]);
const Id = Type.String({ format: 'uuid' });
const Instant = Type.String({ format: 'date-time' });
const strict = { additionalProperties: false };

/** What a session has besides its time. */
const own = {
  place: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' }),
  label: Type.String({
    maxLength: LETTERS_OF_A_LABEL,
    description: 'What tells it from its sisters: a room, a post',
  }),
  team: Type.String({ maxLength: LETTERS_OF_A_LABEL, description: 'Who serves in this shift' }),
  capacity: Nullable(Type.Integer({ minimum: 1, maximum: MOST_HOUSEHOLDS })),
};
const anyOf = {
  place: Type.Optional(own.place),
  label: Type.Optional(own.label),
  team: Type.Optional(own.team),
  capacity: Type.Optional(own.capacity),
};

const leader = {
  led_by: Type.Optional(
    Type.String({ format: 'uuid', description: 'Of a private slot: who sees the families' }),
  ),
};

export const NewSession = Type.Object(
  { begins_at: Instant, ends_at: Instant, ...anyOf, ...leader },
  { title: 'NewSession', ...strict },
);
export type NewSession = Type.Static<typeof NewSession>;

export const NewSlots = Type.Object(
  {
    from: Instant,
    until: Type.String({
      format: 'date-time',
      description: `What fits between is made, at most ${MOST_SESSIONS_AT_ONCE}`,
    }),
    minutes: Type.Integer({ minimum: 5, maximum: 1440 }),
    pause: Type.Optional(Type.Integer({ minimum: 0, maximum: 240, description: 'Minutes' })),
    ...anyOf,
    ...leader,
  },
  { title: 'NewSlots', ...strict },
);
export type NewSlots = Type.Static<typeof NewSlots>;

export const SessionChange = Type.Partial(
  Type.Object({ begins_at: Instant, ends_at: Instant, ...own }),
  { title: 'SessionChange', minProperties: 1, ...strict },
);
export type SessionChange = Type.Static<typeof SessionChange>;

export const ChangeToSession = Type.Object(
  { session_id: Id },
  { title: 'ChangeToSession', ...strict },
);

/** A session as its activity's page shows it. */
export const Session = Type.Object(
  {
    activity_id: Id,
    label: Type.String(),
    team: Type.String(),
    leader: Nullable(
      Type.String({ description: 'Who leads it: the counsellor, or who leads its team' }),
    ),
    has_team: Type.Boolean(),
    begins_at: Type.String(),
    ends_at: Type.String(),
    place: Type.String(),
    state: Type.Enum([...activityStates]),
    version: Type.Integer(),
    capacity: Nullable(Type.Integer()),
    places_left: Nullable(Type.Integer()),
    registration: Nullable(
      Type.Enum([...registrationStates], { description: 'One’s own, if one has any' }),
    ),
    desk: Nullable(
      Type.Object({
        registered: Type.Integer(),
        waiting: Type.Integer(),
        entered: Type.Integer(),
      }),
    ),
  },
  { title: 'Session' },
);
export type Session = Type.Static<typeof Session>;

/** Which session a registration is for, and the activity that it is one of. */
export const SessionName = Type.Object(
  { activity_id: Id, label: Type.String(), begins_at: Type.String() },
  { title: 'SessionName' },
);

export const BookSlot = Type.Object(
  {
    student_ids: Type.Array(Id, {
      minItems: 1,
      maxItems: MOST_CHILDREN_A_SIGN_UP,
      uniqueItems: true,
    }),
    note: Type.Optional(
      Type.String({
        maxLength: 500,
        description: 'What to talk about; sealed, for the counsellor',
      }),
    ),
  },
  { title: 'BookSlot', ...strict },
);
export type BookSlot = Type.Static<typeof BookSlot>;

export const Booked = Type.Object({ id: Id }, { title: 'Booked' });

/** A private slot as its two sides see it. */
export const SlotBooking = Type.Object(
  {
    carers: Type.Array(Type.String()),
    students: Type.Array(Type.Object({ name: Type.String(), class_name: Nullable(Type.String()) })),
    note: Nullable(Type.String()),
    minutes: Nullable(Type.Integer({ description: 'Null: they have not met yet' })),
  },
  { title: 'SlotBooking' },
);
export type SlotBooking = Type.Static<typeof SlotBooking>;
