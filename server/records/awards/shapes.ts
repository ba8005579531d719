import { Type } from 'typebox';
import { Page, PageQuery, SortQuery } from '../../platform/index.ts';
import { SheetQuery } from '../../platform/sheets/index.ts';
import { LONGEST_AWARD_REASON, MOST_MINUTES_A_DEED } from './limits.ts';
import { awardStates } from './states.ts';
import { awardSortKeys } from './store/awards.ts';

const Nullable = <Shape extends Type.TSchema>(shape: Shape) => Type.Union([shape, Type.Null()]);
const Id = Type.String({ format: 'uuid' });
const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const strict = { additionalProperties: false };
const Reason = Type.String({ minLength: 1, maxLength: LONGEST_AWARD_REASON, pattern: '\\S' });

export const ById = Type.Object({ id: Id });
export const ByEvidence = Type.Object({ id: Id, evidence_id: Id });

export const NewAward = Type.Object(
  {
    carer_id: Type.Optional(Type.String({ ...Id, description: 'The carer of a child in reach …' })),
    carer_phone: Type.Optional(
      Type.String({
        pattern: '^1\\d{10}$',
        description: '… or, of somebody else’s, the phone that the carer gave',
      }),
    ),
    organisation_id: Id,
    kind: Type.String({ maxLength: 60, description: 'A kind of fact that is entered by hand' }),
    quantity: Type.Integer({ minimum: 1, maximum: MOST_MINUTES_A_DEED }),
    done_on: Type.String({ format: 'date' }),
    reason: Reason,
  },
  { title: 'NewAward', ...strict },
);
export type NewAward = Type.Static<typeof NewAward>;

export const AwardRow = Type.Object(
  {
    id: Id,
    version: Type.Integer({ description: 'Also the ETag' }),
    batch_id: Nullable(Id),
    carer_id: Id,
    carer_name: Type.String(),
    organisation_name: Type.String(),
    kind: Type.String(),
    kind_name: Words,
    unit: Type.Enum(['minutes', 'occurrence']),
    quantity: Type.Integer(),
    done_on: Type.String(),
    reason: Type.String(),
    state: Type.Enum([...awardStates]),
    state_name: Words,
    made_by: Type.String(),
    made_at: Type.String(),
    decided_by: Nullable(Type.String()),
    decided_at: Nullable(Type.String()),
    decline_reason: Nullable(Type.String()),
    is_sampled: Type.Boolean({ description: 'Drawn for the district’s review' }),
    review: Nullable(Type.Enum(['fine', 'reversed'])),
    review_note: Nullable(Type.String()),
    reviewed_by: Nullable(Type.String()),
  },
  { title: 'AwardRow' },
);
export type AwardRow = Type.Static<typeof AwardRow>;
export const AwardPage = Page(AwardRow, 'AwardPage');

export const AwardFile = Type.Object(
  {
    ...AwardRow.properties,
    evidence: Type.Array(Type.Object({ id: Id, kind: Type.Enum(['picture', 'pdf']) })),
    may_attach: Type.Boolean(),
    may_withdraw: Type.Boolean(),
    may_decide: Type.Boolean(),
    may_review: Type.Boolean(),
  },
  { title: 'AwardFile' },
);
export type AwardFile = Type.Static<typeof AwardFile>;

const filters = {
  show: Type.Enum(['waiting', 'confirmed', 'over', 'review', 'all'], {
    default: 'waiting',
    description: 'review: drawn for the district and not looked at',
  }),
  ...SortQuery(awardSortKeys, '-made'),
};
export const AwardsQuery = Type.Object({ ...PageQuery, ...filters });
export type AwardsQuery = Type.Static<typeof AwardsQuery>;
export const AwardsSheetQuery = SheetQuery(filters);

export const AwardKinds = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        id: Type.String(),
        name: Words,
        unit: Type.Enum(['minutes', 'occurrence']),
      }),
    ),
    organisations: Type.Array(Type.Object({ id: Id, name: Type.String() }), {
      description: 'For which this person enters deeds',
    }),
  },
  { title: 'AwardKinds' },
);

export const DecideAward = Type.Object(
  {
    confirm: Type.Boolean(),
    reason: Type.Optional(
      Type.String({ maxLength: LONGEST_AWARD_REASON, description: 'Needed to decline' }),
    ),
  },
  { title: 'DecideAward', ...strict },
);
export type DecideAward = Type.Static<typeof DecideAward>;

export const ReviewAward = Type.Object(
  {
    outcome: Type.Enum(['fine', 'reversed']),
    note: Type.String({ maxLength: LONGEST_AWARD_REASON }),
  },
  { title: 'ReviewAward', ...strict },
);
export type ReviewAward = Type.Static<typeof ReviewAward>;

export const AwardMade = Type.Object({ id: Id }, { title: 'AwardMade' });

export const SheetLines = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        row: Type.Integer(),
        carer: Type.String(),
        child: Type.String(),
        kind_name: Words,
        done_on: Type.String(),
        quantity: Type.Integer(),
        reason: Type.String(),
      }),
      { description: 'Lines that can be taken' },
    ),
    problems: Type.Array(Type.Object({ row: Type.Integer(), column: Words, reason: Words })),
    batch_id: Nullable(Type.String({ ...Id, description: 'Null: nothing was written' })),
  },
  { title: 'AwardSheetLines' },
);
export type SheetLines = Type.Static<typeof SheetLines>;

export const BatchQuery = Type.Object({
  organisation_id: Id,
  reason: Type.String({ minLength: 1, maxLength: LONGEST_AWARD_REASON, pattern: '\\S' }),
});
export const BatchDecided = Type.Object(
  { confirmed: Type.Integer(), sampled: Type.Integer() },
  { title: 'AwardBatchDecided' },
);
