import type { Who } from '../../../directory/index.ts';
import { certificateRule } from '../../../plan/index.ts';
import { type Call, type District, newId, type WriteTransaction } from '../../../platform/index.ts';
import { totalsOfStudents } from '../../points/index.ts';
import { numberPrefixAt } from '../decide.ts';
import { inCountersTurn } from '../in-counters-turn.ts';
import { NotInThisState, ReasonMissing, ScoreNotReached } from '../refusals.ts';
import { countedOf } from '../rules/threshold.ts';
import type { CertificateDecision } from '../shapes.ts';
import type { CertificateAction } from '../states.ts';
import {
  type CertificateRow,
  insertDue,
  insertEvents,
  moveTo,
  reinstate,
} from '../store/certificates.ts';
import { tellFamilies } from '../tell-family.ts';
import { carersToTell, requireOver, takePresent } from './present-certificate.ts';

interface Decided {
  readonly id: string;
  /** The version that the person saw. */
  readonly version: number;
  readonly decision: CertificateDecision['decision'];
  readonly reason: string;
}

/** What a decision is taken by. */
interface Deciding {
  readonly transaction: WriteTransaction;
  readonly row: CertificateRow;
  /** What counts of the family's points at this moment. */
  readonly total: number;
  readonly reason: string;
  readonly decidedBy: string;
  readonly at: Date;
}

/**
 * The district office takes a certificate out of use while it looks into it, gives it back, revokes it, or has it
 * issued again. The family reads the reason. Gives the certificate that stands now.
 */
export async function decideOnCertificate(
  district: District,
  who: Who,
  { id, version, decision, reason: said }: Decided,
  call: Call,
): Promise<string> {
  const student = await requireOver(district, who, 'certificates.decide', id);
  const reason = said.trim();
  if (reason === '') throw ReasonMissing();
  const people = await carersToTell(district, student);
  return inCountersTurn(district, who, call, async (transaction) => {
    const row = await takePresent(transaction, id, version, decision);
    const [family] = await totalsOfStudents(transaction, [student]);
    const { at } = call;
    const total = countedOf(row.counted, family?.shares ?? []);
    const deciding = { transaction, row, total, reason, decidedBy: who.person, at };
    if (decision === 'reissue') return reissue(district, deciding);
    const kind = await ways[decision](deciding);
    await tellFamilies(transaction, [{ certificate: id, kind, deed: newId(), people }], at);
    return id;
  });
}

const ways = {
  async contest(deciding: Deciding) {
    await moveTo(deciding.transaction, 'contested', [deciding.row.id]);
    return happened(deciding, 'contested');
  },
  /** Back to what the points say by now. */
  async lift(deciding: Deciding) {
    const { transaction, row, total } = deciding;
    if (total >= row.asked) {
      await reinstate(transaction, [row.id]);
      return happened(deciding, 'reinstated');
    }
    await moveTo(transaction, 'suspended', [row.id]);
    return happened(deciding, 'suspended');
  },
  async revoke(deciding: Deciding) {
    await moveTo(deciding.transaction, 'revoked', [deciding.row.id]);
    return happened(deciding, 'revoked');
  },
} satisfies Partial<Record<CertificateAction, (deciding: Deciding) => Promise<string>>>;

async function happened<Kind extends 'contested' | 'reinstated' | 'suspended' | 'revoked'>(
  { transaction, row, total, reason, decidedBy, at }: Deciding,
  event: Kind,
): Promise<Kind> {
  const points = event === 'reinstated' || event === 'suspended' ? total : null;
  await insertEvents(
    transaction,
    [{ certificate: row.id, event, total: points, reason, decidedBy }],
    at,
  );
  return event;
}

/** The same right on a new paper: what it was decided by stays, and so does its end. */
async function reissue({ plan }: District, deciding: Deciding): Promise<string> {
  const { transaction, row, total, reason, decidedBy, at } = deciding;
  const rule = certificateRule(plan, row.kind, row.threshold);
  if (!rule || (row.valid_until && row.valid_until < at)) throw NotInThisState();
  if (total < row.asked) throw ScoreNotReached(row.asked, total);
  const certificate = newId();
  await insertDue(transaction, row.kind, numberPrefixAt(rule, at), [
    {
      ...{ certificate, student: row.student_id, replaces: row.id },
      ...{ threshold: row.threshold, validUntil: row.valid_until },
      ...{ asked: row.asked, counted: row.counted, because: row.because },
    },
  ]);
  await insertEvents(
    transaction,
    [
      { certificate: row.id, event: 'replaced', reason, decidedBy },
      { certificate, event: 'reissued', total, reason, decidedBy },
    ],
    at,
  );
  return certificate;
}
