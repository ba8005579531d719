import { Type } from 'typebox';

const Id = Type.String({ format: 'uuid' });
const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const Nullable = <Shape extends Type.TSchema>(shape: Shape) => Type.Union([shape, Type.Null()]);
const Percent = (description: string) =>
  Type.Integer({ description: `${description}, in hundredths of a percent` });
const Hundredths = (description: string) =>
  Type.Integer({ description: `${description}, in hundredths of a point` });

export const changedFiles = ['points', 'certificates'] as const;
export type ChangedFile = (typeof changedFiles)[number];

export const GroupLine = Type.Object(
  {
    key: Type.String(),
    name: Words,
    families: Type.Integer(),
    gain: Type.Integer({ description: 'Families with more points that count' }),
    lose: Type.Integer({ description: 'Families with fewer' }),
    up: Type.Integer({ description: 'Families that reach what is asked only by the change' }),
    down: Type.Integer({ description: 'Families that no longer do' }),
    share_before: Percent('Families that reach what is asked'),
    share_after: Percent('The same by the change'),
    gap_before: Percent('The group’s share less that of all other families'),
    gap_after: Percent('The same by the change'),
    median_before: Hundredths('The family in the middle'),
    median_after: Hundredths('The same by the change'),
  },
  { title: 'SimulationLine' },
);
export type GroupLine = Type.Static<typeof GroupLine>;

export const SimulationResult = Type.Object(
  {
    before_day: Type.String({ description: 'The day whose wording of the plan in force counts' }),
    after_day: Type.String({ description: 'The day whose wording of the change counts' }),
    all: GroupLine,
    dimensions: Type.Array(
      Type.Object({
        key: Type.String(),
        name: Words,
        groups: Type.Array(GroupLine),
        hidden_groups: Type.Integer({
          description: 'Not shown: fewer than five families, or told by the rest',
        }),
        hidden_families: Type.Integer(),
      }),
    ),
  },
  { title: 'SimulationResult' },
);
export type SimulationResult = Type.Static<typeof SimulationResult>;

const brief = {
  id: Id,
  file: Type.Enum([...changedFiles]),
  asked_at: Type.String(),
  asked_by_name: Type.String(),
  state: Type.Enum(['running', 'done', 'failed']),
};
export const SimulationBriefs = Type.Object(
  { items: Type.Array(Type.Object(brief, { title: 'SimulationBrief' })) },
  { title: 'SimulationBriefs' },
);
export const Simulation = Type.Object(
  {
    ...brief,
    text: Type.String({ description: 'The file that was tried' }),
    result: Nullable(SimulationResult),
  },
  { title: 'Simulation' },
);
export type Simulation = Type.Static<typeof Simulation>;

export const TrySimulation = Type.Object(
  {
    file: Type.Enum([...changedFiles]),
    text: Type.String({ minLength: 1, maxLength: 200_000, description: 'The whole file, as YAML' }),
    on: Type.Optional(
      Type.String({
        format: 'date',
        description: 'Whose wording counts; the day on which the last rule begins if not given',
      }),
    ),
  },
  { title: 'TrySimulation', additionalProperties: false },
);
export type TrySimulation = Type.Static<typeof TrySimulation>;

export const PlanText = Type.Object(
  { file: Type.Enum([...changedFiles]), text: Type.String() },
  { title: 'PlanText' },
);
