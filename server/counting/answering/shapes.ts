import { Type } from 'typebox';

const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const Day = Type.String({ format: 'date' });

export const MyDuty = Type.Object(
  {
    duty: Type.String(),
    clause: Type.String(),
    title: Words,
    place: Type.String({ format: 'uuid' }),
    place_name: Type.String(),
    period: Type.String(),
    holders: Type.Enum(['student', 'staff', 'organisation', 'body']),
    state: Type.Enum([
      'none',
      'unrecorded',
      'done',
      'done-late',
      'excused',
      'due',
      'amber',
      'late',
    ]),
    tasks: Type.Integer(),
    open: Type.Integer({ description: 'Neither done nor excused' }),
    due_on: Type.Object(
      { day: Day, amber_on: Day, red_on: Day },
      { description: 'The next day by which something open falls due' },
    ),
    stands_in: Type.Boolean({ description: 'The post that the duty names is vacant' }),
    names: Type.Array(Type.String(), { description: 'The first of those still to be reached' }),
  },
  { title: 'MyDuty' },
);
export type MyDuty = Type.Static<typeof MyDuty>;

export const MyDuties = Type.Object(
  {
    on: Day,
    items: Type.Array(MyDuty, { description: 'Late ones first, then amber, then by due day' }),
  },
  { title: 'MyDuties' },
);
export type MyDuties = Type.Static<typeof MyDuties>;
