import { Type } from 'typebox';
import { Page, PageQuery, SortQuery } from '../platform/index.ts';
import { SheetQuery } from '../platform/sheets/index.ts';
import { requestSortKeys } from './store.ts';

const Id = Type.String({ format: 'uuid' });
const Instant = Type.String({ format: 'date-time' });
const Nullable = <Shape extends Type.TSchema>(shape: Shape) => Type.Union([shape, Type.Null()]);
const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const Kind = Type.Enum(['correct', 'erase']);
const State = Type.Enum(['open', 'accepted', 'done', 'refused', 'withdrawn']);

const request = {
  id: Id,
  kind: Kind,
  state: State,
  wish: Type.String(),
  reason: Type.String({ description: 'What whoever decided wrote' }),
  made_at: Instant,
  answer_until: Type.String({ format: 'date' }),
  decided_at: Nullable(Instant),
  erase_after: Nullable(
    Type.String({
      format: 'date-time',
      description: 'An accepted erasure can be taken back until then',
    }),
  ),
};

export const MyRequest = Type.Object(request, { title: 'MyPrivacyRequest' });

export const MyData = Type.Object(
  {
    parts: Type.Array(
      Type.Object({
        name: Type.String({ description: 'Its file in the archive' }),
        title: Words,
        why: Words,
        count: Type.Integer(),
        is_erased: Type.Boolean({ description: 'An erasure takes it out, or what names me in it' }),
      }),
    ),
    requests: Type.Array(MyRequest),
  },
  { title: 'MyData' },
);

export const ArchiveQuery = Type.Object({
  lang: Type.Optional(Type.String({ maxLength: 10, description: 'zh-CN or en' })),
});

export const RequestWanted = Type.Object(
  { kind: Kind, wish: Type.String({ maxLength: 500 }) },
  { title: 'PrivacyRequestWanted', additionalProperties: false },
);

export const RequestMade = Type.Object({ id: Id }, { title: 'PrivacyRequestMade' });

export const PrivacyRequest = Type.Object(
  { ...request, person: Type.Object({ id: Id, name: Type.String() }) },
  { title: 'PrivacyRequest' },
);
export type PrivacyRequest = Type.Static<typeof PrivacyRequest>;

export const PrivacyRequestPage = Page(PrivacyRequest, 'PrivacyRequestPage');

const filters = {
  state: Type.Optional(State),
  kind: Type.Optional(Kind),
  ...SortQuery(requestSortKeys, 'until'),
};

export const PrivacyRequestQuery = Type.Object({ ...PageQuery, ...filters });
export const PrivacyRequestSheetQuery = SheetQuery(filters);

export const RequestAnswer = Type.Object(
  {
    decision: Type.Enum(['accept', 'refuse']),
    reason: Type.String({ maxLength: 300, description: 'The person reads it' }),
  },
  { title: 'PrivacyRequestAnswer', additionalProperties: false },
);

export const ById = Type.Object({ id: Id });
