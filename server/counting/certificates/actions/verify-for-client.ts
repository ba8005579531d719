import { type KnownClient, nobody, recordClientCall } from '../../../directory/index.ts';
import {
  BadRequest,
  type Call,
  type District,
  limited,
  TooOften,
  take,
} from '../../../platform/index.ts';
import { openAppealOf } from '../appealed.ts';
import { CALLS_BY_CLIENT } from '../limits.ts';
import type { ShownCertificate, VerifiedForClient } from '../shapes.ts';
import { type Asked, saidOf, type Verified, verifyMany } from '../verify-many.ts';

/**
 * Verifies certificates for the admissions system of another house. It says of the child what it knows already: a
 * number alone opens nothing, so that nobody learns who has a certificate by counting numbers up.
 */
export async function verifyForClient(
  district: District,
  client: KnownClient,
  certificates: readonly ShownCertificate[],
  call: Call,
): Promise<VerifiedForClient[]> {
  requireOneWay(certificates);
  await takeAllowance(district, client, call.at);
  const verified = await verifyMany(district, certificates.map(askedBy), call.at, {
    details: 'first',
  });
  const told = verified.filter(({ says }) => says !== undefined);
  await district.database.write(nobody, (transaction) =>
    recordClientCall(transaction, client, {
      asked: certificates.length,
      granted: told.length,
      // Whoever asks with another name has asked about that child all the same.
      students: verified.flatMap(({ record }) => record?.student_id ?? []),
      at: call.at,
    }),
  );
  return verified.map((one, index) => answerOf(one, certificates[index]?.reference));
}

async function takeAllowance(district: District, client: KnownClient, at: Date): Promise<void> {
  const { database, sealing } = district;
  const verdict = await database.write(nobody, (transaction) =>
    take(transaction, CALLS_BY_CLIENT, limited(sealing, client.id), at),
  );
  if (verdict.allowed) return;
  const { retryAfterSeconds } = verdict;
  throw TooOften({
    retryAfterSeconds,
    detail: {
      zh: `每分钟最多 ${CALLS_BY_CLIENT.most} 次，每次可核验 1000 份；${retryAfterSeconds} 秒后再试。`,
      en: `At most ${CALLS_BY_CLIENT.most} requests a minute, of 1,000 certificates each; try again in ${retryAfterSeconds} seconds.`,
    },
  });
}

function askedBy(one: ShownCertificate): Asked {
  const { child_name: childName, id_number_last_four: idNumberLastFour } = one;
  const details = { childName, idNumberLastFour };
  if (one.number !== undefined) {
    return { shown: { number: one.number.trim().toUpperCase() }, ...details };
  }
  if (one.token !== undefined) return { shown: { token: tokenIn(one.token) }, ...details };
  return { shown: { credential: one.credential }, ...details };
}

/** What the shape cannot say: one way to show each, and a number never alone. */
function requireOneWay(certificates: readonly ShownCertificate[]): void {
  const fields = certificates.flatMap((one, index) => {
    const ways = [one.number, one.token, one.credential].filter((way) => way !== undefined);
    if (ways.length !== 1) return [{ field: `certificates.${index}`, reason: ONE_WAY }];
    if (one.number === undefined) return [];
    return (['child_name', 'id_number_last_four'] as const)
      .filter((name) => !one[name]?.trim())
      .map((name) => ({ field: `certificates.${index}.${name}`, reason: NEEDED_WITH_NUMBER }));
  });
  if (fields.length > 0) throw BadRequest({ fields: fields.slice(0, MOST_FIELDS_NAMED) });
}

const MOST_FIELDS_NAMED = 20;
const ONE_WAY = {
  zh: '请给出 number、token、credential 中的一项，且只给一项',
  en: 'Give exactly one of number, token and credential',
};
const NEEDED_WITH_NUMBER = {
  zh: '按编号核验时必须填写',
  en: 'Required when a certificate is named by its number',
};

/** What a scanner reads of the QR is the whole link. */
function tokenIn(text: string): string {
  return /\/verify#(\S+)$/.exec(text.trim())?.[1] ?? text.trim();
}

function answerOf(verified: Verified, reference: string | undefined): VerifiedForClient {
  const { outcome, checks, record, says } = verified;
  return {
    reference: reference ?? null,
    outcome,
    says: saidOf(verified),
    // Whoever gives other details learns nothing more.
    appealed_at: record && says ? openAppealOf(record) : null,
    checks: checks.map(({ key, outcome: answer, says: why }) => ({
      key,
      outcome: answer,
      says: why,
    })),
    certificate: says
      ? {
          number: says.number,
          child_name: says.child.name,
          id_number_last_four: says.child.idNumberLastFour,
          kind: says.achievement.name,
          threshold: says.threshold,
          issued_at: says.issuedAt,
          valid_until: (record?.valid_until?.toISOString() ?? says.validUntil) || null,
        }
      : null,
  };
}
