import { Type } from 'typebox';
import { Page, PageQuery } from '../platform/index.ts';

const Id = Type.String({ format: 'uuid' });
const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const Nullable = <Shape extends Type.TSchema>(shape: Shape) => Type.Union([shape, Type.Null()]);

export const ById = Type.Object({ id: Id });

export const Notice = Type.Object(
  {
    id: Id,
    room: Type.String({ description: 'Which room speaks' }),
    kind: Type.String({ description: 'Which of its sentences' }),
    child_name: Nullable(Type.String({ description: 'The child that it concerns' })),
    heading: Words,
    text: Words,
    link: Nullable(Type.String({ description: 'Where in the carer’s app it leads' })),
    asks: Type.Boolean({ description: 'It waits for an answer, read or not' }),
    made_at: Type.String(),
    read_at: Nullable(Type.String()),
    done_at: Nullable(Type.String({ description: 'When it fell silent by itself' })),
  },
  { title: 'Notice' },
);
export type Notice = Type.Static<typeof Notice>;

export const Notices = Page(Notice, 'Notices');
export const NoticesQuery = Type.Object({ ...PageQuery, unread: Type.Boolean({ default: false }) });
