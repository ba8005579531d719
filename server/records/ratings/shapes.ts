import { Type } from 'typebox';
import { ANSWERS_TOLD_TOGETHER, MOST_COMMENT_LETTERS } from './limits.ts';

const Nullable = <Shape extends Type.TSchema>(shape: Shape) => Type.Union([shape, Type.Null()]);
export const ById = Type.Object({ id: Type.String({ format: 'uuid' }) });

export const Rate = Type.Object(
  {
    stars: Type.Integer({ minimum: 1, maximum: 5 }),
    helped: Type.Optional(Type.String({ maxLength: MOST_COMMENT_LETTERS })),
    improve: Type.Optional(Type.String({ maxLength: MOST_COMMENT_LETTERS })),
  },
  { title: 'Rate', additionalProperties: false },
);
export type Rate = Type.Static<typeof Rate>;

export const MyRating = Type.Object(
  {
    is_open: Type.Boolean({ description: 'May be given or changed now' }),
    closes_at: Type.String(),
    mine: Nullable(
      Type.Object({ stars: Type.Integer(), helped: Type.String(), improve: Type.String() }),
    ),
  },
  { title: 'MyRating' },
);
export type MyRating = Type.Static<typeof MyRating>;

export const Ratings = Type.Object(
  {
    title: Type.String(),
    answers: Type.Integer({
      description: `Told so far; at least ${ANSWERS_TOLD_TOGETHER}, or 0`,
    }),
    told_together: Type.Integer({ description: 'So many at a time' }),
    average: Nullable(Type.Number({ description: 'One decimal' })),
    stars: Type.Array(Type.Integer(), { description: 'How many gave one star … five' }),
    helped: Type.Array(Type.String()),
    improve: Type.Array(Type.String()),
  },
  { title: 'Ratings' },
);
export type Ratings = Type.Static<typeof Ratings>;
