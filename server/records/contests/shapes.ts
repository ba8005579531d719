import { Type } from 'typebox';
import { Page, PageQuery, SortQuery } from '../../platform/index.ts';
import { SheetQuery } from '../../platform/sheets/index.ts';
import { LONGEST_DECISION, LONGEST_WORDS } from './limits.ts';
import { urgencyWords } from './rules/urgency.ts';
import {
  claims,
  contestStates,
  levels,
  outcomes,
  reasonsToEscalate,
  waysToEnter,
} from './states.ts';
import { contestSortKeys } from './store/contests.ts';

const Nullable = <Shape extends Type.TSchema>(shape: Shape) => Type.Union([shape, Type.Null()]);
const Id = Type.String({ format: 'uuid' });
const Instant = Type.String({ format: 'date-time' });
const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const strict = { additionalProperties: false };

export const ById = Type.Object({ id: Id });
export const ByEvidence = Type.Object({ id: Id, evidence_id: Id });

export const RaiseContest = Type.Object(
  {
    claim: Type.Enum([...claims]),
    fact_id: Type.Optional(Type.String({ ...Id, description: 'Of the entry that is wrong' })),
    activity_id: Type.Optional(
      Type.String({ ...Id, description: 'The event for which an entry is missing' }),
    ),
    certificate_id: Type.Optional(Type.String({ ...Id, description: 'Of an appeal' })),
    host_id: Type.Optional(
      Type.String({
        ...Id,
        description: 'Who answers, where no event is named; the child’s school if not given',
      }),
    ),
    happened_on: Type.Optional(
      Type.String({ format: 'date', description: 'The day, where no event is named' }),
    ),
    words: Type.String({ minLength: 1, maxLength: LONGEST_WORDS, pattern: '\\S' }),
  },
  { title: 'RaiseContest', ...strict },
);
export type RaiseContest = Type.Static<typeof RaiseContest>;

export const EnterContest = Type.Object(
  {
    ...RaiseContest.properties,
    carer_id: Type.Optional(Type.String({ ...Id, description: 'The carer of a child in reach …' })),
    carer_phone: Type.Optional(
      Type.String({
        pattern: '^1\\d{10}$',
        description: '… or, of somebody else’s, the phone that the carer gave',
      }),
    ),
    how: Type.Enum([...waysToEnter], { description: 'The carer came and said it, or wrote it' }),
  },
  { title: 'EnterContest', ...strict },
);
export type EnterContest = Type.Static<typeof EnterContest>;

export const Raised = Type.Object({ id: Id }, { title: 'ContestRaised' });

const line = {
  id: Id,
  version: Type.Integer({ description: 'Also the ETag' }),
  claim: Type.Enum([...claims]),
  title: Words,
  happened_on: Nullable(Type.String()),
  host_name: Type.String({ description: 'Who answers first' }),
  state: Type.Enum([...contestStates]),
  state_name: Words,
  made_at: Instant,
  due_at: Nullable(Type.String({ ...Instant, description: 'Of the present step' })),
  urgency: Type.Enum([...urgencyWords], { description: 'Of what is due' }),
  escalated_because: Nullable(Type.Enum([...reasonsToEscalate])),
  outcome: Nullable(Type.Enum([...outcomes], { description: 'What was decided last' })),
};

export const ContestLine = Type.Object(
  {
    ...line,
    carer_id: Id,
    carer_name: Type.String(),
    files: Type.Integer({ description: 'Pieces of evidence' }),
    lies_with: Nullable(Type.Enum(['host', 'carer', 'district'])),
  },
  { title: 'ContestLine' },
);
export type ContestLine = Type.Static<typeof ContestLine>;
export const ContestPage = Page(ContestLine, 'ContestPage');

export const OwnContest = Type.Object(line, { title: 'OwnContest' });
export type OwnContest = Type.Static<typeof OwnContest>;
export const OwnContestPage = Page(OwnContest, 'OwnContestPage');
export const OwnContestsQuery = Type.Object(PageQuery);

const filters = {
  show: Type.Enum(['waiting', 'district', 'over', 'all'], {
    default: 'waiting',
    description: 'waiting: an answer is owed; district: by the district; over: nothing is owed',
  }),
  claim: Type.Optional(Type.Enum([...claims])),
  ...SortQuery(contestSortKeys, 'due'),
};
export const ContestsQuery = Type.Object({ ...PageQuery, ...filters });
export type ContestsQuery = Type.Static<typeof ContestsQuery>;
export const ContestsSheetQuery = SheetQuery(filters);

/** What is known of the person at the event, for those who decide and for the person. */
const PresenceShown = Type.Object(
  {
    entered_at: Nullable(Instant),
    left_at: Nullable(Instant),
    entry_method: Type.String(),
    minutes: Nullable(Type.Integer()),
    confirmed_by: Type.Array(Type.String(), { description: 'Names' }),
  },
  { title: 'ContestedPresence' },
);

const DecisionShown = Type.Object(
  {
    level: Type.Enum([...levels]),
    outcome: Type.Enum([...outcomes]),
    reason: Type.String(),
    minutes_before: Nullable(Type.Integer()),
    minutes_after: Nullable(Type.Integer()),
    result: Nullable(
      Type.String({ description: 'The fact stated or taken back, or the certificate’s state' }),
    ),
    decided_by: Type.String(),
    decided_at: Instant,
  },
  { title: 'ContestDecision' },
);

export const ContestFile = Type.Object(
  {
    ...line,
    carer_id: Id,
    carer_name: Type.String(),
    words: Type.String(),
    activity_id: Nullable(Id),
    certificate_id: Nullable(Id),
    event: Nullable(
      Type.Object({
        begins_at: Instant,
        ends_at: Instant,
        place: Type.String(),
        maximum_minutes: Type.Integer({ description: 'Most that count for it' }),
      }),
    ),
    presence: Nullable(PresenceShown),
    entered: Nullable(
      Type.Object(
        { by: Type.String(), how: Type.Enum([...waysToEnter]) },
        { description: 'Staff entered it in the carer’s name' },
      ),
    ),
    evidence: Type.Array(
      Type.Object({
        id: Id,
        kind: Type.Enum(['picture', 'pdf']),
        bytes: Type.Integer(),
        added_at: Instant,
      }),
    ),
    decisions: Type.Array(DecisionShown),
    looks: Type.Array(
      Type.Object({ name: Type.String(), what: Type.Enum(['file', 'evidence']), at: Instant }),
      { description: 'Who of the staff opened it; for the family' },
    ),
    is_mine: Type.Boolean(),
    may_add_evidence: Type.Boolean(),
    may_withdraw: Type.Boolean(),
    may_refuse: Type.Boolean({ description: 'May take the host’s answer to the district' }),
    may_decide: Type.Boolean(),
    correction: Nullable(
      Type.Enum(['minutes', 'take-back', 'certificate'], {
        description: 'What an upheld one needs',
      }),
    ),
    appeal_address: Nullable(Words),
  },
  { title: 'ContestFile' },
);
export type ContestFile = Type.Static<typeof ContestFile>;

export const DecideContest = Type.Object(
  {
    outcome: Type.Enum([...outcomes]),
    reason: Type.String({ minLength: 1, maxLength: LONGEST_DECISION, pattern: '\\S' }),
    activity_id: Type.Optional(
      Type.String({ ...Id, description: 'The event, where the contest names none' }),
    ),
    minutes: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 1440, description: 'What is right; 0: was not there' }),
    ),
  },
  {
    title: 'DecideContest',
    description: 'Upheld, the record is corrected in the same step',
    ...strict,
  },
);
export type DecideContest = Type.Static<typeof DecideContest>;

export const AddedEvidence = Type.Object({ id: Id }, { title: 'ContestEvidenceAdded' });
