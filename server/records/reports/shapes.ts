import { Type } from 'typebox';
import { Page, PageQuery } from '../../platform/index.ts';
import { MOST_CHILDREN_A_PHOTO } from './limits.ts';
import { consentStates } from './rules/consent.ts';
import { photoStates, purposes } from './states.ts';

const Nullable = <Shape extends Type.TSchema>(shape: Shape) => Type.Union([shape, Type.Null()]);
const Id = Type.String({ format: 'uuid' });
const Consent = Type.Enum([...consentStates]);
const strict = { additionalProperties: false };

export const ById = Type.Object({ id: Id });

export const WriteReport = Type.Object(
  {
    text: Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' }),
    is_public: Type.Boolean({ description: 'Anyone may read it, if the activity is public' }),
  },
  { title: 'WriteReport', ...strict },
);
export type WriteReport = Type.Static<typeof WriteReport>;

/** A child of a family that came, for the host to tick. */
const PhotoChild = Type.Object(
  {
    student_id: Id,
    name: Nullable(Type.String({ description: 'Null: out of the reader’s reach' })),
    class_name: Nullable(Type.String()),
    carer_name: Type.String({ description: 'Who came with the child' }),
    album: Consent,
    public: Consent,
  },
  { title: 'PhotoChild' },
);
export type PhotoChild = Type.Static<typeof PhotoChild>;
export const PhotoChildren = Type.Object(
  { items: Type.Array(PhotoChild) },
  { title: 'PhotoChildren' },
);

const Photo = Type.Object(
  {
    id: Id,
    caption: Type.String(),
    width: Type.Integer(),
    height: Type.Integer(),
    seen_by: Type.Enum(['host', 'album', 'public'], {
      description: 'As far as it is seen at this moment, by what the families say now',
    }),
    desk: Nullable(
      Type.Object(
        {
          state: Type.Enum([...photoStates], { description: 'Where the host has put it' }),
          is_said: Type.Boolean({ description: 'It is said which children are seen' }),
          student_ids: Type.Array(Id),
          missing: Type.Array(
            Type.Object({ student_id: Id, name: Type.String(), consent: Consent }),
            { description: 'Whose consent is missing where it was put' },
          ),
        },
        { title: 'PhotoDesk' },
      ),
    ),
  },
  { title: 'Photo' },
);
export type Photo = Type.Static<typeof Photo>;

const event = {
  activity_id: Id,
  title: Type.String(),
  host_name: Type.String(),
  begins_at: Type.String(),
  place: Type.String(),
};
const about = {
  ...event,
  families: Type.Integer({ description: 'Counted from who was there' }),
};

export const Report = Type.Object(
  {
    ...about,
    text: Nullable(Type.String()),
    is_public: Type.Boolean(),
    may_be_public: Type.Boolean({ description: 'The activity stands in the public calendar' }),
    version: Type.Integer({ description: '0: none written; also the ETag' }),
    written_at: Nullable(Type.String()),
    photos: Type.Array(Photo),
    may_edit: Type.Boolean(),
  },
  { title: 'Report' },
);
export type Report = Type.Static<typeof Report>;

const PublicPhoto = Type.Object(
  { id: Id, caption: Type.String(), width: Type.Integer(), height: Type.Integer() },
  { title: 'PublicPhoto' },
);

export const PublicReport = Type.Object(
  { ...about, text: Type.String(), photos: Type.Array(PublicPhoto) },
  { title: 'PublicReport' },
);
export type PublicReport = Type.Static<typeof PublicReport>;

export const PublicReportsQuery = Type.Object({
  ...PageQuery,
  from: Type.Optional(Type.String({ format: 'date', description: 'First day of the event' })),
  to: Type.Optional(Type.String({ format: 'date', description: 'Last day of the event' })),
});
export type PublicReportsQuery = Type.Static<typeof PublicReportsQuery>;

export const PublicReportsPage = Page(
  Type.Object(
    {
      ...event,
      text: Type.String(),
      photos: Type.Integer({ description: 'How many may be seen' }),
      cover: Nullable(PublicPhoto),
    },
    { title: 'PublicReportInList' },
  ),
  'PublicReportsPage',
);
export type PublicReportsPage = Type.Static<typeof PublicReportsPage>;

export const UploadedPhoto = Type.Object({ id: Id }, { title: 'UploadedPhoto' });

export const PhotoChange = Type.Object(
  {
    caption: Type.Optional(Type.String({ maxLength: 100 })),
    student_ids: Type.Optional(
      Type.Array(Id, {
        maxItems: MOST_CHILDREN_A_PHOTO,
        uniqueItems: true,
        description: 'Who can be recognised; empty: nobody',
      }),
    ),
  },
  { title: 'PhotoChange', minProperties: 1, ...strict },
);
export type PhotoChange = Type.Static<typeof PhotoChange>;

export const PutPhoto = Type.Object(
  { where: Type.Enum(['kept', 'album', 'public']) },
  { title: 'PutPhoto', ...strict },
);
export type PutPhoto = Type.Static<typeof PutPhoto>;

export const PictureQuery = Type.Object({
  size: Type.Enum(['large', 'small'], { default: 'large' }),
});
export type PictureSize = Type.Static<typeof PictureQuery>['size'];

export const DecideConsent = Type.Object(
  { purpose: Type.Enum([...purposes]), is_given: Type.Boolean() },
  { title: 'DecideConsent', ...strict },
);
export type DecideConsent = Type.Static<typeof DecideConsent>;

export const PictureConsents = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        purpose: Type.Enum([...purposes]),
        state: Consent,
        mine: Nullable(Type.Boolean({ description: 'What I said last' })),
        decisions: Type.Array(
          Type.Object({
            carer_name: Type.String(),
            is_given: Type.Boolean(),
            decided_at: Type.String(),
          }),
          { description: 'What each carer said last' },
        ),
      }),
    ),
  },
  { title: 'PictureConsents' },
);
export type PictureConsents = Type.Static<typeof PictureConsents>;
