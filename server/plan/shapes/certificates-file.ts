import { Type } from 'typebox';
import { whoCountsWords } from '../vocabulary.ts';
import { ClauseId, closed, Day, Form, Id, listOf, Points, versioned, Words } from './parts.ts';

const Percent = (description: string) => Type.Integer({ minimum: 1, maximum: 100, description });

const Counts = Type.Object(
  {
    carers: Type.Enum(whoCountsWords, {
      description: '谁的积分算 · whose points count: sum, best, both',
    }),
    each: Type.Optional(
      Percent('both：两位家长各要达到的百分之几 · what each of two carers must reach'),
    ),
    period: Type.Literal('plan'),
  },
  { ...closed, description: '谁的积分、从什么时候起算 · whose points count, and since when' },
);

const Lowered = Type.Object(
  {
    movedIn: Type.Optional(
      Type.Object(
        {
          after: Day('这一天以后来的才折算 · who came after this day'),
          months: Type.Integer({
            minimum: 1,
            maximum: 240,
            description: '分数是按多少个月定的 · in how many months the score is to be reached',
          }),
        },
        closed,
      ),
    ),
    leave: Type.Optional(
      Type.Object(
        { percentAMonth: Percent('请假每满 30 天少要百分之几 · less by for each 30 days') },
        closed,
      ),
    ),
    disability: Type.Optional(
      Type.Object({ percent: Percent('家长有残疾少要百分之几 · less by') }, closed),
    ),
    atLeast: Percent('再少也要百分之几 · never less than this percentage'),
  },
  { ...closed, description: '哪些家庭少要一些 · of which families less is asked' },
);

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
        counts: Counts,
        versions: listOf(
          {
            ...versioned,
            threshold: Points('达到多少分 · points to reach'),
            counts: Type.Optional(Counts),
            lowered: Type.Optional(Lowered),
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
