import type { WriteTransaction } from '../../platform/index.ts';
import type { KnownClient } from '../access/index.ts';
import { recordStudentReads } from '../student-reads.ts';
import { addCall } from './store.ts';

/**
 * Writes down what a program asked: the call for the district, and for each child's family that it was asked about.
 * In a transaction that is committed before the answer leaves.
 */
export async function recordClientCall(
  transaction: WriteTransaction,
  { id, scope }: KnownClient,
  call: {
    readonly asked: number;
    readonly granted: number;
    readonly students: readonly string[];
    readonly at: Date;
  },
): Promise<void> {
  const { students, ...counts } = call;
  await addCall(transaction, { client_id: id, scope, ...counts });
  await recordStudentReads(
    transaction,
    { client: id },
    { students, what: 'verification', at: call.at },
  );
}
