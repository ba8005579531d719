import { Type } from 'typebox';
import { capabilities, roles } from '../access/index.ts';
import { organisationKinds } from '../tables.ts';

const Id = Type.String({ format: 'uuid' });
const Nullable = <Shape extends Type.TSchema>(shape: Shape) => Type.Union([shape, Type.Null()]);
const LanguageTag = Type.Enum(['zh-CN', 'en']);
const TypeSize = Type.Enum(['normal', 'large']);

export const Me = Type.Object(
  {
    person: Type.Object({ id: Id, name: Type.String() }),
    kind: Type.Enum(['adult', 'student']),
    language: LanguageTag,
    type_size: TypeSize,
    posts: Type.Array(
      Type.Object({
        id: Id,
        role: Type.Enum(Object.keys(roles)),
        role_name: Type.Object({ zh: Type.String(), en: Type.String() }),
        organisation: Type.Object({
          id: Id,
          name: Type.String(),
          kind: Type.Enum([...organisationKinds]),
        }),
      }),
      { description: 'Those that count in this session' },
    ),
    still_to_prove: Type.Union([Type.Enum(['password', 'totp']), Type.Null()], {
      description: 'What this session lacks for the rest of the posts',
    }),
    children: Type.Array(
      Type.Object({
        id: Id,
        name: Type.String(),
        class_name: Nullable(Type.String()),
        school_id: Nullable(Id),
        school_name: Nullable(Type.String()),
        relationship: Type.String({ description: 'GB/T 4761' }),
      }),
    ),
    capabilities: Type.Array(Type.Enum(Object.keys(capabilities))),
    district: Type.Object({ id: Type.String(), name_zh: Type.String(), name_en: Type.String() }),
  },
  { title: 'Me' },
);

export const MeChange = Type.Object(
  { language: Type.Optional(LanguageTag), type_size: Type.Optional(TypeSize) },
  { title: 'MeChange', additionalProperties: false, minProperties: 1 },
);
