import { Type } from 'typebox';
import { WhatIsAsked } from '../../counting/certificates/index.ts';
import { InclusionProof } from '../../counting/points/index.ts';
import { Relief } from '../../counting/reliefs/index.ts';
import { Page } from '../../platform/index.ts';

const Id = Type.String({ format: 'uuid' });
const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const Nullable = <Shape extends Type.TSchema>(shape: Shape) => Type.Union([shape, Type.Null()]);
const Hundredths = Type.Integer({ description: 'Hundredths of a point' });

/** A coming event that fits one's children, and what it would earn. */
export const ComingEvent = Type.Object(
  {
    activity_id: Id,
    title: Type.String(),
    kind_name: Words,
    begins_at: Type.String(),
    ends_at: Type.String(),
    place: Type.String(),
    host_name: Type.String(),
    places_left: Nullable(Type.Integer()),
    worth: Type.Integer({ description: 'Hundredths for the whole event, before caps' }),
    registration_state: Nullable(
      Type.String({ description: 'Of the reader; null: not signed up' }),
    ),
  },
  { title: 'ComingEvent' },
);
export type ComingEvent = Type.Static<typeof ComingEvent>;

export const ChildProgress = Type.Object(
  {
    student_id: Id,
    name: Type.String(),
    class_name: Nullable(Type.String()),
    school_name: Nullable(Type.String()),
    total: Hundredths,
    threshold: Hundredths,
    missing: Hundredths,
    certificate: Nullable(Type.Object({ id: Id, number: Type.String(), state: Type.String() })),
  },
  { title: 'ChildProgress' },
);
export type ChildProgress = Type.Static<typeof ChildProgress>;

export const TodaysEvent = Type.Object(
  {
    activity_id: Id,
    title: Type.String(),
    begins_at: Type.String(),
    ends_at: Type.String(),
    place: Type.String(),
    registration_state: Type.String(),
    attendance: Type.Enum(['none', 'entered', 'left']),
  },
  { title: 'TodaysEvent' },
);

export const HomeNotice = Type.Object(
  {
    id: Id,
    made_at: Type.String(),
    asks: Type.Boolean({ description: 'It waits for an answer, read or not' }),
    child_name: Nullable(Type.String({ description: 'The child that it concerns' })),
    heading: Words,
    text: Words,
    link: Nullable(Type.String({ description: 'Where in the carer’s app it leads' })),
  },
  { title: 'HomeNotice' },
);

export const CarerHome = Type.Object(
  {
    person_name: Type.String(),
    children: Type.Array(ChildProgress),
    today: Type.Array(TodaysEvent),
    coming: Type.Array(ComingEvent),
    notices: Type.Array(HomeNotice),
  },
  { title: 'CarerHome' },
);
export type CarerHome = Type.Static<typeof CarerHome>;

export const PointEntry = Type.Object(
  {
    sequence: Type.Integer({ description: 'The leaf in the ledger’s tree' }),
    amount: Hundredths,
    raw_amount: Hundredths,
    capped: Type.Boolean(),
    rule: Type.Object({
      id: Type.String(),
      title: Words,
      clause: Type.String(),
      version: Type.Integer(),
      per: Type.Enum(['hour', 'event']),
      amount: Hundredths,
      cap_day: Nullable(Hundredths),
      cap_month: Nullable(Hundredths),
      cap_term: Nullable(Hundredths),
      tiers: Type.Array(Type.Object({ above: Hundredths, percent: Type.Integer() })),
      category: Nullable(
        Type.Object({
          title: Words,
          cap_term: Nullable(Hundredths),
          cap_source: Nullable(Hundredths),
        }),
      ),
    }),
    counted_on: Type.String(),
    posted_at: Type.String(),
    deed: Type.Object({
      fact_id: Id,
      kind: Type.String(),
      kind_name: Words,
      at: Type.String(),
      quantity: Type.Integer(),
      unit: Type.Enum(['minutes', 'occurrence']),
      organisation_name: Nullable(Type.String()),
      activity_title: Nullable(Type.String()),
    }),
    reversal: Nullable(Type.Object({ reason: Type.String() })),
    taken_back: Type.Boolean(),
    reason: Words,
  },
  { title: 'PointEntry' },
);
export type PointEntry = Type.Static<typeof PointEntry>;

export const CarerPoints = Type.Object(
  {
    balance: Hundredths,
    children: Type.Array(
      Type.Object({
        student_id: Id,
        name: Type.String(),
        total: Hundredths,
        threshold: Hundredths,
        missing: Hundredths,
        ...WhatIsAsked,
        carers: Type.Array(
          Type.Object({
            carer_id: Id,
            name: Type.String(),
            balance: Hundredths,
            is_me: Type.Boolean(),
          }),
        ),
      }),
    ),
    reliefs: Type.Array(Relief, { description: 'What staff wrote about me, and how it stands' }),
    latest: Type.Array(PointEntry, { description: 'My newest entries' }),
    coming: Type.Array(ComingEvent),
  },
  { title: 'CarerPoints' },
);

export const EntryProof = Type.Object(
  {
    entry: Type.String({
      description: 'The entry as the tree holds it (RFC 8785); its hash is the leaf',
    }),
    account: Type.Object(
      {
        carer_id: Id,
        salt: Nullable(
          Type.String({ description: 'Base64url; null: the account was never salted' }),
        ),
      },
      { description: 'What shows that the entry’s account is this carer’s' },
    ),
    ...InclusionProof.properties,
  },
  { title: 'EntryProof' },
);

const entries = Page(PointEntry, 'PointEntryPage');

export const PointEntries = Type.Object(
  {
    carer: Type.Object({ id: Id, name: Type.String() }),
    balance: Hundredths,
    ...entries.properties,
  },
  { title: 'PointEntries' },
);
