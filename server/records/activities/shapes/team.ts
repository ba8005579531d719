import { Type } from 'typebox';

const Nullable = <Shape extends Type.TSchema>(shape: Shape) => Type.Union([shape, Type.Null()]);
const Id = Type.String({ format: 'uuid' });

/** As lead or as deputy. */
export const NameLead = Type.Object(
  { person_id: Id },
  { title: 'NameLead', additionalProperties: false },
);

export const Team = Type.Object(
  {
    lead: Nullable(Type.String({ description: 'Name; null: nobody leads it' })),
    is_led_by_me: Type.Boolean(),
    deputy: Nullable(Type.String({ description: 'Name; leads while the lead is away' })),
    is_deputised_by_me: Type.Boolean(),
    members: Nullable(
      Type.Array(
        Type.Object({
          person_id: Nullable(Type.String({ description: 'For the host’s staff alone' })),
          name: Type.String(),
          is_lead: Type.Boolean(),
          is_deputy: Type.Boolean(),
          has_entered: Type.Boolean(),
        }),
        {
          description:
            'For the lead and the deputy, until the end is confirmed, and the host’s staff',
        },
      ),
    ),
  },
  { title: 'Team' },
);
export type Team = Type.Static<typeof Team>;
