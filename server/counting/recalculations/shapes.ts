import { Type } from 'typebox';
import { Page, PageQuery } from '../../platform/index.ts';
import { SheetQuery } from '../../platform/sheets/index.ts';

const Id = Type.String({ format: 'uuid' });
const Day = (description: string) => Type.String({ format: 'date', description });
const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const Nullable = <Shape extends Type.TSchema>(shape: Shape) => Type.Union([shape, Type.Null()]);

export const recalculationStates = [
  'counting',
  'ordered',
  'confirmed',
  'done',
  'withdrawn',
] as const;
export type RecalculationState = (typeof recalculationStates)[number];

export const OrderRecalculation = Type.Object(
  {
    rules: Type.Array(Type.String({ maxLength: 60 }), {
      minItems: 1,
      maxItems: 1000,
      uniqueItems: true,
      description: 'Point rules of the plan',
    }),
    from_on: Day('First day of the deeds'),
    until_on: Day('Last day of the deeds'),
    wording_of: Day('The day whose wording of the rules counts for them'),
    reason: Type.String({ minLength: 1, maxLength: 300, description: 'Families read it' }),
  },
  { title: 'OrderRecalculation', additionalProperties: false },
);
export type OrderRecalculation = Type.Static<typeof OrderRecalculation>;

export const Recalculation = Type.Object(
  {
    id: Id,
    rules: Type.Array(Type.Object({ id: Type.String(), title: Words })),
    from_on: Type.String(),
    until_on: Type.String(),
    wording_of: Type.String(),
    reason: Type.String(),
    state: Type.Enum([...recalculationStates]),
    ordered_by_name: Type.String(),
    ordered_at: Type.String(),
    decided_by_name: Nullable(Type.String()),
    done_at: Nullable(Type.String()),
    carers: Type.Integer({ description: 'Whose points change' }),
    gain: Type.Integer({ description: 'Of these, who has more' }),
    lose: Type.Integer({ description: 'Of these, who has fewer' }),
    may_confirm: Type.Boolean({
      description: 'The list is there, and the reader did not order it',
    }),
    may_withdraw: Type.Boolean(),
    version: Type.Integer({ description: 'Send it as If-Match when deciding' }),
  },
  { title: 'Recalculation' },
);
export type Recalculation = Type.Static<typeof Recalculation>;

export const Recalculations = Type.Object(
  { items: Type.Array(Recalculation) },
  { title: 'Recalculations' },
);

export const RecalculationLine = Type.Object(
  {
    carer_id: Id,
    carer_name: Type.String(),
    deeds: Type.Integer({ description: 'Deeds that are counted anew' }),
    before: Type.Integer({ description: 'Hundredths of a point' }),
    after: Type.Integer({ description: 'Hundredths of a point' }),
  },
  { title: 'RecalculationLine' },
);
export type RecalculationLine = Type.Static<typeof RecalculationLine>;
export const RecalculationLines = Page(RecalculationLine, 'RecalculationLines');
export const LinesQuery = Type.Object({ ...PageQuery });
export const LinesSheetQuery = SheetQuery({});

export const DecideRecalculation = Type.Object(
  { decision: Type.Enum(['confirm', 'withdraw']) },
  { title: 'DecideRecalculation', additionalProperties: false },
);
export type DecideRecalculation = Type.Static<typeof DecideRecalculation>;
