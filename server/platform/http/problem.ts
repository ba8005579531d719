import { Type } from 'typebox';
import type { Language } from '../words.ts';
import type { Refusal } from './refusal.ts';

/** RFC 9457 problem details, with what to do, in the reader's language. */
export const Problem = Type.Object(
  {
    type: Type.String({ description: 'A URI of the kind of problem' }),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String({ description: 'Stable; quote it to the helpdesk' }),
    detail: Type.Optional(Type.String()),
    remedy: Type.String({ description: 'What the person can do' }),
    fields: Type.Optional(Type.Array(Type.Object({ field: Type.String(), reason: Type.String() }))),
    reference: Type.String({ description: 'Names this very request in our log' }),
  },
  { title: 'Problem' },
);

export type Problem = Type.Static<typeof Problem>;

export function toProblem(refusal: Refusal, language: Language, reference: string): Problem {
  const { kind, fields, detail } = refusal;
  return {
    type: `urn:gongyu:problem:${kind.code}`,
    title: kind.title[language],
    status: kind.status,
    code: kind.code,
    ...(detail && { detail: detail[language] }),
    remedy: kind.remedy[language],
    ...(fields.length > 0 && {
      fields: fields.map(({ field, reason }) => ({ field, reason: reason[language] })),
    }),
    reference,
  };
}
