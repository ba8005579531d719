import { Type } from 'typebox';
import { scopeNames } from '../access/index.ts';

const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const Instant = Type.String({ format: 'date-time' });
const Text = (maxLength: number, description: string) =>
  Type.String({ minLength: 1, maxLength, pattern: '\\S', description });

export const ClientWanted = Type.Object(
  {
    name: Text(60, 'What the program is called'),
    organisation: Text(60, 'Whose it is'),
    contact: Text(120, 'Whom to reach when something is wrong with it'),
    scopes: Type.Array(Type.Enum([...scopeNames]), { minItems: 1, uniqueItems: true }),
  },
  { title: 'ClientWanted', additionalProperties: false },
);
export type ClientWanted = Type.Static<typeof ClientWanted>;

const clientMembers = {
  id: Type.String({ format: 'uuid', description: 'Also the client_id' }),
  name: Type.String(),
  organisation: Type.String(),
  contact: Type.String(),
  scopes: Type.Array(Type.Object({ id: Type.Enum([...scopeNames]), name: Words })),
  made_at: Instant,
  made_by_name: Type.String(),
  last_used_at: Type.Union([Instant, Type.Null()]),
  revoked_at: Type.Union([Instant, Type.Null()]),
  revoked_reason: Type.Union([Type.String(), Type.Null()]),
  version: Type.Integer({ description: 'Also the ETag; send it as If-Match when changing' }),
};

export const Client = Type.Object(clientMembers, { title: 'Client' });
export type Client = Type.Static<typeof Client>;
export const ClientList = Type.Object({ items: Type.Array(Client) }, { title: 'ClientList' });

export const ClientFile = Type.Object(
  {
    ...clientMembers,
    secrets: Type.Array(
      Type.Object({ made_at: Instant, ends_at: Type.Union([Instant, Type.Null()]) }),
      { description: 'Those in force, the newest first; the secrets themselves are not kept' },
    ),
    calls: Type.Array(
      Type.Object({ at: Instant, asked: Type.Integer(), granted: Type.Integer() }),
      { description: 'The last ones, the newest first' },
    ),
  },
  { title: 'ClientFile' },
);
export type ClientFile = Type.Static<typeof ClientFile>;

export const ClientSecret = Type.Object(
  {
    client_id: Type.String({ format: 'uuid' }),
    client_secret: Type.Union([Type.String(), Type.Null()], {
      description: 'Shown now and never again; null when a request was sent a second time',
    }),
  },
  { title: 'ClientSecret' },
);
export type ClientSecret = Type.Static<typeof ClientSecret>;

export const ClientSecretWanted = Type.Object(
  {
    former: Type.Enum(['lasts-a-week', 'ends-now'], {
      description: '`ends-now`: the former secret has leaked, and every token with it',
    }),
  },
  { title: 'ClientSecretWanted', additionalProperties: false },
);
export type ClientSecretWanted = Type.Static<typeof ClientSecretWanted>;

export const ClientRevocation = Type.Object(
  { reason: Text(300, 'Why, for those who look it up later') },
  { title: 'ClientRevocation', additionalProperties: false },
);
