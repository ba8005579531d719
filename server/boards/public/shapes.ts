import { Type } from 'typebox';
import { whoCountsWords } from '../../plan/index.ts';

const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const Nullable = <Shape extends Type.TSchema>(shape: Shape) => Type.Union([shape, Type.Null()]);

/** The plan as anyone may read it: its clauses, what earns points, and what a certificate asks and is for. */
export const PublicPlan = Type.Object(
  {
    name: Words,
    district_name: Words,
    office: Words,
    version: Type.String(),
    contact: Type.Object({
      phone: Nullable(Type.String()),
      email: Nullable(Type.String()),
      address: Words,
      hours: Nullable(Words),
    }),
    clauses: Type.Array(
      Type.Object({
        id: Type.String(),
        parent: Nullable(Type.String()),
        title: Words,
        summary: Words,
      }),
    ),
    stages: Type.Array(
      Type.Object({
        id: Type.String(),
        part: Type.Enum(['before-school-age', 'school-age', 'other-carers']),
        name: Words,
        summary: Words,
      }),
      { description: 'The stages of the curriculum (2.2.3)' },
    ),
    point_rules: Type.Array(
      Type.Object({
        id: Type.String(),
        title: Words,
        clause: Type.String(),
        per: Type.Enum(['hour', 'event']),
        amount: Type.Integer({ description: 'Hundredths of a point' }),
        cap_day: Nullable(Type.Integer()),
        cap_month: Nullable(Type.Integer()),
        cap_term: Nullable(Type.Integer()),
        tiers: Type.Array(Type.Object({ above: Type.Integer(), percent: Type.Integer() }), {
          description: 'What a term has above so much counts by the percentage',
        }),
        category: Nullable(
          Type.Object(
            {
              title: Words,
              cap_term: Nullable(Type.Integer()),
              cap_source: Nullable(Type.Integer({ description: 'From one organisation' })),
            },
            { description: 'Rules that have caps in common' },
          ),
        ),
        since: Type.String(),
      }),
    ),
    certificates: Type.Array(
      Type.Object({
        id: Type.String(),
        name: Words,
        description: Words,
        criteria: Words,
        threshold: Type.Integer({ description: 'Hundredths of a point' }),
        counted: Type.Enum(whoCountsWords, { description: 'Whose points count' }),
        each: Type.Integer({ description: 'both: the percentage that each of two carers reaches' }),
        lowered: Nullable(
          Type.Object(
            {
              moved_in_months: Nullable(
                Type.Integer({ description: 'In proportion to the months here, of so many' }),
              ),
              moved_in_after: Nullable(Type.String({ description: 'For who came after the day' })),
              leave_percent: Nullable(
                Type.Integer({ description: 'Less for each 30 days of leave' }),
              ),
              disability_percent: Nullable(Type.Integer()),
              at_least_percent: Type.Integer(),
            },
            { description: 'Of which families less is asked' },
          ),
        ),
        valid_months: Type.Integer(),
      }),
    ),
    admission_use: Type.Object({
      use: Type.Enum(['off', 'information', 'condition']),
      legal_basis: Words,
      appeal_address: Words,
    }),
  },
  { title: 'PublicPlan' },
);
export type PublicPlan = Type.Static<typeof PublicPlan>;

/** Two school years: what a calendar page turns over. */
export const MOST_DAYS_ASKED = 800;

export const PublicDaysQuery = Type.Object({
  from: Type.String({ format: 'date', description: 'First day' }),
  to: Type.String({ format: 'date', description: 'Last day' }),
});
export type PublicDaysQuery = Type.Static<typeof PublicDaysQuery>;

export const PublicDays = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        {
          day: Type.String(),
          off: Nullable(Words),
          makes_up_for: Nullable(Words),
          festivals: Type.Array(Words),
        },
        { title: 'DayNote' },
      ),
      { description: 'Only days about which there is something to say' },
    ),
    holidays_published_until: Nullable(
      Type.String({ description: 'Later holidays are not known in full' }),
    ),
    terms: Type.Array(
      Type.Object(
        { id: Type.String(), name: Words, begins_on: Type.String(), ends_on: Type.String() },
        { title: 'TermDates' },
      ),
    ),
  },
  { title: 'PublicDays' },
);
export type PublicDays = Type.Static<typeof PublicDays>;
