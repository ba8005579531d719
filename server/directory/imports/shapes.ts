import { Type } from 'typebox';
import { importStates } from './states.ts';

const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const Nullable = <Shape extends Type.TSchema>(shape: Shape) => Type.Union([shape, Type.Null()]);

export const ById = Type.Object({ id: Type.String({ format: 'uuid' }) });

const Count = Type.Object(
  {
    fresh: Type.Integer(),
    changed: Type.Integer(),
    left: Type.Integer(),
    unchanged: Type.Integer(),
  },
  { title: 'ImportCount' },
);

export const RosterProblemShown = Type.Object(
  {
    severity: Type.Enum(['file', 'row', 'note']),
    sheet: Type.String(),
    row: Type.Integer({ description: 'As a spreadsheet numbers it; 0 for the whole sheet' }),
    column: Type.String(),
    header: Type.String(),
    what: Words,
    remedy: Words,
  },
  { title: 'RosterProblem' },
);

export const RosterImport = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    file_name: Type.String(),
    state: Type.Enum([...importStates]),
    progress: Nullable(Type.Object({ sheet: Type.String(), rows: Type.Integer() })),
    counts: Nullable(
      Type.Object({
        organisations: Count,
        people: Count,
        students: Count,
        guardianships: Count,
        posts: Count,
      }),
    ),
    problems: Type.Array(RosterProblemShown),
    problem_count: Type.Integer(),
    rejected_rows: Type.Integer(),
  },
  { title: 'RosterImport' },
);
export type RosterImport = Type.Static<typeof RosterImport>;
