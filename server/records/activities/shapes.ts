import { Type } from 'typebox';
import { activityRoles, countsAsWords, hostKinds, sessionChoices } from '../../plan/index.ts';
import { Page, PageQuery, SortQuery } from '../../platform/index.ts';
import { SheetQuery } from '../../platform/sheets/index.ts';
import {
  MOST_AUDIENCE,
  MOST_CHILDREN_A_SIGN_UP,
  MOST_CLASHES_SHOWN,
  MOST_COMING_SHOWN,
  MOST_COPIES_AT_ONCE,
  MOST_HOUSEHOLDS,
} from './limits.ts';
import { absenceReasons, Priority, WaitingReasons } from './shapes/order.ts';
import { Answers, QuestionShape } from './shapes/questions.ts';
import { Session, SessionName } from './shapes/sessions.ts';
import { activityActions, activityStates, attendanceStates, registrationStates } from './states.ts';

export * from './shapes/afterwards.ts';
export * from './shapes/door.ts';
export * from './shapes/order.ts';
export * from './shapes/programmes.ts';
export * from './shapes/questions.ts';
export * from './shapes/sessions.ts';
export * from './shapes/team.ts';

const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const Nullable = <Shape extends Type.TSchema>(shape: Shape) => Type.Union([shape, Type.Null()]);
const Id = Type.String({ format: 'uuid' });
const Instant = Type.String({ format: 'date-time' });
const Role = Type.Enum([...activityRoles]);
const strict = { additionalProperties: false };

export const ById = Type.Object({ id: Id });
export const ByRegistration = Type.Object({ id: Id, registration_id: Id });

/** A kind of the plan. */
const ActivityKindShape = Type.Object(
  {
    id: Type.String(),
    name: Words,
    summary: Words,
    clause: Type.String(),
    counts_as: Type.Enum([...countsAsWords]),
    default_minutes: Type.Integer(),
    maximum_minutes: Type.Integer(),
    hosts: Type.Array(Type.Enum([...hostKinds])),
    roles: Type.Array(Role),
    check_in: Type.Enum(['entry', 'entry-and-exit']),
    sessions: Nullable(
      Type.Enum([...sessionChoices], { description: 'May be held in sessions to choose from' }),
    ),
    private: Type.Boolean({ description: 'Only the two sides know who comes' }),
    every_family: Type.Boolean({ description: 'By class; every family is expected' }),
    with_children: Type.Boolean({ description: 'Carer and child come together' }),
  },
  { title: 'ActivityKind' },
);
export const ActivityKinds = Type.Object(
  { items: Type.Array(ActivityKindShape) },
  { title: 'ActivityKinds' },
);

const fields = {
  kind: Type.String({ maxLength: 60 }),
  title: Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' }),
  description: Type.String({ maxLength: 5000 }),
  bring: Type.String({ maxLength: 300 }),
  place: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' }),
  online_link: Nullable(Type.String({ maxLength: 500, pattern: '^https?://\\S+$' })),
  begins_at: Instant,
  ends_at: Instant,
  registration_opens_at: Nullable(Instant),
  registration_closes_at: Nullable(Instant),
  capacity: Nullable(Type.Integer({ minimum: 1, maximum: MOST_HOUSEHOLDS })),
  audience_ids: Type.Array(Id, { maxItems: MOST_AUDIENCE, uniqueItems: true }),
  stages: Type.Array(Type.String({ maxLength: 60 }), { maxItems: 20, uniqueItems: true }),
  priority_ids: Type.Array(Id, {
    maxItems: MOST_AUDIENCE,
    uniqueItems: true,
    description: 'Organisations whose families go first',
  }),
  priority_until: Nullable(Instant),
  is_public: Type.Boolean(),
};

/** What one writes to make an activity; the rest may come before publishing. */
export const NewActivity = Type.Object(
  {
    host_id: Id,
    kind: fields.kind,
    title: fields.title,
    place: fields.place,
    begins_at: fields.begins_at,
    ends_at: fields.ends_at,
    description: Type.Optional(fields.description),
    bring: Type.Optional(fields.bring),
    online_link: Type.Optional(fields.online_link),
    registration_opens_at: Type.Optional(fields.registration_opens_at),
    registration_closes_at: Type.Optional(fields.registration_closes_at),
    capacity: Type.Optional(fields.capacity),
    audience_ids: Type.Optional(fields.audience_ids),
    stages: Type.Optional(fields.stages),
    priority_ids: Type.Optional(fields.priority_ids),
    priority_until: Type.Optional(fields.priority_until),
    is_public: Type.Optional(fields.is_public),
  },
  { title: 'NewActivity', ...strict },
);
export type NewActivity = Type.Static<typeof NewActivity>;

export const ActivityChange = Type.Partial(Type.Object(fields), {
  title: 'ActivityChange',
  minProperties: 1,
  ...strict,
});
export type ActivityChange = Type.Static<typeof ActivityChange>;

const summary = {
  activity_id: Id,
  title: Type.String(),
  kind: Type.String(),
  kind_name: Words,
  begins_at: Type.String(),
  ends_at: Type.String(),
  place: Type.String(),
  host_id: Id,
  host_name: Type.String(),
  capacity: Nullable(Type.Integer({ description: 'Households; null: no limit' })),
  places_left: Nullable(Type.Integer()),
  stages: Type.Array(Type.String()),
};

export const ActivityRow = Type.Object(
  { ...summary, state: Type.Enum([...activityStates]), places_taken: Type.Integer() },
  { title: 'ActivityRow' },
);
export type ActivityRow = Type.Static<typeof ActivityRow>;
export const ActivityPage = Page(ActivityRow, 'ActivityPage');

export const activitySortKeys = ['begins', 'places'] as const;
const activityFilters = {
  host: Type.Optional(Id),
  state: Type.Optional(Type.Enum([...activityStates])),
  kind: Type.Optional(Type.String({ maxLength: 60 })),
  from: Type.Optional(Type.String({ format: 'date', description: 'First day' })),
  to: Type.Optional(Type.String({ format: 'date', description: 'Last day' })),
  q: Type.Optional(Type.String({ maxLength: 60 })),
  ...SortQuery(activitySortKeys, '-begins'),
};
export const ActivitiesQuery = Type.Object({ ...PageQuery, ...activityFilters });
export const ActivitiesSheetQuery = SheetQuery(activityFilters);
export type ActivitiesQuery = Type.Static<typeof ActivitiesQuery>;

const RegistrationShape = Type.Object(
  {
    id: Id,
    state: Type.Enum([...registrationStates]),
    waiting_position: Nullable(Type.Integer({ description: '1: the next to move up' })),
    waiting_reasons: WaitingReasons,
    offer_ends_at: Nullable(
      Type.String({ description: 'Until when an offered place is kept, or was' }),
    ),
    student_ids: Type.Array(Id),
  },
  { title: 'Registration' },
);

const fitting = {
  ...summary,
  worth: Type.Integer({ description: 'Hundredths of a point for the whole event, before caps' }),
  student_ids: Type.Array(Id, { description: 'Which of one’s children it is for' }),
  registration: Nullable(RegistrationShape),
};

export const CarerActivity = Type.Object(fitting, { title: 'CarerActivity' });
export type CarerActivity = Type.Static<typeof CarerActivity>;
export const CarerActivities = Type.Object(
  { items: Type.Array(CarerActivity, { description: `At most ${MOST_COMING_SHOWN}` }) },
  { title: 'CarerActivities' },
);
export const CarerActivitiesQuery = Type.Object({
  kind: Type.Optional(Type.String({ maxLength: 60 })),
  student_id: Type.Optional(Id),
});

/** What the desk sees besides. */
const ActivityDesk = Type.Object(
  {
    audience_ids: Type.Array(Id),
    priority_ids: Type.Array(Id),
    registered: Type.Integer({ description: 'Households with a place' }),
    offered: Type.Integer({
      description: 'Households for which a place is kept until they accept',
    }),
    waiting: Type.Integer({ description: 'Households in the waiting list' }),
    carers: Type.Integer(),
    entered: Type.Integer(),
    settled: Type.Integer({ description: 'Of those who entered: whose minutes stand' }),
    finished_by: Nullable(Type.String({ description: 'Name of who confirmed the end' })),
    finished_at: Nullable(Type.String()),
    actions: Type.Array(Type.Enum([...activityActions]), {
      description: 'What this person may do next',
    }),
  },
  { title: 'ActivityDesk' },
);

const SeriesDate = Type.Object(
  {
    activity_id: Id,
    begins_at: Type.String(),
    ends_at: Type.String(),
    state: Type.Enum([...activityStates]),
    places_left: Nullable(Type.Integer()),
  },
  { title: 'SeriesDate' },
);

export const ActivityDetail = Type.Object(
  {
    ...fitting,
    state: Type.Enum([...activityStates]),
    version: Type.Integer({ description: 'Also the ETag; send it as If-Match when changing' }),
    description: Type.String(),
    bring: Type.String(),
    audience: Type.String({ description: 'For whom, in one line' }),
    online_link: Nullable(Type.String({ description: 'For those who have a place, and the host' })),
    registration_opens_at: Nullable(Type.String()),
    registration_closes_at: Nullable(Type.String()),
    is_public: Type.Boolean(),
    priority: Nullable(Priority),
    programme: Nullable(Type.Object({ id: Id, name: Type.String() })),
    questions: Type.Array(QuestionShape, { description: 'Asked at sign-up' }),
    answers: Answers,
    cancel_reason: Nullable(Type.String()),
    attendance: Type.Enum([...attendanceStates]),
    came_as: Nullable(
      Type.Enum([...activityRoles], { description: 'As what this person was there' }),
    ),
    is_thanked: Type.Boolean({ description: 'A card of thanks is there for this person' }),
    series: Type.Array(SeriesDate, {
      description: 'Other times that this person may come to or arrange',
    }),
    is_private: Type.Boolean(),
    every_family: Type.Boolean({ description: 'Every family of the class is expected' }),
    has_team: Type.Boolean({ description: 'Those who sign up are a team, which somebody leads' }),
    has_topics: Type.Boolean({ description: 'Families say what they want to talk about' }),
    with_children: Type.Boolean({ description: 'Carer and child come together' }),
    children_came: Nullable(
      Type.Array(Id, { description: 'Of this carer’s children; null: the carer has not come' }),
    ),
    is_led_by_me: Type.Boolean({ description: 'This person is the one who leads the session' }),
    part_of: Nullable(
      Type.Object({ activity_id: Id, title: Type.String() }, { title: 'WholeActivity' }),
    ),
    sessions: Type.Array(Session, {
      description: 'Where there are any, one signs up for one of these',
    }),
    desk: Nullable(ActivityDesk),
  },
  { title: 'ActivityDetail' },
);
export type ActivityDetail = Type.Static<typeof ActivityDetail>;

export const CopyActivity = Type.Object(
  {
    days: Type.Array(Type.String({ format: 'date' }), {
      minItems: 1,
      maxItems: MOST_COPIES_AT_ONCE,
      uniqueItems: true,
      description: 'Days on which it is held again, at the same hour',
    }),
  },
  { title: 'CopyActivity', ...strict },
);

export const ActivityCopies = Type.Object(
  { items: Type.Array(Type.Object({ activity_id: Id, begins_at: Type.String() })) },
  { title: 'ActivityCopies' },
);

export const Clashes = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        activity_id: Id,
        title: Type.String(),
        host_name: Type.String(),
        begins_at: Type.String(),
        ends_at: Type.String(),
      }),
      { description: `At most ${MOST_CLASHES_SHOWN}` },
    ),
  },
  { title: 'Clashes' },
);
export type Clashes = Type.Static<typeof Clashes>;

export const CancelActivity = Type.Object(
  { reason: Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' }) },
  { title: 'CancelActivity', ...strict },
);

export const SignUp = Type.Object(
  {
    student_ids: Type.Array(Id, {
      minItems: 1,
      maxItems: MOST_CHILDREN_A_SIGN_UP,
      uniqueItems: true,
    }),
    carer_id: Type.Optional(Type.String({ format: 'uuid', description: 'By staff, for a carer' })),
    role: Type.Optional(Type.Enum([...activityRoles], { description: 'By staff only' })),
    answers: Type.Optional(Answers),
  },
  { title: 'SignUp', ...strict },
);
export type SignUp = Type.Static<typeof SignUp>;

export const SignedUp = Type.Object(
  {
    ...RegistrationShape.properties,
    clashes: Type.Array(
      Type.Object({
        activity_id: Id,
        title: Type.String(),
        begins_at: Type.String(),
        ends_at: Type.String(),
      }),
      { description: 'Other registrations of the carer at the same time; nothing is refused' },
    ),
  },
  { title: 'SignedUp' },
);
export type SignedUp = Type.Static<typeof SignedUp>;

export const CarerRegistration = Type.Object(
  {
    ...RegistrationShape.properties,
    activity_id: Id,
    title: Type.String(),
    kind_name: Words,
    begins_at: Type.String(),
    ends_at: Type.String(),
    place: Type.String(),
    online_link: Nullable(Type.String()),
    activity_state: Type.Enum([...activityStates]),
    attendance: Type.Enum([...attendanceStates]),
    minutes: Nullable(Type.Integer()),
  },
  { title: 'CarerRegistration' },
);
export type CarerRegistration = Type.Static<typeof CarerRegistration>;
export const CarerRegistrations = Type.Object(
  { items: Type.Array(CarerRegistration) },
  { title: 'CarerRegistrations' },
);

/** A household in the desk's list. */
export const RegistrationRow = Type.Object(
  {
    ...RegistrationShape.properties,
    session: Nullable(SessionName),
    made_at: Type.String(),
    answers: Answers,
    excuse: Nullable(
      Type.Enum([...absenceReasons], { description: 'Why nobody came, if it was said' }),
    ),
    students: Type.Array(
      Type.Object({
        id: Id,
        name: Nullable(Type.String({ description: 'Null: out of the reader’s reach' })),
        class_name: Nullable(Type.String()),
      }),
    ),
    carers: Type.Array(
      Type.Object({
        id: Id,
        name: Type.String(),
        role: Role,
        is_lead: Type.Boolean({ description: 'Leads the team of the shift' }),
        attendance_id: Nullable(Id),
        entered_at: Nullable(Type.String()),
        left_at: Nullable(Type.String()),
        minutes: Nullable(Type.Integer()),
        entry_method: Nullable(Type.String({ description: 'How the entry is known' })),
        children_came: Type.Array(Id, { description: 'Who was there with this carer' }),
        is_corrected: Type.Boolean(),
      }),
    ),
  },
  { title: 'RegistrationRow' },
);
export type RegistrationRow = Type.Static<typeof RegistrationRow>;
export const RegistrationPage = Page(RegistrationRow, 'RegistrationPage');
export const registrationSortKeys = ['made', 'name', 'state'] as const;
const registrationFilters = {
  q: Type.Optional(Type.String({ maxLength: 60, description: 'Name, pinyin or initials' })),
  state: Type.Optional(Type.Enum([...registrationStates])),
  ...SortQuery(registrationSortKeys, 'made'),
};
export const RegistrationsQuery = Type.Object({ ...PageQuery, ...registrationFilters });
export const RegistrationsSheetQuery = SheetQuery(registrationFilters);
export type RegistrationsQuery = Type.Static<typeof RegistrationsQuery>;

export const PublicActivities = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        { ...summary, description: Type.String(), audience: Type.String() },
        { title: 'PublicActivity' },
      ),
    ),
  },
  { title: 'PublicActivities' },
);
export const PublicQuery = Type.Object({
  from: Type.Optional(Type.String({ format: 'date', description: 'First day; today if missing' })),
  to: Type.Optional(
    Type.String({ format: 'date', description: 'Last day; five weeks on if missing' }),
  ),
  kind: Type.Optional(Type.String({ maxLength: 60 })),
});
