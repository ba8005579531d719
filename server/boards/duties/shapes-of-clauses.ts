import { Type } from 'typebox';
import { carriers } from '../../plan/index.ts';
import { SheetQuery } from '../../platform/sheets/index.ts';
import { Cell, Day, Holders, Id, Nullable, Place, Words } from './shapes.ts';

const ClauseDuty = Type.Object(
  {
    duty: Type.String(),
    title: Words,
    asks: Nullable(Words),
    holders: Holders,
    answers: Type.String({ description: 'The post that answers for it' }),
    sources: Type.Array(
      Type.Object({
        layer: Type.Union([Words, Type.Null()], { description: 'null: the plan itself' }),
        clause: Type.String(),
        binds: Type.Boolean({ description: 'Whose wording is met: the stricter' }),
      }),
      { description: 'Who asks for it' },
    ),
    now: Type.Union(
      [
        Type.Object({
          cell: Cell,
          period: Type.String(),
          period_name: Words,
          due_on: Nullable(Day),
        }),
        Type.Null(),
      ],
      { description: 'How far the place is; null: it has no such tasks to be seen' },
    ),
  },
  { title: 'ClauseDuty' },
);
export type ClauseDuty = Type.Static<typeof ClauseDuty>;

const ClauseOnPage = Type.Object(
  {
    id: Type.String(),
    parent: Nullable(Type.String()),
    title: Words,
    summary: Words,
    carried_by: Type.Array(Type.Enum([...carriers]), {
      description: 'What in the program carries it',
    }),
    duties: Type.Array(ClauseDuty),
  },
  { title: 'ClauseOnPage' },
);
export type ClauseOnPage = Type.Static<typeof ClauseOnPage>;

export const ClausePage = Type.Object(
  {
    name: Words,
    office: Words,
    place: Place,
    above: Type.Array(Place, { description: 'Places above that one may see, from the top' }),
    on: Day,
    clauses: Type.Array(ClauseOnPage, { description: 'In the order of the plan' }),
    layers: Type.Array(
      Type.Object(
        { id: Type.String(), name: Words, office: Words, clauses: Type.Array(ClauseOnPage) },
        { title: 'LayerOnPage' },
      ),
      { description: 'What binds from above' },
    ),
    changes: Type.Array(
      Type.Object(
        {
          on: { ...Day, description: 'The first day on which it holds' },
          what: Type.Enum(['duty', 'point-rule', 'point-category', 'certificate']),
          id: Type.String(),
          clause: Type.String(),
          title: Words,
          words: Words,
        },
        { title: 'PlanTurn' },
      ),
      { description: 'What the versions of the plan change, the latest day first' },
    ),
  },
  { title: 'ClausePage' },
);
export type ClausePage = Type.Static<typeof ClausePage>;

const asked = { place: Type.Optional(Id) };
export const ClausePageQuery = Type.Object(asked);
export type ClausePageQuery = Type.Static<typeof ClausePageQuery>;
export const ClausePageSheetQuery = SheetQuery(asked);
