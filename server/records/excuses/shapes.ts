import { Type } from 'typebox';
import { Page, PageQuery } from '../../platform/index.ts';
import { SheetQuery } from '../../platform/sheets/index.ts';
import { LONGEST_REASON, LONGEST_WORDS } from './limits.ts';
import { decisions, excusedHolders, excuseScopes, excuseStates } from './states.ts';

const Nullable = <Shape extends Type.TSchema>(shape: Shape) => Type.Union([shape, Type.Null()]);
const Id = Type.String({ format: 'uuid' });
const Instant = Type.String({ format: 'date-time' });
const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const strict = { additionalProperties: false };

export const ById = Type.Object({ id: Id });

export const AskExcuse = Type.Object(
  {
    duty: Type.String({ minLength: 1, maxLength: 60 }),
    period: Type.String({
      minLength: 1,
      maxLength: 60,
      description: 'A period, or the key of an occasion',
    }),
    holder_id: Type.String({
      ...Id,
      description: 'Whose task; an organisation that has none of its own: all in it',
    }),
    reason: Type.String({ minLength: 1, maxLength: 60, description: 'A reason of the plan' }),
    words: Type.Optional(
      Type.String({ maxLength: LONGEST_WORDS, description: 'A sentence; nothing of health' }),
    ),
    substitute: Type.Optional(
      Type.String({ maxLength: 60, description: 'In what other form it was done' }),
    ),
    substitute_on: Type.Optional(Type.String({ format: 'date', description: 'On which day' })),
  },
  { title: 'AskExcuse', ...strict },
);
export type AskExcuse = Type.Static<typeof AskExcuse>;
export const ExcuseAsked = Type.Object({ id: Id }, { title: 'ExcuseAsked' });

export const DecideExcuse = Type.Object(
  {
    decision: Type.Enum([...decisions]),
    reason: Type.Optional(
      Type.String({ maxLength: LONGEST_REASON, description: 'Needed to decline and to revoke' }),
    ),
  },
  { title: 'DecideExcuse', ...strict },
);
export type DecideExcuse = Type.Static<typeof DecideExcuse>;

export const ExcuseRow = Type.Object(
  {
    id: Id,
    version: Type.Integer({ description: 'Also what If-Match names' }),
    duty: Type.String(),
    duty_title: Words,
    clause: Type.String(),
    period: Type.String(),
    period_name: Words,
    due_on: Nullable(Type.String()),
    scope: Type.Enum([...excuseScopes], { description: 'one task, or all at the place' }),
    holder_kind: Type.Enum([...excusedHolders]),
    holder_id: Id,
    holder_name: Type.String({ description: 'Empty of a body' }),
    body: Nullable(Words),
    place_id: Id,
    place_name: Type.String(),
    reason: Type.String(),
    reason_name: Words,
    words: Nullable(Type.String()),
    substitute: Nullable(Words),
    substitute_on: Nullable(Type.String()),
    state: Type.Enum([...excuseStates]),
    state_name: Words,
    asked_by_name: Type.String(),
    asked_at: Instant,
    decided_by_name: Nullable(Type.String()),
    decided_at: Nullable(Instant),
    decision_reason: Nullable(Type.String()),
    revoked_by_name: Nullable(Type.String()),
    revoked_at: Nullable(Instant),
    revoked_reason: Nullable(Type.String()),
    may_decide: Type.Boolean(),
    may_revoke: Type.Boolean(),
    may_withdraw: Type.Boolean(),
  },
  { title: 'ExcuseRow' },
);
export type ExcuseRow = Type.Static<typeof ExcuseRow>;
export const ExcusePage = Page(ExcuseRow, 'ExcusePage');

const filters = {
  state: Type.Optional(Type.Enum([...excuseStates])),
  duty: Type.Optional(Type.String({ maxLength: 60 })),
  reason: Type.Optional(Type.String({ maxLength: 60 })),
  place: Type.Optional({ ...Id, description: 'At this place and below it' }),
};
export const ExcusesQuery = Type.Object({ ...PageQuery, ...filters });
export type ExcusesQuery = Type.Static<typeof ExcusesQuery>;
export const ExcusesSheetQuery = SheetQuery(filters);

const Choice = Type.Object({ id: Type.String(), name: Words });

export const ExcuseChoices = Type.Object(
  {
    reasons: Type.Array(
      Type.Object({
        ...Choice.properties,
        asks: Nullable(Type.Enum(['substitute', 'words'])),
      }),
    ),
    substitutes: Type.Array(Choice),
  },
  { title: 'ExcuseChoices' },
);
export type ExcuseChoices = Type.Static<typeof ExcuseChoices>;
