import { Type } from 'typebox';
import { MOST_MINUTES_OF_A_TALK } from './limits.ts';

const Nullable = <Shape extends Type.TSchema>(shape: Shape) => Type.Union([shape, Type.Null()]);
const Id = Type.String({ format: 'uuid' });
const strict = { additionalProperties: false };

export const ById = Type.Object({ id: Id });

const answers = ['cannot', 'other-carer'] as const;

export const AnswerMeeting = Type.Object(
  {
    student_id: Id,
    answer: Type.Enum([...answers]),
    reason: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { title: 'AnswerMeeting', ...strict },
);
export type AnswerMeeting = Type.Static<typeof AnswerMeeting>;

export const MeetingAnswers = Type.Object(
  {
    items: Type.Array(
      Type.Object({ student_id: Id, answer: Type.Enum([...answers]), reason: Type.String() }),
    ),
  },
  { title: 'MeetingAnswers' },
);

export const MeetingFamily = Type.Object(
  {
    student_id: Id,
    student_name: Type.String(),
    carers: Type.Array(Type.Object({ id: Id, name: Type.String() })),
    coming: Type.Boolean({ description: 'A carer has said that they come' }),
    answer: Nullable(Type.Enum([...answers])),
    reason: Type.String(),
    reached: Nullable(
      Type.Enum(['came', 'talked'], { description: 'Null: the meeting did not reach them yet' }),
    ),
    by: Type.Array(Type.String(), { description: 'Names of the carers who were reached' }),
  },
  { title: 'MeetingFamily' },
);
export type MeetingFamily = Type.Static<typeof MeetingFamily>;
export const MeetingFamilies = Type.Object(
  { items: Type.Array(MeetingFamily) },
  { title: 'MeetingFamilies' },
);

export const MeetingClass = Type.Object(
  {
    activity_id: Id,
    class_name: Type.String(),
    families: Type.Integer(),
    reached: Type.Integer(),
    cannot: Type.Integer({ description: 'Not reached, and said that nobody comes' }),
  },
  { title: 'MeetingClass' },
);
export const MeetingClasses = Type.Object(
  { items: Type.Array(MeetingClass) },
  { title: 'MeetingClasses' },
);

export const RecordTalk = Type.Object(
  {
    student_id: Id,
    carer_id: Id,
    on: Type.String({ format: 'date' }),
    minutes: Type.Integer({ minimum: 1, maximum: MOST_MINUTES_OF_A_TALK }),
    note: Type.Optional(Type.String({ maxLength: 300 })),
  },
  { title: 'RecordTalk', ...strict },
);
export type RecordTalk = Type.Static<typeof RecordTalk>;
