import { Type } from 'typebox';
import { countsAsWords } from '../../plan/index.ts';
import { SheetQuery } from '../../platform/sheets/index.ts';
import { tiers } from './rules/load.ts';
import { Day, Id, Nullable, Place, Words } from './shapes.ts';

const where = {
  place: Type.Optional(Id),
  on: Type.Optional({ ...Day, description: 'The periods that had begun by then; missing: today' }),
};

export const TrendLine = Type.Object(
  {
    period: Type.String(),
    period_name: Words,
    begins_on: Day,
    due_on: Day,
    ends_on: { ...Day, description: 'What is done until then counts' },
    tasks: Type.Integer({ description: 'Without the excused' }),
    weeks: Type.Array(
      Type.Object({
        week: { ...Day, description: 'Its Monday' },
        done: Type.Integer({ description: 'By the end of it, from the beginning' }),
      }),
      { description: 'Those in which something was done' },
    ),
  },
  { title: 'DutyTrendLine' },
);
export type TrendLine = Type.Static<typeof TrendLine>;

const TrendRow = Type.Object(
  {
    duty: Type.String(),
    title: Words,
    now: TrendLine,
    before: Type.Union([TrendLine, Type.Null()], { description: 'The period before' }),
  },
  { title: 'DutyTrendRow' },
);
export type TrendRow = Type.Static<typeof TrendRow>;

export const DutyTrend = Type.Object(
  { place: Place, on: Day, rows: Type.Array(TrendRow) },
  { title: 'DutyTrend' },
);
export type DutyTrend = Type.Static<typeof DutyTrend>;

const trend = { ...where, duty: Type.Optional(Type.String({ maxLength: 60 })) };
export const DutyTrendQuery = Type.Object(trend);
export type DutyTrendQuery = Type.Static<typeof DutyTrendQuery>;
export const DutyTrendSheetQuery = SheetQuery(trend);

const Tier = Type.Enum([...tiers], {
  description: 'campus: a school or kindergarten',
});
const Held = Type.Array(Type.Integer(), { description: 'Events held, in the order of sorts' });

const TierLoad = Type.Object(
  {
    tier: Tier,
    places: Type.Integer({ description: 'Organisations of the tier' }),
    hollow: Type.Integer({ description: 'Of these, how many have held none' }),
    held: Held,
  },
  { title: 'DutyTierLoad' },
);

const Host = Type.Object(
  {
    id: Id,
    name: Type.String(),
    kind: Type.String(),
    tier: Tier,
    area: Nullable(Id),
    area_name: Nullable(Type.String()),
    held: Held,
    hollow: Type.Boolean(),
  },
  { title: 'DutyHost' },
);
export type DutyHost = Type.Static<typeof Host>;

export const DutyLoad = Type.Object(
  {
    place: Place,
    on: Day,
    period: Nullable(Type.Object({ id: Type.String(), name: Words, begins_on: Day })),
    sorts: Type.Array(
      Type.Object({
        counts_as: Type.Enum([...countsAsWords]),
        owed_by: Type.Array(
          Type.Object({ duty: Type.String(), kinds: Type.Array(Type.String()) }),
          { description: 'By which duty each kind of organisation owes it' },
        ),
      }),
      { description: 'Sorts of event that the plan asks of more than one tier' },
    ),
    tiers: Type.Array(TierLoad),
    areas: Type.Array(
      Type.Object(
        { id: Id, name: Type.String(), kind: Type.String(), tiers: Type.Array(TierLoad) },
        { title: 'DutyAreaLoad' },
      ),
      { description: 'Street by street' },
    ),
    hosts: Type.Array(Host),
  },
  { title: 'DutyLoad' },
);
export type DutyLoad = Type.Static<typeof DutyLoad>;

export const DutyLoadQuery = Type.Object(where);
export type DutyLoadQuery = Type.Static<typeof DutyLoadQuery>;
export const DutyLoadSheetQuery = SheetQuery(where);
