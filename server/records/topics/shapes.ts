import { Type } from 'typebox';
import { PageQuery } from '../../platform/index.ts';
import { SheetQuery } from '../../platform/sheets/index.ts';
import { LONGEST_PROPOSAL, LONGEST_REASON, LONGEST_TOPIC, MOST_TOPICS } from './limits.ts';
import { proposalStates } from './states.ts';

const Nullable = <Shape extends Type.TSchema>(shape: Shape) => Type.Union([shape, Type.Null()]);
const Id = Type.String({ format: 'uuid' });
const strict = { additionalProperties: false };
const Line = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' });

export const ById = Type.Object({ id: Id });
export const ByTopic = Type.Object({ id: Id, topic_id: Id });
export const ByProposal = Type.Object({ id: Id, proposal_id: Id });

const TopicShape = Type.Object(
  {
    id: Id,
    title: Type.String(),
    wanted: Type.Integer({ description: 'How many carers want it; who they are nobody sees' }),
    wanted_by_me: Type.Boolean(),
    is_talked: Type.Boolean({ description: 'It was really talked about' }),
  },
  { title: 'Topic' },
);

const proposal = {
  id: Id,
  text: Type.String(),
  state: Type.Enum([...proposalStates]),
  reason: Type.String({ description: 'Why the host left it off' }),
  made_at: Type.String({ format: 'date-time' }),
};
const OwnProposal = Type.Object(proposal, { title: 'OwnTopicProposal' });
const HostsProposal = Type.Object(
  { ...proposal, proposer: Type.String({ description: 'For the host’s staff alone' }) },
  { title: 'TopicProposal' },
);

export const TopicList = Type.Object(
  {
    activity_id: Id,
    version: Type.Integer({ description: 'For If-Match' }),
    items: Type.Array(TopicShape, { description: 'In the host’s order' }),
    mine: Type.Array(OwnProposal, { description: 'What I proposed, the newest first' }),
    may_want: Type.Boolean({ description: 'I may say what I want and propose' }),
    may_edit: Type.Boolean(),
    may_tick: Type.Boolean({ description: 'I may say what was talked about' }),
    host: Nullable(
      Type.Object(
        {
          proposals: Type.Array(HostsProposal, { description: 'The open ones first' }),
          kept: Type.Array(Type.Object({ title: Type.String(), wanted: Type.Integer() }), {
            description: 'Left unanswered at earlier salons of this host',
          }),
        },
        { title: 'TopicsForHost' },
      ),
    ),
  },
  { title: 'TopicList' },
);
export type TopicList = Type.Static<typeof TopicList>;

export const ListTopics = Type.Object(
  {
    topics: Type.Array(Type.Object({ id: Type.Optional(Id), title: Line(LONGEST_TOPIC) }, strict), {
      maxItems: MOST_TOPICS,
    }),
  },
  { title: 'ListTopics', ...strict },
);
export type ListTopics = Type.Static<typeof ListTopics>;

export const ProposeTopic = Type.Object(
  { text: Line(LONGEST_PROPOSAL) },
  { title: 'ProposeTopic', ...strict },
);

export const DecideProposal = Type.Object(
  {
    accept: Type.Boolean(),
    title: Type.Optional(Line(LONGEST_TOPIC)),
    reason: Type.Optional(Type.String({ maxLength: LONGEST_REASON })),
  },
  {
    title: 'DecideTopicProposal',
    description: 'Accepted, in the host’s wording if given; or left off, with a reason',
    ...strict,
  },
);
export type DecideProposal = Type.Static<typeof DecideProposal>;

export const TalkedAbout = Type.Object(
  { topic_ids: Type.Array(Id, { maxItems: MOST_TOPICS }) },
  { title: 'TopicsTalkedAbout', ...strict },
);

const wantedFilters = {
  school_year: Type.Optional(
    Type.String({ maxLength: 20, description: 'Such as 2026-2027; this one if not given' }),
  ),
  host: Type.Optional(Id),
  q: Type.Optional(Type.String({ maxLength: LONGEST_TOPIC })),
};
export const WantedTopicsQuery = Type.Object({ ...PageQuery, ...wantedFilters });
export type WantedTopicsQuery = Type.Static<typeof WantedTopicsQuery>;
export const WantedTopicsSheetQuery = SheetQuery(wantedFilters);

/** What families care about: counts, and nobody's name. */
export const WantedTopicsPage = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        {
          title: Type.String(),
          wanted: Type.Integer({ description: 'How often carers wanted it' }),
          salons: Type.Integer({ description: 'How many salons listed it' }),
          talked: Type.Integer({ description: '… and talked about it' }),
        },
        { title: 'WantedTopic' },
      ),
      { description: 'The most wanted first; the same words are one topic' },
    ),
    next: Type.Optional(Type.String()),
    school_year: Type.String(),
    school_years: Type.Array(Type.String(), { description: 'To choose from, the latest first' }),
    salons: Type.Integer({ description: 'Of the hosts in reach, in that year' }),
  },
  { title: 'WantedTopicsPage' },
);
export type WantedTopicsPage = Type.Static<typeof WantedTopicsPage>;
