import { Type } from 'typebox';
import { standings } from '../../counting/duties/index.ts';
import { Page, PageQuery } from '../../platform/index.ts';
import { SheetQuery } from '../../platform/sheets/index.ts';

export const Words = Type.Object({ zh: Type.String(), en: Type.String() });
export const Nullable = <Shape extends Type.TSchema>(shape: Shape) =>
  Type.Union([shape, Type.Null()]);
export const Id = Type.String({ format: 'uuid' });
export const Day = Type.String({ format: 'date' });

export const State = Type.Enum(
  ['none', 'unrecorded', 'done', 'done-late', 'excused', 'due', 'amber', 'late'],
  {
    description: 'How far it is today; unrecorded: nothing of its kind was ever recorded here',
  },
);

export const Holders = Type.Enum(['student', 'staff', 'organisation', 'body']);

export const Cell = Type.Object(
  {
    place: Id,
    state: State,
    tasks: Type.Integer(),
    done: Type.Integer(),
    done_late: Type.Integer({ description: 'Of the done those that were done late' }),
    excused: Type.Integer({ description: 'Excused and not done' }),
  },
  { title: 'DutyCell' },
);

export const DutyRow = Type.Object(
  {
    duty: Type.String(),
    clause: Type.String(),
    chapter: Type.Object({ id: Type.String(), title: Words }),
    title: Words,
    /** The layer above whose wording binds. */
    stricter: Nullable(Type.Object({ name: Words, clause: Type.String() })),
    holders: Holders,
    answers: Type.String({ description: 'The post that answers for it' }),
    target: Type.Integer({ description: 'Facts or minutes for each task' }),
    unit: Type.Enum(['count', 'minutes']),
    period: Type.String(),
    period_name: Words,
    due_on: Nullable(Day),
    red_on: Nullable(Day),
    whole: Cell,
    cells: Type.Array(Cell, { description: 'At each place below that has tasks' }),
  },
  { title: 'DutyRow' },
);
export type DutyRow = Type.Static<typeof DutyRow>;

export const Place = Type.Object(
  { id: Id, name: Type.String(), kind: Type.String() },
  { title: 'DutyPlace' },
);

export const DutyBoard = Type.Object(
  {
    place: Place,
    above: Type.Array(Place, { description: 'Places above that one may see, from the top' }),
    on: Day,
    columns: Type.Array(Place),
    rows: Type.Array(DutyRow),
    soon: Type.Array(Type.String(), {
      description: 'Duties that are open and turn late within two weeks',
    }),
  },
  { title: 'DutyBoard' },
);
export type DutyBoard = Type.Static<typeof DutyBoard>;

const board = {
  place: Type.Optional(Id),
  on: Type.Optional({ ...Day, description: 'The periods that had begun by then; missing: today' }),
};
export const DutyBoardQuery = Type.Object(board);
export type DutyBoardQuery = Type.Static<typeof DutyBoardQuery>;
export const DutyBoardSheetQuery = SheetQuery({
  ...board,
  state: Type.Optional({ ...State, description: 'Only duties that are as far as this' }),
  chapter: Type.Optional(Type.String({ maxLength: 20, description: 'Only of this chapter' })),
  answers: Type.Optional(
    Type.String({ maxLength: 40, description: 'Only what this post answers for' }),
  ),
});
export type DutyBoardSheetQuery = Type.Static<typeof DutyBoardSheetQuery>;

export const DutyTask = Type.Object(
  {
    key: Type.String({ description: 'The period, or what it answers' }),
    holder: Id,
    name: Type.String(),
    kind: Holders,
    place: Id,
    place_name: Type.String(),
    due_on: Day,
    done_on: Nullable(Day),
    state: State,
    quantity: Type.Integer(),
    target: Type.Integer(),
  },
  { title: 'DutyTask' },
);
export type DutyTask = Type.Static<typeof DutyTask>;
export const DutyTaskPage = Page(DutyTask, 'DutyTaskPage');

const tasks = {
  place: Id,
  period: Type.String({ maxLength: 40 }),
  standing: Type.Optional(Type.Enum([...standings])),
};
export const DutyTaskQuery = Type.Object({ ...PageQuery, ...tasks });
export type DutyTaskQuery = Type.Static<typeof DutyTaskQuery>;
export const DutyTaskSheetQuery = SheetQuery(tasks);
export const DutyParams = Type.Object({ duty: Type.String({ maxLength: 60 }) });

export const DutyFactsQuery = Type.Object({
  holder: Id,
  key: Type.String({ maxLength: 60 }),
  place: Id,
});
export type DutyFactsQuery = Type.Static<typeof DutyFactsQuery>;

export const DutyFacts = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        id: Id,
        kind: Type.String(),
        kind_name: Words,
        at: Type.String(),
        quantity: Type.Integer(),
        source: Type.String({ description: 'The record that it comes from' }),
        takes_back: Type.Boolean(),
        by: Nullable(Type.String({ description: 'Who did or confirmed it' })),
        excuse: Nullable(
          Type.Object(
            {
              reason: Words,
              asked_by: Type.String(),
              substitute: Nullable(Words),
              substitute_on: Nullable(Day),
              revoked_reason: Nullable(Type.String()),
            },
            {
              title: 'DutyExcuse',
              description: 'Why it is excused; the person is who approved it',
            },
          ),
        ),
      }),
    ),
  },
  { title: 'DutyFacts' },
);
export type DutyFacts = Type.Static<typeof DutyFacts>;
