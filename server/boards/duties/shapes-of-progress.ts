import { Type } from 'typebox';
import { Day, Holders, Id, Nullable, State, Words } from './shapes.ts';

const PublicCell = Type.Object(
  {
    place: Id,
    figures: Type.Union(
      [
        Type.Object({
          state: State,
          tasks: Type.Integer(),
          done: Type.Integer(),
          excused: Type.Integer({ description: 'Excused and not done' }),
        }),
        Type.Null(),
      ],
      { description: 'null: so few that they are not told' },
    ),
  },
  { title: 'PublicCell' },
);
export type PublicCell = Type.Static<typeof PublicCell>;

const PublicPeriod = Type.Object(
  {
    name: Words,
    due_on: Nullable(Day),
    whole: PublicCell,
    areas: Type.Array(PublicCell, { description: 'Subdistricts that have tasks' }),
  },
  { title: 'PublicPeriod' },
);
export type PublicPeriod = Type.Static<typeof PublicPeriod>;

const PublicDuty = Type.Object(
  {
    duty: Type.String(),
    title: Words,
    asks: Nullable(Words),
    holders: Holders,
    now: Nullable(PublicPeriod),
    before: Nullable(PublicPeriod),
  },
  { title: 'PublicDuty' },
);
export type PublicDuty = Type.Static<typeof PublicDuty>;

const PublicClause = Type.Object(
  {
    id: Type.String(),
    parent: Nullable(Type.String()),
    title: Words,
    withheld: Type.Boolean({ description: 'It has duties of which nothing is told' }),
    duties: Type.Array(PublicDuty),
  },
  { title: 'PublicClause' },
);
export type PublicClause = Type.Static<typeof PublicClause>;

/** The district and its subdistricts; never a school, a class or a person. */
export const PublicProgress = Type.Object(
  {
    district_name: Words,
    on: Day,
    areas: Type.Array(Type.Object({ id: Id, name: Type.String() })),
    clauses: Type.Array(PublicClause),
  },
  { title: 'PublicProgress' },
);
export type PublicProgress = Type.Static<typeof PublicProgress>;
