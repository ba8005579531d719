import { Type } from 'typebox';
import { Page, PageQuery } from '../../platform/index.ts';
import { SheetQuery } from '../../platform/sheets/index.ts';

const Id = Type.String({ format: 'uuid' });
const Day = (description: string) => Type.String({ format: 'date', description });
const Nullable = <Shape extends Type.TSchema>(shape: Shape) => Type.Union([shape, Type.Null()]);

export const reliefKinds = ['leave', 'disability'] as const;
export type ReliefKind = (typeof reliefKinds)[number];
export const reliefStates = ['waiting', 'approved', 'declined', 'ended'] as const;
export type ReliefState = (typeof reliefStates)[number];

/** As its carer sees it. */
const own = {
  id: Id,
  kind: Type.Enum([...reliefKinds]),
  from_on: Type.String(),
  until_on: Nullable(Type.String({ description: 'Last day; null: for good' })),
  reason: Type.String(),
  state: Type.Enum([...reliefStates]),
  decision_reason: Nullable(Type.String({ description: 'Why it was declined or ended' })),
};
export const Relief = Type.Object(own, { title: 'Relief' });
export type Relief = Type.Static<typeof Relief>;

/** As staff see it. */
export const ReliefRow = Type.Object(
  {
    ...own,
    carer_id: Id,
    carer_name: Type.String(),
    student_id: Id,
    student_name: Type.String(),
    class_name: Nullable(Type.String()),
    school_name: Nullable(Type.String()),
    asked_by_name: Type.String(),
    asked_at: Type.String(),
    decided_by_name: Nullable(Type.String()),
    may_decide: Type.Boolean({ description: 'The reader may, and did not write it' }),
    version: Type.Integer({ description: 'Send it as If-Match when deciding' }),
  },
  { title: 'ReliefRow' },
);
export type ReliefRow = Type.Static<typeof ReliefRow>;
export const ReliefPage = Page(ReliefRow, 'ReliefPage');

const filters = { state: Type.Optional(Type.Enum([...reliefStates])) };
export const ReliefsQuery = Type.Object({ ...PageQuery, ...filters });
export type ReliefsQuery = Type.Static<typeof ReliefsQuery>;
export const ReliefsSheetQuery = SheetQuery(filters);

export const AskRelief = Type.Object(
  {
    student_id: Id,
    carer_id: Id,
    kind: Type.Enum([...reliefKinds]),
    from_on: Day('First day'),
    until_on: Type.Optional(Day('Last day; a leave has one')),
    reason: Type.String({
      minLength: 1,
      maxLength: 200,
      description: 'In a few words; the carer reads it',
    }),
  },
  { title: 'AskRelief', additionalProperties: false },
);
export type AskRelief = Type.Static<typeof AskRelief>;

export const DecideRelief = Type.Object(
  {
    decision: Type.Enum(['approve', 'decline', 'end']),
    reason: Type.Optional(
      Type.String({ maxLength: 300, description: 'Needed to decline and to end' }),
    ),
  },
  { title: 'DecideRelief', additionalProperties: false },
);
export type DecideRelief = Type.Static<typeof DecideRelief>;
