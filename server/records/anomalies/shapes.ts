import { Type } from 'typebox';
import { Page, PageQuery, SortQuery } from '../../platform/index.ts';
import { SheetQuery } from '../../platform/sheets/index.ts';
import { LONGEST_FINDING } from './limits.ts';
import { anomalyKinds, anomalyStates, findings } from './states.ts';
import { anomalySortKeys } from './store.ts';

const Nullable = <Shape extends Type.TSchema>(shape: Shape) => Type.Union([shape, Type.Null()]);
const Id = Type.String({ format: 'uuid' });
const Instant = Type.String({ format: 'date-time' });
const Words = Type.Object({ zh: Type.String(), en: Type.String() });

export const ById = Type.Object({ id: Id });

const line = {
  id: Id,
  version: Type.Integer({ description: 'Also the ETag' }),
  kind: Type.Enum([...anomalyKinds]),
  kind_name: Words,
  about: Words,
  summary: Words,
  host_names: Type.Array(Type.String(), { description: 'Those in one’s reach' }),
  other_hosts: Type.Boolean({ description: 'Others took part, out of one’s reach' }),
  from_at: Instant,
  until_at: Instant,
  state: Type.Enum([...anomalyStates]),
  state_name: Words,
  found_at: Instant,
  note: Nullable(Type.String({ description: 'What the person who looked into it found' })),
  looked_by: Nullable(Type.String()),
  looked_at: Nullable(Instant),
};

export const AnomalyLine = Type.Object(line, { title: 'AnomalyLine' });
export type AnomalyLine = Type.Static<typeof AnomalyLine>;
export const AnomalyPage = Page(AnomalyLine, 'AnomalyPage');

const filters = {
  show: Type.Enum(['open', 'looked-into', 'all'], {
    default: 'open',
    description: 'open: nobody has looked into it; looked-into: somebody has',
  }),
  kind: Type.Optional(Type.Enum([...anomalyKinds])),
  ...SortQuery(anomalySortKeys, '-when'),
};
export const AnomaliesQuery = Type.Object({ ...PageQuery, ...filters });
export type AnomaliesQuery = Type.Static<typeof AnomaliesQuery>;
export const AnomaliesSheetQuery = SheetQuery(filters);

const event = {
  activity_id: Nullable(Type.String({ ...Id, description: 'Null: out of one’s reach' })),
  title: Nullable(Type.String()),
};

const UnlikelyPresence = Type.Object(
  {
    ...event,
    place: Nullable(Type.String()),
    attendance_id: Nullable(Id),
    from_at: Instant,
    until_at: Instant,
    minutes: Type.Integer(),
  },
  { title: 'UnlikelyPresence' },
);

const UseOfPhone = Type.Object(
  {
    ...event,
    at: Instant,
    carer_name: Type.String(),
    got_in: Type.Boolean({ description: 'False: the phone was stopped' }),
  },
  { title: 'UseOfPhone' },
);

const EventAtMost = Type.Object(
  {
    activity_id: Id,
    title: Type.String(),
    begins_at: Instant,
    ends_at: Instant,
    came: Type.Integer(),
    whole: Type.Integer({ description: 'With all that the kind counts' }),
  },
  { title: 'EventAtMost' },
);

export const AnomalyFile = Type.Object(
  {
    ...line,
    harmless: Type.Object(Words.properties, { description: 'A harmless reading of it' }),
    presences: Type.Array(UnlikelyPresence),
    uses: Type.Array(UseOfPhone, { description: 'Of the phone, at events in one’s reach' }),
    uses_elsewhere: Type.Integer({ description: 'Of the phone, at events of others' }),
    events: Type.Array(EventAtMost, { description: 'Of the host' }),
    may_look_into: Type.Boolean(),
  },
  { title: 'AnomalyFile' },
);
export type AnomalyFile = Type.Static<typeof AnomalyFile>;

export const LookIntoAnomaly = Type.Object(
  {
    finding: Type.Enum([...findings], {
      description: 'explained: there is a good reason; passed: the presence is being corrected',
    }),
    note: Type.String({ minLength: 1, maxLength: LONGEST_FINDING, pattern: '\\S' }),
  },
  { title: 'LookIntoAnomaly', additionalProperties: false },
);
export type LookIntoAnomaly = Type.Static<typeof LookIntoAnomaly>;
