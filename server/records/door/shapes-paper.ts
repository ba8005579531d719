import { Type } from 'typebox';

const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const Nullable = <Shape extends Type.TSchema>(shape: Shape) => Type.Union([shape, Type.Null()]);

export const PaperPreview = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        {
          row: Type.Integer({ description: 'As the spreadsheet counts' }),
          carer_name: Type.String({ description: 'As the sheet says' }),
          child_name: Type.String({ description: 'As the sheet says' }),
          entered_at: Type.String(),
          left_at: Nullable(Type.String()),
          change: Type.Enum(['new', 'longer', 'same'], {
            description: 'new: an attendance; longer: one that grows; same: stands already',
          }),
        },
        { title: 'PaperLine' },
      ),
    ),
    problems: Type.Array(
      Type.Object(
        { row: Type.Integer(), column: Words, value: Type.String(), reason: Words },
        { title: 'PaperProblem' },
      ),
      { description: 'Lines that are left out' },
    ),
  },
  { title: 'PaperPreview' },
);
export type PaperPreview = Type.Static<typeof PaperPreview>;
