import { Type } from 'typebox';
import { ClauseId, closed, Form, Id, listOf, Points, versioned, Words } from './parts.ts';

export const CertificatesFile = Type.Object(
  {
    certificates: listOf(
      {
        id: Id('证明编号 · a certificate'),
        clause: ClauseId,
        numberPrefix: Form(
          '^[A-Z][A-Z0-9-]{0,9}$',
          '请用大写字母、数字和 -，如 TF- · Use capitals, digits and -, like TF-',
        ),
        name: Words,
        description: Words,
        counts: Type.Object(
          { carers: Type.Literal('sum'), period: Type.Literal('plan') },
          {
            ...closed,
            description: '孩子的各位家长相加，整个计划期都算 · carers summed, the whole plan',
          },
        ),
        versions: listOf(
          {
            ...versioned,
            threshold: Points('达到多少分 · points to reach'),
            validMonths: Type.Integer({ minimum: 1, maximum: 240 }),
            criteria: Words,
          },
          '版本 · versions',
        ),
      },
      '证明 · certificates',
    ),
  },
  { ...closed, title: 'CertificatesFile', description: 'certificates.yaml' },
);
