import { Type } from 'typebox';
import { heldBackBy } from '../../counting/points/index.ts';
import { PointEntry } from './shapes.ts';

const Id = Type.String({ format: 'uuid' });
const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const Nullable = <Shape extends Type.TSchema>(shape: Shape) => Type.Union([shape, Type.Null()]);
const Hundredths = Type.Integer({ description: 'Hundredths of a point' });
const Carer = Type.Object({ id: Id, name: Type.String() });

export const ExplainedEntry = Type.Object(
  {
    carer: Carer,
    clause: Type.Object({ id: Type.String(), title: Words, summary: Words }),
    entry: PointEntry,
    record: Nullable(
      Type.Object(
        {
          entered_at: Type.String(),
          left_at: Nullable(Type.String()),
          entry_method: Type.String(),
          exit_method: Nullable(Type.String({ description: 'finish: to the planned end' })),
          minutes: Nullable(Type.Integer()),
          corrections: Type.Array(
            Type.Object({
              minutes_before: Nullable(Type.Integer()),
              minutes_after: Type.Integer(),
              reason: Type.String(),
              by: Type.String(),
              at: Type.String(),
            }),
          ),
        },
        { description: 'The attendance behind it; null: another kind of record' },
      ),
    ),
    confirmed_by: Type.Array(Type.String(), { description: 'Names of those who vouched for it' }),
    by_code: Type.Boolean({ description: 'The carer scanned the hall’s code themself' }),
    stated_at: Type.String({ description: 'When the record stated the fact' }),
  },
  { title: 'ExplainedEntry' },
);

const RuleSum = Type.Object(
  {
    rule: Type.String(),
    title: Words,
    clause: Type.String(),
    version: Type.Integer(),
    entries: Type.Integer(),
    raw: Type.Integer({ description: 'Hundredths, before limits' }),
    amount: Type.Integer({ description: 'Hundredths that count' }),
    held: Type.Array(
      Type.Object({
        by: Type.Enum([...heldBackBy]),
        when: Nullable(Type.String({ description: 'The day or month that was full' })),
        amount: Hundredths,
        words: Words,
      }),
      { description: 'The limits that bit' },
    ),
  },
  { title: 'RuleSum' },
);
export type RuleSum = Type.Static<typeof RuleSum>;

export const ExplainedTotal = Type.Object(
  {
    carer: Carer,
    balance: Hundredths,
    terms: Type.Array(
      Type.Object({
        term: Type.String(),
        name: Words,
        amount: Hundredths,
        rules: Type.Array(RuleSum),
      }),
      { description: 'The latest first; holidays belong to the term before them' },
    ),
  },
  { title: 'ExplainedTotal' },
);
