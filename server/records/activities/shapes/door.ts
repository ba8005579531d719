import { Type } from 'typebox';
import { activityRoles } from '../../../plan/index.ts';
import { LONGEST_PASS, MOST_CHILDREN_A_SIGN_UP } from '../limits.ts';

const Nullable = <Shape extends Type.TSchema>(shape: Shape) => Type.Union([shape, Type.Null()]);
const Id = Type.String({ format: 'uuid' });
const Role = Type.Enum([...activityRoles]);
const strict = { additionalProperties: false };

export const MyCode = Type.Object(
  {
    pass: Type.String({ description: 'The code of this minute' }),
    expires_at: Type.String(),
    signed: Type.String({ description: 'base64url; the head of every minute’s code' }),
    seed: Type.String({
      description: 'base64url; the last step’s link, hashed down for those before',
    }),
    first_step_at: Type.String(),
    steps: Type.Integer(),
    step_seconds: Type.Integer(),
    server_time: Type.String({ description: 'So that a phone knows how far its clock is off' }),
  },
  { title: 'MyCode' },
);
export type MyCode = Type.Static<typeof MyCode>;
export const HallCodeShape = Type.Object(
  {
    code: Type.String(),
    link: Type.String(),
    valid_until: Type.String(),
    next_in_ms: Type.Integer(),
  },
  { title: 'HallCode' },
);

const Direction = Type.Enum(['entry', 'exit']);

const Children = (description: string) =>
  Type.Array(Id, { maxItems: MOST_CHILDREN_A_SIGN_UP, uniqueItems: true, description });

/** By a scanned pass, or by name for those without a phone. */
export const CheckIn = Type.Object(
  {
    pass: Type.Optional(Type.String({ minLength: 10, maxLength: LONGEST_PASS })),
    carer_id: Type.Optional(Id),
    note: Type.Optional(Type.String({ maxLength: 200 })),
    direction: Type.Optional(Direction),
    device_scan_id: Type.Optional(
      Type.String({
        format: 'uuid',
        description: 'The device’s own id: sent again, it means the same',
      }),
    ),
  },
  { title: 'CheckIn', ...strict },
);
export type CheckIn = Type.Static<typeof CheckIn>;

export const CheckedIn = Type.Object(
  {
    attendance_id: Id,
    activity_id: Id,
    title: Type.String(),
    carer_id: Id,
    carer_name: Type.String(),
    direction: Direction,
    at: Type.String(),
    repeated: Type.Boolean({ description: 'Said before: nothing changed' }),
    minutes: Nullable(Type.Integer({ description: 'That count; null until the exit' })),
  },
  { title: 'CheckedIn' },
);
export type CheckedIn = Type.Static<typeof CheckedIn>;

export const AttendanceCorrectionShape = Type.Object(
  {
    minutes: Type.Integer({
      minimum: 0,
      maximum: 1440,
      description: '0 takes the attendance back',
    }),
    student_ids: Type.Optional(
      Children('The children who were there too; as it stands if not given'),
    ),
    reason: Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' }),
  },
  { title: 'AttendanceCorrection', ...strict },
);
export type AttendanceCorrectionShape = Type.Static<typeof AttendanceCorrectionShape>;

export const AttendanceDetail = Type.Object(
  {
    attendance_id: Id,
    activity_id: Id,
    title: Type.String(),
    carer_id: Id,
    carer_name: Type.String(),
    role: Role,
    entered_at: Type.String(),
    entry_method: Type.String(),
    left_at: Nullable(Type.String()),
    exit_method: Nullable(Type.String()),
    note: Nullable(Type.String()),
    minutes: Nullable(Type.Integer()),
    version: Type.Integer(),
    corrections: Type.Array(
      Type.Object({
        version: Type.Integer(),
        minutes_before: Nullable(Type.Integer()),
        minutes_after: Type.Integer(),
        children_before: Nullable(
          Type.Integer({
            description: 'How many came along; null: the correction is not about it',
          }),
        ),
        children_after: Nullable(Type.Integer()),
        reason: Type.String(),
        corrected_by: Type.String({ description: 'Name' }),
        corrected_at: Type.String(),
      }),
    ),
  },
  { title: 'AttendanceDetail' },
);
export type AttendanceDetail = Type.Static<typeof AttendanceDetail>;

export const ChildrenWhoCame = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        id: Id,
        name: Nullable(Type.String({ description: 'Null: out of the reader’s reach' })),
        came: Type.Boolean(),
      }),
      { description: 'The carer’s children whom the activity invites or the registration is for' },
    ),
    is_settled: Type.Boolean({ description: 'Minutes stand: a change is a correction' }),
    version: Type.Integer({ description: '0: nobody ticked yet; also the ETag' }),
  },
  { title: 'ChildrenWhoCame' },
);
export type ChildrenWhoCame = Type.Static<typeof ChildrenWhoCame>;

export const TickChildren = Type.Object(
  { student_ids: Children('The children who are there') },
  { title: 'TickChildren', ...strict },
);
