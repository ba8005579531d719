import { Type } from 'typebox';
import { Page, PageQuery } from '../../platform/index.ts';
import { LONGEST_PASS } from '../activities/index.ts';
import { MOST_DECISIONS_AT_ONCE, MOST_SCANS_AN_UPLOAD } from './limits.ts';
import { type HintKind, hintKinds } from './rules/hints.ts';
import { type ConflictReason, conflictReasons, conflictStates, decisions } from './states.ts';

const Nullable = <Shape extends Type.TSchema>(shape: Shape) => Type.Union([shape, Type.Null()]);
const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const Id = Type.String({ format: 'uuid' });
const Direction = Type.Enum(['entry', 'exit']);
const Reason = Type.Enum(Object.keys(conflictReasons) as ConflictReason[]);
const strict = { additionalProperties: false };

export const ById = Type.Object({ id: Id });

/** All that a phone needs to work at a door without network. No names: it may be lost. */
export const ScannerShape = Type.Object(
  {
    activity_id: Id,
    title: Type.String(),
    place: Type.String(),
    begins_at: Type.String(),
    ends_at: Type.String(),
    doors_open_at: Type.String(),
    doors_close_at: Type.String(),
    asks_for_exit: Type.Boolean(),
    pass_key: Type.String({ description: 'Ed25519, 32 bytes in base64url: checks passes' }),
    step_seconds: Type.Integer(),
    steps_accepted: Type.Integer({ description: 'To either side of now' }),
    server_time: Type.String(),
  },
  { title: 'Scanner' },
);
export type ScannerShape = Type.Static<typeof ScannerShape>;

export const LateScan = Type.Object(
  {
    scan_id: Type.String({
      format: 'uuid',
      description: 'The phone’s own: sent again, it means the same',
    }),
    pass: Type.Optional(Type.String({ maxLength: LONGEST_PASS })),
    carer_id: Type.Optional(Id),
    direction: Type.Optional(Direction),
    phone_at: Type.String({ format: 'date-time', description: 'By the phone’s own clock' }),
    happened_at: Type.String({
      format: 'date-time',
      description: 'By the server’s clock, as the phone estimates it',
    }),
  },
  { title: 'LateScan', ...strict },
);
export type LateScan = Type.Static<typeof LateScan>;

export const ScanUpload = Type.Object(
  {
    device_id: Id,
    sent_at: Type.String({ format: 'date-time', description: 'Now, by the phone’s own clock' }),
    scans: Type.Array(LateScan, { minItems: 1, maxItems: MOST_SCANS_AN_UPLOAD }),
  },
  { title: 'ScanUpload', ...strict },
);
export type ScanUpload = Type.Static<typeof ScanUpload>;

export const UploadedScans = Type.Object(
  {
    server_time: Type.String(),
    items: Type.Array(
      Type.Object(
        {
          scan_id: Id,
          outcome: Type.Enum(['counted', 'already', 'conflict']),
          reason: Nullable(Reason),
          reason_words: Nullable(Words),
        },
        { title: 'UploadedScan' },
      ),
    ),
  },
  { title: 'UploadedScans' },
);
export type UploadedScans = Type.Static<typeof UploadedScans>;

export const ScanConflict = Type.Object(
  {
    scan_id: Id,
    carer_id: Nullable(Id),
    carer_name: Nullable(Type.String()),
    has_come: Type.Boolean({ description: 'They have an attendance, by this scan or another' }),
    direction: Nullable(Direction),
    happened_at: Type.String(),
    phone_at: Type.String(),
    received_at: Type.String(),
    sent_by: Type.String({ description: 'Name' }),
    device: Type.String({ description: 'The phone, by the first letters of its id' }),
    reason: Reason,
    reason_words: Words,
    may_admit: Type.Boolean(),
    state: Type.Enum([...conflictStates]),
    decided_by: Nullable(Type.String({ description: 'Name' })),
    decided_at: Nullable(Type.String()),
    note: Nullable(Type.String()),
  },
  { title: 'ScanConflict' },
);
export type ScanConflict = Type.Static<typeof ScanConflict>;
export const ScanConflictPage = Page(ScanConflict, 'ScanConflictPage');
export const ConflictsQuery = Type.Object({
  ...PageQuery,
  state: Type.Optional(Type.Enum([...conflictStates])),
});
export type ConflictsQuery = Type.Static<typeof ConflictsQuery>;

export const Decisions = Type.Object(
  {
    scan_ids: Type.Array(Id, { minItems: 1, maxItems: MOST_DECISIONS_AT_ONCE, uniqueItems: true }),
    decision: Type.Enum([...decisions]),
    note: Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' }),
  },
  { title: 'ScanDecisions', ...strict },
);
export type Decisions = Type.Static<typeof Decisions>;

export const Decided = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        {
          scan_id: Id,
          state: Type.Enum([...conflictStates]),
          problem: Nullable(Words),
          remedy: Nullable(Words),
        },
        { title: 'ScanDecided' },
      ),
    ),
  },
  { title: 'ScansDecided' },
);
export type Decided = Type.Static<typeof Decided>;

const Position = Type.Object(
  {
    latitude: Type.Number({ minimum: -90, maximum: 90 }),
    longitude: Type.Number({ minimum: -180, maximum: 180 }),
    accuracy: Type.Number({ minimum: 0, description: 'Metres by which it may be wrong' }),
  },
  { title: 'Position', ...strict },
);

export const SelfCheckIn = Type.Object(
  {
    code: Type.String({
      minLength: 8,
      maxLength: 20,
      description: 'As the hall’s screen shows it',
    }),
    direction: Type.Optional(Direction),
    position: Type.Optional(Position),
  },
  { title: 'SelfCheckIn', ...strict },
);
export type SelfCheckIn = Type.Static<typeof SelfCheckIn>;

const HallPlace = Type.Object(
  {
    latitude: Type.Number({ minimum: -90, maximum: 90 }),
    longitude: Type.Number({ minimum: -180, maximum: 180 }),
    most_metres: Type.Integer({ minimum: 50, maximum: 5000 }),
  },
  { description: 'Where phones must be to check themselves in', ...strict },
);

export const ChangeDoorRules = Type.Object(
  { place: Nullable(HallPlace) },
  { title: 'ChangeDoorRules', ...strict },
);
export type ChangeDoorRules = Type.Static<typeof ChangeDoorRules>;

export const DoorRulesShape = Type.Object(
  {
    place: Nullable(HallPlace),
    version: Type.Integer({ description: '0: never asked for; also the ETag' }),
  },
  { title: 'DoorRules' },
);
export type DoorRulesShape = Type.Static<typeof DoorRulesShape>;

export const DoorHints = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        {
          kind: Type.Enum(Object.keys(hintKinds) as HintKind[]),
          words: Words,
          at: Type.String(),
          carers: Type.Array(Type.String({ description: 'Name' })),
        },
        { title: 'DoorHint' },
      ),
    ),
  },
  { title: 'DoorHints' },
);
export type DoorHints = Type.Static<typeof DoorHints>;
