import { Type } from 'typebox';

const Nullable = <Shape extends Type.TSchema>(shape: Shape) => Type.Union([shape, Type.Null()]);

export const CalendarAddress = Type.Object(
  {
    made_at: Nullable(Type.String({ description: 'Null: there is no address' })),
    last_used_on: Nullable(Type.String({ description: 'The day a calendar last asked for it' })),
  },
  { title: 'CalendarAddress' },
);
export type CalendarAddress = Type.Static<typeof CalendarAddress>;

export const NewCalendarAddress = Type.Object(
  { address: Type.String({ description: 'Shown once; only its hash is kept' }) },
  { title: 'NewCalendarAddress' },
);

export const ByToken = Type.Object({
  token: Type.String({ minLength: 43, maxLength: 43, pattern: '^[A-Za-z0-9_-]+$' }),
});

export const ById = Type.Object({ id: Type.String({ format: 'uuid' }) });
