import { Type } from 'typebox';
import { MOST_CHILDREN_A_SIGN_UP, MOST_DATES } from '../limits.ts';
import { activityStates, registrationStates } from '../states.ts';

const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const Nullable = <Shape extends Type.TSchema>(shape: Shape) => Type.Union([shape, Type.Null()]);
const Id = Type.String({ format: 'uuid' });
const strict = { additionalProperties: false };
const TermId = Type.String({ maxLength: 20, description: 'A term of the plan: 2026-2027-1' });

export const NewProgramme = Type.Object(
  {
    host_id: Id,
    name: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }),
    summary: Type.Optional(Type.String({ maxLength: 1000 })),
    term_id: TermId,
  },
  { title: 'NewProgramme', ...strict },
);
export type NewProgramme = Type.Static<typeof NewProgramme>;

export const ProgrammeChange = Type.Object(
  {
    name: NewProgramme.properties.name,
    summary: Type.String({ maxLength: 1000 }),
  },
  { title: 'ProgrammeChange', ...strict },
);
export type ProgrammeChange = Type.Static<typeof ProgrammeChange>;

const shown = {
  id: Id,
  name: Type.String(),
  summary: Type.String(),
  host_id: Id,
  host_name: Type.String(),
  term_id: Type.String(),
  term_name: Words,
};

export const Programmes = Type.Object(
  {
    items: Type.Array(Type.Object({ ...shown, dates: Type.Integer() }, { title: 'ProgrammeRow' })),
  },
  { title: 'Programmes' },
);
export type Programmes = Type.Static<typeof Programmes>;

const ProgrammeDate = Type.Object(
  {
    activity_id: Id,
    title: Type.String(),
    begins_at: Type.String(),
    ends_at: Type.String(),
    place: Type.String(),
    state: Type.Enum([...activityStates]),
    places_left: Nullable(Type.Integer()),
    registration: Nullable(Type.Enum([...registrationStates])),
    student_ids: Type.Array(Id, { description: 'Which of one’s children it is for' }),
  },
  { title: 'ProgrammeDate' },
);

export const ProgrammeDetail = Type.Object(
  {
    ...shown,
    version: Type.Integer(),
    may_arrange: Type.Boolean(),
    dates: Type.Array(ProgrammeDate, { description: 'Earliest first' }),
  },
  { title: 'ProgrammeDetail' },
);
export type ProgrammeDetail = Type.Static<typeof ProgrammeDetail>;

export const ProgrammeActivities = Type.Object(
  { activity_ids: Type.Array(Id, { maxItems: MOST_DATES, uniqueItems: true }) },
  { title: 'ProgrammeActivities', ...strict },
);

export const SignUpForProgramme = Type.Object(
  {
    student_ids: Type.Array(Id, {
      minItems: 1,
      maxItems: MOST_CHILDREN_A_SIGN_UP,
      uniqueItems: true,
    }),
  },
  { title: 'SignUpForProgramme', ...strict },
);

export const SignedUpForProgramme = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        {
          activity_id: Id,
          title: Type.String(),
          begins_at: Type.String(),
          ends_at: Type.String(),
          state: Nullable(Type.Enum([...registrationStates])),
          waiting_position: Nullable(Type.Integer()),
          problem: Nullable(
            Type.Object(
              { zh: Type.String(), en: Type.String() },
              {
                description: 'Why this date was not signed up for',
              },
            ),
          ),
        },
        { title: 'SignedUpDate' },
      ),
    ),
  },
  { title: 'SignedUpForProgramme' },
);
export type SignedUpForProgramme = Type.Static<typeof SignedUpForProgramme>;

export const NextTermQuery = Type.Object({ term_id: TermId });

export const ProposedDates = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        {
          activity_id: Id,
          title: Type.String(),
          begins_at: Type.String({ description: 'When it was held' }),
          day: Type.String({ description: 'The corresponding day of the other term' }),
          left_out: Nullable(Words),
        },
        { title: 'ProposedDate' },
      ),
    ),
  },
  { title: 'ProposedDates' },
);
export type ProposedDates = Type.Static<typeof ProposedDates>;

export const CopyProgramme = Type.Object(
  {
    term_id: TermId,
    dates: Type.Array(
      Type.Object({ activity_id: Id, day: Type.String({ format: 'date' }) }, strict),
      { minItems: 1, maxItems: MOST_DATES },
    ),
  },
  { title: 'CopyProgramme', ...strict },
);
export type CopyProgramme = Type.Static<typeof CopyProgramme>;

export const ProgrammeCopied = Type.Object(
  { id: Id, made: Type.Integer({ description: 'Drafts' }) },
  { title: 'ProgrammeCopied' },
);
